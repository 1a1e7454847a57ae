"""What is on its way into the store: kept until it is there, by whichever process comes next.

Who makes something keeps it here first, then stores it. Where the store fails, a thread of the
spool goes on with it.
"""

from __future__ import annotations

import logging
import math
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from imagespeak_core.errors import (
    DocumentDamagedError,
    ImageSpeakError,
    NotABlobError,
    SpoolLostError,
    StorageAccessError,
    StorageError,
    StorageFullError,
)

if TYPE_CHECKING:  # they bring filelock, which a Lambda goes without
    from imagespeak_core.spool.files import Spooled, SpoolFiles

from imagespeak_core.operations.troubles import Troubles

logger = logging.getLogger(__name__)

ADOPT_EVERY_S = 10.0
"""Sooner than the claim of a dead process is taken over: its pictures are here by then."""

FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 30.0
LONGEST_END_S = 110.0
"""So long a server may take to end: a picture model is waited for 90 s, and then the picture is
stored; after 120 s Fargate ends a task.
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
(2026-11)"""

_LATER = (StorageError, DocumentDamagedError)


class NotWantedError(Exception):
    """What is spooled has lost its place: nobody wants it stored any more."""


@dataclass(frozen=True, slots=True, eq=False)
class SpoolItem:
    """One thing that is not known to be in the store.

    Attributes:
        kind: What it is: letters and dashes.
        header: What its kind tells of it, as JSON has it.
        end: Gives what storing it gave, or why it was dropped.
        spooled: Where it lies; None: in the memory of this process alone.
    """

    kind: str
    header: Mapping[str, object]
    end: Future[object] = field(default_factory=Future, repr=False)
    spooled: Spooled | None = None

    @property
    def is_safe(self) -> bool:
        """Whether it outlives this process."""
        return self.spooled is not None


@dataclass(frozen=True, slots=True)
class _Kind:
    store: Callable[[Mapping[str, object], bytes], object]
    adopted: Callable[[Sequence[SpoolItem]], None]


@dataclass(slots=True)
class _Turn:
    due_s: float
    tries: int = 0
    trouble: StorageError | None = None


class Spool:
    """The process's one spool, for things of any kind. Safe for threads.

    Args:
        files: On disk; None where nothing is kept there.
        monotonic: A clock in seconds that never goes back.
        chance: Gives 0–1, so that servers do not come back to the store all at once.
        troubles: Told of what waits or is damaged.
    """

    def __init__(
        self,
        files: SpoolFiles | None,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        chance: Callable[[], float] = random.random,
        troubles: Troubles | None = None,
    ) -> None:
        self._files = files
        self._monotonic = monotonic
        self._chance = chance
        self._troubles = troubles or Troubles()
        self._kinds: dict[str, _Kind] = {}
        self._adopting, self._changed = threading.Lock(), threading.Condition()
        self._pending = dict[SpoolItem, bytes | None]()  # what lies in memory alone
        self._left = dict[SpoolItem, _Turn]()
        self._is_running = False

    def register(
        self,
        kind: str,
        store: Callable[[Mapping[str, object], bytes], object],
        *,
        adopted: Callable[[Sequence[SpoolItem]], None] = lambda _items: None,
    ) -> None:
        """Say how things of one kind are stored, the last who says so; others stay where they are.

        Args:
            kind: Letters and dashes.
            store: Gets header and content, and gives anything; it may run more than once for the
                same. A StorageError or DocumentDamagedError: it is tried again later. Any other
                ImageSpeakError, and NotWantedError: it is dropped.
            adopted: Told of what dead processes have left, before any of it is stored.
        """
        with self._changed:
            self._kinds[kind] = _Kind(store, adopted)

    def keep(self, kind: str, header: Mapping[str, object], content: bytes) -> SpoolItem:
        """Write something down before it is stored. Never raises for a disk.

        Its maker then says `done`, or `leave`.

        Args:
            kind: Letters and dashes.
            header: JSON.
            content: Any bytes.
        """
        spooled = self._written(kind, header, content)
        item = SpoolItem(kind, dict(header), spooled=spooled)
        with self._changed:
            self._pending[item] = None if spooled else content
        return item

    def done(self, item: SpoolItem, result: object = None) -> None:
        """It is in the store, or not wanted any more."""
        if self._ended(item):
            item.end.set_result(result)

    def drop(self, item: SpoolItem, error: Exception) -> None:
        """Somebody has deleted it; who waits for it gets the error."""
        if self._ended(item):
            item.end.set_exception(error)

    def leave(self, item: SpoolItem, error: BaseException | None = None) -> None:
        """Its maker could not store it now, because of `error`; from here on the spool does."""
        due_s = self._monotonic() + self._pause_s(0)
        with self._changed:
            if item in self._pending and item not in self._left:
                self._left[item] = _Turn(due_s, 1, _trouble(error))
                self._changed.notify_all()

    def trouble(self, kind: str) -> StorageError | None:
        """Why the store takes nothing of this kind until its owner has done something.

        None where it takes them again, or nothing waits any more.
        """
        with self._changed:
            found = (turn.trouble for item, turn in self._left.items() if item.kind == kind)
            error = next((one for one in found if one), None)
        return type(error)(str(error)) if error else None

    def pending(self, kind: str) -> list[SpoolItem]:
        """What is not known to be in the store, the oldest first; also what its maker stores."""
        with self._changed:
            return [item for item in self._pending if item.kind == kind]

    @property
    def waiting(self) -> int:
        """How much of any kind is pending."""
        with self._changed:
            return len(self._pending)

    def adopt(self) -> None:
        """Go on with what dead processes have left, where its kind is known.

        All of that is pending when this returns.
        """
        with self._adopting:
            self._adopt()

    def _adopt(self) -> None:
        if self._files is None:
            return
        with self._changed:
            kinds = dict(self._kinds)
        found = [self._found(self._files, spooled) for spooled in self._files.adopt(kinds)]
        for name, kind in kinds.items():
            items = [item for item in found if item and item.kind == name]
            if not items:
                continue
            with self._changed:
                self._pending.update(dict.fromkeys(items))
            try:
                kind.adopted(items)
            except Exception:
                logger.exception("what was adopted could not be told")
            with self._changed:
                self._left.update({item: _Turn(self._monotonic()) for item in items})
                self._changed.notify_all()

    def try_due(self, until_s: float = math.inf) -> float | None:
        """Store what is due.

        Args:
            until_s: From then on nothing more is begun.

        Returns:
            Seconds until something is due; None where nothing waits.
        """
        while True:
            with self._changed:
                item = min(self._left, key=lambda one: self._left[one].due_s, default=None)
                wait_s = self._until_due_s()
            if item is None or wait_s or self._monotonic() >= until_s:
                return wait_s
            self._try(item)

    def _until_due_s(self) -> float | None:
        due = [turn.due_s for turn in self._left.values()]
        return max(0.0, min(due) - self._monotonic()) if due else None

    def start(self) -> None:
        """Adopt, now and every few seconds, and store what is left, in a thread."""
        self._is_running = True
        self.adopt()
        # A daemon: a store that hangs must not keep the process from ending.
        threading.Thread(target=self._work_on, name="spool", daemon=True).start()

    def shutdown(self, timeout_s: float = LONGEST_END_S) -> bool:
        """Wait for what lies in memory alone; the rest is for whichever process comes next.

        Returns:
            Whether nothing is lost.
        """
        with self._changed:
            for turn in self._left.values():
                turn.due_s = self._monotonic()
            self._changed.notify_all()
            is_safe = self._changed.wait_for(
                lambda: all(item.is_safe for item in self._pending),
                timeout_s if self._is_running else 0,
            )
            self._is_running = False
            self._changed.notify_all()
        if self._files:
            self._files.close()
        return is_safe

    @contextmanager
    def running(self) -> Iterator[None]:
        """Start, and shut down at the end."""
        self.start()
        try:
            yield
        finally:
            self.shutdown()

    def _written(self, kind: str, header: Mapping[str, object], content: bytes) -> Spooled | None:
        if self._files is None:
            return None
        try:
            return self._files.keep(kind, header, content)
        except StorageError as error:
            told = f"{error} Until then, what is on its way lies in memory alone."
            self._troubles.tell("spool full", told)
            return None

    def _ended(self, item: SpoolItem) -> bool:
        """Forget it; False where that was done before."""
        if self._files and item.spooled:
            self._files.drop(item.spooled)
        return self._forgotten(item)

    def _forgotten(self, item: SpoolItem) -> bool:
        """The same, and what is on disk stays there."""
        with self._changed:
            self._left.pop(item, None)
            was_pending = item in self._pending
            self._pending.pop(item, None)
            self._changed.notify_all()
        return was_pending

    def _found(self, files: SpoolFiles, spooled: Spooled) -> SpoolItem | None:
        try:
            header = files.header(spooled)
        except StorageError as error:
            self._troubles.tell("spool damaged", str(error))
            return None
        return SpoolItem(spooled.kind, header, spooled=spooled)

    def _try(self, item: SpoolItem) -> None:
        with self._changed:
            kind = self._kinds.get(item.kind)
        try:
            content = self._content(item)
            if kind is None or content is None:
                raise NotWantedError("Nobody knows what it is, or it has ended meanwhile.")
            result = kind.store(item.header, content)
        except (ImageSpeakError, NotWantedError) as error:
            self._failed(item, error)
        except BaseException as error:
            # On disk it stays, for a version that can store it; here it is not tried again.
            logger.exception("a spooled %s could not be stored by our own mistake", item.kind)
            bug = error if isinstance(error, Exception) else RuntimeError(repr(error))
            if self._forgotten(item):
                item.end.set_exception(bug)
        else:
            self.done(item, result)
            with self._changed:  # the store is there again
                for turn in self._left.values():
                    turn.due_s = min(turn.due_s, self._monotonic())

    def _failed(self, item: SpoolItem, error: ImageSpeakError | NotWantedError) -> None:
        if isinstance(error, _LATER) and not isinstance(error, SpoolLostError):
            self._put_off(item, error)
            return
        if isinstance(error, SpoolLostError):
            was_pending = self._forgotten(item)
            if was_pending:
                self._troubles.tell("spool damaged", str(error))
        else:
            logger.warning("a spooled %s is dropped: %s", item.kind, type(error).__name__)
            was_pending = self._ended(item)
        if was_pending:
            item.end.set_exception(error)

    def _content(self, item: SpoolItem) -> bytes | None:
        if self._files is None or item.spooled is None:
            with self._changed:
                return self._pending.get(item)
        return self._files.read(item.spooled)[1]

    def _put_off(self, item: SpoolItem, error: ImageSpeakError) -> None:
        with self._changed:
            turn = self._left.get(item)
            if turn is None:
                return
            turn.due_s = self._monotonic() + self._pause_s(turn.tries)
            turn.tries += 1
            turn.trouble = _trouble(error)
            tries = turn.tries
        # The sentence of a document may name a class.
        why = str(error) if isinstance(error, StorageError) else error.code
        if tries == 1:
            logger.info("a spooled %s is tried again later: %s", item.kind, why)
        else:
            told = f"What is made ({item.kind}) waits for the store, and is tried again: {why}"
            self._troubles.tell("spool waiting", told)

    def _pause_s(self, tries: int) -> float:
        pause_s: float = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2 ** min(tries, 10))
        return pause_s * (0.5 + self._chance() / 2)

    def _work_on(self) -> None:
        adopted_s = self._monotonic()
        while True:
            try:
                self.try_due(adopted_s + ADOPT_EVERY_S)
                if self._monotonic() >= adopted_s + ADOPT_EVERY_S:
                    adopted_s = self._monotonic()
                    self.adopt()
            except Exception:
                logger.exception("the spool failed by our own mistake")
            with self._changed:
                if not self._is_running:
                    return
                wait_s = max(0.0, adopted_s + ADOPT_EVERY_S - self._monotonic())
                due_s = self._until_due_s()
                self._changed.wait(wait_s if due_s is None else min(wait_s, due_s))


def _trouble(error: BaseException | None) -> StorageError | None:
    """What fails until the owner has done something; another one's file is in nobody else's way."""
    if isinstance(error, NotABlobError):
        return None
    return error if isinstance(error, StorageAccessError | StorageFullError) else None
