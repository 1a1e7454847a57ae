"""Who changes something tells it here, and the caches of the process hear it at once.

A cache subscribes where the process is wired together. Nobody who changes something needs to
know which caches there are, and a process without any has nothing to tell.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.documents import Document

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PicturesStored:
    """Pictures that are in the store since a moment ago."""

    images: tuple[StoredImage, ...]


@dataclass(frozen=True, slots=True)
class PicturesDeleted:
    """Pictures that are not in the store any more."""

    keys: tuple[ImageKey, ...]


@dataclass(frozen=True, slots=True)
class DocumentSeen:
    """What is stored under a name: just written here, or found written by somebody else.

    Attributes:
        name: Of the document.
        document: None where it is gone.
    """

    name: str
    document: Document | None


Change: TypeAlias = PicturesStored | PicturesDeleted | DocumentSeen


class Listener(Protocol):
    """Somebody who keeps a copy of what is stored."""

    def heed(self, change: Change) -> None:
        """Take over a change, or ignore it. Called from any thread; returns soon."""
        ...


class Changes:
    """Passes on what was changed in this process. Safe for threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: tuple[Listener, ...] = ()

    def subscribe(self, listener: Listener) -> None:
        """Let somebody hear of every change from now on."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

    def tell(self, change: Change) -> None:
        """Let all know. It is done already, so whoever fails to hear it is logged, no more."""
        for listener in self._listeners:
            try:
                listener.heed(change)
            except Exception:
                logger.exception("a cache could not take over a change")
