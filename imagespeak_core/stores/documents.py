"""Small documents that several may change at once: none replaces what it has not seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from imagespeak_core.stores.blobs import Blobs

MAX_DOCUMENT_BYTES = 1024 * 1024

DocumentNames: TypeAlias = list[str]
"""A list, which the method `list` hides from the annotations of its class."""

_TYPE = "application/json"
_ROOMS = r"(access|attempts|classes|experiments|recordings|requests)/"
_NAME = re.compile(rf"{_ROOMS}[A-Za-z0-9][A-Za-z0-9._-]{{0,127}}\.json")
_PREFIX = re.compile(rf"{_ROOMS}([A-Za-z0-9][A-Za-z0-9._-]{{0,132}})?")


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was at one moment.

    Attributes:
        content: Its bytes; at most 1 MiB.
        version: Stands for exactly this content; give it back to replace the document. Only the
            store understands it.
        age_s: Seconds since it was written, as in `Blob`; it does not count for being equal.
    """

    content: bytes
    version: str
    age_s: float = field(default=0.0, compare=False)


class Documents:
    """Small JSON objects that several may change at once. Safe for threads and processes.

    A name is `{access|attempts|classes|experiments|recordings|requests}/{rest}.json`, the rest
    1–128 of `A-Z a-z 0-9 . _ -`, beginning with a letter or digit. Every method raises ValueError
    for a name that breaks this, and may raise StorageFullError, StorageAccessError,
    StorageTimeoutError, StorageUnreachableError or plain StorageError.
    """

    def __init__(self, blobs: Blobs) -> None:
        """Remember where.

        Args:
            blobs: Where they are kept.
        """
        self._blobs = blobs

    def read(self, name: str) -> Document | None:
        """The document; None where there is none.

        What is there but can't be read is a StorageError, never None.
        """
        there = self._blobs.read(_checked(name))
        return Document(there.content, there.version, there.age_s) if there else None

    def write(self, name: str, content: bytes, *, replacing: str | None) -> str:
        """Write a document if it is still as it was read, whole or not at all.

        When it returns, the document will survive a crash of this process.

        Args:
            name: Which.
            content: At most 1 MiB.
            replacing: The version that is replaced; None to create what must not be there.

        Returns:
            The new version.

        Raises:
            ChangedMeanwhileError: Somebody else wrote, made or deleted it; it was not touched.
            ValueError: The content is too large.
        """
        _checked(name)
        if len(content) > MAX_DOCUMENT_BYTES:
            raise ValueError(
                f"A document has at most {MAX_DOCUMENT_BYTES:,} bytes; "
                f"this one has {len(content):,}."
            )
        if replacing is None:
            return self._blobs.create(name, content, content_type=_TYPE).version
        return self._blobs.replace(name, content, content_type=_TYPE, version=replacing).version

    def delete(self, name: str) -> None:
        """Delete a document, whatever its version. What is not there is no error."""
        for error in self._blobs.delete([_checked(name)]).values():
            raise error

    def list(self, prefix: str) -> DocumentNames:
        """The names that begin so, ascending as text; what isn't a document's name is ignored.

        Args:
            prefix: One of the six rooms, such as `classes/`, and perhaps the beginning of a
                name after it.
        """
        if not _PREFIX.fullmatch(prefix):
            raise ValueError(f"No document's name begins with {prefix!r}.")
        names = (blob.name for page in self._blobs.list(prefix) for blob in page)
        return [name for name in names if _NAME.fullmatch(name)]


def _checked(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} is not the name of a document.")
    return name
