"""Documents of one kind: opened, created, changed while others change them too, listed, deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic

from imagespeak_core.changes import DocumentSeen
from imagespeak_core.documents.kind import Kind, T
from imagespeak_core.errors import ChangedMeanwhileError, InvalidRequestError
from imagespeak_core.stores.documents import Document, Documents

TRIES = 10
_READS_AT_ONCE = 8


@dataclass(frozen=True)  # slots would forbid to call what `Opened[State]` is named
class Opened(Generic[T]):
    """A document as it was read or written.

    Attributes:
        state: What it says.
        version: Of the stored document; another one after each change.
    """

    state: T
    version: str


class Listed(list[Opened[T]]):
    """Documents, newest first.

    Attributes:
        damaged: Ids of those that can't be read.
    """

    def __init__(self, opened: Iterable[Opened[T]], *, damaged: Iterable[str]) -> None:
        super().__init__(opened)
        self.damaged = tuple(damaged)


class Shelf(Generic[T]):
    """The documents of one kind in a store. Safe for threads, processes and servers.

    What lies under an id's name and tells of another id, such as a copy, is no document: it is
    not opened, listed or deleted, and its name is taken all the same.

    Every method may raise a StorageError, by subclass, where the store fails.

    Args:
        documents: Where they are kept.
        kind: What they have of their own.
        tell: Told what is under a name now, after each write and where others wrote meanwhile.
        as_seen: What a stored state means at the time when it is read, so many seconds after it
            was written, by the store's own clock.
    """

    def __init__(
        self,
        documents: Documents,
        kind: Kind[T],
        *,
        tell: Callable[[DocumentSeen], None],
        as_seen: Callable[[T, float], T] | None = None,
    ) -> None:
        self._documents = documents
        self._kind = kind
        self._tell = tell
        self._as_seen = as_seen

    def open(self, document_id: str) -> Opened[T] | None:
        """A document; None where there is none, or where the id may not be one of this kind.

        Raises:
            DocumentDamagedError: Of this kind: it is there, but can't be read.
            InvalidRequestError: The id can't be a name.
        """
        if not self._kind.may_be(document_id):
            return None
        return self._opened(document_id, self._documents.read(self._kind.name(document_id)))

    def look_again(self, document_id: str) -> Opened[T] | None:
        """As `open`, where others wrote meanwhile: all who want to know are told of it."""
        name = self._kind.name(document_id)
        document = self._documents.read(name)
        self._tell(DocumentSeen(name, document))
        return self._opened(document_id, document)

    def create(self, state: T, *, free_bytes: int = 0) -> Opened[T]:
        """Keep what must not be there yet.

        Args:
            state: What it says.
            free_bytes: How much it must be able to grow.

        Raises:
            ChangedMeanwhileError: There is one with this id; it was not touched.
            InvalidRequestError: It is too large.
        """
        return self._written(state, self._kind.checked_json(state, free_bytes=free_bytes), None)

    def replace(self, opened: Opened[T], state: T) -> Opened[T]:
        """Write a state if the document is still as it was opened; nothing if it is the same.

        Raises:
            ChangedMeanwhileError: Somebody else changed or deleted it; it was not touched.
            DocumentDamagedError: The state could not be read again; nothing was written.
            InvalidRequestError: It is too large.
            ValueError: It is not the same document any more: our own mistake.
        """
        if state == opened.state:
            return opened
        self._kind.check_is_same(opened.state, state)
        return self._written(state, self._kind.checked_json(state), opened.version)

    def change(
        self, opened: Opened[T] | None, edit: Callable[[T], T], *, tries: int = TRIES
    ) -> Opened[T] | None:
        """Write an edit that means the same whatever the document is like now.

        Where others wrote since it was opened, it is read and edited again: their changes stay.

        Args:
            opened: As it was opened last.
            edit: Old state in, new state out; called once for each try.
            tries: At most so many.

        Returns:
            The document with the edit; None where there is none, or none any more.

        Raises:
            ChangedMeanwhileError: Others changed it again and again.
            DocumentDamagedError, InvalidRequestError, ValueError: As `open` and `replace`.
        """
        for _ in range(tries):
            if opened is None:
                return None
            state = edit(opened.state)
            try:
                return self.replace(opened, state)
            except ChangedMeanwhileError as error:
                name = error.name
            opened = self.look_again(self._kind.id_of(opened.state))
        raise ChangedMeanwhileError(name)

    def listed(self) -> Listed[T]:
        """All documents of this kind, newest first; those that can't be read are named apart."""
        ids = [self._kind.id_in(name) for name in self._documents.list(self._kind.prefix)]

        def look(document_id: str) -> Opened[T] | str | None:
            try:
                return self.open(document_id)
            except self._kind.damaged:
                return document_id
            except InvalidRequestError:
                return None  # no id is called so, and nobody could open or delete it

        with ThreadPoolExecutor(max_workers=_READS_AT_ONCE) as pool:
            found = list(pool.map(look, ids))
        opened = [one for one in found if isinstance(one, Opened)]
        opened.sort(key=lambda one: one.state.created_at, reverse=True)
        return Listed(opened, damaged=[one for one in found if isinstance(one, str)])

    def delete(self, document_id: str) -> None:
        """Delete a document, also one that can't be read. What is not there is no error."""
        name = self._kind.name(document_id)
        document = self._documents.read(name)
        if document and self._kind.is_anothers(document_id, document.content):
            return
        self._documents.delete(name)
        self._tell(DocumentSeen(name, None))

    def _opened(self, document_id: str, document: Document | None) -> Opened[T] | None:
        if document is None:
            return None
        state = self._kind.read(document_id, document.content)
        if state is None:
            return None
        if self._as_seen:
            state = self._as_seen(state, document.age_s)
        return Opened(state, document.version)

    def _written(self, state: T, content: bytes, replacing: str | None) -> Opened[T]:
        name = self._kind.name(self._kind.id_of(state))
        version = self._documents.write(name, content, replacing=replacing)
        self._tell(DocumentSeen(name, Document(content, version)))
        return Opened(state, version)
