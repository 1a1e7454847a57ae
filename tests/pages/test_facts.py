"""What a drawn picture tells of itself: words, description, and what could not be drawn."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.errors import StorageUnreachableError
from pages.components.picture import picture_memory
from tests.pages.visits import (
    GET,
    Site,
    alternative_text,
    open_page,
    panel,
    press,
    session_of,
    unfold,
    write,
)

PROMPT = "A chess tournament on a busy market in the rain"


@pytest.mark.usefixtures("in_a_fresh_place")
def test_a_drawn_picture_tells_its_description_with_the_prompt_details_and_words() -> None:
    visit = press(write(open_page(), PROMPT), GET)
    assert "rainy day" not in alternative_text(visit)
    assert "rainy day at a street market" in panel(
        unfold(visit, picture_memory.PROMPT_OPEN.name), "Show the prompt"
    )
    assert "rainy day at a street market" in alternative_text(visit)
    words = panel(unfold(visit, picture_memory.WORDS_OPEN.name), "Words that help")
    assert "market" in words
    assert "Where they are" in words


def test_a_picture_by_a_model_has_no_words(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    visit = unfold(open_page("learner"), picture_memory.WORDS_OPEN.name)
    assert "Only drawn pictures have them" in panel(visit, "Words that help")
    assert not visit.exception


REMARK = "I could not draw: chess tournament."


def _beside(visit: AppTest) -> str:
    """All that stands in small letters on the page."""
    return "\n".join(caption.value.replace("\\", "") for caption in visit.caption)


@pytest.mark.usefixtures("in_a_fresh_place")
def test_what_is_not_drawn_is_said_beside_the_picture_now_and_after_a_reload() -> None:
    visit = press(write(open_page(), PROMPT), GET)
    assert REMARK in _beside(visit)
    assert REMARK in _beside(open_page(session_of(visit)))
    assert not visit.warning


@pytest.mark.usefixtures("in_a_fresh_place")
def test_nothing_is_said_where_all_is_drawn() -> None:
    visit = press(write(open_page(), "A dog is running in a park"), GET)
    assert "not draw" not in _beside(visit)
    assert "English" not in _beside(visit)


def test_a_store_that_cannot_tell_leaves_the_picture_alone(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    site.store.fail_next("scene", StorageUnreachableError("away"))
    visit = open_page("learner")
    assert alternative_text(visit)
    assert not visit.error
