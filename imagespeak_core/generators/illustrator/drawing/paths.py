"""Many simple shapes as the commands of one path, for one element instead of hundreds."""

from __future__ import annotations

from collections.abc import Iterable

from imagespeak_core.generators.illustrator.drawing.svg import Point, at, number

Circle = tuple[float, float, float]
"""x, y, radius."""
Rectangle = tuple[float, float, float, float]
"""Left, top, width, height."""


def straight(corners: Iterable[Point]) -> str:
    """A closed shape with straight edges."""
    return "M" + "L".join(at(corner) for corner in corners) + "Z"


def boxes(rectangles: Iterable[Rectangle]) -> str:
    """Rectangles."""
    return "".join(
        f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h{number(-width)}z"
        for x, y, width, height in rectangles
    )


def seams(ends: Iterable[tuple[float, float]], top: float, low: float) -> str:
    """Straight lines from `top` down to `low`, each from its x up there to its x down here."""
    return "".join(f"M{at((x, top))}L{at((to, low))}" for x, to in ends)


def dots(circles: Iterable[Circle], flat: float = 1.0) -> str:
    """Small circles, `flat` times as high as wide.

    Each goes on from its own left end, which is a third less to write than `discs`.
    """
    written: list[str] = []
    for x, y, radius in circles:
        r, ry, across = number(radius), number(radius * flat), number(radius * 2)
        written.append(
            f"M{number(x - radius)} {number(y)}a{r} {ry} 0 1 0 {across} 0a{r} {ry}"
            f" 0 1 0 -{across} 0"
        )
    return "".join(written)


def oval(x: float, y: float, rx: float, ry: float) -> str:
    """An ellipse."""
    radii = f"{number(rx)} {number(ry)}"
    left, right = at((x - rx, y)), at((x + rx, y))
    return f"M{left}A{radii} 0 1 0 {right}A{radii} 0 1 0 {left}Z"


def disc(x: float, y: float, radius: float) -> str:
    """A circle."""
    return oval(x, y, radius, radius)


def discs(circles: Iterable[Circle]) -> str:
    """Circles, both ends of each written as points, which limbs meet without a seam."""
    return "".join(disc(*circle) for circle in circles)
