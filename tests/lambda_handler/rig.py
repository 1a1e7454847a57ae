"""The Lambda's door with a real bucket on this computer and a fake model."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from imagespeak_core.lambda_handler.door import Door, ProxyAnswer
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from imagespeak_core.spending.budget import Budget
from imagespeak_core.spending.budget_document import Limits
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import S3Connection, connect_s3
from tests.adapters.s3_servers import plain_client
from tests.fakes import FakeGenerator, HandClock, make_services

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

EVENTS = Path(__file__).parent / "events"
BUCKET_SETTING = "IMAGESPEAK_BUCKET"
SUNSET = {
    "sessionId": "image-001",
    "prompt": "A beautiful sunset over mountains",
    "width": 256,
    "height": 256,
}


def recorded(name: str) -> dict[str, Any]:
    """One of the recorded events, fresh."""
    event: dict[str, Any] = json.loads((EVENTS / f"{name}.json").read_text(encoding="utf-8"))
    return event


def with_body(event: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """The same event with another body."""
    return event | {"body": json.dumps(fields), "isBase64Encoded": False}


def content_of(answer: ProxyAnswer) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(answer["body"])
    return content


@cache
def _back_door(endpoint_url: str) -> S3Client:
    return plain_client(endpoint_url)


@cache
def _connection(endpoint_url: str) -> S3Connection:
    """Making a client takes longer than most tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL_S3", endpoint_url)
        return connect_s3()


def new_bucket(moto_url: str) -> tuple[str, S3Client]:
    """A fresh bucket, and the back door to it."""
    bucket, client = f"pictures-{uuid.uuid4().hex}", _back_door(moto_url)
    client.create_bucket(Bucket=bucket)
    return bucket, client


@dataclass(slots=True)
class Rig:
    """A door, and what lies behind it."""

    moto_url: str
    bucket: str
    client: S3Client
    generator: FakeGenerator = field(default_factory=FakeGenerator)
    clock: HandClock = field(default_factory=HandClock)
    day_limit: int | None = None
    budget_usd: Decimal | None = None
    builds: list[Settings] = field(default_factory=list)
    settings: Settings = field(init=False)
    door: Door = field(init=False)

    def __post_init__(self) -> None:
        self.settings = Settings(bucket=self.bucket)
        self.door = Door(load=lambda: self.settings, build=self.build)

    def build(self, settings: Settings) -> Services:
        """What the door builds its services with; each time is noted."""
        self.builds.append(settings)
        blobs = S3Blobs(self.bucket, connect=lambda _: _connection(self.moto_url), clock=self.clock)
        return make_services(
            PictureStore(blobs, url_life_s=settings.url_ttl_s),
            self.generator,
            documents=Documents(blobs),
            claims=Claims(blobs),
            clock=self.clock,
            day_limit=self.day_limit,
            budget=self._budget(blobs),
        )

    def _budget(self, blobs: S3Blobs) -> Budget | None:
        if self.budget_usd is None:
            return None
        limits = Limits.of(self.budget_usd, None)
        return Budget(blobs, limits, dearest_usd=Decimal(1), leases_blocks=False)

    def call(self, **fields: Any) -> tuple[int, dict[str, Any]]:
        """A direct invocation: status and content."""
        answer = self.door.answer(fields)
        return answer["statusCode"], content_of(answer)

    def put(self, *keys: str) -> None:
        """Objects by the back door."""
        for key in keys:
            self.client.put_object(Bucket=self.bucket, Key=key, Body=b"PNG")

    def read(self, key: str) -> bytes:
        """An object by the back door."""
        return self.client.get_object(Bucket=self.bucket, Key=key)["Body"].read()

    def budget_key(self) -> str:
        """What says how much is spent."""
        [key] = [key for key in self.keys() if key.startswith("budgets/")]
        return key

    def keys(self) -> list[str]:
        """Everything in the bucket, by the back door."""
        listing = self.client.list_objects_v2(Bucket=self.bucket)
        return [item["Key"] for item in listing.get("Contents", ())]
