"""Who hugs an animal kneels before it, with both arms around its neck."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.figures.person import stature_m
from imagespeak_core.generators.illustrator.grouping.groups import Grouped
from imagespeak_core.generators.illustrator.grouping.relating import cluster_of
from imagespeak_core.generators.illustrator.scene import Link

_SMALLEST_M = 0.35
_AS_HIGH = 0.62
"""An animal that is lower beside the person is knelt down to."""
_NECK, _NECK_UP = 0.5, 0.62
"""Where the neck is: before the middle, as a share of half the length, and up, of the height."""


def cuddle(
    grouped: Grouped, casts: list[list[Actor]], links: tuple[Link, ...], actor: Actor
) -> bool:
    """Puts a person's arms around the animal that is hugged; tells whether there is one."""
    cluster, member = cluster_of(grouped, actor.id)
    hugged = {
        other.id
        for link in links
        if actor in casts[link.subject] and link.relation == "with"
        for other in casts[link.target]
        if other.wanted.kind == "animal" and other.height >= _SMALLEST_M
    }
    animal = next((other for other in cluster.members if other.actor.id in hugged), None)
    person = actor.person
    if animal is None or person is None or member.lift or person.posture == "sit":
        return False
    animal.mirrored = bool(animal.mirrored)
    away = animal.actor.half + 0.1 * stature_m(person)
    low = animal.actor.height < _AS_HIGH * stature_m(person)
    neck = (away - _NECK * animal.actor.half, -_NECK_UP * animal.actor.height)
    hugging = replace(
        person,
        action="embrace",
        posture="kneel" if low else None,
        view="side",
        held=None,
        near_to=neck,
        far_to=neck,
    )
    wanted = replace(member.actor.wanted, action="cuddle", holding=None)
    member.actor = of_person(member.actor.id, wanted, hugging)
    member.x = animal.x + (-away if animal.mirrored else away)
    member.near, member.mirrored = animal.near + 0.02, not animal.mirrored
    return True
