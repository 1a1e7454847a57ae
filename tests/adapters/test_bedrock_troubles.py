"""Bedrock's bad days, through the real client: one line for the owner, however many fail."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.use_cases import generate_images
from tests.adapters import bedrock_replies as model_that
from tests.adapters.bedrock_replies import Behaviour
from tests.adapters.bedrock_rig import BedrockRig, bedrock_rig
from tests.fakes import TroubledStore, make_services

WISH = ImageRequest("secret-session", "A secret zebra")
OFTEN = 4


@pytest.fixture(scope="module")
def rig() -> Iterator[BedrockRig]:
    with bedrock_rig() as rig:
        yield rig


@pytest.mark.parametrize(
    ("behaviour", "kind", "advice"),
    [
        (model_that.throttled, "model throttled", "Service Quotas"),
        (model_that.quota, "model quota", "Service Quotas"),
        (model_that.access_denied, "model access", "bedrock:InvokeModel"),
        (model_that.retired, "model retired", "IMAGESPEAK_STANDARD_MODEL"),
        (model_that.expired, "model credentials", "credentials"),
        (model_that.model_timeout, "model slow", "Wait"),
        (model_that.internal, "model failed", "Try again"),
    ],
)
def test_one_line_for_many(
    rig: BedrockRig,
    caplog: pytest.LogCaptureFixture,
    behaviour: Behaviour,
    kind: str,
    advice: str,
) -> None:
    rig.stand_in.forget()
    rig.stand_in.always = behaviour
    services = make_services(TroubledStore(), rig.generator())
    with caplog.at_level(logging.WARNING, logger="imagespeak_core"):
        for _ in range(OFTEN):
            with pytest.raises(ImageSpeakError):
                generate_images(services, WISH)
    [told] = [record.getMessage() for record in caplog.records]
    assert told.startswith(f"{kind}: ")
    assert advice in told
    assert "secret" not in told
    assert services.tally.figures().troubles == {kind: OFTEN}
