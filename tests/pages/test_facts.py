"""What a drawn picture tells of itself: words, description, and what could not be drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.components.picture import picture_memory
from tests.pages.visits import GET, Site, alternative_text, open_page, panel, press, unfold, write

PROMPT = "A chess tournament on a busy market in the rain"


@pytest.fixture
def drawn(in_a_fresh_place: Path) -> AppTest:
    assert in_a_fresh_place.is_dir()
    return press(write(open_page(), PROMPT), GET)


def test_the_description_comes_with_the_prompt_and_not_before(drawn: AppTest) -> None:
    assert "rainy day" not in alternative_text(drawn)
    assert "rainy day at a street market" in panel(
        unfold(drawn, picture_memory.PROMPT_OPEN.name), "Show the prompt"
    )
    assert "rainy day at a street market" in alternative_text(drawn)


def test_details_name_what_could_not_be_drawn(drawn: AppTest) -> None:
    assert "Not drawn: chess tournament" in panel(
        unfold(drawn, picture_memory.DETAILS_OPEN.name), "Details"
    )


def test_words_that_help_are_of_the_picture(drawn: AppTest) -> None:
    words = panel(unfold(drawn, picture_memory.WORDS_OPEN.name), "Words that help")
    assert "market" in words
    assert "Where they are" in words


def test_a_picture_by_a_model_has_no_words(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    visit = unfold(open_page("learner"), picture_memory.WORDS_OPEN.name)
    assert "Only drawn pictures have them" in panel(visit, "Words that help")
    assert not visit.exception
