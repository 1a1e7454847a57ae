"""Time for one presigned URL, ours against boto3's own.

python -m tests.benchmarks.bench_presign
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime

from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import connect_s3

URLS = 2_000
ROUNDS = 5
LIMIT_US = 100


def main() -> None:
    os.environ |= {
        "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "made-up",
        "AWS_SESSION_TOKEN": "x" * 400,
        "AWS_REGION": "eu-west-1",
    }
    connection = connect_s3()
    store = PictureStore(S3Blobs("pictures", connect=lambda _: connection), url_life_s=86_400)
    signed_at = datetime.now(UTC)
    keys = [ImageKey("image-001", "20241031_143022", i, "sunset_mountains") for i in range(URLS)]

    def ours(key: ImageKey) -> str:
        return store.image_url(key, signed_at=signed_at)

    def theirs(key: ImageKey) -> str:
        return connection.client.generate_presigned_url(
            "get_object", Params={"Bucket": "pictures", "Key": str(key)}, ExpiresIn=86_400
        )

    our_us, their_us = _best_us(ours, keys), _best_us(theirs, keys)
    verdict = "within" if our_us < LIMIT_US else "OVER"
    print(f"ours   {our_us:7.1f} µs a URL ({verdict} {LIMIT_US} µs)")
    print(f"boto3  {their_us:7.1f} µs a URL")
    print(f"ratio  {our_us / their_us:7.3f}")


def _best_us(sign: Callable[[ImageKey], str], keys: list[ImageKey]) -> float:
    """The best of some rounds, in microseconds a URL: what the machine does undisturbed."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for key in keys:
            sign(key)
        times.append((time.perf_counter() - start) / len(keys) * 1e6)
    return min(times)


if __name__ == "__main__":
    main()
