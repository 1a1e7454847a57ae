"""The gallery: how listing, summarising and searching grow, and what a preview costs.

    python -m tests.benchmarks.bench_gallery [--pictures 1000 5000 20000] [--rounds 5]

1. `GalleryIndex` from nothing to all sessions summarised, against boto3's own LIST pages of the
   same bucket (`quick_s3`, five pictures a session), read to the end. They take turns, and the
   medians count. Memory: what is kept, against the same pages kept as boto3 gives them.
2. A search in it, and a look at it while it is fresh, against the same pages.
3. `make_preview` against Pillow decoding the same PNG.
"""

from __future__ import annotations

import argparse
import gc
import io
import math
import os
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

from PIL import Image

from imagespeak_core.gallery.index import GalleryIndex, Listing
from imagespeak_core.gallery.previews import make_preview
from imagespeak_core.gallery.sessions import search
from imagespeak_core.generators.illustrator.generator import Illustrator
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.naming import IMAGE_PREFIX
from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import S3Connection, connect_s3
from tests.benchmarks.figures import Figures
from tests.benchmarks.servers import environment, quick_s3

URL_LIFE_S = 86_400
LONGEST_S = 600
PREVIEWS = 9
SIZES_PX = ((1024, 1024), (1536, 1024))


def main() -> int:
    parser = argparse.ArgumentParser(description="The gallery's listing and previews.")
    parser.add_argument("--pictures", type=int, nargs="+", default=[1_000, 5_000, 20_000])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        os.environ |= environment(Path(name), {})
        with quick_s3(Path(name)) as server:
            os.environ["AWS_ENDPOINT_URL_S3"] = server.url
            for count in options.pictures:
                _listing(figures, connect_s3(), count, options.rounds)
    for size in SIZES_PX:
        _preview(figures, size)
    return figures.exit_status


def _listing(figures: Figures, connection: S3Connection, count: int, rounds: int) -> None:
    bucket, requests = f"pictures-{count}", 0

    def count_request(**_: Any) -> None:
        nonlocal requests
        requests += 1

    connection.client.meta.events.register("before-send.s3", count_request)

    def bare() -> list[Any]:
        pages = connection.client.get_paginator("list_objects_v2")
        return [page["Contents"] for page in pages.paginate(Bucket=bucket, Prefix=IMAGE_PREFIX)]

    def ours() -> Listing:
        store = PictureStore(S3Blobs(bucket, connect=lambda _: connection), url_life_s=URL_LIFE_S)
        return GalleryIndex(store, time.monotonic).snapshot(wait_s=LONGEST_S)

    bare()
    requests = 0
    listing = ours()
    needed = math.ceil(count / 1_000)
    if (listing.picture_count, listing.complete) != (count, True):
        raise RuntimeError(f"{listing.picture_count} pictures listed, {count} are there")
    print(f"--- {count:,} pictures in {len(listing.sessions):,} sessions")
    figures.check("requests against boto3's LIST pages", requests / needed, 1, " times")
    times_s = [(_seconds(ours), _seconds(bare)) for _ in range(rounds)]
    our_s, bare_s = (median(values) for values in zip(*times_s, strict=True))
    figures.say("listing and summaries", f"{our_s:.3f} s")
    figures.say("boto3's LIST pages alone", f"{bare_s:.3f} s")
    figures.check("  ours against it", our_s / bare_s, 2, " times")
    kept_bytes, bare_bytes = _kept_bytes(_kept_index(bucket, connection)), _kept_bytes(bare)
    figures.say("memory kept", f"{kept_bytes / 1e6:.1f} MB, {kept_bytes / count:.0f} B a picture")
    figures.check("  ours against the pages kept", kept_bytes / bare_bytes, 1, " times")
    _looks(figures, listing, _kept_index(bucket, connection)(), bare_s)


def _kept_index(bucket: str, connection: S3Connection) -> Callable[[], GalleryIndex]:
    def index() -> GalleryIndex:
        store = PictureStore(S3Blobs(bucket, connect=lambda _: connection), url_life_s=URL_LIFE_S)
        made = GalleryIndex(store, time.monotonic)
        made.snapshot(wait_s=LONGEST_S)
        return made

    return index


def _looks(figures: Figures, listing: Listing, index: GalleryIndex, bare_s: float) -> None:
    since = datetime(2024, 10, 5, tzinfo=UTC)
    found = search(listing.sessions, "for lak", since=since)
    search_s = median(
        _seconds(lambda: search(listing.sessions, "for lak", since=since, order="largest"))
        for _ in range(20)
    )
    look_s = median(_seconds(index.snapshot) for _ in range(20))
    figures.say(f"a search that finds {len(found)}", f"{search_s * 1000:.2f} ms")
    figures.say("  against boto3's LIST pages", f"{search_s / bare_s:.4f} times")
    figures.say("a look while it is fresh", f"{look_s * 1e6:.0f} µs")


def _preview(figures: Figures, size: tuple[int, int]) -> None:
    request = ImageRequest("bench", "Children play in a park", width_px=size[0], height_px=size[1])
    png = Illustrator().generate(request.single(1)).png

    def decode() -> None:
        with Image.open(io.BytesIO(png)) as picture:
            picture.load()

    webp = make_preview(png)
    times_s = [(_seconds(lambda: make_preview(png)), _seconds(decode)) for _ in range(PREVIEWS)]
    our_s, bare_s = (median(values) for values in zip(*times_s, strict=True))
    print(f"--- a picture of {size[0]} × {size[1]} pixels")
    figures.say("preview, of bytes", f"{len(webp):,} ({len(png) / len(webp):.0f} times fewer)")
    figures.say("making it", f"{our_s * 1000:.1f} ms")
    figures.say("decoding the PNG alone", f"{bare_s * 1000:.1f} ms")
    figures.check("  ours against it", our_s / bare_s, 3, " times")


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _kept_bytes(work: Callable[[], object]) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        kept = work()
        gc.collect()
        size_bytes = tracemalloc.get_traced_memory()[0]
        del kept
    finally:
        tracemalloc.stop()
    return size_bytes


if __name__ == "__main__":
    sys.exit(main())
