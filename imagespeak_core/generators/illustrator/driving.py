"""Sets people into vehicles, where they are seen through a window."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.cast import Actor, of_person
from imagespeak_core.generators.illustrator.figures.drawing import draw_person
from imagespeak_core.generators.illustrator.figures.person import Person, skeleton_of
from imagespeak_core.generators.illustrator.groups import Member
from imagespeak_core.generators.illustrator.svg import Point, Tone, element, group, polygon

_PANE = "#b4d3dd"
_HAIR_M = 0.05
"""Air between a head and the upper edge of its window."""


def can_hold(vehicle: Actor, people: int) -> bool:
    """Whether there is a free window for one more when so many are in it."""
    return vehicle.thing is not None and people < len(vehicle.thing.windows_m)


def get_in(member: Member, vehicle: Member, people: int) -> None:
    """Sets a person behind the first free window of a vehicle in which so many sit already."""
    person, thing = member.actor.person, vehicle.actor.thing
    if person is None or thing is None:
        raise ValueError("only a person gets in, and only into a thing")
    if vehicle.mirrored is None:
        vehicle.mirrored = False
    factor = vehicle.actor.height / thing.height_m
    window = [(x * factor, y * factor) for x, y in thing.windows_m[people]]
    driving = member.actor.wanted.action == "drive"
    seated = replace(
        person,
        action="drive" if driving else "sit",
        posture="sit",
        view="side",
        held=None,
    )
    wanted = replace(member.actor.wanted, action="drive" if driving else "sit", holding=None)
    actor = of_person(member.actor.id, wanted, seated)
    left, right = min(x for x, _ in window), max(x for x, _ in window)
    top = min(y for _, y in window)
    away = (left + right) / 2 - skeleton_of(seated).head[0] - (0.06 if driving else 0.0)
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
    return element("defs", clip) + polygon(pane, tone(_PANE), opacity=0.75) + seen
