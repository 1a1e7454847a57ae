"""Where small things are out of doors: food on a blanket or a bench, the rest on the ground."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.casting.cast import Actor
from imagespeak_core.generators.illustrator.grouping.giving import share
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member, reach
from imagespeak_core.generators.illustrator.grouping.sides import in_order
from imagespeak_core.generators.illustrator.grouping.tables import has_tables
from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.things.catalog import having

_MOST_ON_ONE = 7
_ON_THE_GROUND = having("grows on the ground")
"""Food that lies on the ground where it grows."""


def lay_outdoors(grouping: Grouping) -> None:
    """Puts food and dishes that lie about onto a picnic blanket, in a street onto a bench."""
    if has_tables(grouping):
        return
    on_blanket = grouping.place.seating.ground
    small = [
        cluster
        for cluster in grouping.clusters
        if len(cluster.members) == 1 and _is_served(cluster.members[0].actor, on_blanket=on_blanket)
    ]
    for start in range(0, len(small), _MOST_ON_ONE):
        some = small[start : start + _MOST_ON_ONE]
        members = [cluster.members[0] for cluster in some]
        grouping.clusters[:] = [c for c in grouping.clusters if not any(c is one for one in some)]
        noun = "picnic blanket" if on_blanket else "bench"
        grouping.clusters.append(_spread(grouping, members, noun, start))


def _is_served(actor: Actor, *, on_blanket: bool) -> bool:
    thing = actor.thing
    if on_blanket and actor.wanted.noun in _ON_THE_GROUND:
        return False
    return thing is not None and actor.stands == "surface" and thing.kind in {"food", "kitchen"}


def _blanket(noun: str, things: int) -> Wanted:
    """A blanket in a colour on which red and green fruit can be told; a small one for little."""
    if noun == "bench":
        return Wanted("thing", noun)
    return Wanted("thing", noun, colour="blue", size="small" if things < 4 else None)


def _spread(grouping: Grouping, members: list[Member], noun: str, number: int) -> Cluster:
    id_ = f"{noun.replace(' ', '-')}-under-{number}"
    below = share(grouping.rng, id_, _blanket(noun, len(members)))
    cluster = Cluster([Member(below)])
    flat = below.thing is not None and below.thing.seat_m is None
    wide = sum(sum(reach(member)) for member in members)
    gap = max(0.02, (0.86 * (below.right - below.left) - wide) / (len(members) + 1))
    x = -(wide + gap * (len(members) - 1)) / 2
    for index, member in enumerate(in_order(grouping, members)):
        left, right = reach(member)
        member.x, member.near, member.mirrored = x + left, 0.03 + 0.01 * (index % 2), False
        member.lift = 0.3 - 0.16 * (index % 2) if flat else 0.46
        x += left + right + gap
        cluster.members.append(member)
        grouping.show(member.actor, "on", below)
    return cluster
