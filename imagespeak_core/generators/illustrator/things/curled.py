"""An animal that sleeps rolled up, its head on its tail."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.centimetres import blob, limb
from imagespeak_core.generators.illustrator.drawing.svg import Tone, group, moved, number, stroke
from imagespeak_core.generators.illustrator.things.animal_parts import Build, Parts, closed_eye

_BACK = (
    (-1, -0.62), (-0.86, -1.25), (-0.42, -1.78), (0.12, -1.92), (0.62, -1.6), (0.98, -0.95),
    (0.96, -0.2), (0.3, 0), (-0.6, 0), (-0.94, -0.16),
)  # fmt: skip
"""The outline of the body, in halves of its width and of its height."""


def curled(build: Build, parts: Parts, tone: Tone, colour: str) -> str:
    """The animal asleep on the ground, in centimetres."""
    wide = 0.5 * (build.shoulder[0] - build.hip[0]) + 0.42 * build.thick
    high = 0.66 * build.thick
    coat, shade = parts.coats
    outline = " ".join(f"{number(x * wide)},{number(y * high)}" for x, y in _BACK)
    thigh = f"M{number(-0.5 * wide)} {number(-1.18 * high)}"
    thigh += (
        f" q{number(0.52 * wide)} {number(0.1 * high)} {number(0.34 * wide)} {number(0.94 * high)}"
    )
    thick = 0.3 * build.thick
    tail = _along(
        ((-0.9, -0.5, 1.0), (-0.66, -0.14, 1.1), (-0.1, -0.12, 1.0), (0.5, -0.12, 0.7)),
        wide, high, thick,
    )  # fmt: skip
    paw = _along(((0.5, -0.3, 1.2), (0.9, -0.14, 1.1), (1.24, -0.14, 0.9)), wide, high, thick)
    return (
        blob(outline, coat)
        + stroke(thigh, shade, 0.05 * build.thick)
        + limb(tail, shade)
        + limb(paw, shade)
        + _head(build, parts, tone, colour, wide)
    )


def _head(build: Build, parts: Parts, tone: Tone, colour: str, wide: float) -> str:
    x, y = build.poll
    around = parts.face or colour
    eyes = "".join(closed_eye(tone, *place, around) for place in parts.eyes)
    turned = group(parts.head + eyes, transform=f"rotate(8 {number(x)} {number(y)})")
    return moved(0.5 * wide - x, -build.muzzle[1] - 3.4, turned)


def _along(
    joints: tuple[tuple[float, float, float], ...], wide: float, high: float, thick: float
) -> str:
    return " ".join(
        f"{number(x * wide)},{number(y * high)},{number(width * thick)}" for x, y, width in joints
    )
