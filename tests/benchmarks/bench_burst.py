"""A class presses at once, and the illustrator draws for each of them.

    python -m tests.benchmarks.bench_burst [--sessions 30] [--command uvicorn]

Every learner has a session of their own and asks for its first picture; all at the same moment.
Meanwhile somebody who has a picture clicks again and again. Both ratios have the same reference,
the time in which one process draws as many pictures, one after the other: the longest of those
clicks, which shows whether anybody waits for other people's pictures; and the class's last picture.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from imagespeak_core.generators.illustrator.generator import Illustrator
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.prompts import prompt_bank
from tests.benchmarks import stload
from tests.benchmarks.figures import Figures
from tests.benchmarks.load_report import Click, Stats
from tests.benchmarks.load_session import Options
from tests.benchmarks.servers import BUTTON, COMMANDS, Server, our_app

CLICK_AT_MOST = 0.1
DRAWING_AT_MOST = 1.0
CLICKS = 20
THINK_S = 0.1
"""The visitor's mean pause: the clicks spread over the drawing."""


def main() -> int:
    parser = argparse.ArgumentParser(description="A class that presses at once.")
    parser.add_argument("--sessions", type=int, default=30)
    parser.add_argument("--command", choices=COMMANDS, default="uvicorn")
    options = parser.parse_args()
    figures = Figures()
    alone_s = _one_after_the_other_s(options.sessions)
    with tempfile.TemporaryDirectory() as name, our_app(options.command, Path(name)) as server:
        resting = asyncio.run(_one_visitor(server))
        crowd, meanwhile = asyncio.run(_crowd_and_visitor(server, options.sessions))
    figures.say("server", options.command)
    figures.say("errors", str(dict(crowd.errors) | dict(meanwhile.errors) or "none"))
    waited_s = _seconds(crowd.clicks)
    figures.say("picture seen after, first / median / last", _three(waited_s))
    figures.say("clicks meanwhile, median / longest", _two(_seconds(meanwhile.clicks)))
    figures.say("clicks on the resting server, median / longest", _two(_seconds(resting.clicks)))
    figures.say("the same pictures one after the other, no server", f"{alone_s:.2f} s")
    longest_s = _seconds(meanwhile.clicks)[-1]
    figures.check(
        "longest click meanwhile / one after the other", longest_s / alone_s, CLICK_AT_MOST
    )
    figures.check("last picture / one after the other", waited_s[-1] / alone_s, DRAWING_AT_MOST)
    return figures.exit_status


def _one_after_the_other_s(count: int) -> float:
    """Scenes of the bank, which the crowd gets too: drawn, and nothing else."""
    illustrator = Illustrator()
    illustrator.warm_up()
    prompts = [scene.text for scene in prompt_bank()]
    started_s = time.perf_counter()
    for number in range(count):
        illustrator.generate(ImageRequest("burst", prompts[number % len(prompts)], seed=number + 1))
    return time.perf_counter() - started_s


async def _one_visitor(server: Server) -> Stats:
    await stload.run(_options(server, "session=visitor", image=True), Stats())
    stats = Stats()
    await stload.run(_options(server, "session=visitor", clicks=CLICKS), stats)
    return stats


async def _crowd_and_visitor(server: Server, sessions: int) -> tuple[Stats, Stats]:
    crowd, visitor = Stats(), Stats()
    running = asyncio.create_task(
        stload.run(_options(server, "session=burst-{i}", sessions=sessions, image=True), crowd)
    )
    while len(crowd.values.get("load", ())) < sessions and not running.done():
        await asyncio.sleep(0.01)
    await stload.run(_options(server, "session=visitor", clicks=CLICKS), visitor)
    await running
    return crowd, visitor


def _options(
    server: Server, query: str, *, sessions: int = 1, clicks: int = 1, image: bool = False
) -> Options:
    return Options(
        url=server.url,
        sessions=sessions,
        clicks=clicks,
        think=THINK_S if clicks > 1 else 0.0,
        button=BUTTON,
        query=query,
        pid=server.pid,
        until="imgs" if image else "",
        image=image,
    )


def _seconds(clicks: Iterable[Click]) -> list[float]:
    return sorted((click.image or click.ended) - click.began for click in clicks)


def _two(seconds: list[float]) -> str:
    return f"{median(seconds):.2f} / {seconds[-1]:.2f} s"


def _three(seconds: list[float]) -> str:
    return f"{seconds[0]:.2f} / {_two(seconds)}"


if __name__ == "__main__":
    sys.exit(main())
