"""People who ride what has wheels, or stand on a board: never a bicycle that nobody asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone, group
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.grouping.groups import Grouping, Member
from imagespeak_core.generators.illustrator.grouping.moves import Move
from imagespeak_core.generators.illustrator.grouping.seats import sit
from imagespeak_core.generators.illustrator.scene import Relation

_RIDDEN = frozenset({"with", "on", "in"})
"""How the prompt relates a rider to what is ridden."""
_BEHIND_BAR_M = 0.36
_SURFBOARD = "surfboard"
_FLAT = 0.34
"""How thick a board on the water looks, as a share of its width."""


def get_on(move: Move) -> Relation | None:
    """Sets who rides on a saddle, on a deck or a board; who rides anything else stands there."""
    person, thing = move.mover.actor.person, move.thing
    if person is None or thing is None or move.relation not in _RIDDEN:
        return None
    mover, ridden = move.mover, move.target
    surfs = thing.name == _SURFBOARD and move.place.water == "salt" and not move.people_up
    if surfs and (move.action == "ride" or (move.relation == "on" and person.action == "stand")):
        ridden.mirrored = bool(ridden.mirrored)
        _surf(mover, ridden, person)
        return "on"
    if move.action != "ride" or has_bicycle(mover.actor):
        return None
    ridden.mirrored = bool(ridden.mirrored)
    if move.people_up or thing.kind not in {"vehicle", "sport"}:
        _stay_off(mover, person)
        return None
    if thing.seat_m:
        _stand_at(mover, ridden, thing.seat_x_m)
        sit(mover, thing.seat_m)
        _hold_on(mover, ridden, thing.bar_m)
    elif thing.top_m:
        _stand_at(mover, ridden, thing.bar_m[0] - _BEHIND_BAR_M if thing.bar_m else 0.0)
        mover.lift = thing.top_m
        standing = replace(person, action="stand", posture=None, view="side", held=None)
        mover.actor = of_person(mover.actor.id, mover.actor.wanted, standing)
        _hold_on(mover, ridden, thing.bar_m)
    else:
        _stay_off(mover, person)
        return None
    return "on"


def has_bicycle(actor: Actor) -> bool:
    """Whether the prompt puts the rider on a bicycle."""
    return actor.wanted.holding == "bicycle" or actor.wanted.noun == "cyclist"


def _stand_at(mover: Member, ridden: Member, across: float) -> None:
    mover.mirrored = ridden.mirrored
    mover.x = ridden.x + (-across if mover.mirrored else across)
    mover.near = ridden.near + 0.02


def _hold_on(mover: Member, ridden: Member, bar: Point | None) -> None:
    """The hands at the handlebar, if there is one."""
    person = mover.actor.person
    if person is None:
        raise ValueError("only people ride")
    if bar is not None:
        away = ridden.x - mover.x if mover.mirrored else mover.x - ridden.x
        at = (bar[0] - away, bar[1] + mover.lift)
        person = replace(person, held=None, near_to=at, far_to=at)
    mover.actor = of_person(mover.actor.id, mover.actor.wanted, person, does="ride")


def _stay_off(mover: Member, person: Person, action: str = "stand") -> None:
    """Who cannot get on stands; where, is for another way to settle."""
    off = replace(person, action=action, posture=None)
    mover.actor = of_person(mover.actor.id, replace(mover.actor.wanted, action=action), off)


def _surf(mover: Member, board: Member, person: Person) -> None:
    """Stands on a board that lies on the water, with the arms held out."""
    board.actor = _afloat(board.actor)
    surfing = replace(person, action="stand", posture="surf", view="side", held=None)
    does = "ride" if mover.actor.wanted.action == "ride" else ""
    mover.actor = of_person(mover.actor.id, mover.actor.wanted, surfing, does)
    _stand_at(mover, board, 0.0)
    mover.lift = 0.7 * board.actor.height


def _afloat(board: Actor) -> Actor:
    half, wide = board.height / 2, board.right - board.left
    return replace(
        board,
        draw=partial(_lying, board),
        left=-half,
        right=half,
        height=wide * _FLAT,
        stands="water",
    )


def _lying(board: Actor, tone: Tone) -> str:
    """The standing board turned on its side, its tip before the surfer."""
    wide, long = board.right - board.left, board.height
    place = f"scale(1 {_FLAT:.3f}) translate({-long / 2:.3f} {-wide / 2:.3f}) rotate(90)"
    return group(board.draw(tone), transform=place)


def get_off(grouping: Grouping) -> None:
    """Nobody rides a bicycle who was to ride something else, and has not got on it.

    In a train, a bus or a plane they sit.
    """
    for link in grouping.wished:
        targets = grouping.casts[link.target]
        if link.relation in _RIDDEN and not (targets and targets[0].person):
            _all_off(grouping, grouping.casts[link.subject], "stand")
    if grouping.place.inside_of:
        for cast in grouping.casts:
            _all_off(grouping, cast, "sit")


def _all_off(grouping: Grouping, cast: list[Actor], action: str) -> None:
    for actor in cast:
        if actor.wanted.action != "ride" or has_bicycle(actor):
            continue
        member = grouping.find(actor)[1]
        person = member.actor.person
        if person is not None and person.action == "ride" and not person.posture:
            _stay_off(member, person, action)
