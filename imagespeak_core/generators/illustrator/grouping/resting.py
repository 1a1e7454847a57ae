"""Lays sleepers down: into a bed under its blanket, or on something soft on the ground."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.svg import Tone, number, path
from imagespeak_core.generators.illustrator.figures.figure import draw_person
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.grouping.giving import give
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member
from imagespeak_core.generators.illustrator.things.catalog import having

LYING = frozenset({"sleep", "lie"})


def lies(person: Person) -> bool:
    """Whether the body lies, asleep or reading."""
    return person.action in LYING or person.posture == "lie"


SPREAD = having("spread out")
"""Cloths on the ground that people and things can be on."""

_MATTRESS_M = 0.5
_PILLOW_M = 0.16
_UNCOVERED = 0.3
"""How much of a sleeper, from the head on, is not under the blanket."""


def lie_in_bed(member: Member, bed: Member) -> None:
    """Lays a person into a bed: the head on the pillow, the rest under the blanket."""
    person = member.actor.person
    if person is None:
        return
    if bed.mirrored is None:
        bed.mirrored = False
    actor = member.actor
    away = bed.actor.left + _PILLOW_M - actor.left
    edge = actor.left + _UNCOVERED * (actor.right - actor.left)
    end = min(actor.right + 0.08, bed.actor.right - 0.08 - away)
    member.actor = replace(
        actor,
        draw=partial(_draw_covered, person, bed.actor.colour, edge, end),
        covered_from=edge,
    )
    member.x = bed.x + (-away if bed.mirrored else away)
    member.lift, member.near, member.mirrored = _MATTRESS_M, bed.near + 0.02, bed.mirrored


def _draw_covered(person: Person, colour: str, left: float, right: float, tone: Tone) -> str:
    blanket = (
        f"M{number(left)} 0.08Q{number(left - 0.03)} -0.3 {number(left + 0.16)} -0.31"
        f"L{number(right - 0.14)} -0.25Q{number(right)} -0.22 {number(right)} 0.1Z"
    )
    fold = (
        f"M{number(left)} 0.08Q{number(left - 0.03)} -0.3 {number(left + 0.16)} -0.31"
        f"Q{number(left + 0.09)} -0.1 {number(left + 0.13)} 0.08Z"
    )
    crease = f"M{number(left + 0.4)} -0.2Q{number((left + right) / 2)} -0.1 {number(right)} -0.13"
    return (
        draw_person(person, tone)
        + path(blanket, tone(colour))
        + path(fold, tone(lighter(colour, 0.35)))
        + path(crease, stroke=tone(darker(colour, 0.15)), stroke_width=0.015)
    )


def lie_on_a_towel(grouping: Grouping, cluster: Cluster, member: Member) -> None:
    """Puts a towel under who lies on the ground."""
    towel = give(grouping.rng, member.actor, "towel", use="gear")
    middle = member.x + (member.actor.left + member.actor.right) / 2 * (
        -1 if member.mirrored else 1
    )
    cluster.members.insert(0, Member(towel, middle, member.near))
    member.lift, member.near = 0.12, member.near + 0.05
    if member.mirrored is None:
        member.mirrored = False
    grouping.show(member.actor, "on", towel)
