"""How often what happened since the process started: a few numbers, for whoever asks for them."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from imagespeak_core.errors import StorageError
from imagespeak_core.operations.calls import CallEnded

BOUNDS_S = (0.1, 0.3, 1.0, 3.0, 5.0, 10.0, 20.0, 30.0, 60.0, 90.0)
"""How long calls take is counted up to each of these, and beyond."""


@dataclass(frozen=True, slots=True)
class Times:
    """How long calls to one model took.

    Attributes:
        counts: So many up to each of `BOUNDS_S`, each by itself, and beyond the last.
        sum_s: All of them together.
    """

    counts: tuple[int, ...]
    sum_s: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All of it at one moment.

    Attributes:
        calls: By what, model and outcome, also of what was refused before the model was asked.
        times: By what and model.
        cents: By what and model, where the price is known.
        hits: Wishes for a picture that found one.
        store_errors: By code.
        troubles: By kind.
    """

    calls: dict[tuple[str, str, str], int]
    times: dict[tuple[str, str], Times]
    cents: dict[tuple[str, str], Decimal]
    hits: int
    store_errors: dict[str, int]
    troubles: dict[str, int]


class Tally:
    """Counts. Safe for threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._calls = Counter[tuple[str, str, str]]()
        self._times: dict[tuple[str, str], list[int]] = {}
        self._seconds: dict[tuple[str, str], float] = {}
        self._cents: dict[tuple[str, str], Decimal] = {}
        self._hits = 0
        self._store_errors = Counter[str]()
        self._troubles = Counter[str]()

    def call(self, ended: CallEnded) -> None:
        """Count a call to a model; its time only where the model was asked."""
        of, place = (ended.what, ended.model), sum(bound < ended.seconds for bound in BOUNDS_S)
        with self._lock:
            self._calls[(*of, ended.outcome)] += 1
            if ended.has_begun:
                self._times.setdefault(of, [0] * (len(BOUNDS_S) + 1))[place] += 1
                self._seconds[of] = self._seconds.get(of, 0.0) + ended.seconds
            if ended.cents is not None:
                self._cents[of] = self._cents.get(of, Decimal(0)) + ended.cents

    def hit(self) -> None:
        """Count a wish for a picture that found one."""
        with self._lock:
            self._hits += 1

    def store_error(self, error: StorageError) -> None:
        """Count a failure of the store."""
        with self._lock:
            self._store_errors[error.code] += 1

    def trouble(self, kind: str) -> None:
        """Count what only the owner can mend, also where the log is not told."""
        with self._lock:
            self._troubles[kind] += 1

    def figures(self) -> Figures:
        """All of it now."""
        with self._lock:
            times = {
                of: Times(tuple(counts), self._seconds[of]) for of, counts in self._times.items()
            }
            return Figures(
                dict(self._calls),
                times,
                dict(self._cents),
                self._hits,
                dict(self._store_errors),
                dict(self._troubles),
            )
