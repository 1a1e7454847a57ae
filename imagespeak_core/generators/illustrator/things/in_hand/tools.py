"""Tools, and what stands on the ground beside a hand."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.illustrator.drawing.capsules import chain
from imagespeak_core.generators.illustrator.drawing.colours import shade
from imagespeak_core.generators.illustrator.drawing.svg import Tone, circle, line, path, rect
from imagespeak_core.generators.illustrator.things.in_hand.colours import CREAM, METAL, WOOD
from imagespeak_core.generators.illustrator.things.thing import Held


def broom(colour: str, tone: Tone) -> str:
    """A broom."""
    return line((-0.13, -0.5), (0.16, 0.62), tone(WOOD), 0.024) + path(
        "M0.11 0.6L0.2 0.575L0.33 0.86L0.06 0.9Z", tone(colour)
    )


def pitchfork(colour: str, tone: Tone) -> str:
    """A pitchfork."""
    return line((0.0, -0.45), (0.0, 0.9), tone(WOOD), 0.028) + path(
        "M-0.08 -0.78V-0.56Q-0.08 -0.48 0.0 -0.48Q0.08 -0.48 0.08 -0.56V-0.78M0 -0.48V-0.78",
        stroke=tone(colour), stroke_width=0.02, stroke_linecap="round",
    )  # fmt: skip


def hammer(colour: str, tone: Tone) -> str:
    """A hammer."""
    return line((0.0, 0.06), (0.0, -0.2), tone(WOOD), 0.028) + path(
        "M-0.05 -0.25H0.07Q0.1 -0.22 0.11 -0.18L0.03 -0.19H-0.05Z", tone(colour)
    )


def watering_can(colour: str, tone: Tone) -> str:
    """A watering can."""
    return (
        path(
            "M-0.12 0.1Q-0.12 0.0 0.0 0.0Q0.08 0.0 0.1 0.08",
            stroke=tone(shade(colour, 0.2)),
            stroke_width=0.02,
        )
        + path("M0.12 0.24L0.3 0.06L0.33 0.09L0.12 0.31Z", tone(shade(colour, 0.12)))
        + path("M-0.14 0.08H0.12L0.14 0.32H-0.16Z", tone(colour))
    )


def hose(colour: str, tone: Tone) -> str:
    """A hose."""
    return path(
        "M0.0 0.0Q-0.1 0.3 0.1 0.5T-0.1 0.86",
        stroke=tone(colour),
        stroke_width=0.045,
        stroke_linecap="round",
    ) + path("M-0.03 -0.03L0.16 -0.05L0.17 0.03L-0.02 0.035Z", tone("#e9c46a"))


def clipboard(colour: str, tone: Tone) -> str:
    """A clipboard."""
    return (
        rect(-0.06, -0.15, 0.2, 0.27, tone(colour), rx=0.015)
        + rect(-0.04, -0.12, 0.16, 0.22, tone(CREAM))
        + rect(0.01, -0.165, 0.06, 0.035, tone(METAL), rx=0.01)
        + path(
            "M-0.01 -0.06H0.09M-0.01 -0.01H0.09M-0.01 0.04H0.06",
            stroke=tone("#9a93a0"),
            stroke_width=0.013,
        )
    )


def stick(colour: str, tone: Tone) -> str:
    """A walking stick."""
    return path(
        "M-0.08 0.0Q-0.06 -0.05 0.0 -0.02L0.06 0.78",
        stroke=tone(colour),
        stroke_width=0.03,
        stroke_linecap="round",
    )


def branch(colour: str, tone: Tone) -> str:
    """A short stick of a tree."""
    return path(
        "M-0.2 0.1L0.26 -0.13M0.08 -0.04L0.12 -0.14",
        stroke=tone(colour),
        stroke_width=0.03,
        stroke_linecap="round",
    )


def pointer(colour: str, tone: Tone) -> str:
    """A pointer."""
    return line((-0.06, 0.02), (0.5, -0.3), tone(colour), 0.016)


def lead(colour: str, tone: Tone) -> str:
    """A lead."""
    return path(
        "M0.0 0.0Q0.16 0.38 0.55 0.36",
        stroke=tone(colour),
        stroke_width=0.016,
        stroke_linecap="round",
    )


def flask(colour: str, tone: Tone) -> str:
    """A flask."""
    glass = "M-0.02 -0.16H0.03V-0.07L0.08 0.03Q0.085 0.05 0.06 0.05H-0.05"
    glass += "Q-0.075 0.05 -0.07 0.03L-0.02 -0.07Z"
    return path(glass, tone("#e3f0f3")) + path(
        "M-0.037 -0.035H0.047L0.075 0.03Q0.08 0.045 0.06 0.045H-0.05Q-0.07 0.045 -0.065 0.03Z",
        tone(colour),
    )


def torch(colour: str, tone: Tone) -> str:
    """A torch."""
    return path(
        chain([(-0.05, 0.0, 0.022), (0.06, 0.0, 0.022), (0.1, 0.0, 0.038)]), tone(colour)
    ) + circle(0.13, 0.0, 0.026, tone("#fbe7a1"))


ONLY_HELD: Mapping[str, Held] = {
    "pitchfork": Held(
        pitchfork, METAL, "staff", reach=(0.1, 0.8, 0.1), below=0.9, asked=False, told="fork"
    ),
    "hammer": Held(hammer, "#7f8794", "hold"),
    "hose": Held(
        hose, "#c8553d", "hold", reach=(0.12, 0.08, 0.2), below=0.88, asked=False, untold=True
    ),
    "clipboard": Held(clipboard, "#8a5a3c", "hold"),
    "walking stick": Held(stick, "#7a5238", "lean on", below=0.79, also=("cane",)),
    "stick": Held(branch, "#7a5238", "hold", reach=(0.22, 0.15, 0.28)),
    "pointer": Held(pointer, WOOD, "hold", reach=(0.08, 0.32, 0.52), asked=False, untold=True),
    "lead": Held(lead, "#8a4b3c", "lead", reach=(0.02, 0.05, 0.57), asked=False, untold=True),
    "flask": Held(flask, "#7fb069", "raise", asked=False, untold=True),
    "torch": Held(torch, "#56606e", "hold"),
}
"""What is drawn in hands alone."""
