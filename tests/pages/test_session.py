"""Whose page it is: the session in the address."""

from __future__ import annotations

import re

import pytest

from tests.pages.visits import GET, Site, alerts, open_page, picture_url, press, session_of

RANDOM_PART = re.compile(r"image-([a-z2-7]{16})")
BAD_SESSIONS = ["../etc", "a b", "-begins-badly", "x" * 65, "a_20241031_143022", "ä", " "]


def test_a_first_visit_gets_a_session_written_into_the_address(site: Site) -> None:
    visit = open_page()
    assert not visit.exception
    found = RANDOM_PART.fullmatch(session_of(visit))
    assert found, "16 characters of 5 random bits each"
    assert session_of(visit) in "\n".join(text.value for text in visit.markdown)


def test_nobody_gets_the_session_of_another(site: Site) -> None:
    sessions = [session_of(open_page()) for _ in range(8)]
    assert len(set(sessions)) == len(sessions)
    for position in range(16):
        assert len({name.removeprefix("image-")[position] for name in sessions}) > 1


def test_the_session_stays_over_reruns(site: Site) -> None:
    visit = open_page()
    before = session_of(visit)
    press(visit, GET)
    assert session_of(visit.run()) == before


def test_two_sessions_do_not_see_each_other(site: Site) -> None:
    mine = picture_url(press(open_page("learner-1"), GET))
    assert "learner-1_" in mine
    assert not open_page("learner-1-b").image
    assert not open_page("learner").image
    assert picture_url(open_page("learner-1")) == mine


def test_a_page_whose_address_changes_shows_the_other_session(site: Site) -> None:
    site.add_picture("other", "20250101_100000", "A red bus")
    visit = press(open_page("one"), GET)
    visit.query_params["session"] = "other"
    visit.run()
    assert "other_20250101_100000" in picture_url(visit)


@pytest.mark.parametrize("bad", BAD_SESSIONS)
def test_a_bad_session_is_told_and_the_address_is_left_alone(site: Site, bad: str) -> None:
    visit = open_page(bad)
    assert not visit.exception
    assert len(alerts(visit)) == 1
    assert session_of(visit) == bad
    assert [button.key for button in visit.button] != []
    assert all(button.key != GET for button in visit.button)
    assert site.generator.requests == []
    assert set(site.store.asked) <= {"list_session"}, "only whether another id was meant"


def test_the_offer_of_a_new_session_is_taken(site: Site) -> None:
    visit = open_page("../etc")
    (offer,) = visit.button
    offer.click().run()
    assert alerts(visit) == []
    assert RANDOM_PART.fullmatch(session_of(visit))
    assert picture_url(press(visit, GET))


@pytest.mark.parametrize("empty", [""])
def test_an_empty_session_in_the_address_makes_no_trouble(site: Site, empty: str) -> None:
    visit = open_page(empty)
    assert not visit.exception
    assert visit.button
