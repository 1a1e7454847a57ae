"""Everybody can be told from what is behind them, in the dark, in fog and in rain."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET

import pytest
from PIL import Image, ImageChops

from imagespeak_core.generators.illustrator.illustrator import compose
from imagespeak_core.generators.illustrator.render import to_png

PROMPTS = (
    "a man and a black dog in a park",
    "an old woman in black and a boy in a street",
    "two people on a beach",
    "a woman in a forest",
    "a man in grey in a harbour",
    "a farmer and a black horse on a farm",
)
LIGHTS = ("at night", "in the fog", "in the rain", "on a foggy night")
CLEARLY = 34
"""A pixel is told from another when one of its channels differs by so much, of 255."""

TOUCHED = 12
"""From so much on it is more than the rim's outermost shine."""

LEAST, USUAL_LEAST = 0.45, 0.6
"""Shares of what somebody covers that must be told: of each one, and of all in the mean."""


def _pixels(svg: str) -> Image.Image:
    with Image.open(io.BytesIO(to_png(svg))) as image:
        return image.convert("RGB")


def _without(svg: str, id_: str) -> str:
    root = ET.fromstring(svg)
    for parent in root.iter():
        for child in list(parent):
            if child.get("id") == id_:
                parent.remove(child)
    return ET.tostring(root, encoding="unicode")


def _told(whole: Image.Image, svg: str, id_: str) -> float:
    """The share of what an actor covers that differs clearly from what is behind it."""
    channels = ImageChops.difference(whole, _pixels(_without(svg, id_))).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    counts = most.histogram()
    return sum(counts[CLEARLY:]) / max(1, sum(counts[TOUCHED:]))


@pytest.mark.parametrize("light", LIGHTS)
@pytest.mark.parametrize("prompt", PROMPTS)
def test_whoever_is_shown_can_be_told(prompt: str, light: str) -> None:
    shares = []
    for seed in range(2):
        composition = compose(f"{prompt} {light}", seed=seed, width_px=256, height_px=256)
        alive = [item for item in composition.scene.items if item.kind != "thing"]
        whole = _pixels(composition.svg)
        shares += [_told(whole, composition.svg, item.id) for item in alive]
    assert min(shares) > LEAST
    assert sum(shares) / len(shares) > USUAL_LEAST


def test_a_soft_rim_is_for_the_dark_out_of_doors() -> None:
    def rims(prompt: str) -> int:
        svg = compose(prompt, seed=1, width_px=256, height_px=256).svg
        return len(re.findall(r'filter="url\(#rim\)"', svg))

    assert rims("a man and a dog in a park at night") == 2
    assert not rims("a man and a dog in a park")
    assert not rims("a man and a dog in a kitchen at night")
