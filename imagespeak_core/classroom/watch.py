"""One look a second at each class that somebody watches, however many they are.

Learners' browsers wait on a route until their class has changed. They all wait for the same task,
which reads the class once a second; without anybody who waits there is no task. Page runs share
the same looks. Who waits looks in threads of the watch's own: a slow store holds up nothing else,
and ids that somebody invents hold up no class.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field

from imagespeak_core.changes import Change, DocumentSeen
from imagespeak_core.classroom.class_names import is_class_id, state_name
from imagespeak_core.classroom.state import CLASSES, OpenClass
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.stores.documents import Document

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 1.0
LOOK_FOR_NONE_EVERY_S = 5.0
"""So long it is remembered, too, that an id has no class."""
MAX_LOOKS = 1_000
MAX_WATCHED = 300

_CLASSES_AT_ONCE = 4
_OTHERS_AT_ONCE = 2
"""So many threads look at what is known to be a class, and at what may be none."""


@dataclass(frozen=True, slots=True)
class _Look:
    """One reading of a class's document, shared by all who want to know."""

    began_s: float
    document: Future[Document | None] = field(default_factory=Future)

    @property
    def found(self) -> bool | None:
        """Whether there is a document; None while or where nobody knows."""
        if not self.document.done() or self.document.exception():
            return None
        return self.document.result() is not None

    @property
    def life_s(self) -> float:
        return LOOK_FOR_NONE_EVERY_S if self.found is False else LOOK_EVERY_S


@dataclass(slots=True)
class _Watched:
    """A class that somebody waits for, on one event loop.

    Attributes:
        version: Of the document, as last seen; None where there is none.
        is_known: It was seen at all.
        changed: Set, and replaced by another one, with each other version.
        task: Looks again and again; none for what is not watched.
    """

    loop: asyncio.AbstractEventLoop
    waiting: int = 0
    version: str | None = None
    is_known: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None

    def differs_from(self, version: str | None) -> bool:
        return self.is_known and version != self.version

    @property
    def is_no_class(self) -> bool:
        return self.is_known and self.version is None

    def learn(self, version: str | None) -> None:
        if self.is_known and version == self.version:
            return
        self.version, self.is_known = version, True
        heard, self.changed = self.changed, asyncio.Event()
        heard.set()


class ClassWatch:
    """The process's eye on its classes. Safe for threads; who waits does so on an event loop.

    Args:
        read: Reads a document by its name: `Documents.read`.
        monotonic: A clock in seconds that never goes back.
        sleep: Waits so many seconds.
    """

    def __init__(
        self,
        read: Callable[[str], Document | None],
        *,
        monotonic: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._read = read
        self._monotonic = monotonic
        self._sleep = sleep
        self._lock = threading.Lock()
        self._looks: dict[str, _Look] = {}  # by session id, oldest first
        self._watched: dict[str, _Watched] = {}
        self._classes = ThreadPoolExecutor(_CLASSES_AT_ONCE, "class-looks")
        self._others = ThreadPoolExecutor(_OTHERS_AT_ONCE, "class-first-looks")

    def shutdown(self) -> None:
        """Begin no more looks for those who wait."""
        for threads in (self._classes, self._others):
            threads.shutdown(wait=False, cancel_futures=True)

    def latest(self, session_id: str) -> OpenClass | None:
        """The class as it was at most a second ago; None where the session is none.

        Those who ask at the same moment share one reading, and its failure. That an id has no
        class is remembered for five seconds, or until this process makes one.

        Raises:
            ClassDamagedError: It is a class, but can't be read.
            InvalidSessionIdError: The id breaks the rule.
            StorageError: The store failed, by subclass.
        """
        return self._opened(session_id)

    def now(self, session_id: str) -> OpenClass | None:
        """The class as it is this moment, for those who are going to change it; else as `latest`.

        Those who wait hear of what is found.
        """
        return self._opened(session_id, is_now=True)

    async def changed(self, session_id: str, seen_version: str | None, timeout_s: float) -> bool:
        """Wait until the class is another one than was seen.

        A store that fails is waited for. Beyond 300 watched classes, and for what is no class's
        id, nothing is read, and the time passes. Ids without a class are looked at less often,
        and give way to others: anybody can think of many.

        Args:
            session_id: The class.
            seen_version: `OpenClass.version` of what is shown; None or empty where that is no
                class.
            timeout_s: How long to wait at most.

        Returns:
            Whether there is something new: the class was changed, made, deleted or damaged.

        Raises:
            InvalidSessionIdError: The id breaks the rule.
        """
        state_name(session_id)
        watched = self._enter(session_id)
        time_is_up = asyncio.ensure_future(self._sleep(timeout_s))
        try:
            while not watched.differs_from(seen_version or None):
                news = asyncio.ensure_future(watched.changed.wait())
                try:
                    await asyncio.wait({news, time_is_up}, return_when="FIRST_COMPLETED")
                finally:
                    news.cancel()
                if time_is_up.done():
                    return watched.differs_from(seen_version or None)
            return True
        finally:
            time_is_up.cancel()
            self._leave(session_id, watched)

    def heed(self, change: Change) -> None:
        """Let everybody here know at once of a class that is another one now, or gone."""
        if isinstance(change, DocumentSeen) and change.name.startswith(CLASSES.prefix):
            self._know(CLASSES.id_in(change.name), change.document)

    def _know(self, session_id: str, document: Document | None) -> None:
        look = _Look(self._monotonic())
        look.document.set_result(document)
        with self._lock:
            self._keep(session_id, look)
        self._tell(session_id)

    def _tell(self, session_id: str) -> None:
        """Let those who wait hear of a look that is over."""
        with self._lock:
            watched = self._watched.get(session_id)
        if watched:
            with suppress(RuntimeError):  # the server is ending, and its loop is closed
                watched.loop.call_soon_threadsafe(self._hear, session_id, watched)

    def _opened(self, session_id: str, *, is_now: bool = False) -> OpenClass | None:
        if not is_class_id(session_id):
            return None
        document = self._document(session_id, is_now=is_now)
        if document is None:
            return None
        state = CLASSES.read(session_id, document.content)
        return OpenClass(state, document.version) if state else None

    def _document(self, session_id: str, *, is_now: bool = False) -> Document | None:
        """From the look that counts now: one that runs, or began a short time ago."""
        name = state_name(session_id)
        with self._lock:
            look = self._looks.get(session_id)
            is_mine = look is None or (look.document.done() and is_now) or not self._counts(look)
            if look is None or is_mine:
                look = _Look(self._monotonic())
                self._keep(session_id, look)
        if is_mine:
            try:
                look.document.set_result(self._read(name))
            except BaseException as error:
                look.document.set_exception(error)
                raise
            # Before a page shows it: who has seen it must find nothing newer in it.
            self._tell(session_id)
        return look.document.result()

    def _counts(self, look: _Look) -> bool:
        return not look.document.done() or self._monotonic() - look.began_s < look.life_s

    def _keep(self, session_id: str, look: _Look) -> None:
        """Remember it; what is no class makes room for what may be one."""
        self._looks.pop(session_id, None)
        self._looks[session_id] = look
        if len(self._looks) > MAX_LOOKS:
            absent = (one for one, look in self._looks.items() if look.found is False)
            del self._looks[next(absent, next(iter(self._looks)))]

    def _enter(self, session_id: str) -> _Watched:
        loop = asyncio.get_running_loop()
        with self._lock:
            watched = self._watched.get(session_id)
            if watched is None:
                watched = _Watched(loop)
                if is_class_id(session_id) and self._has_room():
                    self._watched[session_id] = watched
                    watched.task = loop.create_task(self._keep_looking(session_id, watched))
            watched.waiting += 1
            return watched

    def _has_room(self) -> bool:
        """Whether one more can be watched; what is no class, or may be none, makes room."""
        if len(self._watched) >= MAX_WATCHED:
            absent = [name for name, one in self._watched.items() if one.is_no_class]
            unseen = [name for name in self._watched if not self._is_class(name)]
            for session_id in (*absent, *unseen)[:1]:
                self._stop_looking(session_id)
        return len(self._watched) < MAX_WATCHED

    def _leave(self, session_id: str, watched: _Watched) -> None:
        with self._lock:
            watched.waiting -= 1
            if watched.waiting == 0 and watched is self._watched.get(session_id):
                self._stop_looking(session_id)

    def _stop_looking(self, session_id: str) -> None:
        watched = self._watched.pop(session_id)
        if watched.task:
            watched.task.cancel()

    async def _keep_looking(self, session_id: str, watched: _Watched) -> None:
        is_failing = False
        while True:
            try:
                await watched.loop.run_in_executor(
                    self._threads_for(session_id), self._document, session_id
                )
            except ImageSpeakError as error:
                if not is_failing:
                    logger.info("a watched class can't be read: %s", error.code)
                is_failing = True
            else:
                is_failing = False
                self._hear(session_id, watched)
            await self._sleep(LOOK_FOR_NONE_EVERY_S if watched.is_no_class else LOOK_EVERY_S)

    def _threads_for(self, session_id: str) -> ThreadPoolExecutor:
        with self._lock:
            return self._classes if self._is_class(session_id) else self._others

    def _is_class(self, session_id: str) -> bool:
        """Whether it was one when it was last looked at. Under the lock."""
        look = self._looks.get(session_id)
        return bool(look and look.found)

    def _hear(self, session_id: str, watched: _Watched) -> None:
        """Pass on what counts now; what was told meanwhile is newer than what was read."""
        with self._lock:
            look = self._looks.get(session_id)
        if look and look.document.done() and not look.document.exception():
            watched.learn(_version(session_id, look.document.result(), watched.version))


def _version(session_id: str, document: Document | None, seen: str | None) -> str | None:
    """Of the class's document; None where there is none, or it is another's."""
    if document is None:
        return None
    if document.version != seen and CLASSES.is_anothers(session_id, document.content):
        return None
    return document.version
