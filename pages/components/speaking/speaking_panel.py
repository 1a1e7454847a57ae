"""All of speaking about one picture, in its order: record, listen, words, what was said."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.models import StoredImage
from pages.components.speaking import (
    attempt_list,
    drawn_words,
    grammar_notes,
    how_it_was_said,
    private_link,
    recorder,
    results_memory,
    seen_by_model,
    speaking_memory,
    what_is_kept,
    what_was_said,
    words_form,
)
from pages.components.speaking.coaching import model_answer, questions, speaking_frame
from pages.components.speaking.draft import draft_of_recording, first_draft
from pages.components.speaking.progress import progress_panel
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
        speaking_frame.draw()
        draft_of_recording.draw(shown)
        first_draft.draw(shown)
        words_form.draw(shown)
        drawn_words.draw(shown)
        seen_by_model.draw(shown)
        what_was_said.draw(shown)
        grammar_notes.draw(shown)
        how_it_was_said.draw(shown)
        model_answer.draw(shown)
        questions.draw(shown)
        attempt_list.draw(shown)
        progress_panel.draw(shown)
        private_link.draw()
        what_is_kept.draw()


def _name(shown: StoredImage | None) -> str:
    return str(shown.key) if shown else ""
