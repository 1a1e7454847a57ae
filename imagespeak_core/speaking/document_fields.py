"""What the documents of recordings and attempts have in common: fields, and how they are named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import ConfigDict, Field

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.speaking.keys import document_name, parse_stem

STRICT = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)

Digits = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
"""What stands for a learner's key, or is the name of an upload."""

PictureName = Annotated[str, Field(max_length=250)]
"""The key of a picture."""


def is_stem(text: str) -> bool:
    """Whether a text, which anybody may have sent, can be a recording's or an attempt's."""
    return parse_stem(text) is not None


def name_of(prefix: str) -> Callable[[str], str]:
    """Gives the name of the document with a stem; InvalidRequestError for what is no stem."""

    def name(stem: str) -> str:
        try:
            return document_name(prefix, stem)
        except ValueError as exc:
            raise InvalidRequestError("stem", str(exc)) from exc

    return name


def session_of(stem: str) -> str:
    """The session that a stem belongs to; empty for what is no stem."""
    key = parse_stem(stem)
    return key.session_id if key else ""
