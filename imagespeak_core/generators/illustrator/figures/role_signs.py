"""Signs of a role that are worn: aprons, ties, stethoscopes, bands that shine."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.capsules import chain
from imagespeak_core.generators.illustrator.drawing.colours import shade
from imagespeak_core.generators.illustrator.drawing.paths import discs, straight
from imagespeak_core.generators.illustrator.drawing.splines import outline, rounded
from imagespeak_core.generators.illustrator.drawing.svg import Tone, path
from imagespeak_core.generators.illustrator.figures import torso
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.figures.sign_colours import colour_of_sign
from imagespeak_core.generators.illustrator.figures.skeleton import Skeleton
from imagespeak_core.generators.illustrator.figures.tops import (
    buttons,
    cord,
    middle,
)
from imagespeak_core.generators.illustrator.figures.uniforms import UNIFORMS, Sign, across


def _tie(person: Person, bones: Skeleton, tone: Tone) -> str:
    colour = tone(colour_of_sign(person, "tie"))
    points = [
        (0.88, -0.1),
        (0.88, 0.1),
        (0.83, 0.06),
        (0.55, 0.14),
        (0.49, 0.0),
        (0.55, -0.14),
        (0.83, -0.06),
    ]
    return path(straight([middle(person, bones, up, across) for up, across in points]), colour)


def _bow_tie(person: Person, bones: Skeleton, tone: Tone) -> str:
    colour = tone(colour_of_sign(person, "bow tie"))
    big = 2.0 if person.role == "clown" else 1.0
    rows = [
        (0.9 + 0.03 * big, -0.2 * big),
        (0.9, 0.0),
        (0.9 + 0.03 * big, 0.2 * big),
        (0.88 - 0.04 * big, 0.2 * big),
        (0.88, 0.0),
        (0.88 - 0.04 * big, -0.2 * big),
    ]
    return path(straight([middle(person, bones, up, across) for up, across in rows]), colour)


def _cook_buttons(person: Person, bones: Skeleton, tone: Tone) -> str:
    dots = discs(
        (*middle(person, bones, up, across), bones.body.torso * 0.02)
        for up in (0.72, 0.56, 0.4)
        for across in (-0.22, 0.22)
    )
    return path(dots, tone("#8c8794"))


def _big_buttons(person: Person, bones: Skeleton, tone: Tone) -> str:
    return buttons(person, bones, tone("#cf3f34"), (0.66, 0.42, 0.18), 0.04)


def _stethoscope(person: Person, bones: Skeleton, tone: Tone) -> str:
    tube = [
        middle(person, bones, up, across)
        for up, across in ((0.97, -0.6), (0.8, -0.42), (0.62, -0.1), (0.5, 0.22))
    ]
    other = [
        middle(person, bones, up, across) for up, across in ((0.97, 0.6), (0.8, 0.42), (0.62, -0.1))
    ]
    colour, wide = tone(colour_of_sign(person, "stethoscope")), bones.body.torso * 0.03
    return (
        cord(tube, colour, wide)
        + cord(other, colour, wide)
        + path(discs([(*tube[-1], wide * 1.3)]), tone("#c3c9d1"))
    )


def _badge(person: Person, bones: Skeleton, tone: Tone) -> str:
    x, y = middle(person, bones, 0.7, 0.45)
    r = bones.body.torso * 0.055
    star = [
        (x, y - r),
        (x + r * 0.9, y - r * 0.4),
        (x + r * 0.7, y + r * 0.6),
        (x, y + r * 1.1),
        (x - r * 0.7, y + r * 0.6),
        (x - r * 0.9, y - r * 0.4),
    ]
    return path(straight(star), tone(colour_of_sign(person, "badge")))


def _belt(person: Person, bones: Skeleton, tone: Tone) -> str:
    band = path(outline(*across(person, bones, 0.13, 0.02)), tone(colour_of_sign(person, "belt")))
    buckle = discs([(*middle(person, bones, 0.075), bones.body.torso * 0.04)])
    return band + path(buckle, tone("#f2c14e"))


def _straps(person: Person, bones: Skeleton, tone: Tone) -> str:
    wide = bones.body.torso * 0.075
    strap = [
        middle(person, bones, up, across)
        for up, across in ((0.95, -0.62), (0.8, -0.5), (0.55, -0.62), (0.4, -0.9))
    ]
    rows = ((0.95, 0.62), (0.8, 0.5), (0.55, 0.62), (0.4, 0.9))
    if bones.view == "side":
        rows = ((0.95, 0.66), (0.8, 0.72), (0.55, 0.84), (0.4, 0.98))
    other = [middle(person, bones, up, across) for up, across in rows]
    colour = colour_of_sign(person, "backpack")
    return cord(strap, tone(colour), wide) + cord(other, tone(shade(colour, 0.15)), wide)


def backpack(person: Person, bones: Skeleton, tone: Tone) -> str:
    """The bag on the back of who wears one."""
    if bones.view == "front" or "backpack" not in person.signs:
        return ""
    half = torso.half_widths(person, bones, 0.5)[0]
    left, right = -half * 0.85, half * 0.85
    if bones.view == "side":
        left, right = -half - bones.body.torso * 0.36, -half + bones.body.torso * 0.06
    between = (left + right) / 2
    shape = (
        (right, 0.92),
        (between, 0.96),
        (left, 0.76),
        (left - 0.01, 0.3),
        (left + 0.03, 0.1),
        (right, 0.12),
    )
    pocket = ((left - 0.012, 0.44), (between, 0.45), (between, 0.16), (left + 0.008, 0.15))
    colour = colour_of_sign(person, "backpack")
    return path(rounded([bones.torso(*point) for point in shape]), tone(colour)) + path(
        rounded([bones.torso(*point) for point in pocket]), tone(shade(colour, 0.14))
    )


def _satchel(person: Person, bones: Skeleton, tone: Tone) -> str:
    strap = cord(
        [
            middle(person, bones, 0.95, 0.6),
            middle(person, bones, 0.5, -0.1),
            middle(person, bones, 0.1, -0.85),
        ],
        tone("#7a5238"),
        bones.body.torso * 0.05,
    )
    bag = [
        middle(person, bones, up, across)
        for up, across in ((0.16, -1.4), (0.16, -0.2), (-0.22, -0.1), (-0.22, -1.4))
    ]
    return strap + path(rounded(bag), tone(colour_of_sign(person, "satchel")))


def _camera(person: Person, bones: Skeleton, tone: Tone) -> str:
    x, y = middle(person, bones, 0.5)
    size = bones.body.torso
    strap = cord(
        [middle(person, bones, 0.97, -0.55), (x, y), middle(person, bones, 0.97, 0.55)],
        tone("#4a4453"),
        size * 0.025,
    )
    body = chain([(x - size * 0.08, y, size * 0.065), (x + size * 0.08, y, size * 0.065)])
    return (
        strap
        + path(body, tone(colour_of_sign(person, "camera")))
        + path(discs([(x, y, size * 0.045)]), tone("#9cc7d8"))
    )


def _name_tag(person: Person, bones: Skeleton, tone: Tone) -> str:
    corners = [
        middle(person, bones, up, across)
        for up, across in ((0.68, 0.2), (0.68, 0.7), (0.6, 0.7), (0.6, 0.2))
    ]
    return path(straight(corners), tone(colour_of_sign(person, "name tag")))


def _watch(person: Person, bones: Skeleton, tone: Tone) -> str:
    x, y = middle(person, bones, 0.66, 0.4)
    size = bones.body.torso
    return path(discs([(x, y, size * 0.045)]), tone("#fdf8f0")) + path(
        discs([(x, y, size * 0.024)]), tone("#d9483b")
    )


def _number(person: Person, bones: Skeleton, tone: Tone) -> str:
    corners = [
        middle(person, bones, up, across)
        for up, across in ((0.64, -0.4), (0.64, 0.4), (0.4, 0.4), (0.4, -0.4))
    ]
    stem = cord(
        [middle(person, bones, 0.6), middle(person, bones, 0.44)],
        tone("#45516b"),
        bones.body.torso * 0.05,
    )
    return path(straight(corners), tone("#fdf8f0")) + stem


def _scarf(person: Person, bones: Skeleton, tone: Tone) -> str:
    wrap = chain([(*bones.torso(-0.05, 0.98), 0.045), (*bones.torso(0.05, 0.97), 0.045)])
    end = chain([(*middle(person, bones, 0.95), 0.035), (*middle(person, bones, 0.62, 0.1), 0.04)])
    return path(wrap + end, tone(colour_of_sign(person, "scarf")))


SIGNS: dict[str, Sign] = {
    **UNIFORMS,
    "tie": _tie,
    "bow tie": _bow_tie,
    "cook buttons": _cook_buttons,
    "big buttons": _big_buttons,
    "stethoscope": _stethoscope,
    "badge": _badge,
    "belt": _belt,
    "backpack": _straps,
    "satchel": _satchel,
    "camera": _camera,
    "name tag": _name_tag,
    "watch": _watch,
    "number": _number,
    "scarf": _scarf,
}


def worn(person: Person, bones: Skeleton, tone: Tone) -> str:
    """All of them, over the top and under the near arm."""
    if bones.view == "back":
        return ""
    return "".join(SIGNS[name](person, bones, tone) for name in person.signs)
