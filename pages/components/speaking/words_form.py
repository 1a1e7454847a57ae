"""The learner's own words about a picture, and what can be done with them."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from imagespeak_core.models import StoredImage
from imagespeak_core.speaking.limits import MAX_WORDS_LENGTH
from pages.components.shell import messages, redraw
from pages.components.speaking import (
    checked_words,
    drawn_words,
    results_memory,
    speaking_memory,
    what_was_said,
)
from pages.components.widgets import room_left

CHECK: Final = "Check my words"
DRAW: Final = "Draw my words"
"""Both names are looked for by other people's programs."""

_MOST_TYPED = 2 * MAX_WORDS_LENGTH
"""Who writes too much is told so in words; only far beyond does the field take no more."""


def draw(shown: StoredImage) -> None:
    """The text area about this picture, with its buttons."""
    checked_words.settle(shown)
    with st.container(key="words_form"):
        st.text_area(
            speaking_memory.YOUR_WORDS,
            key=speaking_memory.WORDS.name,
            height=140,
            max_chars=_MOST_TYPED,
            placeholder="Write what you said, in English. For example: In this picture I can see …",
            on_change=redraw.request,
            persist_state="session",
        )
        room_left.draw(speaking_memory.WORDS.name, most=MAX_WORDS_LENGTH)
        with st.container(key="dictation"):
            st.caption("Your phone's keyboard can write what you say: press its microphone.")
        with st.container(horizontal=True, key="words_buttons"):
            st.button(
                CHECK,
                icon=":material/image_search:",
                key="check_words",
                on_click=partial(_check, shown),
            )
            st.button(
                DRAW,
                icon=":material/brush:",
                key="draw_words",
                on_click=partial(_draw_words, shown),
            )
        trouble, error = results_memory.TROUBLE.get(), results_memory.ERROR.get()
        if trouble:
            st.info(trouble, icon=":material/edit:")
        if error:
            messages.show(error)


def _check(shown: StoredImage) -> None:
    if checked_words.take(shown):
        results_memory.move_on(shows=what_was_said.NEXT_STEP)


def _draw_words(shown: StoredImage) -> None:
    if checked_words.take(shown):
        speaking_memory.DRAW_WANTED.set(True)
        results_memory.move_on(shows=drawn_words.PICTURE)
