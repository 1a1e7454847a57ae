"""A recording as a document: which sound, about what, whose, and until when.

As JSON it lies beside its sound: `{"version": 1, "stem": "image-001_20241031_143022_0", …}`.
"""

from __future__ import annotations

from typing import Annotated, Literal, Protocol, Self

from pydantic import BaseModel, Field, model_validator

from imagespeak_core.documents.kind import Moment
from imagespeak_core.recognisers.base import DraftWord
from imagespeak_core.speaking.document_fields import (
    STRICT,
    Digits,
    PictureName,
    kind_of,
    session_of,
)
from imagespeak_core.speaking.keys import RECORDING_PREFIX, Ending
from imagespeak_core.speaking.speech import Speech

MAX_NAME_LENGTH = 100
MAX_DRAFT_WORDS = 3_000
"""Nobody says more in the longest recording."""


def _is_none(draft: object) -> bool:
    return draft is None  # so the document is as before where no service is asked


class ExaminedSound(Protocol):
    """A sound that was looked at: `sound.Sound`."""

    @property
    def ending(self) -> Ending:
        """What it is."""
        ...

    @property
    def content(self) -> bytes:
        """All of it."""
        ...

    @property
    def speech(self) -> Speech:
        """What was counted in it."""
        ...


class Recording(BaseModel):
    """What is known of a recording; as JSON the document beside its sound.

    Attributes:
        version: Of the document.
        stem: Its name without ending.
        ending: Of its sound.
        session_id: In which it was made.
        picture: The key of the picture that is spoken about.
        learner: Whose it is: `learner.key_hash`.
        name: What the learner is called, if told.
        upload: `Ticket.upload` of what brought it.
        speech: What was counted in it.
        size_bytes: Of its sound.
        draft: What a paid service has written down of it; None: none was asked.
        created_at: When it was kept; aware.
        until: From then on it is neither listed nor served; aware.
    """

    model_config = STRICT

    version: Literal[1] = 1
    stem: str
    ending: Ending
    session_id: str
    picture: PictureName
    learner: Digits
    name: Annotated[str, Field(min_length=1, max_length=MAX_NAME_LENGTH)] | None = None
    upload: Digits
    speech: Speech
    size_bytes: Annotated[int, Field(ge=0)]
    draft: Annotated[
        Annotated[tuple[DraftWord, ...], Field(max_length=MAX_DRAFT_WORDS)] | None,
        Field(exclude_if=_is_none),
    ] = None
    created_at: Moment
    until: Moment

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if session_of(self.stem) != self.session_id:
            raise ValueError("the stem is one of another session")
        return self


RECORDINGS = kind_of(
    Recording,
    noun="recording",
    prefix=RECORDING_PREFIX,
    id_field="stem",
    fixed=("upload",),
    large_field="name",
    too_large="The recording's name is too long to be kept.",
)
