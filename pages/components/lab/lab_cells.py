"""Each cell of an experiment: where it stands, and what can be done about it."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from imagespeak_core.lab.experiment import ExperimentCell, ExperimentState
from pages.components.lab import lab_changes, lab_choices, lab_words
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring

_ICONS = {
    "waiting": ":material/schedule:",
    "running": ":material/progress_activity:",
    "done": ":material/check:",
    "failed": ":material/error:",
    "cancelled": ":material/block:",
    "interrupted": ":material/power_off:",
}
_RETRIED = {"failed", "cancelled", "interrupted"}


def draw(state: ExperimentState, *, is_running: bool) -> None:
    """The cells in grid order: all while they are made, then those that leave something to do."""
    now = wiring().services.now()
    numbers = [n for n, cell in enumerate(state.cells) if is_running or _leaves_work(cell)]
    if not numbers:
        return
    with st.grid(min_column_width=240, border=True, key="lab_cells") as grid:
        for number in numbers:
            with grid.cell():
                _draw_cell(state, number, now)


def _draw_cell(state: ExperimentState, number: int, now: datetime) -> None:
    cell = state.cells[number]
    st.markdown(
        f"**{plain(lab_words.name(state, number))}**  \n{_ICONS[cell.status]} {_status(cell, now)}"
    )
    if cell.status in _RETRIED:
        st.button(
            "Retry",
            icon=":material/refresh:",
            key=f"lab_retry_{number}",
            help=f"Make picture {number + 1} once more",
            on_click=lab_changes.retry,
            args=(state.id, number),
        )
    elif cell.status == "done" and cell.result and cell.result.from_store:
        st.button(
            plain(f"Make anew ({lab_choices.price(cell.price_usd)})"),
            icon=":material/autorenew:",
            key=f"lab_anew_{number}",
            help=f"Make picture {number + 1} again, with the same settings, and pay for it",
            on_click=lab_changes.make_anew,
            args=(state.id, number),
        )


def _leaves_work(cell: ExperimentCell) -> bool:
    return cell.status != "done" or bool(cell.result and cell.result.from_store)


def _status(cell: ExperimentCell, now: datetime) -> str:
    """Markdown."""
    match cell.status:
        case "waiting":
            return "waiting"
        case "running":
            seconds = (now - cell.started_at).total_seconds() if cell.started_at else 0
            usual = lab_choices.duration(cell.expected_s)
            return f"running, {max(0, seconds):.0f} s (usually {usual})"
        case "failed":
            reason = cell.failure.message if cell.failure else ""
            return f"failed. {plain(reason)}"
        case "cancelled":
            return "cancelled before it was sent"
        case "interrupted":
            return "interrupted: the server stopped. It may have been paid for"
        case "done":
            return _ready(cell)


def _ready(cell: ExperimentCell) -> str:
    result = cell.result
    if result is None:
        return "ready"
    if result.from_store:
        return plain("from store, $0")
    text = f"ready after {result.total_ms / 1000:.1f} s, {lab_choices.price(result.price_usd)}"
    return plain(" ".join([text, *result.warnings]))
