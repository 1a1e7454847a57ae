"""Where a service is asked, and that no library asks it again by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from imagespeak_core.aws.connection import Connection
from imagespeak_core.generators.bedrock.generator import connect_bedrock
from imagespeak_core.recognisers.transcribe import connect_transcribe
from imagespeak_core.stores.s3.connection import connect_s3
from imagespeak_core.voices.polly.voice import connect_polly
from tests.for_each import for_each

Connect = Callable[[str | None], Connection[Any]]


def region(connection: Connection[Any]) -> str:
    return str(connection.client.meta.region_name)


@for_each("connect", [connect_polly, connect_transcribe])
def test_the_region_is_the_settings_else_the_buckets(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-southeast-2")
    monkeypatch.delenv("AWS_REGION", raising=False)
    assert region(connect(None)) == region(connect_s3()) == "ap-southeast-2"
    monkeypatch.setenv("AWS_REGION", "eu-north-1")
    assert region(connect(None)) == region(connect_s3()) == "eu-north-1"
    assert region(connect("us-west-2")) == "us-west-2"
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION"):
        monkeypatch.delenv(name)
    assert region(connect(None)) == region(connect_s3()) == "us-east-1"


@for_each("connect", [connect_polly, connect_transcribe, connect_bedrock])
def test_what_is_paid_is_asked_once_and_not_for_ever(connect: Connect) -> None:
    config = connect("us-west-2").client.meta.config
    assert config.retries == {"mode": "standard", "total_max_attempts": 1}
    assert 0 < config.connect_timeout <= config.read_timeout <= 120
