"""What stands side by side on the boards of shelves."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.drawing.svg import rect

Span = tuple[float, float]
"""The least and the most, in metres."""


@dataclass(frozen=True, slots=True)
class Goods:
    """One box, can or bottle: its left edge and its size in metres, and its daylight colour."""

    x: float
    wide: float
    tall: float
    colour: str


def side_by_side(
    rng: random.Random, board: Span, wide: Span, tall: Span, gap: float, colours: Sequence[str]
) -> Iterator[Goods]:
    """Goods by the dice along a board, from its left end until the last one reaches its right."""
    x, end = board
    while x < end:
        goods = Goods(x, rng.uniform(*wide), rng.uniform(*tall), rng.choice(colours))
        yield goods
        x += goods.wide + gap


def labelled(goods: Goods, board: float, colour: str, label: str) -> str:
    """A can or box that stands at this height, with its label, both colours as they are seen."""
    return rect(goods.x, board - goods.tall, goods.wide, goods.tall, colour, rx=0.02) + rect(
        goods.x, board - goods.tall * 0.7, goods.wide, goods.tall * 0.3, label
    )
