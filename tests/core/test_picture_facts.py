"""What is known of a picture: read from the store alone, and told by who knows its model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import pytest
from pydantic import SecretStr

import imagespeak_core.generators.illustrator.illustrator as drawing
from imagespeak_core.bootstrap import build_services
from imagespeak_core.generators.illustrator.generator import Illustrator
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.facts import PictureFacts, picture_facts
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services
from imagespeak_core.settings import Settings
from tests.fakes import FAKE_MODEL, plain_png

KEY = ImageKey("abc", "20241031_143022", 0, "dog")
REQUEST = ImageRequest("abc", "A dog and a quokka in a park", seed=3, width_px=256, height_px=256)


@pytest.fixture(scope="module")
def drawn() -> GeneratedImage:
    return Illustrator().generate(REQUEST)


def services(root: Path, generator: Literal["illustrator", "bedrock"] = "illustrator") -> Services:
    return build_services(
        Settings(generator=generator, data_dir=root, secret=SecretStr("sixteen characters"))
    )


def facts_of(image: GeneratedImage, *, by: Services) -> PictureFacts:
    png = embed(image.png, ImageDetails.of(KEY, REQUEST, image), scene=image.scene)
    by.store.put(KEY, png, {})
    return picture_facts(by, KEY)


def with_scene(scene: str, model: str) -> GeneratedImage:
    return GeneratedImage(plain_png(256, 256), 3, model, duration_ms=1, scene=scene)


def test_what_was_not_drawn_is_read_and_nothing_is_composed_again(
    tmp_path: Path, drawn: GeneratedImage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "compose", lambda *_, **__: pytest.fail("composed again"))
    facts = facts_of(drawn, by=services(tmp_path))
    assert facts.details.prompt == REQUEST.prompt
    assert facts.shows is not None
    assert facts.shows.remarks == ("I could not draw: quokka.",)
    assert "dog" in facts.shows.description
    assert "dog" in facts.shows.words["A1"].all
    assert "park" in facts.shows.short_text


def test_a_drawn_picture_is_told_of_where_a_model_makes_the_new_ones(
    tmp_path: Path, drawn: GeneratedImage
) -> None:
    shows = facts_of(drawn, by=services(tmp_path, "bedrock")).shows
    assert shows is not None
    assert "dog" in shows.description


def test_a_scene_of_version_1_is_told_without_what_was_not_drawn(
    tmp_path: Path, drawn: GeneratedImage
) -> None:
    fields = {**json.loads(drawn.scene), "version": 1}
    del fields["not_drawn"]
    shows = facts_of(with_scene(json.dumps(fields), drawn.model), by=services(tmp_path)).shows
    assert shows is not None
    assert "dog" in shows.description
    assert shows.remarks == ()


@pytest.mark.parametrize("scene", ["", "{", '{"version": 99}'])
def test_of_a_scene_that_is_not_understood_nothing_is_told(
    tmp_path: Path, drawn: GeneratedImage, scene: str
) -> None:
    facts = facts_of(with_scene(scene, drawn.model), by=services(tmp_path))
    assert facts.shows is None
    assert facts.details.prompt == REQUEST.prompt


def test_nobody_tells_of_a_models_picture_whatever_lies_in_it(
    tmp_path: Path, drawn: GeneratedImage
) -> None:
    assert facts_of(with_scene(drawn.scene, FAKE_MODEL), by=services(tmp_path)).shows is None
