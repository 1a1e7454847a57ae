"""An attempt at a picture: the words, and what was found in them. Never a mark.

As JSON it is a document: `{"version": 1, "attempt_id": "image-001_20241031_143022_0", …}`. One
that was held against a "view" can't be read by earlier versions of the program, which do not list
it and leave it as it is; this one reads all that they wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, model_validator

from imagespeak_core.documents.kind import Moment
from imagespeak_core.speaking.counts import Counts
from imagespeak_core.speaking.document_fields import (
    STRICT,
    Digits,
    PictureName,
    kind_of,
    session_of,
)
from imagespeak_core.speaking.findings import HeldAgainst, NotFound, NotSo, Said
from imagespeak_core.speaking.keys import ATTEMPT_PREFIX
from imagespeak_core.speaking.limits import MAX_WORDS_LENGTH
from imagespeak_core.speaking.speech import Speech

SpeechFrom = Literal["recording", "browser"]
"""Who listened: this server, to a recording that was kept; or the learner's own browser."""


@dataclass(frozen=True, slots=True)
class Disputed:
    """A judgement that the learner does not agree with; it counts as the learner says.

    Attributes:
        found: Which judgement, and in which list it stands: "not_found" ("I did say it"),
            "not_so" ("It is there"), or "not_there", in the list `not_found` too ("This is not in
            the picture"), of what a model sees.
        index: Its place there, from 0.
    """

    found: Literal["not_found", "not_so", "not_there"]
    index: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the learner's words were drawn, so that they are drawn so again.

    Attributes:
        seed: Of the illustrator.
        width_px: Of the picture.
        height_px: Of the picture.
    """

    seed: int
    width_px: int
    height_px: int


class Tried(BaseModel):
    """What is tried: all of an attempt that its learner and the findings say.

    Attributes:
        picture: The key of the picture that the words are about.
        level: For which it was looked at, such as "A2".
        words: The learner's own, at most 5,000 characters.
        held_against: See `Findings`; so are the next three.
        said: In the order of the text.
        not_found: The most important first.
        not_so: In the order of the text.
        disputed: What of these the learner does not agree with.
        counts: What was counted in the words.
        speech: What was counted in the sound; None where there was none.
        speech_from: Who listened; None likewise.
        recording: The stem of the recording, where it is kept.
        drawing: How the words were drawn, if they were.
    """

    model_config = STRICT

    picture: PictureName
    level: Annotated[str, Field(max_length=20)]
    words: Annotated[str, Field(max_length=MAX_WORDS_LENGTH)]
    held_against: HeldAgainst
    said: tuple[Said, ...] = ()
    not_found: tuple[NotFound, ...] = ()
    not_so: tuple[NotSo, ...] = ()
    disputed: tuple[Disputed, ...] = ()
    counts: Counts
    speech: Speech | None = None
    speech_from: SpeechFrom | None = None
    recording: Annotated[str, Field(max_length=100)] | None = None
    drawing: Drawing | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if (self.speech is None) != (self.speech_from is None):
            raise ValueError("there is speech from nobody, or nothing from somebody")
        not_found = len(self.not_found)
        lengths = {"not_found": not_found, "not_there": not_found, "not_so": len(self.not_so)}
        if any(not 0 <= one.index < lengths[one.found] for one in self.disputed):
            raise ValueError("what is disputed is not there")
        return self


class Attempt(Tried):
    """An attempt that is kept.

    Attributes:
        version: Of the document.
        attempt_id: Its stem.
        session_id: In which it was made.
        learner: Whose it is: `learner.key_hash`.
        created_at: Aware.
        until: From then on it is not shown any more; aware.
    """

    version: Literal[1] = 1
    attempt_id: str
    session_id: str
    learner: Digits
    created_at: Moment
    until: Moment

    @model_validator(mode="after")
    def _is_of_its_session(self) -> Self:
        if session_of(self.attempt_id) != self.session_id:
            raise ValueError("the id is one of another session")
        return self


ATTEMPTS = kind_of(
    Attempt,
    noun="attempt",
    prefix=ATTEMPT_PREFIX,
    id_field="attempt_id",
    large_field="words",
    too_large="Your words are too long to be kept. Make them shorter.",
)
