"""Who pushes something stands behind it, or beside who pushes it too."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Member, reach

_AT_THE_HANDLE_M = -0.12


def put_to_the_handle(mover: Member, target: Member) -> None:
    """Who pushes a pram or a wheelbarrow walks behind it."""
    mover.mirrored = target.mirrored = bool(target.mirrored)
    away = target.actor.half + reach(mover)[0 if target.mirrored else 1] + _AT_THE_HANDLE_M
    mover.x = target.x + (away if target.mirrored else -away)
    mover.near = target.near + 0.02


def put_after_the_first(cluster: Cluster, mover: Member) -> None:
    """Who pushes together with others pushes on the same side, a little nearer."""
    first = [member for member in cluster.members if member.actor.wanted.action == "push"][-1]
    mover.mirrored = first.mirrored
    mover.x = first.x + (0.42 if first.mirrored else -0.42)
    mover.near = first.near + 0.5


def on_wheels(member: Member) -> bool:
    """Whether somebody sits in a wheelchair."""
    person = member.actor.person
    return person is not None and "wheelchair" in {person.action, person.posture}
