"""Gives every group a place in the picture: on its ground, in its scale, hiding nobody.

Each group tries a bounded number of places and takes the best one. Where one would hide another,
the caller paints the place again from farther off; at last (`thin`) a group that still has no
room is left out and named in `left_out`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from imagespeak_core.generators.illustrator.casting.cast import Actor
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, far_off, has_people
from imagespeak_core.generators.illustrator.layout.grounds import AT_THE_WALL, ground_for
from imagespeak_core.generators.illustrator.layout.placing import Placed, place, turn_to_each_other
from imagespeak_core.generators.illustrator.layout.rows import place_class
from imagespeak_core.generators.illustrator.layout.spots import Picture, best_spot
from imagespeak_core.generators.illustrator.scenery.stage import Ground, Prop, Spot, Stage

_TIGHT_FROM = 0.3
"""Where so much may be hidden all stand close, from the left on, so that no gap is wasted."""
_OF_PASSERS_BY = 0.15
"""How much of somebody in the background may be hidden, which is little where nobody asks."""
_AT_LAST = 2.4
"""How much more of somebody may be hidden before a person is left out."""


@dataclass(slots=True)
class Layout:
    """All actors in their places, the props that stay, and the actors that found no room."""

    placed: list[Placed] = field(default_factory=list)
    props: tuple[Prop, ...] = ()
    left_out: list[Actor] = field(default_factory=list)
    fits: bool = True

    @property
    def nouns_there(self) -> frozenset[str]:
        """What at least one of found room."""
        return frozenset(item.actor.wanted.noun for item in self.placed)

    @property
    def nouns_without_room(self) -> tuple[str, ...]:
        """What not even one of found room, in the order of the alphabet."""
        return tuple(sorted({actor.wanted.noun for actor in self.left_out} - self.nouns_there))


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
    ordered = sorted(clusters, key=lambda cluster: (far_off(cluster), cluster.left - cluster.right))
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
    picture = Picture(stage, size, least, tight=hidden >= _TIGHT_FROM, anywhere=thin)
    for number, cluster in enumerate(waiting):
        if not ground_for(stage, cluster):
            layout.left_out += [member.actor for member in cluster.members]
            continue
        spot = best_spot(rng, picture, cluster, layout.placed, number)
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
    if far_off(cluster):
        return min(hidden, _OF_PASSERS_BY)
    pair = hidden >= _TIGHT_FROM and sum(bool(one.actor.person) for one in cluster.members) > 1
    hidden *= 2 if pair else 1
    return hidden * _AT_LAST if thin and has_people(cluster) else hidden


def _is_one_of_many(cluster: Cluster, placed: list[Placed]) -> bool:
    """Whether it is a passer-by of whom there is one already: one less is not missed."""
    wanted = cluster.members[0].actor.wanted
    return (
        far_off(cluster)
        and wanted.at_least
        and any(
            item.actor.wanted.depth == "background" and item.actor.wanted.noun == wanted.noun
            for item in placed
        )
    )


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


def _hides_somebody(prop: Prop, placed: list[Placed]) -> bool:
    if prop.noun:
        return any(
            item.actor.wanted.noun in AT_THE_WALL
            and prop.box.shared(item.box) > 0.25 * prop.box.area
            for item in placed
        )
    return any(
        prop.foot_px >= item.ground_px
        and prop.box.shared(item.box) > 0.06 * min(item.box.area, prop.box.area)
        for item in placed
    )


def _hides_view(prop: Prop, stage: Stage) -> bool:
    if prop.noun:
        return False
    return any(prop.box.shared(box) > 0.03 * box.area for box in stage.clear)
