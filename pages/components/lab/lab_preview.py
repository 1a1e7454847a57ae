"""What a plan comes to, before anything is made: pictures, price, time, what to know."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.lab.advice import Advice, advise
from imagespeak_core.lab.canonical import made_before
from imagespeak_core.lab.estimate import Estimate, estimate
from imagespeak_core.lab.expansion import Cell, Expansion
from pages.components.lab import lab_choices, lab_memory
from pages.components.shell import assets, messages, readable
from pages.components.shell.direction import isolated
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring


def draw(expansion: Expansion) -> Estimate:
    """The preview; gives what it says of price and time."""
    in_store = _in_store(expansion.cells)
    cost = estimate(expansion.cells, parallel=wiring().lab.parallel, in_store=in_store)
    st.markdown(plain(_in_all(expansion, cost)))
    for advice in advise(expansion):
        st.warning(f"{plain(advice.message)}{_where(advice, expansion)}", icon=":material/info:")
    with st.expander("What exactly will be made", icon=":material/list:", expanded=True):
        st.html(assets.style(__file__) + _table(expansion, in_store))
    return cost


def price_in_all(cost: Estimate) -> str:
    """What the pictures that are made cost together, in plain text."""
    if not cost.cells:
        return "$0"
    if cost.unpriced == cost.cells:
        return "price not known"
    more = " and more" if cost.unpriced else ""
    return lab_choices.price(cost.price_usd) + more


def _in_all(expansion: Expansion, cost: Estimate) -> str:
    number = len(expansion.cells)
    each = {lab_choices.price(cell.offer.price_usd) for cell in expansion.cells}
    price = price_in_all(cost)
    parts = [f"{readable.count(number)}, {price}" + (" in all" if price != "free" else "")]
    if len(each) == 1 and each != {"free"}:
        parts[0] += f" ({each.pop()} each)"
    if cost.cells:
        parts.append(f"Time: {lab_choices.duration(cost.expected_s)} (estimated)")
    if cost.from_store:
        is_there = "is" if cost.from_store == 1 else "are"
        parts.append(f"{readable.count(cost.from_store)} {is_there} in the store already: $0")
    return ". ".join(parts) + "."


def _where(advice: Advice, expansion: Expansion) -> str:
    if advice.kind == "repeated" or len(advice.cells) == len(expansion.cells):
        return ""
    numbers = ", ".join(str(number + 1) for number in advice.cells)
    return f" This is about picture{'s' if len(advice.cells) > 1 else ''} {numbers}."


def _table(expansion: Expansion, in_store: frozenset[str]) -> str:
    rows = "".join(
        f"<tr><td>{number}</td><td>{_what(cell, expansion)}</td>"
        f"<td>{_cell_price(cell, in_store)}</td></tr>"
        for number, cell in enumerate(expansion.cells, start=1)
    )
    head = "<tr><th>No.</th><th>Prompt and settings</th><th>Price</th></tr>"
    return (
        '<div class="lab-plan" tabindex="0" role="region" aria-label="All pictures of the plan">'
        f"<table><thead>{head}</thead><tbody>{rows}</tbody></table></div>"
    )


def _what(cell: Cell, expansion: Expansion) -> str:
    request = cell.request
    labels = [
        f"{axis.title}: {isolated(axis.values[at])}"
        for axis, at in zip(expansion.axes, cell.place, strict=True)
        if axis.kind not in {"prompt", "seed", "shape", "model"}
    ]
    size = f"{request.width_px} × {request.height_px}"
    settings = [*labels, size, f"seed {request.seed}", cell.offer.model]
    if request.negative_prompt and "negative" not in {axis.kind for axis in expansion.axes}:
        settings.append(f"without {isolated(request.negative_prompt)}")
    return f"{escape(request.prompt)}<small>{escape(' · '.join(settings))}</small>"


def _cell_price(cell: Cell, in_store: frozenset[str]) -> str:
    return "in store, $0" if cell.sha in in_store else lab_choices.price(cell.offer.price_usd)


def _in_store(cells: Sequence[Cell]) -> frozenset[str]:
    """Those that were made before; asked once for the same plan."""
    names = frozenset(cell.sha for cell in cells)
    known = lab_memory.IN_STORE.get()
    if known and known[0] == names:
        return known[1]
    try:
        found = made_before(wiring().services, names)
    except ImageSpeakError as error:
        messages.show(error)
        return frozenset()
    lab_memory.IN_STORE.set((names, found))
    return found
