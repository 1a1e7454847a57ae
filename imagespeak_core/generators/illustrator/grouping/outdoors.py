"""Where small things are out of doors: food on a blanket or a bench, the rest on the ground."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.casting.cast import Actor, thing_actor
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouped, Member, reach
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Wanted

_MOST_ON_ONE = 7
_ON_THE_GROUND = frozenset({"pumpkin", "cabbage", "watermelon", "mushroom"})
"""Food that lies on the ground where it grows."""


def lay_outdoors(rng: random.Random, grouped: Grouped, place: str) -> None:
    """Puts food and dishes that lie about onto a picnic blanket, in a street onto a bench."""
    small = [
        cluster
        for cluster in grouped.clusters
        if len(cluster.members) == 1 and _is_served(cluster.members[0].actor, place)
    ]
    for start in range(0, len(small), _MOST_ON_ONE):
        some = small[start : start + _MOST_ON_ONE]
        members = [cluster.members[0] for cluster in some]
        grouped.clusters[:] = [c for c in grouped.clusters if not any(c is one for one in some)]
        noun = "picnic blanket" if PLACES[place].seating.ground else "bench"
        grouped.clusters.append(_spread(rng, grouped, members, noun, start))


def _is_served(actor: Actor, place: str) -> bool:
    thing = actor.thing
    if PLACES[place].seating.ground and actor.wanted.noun in _ON_THE_GROUND:
        return False
    return thing is not None and actor.stands == "surface" and thing.kind in {"food", "kitchen"}


def _blanket(noun: str, things: int) -> Wanted:
    """A blanket in a colour on which red and green fruit can be told; a small one for little."""
    if noun == "bench":
        return Wanted("thing", noun)
    return Wanted("thing", noun, colour="blue", size="small" if things < 4 else None)


def _spread(
    rng: random.Random, grouped: Grouped, members: list[Member], noun: str, number: int
) -> Cluster:
    below = thing_actor(
        rng, f"{noun.replace(' ', '-')}-under-{number}", _blanket(noun, len(members))
    )
    cluster = Cluster([Member(below)])
    flat = below.thing is not None and below.thing.seat_m is None
    wide = sum(sum(reach(member)) for member in members)
    gap = max(0.02, (0.86 * (below.right - below.left) - wide) / (len(members) + 1))
    x = -(wide + gap * (len(members) - 1)) / 2
    for index, member in enumerate(members):
        left, right = reach(member)
        member.x, member.near, member.mirrored = x + left, 0.03 + 0.01 * (index % 2), False
        member.lift = 0.3 - 0.16 * (index % 2) if flat else 0.46
        x += left + right + gap
        cluster.members.append(member)
        grouped.links.append((member.actor.id, "on", below.id))
    return cluster
