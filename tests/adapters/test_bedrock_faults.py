"""Faults on the wire: one typed error each, and never a second call that may cost money."""

from __future__ import annotations

import logging
import socket
from collections import deque
from decimal import Decimal
from typing import Any

import pytest

from imagespeak_core import errors
from imagespeak_core.aws.connection import Connection
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.use_cases import generate_images
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spending.budget_document import Limits
from tests.adapters import bedrock_replies as wire
from tests.adapters.bedrock_replies import Behaviour, Reply
from tests.adapters.bedrock_rig import (
    REGION,
    BedrockRig,
    aws_environment,
    request_for,
    short_connection,
)
from tests.fakes import TroubledStore, make_services
from tests.for_each import for_each
from tests.memory_blobs import MemoryBlobs

FAULTS: dict[str, tuple[Behaviour, type[errors.ImageSpeakError], int]] = {
    "throttled": (wire.throttled, errors.ModelBusyError, 2),
    "model not ready": (wire.not_ready, errors.ModelBusyError, 2),
    "service unavailable": (wire.unavailable, errors.ModelBusyError, 2),
    "quota": (wire.quota, errors.ModelQuotaError, 1),
    "too slow": (wire.slow(60), errors.ModelTimeoutError, 1),
    "model timeout": (wire.model_timeout, errors.ModelTimeoutError, 1),
    "internal error": (wire.internal, errors.ModelError, 1),
    "model error": (wire.model_error, errors.ModelError, 1),
    "cut before the headers": (wire.cut("before_headers"), errors.ModelUnreachableError, 1),
    "cut in the body": (wire.cut("mid_body"), errors.ModelUnreachableError, 1),
    "reset in the body": (wire.cut("reset_mid_body"), errors.ModelUnreachableError, 1),
    "reset in an error's body": (
        wire.cut("reset_mid_body", wire.fixed(Reply(503, b"x" * 4_000_000))),
        errors.ModelUnreachableError,
        1,
    ),
    "refused prompt": (wire.refused_prompt, errors.PromptRefusedError, 1),
    "refused picture": (wire.refused_picture, errors.PictureRefusedError, 1),
    "inference error": (wire.inference_error, errors.ModelError, 1),
    "not an image": (wire.not_an_image, errors.ModelError, 1),
    "malformed JSON": (wire.malformed, errors.ModelError, 1),
    "empty answer": (wire.fixed(Reply()), errors.ModelError, 1),
    "JSON that is no object": (wire.fixed(wire.json_reply([1])), errors.ModelError, 1),
    "end of life": (wire.retired, errors.ModelRetiredError, 1),
    "access denied": (wire.access_denied, errors.ModelAccessError, 1),
    "expired token": (wire.expired, errors.ModelCredentialsError, 1),
    "unrecognized client": (wire.unrecognized, errors.ModelCredentialsError, 1),
    "signature does not match": (
        wire.error("InvalidSignatureException", 403),
        errors.ModelCredentialsError,
        1,
    ),
    "validation": (wire.error("ValidationException", 400), errors.ModelRejectedError, 1),
    "new error of AWS": (wire.error("BrandNewException", 400), errors.ModelError, 1),
    "error that is a list": (wire.fixed(wire.json_reply([1], 400)), errors.ModelError, 1),
    "error that is no text": (wire.fixed(Reply(500, b"\xff\xfe")), errors.ModelError, 1),
    "proxy wants a password": (wire.html(407), errors.ModelNotReachedError, 1),
    "proxy: bad gateway": (wire.html(502), errors.ModelUnreachableError, 1),
    "proxy: unavailable": (wire.html(503), errors.ModelBusyError, 1),
    "proxy: gateway timeout": (wire.html(504), errors.ModelTimeoutError, 1),
    "redirect": (wire.html(301), errors.ModelError, 1),
}


class InTurn:
    """A client that is another one with each call, and then stays the last."""

    def __init__(self, *connections: Connection[Any]) -> None:
        self._clients = deque(connection.client for connection in connections)
        self._credentials = connections[-1].credentials

    def connect(self, region: str) -> Connection[Any]:
        return Connection(self, self._credentials)

    def invoke_model(self, **call: Any) -> Any:
        client = self._clients.popleft() if len(self._clients) > 1 else self._clients[0]
        return client.invoke_model(**call)


@for_each("name", FAULTS)
def test_a_fault_is_one_typed_error_and_costs_no_second_call_unless_the_model_is_busy(
    rig: BedrockRig, name: str
) -> None:
    behaviour, error_class, calls = FAULTS[name]
    rig.stand_in.forget()
    rig.waits_s.clear()
    rig.stand_in.script(behaviour, behaviour)
    clients = InTurn(
        short_connection(REGION) if name == "too slow" else rig.connection, rig.connection
    )
    generator = rig.generator(connect=clients.connect)

    with pytest.raises(errors.ImageSpeakError) as caught:
        generator.generate(request_for())

    assert type(caught.value) is error_class
    assert len(rig.stand_in.calls) == calls
    assert len(rig.waits_s) == calls - 1
    assert str(caught.value).endswith(".")
    rig.stand_in.forget()
    assert generator.generate(request_for()).seed == 42, "it works again afterwards"


@pytest.mark.parametrize("busy", [wire.throttled, wire.not_ready, wire.unavailable])
def test_a_busy_model_is_asked_once_more(rig: BedrockRig, busy: Behaviour) -> None:
    rig.stand_in.script(busy, wire.ok)

    image = rig.generator().generate(request_for())

    assert image.seed == 42
    assert len(rig.stand_in.calls) == 2
    assert rig.stand_in.calls[0].body == rig.stand_in.calls[1].body
    assert rig.waits_s == [1.5]


@pytest.mark.parametrize(("jitter", "waited_s"), [(0.0, 1.0), (0.999, 1.999)])
def test_the_pause_is_one_to_two_seconds(rig: BedrockRig, jitter: float, waited_s: float) -> None:
    rig.stand_in.script(wire.throttled)

    rig.generator(jitter=lambda: jitter).generate(request_for())

    assert rig.waits_s == [waited_s]


def test_a_short_retry_after_is_waited_for(rig: BedrockRig) -> None:
    rig.stand_in.script(wire.error("ThrottlingException", 429, retry_after="4"))

    rig.generator().generate(request_for())

    assert rig.waits_s == [4]


def test_a_long_retry_after_is_passed_on(rig: BedrockRig) -> None:
    rig.stand_in.script(wire.error("ThrottlingException", 429, retry_after="60"))

    with pytest.raises(errors.ModelBusyError) as caught:
        rig.generator().generate(request_for())

    assert caught.value.retry_after_s == 60
    assert len(rig.stand_in.calls) == 1


@pytest.mark.parametrize("date", ["Wed, 21 Oct 2026 07:28:00 GMT", "-3", "soon", "1e9", "99999999"])
def test_a_retry_after_that_is_no_small_number_is_not_looked_at(rig: BedrockRig, date: str) -> None:
    busy = wire.error("ThrottlingException", 429, retry_after=date)
    rig.stand_in.script(busy, busy)

    with pytest.raises(errors.ModelBusyError) as caught:
        rig.generator().generate(request_for())

    assert caught.value.retry_after_s is None
    assert rig.waits_s == [1.5]


@pytest.mark.parametrize(
    ("second", "error_class"),
    [
        (wire.cut("before_headers"), errors.ModelUnreachableError),
        (wire.refused_prompt, errors.PromptRefusedError),
    ],
)
def test_after_busy_the_second_call_is_the_last(
    rig: BedrockRig, second: Behaviour, error_class: type[errors.ImageSpeakError]
) -> None:
    rig.stand_in.script(wire.throttled, second)

    with pytest.raises(error_class):
        rig.generator().generate(request_for())

    assert len(rig.stand_in.calls) == 2


def test_after_busy_a_second_call_that_is_too_slow_is_the_last(rig: BedrockRig) -> None:
    clients = InTurn(rig.connection, short_connection(REGION))
    rig.stand_in.script(wire.throttled, wire.slow(60))

    with pytest.raises(errors.ModelTimeoutError):
        rig.generator(connect=clients.connect).generate(request_for())

    assert len(rig.stand_in.calls) == 2


def closed_address() -> str:
    """Where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


def test_nobody_listens(rig: BedrockRig) -> None:
    with (
        aws_environment(closed_address()),
        pytest.raises(errors.ModelNotReachedError, match="no way to the picture model"),
    ):
        rig.generator(connect=short_connection).generate(request_for())


def test_a_broken_secure_connection(rig: BedrockRig) -> None:
    with (
        aws_environment(rig.stand_in.url.replace("http:", "https:")),
        pytest.raises(errors.ModelUnreachableError, match="certificate"),
    ):
        rig.generator(connect=short_connection).generate(request_for())

    assert rig.stand_in.calls == []


@pytest.mark.parametrize("is_reached", [True, False])
def test_who_reaches_nobody_or_is_rejected_spends_nothing(
    rig: BedrockRig, is_reached: bool
) -> None:
    budget = Budget(MemoryBlobs(), Limits.of(Decimal("0.08"), None), dearest_usd=Decimal(1))
    generator = rig.generator(connect=short_connection)
    services = make_services(TroubledStore(), generator, day_limit=2, budget=budget)
    rig.stand_in.script(*[wire.error("ValidationException", 400)] * 4)
    unpaid = errors.ModelRejectedError if is_reached else errors.ModelNotReachedError
    with aws_environment(rig.stand_in.url if is_reached else closed_address()):
        for number in range(4):
            with pytest.raises(unpaid):
                generate_images(services, request_for(session_id=f"image-{number}"))

    assert budget.standing().today_usd == 0


@pytest.mark.parametrize("name", ["throttled", "refused prompt", "validation", "not an image"])
def test_no_prompt_in_the_logs(
    rig: BedrockRig, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    request = ImageRequest("test", "SECRETPROMPT", "SECRETNEGATIVE", seed=1)
    rig.stand_in.script(FAULTS[name][0], FAULTS[name][0])

    with pytest.raises(errors.ImageSpeakError) as caught:
        rig.generator().generate(request)

    above_debug = [r.getMessage() for r in caplog.records if r.levelno > logging.DEBUG]
    assert "SECRET" not in "".join(above_debug) + str(caught.value)
