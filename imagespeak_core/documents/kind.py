"""What a kind of document has of its own, and its JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Generic, Protocol, Self, TypeVar

from pydantic import AfterValidator, AwareDatetime, ValidationError

from imagespeak_core.errors import DocumentDamagedError, InvalidRequestError
from imagespeak_core.stores.documents import MAX_DOCUMENT_BYTES


def _known_everywhere(moment: datetime) -> datetime:
    if not datetime.min.year < moment.year < datetime.max.year:
        raise ValueError("no clock shows such a time in all zones")
    return moment


Moment = Annotated[AwareDatetime, AfterValidator(_known_everywhere)]
"""A time in a document: aware, and to be told in any zone."""


class DocumentState(Protocol):
    """What a shelf asks of the states that it keeps: a frozen, strict pydantic model."""

    @property
    def created_at(self) -> datetime:
        """When it was made, aware."""
        ...

    @classmethod
    def model_validate_json(cls, json_data: bytes, /) -> Self:
        """A state out of its JSON; ValidationError where that is not what we write."""
        ...

    def model_dump_json(self) -> str:
        """The state as JSON."""
        ...


T = TypeVar("T", bound=DocumentState)


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """A kind of document.

    Attributes:
        model: Of the states.
        noun: What one is called in a sentence.
        prefix: What all their names begin with, such as `classes/class-`.
        may_be: Whether an id may be one of them; what may not is never looked for.
        name: The name of the document with this id: its folder, the id, `.json`. Raises
            InvalidRequestError for an id that can't be a name.
        id_field: Where the state itself says its id.
        fixed: What an edit may not change.
        damaged: The error for one that can't be read.
        remedy: The sentence that says what can be done about that.
        large_field: What of it may be too much …
        too_large: … and the sentence that says so.
        gives: Whether we could have given this id out; None: each that may be one. A broken
            document under another name is a copy, or somebody else's.
    """

    model: type[T]
    noun: str
    prefix: str
    may_be: Callable[[str], bool]
    name: Callable[[str], str]
    id_field: str
    fixed: tuple[str, ...]
    damaged: type[DocumentDamagedError]
    remedy: str
    large_field: str
    too_large: str
    gives: Callable[[str], bool] | None = None

    def id_of(self, state: T) -> str:
        """The id of a state."""
        return str(getattr(state, self.id_field))

    def id_in(self, name: str) -> str:
        """The id in the name of a document."""
        return name.rpartition("/")[2].removesuffix(".json")

    def read(self, document_id: str, content: bytes) -> T | None:
        """A state from its stored bytes. What they say is not told where they can't be read.

        Returns:
            None where they tell of another id, also broken ones: what lies under this name
            belongs to that one. None too for broken ones under a name that is none of ours.

        Raises:
            InvalidRequestError: The id can't be a name.
            DocumentDamagedError: Of this kind: they are not what this version of the program
                writes.
        """
        self.name(document_id)
        try:
            state = self.model.model_validate_json(content)
        except ValidationError as exc:
            told = _text_in(content, self.id_field)
            is_ours = self.gives is None or self.gives(document_id) or told is not None
            if told not in {None, document_id} or not is_ours:
                return None
            where = ".".join(str(part) for part in exc.errors(include_input=False)[0]["loc"])
            raise self._damaged(document_id, where or "the whole") from exc
        return state if self.id_of(state) == document_id else None

    def is_anothers(self, document_id: str, content: bytes) -> bool:
        """Whether stored bytes under this id's name tell of another id; damaged ones do not."""
        try:
            return self.read(document_id, content) is None
        except DocumentDamagedError:
            return False

    def to_json(self, state: T) -> bytes:
        """The bytes that are stored."""
        return state.model_dump_json().encode()

    def checked_json(self, state: T, *, free_bytes: int = 0) -> bytes:
        """The same, read once, so that nothing is stored that can't be read again.

        Args:
            state: What is to be stored.
            free_bytes: How much it must be able to grow.

        Raises:
            InvalidRequestError: It is too large.
            DocumentDamagedError: As `read`.
            ValueError: Its id is another one when it is read: our own mistake.
        """
        content = self.to_json(state)
        if len(content) > MAX_DOCUMENT_BYTES - free_bytes:
            raise InvalidRequestError(self.large_field, self.too_large)
        if self.read(self.id_of(state), content) is None:
            raise ValueError(f"The {self.noun} {self.id_of(state)!r} can't be stored.")
        return content

    def check_is_same(self, before: T, after: T) -> None:
        """Return if an edit left what it may not change.

        Raises:
            ValueError: It did not, which is our own mistake.
        """
        if any(getattr(before, field) != getattr(after, field) for field in self.fixed):
            raise ValueError(f"An edit may not change {', '.join(self.fixed)} of the {self.noun}.")

    def _damaged(self, document_id: str, where: str) -> DocumentDamagedError:
        return self.damaged(
            f"The {self.noun} {document_id!r} can't be read: its file is damaged, or was written "
            f"by another version of the program (at {where}). It stays as it is. {self.remedy}"
        )


def _text_in(content: bytes, field: str) -> str | None:
    """The text in a field of a JSON object that may be broken, or cut; None without one."""
    try:
        fields = json.loads(content)
    except (ValueError, RecursionError):
        found = re.search(rf'"{field}"\s*:\s*"([^"\\]*)"', content.decode(errors="replace"))
        return found[1] if found else None
    text = fields.get(field) if isinstance(fields, dict) else None
    return text if isinstance(text, str) else None
