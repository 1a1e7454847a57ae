"""Things for music, art, play and the weather."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.illustrator.drawing.capsules import chain
from imagespeak_core.generators.illustrator.drawing.colours import shade, tint
from imagespeak_core.generators.illustrator.drawing.paths import discs
from imagespeak_core.generators.illustrator.drawing.splines import rounded
from imagespeak_core.generators.illustrator.drawing.svg import Tone, circle, ellipse, line, path
from imagespeak_core.generators.illustrator.things.in_hand.colours import CREAM, DARK, METAL, WOOD
from imagespeak_core.generators.illustrator.things.thing import Held


def umbrella(colour: str, tone: Tone) -> str:
    """An umbrella."""
    canopy = (
        "M-0.6 -0.62Q-0.5 -1.02 0 -1.04Q0.5 -1.02 0.6 -0.62Q0.5 -0.69 0.4 -0.62"
        "Q0.2 -0.7 0 -0.62Q-0.2 -0.7 -0.4 -0.62Q-0.5 -0.69 -0.6 -0.62Z"
    )
    panels = (
        "M0 -1.04Q-0.34 -0.96 -0.4 -0.62Q-0.5 -0.69 -0.6 -0.62Q-0.5 -1.02 0 -1.04Z"
        "M0 -1.04Q0.02 -0.8 0 -0.62Q0.2 -0.7 0.4 -0.62Q0.34 -0.96 0 -1.04Z"
    )
    return (
        path(
            "M0 -1.09V0.1Q0 0.16 0.05 0.16Q0.1 0.16 0.1 0.1",
            stroke=tone("#6d5648"),
            stroke_width=0.024,
            stroke_linecap="round",
        )
        + path(canopy, tone(colour))
        + path(panels, tone(shade(colour, 0.13)))
    )


def guitar(colour: str, tone: Tone) -> str:
    """A guitar."""
    body = rounded(
        [
            (-0.24, 0.0),
            (-0.18, -0.15),
            (-0.04, -0.13),
            (0.04, -0.1),
            (0.14, -0.11),
            (0.2, 0.0),
            (0.14, 0.11),
            (0.04, 0.1),
            (-0.04, 0.13),
            (-0.18, 0.15),
        ]
    )
    return (
        path("M0.12 -0.026H0.62V0.026H0.12Z", tone("#6b4430"))
        + path("M0.6 -0.035L0.74 -0.05V0.05L0.6 0.035Z", tone("#543526"))
        + path(body, tone(colour))
        + circle(0.05, 0.0, 0.05, tone(shade(colour, 0.6)))
        + path("M-0.1 -0.05V0.05", stroke=tone("#543526"), stroke_width=0.025)
        + path("M-0.1 -0.01H0.66M-0.1 0.012H0.66", stroke=tone(CREAM), stroke_width=0.006)
    )


def violin(colour: str, tone: Tone) -> str:
    """A violin."""
    body = rounded(
        [
            (-0.22, -0.0),
            (-0.16, -0.07),
            (-0.09, -0.04),
            (-0.03, -0.06),
            (0.02, 0.0),
            (-0.03, 0.06),
            (-0.09, 0.04),
            (-0.16, 0.07),
        ]
    )
    return (
        path(body, tone(colour))
        + line((-0.05, 0.0), (0.1, 0.0), tone(DARK), 0.022)
        + line((-0.2, -0.2), (-0.04, 0.14), tone(CREAM), 0.012)
    )


def balloon(colour: str, tone: Tone) -> str:
    """A balloon."""
    return (
        path("M0.0 0.0Q-0.04 -0.3 0.06 -0.62", stroke=tone("#8d8494"), stroke_width=0.009)
        + path("M0.06 -0.66L0.03 -0.61H0.09Z", tone(shade(colour, 0.15)))
        + path(
            rounded(
                [
                    (0.06, -0.65),
                    (-0.08, -0.78),
                    (-0.09, -0.94),
                    (0.06, -1.04),
                    (0.21, -0.94),
                    (0.2, -0.78),
                ]
            ),
            tone(colour),
        )
        + ellipse(0.0, -0.92, 0.03, 0.055, tone(tint(colour, 0.5)))
    )


def kite(colour: str, tone: Tone) -> str:
    """A kite."""
    return (
        path("M0 0Q0.3 -0.3 0.5 -0.9", stroke=tone("#8d8494"), stroke_width=0.009)
        + path("M0.5 -0.9L0.34 -1.2L0.56 -1.5L0.74 -1.16Z", tone(colour))
        + path("M0.5 -0.9L0.54 -1.18L0.56 -1.5L0.74 -1.16Z", tone(shade(colour, 0.18)))
    )


def flowers(colour: str, tone: Tone) -> str:
    """Flowers."""
    return (
        path(
            "M0.0 0.07L-0.05 -0.14M0.0 0.07L0.02 -0.16M0.0 0.07L0.09 -0.12",
            stroke=tone("#6d9f4b"),
            stroke_width=0.016,
        )
        + path(
            discs([(-0.06, -0.17, 0.045), (0.03, -0.2, 0.05), (0.11, -0.15, 0.045)]), tone(colour)
        )
        + path(
            discs([(-0.06, -0.17, 0.016), (0.03, -0.2, 0.018), (0.11, -0.15, 0.016)]),
            tone("#f2d06b"),
        )
    )


def microphone(colour: str, tone: Tone) -> str:
    """A microphone."""
    return line((0.02, 0.09), (-0.02, -0.03), tone(colour), 0.026) + circle(
        -0.03, -0.06, 0.034, tone(METAL)
    )


def brush(colour: str, tone: Tone) -> str:
    """A brush."""
    return line((-0.07, 0.09), (0.07, -0.09), tone(WOOD), 0.018) + path(
        chain([(0.075, -0.095, 0.014), (0.11, -0.14, 0.008)]), tone(colour)
    )


def palette(colour: str, tone: Tone) -> str:
    """A palette."""
    board = rounded(
        [(-0.06, 0.0), (0.02, -0.075), (0.15, -0.08), (0.22, -0.01), (0.15, 0.05), (0.03, 0.06)]
    )
    return (
        path(board, tone(colour))
        + circle(0.05, -0.04, 0.02, tone("#d9573f"))
        + circle(0.11, -0.05, 0.02, tone("#4f7cac"))
        + circle(0.16, -0.015, 0.02, tone("#7fb069"))
        + circle(0.1, 0.02, 0.02, tone("#f2c14e"))
    )


def rod(colour: str, tone: Tone) -> str:
    """A fishing rod."""
    return path(
        "M-0.16 0.1L0.3 -0.34Q0.7 -0.72 1.0 -0.74",
        stroke=tone(colour),
        stroke_width=0.018,
        stroke_linecap="round",
    ) + path("M1.0 -0.74V0.36", stroke=tone("#a8b3ba"), stroke_width=0.007)


def teddy(colour: str, tone: Tone) -> str:
    """A teddy bear."""
    light = tint(colour, 0.4)
    return (
        path(
            discs(
                [
                    (-0.05, -0.16, 0.03),
                    (0.07, -0.16, 0.03),
                    (-0.07, 0.0, 0.03),
                    (0.09, 0.0, 0.03),
                    (-0.04, 0.1, 0.035),
                    (0.06, 0.1, 0.035),
                ]
            ),
            tone(shade(colour, 0.12)),
        )
        + path(discs([(0.01, -0.11, 0.075), (0.01, 0.03, 0.085)]), tone(colour))
        + path(discs([(0.02, -0.085, 0.035), (0.01, 0.04, 0.045)]), tone(light))
        + path(
            discs([(-0.02, -0.125, 0.01), (0.04, -0.125, 0.01), (0.02, -0.095, 0.012)]), tone(DARK)
        )
    )


ONLY_HELD: Mapping[str, Held] = {
    "brush": Held(brush, "#d9573f", "paint", untold=True),
    "palette": Held(palette, "#d9b382", "paint", asked=False, untold=True),
}
"""What is drawn in hands alone."""
