"""Where each kind of group stands: on which ground, how far off, and how large it is there."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.grouping.groups import Cluster
from imagespeak_core.generators.illustrator.scene import Depth, Side
from imagespeak_core.generators.illustrator.scenery.stage import Ground, GroundKind, Stage
from imagespeak_core.generators.illustrator.things.catalog import having

TALL_M = 2.6
_IN_WATER = 1.5
"""How much larger swimmers and boats are drawn than far water would show them."""

AT_THE_WALL = having("at the wall")

_SMALL_M = 0.6
_SMALL_IN_WATER = 2.3
"""The same of small animals."""
_ON_BOARD = 3.3
"""The same of people on a board, who stand up and would be lost there."""

_LEAST_IN_AIR = 0.11
"""How large at least what flies is drawn, as a share of the picture's shorter side."""


def ground_for(stage: Stage, cluster: Cluster) -> list[Ground]:
    """The grounds on which a group may be, from far to near; none where it can be nowhere."""
    stands = cluster.members[0].actor.stands
    kind: GroundKind = "land"
    if stands in {"road", "water", "air", "wall"}:
        kind = stands
    found = [ground for ground in stage.grounds if ground.kind == kind]
    if stage.wall_px is not None and cluster.members[0].actor.wanted.noun in AT_THE_WALL:
        left, right = found[0].left_px, found[0].right_px
        out = stage.px_per_m(stage.wall_px)
        return [Ground("land", stage.wall_px + 0.1 * out, stage.wall_px + 0.16 * out, left, right)]
    if not found and kind in {"road", "water"}:
        found = [ground for ground in stage.grounds if ground.kind == "land"]
    return found


def foot_on(rng: random.Random, ground: Ground, depth: Depth | None, farthest: float) -> float:
    """Where on its ground something stands: far, near, or in between, if the prompt says so."""
    low, high = {"background": (0.0, 0.07), "middle": (0.35, 0.65), "foreground": (0.8, 1.0)}.get(
        depth or "", (farthest, 1.0)
    )
    return ground.top_px + (ground.bottom_px - ground.top_px) * rng.uniform(low, high)


def asked_side(side: Side | None, low: float, high: float, width: float) -> tuple[float, float]:
    """The part of a span in which the middle of something is, if the prompt says so.

    It is within that third of the picture's width, and a little away from the next one.
    """
    if side is None:
        return low, high
    first, last = {"left": (0.0, 0.25), "middle": (0.39, 0.61), "right": (0.75, 1.0)}[side]
    return max(low, first * width), min(high, last * width)


def liked_depth(cluster: Cluster) -> float:
    """People stand well in front; what is large stands farther off."""
    width = cluster.right - cluster.left
    if cluster.members[0].actor.stands == "water":
        return 0.75
    if cluster.height > TALL_M:
        if any(member.lift and member.actor.thing for member in cluster.members):
            return 0.5
        return 0.3 if any(member.actor.person for member in cluster.members) else 0.08
    if width > 2.6 and not any(member.actor.person for member in cluster.members):
        return 0.45
    return 0.74 if width < 1.7 else 0.68 if width < 3.4 else 0.6


def scale_of(
    stage: Stage, size: tuple[float, float], cluster: Cluster, ground: Ground, foot: float
) -> float:
    """Pixels a metre for a group whose feet are there."""
    if ground.kind == "air":
        width = cluster.right - cluster.left
        usual = min(0.1, 0.24 / max(width, cluster.height))
        return min(size) * max(usual, _LEAST_IN_AIR / max(width, cluster.height))
    if ground.kind == "water":
        people = any(member.actor.person for member in cluster.members)
        if people and cluster.members[0].actor.thing and cluster.members[0].actor.height < _SMALL_M:
            return stage.px_per_m(foot) * _ON_BOARD
        small = cluster.height < _SMALL_M and not people
        return stage.px_per_m(foot) * (_SMALL_IN_WATER if small else _IN_WATER)
    if ground.kind == "wall":
        return stage.px_per_m(stage.wall_px or ground.bottom_px)
    return stage.px_per_m(foot)
