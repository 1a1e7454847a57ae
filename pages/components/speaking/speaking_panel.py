"""All of speaking about one picture, in its order: record, listen, words, what was said."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.models import StoredImage
from pages.components.speaking import (
    attempt_list,
    drawn_words,
    how_it_was_said,
    private_link,
    recorder,
    results_memory,
    speaking_memory,
    what_is_kept,
    what_was_said,
    words_form,
)
from pages.components.widgets import moved_on


def prepare(shown: StoredImage | None) -> None:
    """Decide, before anything is drawn, which picture the page is about."""
    speaking_memory.DRAWN_FOR.set(_name(shown))


def must_change(shown: StoredImage | None) -> bool:
    """Whether the page as drawn is about another picture."""
    return speaking_memory.DRAWN_FOR.get() != _name(shown)


def draw(shown: StoredImage) -> None:
    """The panel about this picture."""
    with st.container(key="speaking"):
        moved_on.draw(results_memory.MOVED.get(), key="moved_on_words")
        st.header("Speak", anchor=False)
        recorder.draw(shown)
        words_form.draw(shown)
        drawn_words.draw(shown)
        what_was_said.draw(shown)
        how_it_was_said.draw(shown)
        attempt_list.draw(shown)
        private_link.draw()
        what_is_kept.draw()


def _name(shown: StoredImage | None) -> str:
    return str(shown.key) if shown else ""
