"""A swimmer: what is seen above the water, whose surface is y = 0."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.drawing.capsules import capsule
from imagespeak_core.generators.illustrator.drawing.colours import shade
from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone, group, number, path
from imagespeak_core.generators.illustrator.figures import limbs
from imagespeak_core.generators.illustrator.figures.hair import ear_shows
from imagespeak_core.generators.illustrator.figures.head import hair_behind, head
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.figures.skeleton import Arm, Skeleton

_FOAM = "#f2f8f6"
_BACK = "M-0.5 0.005Q-0.4 -0.05 -0.2 -0.05Q-0.05 -0.1 0.06 0.005Z"
_TRUNKS = "M-0.5 0.005Q-0.42 -0.05 -0.27 -0.05L-0.29 0.005Z"


def swimmer(person: Person, bones: Skeleton, tone: Tone) -> str:
    """Head, back, one arm over the water, and the foam around them."""
    person, at = with_hair_up(person), with_head_up(bones)
    body = bones.body
    size = body.stature
    arms = [
        _arm(size, (-0.05, -0.045), (-0.15, -0.165), (-0.255, -0.05)),
        _arm(size, (0.03, -0.02), (0.13, -0.02), (0.2 + body.head / size * 0.35, -0.035)),
    ]
    bare = person.gender == "man" and person.age != "baby"
    skin = tone(person.skin)
    suit = tone(person.skin if bare else person.top_colour)
    neck = capsule(
        (0.02 * size, -0.03 * size), body.head * 0.2, at.on_head(-0.05, 0.2), body.head * 0.19
    )
    return "".join(
        (
            hair_behind(person, at, tone),
            limbs.arm(body, arms[1], "relaxed", skin, skin, 0.0),
            path(neck, tone(shade(person.skin, 0.13))),
            group(
                path(_BACK, suit),
                path(_TRUNKS, tone(person.bottom_colour)) if bare else "",
                transform=f"scale({number(size)})",
            ),
            head(person, at, "", tone),
            limbs.arm(body, arms[0], "relaxed", skin, skin, 0.0),
            group(_foam(tone(_FOAM), arms[1].wrist[0] / size), transform=f"scale({number(size)})"),
        )
    )


def with_hair_up(person: Person) -> Person:
    """The person with no hair in the water."""
    return person if ear_shows(person) else replace(person, hair="bun")


def with_head_up(bones: Skeleton) -> Skeleton:
    """The joints with the head over the water."""
    head = (0.1 * bones.body.stature, -bones.body.head * 0.51)
    return replace(bones, head=head, head_turn=3.0, view="side")


def _arm(size: float, shoulder: Point, elbow: Point, wrist: Point) -> Arm:
    """An arm from joints in shares of the stature."""
    joints = [(x * size, y * size) for x, y in (shoulder, elbow, wrist)]
    grip = (joints[2][0] + (0.03 if elbow[0] > 0 else -0.03) * size, joints[2][1] + 0.02 * size)
    return Arm(joints[0], joints[1], joints[2], grip, 1.0)


def _foam(colour: str, reach: float) -> str:
    """Low waves along the water, in shares of the stature."""
    waves = "".join(f"q0.045 {-0.03 if k % 2 else -0.018} 0.09 0" for k in range(12))
    return path(
        f"M-0.58 0{waves}Q0.41 0.035 {number(reach - 0.27)} 0.03T-0.58 0Z",
        colour,
        fill_opacity=0.85,
    )
