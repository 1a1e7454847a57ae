"""What cells will cost, and how long they will take. Nothing here is measured."""

from __future__ import annotations

import heapq
from collections.abc import Container, Sequence
from dataclasses import dataclass
from decimal import Decimal

from imagespeak_core.lab.expansion import Cell


@dataclass(frozen=True, slots=True)
class Estimate:
    """Before anything is made.

    Attributes:
        cells: How many pictures are made; one that is there twice is made once.
        from_store: How many are shown from the store, for nothing.
        price_usd: List price of all that are made and whose price is known.
        unpriced: How many have a price that we don't know.
        expected_s: Seconds until all are there, by what the models usually need.
    """

    cells: int
    from_store: int
    price_usd: Decimal
    unpriced: int
    expected_s: float


def estimate(cells: Sequence[Cell], *, parallel: int, in_store: Container[str] = ()) -> Estimate:
    """Price and time of cells.

    Args:
        cells: In the order in which they are made.
        parallel: How many at once, at least 1.
        in_store: The names of requests that were made before, see `canonical.made_before`.
    """
    differing = {cell.sha: cell.offer for cell in cells}
    offers = [offer for sha, offer in differing.items() if sha not in in_store]
    prices = [offer.price_usd for offer in offers]
    known = [price for price in prices if price is not None]
    return Estimate(
        cells=len(offers),
        from_store=len(differing) - len(offers),
        price_usd=sum(known, Decimal(0)),
        unpriced=len(prices) - len(known),
        expected_s=_expected_s([offer.usual_s for offer in offers], parallel),
    )


def _expected_s(usual_s: Sequence[float], parallel: int) -> float:
    """Each goes to the lane that is free first."""
    lanes = [0.0] * parallel
    for seconds in usual_s:
        heapq.heapreplace(lanes, lanes[0] + seconds)
    return max(lanes)
