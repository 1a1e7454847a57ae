"""Figures for Prometheus are offered where a port is set, and where none is there are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from pages.components.shell.wiring import wiring
from pages.server import figures

pytestmark = pytest.mark.usefixtures("in_a_fresh_place")


@pytest.mark.parametrize(("port", "served_at"), [(None, []), ("0", []), ("9464", [9464])])
def test_where_a_port_is_set(
    port: str | None, served_at: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    ports = []

    @contextmanager
    def served(port: int, tally: object, gauges: Callable[[], object]) -> Iterator[None]:
        ports.append(port)
        yield

    monkeypatch.setattr(figures, "served", served)
    if port:
        monkeypatch.setenv("IMAGESPEAK_METRICS_PORT", port)
    with figures.offered(wiring()) as trouble:
        assert trouble == ""
    assert ports == served_at
