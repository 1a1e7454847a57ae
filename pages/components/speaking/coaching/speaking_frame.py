"""How sentences may begin, at the learner's level: beside the picture while one speaks."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.speaking.coaching.coached import FrameLine
from imagespeak_core.speaking.coaching.frame import speaking_frame
from pages.components.picture import level
from pages.components.shell import as_written, assets
from pages.components.shell.messages import plain
from pages.components.speaking.coaching import coaching_memory

_NO_BREAK = "\u00a0"


def draw() -> None:
    """The frame, and the button that hides or shows it; it stays where it is."""
    with st.container(key="speaking_frame"):
        st.html(assets.style(__file__))
        is_hidden = coaching_memory.FRAME_HIDDEN.get()
        st.button(
            "Show help" if is_hidden else "Hide help",
            icon=":material/lightbulb:",
            type="tertiary",
            key="speaking_frame_shown",
            on_click=_hide_or_show,
        )
        if is_hidden:
            return
        with as_written.place("speaking_frame"):
            st.markdown("\n".join(_in_words(line) for line in speaking_frame(level.chosen())))


def _in_words(line: FrameLine) -> str:
    starters = f"{_NO_BREAK}· ".join(_in_one(one) for one in line.starters)
    return f"- **{plain(line.asks)}** {starters}"


def _in_one(starter: str) -> str:
    """What is left out stands in one line with a word beside it."""
    return plain(starter).replace(" …", f"{_NO_BREAK}…").replace("… ", f"…{_NO_BREAK}")


def _hide_or_show() -> None:
    hidden = coaching_memory.FRAME_HIDDEN
    hidden.set(not hidden.get())
