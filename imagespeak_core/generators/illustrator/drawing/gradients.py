"""Gradients: the definitions of colours that change softly over a shape."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.drawing.svg import element

Stop = tuple[float, str, float]
"""Where (0 is the top or the middle, 1 the bottom or the edge), the colour, and its opacity."""


def gradient(name: str, stops: Sequence[Stop], *, span: tuple[float, float] | None = None) -> str:
    """A linear gradient down a shape.

    With a `span` it goes from that upper to that lower edge, in pixels, whatever the shape.
    """
    if span is None:
        return element("linearGradient", _stops(stops), id=name, x1=0.0, y1=0.0, x2=0.0, y2=1.0)
    return element(
        "linearGradient",
        _stops(stops),
        id=name,
        x1=0.0,
        y1=span[0],
        x2=0.0,
        y2=span[1],
        gradientUnits="userSpaceOnUse",
    )


def glow(name: str, stops: Sequence[Stop]) -> str:
    """A round gradient from the middle outwards."""
    return element("radialGradient", _stops(stops), id=name)


def _stops(stops: Sequence[Stop]) -> str:
    return "".join(
        element("stop", offset=offset, stop_color=colour, stop_opacity=opacity)
        for offset, colour, opacity in stops
    )
