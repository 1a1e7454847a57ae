"""Before, behind, under or beside something: where whoever comes to it stands."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.grouping.groups import Member, reach
from imagespeak_core.generators.illustrator.grouping.moves import Move
from imagespeak_core.generators.illustrator.grouping.with_animals import put_on_lead
from imagespeak_core.generators.illustrator.scene import Relation
from imagespeak_core.generators.illustrator.things.catalog import having

LARGE_M = 2.6
"""Who is near something higher than this stands a little nearer to the onlooker."""
_NARROW_M = 0.45
"""What reaches less far to either side has people beside it only, not around it."""
STEM = 0.034
"""Half the width of what carries a crown, as a share of the height."""
_BEFORE_M = 0.6
"""How much nearer something comes that somebody is behind."""
_GAP_M = 0.1
"""Between two who are before or behind the same."""
_FEED_TOO = frozenset({"adult", "old", "teenager"})
"""Who feeds an animal together with one of these does not feed them."""
_WITH_HANDLES = having("handles")
_OPEN_BELOW = having("open below")
"""Under these one is seen between the legs."""
CROWNED = having("climbed") | having("shelters")
"""Under the crown or the roof of these one stands before what carries it."""
_AT_THE_HANDLE_M = -0.12


def put_in_front(move: Move) -> Relation | None:
    """Nearer to the onlooker; who kneels before somebody is beside them, though."""
    mover, target = move.mover, move.target
    if move.relation != "in front of" or (move.action == "kneel" and target.actor.person):
        return None
    mover.near = target.near + (3.5 if target.actor.height > LARGE_M else 1.0)
    there = _at_the_same_depth(move)
    mover.x = target.x + move.rng.uniform(-0.3, 0.3) * target.actor.half
    if there:
        side = 1 if len(there) % 2 else -1
        mover.x = there[0].x + side * (len(there) + 1) // 2 * _room(mover)
    return "in front of"


def put_behind(move: Move) -> Relation | None:
    """Farther off, and so much to one side as not to be hidden."""
    mover, target = move.mover, move.target
    if move.relation != "behind":
        return None
    hidden = target.actor.height > 0.7 * mover.actor.height
    away = target.actor.half + mover.actor.half * 0.2 if hidden else target.actor.half * 0.75
    if target.actor.wanted.noun in CROWNED:
        away = STEM * target.actor.height + mover.actor.half * 0.3
    if len(move.cluster.members) == 1 and target.actor.stands == "ground":
        target.near += _BEFORE_M  # else a wall behind both could keep them level
    mover.near = target.near - 1.0
    there = _at_the_same_depth(move)
    side = move.rng.choice((-1, 1))
    if there:
        side = -1 if there[-1].x > target.x else 1
        away += len(there) // 2 * _room(mover)
    mover.x = target.x + side * away
    mover.mirrored = side < 0 if hidden and mover.actor.person is None else mover.mirrored
    return "behind"


def _at_the_same_depth(move: Move) -> list[Member]:
    """Who came before to the same side of the target, so that none hides another."""
    return [
        one
        for one in move.cluster.members
        if one is not move.target and one.near == move.mover.near and not one.lift
    ]


def _room(member: Member) -> float:
    """How far from each other the middles of two like this are, in metres."""
    return 2 * member.actor.half + _GAP_M


def put_under(move: Move) -> Relation | None:
    """Between the legs of what is open below, below a crown, else before it."""
    mover, target = move.mover, move.target
    if move.relation not in {"under", "below"} or target.actor.height <= mover.actor.height:
        return None
    if move.thing and move.thing.name in _OPEN_BELOW:
        mover.near = target.near - 0.12
        mover.x = target.x + (0.0, 0.4, -0.4, 0.8)[min(3, move.index)]
        return move.relation
    offset = (0.35, -0.55, 1.2, -1.4, 2.0, -2.2)[min(5, len(move.cluster.members) - 1)]
    crown = target.actor.wanted.noun in CROWNED
    mover.near, mover.x = target.near + (0.2 if crown else 0.8), target.x + offset
    return move.relation if crown else "in front of"


def put_beside(move: Move) -> Relation:
    """Beside the target, or around it; this is for whoever can be nowhere else."""
    _stand_beside(move)
    if "walk_pet" in {move.target.actor.wanted.action, move.action}:
        put_on_lead(move.mover, move.target)
    elsewhere = move.relation in {"on", "in", "under", "above", "below", "between", "outside"}
    return "next to" if elsewhere else move.relation


def _stand_beside(move: Move) -> None:
    cluster, mover, target = move.cluster, move.mover, move.target
    relation, action, index, rng = move.relation, move.action, move.index, move.rng
    around = relation not in {"left of", "right of", "under"} and target.actor.thing
    if index > 1 and around and mover.actor.person and target.actor.half > _NARROW_M:
        _put_around(mover, target, index)
        return
    pushes = action == "push" and _on_wheels(target)
    if action == "push" and target.actor.wanted.noun in _WITH_HANDLES:
        _put_to_the_handle(mover, target)
        return
    pushing = [member for member in cluster.members if member.actor.wanted.action == "push"]
    if pushing and action == "push" and target.actor.thing:
        _put_after(pushing[-1], mover)
        return
    gap = -0.08 if pushes else 0.12 if relation == "next to" else 0.3
    fewer_left = cluster.left + cluster.right > 2 * target.x
    left = fewer_left if cluster.members[1:] else rng.random() < 0.5
    if relation == "left of" or (left and relation != "right of"):
        mover.x = cluster.left - gap - reach(mover)[1]
    else:
        mover.x = cluster.right + gap + reach(mover)[0]
    away = 1.2 if target.actor.height > LARGE_M else 0.0
    mover.near = target.near + away + rng.uniform(0.05, 0.3)
    mover.mirrored = mover.x > target.x
    if action == "feed" and target.actor.wanted.age in _FEED_TOO:
        mover.mirrored = not mover.mirrored
    if target.mirrored is None and target.actor.person and action == "feed":
        target.mirrored = mover.x < target.x
    if action == "push" and target.actor.thing and target.actor.faces:
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


def _put_to_the_handle(mover: Member, target: Member) -> None:
    """Who pushes a pram or a wheelbarrow walks behind it."""
    mover.mirrored = target.mirrored = bool(target.mirrored)
    away = target.actor.half + reach(mover)[0 if target.mirrored else 1] + _AT_THE_HANDLE_M
    mover.x = target.x + (away if target.mirrored else -away)
    mover.near = target.near + 0.02


def _put_after(first: Member, mover: Member) -> None:
    """Who pushes together with others pushes on the same side, a little nearer."""
    mover.mirrored = first.mirrored
    mover.x = first.x + (0.42 if first.mirrored else -0.42)
    mover.near = first.near + 0.5


def _on_wheels(member: Member) -> bool:
    """Whether somebody sits in a wheelchair."""
    person = member.actor.person
    return person is not None and "wheelchair" in {person.action, person.posture}
