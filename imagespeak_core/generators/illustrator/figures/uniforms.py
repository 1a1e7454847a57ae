"""Aprons, waistcoats, dungarees and other clothes over clothes."""

from __future__ import annotations

from collections.abc import Callable

from imagespeak_core.generators.illustrator.drawing.capsules import between, flat_band
from imagespeak_core.generators.illustrator.drawing.paths import discs
from imagespeak_core.generators.illustrator.drawing.splines import outline
from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone, path
from imagespeak_core.generators.illustrator.figures import torso
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.figures.sign_colours import colour_of_sign
from imagespeak_core.generators.illustrator.figures.skeleton import Skeleton
from imagespeak_core.generators.illustrator.figures.tops import collar, cord, middle

Sign = Callable[[Person, Skeleton, Tone], str]


def across(
    person: Person, bones: Skeleton, up: float, low: float, start: float = -1.0, end: float = 1.0
) -> list[list[Point]]:
    """The two edges of the trunk between two heights."""
    ups = (up, (up + low) / 2, low)
    back = [middle(person, bones, at_, start) for at_ in ups]
    front = [middle(person, bones, at_, end) for at_ in ups]
    return [back, front[::-1]]


def _skirt_part(person: Person, bones: Skeleton, share: float, colour: str) -> str:
    """The lower part of an apron, over the legs."""
    return path(torso.skirt(person, bones, share, -0.004), colour)


def _apron(person: Person, bones: Skeleton, tone: Tone) -> str:
    colour = tone(colour_of_sign(person, "apron"))
    bib = across(person, bones, 0.72, 0.3, -0.62, 1.0 if bones.view == "side" else 0.62)
    strap = cord(
        [middle(person, bones, 0.72, -0.5), middle(person, bones, 0.97, -0.55)],
        colour,
        bones.body.torso * 0.05,
    )
    strap += cord(
        [middle(person, bones, 0.72, 0.6), middle(person, bones, 0.97, 0.5)],
        colour,
        bones.body.torso * 0.05,
    )
    return _skirt_part(person, bones, 0.4, colour) + path(outline(*bib), colour) + strap


def _half_apron(person: Person, bones: Skeleton, tone: Tone) -> str:
    return _skirt_part(person, bones, 0.42, tone(colour_of_sign(person, "half apron")))


def _waistcoat(person: Person, bones: Skeleton, tone: Tone) -> str:
    colour = tone(colour_of_sign(person, "waistcoat"))
    drawn = ""
    for side in (-1, 1):
        outer = [
            middle(person, bones, up, side * wide)
            for up, wide in ((0.94, 0.72), (0.75, 0.86), (0.4, 1.0), (0.08, 1.0))
        ]
        inner = [
            middle(person, bones, up, side * wide)
            for up, wide in ((0.02, 0.0), (0.42, 0.0), (0.94, 0.5))
        ]
        drawn += outline(outer, inner[:2], inner[2:])
    return path(drawn, colour) + collar(person, bones, tone("#fdf8f0"))


def _bands(person: Person, bones: Skeleton, tone: Tone) -> str:
    """Bands that shine, around the trunk and the shins."""
    around = "".join(outline(*across(person, bones, up, up - 0.09, -1.1)) for up in (0.52, 0.0))
    for leg in (bones.far_leg, bones.near_leg):
        shin = [between(leg.knee, leg.ankle, share) for share in (0.5, 0.66)]
        radius = bones.body.leg_radii[1]
        around += flat_band(shin[0], shin[1], radius)
    return path(around, tone("#f0dc6a"))


def _hi_vis(person: Person, bones: Skeleton, tone: Tone) -> str:
    vest = tone(colour_of_sign(person, "hi-vis"))
    drawn = ""
    for side in (-1, 1):
        outer = [
            middle(person, bones, up, side * wide)
            for up, wide in ((0.96, 0.66), (0.75, 0.9), (0.4, 1.03), (0.0, 1.03))
        ]
        inner = [
            middle(person, bones, up, side * wide)
            for up, wide in ((0.0, 0.05), (0.55, 0.08), (0.96, 0.5))
        ]
        drawn += outline(outer, inner[:2], inner[2:])
    band = path(outline(*across(person, bones, 0.4, 0.31)), tone("#f4e9a8"))
    return path(drawn, vest) + band


def _dungarees(person: Person, bones: Skeleton, tone: Tone) -> str:
    colour = tone(colour_of_sign(person, "dungarees"))
    end = 0.68 if bones.view == "side" else 0.48
    bib = across(person, bones, 0.66, -0.04, -0.55, end * 1.2)
    waist = across(person, bones, 0.24, -0.12)
    wide = bones.body.torso * 0.07
    straps = cord(
        [middle(person, bones, 0.64, -0.48), middle(person, bones, 0.96, -0.62)], colour, wide
    )
    straps += cord(
        [middle(person, bones, 0.64, end), middle(person, bones, 0.95, 0.6)], colour, wide
    )
    knobs = discs(
        (*middle(person, bones, 0.63, across), bones.body.torso * 0.026)
        for across in (-0.44, end - 0.03)
    )
    return (
        path(outline(*bib), colour)
        + path(outline(*waist), colour)
        + straps
        + path(knobs, tone("#f2c14e"))
    )


UNIFORMS: dict[str, Sign] = {
    "apron": _apron,
    "half apron": _half_apron,
    "waistcoat": _waistcoat,
    "bands": _bands,
    "hi-vis": _hi_vis,
    "dungarees": _dungarees,
}
