"""Gives every group a place in the picture: on its ground, in its scale, hiding nobody.

Each group tries a bounded number of places and takes the best one. Where one would hide another,
the caller paints the place again from farther off; at last (`thin`) a group that still has no
room is left out and named in `left_out`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from imagespeak_core.generators.illustrator.cast import Actor
from imagespeak_core.generators.illustrator.fitting import (
    GROWN_UP_M,
    close_to,
    covered_furniture,
    crowding,
    out_of_picture,
    standing,
    widest_share,
)
from imagespeak_core.generators.illustrator.grounds import (
    AT_THE_WALL,
    TALL_M,
    asked_side,
    foot_on,
    ground_for,
    liked_depth,
    scale_of,
)
from imagespeak_core.generators.illustrator.groups import Cluster
from imagespeak_core.generators.illustrator.placing import (
    Placed,
    collision,
    covers,
    place,
    turn_to_each_other,
)
from imagespeak_core.generators.illustrator.rows import place_class
from imagespeak_core.generators.illustrator.stage import Ground, Prop, Spot, Stage

_TRIES = 64
_TIGHT_FROM = 0.3
"""Where so much may be hidden all stand close, from the left on, so that no gap is wasted."""
_FROM_LEFT = 2.0
_SHALLOW = 0.12
"""Ground of less of the picture's height has room for one row."""
_LIKED_SHARE = 0.18
_OF_PASSERS_BY = 0.15
"""How much of somebody in the background may be hidden, which is little where nobody asks."""
_AT_LAST = 2.4
"""How much more of somebody may be hidden before a person is left out."""
_A_LITTLE = 0.04
"""By so much people may be smaller than they are to be, as a share of that."""
_SPREAD = 0.35
"""How much of their differences in depth people keep who are moved nearer to be larger."""
_FEW_FROM = 0.2
"""Where people are to be larger than this share, nobody stands at the far edge of the ground."""


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
    ordered = sorted(
        clusters, key=lambda cluster: (_far_off(cluster), cluster.left - cluster.right)
    )
    kept = list(stage.spots)
    waiting: list[Cluster] = []
    for cluster in ordered:
        reserved = _reserved(stage, size, cluster, kept)
        if reserved is None:
            waiting.append(cluster)
        else:
            layout.placed.append(reserved)
    layout.fits = _seat_class(layout, stage, size, waiting, hidden)
    if not layout.fits and not thin:
        return layout
    waiting = [cluster for cluster in waiting if not cluster.in_class]
    for number, cluster in enumerate(waiting):
        if not ground_for(stage, cluster):
            layout.left_out += [member.actor for member in cluster.members]
            continue
        spot = _best_spot(
            rng, stage, size, cluster, layout.placed, number, least, tight=hidden >= _TIGHT_FROM
        )
        if spot is not None and spot.collision <= _bearable(cluster, hidden, thin=thin):
            layout.placed += spot.placed
        elif not _is_one_of_many(cluster, layout.placed):
            layout.fits = False
            if not thin:
                return layout
            layout.left_out += [member.actor for member in cluster.members]
    layout.placed = turn_to_each_other(layout.placed, clusters, size[0])
    layout.props = tuple(
        prop
        for prop in stage.props
        if not _hides_somebody(prop, layout.placed) and not _hides_view(prop, stage)
    )
    return layout


def _seat_class(
    layout: Layout, stage: Stage, size: tuple[float, float], waiting: list[Cluster], hidden: float
) -> bool:
    """Puts all pupils into their rows; tells whether they have room there."""
    pupils = [cluster for cluster in waiting if cluster.in_class]
    if not pupils:
        return True
    placed, hides = place_class(stage, size, pupils, layout.placed)
    layout.placed += placed
    return hides <= hidden


def _bearable(cluster: Cluster, hidden: float, *, thin: bool) -> float:
    """How much may be hidden before this group is left out, or all is seen from farther off."""
    if _far_off(cluster):
        return min(hidden, _OF_PASSERS_BY)
    pair = hidden >= _TIGHT_FROM and sum(bool(one.actor.person) for one in cluster.members) > 1
    hidden *= 2 if pair else 1
    return hidden * _AT_LAST if thin and _has_people(cluster) else hidden


def _is_one_of_many(cluster: Cluster, placed: list[Placed]) -> bool:
    """Whether it is a passer-by of whom there is one already: one less is not missed."""
    wanted = cluster.members[0].actor.wanted
    return (
        _far_off(cluster)
        and wanted.at_least
        and any(
            item.actor.wanted.depth == "background" and item.actor.wanted.noun == wanted.noun
            for item in placed
        )
    )


def _has_people(cluster: Cluster) -> bool:
    return any(member.actor.person for member in cluster.members)


def _far_off(cluster: Cluster) -> bool:
    """Whether these are in the background, where they may be small, and behind others."""
    return cluster.members[0].actor.wanted.depth == "background"


def _reserved(
    stage: Stage, size: tuple[float, float], cluster: Cluster, kept: list[Spot]
) -> Placed | None:
    """The place kept for this one, which is then taken."""
    member = cluster.members[0]
    purposes = {member.actor.wanted.action, member.actor.wanted.role}
    for spot in kept:
        if len(cluster.members) == 1 and spot.purpose in purposes and member.actor.person:
            kept.remove(spot)
            member.mirrored = spot.mirrored
            ground = Ground("land", spot.foot_px, spot.foot_px, 0, 0)
            scale = stage.px_per_m(spot.foot_px)
            there = place(stage, ground, member, spot.x_px, spot.foot_px, scale)
            out = max(0.0, there.box.right - size[0]) - max(0.0, -there.box.left)
            return place(stage, ground, member, spot.x_px - out, spot.foot_px, scale)
    return None


def _best_spot(
    rng: random.Random,
    stage: Stage,
    size: tuple[float, float],
    cluster: Cluster,
    taken: list[Placed],
    number: int,
    least: float,
    *,
    tight: bool,
) -> _Spot | None:
    grounds = ground_for(stage, cluster)
    best: _Spot | None = None
    for attempt in range(_TRIES):
        ground = grounds[(number + attempt) % len(grounds)] if attempt % 3 else grounds[-1]
        if _far_off(cluster):
            ground = grounds[0]
        near_another = attempt % 2 if tight else attempt % 4 == 3
        beside = rng.choice(taken) if taken and near_another else None
        spot = _try(rng, stage, size, cluster, taken, ground, least, beside, tight=tight)
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
    beside: Placed | None,
    *,
    tight: bool,
) -> _Spot | None:
    asked = cluster.members[0].actor.wanted
    least = min(least, widest_share(cluster, size))
    tight = tight and ground.bottom_px - ground.top_px < _SHALLOW * size[1]
    few = least > _FEW_FROM and cluster.height < TALL_M
    foot = foot_on(rng, ground, asked.depth, 0.35 if few else 0.0)
    measured = not _far_off(cluster) and _has_people(cluster)
    if measured and ground.kind == "land":
        near = stage.horizon_px + least * min(size) / GROWN_UP_M * stage.eye_m
        foot = max(foot, min(ground.bottom_px, near + (foot - ground.top_px) * _SPREAD))
    scale = scale_of(stage, size, cluster, ground, foot)
    margin = size[0] * 0.03
    low = max(ground.left_px, 0.0) + margin - cluster.left * scale
    high = min(ground.right_px, size[0]) - margin - cluster.right * scale
    low, high = asked_side(asked.side, low, high)
    if low > high:
        return None
    x = rng.uniform(low, high)
    if beside is not None:
        x = close_to(rng, beside, cluster, scale, low, high)
    placed = standing(stage, ground, cluster, x, foot, scale)
    out = out_of_picture(placed, size[0] - margin / 3, margin / 3)
    if out:
        placed = standing(stage, ground, cluster, x - out, foot, scale)
        if out_of_picture(placed, size[0], 0.0):
            return None
    if min(item.box.top for item in placed) < size[1] * 0.015:
        return None
    hidden = collision(placed, taken) + covers(placed, stage.clear)
    hidden += covered_furniture(placed, taken, stage.props)
    grounds = [other for other in stage.grounds if other.kind == ground.kind]
    top, bottom = grounds[0].top_px, grounds[-1].bottom_px
    depth = (foot - top) / max(1.0, bottom - top)
    gathered = min(size[0], 1.3 * size[1])
    middle = abs(x + (cluster.left + cluster.right) / 2 * scale - size[0] / 2) / gathered
    cost = (
        hidden * 20
        + (0.0 if asked.depth else 1.1 * abs(depth - liked_depth(cluster)))
        + (0.0 if asked.side or tight else 0.8 * middle)
        + (_FROM_LEFT * x / size[0] if tight else crowding(placed, taken, size))
    )
    if measured and any(item.actor.stands == "ground" for item in placed if item.actor.person):
        smallest = min(item.px_per_m for item in placed if item.actor.person)
        if cluster.members[0].actor.stands == "road":
            smallest = scale
        share = smallest * GROWN_UP_M / min(size)
        small = max(0.0, least - share) / max(least, 0.01)
        cost += 4 * small + 10 * max(0.0, _LIKED_SHARE - share)
        hidden += 0.5 + small if small > _A_LITTLE else 0.0
    cost += 0.9 * covers(placed, tuple(prop.box for prop in stage.props))
    return _Spot(placed, hidden, cost + rng.uniform(0, 0.16))


def _hides_somebody(prop: Prop, placed: list[Placed]) -> bool:
    if prop.noun:
        return any(
            item.actor.wanted.noun in AT_THE_WALL
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
