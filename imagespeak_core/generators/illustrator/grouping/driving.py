"""Sets people into vehicles, where they are seen through a window."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.casting.cast import of_person
from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone, element, group, polygon
from imagespeak_core.generators.illustrator.figures.figure import draw_person, one_arm
from imagespeak_core.generators.illustrator.figures.person import Person, skeleton_of
from imagespeak_core.generators.illustrator.grouping.giving import give
from imagespeak_core.generators.illustrator.grouping.groups import Grouping, Member
from imagespeak_core.generators.illustrator.grouping.moves import Move
from imagespeak_core.generators.illustrator.scene import Relation

_FOR_TWO = 2
"""With more windows the driver's own is the last to be taken by others."""
_PANE = "#b4d3dd"
_HAIR_M = 0.05
"""Air between a head and the upper edge of its window."""


def get_aboard(move: Move) -> Relation | None:
    """Sets who drives, or is in a vehicle, behind a window of it while there is a free one."""
    inside = sum(one.actor.person is not None for one in move.cluster.members)
    holds = move.thing is not None and inside < len(move.thing.windows_m)
    if move.mover.actor.person is None or not holds:
        return None
    if move.action not in {"drive", "ride"} and move.relation != "in":
        return None
    _get_in(move.mover, move.target, inside)
    return "in"


def give_vehicles(grouping: Grouping) -> None:
    """Who drives and has nothing to drive sits in a car of their own; in a room, on no account."""
    for cluster in grouping.clusters:
        member = cluster.members[0]
        person = member.actor.person
        if person is None or person.action != "drive" or member.lift:
            continue
        if grouping.place.indoors or len(cluster.members) > 1:
            standing = replace(person, action="stand")
            wanted = replace(member.actor.wanted, action="stand")
            member.actor = of_person(member.actor.id, wanted, standing)
            continue
        car = Member(give(grouping.rng, member.actor, "car", use="gear"))
        cluster.members.insert(0, car)
        _get_in(member, car, 0)
        grouping.show(member.actor, "in", car.actor)


def _get_in(member: Member, vehicle: Member, people: int) -> None:
    """Sets a person behind the first free window of a vehicle in which so many sit already."""
    person, thing = member.actor.person, vehicle.actor.thing
    if person is None or thing is None:
        raise ValueError("only a person gets in, and only into a thing")
    if vehicle.mirrored is None:
        vehicle.mirrored = False
    factor = vehicle.actor.height / thing.height_m
    action = member.actor.wanted.action
    action = action if action in {"drive", "wave"} else "sit"
    seat = people if action == "drive" or len(thing.windows_m) <= _FOR_TWO else people + 1
    windows = thing.windows_m[seat % len(thing.windows_m)]
    window = [(x * factor, y * factor) for x, y in windows]
    seated = replace(
        person,
        action=action,
        posture="sit",
        view="side",
        held=None,
    )
    wanted = replace(member.actor.wanted, action=action, holding=None)
    does = "ride" if member.actor.wanted.action == "ride" else ""
    actor = of_person(member.actor.id, wanted, seated, does)
    left, right = min(x for x, _ in window), max(x for x, _ in window)
    top = min(y for _, y in window)
    away = (left + right) / 2 - skeleton_of(seated).head[0] - (0.06 if action == "drive" else 0.0)
    down = top + _HAIR_M + actor.height
    pane = [(x - away, y - down) for x, y in window]
    member.actor = replace(
        actor,
        draw=partial(_draw_behind, pane, f"{actor.id}-window", seated),
        left=left - away,
        right=right - away,
    )
    member.x = vehicle.x + (-away if vehicle.mirrored else away)
    member.lift, member.near, member.mirrored = -down, vehicle.near, vehicle.mirrored


def _draw_behind(pane: list[Point], id_: str, person: Person, tone: Tone) -> str:
    clip = element("clipPath", polygon(pane, "#ffffff"), id=id_)
    seen = group(draw_person(person, tone), clip_path=f"url(#{id_})")
    if person.action == "wave":
        seen += one_arm(person, tone, near=False)
    return element("defs", clip) + polygon(pane, tone(_PANE), opacity=0.75) + seen
