"""What an animal's drawing is made of: its joints, its pieces, and those that many share.

Lengths are in centimetres, where the parts are when the animal stands; it faces right.
"""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.generators.illustrator.drawing.centimetres import facet, limb
from imagespeak_core.generators.illustrator.drawing.colours import brightness
from imagespeak_core.generators.illustrator.drawing.materials import INK, PAPER, SHINE
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    Tone,
    circle,
    ellipse,
    number,
    stroke,
)

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Build:
    """Where an animal's joints are, and how thick its legs.

    Attributes:
        hip: Where the near hind leg begins.
        shoulder: Where the near front leg begins.
        back: The height of the back.
        belly: The height of the trunk's lowest point.
        neck: Where the neck leaves the trunk.
        poll: Where the head sits on the neck.
        muzzle: The lowest point of the mouth.
        hind: Widths of a hind leg at its thigh, knee and foot.
        front: Widths of a front leg at its shoulder, knee and foot.
        foot: Length of a paw, or height of a hoof.
        hoofed: Whether it has hooves.
        neck_turns: Whether its neck is drawn apart; else its head moves by itself.
        throat: Width of the neck that shows where the head has moved away.
        pitch: How far the trunk leans down to reach the ground, in degrees.
        nod: How far the head turns down there.
        chin: How far the head turns where it rests on the ground.
        curls: Whether it rolls up when it sleeps.
        root: Where the tail begins.
        tail: How far the tail turns when the animal lies or sits.
    """

    hip: Point
    shoulder: Point
    back: float
    belly: float
    neck: Point
    poll: Point
    muzzle: Point
    hind: Triple
    front: Triple
    foot: float
    hoofed: bool = False
    neck_turns: bool = False
    throat: float = 0.0
    pitch: float = 0.0
    nod: float = 20.0
    chin: float = 4.0
    curls: bool = False
    root: Point = (0, 0)
    tail: float = 30.0

    @property
    def thick(self) -> float:
        """How thick the trunk is."""
        return self.belly - self.back


@dataclass(frozen=True, slots=True)
class Parts:
    """One animal's drawing in pieces, in its colours.

    `legs` are the far and the near ones as it stands. `coats` are the colours of a near and a
    far leg, `feet` those of their feet. `mouth` is drawn on the head of one that calls.
    Where they are others, `throat` is the colour of its neck, `face` that around its eyes and
    `haunch` that of its thigh; `low_head` is its head with the mouth at the ground.
    """

    tail: str
    body: str
    neck: str
    head: str
    eyes: tuple[Triple, ...]
    legs: tuple[str, str]
    coats: tuple[str, str]
    feet: tuple[str, str]
    mouth: str = ""
    throat: str = ""
    face: str = ""
    haunch: str = ""
    low_head: str = ""


def eye(tone: Tone, x: float, y: float, radius: float, coat: str = PAPER) -> str:
    """An animal's eye with a spark of light; on a dark coat the iris is bright, to be seen."""
    spark = circle(x + radius * 0.3, y - radius * 0.35, radius * 0.32, tone(SHINE))
    if brightness(coat) < 0.27:
        bright = circle(x, y, radius * 1.25, tone("#e9c65a"))
        return bright + circle(x, y, radius * 0.75, tone(INK)) + spark
    return circle(x, y, radius, tone(INK)) + spark


def closed_eye(tone: Tone, x: float, y: float, radius: float, coat: str = PAPER) -> str:
    """The shut eye of an animal that sleeps; on a dark coat its lid is light, to be seen."""
    lid = tone("#d8d2c6" if brightness(coat) < 0.27 else INK)
    d = f"M{number(x - radius * 1.3)} {number(y)} q{number(radius * 1.3)} {number(radius * 1.3)} "
    return stroke(f"{d}{number(radius * 2.6)} 0", lid, radius * 0.62)


def hoofed_leg(x: float, width: float, coat: str, hoof: str, *, top: float = -220) -> str:
    """A long, thin leg with a hoof; `width` is that of its thigh at height `top`."""
    shin = width * 0.42 + 2
    half = shin * 0.62
    leg = limb(f"{x},{top},{width} {x + 1},{top * 0.55:.0f},{shin + 3:.1f} {x},-6,{shin:.1f}", coat)
    return leg + facet(f"{x - half},0 {x - half},-8 {x + half},-8 {x + half + 2},0", hoof)


def leg_with_hoof(joints: str, foot_x: float, coat: str, hoof: str, height: float = 9) -> str:
    """A leg along its joints, with a hoof of that height around `foot_x`."""
    half = height * 0.75
    return limb(joints, coat) + facet(
        f"{foot_x - half},0 {foot_x - half * 0.9},{-height} {foot_x + half * 0.55},{-height} "
        f"{foot_x + half * 1.15},0",
        hoof,
    )


def paw(x: float, length: float, fill: str) -> str:
    """A foot on the ground, around x."""
    half = length * 0.26
    return ellipse(x, -half, length / 2, half, fill)
