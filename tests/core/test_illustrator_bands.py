"""Bands of one colour each look as a gradient does."""

from __future__ import annotations

import io
import re
from itertools import pairwise

from PIL import Image, ImageChops

from imagespeak_core.generators.illustrator.drawing.bands import banded, banded_land
from imagespeak_core.generators.illustrator.drawing.gradients import Stop, gradient
from imagespeak_core.generators.illustrator.drawing.render import document, to_png
from imagespeak_core.generators.illustrator.drawing.splines import land
from imagespeak_core.generators.illustrator.drawing.svg import element, path, placed, rect
from tests.for_each import for_each

SIDE = 128
SKY: tuple[Stop, ...] = ((0.0, "#3f8fd0", 1.0), (0.55, "#a9d3ea", 1.0), (1.0, "#fde6c8", 1.0))
VEIL: tuple[Stop, ...] = ((0.0, "#dfe5e8", 0.2), (0.6, "#dfe5e8", 0.7), (1.0, "#dfe5e8", 0.0))
HILLS = [(-20.0, 70.0), (20.0, 40.0), (60.0, 66.0), (100.0, 30.0), (150.0, 74.0)]


def _pixels(content: str) -> Image.Image:
    with Image.open(io.BytesIO(to_png(document(content, SIDE, SIDE)))) as image:
        return image.convert("RGB")


def _apart(content: str, other: str) -> int:
    """How far any channel of any pixel differs, of 255."""
    ranges = ImageChops.difference(_pixels(content), _pixels(other)).getextrema()
    return max(high for _, high in ranges)  # type: ignore[misc]


def _with_gradient(x: float, y: float, width: float, height: float, stops: tuple[Stop, ...]) -> str:
    return element("defs", gradient("g", stops)) + rect(x, y, width, height, "url(#g)")


@for_each("stops", [SKY, VEIL])
@for_each("y, height", [(0.0, 128.0), (10.0, 90.0), (0.0, 9.0)])
def test_bands_look_as_a_gradient_does(stops: tuple[Stop, ...], y: float, height: float) -> None:
    whole = _with_gradient(0, y, SIDE, height, stops)
    assert _apart(banded(0, y, SIDE, height, stops), whole) <= (3 if height > 50 else 9)


def test_nothing_shines_through_between_solid_bands_of_a_scaled_group() -> None:
    bands = banded(-1, -2.2, 4, 2.4, SKY, pixel=1 / 61)
    whole = _with_gradient(-1, -2.2, 4, 2.4, SKY)
    assert _apart(placed(bands, 0.3, 127.7, 61), placed(whole, 0.3, 127.7, 61)) <= 3


def test_no_two_bands_that_are_seen_through_share_a_row() -> None:
    found = re.findall(r' y="([\d.]+)" width="128" height="([\d.]+)"', banded(0, 0, 128, 99, VEIL))
    edges = [(float(y), float(height)) for y, height in found]
    assert len(edges) > 20
    for (y, height), (below, _) in pairwise(edges):
        assert y + height == below


@for_each("bottom", [120.0, 77.0, 60.0])
def test_land_in_bands_looks_as_a_gradient_does(bottom: float) -> None:
    span = (min(y for _, y in HILLS), bottom)
    whole = element("defs", gradient("h", SKY, span=span)) + path(land(HILLS, bottom), "url(#h)")
    assert _apart(banded_land("h", HILLS, bottom, SKY), whole) <= 3
