"""The speaking frame of a level: what to think of, and how a sentence about it may begin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imagespeak_core.pictures.prompts import Level
from imagespeak_core.speaking.coaching.coached import FrameLine

_FRAMES: Final[Mapping[Level, tuple[FrameLine, ...]]] = {
    "A1": (
        FrameLine("Where?", ("This is a …", "This is an …")),
        FrameLine("Who or what?", ("There is a …", "There are some …", "I can see …")),
        FrameLine("What is it like?", ("It is …", "The … has a …", "The … are …")),
        FrameLine("When?", ("It is day.", "It is night.", "It is a … day.")),
    ),
    "A2": (
        FrameLine("Where and when?", ("The picture shows …", "It is a … day.")),
        FrameLine("Who?", ("There is …", "There are …", "I can see …")),
        FrameLine("What?", ("The … is …ing.", "They are …ing.", "She is wearing …")),
        FrameLine("Where in the picture?",
                  ("On the left there is …", "On the right there is …", "… is next to …")),
        FrameLine("Why?", ("I think … because …",)),
    ),
    "B1": (
        FrameLine("Where and when?", ("This picture shows …", "It looks like a … day.")),
        FrameLine("Who?", ("In the middle I can see …", "There is a … who is …")),
        FrameLine("What?", ("The … is …ing.", "They look …", "One of them is …")),
        FrameLine("Where in the picture?",
                  ("In the foreground …", "In the background …", "On the left there is …",
                   "… is between … and …")),
        FrameLine("Why?", ("Maybe … because …", "I think … because …", "… might be …")),
    ),
    "B2": (
        FrameLine("Where and when?",
                  ("In this picture, we can see …", "It must be … because …")),
        FrameLine("Who?", ("The first person I notice is …", "… who is wearing …")),
        FrameLine("What?", ("… is …ing, while … is …ing.", "… seems to be …")),
        FrameLine("Where in the picture?",
                  ("In the foreground …", "Behind them there is …", "A little further away …")),
        FrameLine("Why?",
                  ("It looks as if …, because …", "… might be …, since …",
                   "… has probably just …")),
    ),
    "C1": (
        FrameLine("Where and when?",
                  ("The scene is set in …", "Judging by the light, it must be …")),
        FrameLine("Who?", ("What strikes me first is …", "The focus is on …, who …")),
        FrameLine("What?", ("… appears to be …ing, whereas …", "… gives the impression of …")),
        FrameLine("Where in the picture?",
                  ("In the foreground …, while in the background …", "Just beyond … there is …")),
        FrameLine("Why?",
                  ("It looks as if …, given that …", "… might well be …, because …",
                   "I can't be certain, but … must have …")),
    ),
}  # fmt: skip


def speaking_frame(level: Level) -> tuple[FrameLine, ...]:
    """Lines that help to tell of any picture at a level, in the order of telling."""
    return _FRAMES[level]
