"""SVG to PNG, without system fonts, libraries or network."""

from __future__ import annotations

import resvg_py

from imagespeak_core.generators.illustrator.drawing.svg import element, number

_BEHIND = "#8a9a8c"
"""Behind everything, so that a fraction of a pixel at an edge is not see-through."""


def document(content: str, width_px: int, height_px: int) -> str:
    """A whole SVG file of this size around its elements."""
    return element(
        "svg",
        content,
        xmlns="http://www.w3.org/2000/svg",
        width=float(width_px),
        height=float(height_px),
        viewBox=f"0 0 {number(width_px)} {number(height_px)}",
    )


def to_png(svg: str) -> bytes:
    """The PNG of an SVG file, as large as the file says."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, background=_BEHIND, skip_system_fonts=True))


def to_flat_png(svg: str) -> bytes:
    """The same on black and with hard edges: each pixel has a colour of the file, none is mixed."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            background="#000000",
            skip_system_fonts=True,
            shape_rendering="crisp_edges",
        )
    )
