"""On something: a cloth on the ground, a bed, a seat, or whatever has a top."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import of_person
from imagespeak_core.generators.illustrator.grouping.moves import Move
from imagespeak_core.generators.illustrator.grouping.resting import SPREAD, lie_in_bed, lies
from imagespeak_core.generators.illustrator.grouping.seats import sit
from imagespeak_core.generators.illustrator.scene import Relation

_ON = frozenset({"on", "in"})
_SEATS = 4
_ON_CLOTH = ((0.0, True), (0.6, True), (-0.6, True), (0.32, False), (-0.32, False), (0.95, False))
"""How far to the right somebody sits on a cloth, and whether at its far edge."""


def put_onto_cloth(move: Move) -> Relation | None:
    """On a blanket: people sit at its far edge, from the fourth on before them."""
    if move.relation not in _ON or move.thing is None or move.thing.name not in SPREAD:
        return None
    mover, target = move.mover, move.target
    spread, back = _ON_CLOTH[max(move.index, move.people_up) % len(_ON_CLOTH)]
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


def put_on_top(move: Move) -> Relation | None:
    """Into a bed, onto a seat or a top; several sit side by side."""
    mover, target, thing = move.mover, move.target, move.thing
    if move.relation not in _ON or thing is None or not (thing.seat_m or thing.top_m):
        return None
    index = max(move.index, move.people_up) % _SEATS
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
