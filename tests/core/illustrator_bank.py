"""The prompt bank's compositions, made once for all tests that look at them."""

from __future__ import annotations

from functools import cache

from imagespeak_core.generators.illustrator.illustrator import Composition, compose
from imagespeak_core.pictures.prompts import prompt_bank

BANK = tuple(prompt.text for prompt in prompt_bank())
SIDE = 768
"""Width and height, in pixels."""


@cache
def composed(prompt: str, seed: int) -> Composition:
    """The composition of one of the bank's prompts."""
    return compose(prompt, seed=seed, width_px=SIDE, height_px=SIDE)
