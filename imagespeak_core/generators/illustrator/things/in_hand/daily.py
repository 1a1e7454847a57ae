"""Things for reading, writing, carrying and travelling."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.illustrator.drawing.colours import shade, tint
from imagespeak_core.generators.illustrator.drawing.paths import discs
from imagespeak_core.generators.illustrator.drawing.splines import rounded
from imagespeak_core.generators.illustrator.drawing.svg import Tone, circle, line, path, rect
from imagespeak_core.generators.illustrator.things.in_hand.colours import CREAM, DARK, METAL
from imagespeak_core.generators.illustrator.things.thing import Held


def book(colour: str, tone: Tone) -> str:
    """A book."""
    return (
        path("M-0.15 -0.16L0.0 -0.11L0.15 -0.16V0.04L0.0 0.09L-0.15 0.04Z", tone(colour))
        + path("M-0.13 -0.17L0.0 -0.125L0.13 -0.17L0.14 0.02L0.0 0.065L-0.14 0.02Z", tone(CREAM))
        + path(
            "M0 -0.125V0.065M-0.1 -0.12L-0.03 -0.095M-0.1 -0.07L-0.03 -0.045"
            "M0.03 -0.095L0.1 -0.12M0.03 -0.045L0.1 -0.07",
            stroke=tone("#c9b9a6"),
            stroke_width=0.01,
        )
    )


def closed_book(colour: str, tone: Tone) -> str:
    """A closed book."""
    return (
        rect(-0.07, -0.1, 0.17, 0.22, tone(CREAM), rx=0.01)
        + rect(-0.085, -0.11, 0.17, 0.22, tone(colour), rx=0.012)
        + rect(-0.045, -0.07, 0.09, 0.04, tone(tint(colour, 0.6)), rx=0.006)
    )


def newspaper(colour: str, tone: Tone) -> str:
    """A newspaper."""
    return path("M-0.22 -0.2L0.0 -0.17L0.22 -0.2V0.12L0.0 0.15L-0.22 0.12Z", tone(colour)) + path(
        "M-0.17 -0.13L-0.04 -0.11M0.04 -0.11L0.17 -0.13M0 -0.17V0.15"
        "M-0.17 -0.06L-0.04 -0.04M-0.17 0L-0.04 0.02M0.04 -0.04L0.17 -0.06M0.04 0.02L0.17 0",
        stroke=tone("#9a93a0"),
        stroke_width=0.014,
    )


def map(colour: str, tone: Tone) -> str:
    """A map."""
    sheet = "M-0.19 -0.15L-0.06 -0.11L0.06 -0.15L0.19 -0.11V0.1L0.06 0.06L-0.06 0.1L-0.19 0.06Z"
    return (
        path(sheet, tone(colour))
        + path(
            "M-0.06 -0.11V0.1M0.06 -0.15V0.06", stroke=tone(shade(colour, 0.2)), stroke_width=0.01
        )
        + path(
            "M-0.15 0.0Q-0.05 -0.1 0.02 -0.02T0.15 -0.05",
            stroke=tone("#d9573f"),
            stroke_width=0.014,
        )
    )


def notebook(colour: str, tone: Tone) -> str:
    """A notebook."""
    return rect(-0.05, -0.13, 0.2, 0.2, tone(colour), rx=0.012) + rect(
        -0.03, -0.11, 0.16, 0.165, tone(CREAM), rx=0.006
    )


def pencil(colour: str, tone: Tone) -> str:
    """A pencil."""
    return line((-0.05, -0.1), (0.035, 0.06), tone(colour), 0.018) + line(
        (0.035, 0.06), (0.05, 0.09), tone(DARK), 0.01
    )


def phone(colour: str, tone: Tone) -> str:
    """A phone."""
    return rect(-0.036, -0.12, 0.072, 0.16, tone(colour), rx=0.014) + circle(
        -0.014, -0.098, 0.011, tone(DARK)
    )


def camera(colour: str, tone: Tone) -> str:
    """A camera."""
    return (
        rect(-0.05, -0.125, 0.07, 0.05, tone(colour), rx=0.012)
        + rect(-0.1, -0.1, 0.19, 0.13, tone(colour), rx=0.022)
        + circle(0.03, -0.035, 0.052, tone("#8fa9ba"))
        + circle(0.03, -0.035, 0.03, tone("#3f5870"))
    )


def bag(colour: str, tone: Tone) -> str:
    """A bag."""
    return (
        path(
            "M-0.07 0.14Q-0.07 0.0 0.0 0.0Q0.07 0.0 0.07 0.14",
            stroke=tone(shade(colour, 0.25)),
            stroke_width=0.018,
        )
        + path(
            "M-0.13 0.12H0.13L0.15 0.36Q0.15 0.38 0.13 0.38H-0.13Q-0.15 0.38 -0.15 0.36Z",
            tone(colour),
        )
        + path("M-0.134 0.17H0.134", stroke=tone(shade(colour, 0.15)), stroke_width=0.012)
    )


def briefcase(colour: str, tone: Tone) -> str:
    """A briefcase."""
    return (
        path("M-0.06 0.06V0.0H0.06V0.06", stroke=tone(shade(colour, 0.3)), stroke_width=0.02)
        + rect(-0.2, 0.05, 0.4, 0.27, tone(colour), rx=0.03)
        + rect(-0.2, 0.16, 0.4, 0.02, tone(shade(colour, 0.22)))
        + rect(-0.025, 0.15, 0.05, 0.05, tone("#e9c46a"), rx=0.008)
    )


def suitcase(colour: str, tone: Tone) -> str:
    """A suitcase."""
    return (
        path(
            "M-0.1 0.25L-0.02 0.0M0.06 0.28L0.03 0.0H-0.03", stroke=tone(METAL), stroke_width=0.018
        )
        + path(discs([(-0.24, 0.77, 0.035), (0.06, 0.77, 0.035)]), tone(DARK))
        + rect(-0.29, 0.22, 0.4, 0.54, tone(colour), rx=0.05)
        + path(
            "M-0.19 0.26V0.72M-0.09 0.26V0.72M0.01 0.26V0.72",
            stroke=tone(shade(colour, 0.18)),
            stroke_width=0.016,
        )
    )


def box(colour: str, tone: Tone) -> str:
    """A box."""
    return rect(-0.14, -0.24, 0.38, 0.3, tone(colour), rx=0.012) + rect(
        -0.0, -0.24, 0.08, 0.3, tone(tint(colour, 0.35))
    )


def parcel(colour: str, tone: Tone) -> str:
    """A present."""
    return (
        path(
            rounded(
                [
                    (-0.07, -0.27),
                    (-0.05, -0.2),
                    (0.02, -0.19),
                    (0.09, -0.2),
                    (0.11, -0.27),
                    (0.02, -0.2),
                ]
            ),
            tone("#e9c46a"),
        )
        + rect(-0.1, -0.2, 0.25, 0.22, tone(colour), rx=0.012)
        + path("M-0.1 -0.09H0.15M0.025 -0.2V0.02", stroke=tone("#e9c46a"), stroke_width=0.03)
    )


def laptop(colour: str, tone: Tone) -> str:
    """A laptop."""
    return path("M0.24 0.0L0.31 -0.26H0.33L0.265 0.02Z", tone(shade(colour, 0.12))) + rect(
        -0.06, 0.0, 0.33, 0.025, tone(colour), rx=0.01
    )


def remote_control(colour: str, tone: Tone) -> str:
    """A remote control with its buttons."""
    buttons = [(x, y, 0.008) for y in (-0.1, -0.075, -0.05) for x in (-0.014, 0.014)]
    return rect(-0.032, -0.14, 0.064, 0.18, tone(colour), rx=0.014) + path(
        discs(buttons), tone("#e6e8ea")
    )


ONLY_HELD: Mapping[str, Held] = {
    "closed book": Held(closed_book, "#3f7d8c", "hold", asked=False, told="book"),
    "bags": Held(bag, "#b5573f", "hang both", asked=False),
    "shopping bags": Held(bag, "#6a9c89", "hang both", asked=False, told="bags"),
    "briefcase": Held(briefcase, "#8a5a3c", "hang"),
    "present": Held(parcel, "#c9476b", "lug", also=("gift",)),
}
"""What is drawn in hands alone."""
