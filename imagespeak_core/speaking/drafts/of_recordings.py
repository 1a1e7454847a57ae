"""Drafts of recordings that are kept, by a paid service: paid once, kept beside their sound.

A draft is kept before the service deletes its copies, so a server may be killed at any moment.
Where it can't be kept, it is known here, and the copies stay: another server reads them for
nothing, until the daily sweep. What is kept here later is deleted there too.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TypeVar

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.operations.calls import Call
from imagespeak_core.recognisers.base import Draft, RecordingRecogniser
from imagespeak_core.recognisers.errors import (
    RecogniserBusyError,
    RecogniserError,
    RecogniserUnreadyError,
)
from imagespeak_core.services import Services
from imagespeak_core.speaking import recordings
from imagespeak_core.speaking.errors import SpokenGoneError
from imagespeak_core.speaking.keys import sound_name
from imagespeak_core.speaking.recording import Recording

AT_ONCE = 16
"""Each of them waits most of the time."""
MOST_WAITING = 100
MOST_KNOWN = 500
"""So many drafts, the last ones, are known here where they could not be kept, or go on."""
BEGUN_FOR = timedelta(minutes=50)
"""From an hour on `RecordingRecogniser.delete_left` may have deleted it."""

_BUSY = "Too many recordings are being listened to just now. Wait a minute, then press again."
_GONE = "This recording is gone."

logger = logging.getLogger(__name__)

_T = TypeVar("_T")


class RecordingDrafts:
    """Has drafts written, some at once; the same recording once. Safe for several threads."""

    def __init__(self, services: Services) -> None:
        """Ask for nothing yet.

        Args:
            services: What the use cases work with.
        """
        self._services = services
        self._lock = threading.Lock()
        self._running: dict[str, Future[Draft]] = {}
        self._known: OrderedDict[str, Draft] = OrderedDict()
        self._begun: OrderedDict[str, datetime] = OrderedDict()
        self._ended = threading.Event()
        self._pool = ThreadPoolExecutor(AT_ONCE, "recording-drafts")

    def price_usd(self, recording: Recording) -> Decimal | None:
        """What a draft costs: nothing where it is paid for already, or where nobody speaks.

        Args:
            recording: Of which it would be.

        Returns:
            None where nobody writes drafts of recordings.
        """
        transcriber = self._services.transcriber
        if transcriber is None:
            return None
        with self._lock:
            is_paid = recording.upload in self._known or self._is_begun(recording)
        if is_paid or recording.draft is not None or not recording.speech.heard:
            return Decimal(0)
        return transcriber.price_usd(recording.speech.length_s)

    def ask(self, recording: Recording) -> Future[Draft]:
        """The draft, now or soon; no words where nobody speaks.

        With it come SpokenGoneError, DayLimitError, StorageError, and what
        `RecordingRecogniser.recognise` raises.

        Args:
            recording: As it was opened just now.

        Raises:
            RecogniserBusyError: Too many wait already, or the server is about to end.
            RecogniserUnreadyError: Nobody writes drafts of recordings here.
        """
        transcriber = self._services.transcriber
        if transcriber is None:
            raise RecogniserUnreadyError("Recordings can't be written down here. Type your words.")
        with self._lock:
            running = self._running.get(recording.upload)
            if running:
                return running
            if self._ended.is_set() or len(self._running) >= MOST_WAITING:
                raise RecogniserBusyError(_BUSY, retry_after_s=60)
            future = self._pool.submit(self._draft, transcriber, recording)
            self._running[recording.upload] = future
        future.add_done_callback(lambda _: self._running.pop(recording.upload, None))
        return future

    def shutdown(self) -> None:
        """Begin nothing new; what runs goes on at the service, and is found there again.

        Nobody waits for that here; a draft that is being kept is kept before the process ends.
        """
        self._ended.set()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _draft(self, transcriber: RecordingRecogniser, recording: Recording) -> Draft:
        there = recordings.open_recording(
            self._services, recording.session_id, recording.stem, recording.learner
        )
        if there is None or there.upload != recording.upload:
            self._forget(recording)
            raise SpokenGoneError(_GONE)
        if there.draft is not None:
            return Draft(there.draft)
        if not there.speech.heard:
            return Draft(())
        try:
            return self._kept(transcriber, there) or self._paid(transcriber, there)
        except ImageSpeakError as error:
            with self._lock:
                draft = self._known.get(there.upload)
            if draft is None:
                raise
            # It is paid for: it is shown, and kept next time.
            logger.warning("a draft could not be kept: %s", error.code)
            return draft

    def _kept(self, transcriber: RecordingRecogniser, recording: Recording) -> Draft | None:
        """What is known here, kept now; None where nothing is."""
        with self._lock:
            draft = self._known.get(recording.upload)
        if draft is not None:
            self._keep(recording, draft)
            transcriber.forget(_sound_name(recording), mark=recording.upload)
        return draft

    def _paid(self, transcriber: RecordingRecogniser, recording: Recording) -> Draft:
        with self._lock:
            is_begun = self._is_begun(recording)
        unmade = (RecogniserBusyError, RecogniserUnreadyError)
        price_usd = transcriber.price_usd(recording.speech.length_s)
        call = Call("draft", "transcribe", recording.session_id)
        calls = self._services.paid_calls
        counted = nullcontext() if is_begun else calls.one(price_usd, call, unmade=unmade)
        try:
            with counted:
                if self._ended.is_set():
                    raise RecogniserBusyError(_BUSY, retry_after_s=60)
                return transcriber.recognise(
                    _sound_name(recording),
                    mark=recording.upload,
                    keep=lambda draft: self._keep(recording, draft),
                    ended=self._ended,
                )
        except RecogniserUnreadyError:
            raise
        except RecogniserError as error:
            with self._lock:
                if not error.is_begun:
                    self._begun.pop(recording.upload, None)
                elif not is_begun:
                    _remember(self._begun, recording.upload, self._services.now())
            raise

    def _keep(self, recording: Recording, draft: Draft) -> None:
        with self._lock:
            _remember(self._known, recording.upload, draft)
        recordings.keep_draft(self._services, recording, draft)
        self._forget(recording)

    def _forget(self, recording: Recording) -> None:
        """Nothing of it is needed here any more."""
        with self._lock:
            self._known.pop(recording.upload, None)
            self._begun.pop(recording.upload, None)

    def _is_begun(self, recording: Recording) -> bool:
        told = self._begun.get(recording.upload)
        return told is not None and self._services.now() - told < BEGUN_FOR


def _remember(kept: OrderedDict[str, _T], upload: str, what: _T) -> None:
    kept[upload] = what
    while len(kept) > MOST_KNOWN:
        kept.popitem(last=False)


def _sound_name(recording: Recording) -> str:
    return sound_name(recording.stem, recording.ending)
