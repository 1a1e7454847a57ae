"""Wheels of cars and buses, in centimetres."""

from __future__ import annotations

from math import cos, pi, sin

from imagespeak_core.generators.illustrator.drawing.materials import CHROME, IRON, STEEL, TYRE
from imagespeak_core.generators.illustrator.drawing.svg import Tone, circle, line, path


def wheel(tone: Tone, x: float, radius: float, *, y: float | None = None, spokes: int = 5) -> str:
    """A car's or a bus's wheel; it stands on the ground unless `y` gives its hub's height."""
    hub_y = -radius if y is None else y
    rim = radius * 0.62
    ends = [(cos(2 * pi * k / spokes), sin(2 * pi * k / spokes)) for k in range(spokes)]
    return "".join(
        (
            circle(x, hub_y, radius, tone(TYRE)),
            circle(x, hub_y, rim, tone(CHROME)),
            *(
                line(
                    (x + cx * rim * 0.4, hub_y + cy * rim * 0.4),
                    (x + cx * rim * 0.8, hub_y + cy * rim * 0.8),
                    tone(STEEL),
                    radius * 0.13,
                )
                for cx, cy in ends
            ),
            circle(x, hub_y, radius * 0.18, tone(IRON)),
        )
    )


def wheel_arch(x: float, radius: float, fill: str, bottom: float = 24) -> str:
    """The dark hollow above a wheel at x, in a body whose lower edge is `bottom` above ground."""
    return path(
        f"M{x - radius} -{bottom} A{radius} {radius * 1.08:.1f} 0 0 1 {x + radius} -{bottom} Z",
        fill,
    )
