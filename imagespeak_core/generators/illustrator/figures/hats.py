"""Hats and head coverings, in head heights around the middle of the head."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.capsules import chain
from imagespeak_core.generators.illustrator.drawing.colours import shade, tint
from imagespeak_core.generators.illustrator.drawing.paths import discs
from imagespeak_core.generators.illustrator.drawing.splines import outline, rounded
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    group,
    number,
    path,
    rect,
)
from imagespeak_core.generators.illustrator.figures.hat_colours import OWN_COLOURS
from imagespeak_core.generators.illustrator.figures.hats_behind import BACKS, VEIL
from imagespeak_core.generators.illustrator.figures.hats_of_work import (
    WORK_HATS,
    Draw,
    dome,
)
from imagespeak_core.generators.illustrator.figures.person import Person

COVERING = frozenset({"hijab", "clown wig"})
"""What hides all hair."""

_FLAT = {"quiff": "crop", "curls": "crop", "afro": "crop", "bun": "ponytail", "puffs": "braids"}
"""Hair that lies under a hat, for hair that would stand over it."""


def hair_under(person: Person) -> str:
    """The style of what shows of the person's hair."""
    if not person.hat or person.hat in {"headphones", "nurse cap", "crown", "veil"}:
        return person.hair
    return _FLAT.get(person.hair, person.hair)


def _cap(colour: str, turn: float, tone: Tone) -> str:
    peak = (
        outline(
            [(0.3, -0.26), (0.5, -0.25), (0.68, -0.2), (0.7, -0.15)], [(0.55, -0.15), (0.36, -0.15)]
        )
        if turn
        else outline(
            [(-0.34, -0.24), (0.0, -0.33), (0.34, -0.24)],
            [(0.26, -0.12), (0.0, -0.16), (-0.26, -0.12)],
        )
    )
    return path(dome(-0.62, -0.19), tone(colour)) + path(peak, tone(shade(colour, 0.2)))


def _brimmed(colour: str, band: str, wide: float, tone: Tone) -> str:
    return (
        ellipse(0.0, -0.24, wide, 0.1, tone(shade(colour, 0.08)))
        + path(dome(-0.66, -0.24, 0.4), tone(colour))
        + path(chain([(-0.385, -0.32, 0.05), (0.0, -0.29, 0.05), (0.385, -0.32, 0.05)]), tone(band))
    )


def _sun_hat(colour: str, turn: float, tone: Tone) -> str:
    return _brimmed(colour, shade(colour, 0.45), 0.78, tone)


def _straw_hat(colour: str, turn: float, tone: Tone) -> str:
    return _brimmed("#e3b860", "#b5533c", 0.8, tone)


def _beanie(colour: str, turn: float, tone: Tone) -> str:
    return (
        circle(-0.05, -0.68, 0.11, tone(tint(colour, 0.35)))
        + path(dome(-0.64, -0.2), tone(colour))
        + path(
            chain([(-0.42, -0.22, 0.075), (0.0, -0.25, 0.075), (0.42, -0.22, 0.075)]),
            tone(shade(colour, 0.18)),
        )
    )


def _beret(colour: str, turn: float, tone: Tone) -> str:
    shape = rounded(
        [
            (0.42, -0.3),
            (0.34, -0.52),
            (0.05, -0.66),
            (-0.34, -0.68),
            (-0.58, -0.5),
            (-0.56, -0.28),
            (-0.3, -0.3),
            (0.1, -0.34),
        ]
    )
    return path(shape, tone(colour)) + path(
        chain([(0.0, -0.64, 0.03), (0.02, -0.72, 0.025)]), tone(shade(colour, 0.2))
    )


def _headphones(colour: str, turn: float, tone: Tone) -> str:
    x = -0.17 if turn else -0.42
    band = f"M{x} 0Q{x - 0.12} -0.62 0 -0.62" + ("" if turn else "Q0.54 -0.62 0.42 0")
    pads = rect(x - 0.07, -0.04, 0.15, 0.26, tone(colour), rx=0.07)
    if not turn:
        pads += rect(0.35, -0.04, 0.15, 0.26, tone(colour), rx=0.07)
    return (
        path(band, stroke=tone(shade(colour, 0.35)), stroke_width=0.06, stroke_linecap="round")
        + pads
    )


def _hijab(colour: str, turn: float, tone: Tone) -> str:
    hole = [
        (turn + 0.02, -0.3),
        (turn + 0.2, -0.22),
        (turn + 0.255, 0.06),
        (turn + 0.2, 0.3),
        (turn, 0.42),
        (turn - 0.24, 0.34),
        (turn - 0.34, 0.1),
        (turn - 0.26, -0.2),
    ]
    fold = "M-0.3 0.42Q0 0.66 0.3 0.46"
    return path(rounded(VEIL) + rounded(hole), tone(colour), fill_rule="evenodd") + path(
        fold, stroke=tone(shade(colour, 0.2)), stroke_width=0.03, stroke_linecap="round"
    )


def _veil(colour: str, turn: float, tone: Tone) -> str:
    """The flowers that hold a bride's veil."""
    petals = [(-0.3 + turn, -0.36, 0.085), (-0.02 + turn, -0.45, 0.1), (0.24 + turn, -0.36, 0.075)]
    return path(discs(petals), tone("#f3c6d2")) + path(
        discs([(x, y, size * 0.4) for x, y, size in petals]), tone("#e9b44c")
    )


HATS: dict[str, Draw] = {
    **WORK_HATS,
    "cap": _cap,
    "sun hat": _sun_hat,
    "straw hat": _straw_hat,
    "beanie": _beanie,
    "beret": _beret,
    "headphones": _headphones,
    "hijab": _hijab,
    "veil": _veil,
}


def hat(person: Person, width: float, tone: Tone) -> str:
    """What is worn on the head; `width` is half the face, in head heights."""
    turn = 0.15 if person.view == "side" else 0.0
    drawn = HATS[person.hat]
    if person.view == "back":
        drawn = BACKS.get(person.hat, drawn)
    fitted = f"scale({number(width / 0.405)} 1)"
    return group(drawn(person.hat_colour, turn, tone), transform=fitted)


def behind(person: Person, tone: Tone) -> str:
    """The part of a covering or a veil that hangs behind the body."""
    if person.hat == "veil":
        fall = -0.34 if person.view == "side" else 0.0
        shape = rounded(
            [
                (fall, -0.56),
                (fall - 0.34, -0.1),
                (fall - 0.62, 1.4),
                (fall - 0.66, 2.5),
                (fall + 0.5, 2.5),
                (fall + 0.52, 1.2),
                (fall + 0.36, -0.2),
            ]
        )
        return path(shape, tone(OWN_COLOURS["veil"]))
    if person.hat != "hijab":
        return ""
    shape = rounded([(-0.4, 0.0), (-0.5, 0.5), (-0.46, 0.9), (0.0, 1.0), (0.4, 0.9), (0.4, 0.3)])
    return path(shape, tone(shade(person.hat_colour, 0.18)))
