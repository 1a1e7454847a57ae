"""What a tab keeps of model answers, speaking frames and questions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from imagespeak_core.pictures.prompts import Level
from imagespeak_core.speaking.coaching.coached import AnswerLevel, answer_level
from pages.components.shell.kept import OF_SESSION, Kept

if TYPE_CHECKING:
    from imagespeak_core.speaking.coaching.coached import ModelSentence, Question

FRAME_HIDDEN = Kept("speaking_frame_hidden", False)
"""The learner has pressed to see no speaking frame in this tab."""

ANSWER_OPEN = Kept("model_answer_open", False)
QUESTIONS_OPEN = Kept("questions_open", False)

_OPENED_FOR = Kept("coaching_opened_for", "")
"""The key of the picture whose model answer and questions may be open."""

ANSWER: Kept[tuple[str, AnswerLevel, tuple[ModelSentence, ...]] | None] = Kept(
    f"{OF_SESSION}model_answer", None
)
"""The model answer that was made last: for which picture and level."""

QUESTIONS: Kept[tuple[str, Level, tuple[Question, ...]] | None] = Kept(
    f"{OF_SESSION}questions", None
)
"""Likewise the questions."""

TICKED: Kept[Mapping[tuple[str, AnswerLevel], frozenset[int]]] = Kept(
    f"{OF_SESSION}said_sentences", MappingProxyType({})
)
"""By picture and level: which sentences of the model answer the learner ticked, from 0."""

SHOWN: Kept[Mapping[tuple[str, Level, int], int]] = Kept(
    f"{OF_SESSION}question_answers", MappingProxyType({})
)
"""By picture, level and number of a question: how much of its answer is shown."""

NEWS = Kept(f"{OF_SESSION}questions_news", "")
"""What the last press at a question has shown, for who does not see it."""


def chosen_level(learners: Level) -> Kept[AnswerLevel]:
    """The model answer's level, chosen by a learner of this one."""
    return Kept(f"answer_level_of_{learners}", answer_level(learners))


def close_at_another(picture: str) -> None:
    """What was opened about one picture is closed when another is looked at, before it is drawn.

    Args:
        picture: The key of the one that is looked at.
    """
    if _OPENED_FOR.get() == picture:
        return
    _OPENED_FOR.set(picture)
    for panel in (ANSWER_OPEN, QUESTIONS_OPEN):
        panel.set(False)
