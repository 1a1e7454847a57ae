"""Where people's feet are who climb a tree, a ladder or stairs, or stand on a bridge."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import of_person
from imagespeak_core.generators.illustrator.casting.possible import CLIMBED, STEPS
from imagespeak_core.generators.illustrator.grouping.animal_places import make_young
from imagespeak_core.generators.illustrator.grouping.groups import Member
from imagespeak_core.generators.illustrator.grouping.moves import Move
from imagespeak_core.generators.illustrator.scene import Relation

_ACROSS = (-0.28, 0.28, -0.75, 0.75)
"""Where the first, second … stand on a bridge, as a share of half of it."""
_DECK_M, _RISE_M = 0.96, 0.85
"""How high a bridge's way is at its ends, and how much higher in the middle."""
_ON_LADDER = (-0.3, 0.42)
_ON_STAIRS = ((-0.05, 0.92), (-0.76, 0.44), (0.6, 1.4))
"""How far to the right of the middle, and how high, the feet are."""
_IN_TREE = ((-0.34, 0.3), (0.34, 0.16))
"""The same of a tree: beside its trunk, and as a share of its height."""
_TREE_M = 3.2


def put_up(move: Move) -> Relation | None:
    """Puts a person up what is climbed, or on a bridge."""
    mover, target, thing, index = move.mover, move.target, move.thing, move.people_up
    person = mover.actor.person
    if person is None or thing is None:
        return None
    if thing.name == "bridge" and move.relation == "on":
        _stand_on_bridge(mover, target, index)
        return "on"
    if move.action != "climb" or thing.name not in CLIMBED | STEPS:
        return None
    settled = _climb(mover, target, thing.name, index)
    if settled is None:
        wanted = replace(mover.actor.wanted, action="stand")
        mover.actor = of_person(mover.actor.id, wanted, replace(person, action="stand"))
    return settled


def _climb(mover: Member, target: Member, noun: str, index: int) -> Relation | None:
    """Puts the first, second … climber up; None where there is no room for one more."""
    if noun == "stairs" and index < len(_ON_STAIRS):
        _stand(mover, target, "walk", _ON_STAIRS[index])
        return "on"
    if noun == "ladder" and not index:
        _stand(mover, target, "climb", _ON_LADDER)
        return "on"
    if noun in STEPS or index >= len(_IN_TREE):
        return None
    make_young(target, _TREE_M)
    across, up = _IN_TREE[index]
    _stand(mover, target, "climb", (across, up * target.actor.height))
    if across > 0:
        mover.mirrored = not mover.mirrored
    return "in"


def _stand(mover: Member, target: Member, action: str, where: tuple[float, float]) -> None:
    person = mover.actor.person
    if person is None:
        raise ValueError("only a person climbs")
    climbing = replace(person, action=action, posture=None, view="side", held=person.held)
    wanted = replace(mover.actor.wanted, action="climb_up")
    mover.actor = of_person(mover.actor.id, wanted, climbing, does="climb_up")
    target.mirrored = mover.mirrored = bool(target.mirrored)
    across, mover.lift = where
    mover.x = target.x + (-across if mover.mirrored else across)
    mover.near = target.near + 0.02


def _stand_on_bridge(mover: Member, bridge: Member, index: int) -> None:
    """Behind the railing, at the height of the way at that place."""
    thing = bridge.actor.thing
    if thing is None:
        raise ValueError("a bridge is a thing")
    across = _ACROSS[index % len(_ACROSS)]
    factor = bridge.actor.height / thing.height_m
    mover.x = bridge.x + across * bridge.actor.half
    mover.lift = factor * (_DECK_M + _RISE_M * (1 - across**2))
    mover.near = bridge.near - 0.02
