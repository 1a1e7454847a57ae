"""People who work at desks, and what they work on."""

from __future__ import annotations

import random
from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.grouping.giving import give
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member
from imagespeak_core.generators.illustrator.scene import Link
from imagespeak_core.generators.illustrator.things.catalog import having

DESKS = having("desk")
_SCREENS = having("screen")
_AT_REST = frozenset({"stand", "sit", "walk"})
"""Who does nothing else works, at a desk."""


def take_desks(grouping: Grouping) -> None:
    """Lets people who are at desks work there, each at one of their own.

    A desk and a screen of the prompt are then not put anywhere else: who types is given them.
    """
    casts = grouping.casts
    grouping.links = tuple(link for link in grouping.links if not _only_decorates(link, casts))
    taken: set[int] = set()
    for link in grouping.links:
        people, desks = casts[link.subject], casts[link.target]
        if not desks or desks[0].wanted.noun not in DESKS or link.relation in {"on", "under"}:
            continue
        if not any(actor.person for actor in people):
            continue
        taken.add(link.target)
        for actor in people:
            _sit_down_to_work(grouping, actor)
    if not taken:
        return
    if grouping.place.seating.company != "class":
        taken |= {
            index for index, cast in enumerate(casts) if cast and cast[0].wanted.noun in _SCREENS
        }
    for index in taken:
        for actor in casts[index]:
            grouping.put_aside(grouping.find(actor)[0])
    grouping.links = tuple(
        link for link in grouping.links if not {link.subject, link.target} & taken
    )


def _only_decorates(link: Link, casts: list[list[Actor]]) -> bool:
    """Plants of an office stand about; nobody works beside one in particular."""
    people, targets = casts[link.subject], casts[link.target]
    at_work = bool(people) and people[0].wanted.action == "type"
    thing = targets[0].thing if targets else None
    return at_work and thing is not None and thing.kind == "plant"


def _sit_down_to_work(grouping: Grouping, actor: Actor) -> None:
    person = actor.person
    in_class = grouping.place.seating.company == "class"
    if person is None or in_class or person.action not in _AT_REST:
        return
    member = grouping.find(actor)[1]
    working = replace(person, action="type", posture=None, held=None, view="side")
    wanted = replace(actor.wanted, action="type", holding=None)
    member.actor = of_person(actor.id, wanted, working)


def put_desk(rng: random.Random, cluster: Cluster, member: Member) -> None:
    """A desk before who types, with the prompt's computer on it, or one of our own."""
    desk = give(rng, member.actor, "desk", use="desk")
    away = -0.92 if member.mirrored else 0.92
    at = member.x + away
    cluster.members.append(Member(desk, at, member.near + 0.02))
    small = [other for other in cluster.members if other.actor.stands == "surface"]
    if not small:
        noun = rng.choice(("laptop", "computer"))
        small = [Member(give(rng, member.actor, noun, use="gear"))]
        cluster.members.extend(small)
    for index, other in enumerate(small):
        other.x, other.lift = at - away * 0.25 + 0.4 * index, 0.75
        other.near, other.mirrored = member.near + 0.03, not member.mirrored


def pair_desks(grouping: Grouping) -> None:
    """Puts people who work at desks opposite each other, two and two."""
    alone = [cluster for cluster in grouping.clusters if _is_workplace(cluster)]
    for one, other in zip(alone[::2], alone[1::2], strict=False):
        _look(one, to_the_left=False)
        _look(other, to_the_left=True)
        away = one.right + _BETWEEN_DESKS_M - other.left
        for member in other.members:
            member.x += away
            one.members.append(member)
        grouping.clusters.remove(other)


_BETWEEN_DESKS_M = 0.04


def _is_workplace(cluster: Cluster) -> bool:
    people = [member for member in cluster.members if member.actor.person]
    given = [member.actor.given for member in cluster.members]
    desks = [gift for gift in given if gift is not None and gift.use == "desk"]
    return len(people) == len(desks) == 1 and not cluster.in_class


def _look(cluster: Cluster, *, to_the_left: bool) -> None:
    """Turns a whole group round where its person looks the other way."""
    (worker,) = [member for member in cluster.members if member.actor.person]
    if bool(worker.mirrored) == to_the_left:
        return
    for member in cluster.members:
        member.x, member.mirrored = -member.x, not member.mirrored
