"""People who wait in a line, for a bus or at its stop."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member, reach
from imagespeak_core.generators.illustrator.scene import Link
from imagespeak_core.generators.illustrator.things.catalog import having

_AWAITED = having("waited for")
_MOST = 7
_APART_M = 0.08
_BEFORE_STOP_M = 1.6
"""How far towards the onlooker the line is, before a stop or before a bus in the road."""
_BEFORE_BUS_M = 5.0


def stand_in_line(grouping: Grouping) -> None:
    """Lets people who wait for a bus stand in one line."""
    casts, links = grouping.casts, grouping.links
    left: list[Link] = []
    waiting: list[Actor] = []
    awaited: Actor | None = None
    for link in links:
        people, targets = casts[link.subject], casts[link.target]
        if not targets:
            continue
        outside = link.relation not in {"in", "on"}
        if outside and targets[0].wanted.noun in _AWAITED and _wait(people):
            waiting += [actor for actor in people if actor not in waiting]
            awaited = targets[0] if awaited is None or targets[0].stands == "ground" else awaited
        else:
            left.append(link)
    related = {link.subject for link in links if casts[link.target]} | {
        link.target for link in left
    }
    if grouping.place.seating.company == "queue":
        waiting += [
            actor
            for index, people in enumerate(casts)
            if index not in related and _wait(people)
            for actor in people
        ]
    if len(waiting) < 2:
        return
    line = _line(grouping, waiting[:_MOST])
    if awaited is not None:
        _put_before(grouping, line, awaited, waiting[:_MOST])
    grouping.links = tuple(left)


def _wait(people: list[Actor]) -> bool:
    return bool(people) and all(
        actor.person is not None and actor.wanted.action == "stand" for actor in people
    )


def _line(grouping: Grouping, waiting: list[Actor]) -> Cluster:
    """One after the other, all looking the same way."""
    line = Cluster()
    for index, actor in enumerate(waiting):
        own, member = grouping.find(actor)
        person = member.actor.person
        if len(own.members) > 1 or person is None:
            continue
        aside = replace(person, view="side", posture=None)
        member.actor = of_person(actor.id, member.actor.wanted, aside)
        member.mirrored, member.near = False, 0.1 * (index % 2)
        if line.members:
            member.x = line.left - _APART_M - reach(member)[1]
        line.members.append(member)
        grouping.clusters.remove(own)
    if line.members:
        grouping.clusters.append(line)
    return line


def _put_before(grouping: Grouping, line: Cluster, awaited: Actor, waiting: list[Actor]) -> None:
    """The line's head is at the stop's end, or beyond the front of the bus."""
    cluster, target = grouping.find(awaited)
    if not line.members or cluster is line or len(cluster.members) > 1:
        return
    stop = awaited.stands == "ground"
    near = _BEFORE_STOP_M if stop else _BEFORE_BUS_M
    width = line.right - line.left
    end = -0.25 * awaited.half if stop else awaited.half + 0.5 * width
    away = end - line.right
    if target.mirrored is None:
        target.mirrored = False
    for member in line.members:
        _move(member, target, away, near)
        cluster.members.append(member)
    grouping.clusters.remove(line)
    for actor in waiting:
        grouping.show(actor, "next to", awaited)


def _move(member: Member, target: Member, away: float, near: float) -> None:
    member.x += target.x + away
    member.near += target.near + near
