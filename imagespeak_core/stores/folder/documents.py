"""Documents in a folder: one lock for all of them, so that reading and replacing are one step."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from imagespeak_core.errors import ChangedMeanwhileError
from imagespeak_core.stores.documents import Document, DocumentNames
from imagespeak_core.stores.folder.folder import Folder
from imagespeak_core.stores.names import (
    checked_content,
    checked_document,
    checked_document_prefix,
    is_document,
)


class DirectoryDocuments:
    """Keeps documents beside the pictures of a `DirectoryStore`."""

    def __init__(self, root: Path) -> None:
        """Remember where; the folder is made by the first write.

        Args:
            root: The folder; relative to the working directory of now.
        """
        self._folder = Folder(root)

    def read(self, name: str) -> Document | None:
        """The document; see `DocumentStore.read`."""
        with self._folder.translated():
            return self._read(checked_document(name))

    def write(self, name: str, content: bytes, *, replacing: str | None) -> str:
        """Write a document if it is still as it was read; see `DocumentStore.write`."""
        checked_document(name)
        checked_content(content)
        with self._folder.translated(), self._folder.locked():
            there = self._read(name)
            if (there.version if there else None) != replacing:
                raise ChangedMeanwhileError(name)
            self._folder.replace(name, content)
        return _version(content)

    def delete(self, name: str) -> None:
        """Delete a document; see `DocumentStore.delete`."""
        room = checked_document(name).partition("/")[0]
        with self._folder.translated(), suppress(FileNotFoundError):
            self._folder.existing(room)
            with self._folder.locked():
                self._folder.remove(name)
                self._folder.sync(room)

    def list(self, prefix: str) -> DocumentNames:
        """The names that begin so; see `DocumentStore.list`."""
        room = checked_document_prefix(prefix).partition("/")[0]
        with self._folder.translated(), suppress(FileNotFoundError):
            with os.scandir(self._folder.existing(room)) as entries:
                files = [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]
            names = sorted(f"{room}/{file}" for file in files)
            return [name for name in names if name.startswith(prefix) and is_document(name)]
        return []

    def _read(self, name: str) -> Document | None:
        try:
            with self._folder.opened(name) as file:
                content = file.read()
        except FileNotFoundError:
            return None
        return Document(content, _version(content))


def _version(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
