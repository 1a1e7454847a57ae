"""The short code of a class: six characters, stored as a document that names the class."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from imagespeak_core.classroom.class_names import CODE_ALPHABET, CODE_LENGTH
from imagespeak_core.classroom.errors import ClassDamagedError, ClassNameTakenError
from imagespeak_core.errors import ChangedMeanwhileError
from imagespeak_core.stores.documents import Documents

_TRIES = 10


class _Target(BaseModel):
    """What the document of a code says."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    version: Literal[1] = 1
    session_id: str


def take_code(documents: Documents, session_id: str, *, choose: Callable[[str], str]) -> str:
    """A code that no other class has, from now on this one's.

    Args:
        documents: Where codes are kept.
        session_id: To which class it leads.
        choose: Gives one character of a text at random, such as `secrets.choice`.

    Raises:
        ClassNameTakenError: All that were tried are taken.
        StorageError: The store failed, by subclass.
    """
    content = _Target(session_id=session_id).model_dump_json().encode()
    for _ in range(_TRIES):
        code = "".join(choose(CODE_ALPHABET) for _ in range(CODE_LENGTH))
        try:
            documents.write(_name(code), content, replacing=None)
        except ChangedMeanwhileError:
            continue  # another class has it
        return code
    raise ClassNameTakenError("No free code was found for the class. Please try again.")


def session_behind(documents: Documents, code: str) -> str | None:
    """The session id that a code was taken for; None where it leads nowhere.

    Raises:
        ClassDamagedError: The document can't be read.
        StorageError: The store failed, by subclass.
    """
    document = documents.read(_name(code))
    if document is None:
        return None
    try:
        return _Target.model_validate_json(document.content).session_id
    except ValidationError as exc:
        raise ClassDamagedError(
            f"The file of the code {code} is damaged. Ask the teacher for the class's link."
        ) from exc


def give_code_back(documents: Documents, code: str, session_id: str) -> None:
    """Let the code of a class lead nowhere; one that leads to another class is left alone.

    Raises:
        StorageError: The store failed, by subclass.
    """
    try:
        if session_behind(documents, code) != session_id:
            return
    except ClassDamagedError:
        pass  # the class that had it is all that told of it
    documents.delete(_name(code))


def _name(code: str) -> str:
    return f"classes/code-{code}.json"
