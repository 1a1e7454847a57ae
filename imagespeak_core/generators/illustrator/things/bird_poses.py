"""Birds in their poses: the parts of one drawing, moved; lengths in centimetres, facing right."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, in_cm, limb
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    Tone,
    circle,
    group,
    line,
    moved,
    number,
    path,
    scaled,
    stroke,
)
from imagespeak_core.generators.illustrator.things import feeding
from imagespeak_core.generators.illustrator.things.animal_parts import Triple, closed_eye, eye
from imagespeak_core.generators.illustrator.things.animals import with_poses
from imagespeak_core.generators.illustrator.things.thing import Draw, Thing

_EATS = "grain"
_NEAR_WING = "3,1 1,-7 -6,-15 -17,-21 -14,-15 -15,-12 -11,-9 -11,-5 -5,1"
_FAR_WING = "4,0 7,-8 6,-17 1,-25 0,-18 -3,-17 -2,-10 -3,-3"


@dataclass(frozen=True, slots=True)
class Plumage:
    """One bird's drawing in pieces, in its colours.

    Attributes:
        legs: Its legs as it stands.
        body: All the rest of it as it stands, without its eyes.
        trunk: The body without neck and head.
        head: The head without its eyes, on the trunk.
        eyes: Place and radius of each eye.
        neck_coat: The colour of its neck.
        wings: The colours of the near and of the far wing.
        leg_coat: The colour of its legs.
    """

    legs: str
    body: str
    trunk: str
    head: str
    eyes: tuple[Triple, ...]
    neck_coat: str
    wings: tuple[str, str]
    leg_coat: str


@dataclass(frozen=True, slots=True)
class BirdBuild:
    """Where its parts are: legs (their tops), belly, neck, head, beak and wing, and how large."""

    legs: tuple[Point, Point]
    belly: float
    neck: Point
    head: Point
    beak: Point
    neck_width: float
    wing: Point
    span: float
    leg_width: float


Feathered = Callable[[Tone, str, random.Random], Plumage]


def perched(made: Feathered, *, right: float = 0) -> Draw:
    """Draws a bird as it stands, moved to the right by so many centimetres."""
    return partial(_perched, made, right)


def floating(bird: Plumage, tone: Tone, colour: str) -> str:
    """A bird without its legs."""
    return bird.body + _eyes(bird, tone, colour)


def bird_with_poses(thing: Thing, made: Feathered, build: BirdBuild, actions: str) -> Thing:
    """A bird with its poses for actions "fly eat …"."""
    return with_poses(
        thing,
        {action: partial(_doing, made, build, action) for action in actions.split()},
        eats=_EATS,
    )


def _perched(made: Feathered, right: float, tone: Tone, colour: str, rng: random.Random) -> str:
    bird = made(tone, colour, rng)
    return in_cm(bird.legs + floating(bird, tone, colour), right=right)


def _doing(
    made: Feathered, build: BirdBuild, action: str, tone: Tone, colour: str, rng: random.Random
) -> str:
    bird = made(tone, colour, rng)
    whole = bird.body + _eyes(bird, tone, colour, shut=action == "sleep")
    size = max(8.0, -build.head[1] * 0.5)
    if action == "fly":
        return _flying(bird, build, whole)
    if action in {"sleep", "lie"}:
        return moved(0, -build.belly, whole)
    if action == "swim":
        return moved(0, -build.belly - 0.5, _keel(bird, build) + whole) + _line(tone, build)
    if action == "sing":
        return bird.legs + whole + moved(*build.beak, _notes(tone, size))
    if action == "walk":
        return _striding(bird, build) + whole
    return _pecking(bird, build, tone, colour, size, drinks=action == "drink")


def _keel(bird: Plumage, build: BirdBuild) -> str:
    """What of a swimmer's breast is at the water line."""
    span, low = build.span, build.belly + 0.5
    left, right, high = -0.58 * span, 0.5 * span, low - 0.22 * span
    d = f"M{number(left)} {number(high)} L{number(right)} {number(high)}"
    d += f" Q{number(right * 0.95)} {number(low)} {number(right * 0.6)} {number(low)}"
    d += f" L{number(left * 0.6)} {number(low)} Q{number(left)} {number(low)} {number(left)}"
    return path(f"{d} {number(high)} Z", bird.wings[1])


def _line(tone: Tone, build: BirdBuild) -> str:
    return feeding.ripples(tone, 0.8 * build.span)


def _flying(bird: Plumage, build: BirdBuild, whole: str) -> str:
    factor = build.span / 20
    near, far = (
        moved(*build.wing, scaled(factor, blob(outline, fill)))
        for outline, fill in ((_NEAR_WING, bird.wings[0]), (_FAR_WING, bird.wings[1]))
    )
    feather = moved(
        *build.wing,
        scaled(factor, stroke("M-2 -4 Q-7 -11 -13 -16 M-1 -1 Q-6 -6 -11 -9", bird.wings[1], 0.8)),
    )
    x, y = build.wing
    return group(far + whole + near + feather, transform=f"rotate(14 {number(x)} {number(y)})")


def _striding(bird: Plumage, build: BirdBuild) -> str:
    w = build.leg_width
    drawn = []
    for (x, y), ahead in zip(build.legs, (-0.45, 0.45), strict=True):
        end = x + ahead * -y
        drawn.append(line((x, y), (end, -w / 2), bird.leg_coat, w))
        drawn.append(line((end, -w / 2), (end + 0.4 * -y, -w / 2), bird.leg_coat, w))
    return "".join(drawn)


def _pecking(
    bird: Plumage, build: BirdBuild, tone: Tone, colour: str, size: float, *, drinks: bool
) -> str:
    pivot = build.legs[0]
    turn = 16
    head_x, head_y = build.head
    dx = 0.32 * -head_y
    nod = 38.0
    head = group(
        bird.head + _eyes(bird, tone, colour),
        transform=f"rotate({number(nod)} {number(head_x)} {number(head_y)})",
    )
    reach = build.beak[0] - head_x
    down = -head_y - 0.9 * reach
    lowered = moved(dx, down, head)
    neck = limb(
        f"{number(build.neck[0])},{number(build.neck[1])},{number(build.neck_width * 1.3)} "
        f"{number(head_x + dx)},{number(head_y + down)},{number(build.neck_width)}",
        bird.neck_coat,
    )
    trunk = group(bird.trunk, transform=f"rotate({turn} {number(pivot[0])} {number(pivot[1])})")
    x = head_x + dx + reach * 0.75
    if drinks:
        return moved(x, 0, feeding.water(tone, size * 1.6)) + bird.legs + trunk + neck + lowered
    return bird.legs + trunk + neck + lowered + moved(x, 0, feeding.food(tone, _EATS, size))


def _notes(tone: Tone, size: float) -> str:
    ink = tone("#6b6f7c")
    drawn = (
        circle(5, -4, 1.6, ink),
        stroke("M6.4 -4 L6.4 -11 Q9 -10 9.4 -7.6", ink, 0.9),
        circle(13, -10, 1.6, ink),
        stroke("M14.4 -10 L14.4 -17 Q17 -16 17.4 -13.6", ink, 0.9),
    )
    return scaled(size / 16, *drawn)


def _eyes(bird: Plumage, tone: Tone, colour: str, *, shut: bool = False) -> str:
    drawn = closed_eye if shut else eye
    return "".join(drawn(tone, *place, colour) for place in bird.eyes)
