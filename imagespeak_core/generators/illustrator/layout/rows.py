"""Puts a school class into rows before the board, as deep as the floor and true to perspective."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.grouping.groups import Cluster
from imagespeak_core.generators.illustrator.layout.placing import (
    Placed,
    collision,
    covers,
    hidden_head,
    place,
)
from imagespeak_core.generators.illustrator.scenery.stage import Ground, Stage

_CLOSE_M = 1.02
"""Metres from one desk to the next in its row at the least, and at the most."""
_WIDE_M = 1.75
_EDGE = 0.97
"""The share of the picture's width that a row may take."""
_WIDE_PICTURE = 1.6
_IN_A_ROW = 3
_SHIFTS = (0.0, -0.16, 0.16, -0.3, 0.3)
"""Whole classes are moved a little to the side, in shares of a desk, to free the teacher."""
_SEEN_HEAD = 0.2


def place_class(
    stage: Stage,
    size: tuple[float, float],
    clusters: list[Cluster],
    taken: list[Placed],
) -> tuple[list[Placed], float]:
    """The class in its rows, and how much of it or of others would be hidden, as a sum of shares.

    A sum over 1 tells that the class has no room from this distance.
    """
    ground = next(ground for ground in stage.grounds if ground.kind == "land")
    counts = row_counts(len(clusters), size)
    feet = _feet(ground, len(counts))
    room = _EDGE * min(size[0], 2.2 * size[1])
    aside = 0.5 if len(set(counts)) < len(counts) else 0.0
    widest = max(
        (count + aside) * stage.px_per_m(foot) for count, foot in zip(counts, feet, strict=True)
    )
    pitch = min(_WIDE_M, room / widest)
    tight = max(0.0, _CLOSE_M / pitch - 1)
    best: list[Placed] = []
    cost = float("inf")
    for shift in _SHIFTS:
        placed = _rows(stage, size, ground, clusters, counts, feet, pitch, shift)
        hidden = collision(tuple(placed), taken) + covers(tuple(placed), stage.clear)
        if hidden < cost - 0.01:
            best, cost = placed, hidden
    faceless = sum(hidden_head(item, best) > _SEEN_HEAD for item in best if item.actor.person)
    return best, cost + (2.0 if tight > 0.02 else 0.0) + faceless


def row_counts(pupils: int, size: tuple[float, float]) -> list[int]:
    """How many sit in each row, from the board to the onlooker; neighbours differ if they can."""
    shape = size[0] / size[1]
    in_a_row = 5 if shape > _WIDE_PICTURE else 2 if shape < 1 / _WIDE_PICTURE else _IN_A_ROW
    rows = 1 if pupils <= in_a_row else max(2, round(pupils / (in_a_row + 0.6)))
    counts = [pupils // rows] * rows
    order = [*range(1, rows, 2), *range(0, rows, 2)]
    for row in order[: pupils % rows]:
        counts[row] += 1
    return counts


def _feet(ground: Ground, rows: int) -> list[float]:
    first, last = (0.62, 0.62) if rows == 1 else (0.12, 0.96)
    deep = ground.bottom_px - ground.top_px
    step = (last - first) / max(1, rows - 1)
    return [ground.top_px + deep * (first + step * row) for row in range(rows)]


def _rows(
    stage: Stage,
    size: tuple[float, float],
    ground: Ground,
    clusters: list[Cluster],
    counts: list[int],
    feet: list[float],
    pitch: float,
    shift: float,
) -> list[Placed]:
    placed: list[Placed] = []
    waiting = iter(clusters)
    for row, (count, foot) in enumerate(zip(counts, feet, strict=True)):
        scale = stage.px_per_m(foot)
        neighbours = counts[max(0, row - 1) : row] + counts[row + 1 : row + 2]
        aside = (0.25 if row % 2 else -0.25) if count in neighbours else 0.0
        for column in range(count):
            desks = column - (count - 1) / 2 + aside + shift
            x = size[0] / 2 + desks * pitch * scale
            for member in next(waiting).members:
                placed.append(place(stage, ground, member, x, foot, scale))
    return placed
