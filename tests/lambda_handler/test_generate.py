"""`generate`: the fields that it takes, and what it answers."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from imagespeak_core.errors import ModelBusyError, ModelTimeoutError, PromptRefusedError
from imagespeak_core.models import GeneratedImage
from tests.fakes import DRAWN_SEED, FAKE_MODEL, plain_png
from tests.for_each import for_each
from tests.lambda_handler.rig import SUNSET, Rig

KEY = "generated-images/image-001_20241031_143022_{}_sunset_mountains.png"


def test_the_answer_has_exactly_the_listed_fields(rig: Rig) -> None:
    status, content = rig.call(**SUNSET, quality="premium", seed=9, numberOfImages=2)
    images, urls = content.pop("images"), content.pop("image_urls")
    sizes = [
        rig.client.head_object(Bucket=rig.bucket, Key=KEY.format(index))["ContentLength"]
        for index in (0, 1)
    ]
    assert status == 200
    assert content == {
        "success": True,
        "message": "2 pictures made and stored.",
        "sessionId": "image-001",
        "prompt": "A beautiful sunset over mountains",
        "quality": "premium",
        "dimensions": "256x256",
        "seed": 9,
        "model": FAKE_MODEL,
        "s3_url": urls[0],
        "warnings": [],
    }
    assert images == [
        {
            "url": urls[index],
            "key": KEY.format(index),
            "size": sizes[index],
            "last_modified": "2024-10-31T14:30:22+00:00",
            "timestamp": "20241031_143022",
            "image_index": index,
            "seed": 9 + index,
            "width": 256,
            "height": 256,
        }
        for index in (0, 1)
    ]


def test_addresses_live_their_full_life_from_now(rig: Rig) -> None:
    _, content = rig.call(**SUNSET)
    query = parse_qs(urlsplit(content["s3_url"]).query)
    assert query["X-Amz-Algorithm"] == ["AWS4-HMAC-SHA256"]
    assert query["X-Amz-Date"] == ["20241031T143022Z"]
    assert query["X-Amz-Expires"] == ["86400"]


def test_what_is_left_out_or_null_has_its_default(rig: Rig) -> None:
    nothing = dict.fromkeys(
        (
            "action negativePrompt negative_prompt negative_prompts quality width height seed "
            "numberOfImages number_of_images limit cursor cfg_scale"
        ).split()
    )
    for fields in ({}, nothing):
        status, content = rig.call(sessionId="a", prompt="A cat", **fields)
        request = rig.generator.calls[-1]
        assert status == 200
        assert (request.width_px, request.height_px, request.image_count) == (1024, 1024, 1)
        assert (request.quality, request.negative_prompt) == ("standard", "")
        assert content["seed"] == request.seed == DRAWN_SEED
        assert content["warnings"] == []


def test_seed_0_is_drawn_and_sent(rig: Rig) -> None:
    _, content = rig.call(**SUNSET, seed=0)
    assert content["seed"] == rig.generator.calls[0].seed == DRAWN_SEED


def test_seeds_go_on_at_1_past_the_largest(rig: Rig) -> None:
    _, content = rig.call(**SUNSET, seed=4_294_967_294, numberOfImages=3)
    assert [image["seed"] for image in content["images"]] == [4_294_967_294, 1, 2]


@for_each("prompt", ["x", "  kept  as it is \n", "夕焼け 🌄", "é" * 10_000])
def test_the_prompt_is_kept_exactly(rig: Rig, prompt: str) -> None:
    status, content = rig.call(**SUNSET | {"prompt": prompt})
    assert (status, content["prompt"]) == (200, prompt)
    assert rig.generator.calls[-1].prompt == prompt


@for_each(
    "fields, expected",
    [
        ({"negativePrompt": "cars"}, "cars"),
        ({"negative_prompt": "cars"}, "cars"),
        ({"negative_prompts": ["cars", "people"]}, "cars, people"),
        ({"negative_prompts": []}, ""),
        ({"negativePrompt": "", "negative_prompts": ["cars"]}, "cars"),
        ({"negativePrompt": "cars", "negative_prompt": "cars"}, "cars"),
        ({"negativePrompt": "a, b", "negative_prompts": ["a", "b"]}, "a, b"),
    ],
)
def test_negative_prompt_has_three_names(rig: Rig, fields: dict[str, Any], expected: str) -> None:
    assert rig.call(**SUNSET, **fields)[0] == 200
    assert rig.generator.calls[-1].negative_prompt == expected


@for_each(
    "fields",
    [
        {"numberOfImages": 2},
        {"number_of_images": 2},
        {"numberOfImages": 2, "number_of_images": 2},
    ],
)
def test_number_of_images_has_two_names(rig: Rig, fields: dict[str, Any]) -> None:
    status, content = rig.call(**SUNSET, **fields)
    assert (status, len(content["images"])) == (200, 2)


BAD_FIELDS: list[dict[str, Any]] = [
    {"sessionId": 12},
    {"sessionId": ["image-001"]},
    {"sessionId": "has space"},
    {"sessionId": "-first"},
    {"sessionId": "x" * 65},
    {"sessionId": "image-001\n"},
    {"sessionId": "a_20241031_143022"},
    {"sessionId": "../etc"},
    {"action": "delete"},
    {"action": ""},
    {"action": "Generate"},
    {"action": 1},
    {"prompt": None},
    {"prompt": ""},
    {"prompt": " \n\t"},
    {"prompt": "x" * 10_001},
    {"prompt": 5},
    {"prompt": ["A cat"]},
    {"prompt": "half of a pair \ud83d"},
    {"negativePrompt": ["cars"]},
    {"negative_prompt": 1},
    {"negative_prompts": "cars"},
    {"negative_prompts": ["cars", 1]},
    {"negative_prompts": ["\udc00"]},
    {"negativePrompt": "x" * 10_001},
    {"negativePrompt": "cars", "negative_prompt": "people"},
    {"negativePrompt": "cars", "negative_prompts": ["people"]},
    {"quality": "ultra"},
    {"quality": ""},
    {"quality": True},
    {"quality": ["premium"]},
    *({name: value} for name in ("width", "height") for value in (255, 1537, 0, -512, 10**18)),
    *(
        {name: value}
        for name in ("width", "height", "seed", "numberOfImages", "number_of_images")
        for value in ("512", 512.0, 1.0, 1e3, True, False, [1], {"px": 512}, "", 10**400)
    ),
    {"seed": -1},
    {"seed": 4_294_967_295},
    {"numberOfImages": 0},
    {"numberOfImages": 6},
    {"number_of_images": 6},
    {"numberOfImages": 1, "number_of_images": 2},
]


@for_each("fields", BAD_FIELDS, ids=lambda fields: str(fields)[:50])
def test_a_bad_field_is_400_and_reaches_nothing(rig: Rig, fields: dict[str, Any]) -> None:
    status, content = rig.call(**SUNSET | fields)
    assert status == 400
    assert set(content) == {"success", "error", "code"}
    assert content["success"] is False
    assert content["code"] in {"invalid_request", "invalid_session_id"}
    assert len(content["error"]) < 250
    assert rig.builds == []
    assert rig.generator.calls == []


@for_each("session_id", [None, ""])
def test_the_missing_session_id_is_told_first(rig: Rig, session_id: str | None) -> None:
    status, content = rig.call(sessionId=session_id, action="nonsense", width="wide")
    assert (status, content["error"]) == (400, "Missing required parameter: sessionId")


@for_each(
    "name", ["cfg_scale", "cfgScale", "steps", "style", "style_preset", "sampler", "guidance_scale"]
)
def test_a_known_setting_that_cant_be_honoured_is_named(rig: Rig, name: str) -> None:
    status, content = rig.call(**SUNSET, **{name: 7})
    assert status == 200
    [warning] = content["warnings"]
    assert repr(name) in warning


def test_other_fields_are_accepted_without_a_word(rig: Rig) -> None:
    status, content = rig.call(**SUNSET, userId=5, favouriteColour={"of": ["me"]})
    assert (status, content["warnings"]) == (200, [])


def test_warnings_of_the_model_are_passed_on(rig: Rig) -> None:
    png = plain_png(256, 256)
    rig.generator.script(GeneratedImage(png, 3, "other-model", 5, ("It may look soft.",)))
    _, content = rig.call(**SUNSET, seed=2, steps=30)
    assert content["warnings"][1:] == ["It may look soft."]
    assert (content["seed"], content["model"]) == (3, "other-model")


def test_when_some_fail_the_good_ones_are_the_answer(rig: Rig) -> None:
    rig.generator.script_seed(11, ModelTimeoutError("It took too long."))
    status, content = rig.call(**SUNSET, seed=10, numberOfImages=3)
    assert status == 200
    assert [image["image_index"] for image in content["images"]] == [0, 2]
    assert [image["seed"] for image in content["images"]] == [10, 12]
    assert content["image_urls"] == [image["url"] for image in content["images"]]
    [warning] = content["warnings"]
    assert "Picture 2 of 3" in warning
    assert "It took too long." in warning
    assert rig.keys() == [KEY.format(0), KEY.format(2)]


def test_when_the_first_fails_the_seed_is_that_of_the_first_good_one(rig: Rig) -> None:
    rig.generator.script_seed(10, ModelTimeoutError("It took too long."))
    status, content = rig.call(**SUNSET, seed=10, numberOfImages=2)
    assert (status, content["seed"]) == (200, 11)
    assert content["s3_url"] == content["images"][0]["url"]


def test_when_all_fail_it_is_the_first_ones_error(rig: Rig) -> None:
    rig.generator.script_seed(10, PromptRefusedError("The text was refused."))
    rig.generator.script_seed(11, ModelBusyError("Busy."))
    status, content = rig.call(**SUNSET, seed=10, numberOfImages=2)
    assert status == 422
    assert content == {"success": False, "error": "The text was refused.", "code": "prompt_refused"}
    assert rig.keys() == []


def test_requests_are_never_joined(rig: Rig) -> None:
    for _ in range(3):
        rig.call(**SUNSET, seed=5)
    assert len(rig.generator.calls) == 3
    assert rig.keys() == [KEY.format(index) for index in range(3)]
