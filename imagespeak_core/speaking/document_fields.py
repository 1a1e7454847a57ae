"""What the documents of recordings and attempts have in common: fields, names, what may change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

from pydantic import ConfigDict, Field

from imagespeak_core.documents.kind import DocumentState, Kind
from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.speaking.errors import SpokenDamagedError
from imagespeak_core.speaking.keys import document_name, parse_stem

T = TypeVar("T", bound=DocumentState)

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


def kind_of(
    model: type[T],
    *,
    noun: str,
    prefix: str,
    id_field: str,
    fixed: tuple[str, ...] = (),
    large_field: str,
    too_large: str,
) -> Kind[T]:
    """What `Kind` says of either; whose it is, when it was made and until when never changes.

    Args:
        model: Of the states.
        noun: What one is called in a sentence.
        prefix: What all their names begin with.
        id_field: Where the state says its stem.
        fixed: What else an edit may not change.
        large_field: What of it may be too much …
        too_large: … and the sentence that says so.
    """
    return Kind(
        model=model,
        noun=noun,
        prefix=prefix,
        may_be=is_stem,
        name=name_of(prefix),
        id_field=id_field,
        fixed=(id_field, "session_id", "learner", "created_at", "until", *fixed),
        damaged=SpokenDamagedError,
        remedy="It goes when its session is deleted, or when its time is over.",
        large_field=large_field,
        too_large=too_large,
    )
