"""How things stand, for Prometheus: on a port of this computer alone, where one is set."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from streamlit import runtime
from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY, GaugeStat

from imagespeak_core.operations.prometheus import Gauge, PortTakenError, served
from imagespeak_core.spending.standing import Standing
from pages.components.shell.wiring import Wiring


@contextmanager
def offered(wired: Wiring) -> Iterator[str]:
    """Offer them meanwhile, if a port is set; gives what the owner should know of it, or nothing.

    A port that can't be used keeps nobody from learning.
    """
    port, told = wired.settings.metrics_port, ""
    with ExitStack() as serving:
        if port:
            try:
                serving.enter_context(served(port, wired.services.tally, lambda: gauges(wired)))
            except PortTakenError as error:
                told = (
                    f"There are no figures for Prometheus: port {port} of "
                    f"IMAGESPEAK_METRICS_PORT can't be used ({error}). Each process needs a port "
                    "of its own."
                )
        yield told


def gauges(wired: Wiring) -> Iterator[Gauge]:
    """How things stand now."""
    told = "Pictures that are being made, or wait."
    standing = wired.queue.standing()
    for state in ("running", "its turn", "another server", "the model", "the store"):
        yield Gauge("jobs", told, standing[state], state)
    yield Gauge("sessions", "Pages that are open.", _open_pages())
    if wired.services.spool:
        told = "What is on its way into the store."
        yield Gauge("spool_waiting", told, wired.services.spool.waiting)
    money = wired.money.now() if wired.money else None
    if isinstance(money, Standing):
        told = "What all servers have spent, in US dollars."
        yield Gauge("spent_dollars", told, float(money.today_usd), "today")
        yield Gauge("spent_dollars", told, float(money.month_usd), "this month")
        if money.left_usd is not None:
            told = "What may still be spent now, in US dollars."
            yield Gauge("left_dollars", told, float(money.left_usd))


def _open_pages() -> int:
    if not runtime.exists():
        return 0
    stats = runtime.get_instance().stats_mgr.get_stats([ACTIVE_SESSIONS_FAMILY])
    found = stats.get(ACTIVE_SESSIONS_FAMILY, ())
    return sum(stat.value for stat in found if isinstance(stat, GaugeStat))
