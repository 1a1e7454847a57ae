"""A school's five minutes: two servers, two Lambdas, one bucket, and all goes wrong that may.

    python -m tests.benchmarks.bench_soak [--seconds 300] [--sessions 200]

Learners get a picture, come back on the other server, have another one made, record, keep; some
share a link, some follow a class, some come through the Lambda. Meanwhile the model is busy, slow
or cut off, the way to the bucket is slow, refuses requests and loses answers, and one server is
killed while it pays, and started again. In the end it is counted: nothing may be lost, paid twice
or leaked, whatever happened. Each press has a seed of its own, by which a call of the model is
known in the store.

It prints a table in Markdown; the exit status is 1 where a promise is broken. The reference of a
press that meets a picture is a bare page's press and one listing by the same bad way to the
bucket, both measured all the while.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import io
import json
import os
import platform
import random
import re
import signal
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import psutil  # type: ignore[import-untyped]
from PIL import Image

from imagespeak_core.bootstrap import build_services
from imagespeak_core.classroom.class_names import is_class_id
from imagespeak_core.pictures.naming import parse_key
from imagespeak_core.settings import Settings
from imagespeak_core.speaking import recordings
from tests.adapters.bedrock_server import BedrockStandIn
from tests.adapters.s3_servers import plain_client
from tests.benchmarks.faulty_model import FaultyModel
from tests.benchmarks.house import BUCKET, House, running_house
from tests.benchmarks.lambda_process import Lambda
from tests.benchmarks.lesson import new_lesson
from tests.benchmarks.load_report import Stats
from tests.benchmarks.load_session import Options, Session
from tests.benchmarks.servers import (
    BUTTON,
    FAULTS_PATH,
    Server,
    bare_page,
    environment,
    faulty_s3,
    free_port,
)
from tests.benchmarks.soak_facts import Facts, Kill, is_kept, rows, table
from tests.benchmarks.soak_levels import Watched
from tests.benchmarks.soak_visitors import (
    VISITS,
    Learner,
    World,
    fill_memory,
    nothing,
    practise,
    teach,
)
from tests.core.sound_files import sample, wav_file

SETTINGS = {
    "IMAGESPEAK_SECRET": "a secret that only this benchmark knows",
    "IMAGESPEAK_MAX_PICTURES_PER_DAY": "0",
    "IMAGESPEAK_BUDGET_USD_PER_DAY": "0",
}
APP = "tests.benchmarks.watched_app:app"
APPS = ("a", "b")
LAMBDAS = ("lambda 0", "lambda 1")
KILLED = APPS[0]
KILLED_AT = 0.4
"""Of the time that all takes."""
ARRIVALS = 0.85
LOOK_EVERY_S = 5.0
PROBE_EVERY_S = 1.0
VISITS_END_S = 300.0
SETTLES_WITHIN_S = 90.0
REMEMBERED_S = 125.0
"""Streamlit remembers a tab that is gone for two minutes, and its open files."""
PREFIXES = ("generated-images/", "recordings/", "attempts/", "classes/", "previews/", "budgets/")
_AS_IT_SHOULD_BE = re.compile(r"[-\d]+ [\d:,]+ (INFO|DEBUG) |ImageSpeak keeps pictures in ")
_TIME = re.compile(r"^[-\d]+ [\d:,.]+ ")
_PARTICULARS = re.compile(r"[0-9a-f]{8,}|\d+(\.\d+)?|'[^']*'")


@dataclass
class Soak:
    """All that runs."""

    house: House
    way: Server
    stack: ExitStack
    seconds: float
    facts: Facts = field(default_factory=Facts)
    models: dict[str, FaultyModel] = field(default_factory=dict)
    bedrocks: dict[str, BedrockStandIn] = field(default_factory=dict)
    apps: dict[str, Server] = field(default_factory=dict)
    watched: dict[str, Watched] = field(default_factory=dict)
    orphans: list[psutil.Process] = field(default_factory=list)

    def own(self, name: str) -> dict[str, str]:
        """The settings of one process: its own model, by which its calls are known."""
        bedrock = self.bedrocks.get(name)
        if bedrock is None:
            model = FaultyModel(name, random.Random(name))
            bedrock = self.stack.enter_context(BedrockStandIn(always=model))
            self.models[name], self.bedrocks[name] = model, bedrock
        temporary = self.house.folder / name / "tmp"
        temporary.mkdir(parents=True, exist_ok=True)
        return {
            "AWS_ENDPOINT_URL_S3": self.way.url,
            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": bedrock.url,
            "AWS_ENDPOINT_URL_BEDROCK": bedrock.url,
            "TMPDIR": str(temporary),
        }

    def start(self, name: str, port: int, *, again: bool = False) -> None:
        """Start an app, or start it again where it was."""
        own = self.own(name)
        server = self.stack.enter_context(self.house.server(name, own, port=port, app=APP))
        self.apps[name] = server
        title = f"server {name}, started again" if again else f"server {name}"
        self.watched[name] = Watched(title, server.pid, server.url)


def main() -> int:
    parser = argparse.ArgumentParser(description="Two servers, two Lambdas, and all that may.")
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--sessions", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="where logs and state stay, to look at them")
    options = parser.parse_args()
    with _folder(options.keep) as folder, ExitStack() as stack:
        house = stack.enter_context(running_house(folder, **SETTINGS))
        way = stack.enter_context(faulty_s3(folder / "way", house.s3.endpoint_url))
        soak = Soak(house, way, stack, options.seconds)
        for name in APPS:
            soak.start(name, free_port())
        bare = stack.enter_context(bare_page("uvicorn", folder / "bare"))
        asyncio.run(_run(soak, bare, options.sessions))
        _look_at_the_end(soak)
    lines = [*rows(soak.facts)]
    print(table(_title(options.seconds, options.sessions), lines))
    return int(not is_kept(lines))


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept
        return
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def _title(seconds: float, sessions: int) -> str:
    return (
        f"{sessions} sessions in {seconds / 60:g} minutes, {datetime.now(UTC):%Y-%m-%d}, "
        f"{os.cpu_count()} CPUs, {platform.system()}, Python {platform.python_version()}"
    )


async def _run(soak: Soak, bare: Server, sessions: int) -> None:
    house, facts = soak.house, soak.facts
    os.environ |= environment(
        house.folder / "teacher", {"AWS_ENDPOINT_URL_S3": house.s3.endpoint_url}
    )
    lesson = await asyncio.to_thread(
        new_lesson, build_services(Settings(bucket=BUCKET)), pictures=4
    )
    lambdas = [
        Lambda(house.folder / name, {**house.settings, **soak.own(name)}) for name in LAMBDAS
    ]
    for name, process in zip(LAMBDAS, lambdas, strict=True):
        soak.stack.callback(process.end)
        soak.watched[name] = Watched(name, process.pid)
    async with httpx.AsyncClient(timeout=60, limits=httpx.Limits(max_connections=None)) as http:
        world = World(
            servers={name: server.url for name, server in soak.apps.items()},
            lambdas=lambdas,
            http=http,
            sounds=(sample("recorded_by_chromium.webm"), _spoken_wav()),
            facts=facts,
            dice=random.Random(2026),
            class_link=lesson.link,
            shown=lesson.pictures[0],
        )
        await _warm_up(world, soak)
        is_over = asyncio.Event()
        beside = [
            asyncio.create_task(_watch(soak)),
            asyncio.create_task(_probe(soak, bare)),
        ]
        teaching = asyncio.create_task(teach(world, APPS[1], lesson.stage, is_over))
        killing = asyncio.create_task(_kill(soak, world))
        facts.sessions = sessions
        visits = [asyncio.create_task(_visit(soak, world, number)) for number in range(sessions)]
        _, late = await asyncio.wait(visits, timeout=soak.seconds + VISITS_END_S)
        facts.broken["visits that never ended"] += len(late)
        for visit in late:
            visit.cancel()
        is_over.set()
        await asyncio.gather(teaching, killing)
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        for visit in visits:
            if visit.done() and not visit.cancelled() and visit.exception():
                facts.broken[f"a visit that failed: {visit.exception()!r:.150}"] += 1
        left_s = time.monotonic()
        await _settled(soak)
        await asyncio.to_thread(_hear, soak, world)
        # The next tab that closes lets those go that are remembered for long enough.
        await asyncio.sleep(max(0.0, REMEMBERED_S - (time.monotonic() - left_s)))
        for name in APPS:
            await Learner(world, "the-last-one").visit(name, nothing)
    await asyncio.sleep(1)
    facts.ends = [one.all() for one in soak.watched.values()]


async def _warm_up(world: World, soak: Soak) -> None:
    """What a process loads once, and its pools, are there before anything is counted."""
    counted, world.facts = world.facts, Facts()
    await asyncio.gather(*(practise(world, 10_000 + number) for number in range(4)))
    for name in APPS:
        await fill_memory(world, name)
    world.facts, seen = counted, world.facts
    counted.presses += seen.presses
    await asyncio.sleep(1)
    counted.starts = [one.all() for one in soak.watched.values()]
    for one in soak.watched.values():
        one.began_s = time.monotonic()


async def _visit(soak: Soak, world: World, number: int) -> None:
    await asyncio.sleep(world.dice.uniform(0, soak.seconds * ARRIVALS))
    await VISITS[number % len(VISITS)](world, number)


async def _watch(soak: Soak) -> None:
    while True:
        for watched in list(soak.watched.values()):
            level = watched.memory()
            if level:
                soak.facts.levels.append(level)
        await asyncio.sleep(LOOK_EVERY_S)


async def _probe(soak: Soak, bare: Server) -> None:
    """What the reference takes, all the while."""
    listing = plain_client(soak.way.url).generate_presigned_url(
        "list_objects_v2", Params={"Bucket": BUCKET, "Prefix": "generated-images/soak-probe_"}
    )
    tab = Session(0, Options(url=bare.url), Stats())
    await tab.load()
    async with httpx.AsyncClient(timeout=60) as http:
        while True:
            began_s = time.perf_counter()
            await tab.press(BUTTON)
            for _ in range(3):
                with suppress(httpx.TransportError):
                    if (await http.get(listing)).status_code == httpx.codes.OK:
                        soak.facts.references_s.append(time.perf_counter() - began_s)
                        break
            await asyncio.sleep(PROBE_EVERY_S)


async def _kill(soak: Soak, world: World) -> None:
    """One server, in the middle, while it pays; then it is started again."""
    await asyncio.sleep(soak.seconds * KILLED_AT)
    model, server = soak.models[KILLED], soak.apps[KILLED]
    ends_s = time.monotonic() + soak.seconds * (ARRIVALS - KILLED_AT)
    while not model.is_asked and time.monotonic() < ends_s:
        await asyncio.sleep(0.05)
    soak.orphans = psutil.Process(server.pid).children(recursive=True)
    world.away.add(KILLED)
    world.kills[KILLED] = 1
    os.kill(server.pid, signal.SIGKILL)
    at_s, port = time.monotonic(), int(server.url.rpartition(":")[2])
    await asyncio.to_thread(soak.start, KILLED, port, again=True)
    soak.facts.kills.append(Kill(KILLED, at_s, time.monotonic()))
    first = next(one for one in soak.facts.starts if one.process == f"server {KILLED}")
    soak.facts.starts.append(replace(first, process=soak.watched[KILLED].name))
    world.away.remove(KILLED)
    await fill_memory(world, KILLED)
    again = soak.watched[KILLED]
    soak.facts.levels = [one for one in soak.facts.levels if one.process != again.name]
    again.began_s = time.monotonic()


async def _settled(soak: Soak) -> None:
    """Until nothing is on its way any more, or for so long as that may take."""
    ends_s = time.monotonic() + SETTLES_WITHIN_S
    while time.monotonic() < ends_s:
        left = await asyncio.to_thread(_left, soak)
        if not left.total() and not any(model.is_asked for model in soak.models.values()):
            return
        await asyncio.sleep(2)


def _left(soak: Soak) -> Counter[str]:
    """What should not be there when nobody does anything."""
    house, folder = soak.house, soak.house.folder
    names = house.names("")
    stems = Counter(name.rpartition(".")[0] for name in names if name.startswith("recordings/"))
    return Counter(
        {
            "claims": sum(name.startswith("claims/") for name in names),
            "objects of no known kind": sum(
                not name.startswith((*PREFIXES, "claims/")) for name in names
            ),
            "halves of recordings": sum(count != 2 for count in stems.values()),
            "files in a spool": sum(
                1 for path in folder.glob("*/state/imagespeak/spool/*/*/*") if path.name != "lock"
            ),
            "temporary files": sum(1 for path in folder.glob("*/tmp/**/*") if path.is_file()),
            "children of the killed server": sum(one.is_running() for one in soak.orphans),
        }
    )


def _hear(soak: Soak, world: World) -> None:
    """All recordings, as their learners hear them."""
    services = build_services(Settings(bucket=BUCKET))
    for session_id, learner in sorted(world.learners):
        for one in recordings.list_recordings(services, session_id, learner):
            url = recordings.address(services, one, services.now())
            with urllib.request.urlopen(url) as answer:
                soak.facts.kept[one.upload] = _digest(answer.read())


def _look_at_the_end(soak: Soak) -> None:
    """What is in the store, in the logs, and what lies about."""
    facts, house = soak.facts, soak.house
    facts.calls = [call for model in soak.models.values() for call in model.calls]
    facts.left = _left(soak)
    client = plain_client(house.s3.endpoint_url)

    def look(name: str) -> tuple[str, tuple[int, str]]:
        there: Any = client.get_object(Bucket=BUCKET, Key=name)
        content = there["Body"].read()
        with Image.open(io.BytesIO(content)) as picture:
            picture.verify()
        return name, (int(there["Metadata"]["seed"]), _digest(content))

    keys = {name: parse_key(name) for name in house.pictures()}
    own = [name for name, key in keys.items() if key and not is_class_id(key.session_id)]
    facts.left["pictures with no name of ours"] = sum(key is None for key in keys.values())
    with ThreadPoolExecutor(4) as pool:
        facts.stored = dict(pool.map(look, own))
    with urllib.request.urlopen(soak.way.url + FAULTS_PATH) as answer:
        facts.weather = Counter(json.load(answer))
    for path in sorted(house.folder.glob("*/log.txt")):
        if path.parent.name in {*APPS, *LAMBDAS}:
            facts.log += kinds_of(path.read_text("utf-8", errors="replace"))


def kinds_of(log: str) -> Counter[str]:
    """How often a log has lines of which kind: without numbers, names and times.

    What is told as it should be is left out.
    """
    kinds = Counter[str]()
    for line in log.splitlines():
        if line.startswith("Traceback "):
            kinds["Traceback"] += 1
        elif line.strip() and not _AS_IT_SHOULD_BE.match(line):
            kinds[_PARTICULARS.sub("…", _TIME.sub("", line.strip(), 1))[:110]] += 1
    return kinds


def _spoken_wav() -> bytes:
    """Two seconds of a voice's pitch, as a recorder without WebM gives it."""
    rate_hz, dice = 16_000, random.Random(3)
    samples = bytearray()
    for at in range(2 * rate_hz):
        loud = 9_000 if at // 4_000 % 2 else 300
        value = int(loud * (at * 140 / rate_hz % 1 - 0.5)) + dice.randrange(-50, 50)
        samples += value.to_bytes(2, "little", signed=True)
    return wav_file(bytes(samples), rate_hz=rate_hz)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


if __name__ == "__main__":
    sys.exit(main())
