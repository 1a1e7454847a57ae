"""Food, drink and what they are served in."""

from __future__ import annotations

from collections.abc import Mapping

from imagespeak_core.generators.illustrator.drawing.capsules import chain
from imagespeak_core.generators.illustrator.drawing.colours import shade, tint
from imagespeak_core.generators.illustrator.drawing.paths import discs
from imagespeak_core.generators.illustrator.drawing.splines import rounded
from imagespeak_core.generators.illustrator.drawing.svg import Tone, ellipse, line, path, rect
from imagespeak_core.generators.illustrator.things.in_hand.colours import DARK, METAL, WOOD
from imagespeak_core.generators.illustrator.things.thing import Held


def cup(colour: str, tone: Tone) -> str:
    """A cup."""
    return (
        path("M0.05 -0.035a0.035 0.035 0 0 1 0 0.065", stroke=tone(colour), stroke_width=0.016)
        + path(
            "M-0.045 -0.06H0.055L0.045 0.035Q0.04 0.055 0.02 0.055H-0.015"
            "Q-0.034 0.055 -0.037 0.035Z",
            tone(colour),
        )
        + ellipse(0.005, -0.06, 0.05, 0.012, tone(shade(colour, 0.45)))
    )


def glass(colour: str, tone: Tone) -> str:
    """A glass."""
    return path("M-0.04 -0.085H0.05L0.038 0.06H-0.028Z", tone("#e3f0f3")) + path(
        "M-0.036 -0.04H0.046L0.037 0.052H-0.027Z", tone(colour)
    )


def bottle(colour: str, tone: Tone) -> str:
    """A bottle."""
    body = "M-0.03 -0.06Q-0.012 -0.09 -0.012 -0.13H0.02Q0.02 -0.09 0.038 -0.06V0.1H-0.03Z"
    return path(body, tone(colour)) + rect(-0.016, -0.15, 0.04, 0.03, tone(shade(colour, 0.4)))


def bowl(colour: str, tone: Tone) -> str:
    """A bowl."""
    steam = tint("#f1c48a", 0.3)
    return ellipse(0.03, -0.045, 0.085, 0.022, tone(steam)) + path(
        "M-0.06 -0.05H0.12Q0.115 0.02 0.06 0.035H0.0Q-0.055 0.02 -0.06 -0.05Z", tone(colour)
    )


def plate(colour: str, tone: Tone) -> str:
    """A plate."""
    food = discs([(0.02, -0.05, 0.035), (0.07, -0.045, 0.03), (0.11, -0.05, 0.03)])
    return path(food, tone("#d98a3d")) + path("M-0.05 -0.035H0.19L0.15 0.005H-0.01Z", tone(colour))


def spoon(colour: str, tone: Tone) -> str:
    """A spoon."""
    return line((0.0, 0.02), (-0.06, -0.06), tone(colour), 0.014) + ellipse(
        -0.07, -0.07, 0.022, 0.018, tone(colour)
    )


def apple(colour: str, tone: Tone) -> str:
    """An apple."""
    return (
        path("M0.02 -0.07q0.005 -0.03 0.025 -0.035", stroke=tone(WOOD), stroke_width=0.01)
        + path(discs([(-0.005, -0.025, 0.045), (0.04, -0.025, 0.045)]), tone(colour))
        + ellipse(0.055, -0.085, 0.022, 0.011, tone("#6d9f4b"))
    )


def sandwich(colour: str, tone: Tone) -> str:
    """A sandwich."""
    bread = "M-0.1 -0.02L0 -0.11L0.13 -0.035L0.125 0.02H-0.095Z"
    return path(bread, tone(colour)) + rect(-0.098, -0.026, 0.225, 0.03, tone("#7fa653"))


def ice_cream(colour: str, tone: Tone) -> str:
    """An ice cream."""
    return path("M-0.035 -0.06L0.01 0.06L0.055 -0.06Z", tone("#d9a05b")) + path(
        discs([(-0.012, -0.08, 0.036), (0.034, -0.08, 0.036), (0.01, -0.115, 0.036)]), tone(colour)
    )


def bread(colour: str, tone: Tone) -> str:
    """A bread."""
    return path(chain([(-0.05, 0.06, 0.03), (0.1, -0.22, 0.03)]), tone(colour)) + path(
        "M0.0 -0.01l0.03 0.01M0.03 -0.07l0.03 0.01M0.06 -0.13l0.03 0.01",
        stroke=tone(shade(colour, 0.2)),
        stroke_width=0.01,
    )


def pan(colour: str, tone: Tone) -> str:
    """A pan."""
    return (
        line((-0.02, 0.0), (0.16, 0.0), tone(DARK), 0.024)
        + path(
            discs([(0.24, -0.02, 0.035), (0.3, -0.022, 0.04), (0.35, -0.02, 0.03)]), tone("#e8b04a")
        )
        + path(
            "M0.14 -0.02H0.42L0.395 0.035Q0.39 0.045 0.375 0.045H0.185Q0.17 0.045 0.165 0.035Z",
            tone(colour),
        )
    )


def ladle(colour: str, tone: Tone) -> str:
    """A ladle."""
    return line((0.0, -0.06), (0.03, 0.12), tone(colour), 0.016) + path(
        rounded([(0.01, 0.11), (0.055, 0.11), (0.06, 0.17), (0.02, 0.17)]), tone(colour)
    )


def tray(colour: str, tone: Tone) -> str:
    """A tray."""
    return (
        path("M0.0 -0.05l0.01 -0.1h0.06l0.01 0.1z", tone("#e9c46a"))
        + path("M-0.12 -0.05l0.008 -0.07h0.07l0.008 0.07z", tone("#d9573f"))
        + rect(-0.19, -0.055, 0.4, 0.024, tone(colour), rx=0.012)
    )


def basket(colour: str, tone: Tone) -> str:
    """A basket."""
    fruit = discs([(-0.08, 0.11, 0.05), (0.0, 0.095, 0.055), (0.085, 0.11, 0.05)])
    return (
        path(
            "M-0.12 0.14Q-0.1 0.0 0.0 0.0Q0.1 0.0 0.12 0.14",
            stroke=tone(shade(colour, 0.2)),
            stroke_width=0.02,
        )
        + path(fruit, tone("#d9573f"))
        + path(
            "M-0.16 0.13H0.16L0.13 0.27Q0.125 0.285 0.11 0.285H-0.11Q-0.125 0.285 -0.13 0.27Z",
            tone(colour),
        )
        + path(
            "M-0.148 0.18H0.148M-0.138 0.23H0.138",
            stroke=tone(shade(colour, 0.18)),
            stroke_width=0.012,
        )
    )


def fork(colour: str, tone: Tone) -> str:
    """A fork with its tines up."""
    tines = (
        "M-0.07 -0.1V-0.16M-0.045 -0.1V-0.16M-0.02 -0.1V-0.16M-0.07 -0.1Q-0.045 -0.07 -0.02 -0.1"
    )
    return line((0.0, 0.04), (-0.045, -0.08), tone(colour), 0.014) + path(
        tines, stroke=tone(colour), stroke_width=0.011
    )


def knife(colour: str, tone: Tone) -> str:
    """A table knife with its blade up."""
    return line((0.0, 0.05), (-0.02, -0.03), tone(shade(colour, 0.4)), 0.02) + path(
        "M-0.032 -0.03L-0.065 -0.17Q-0.03 -0.16 -0.006 -0.036Z", tone(colour)
    )


def wine_glass(colour: str, tone: Tone) -> str:
    """A glass on a stem, with a little red wine in it."""
    bowl = "M-0.035 -0.2Q-0.055 -0.09 0 -0.08Q0.055 -0.09 0.035 -0.2Z"
    return (
        line((0.0, -0.09), (0.0, 0.03), tone(colour), 0.012)
        + ellipse(0.0, 0.035, 0.036, 0.009, tone(colour))
        + path(bowl, tone(colour))
        + path("M-0.045 -0.14Q-0.046 -0.09 0 -0.085Q0.046 -0.09 0.045 -0.14Z", tone("#a03048"))
    )


ONLY_HELD: Mapping[str, Held] = {
    "ladle": Held(ladle, METAL, "hold", asked=False, untold=True),
    "tray": Held(tray, METAL, "raise", reach=(0.2, 0.16, 0.22)),
}
"""What is drawn in hands alone."""
