"""Blobs of which somebody is told when they fail; nothing else about them is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from imagespeak_core.errors import StorageError
from imagespeak_core.stores.blobs import Blobs
from imagespeak_core.stores.passed_on import PassedOn


class WatchedBlobs(PassedOn):
    """Other blobs; implements `Blobs`.

    Args:
        blobs: Those that all is asked of.
        on_error: Told of each failure, and in which room it was, with the slash at its end; empty
            where it was in none. The failure is raised all the same.
    """

    def __init__(self, blobs: Blobs, on_error: Callable[[StorageError, str], None]) -> None:
        super().__init__(blobs)
        self._on_error = on_error

    @contextmanager
    def _asking(self, name: str = "") -> Iterator[None]:
        try:
            yield
        except StorageError as error:
            self._on_error(error, _room(name))
            raise

    def delete(self, names: Sequence[str]) -> dict[str, StorageError]:
        """See `Blobs.delete`."""
        left = super().delete(names)
        for name, error in left.items():
            self._on_error(error, _room(name))
        return left


def _room(name: str) -> str:
    room, slash, _ = name.partition("/")
    return room + slash
