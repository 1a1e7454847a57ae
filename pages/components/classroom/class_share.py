"""Link, short code and QR code of a class."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.classroom.state import OpenClass
from pages.components.classroom import class_list
from pages.components.shell import addresses
from pages.components.widgets import copy_link, qr_code


def draw(opened: OpenClass) -> None:
    """The three ways in, side by side."""
    link = addresses.session_link(opened.state.session_id)
    if addresses.works_here_only(link):
        st.warning(
            "This address works on this computer only. To share it, open ImageSpeak at an "
            "address that other devices can reach, and sign in there with the teacher's PIN.",
            icon=":material/wifi_off:",
        )
    with st.grid(min_column_width=280, border=True, key="ways_in") as grid:
        with grid.cell():
            st.markdown("**Code**")
            code = class_list.readable_code(opened.state.code)
            st.metric("Code", code, label_visibility="collapsed")
            st.markdown("Learners open")
            st.code(addresses.home(), language=None, wrap_lines=True)
            st.markdown("press **Join a class** and type the code.")
        with grid.cell():
            st.markdown("**Link**")
            copy_link.draw(link, label="Link to the class")
            st.caption(
                "Learners need no account. They see the picture that you show. They can't make "
                "pictures there."
            )
        with grid.cell():
            st.markdown("**QR code**")
            qr_code.draw(link)
