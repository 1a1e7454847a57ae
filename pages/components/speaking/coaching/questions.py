"""Three questions about the picture, each with a way to begin and, after a press, an answer."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.prompts import Level
from imagespeak_core.speaking.coaching.coached import Question
from pages.components.picture import level as level_choice
from pages.components.picture import picture_facts
from pages.components.shell import as_written, assets
from pages.components.shell.messages import plain
from pages.components.speaking.coaching import coached_picture, coaching_memory, read_aloud
from pages.components.speaking.coaching.read_aloud import Line
from pages.components.widgets import button_names, spoken

HEADING: Final = "Three questions"

_NAMES = "A good answer names: {}"
_GUESS = "There is no one answer: say what you think, and why."


def draw(shown: StoredImage) -> None:
    """The questions, closed at first; none where the picture does not say what it shows."""
    coaching_memory.close_at_another(str(shown.key))
    if not picture_facts.may_tell(shown.key):
        return
    with st.container(key="questions"):
        panel = st.expander(
            HEADING,
            icon=":material/quiz:",
            key=coaching_memory.QUESTIONS_OPEN.name,
            on_change=coaching_memory.NEWS.forget,
        )
        if panel.open:
            with panel:
                _draw_open(shown)


def _draw_open(shown: StoredImage) -> None:
    subject = coached_picture.subject(shown)
    if subject is None:
        return
    st.html(assets.style(__file__))
    button_names.draw_style()
    st.caption("Answer aloud. The beginning of a sentence is there to help.")
    spoken.draw(coaching_memory.NEWS.get(), key="questions_told")
    picture, level = str(shown.key), level_choice.chosen()
    asked = coached_picture.asked(subject, picture, level)
    if not asked:
        st.caption("There are no questions about this picture.")
    for at, question in enumerate(asked):
        with st.container(border=True, key=f"question_{at}"):
            _draw_question(at, question, picture, level)


def _draw_question(at: int, question: Question, picture: str, level: Level) -> None:
    names = ", ".join(question.names)
    shows = coaching_memory.SHOWN.get().get((picture, level, at), 0)
    with as_written.place(f"question_{at}"):
        st.markdown(f"**{at + 1}. {plain(question.text)}**")
    st.markdown(f"You can begin: {as_written.words(question.starter)}")
    # One button for each step, which stays where it is pressed and keeps the keyboard.
    label, told = (
        ("Show what a good answer names", _NAMES.format(names) if names else _GUESS),
        ("Show an answer", question.answer),
        ("Hide the answer", "The answer is hidden."),
    )[shows]
    st.button(
        button_names.named(label, f"question {at + 1}"),
        key=f"question_more_{at}",
        on_click=partial(_show_more, (picture, level, at), told),
    )
    if shows > 0:
        st.markdown(_NAMES.format(as_written.words(names)) if names else _GUESS)
    if shows > 1:
        read_aloud.draw(
            f"{picture} {level} {at}",
            [Line(question.answer, f"an answer to question {at + 1}")],
            key=f"question_aloud_{at}",
        )


def _show_more(which: tuple[str, Level, int], told: str) -> None:
    """Callback: the next step; behind the last one nothing is shown again."""
    before = coaching_memory.SHOWN.get()
    coaching_memory.SHOWN.set({**before, which: (before.get(which, 0) + 1) % 3})
    coaching_memory.NEWS.set(told)
