"""What a load run notes: times, errors, and what the server's process used meanwhile."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import asdict, dataclass

import psutil  # type: ignore[import-untyped]

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Click:
    """One click that got its answer; moments on `time.perf_counter`."""

    began: float
    ended: float
    image: float | None  # when the picture's bytes were here too, if they were asked for


class Stats:
    """Times and errors of all sessions."""

    def __init__(self) -> None:
        self.values: dict[str, list[float]] = {}
        self.clicks: list[Click] = []
        self.errors: Counter[str] = Counter()
        self.server_errors: Counter[str] = Counter()  # answers of 500 and more, by route
        self.auto_reruns = 0
        self.polls = 0

    def add(self, **values: float) -> None:
        for name, value in values.items():
            self.values.setdefault(name, []).append(value)

    def fail(self, step: str, error: Exception) -> None:
        self.errors[f"{step}: {type(error).__name__}: {error}"] += 1

    def summary(self, name: str) -> dict[str, float]:
        """Mean, median, 95th part of a hundred and largest; times in milliseconds."""
        values = sorted(self.values.get(name, []))
        if not values:
            return {}
        is_number = name.endswith(("msgs", "bytes"))
        scale, digits = (1, 0) if is_number else (1000, 1)
        figures = {
            "mean": sum(values) / len(values),
            "p50": values[len(values) // 2],
            "p95": values[min(len(values) - 1, int(0.95 * len(values)))],
            "max": values[-1],
        }
        rounded = {key: round(value * scale, digits) for key, value in figures.items()}
        return {"n": len(values)} | rounded

    def error_report(self) -> dict[str, object]:
        return {
            "auto_reruns": self.auto_reruns,
            "polls": self.polls,
            "errors": self.errors.total(),
            "error_kinds": dict(self.errors.most_common(10)),
        }


@dataclass(frozen=True, slots=True)
class Cpu:
    """CPU seconds so far of the server with its children, of this process, of all the rest."""

    server: float
    client: float
    other: float

    def __sub__(self, earlier: Cpu) -> Cpu:
        return Cpu(
            self.server - earlier.server, self.client - earlier.client, self.other - earlier.other
        )

    def rounded(self) -> dict[str, float]:
        return {name: round(value, 2) for name, value in asdict(self).items()}


class Probe:
    """Looks at the server's process and its children from outside; without a pid it sees 0."""

    def __init__(self, pid: int | None) -> None:
        self._process = psutil.Process(pid) if pid else None
        self.peak_mib = 0.0

    def rss_mib(self) -> float:
        rss_mib = sum(process.memory_info().rss for process in self._all()) / MIB
        self.peak_mib = max(self.peak_mib, rss_mib)
        return float(rss_mib)

    def cpu(self) -> Cpu:
        server = sum(sum(process.cpu_times()[:2]) for process in self._all())
        client = time.process_time()
        machine = psutil.cpu_times()
        busy = machine.user + machine.system + machine.nice + getattr(machine, "steal", 0)
        return Cpu(server, client, busy - server - client)

    def _all(self) -> list[psutil.Process]:
        return [self._process, *self._process.children(recursive=True)] if self._process else []
