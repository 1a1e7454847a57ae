"""Details of tops: collars, hems, buttons, stripes, lapels."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.capsules import between
from imagespeak_core.generators.illustrator.drawing.colours import brightness, shade, tint
from imagespeak_core.generators.illustrator.drawing.paths import discs, straight
from imagespeak_core.generators.illustrator.drawing.splines import curve, outline
from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone, path
from imagespeak_core.generators.illustrator.figures import torso
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.figures.skeleton import Skeleton


def middle(person: Person, bones: Skeleton, up: float, across: float = 0.0) -> Point:
    """A point of the line of buttons; `across` is a share of the half width, 1 the front edge."""
    back, front = torso.half_widths(person, bones, up)
    turn = 0.34 if bones.view == "side" else 0.0
    wide = (front if across > 0 else back) * (1 - turn * (1 if across > 0 else -1))
    return bones.torso(front * turn + across * wide, up)


def cord(points: list[Point], colour: str, width: float) -> str:
    """A smooth line with round ends."""
    return path(curve(points), stroke=colour, stroke_width=width, stroke_linecap="round")


def stripes(person: Person, bones: Skeleton, tone: Tone) -> str:
    """Bands around the trunk."""
    light = brightness(person.top_colour) < 0.6
    colour = tint(person.top_colour, 0.62) if light else shade(person.top_colour, 0.4)
    d = ""
    for up in (0.14, 0.32, 0.5, 0.68):
        back, front = torso.half_widths(person, bones, up)
        d += curve([bones.torso(-back, up), bones.torso(0.0, up - 0.025), bones.torso(front, up)])
    return path(d, stroke=tone(colour), stroke_width=bones.body.torso * 0.065)


def collar(person: Person, bones: Skeleton, colour: str) -> str:
    """Two points of a shirt's collar."""
    size = bones.body.torso
    points = ""
    for side in (-1, 1):
        a = middle(person, bones, 0.99, side * 0.62)
        b = middle(person, bones, 0.86, 0.0)
        c = middle(person, bones, 0.83, side * 0.42)
        d = middle(person, bones, 0.93, side * 0.72)
        points += straight((a, b, c, d))
    return path(points, colour, stroke=colour, stroke_width=size * 0.012, stroke_linejoin="round")


def buttons(
    person: Person, bones: Skeleton, colour: str, ups: tuple[float, ...], size: float = 0.014
) -> str:
    """Buttons down the front."""
    radius = bones.body.torso * size * 1.4
    return path(discs((*middle(person, bones, up), radius) for up in ups), colour)


def opening(person: Person, bones: Skeleton, low: float, colour: str) -> str:
    """The line where a coat closes."""
    line = [middle(person, bones, up) for up in (0.86, 0.5, low)]
    return cord(line, colour, bones.body.torso * 0.016)


def lapels(person: Person, bones: Skeleton, inner: str, colour: str) -> str:
    """A shirt in the neck of a jacket, and the jacket's lapels."""
    low = middle(person, bones, 0.56)
    left, right = middle(person, bones, 0.97, -0.55), middle(person, bones, 0.97, 0.55)
    shirt = straight((left, low, right))
    points = ""
    for side in (-1, 1):
        edge = (
            middle(person, bones, 0.98, side * 0.5), low, middle(person, bones, 0.7, side * 0.42),
            middle(person, bones, 0.8, side * 0.5), middle(person, bones, 0.84, side * 0.34),
            middle(person, bones, 0.97, side * 0.78),
        )  # fmt: skip
        points += straight(edge)
    return path(shirt, inner) + path(points, colour)


def hem_band(person: Person, bones: Skeleton, hem: float, loose: float, colour: str) -> str:
    """The ribbed edge of a jumper."""
    ups = (hem + 0.09, hem)
    back = torso.edge(person, bones, ups, -1, loose)
    front = torso.edge(person, bones, ups[::-1], 1, loose)
    return path(outline(back, front), colour)


def folds(person: Person, bones: Skeleton, share: float, colour: str) -> str:
    """Two folds of a skirt that hangs down to `share` of the legs."""
    d = ""
    legs = sorted((bones.near_leg, bones.far_leg), key=lambda leg: leg.knee[0])
    for leg, across in zip(legs, (-0.35, 0.35), strict=True):
        top = middle(person, bones, 0.12, across)
        low = between(leg.knee, leg.ankle, max(0.0, share * 2 - 1.12))
        d += curve([top, between(top, low, 0.5), low])
    return path(d, stroke=colour, stroke_width=bones.body.torso * 0.03, stroke_linecap="round")


def belt(person: Person, bones: Skeleton, colour: str) -> str:
    """A band around the waist."""
    back = torso.edge(person, bones, (0.44, 0.36), -1, 0.004)
    front = torso.edge(person, bones, (0.36, 0.44), 1, 0.004)
    return path(outline(back, front), colour)


def details(person: Person, bones: Skeleton, hem: float, loose: float, tone: Tone) -> str:
    """What makes this top a shirt, a jumper or a jacket."""
    colour, back = person.top_colour, bones.view == "back"
    dark, light = tone(shade(colour, 0.2)), tone(tint(colour, 0.3))
    drawn = (
        stripes(person, bones, tone) if person.striped and person.top in {"shirt", "jumper"} else ""
    )
    if person.top in {"dress", "gown"}:
        return belt(person, bones, tone(shade(colour, 0.24)))
    if person.top == "jumper":
        return drawn + hem_band(person, bones, hem, loose, tone(shade(colour, 0.14)))
    if back:
        return drawn
    if person.top == "long shirt":
        return opening(person, bones, hem, dark) + collar(person, bones, light)
    if person.top == "jacket":
        lines = opening(person, bones, hem, dark)
        return lines + lapels(person, bones, tone("#f4ece0"), tone(shade(colour, 0.14)))
    if person.top == "coat":
        lines = opening(person, bones, -0.1, dark) + buttons(person, bones, dark, (0.5, 0.3, 0.1))
        return lines + lapels(person, bones, tone(person.bottom_colour), tone(shade(colour, 0.12)))
    return drawn
