"""Our presigned URLs are, to the byte, the ones that boto3 makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import boto3
import pytest
from botocore.config import Config
from hypothesis import given
from hypothesis import strategies as st
from mypy_boto3_s3 import S3Client

from imagespeak_core.stores.s3.presign import MAX_LIFE_S, Presigner

KEY = "generated-images/image-001_20241031_143022_0_sunset_mountains.png"
ATTACHMENT = 'attachment; filename="image-001_20241031_143022_0_sunset_mountains.png"'
ODD_KEYS = [
    "k",
    "a b",
    "a+b",
    "a%20b",
    "ü/山/🏔",
    "a//b",
    "a/../b",
    "./a",
    "a?b#c",
    "a&b=c;d",
    "~*'()!",
    "a\nb",
]


@dataclass(frozen=True)
class Place:
    """A bucket, and what boto3 must be told to find it."""

    base_url: str
    region: str = "us-east-1"
    bucket: str = "pictures"
    endpoint_url: str | None = None
    token: str | None = None
    style: Literal["virtual", "path"] = "virtual"


PLACES = {
    "regional": Place("https://pictures.s3.us-east-1.amazonaws.com/"),
    "europe": Place("https://pictures.s3.eu-west-1.amazonaws.com/", region="eu-west-1"),
    "china": Place("https://pictures.s3.cn-north-1.amazonaws.com.cn/", region="cn-north-1"),
    "token": Place("https://pictures.s3.us-east-1.amazonaws.com/", token="IQoJb3//+=="),
    "dotted": Place(
        "https://s3.eu-west-1.amazonaws.com/my.pictures/", region="eu-west-1", bucket="my.pictures"
    ),
    "port": Place(
        "http://127.0.0.1:9000/pictures/", endpoint_url="http://127.0.0.1:9000", style="path"
    ),
    "standard port": Place(
        "https://minio.example:443/pictures/",
        endpoint_url="https://minio.example:443",
        style="path",
    ),
    "below a path": Place(
        "https://minio.example/s3/pictures/", endpoint_url="https://minio.example/s3", style="path"
    ),
    "capitals": Place(
        "https://MinIO.example/pictures/", endpoint_url="https://MinIO.example", style="path"
    ),
}


@cache
def _boto3(place: Place) -> S3Client:
    session = boto3.session.Session("AKIDEXAMPLE", "wJalr/+=", place.token)
    return session.client(
        "s3",
        region_name=place.region,
        endpoint_url=place.endpoint_url,
        config=Config(
            signature_version="s3v4",
            s3={"addressing_style": place.style, "us_east_1_regional_endpoint": "regional"},
        ),
    )


def _assert_equal(
    place: Place, key: str, life_s: int = 3600, answer: Mapping[str, str] | None = None
) -> None:
    answer = answer or {}
    params = {"Bucket": place.bucket, "Key": key}
    params |= {f"Response{name.title().replace('-', '')}": answer[name] for name in answer}
    theirs = _boto3(place).generate_presigned_url("get_object", Params=params, ExpiresIn=life_s)
    signed_at = parse_qs(urlsplit(theirs).query)["X-Amz-Date"][0]
    ours = Presigner(
        place.base_url,
        place.region,
        access_key="AKIDEXAMPLE",
        secret_key="wJalr/+=",
        token=place.token,
    ).url(
        key,
        start=datetime.strptime(signed_at, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC),
        life_s=life_s,
        answer=answer,
    )
    assert ours == theirs


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"content-disposition": ATTACHMENT},
        {"cache-control": "no-store", "content-type": "audio/webm"},
    ],
    ids=["shown", "download", "heard"],
)
def test_every_kind_of_place(place: Place, answer: Mapping[str, str]) -> None:
    for life_s in (1, 86_400, MAX_LIFE_S):
        _assert_equal(place, KEY, life_s, answer)


@pytest.mark.parametrize("key", ODD_KEYS)
@pytest.mark.parametrize("place", [PLACES["europe"], PLACES["port"]], ids=["aws", "custom"])
def test_odd_keys(place: Place, key: str) -> None:
    _assert_equal(place, key)


@given(st.text(st.characters(codec="utf-8"), min_size=1), st.text(st.characters(codec="utf-8")))
def test_any_key_and_disposition(key: str, disposition: str) -> None:
    answer = {"content-disposition": disposition} if disposition else {}
    _assert_equal(PLACES["europe"], f"x{key}", 60, answer)


def test_each_day_has_its_own_key() -> None:
    def new_presigner() -> Presigner:
        return Presigner(
            "https://pictures.s3.us-east-1.amazonaws.com/",
            "us-east-1",
            access_key="AKIDEXAMPLE",
            secret_key="secret",
            token=None,
        )

    evening = datetime(2024, 10, 31, 23, 59, 59, tzinfo=UTC)
    presigner = new_presigner()
    for moment in (evening, evening + timedelta(seconds=1), evening):
        address = presigner.url(KEY, start=moment, life_s=60)
        assert address == new_presigner().url(KEY, start=moment, life_s=60)
        assert f"{moment:%Y%m%d}%2Fus-east-1%2Fs3" in address
