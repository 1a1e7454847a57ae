"""Gives every group a place in the picture: on its ground, in its scale, hiding nobody.

Each group tries a bounded number of places and takes the best one. Where one would hide another,
the caller paints the place again from farther off; at last (`thin`) a group that still has no
room is left out and named in `left_out`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from imagespeak_core.generators.illustrator.cast import Actor
from imagespeak_core.generators.illustrator.groups import Cluster
from imagespeak_core.generators.illustrator.placing import (
    Placed,
    collision,
    covers,
    place,
    turn_to_each_other,
)
from imagespeak_core.generators.illustrator.scene import Depth, Side
from imagespeak_core.generators.illustrator.stage import Ground, GroundKind, Prop, Spot, Stage

_TRIES = 64
_IN_WATER = 1.5
"""How much larger swimmers and boats are drawn than far water would show them."""

_GROWN_UP_M = 1.7
_A_LITTLE = 0.12
_SPREAD = 0.35
"""How much of their differences in depth people keep who are moved nearer to be larger."""
_FEW_FROM = 0.2
"""Where people are to be larger than this share, nobody stands at the far edge of the ground."""
_TALL_M = 2.6

_AT_THE_WALL = frozenset(
    "door,fireplace,wardrobe,bookcase,cupboard,fridge,cooker,washing machine,sink,bathtub".split(
        ","
    )
)


@dataclass(slots=True)
class Layout:
    """All actors in their places, the props that stay, and the actors that found no room."""

    placed: list[Placed] = field(default_factory=list)
    props: tuple[Prop, ...] = ()
    left_out: list[Actor] = field(default_factory=list)
    fits: bool = True


@dataclass(frozen=True, slots=True)
class _Spot:
    placed: tuple[Placed, ...]
    collision: float
    cost: float


def lay_out(
    rng: random.Random,
    stage: Stage,
    size: tuple[float, float],
    clusters: list[Cluster],
    *,
    hidden: float,
    thin: bool,
    least: float = 0.0,
) -> Layout:
    """Places all groups, the largest first.

    `size` is the picture's, in pixels; `hidden` is the share of somebody's upper part that may be
    behind others, `least` how large a grown-up must be as a share of the picture's height.
    """
    layout = Layout()
    ordered = sorted(clusters, key=lambda cluster: -(cluster.right - cluster.left))
    kept = list(stage.spots)
    waiting: list[Cluster] = []
    for cluster in ordered:
        reserved = _reserved(stage, cluster, kept)
        if reserved is None:
            waiting.append(cluster)
        else:
            layout.placed.append(reserved)
    for number, cluster in enumerate(waiting):
        if not _ground_for(stage, cluster):
            layout.left_out += [member.actor for member in cluster.members]
            continue
        spot = _best_spot(rng, stage, size, cluster, layout.placed, number, least)
        if spot is None or spot.collision > hidden:
            layout.fits = False
            if not thin:
                return layout
            layout.left_out += [member.actor for member in cluster.members]
            continue
        layout.placed += spot.placed
    layout.placed = turn_to_each_other(layout.placed, clusters)
    layout.props = tuple(
        prop
        for prop in stage.props
        if not _hides_somebody(prop, layout.placed) and not _hides_view(prop, stage)
    )
    return layout


def _reserved(stage: Stage, cluster: Cluster, kept: list[Spot]) -> Placed | None:
    """The place kept for this one, which is then taken."""
    member = cluster.members[0]
    purposes = {member.actor.wanted.action, member.actor.wanted.role}
    for spot in kept:
        if len(cluster.members) == 1 and spot.purpose in purposes and member.actor.person:
            kept.remove(spot)
            member.mirrored = spot.mirrored
            ground = Ground("land", spot.foot_px, spot.foot_px, 0, 0)
            scale = stage.px_per_m(spot.foot_px)
            return place(stage, ground, member, spot.x_px, spot.foot_px, scale)
    return None


def _ground_for(stage: Stage, cluster: Cluster) -> list[Ground]:
    stands = cluster.members[0].actor.stands
    kind: GroundKind = "land"
    if stands in {"road", "water", "air", "wall"}:
        kind = stands
    found = [ground for ground in stage.grounds if ground.kind == kind]
    if stage.wall_px is not None and cluster.members[0].actor.wanted.noun in _AT_THE_WALL:
        left, right = found[0].left_px, found[0].right_px
        out = stage.px_per_m(stage.wall_px)
        return [Ground("land", stage.wall_px + 0.1 * out, stage.wall_px + 0.16 * out, left, right)]
    if not found and kind in {"road", "water"}:
        found = [ground for ground in stage.grounds if ground.kind == "land"]
    return found


def _best_spot(
    rng: random.Random,
    stage: Stage,
    size: tuple[float, float],
    cluster: Cluster,
    taken: list[Placed],
    number: int,
    least: float,
) -> _Spot | None:
    grounds = _ground_for(stage, cluster)
    best: _Spot | None = None
    for attempt in range(_TRIES):
        ground = grounds[(number + attempt) % len(grounds)] if attempt % 3 else grounds[-1]
        spot = _try(rng, stage, size, cluster, taken, ground, least)
        if spot is not None and (best is None or spot.cost < best.cost):
            best = spot
    return best


def _try(
    rng: random.Random,
    stage: Stage,
    size: tuple[float, float],
    cluster: Cluster,
    taken: list[Placed],
    ground: Ground,
    least: float,
) -> _Spot | None:
    asked = cluster.members[0].actor.wanted
    few = least > _FEW_FROM and cluster.height < _TALL_M
    foot = _foot(rng, ground, asked.depth, 0.35 if few else 0.0)
    if any(member.actor.person for member in cluster.members) and ground.kind == "land":
        near = stage.horizon_px + least * min(size) / _GROWN_UP_M * stage.eye_m
        foot = max(foot, min(ground.bottom_px, near + (foot - ground.top_px) * _SPREAD))
    scale = _scale(stage, size, cluster, ground, foot)
    margin = size[0] * 0.03
    low = max(ground.left_px, 0.0) + margin - cluster.left * scale
    high = min(ground.right_px, size[0]) - margin - cluster.right * scale
    low, high = _asked_side(asked.side, low, high)
    if low > high:
        return None
    x = rng.uniform(low, high)
    placed = tuple(place(stage, ground, member, x, foot, scale) for member in cluster.members)
    if min(item.box.top for item in placed) < size[1] * 0.015:
        return None
    hidden = collision(placed, taken) + covers(placed, stage.clear)
    grounds = [other for other in stage.grounds if other.kind == ground.kind]
    top, bottom = grounds[0].top_px, grounds[-1].bottom_px
    depth = (foot - top) / max(1.0, bottom - top)
    gathered = min(size[0], 1.3 * size[1])
    middle = abs(x + (cluster.left + cluster.right) / 2 * scale - size[0] / 2) / gathered
    cost = (
        hidden * 20
        + (0.0 if asked.depth else 1.1 * abs(depth - _liked_depth(cluster)))
        + (0.0 if asked.side else 0.8 * middle)
        + _crowding(placed, taken, size)
    )
    if any(item.actor.person and item.actor.stands == "ground" for item in placed):
        small = max(0.0, least - scale * _GROWN_UP_M / min(size)) / max(least, 0.01)
        cost += 4 * small
        hidden += small if small > _A_LITTLE else 0.0
    cost += 0.9 * covers(placed, tuple(prop.box for prop in stage.props))
    return _Spot(placed, hidden, cost + rng.uniform(0, 0.16))


def _foot(rng: random.Random, ground: Ground, depth: Depth | None, farthest: float) -> float:
    """Where on its ground something stands: far, near, or in between, if the prompt says so."""
    low, high = {"background": (0.0, 0.2), "middle": (0.35, 0.65), "foreground": (0.7, 1.0)}.get(
        depth or "", (farthest, 1.0)
    )
    return ground.top_px + (ground.bottom_px - ground.top_px) * rng.uniform(low, high)


def _asked_side(side: Side | None, low: float, high: float) -> tuple[float, float]:
    third = (high - low) / 3
    if side == "left":
        return low, low + third * 0.8
    if side == "right":
        return high - third * 0.8, high
    if side == "middle":
        return low + third, high - third
    return low, high


def _liked_depth(cluster: Cluster) -> float:
    """People stand well in front; what is large stands farther off."""
    width = cluster.right - cluster.left
    if cluster.members[0].actor.stands == "water":
        return 0.75
    if cluster.height > _TALL_M:
        return 0.3 if any(member.actor.person for member in cluster.members) else 0.08
    if width > 2.6 and not any(member.actor.person for member in cluster.members):
        return 0.45
    return 0.74 if width < 1.7 else 0.68 if width < 3.4 else 0.6


def _scale(
    stage: Stage, size: tuple[float, float], cluster: Cluster, ground: Ground, foot: float
) -> float:
    if ground.kind == "air":
        width = cluster.right - cluster.left
        return min(size) * min(0.1, 0.24 / max(width, cluster.height))
    if ground.kind == "water":
        return stage.px_per_m(foot) * _IN_WATER
    if ground.kind == "wall":
        return stage.px_per_m(stage.wall_px or ground.bottom_px)
    return stage.px_per_m(foot)


def _crowding(placed: tuple[Placed, ...], taken: list[Placed], size: tuple[float, float]) -> float:
    """A small cost for standing close to others, so that groups spread out."""
    total = 0.0
    for item in placed:
        for other in taken:
            gap = abs(item.x_px - other.x_px) / min(size[0], 1.3 * size[1])
            total += max(0.0, 0.22 - gap)
    return total / max(1, len(placed))


def _hides_somebody(prop: Prop, placed: list[Placed]) -> bool:
    if prop.noun:
        return any(
            item.actor.wanted.noun in _AT_THE_WALL
            and prop.box.common(item.box).area > 0.25 * prop.box.area
            for item in placed
        )
    return any(
        prop.foot_px >= item.ground_px
        and prop.box.common(item.box).area > 0.06 * min(item.box.area, prop.box.area)
        for item in placed
    )


def _hides_view(prop: Prop, stage: Stage) -> bool:
    if prop.noun:
        return False
    return any(prop.box.common(box).area > 0.03 * box.area for box in stage.clear)
