"""What can be said and asked about a picture, made once for the one that is looked at."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.prompts import Level
from imagespeak_core.speaking.coaching.coached import AnswerLevel, ModelSentence, Question
from imagespeak_core.speaking.feedback import Subject
from pages.components.shell import messages
from pages.components.speaking import checked_words
from pages.components.speaking.coaching import coaching_memory


def subject(shown: StoredImage) -> Subject | None:
    """What is known of the picture; a sentence and None where it tells nothing."""
    try:
        found = checked_words.subject_of(shown.key)
    except ImageSpeakError as error:
        messages.show(error)
        return None
    if found.scene is None:
        st.caption("This picture does not say what it shows. Choose another picture.")
        return None
    return found


def answer(subject: Subject, picture: str, level: AnswerLevel) -> tuple[ModelSentence, ...]:
    """The model answer about a picture that tells what it shows.

    Args:
        subject: The picture.
        picture: Its key.
        level: Of the answer.
    """
    kept = coaching_memory.ANSWER.get()
    if kept is None or kept[:2] != (picture, level):
        # Imported here: whoever opens none does without the memory of its vocabulary.
        from imagespeak_core.speaking.coaching.model_answer import model_answer

        made = model_answer(subject.scene, level) if subject.scene else ()
        kept = (picture, level, made)
        coaching_memory.ANSWER.set(kept)
    return kept[2]


def asked(subject: Subject, picture: str, level: Level) -> tuple[Question, ...]:
    """The questions about a picture that tells what it shows.

    Args:
        subject: The picture.
        picture: Its key.
        level: The learner's.
    """
    kept = coaching_memory.QUESTIONS.get()
    if kept is None or kept[:2] != (picture, level):
        from imagespeak_core.speaking.coaching.questions import questions

        made = questions(subject.scene, level) if subject.scene else ()
        kept = (picture, level, made)
        coaching_memory.QUESTIONS.set(kept)
    return kept[2]
