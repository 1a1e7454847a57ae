"""A request may name its model: one that the generator offers, or nothing is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.generators.bedrock.catalog import (
    CORE,
    MODELS,
    RETIRED_MODELS,
    SD3_5_LARGE,
    ULTRA,
)
from imagespeak_core.generators.bedrock.generator import BedrockGenerator
from imagespeak_core.models import MAX_MODEL_LENGTH, ImageRequest, Quality
from imagespeak_core.pictures.use_cases import generate_images
from tests.core.lab_rig import CHEAP, DEAR, Rig

BOTH: dict[Quality, str] = {"standard": CORE, "premium": ULTRA}


def wish(model: str) -> ImageRequest:
    return ImageRequest("s", "A dog", width_px=256, height_px=256, model=model)


def test_an_unknown_model_costs_nothing_and_does_not_count(tmp_path: Path) -> None:
    rig = Rig(tmp_path, day_limit=1)

    with pytest.raises(InvalidRequestError, match="There is no model 'gone-v1' here") as caught:
        generate_images(rig.services, wish("gone-v1"))

    assert caught.value.field == "model"
    assert rig.generator.calls == []
    assert not (tmp_path / "claims").exists()
    assert generate_images(rig.services, wish("")).images[0].model == CHEAP.model


def test_a_named_model_takes_the_place_of_the_quality(tmp_path: Path) -> None:
    rig = Rig(tmp_path)
    image = generate_images(rig.services, wish(DEAR.model)).images[0]

    assert image.model == DEAR.model
    assert image.duration_ms == 7
    assert rig.store.details(image.stored.key).model == DEAR.model


def test_a_models_id_has_a_length(tmp_path: Path) -> None:
    assert wish("x" * MAX_MODEL_LENGTH).model
    with pytest.raises(InvalidRequestError):
        wish("x" * (MAX_MODEL_LENGTH + 1))


class TestBedrocksOffers:
    def test_the_living_models_each_once(self) -> None:
        generator = BedrockGenerator(region="us-west-2", models=BOTH)

        offers = {offer.model: offer for offer in generator.models()}

        assert list(offers) == [CORE, ULTRA, SD3_5_LARGE]
        assert not set(offers) & set(RETIRED_MODELS)
        assert all(offers[model].price_usd == MODELS[model].price_usd for model in offers)
        assert [generator.offer(quality) for quality in BOTH] == [offers[CORE], offers[ULTRA]]

    def test_a_model_of_the_settings_is_offered_even_if_the_catalogue_lacks_it(self) -> None:
        models: dict[Quality, str] = {"standard": "stability.new-v9:0", "premium": ULTRA}
        offers = BedrockGenerator(region="us-west-2", models=models).models()

        assert [offer.model for offer in offers] == ["stability.new-v9:0", ULTRA, CORE, SD3_5_LARGE]
        assert offers[0].price_usd is None

    def test_elsewhere_only_those_of_the_settings(self) -> None:
        offers = BedrockGenerator(region="eu-west-1", models=BOTH).models()

        assert [offer.model for offer in offers] == [CORE, ULTRA]
