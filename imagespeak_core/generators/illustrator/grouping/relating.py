"""Puts people, animals and things where the prompt says: on, under, beside, behind …."""

from __future__ import annotations

import random
from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.grouping.animal_places import put_for_action
from imagespeak_core.generators.illustrator.grouping.driving import can_hold, get_in
from imagespeak_core.generators.illustrator.grouping.footholds import put_up
from imagespeak_core.generators.illustrator.grouping.groups import (
    RIDDEN,
    Cluster,
    Grouped,
    Member,
    mount,
    put_on_lead,
    reach,
    sit,
)
from imagespeak_core.generators.illustrator.grouping.pushing import (
    on_wheels,
    put_after_the_first,
    put_to_the_handle,
)
from imagespeak_core.generators.illustrator.grouping.resting import SPREAD, lie_in_bed, lies
from imagespeak_core.generators.illustrator.scene import Link, Relation

_LARGE_M = 2.6
"""Who is near something higher than this stands a little nearer to the onlooker."""

_NARROW_M = 0.45
"""What reaches less far to either side has people beside it only, not around it."""
_FEED_TOO = frozenset({"adult", "old", "teenager"})
"""Who feeds an animal together with one of these does not feed them."""
_WITH_HANDLES = frozenset({"pram", "wheelbarrow"})
_OPEN_BELOW = frozenset({"desk", "school desk", "chair", "stool", "bench"})
"""Under these one is seen between the legs; before what is closed, one peeps out."""


def cluster_of(grouped: Grouped, actor_id: str) -> tuple[Cluster, Member]:
    """The group that an actor is in, and its place there."""
    for cluster in grouped.clusters:
        for member in cluster.members:
            if member.actor.id == actor_id:
                return cluster, member
    raise KeyError(actor_id)


def relate(rng: random.Random, grouped: Grouped, casts: list[list[Actor]], link: Link) -> None:
    """Puts the actors of one noun phrase where the prompt says, beside those of another."""
    subjects, targets = casts[link.subject], casts[link.target]
    if not targets:
        return
    on_cloth = targets[0].wanted.noun in SPREAD
    for index, subject in enumerate(subjects[: 6 if on_cloth else 4]):
        target = targets[index % len(targets)]
        cluster, member = cluster_of(grouped, target.id)
        own, mover = cluster_of(grouped, subject.id)
        if target.stands in {"wall", "air"} or _for_the_table(target):
            continue
        if _for_the_table(subject) and not _can_lie(target, link.relation):
            continue
        if subject.stands == "road" and target.stands == "ground" and target.person is None:
            continue
        if subject.stands == "air" and target.height > _LARGE_M:
            continue
        if own is cluster or len(own.members) > 1 or len(cluster.members) > (7 if on_cloth else 5):
            continue
        relation = link.relation
        if target.stands == "water" and subject.stands == "ground":
            if target.thing is None or not target.thing.seat_m:
                continue
            relation = "in"
        grouped.clusters.remove(own)
        shown = _put(rng, cluster, mover, member, relation, index)
        cluster.members.append(mover)
        grouped.links.append((subject.id, shown, target.id))


def _for_the_table(actor: Actor) -> bool:
    return actor.thing is not None and actor.stands == "surface" and actor.thing.kind != "toy"


def _can_lie(target: Actor, relation: Relation) -> bool:
    """Whether small things may be there, and not on a table."""
    if target.thing is None or target.stands != "ground":
        return False
    holds = target.thing.seat_m or target.thing.top_m or target.thing.name in SPREAD
    return relation not in {"on", "in"} or bool(holds)


def _put(
    rng: random.Random,
    cluster: Cluster,
    mover: Member,
    target: Member,
    relation: Relation,
    index: int,
) -> Relation:
    """Sets the mover's place beside the target; tells the relation that can then be seen."""
    thing = target.actor.thing
    settled = _put_aboard(cluster, mover, target, relation)
    settled = settled or put_for_action(mover, target, relation, index)
    settled = settled or put_up(cluster, mover, target, relation)
    if settled:
        return settled
    if thing and thing.name == "pram" and mover.actor.wanted.age == "baby":
        return _put_into_pram(mover, target)
    if relation in {"on", "in"} and thing and thing.name in SPREAD:
        return _put_onto_cloth(mover, target, max(index, _on_it(cluster)) % len(_ON_CLOTH))
    if relation in {"on", "in"} and thing and (thing.seat_m or thing.top_m):
        return _put_on(mover, target, max(index, _on_it(cluster)) % _SEATS)
    to_somebody = mover.actor.wanted.action == "kneel" and target.actor.person
    if relation == "in front of" and not to_somebody:
        mover.near, mover.x = (
            target.near + (3.5 if target.actor.height > _LARGE_M else 1.0),
            target.x + rng.uniform(-0.3, 0.3) * target.actor.half,
        )
        return relation
    if relation == "behind":
        side = rng.choice((-1, 1))
        hidden = target.actor.height > 0.7 * mover.actor.height
        away = target.actor.half + mover.actor.half * 0.5 if hidden else target.actor.half * 0.75
        mover.near, mover.x = target.near - 1.0, target.x + side * away
        mover.mirrored = side < 0 if hidden and mover.actor.person is None else mover.mirrored
        return relation
    if relation == "under" and target.actor.height > mover.actor.height:
        _put_under(cluster, mover, target, index)
        return relation
    _put_beside(rng, cluster, mover, target, relation, index)
    if target.actor.wanted.action == "walk_pet" or mover.actor.wanted.action == "walk_pet":
        put_on_lead(mover, target)
    return "next to" if relation in {"on", "in", "under", "between", "outside"} else relation


def _put_aboard(
    cluster: Cluster, mover: Member, target: Member, relation: Relation
) -> Relation | None:
    """Sets a person into a vehicle or onto an animal, if that is what is meant."""
    thing = target.actor.thing
    inside = sum(member.actor.person is not None for member in cluster.members)
    drives = mover.actor.wanted.action == "drive"
    if mover.actor.person and can_hold(target.actor, inside) and (drives or relation == "in"):
        get_in(mover, target, inside)
        return "in"
    if mover.actor.wanted.action == "ride" and thing and thing.name in RIDDEN:
        mount(mover, target)
        return "on"
    return None


def _put_into_pram(mover: Member, pram: Member) -> Relation:
    """Sets a baby up in a pram, whose side hides the legs."""
    person = mover.actor.person
    if person is not None:
        seated = replace(person, action="sit", posture="sit", view="side")
        told = replace(mover.actor.wanted, action="sit")
        mover.actor = of_person(mover.actor.id, told, seated)
    pram.mirrored = mover.mirrored = bool(pram.mirrored)
    mover.x = pram.x + (-_IN_PRAM[0] if pram.mirrored else _IN_PRAM[0])
    mover.lift, mover.near = _IN_PRAM[1], pram.near - 0.02
    return "in"


_IN_PRAM = (0.08, 0.38)
"""How far before its middle, and how high, somebody is in a pram."""


def _put_under(cluster: Cluster, mover: Member, target: Member, index: int) -> None:
    if target.actor.thing and target.actor.thing.name in _OPEN_BELOW:
        mover.near, mover.x = target.near - 0.12, target.x + (0.0, 0.4, -0.4, 0.8)[min(3, index)]
        return
    offset = (0.35, -0.55, 1.2, -1.4, 2.0, -2.2)[min(5, len(cluster.members) - 1)]
    mover.near, mover.x = target.near + 0.5, target.x + offset


def _put_beside(
    rng: random.Random,
    cluster: Cluster,
    mover: Member,
    target: Member,
    relation: Relation,
    index: int,
) -> None:
    around = relation not in {"left of", "right of", "under"} and target.actor.thing
    if index > 1 and around and mover.actor.person and target.actor.half > _NARROW_M:
        _put_around(mover, target, index)
        return
    pushes = mover.actor.wanted.action == "push" and on_wheels(target)
    if mover.actor.wanted.action == "push" and target.actor.wanted.noun in _WITH_HANDLES:
        put_to_the_handle(mover, target)
        return
    if index and mover.actor.wanted.action == "push" and target.actor.thing:
        put_after_the_first(cluster, mover)
        return
    gap = -0.08 if pushes else 0.12 if relation == "next to" else 0.3
    left = index % 2 == 1 if cluster.members[1:] else rng.random() < 0.5
    if relation == "left of" or (left and relation != "right of"):
        mover.x = cluster.left - gap - reach(mover)[1]
    else:
        mover.x = cluster.right + gap + reach(mover)[0]
    away = 1.2 if target.actor.height > _LARGE_M else 0.0
    mover.near = target.near + away + rng.uniform(0.05, 0.3)
    mover.mirrored = mover.x > target.x
    if mover.actor.wanted.action == "feed" and target.actor.wanted.age in _FEED_TOO:
        mover.mirrored = not mover.mirrored
    if target.mirrored is None and target.actor.person and mover.actor.wanted.action == "feed":
        target.mirrored = mover.x < target.x
    if mover.actor.wanted.action == "push" and target.actor.thing and target.actor.faces:
        mover.x += 0.12 if mover.mirrored is False else -0.12
        target.mirrored, mover.near = mover.mirrored, target.near + 0.1
    if pushes:
        target.mirrored, mover.near = mover.mirrored, target.near + 0.02


def _put_around(mover: Member, target: Member, index: int) -> None:
    """The third and the fourth stand behind what is low, before what is high."""
    side = 1 if index % 2 else -1
    low = target.actor.height < 0.75 * mover.actor.height
    mover.near = target.near + (-0.8 if low else 1.0)
    mover.x = target.x + side * max(0.35, 0.5 * target.actor.half)
    mover.mirrored = side > 0


def put_between(grouped: Grouped, casts: list[list[Actor]], links: tuple[Link, ...]) -> None:
    """Sets the first of those who are "between" between the two others, all in a row."""
    for subject in dict.fromkeys(link.subject for link in links if link.relation == "between"):
        sides = [
            actor
            for link in links
            if link.relation == "between" and link.subject == subject
            for actor in casts[link.target]
        ][:2]
        if len(sides) == 2 and casts[subject]:
            _row(grouped, casts[subject][0], sides)


def _row(grouped: Grouped, middle: Actor, sides: list[Actor]) -> None:
    found = [cluster_of(grouped, actor.id) for actor in (sides[0], middle, sides[1])]
    if any(len(cluster.members) > 1 for cluster, _ in found):
        return
    row = found[0][0]
    for cluster, member in found[1:]:
        member.x = row.right + 0.25 + reach(member)[0]
        row.members.append(member)
        grouped.clusters.remove(cluster)
    found[1][1].near = 0.25
    grouped.links += [(middle.id, "between", side.id) for side in sides]


def _on_it(cluster: Cluster) -> int:
    """How many people are up on something in the group already."""
    return sum(member.actor.person is not None and member.lift > 0 for member in cluster.members)


def _put_onto_cloth(mover: Member, target: Member, index: int) -> Relation:
    """On a blanket: people sit at its far edge, from the fourth on before them."""
    spread, back = _ON_CLOTH[index]
    mover.x, mover.near, mover.lift = target.x + spread, target.near + 0.02, 0.16
    person = mover.actor.person
    if person and person.action == "crawl":
        mover.lift = 0.08
    elif person and not lies(person):
        seated = replace(person, posture="floor", view="side")
        mover.actor = of_person(mover.actor.id, mover.actor.wanted, seated)
        mover.lift = 0.26 if back else 0.04
        mover.near += 0.0 if back else 0.03
        mover.mirrored = spread > 0
    return "on"


_SEATS = 4
_ON_CLOTH = ((0.0, True), (0.6, True), (-0.6, True), (0.32, False), (-0.32, False), (0.95, False))
"""How far to the right somebody sits on a cloth, and whether at its far edge."""


def _put_on(mover: Member, target: Member, index: int) -> Relation:
    thing = target.actor.thing
    if thing is None:
        raise ValueError("only a thing can be sat on")
    if thing.name == "bed" and mover.actor.person and lies(mover.actor.person):
        lie_in_bed(mover, target)
        return "in"
    spread = (0.0, 0.42, -0.42, 0.8)[index] * min(1.0, target.actor.half)
    spread += -thing.seat_x_m if target.mirrored else thing.seat_x_m
    mover.x, mover.near = target.x + spread, target.near + 0.02
    if mover.actor.person is None:
        mover.lift = thing.top_m or thing.seat_m or 0.0
    elif thing.seat_m:
        sit(mover, thing.seat_m)
    elif mover.actor.wanted.action == "sit":
        sit(mover, thing.top_m or 0.0)
    else:
        mover.lift = thing.top_m or 0.0
    return "on"
