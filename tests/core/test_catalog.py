from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from imagespeak_core import models
from imagespeak_core.generators.bedrock.catalog import (
    CORE,
    FAMILIES,
    MODELS,
    RETIRED_MODELS,
    SD3_5_LARGE,
    ULTRA,
    family_of,
    retired_notice,
)


def test_the_models_that_are_alive() -> None:
    assert {model_id: model.price_usd for model_id, model in MODELS.items()} == {
        "stability.stable-image-core-v1:1": Decimal("0.04"),
        "stability.sd3-5-large-v1:0": Decimal("0.08"),
        "stability.stable-image-ultra-v1:1": Decimal("0.14"),
    }
    for model_id, model in MODELS.items():
        assert model.model_id == model_id
        assert family_of(model_id) == model.family
        assert "us-west-2" in model.regions
        assert model.usual_s > 0
        assert retired_notice(model_id) is None


def test_better_models_cost_more_and_take_longer() -> None:
    order = [MODELS[CORE], MODELS[SD3_5_LARGE], MODELS[ULTRA]]

    assert sorted(order, key=lambda model: model.price_usd) == order
    assert sorted(order, key=lambda model: model.usual_s) == order


@pytest.mark.parametrize(
    ("model_id", "family"),
    [
        ("stability.stable-image-core-v9:0", "stability"),
        ("amazon.nova-canvas-v1:0", None),
        ("stability", None),
        ("", None),
    ],
)
def test_a_family_is_known_by_the_beginning_of_the_id(model_id: str, family: str | None) -> None:
    assert family_of(model_id) == family


def test_a_request_that_passes_our_check_passes_the_models() -> None:
    for family in FAMILIES.values():
        assert family.max_prompt_length >= models.MAX_PROMPT_LENGTH
        assert family.max_seed >= models.MAX_SEED
        assert (1, 1) in family.aspect_ratios


@pytest.mark.parametrize(
    ("model_id", "retired_on"),
    [
        ("amazon.nova-canvas-v1:0", date(2026, 9, 30)),
        ("amazon.titan-image-generator-v2:0", date(2026, 6, 30)),
        ("amazon.titan-image-generator-v1", None),
        ("stability.stable-diffusion-xl-v1", None),
        ("stability.stable-image-core-v1:0", None),
        ("stability.stable-image-ultra-v1:0", None),
        ("stability.sd3-large-v1:0", None),
    ],
)
def test_a_retired_model_is_explained(model_id: str, retired_on: date | None) -> None:
    notice = retired_notice(model_id)

    assert notice is not None
    assert model_id in notice
    assert RETIRED_MODELS[model_id].use_instead in notice
    assert RETIRED_MODELS[model_id].retired_on == retired_on
    assert ("2026" in notice) == (retired_on is not None)


def test_what_to_use_instead_is_alive() -> None:
    for model_id, model in RETIRED_MODELS.items():
        assert model.model_id == model_id
        assert model.use_instead in MODELS
        assert model_id not in MODELS


def test_of_other_models_nothing_is_said() -> None:
    assert retired_notice("acme.painter-v1:0") is None
