"""Listing one session among very many pictures.

    python -m tests.benchmarks.bench_listing [--pictures 20000] [--rounds 20]

A folder and a bucket of 20,000 pictures of 1,000 sessions. Ours against a bare `os.scandir` over
the folder, and against boto3's own paginator with the session's prefix, on S3's stand-in. The
two take turns, and the medians count. No target is set for these.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from moto.backends import get_backend

from imagespeak_core.pictures.naming import IMAGE_PREFIX
from imagespeak_core.stores.folder.blobs import FolderBlobs
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import connect_s3
from tests.adapters.s3_servers import moto_server
from tests.benchmarks.figures import Figures
from tests.benchmarks.servers import environment

BUCKET = "benchmark"
SESSIONS = 1_000
SESSION = f"bench-{SESSIONS // 2}"
URL_LIFE_S = 86_400
_ACCOUNT = "123456789012"


def main() -> int:
    parser = argparse.ArgumentParser(description="A session's listing among many pictures.")
    parser.add_argument("--pictures", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    keys = [
        f"{IMAGE_PREFIX}bench-{number % SESSIONS}_20241031_143022_{number // SESSIONS}_forest.png"
        for number in range(options.pictures)
    ]
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        os.environ |= environment(Path(name), {})
        _folder(figures, Path(name) / "pictures", keys, options.rounds)
        _bucket(figures, keys, options.rounds)
    return figures.exit_status


def _folder(figures: Figures, root: Path, keys: list[str], rounds: int) -> None:
    (root / IMAGE_PREFIX).mkdir(parents=True)
    for key in keys:
        (root / key).write_bytes(b"x")
    store = PictureStore(FolderBlobs(root, secret=b"made-up"), url_life_s=URL_LIFE_S)

    def bare() -> int:
        with os.scandir(root / IMAGE_PREFIX) as entries:
            return sum(entry.name.startswith(f"{SESSION}_") for entry in entries)

    _compare(figures, "folder", store, "bare os.scandir", bare, rounds)


def _bucket(figures: Figures, keys: list[str], rounds: int) -> None:
    with moto_server() as url:
        os.environ["AWS_ENDPOINT_URL_S3"] = url
        connection = connect_s3()
        connection.client.create_bucket(Bucket=BUCKET)
        inside = get_backend("s3")[_ACCOUNT]["aws"]
        for key in keys:
            inside.put_object(BUCKET, key, b"x")
        store = PictureStore(S3Blobs(BUCKET, connect=lambda _: connection), url_life_s=URL_LIFE_S)

        def bare() -> int:
            paginator = connection.client.get_paginator("list_objects_v2")
            pages = paginator.paginate(Bucket=BUCKET, Prefix=f"{IMAGE_PREFIX}{SESSION}_")
            return sum(len(page["Contents"]) for page in pages)

        _compare(figures, "S3", store, "bare boto3 paginator", bare, rounds)


def _compare(
    figures: Figures,
    name: str,
    store: PictureStore,
    base_name: str,
    base: Callable[[], int],
    rounds: int,
) -> None:
    def ours() -> int:
        return len(store.list_session(SESSION))

    found = base()
    if ours() != found:
        raise RuntimeError(f"{name}: {ours()} pictures listed, {found} are there")
    times_s = [(_seconds(ours), _seconds(base)) for _ in range(rounds)]
    our_s, base_s = (median(values) for values in zip(*times_s, strict=True))
    figures.say(f"{name}: {found} pictures of one session, ours", f"{our_s * 1000:.1f} ms")
    figures.say(f"{name}: {base_name}", f"{base_s * 1000:.1f} ms")
    figures.say("  ours against it (no target)", f"{our_s / base_s:.2f} times")


def _seconds(work: Callable[[], int]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
