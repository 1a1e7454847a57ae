"""The figures for Prometheus, on a port of this computer alone; nothing is imported before that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imagespeak_core.operations.tally import BOUNDS_S, Tally

if TYPE_CHECKING:
    from prometheus_client.core import Metric

ADDRESS = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Gauge:
    """How something stands at this moment.

    Attributes:
        name: Letters and underscores, without the app's name.
        told: What it is, in a sentence.
        value: A number.
        state: One of several of the same name; empty where there is only one.
    """

    name: str
    told: str
    value: float
    state: str = ""


class PortTakenError(OSError):
    """Somebody else uses the port."""


@contextmanager
def served(port: int, tally: Tally, gauges: Callable[[], Iterable[Gauge]]) -> Iterator[None]:
    """Answer Prometheus meanwhile.

    Args:
        port: 1–65535.
        tally: What happened.
        gauges: How things stand, asked each time; it may take a second.

    Raises:
        PortTakenError: The port can't be used; the body did not run.
    """
    from prometheus_client import CollectorRegistry, start_http_server

    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Collector(tally, gauges))
    try:
        server, thread = start_http_server(port, ADDRESS, registry)
    except OSError as exc:
        raise PortTakenError(str(exc)) from exc
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Collector:
    """Asked by the library each time that somebody looks."""

    def __init__(self, tally: Tally, gauges: Callable[[], Iterable[Gauge]]) -> None:
        self._tally = tally
        self._gauges = gauges

    def describe(self) -> Iterable[Metric]:
        """Nothing ahead: that would ask for all of it when the server starts."""
        return []

    def collect(self) -> Iterator[Metric]:
        """All figures now."""
        yield from _happened(self._tally)
        yield from _standing(self._gauges())


def _happened(tally: Tally) -> Iterator[Metric]:
    from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily

    figures = tally.figures()
    calls = CounterMetricFamily(
        "imagespeak_calls",
        "What was wanted of models, by its end.",
        labels=["what", "model", "outcome"],
    )
    for of_call, number in figures.calls.items():
        calls.add_metric(of_call, number)
    yield calls
    times = HistogramMetricFamily(
        "imagespeak_call_seconds", "How long models needed.", labels=["what", "model"]
    )
    bounds = [*(str(bound) for bound in BOUNDS_S), "+Inf"]
    for of_times, one in figures.times.items():
        sums = [sum(one.counts[: place + 1]) for place in range(len(bounds))]
        times.add_metric(of_times, list(zip(bounds, sums, strict=True)), one.sum_s)
    yield times
    cents = CounterMetricFamily(
        "imagespeak_cents", "What calls cost at most, in US cents.", labels=["what", "model"]
    )
    for of_cents, sum_ in figures.cents.items():
        cents.add_metric(of_cents, float(sum_))
    yield cents
    yield CounterMetricFamily(
        "imagespeak_hits", "Wishes for a picture that found one.", value=figures.hits
    )
    store_errors = CounterMetricFamily(
        "imagespeak_store_errors", "Failures of the store.", labels=["kind"]
    )
    for code, number in figures.store_errors.items():
        store_errors.add_metric([code], number)
    yield store_errors
    troubles = CounterMetricFamily(
        "imagespeak_troubles", "What only the owner can mend.", labels=["kind"]
    )
    for kind, number in figures.troubles.items():
        troubles.add_metric([kind], number)
    yield troubles


def _standing(gauges: Iterable[Gauge]) -> Iterator[Metric]:
    from prometheus_client.core import GaugeMetricFamily

    families: dict[str, GaugeMetricFamily] = {}
    for gauge in gauges:
        labels = ["state"] if gauge.state else []
        family = families.setdefault(
            gauge.name, GaugeMetricFamily(f"imagespeak_{gauge.name}", gauge.told, labels=labels)
        )
        family.add_metric([gauge.state] if gauge.state else [], gauge.value)
    yield from families.values()
