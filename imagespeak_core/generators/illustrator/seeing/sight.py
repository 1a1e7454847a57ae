"""What can be seen of each piece of a painted picture, by its pixels.

The pieces are painted once more, small: each in a flat colour of its own, so that each pixel tells
whose it is. A second small picture shows each of them apart, with nothing before it and nothing
cut off, so that one knows how much of it there is to see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from PIL import Image

from imagespeak_core.generators.illustrator.drawing.svg import moved
from imagespeak_core.generators.illustrator.painting import Painting
from imagespeak_core.generators.illustrator.scenery.stage import Box
from imagespeak_core.generators.illustrator.seeing.flat import (
    HEAD,
    HELD,
    OTHER,
    flat_back,
    flat_piece,
    only_group,
    raster,
)

SIDE_PX = 256
"""How many pixels the longer side of the small picture has."""

_AIR = 0.15
"""Air around a piece on the sheet, as a share of its box: drawings may be larger than told."""
_SHEET_PX = 320
"""Width of the sheet: the widest piece and its air have room, and little is left empty."""
_FEWEST_IN_BACK = 30
"""What is marked in the back and has fewer pixels is not seen: a narrow moon has 47."""
_FEWEST_STARS = 2
"""A star is smaller than a pixel, so that only every tenth or so is found."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What can be seen of one piece; lengths are in pixels of the picture itself.

    Attributes:
        box: Around all that is seen of it.
        centre: The middle of what is seen: the mean of its pixels.
        pixels: How many are seen, in a picture whose longer side has `SIDE_PX`.
        share: How much is seen of what there is: 1 where nothing is before it or cuts it off.
        head: The same share of a person's head; None where there is none.
        held: The same of what a person holds; None where that is nothing.
    """

    box: Box
    centre: tuple[float, float]
    pixels: int
    share: float
    head: float | None = None
    held: float | None = None

    def box_in(self, size: tuple[int, int]) -> tuple[float, float, float, float]:
        """The box as shares of a picture's width and height, in thousandths.

        Left, top, width and height; with a pixel of air around it, as its edges are known no
        better, and inside the picture.

        Args:
            size: Width and height of the picture, in pixels.
        """
        box = self.box.grown(max(size) / SIDE_PX / 2).common(Box(0, 0, *size))
        left, top = round(box.left / size[0], 3), round(box.top / size[1], 3)
        right, bottom = round(box.right / size[0], 3), round(box.bottom / size[1], 3)
        return left, top, round(right - left, 3), round(bottom - top, 3)


@dataclass(frozen=True, slots=True)
class View:
    """All that can be seen of a picture.

    Attributes:
        size: Width and height of the picture, in pixels.
        sights: By the ids of the pieces of which anything is seen.
        back: The nouns of what is marked in the place's back and seen, one for each piece.
        before: The small picture; black where nothing is before the place's back.
        codes: By id, the value that a piece's pixels have in it.
    """

    size: tuple[int, int]
    sights: Mapping[str, Sight]
    back: tuple[str, ...]
    before: Image.Image
    codes: Mapping[str, int] = field(default_factory=dict)

    def shows(self, id_: str, x_px: float, y_px: float) -> bool:
        """Whether the piece with this id is what is seen at a point of the picture."""
        unit = max(self.size) / SIDE_PX
        x, y = int(x_px // unit), int(y_px // unit)
        if not (0 <= x < self.before.width and 0 <= y < self.before.height):
            return False
        return self.before.getpixel((x, y)) == self.codes.get(id_)

    def free_share(self, box: Box) -> float:
        """How much of a box is inside the picture with nothing before the place's back."""
        unit = max(self.size) / SIDE_PX
        inside = box.common(Box(0, 0, *self.size))
        if not inside.area:
            return 0.0
        left, top = int(inside.left / unit), int(inside.top / unit)
        right = max(left + 1, round(inside.right / unit))
        bottom = max(top + 1, round(inside.bottom / unit))
        free = self.before.crop((left, top, right, bottom)).histogram()[0]
        return free / ((right - left) * (bottom - top)) * inside.area / box.area

    def free_part(self, back: str, id_: str) -> tuple[int, float]:
        """How much of one group of the place's back has nothing before it.

        Args:
            back: The layer that the group is in, as SVG.
            id_: The group's id; one that is not there is not seen.

        Returns:
            Pixels of a picture whose longer side has `SIDE_PX`, and the share of all it has.
        """
        svg = only_group(back, id_)
        if not svg:
            return 0, 0.0
        drawn, *_ = raster(svg, self.size, max(self.size) / SIDE_PX)
        own = drawn.point([0] * 128 + [255] * 128)
        free = self.before.histogram(own)[0]
        return free, free / max(1, own.histogram()[255])


def view_of(painting: Painting, boxes: Mapping[str, Box], size: tuple[int, int]) -> View:
    """What can be seen of a painting.

    Args:
        painting: The picture in its layers; its weather hides nothing.
        boxes: About where each piece with an id is, in pixels, by id.
        size: Width and height of the picture, in pixels.
    """
    ids = dict.fromkeys(piece.id for piece in painting.pieces if piece.id)
    codes = dict(zip(ids, range(1, OTHER), strict=False))
    unit = max(size) / SIDE_PX
    flat = [flat_piece(piece.svg, codes.get(piece.id, OTHER)) for piece in painting.pieces]
    own = {piece.id: svg for piece, svg in zip(painting.pieces, flat, strict=True)}
    back, nouns = flat_back(painting.back)
    drawn = "".join((back, *flat, flat_piece(painting.front, OTHER)))
    whose, parts, marked = raster(drawn, size, unit)
    apart = _sheet({id_: own[id_] for id_ in codes}, boxes, unit)
    sights = {}
    for id_, code in codes.items():
        seen = _pixels(whose, parts, code)
        if seen is not None:
            sights[id_] = _sight(seen, _pixels(*apart, code) or seen, unit)
    counts = marked.histogram()
    in_back = (
        noun
        for code, noun in enumerate(nouns, 1)
        if counts[code] >= (_FEWEST_STARS if noun == "stars" else _FEWEST_IN_BACK)
    )
    return View(size, sights, tuple(in_back), whose, codes)


def _sheet(
    pieces: Mapping[str, str], boxes: Mapping[str, Box], unit: float
) -> tuple[Image.Image, Image.Image]:
    """All pieces apart, each as large as in the picture, in rows from the highest to the lowest."""
    highest = sorted(pieces, key=lambda id_: boxes[id_].top - boxes[id_].bottom)
    drawn, x, y, row = [], 0, 0, 0
    for id_ in highest:
        box = boxes[id_]
        air = _AIR * max(box.right - box.left, box.bottom - box.top) / 2
        box = box.grown(air + unit)
        wide, tall = (box.right - box.left) / unit, (box.bottom - box.top) / unit
        if x and x + wide > _SHEET_PX:
            x, y, row = 0, y + row, 0
        # By whole pixels, so that both pictures have the same edges.
        left, top = x - round(box.left / unit), y - round(box.top / unit)
        drawn.append(moved(left * unit, top * unit, pieces[id_]))
        x, row = x + int(wide) + 1, max(row, int(tall) + 1)
    whose, parts, _ = raster("".join(drawn), (_SHEET_PX * unit, (y + row + 1) * unit), unit)
    return whose, parts


@dataclass(frozen=True, slots=True)
class _Pixels:
    """Those of one piece in a small picture."""

    whole: int
    head: int
    held: int
    bounds: tuple[int, int, int, int]
    mask: Image.Image


def _pixels(whose: Image.Image, parts: Image.Image, code: int) -> _Pixels | None:
    mask = whose.point(_only(code))
    bounds = mask.getbbox()
    if bounds is None:
        return None
    mask = mask.crop(bounds)
    counts = parts.crop(bounds).histogram(mask)
    return _Pixels(sum(counts), counts[HEAD], counts[HELD], bounds, mask)


@cache
def _only(code: int) -> tuple[int, ...]:
    return tuple(255 * (value == code) for value in range(256))


def _sight(seen: _Pixels, own: _Pixels, unit: float) -> Sight:
    left, top, right, bottom = seen.bounds
    across, down = (ramp.crop(seen.bounds).histogram(seen.mask) for ramp in _ramps())
    return Sight(
        box=Box(left * unit, top * unit, right * unit, bottom * unit),
        centre=(_mean(across) * unit, _mean(down) * unit),
        pixels=seen.whole,
        share=_share(seen.whole, own.whole),
        head=_share(seen.head, own.head) if own.head else None,
        held=_share(seen.held, own.held) if own.held else None,
    )


def _share(seen: int, own: int) -> float:
    return min(1.0, seen / max(1, own))


@cache
def _ramps() -> tuple[Image.Image, ...]:
    """Two squares whose pixels tell how far to the right, and how far down they are."""
    down = Image.linear_gradient("L")
    return down.transpose(Image.Transpose.TRANSPOSE), down


def _mean(counts: list[int]) -> float:
    return sum((at + 0.5) * count for at, count in enumerate(counts)) / sum(counts)
