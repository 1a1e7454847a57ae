"""The five test cases of the customer's document, through the real wiring.

The bucket is moto's, the model a stand-in for Bedrock on this computer; the events are API
Gateway's. The buttons of case 5 are tested in the pages too: here it is what they send.
"""

from __future__ import annotations

import io
import re
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from imagespeak_core.lambda_handler import lambda_handler
from tests.adapters.bedrock_server import BedrockStandIn
from tests.lambda_handler.rig import BUCKET_SETTING, content_of, new_bucket, recorded, with_body

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

SUNSET = {
    "prompt": "A beautiful sunset over mountains",
    "sessionId": "image-123",
    "quality": "premium",
    "width": 1024,
    "height": 1024,
    "action": "generate",
}
RETRIEVE = {"sessionId": "image-123", "action": "retrieve"}


class Client:
    """A web client that speaks through API Gateway."""

    def __init__(self, bucket: str, store: S3Client, model: BedrockStandIn) -> None:
        self.bucket = bucket
        self.store = store
        self.model = model

    def send(self, fields: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        answer = lambda_handler(with_body(recorded("http_v2_post"), fields), None)
        return answer["statusCode"], content_of(answer)

    def stored_keys(self) -> list[str]:
        """Of pictures; what is spent lies beside them."""
        listing = self.store.list_objects_v2(Bucket=self.bucket, Prefix="generated-images/")
        return [item["Key"] for item in listing.get("Contents", ())]


@pytest.fixture(scope="module")
def wired(moto_url: str) -> Iterator[Client]:
    """Leads to a bucket and a model, which all the cases share."""
    bucket, store = new_bucket(moto_url)
    with BedrockStandIn() as model, pytest.MonkeyPatch.context() as environment:
        environment.setenv(BUCKET_SETTING, bucket)
        environment.setenv("IMAGESPEAK_GENERATOR", "bedrock")
        environment.setenv("AWS_ENDPOINT_URL_S3", moto_url)
        environment.setenv("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", model.url)
        yield Client(bucket, store, model)


@pytest.fixture
def client(wired: Client) -> Client:
    """With an empty bucket, and a model that was never called."""
    for key in wired.stored_keys():
        wired.store.delete_object(Bucket=wired.bucket, Key=key)
    wired.model.forget()
    return wired


def test_1_generate_with_session_id_stores_under_the_right_name(client: Client) -> None:
    before = datetime.now(UTC).strftime("%Y%m%d_%H%M%S")
    status, content = client.send(SUNSET)
    after = datetime.now(UTC).strftime("%Y%m%d_%H%M%S")

    assert status == 200
    [key] = client.stored_keys()
    match = re.fullmatch(r"generated-images/image-123_(\d{8}_\d{6})_0_sunset_mountains\.png", key)
    assert match
    assert before <= match[1] <= after
    assert content["images"][0]["key"] == key
    head = client.store.head_object(Bucket=client.bucket, Key=key)
    assert head["ContentType"] == "image/png"
    assert head["Metadata"]["session-id"] == "image-123"
    with urllib.request.urlopen(content["s3_url"]) as answer:
        picture = Image.open(io.BytesIO(answer.read()))
    assert picture.size == (1024, 1024)
    assert [call.model_id for call in client.model.calls] == ["stability.stable-image-ultra-v1:1"]


def test_2_retrieve_existing_finds_the_pictures(client: Client) -> None:
    _, made = client.send(SUNSET)
    status, found = client.send(RETRIEVE)

    assert status == 200
    assert found["success"] is True
    assert found["sessionId"] == "image-123"
    assert [image["key"] for image in found["images"]] == client.stored_keys()
    assert found["images"][0]["key"] == made["images"][0]["key"]
    assert found["images"][0]["size"] == made["images"][0]["size"]
    with urllib.request.urlopen(found["image_urls"][0]) as answer:
        assert len(answer.read()) == found["images"][0]["size"]
    assert len(client.model.calls) == 1


def test_3_retrieve_non_existent_is_404(client: Client) -> None:
    client.send(SUNSET)
    status, content = client.send({"sessionId": "image-12", "action": "retrieve"})

    assert status == 404
    assert content["success"] is False
    assert content["error"] == "No images found for sessionId: image-12"
    assert len(client.model.calls) == 1


def test_4_generate_multiple_pictures_per_session(client: Client) -> None:
    _, three = client.send(SUNSET | {"quality": "standard", "seed": 7, "numberOfImages": 3})
    _, one = client.send(SUNSET | {"prompt": "A city skyline"})
    status, found = client.send(RETRIEVE)

    assert status == 200
    assert [image["image_index"] for image in three["images"]] == [0, 1, 2]
    assert [image["seed"] for image in three["images"]] == [7, 8, 9]
    newest_first = [one["images"][0]["key"]] + [image["key"] for image in reversed(three["images"])]
    assert [image["key"] for image in found["images"]] == newest_first
    assert sorted(client.stored_keys()) == sorted(newest_first)


def test_5_frontend_flow_of_both_buttons(client: Client) -> None:
    # Get Practice Image: asks first, and generates only because there is none.
    assert client.send(RETRIEVE)[0] == 404
    _, first = client.send(SUNSET)
    # Get Practice Image again: the same picture, and no second call to the model.
    _, again = client.send(RETRIEVE)
    assert again["images"][0]["key"] == first["images"][0]["key"]
    assert len(client.model.calls) == 1
    # Generate New: always another one, which is then the newest.
    _, new = client.send(SUNSET)
    assert new["images"][0]["key"] != first["images"][0]["key"]
    assert len(client.model.calls) == 2
    _, both = client.send(RETRIEVE)
    assert [image["key"] for image in both["images"]] == [
        new["images"][0]["key"],
        first["images"][0]["key"],
    ]
