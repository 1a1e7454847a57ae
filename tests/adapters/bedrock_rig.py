"""The Bedrock generator, ready to run against the stand-in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from imagespeak_core.aws.connection import Connection
from imagespeak_core.generators.bedrock.generator import BedrockGenerator, connect_bedrock
from imagespeak_core.models import ImageRequest, Quality
from tests.adapters.bedrock_server import BedrockStandIn

if TYPE_CHECKING:
    from mypy_boto3_bedrock_runtime import BedrockRuntimeClient

REGION = "us-west-2"
CORE = "stability.stable-image-core-v1:1"
ULTRA = "stability.stable-image-ultra-v1:1"
MODELS: dict[Quality, str] = {"standard": CORE, "premium": ULTRA}
SHORT_TIMEOUT_S = 0.4
LONG_TIMEOUT_S = 60

_REMOVED = (
    "AWS_BEARER_TOKEN_BEDROCK",  # breaks http endpoints
    "AWS_PROFILE",
    "AWS_SESSION_TOKEN",
    "AWS_ENDPOINT_URL",
    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
)


@contextmanager
def aws_environment(endpoint_url: str) -> Iterator[pytest.MonkeyPatch]:
    """Made-up credentials, and every call to Bedrock goes to this address."""
    with pytest.MonkeyPatch.context() as environment:
        for name in _REMOVED:
            environment.delenv(name, raising=False)
        environment.setenv("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", endpoint_url)
        environment.setenv("AWS_ENDPOINT_URL_BEDROCK", endpoint_url)
        environment.setenv("AWS_ACCESS_KEY_ID", "test")
        environment.setenv("AWS_SECRET_ACCESS_KEY", "test")
        environment.setenv("AWS_EC2_METADATA_DISABLED", "true")
        environment.setenv("NO_PROXY", "127.0.0.1")
        environment.setenv("no_proxy", "127.0.0.1")
        yield environment


@dataclass(slots=True)
class BedrockRig:
    """A stand-in, and generators that call it through one real client."""

    stand_in: BedrockStandIn
    connection: Connection[BedrockRuntimeClient]
    waits_s: list[float] = field(default_factory=list)

    @property
    def client(self) -> BedrockRuntimeClient:
        return self.connection.client

    def generator(self, **changes: Any) -> BedrockGenerator:
        arguments: dict[str, Any] = {
            "region": REGION,
            "models": MODELS,
            "connect": lambda region: self.connection,
            "wait": self.waits_s.append,
            "jitter": lambda: 0.5,
        }
        return BedrockGenerator(**(arguments | changes))


@contextmanager
def bedrock_rig(**stand_in: Any) -> Iterator[BedrockRig]:
    with BedrockStandIn(**stand_in) as server, aws_environment(server.url):
        yield BedrockRig(server, patient_connection(REGION))


patient_connection = partial(connect_bedrock, read_timeout_s=LONG_TIMEOUT_S)
short_connection = partial(connect_bedrock, read_timeout_s=SHORT_TIMEOUT_S)


def request_for(**changes: Any) -> ImageRequest:
    arguments: dict[str, Any] = {
        "session_id": "test",
        "prompt": "A fox by a lake",
        "seed": 42,
        "width_px": 256,
        "height_px": 256,
    }
    return ImageRequest(**(arguments | changes))
