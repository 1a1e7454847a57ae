"""Drafts by Amazon Transcribe, of recordings that lie in the bucket. Every job is paid for.

A job's name is made from what it listens to: whoever asks for the same again, on another server
or after a crash, gets the job that runs. Amazon's own copies, the job and its transcript, are
deleted as soon as the draft is kept; what a crash leaves is deleted by the daily sweep.
"""

from __future__ import annotations

import hashlib
import json
import logging
import math
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from botocore import exceptions as aws
from botocore.awsrequest import AWSRequest
from botocore.httpsession import URLLib3Session

from imagespeak_core.aws import failures
from imagespeak_core.aws.clients import connect_paid
from imagespeak_core.aws.connection import Connection, OneConnection
from imagespeak_core.aws.failures import CREDENTIALS_SENTENCES, Reason, error_code, reason_of
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.recognisers.base import SURE_FROM, Draft, DraftWord
from imagespeak_core.recognisers.errors import (
    RecogniserBusyError,
    RecogniserError,
    RecogniserUnreadyError,
)

if TYPE_CHECKING:
    from mypy_boto3_transcribe import TranscribeServiceClient

PRICE_USD_A_SECOND: Final = Decimal("0.0001")
LEAST_PAID_S: Final = 15
"""Batch, the first tier in US regions: https://aws.amazon.com/transcribe/pricing/ (2026-11)."""

LANGUAGE: Final = "en-US"
FIRST_LOOK_S: Final = 4.0
BETWEEN_LOOKS_S: Final = 2.0
PATIENCE_S: Final = 300.0
LEFT_AFTER: Final = timedelta(hours=1)
"""A job that is older was left by somebody who can't come back for it."""

_LARGEST_TRANSCRIPT = 5_000_000
_DELETION_TRIES = 3

_BUSY = "Too many recordings are being listened to just now. Wait a minute, then press again."
_FAILED = "Your recording could not be written down. Try again, or type your words."
_SLOW = (
    "Writing down your recording takes long. Press again in a minute: it goes on meanwhile, and "
    "costs nothing more."
)
_READ_ELSEWHERE = "Press again: it may be ready now."
_UNREADY = "Your recording can't be written down here now. Type your words."
_OWNERS: Mapping[Reason, str] = MappingProxyType(
    {
        "rejected": "Amazon Transcribe does not take the request; IMAGESPEAK_SPEAKING_REGION must "
        "be the bucket's region",
        "odd": "Amazon Transcribe answered with something that we do not understand",
        "access": "{rights}",
        "unreachable": "there is no way to Amazon Transcribe; look at IMAGESPEAK_SPEAKING_REGION",
        "no region": "IMAGESPEAK_SPEAKING_REGION can't be used",
        "no certificate": "the certificate of Amazon Transcribe could not be checked; look at the "
        "clock, the proxy and AWS_CA_BUNDLE",
        **CREDENTIALS_SENTENCES,
    }
)
"""For the log: what the owner has to mend; may name `{rights}`."""

_RIGHTS = (
    "the rights transcribe:StartTranscriptionJob, GetTranscriptionJob and DeleteTranscriptionJob, "
    "or s3:GetObject on recordings/*, are missing"
)
_RIGHT_TO_SWEEP = (
    "the right transcribe:ListTranscriptionJobs, to find what a crash has left, is missing"
)

_OWN_CODES: Mapping[str, Reason] = MappingProxyType(
    {"BadRequestException": "rejected", "NotFoundException": "rejected"}
)
_PASSING = ("busy", "quota", "unreachable", "no certificate", "timeout", "cut", "failed")
"""Reasons to look again for a job: looking costs nothing."""

_logger = logging.getLogger(__name__)


def connect_transcribe(region: str | None) -> Connection[TranscribeServiceClient]:
    """See `connect_paid`."""
    return connect_paid("transcribe", region, read_timeout_s=30)


def fetch_transcript(url: str) -> bytes:
    """What lies at a signed address of Amazon's.

    Raises:
        botocore.exceptions.HTTPClientError: It can't be had.
    """
    answer = URLLib3Session(timeout=30).send(AWSRequest("GET", url).prepare())
    content = bytes(answer.content)
    if answer.status_code != 200 or len(content) > _LARGEST_TRANSCRIPT:
        raise aws.HTTPClientError(error=f"status {answer.status_code}, {len(content)} bytes")
    return content


class AmazonTranscribe:
    """`RecordingRecogniser` by Amazon Transcribe. It connects at the first call, once.

    Args:
        bucket: Where the recordings lie.
        region: The bucket's; None for the one in which the bucket is looked for.
        connect: Region → connection.
        fetch: Gives what lies at a transcript's address.
        clock: Seconds that only go forward.
        wait: Waits for an event, at most so many seconds; says whether it has come.
    """

    def __init__(
        self,
        *,
        bucket: str,
        region: str | None,
        connect: Callable[[str | None], Connection[TranscribeServiceClient]] = connect_transcribe,
        fetch: Callable[[str], bytes] = fetch_transcript,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[threading.Event, float], bool] = threading.Event.wait,
    ) -> None:
        self._bucket = bucket
        self._connected = OneConnection(lambda: connect(region))
        self._fetch = fetch
        self._clock = clock
        self._wait = wait

    def price_usd(self, length_s: float) -> Decimal:
        """See `RecordingRecogniser.price_usd`."""
        return PRICE_USD_A_SECOND * max(LEAST_PAID_S, math.ceil(length_s))

    def recognise(
        self,
        sound_name: str,
        *,
        mark: str,
        keep: Callable[[Draft], None],
        ended: threading.Event,
    ) -> Draft:
        """See `RecordingRecogniser.recognise`."""
        job = self._job(sound_name, mark)
        with _translated():
            self._start(job, sound_name)
        with failures.translated(_error_when_begun, own=_OWN_CODES):
            done = self._done(job, ended)
        if done["TranscriptionJobStatus"] != "COMPLETED":
            self._delete(job)
            _logger.warning("Amazon Transcribe failed: %s", done.get("FailureReason", ""))
            raise RecogniserError(_FAILED)
        with failures.translated(_error_when_begun):
            content = self._fetch(done["Transcript"]["TranscriptFileUri"])
        try:
            draft = read_transcript(content)
        except RecogniserError:
            self._delete(job)  # it would be no other the next time
            raise
        keep(draft)
        self._delete(job)
        return draft

    def forget(self, sound_name: str, *, mark: str) -> None:
        """See `RecordingRecogniser.forget`."""
        self._delete(self._job(sound_name, mark))

    def delete_left(self, now: datetime) -> int:
        """See `RecordingRecogniser.delete_left`."""
        with _translated(_RIGHT_TO_SWEEP):
            left = [
                one["TranscriptionJobName"]
                for one in self._jobs()
                if one["CreationTime"] <= now - LEFT_AFTER
            ]
        return sum(self._delete(job) for job in left)

    def _prefix(self) -> str:
        """Of all jobs for this bucket, and no others of the account."""
        return f"imagespeak-{hashlib.sha256(self._bucket.encode()).hexdigest()[:12]}-"

    def _job(self, sound_name: str, mark: str) -> str:
        return self._prefix() + hashlib.sha256(f"{sound_name}\n{mark}".encode()).hexdigest()[:32]

    def _start(self, job: str, sound_name: str) -> None:
        ending: Any = sound_name.rpartition(".")[2]
        try:
            self._connected.ask(
                lambda connection: connection.client.start_transcription_job(
                    TranscriptionJobName=job,
                    LanguageCode=LANGUAGE,
                    MediaFormat=ending,
                    Media={"MediaFileUri": f"s3://{self._bucket}/{sound_name}"},
                )
            )
        except aws.ClientError as exc:
            if error_code(exc) != "ConflictException":  # it runs already, or has run
                raise

    def _done(self, job: str, ended: threading.Event) -> Any:
        """The job when it has ended.

        Raises:
            RecogniserError: It takes too long, and goes on; or somebody else has read it.
        """
        began_s, pause_s = self._clock(), FIRST_LOOK_S
        while self._clock() - began_s < PATIENCE_S and not self._wait(ended, pause_s):
            pause_s = BETWEEN_LOOKS_S
            answer = self._look(job)
            if answer and answer["TranscriptionJobStatus"] in ("COMPLETED", "FAILED"):
                return answer
        raise RecogniserError(_SLOW, is_begun=True)

    def _look(self, job: str) -> Any:
        """The job as it is; None where that can't be told just now."""
        try:
            return self._connected.ask(
                lambda connection: connection.client.get_transcription_job(TranscriptionJobName=job)
            )["TranscriptionJob"]
        except (aws.ClientError, aws.BotoCoreError) as exc:
            reason = reason_of(exc, _OWN_CODES)
            if reason in _PASSING:
                return None
            if reason == "rejected":  # it was there: another server has read and deleted it
                raise RecogniserError(_READ_ELSEWHERE) from exc
            raise

    def _delete(self, job: str) -> bool:
        """Have Amazon delete its copies; says whether it did."""
        for left in reversed(range(_DELETION_TRIES)):
            try:
                self._connected.ask(
                    lambda connection: connection.client.delete_transcription_job(
                        TranscriptionJobName=job
                    )
                )
            except (aws.ClientError, aws.BotoCoreError) as exc:
                reason = reason_of(exc, _OWN_CODES)
                if left and reason != "rejected":
                    self._wait(threading.Event(), BETWEEN_LOOKS_S)
                    continue
                _logger.warning("a transcript stays at Amazon for now: %s", reason)
                return False
            return True
        return False

    def _jobs(self) -> Iterator[Any]:
        token = ""
        while True:
            answer = self._connected.ask(partial(self._page, token=token))
            yield from answer["TranscriptionJobSummaries"]
            token = answer.get("NextToken", "")
            if not token:
                return

    def _page(self, connection: Connection[TranscribeServiceClient], *, token: str) -> Any:
        wanted: dict[str, Any] = {"JobNameContains": self._prefix(), "MaxResults": 100}
        if token:
            wanted["NextToken"] = token
        return connection.client.list_transcription_jobs(**wanted)


def read_transcript(content: bytes) -> Draft:
    """The words of a transcript as Amazon Transcribe writes it.

    Raises:
        RecogniserError: It is none.
    """
    try:
        items = json.loads(content)["results"]["items"]
        words: list[DraftWord] = []
        for item in items:
            best = item["alternatives"][0]
            text = str(best["content"])
            if item["type"] == "punctuation" and words:
                words[-1] = DraftWord(words[-1].text + text, words[-1].is_sure)
            elif item["type"] == "pronunciation":
                words.append(DraftWord(text, float(best["confidence"]) >= SURE_FROM))
    except (KeyError, IndexError, TypeError, ValueError) as exc:
        raise RecogniserError(_FAILED) from exc
    return Draft(tuple(words))


def _translated(rights: str = _RIGHTS) -> AbstractContextManager[None]:
    """Turn whatever AWS's library raises inside into an error of ours; for what was not begun.

    Args:
        rights: What the owner reads where they lack.
    """

    def error_of(exc: Exception, reason: Reason) -> ImageSpeakError:
        if reason in ("busy", "quota"):
            return RecogniserBusyError(_BUSY, retry_after_s=failures.retry_after_s(exc))
        if reason in _OWNERS:
            sentence = _OWNERS[reason].format(rights=rights)
            _logger.warning("no drafts by Amazon Transcribe: %s", sentence)
            if reason != "odd":  # of which nobody knows whether it was paid
                return RecogniserUnreadyError(_UNREADY)
        return RecogniserError(_FAILED)

    return failures.translated(error_of, own=_OWN_CODES)


def _error_when_begun(_: Exception, reason: Reason) -> ImageSpeakError:
    """Ours for what comes after the start: it is paid for, whatever the reason."""
    sentence = _OWNERS.get(reason, reason).format(rights=_RIGHTS)
    _logger.warning("a draft that was paid for can't be read at Amazon Transcribe: %s", sentence)
    return RecogniserError(_FAILED, is_begun=True)
