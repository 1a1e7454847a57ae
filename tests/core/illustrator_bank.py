"""The prompt bank's compositions, made once for all tests that look at them, and small pictures."""

from __future__ import annotations

import io
import re
from functools import cache

from PIL import Image

from imagespeak_core.generators.illustrator.drawing.render import to_png
from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.pictures.prompts import prompt_bank

BANK = tuple(prompt.text for prompt in prompt_bank())
SIDE = 768
"""Width and height, in pixels."""


@cache
def composed(prompt: str) -> Composition:
    """The composition of one of the bank's prompts."""
    return compose(prompt, seed=1, width_px=SIDE, height_px=SIDE)


def size_of(svg: str) -> tuple[int, int]:
    """Width and height of a composed picture."""
    size = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg)
    assert size is not None
    return int(size[1]), int(size[2])


def painted(svg: str, width_px: int) -> Image.Image:
    """A composed picture in pixels, so wide: what is small is painted in a fraction of the time."""
    width, height = size_of(svg)
    small = re.sub(r'width="\d+" height="\d+"',
                   f'width="{width_px}" height="{height * width_px // width}"',
                   svg, count=1)  # fmt: skip
    with Image.open(io.BytesIO(to_png(small))) as image:
        return image.convert("RGB")
