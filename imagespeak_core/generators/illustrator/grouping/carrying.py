"""Children who are carried: they sit on the shoulders of who carries them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.drawing.svg import Tone, group, number
from imagespeak_core.generators.illustrator.figures.figure import draw_person, near_leg
from imagespeak_core.generators.illustrator.figures.person import (
    Person,
    skeleton_of,
    stature_m,
)
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member

_GROWN = frozenset({"adult", "old", "teenager"})
_BEHIND, _ABOVE = 0.085, 0.035
"""How far behind the neck and above it one sits on shoulders, as shares of the stature."""


def carry_children(grouping: Grouping) -> None:
    """Sets children on the shoulders of who carries them."""
    kept = []
    for link in grouping.links:
        carrier, child = grouping.casts[link.subject][:1], grouping.casts[link.target][:1]
        if not (carrier and child and _can_carry(carrier[0], child[0])):
            kept.append(link)
            continue
        cluster, below = grouping.find(carrier[0])
        own, above = grouping.find(child[0])
        if own is cluster or len(own.members) > 1:
            kept.append(link)
            continue
        _set_on_shoulders(cluster, below, above)
        grouping.clusters.remove(own)
        grouping.show(below.actor, "with", above.actor)
    grouping.links = tuple(kept)


def _can_carry(carrier: Actor, child: Actor) -> bool:
    if carrier.person is None or child.person is None or carrier.wanted.action != "carry":
        return False
    return carrier.person.age in _GROWN and child.person.age == "child"


def _set_on_shoulders(cluster: Cluster, below: Member, above: Member) -> None:
    if below.actor.person is None or above.actor.person is None:
        return
    rider = replace(above.actor.person, action="sit", posture="straddle", view="side", held=None)
    bones = skeleton_of(rider)
    carrier = replace(below.actor.person, action="shoulder", view="side", held=None)
    neck = skeleton_of(carrier).neck
    behind = neck[0] - _BEHIND * stature_m(carrier)
    lift = -neck[1] + bones.pelvis[1] + _ABOVE * stature_m(carrier)
    shin = bones.near_leg
    hold = ((shin.knee[0] + shin.ankle[0]) / 2 + behind, (shin.knee[1] + shin.ankle[1]) / 2 - lift)
    carrier = replace(carrier, near_to=hold, far_to=hold)
    mirrored = below.mirrored = above.mirrored = bool(below.mirrored)
    wanted = replace(below.actor.wanted, action="shoulder", holding=None)
    below.actor = of_person(below.actor.id, wanted, carrier)
    below.actor = replace(
        below.actor, draw=partial(_with_leg_over, carrier, rider, (behind, -lift))
    )
    above.actor = of_person(above.actor.id, replace(above.actor.wanted, action="sit"), rider)
    above.x = below.x + (-behind if mirrored else behind)
    above.lift, above.near = lift, below.near - 0.01
    cluster.members.insert(cluster.members.index(below), above)


def _with_leg_over(carrier: Person, rider: Person, at: tuple[float, float], tone: Tone) -> str:
    """Who carries, with the rider's near leg over the shoulder."""
    leg = group(near_leg(rider, tone), transform=f"translate({number(at[0])} {number(at[1])})")
    return draw_person(carrier, tone) + leg
