"""Makes animals of their drawings: as they stand, and in each of their poses."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.drawing.centimetres import in_cm
from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone, moved, scaled
from imagespeak_core.generators.illustrator.things import feeding
from imagespeak_core.generators.illustrator.things.animal_parts import Build, Parts
from imagespeak_core.generators.illustrator.things.curled import curled
from imagespeak_core.generators.illustrator.things.gaits import GAITS, Gait
from imagespeak_core.generators.illustrator.things.pose_boxes import BOXES, Box
from imagespeak_core.generators.illustrator.things.quadrupeds import posed, standing
from imagespeak_core.generators.illustrator.things.thing import Draw, Pose, Stand, Thing

Made = Callable[[Tone, str, random.Random], Parts]

_STANDS: dict[str, Stand] = {"swim": "water", "fly": "air"}
_UNKNOWN_BOX = (-500, -1000, 500, 0)


def quadruped(
    thing: Thing,
    made: Made,
    build: Build,
    actions: str,
    *,
    eats: str = "grass",
    factor: float = 1,
    gaits: Mapping[str, Gait] = GAITS,
) -> Thing:
    """A four-legged animal with its poses for actions "run sleep …".

    `thing` is how it stands; `eats` is a kind of food; `factor` makes its poses smaller.
    `gaits` are how it holds itself, by action.
    """
    drawings = {
        action: partial(_gone, made, build, eats, gaits[action], action)
        for action in actions.split()
    }
    poses: dict[str, Draw] = {a: partial(_smaller, d, factor) for a, d in drawings.items()}
    return with_poses(thing, poses, eats=eats)


def with_poses(thing: Thing, drawings: Mapping[str, Draw], *, eats: str = "") -> Thing:
    """An animal with its poses, each brought to the middle of the box measured for it.

    The drawings are in centimetres, on the ground or at the water line; `eats` is the kind of
    food that is drawn with "eat".
    """
    more = tuple(_pose(thing, *drawing, eats=eats) for drawing in drawings.items())
    return replace(thing, poses=thing.poses + more)


def stood(made: Made, *, right: float = 0, factor: float = 1) -> Draw:
    """Draws a four-legged animal as it stands, moved to the right by so many centimetres."""
    return partial(_stood, made, right, factor)


def _stood(
    made: Made, right: float, factor: float, tone: Tone, colour: str, rng: random.Random
) -> str:
    drawn = in_cm(standing(made(tone, colour, rng), tone, colour), right=right)
    return drawn if factor == 1 else scaled(factor, drawn)


def _gone(
    made: Made,
    build: Build,
    eats: str,
    gait: Gait,
    action: str,
    tone: Tone,
    colour: str,
    rng: random.Random,
) -> str:
    if action == "sleep" and build.curls:
        return curled(build, made(tone, colour, rng), tone, colour)
    drawn, mouth = posed(build, made(tone, colour, rng), gait, tone, colour)
    size = max(0.3 * -build.back, 11.0)
    if action == "eat":
        return drawn + moved(mouth[0], 0, feeding.food(tone, eats, size))
    if action == "drink":
        return moved(mouth[0], 0, feeding.water(tone, size * 1.7)) + drawn
    if action == "dig":
        return drawn + moved(mouth[0] - 4, 0, feeding.earth(tone, size * 1.4))
    if action == "bark":
        return drawn + moved(mouth[0] + 2, mouth[1], feeding.sound(tone, size * 1.3))
    if action == "climb":
        return moved(0, 0, drawn, turn=-64)
    if action == "swim":
        half = (build.shoulder[0] - build.hip[0]) * 0.95
        return drawn + moved((build.shoulder[0] + build.hip[0]) / 2, 0, feeding.ripples(tone, half))
    return drawn


def _smaller(draw: Draw, factor: float, tone: Tone, colour: str, rng: random.Random) -> str:
    drawn = draw(tone, colour, rng)
    return drawn if factor == 1 else scaled(factor, drawn)


def _pose(thing: Thing, action: str, draw: Draw, *, eats: str) -> Pose:
    left, top, right, _ = (edge / 1000 for edge in _box(thing.name, action))
    middle, floor = origin_of_pose(thing.name, action)
    return Pose(
        action,
        round(right - left, 3),
        round(floor - top, 3),
        partial(_boxed, draw, -middle * 100, floor * 100),
        _STANDS.get(action, "ground" if thing.stands_on == "air" else None),
        eats if action == "eat" else "",
    )


def _box(animal: str, action: str) -> Box:
    return BOXES.get(animal, {}).get(action, _UNKNOWN_BOX)


def origin_of_pose(animal: str, action: str) -> Point:
    """Where the middle of a pose's lower edge is in its drawing, in metres from its (0, 0)."""
    left, _, right, bottom = (edge / 1000 for edge in _box(animal, action))
    return (left + right) / 2, 0.0 if _STANDS.get(action) == "water" else bottom


def _boxed(draw: Draw, right: float, up: float, tone: Tone, colour: str, rng: random.Random) -> str:
    return in_cm(draw(tone, colour, rng), right=right, up=up)
