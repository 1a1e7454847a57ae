"""What flies, hangs or jumps, over whom or what the prompt says that it is above."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.casting.cast import Actor, in_pose
from imagespeak_core.generators.illustrator.grouping.animal_places import reduced
from imagespeak_core.generators.illustrator.grouping.groups import Grouping, Member
from imagespeak_core.generators.illustrator.scene import Link

_UPPER = frozenset({"above"})
_LOWER = frozenset({"below", "under"})
_AIR_M, _WALL_M, _LEAP_M = 0.3, 0.2, 0.03
"""How much free air is below what flies, what hangs on a wall, and who jumps."""
_EYES_M = 1.5
"""How high at least something hangs on a wall."""
_FENCE_M = 1.3
"""Over what is higher nobody jumps."""
_WIDE_M, _HIGH_M = 2.4, 1.6
"""What is larger is seen up there from far off."""
_ACROSS = (0.0, -0.7, 0.7, -1.4)
"""Where the first, second … are, in half widths of what they are over."""


def put_overhead(grouping: Grouping) -> None:
    """Puts what can be up there over its target; on two things of the ground it does nothing."""
    left: list[Link] = []
    for link in grouping.links:
        uppers, lowers = grouping.casts[link.subject], grouping.casts[link.target]
        if link.relation in _LOWER:
            uppers, lowers = lowers, uppers
        related = link.relation in _UPPER | _LOWER and bool(uppers and lowers)
        if not related or not all(
            _put_over(grouping, uppers, lowers, at) for at in range(min(len(uppers), len(_ACROSS)))
        ):
            left.append(link)
    grouping.links = tuple(left)


def _put_over(grouping: Grouping, uppers: list[Actor], lowers: list[Actor], index: int) -> bool:
    """Puts one over its target; tells whether it can be there, and both are free."""
    upper, lower = uppers[index], lowers[index % len(lowers)]
    gap = _gap(grouping, upper, lower)
    own, mover = grouping.find(upper)
    cluster, target = grouping.find(lower)
    if gap is None or own is cluster or len(own.members) > 1 or len(cluster.members) > len(_ACROSS):
        return False
    grouping.clusters.remove(own)
    _raise(mover)
    actor = mover.actor
    hung = actor.stands == "wall"
    mover.lift = max(target.lift + target.actor.height + gap, _EYES_M if hung else 0.0)
    mover.x = target.x + _ACROSS[index] * max(target.actor.half, actor.half)
    mover.near = target.near + 0.02
    cluster.members.append(mover)
    return True


def _gap(grouping: Grouping, upper: Actor, lower: Actor) -> float | None:
    """How far above the other it is; None if it cannot be up there, or nothing below it."""
    in_the_way = lower.stands in {"air", "wall"} or (lower.thing and lower.stands == "surface")
    if in_the_way or (upper.person is not None and upper.wanted.action != "jump"):
        return None
    if upper.wanted.action == "jump":
        return _LEAP_M if lower.height <= _FENCE_M and lower.stands == "ground" else None
    if upper.stands == "wall":
        return _WALL_M if grouping.place.indoors else None
    flies = upper.stands == "air" or in_pose(upper, "fly").wanted.action == "fly"
    return _AIR_M if flies else None


def _raise(mover: Member) -> None:
    """Lets birds fly, and what is large be seen from far off."""
    actor = mover.actor
    if actor.stands not in {"air", "wall"} and actor.wanted.action != "jump":
        actor = in_pose(actor, "fly")
    if actor.person is None:
        wide = actor.right - actor.left
        actor = reduced(actor, min(1.0, _WIDE_M / wide, _HIGH_M / actor.height))
    mover.actor = actor
