"""The client of the Bedrock generator: one, made late, with the credentials of the moment."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ProfileNotFound

from imagespeak_core import errors
from imagespeak_core.generators.bedrock.generator import make_bedrock_client
from tests.adapters import bedrock_replies as wire
from tests.adapters.bedrock_rig import (
    REGION,
    BedrockRig,
    aws_environment,
    patient_client,
    request_for,
)


def test_five_threads_share_one_client(rig: BedrockRig) -> None:
    made: list[str] = []

    def factory(region: str) -> Any:
        made.append(region)
        return patient_client(region)

    with aws_environment(rig.stand_in.url):
        generator = rig.generator(client_factory=factory)
        together = threading.Barrier(5)

        def work(seed: int) -> int:
            together.wait(60)
            return generator.generate(request_for(seed=seed)).seed

        with ThreadPoolExecutor(5) as pool:
            seeds = list(pool.map(work, range(1, 6)))

    assert seeds == [1, 2, 3, 4, 5]
    assert made == [REGION]
    assert len(rig.stand_in.calls) == 5


def test_nothing_is_made_before_the_first_call(rig: BedrockRig) -> None:
    def factory(region: str) -> Any:
        pytest.fail("a client was made")

    generator = rig.generator(client_factory=factory)

    assert generator.label == "Pictures by Stability AI on Amazon Bedrock"
    assert generator.offer("standard").price_usd == Decimal("0.04")
    assert generator.offer("premium").price_usd == Decimal("0.14")
    assert generator.max_parallel == 32


def test_warming_up_makes_the_client_and_calls_nobody(rig: BedrockRig) -> None:
    made: list[str] = []

    def factory(region: str) -> Any:
        made.append(region)
        return rig.client

    generator = rig.generator(client_factory=factory)
    generator.warm_up()
    assert rig.stand_in.calls == []
    generator.generate(request_for())

    assert made == [REGION]


def test_a_failed_warm_up_is_told_by_the_first_call(
    rig: BedrockRig, caplog: pytest.LogCaptureFixture
) -> None:
    def factory(region: str) -> Any:
        raise ProfileNotFound(profile="school")

    generator = rig.generator(client_factory=factory)
    generator.warm_up()

    assert "aws configure" in caplog.text
    with pytest.raises(errors.ModelCredentialsError):
        generator.generate(request_for())


@pytest.mark.parametrize(
    ("failure", "error_class"),
    [
        (ProfileNotFound(profile="school"), errors.ModelCredentialsError),
        (ValueError("Invalid endpoint: x"), errors.ModelError),
    ],
)
def test_a_client_that_cannot_be_made_is_tried_again_next_time(
    rig: BedrockRig, failure: Exception, error_class: type[errors.ImageSpeakError]
) -> None:
    results: list[Any] = [failure, rig.client]

    def factory(region: str) -> Any:
        result = results.pop(0)
        if isinstance(result, Exception):
            raise result
        return result

    generator = rig.generator(client_factory=factory)
    with pytest.raises(error_class):
        generator.generate(request_for())

    assert generator.generate(request_for()).seed == 42


def test_after_expired_credentials_a_new_client_finds_the_renewed_ones(rig: BedrockRig) -> None:
    made: list[str] = []

    def factory(region: str) -> Any:
        made.append(region)
        return rig.client

    generator = rig.generator(client_factory=factory)
    rig.stand_in.script(wire.expired)
    with pytest.raises(errors.ModelCredentialsError):
        generator.generate(request_for())
    generator.generate(request_for())
    generator.generate(request_for())

    assert len(made) == 2


def test_no_credentials_at_all(rig: BedrockRig, tmp_path: Path) -> None:
    with aws_environment(rig.stand_in.url) as environment:
        environment.delenv("AWS_ACCESS_KEY_ID")
        environment.delenv("AWS_SECRET_ACCESS_KEY")
        environment.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
        environment.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
        with pytest.raises(errors.ModelCredentialsError, match="aws configure"):
            rig.generator(client_factory=patient_client).generate(request_for())

    assert rig.stand_in.calls == []


def test_the_real_client_never_retries_by_itself(rig: BedrockRig) -> None:
    with aws_environment(rig.stand_in.url):
        client = make_bedrock_client(REGION)

    config: Any = client.meta.config
    assert config.retries["mode"] == "standard"
    assert config.retries["total_max_attempts"] == 1
    assert (config.connect_timeout, config.read_timeout) == (5, 120)
    assert config.max_pool_connections == 32
    assert client.meta.region_name == REGION
