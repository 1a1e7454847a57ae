"""Balls, goals and gear."""

from __future__ import annotations

import random
from math import cos, pi, sin

from imagespeak_core.generators.illustrator.drawing.centimetres import facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import (
    CHROME,
    INK,
    IRON,
    OAK,
    PAPER,
    RED,
    STEEL,
)
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    moved,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.in_hand import play as held_play
from imagespeak_core.generators.illustrator.things.in_hand import sport as held_sport
from imagespeak_core.generators.illustrator.things.thing import Held, Thing, Words


def football(tone: Tone, colour: str, rng: random.Random) -> str:
    """A football; its coat has the main colour, its patches are dark."""
    c, dark = shades(tone, colour), tone(INK)
    turn = rng.uniform(-0.3, 0.3)
    rim = [(11 * cos(turn + k * 2 * pi / 5), 11 * sin(turn + k * 2 * pi / 5)) for k in range(5)]
    heart = " ".join(
        f"{4.2 * cos(turn + k * 2 * pi / 5):.2f},{4.2 * sin(turn + k * 2 * pi / 5) - 11:.2f}"
        for k in range(5)
    )
    seams = "".join(
        f"M{x * 0.38:.2f} {y * 0.38 - 11:.2f} L{x * 0.74:.2f} {y * 0.74 - 11:.2f}" for x, y in rim
    )
    return in_cm(
        circle(0, -11, 11, c.base),
        path("M6 -20.2 A11 11 0 1 1 -9.4 -5.3 A12.6 12.6 0 0 0 6 -20.2 Z", c.dark),
        stroke(seams, dark, 0.6),
        facet(heart, dark),
        *(_patch(x, y, dark) for x, y in rim),
    )


def basketball(tone: Tone, colour: str, rng: random.Random) -> str:
    """A basketball with its seams."""
    c, turn = shades(tone, colour), rng.choice((-20, 0, 15))
    seams = stroke(
        "M-12 0 L12 0 M0 -12 L0 12 M-8.6 -8.4 Q-2.6 0 -8.6 8.4 M8.6 -8.4 Q2.6 0 8.6 8.4",
        tone("#5a3a2c"),
        0.8,
    )
    return in_cm(
        circle(0, -12, 12, c.base),
        path("M6.6 -22 A12 12 0 1 1 -10.2 -5.6 A13.6 13.6 0 0 0 6.6 -22 Z", c.dark),
        moved(0, -12, seams, turn=turn),
        up=0.41,
    )


def tennis_racket(tone: Tone, colour: str, rng: random.Random) -> str:
    """A tennis racket with a ball; it lies or leans."""
    c, grid = shades(tone, colour), tone(PAPER)
    net = "".join(f"M{x} -62 L{x} -42" for x in range(-8, 9, 4)) + "".join(
        f"M-11 {y} L11 {y}" for y in range(-61, -42, 4)
    )
    side = rng.choice((12, 13))
    return in_cm(
        stroke(net, grid, 0.6),
        ellipse(0, -52, 12, 15.4, "none", stroke=c.base, stroke_width=2.4),
        stroke("M-5 -37 L0 -28 L5 -37", c.dark, 2),
        stroke("M0 -28 L0 -16", c.base, 2.6),
        stroke("M0 -15 L0 -2", tone(INK), 3.6),
        circle(side, -3.4, 3.4, tone("#cfdc4f")),
        stroke(f"M{side - 2.6} -5.4 Q{side} -3.4 {side - 2.2} -1", grid, 0.6),
        right=-1.7,
    )


def goal(tone: Tone, colour: str, rng: random.Random) -> str:
    """A football goal with its net."""
    c, net = shades(tone, colour), tone("#dfe4e4")
    mesh = "".join(f"M{x} -196 L{x * 0.92:.0f} -4" for x in range(-200, 201, 20))
    mesh += "".join(f"M-208 {y} L208 {y}" for y in range(-184, 0, 20))
    return in_cm(
        stroke(mesh, net, 1.3, opacity=0.8),
        stroke("M-198 -4 L198 -4", c.dark, 4),
        stroke("M-212 -4 L-212 -204 L212 -204 L212 -4", c.base, 8),
        stroke("M-208 -4 L-208 -200 L208 -200 L208 -4", c.dark, 1.6),
    )


def basketball_hoop(tone: Tone, colour: str, rng: random.Random) -> str:
    """A basketball hoop on a post; its board's frame has the main colour."""
    c = shades(tone, colour)
    net = (
        "M-18 -300 L-10 -262 M18 -300 L10 -262 M-9 -300 L-2 -262 "
        "M9 -300 L2 -262 M-15 -288 L15 -288 M-12 -275 L12 -275"
    )
    return in_cm(
        rect(-26, -10, 52, 10, tone(IRON), rx=4),
        rect(-5, -330, 10, 324, tone(STEEL)),
        rect(1, -330, 4, 324, tone(IRON)),
        rect(-62, -392, 124, 84, c.base, rx=4),
        rect(-56, -386, 112, 72, tone(PAPER), rx=2),
        rect(-20, -352, 40, 30, "none", stroke=c.base, stroke_width=4),
        stroke(net, tone("#dfe4e4"), 1.6),
        ellipse(0, -301, 20, 4, "none", stroke=tone("#e0683a"), stroke_width=4),
    )


def trophy(tone: Tone, colour: str, rng: random.Random) -> str:
    """A cup for the winner."""
    c = shades(tone, colour)
    return in_cm(
        stroke(
            "M-9 -34 Q-17 -34 -15 -26 Q-13 -20 -7 -19 M9 -34 Q17 -34 15 -26 Q13 -20 7 -19",
            c.dark,
            2,
        ),
        path("M-10 -37 L10 -37 Q10 -19 2 -15 L2 -9 L-2 -9 L-2 -15 Q-10 -19 -10 -37 Z", c.base),
        path("M4 -37 L10 -37 Q10 -19 2 -15 L2 -9 L0 -9 L0 -15 Q6 -22 4 -37 Z", c.dark),
        ellipse(0, -37, 10, 1.5, c.light),
        rect(-7, -9, 14, 3, c.dark, rx=1),
        rect(-9, -7, 18, 7, tone(OAK), rx=1),
        facet("-3.6,-31 -1.4,-27.4 -3.6,-24 -5.6,-27.4", c.pale),
    )


def skis(tone: Tone, colour: str, rng: random.Random) -> str:
    """A pair of skis with their poles, standing."""
    c, iron = shades(tone, colour), tone(IRON)
    return in_cm(
        *(stroke(f"M{x} -4 L{x * 0.86:.1f} -118", iron, 1.8) for x in (-26, 26)),
        *(ellipse(x * 0.99, -14, 6, 1.8, iron) for x in (-26, 26)),
        *(stroke(f"M{x * 0.87:.1f} -106 L{x * 0.86:.1f} -120", tone(INK), 4) for x in (-26, 26)),
        path("M-11 0 L-11 -150 Q-11 -168 -7 -168 Q-3 -168 -3 -150 L-3 0 Z", c.base),
        path("M3 0 L3 -150 Q3 -168 7 -168 Q11 -168 11 -150 L11 0 Z", c.base),
        *(rect(x, -150, 2.6, 150, c.dark) for x in (-5.6, 8.4)),
        *(rect(x, -86, 10, 18, tone(INK), rx=2) for x in (-12, 2)),
        *(rect(x, -140, 8, 8, c.pale) for x in (-11, 3)),
    )


def fishing_rod(tone: Tone, colour: str, rng: random.Random) -> str:
    """A fishing rod with line and float."""
    c = shades(tone, colour)
    dip = rng.choice((0, 4))
    return in_cm(
        stroke("M-100 0 L-62 -72 Q-10 -160 92 -196", c.base, 3),
        stroke("M-100 0 L-84 -31", tone(OAK), 6),
        circle(-74, -44, 7, tone(IRON)),
        circle(-74, -44, 3.4, tone(CHROME)),
        stroke(f"M92 -196 Q98 -100 96 {-22 + dip}", tone("#8a8f98"), 0.9),
        ellipse(96, -16 + dip, 3.4, 6, tone(PAPER)),
        path(f"M92.6 {-16 + dip} A3.4 6 0 0 1 99.4 {-16 + dip} Z", tone(RED)),
        up=2.9,
    )


def _patch(x: float, y: float, fill: str) -> str:
    """One of the dark patches at a football's rim, seen from the side."""
    across_x, across_y = -y / 11, x / 11
    corners = ((0.97, 2.9), (0.97, -2.9), (0.78, -2.2), (0.7, 0), (0.78, 2.2))
    points = " ".join(
        f"{x * f + across_x * w:.2f},{y * f + across_y * w - 11:.2f}" for f, w in corners
    )
    return facet(points, fill)


SPORTS = (
    Thing(
        "football",
        0.22,
        0.22,
        football,
        "#f1eee6",
        "sport",
        traits=("ball",),
        shown_by=("kick",),
        coloured="if asked",
        looks=("black", "white"),
        words=Words(also=("sports ball",)),
    ),
    Thing(
        "basketball",
        0.248,
        0.248,
        basketball,
        "#e0803a",
        "sport",
        traits=("ball",),
        shown_by=("basketball",),
        held=Held(
            held_sport.basketball, "#d9803c", "dribble", asked=False, shown_by=("basketball",)
        ),
    ),
    Thing("tennis racket", 0.3, 0.69, tennis_racket, "#3f7fb5", "sport", "surface"),
    Thing(
        "goal",
        4.32,
        2.08,
        goal,
        "#eef0f0",
        "sport",
        found_at="sports field",
    ),
    Thing(
        "basketball hoop",
        1.24,
        3.92,
        basketball_hoop,
        "#d9573f",
        "sport",
        foot_m=0.55,
        coloured="if asked",
    ),
    Thing("trophy", 0.33, 0.39, trophy, "#e6b54a", "sport", "surface", foot_m=0.18),
    Thing(
        "skis",
        0.64,
        1.68,
        skis,
        "#d9573f",
        "sport",
        words=Words(number="many"),
    ),
    Thing(
        "fishing rod",
        2.06,
        1.98,
        fishing_rod,
        "#8a5a3c",
        "sport",
        faces=True,
        foot_m=0.2,
        shown_by=("fish",),
        held=Held(held_play.rod, "#7a5238", "fish", reach=(0.16, 0.76, 1.02), shown_by=("fish",)),
    ),
)
