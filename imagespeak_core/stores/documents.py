"""What every store of small documents promises."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias

MAX_DOCUMENT_BYTES = 1024 * 1024

DocumentNames: TypeAlias = list[str]
"""A list, which the method `list` hides from the annotations of its class."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was at one moment.

    Attributes:
        content: Its bytes; at most 1 MiB.
        version: Stands for exactly this content; give it back to replace the document. Only the
            store understands it.
    """

    content: bytes
    version: str


class DocumentStore(Protocol):
    """Small JSON objects that several may change at once. Safe for threads and processes.

    A name is `{classes|experiments|requests}/{rest}.json`, the rest 1–128 of
    `A-Z a-z 0-9 . _ -`, beginning with a letter or digit. Every method raises ValueError for a
    name that breaks this, and may raise StorageFullError, StorageAccessError,
    StorageTimeoutError, StorageUnreachableError or plain StorageError.
    """

    def read(self, name: str) -> Document | None:
        """The document; None where there is none.

        What is there but can't be read is a StorageError, never None.
        """
        ...

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
        ...

    def delete(self, name: str) -> None:
        """Delete a document, whatever its version. What is not there is no error."""
        ...

    def list(self, prefix: str) -> DocumentNames:
        """The names that begin so, ascending as text; what isn't a document's name is ignored.

        Args:
            prefix: `classes/`, `experiments/` or `requests/`, and perhaps the beginning of a
                name after it.
        """
        ...
