"""A hit: *Get Practice Image* in a session that has a picture.

    python -m tests.benchmarks.bench_hit [--sessions 50] [--clicks 4] [--rounds 3]

1. Its click, with all sessions at once, against the click of a bare Streamlit page (title,
   button, picture by URL) under the same server command and config.toml; with the folder store
   and with a bucket (`quick_s3`). They take turns, and the medians of the rounds count. A click
   lasts until the run that it started has ended.
2. The server's own part, retrieval and address, against a bare LIST and `generate_presigned_url`
   by boto3, both on moto.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from imagespeak_core.stores.pictures import PictureStore
from imagespeak_core.stores.s3.blobs import S3Blobs
from imagespeak_core.stores.s3.connection import connect_s3
from imagespeak_core.stores.signing_time import steady_signing_time
from tests.benchmarks import stload
from tests.benchmarks.figures import Figures
from tests.benchmarks.load_report import Stats
from tests.benchmarks.load_session import Options
from tests.benchmarks.servers import (
    BUTTON,
    COMMANDS,
    Command,
    Server,
    bare_page,
    environment,
    moto,
    our_app,
    quick_s3,
)

LIMIT = 2.5
BUCKET = "benchmark"
KEY = "generated-images/bench-{}_20241031_143022_0_sunset_mountains.png"
URL_LIFE_S = 86_400
LISTS = 200


@dataclass(frozen=True, slots=True)
class Clicks:
    """The median time of a click, the server's CPU time for one, and who else was busy."""

    time_s: float
    cpu_s: float
    others_cpu: float  # processors

    @classmethod
    def middle(cls, rounds: list[Clicks]) -> Clicks:
        return cls(
            median(r.time_s for r in rounds),
            median(r.cpu_s for r in rounds),
            median(r.others_cpu for r in rounds),
        )

    def __str__(self) -> str:
        return (
            f"{self.time_s * 1000:.0f} ms, {self.cpu_s * 1000:.1f} ms of the server's CPU"
            f" (others: {self.others_cpu:.1f} processors)"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description="A hit's click against a bare page's.")
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--clicks", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= environment(folder, {})
        _fill(folder / "pictures", options.sessions)
        with quick_s3(folder / "quick-s3") as s3:
            for command in COMMANDS:
                _clicks(figures, command, folder, s3, options)
        with moto(folder / "moto") as s3:
            _server_side(figures, s3)
    return figures.exit_status


def _clicks(
    figures: Figures, command: Command, folder: Path, s3: Server, options: argparse.Namespace
) -> None:
    settings = {
        "folder": {"IMAGESPEAK_DATA_DIR": str(folder / "pictures")},
        "S3": {"IMAGESPEAK_BUCKET": BUCKET, "AWS_ENDPOINT_URL_S3": s3.url},
    }
    place = folder / command
    with (
        bare_page(command, place / "bare") as bare,
        our_app(command, place / "folder", settings["folder"]) as on_folder,
        our_app(command, place / "s3", settings["S3"]) as on_s3,
    ):
        pages = {"bare": bare, "folder": on_folder, "S3": on_s3}
        for page in pages.values():
            _load(page, 3, 2)  # first visits import what comes late
        rounds: dict[str, list[Clicks]] = {name: [] for name in pages}
        for _ in range(options.rounds):
            for name, page in pages.items():
                rounds[name].append(_load(page, options.sessions, options.clicks))
    clicks = {name: Clicks.middle(values) for name, values in rounds.items()}
    at_once = f"{options.sessions} at once, {command}"
    base = clicks.pop("bare")
    figures.say(f"click, bare page, {at_once}", str(base))
    for name, ours in clicks.items():
        figures.say(f"click, hit, {name}, {at_once}", str(ours))
        figures.check("  against the bare page", ours.time_s / base.time_s, LIMIT, " times")
        figures.say("  CPU against the bare page's", f"{ours.cpu_s / base.cpu_s:.2f} times")


def _load(server: Server, sessions: int, clicks: int) -> Clicks:
    """What so many sessions at once get."""
    stats = Stats()
    load = Options(
        url=server.url,
        sessions=sessions,
        clicks=clicks,
        button=BUTTON,
        query="session=bench-{i}",
        pid=server.pid,
        idle=0.2,
    )
    report = asyncio.run(stload.run(load, stats))
    if stats.errors:
        raise RuntimeError(f"clicks failed: {dict(stats.errors)}")
    return Clicks(
        median(stats.values["click"]),
        report.click_cpu.server / len(stats.clicks),
        report.click_cpu.other / report.click_wall_s,
    )


def _fill(pictures: Path, sessions: int) -> None:
    """One picture for each session."""
    for number in range(sessions):
        path = pictures / KEY.format(number)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"nobody looks into it")


def _server_side(figures: Figures, s3: Server) -> None:
    """Retrieval and address alone, one after the other."""
    os.environ["AWS_ENDPOINT_URL_S3"] = s3.url
    connection = connect_s3()
    connection.client.create_bucket(Bucket=BUCKET)
    connection.client.put_object(Bucket=BUCKET, Key=KEY.format(0), Body=b"x")
    store = PictureStore(S3Blobs(BUCKET, connect=lambda _: connection), url_life_s=URL_LIFE_S)

    def ours() -> None:
        newest = store.list_session("bench-0")[0]
        signed_at = steady_signing_time(datetime.now(UTC), url_life_s=URL_LIFE_S)
        store.image_url(newest.key, signed_at=signed_at)

    def theirs() -> None:
        prefix = "generated-images/bench-0_"
        page = connection.client.list_objects_v2(Bucket=BUCKET, Prefix=prefix)
        found = {"Bucket": BUCKET, "Key": page["Contents"][0]["Key"]}
        connection.client.generate_presigned_url("get_object", Params=found, ExpiresIn=URL_LIFE_S)

    times_s = [(_seconds(ours), _seconds(theirs)) for _ in range(LISTS)]
    our_s, their_s = (median(values) for values in zip(*times_s, strict=True))
    figures.say("retrieve and sign, ours", f"{our_s * 1000:.2f} ms")
    figures.say("LIST and sign, bare boto3", f"{their_s * 1000:.2f} ms")
    figures.say("  ours against bare boto3 (no target)", f"{our_s / their_s:.2f} times")


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
