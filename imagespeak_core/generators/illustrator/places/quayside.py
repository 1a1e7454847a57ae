"""What lies at a quay and on it: fishing boats, and crates with fish; in metres."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import circle, ellipse, group, path, rect
from imagespeak_core.generators.illustrator.scenery.frame import Frame


def fishing_boat(frame: Frame, colour: str) -> str:
    """A small fishing boat with a cabin and a mast, 5 m long, the water line at 0."""
    tone, lit = frame.mood.tone, frame.mood.lamps_lit
    pane = "#ffe0a0" if lit else tone("#8fb5c4")
    return group(
        ellipse(0, 0.06, 2.7, 0.14, frame.mood.shadow, fill_opacity=0.2),
        rect(-0.04, -3.1, 0.08, 2.2, tone("#8a6a4a")),
        path("M0-3.0L2.3-.95M0-3.0L-2.2-.9", stroke=tone("#8a7a68"), stroke_width=0.03),
        path("M.0-2.6L1.15-1.75L0-1.75Z", tone(lighter(colour, 0.3))),
        rect(-1.25, -1.95, 1.3, 1.15, tone("#f3ecdc")),
        rect(-1.4, -2.08, 1.6, 0.16, tone(colour)),
        path(boxes([(-1.1, -1.75, 0.42, 0.42), (-0.52, -1.75, 0.42, 0.42)]), pane),
        path("M-2.5-.95Q0-.62 2.75-1.15L2.2 .1H-2.0Z", tone(colour)),
        path("M-2.5-.95Q0-.62 2.75-1.15L2.66-.94Q0-.42-2.4-.74Z", tone("#f6efe0")),
        path("M-2.1-.12L2.3-.12L2.2 .1H-2.0Z", tone(darker(colour, 0.35))),
        circle(1.5, -0.48, 0.16, "none", stroke=tone("#e8663f"), stroke_width=0.09),
    )


def crates(frame: Frame) -> str:
    """Crates full of fish, and a coil of rope."""
    tone, rng = frame.mood.tone, frame.rng
    wood = rng.choice(("#b98c5c", "#4f7fae", "#c9a24f"))
    parts = []
    for x, y in ((-0.62, 0.0), (0.02, 0.0), (-0.34, -0.32)):
        parts.append(rect(x, y - 0.32, 0.6, 0.32, tone(wood)))
        parts.append(
            path(
                boxes([(x, y - 0.24, 0.6, 0.03), (x, y - 0.12, 0.6, 0.03)]),
                tone(darker(wood, 0.25)),
            )
        )
        for index in range(4):
            fish = f"M{x + 0.06 + 0.13 * index:.2f} {y - 0.32:.2f}q.06-.14.14 0z"
            parts.append(path(fish, tone("#b9ccd6")))
    parts.append(
        ellipse(0.66, -0.06, 0.24, 0.08, "none", stroke=tone("#d9c59a"), stroke_width=0.07)
    )
    parts.append(
        ellipse(0.66, -0.13, 0.22, 0.07, "none", stroke=tone("#c9b384"), stroke_width=0.07)
    )
    return group(*parts)
