"""Babies: in the arms of who is with them, in a pram, or on the ground."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.figures.person import (
    Person,
    hands_m,
    seat_height_m,
)
from imagespeak_core.generators.illustrator.figures.roles import ROLES
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping
from imagespeak_core.generators.illustrator.grouping.moves import Move
from imagespeak_core.generators.illustrator.scene import Link, Relation

_CALM = frozenset({"sit", "stand", "look", "cry", "sleep", "lie", "doze", "crawl"})
"""What a baby does that can be in somebody's arms."""
_FREE = frozenset({"stand", "walk", "sit", "look", "hold", "carry", "hug", "talk", "lean"})
"""What one does with a baby in the arms."""
_GROWN = frozenset({"adult", "old", "teenager"})
_CLOSE_M = 0.1
_IN_PRAM = (0.08, 0.38)
"""How far before its middle, and how high, somebody is in a pram."""


def take_babies(grouping: Grouping) -> None:
    """Takes babies off the ground whom somebody can have in the arms."""
    casts, links = grouping.casts, grouping.links
    busy: set[str] = set()
    for index, cast in enumerate(casts):
        if not cast or not _is_calm_baby(cast[0]):
            continue
        own = [link for link in links if index in {link.subject, link.target}]
        pram = next((link.target for link in own if _is_pram(casts[link.target])), None)
        if pram is not None:
            grouping.links = tuple(_to_pram(link, index, pram) for link in grouping.links)
            continue
        near = [link.target if link.subject == index else link.subject for link in own]
        if near and not any(_has_people(casts[other]) for other in near):
            continue
        others = near or [other for other in range(len(casts)) if other != index]
        for baby in cast:
            parent = _parent([actor for other in others for actor in casts[other]], busy)
            if parent is None:
                break
            busy.add(parent.id)
            cluster, member = grouping.find(baby)
            grouping.clusters.remove(cluster)
            grouping.carried.append((member, parent))
        if grouping.carried:
            grouping.links = tuple(link for link in grouping.links if link not in own)


def _is_calm_baby(actor: Actor) -> bool:
    person = actor.person
    return person is not None and person.age == "baby" and person.action in _CALM


def _is_pram(cast: list[Actor]) -> bool:
    return bool(cast) and cast[0].wanted.noun == "pram"


def _to_pram(link: Link, baby: int, pram: int) -> Link:
    """Who is with a baby in a pram is with the pram."""
    return replace(link, target=pram) if link.target == baby else link


def _has_people(cast: list[Actor]) -> bool:
    return bool(cast) and cast[0].person is not None


def _parent(actors: list[Actor], busy: set[str]) -> Actor | None:
    """The first grown-up whose hands are free."""
    for actor in actors:
        person = actor.person
        if person is None or person.age not in _GROWN or actor.id in busy:
            continue
        if person.action in _FREE and _has_free_hands(person):
            return actor
    return None


def _has_free_hands(person: Person) -> bool:
    """Whether nothing is held but what goes with the action or the role."""
    own = ROLES[person.role].held if person.role else None
    return not person.held or person.action == "carry" or person.held == own


def hand_over(grouping: Grouping) -> None:
    """Puts each baby into the arms that it belongs to, when all have their seats."""
    for baby, its_parent in grouping.carried:
        cluster, parent = grouping.find(its_parent)
        person, child = parent.actor.person, baby.actor.person
        if person is None or child is None:
            grouping.clusters.append(Cluster([baby]))
            continue
        walks = person.action == "walk" or person.posture == "walk"
        posture = "walk" if walks else person.posture
        posture = posture if posture in {"walk", "sit", "floor"} else None
        holding = replace(person, action="cradle", posture=posture, held=None, view="side")
        wanted = replace(parent.actor.wanted, action="cradle", holding=None)
        parent.actor = of_person(parent.actor.id, wanted, holding)
        asleep = child.action in {"sleep", "lie", "doze"}
        seated = replace(child, action="doze" if asleep else "sit", posture="sit", view="side")
        does = "sleep" if asleep else "look"
        told = replace(baby.actor.wanted, action=does)
        baby.actor = of_person(baby.actor.id, told, seated, does=does)
        x, y = hands_m(holding)[0]
        parent.mirrored = baby.mirrored = bool(parent.mirrored)
        away = x - _CLOSE_M
        baby.x = parent.x + (-away if parent.mirrored else away)
        baby.lift = parent.lift - y - seat_height_m(seated)
        baby.near = parent.near + 0.01
        cluster.members.insert(cluster.members.index(parent) + 1, baby)
        grouping.show(parent.actor, "with", baby.actor)
    grouping.carried.clear()


def put_into_pram(move: Move) -> Relation | None:
    """Sets a baby up in a pram, whose side hides the legs."""
    mover, pram = move.mover, move.target
    in_it = move.thing is not None and move.thing.name == "pram"
    if not in_it or mover.actor.wanted.age != "baby":
        return None
    person = mover.actor.person
    if person is not None:
        seated = replace(person, action="sit", posture="sit", view="side")
        told = replace(mover.actor.wanted, action="sit")
        mover.actor = of_person(mover.actor.id, told, seated)
    pram.mirrored = mover.mirrored = bool(pram.mirrored)
    mover.x = pram.x + (-_IN_PRAM[0] if pram.mirrored else _IN_PRAM[0])
    mover.lift, mover.near = _IN_PRAM[1], pram.near - 0.02
    return "in"
