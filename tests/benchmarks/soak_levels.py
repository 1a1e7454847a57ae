"""What the processes of a soak hold: memory, connections, files, threads, tasks."""

from __future__ import annotations

import json
import re
import time
import urllib.request
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil  # type: ignore[import-untyped]

from tests.benchmarks.load_report import MIB
from tests.benchmarks.soak_facts import Level
from tests.benchmarks.watched_app import HELD_PATH

_KIND = re.compile(r"\d+|:?\[.*\]")
POOLS = {
    "asyncio": 32,
    "claims": 1,
    "claims-renewing": 16,
    "class-first-looks": 2,
    "class-looks": 4,
    "generation": 32,
    "store-reads": 16,
    "uploads-keeping": 4,
    "uploads-looking": 2,
}
"""Threads that stay once they were needed, and how many of each there may be."""


@dataclass
class Watched:
    """A process.

    Attributes:
        name: Of it.
        pid: Of it.
        url: Where it tells of itself; empty: nowhere.
    """

    name: str
    pid: int
    url: str = ""
    began_s: float = field(default_factory=time.monotonic)

    def memory(self) -> Level | None:
        """How much it has now; None where it is gone."""
        try:
            memory_mib = psutil.Process(self.pid).memory_info().rss / MIB
        except psutil.Error:
            return None
        return Level(self.name, time.monotonic() - self.began_s, memory_mib)

    def all(self) -> Level:
        """All that it holds now."""
        process = psutil.Process(self.pid)
        sockets = process.net_connections()
        port = urlsplit(self.url).port if self.url else None
        tabs = [one for one in sockets if port and one.laddr.port == port and one.raddr]
        held = self._held()
        return Level(
            self.name,
            time.monotonic() - self.began_s,
            process.memory_info().rss / MIB,
            tabs=len(tabs),
            files=_files(self.pid),
            threads={
                name: count
                for name, count in held.get("threads", {}).items()
                if count > POOLS.get(name, 0)
            },
            tasks=held.get("tasks", {}),
        )

    def _held(self) -> Mapping[str, Any]:
        if not self.url:
            return {}
        with urllib.request.urlopen(self.url + HELD_PATH) as answer:
            held: Mapping[str, Any] = json.load(answer)
        return held


def _files(pid: int) -> Mapping[str, int]:
    """Open files by kind, but for connections, which the clients' pools keep."""
    kinds = Counter[str]()
    for one in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(OSError):  # closed meanwhile
            kind = _KIND.sub("", one.readlink().name)
            kinds[kind] += kind != "socket"
    return +kinds
