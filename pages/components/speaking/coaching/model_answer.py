"""What somebody might say about the picture, to be read aloud, said after and ticked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final

import streamlit as st

from imagespeak_core.models import StoredImage
from imagespeak_core.speaking.coaching.coached import ANSWER_LEVELS, AnswerLevel
from imagespeak_core.speaking.feedback import Where
from pages.components.picture import level as level_choice
from pages.components.picture import picture_facts
from pages.components.shell import assets
from pages.components.speaking import outline, results_memory
from pages.components.speaking.coaching import coached_picture, coaching_memory, read_aloud
from pages.components.speaking.coaching.read_aloud import Line

HEADING: Final = "A model answer"

_LEVELS: dict[AnswerLevel, str] = {
    "A1": "A1 · What there is",
    "A2–B1": "A2–B1 · Where and what they do",
    "B2": "B2 · With guesses and reasons",
}


def draw(shown: StoredImage) -> None:
    """The answer about this picture, closed at first; none where it does not say what it shows."""
    coaching_memory.close_at_another(str(shown.key))
    if not picture_facts.may_tell(shown.key):
        return
    with st.container(key="model_answer"):
        panel = st.expander(
            HEADING,
            icon=":material/record_voice_over:",
            key=coaching_memory.ANSWER_OPEN.name,
            on_change=_outline_no_more,
        )
        if panel.open:
            with panel:
                _draw_open(shown)


def _draw_open(shown: StoredImage) -> None:
    subject = coached_picture.subject(shown)
    if subject is None:
        return
    st.html(assets.style(__file__))
    st.caption("Say it yourself first. Then read how it can be said, listen, and say it again.")
    kept = coaching_memory.chosen_level(level_choice.chosen())
    kept.start_with(kept.default)
    level = st.radio(
        "Level of the answer",
        ANSWER_LEVELS,
        format_func=_LEVELS.__getitem__,
        key=kept.name,
        on_change=_outline_no_more,
        persist_state="session",
    )
    picture, places = str(shown.key), subject.places()
    sentences = coached_picture.answer(subject, picture, level)
    if not sentences:
        st.caption("There is no model answer for this picture.")
        return
    outlined = _outlined(level, len(sentences))
    there = _places(sentences[outlined].items, places) if outlined is not None else []
    outline.draw(
        "" if outlined is None else results_memory.OUTLINED.get(),
        there,
        on_close=results_memory.outline_no_more,
        key="outlined_answer",
    )
    read_aloud.draw(
        f"{picture} {level}",
        [
            Line(one.text, f"sentence {at}", bool(_places(one.items, places)))
            for at, one in enumerate(sentences, start=1)
        ],
        ticked=coaching_memory.TICKED.get().get((picture, level), frozenset()),
        on_tick=partial(_tick, picture, level),
        outlined=outlined,
        says=outline.says(there),
        on_where=partial(_outline, level),
        key="model_answer_aloud",
    )


def _places(items: Iterable[str], places: Mapping[str, Where]) -> list[Where]:
    return [places[item] for item in items if item in places]


def _name(level: AnswerLevel, at: int) -> str:
    return f"{results_memory.OF_ANSWER}{level} {at}"


def _outlined(level: AnswerLevel, sentences: int) -> int | None:
    """The number of the sentence whose things are outlined."""
    name = results_memory.OUTLINED.get()
    return next((at for at in range(sentences) if _name(level, at) == name), None)


def _tick(picture: str, level: AnswerLevel, ticked: frozenset[int]) -> None:
    before = coaching_memory.TICKED.get()
    coaching_memory.TICKED.set({**before, (picture, level): ticked})


def _outline(level: AnswerLevel, at: int) -> None:
    """Callback: outline it, or no more where it is outlined."""
    name, before = _name(level, at), results_memory.OUTLINED.get()
    results_memory.OUTLINED.set("" if before == name else name)


def _outline_no_more() -> None:
    """Callback: what was outlined belongs to sentences that are not shown now."""
    if results_memory.OUTLINED.get().startswith(results_memory.OF_ANSWER):
        results_memory.OUTLINED.forget()
