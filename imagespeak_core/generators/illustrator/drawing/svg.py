"""The few words of SVG that every part of a picture is written in.

A part (a person, a dog, a tree) is a function that returns SVG elements in metres: x to the
right, y down, its contact with the ground at (0, 0), so that most of it has negative y.
Who places the part wraps it in `placed`, which knows how many pixels a metre is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from html import escape

Tone = Callable[[str], str]
"""Maps a colour as it is in plain daylight ("#rrggbb") to how it looks in this picture's light."""

Point = tuple[float, float]


def number(value: float) -> str:
    """A coordinate with at most three decimals and no trailing zeros, the same on every machine."""
    text = f"{value:.3f}"
    if text[-1] != "0":
        return text
    text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def at(point: Point) -> str:
    """A point as the commands of a path write it."""
    return f"{number(point[0])} {number(point[1])}"


def element(name: str, content: str = "", /, **attributes: str | float) -> str:
    """One SVG element; `_` in an attribute's name stands for `-` (`stroke_width`)."""
    written = "".join(
        [
            f' {_name(key)}="{escape(value) if isinstance(value, str) else number(value)}"'
            for key, value in attributes.items()
        ]
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


@cache
def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def circle(x: float, y: float, radius: float, fill: str, **more: str | float) -> str:
    """A filled circle."""
    return element("circle", cx=x, cy=y, r=radius, fill=fill, **more)


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: str | float) -> str:
    """A filled ellipse around (x, y)."""
    return element("ellipse", cx=x, cy=y, rx=rx, ry=ry, fill=fill, **more)


def rect(x: float, y: float, width: float, height: float, fill: str, **more: str | float) -> str:
    """A filled rectangle from its upper left corner; `rx` rounds its corners."""
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, **more)


def polygon(points: Iterable[Point], fill: str, **more: str | float) -> str:
    """A filled, straight-edged shape."""
    text = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return element("polygon", points=text, fill=fill, **more)


def path(d: str, fill: str = "none", **more: str | float) -> str:
    """A path from its SVG commands."""
    return element("path", d=d, fill=fill, **more)


def stroke(d: str, colour: str, width: float, **more: str | float) -> str:
    """An open, round-ended line along a path."""
    return element(
        "path",
        d=d,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linecap="round",
        stroke_linejoin="round",
        **more,
    )


def line(start: Point, end: Point, stroke: str, width: float, **more: str | float) -> str:
    """A straight line with round ends."""
    return element(
        "line",
        x1=start[0],
        y1=start[1],
        x2=end[0],
        y2=end[1],
        stroke=stroke,
        stroke_width=width,
        stroke_linecap="round",
        **more,
    )


def group(*parts: str, **attributes: str | float) -> str:
    """Parts that share attributes."""
    return element("g", "".join(parts) or " ", **attributes)


def moved(x: float, y: float, *parts: str, turn: float = 0) -> str:
    """Parts drawn around the origin, moved to (x, y) and turned clockwise by `turn` degrees."""
    turned = f" rotate({number(turn)})" if turn else ""
    return group(*parts, transform=f"translate({number(x)} {number(y)}){turned}")


def scaled(factor: float, *parts: str) -> str:
    """Parts made larger or smaller around the origin."""
    return group(*parts, transform=f"scale({number(factor)})")


def placed(
    part: str, x_px: float, y_px: float, px_per_m: float, *, mirrored: bool = False, id_: str = ""
) -> str:
    """A part in metres, standing at (x, y) of the picture."""
    across = -px_per_m if mirrored else px_per_m
    move = f"translate({number(x_px)} {number(y_px)}) scale({number(across)} {number(px_per_m)})"
    return group(part, id=id_, transform=move) if id_ else group(part, transform=move)
