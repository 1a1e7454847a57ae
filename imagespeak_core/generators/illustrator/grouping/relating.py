"""Puts people, animals and things where the prompt says: on, under, beside, behind …."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.casting.cast import Actor
from imagespeak_core.generators.illustrator.grouping.animal_places import put_for_action
from imagespeak_core.generators.illustrator.grouping.babies import put_into_pram
from imagespeak_core.generators.illustrator.grouping.beside import (
    LARGE_M,
    put_behind,
    put_beside,
    put_in_front,
    put_under,
)
from imagespeak_core.generators.illustrator.grouping.driving import get_aboard
from imagespeak_core.generators.illustrator.grouping.footholds import put_up
from imagespeak_core.generators.illustrator.grouping.groups import Grouping, reach
from imagespeak_core.generators.illustrator.grouping.moves import Move, Way
from imagespeak_core.generators.illustrator.grouping.resting import SPREAD
from imagespeak_core.generators.illustrator.grouping.riding import get_on
from imagespeak_core.generators.illustrator.grouping.school_class import is_lesson
from imagespeak_core.generators.illustrator.grouping.surfaces import put_on_top, put_onto_cloth
from imagespeak_core.generators.illustrator.grouping.tables import is_for_a_table
from imagespeak_core.generators.illustrator.grouping.with_animals import mount
from imagespeak_core.generators.illustrator.scene import Link, Relation

WAYS: tuple[Way, ...] = (
    get_aboard,
    mount,
    get_on,
    put_for_action,
    put_up,
    put_into_pram,
    put_onto_cloth,
    put_on_top,
    put_in_front,
    put_behind,
    put_under,
    put_beside,
)
"""How one can be with something; the first that is meant is taken, and the last one always is."""

_SIDES = frozenset({"left of", "right of"})
_BESIDE: dict[Relation, Relation] = {
    "left of": "right of",
    "right of": "left of",
    "next to": "next to",
}
"""How one is beside the other → how the other is beside the one."""


def relate(grouping: Grouping) -> None:
    """Puts actors where the prompt says; who gets onto something comes before who is beside."""
    casts, in_class = grouping.casts, grouping.place.seating.company == "class"
    for link in sorted(grouping.links, key=lambda link: not _takes_a_seat(link, casts)):
        at_table = is_for_a_table(casts[link.target]) and link.relation not in _SIDES
        if at_table or link.relation == "between":
            continue
        if in_class and is_lesson(casts[link.subject], casts[link.target]):
            continue
        _relate(grouping, link)


def _takes_a_seat(link: Link, casts: list[list[Actor]]) -> bool:
    """Whether people get onto something."""
    people, targets = casts[link.subject], casts[link.target]
    thing = targets[0].thing if targets else None
    if thing is None or not people or people[0].person is None:
        return False
    return link.relation in {"on", "in"} and (thing.seat_m is not None or thing.name == "pram")


def _relate(grouping: Grouping, link: Link) -> None:
    """Puts the actors of one noun phrase beside those of another."""
    subjects, targets = grouping.casts[link.subject], grouping.casts[link.target]
    if not subjects or not targets:
        return
    relation = link.relation
    if relation in _BESIDE and _comes_instead(targets[0], subjects[0]):
        subjects, targets, relation = targets, subjects, _BESIDE[relation]
    _put_each(grouping, subjects, relation, targets)


def _put_each(
    grouping: Grouping, subjects: list[Actor], asked: Relation, targets: list[Actor]
) -> None:
    on_cloth = targets[0].wanted.noun in SPREAD
    for index, subject in enumerate(subjects[: 6 if on_cloth else 4]):
        target = targets[index % len(targets)]
        cluster, member = grouping.find(target)
        own, mover = grouping.find(subject)
        if target.stands in {"wall", "air"} or _for_the_table(target):
            continue
        if _for_the_table(subject) and not _can_lie(target, asked):
            continue
        if subject.stands == "road" and target.stands == "ground" and target.person is None:
            continue
        if subject.stands == "air" and target.height > LARGE_M:
            continue
        if own is cluster or len(own.members) > 1 or len(cluster.members) > (7 if on_cloth else 5):
            continue
        relation = asked
        if target.stands == "water" and subject.stands == "ground":
            if target.thing is None or not target.thing.seat_m or relation in _SIDES:
                continue
            relation = "in"
        grouping.clusters.remove(own)
        move = Move(grouping.rng, cluster, mover, member, relation, index, grouping.place)
        ways = (way(move) for way in WAYS)
        shown = next(settled for settled in ways if settled)
        cluster.members.append(mover)
        grouping.show(subject, shown, target)


def _comes_instead(target: Actor, subject: Actor) -> bool:
    """Whether rather the target comes to the subject's side: it is small, or the other drives."""
    if subject.person or subject.stands not in {"ground", "road"}:
        return False
    return _for_the_table(target) or (subject.stands == "road" and target.stands == "ground")


def _for_the_table(actor: Actor) -> bool:
    return actor.thing is not None and actor.stands == "surface" and actor.thing.kind != "toy"


def _can_lie(target: Actor, relation: Relation) -> bool:
    """Whether small things may be there, and not on a table."""
    if relation in _BESIDE and target.person is None:
        return target.stands in {"ground", "road"}
    if target.thing is None or target.stands != "ground":
        return False
    holds = target.thing.seat_m or target.thing.top_m or target.thing.name in SPREAD
    return relation not in {"on", "in"} or bool(holds)


def put_between(grouping: Grouping) -> None:
    """Sets the first of those who are "between" between the two others, all in a row."""
    links = [link for link in grouping.links if link.relation == "between"]
    for subject in dict.fromkeys(link.subject for link in links):
        sides = [
            actor
            for link in links
            if link.subject == subject
            for actor in grouping.casts[link.target]
        ][:2]
        if len(sides) == 2 and grouping.casts[subject]:
            _row(grouping, grouping.casts[subject][0], sides)


def _row(grouping: Grouping, middle: Actor, sides: list[Actor]) -> None:
    found = [grouping.find(actor) for actor in (sides[0], middle, sides[1])]
    if any(len(cluster.members) > 1 for cluster, _ in found):
        return
    row = found[0][0]
    for cluster, member in found[1:]:
        member.x = row.right + 0.25 + reach(member)[0]
        row.members.append(member)
        grouping.clusters.remove(cluster)
    found[1][1].near = 0.25
    for side in sides:
        grouping.show(middle, "between", side)
