"""What cells took and cost, by axis value. What was measured stands apart from what was not.

Seconds, bytes and seeds are measured. Prices are those of the price list, not of a bill. A
picture from the store has the model's seconds of the day when it was made, and cost nothing now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from imagespeak_core.lab.expansion import Labels
from imagespeak_core.lab.experiment import ExperimentCell, ExperimentState

REFUSALS = frozenset({"prompt_refused", "picture_refused", "refused"})
MAYBE_PAID = frozenset({"model_timeout", "model_unreachable", "picture_refused"})
"""Errors after which nobody knows whether the picture was paid for."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians over the pictures that are there; None without one.

    Attributes:
        model_s: Seconds from the request to the finished PNG.
        total_s: Seconds until it was stored; of those made now alone.
        size_bytes: Of the PNG.
    """

    model_s: float | None
    total_s: float | None
    size_bytes: float | None


@dataclass(frozen=True, slots=True)
class Estimated:
    """What was not measured.

    Attributes:
        price_usd: List price of the pictures that were made; None where one is not known.
        price_each_usd: Mean list price of a cell of this kind; None likewise.
        usual_s: Mean of what the models usually need.
        maybe_paid: Cells without a picture that may have been paid for all the same.
    """

    price_usd: Decimal | None
    price_each_usd: Decimal | None
    usual_s: float
    maybe_paid: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """What some cells of an experiment gave.

    Attributes:
        cells: How many.
        made: Pictures that were made and paid for.
        from_store: Pictures that were there already.
        refused: Cells that the model's filter refused.
        failed: Cells that failed for another reason, or were interrupted.
        measured: See there.
        estimated: See there.
    """

    cells: int
    made: int
    from_store: int
    refused: int
    failed: int
    measured: Measured
    estimated: Estimated


@dataclass(frozen=True, slots=True)
class ValueNumbers:
    """One value of an axis.

    Attributes:
        label: How people read it.
        numbers: Of all cells with it.
    """

    label: str
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class AxisNumbers:
    """All values of an axis, in order."""

    axis: Labels
    values: tuple[ValueNumbers, ...]


def numbers_of(cells: Iterable[ExperimentCell]) -> Numbers:
    """What cells gave, together. Medians, so that one slow call does not decide."""
    cells = tuple(cells)
    made = [cell for cell in cells if cell.result and not cell.result.from_store]
    results = [cell.result for cell in cells if cell.result]
    codes = [cell.failure.code for cell in cells if cell.failure and cell.status == "failed"]
    interrupted = sum(cell.status == "interrupted" for cell in cells)
    refused = sum(code in REFUSALS for code in codes)
    return Numbers(
        cells=len(cells),
        made=len(made),
        from_store=len(results) - len(made),
        refused=refused,
        failed=len(codes) - refused + interrupted,
        measured=Measured(
            model_s=_seconds([one.model_ms for one in results]),
            total_s=_seconds([one.total_ms for one in results if not one.from_store]),
            size_bytes=median([one.size_bytes for one in results]) if results else None,
        ),
        estimated=Estimated(
            price_usd=_sum([one.price_usd for one in results]),
            price_each_usd=_mean_price([cell.price_usd for cell in cells]),
            usual_s=sum(cell.expected_s for cell in cells) / max(1, len(cells)),
            maybe_paid=sum(code in MAYBE_PAID for code in codes) + interrupted,
        ),
    )


def by_axis(state: ExperimentState) -> tuple[AxisNumbers, ...]:
    """For each axis, what the cells of each of its values gave."""
    return tuple(
        AxisNumbers(
            axis,
            tuple(
                ValueNumbers(
                    label,
                    numbers_of(cell for cell in state.cells if cell.place[number] == at),
                )
                for at, label in enumerate(axis.values)
            ),
        )
        for number, axis in enumerate(state.axes)
    )


def over_repeats(state: ExperimentState) -> tuple[ValueNumbers, ...]:
    """What the repeats of each combination of the other axes gave, in grid order.

    Returns:
        Nothing where no axis is a repeat.
    """
    kinds = [axis.kind for axis in state.axes]
    if "repeat" not in kinds:
        return ()
    repeat = kinds.index("repeat")
    groups: dict[tuple[str, ...], list[ExperimentCell]] = {}
    for number, cell in enumerate(state.cells):
        labels = state.labels(number)
        groups.setdefault((*labels[:repeat], *labels[repeat + 1 :]), []).append(cell)
    return tuple(
        ValueNumbers(", ".join(labels), numbers_of(cells)) for labels, cells in groups.items()
    )


def _seconds(values_ms: Sequence[int | None]) -> float | None:
    known = [value for value in values_ms if value is not None]
    return median(known) / 1000 if known else None


def _sum(prices: Sequence[Decimal | None]) -> Decimal | None:
    known = [price for price in prices if price is not None]
    return sum(known, Decimal(0)) if len(known) == len(prices) else None


def _mean_price(prices: Sequence[Decimal | None]) -> Decimal | None:
    total = _sum(prices)
    return total / len(prices) if total is not None and prices else None
