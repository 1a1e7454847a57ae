"""200 people of one session wait for one picture that takes 3 seconds.

    python -m tests.benchmarks.bench_waiting [--sessions 200] [--command uvicorn]

All press *Get Practice Image* at once on an empty session; Bedrock's stand-in needs 3 s for the
one picture. A session sees it when it has the picture's bytes and the page shows them, as
`waiting.js` does; the whole page is drawn anew in turn. Once as a browser waits, by one
request to /news, and once by a slow timer in the browser, which is what is left where that request
fails. Then a picture of 17 s shows what waiting itself costs the server. The reference of the ratio
is the model's own time: how much longer than it the last one waits. The timer alone has no target:
it is there so that nobody is left out.

Memory is what the server's whole process has (MB, millions of bytes): most of it while all wait,
and most of it at all, while all connect, click, wait and are served; once more with the
illustrator. What all that adds to a server that has just started is told beside it.

While the long request holds, no timer may ask the server anything.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.adapters.bedrock_replies import Reply, answer, picture
from tests.adapters.bedrock_server import BedrockStandIn
from tests.benchmarks import stload
from tests.benchmarks.figures import Figures
from tests.benchmarks.load_report import Probe, Stats
from tests.benchmarks.load_session import Options
from tests.benchmarks.servers import BUTTON, COMMANDS, Command, Server, our_app

SERVED_WITHIN_S = 3
MEMORY_LIMIT_MB = 150
PICTURE_S = 3
LONG_PICTURE_S = 17
SETTLED_AFTER_S = 6
"""In the long wait all clicks are over by then."""

_LAST_OF_WAIT_S = 1.0
_LOOK_EVERY_S = 0.1
_SEED = 213


class SlowModel:
    """The stand-in's behaviour: one picture, `takes_s` after it was asked for."""

    def __init__(self, takes_s: float) -> None:
        self._takes_s = takes_s
        self._picture = answer(picture("1:1", _SEED), _SEED)
        self.ends: list[float] = []  # on time.perf_counter

    def __call__(self, body: dict[str, Any]) -> Reply:
        del body
        self.ends.append(time.perf_counter() + self._takes_s)
        return Reply(self._picture.status, self._picture.body, delay_s=self._takes_s)


@dataclass(frozen=True, slots=True)
class Wait:
    """What one crowd met with."""

    calls: int
    served: int
    errors: dict[str, int]
    after_end_s: list[float]
    page_after_end_s: list[float]
    idle_cpu: float  # share of one processor
    serving_cpu_s: float
    others_cpu: float  # processors that the rest of the machine kept busy
    start_mb: float
    waiting_mb: float
    peak_mb: float
    auto_reruns: int
    polls: int


def main() -> int:
    parser = argparse.ArgumentParser(description="A crowd that waits for one picture.")
    parser.add_argument("--sessions", type=int, default=200)
    parser.add_argument("--command", choices=COMMANDS, default="uvicorn")
    options = parser.parse_args()
    figures = Figures()
    with tempfile.TemporaryDirectory() as name, BedrockStandIn() as bedrock:
        settings = {
            "IMAGESPEAK_GENERATOR": "bedrock",
            "IMAGESPEAK_MAX_PICTURES_PER_DAY": "0",
            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": bedrock.url,
            "AWS_ENDPOINT_URL_BEDROCK": bedrock.url,
        }
        figures.say("server", options.command)
        for title, picture_s, poll_jobs in (
            ("long poll", PICTURE_S, True),
            ("timer alone", PICTURE_S, False),
            ("long poll", LONG_PICTURE_S, True),
            ("timer alone", LONG_PICTURE_S, False),
        ):
            folder = Path(name) / f"{poll_jobs}-{picture_s}"
            with our_app(options.command, folder, settings) as server:
                wait = _crowd(server, bedrock, options.sessions, picture_s, poll_jobs=poll_jobs)
            _print(figures, f"{title}, {picture_s} s", wait, options.sessions, picture_s)
        _memory(figures, options.command, Path(name) / "illustrator", options.sessions)
    return figures.exit_status


def _crowd(
    server: Server, bedrock: BedrockStandIn, sessions: int, picture_s: float, *, poll_jobs: bool
) -> Wait:
    bedrock.forget()
    model = SlowModel(picture_s)
    bedrock.always = model
    stats = Stats()
    load = Options(
        url=server.url,
        sessions=sessions,
        button=BUTTON,
        query=f"session=crowd-{picture_s}-{poll_jobs}",
        pid=server.pid,
        until="imgs",
        image=True,
        poll_jobs=poll_jobs,
    )
    with _watched(server) as seen:
        report = asyncio.run(stload.run(load, stats))
    end = model.ends[0] if model.ends else 0.0
    served_at = [click.image or click.ended for click in stats.clicks]
    drawn_at = [click.ended for click in stats.clicks]
    return Wait(
        calls=len(bedrock.calls),
        served=len(stats.clicks),
        errors=dict(stats.errors),
        after_end_s=sorted(moment - end for moment in served_at),
        page_after_end_s=sorted(moment - end for moment in drawn_at),
        idle_cpu=_cpu_between(seen, end - picture_s + SETTLED_AFTER_S, end)
        / max(1.0, picture_s - SETTLED_AFTER_S),
        serving_cpu_s=_cpu_between(seen, end, max(drawn_at, default=end)),
        others_cpu=report.click_cpu.other / report.click_wall_s,
        start_mb=_megabytes(report.rss_mib["rss_before"]),
        waiting_mb=max((mb for at, _, mb in seen if end - _LAST_OF_WAIT_S < at < end), default=0),
        peak_mb=_megabytes(report.rss_mib["rss_peak"]),
        auto_reruns=stats.auto_reruns,
        polls=stats.polls,
    )


def _print(figures: Figures, title: str, wait: Wait, sessions: int, picture_s: float) -> None:
    figures.check(f"{title}: calls to the model", wait.calls, 1)
    figures.check(f"{title}: sessions not served", sessions - wait.served, 0)
    if wait.errors:
        figures.say(f"{title}: errors", str(wait.errors))
    if wait.after_end_s:
        last_s = wait.after_end_s[-1]
        name = f"{title}: seen after its end"
        figures.say(f"{name}, median", f"{median(wait.after_end_s):.2f} s")
        if wait.polls:
            figures.check(f"{name}, last", last_s, SERVED_WITHIN_S, " s")
        else:
            figures.say(f"{name}, last", f"{last_s:.2f} s")
        figures.say("  with its whole page, the last", f"{wait.page_after_end_s[-1]:.2f} s")
        ratio = (picture_s + last_s) / picture_s
        figures.say("  the last one's wait against the model's time", f"{ratio:.2f} times")
    figures.say("  server's CPU from its end on", f"{wait.serving_cpu_s:.1f} s")
    figures.say("  the machine's other work", f"{wait.others_cpu:.1f} processors")
    if picture_s > SETTLED_AFTER_S:
        figures.say(f"{title}: CPU while all wait", f"{wait.idle_cpu:.1%} of one processor")
    if wait.polls:
        figures.say(f"{title}: requests to /news", f"{wait.polls}")
        figures.check(f"{title}: runs by timer", wait.auto_reruns, 0)
    else:
        figures.say(f"{title}: runs by timer", f"{wait.auto_reruns}")
    figures.check(f"{title}: server's memory, all wait", wait.waiting_mb, MEMORY_LIMIT_MB, " MB")
    figures.check(f"{title}: server's memory, at most", wait.peak_mb, MEMORY_LIMIT_MB, " MB")
    figures.say("  more than at its start", f"{wait.peak_mb - wait.start_mb:.0f} MB")


def _megabytes(mib: float) -> float:
    return mib * 2**20 / 1e6


def _memory(figures: Figures, command: Command, folder: Path, sessions: int) -> None:
    """All sessions connected to an app that has drawn, each with a click behind it."""
    with our_app(command, folder) as server:
        for count in (1, sessions):
            stats = Stats()
            load = Options(
                url=server.url,
                sessions=count,
                button=BUTTON,
                query="session=crowd-illustrator",
                pid=server.pid,
                until="imgs",
            )
            report = asyncio.run(stload.run(load, stats))
            if stats.errors:
                raise RuntimeError(f"clicks failed: {dict(stats.errors)}")
    before_mb = _megabytes(report.rss_mib["rss_before"])
    figures.say("illustrator: server's memory before the crowd", f"{before_mb:.0f} MB")
    peak_mb = _megabytes(report.rss_mib["rss_peak"])
    name = f"illustrator: server's memory with {sessions} sessions"
    figures.check(name, peak_mb, MEMORY_LIMIT_MB, " MB")


@contextmanager
def _watched(server: Server) -> Iterator[list[tuple[float, float, float]]]:
    """Notes moment, CPU seconds and memory (MB) of the server while the block runs."""
    seen: list[tuple[float, float, float]] = []
    probe, is_over = Probe(server.pid), threading.Event()

    def watch() -> None:
        while not is_over.wait(_LOOK_EVERY_S):
            seen.append((time.perf_counter(), probe.cpu().server, _megabytes(probe.rss_mib())))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield seen
    finally:
        is_over.set()
        thread.join()


def _cpu_between(seen: list[tuple[float, float, float]], start: float, end: float) -> float:
    """CPU seconds that were used between two moments."""
    between = [cpu_s for moment, cpu_s, _ in seen if start <= moment <= end]
    return between[-1] - between[0] if between else 0.0


if __name__ == "__main__":
    sys.exit(main())
