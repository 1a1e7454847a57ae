"""What every generator promises, as tests. A backend is a subclass with a `generator` fixture."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest
from PIL import Image

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.generators.base import ImageGenerator
from imagespeak_core.models import (
    MAX_IMAGE_COUNT,
    MAX_PROMPT_LENGTH,
    MAX_SEED,
    MAX_SIDE_PX,
    MIN_SIDE_PX,
    QUALITIES,
    ImageRequest,
    Quality,
)
from tests.for_each import for_each

SIZES = [
    (1024, 1024),
    (MIN_SIDE_PX, MIN_SIDE_PX),
    (MAX_SIDE_PX, MAX_SIDE_PX),
    (MIN_SIDE_PX, MAX_SIDE_PX),
    (MAX_SIDE_PX, MIN_SIDE_PX),
    (1023, 577),
]
PROMPTS = {
    "one letter": "x",
    "one sign": "?",
    "longest": "mountain lake " * (MAX_PROMPT_LENGTH // 14),
    "no spaces": "a" * MAX_PROMPT_LENGTH,
    "other scripts": "Příliš žluťoučký kůň, 湖畔の森, غابة",
    "beyond the basic plane": "🦊🌅 𓆏",
    "markup": "</svg><script>&amp;\"'<![CDATA[ ]]> <!-- %s {0}",
    "control characters": "a\x00b\x1b\x08\r\n\tc\x7f\ufffe\u202e",
}


def request_for(**changes: Any) -> ImageRequest:
    arguments: dict[str, Any] = {
        "session_id": "contract",
        "prompt": "A fox by a lake in the mountains",
        "width_px": 320,
        "height_px": 256,
        "seed": 11,
    }
    return ImageRequest(**(arguments | changes))


def pixels(png: bytes) -> Image.Image:
    """The whole picture decoded, and opaque: a page may be dark behind it."""
    with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
        alpha = image.convert("RGBA").getchannel("A")
        assert alpha.getextrema() == (255, 255), "see-through somewhere"
        return image.convert("RGB")


class GeneratorContract:
    """The suite."""

    sizes = SIZES

    @pytest.fixture
    def generator(self) -> ImageGenerator:
        raise NotImplementedError

    def test_a_png_of_exactly_the_size(self, generator: ImageGenerator) -> None:
        drawn = [
            pixels(generator.generate(request_for(width_px=width_px, height_px=height_px)).png)
            for width_px, height_px in self.sizes
        ]

        assert [image.size for image in drawn] == self.sizes

    @for_each("quality", QUALITIES)
    def test_the_picture_tells_what_made_it(
        self, generator: ImageGenerator, quality: Quality
    ) -> None:
        image = generator.generate(request_for(quality=quality))

        assert image.model == generator.offer(quality).model
        assert image.seed == 11
        assert type(image.duration_ms) is int
        assert image.duration_ms >= 0
        assert isinstance(image.warnings, tuple)

    @for_each("quality", QUALITIES)
    def test_an_offer_is_known_before_anything_is_made(
        self, generator: ImageGenerator, quality: Quality
    ) -> None:
        offer = generator.offer(quality)

        assert offer.model
        assert offer.price_usd is None or isinstance(offer.price_usd, Decimal)
        assert offer.price_usd is None or offer.price_usd >= 0
        assert offer.usual_s > 0

    def test_the_models_of_the_qualities_are_among_those_offered(
        self, generator: ImageGenerator
    ) -> None:
        models = [offer.model for offer in generator.models()]

        assert len(set(models)) == len(models)
        assert {generator.offer(quality).model for quality in QUALITIES} <= set(models)

    def test_every_model_that_is_offered_can_be_named(self, generator: ImageGenerator) -> None:
        for offer in generator.models():
            assert generator.generate(request_for(model=offer.model)).model == offer.model

    def test_another_model_is_told_and_nobody_is_asked(self, generator: ImageGenerator) -> None:
        with pytest.raises(InvalidRequestError) as caught:
            generator.generate(request_for(model="no.such-model-v1:0"))

        assert caught.value.field == "model"

    def test_the_label_is_one_line(self, generator: ImageGenerator) -> None:
        assert generator.label.strip() == generator.label
        assert len(generator.label.splitlines()) == 1

    def test_it_says_how_many_calls_at_once_make_sense(self, generator: ImageGenerator) -> None:
        assert 1 <= generator.max_parallel <= 64

    def test_neither_warming_up_nor_session_nor_number_change_the_picture(
        self, generator: ImageGenerator
    ) -> None:
        usual = generator.generate(request_for())
        generator.warm_up()
        generator.warm_up()
        assert usual.seed == 11

        for changes in ({}, {"session_id": "there"}, {"image_count": MAX_IMAGE_COUNT}):
            image = generator.generate(request_for(**changes))
            assert image.seed == 11
            assert pixels(image.png).tobytes() == pixels(usual.png).tobytes(), changes

    @for_each("name", PROMPTS)
    def test_any_text_is_taken(self, generator: ImageGenerator, name: str) -> None:
        prompt = PROMPTS[name]
        image = generator.generate(request_for(prompt=prompt, negative_prompt=prompt))

        assert pixels(image.png).size == (320, 256)

    def test_each_seed_gives_its_picture_in_many_threads_too(
        self, generator: ImageGenerator
    ) -> None:
        seeds = [*range(1, 8), MAX_SEED]
        alone = [generator.generate(request_for(seed=seed)) for seed in seeds]
        assert [image.seed for image in alone] == seeds
        assert len({pixels(image.png).tobytes() for image in alone}) == len(seeds)

        with ThreadPoolExecutor(8) as pool:
            together = pool.map(lambda seed: generator.generate(request_for(seed=seed)), seeds)

        assert [image.png for image in together] == [image.png for image in alone]
