"""What a four-legged animal's drawing is made of: its joints and its pieces.

Lengths are in centimetres, where the parts are when the animal stands; it faces right.
"""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.generators.illustrator.drawing.svg import Point

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
