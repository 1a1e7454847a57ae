"""What the pictures of an experiment took and cost; measured and estimated told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from imagespeak_core.lab.experiment import ExperimentState, OpenExperiment
from imagespeak_core.lab.numbers import (
    REFUSALS,
    AxisNumbers,
    Numbers,
    ValueNumbers,
    by_axis,
    numbers_of,
    over_repeats,
)
from pages.components.lab import lab_chart, lab_memory, lab_words
from pages.components.lab.lab_words import price, seconds
from pages.components.shell import assets, readable
from pages.components.shell.kept import Kept
from pages.components.widgets import choice

_NONE_YET = "–"
_GROUP_COLUMNS = (
    "Pictures",
    "Model time (measured)",
    "Total time (measured)",
    "File (measured)",
    "Paid (price list)",
    "Price each (price list)",
    "Usual time (estimated)",
    "Refused",
    "Failed",
)
_CELL_COLUMNS = (
    "Result",
    "Model time (measured)",
    "Total time (measured)",
    "File (measured)",
    "Price (price list)",
    "Seed asked",
    "Seed reported",
)


def draw(opened: OpenExperiment) -> None:
    """The sums, a chart and a table by an axis, the repeats, and every picture."""
    state = opened.state
    st.header("Numbers", anchor=False)
    st.html(assets.style(__file__))
    st.text(_sum(numbers_of(state.cells)))
    axes = by_axis(state)
    if axes:
        _draw_axis(axes, lab_memory.NUMBERS_AXIS.each(state.id))
    repeats = over_repeats(state)
    if repeats:
        _draw_groups("Medians over the repeats", repeats)
    with st.expander("Every picture", icon=":material/table:"):
        _draw_table("Every picture", "Picture", _CELL_COLUMNS, _cell_rows(state))
    st.caption(
        "Times and file sizes are measured; with several pictures, the one in the middle is told "
        "(the median). Prices are those of the price list, not of your bill. A picture from the "
        "store has the time of the day when it was made."
    )


def _draw_axis(axes: Sequence[AxisNumbers], kept: Kept[int]) -> None:
    number = 0
    if len(axes) > 1:
        number = choice.draw(
            "Compare by",
            range(len(axes)),
            kept,
            name=lambda number: axes[number].axis.title,
        )
    chosen = axes[number]
    lab_chart.draw(chosen)
    _draw_groups(f"By {chosen.axis.title.lower()}", chosen.values)


def _draw_groups(caption: str, groups: Sequence[ValueNumbers]) -> None:
    rows = ((group.label, *_group_row(group.numbers)) for group in groups)
    _draw_table(caption, "", _GROUP_COLUMNS, rows)


def _draw_table(
    caption: str, first: str, columns: Sequence[str], rows: Iterable[Sequence[str]]
) -> None:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in (first, *columns))
    body = "".join(_table_row(columns, row) for row in rows)
    st.html(
        f'<div class="lab-table" role="region" tabindex="0" aria-label="{escape(caption)}">'
        f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _table_row(columns: Sequence[str], row: Sequence[str]) -> str:
    """On a phone each value stands below the other, and beside it what it is."""
    values = "".join(
        f"<td><span>{escape(column)}</span>{escape(value)}</td>"
        for column, value in zip(columns, row[1:], strict=True)
    )
    return f'<tr><th scope="row">{escape(row[0])}</th>{values}</tr>'


def _group_row(numbers: Numbers) -> tuple[str, ...]:
    measured, estimated = numbers.measured, numbers.estimated
    there = numbers.made + numbers.from_store
    pictures = f"{there} of {numbers.cells}"
    if numbers.from_store:
        pictures += f" ({numbers.from_store} from store)"
    size = measured.size_bytes
    return (
        pictures,
        _NONE_YET if not there else seconds(measured.model_s),
        _NONE_YET if not numbers.made else seconds(measured.total_s),
        _NONE_YET if size is None else readable.file_size(round(size)),
        price(estimated.price_usd),
        price(estimated.price_each_usd),
        f"about {estimated.usual_s:.1f} s",
        str(numbers.refused),
        str(numbers.failed),
    )


def _cell_rows(state: ExperimentState) -> Iterable[tuple[str, ...]]:
    for number, cell in enumerate(state.cells):
        result, failure = cell.result, cell.failure
        rows = dict(lab_words.settings(cell))
        said = lab_words.why_none(cell) or ("From store" if _is_stored(state, number) else "Done")
        if failure and failure.code in REFUSALS:
            said = f"Refused: {failure.message}"
        yield (
            lab_words.name(state, number),
            said,
            rows.get("Model time", _NONE_YET),
            rows.get("Total time", _NONE_YET),
            readable.file_size(result.size_bytes) if result else _NONE_YET,
            rows.get("Price", _NONE_YET),
            str(cell.request.seed),
            rows.get("Seed reported", _NONE_YET),
        )


def _is_stored(state: ExperimentState, number: int) -> bool:
    result = state.cells[number].result
    return result is not None and result.from_store


def _sum(numbers: Numbers) -> str:
    said = [readable.count(numbers.cells), f"{numbers.made} made"]
    if numbers.from_store:
        said.append(f"{numbers.from_store} from the store ($0)")
    if numbers.refused:
        said.append(f"{numbers.refused} refused")
    if numbers.failed:
        said.append(f"{numbers.failed} failed")
    text = f"{', '.join(said)}. Paid, by the price list: {price(numbers.estimated.price_usd)}."
    maybe = numbers.estimated.maybe_paid
    if maybe:
        one = "1 picture that did not come" if maybe == 1 else f"{maybe} pictures that did not come"
        text += f" Maybe paid too: {one}."
    return text
