"""The best place for one group: among a bounded number of tries, the one that costs the least."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.grouping.groups import (
    Cluster,
    Member,
    far_off,
    has_people,
)
from imagespeak_core.generators.illustrator.layout.fitting import (
    GROWN_UP_M,
    close_to,
    covered_furniture,
    crowding,
    out_of_picture,
    standing,
    widest_share,
)
from imagespeak_core.generators.illustrator.layout.grounds import (
    TALL_M,
    asked_side,
    foot_on,
    ground_for,
    liked_depth,
    scale_of,
)
from imagespeak_core.generators.illustrator.layout.placing import Placed, collision, covers
from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.scenery.stage import Ground, Stage

_TRIES = 64
_FROM_LEFT = 2.0
_SHALLOW = 0.12
"""Ground of less of the picture's height has room for one row."""
_LIKED_SHARE = 0.18
_A_LITTLE = 0.04
"""By so much people may be smaller than they are to be, as a share of that."""
_SPREAD = 0.35
"""How much of their differences in depth people keep who are moved nearer to be larger."""
_FEW_FROM = 0.2
"""Where people are to be larger than this share, nobody stands at the far edge of the ground."""
_HIDING_COSTS = 20


@dataclass(frozen=True, slots=True)
class GroupSpot:
    """A place for a group: how much would be hidden there, and what that and the rest costs."""

    placed: tuple[Placed, ...]
    collision: float
    cost: float


@dataclass(frozen=True, slots=True)
class Picture:
    """What is the same for all groups of a picture.

    Attributes:
        stage: The place.
        size: Width and height, in pixels.
        least: How large a grown-up must be, as a share of the picture's height.
        tight: Whether all stand close, from the left on, so that no gap is wasted.
        anywhere: Whether what has no room on the side that is asked for may be on another.
    """

    stage: Stage
    size: tuple[float, float]
    least: float
    tight: bool
    anywhere: bool = False


def best_spot(
    rng: random.Random, picture: Picture, cluster: Cluster, taken: list[Placed], number: int
) -> GroupSpot | None:
    """Where a group stands best among those that are placed; None if it finds no place at all.

    `number` tells how many groups looked for a place before, so that they begin on other grounds.
    """
    grounds = ground_for(picture.stage, cluster)
    search = _Search(rng, picture, cluster, taken)
    best: GroupSpot | None = None
    for attempt in range(_TRIES):
        ground = grounds[(number + attempt) % len(grounds)] if attempt % 3 else grounds[-1]
        if far_off(cluster):
            ground = grounds[0]
        near_another = attempt % 2 if picture.tight else attempt % 4 == 3
        beside = rng.choice(taken) if taken and near_another else None
        spot = search.spot_on(ground, beside, below=best.cost if best else math.inf)
        if spot is not None:
            best = spot
    return best


def _with_a_place(cluster: Cluster) -> Member:
    """The member of whom the prompt tells where in the picture it is, or else the first."""
    told = [member for member in cluster.members if _has_a_place(member.actor.wanted)]
    return (told or cluster.members)[0]


def _has_a_place(wanted: Wanted) -> bool:
    return wanted.side is not None or wanted.depth is not None


class _Search:
    """The tries of one group, and what is the same in all of them."""

    def __init__(
        self, rng: random.Random, picture: Picture, cluster: Cluster, taken: list[Placed]
    ) -> None:
        self._rng, self._picture = rng, picture
        self._cluster, self._taken = cluster, taken
        self._left, self._right = cluster.left, cluster.right
        self._first = _with_a_place(cluster)
        self._asked = self._first.actor.wanted
        self._measured = has_people(cluster) and not far_off(cluster)
        self._least = min(picture.least, widest_share(cluster, picture.size))
        self._liked_depth = liked_depth(cluster)
        self._props = tuple(prop.box for prop in picture.stage.props)
        self._back = tuple(feature.box for feature in picture.stage.features)

    def spot_on(self, ground: Ground, beside: Placed | None, *, below: float) -> GroupSpot | None:
        """One try on this ground; None where there is no room or it costs not less than `below`."""
        size, stage = self._picture.size, self._picture.stage
        tight = self._picture.tight and ground.bottom_px - ground.top_px < _SHALLOW * size[1]
        foot = self._foot(ground)
        scale = scale_of(stage, size, self._cluster, ground, foot)
        x = self._across(ground, scale, beside)
        placed = None if x is None else self._standing(ground, x, foot, scale)
        if x is None or placed is None:
            return None
        cost = self._rng.uniform(0, 0.16) + self._place_cost(ground, x, foot, scale, tight=tight)
        if cost >= below:
            return None
        small = self._smallness(placed, scale)
        if small is not None:
            cost += 4 * small[0] + 10 * small[1]
        cost += _FROM_LEFT * x / size[0] if tight else crowding(placed, self._taken, size)
        if cost >= below:
            return None
        cost += 0.9 * covers(placed, self._props)
        hung = tuple(item for item in placed if item.lifted and item.actor.stands == "wall")
        cost += covers(hung, self._back) if hung else 0.0
        hidden = covers(placed, stage.clear)
        hidden += covered_furniture(placed, self._taken, stage.props)
        hidden += collision(placed, self._taken, enough=(below - cost) / _HIDING_COSTS - hidden)
        cost += hidden * _HIDING_COSTS
        if cost >= below:
            return None
        if small is not None and small[0] > _A_LITTLE:
            hidden += 0.5 + small[0]
        return GroupSpot(placed, hidden, cost)

    def _foot(self, ground: Ground) -> float:
        few = self._least > _FEW_FROM and self._cluster.height < TALL_M
        foot = foot_on(self._rng, ground, self._asked.depth, 0.35 if few else 0.0)
        if self._measured and ground.kind == "land":
            stage, unit = self._picture.stage, min(self._picture.size)
            near = stage.horizon_px + self._least * unit / GROWN_UP_M * stage.eye_m
            foot = max(foot, min(ground.bottom_px, near + (foot - ground.top_px) * _SPREAD))
        return foot

    def _across(self, ground: Ground, scale: float, beside: Placed | None) -> float | None:
        width = self._picture.size[0]
        margin = width * 0.03
        low = max(ground.left_px, 0.0) + margin - self._left * scale
        high = min(ground.right_px, width) - margin - self._right * scale
        first = self._first
        middle = (first.x + (first.actor.left + first.actor.right) / 2) * scale
        there = asked_side(self._asked.side, low + middle, high + middle, width)
        if there[0] <= there[1]:
            low, high = (at - middle for at in there)
        elif not self._picture.anywhere:
            return None
        if low > high:
            return None
        x = self._rng.uniform(low, high)
        return x if beside is None else close_to(self._rng, beside, self._cluster, scale, low, high)

    def _standing(
        self, ground: Ground, x: float, foot: float, scale: float
    ) -> tuple[Placed, ...] | None:
        stage, (width, height) = self._picture.stage, self._picture.size
        placed = standing(stage, ground, self._cluster, x, foot, scale)
        over = width * 0.01
        out = out_of_picture(placed, width - over, over)
        if out:
            placed = standing(stage, ground, self._cluster, x - out, foot, scale)
            if out_of_picture(placed, width, 0.0):
                return None
        return None if min(item.box.top for item in placed) < height * 0.015 else placed

    def _place_cost(
        self, ground: Ground, x: float, foot: float, scale: float, *, tight: bool
    ) -> float:
        """How far it is from the depth where such groups look best, and from the middle."""
        size, cost = self._picture.size, 0.0
        if not self._asked.depth:
            same = [other for other in self._picture.stage.grounds if other.kind == ground.kind]
            top, bottom = same[0].top_px, same[-1].bottom_px
            depth = (foot - top) / max(1.0, bottom - top)
            cost += 1.1 * abs(depth - self._liked_depth)
        if not (self._asked.side or tight):
            gathered = min(size[0], 1.3 * size[1])
            middle = x + (self._left + self._right) / 2 * scale
            cost += 0.8 * abs(middle - size[0] / 2) / gathered
        return cost

    def _smallness(self, placed: tuple[Placed, ...], scale: float) -> tuple[float, float] | None:
        """How much smaller its people are than they are to be, and than one likes to see them."""
        people = [item for item in placed if item.actor.person]
        if not self._measured or all(item.actor.stands != "ground" for item in people):
            return None
        smallest = min(item.px_per_m for item in people)
        if self._cluster.members[0].actor.stands == "road":
            smallest = scale
        share = smallest * GROWN_UP_M / min(self._picture.size)
        missing = max(0.0, self._least - share) / max(self._least, 0.01)
        return missing, max(0.0, _LIKED_SHARE - share)
