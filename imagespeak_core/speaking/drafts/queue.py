"""Who wants a draft on this server: one after the other, each told its place in line.

Nothing of it is ever on a disk. A sound is decoded shortly before its turn and then let go; what
is said in it is let go when it is recognised; the draft, soon after it is there.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.later import Later, Scheduler
from imagespeak_core.operations.kinds import tell_of
from imagespeak_core.operations.troubles import Troubles
from imagespeak_core.recognisers.base import SoundRecogniser
from imagespeak_core.recognisers.errors import (
    RecogniserBusyError,
    RecogniserError,
    RecogniserUnreadyError,
)
from imagespeak_core.speaking.drafts.jobs import Drafted, Job
from imagespeak_core.speaking.errors import (
    DraftReplacedError,
    SoundUnreadyError,
    TooLargeSoundError,
)
from imagespeak_core.speaking.limits import Limits
from imagespeak_core.speaking.sound import Heard
from imagespeak_core.speaking.tickets import Ticket

logger = logging.getLogger(__name__)

MOST = 60
"""Two classes that press at the same moment."""
MOST_INCOMING_OF_ONE = 2
"""So slow senders keep nobody else out: one that was cut off, and the one that is tried again."""
MOST_BYTES = 256_000_000
"""Of all sounds in memory."""
UNASKED_S = 30.0
"""Whom nobody has asked for so long, nobody waits for any more."""
KEPT_S = 90.0
SWEPT_EACH_S = 30.0
"""A draft is gone two minutes after it was there at the latest."""

_DECODED_AHEAD = 2
_RETRY_S = 20


class Listen(Protocol):
    """Decodes a file: `sound.listen`."""

    def __call__(self, content: bytes, *, max_s: float, max_bytes: int) -> Heard:
        """What somebody says in it."""
        ...


class Incoming:
    """A sound that comes in; what came of it is forgotten where it is not added in the end."""

    def __init__(self, drafts: DraftQueue, ticket: Ticket) -> None:
        self._drafts = drafts
        self._ticket = ticket
        self.learner = ticket.learner
        self._pieces: list[bytes] = []
        self.size_bytes = 0

    def __enter__(self) -> Incoming:
        return self

    def __exit__(self, *_: object) -> None:
        self._drafts.leave(self)

    def write(self, content: bytes) -> None:
        """Take the next bytes.

        Raises:
            TooLargeSoundError: There are more than a recording may have.
            RecogniserBusyError: There is no room for more just now.
        """
        self._drafts.make_room(self, len(content))
        self._pieces.append(content)

    def add(self) -> int:
        """That was all of it; gives its place in line, see `DraftQueue.add`."""
        return self._drafts.add(self._ticket, b"".join(self._pieces))


class DraftQueue:
    """All who want a draft in this process. Safe to use from several threads; none of it waits.

    A learner has at most one sound waiting: a newer one takes its place.
    """

    def __init__(
        self,
        recogniser: SoundRecogniser,
        listen: Listen,
        *,
        limits: Limits,
        monotonic: Callable[[], float],
        later: Later | None = None,
        troubles: Troubles | None = None,
    ) -> None:
        """Begin with nobody.

        Args:
            recogniser: Writes the drafts.
            listen: Decodes what has come in.
            limits: How long and large a recording may be.
            monotonic: Seconds that only go up.
            later: Does something after so many seconds.
            troubles: Told of what only the owner can mend.
        """
        self._recogniser = recogniser
        self._listen = listen
        self._limits = limits
        self._monotonic = monotonic
        self._later = later or Scheduler()
        self._troubles = troubles or Troubles()
        self._jobs: dict[str, Job] = {}
        self._incoming: set[Incoming] = set()
        self._changed = threading.Condition()
        self._has_begun = self._is_swept = self._has_ended = False

    def incoming(self, ticket: Ticket) -> Incoming:
        """Take a sound in, piece by piece.

        Raises:
            RecogniserBusyError: Too many wait already, or too many of this learner come in.
        """
        incoming = Incoming(self, ticket)
        with self._changed:
            self._forget_old()
            others = sum(job.outcome is None for job in self._jobs.values())
            if self._has_ended or others + len(self._incoming) >= MOST:
                raise _busy()
            own = sum(one.learner == ticket.learner for one in self._incoming)
            if own >= MOST_INCOMING_OF_ONE:
                raise _busy()
            self._incoming.add(incoming)
        return incoming

    def make_room(self, incoming: Incoming, more_bytes: int) -> None:
        """See `Incoming.write`."""
        with self._changed:
            if incoming.size_bytes + more_bytes > self._limits.recording_bytes:
                raise TooLargeSoundError(
                    f"The recording may have {self._limits.recording_bytes:,} bytes. "
                    "Make a shorter one."
                )
            taken = sum(one.size_bytes for one in self._incoming)
            taken += sum(job.size_bytes for job in self._jobs.values())
            if taken + more_bytes > MOST_BYTES:
                raise _busy()
            incoming.size_bytes += more_bytes

    def leave(self, incoming: Incoming) -> None:
        """It is whole, or will never be."""
        with self._changed:
            self._incoming.discard(incoming)

    def add(self, ticket: Ticket, content: bytes) -> int:
        """Stand in line; gives how many are before. Whoever is known already is not added again.

        Args:
            ticket: Which recording it is.
            content: All of its file.

        Raises:
            RecogniserBusyError: The server is about to end.
        """
        with self._changed:
            self._forget_old()
            known = self._jobs.get(ticket.upload)
            if known is not None and not isinstance(known.outcome, ImageSpeakError):
                known.asked_s = self._monotonic()
                return self._place(known)
            if self._has_ended:
                raise _busy()
            for waiting in self._jobs.values():
                if waiting.learner == ticket.learner and waiting.is_waiting:
                    waiting.end(_replaced(), self._monotonic())
            self._jobs.pop(ticket.upload, None)
            job = Job(ticket.learner, content, self._monotonic())
            self._jobs[ticket.upload] = job
            self._begin()
            self._changed.notify_all()
            return self._place(job)

    def state(self, ticket: Ticket) -> int | Drafted | ImageSpeakError | None:
        """How many are before it, 0 when it is its turn; or what came of it. Somebody asks now.

        None: it is not known here. An error: what `sound.listen` or the recogniser raised, or that
        a newer one took its place.
        """
        with self._changed:
            self._forget_old()
            job = self._jobs.get(ticket.upload)
            if job is None:
                return None
            job.asked_s = self._monotonic()
            return self._place(job) if job.outcome is None else job.outcome

    def forget(self, ticket: Ticket) -> None:
        """Nobody wants it any more, if it was known."""
        with self._changed:
            self._jobs.pop(ticket.upload, None)

    def shutdown(self) -> None:
        """Forget all, and begin nothing new. What is just being heard is not waited for."""
        with self._changed:
            self._has_ended = True
            self._jobs.clear()
            self._changed.notify_all()

    def _place(self, job: Job) -> int:
        if job.is_recognised_now or job.outcome is not None:
            return 0
        before = 0
        for other in self._jobs.values():
            if other is job:
                break
            before += other.outcome is None
        return before

    def _forget_old(self) -> None:
        now_s = self._monotonic()
        for name, job in [*self._jobs.items()]:
            is_over = (
                job.asked_s + UNASKED_S <= now_s
                if job.outcome is None
                else job.done_s + KEPT_S <= now_s
            )
            if is_over:
                del self._jobs[name]

    def _begin(self) -> None:
        """Sees that somebody works, and that what nobody asks for goes by itself."""
        if not self._is_swept:
            self._is_swept = True
            self._later(SWEPT_EACH_S, self._sweep)
        if self._has_begun:
            return
        self._has_begun = True
        works = [(self._decode, self._next_to_decode)]
        works += [(self._recognise, self._next_to_recognise)] * self._recogniser.max_parallel
        for work, find in works:
            threading.Thread(
                target=self._work, args=(work, find), name="drafts", daemon=True
            ).start()

    def _sweep(self) -> None:
        with self._changed:
            self._forget_old()
            self._is_swept = bool(self._jobs)
            if self._is_swept:
                self._later(SWEPT_EACH_S, self._sweep)

    def _work(self, work: Callable[[Job], None], find: Callable[[], Job | None]) -> None:
        while True:
            with self._changed:
                while (job := find()) is None:
                    if self._has_ended:
                        return
                    self._changed.wait()
                job.is_taken = True
                self._changed.notify_all()  # there is room for another one to be decoded
            try:
                work(job)
            except ImageSpeakError as error:
                self._done(job, error)
            except Exception:  # it must not end the line for all others
                logger.exception("no draft was written, by our own mistake")
                self._done(job, RecogniserError("No draft could be written. Type your words."))
            del job  # while the next one is waited for

    def _next_to_decode(self) -> Job | None:
        self._forget_old()
        jobs = self._jobs.values()
        if sum(job.samples is not None and not job.is_taken for job in jobs) >= _DECODED_AHEAD:
            return None
        return next((job for job in jobs if job.content is not None and not job.is_taken), None)

    def _next_to_recognise(self) -> Job | None:
        self._forget_old()
        jobs = self._jobs.values()
        return next((job for job in jobs if job.samples is not None and not job.is_taken), None)

    def _decode(self, job: Job) -> None:
        content, job.content = job.content or b"", None
        heard = self._listen(
            content, max_s=self._limits.recording_s, max_bytes=self._limits.recording_bytes
        )
        if not heard.speech.heard:
            self._done(job, Drafted(heard=False))
            return
        with self._changed:
            job.is_taken = False
            if job.outcome is None:
                job.samples = heard.samples
            self._changed.notify_all()

    def _recognise(self, job: Job) -> None:
        self._done(job, Drafted(True, self._recogniser.recognise(job.samples or b"")))

    def _done(self, job: Job, outcome: Drafted | ImageSpeakError) -> None:
        if isinstance(outcome, RecogniserUnreadyError | SoundUnreadyError):
            tell_of(self._troubles, outcome)
        with self._changed:
            if job.outcome is None:
                job.end(outcome, self._monotonic())
            self._changed.notify_all()


def _replaced() -> DraftReplacedError:
    return DraftReplacedError("A newer recording of yours took its place.")


def _busy() -> RecogniserBusyError:
    return RecogniserBusyError(
        "Too many people want their words written just now. Try again in a moment, or type your "
        "words.",
        retry_after_s=_RETRY_S,
    )
