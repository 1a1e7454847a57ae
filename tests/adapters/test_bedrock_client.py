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
from imagespeak_core.generators.bedrock.generator import connect_bedrock
from tests.adapters import bedrock_replies as wire
from tests.adapters.bedrock_rig import (
    REGION,
    BedrockRig,
    aws_environment,
    patient_connection,
    request_for,
)


def test_five_threads_share_one_client(rig: BedrockRig) -> None:
    made: list[str] = []

    def connect(region: str) -> Any:
        made.append(region)
        return patient_connection(region)

    with aws_environment(rig.stand_in.url):
        generator = rig.generator(connect=connect)
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
    def connect(region: str) -> Any:
        pytest.fail("a client was made")

    generator = rig.generator(connect=connect)

    assert generator.label == "Pictures by Stability AI on Amazon Bedrock"
    assert generator.offer("standard").price_usd == Decimal("0.04")
    assert generator.offer("premium").price_usd == Decimal("0.14")
    assert generator.max_parallel == 32


def test_warming_up_makes_the_client_and_calls_nobody(rig: BedrockRig) -> None:
    made: list[str] = []

    def connect(region: str) -> Any:
        made.append(region)
        return rig.connection

    generator = rig.generator(connect=connect)
    generator.warm_up()
    assert rig.stand_in.calls == []
    generator.generate(request_for())

    assert made == [REGION]


def test_a_failed_warm_up_is_told_by_the_first_call(
    rig: BedrockRig, caplog: pytest.LogCaptureFixture
) -> None:
    def connect(region: str) -> Any:
        raise ProfileNotFound(profile="school")

    generator = rig.generator(connect=connect)
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
    results: list[Any] = [failure, rig.connection]

    def connect(region: str) -> Any:
        result = results.pop(0)
        if isinstance(result, Exception):
            raise result
        return result

    generator = rig.generator(connect=connect)
    with pytest.raises(error_class):
        generator.generate(request_for())

    assert generator.generate(request_for()).seed == 42


def test_credentials_that_ended_are_told_until_others_are_found(
    rig: BedrockRig, tmp_path: Path
) -> None:
    file = tmp_path / "credentials"
    with aws_environment(rig.stand_in.url) as environment:
        environment.delenv("AWS_ACCESS_KEY_ID")
        environment.delenv("AWS_SECRET_ACCESS_KEY")
        environment.setenv("AWS_SHARED_CREDENTIALS_FILE", str(file))
        write_credentials(file, "ASIAOLD")
        generator = rig.generator(connect=patient_connection)
        for _ in range(2):
            rig.stand_in.script(wire.expired)
            with pytest.raises(errors.ModelCredentialsError, match="have expired"):
                generator.generate(request_for())
        write_credentials(file, "ASIANEW")
        rig.stand_in.script(wire.expired)
        assert generator.generate(request_for()).seed == 42

    signed = [call.headers["Authorization"] for call in rig.stand_in.calls]
    keys = [text.split("=")[1].split("/")[0] for text in signed]
    assert keys == ["ASIAOLD", "ASIAOLD", "ASIAOLD", "ASIANEW"]


def write_credentials(file: Path, key: str) -> None:
    file.write_text(
        f"[default]\naws_access_key_id={key}\naws_secret_access_key=s\naws_session_token=t{key}\n"
    )


def test_no_credentials_at_all(rig: BedrockRig, tmp_path: Path) -> None:
    with aws_environment(rig.stand_in.url) as environment:
        environment.delenv("AWS_ACCESS_KEY_ID")
        environment.delenv("AWS_SECRET_ACCESS_KEY")
        environment.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
        environment.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
        with pytest.raises(errors.ModelCredentialsError, match="aws configure"):
            rig.generator(connect=patient_connection).generate(request_for())

    assert rig.stand_in.calls == []


def test_the_real_client_never_retries_by_itself(rig: BedrockRig) -> None:
    with aws_environment(rig.stand_in.url):
        client = connect_bedrock(REGION).client

    config: Any = client.meta.config
    assert config.retries["mode"] == "standard"
    assert config.retries["total_max_attempts"] == 1
    assert (config.connect_timeout, config.read_timeout) == (5, 90)
    assert config.max_pool_connections == 32
    assert client.meta.region_name == REGION
