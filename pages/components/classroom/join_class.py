"""Where a learner types the code of a class."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.classroom.joining import Joiner
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.operations.kinds import tell_of
from pages.components.classroom import class_memory
from pages.components.shell import messages, redraw, session, visitor
from pages.components.shell.wiring import wiring


def draw() -> None:
    """The box, folded away until somebody has a code."""
    with (
        st.popover("Join a class", icon=":material/groups:", key="join_open"),
        st.form("join", border=False),
    ):
        error = class_memory.JOIN_ERROR.take()
        if error:  # above the field: below it, a phone's keyboard would cover it
            messages.show(error)
        elif class_memory.JOIN_MISSED.take():
            st.error("There is no class with this code. Look at it again, or ask your teacher.")
        st.text_input(
            "Code from your teacher",
            key=class_memory.JOIN_CODE.name,
            placeholder="For example: ABC 234",
            max_chars=40,
        )
        st.form_submit_button("Join", type="primary", on_click=_join)


def _join() -> None:
    wired = wiring()
    try:
        joiner = Joiner(visitor.visitor(), visitor.address())
        found = wired.joins.find(wired.services, class_memory.JOIN_CODE.get(), joiner)
    except ImageSpeakError as error:
        tell_of(wired.services.troubles, error)
        class_memory.JOIN_ERROR.set(error)
        return
    if found is None:
        class_memory.JOIN_MISSED.set(True)
        return
    st.query_params[session.PARAMETER] = found
    redraw.request()
