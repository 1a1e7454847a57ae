"""Which pixels of a composed picture belong to which of its items, found by painting it twice.

Each item gets two flat colours of its own in place of all its colours; where the two pictures
differ, the item is seen, and the way they differ tells which one. What is half see-through, such
as rain or fog, lets it be seen as far as it does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from PIL import Image, ImageChops

from imagespeak_core.generators.illustrator.drawing.render import document
from imagespeak_core.generators.illustrator.illustrator import Composition
from tests.core.illustrator_bank import painted, size_of

_TAG = re.compile(r"<(/?)g\b[^>]*?(/?)>")
_COLOUR = re.compile(r'((?:fill|stroke|stop-color)=")#[0-9a-fA-F]{3,8}"')
_ITEMS_AT_ONCE = 6
_FULL = 255
_CLEAR_ENOUGH = 60
"""How far apart, of 255, the two paintings are where an item is seen."""
_GREEN = 180
"""The same of full green on the paper, whose own green is 154."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Pixels of an item in a picture drawn `SIDE` pixels wide: its own, and those to be seen.

    Attributes:
        own: How many it has when nothing is before it.
        pixels: Where it is seen, counted from the upper left corner, row by row.
    """

    own: int
    pixels: tuple[int, ...]

    @property
    def visible(self) -> int:
        """How many pixels of it are seen."""
        return len(self.pixels)

    @property
    def share(self) -> float:
        """How much of it is seen, from 0 to 1."""
        return self.visible / max(1, self.own)

    @property
    def across(self) -> float:
        """Where its middle is, from 0 at the left edge to 1 at the right one."""
        return sum(at % SIDE for at in self.pixels) / SIDE / max(1, self.visible)


SIDE = 256


def span_of(svg: str, id_: str) -> tuple[int, int]:
    """Where the group with this id begins and ends in the SVG's text."""
    start = svg.index(f'<g id="{id_}"')
    depth = 0
    for tag in _TAG.finditer(svg, start):
        if tag[2]:
            continue
        depth += -1 if tag[1] else 1
        if depth == 0:
            return start, tag.end()
    raise ValueError(f"{id_} does not end")


def seen_of_ids(svg: str, ids: list[str], side: int = SIDE) -> dict[str, Seen]:
    """How much is seen of each of the groups with these ids, in a picture so many pixels wide."""
    found: dict[str, Seen] = {}
    for at in range(0, len(ids), _ITEMS_AT_ONCE):
        found |= _seen_of(svg, ids[at : at + _ITEMS_AT_ONCE], side)
    return found


def _seen_of(svg: str, ids: list[str], side: int) -> dict[str, Seen]:
    first, second = svg, svg
    masks: dict[str, int] = {}
    spans = {id_: span_of(svg, id_) for id_ in ids}
    for id_ in sorted(ids, key=lambda id_: -spans[id_][0]):
        start, end = spans[id_]
        code = ids.index(id_) + 1
        flat = [_FULL if code >> bit & 1 else 0 for bit in range(3)]
        one, other = _hex(flat), _hex([_FULL - value for value in flat])
        first = first[:start] + _flat(svg[start:end], one) + first[end:]
        second = second[:start] + _flat(svg[start:end], other) + second[end:]
        masks[id_] = _own(svg, svg[start:end], side)
    codes = _codes(painted(first, side), painted(second, side))
    found: dict[str, list[int]] = {id_: [] for id_ in ids}
    for at, code in enumerate(codes):
        if 0 < code <= len(ids):
            found[ids[code - 1]].append(at)
    return {id_: Seen(masks[id_], tuple(found[id_])) for id_ in ids}


def _codes(first: Image.Image, second: Image.Image) -> bytes:
    """One byte for each pixel: the code by which the two paintings are clearly apart, else 0."""
    apart = ImageChops.difference(first, second).split()
    least = ImageChops.darker(ImageChops.darker(apart[0], apart[1]), apart[2])
    code = Image.new("L", first.size)
    for bit, channel in enumerate(ImageChops.subtract(first, second).split()):
        code = ImageChops.add(code, channel.point(lambda more, bit=bit: (more > 0) << bit))
    clear = least.point(lambda value: _FULL * (value >= _CLEAR_ENOUGH))
    return ImageChops.darker(code, clear).tobytes()


def colours_of(composition: Composition, pixels: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """The colours of these pixels in the picture as it is."""
    data = painted(composition.svg, SIDE).tobytes()
    return [(data[3 * at], data[3 * at + 1], data[3 * at + 2]) for at in pixels]


def _hex(channels: list[int]) -> str:
    return "#" + "".join(f"{value:02x}" for value in channels)


def _flat(part: str, colour: str) -> str:
    return _COLOUR.sub(rf'\g<1>{colour}"', part)


def _own(svg: str, part: str, side: int) -> int:
    """How many pixels the part alone paints, in a green found nowhere else."""
    alone = painted(document(_flat(part, "#00ff00"), *size_of(svg)), side)
    return sum(alone.getchannel("G").histogram()[_GREEN:])
