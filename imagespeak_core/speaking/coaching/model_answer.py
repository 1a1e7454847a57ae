"""A model answer: what somebody at a level may say of a picture, sentence by sentence."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.speaking.coaching.coached import AnswerLevel, ModelSentence
from imagespeak_core.speaking.coaching.there_is import what_there_is
from imagespeak_core.speaking.coaching.where_and_what import where_and_what
from imagespeak_core.speaking.coaching.with_reasons import with_reasons


def model_answer(scene: Scene, level: AnswerLevel) -> tuple[ModelSentence, ...]:
    """Sentences about a picture, all of them true of it.

    Args:
        scene: What the picture shows.
        level: "A1" tells what there is, "A2–B1" where it is and what people do, "B2" guesses
            besides, each with its reason.
    """
    tell = {"A1": what_there_is, "A2–B1": where_and_what, "B2": with_reasons}[level]
    return tuple({one.text: one for one in tell(scene)}.values())
