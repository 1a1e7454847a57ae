"""A class presses *Keep* at once, and somebody else clicks meanwhile.

    python -m tests.benchmarks.bench_keeping [--learners 30] [--command uvicorn]

Each learner sends a minute of sound in pieces, as the recorder does; all begin at the same moment.
Each recording is read by a process of its own, which takes whatever the computer has left. A
visitor who has a picture clicks all the while: the ratio is that of those clicks and of clicks on
the resting server. No clicks may be late.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from statistics import median

import av
import httpx
import numpy as np

from imagespeak_core.speaking.learner import key_hash, new_key
from imagespeak_core.speaking.tickets import new_ticket, signed
from pages.components.shell.visitor import COOKIE_NAME
from tests.benchmarks import stload
from tests.benchmarks.figures import Figures
from tests.benchmarks.load_report import Stats
from tests.benchmarks.load_session import Options
from tests.benchmarks.servers import BUTTON, COMMANDS, Server, our_app

SECRET = "a secret that only this benchmark knows"
SESSION = "keeping"
PICTURE = f"generated-images/{SESSION}_20250101_100000_0_picture.png"
LENGTH_S = 60
RATE_HZ = 48_000
PIECE_BYTES = 256 * 1024
CLICKS_AT_MOST = 2.0
LATE_S = 1.0
THINK_S = 0.1
RESTING_CLICKS = 40
LIMIT_S = 120


def main() -> int:
    parser = argparse.ArgumentParser(description="A class that keeps its recordings at once.")
    parser.add_argument("--learners", type=int, default=30)
    parser.add_argument("--command", choices=COMMANDS, default="uvicorn")
    options = parser.parse_args()
    figures = Figures()
    sound = _minute_of_sound()
    settings = {"IMAGESPEAK_SECRET": SECRET}
    with (
        tempfile.TemporaryDirectory() as name,
        our_app(options.command, Path(name), settings) as server,
    ):
        kept_s, statuses, resting, meanwhile = asyncio.run(
            _measure(server, sound, options.learners)
        )
    figures.say("a recording", f"{len(sound) / 1000:.0f} kB, {LENGTH_S} s")
    figures.say("answers", str({code: statuses.count(code) for code in sorted(set(statuses))}))
    figures.say("kept after, first / median / last", _three(kept_s))
    figures.say("clicks on the resting server, median / longest", _two(resting))
    figures.say(f"{len(meanwhile)} clicks meanwhile, median / longest", _two(meanwhile))
    ratio = median(meanwhile) / median(resting)
    figures.check("clicks meanwhile / resting, medians", ratio, CLICKS_AT_MOST)
    figures.check("longest click meanwhile", max(meanwhile), LATE_S, " s")
    figures.check("recordings that were not kept", len(statuses) - statuses.count(200), 0)
    return figures.exit_status


async def _measure(
    server: Server, sound: bytes, learners: int
) -> tuple[list[float], list[int], list[float], list[float]]:
    await stload.run(_clicking(server, clicks=1, image=True), Stats())
    resting = Stats()
    await stload.run(_clicking(server, clicks=RESTING_CLICKS), resting)
    async with httpx.AsyncClient(base_url=server.url, timeout=LIMIT_S) as client:
        keeping = asyncio.gather(*(_keep(client, sound) for _ in range(learners)))
        meanwhile: list[float] = []
        while not keeping.done():
            stats = Stats()
            await stload.run(_clicking(server, clicks=5), stats)
            meanwhile += _seconds(stats)
        answers = await keeping
    return (
        sorted(seconds for _, seconds in answers),
        [status for status, _ in answers],
        _seconds(resting),
        meanwhile,
    )


async def _keep(client: httpx.AsyncClient, sound: bytes) -> tuple[int, float]:
    """Send one in pieces; gives the last answer's status, and how long it took."""
    key, began = new_key(), time.perf_counter()
    ticket = new_ticket(
        session_id=SESSION, learner=key_hash(key), picture=PICTURE, now=datetime.now(UTC)
    )
    headers = {
        "Upload-Ticket": signed(ticket, secret=SECRET.encode()),
        "Upload-Length": str(len(sound)),
        "Cookie": f"{COOKIE_NAME}={key}",
        "Sec-Fetch-Site": "same-origin",
    }
    status = 0
    for offset in range(0, len(sound), PIECE_BYTES):
        answer = await client.patch(
            "/uploads",
            content=sound[offset : offset + PIECE_BYTES],
            headers={**headers, "Upload-Offset": str(offset)},
        )
        status = answer.status_code
    return status, time.perf_counter() - began


def _clicking(server: Server, *, clicks: int, image: bool = False) -> Options:
    return Options(
        url=server.url,
        clicks=clicks,
        think=THINK_S if clicks > 1 else 0.0,
        button=BUTTON,
        query="session=visitor",
        pid=server.pid,
        until="imgs" if image else "",
        image=image,
    )


def _minute_of_sound() -> bytes:
    """What a recorder gives: bursts of a voice's pitch and its overtones, and pauses, as Opus."""
    dice = random.Random(7)
    at = np.arange(RATE_HZ * LENGTH_S) / RATE_HZ
    voice = sum(np.sin(2 * np.pi * 140 * over * at) / over for over in range(1, 12))
    loudness = np.repeat([dice.choice((0.0, 0.6, 1.0)) for _ in range(LENGTH_S * 4)], RATE_HZ // 4)
    samples = (voice * loudness * 6_000).astype(np.int16)
    file = io.BytesIO()
    with av.open(file, "w", format="webm") as container:
        stream = container.add_stream("libopus", rate=RATE_HZ, layout="mono")
        for start in range(0, len(samples), RATE_HZ):
            frame = av.AudioFrame.from_ndarray(
                samples[None, start : start + RATE_HZ], format="s16", layout="mono"
            )
            frame.sample_rate = RATE_HZ
            frame.pts, frame.time_base = start, Fraction(1, RATE_HZ)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


def _seconds(stats: Stats) -> list[float]:
    return [click.ended - click.began for click in stats.clicks]


def _two(seconds: list[float]) -> str:
    return f"{median(seconds):.3f} / {max(seconds):.3f} s"


def _three(seconds: list[float]) -> str:
    return f"{seconds[0]:.2f} / {median(seconds):.2f} / {seconds[-1]:.2f} s"


if __name__ == "__main__":
    sys.exit(main())
