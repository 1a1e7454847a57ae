"""A painted picture once more in flat colours that tell what each pixel belongs to, as SVG.

What is red tells whose it is, what is green which part of a person, and what is blue which marked
part of the place's back.
"""

from __future__ import annotations

import io
import re

from PIL import Image

from imagespeak_core.generators.illustrator.drawing.colours import hexed
from imagespeak_core.generators.illustrator.drawing.render import to_flat_png
from imagespeak_core.generators.illustrator.drawing.svg import element, number

Channels = tuple[Image.Image, Image.Image, Image.Image]
"""Red, green and blue."""

_BLACK = "#000000"
HEAD, HELD = 127, 255
_PARTS = {"head": HEAD, "held": HELD}
"""The green of the parts of a person; all else has none."""
OTHER = 255
"""The red of what nobody asks for; each piece has its own, from 1 on."""

_FAINT = r"0(?:\.[0-7]\d*)?"
"""An opacity below 0.8, such as that of glass and water: what is behind can be seen."""
_LEAVE_OUT = (
    (re.compile(rf' opacity="{_FAINT}"'), ' display="none"'),
    (re.compile(rf' fill="[^"]*"([^>]*?) fill-opacity="{_FAINT}"'), r' fill="none"\1'),
    (re.compile(rf' stroke="[^"]*"([^>]*?) stroke-opacity="{_FAINT}"'), r' stroke="none"\1'),
    # Soft gradients are shadows and the light of lamps; but clouds are as soft.
    (re.compile(r' fill="url\(#(?!cloud)[^"]*"'), ' fill="none"'),
    (re.compile(r' (?:filter|opacity|fill-opacity|stroke-opacity)="[^"]*"'), ""),
)
_COLOUR = re.compile(r' (fill|stroke)="(?:#|url)[^"]*"')
_PAINT = re.compile(r' (fill|stroke)="(?!none)[^"]*"')
_PART = re.compile(r'<g class="([^"]+)"')
_GROUP = re.compile(r"<(/?)g\b[^>]*>")


def flat_piece(svg: str, code: int) -> str:
    """All that is not faint in one colour; the parts of a person differ in green."""
    one = hexed(code, 0, 0)
    svg, spans = _plain(svg, one)
    for start, end, part in spans:
        own = hexed(code, _PARTS.get(part, 0), 0)
        svg = svg[:start] + svg[start:end].replace(one, own) + svg[end:]
    return svg


def flat_back(svg: str) -> tuple[str, list[str]]:
    """A place's back in black, but for what is marked with its noun: these differ in blue."""
    svg, spans = _plain(svg, _BLACK)
    for code, (start, end, _) in enumerate(spans[: OTHER - 1], 1):
        own = svg[start:end].replace(_BLACK, hexed(0, 0, code))
        svg = svg[:start] + own + svg[end:]
    return svg, [noun for _, _, noun in spans[: OTHER - 1]]


def only_group(svg: str, id_: str) -> str:
    """All with no colour but the group with this id; empty where there is none."""
    found = re.search(rf'<g (?:class="[^"]*" )?id="{id_}"', svg)
    if found is None:
        return ""
    start, end = found.start(), _end(svg, found.start())
    own = svg[start:end]
    for faint, put in _LEAVE_OUT[:3]:
        own = faint.sub(put, own)
    own = _PAINT.sub(rf' \1="{hexed(OTHER, 0, 0)}"', own)
    blank = r' \1="none"'
    return _PAINT.sub(blank, svg[:start]) + own + _PAINT.sub(blank, svg[end:])


def _plain(svg: str, colour: str) -> tuple[str, list[tuple[int, int, str]]]:
    """All that is not faint in one colour; then where each group with a class is, and its class."""
    for faint, put in _LEAVE_OUT:
        svg = faint.sub(put, svg)
    svg = _COLOUR.sub(rf' \1="{colour}"', svg)
    spans = [(part.start(), _end(svg, part.start()), part[1]) for part in _PART.finditer(svg)]
    return svg, spans


def _end(svg: str, start: int) -> int:
    """Where the group that begins there ends."""
    depth = 0
    for tag in _GROUP.finditer(svg, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    raise ValueError("the group does not end")


def raster(content: str, size: tuple[float, float], unit: float) -> Channels:
    """Its red, green and blue, one pixel for each `unit`."""
    wide, tall = round(size[0] / unit), round(size[1] / unit)
    svg = element(
        "svg",
        content,
        xmlns="http://www.w3.org/2000/svg",
        width=float(wide),
        height=float(tall),
        viewBox=f"0 0 {number(wide * unit)} {number(tall * unit)}",
    )
    with Image.open(io.BytesIO(to_flat_png(svg))) as image:
        red, green, blue, *_ = image.split()
    return red, green, blue
