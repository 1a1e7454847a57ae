"""Who is to the left and who to the right of each other, wherever each of them stands."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member
from imagespeak_core.generators.illustrator.scene import Side


def take_sides(grouping: Grouping) -> None:
    """Two in different groups go to different sides of the picture."""
    there = {member.actor.id for own in grouping.clusters for member in own.members}
    for left, right in _asked(grouping):
        if not {left.id, right.id} <= there:
            continue
        (one, _), (other, _) = grouping.find(left), grouping.find(right)
        if one is not other:
            _go_to(one, "left")
            _go_to(other, "right")


def _go_to(cluster: Cluster, side: Side) -> None:
    first = cluster.members[0]
    if first.actor.wanted.side is None:
        wanted = replace(first.actor.wanted, side=side)
        first.actor = replace(first.actor, wanted=wanted)


def in_order(grouping: Grouping, members: list[Member]) -> list[Member]:
    """The members of a row from left to right: as they are, but for what the prompt says."""
    row = list(members)
    for left, right in _asked(grouping):
        ids = [member.actor.id for member in row]
        if left.id in ids and right.id in ids and ids.index(left.id) > ids.index(right.id):
            row.insert(ids.index(right.id), row.pop(ids.index(left.id)))
    return row


def _asked(grouping: Grouping) -> list[tuple[Actor, Actor]]:
    """Who is asked to be left of whom."""
    return [
        (one, other) if link.relation == "left of" else (other, one)
        for link in grouping.wished
        if link.relation in {"left of", "right of"}
        for one in grouping.casts[link.subject]
        for other in grouping.casts[link.target]
    ]
