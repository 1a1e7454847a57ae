"""Where a learner types the code of a class."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.classroom.classes import find_class
from imagespeak_core.errors import ImageSpeakError
from pages.components.shell import messages, session
from pages.components.shell.wiring import wiring


def draw() -> None:
    """The box, folded away until somebody has a code."""
    with (
        st.expander("Join a class", icon=":material/groups:", key=session.JOIN_OPEN),
        st.form("join", border=False),
    ):
        error: Exception | None = st.session_state.pop(session.JOIN_ERROR, None)
        if error:  # above the field: below it, a phone's keyboard would cover it
            messages.show(error)
        elif st.session_state.pop(session.JOIN_MISSED, False):
            st.error("There is no class with this code. Look at it again, or ask your teacher.")
        st.text_input(
            "Code from your teacher",
            key=session.JOIN_CODE,
            placeholder="For example: ABC 234",
            max_chars=40,
        )
        st.form_submit_button("Join", type="primary", on_click=_join)


def _join() -> None:
    try:
        found = find_class(wiring().services, st.session_state[session.JOIN_CODE])
    except ImageSpeakError as error:
        st.session_state[session.JOIN_ERROR] = error
        return
    if found is None:
        st.session_state[session.JOIN_MISSED] = True
        return
    st.query_params[session.PARAMETER] = found
    session.redraw_page()
