"""Sign-outs that all servers know: they are in the store, under `access/sign-outs.json`.

A server looks there only while somebody brings a teacher's sign-in, and at most once in 5 seconds;
all visitors share a look, and it has a thread of its own. Who is known to be a teacher waits for a
look only where the last one is older than 10 seconds, and then for 3 at most. So a copy of a
cookie that was ended on another server opens nothing after 10 seconds. What is ended here counts
here at once, before the store knows it.

Where the store does not answer, a class must not lose its teacher, and nobody may get back in for
ever with what was ended elsewhere. So what is known goes on to count for 15 minutes. After that,
and on a server that has never reached the store, a sign-in counts only if it is newer than the
last look that succeeded: teachers sign in once more, and go on. A sign-out that could not be
stored is stored with a later look.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import ValidationError

from imagespeak_core.access.signed_in import Ended, SignedIn
from imagespeak_core.errors import ChangedMeanwhileError, DocumentDamagedError, ImageSpeakError
from imagespeak_core.operations.troubles import Troubles
from imagespeak_core.stores.documents import Document, Documents

logger = logging.getLogger(__name__)

NAME = "access/sign-outs.json"
LOOK_EVERY_S = 5.0
OLDEST_S = 10.0
LONGEST_WAIT_S = 3.0
GOES_ON_S = 15 * 60.0

_TRIES = 10


def _in_a_thread(work: Callable[[], None]) -> None:
    threading.Thread(target=work, name="sign-outs", daemon=True).start()


@dataclass(frozen=True, slots=True)
class _Look:
    """One reading of the document.

    Attributes:
        began_s: By the clock that never goes back.
        at_s: In Unix seconds.
        is_over: Set when it has succeeded or failed.
    """

    began_s: float
    at_s: int
    is_over: threading.Event = field(default_factory=threading.Event)


class SignOuts:
    """Which sign-ins of teachers have ended. Safe for threads.

    Args:
        documents: Where it is kept for all servers.
        now: The clock, aware.
        monotonic: Seconds that never go back.
        troubles: Told where the store fails.
        start: Does some work beside the caller's.
    """

    def __init__(
        self,
        documents: Documents,
        *,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        troubles: Troubles,
        start: Callable[[Callable[[], None]], None] = _in_a_thread,
    ) -> None:
        self._documents = documents
        self._now = now
        self._monotonic = monotonic
        self._troubles = troubles
        self._start = start
        self._lock = threading.Lock()
        self._own = Ended()
        self._is_own_stored = True
        self._stored = Ended()
        self._running: _Look | None = None
        self._succeeded = _Look(float("-inf"), self._now_s())

    def still_counts(self, signed_in: SignedIn) -> bool:
        """Whether nobody has ended it, as far as this server may know."""
        self._look_again(OLDEST_S)
        with self._lock:
            if signed_in in self._own or signed_in in self._stored:
                return False
            is_known = self._monotonic() - self._succeeded.began_s <= GOES_ON_S
            return is_known or signed_in.since_s >= self._succeeded.at_s

    def first_second(self, account: str) -> int:
        """From when a sign-in counts that is made now, in Unix seconds.

        It is no earlier than what was ended everywhere, also where that server's clock is ahead.
        """
        self._look_again(0.0)
        with self._lock:
            until_s = max(one.all_until.get(account, 0) for one in (self._own, self._stored))
        return max(self._now_s(), until_s + 1)

    def end(self, signed_in: SignedIn) -> None:
        """Let a sign-in count no more: here at once, elsewhere as soon as the store knows it."""
        ended = Ended(ended={signed_in.id: signed_in.ends_s})
        with self._lock:
            self._own = self._own.joined(ended, self._now_s())
            self._is_own_stored = False
        try:
            self._store_own()
        except ImageSpeakError as error:
            self._tell(error)

    def end_everywhere(self, signed_in: SignedIn) -> None:
        """Let no sign-in of this one's account count that was made until now.

        Raises:
            ImageSpeakError: The store does not know it, and all count as before.
        """
        until_s = max(self._now_s(), signed_in.since_s)  # that server's clock may be ahead
        ended = Ended(all_until={signed_in.account: until_s})
        self._write(ended)
        with self._lock:
            self._own = self._own.joined(ended, self._now_s())

    def _look_again(self, oldest_s: float) -> None:
        """Begin a look where it is time for one, and wait for it where the last one is too old."""
        mine = None
        with self._lock:
            now_s, look = self._monotonic(), self._running
            is_due = look is None or look.is_over.is_set()
            if look is None or (is_due and now_s - look.began_s >= min(oldest_s, LOOK_EVERY_S)):
                self._running = look = mine = _Look(now_s, self._now_s())
            is_old = now_s - self._succeeded.began_s > oldest_s
        if mine:
            try:
                self._start(lambda: self._take(mine))
            except RuntimeError:  # there are no more threads: the next one who asks tries again
                mine.is_over.set()
        if is_old:
            look.is_over.wait(max(0.0, look.began_s + LONGEST_WAIT_S - self._monotonic()))

    def _take(self, look: _Look) -> None:
        try:
            stored = _read(self._documents.read(NAME))
            with self._lock:
                self._stored, self._succeeded = stored, look
                is_own_stored = self._is_own_stored
            if not is_own_stored:
                self._store_own()
        except ImageSpeakError as error:
            self._tell(error)
        except Exception:
            logger.exception("sign-outs could not be looked at")
        finally:
            look.is_over.set()

    def _store_own(self) -> None:
        with self._lock:
            own = self._own
        self._write(own)
        with self._lock:
            self._is_own_stored = self._own == own

    def _write(self, more: Ended) -> None:
        for _ in range(_TRIES):
            document = self._documents.read(NAME)
            before = _read(document)
            after = before.joined(more, self._now_s())
            if after == before:
                return
            content = after.model_dump_json().encode()
            try:
                version = document.version if document else None
                self._documents.write(NAME, content, replacing=version)
            except ChangedMeanwhileError:
                continue
            return
        raise ChangedMeanwhileError(NAME)

    def _tell(self, error: ImageSpeakError) -> None:
        self._troubles.tell(
            "sign-outs",
            f"Who signs out on another server may still be signed in here. {error}",
        )

    def _now_s(self) -> int:
        return int(self._now().timestamp())


def _read(document: Document | None) -> Ended:
    if document is None:
        return Ended()
    try:
        return Ended.model_validate_json(document.content)
    except ValidationError as exc:
        raise DocumentDamagedError(
            f"{NAME} in the store is damaged, and is left as it is. Delete it; to be safe, set "
            "another PIN too: it has the sign-outs of the last hours."
        ) from exc
