"""Small measures for finding a group's place: beside others, inside the picture, large enough."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.grouping.groups import Cluster
from imagespeak_core.generators.illustrator.layout.placing import Placed, place
from imagespeak_core.generators.illustrator.scenery.stage import Ground, Prop, Stage
from imagespeak_core.generators.illustrator.things.catalog import having

GROWN_UP_M = 1.7
_TELLING = having("shows its room")
_MAY_BE_COVERED = 0.5
_ELBOW_ROOM_M = 0.06
_CROWDED = 0.22
"""Nearer than this share of the picture's width is close to others."""
_FILLED = 0.75
"""Share of the picture's width that the widest group may take, so that others have room."""


def standing(
    stage: Stage, ground: Ground, cluster: Cluster, x: float, foot: float, scale: float
) -> tuple[Placed, ...]:
    """All of a group, where it stands at (x, foot), in pixels."""
    return tuple(place(stage, ground, member, x, foot, scale) for member in cluster.members)


def out_of_picture(placed: tuple[Placed, ...], right: float, left: float) -> float:
    """How far a group goes over an edge: who stands nearer than the rest is larger."""
    over = max(item.box.right for item in placed) - right
    under = left - min(item.box.left for item in placed)
    return max(0.0, over) if over > under else -max(0.0, under)


def close_to(
    rng: random.Random, other: Placed, cluster: Cluster, scale: float, low: float, high: float
) -> float:
    """Just beside somebody who stands there already, so that nothing of a row is wasted."""
    gap = _ELBOW_ROOM_M * scale
    right, left = other.box.right + gap, other.box.left - gap
    x = right - cluster.left * scale if rng.random() < 0.5 else left - cluster.right * scale
    return min(high, max(low, x))


def crowding(placed: tuple[Placed, ...], taken: list[Placed], size: tuple[float, float]) -> float:
    """A small cost for standing close to others, so that groups spread out."""
    total, room = 0.0, min(size[0], 1.3 * size[1])
    for item in placed:
        for other in taken:
            gap = abs(item.x_px - other.x_px) / room
            if gap < _CROWDED:
                total += _CROWDED - gap
    return total / max(1, len(placed))


def widest_share(cluster: Cluster, size: tuple[float, float]) -> float:
    """How large a grown-up can be at the most in a group as wide as this one."""
    wide_m = cluster.right - cluster.left
    return GROWN_UP_M / max(0.1, wide_m) * _FILLED * size[0] / min(size)


def covered_furniture(
    placed: tuple[Placed, ...], taken: list[Placed], props: tuple[Prop, ...]
) -> float:
    """How much more of a room's telling furniture is behind people than may be, in shares."""
    total = 0.0
    for prop in props:
        if prop.noun in _TELLING:
            before = [item for item in (*placed, *taken) if item.ground_px > prop.foot_px]
            share = sum(prop.box.shared(item.box) for item in before) / prop.box.area
            total += max(0.0, share - _MAY_BE_COVERED)
    return total
