"""Bodies and answers, on samples in the form that AWS's pages and facts give. Nothing is called."""

from __future__ import annotations

import base64
import io
import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from imagespeak_core import errors, models
from imagespeak_core.generators.bedrock.catalog import FAMILIES
from imagespeak_core.generators.bedrock.formats import (
    FORMATS,
    nearest_aspect_ratio,
    read_answer,
    write_body,
)
from tests.adapters.bedrock_replies import LIVE_MODELS, complaint
from tests.adapters.bedrock_rig import CORE, request_for

SAMPLES = Path(__file__).parent / "samples"
SIDES = st.integers(models.MIN_SIDE_PX, models.MAX_SIDE_PX)
RATIOS = FAMILIES["stability"].aspect_ratios


def sample(name: str) -> bytes:
    return (SAMPLES / f"{name}.json").read_bytes()


def answered(**changes: object) -> bytes:
    """A good answer, changed; a value of `...` takes the field away."""
    content = json.loads(sample("stability_picture")) | changes
    return json.dumps({key: value for key, value in content.items() if value is not ...}).encode()


@pytest.mark.parametrize(
    ("name", "seed"),
    [("stability_picture", 213), ("stability_picture_seed_as_text", 2130420379)],
)
def test_a_picture(name: str, seed: int) -> None:
    answer = read_answer("stability", sample(name))

    assert answer.seed == seed
    with Image.open(io.BytesIO(answer.image)) as picture:
        assert picture.size == (64, 64)


@pytest.mark.parametrize(
    ("name", "error_class"),
    [
        ("stability_refused_prompt", errors.PromptRefusedError),
        ("stability_refused_prompt_with_empty_lists", errors.PromptRefusedError),
        ("stability_refused_input_image", errors.PromptRefusedError),
        ("stability_refused_output_image", errors.PictureRefusedError),
        ("stability_inference_error", errors.ModelError),
    ],
)
def test_no_picture(name: str, error_class: type[errors.ImageSpeakError]) -> None:
    with pytest.raises(errors.ImageSpeakError) as caught:
        read_answer("stability", sample(name))

    assert type(caught.value) is error_class
    assert "stored" in str(caught.value)


def test_every_sample_is_read() -> None:
    assert len(list(SAMPLES.glob("stability_*.json"))) == 7


def test_a_refused_prompt_names_both_causes_and_the_way_out() -> None:
    with pytest.raises(errors.PromptRefusedError) as caught:
        read_answer("stability", sample("stability_refused_prompt"))

    sentence = str(caught.value)
    for part in ("word", "not in English", "Nothing was stored", "other words", "in English"):
        assert part in sentence
    assert caught.value.reason == "Filter reason: prompt"


def test_a_hostile_reason_is_tamed() -> None:
    reason = "Filter reason: \ud800" + "x" * 10_000

    with pytest.raises(errors.PromptRefusedError) as caught:
        read_answer("stability", answered(finish_reasons=[reason]))

    assert len(caught.value.reason) <= 100
    assert caught.value.reason.isascii()


@pytest.mark.parametrize(
    "changes",
    [
        {"finish_reasons": ...},
        {"finish_reasons": None},
        {"finish_reasons": []},
        {"finish_reasons": [None, None]},
        {"finish_reasons": "Filter reason: prompt"},
        {"finish_reasons": [7]},
        {"finish_reasons": ["Something new"]},
        {"images": ...},
        {"images": None},
        {"images": []},
        {"images": ["", ""]},
        {"images": {"0": "x"}},
        {"images": [None]},
        {"images": [17]},
        {"images": ["no base64!"]},
        {"images": ["Zm9v\nYmFy"]},
        {"images": ["žluť"]},
        {"seeds": ...},
        {"seeds": []},
        {"seeds": [1, 2]},
        {"seeds": [None]},
        {"seeds": [True]},
        {"seeds": [-1]},
        {"seeds": [1.5]},
        {"seeds": ["seven"]},
        {"seeds": ["٣"]},
        {"seeds": ["9" * 5000]},
        {"seeds": [{}]},
    ],
    ids=repr,
)
def test_an_odd_answer_is_a_model_error(changes: dict[str, object]) -> None:
    with pytest.raises(errors.ModelError) as caught:
        read_answer("stability", answered(**changes))

    assert type(caught.value) is errors.ModelError


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b'"x"', b"\xff", b"[" * 100_000, b"1" * 10_000, b"NaN"]
)
def test_a_body_that_is_no_object_is_a_model_error(body: bytes) -> None:
    with pytest.raises(errors.ModelError):
        read_answer("stability", body)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["Filter reason: prompt", "Inference error", "QUJD"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def only_ours(body: bytes) -> None:
    try:
        read_answer("stability", body)
    except errors.ImageSpeakError:
        return


@settings(deadline=None)
@given(
    st.fixed_dictionaries({}, optional={"seeds": JSON, "finish_reasons": JSON, "images": JSON})
    | JSON
)
@example({"seeds": [1], "finish_reasons": [None], "images": ["QUJD"]})
def test_no_answer_raises_anything_but_our_errors(answer: Any) -> None:
    only_ours(json.dumps(answer).encode())


@settings(deadline=None)
@given(st.binary())
def test_no_bytes_raise_anything_but_our_errors(body: bytes) -> None:
    only_ours(body)


@settings(deadline=None)
@given(st.data())
def test_a_cut_answer_raises_nothing_but_our_errors(data: st.DataObject) -> None:
    whole = sample("stability_picture")
    only_ours(whole[: data.draw(st.integers(0, len(whole)))])


@settings(deadline=None)
@given(
    prompt=st.text(st.characters(codec="utf-8"), min_size=1, max_size=200).filter(str.strip),
    negative=st.text(st.characters(codec="utf-8"), max_size=50),
    width_px=SIDES,
    height_px=SIDES,
    seed=st.integers(1, models.MAX_SEED),
)
def test_the_model_takes_every_body(
    prompt: str, negative: str, width_px: int, height_px: int, seed: int
) -> None:
    request = request_for(
        prompt=prompt, negative_prompt=negative, width_px=width_px, height_px=height_px, seed=seed
    )

    body = json.loads(write_body("stability", request))

    assert complaint(CORE, body, LIVE_MODELS) is None
    assert body["prompt"] == prompt
    assert body.get("negative_prompt", "") == negative
    assert body["seed"] == seed


def test_an_empty_negative_prompt_is_not_sent() -> None:
    assert "negative_prompt" not in json.loads(write_body("stability", request_for()))


@settings(deadline=None)
@given(SIDES, SIDES)
@example(256, 1536)
@example(1536, 256)
def test_no_other_ratio_is_nearer(width_px: int, height_px: int) -> None:
    def distance(ratio: tuple[int, int]) -> float:
        return abs(math.log((width_px * ratio[1]) / (height_px * ratio[0])))

    chosen = nearest_aspect_ratio(width_px, height_px, RATIOS)

    assert distance(chosen) <= min(distance(ratio) for ratio in RATIOS) + 1e-9


@pytest.mark.parametrize(
    ("width_px", "height_px", "ratio"),
    [
        (1024, 1024, (1, 1)),
        (1536, 864, (16, 9)),
        (864, 1536, (9, 16)),
        (256, 1536, (9, 21)),
        (1536, 256, (21, 9)),
        (1000, 1250, (4, 5)),
        (1024, 768, (5, 4)),
        (768, 1024, (4, 5)),
    ],
)
def test_the_nearest_ratio(width_px: int, height_px: int, ratio: tuple[int, int]) -> None:
    assert nearest_aspect_ratio(width_px, height_px, RATIOS) == ratio


def test_every_family_has_a_format() -> None:
    assert FORMATS.keys() == FAMILIES.keys()


def test_pictures_may_have_any_bytes() -> None:
    image = bytes(range(256))

    answer = read_answer("stability", answered(images=[base64.b64encode(image).decode()]))

    assert answer.image == image
