"""Great things of nature and of space: a rainbow, a waterfall, a rocket."""

from __future__ import annotations

import random

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, facet, in_cm
from imagespeak_core.generators.illustrator.drawing.materials import PANE, PAPER, STEEL
from imagespeak_core.generators.illustrator.drawing.shades import shades
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    circle,
    ellipse,
    path,
    rect,
    stroke,
)
from imagespeak_core.generators.illustrator.things.thing import Thing, Words

_BANDS = ("#ee9a4c", "#f3d567", "#86bf72", "#6aaed6", "#9a86c8")


def rainbow(tone: Tone, colour: str, rng: random.Random) -> str:
    """A rainbow; its outermost band has the main colour."""
    c = shades(tone, colour)
    inks = (c.base, *(tone(band) for band in _BANDS))
    return in_cm(
        *(
            path(
                f"M{-300 + 16 * k} 0 A{300 - 16 * k} {300 - 16 * k} 0 0 1 {300 - 16 * k} 0",
                "none",
                stroke=ink,
                stroke_width=17,
                stroke_opacity=1.0 if k == 0 else 0.85,
            )
            for k, ink in enumerate(inks)
        )
    )


def waterfall(tone: Tone, colour: str, rng: random.Random) -> str:
    """Water of the main colour that falls over rocks into a pool."""
    c, rock, foam = shades(tone, colour), shades(tone, "#9a948c"), tone("#eef6f8")
    shift = rng.uniform(-8, 8)
    return in_cm(
        facet("-210,-20 -196,-250 -150,-372 -78,-400 86,-404 150,-360 200,-236 212,-20", rock.dark),
        facet("-210,-20 -196,-250 -150,-372 -84,-380 -96,-20", rock.base),
        facet("-196,-250 -150,-372 -120,-300 -150,-210", rock.light),
        facet("92,-20 86,-384 150,-360 200,-236 212,-20", rock.base),
        facet("120,-290 150,-360 200,-236 156,-200", rock.light),
        blob("-190,-240 -160,-380 -120,-412 -60,-408 -84,-376 -140,-330", tone("#6a9a58")),
        blob("80,-408 130,-404 180,-330 150,-336 100,-378", tone("#6a9a58")),
        ellipse(0, -18, 216, 26, c.dark),
        ellipse(0, -20, 190, 19, c.base),
        path("M-80 -396 Q0 -412 84 -398 Q78 -200 96 -24 L-98 -24 Q-72 -200 -80 -396 Z", c.base),
        *(
            stroke(f"M{x + shift * 0.3} -392 Q{x * 1.02} -200 {x * 1.2} -34", foam, width)
            for x, width in ((-58, 10), (-26, 7), (6, 12), (38, 6), (62, 9))
        ),
        stroke("M-20 -390 Q-24 -200 -30 -40 M24 -390 Q24 -200 30 -40", c.light, 6),
        blob("-110,-14 -96,-40 -60,-48 -24,-38 14,-50 52,-40 92,-44 112,-16 0,-2", foam),
        blob("-206,-4 -196,-38 -150,-46 -126,-8", rock.base),
        blob("140,-6 152,-34 190,-40 208,-4", rock.dark),
        rect(-150, -8, 300, 8, c.dark, rx=4),
    )


def rocket(tone: Tone, colour: str, rng: random.Random) -> str:
    """A rocket of the main colour on its red fins, ready to start."""
    c, body = shades(tone, "#d64f45"), shades(tone, colour)
    return in_cm(
        path("M-60 -120 Q-130 -80 -126 0 L-92 0 Q-90 -40 -56 -56 Z", c.dark),
        path("M60 -120 Q130 -80 126 0 L92 0 Q90 -40 56 -56 Z", c.dark),
        rect(-36, -52, 72, 30, tone(STEEL), rx=6),
        path("M-66 -46 Q-96 -220 -70 -330 Q-40 -430 0 -470 Q40 -430 70 -330 Q96 -220 66 -46 Z",
             body.base),
        path("M24 -46 Q50 -220 40 -330 Q28 -420 0 -470 Q40 -430 70 -330 Q96 -220 66 -46 Z",
             body.dark),
        path("M-62 -352 Q-36 -432 0 -470 Q36 -432 62 -352 Q0 -332 -62 -352 Z", c.base),
        circle(0, -270, 38, tone(STEEL)),
        circle(0, -270, 28, tone(PANE)),
        path("M-78 -120 Q0 -100 78 -120 L74 -92 Q0 -72 -74 -92 Z", c.base),
        path("M-10 -110 L10 -110 L14 0 L-14 0 Z", c.dark),
    )  # fmt: skip


WONDERS = (
    Thing(
        "rainbow",
        6.16,
        3.08,
        rainbow,
        "#d9605a",
        "outdoor",
        "air",
        traits=("open air",),
        found_at="park",
        coloured="never",
        looks=("colourful",),
    ),
    Thing(
        "waterfall",
        4.3,
        4.08,
        waterfall,
        "#7fbcd6",
        "water",
        traits=("open air",),
        found_at="mountains",
        coloured="if asked",
        words=Words(also=("water fall",)),
    ),
    Thing(
        "rocket",
        2.54,
        4.7,
        rocket,
        PAPER,
        "vehicle",
        foot_m=2.4,
        words=Words(also=("rocket ship", "spaceship")),
        traits=("open air",),
        coloured="if asked",
    ),
)
