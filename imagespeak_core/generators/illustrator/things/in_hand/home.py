"""Things for the hands at home: knitting, cards, a toothbrush, crutches, a skipping rope."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.illustrator.drawing.colours import shade
from imagespeak_core.generators.illustrator.drawing.svg import Tone, circle, group, path, rect
from imagespeak_core.generators.illustrator.things.in_hand.colours import CREAM, DARK, METAL
from imagespeak_core.generators.illustrator.things.thing import Held


def knitting(colour: str, tone: Tone) -> str:
    """A scarf on two needles that hangs down, with its ball of wool."""
    rows = "".join(f"M-0.085 {y:.2f}q0.0425 0.02 0.085 0t0.085 0" for y in (0.05, 0.11, 0.17, 0.23))
    return (
        rect(-0.095, -0.01, 0.19, 0.3, tone(colour), rx=0.02)
        + path(rows, stroke=tone(shade(colour, 0.22)), stroke_width=0.014)
        + path(
            "M-0.17 0.04L0.09 -0.13M0.17 0.04L-0.07 -0.13",
            stroke=tone("#e8dcc0"),
            stroke_width=0.02,
            stroke_linecap="round",
        )
        + path("M0.08 0.0Q0.24 0.1 0.2 0.24", stroke=tone(colour), stroke_width=0.012)
        + circle(0.2, 0.27, 0.07, tone(shade(colour, 0.08)))
        + path(
            "M0.14 0.25q0.06 -0.05 0.12 0M0.14 0.29q0.06 0.05 0.12 0",
            stroke=tone(shade(colour, 0.25)),
            stroke_width=0.01,
        )
    )


def cards(colour: str, tone: Tone) -> str:
    """Four cards in a fan, their backs to the onlooker."""
    fan = ""
    for turn in (-36, -12, 12, 36):
        card = rect(-0.045, -0.17, 0.09, 0.14, tone(CREAM), rx=0.012)
        card += rect(-0.034, -0.158, 0.068, 0.116, tone(colour), rx=0.006)
        fan += group(card, transform=f"rotate({turn})")
    return fan


def toothbrush(colour: str, tone: Tone) -> str:
    """A toothbrush."""
    return (
        rect(-0.09, -0.025, 0.055, 0.035, tone("#fbfaf5"), rx=0.008)
        + path(
            "M-0.09 -0.0L0.14 0.02",
            stroke=tone(colour),
            stroke_width=0.024,
            stroke_linecap="round",
        )
        + path("M-0.09 -0.03L-0.04 -0.03", stroke=tone("#bfe3ee"), stroke_width=0.024)
    )


def crutch(colour: str, tone: Tone) -> str:
    """Crutches."""
    return (
        path(
            "M0.0 -0.3L0.0 0.8M-0.07 0.0H0.05",
            stroke=tone(colour),
            stroke_width=0.026,
            stroke_linecap="round",
        )
        + path("M-0.045 -0.3H0.045", stroke=tone(DARK), stroke_width=0.05, stroke_linecap="round")
        + path("M0.0 0.79V0.83", stroke=tone(DARK), stroke_width=0.045, stroke_linecap="round")
    )


def scissors(colour: str, tone: Tone) -> str:
    """Scissors."""
    return (
        path(
            "M0.0 0.0L0.17 -0.075M0.0 -0.03L0.17 0.02",
            stroke=tone(METAL),
            stroke_width=0.022,
            stroke_linecap="round",
        )
        + circle(-0.03, 0.02, 0.03, tone(colour))
        + circle(-0.03, -0.045, 0.03, tone(colour))
    )


def rope(colour: str, tone: Tone) -> str:
    """A rope that swings below both feet, seen from the front."""
    return path(
        "M-0.36 -0.02C-0.74 0.4 -0.5 0.94 0.0 0.94S0.74 0.4 0.36 -0.02",
        stroke=tone(colour),
        stroke_width=0.026,
        stroke_linecap="round",
    )


ONLY_HELD: Mapping[str, Held] = {
    "knitting": Held(knitting, "#c9577a", "knit", reach=(0.18, 0.14, 0.27), shown_by=("knit",)),
    "cards": Held(cards, "#c8443a", "cards", shown_by=("cards",)),
    "crutches": Held(crutch, METAL, "crutches", below=0.83, also=("crutch",)),
    "skipping rope": Held(
        rope, "#c8553d", "skip", reach=(0.6, 0.05, 0.6), below=0.955, shown_by=("skip",)
    ),
}
"""What is drawn in hands alone."""
