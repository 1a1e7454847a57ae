"""Amazon Transcribe: one job a recording, Amazon's copies go, each error has words."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import botocore.session
import pytest
from botocore import exceptions as aws

from imagespeak_core.aws.connection import Connection
from imagespeak_core.recognisers.base import Draft, DraftWord
from imagespeak_core.recognisers.errors import (
    RecogniserBusyError,
    RecogniserError,
    RecogniserUnreadyError,
)
from imagespeak_core.recognisers.transcribe import (
    LEFT_AFTER,
    PATIENCE_S,
    AmazonTranscribe,
    read_transcript,
)
from tests.for_each import for_each
from tests.patience import until

SOUND = "recordings/abc_20241031_143022_0.webm"
NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)


def transcript(*words: tuple[str, float] | str) -> bytes:
    """As the service writes it: words with their probability, signs without."""
    items: list[dict[str, Any]] = [
        {"type": "punctuation", "alternatives": [{"confidence": "0.0", "content": word}]}
        if isinstance(word, str)
        else {
            "type": "pronunciation",
            "start_time": "0.1",
            "end_time": "0.2",
            "alternatives": [{"confidence": str(word[1]), "content": word[0]}],
        }
        for word in words
    ]
    return json.dumps({"jobName": "x", "results": {"transcripts": [], "items": items}}).encode()


TRANSCRIPT = transcript(("There", 0.99), ("is", 0.8), ("a", 0.79), ("dog", 0.4), ".")
DRAFT = Draft(
    (
        DraftWord("There", True),
        DraftWord("is", True),
        DraftWord("a", False),
        DraftWord("dog.", False),
    )
)


def refusal(code: str, status: int = 400, operation: str = "x") -> aws.ClientError:
    answer: Any = {
        "Error": {"Code": code, "Message": "No."},
        "ResponseMetadata": {"HTTPStatusCode": status, "HTTPHeaders": {"retry-after": "7"}},
    }
    return aws.ClientError(answer, operation)


@dataclass
class Service:
    """What of Amazon Transcribe is asked: jobs that are ready after some looks."""

    looks_needed: int = 2
    ends: str = "COMPLETED"
    unknown: str = "NotFoundException"
    jobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    started: list[dict[str, Any]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    troubles: dict[str, list[Exception]] = field(default_factory=dict)

    def _trouble(self, operation: str) -> None:
        if self.troubles.get(operation):
            raise self.troubles[operation].pop(0)

    def start_transcription_job(self, **wanted: Any) -> None:
        self._trouble("start")
        name = wanted["TranscriptionJobName"]
        if name in self.jobs:
            raise refusal("ConflictException")
        self.started.append(wanted)
        self.jobs[name] = {"looks": 0, "created": NOW}
        self._trouble("start lost")

    def get_transcription_job(self, *, TranscriptionJobName: str) -> dict[str, Any]:  # noqa: N803
        self._trouble("get")
        if TranscriptionJobName not in self.jobs:
            raise refusal(self.unknown)
        job = self.jobs[TranscriptionJobName]
        job["looks"] += 1
        status = self.ends if job["looks"] >= self.looks_needed else "IN_PROGRESS"
        found: dict[str, Any] = {"TranscriptionJobStatus": status}
        if status == "COMPLETED":
            found["Transcript"] = {"TranscriptFileUri": f"https://signed/{TranscriptionJobName}"}
        return {"TranscriptionJob": found}

    def delete_transcription_job(self, *, TranscriptionJobName: str) -> None:  # noqa: N803
        self._trouble("delete")
        if TranscriptionJobName not in self.jobs:
            raise refusal(self.unknown)
        del self.jobs[TranscriptionJobName]
        self.deleted.append(TranscriptionJobName)

    def list_transcription_jobs(self, **wanted: Any) -> dict[str, Any]:
        self._trouble("list")
        names = sorted(name for name in self.jobs if wanted["JobNameContains"] in name)
        first = int(wanted.get("NextToken", 0))
        page = [
            {"TranscriptionJobName": name, "CreationTime": self.jobs[name]["created"]}
            for name in names[first : first + 2]
        ]
        more = {"NextToken": str(first + 2)} if len(names) > first + 2 else {}
        return {"TranscriptionJobSummaries": page, **more}


class Clock:
    """Goes on only where somebody waits."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s

    def wait(self, ended: threading.Event, seconds: float) -> bool:
        self.now_s += 0 if ended.is_set() else seconds
        return ended.is_set()


def on(
    service: Service,
    *,
    bucket: str = "ours",
    fetch: Callable[[str], bytes] = lambda _: TRANSCRIPT,
) -> AmazonTranscribe:
    """Our side, as one server has it."""
    clock = Clock()
    client: Any = service
    return AmazonTranscribe(
        bucket=bucket,
        region="us-west-2",
        connect=lambda _: Connection(client, None),
        fetch=fetch,
        clock=clock,
        wait=clock.wait,
    )


def draft_by(
    ours: AmazonTranscribe,
    mark: str,
    *,
    keep: Callable[[Draft], None] = lambda _: None,
    ended: threading.Event | None = None,
) -> Draft:
    """What one recording's draft is."""
    return ours.recognise(SOUND, mark=mark, keep=keep, ended=ended or threading.Event())


class KilledError(Exception):
    """The process is gone from here on."""


def test_a_recording_becomes_words_and_amazons_copies_go() -> None:
    service = Service()
    assert draft_by(on(service), "u1") == DRAFT
    [wanted] = service.started
    assert wanted["Media"] == {"MediaFileUri": f"s3://ours/{SOUND}"}
    assert (wanted["MediaFormat"], wanted["LanguageCode"]) == ("webm", "en-US")
    assert service.jobs == {}


def test_nothing_tells_it_what_to_hear() -> None:
    service = Service()
    draft_by(on(service), "u1")
    assert service.started[0].keys() == {
        *("TranscriptionJobName", "LanguageCode", "MediaFormat", "Media")
    }


def test_a_server_that_died_in_the_middle_has_paid_for_the_next_one() -> None:
    service = Service(troubles={"get": [RuntimeError("killed")]})
    with pytest.raises(RuntimeError):
        draft_by(on(service), "u1")
    assert draft_by(on(service), "u1") == DRAFT
    assert len(service.started) == 1


def test_it_is_kept_before_amazons_copies_go() -> None:
    service = Service()
    kept: list[tuple[Draft, int]] = []
    draft_by(on(service), "u1", keep=lambda draft: kept.append((draft, len(service.deleted))))
    assert kept == [(DRAFT, 0)]
    assert len(service.deleted) == 1


def test_what_could_not_be_kept_stays_there_to_be_read_for_nothing() -> None:
    service = Service()

    def killed(_: Draft) -> None:
        raise KilledError

    with pytest.raises(KilledError):
        draft_by(on(service), "u1", keep=killed)
    assert service.deleted == []
    assert draft_by(on(service), "u1") == DRAFT
    assert len(service.started) == 1
    assert service.jobs == {}


def test_what_is_kept_later_is_forgotten_there() -> None:
    service = Service()

    def fails(_: Draft) -> None:
        raise KilledError

    ours = on(service)
    with pytest.raises(KilledError):
        draft_by(ours, "u1", keep=fails)
    ours.forget(SOUND, mark="u2")
    assert len(service.jobs) == 1
    ours.forget(SOUND, mark="u1")
    assert service.jobs == {}
    ours.forget(SOUND, mark="u1")


@for_each("unknown", ["NotFoundException", "BadRequestException"])
def test_what_another_server_has_read_meanwhile_is_to_be_asked_for_again(
    unknown: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.clear()
    service = Service(unknown=unknown, looks_needed=2)
    first, second, clock = on(service), on(service), Clock()
    waits = iter(["", "the first reads it"])

    def wait(ended: threading.Event, seconds: float) -> bool:
        if next(waits):
            draft_by(first, "u1")
        return clock.wait(ended, seconds)

    second._wait = wait
    with pytest.raises(RecogniserError, match="Press again") as caught:
        draft_by(second, "u1")
    assert type(caught.value) is RecogniserError
    assert caplog.messages == []
    assert len(service.started) == 1


def test_at_the_servers_end_nobody_waits_and_it_is_found_again() -> None:
    service, ended = Service(), threading.Event()
    client: Any = service
    ours = AmazonTranscribe(  # which really waits
        bucket="ours",
        region="us-west-2",
        connect=lambda _: Connection(client, None),
        fetch=lambda _: TRANSCRIPT,
    )
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(draft_by, ours, "u1", ended=ended)
        until(lambda: service.started)
        ended.set()
        error = asked.exception(20)
    assert isinstance(error, RecogniserError)
    assert error.is_begun
    assert draft_by(on(service), "u1") == DRAFT
    assert len(service.started) == 1


def test_the_right_that_the_sweep_lacks_is_named(caplog: pytest.LogCaptureFixture) -> None:
    caplog.clear()
    service = Service(troubles={"list": [refusal("AccessDeniedException")]})
    with pytest.raises(RecogniserUnreadyError):
        on(service).delete_left(NOW)
    [told] = caplog.messages
    assert "transcribe:ListTranscriptionJobs" in told
    assert "Start" not in told


def test_a_lost_answer_is_not_paid_twice() -> None:
    lost = aws.ReadTimeoutError(endpoint_url="https://x")
    service = Service(troubles={"start lost": [lost]})
    with pytest.raises(RecogniserError):
        draft_by(on(service), "u1")
    assert draft_by(on(service), "u1") == DRAFT
    assert len(service.started) == 1


def test_another_recording_of_the_same_name_is_listened_to() -> None:
    service = Service(troubles={"delete": [refusal("BadRequestException")]})
    draft_by(on(service), "u1")
    draft_by(on(service), "u2")
    assert len({one["TranscriptionJobName"] for one in service.started}) == 2


@for_each(
    "trouble",
    [
        refusal("LimitExceededException"),
        refusal("InternalFailureException", 500),
        aws.ReadTimeoutError(endpoint_url="https://x"),
        aws.ConnectionClosedError(endpoint_url="https://x"),
        aws.EndpointConnectionError(endpoint_url="https://x"),
        aws.ConnectTimeoutError(endpoint_url="https://x"),
        aws.SSLError(endpoint_url="https://x", error=OSError("cut")),
    ],
    ids=lambda one: type(one).__name__ + str(getattr(one, "operation_name", "")),
)
def test_a_look_that_fails_is_looked_again(trouble: Exception) -> None:
    service = Service(troubles={"get": [trouble, trouble]})
    assert draft_by(on(service), "u1") == DRAFT


@for_each(
    "trouble, told",
    [
        (refusal("AccessDeniedException"), "GetTranscriptionJob"),
        (refusal("ExpiredTokenException"), "sso login"),
        (refusal("NewException"), "do not understand"),
        (aws.NoCredentialsError(), "No complete AWS credentials"),
    ],
    ids=lambda one: type(one).__name__ + str(one) if isinstance(one, Exception) else "",
)
def test_what_can_no_more_be_looked_for_is_paid_for_and_found_again(
    trouble: Exception, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    service = Service(troubles={"get": [trouble] * 2})
    with pytest.raises(RecogniserError, match="type your words") as caught:
        draft_by(on(service), "u1")
    assert type(caught.value) is RecogniserError, "the others say that nothing was paid"
    assert caught.value.is_begun
    assert told in caplog.messages[-1]
    service.troubles.clear()
    assert draft_by(on(service), "u1") == DRAFT
    assert len(service.started) == 1


def test_what_takes_too_long_goes_on_and_is_found_again() -> None:
    service = Service(looks_needed=10**6)
    ours = on(service)
    with pytest.raises(RecogniserError, match="costs nothing more") as caught:
        draft_by(ours, "u1")
    assert caught.value.is_begun
    looks = next(iter(service.jobs.values()))["looks"]
    assert 0 < looks <= PATIENCE_S
    service.looks_needed = 1
    assert draft_by(ours, "u1") == DRAFT
    assert len(service.started) == 1


def test_a_job_that_failed_is_deleted_so_that_another_can_be_tried() -> None:
    service = Service(ends="FAILED")
    with pytest.raises(RecogniserError, match="type your words") as caught:
        draft_by(on(service), "u1")
    assert not caught.value.is_begun
    service.ends = "COMPLETED"
    assert draft_by(on(service), "u1") == DRAFT


def test_a_transcript_that_cannot_be_fetched_stays_to_be_fetched() -> None:
    service = Service()

    def cut(_: str) -> bytes:
        raise aws.HTTPClientError(error="cut")

    with pytest.raises(RecogniserError) as caught:
        draft_by(on(service, fetch=cut), "u1")
    assert caught.value.is_begun
    assert service.deleted == []
    assert draft_by(on(service), "u1") == DRAFT
    assert len(service.started) == 1


def test_a_deletion_that_fails_is_tried_again_and_loses_no_draft() -> None:
    busy = refusal("LimitExceededException")
    service = Service(troubles={"delete": [busy, busy]})
    assert draft_by(on(service), "u1") == DRAFT
    assert service.jobs == {}
    service.troubles["delete"] = [busy] * 9
    assert draft_by(on(service), "u1") == DRAFT
    assert len(service.jobs) == 1


def test_what_a_crash_left_is_swept_and_nothing_else() -> None:
    service = Service(looks_needed=10**6)
    for mark in ("u1", "u2", "u3", "new"):
        with pytest.raises(RecogniserError):
            draft_by(on(service), mark)
    with pytest.raises(RecogniserError):
        draft_by(on(service, bucket="another"), "u1")
    *_, new, others = service.jobs.values()
    for job in service.jobs.values():
        job["created"] = NOW - LEFT_AFTER
    new["created"] = NOW - LEFT_AFTER + timedelta(seconds=1)
    assert on(service).delete_left(NOW) == 3
    assert list(service.jobs.values()) == [new, others]


@for_each(
    "length_s, price", [(0.0, "0.0015"), (15.0, "0.0015"), (15.2, "0.0016"), (180.0, "0.018")]
)
def test_what_it_costs(length_s: float, price: str) -> None:
    assert on(Service()).price_usd(length_s) == Decimal(price)


def errors_of_the_service() -> list[str]:
    model = botocore.session.get_session().get_service_model("transcribe")
    operations = ("StartTranscriptionJob", "GetTranscriptionJob", "DeleteTranscriptionJob")
    shapes = {
        shape.name for name in operations for shape in model.operation_model(name).error_shapes
    }
    return sorted(shapes - {"ConflictException"})


KINDS: dict[str, type[Exception]] = {
    "BadRequestException": RecogniserUnreadyError,
    "LimitExceededException": RecogniserBusyError,
    "InternalFailureException": RecogniserError,
    "NotFoundException": RecogniserUnreadyError,
    "AccessDeniedException": RecogniserUnreadyError,
    "ExpiredTokenException": RecogniserUnreadyError,
    "ThrottlingException": RecogniserBusyError,
    "NewException": RecogniserError,
}


def test_every_error_of_the_service_is_known_here() -> None:
    assert set(errors_of_the_service()) <= KINDS.keys()


@for_each("code", KINDS)
def test_an_error_has_its_class_and_words(code: str) -> None:
    status = 500 if code == "InternalFailureException" else 400
    service = Service(troubles={"start": [refusal(code, status)] * 2})
    with pytest.raises(Exception, match=r"\w\.$") as caught:
        draft_by(on(service), "u1")
    assert type(caught.value) is KINDS[code]
    assert service.started == []
    if isinstance(caught.value, RecogniserBusyError):
        assert caught.value.retry_after_s == 7


def test_the_log_tells_the_owner_what_to_mend(caplog: pytest.LogCaptureFixture) -> None:
    for code, part in {
        "BadRequestException": "the bucket's region",
        "AccessDeniedException": "transcribe:StartTranscriptionJob",
        "ExpiredTokenException": "sso login",
    }.items():
        with pytest.raises(RecogniserUnreadyError):
            draft_by(on(Service(troubles={"start": [refusal(code)] * 2})), "u1")
        assert part in caplog.messages[-1]


@for_each(
    "trouble, kind",
    [
        (aws.NoCredentialsError(), RecogniserUnreadyError),
        (aws.NoRegionError(), RecogniserUnreadyError),
        (aws.EndpointConnectionError(endpoint_url="https://x"), RecogniserUnreadyError),
        (aws.ConnectionClosedError(endpoint_url="https://x"), RecogniserError),
    ],
    ids=lambda one: type(one).__name__ if isinstance(one, Exception) else "",
)
def test_what_the_library_says_has_words(trouble: Exception, kind: type[Exception]) -> None:
    with pytest.raises(kind):
        draft_by(on(Service(troubles={"start": [trouble] * 2})), "u1")


@for_each(
    "content",
    [b"", b"[]", b"{}", b'{"results": {"items": [{}]}}', b'{"results": {"items": 3}}', b"\xff"],
)
def test_what_is_no_transcript_is_said_so(content: bytes) -> None:
    with pytest.raises(RecogniserError):
        read_transcript(content)


def test_an_empty_transcript_has_no_words() -> None:
    assert read_transcript(transcript()) == Draft(())
