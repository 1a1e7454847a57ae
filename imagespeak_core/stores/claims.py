"""Names that one alone may hold, so that servers which share nothing but the store take turns.

    claims/image-7k2m_first   {"owner": "5f…", "nonce": "a3…"}

Whoever holds a claim writes it again every few seconds. One that nobody has written for a while is
of somebody who was killed, frozen or cut off: whoever comes next takes it over, by replacing what
was read and nothing else. Its age is told by the store's own clock, never by a server's.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from weakref import WeakSet

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    ClaimLostError,
    NotABlobError,
    StorageAccessError,
    StorageError,
)
from imagespeak_core.stores.blobs import ROOM_FOR_PICTURES_BYTES, Blob, Blobs, is_name

logger = logging.getLogger(__name__)

CLAIM_PREFIX = "claims/"
ABANDONED_AFTER_S = 20.0
"""A claim that nobody has renewed for so long may be taken over."""
BEAT_S = 5.0
"""So often it is renewed: three renewals may fail."""

_SURE_FOR_S = ABANDONED_AFTER_S - BEAT_S
_LEFT_BEHIND_AFTER_S = 60 * 60.0
_RENEWED_AT_ONCE = 16
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
_MARK = re.compile(rb'\{"owner": "|[0-9a-f]{64}\Z')
"""How what we write begins, and all that version 1.2 wrote."""

_TYPE = "application/json"


def running_s() -> float:
    """Seconds that only go up, also while this process is stopped, or its computer asleep."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)  # Linux' own; its other clock stands in sleep
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class Claim:
    """A name that this process holds, until it gives it back or is silent for too long.

    It is also silent once nobody has this object any more.
    """

    def __init__(self, claims: Claims, name: str, version: str, begun_s: float) -> None:
        self.name = name
        self._claims = claims
        self._lock = threading.Lock()
        self._version = version
        self._renewed_s = begun_s
        self._unsure = list[bytes]()
        self._is_over = False

    def check(self) -> None:
        """Return if it is surely ours now; where we were silent for too long, the store is asked.

        Raises:
            ClaimLostError: Somebody else has taken it over.
            StorageError: The store failed, by subclass: nobody knows.
        """
        if self._is_over or self._claims.monotonic() - self._renewed_s > _SURE_FOR_S:
            self.renew()

    def renew(self) -> None:
        """Say that its owner is alive.

        Raises:
            ClaimLostError, StorageError: As `check`.
        """
        with self._lock:
            if self._is_over:
                raise ClaimLostError(self.name)
            begun_s, mark = self._claims.monotonic(), self._claims.new_mark()
            self._unsure.append(mark)  # until the store has answered it may be there, or not
            if not (self._rewrite(mark) or (self._find_own() and self._rewrite(mark))):
                self._is_over = True
                raise ClaimLostError(self.name)
            self._renewed_s = begun_s
            self._unsure.clear()

    def _rewrite(self, mark: bytes) -> bool:
        """False where something else is there than we have seen."""
        try:
            self._version = self._claims.rewrite(self.name, mark, self._version)
        except ChangedMeanwhileError:
            return False
        return True

    def _find_own(self) -> bool:
        """What is there may be our own, written by a request whose answer was lost."""
        there = self._claims.read(self.name)
        if there is None or not (there.version == self._version or there.content in self._unsure):
            return False
        self._version = there.version
        return True

    def release(self) -> None:
        """Give it back; another's is never touched.

        Raises:
            StorageError: By subclass; it is then abandoned, and soon somebody else's.
        """
        self._claims.no_more(self)
        with self._lock:
            is_ours, self._is_over = not self._is_over, True
            if not is_ours:
                return
            is_late = self._claims.monotonic() - self._renewed_s > _SURE_FOR_S
            if (is_late or self._unsure) and not self._find_own():
                return
            self._claims.remove(self.name, self._version)


class Claims:
    """Blobs under `claims/` that one owner at a time holds. Safe for threads and processes.

    A name has 1–200 of `A-Z a-z 0-9 . _ -` and begins with a letter or digit. All methods raise
    ValueError for one that breaks this, and StorageError by subclass where the store fails. Only
    `sweep` needs the right to list them.
    """

    def __init__(
        self,
        blobs: Blobs,
        *,
        monotonic: Callable[[], float] = running_s,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Remember where.

        Args:
            blobs: Where they are kept.
            monotonic: As `running_s`.
            sleep: Waits so many seconds between the renewals of what is held.
        """
        self._blobs = blobs
        self.monotonic = monotonic
        self._sleep = sleep
        self._owner = secrets.token_hex(8)
        self._lock = threading.Lock()
        self._held = WeakSet[Claim]()
        self._is_beating = False

    def take(self, name: str) -> Claim | None:
        """Hold a name that nobody holds, or whose owner is silent; None where it is another's.

        In a store that is all but full it fails: whoever claims is about to pay for a picture.
        """
        full_name = _checked(name)
        self._blobs.check_room(ROOM_FOR_PICTURES_BYTES)
        begun_s = self.monotonic()
        try:
            written = self._blobs.create(full_name, self.new_mark(), content_type=_TYPE)
        except NotABlobError:
            return None
        except ChangedMeanwhileError:
            there = self._blobs.read(full_name)
            return self._taken_over(name, there) if there else None
        return self._begun(name, written.version, begun_s)

    def take_over(self, name: str) -> Claim | None:
        """The same where somebody held it a moment ago: it costs no write while they do."""
        try:
            there = self._blobs.read(_checked(name))
        except NotABlobError:
            raise
        except StorageAccessError:
            there = None  # S3 says so of what is not there to those who may not list it
        return self._taken_over(name, there) if there else self.take(name)

    def _taken_over(self, name: str, there: Blob) -> Claim | None:
        if there.age_s < ABANDONED_AFTER_S:
            return None
        begun_s = self.monotonic()
        try:
            version = self.rewrite(name, self.new_mark(), there.version)
        except ChangedMeanwhileError:
            return None
        logger.warning("a claim was taken over: its owner was silent for %.0f s", there.age_s)
        return self._begun(name, version, begun_s)

    def sweep(self) -> int:
        """Delete what crashes have left and nobody waits for; gives how many."""
        swept = 0
        for page in self._blobs.list(CLAIM_PREFIX):
            for blob in page:
                age_s = (self._blobs.now() - blob.last_modified).total_seconds()
                if age_s > _LEFT_BEHIND_AFTER_S and is_name(blob.name):
                    swept += self._is_swept(blob.name)
        return swept

    def _is_swept(self, full_name: str) -> bool:
        there = self._blobs.read(full_name)
        if there is None or there.age_s < _LEFT_BEHIND_AFTER_S or not _MARK.match(there.content):
            return False
        try:
            self._blobs.delete_unchanged(full_name, there.version)
        except ChangedMeanwhileError:
            return False
        return True

    def read(self, name: str) -> Blob | None:
        """For `Claim`: what is there."""
        return self._blobs.read(_checked(name))

    def rewrite(self, name: str, mark: bytes, version: str) -> str:
        """For `Claim`: write it in the place of what was read; gives the new version."""
        name = _checked(name)
        return self._blobs.replace(name, mark, content_type=_TYPE, version=version).version

    def remove(self, name: str, version: str) -> None:
        """For `Claim`, which knows that it is still its own."""
        try:
            self._blobs.delete_unchanged(_checked(name), version, is_known=True)
        except ChangedMeanwhileError:
            logger.info("a claim was taken over before it was given back")

    def no_more(self, claim: Claim) -> None:
        """For `Claim`: renew it no more."""
        with self._lock:
            self._held.discard(claim)

    def _begun(self, name: str, version: str, begun_s: float) -> Claim:
        claim = Claim(self, name, version, begun_s)
        with self._lock:
            if not self._is_beating:
                # A daemon: a store that hangs must not keep the process from ending.
                threading.Thread(target=self._beat_on, name="claims", daemon=True).start()
                self._is_beating = True
            self._held.add(claim)
        return claim

    def _beat_on(self) -> None:
        """Renew all that is held, side by side, until nothing is held."""
        running: dict[Claim, Future[None]] = {}
        with ThreadPoolExecutor(_RENEWED_AT_ONCE, "claims-renewing") as pool:
            while True:
                self._sleep(BEAT_S)
                running = {claim: one for claim, one in running.items() if not one.done()}
                if not self._beat(pool, running):
                    return

    def _beat(self, pool: ThreadPoolExecutor, running: dict[Claim, Future[None]]) -> bool:
        """Begin all renewals that are not under way: one that hangs holds up no other."""
        with self._lock:
            held = [*self._held]
            self._is_beating = bool(held)
        try:
            for claim in held:
                if claim not in running:
                    running[claim] = pool.submit(self._renew, claim)
        except RuntimeError as exc:  # no more threads can be had, just now or for good
            logger.info("claims could not be renewed: %s", exc)
        return bool(held)

    def _renew(self, claim: Claim) -> None:
        """Whatever goes wrong: its holder asks again before anything is paid."""
        try:
            claim.renew()
        except ClaimLostError:
            self.no_more(claim)
        except StorageError as error:
            logger.info("a claim could not be renewed: %s", error.code)
        except Exception:
            logger.exception("a claim could not be renewed by our own mistake")

    def new_mark(self) -> bytes:
        """Another one each time: a folder tells versions apart by their bytes alone."""
        return json.dumps({"owner": self._owner, "nonce": secrets.token_hex(8)}).encode()


def _checked(name: str) -> str:
    """The full name of a claim."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} can't be claimed.")
    return CLAIM_PREFIX + name
