"""A cell of an experiment in words: what it is called, what became of it, its settings."""

from __future__ import annotations

from decimal import Decimal

from imagespeak_core.lab.experiment import CellStatus, ExperimentCell, ExperimentState
from pages.components.shell import readable
from pages.components.shell.direction import isolated

NOT_KNOWN = "not known"

_WHY_NONE: dict[CellStatus, str] = {
    "waiting": "Waiting",
    "running": "On its way",
    "done": "",
    "failed": "No picture",
    "cancelled": "Cancelled",
    "interrupted": "Stopped in the middle",
}


def name(state: ExperimentState, number: int) -> str:
    """What a cell is called: "Picture 3. Quality: standard, Seed: 7"."""
    values = zip(state.axes, state.labels(number), strict=True)
    labels = ", ".join(f"{axis.title}: {isolated(label)}" for axis, label in values)
    return f"Picture {number + 1}. {labels}" if labels else f"Picture {number + 1}"


def why_none(cell: ExperimentCell) -> str:
    """Why there is no picture, or no new one; empty where there is."""
    if cell.failure:
        return f"{_WHY_NONE[cell.status]}: {cell.failure.message}"
    return _WHY_NONE[cell.status]


def line(cell: ExperimentCell) -> str:
    """Seconds, size and price in one line; before there is a picture, nothing."""
    result = cell.result
    if result is None:
        return ""
    parts = [seconds(_s(result.model_ms)), readable.file_size(result.size_bytes)]
    parts.append("from store, $0" if result.from_store else price(result.price_usd))
    if cell.status != "done":
        parts.append(_WHY_NONE[cell.status].lower())
    return " · ".join(parts)


def settings(cell: ExperimentCell) -> list[tuple[str, str]]:
    """All settings of the request, and what was measured."""
    request, result = cell.request, cell.result
    rows = [("Prompt", request.prompt)]
    if request.negative_prompt:
        rows.append(("Not in the picture", request.negative_prompt))
    rows += [
        ("Quality", request.quality),
        ("Model", request.model),
        ("Size", f"{request.width_px} × {request.height_px}"),
        ("Seed asked", str(request.seed)),
    ]
    if result:
        rows += [
            ("Seed reported", str(result.seed) if result.seed is not None else NOT_KNOWN),
            ("Model time", seconds(_s(result.model_ms))),
            ("Total time", seconds(_s(result.total_ms))),
            ("File", readable.file_size(result.size_bytes)),
            ("Price", "from store, $0" if result.from_store else price(result.price_usd)),
        ]
        rows += [("Please note", warning) for warning in result.warnings]
    return rows


def seconds(value_s: float | None) -> str:
    """A time that was measured."""
    if value_s is None:
        return NOT_KNOWN
    return f"{value_s:.1f} s" if value_s >= 1 else f"{value_s:.2f} s"


def price(price_usd: Decimal | None) -> str:
    """A price by the price list; fractions of a cent are told."""
    if price_usd is None:
        return "price not known"
    if price_usd == 0:
        return "$0"
    digits = 2 if price_usd == round(price_usd, 2) else 4
    return f"${price_usd:.{digits}f}"


def _s(milliseconds: int | None) -> float | None:
    return None if milliseconds is None else milliseconds / 1000
