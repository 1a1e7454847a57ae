"""200 learners look at one class, and its teacher goes to the next picture.

    python -m tests.benchmarks.bench_class [--viewers 200] [--idle 20] [--command uvicorn]

All open the class's link at once and wait, as browsers do: by a request to /news,
behind a slow timer. The picture is changed by another process, which writes the class's document
into the store, and then by a teacher in the same server. A learner has the new picture when its
address is drawn. Once with the folder store, once with a bucket (moto), whose log tells how often
the class is read while all wait. The references are a bare page's clicks, all at once, under the
same server command. Memory is the largest that the server's process has.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from imagespeak_core.bootstrap import build_services
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.state import ClassState
from imagespeak_core.settings import Settings
from tests.benchmarks import stload
from tests.benchmarks.figures import Figures
from tests.benchmarks.lesson import Lesson, key_in, new_lesson
from tests.benchmarks.load_report import MIB, Probe, Stats
from tests.benchmarks.load_session import Options, Session
from tests.benchmarks.servers import (
    BUTTON,
    COMMANDS,
    Command,
    Server,
    bare_page,
    environment,
    moto,
    our_app,
)

FOLLOWS_WITHIN_S = 3
CPU_LIMIT_S = 3
"""A minute, while all wait: a twentieth of one processor."""

MEMORY_LIMIT_MB = 1
"""For each viewer."""
SERVER_MEMORY_LIMIT_MB = 150
"""Of its whole process."""

READS_LIMIT = 1.1
"""A second, however many wait."""

BUCKET = "benchmark"

_SETTLED_AFTER_S = 3
_LONGEST_S = 60


def main() -> int:
    parser = argparse.ArgumentParser(description="A class that follows its teacher.")
    parser.add_argument("--viewers", type=int, default=200)
    parser.add_argument("--idle", type=float, default=20.0)
    parser.add_argument("--command", choices=COMMANDS, default="uvicorn")
    options = parser.parse_args()
    figures = Figures()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures.say("server", options.command)
        bare_s = _bare_clicks(options.command, folder / "bare", options.viewers)
        figures.say(f"bare page: {options.viewers} clicks at once, the last", f"{bare_s:.2f} s")
        pictures = folder / "pictures"
        settings = {"IMAGESPEAK_DATA_DIR": str(pictures)}
        os.environ |= environment(folder, settings)
        lesson = new_lesson(build_services(Settings(data_dir=pictures)))
        with our_app(options.command, folder / "on-folder", settings) as server:
            asyncio.run(_class(figures, "folder", server, lesson, options, bare_s))
        with moto(folder / "moto") as s3:
            settings = {"IMAGESPEAK_BUCKET": BUCKET, "AWS_ENDPOINT_URL_S3": s3.url}
            os.environ |= settings
            lesson = _lesson_in_a_bucket(s3)
            with our_app(options.command, folder / "on-s3", settings) as server:
                reads = partial(_reads, folder / "moto" / "log.txt", lesson)
                asyncio.run(_class(figures, "S3", server, lesson, options, bare_s, reads))
    return figures.exit_status


def _lesson_in_a_bucket(s3: Server) -> Lesson:
    from imagespeak_core.stores.s3.connection import connect_s3

    os.environ["AWS_ENDPOINT_URL_S3"] = s3.url
    connect_s3().client.create_bucket(Bucket=BUCKET)
    return new_lesson(build_services(Settings(bucket=BUCKET)))


def _reads(log: Path, lesson: Lesson) -> int:
    """How often the class was read in the bucket so far."""
    return log.read_text().count(f"GET /{BUCKET}/classes/{lesson.session_id}.json")


async def _class(
    figures: Figures,
    name: str,
    server: Server,
    lesson: Lesson,
    options: argparse.Namespace,
    bare_s: float,
    reads: Callable[[], int] | None = None,
) -> None:
    """A lesson from the moment when all open its link."""
    stats, probe = Stats(), Probe(server.pid)
    load = Options(url=server.url, query=lesson.link, sessions=options.viewers)
    warm = Session(0, load, stats)
    await warm.load()
    await warm.close()
    before_mib = probe.rss_mib()
    viewers = [Session(number, load, stats) for number in range(options.viewers)]
    began = time.perf_counter()
    await asyncio.gather(*(viewer.load() for viewer in viewers))
    loaded_s = time.perf_counter() - began
    figures.say(f"{name}: all opened the link at once, the last", f"{loaded_s:.2f} s")
    figures.say("  against the bare page's clicks", f"{loaded_s / bare_s:.2f} times")
    without = sum(lesson.pictures[0] not in viewer.image_url for viewer in viewers)
    figures.check("  without the picture", without, 0)
    await asyncio.sleep(_SETTLED_AFTER_S)
    await _wait(figures, name, probe, options.idle, reads)
    teacher = Session(0, _teacher_options(server, lesson), stats)
    await teacher.load()
    await _change(figures, name, probe, lesson, viewers, teacher, bare_s)
    probe.rss_mib()
    figures.check(f"{name}: pictures made meanwhile", lesson.count() - len(lesson.pictures), 0)
    figures.check(f"{name}: errors", stats.errors.total(), 0)
    if stats.errors:
        figures.say(f"{name}: what they were", str(dict(stats.errors.most_common(3))))
    peak_mb, each_mb = probe.peak_mib * MIB / 1e6, (probe.peak_mib - before_mib) * MIB / 1e6
    figures.check(f"{name}: the server's memory", peak_mb, SERVER_MEMORY_LIMIT_MB, " MB")
    figures.check("  for each viewer", each_mb / options.viewers, MEMORY_LIMIT_MB, " MB")
    waits = f"{stats.polls}, {stats.auto_reruns}"
    figures.say(f"{name}: requests that waited, runs by timer", waits)
    await asyncio.gather(*(one.close() for one in (teacher, *viewers)), return_exceptions=True)


async def _wait(
    figures: Figures, name: str, probe: Probe, idle_s: float, reads: Callable[[], int] | None
) -> None:
    """What it costs that all wait."""
    cpu, began, reads_before = probe.cpu(), time.perf_counter(), reads() if reads else 0
    await asyncio.sleep(idle_s)
    seconds = time.perf_counter() - began
    per_minute_s = (probe.cpu() - cpu).server / seconds * 60
    figures.check(f"{name}: the server's CPU a minute, all wait", per_minute_s, CPU_LIMIT_S, " s")
    if reads:
        per_s = (reads() - reads_before) / seconds
        figures.check(f"{name}: reads of the class a second, all wait", per_s, READS_LIMIT)


async def _change(
    figures: Figures,
    name: str,
    probe: Probe,
    lesson: Lesson,
    viewers: list[Session],
    teacher: Session,
    bare_s: float,
) -> None:
    """How soon all have the next picture."""
    first, second = lesson.pictures

    def choose(state: ClassState) -> ClassState:
        return edits.choose_picture(state, key_in(state, second))

    def by_another_process() -> Awaitable[None]:
        return asyncio.to_thread(lesson.change, choose)

    for who, picture, change in (
        ("another process", second, by_another_process),
        ("a teacher here", first, teacher.click),
    ):
        before, began = probe.cpu(), time.perf_counter()
        seen = [session.sees(picture) for session in (*viewers, teacher)]
        await change()
        await asyncio.wait_for(asyncio.gather(*seen), _LONGEST_S)
        follow_s, used = time.perf_counter() - began, probe.cpu() - before
        title = f"{name}: {who} changed it, the last one has it"
        figures.check(title, follow_s, FOLLOWS_WITHIN_S, " s")
        figures.say("  against the bare page's clicks", f"{follow_s / bare_s:.2f} times")
        figures.say("  the server's CPU for it", f"{used.server:.1f} s")
        figures.say("  the machine's other work", f"{used.other / follow_s:.1f} processors")


def _teacher_options(server: Server, lesson: Lesson) -> Options:
    """Somebody at the server's own keyboard, at the projector's view."""
    return Options(url=server.url, page="classroom", query=lesson.stage, button="Previous")


def _bare_clicks(command: Command, folder: Path, sessions: int) -> float:
    """How long the last of so many clicks at once takes on a bare page."""
    with bare_page(command, folder) as server:
        stats = Stats()
        for count in (3, sessions):
            stats = Stats()
            load = Options(url=server.url, sessions=count, button=BUTTON, pid=server.pid, idle=0.2)
            asyncio.run(stload.run(load, stats))
        if stats.errors:
            raise RuntimeError(f"clicks failed: {dict(stats.errors)}")
    return max(stats.values["click"])


if __name__ == "__main__":
    sys.exit(main())
