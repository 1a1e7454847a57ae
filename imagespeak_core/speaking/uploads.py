"""Recordings on their way here: in parts, gone on with after a cut network, safe when whole.

How much of one is here is known to this process alone: another server asks for all of it again,
but for what is kept, which every server finds.
"""

from __future__ import annotations

import contextlib
import logging
import math
import tempfile
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import IO, Protocol

from imagespeak_core.errors import (
    ImageSpeakError,
    StorageAccessError,
    StorageError,
    StorageFullError,
)
from imagespeak_core.services import Services
from imagespeak_core.speaking.errors import SoundBusyError, TooLargeSoundError, UploadsBusyError
from imagespeak_core.speaking.keeping import keep_or_wait, register
from imagespeak_core.speaking.limits import Limits
from imagespeak_core.speaking.recording import ExaminedSound, Recording
from imagespeak_core.speaking.recordings import find_upload
from imagespeak_core.speaking.tickets import Ticket
from imagespeak_core.speaking.waiting import WaitingRecording, find_waiting

logger = logging.getLogger(__name__)

MOST = 100
MOST_BYTES = 300_000_000
"""On their way at once, in temporary files; what is in memory of each is far less."""
MOST_OF_A_LEARNER = 3
LIFE_S = 30 * 60
"""After so long without a byte the part that came is forgotten."""
IN_MEMORY_BYTES = 256_000
KEPT_AT_ONCE = 4
AWAY_S = 30.0
"""For so long a store that has failed is not asked again: each who asked would wait for nothing."""

_LOOKS_AT_ONCE = 2
_RETRY_S = 15
_TRY_AGAIN = (StorageError, SoundBusyError)
"""After these the same sound may be kept at the next try."""

NOT_KEPT_NOW = (
    "Your recording could not be kept just now. It is still in your browser: "
    "press Keep again in some minutes."
)
"""For learners; what a store tells is for its owner."""


class Examine(Protocol):
    """Looks at a file: `sound.examine`."""

    def __call__(self, content: bytes, *, max_s: float, max_bytes: int) -> ExaminedSound:
        """What of it is to be kept."""
        ...


class WrongOffsetError(ImageSpeakError):
    """So many bytes are here: `received`; the next part begins there."""

    code = "wrong_offset"

    def __init__(self, received: int) -> None:
        super().__init__(f"{received:,} bytes are here. Send the rest.")
        self.received = received


@dataclass(slots=True)
class _Upload:
    learner: str
    length: int
    file: IO[bytes]
    touched_s: float
    received: int = 0
    part: int = 0
    keeping: Future[Recording | WaitingRecording] | None = None


class Part:
    """A part that comes in; it ends as soon as another one of the same upload begins."""

    def __init__(self, uploads: Uploads, name: str, number: int) -> None:
        self._uploads = uploads
        self._name = name
        self._number = number

    def write(self, content: bytes) -> None:
        """Take the next bytes.

        Raises:
            WrongOffsetError: Another part of the same upload has begun meanwhile.
            TooLargeSoundError: There are more than were announced; all is forgotten.
            UploadsBusyError: There is no room for more just now.
            StorageFullError: This computer has no room left; all is forgotten.
        """
        self._uploads.write(self._name, self._number, content)


class Uploads:
    """All recordings on their way to this process. For one thread, such as a server's loop.

    Made before the spool starts, which then stores those that wait.
    """

    def __init__(
        self,
        services: Services,
        examine: Examine,
        *,
        limits: Limits,
        monotonic: Callable[[], float],
    ) -> None:
        """Begin with none.

        Args:
            services: What the use cases work with.
            examine: Looks at what has come in.
            limits: How much may be kept.
            monotonic: Seconds that only go up.
        """
        self._services = services
        self._examine = examine
        self._limits = limits
        self._monotonic = monotonic
        self._away_until_s = -math.inf
        self._uploads: dict[str, _Upload] = {}
        self._keeping = ThreadPoolExecutor(KEPT_AT_ONCE, "uploads-keeping")
        self._looking = ThreadPoolExecutor(_LOOKS_AT_ONCE, "uploads-looking")
        register(services, stored=self._note_back)

    def received(self, ticket: Ticket) -> int:
        """How many bytes of a recording are here."""
        self._forget_old()
        upload = self._uploads.get(ticket.upload)
        return upload.received if upload else 0

    def is_whole(self, ticket: Ticket) -> bool:
        """Whether all bytes of a recording are here."""
        self._forget_old()
        upload = self._uploads.get(ticket.upload)
        return upload is not None and upload.received == upload.length

    def waiting(self, ticket: Ticket) -> WaitingRecording | None:
        """What this ticket has brought, if it is safe here, and is stored by itself."""
        self._forget_old()
        is_being_kept = ticket.upload in self._uploads  # which may be refused yet
        return None if is_being_kept else find_waiting(self._services, ticket)

    def find(self, ticket: Ticket) -> Future[Recording | None]:
        """What this ticket has brought, to whichever server; see `recordings.find_upload`.

        None, too, where the store fails for now: what is sent twice is kept once.
        """
        return self._looking.submit(self._find, ticket)

    def begin(self, ticket: Ticket, *, offset: int, length: int, is_anew: bool = False) -> Part:
        """Take a part that begins at `offset` of `length` bytes.

        Args:
            ticket: Which recording it is of.
            offset: How many bytes come before it.
            length: How many bytes the recording has.
            is_anew: Where it is the first part: forget what is here, if that is not whole.

        Raises:
            WrongOffsetError: Not so many bytes are here.
            TooLargeSoundError: A recording may not have so many bytes.
            UploadsBusyError: Too many are on their way.
        """
        received = self.received(ticket)
        if length > self._limits.recording_bytes:
            raise TooLargeSoundError(
                f"The recording has {length:,} bytes, and may have "
                f"{self._limits.recording_bytes:,}. Make a shorter one."
            )
        known = self._uploads.get(ticket.upload)
        part = known.part if known else 0
        is_other = known is not None and (is_anew or known.length != length)
        if is_other and known and not offset and not known.keeping:
            self._forget(ticket.upload)
            known, received = None, 0
        if offset != received:
            raise WrongOffsetError(received)
        upload = known or self._new(ticket, length)
        upload.part = part + 1
        return Part(self, ticket.upload, upload.part)

    def write(self, name: str, part: int, content: bytes) -> None:
        """See `Part.write`."""
        upload = self._uploads.get(name)
        if upload is None or upload.part != part:
            raise WrongOffsetError(upload.received if upload else 0)
        if upload.received + len(content) > upload.length:
            self._forget(name)
            raise TooLargeSoundError("The recording has more bytes than were announced.")
        if sum(one.received for one in self._uploads.values()) + len(content) > MOST_BYTES:
            raise _busy()
        try:
            upload.file.write(content)
            upload.file.flush()
        except OSError as exc:
            self._forget(name)
            raise StorageFullError(NOT_KEPT_NOW) from exc
        upload.received += len(content)
        upload.touched_s = self._monotonic()

    def keep(self, ticket: Ticket) -> Future[Recording | WaitingRecording]:
        """Keep a recording that is here as a whole; whoever asks again waits for the same.

        With it comes what `sound.examine` and `keeping.keep_or_wait` raise. What can't be kept is
        then forgotten, but where the store failed or too many others are kept: ask again.
        """
        upload = self._uploads[ticket.upload]
        if upload.keeping is None or _failed_for_now(upload.keeping):
            upload.keeping = self._keeping.submit(self._keep, ticket, upload)
        return upload.keeping

    def shutdown(self) -> None:
        """Begin nothing new; what is being kept is waited for."""
        self._looking.shutdown(wait=False, cancel_futures=True)
        self._keeping.shutdown(wait=True, cancel_futures=True)
        for name in [*self._uploads]:
            self._forget(name)

    def _find(self, ticket: Ticket) -> Recording | None:
        if self._is_away():
            return None
        try:
            return find_upload(self._services, ticket)
        except StorageAccessError:
            raise
        except StorageError as error:
            logger.warning("whether a recording is kept could not be looked at: %s", error.code)
            self._note_away()
            return None

    def _note_away(self) -> None:
        self._away_until_s = self._monotonic() + AWAY_S

    def _note_back(self) -> None:
        self._away_until_s = -math.inf

    def _is_away(self) -> bool:
        return self._monotonic() < self._away_until_s

    def _keep(self, ticket: Ticket, upload: _Upload) -> Recording | WaitingRecording:
        upload.file.seek(0)
        sound = self._examine(
            upload.file.read(),
            max_s=self._limits.recording_s,
            max_bytes=self._limits.recording_bytes,
        )
        is_away = self._is_away()
        kept = keep_or_wait(self._services, ticket, sound, limits=self._limits, is_away=is_away)
        if isinstance(kept, WaitingRecording) and not is_away:
            self._note_away()
        return kept

    def _new(self, ticket: Ticket, length: int) -> _Upload:
        own = [name for name, one in self._uploads.items() if one.learner == ticket.learner]
        for name in [name for name in own if not self._uploads[name].keeping]:
            if len(own) < MOST_OF_A_LEARNER:
                break
            self._forget(name)
            own.remove(name)
        if len(self._uploads) >= MOST or len(own) >= MOST_OF_A_LEARNER:
            raise _busy()
        file = tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES)  # noqa: SIM115 - lives on
        upload = _Upload(ticket.learner, length, file, self._monotonic())
        self._uploads[ticket.upload] = upload
        return upload

    def _forget_old(self) -> None:
        """Those that nobody goes on with, and those whose end is known."""
        now_s = self._monotonic()
        for name, upload in [*self._uploads.items()]:
            keeping = upload.keeping
            if keeping and not keeping.done():
                continue
            has_ended = keeping is not None and not _failed_for_now(keeping)
            if has_ended or upload.touched_s + LIFE_S < now_s:
                self._forget(name)

    def _forget(self, name: str) -> None:
        with contextlib.suppress(OSError):  # what a full disk did not take is not wanted any more
            self._uploads.pop(name).file.close()


def _failed_for_now(keeping: Future[Recording | WaitingRecording]) -> bool:
    if not keeping.done() or keeping.cancelled():
        return keeping.cancelled()
    return isinstance(keeping.exception(), _TRY_AGAIN)


def _busy() -> UploadsBusyError:
    return UploadsBusyError(
        "Too many recordings are being sent just now. Yours is still in your browser: "
        "it is sent again in a moment.",
        retry_after_s=_RETRY_S,
    )
