"""What is kept of a learner, where, how long and for whom: closed until somebody asks."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.speaking.privacy import what_is_kept
from pages.components.shell import messages
from pages.components.shell.wiring import wiring


def draw() -> None:
    """The questions with their answers, as this app is set."""
    with st.expander("What is kept?", icon=":material/lock:", key="what_is_kept"):
        answers = [
            f"**{messages.plain(told.question)}**  \n{messages.plain(told.answer)}"
            for told in what_is_kept(wiring().settings)
        ]
        st.markdown("\n\n".join(answers))
