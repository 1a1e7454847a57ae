"""Where a service is asked, and that no library asks it again by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.exceptions import DataNotFoundError
from botocore.loaders import Loader

from imagespeak_core.aws.connection import Connection
from imagespeak_core.aws.service_files import new_session
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


def test_what_botocore_knows_is_read_once_and_files_of_ones_own_count(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one, other = loader_of(new_session()), loader_of(new_session())
    botocores = Loader()
    assert one.load_data("endpoints") is other.load_data("endpoints")
    assert one.load_data("partitions") == botocores.load_data("partitions")
    for kind in ("service-2", "endpoint-rule-set-1"):
        assert one.load_service_model("s3", kind) == botocores.load_service_model("s3", kind)
    with pytest.raises(DataNotFoundError):
        one.load_data("no-such-file")
    (tmp_path / "our-own.json").write_text('{"is": "ours"}', encoding="utf-8")
    monkeypatch.setenv("AWS_DATA_PATH", str(tmp_path))
    assert loader_of(new_session()).load_data("our-own") == {"is": "ours"}


def loader_of(session: boto3.session.Session) -> Any:
    return session._session.get_component("data_loader")


@for_each("service", ["s3", "polly", "transcribe", "bedrock-runtime", "bedrock", "sts", "sqs"])
@for_each("region", ["us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1"])
def test_services_are_asked_where_botocore_would_ask_them(service: str, region: str) -> None:
    def host(session: Any) -> str:
        return str(session.client(service, region_name=region).meta.endpoint_url)

    assert host(new_session()) == host(boto3.session.Session())
