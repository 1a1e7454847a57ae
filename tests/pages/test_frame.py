"""What stands around every page, and what the real services say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.generators.bedrock.catalog import MODELS
from pages.components.picture import prompt_memory
from pages.components.shell.wiring import wiring
from tests.pages.visits import GET, Site, open_page, press


def captions(visit: AppTest) -> str:
    return "\n".join(str(caption.value) for caption in visit.caption)


def every_text(visit: AppTest) -> str:
    options = [*visit.radio(key=prompt_memory.QUALITY.name).options]
    return "\n".join([captions(visit), *(text.value for text in visit.markdown), *options])


def test_one_heading_and_one_title_on_every_visit(site: Site) -> None:
    for visit in (open_page(), open_page("../bad"), press(open_page("learner"), GET)):
        assert [title.value for title in visit.title] == ["ImageSpeak"]


def test_the_footer_names_generator_and_store(site: Site) -> None:
    for visit in (open_page("learner"), open_page("../bad")):
        assert site.generator.label in captions(visit)
        assert "folder 'pictures'" in captions(visit)


def test_the_illustrator_says_what_it_is_and_that_it_is_free(in_a_fresh_place: Path) -> None:
    visit = open_page("learner")
    assert not visit.exception
    assert "without AI" in captions(visit)
    assert "free" in every_text(visit)
    assert "$" not in every_text(visit)


def test_bedrock_shows_its_prices(in_a_fresh_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMAGESPEAK_GENERATOR", "bedrock")
    visit = open_page("learner")
    assert not visit.exception
    assert "Amazon Bedrock" in captions(visit)
    generator = wiring().services.generator
    for quality in ("standard", "premium"):
        price_usd = MODELS[generator.offer(quality).model].price_usd
        assert price_usd
        assert f"${price_usd:.2f}" in every_text(visit).replace("\\", "")


def test_the_bucket_is_named_where_there_is_one(
    in_a_fresh_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMAGESPEAK_BUCKET", "a-school-bucket")
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9")
    assert r"a\-school\-bucket" in captions(open_page("../bad"))


def test_the_way_from_nothing_to_a_picture_with_all_that_is_real(in_a_fresh_place: Path) -> None:
    visit = press(open_page(), GET)
    assert not visit.exception
    assert not visit.error
    assert len(visit.image) == 1
    assert len(list(in_a_fresh_place.glob("pictures/generated-images/*.png"))) == 1
