"""Balls and rackets."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.illustrator.drawing.colours import shade
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    group,
    line,
    path,
)
from imagespeak_core.generators.illustrator.things.in_hand.colours import CREAM, WOOD
from imagespeak_core.generators.illustrator.things.thing import Held

BALL = "#f4efe6"
"""The colour of a football under its dark patches."""


def ball(colour: str, tone: Tone) -> str:
    """A ball with dark patches on its main colour."""
    return football(0.0, 0.0, 0.11, colour, tone)


def football(x: float, y: float, radius: float, colour: str, tone: Tone) -> str:
    """A football around (x, y)."""
    patch = "M0 -0.4L0.38 -0.12L0.24 0.32H-0.24L-0.38 -0.12Z"
    rim = (
        "M-0.28 -0.96L0 -0.76L0.28 -0.96ZM0.98 -0.2L0.78 0.02L0.86 0.5Z"
        "M-0.98 -0.2L-0.78 0.02L-0.86 0.5ZM-0.5 0.86L-0.34 0.66H0.34L0.5 0.86Z"
    )
    return group(
        circle(0, 0, 1, tone(colour)),
        path(patch + rim, tone("#46465a")),
        transform=f"translate({x:.3f} {y:.3f}) scale({radius:.3f})",
    )


def small_ball(colour: str, tone: Tone) -> str:
    """A small ball."""
    return circle(0.0, 0.0, 0.055, tone(colour))


def beach_ball(colour: str, tone: Tone) -> str:
    """A beach ball."""
    return circle(0.05, -0.05, 0.17, tone(CREAM)) + path(
        "M0.05 -0.22Q-0.12 -0.05 0.05 0.12Q-0.04 -0.05 0.05 -0.22Z"
        "M0.05 -0.22Q0.3 -0.05 0.05 0.12Q0.18 -0.05 0.05 -0.22Z",
        tone(colour),
    )


def frisbee(colour: str, tone: Tone) -> str:
    """A frisbee, seen from its edge at a slant."""
    return ellipse(0.06, -0.01, 0.14, 0.045, tone(shade(colour, 0.3))) + ellipse(
        0.06, -0.02, 0.14, 0.042, tone(colour)
    )


def baseball_bat(colour: str, tone: Tone) -> str:
    """A baseball bat with its thick end up."""
    return path(
        "M-0.014 0.1L0.016 0.1L0.02 -0.12L0.05 -0.6Q0.02 -0.66 -0.02 -0.6L-0.014 -0.12Z",
        tone(colour),
    ) + line((0.0, 0.1), (0.002, -0.1), tone(shade(colour, 0.55)), 0.03)


def basketball(colour: str, tone: Tone) -> str:
    """A basketball."""
    return circle(0.07, 0.09, 0.12, tone(colour)) + path(
        "M-0.05 0.09H0.19M0.07 -0.03V0.21M-0.01 0Q0.05 0.09 -0.01 0.18M0.15 0Q0.09 0.09 0.15 0.18",
        stroke=tone(shade(colour, 0.45)),
        stroke_width=0.009,
    )


def racket(colour: str, tone: Tone) -> str:
    """A racket."""
    return (
        line((0.0, 0.06), (0.06, -0.2), tone(WOOD), 0.028)
        + ellipse(
            0.12,
            -0.38,
            0.12,
            0.16,
            tone(CREAM),
            fill_opacity=0.55,
            stroke=tone(colour),
            stroke_width=0.024,
        )
        + path(
            "M0.02 -0.38H0.22M0.12 -0.53V-0.23M0.04 -0.45H0.2M0.04 -0.31H0.2",
            stroke=tone("#c9b9a6"),
            stroke_width=0.008,
        )
    )


ONLY_HELD: Mapping[str, Held] = {
    "small ball": Held(
        small_ball, "#d7e05a", "hold", asked=False, told="ball", shown_by=("throw",)
    ),
    "beach ball": Held(
        beach_ball,
        "#e2604a",
        "lug",
        reach=(0.14, 0.24, 0.24),
        asked=False,
        shown_by=("volleyball",),
    ),
    "racket": Held(racket, "#4f7cac", "raise", reach=(0.05, 0.55, 0.25)),
}
"""What is drawn in hands alone."""
