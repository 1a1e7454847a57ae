"""A school class: pupils at desks, seen from behind, as they look at the board."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.drawing.svg import Tone, group, path, polygon, rect
from imagespeak_core.generators.illustrator.figures.person import seat_height_m
from imagespeak_core.generators.illustrator.grouping.groups import Grouping, Member
from imagespeak_core.generators.illustrator.scene import Given, Wanted

_SEAT_M = 0.45
_DESK_M = 0.72
_DESK_HALF = 0.5
_BEYOND_M = 0.75
"""How far beyond its pupil a desk stands."""
_COVERS = ("#c8574a", "#3f74a8", "#4c9a77", "#d99a3c", "#8a6bb0")


def seat_students(grouping: Grouping) -> None:
    """Gives all who learn and are alone a desk and a chair; they are then placed in rows."""
    if grouping.place.seating.company != "class":
        return
    for cluster in grouping.clusters:
        member = cluster.members[0]
        person = member.actor.person
        if person is None or len(cluster.members) > 1 or not _studies(member.actor):
            continue
        seated = replace(person, action="sit", posture="sit", view="back", signs=(), held=None)
        wanted = replace(member.actor.wanted, action="sit", holding=None)
        member.actor = of_person(member.actor.id, wanted, seated)
        member.lift = max(0.0, _SEAT_M - seat_height_m(seated))
        member.mirrored, member.near = False, 0.0
        desk = Member(_desk(grouping.rng, member.actor), 0.0, -_BEYOND_M)
        chair = Member(_chair(member.actor), 0.0, 0.02)
        cluster.members[:] = [desk, member, chair]
        cluster.in_class = True
        grouping.show(member.actor, "next to", desk.actor)


def is_lesson(subjects: list[Actor], targets: list[Actor]) -> bool:
    """Whether these are pupils with their teacher, who keep their distance in a classroom."""
    taught = bool(subjects) and all(map(_studies, subjects))
    return taught and any(actor.wanted.role == "teacher" for actor in targets)


def _studies(actor: Actor) -> bool:
    wanted = actor.wanted
    young = wanted.role == "student" or (
        wanted.age in {"child", "teenager"} and wanted.role is None
    )
    packed = any(what == "backpack" for what, _ in wanted.wearing)
    return (
        young
        and not packed
        and wanted.action in {None, "stand", "sit", "read", "write", "look", "walk"}
    )


def _desk(rng: random.Random, pupil: Actor) -> Actor:
    return Actor(
        id=f"desk-of-{pupil.id}",
        given=Given("desk", pupil.id),
        wanted=Wanted("thing", "desk"),
        draw=partial(_draw_desk, rng.choice(_COVERS), rng.choice((-1, 1))),
        left=-_DESK_HALF,
        right=_DESK_HALF,
        height=_DESK_M + 0.13,
        stands="ground",
        faces=False,
    )


def _chair(pupil: Actor) -> Actor:
    return Actor(
        id=f"chair-of-{pupil.id}",
        given=Given("seat", pupil.id),
        wanted=Wanted("thing", "chair"),
        draw=_draw_chair,
        left=-0.21,
        right=0.21,
        height=0.74,
        stands="ground",
        faces=False,
    )


def _draw_desk(cover: str, side: int, tone: Tone) -> str:
    """A light table with a book on it, as one sees it over the shoulder of who sits there."""
    wood, edge, steel = tone("#d9a868"), tone("#a9764c"), tone("#7c7f88")
    half, top, far = _DESK_HALF, _DESK_M, _DESK_M + 0.13
    legs = "".join(rect(x, -top, 0.035, top, steel, rx=0.015) for x in (-half + 0.04, half - 0.075))
    book = side * 0.33
    return group(
        legs,
        rect(-half + 0.04, -top + 0.02, 2 * half - 0.08, 0.14, tone("#b98a55")),
        polygon([(-half, -top), (half, -top), (half - 0.05, -far), (0.05 - half, -far)], wood),
        rect(-half, -top - 0.005, 2 * half, 0.045, edge, rx=0.015),
        polygon(
            [
                (book - 0.1, -top - 0.03),
                (book + 0.1, -top - 0.03),
                (book + 0.08, -top - 0.1),
                (book - 0.08, -top - 0.1),
            ],
            tone(cover),
        ),
        path(
            f"M{book - 0.01:.3f} {-top - 0.035:.3f}L{book - 0.01:.3f} {-top - 0.095:.3f}",
            stroke=tone("#f3ead8"),
            stroke_width=0.012,
        ),
    )


def _draw_chair(tone: Tone) -> str:
    wood, steel = tone("#c08a54"), tone("#7c7f88")
    return group(
        rect(-0.19, -0.7, 0.03, 0.7, steel, rx=0.015),
        rect(0.16, -0.7, 0.03, 0.7, steel, rx=0.015),
        rect(-0.2, -0.47, 0.4, 0.05, wood, rx=0.02),
        rect(-0.2, -0.74, 0.4, 0.17, wood, rx=0.05),
    )
