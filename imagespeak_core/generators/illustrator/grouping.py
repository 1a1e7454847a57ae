"""Puts actors that belong together into one group, with their places beside each other."""

from __future__ import annotations

import random
from dataclasses import replace

from imagespeak_core.generators.illustrator.cast import Actor, of_person, thing_actor
from imagespeak_core.generators.illustrator.groups import Cluster, Grouped, Member, reach, sit
from imagespeak_core.generators.illustrator.scene import Link, Relation, Wanted
from imagespeak_core.generators.illustrator.tables import TABLES, seat_at_tables, seat_students
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words.settings import INDOORS

_FACING_EACH_OTHER = frozenset({"talk", "hug", "kick", "play", "throw"})
_SEATS = {
    "park": "bench",
    "garden": "bench",
    "street": "bench",
    "city": "bench",
    "station": "bench",
    "sea": "bench",
    "lake": "bench",
    "farm": "bench",
    "market": "bench",
    "playground": "bench",
    "forest": "log",
    "mountains": "rock",
    "living room": "armchair",
    "library": "armchair",
}
_ON_THE_GROUND = frozenset({"park", "sea", "forest", "garden", "mountains", "lake", "farm"})


def group_actors(
    rng: random.Random, casts: list[list[Actor]], links: tuple[Link, ...], place: str
) -> Grouped:
    """Groups for all actors: by the prompt's relations, then by what people do together."""
    grouped = Grouped([Cluster([Member(actor)]) for cast in casts for actor in cast])
    at_table = _at_table(casts, links)
    for link in links:
        if casts[link.target] and casts[link.target][0].wanted.noun in TABLES:
            continue
        _relate(rng, grouped, casts, link)
    seat_at_tables(rng, grouped, place, at_table)
    if place == "classroom":
        seat_students(rng, grouped)
    for cast in casts:
        if cast and cast[0].wanted.action in _FACING_EACH_OTHER:
            _face_each_other(grouped, cast)
    _seat_the_rest(rng, grouped, place)
    return grouped


def _at_table(casts: list[list[Actor]], links: tuple[Link, ...]) -> frozenset[str]:
    """Who or what the prompt puts at or on a table."""
    return frozenset(
        actor.id
        for link in links
        if casts[link.target] and casts[link.target][0].wanted.noun in TABLES
        for actor in casts[link.subject]
    )


def _cluster_of(grouped: Grouped, actor_id: str) -> tuple[Cluster, Member]:
    for cluster in grouped.clusters:
        for member in cluster.members:
            if member.actor.id == actor_id:
                return cluster, member
    raise KeyError(actor_id)


def _relate(rng: random.Random, grouped: Grouped, casts: list[list[Actor]], link: Link) -> None:
    subjects, targets = casts[link.subject], casts[link.target]
    if not targets:
        return
    for index, subject in enumerate(subjects[:4]):
        target = targets[index % len(targets)]
        cluster, member = _cluster_of(grouped, target.id)
        own, mover = _cluster_of(grouped, subject.id)
        if target.stands in {"wall", "air"} or _for_the_table(subject) or _for_the_table(target):
            continue
        if own is cluster or len(own.members) > 1 or len(cluster.members) > 5:
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
    if relation in {"on", "in"} and thing and (thing.seat_m or thing.top_m):
        return _put_on(mover, target, index)
    if relation == "in front of":
        mover.near, mover.x = (
            target.near + 1.0,
            target.x + rng.uniform(-0.3, 0.3) * target.actor.half,
        )
        return relation
    if relation == "behind":
        side = rng.choice((-1, 1))
        mover.near, mover.x = target.near - 1.0, target.x + side * target.actor.half * 0.75
        return relation
    if relation == "under" and target.actor.height > mover.actor.height:
        mover.near, mover.x = (
            target.near + 0.5,
            target.x + 0.25 * target.actor.half * (1 if index % 2 else -1),
        )
        return relation
    gap = 0.12 if relation == "next to" else 0.3
    left = index % 2 == 1 if cluster.members[1:] else rng.random() < 0.5
    if left:
        mover.x = cluster.left - gap - reach(mover)[1]
    else:
        mover.x = cluster.right + gap + reach(mover)[0]
    mover.near = target.near + rng.uniform(0.05, 0.3)
    mover.mirrored = mover.x > target.x
    if target.mirrored is None and target.actor.person and mover.actor.wanted.action == "feed":
        target.mirrored = mover.x < target.x
    return "next to" if relation in {"on", "in", "under", "between"} else relation


def _put_on(mover: Member, target: Member, index: int) -> Relation:
    thing = target.actor.thing
    if thing is None:
        raise ValueError("only a thing can be sat on")
    spread = (0.0, 0.42, -0.42, 0.8)[index] * min(1.0, target.actor.half)
    mover.x, mover.near = target.x + spread, target.near + 0.02
    if mover.actor.person is None:
        mover.lift = thing.top_m or thing.seat_m or 0.0
    elif thing.seat_m:
        sit(mover, thing.seat_m)
    else:
        mover.lift = thing.top_m or 0.0
    return "on"


def _face_each_other(grouped: Grouped, cast: list[Actor]) -> None:
    for first, second in zip(cast[::2], cast[1::2], strict=False):
        one, left = _cluster_of(grouped, first.id)
        other, right = _cluster_of(grouped, second.id)
        if one is other or len(one.members) > 1 or len(other.members) > 1:
            continue
        left.mirrored, right.mirrored = False, True
        gap = {"kick": 1.0, "throw": 1.6, "hug": -0.34}.get(first.wanted.action or "", 0.25)
        right.x = left.x + reach(left)[1] + gap + reach(right)[0]
        right.near = 0.12
        if first.wanted.action == "kick" and right.actor.person:
            # One ball is enough for two.
            right.actor = of_person(
                second.id, second.wanted, replace(right.actor.person, action="run")
            )
        one.members.append(right)
        grouped.clusters.remove(other)


def _seat_the_rest(rng: random.Random, grouped: Grouped, place: str) -> None:
    """Nobody sits on air: who sits and has no seat is given one."""
    for cluster in list(grouped.clusters):
        for member in list(cluster.members):
            if _wants_seat(member, place):
                _give_seat(rng, grouped, cluster, member, place)


def _wants_seat(member: Member, place: str) -> bool:
    person = member.actor.person
    if person is None or member.lift > 0 or person.posture is not None:
        return False
    lying = person.action in {"sleep", "lie"} and place in INDOORS
    reading = person.action == "read" and place in {"living room", "library"}
    return person.action in {"sit", "type"} or lying or reading


def _give_seat(
    rng: random.Random, grouped: Grouped, cluster: Cluster, member: Member, place: str
) -> None:
    person = member.actor.person
    if person is None:
        return
    if place in _ON_THE_GROUND and person.action == "sit" and rng.random() < 0.5:
        seated = replace(person, posture="floor", view="side")
        member.actor = of_person(member.actor.id, member.actor.wanted, seated)
        return
    noun = _SEATS.get(place, "chair")
    if person.action in {"sleep", "lie"}:
        noun = "bed" if place == "bedroom" else "sofa"
    seat = thing_actor(rng, f"seat-of-{member.actor.id}", Wanted("thing", noun))
    if seat.thing is None or seat.thing.seat_m is None:
        return
    if member.mirrored is None:
        member.mirrored = rng.random() < 0.5
    cluster.members.insert(0, Member(seat, member.x, member.near - 0.02, mirrored=member.mirrored))
    sit(member, seat.thing.seat_m)
    if person.action == "type":
        _desk(rng, cluster, member)
    grouped.links.append((member.actor.id, "on", seat.id))


def _desk(rng: random.Random, cluster: Cluster, member: Member) -> None:
    """A desk before who types, with the prompt's computer on it, or one of our own."""
    desk = thing_actor(rng, f"desk-of-{member.actor.id}", Wanted("thing", "desk"))
    away = -0.92 if member.mirrored else 0.92
    at = member.x + away
    cluster.members.append(Member(desk, at, member.near + 0.02))
    small = [other for other in cluster.members if other.actor.stands == "surface"]
    if not small and "laptop" in THINGS:
        laptop = thing_actor(rng, f"laptop-of-{member.actor.id}", Wanted("thing", "laptop"))
        small = [Member(laptop)]
        cluster.members.extend(small)
    for index, other in enumerate(small):
        other.x, other.lift = at - away * 0.25 + 0.4 * index, 0.75
        other.near, other.mirrored = member.near + 0.03, not member.mirrored
