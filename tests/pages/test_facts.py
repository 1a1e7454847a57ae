"""What a drawn picture tells of itself: words, description, and what could not be drawn."""

from __future__ import annotations

import pytest

from pages.components.picture import picture_memory
from tests.pages.visits import GET, Site, alternative_text, open_page, panel, press, unfold, write

PROMPT = "A chess tournament on a busy market in the rain"


@pytest.mark.usefixtures("in_a_fresh_place")
def test_a_drawn_picture_tells_its_description_with_the_prompt_details_and_words() -> None:
    visit = press(write(open_page(), PROMPT), GET)
    assert "rainy day" not in alternative_text(visit)
    assert "rainy day at a street market" in panel(
        unfold(visit, picture_memory.PROMPT_OPEN.name), "Show the prompt"
    )
    assert "rainy day at a street market" in alternative_text(visit)
    assert "Not drawn: chess tournament" in panel(
        unfold(visit, picture_memory.DETAILS_OPEN.name), "Details"
    )
    words = panel(unfold(visit, picture_memory.WORDS_OPEN.name), "Words that help")
    assert "market" in words
    assert "Where they are" in words


def test_a_picture_by_a_model_has_no_words(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    visit = unfold(open_page("learner"), picture_memory.WORDS_OPEN.name)
    assert "Only drawn pictures have them" in panel(visit, "Words that help")
    assert not visit.exception
