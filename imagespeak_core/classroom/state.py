"""What is known of a class, and its JSON: `{"version": 1, "session_id": "class-7b-monday", …}`."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from imagespeak_core.classroom.class_names import (
    CODE_PATTERN,
    STATES_PREFIX,
    could_be_given,
    is_class_id,
    state_name,
)
from imagespeak_core.classroom.errors import ClassDamagedError
from imagespeak_core.documents.kind import Kind, Moment
from imagespeak_core.documents.shelf import Listed, Opened
from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.models import MAX_PROMPT_LENGTH
from imagespeak_core.pictures.naming import parse_key
from imagespeak_core.typed_text import tidied

MAX_TITLE_LENGTH = 100
MAX_NOTES_LENGTH = 2_000
MAX_ALT_LENGTH = 300
MAX_WORDS = 12
MAX_WORD_LENGTH = 40
MAX_PICTURES = 60
CLASS_LIFE = timedelta(days=30)

_STRICT = ConfigDict(
    frozen=True,
    extra="forbid",
    strict=True,
    revalidate_instances="always",
    hide_input_in_errors=True,
)


class ClassPicture(BaseModel):
    """A picture of a lesson.

    Attributes:
        key: The text of its `ImageKey`.
        prompt: What it was made from; learners see it only when it is shown.
        alt: Up to 300 characters that tell those who don't see it what it is, without giving
            the answers away; may be empty.
        notes: The teacher's, up to 2,000 characters; learners see them only when they are shown.
        words: Up to 12 target words, 40 characters each; as the notes.
    """

    model_config = _STRICT

    key: str
    prompt: Annotated[str, Field(max_length=MAX_PROMPT_LENGTH)] = ""
    alt: Annotated[str, Field(max_length=MAX_ALT_LENGTH)] = ""
    notes: Annotated[str, Field(max_length=MAX_NOTES_LENGTH)] = ""
    words: Annotated[
        tuple[Annotated[str, Field(min_length=1, max_length=MAX_WORD_LENGTH)], ...],
        Field(max_length=MAX_WORDS),
    ] = ()


class ClassState(BaseModel):
    """A class. Its text is a person's: never to be read as Markdown or HTML.

    Attributes:
        version: Of this form.
        session_id: Begins with `class-`.
        title: As the teacher typed it, up to 100 characters; may be empty.
        code: Six characters that lead to the class.
        teacher: Who made it: `Teacher.name`.
        created_at: Aware.
        expires_at: Aware; from then on the class is over.
        locked: The pictures are hidden from the learners.
        ended: The teacher ended the class.
        prompt_shown: Learners see the prompt of the current picture.
        words_shown: Learners see its target words.
        notes_shown: Learners see its notes.
        current: The key of the picture that learners see; None for none.
        pictures: In the lesson's order, at most 60, each once.
    """

    model_config = _STRICT

    version: Literal[1] = 1
    session_id: str
    title: Annotated[str, Field(max_length=MAX_TITLE_LENGTH)]
    code: Annotated[str, Field(pattern=CODE_PATTERN)]
    teacher: str
    created_at: Moment
    expires_at: Moment
    locked: bool = False
    ended: bool = False
    prompt_shown: bool = False
    words_shown: bool = False
    notes_shown: bool = False
    current: str | None = None
    pictures: Annotated[tuple[ClassPicture, ...], Field(max_length=MAX_PICTURES)] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        keys = [picture.key for picture in self.pictures]
        for key in keys:
            parsed = parse_key(key)
            if parsed is None or parsed.session_id != self.session_id:
                raise ValueError("a picture is not one of the class's session")
        if len(set(keys)) < len(keys):
            raise ValueError("a picture is there twice")
        if self.current is not None and self.current not in keys:
            raise ValueError("the current picture is not one of the class")
        return self

    @property
    def name(self) -> str:
        """What to call the class: its title, else its session id."""
        return self.title or self.session_id

    @property
    def current_picture(self) -> ClassPicture | None:
        """The picture that learners see; None for none."""
        return next((one for one in self.pictures if one.key == self.current), None)

    def is_over(self, now: datetime) -> bool:
        """Whether the teacher ended the class, or its days are over.

        Args:
            now: Aware.
        """
        return self.ended or now >= self.expires_at


OpenClass = Opened[ClassState]
"""A class as it was read."""

ClassList = Listed[ClassState]
"""Classes, newest first; the session ids of those that can't be read."""

CLASSES = Kind(
    model=ClassState,
    noun="class",
    prefix=STATES_PREFIX,
    may_be=is_class_id,
    name=state_name,
    id_field="session_id",
    fixed=("session_id", "code", "created_at", "teacher"),
    damaged=ClassDamagedError,
    remedy="A teacher can delete it.",
    large_field="pictures",
    too_large="The class has too much text. Delete a picture with a long prompt first.",
    gives=could_be_given,
)


def checked_title(title: str) -> str:
    """The title without needless white space; empty where nothing of it can be seen.

    Raises:
        InvalidRequestError: It is too long, or has a character that can't be shown.
    """
    tidy = tidied(title)
    if len(tidy) > MAX_TITLE_LENGTH:
        raise InvalidRequestError(
            "title",
            f"The name has {len(tidy):,} characters. Use at most {MAX_TITLE_LENGTH}.",
        )
    if any(unicodedata.category(char) in {"Cc", "Cs"} for char in tidy):
        raise InvalidRequestError(
            "title", "The name has a character that can't be seen. Type it again."
        )
    return tidy
