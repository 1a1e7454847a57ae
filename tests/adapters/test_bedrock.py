"""What the Bedrock generator sends and what it makes of the answer, on the wire."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from imagespeak_core import errors
from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.generators.bedrock.catalog import SD3_5_LARGE
from tests.adapters import bedrock_replies as wire
from tests.adapters.bedrock_rig import (
    CORE,
    MODELS,
    BedrockRig,
    bedrock_rig,
    request_for,
)


def test_what_is_sent_is_what_the_model_knows(rig: BedrockRig) -> None:
    request = request_for(
        prompt='Ein "Fuchs" 🦊\n', negative_prompt="people", width_px=1536, height_px=640
    )

    rig.generator().generate(request)

    call = rig.stand_in.calls[0]
    assert call.path == "/model/stability.stable-image-core-v1%3A1/invoke"
    assert call.headers["Content-Type"] == "application/json"
    assert call.body == {
        "prompt": 'Ein "Fuchs" 🦊\n',
        "negative_prompt": "people",
        "aspect_ratio": "21:9",
        "seed": 42,
        "output_format": "png",
    }


def test_the_stand_in_refuses_a_field_that_the_model_does_not_know(rig: BedrockRig) -> None:
    with pytest.raises(rig.client.exceptions.ValidationException, match="extraneous key"):
        rig.client.invoke_model(modelId=CORE, body=b'{"prompt": "x", "width": 512}')


def test_premium_asks_the_other_model(rig: BedrockRig) -> None:
    image = rig.generator().generate(request_for(quality="premium"))

    assert rig.stand_in.calls[0].model_id == MODELS["premium"] == image.model


def test_a_named_model_is_asked_whatever_the_quality(rig: BedrockRig) -> None:
    for model in (SD3_5_LARGE, MODELS["premium"]):
        image = rig.generator().generate(request_for(model=model))

        assert rig.stand_in.calls[-1].model_id == model == image.model


def test_a_model_that_is_not_offered_is_told_before_anything_is_sent(rig: BedrockRig) -> None:
    for model in ("stability.no-such-v1:0", "amazon.nova-canvas-v1:0"):
        with pytest.raises(InvalidRequestError):
            rig.generator().generate(request_for(model=model))

    assert rig.stand_in.calls == []


@pytest.mark.parametrize(
    ("width_px", "height_px"), [(1024, 1024), (256, 256), (1536, 256), (256, 1536), (1021, 577)]
)
def test_the_picture_is_a_png_of_exactly_the_size(
    rig: BedrockRig, width_px: int, height_px: int
) -> None:
    image = rig.generator().generate(request_for(width_px=width_px, height_px=height_px))

    with Image.open(io.BytesIO(image.png)) as picture:
        picture.load()
        assert (picture.format, picture.mode) == ("PNG", "RGB")
        assert picture.size == (width_px, height_px)
    assert image.warnings == ()


def test_a_small_picture_is_enlarged_and_says_so(rig: BedrockRig) -> None:
    rig.stand_in.script(wire.fixed(wire.answer(wire.picture("1:1", 42, 640), 42)))

    image = rig.generator().generate(request_for(width_px=1024, height_px=1024))

    assert len(image.warnings) == 1
    assert "640 × 640" in image.warnings[0]


def test_the_seed_that_the_model_reports_is_given(rig: BedrockRig) -> None:
    rig.stand_in.script(wire.fixed(wire.answer(wire.picture("1:1", 7), "7")))

    image = rig.generator().generate(request_for(seed=42))

    assert image.seed == 7
    assert image.warnings == ("The model used the seed 7, not 42.",)


def test_the_duration_counts_by_the_clock(rig: BedrockRig) -> None:
    times_s = iter([100.0, 103.2504])

    image = rig.generator(clock=lambda: next(times_s)).generate(request_for())

    assert image.duration_ms == 3250


def test_a_retired_model_is_explained_with_its_setting(rig: BedrockRig) -> None:
    generator = rig.generator(models=MODELS | {"premium": "stability.sd3-large-v1:0"})

    with pytest.raises(errors.ModelRetiredError) as caught:
        generator.generate(request_for(quality="premium"))

    for part in ("stability.sd3-large-v1:0", "stability.sd3-5-large-v1:0", "PREMIUM_MODEL"):
        assert part in str(caught.value)


def test_a_model_in_another_region_is_explained(rig: BedrockRig) -> None:
    rig.stand_in.script(wire.retired)

    with pytest.raises(errors.ModelRetiredError, match=r"us-west-2") as caught:
        rig.generator(region="eu-central-1").generate(request_for())

    assert "IMAGESPEAK_BEDROCK_REGION" in str(caught.value)


def test_an_id_that_aws_has_never_heard_of_is_explained(rig: BedrockRig) -> None:
    generator = rig.generator(models=MODELS | {"standard": "stability.stable-image-coer-v1:1"})

    with pytest.raises(errors.ModelRetiredError, match="STANDARD_MODEL"):
        generator.generate(request_for())

    assert len(rig.stand_in.calls) == 1


def test_a_model_newer_than_the_catalogue_works() -> None:
    newer = "stability.stable-image-core-v9:0"
    with bedrock_rig(live_models=frozenset({newer})) as rig:
        generator = rig.generator(models={"standard": newer, "premium": newer})

        assert generator.generate(request_for()).model == newer
        assert generator.offer("standard").price_usd is None
        assert generator.offer("standard").usual_s > 0


@pytest.mark.parametrize(
    ("model_id", "part"),
    [("amazon.nova-canvas-v1:0", "2026-09-30"), ("acme.painter-v1:0", CORE), ("", CORE)],
)
def test_a_model_of_no_known_family_is_a_mistake_in_the_settings(
    rig: BedrockRig, model_id: str, part: str
) -> None:
    with pytest.raises(errors.SettingsError) as caught:
        rig.generator(models=MODELS | {"standard": model_id})

    assert "IMAGESPEAK_STANDARD_MODEL" in str(caught.value)
    assert part in str(caught.value)
