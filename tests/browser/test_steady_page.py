"""What a learner looks at stays where it is, and what to do next is in view."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.conftest import OTHER_NAME
from tests.browser.gate import Gate
from tests.browser.tabs import NewTab
from tests.browser.test_looks import PHONE
from tests.browser.visitor import PICTURE, Visitor

PRESSED = "rgb(9, 90, 86)"


@pytest.fixture
def phone(new_tab: NewTab, bedrock_server: AppServer, model: BedrockStandIn) -> Visitor:
    """A learner with a small phone."""
    page = new_tab(**PHONE)
    return Visitor(page, f"http://{OTHER_NAME}:{bedrock_server.port}")


def top(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"]


def resting_top(part: Locator) -> float:
    """Where it is once the page has its styles and moves no more."""
    for _ in range(40):
        before = top(part)
        part.page.wait_for_timeout(500)
        if top(part) == before:
            return before
    pytest.fail("it never rests")


def test_the_first_picture_is_waited_for_where_it_will_be(phone: Visitor, gate: Gate) -> None:
    below = phone.open().page.get_by_role("heading", name="What to show")
    before = resting_top(below)
    phone.get.click()
    expect(phone.waiting).to_be_visible()
    assert top(below) == before
    gate.open()
    phone.picture()


def test_the_whole_picture_is_in_view_after_the_press(phone: Visitor) -> None:
    phone.open().get.click()
    phone.picture()
    expect(phone.page.locator(PICTURE)).to_be_in_viewport(ratio=1)
    expect(phone.new).to_be_in_viewport(ratio=1)


def test_a_picture_on_a_slow_network_has_its_place_and_words(phone: Visitor) -> None:
    held: list[Route] = []
    phone.page.route("**/pictures/*", lambda route: held.append(route))
    phone.open().get.click()
    below = phone.page.get_by_text("Words that help")
    expect(below).to_be_visible()
    expect(phone.waiting).to_have_count(0)
    before = resting_top(below)
    place = phone.page.locator(".st-key-practice_image")
    words = place.evaluate("(e) => getComputedStyle(e, '::before').content")
    assert "Your picture is coming." in words
    for route in held:
        route.continue_()
    phone.picture()
    assert top(below) == pytest.approx(before, abs=1)


def test_a_new_picture_on_a_slow_network_is_told_on_the_old_one(phone: Visitor) -> None:
    phone.open().get.click()
    first = phone.picture()
    held: list[Route] = []
    phone.page.route("**/pictures/*", lambda route: held.append(route))
    phone.new.click()
    coming = phone.page.locator(".st-key-practice_image[data-coming]")
    expect(coming).to_be_visible()
    words = coming.evaluate("(e) => getComputedStyle(e, '::after').content")
    assert "Your picture is coming." in words
    for route in held:
        route.continue_()
    phone.picture(other_than=first)
    expect(coming).to_have_count(0)


def test_a_button_that_was_tapped_keeps_its_colour(phone: Visitor) -> None:
    phone.open().get.tap()
    phone.picture()
    expect(phone.get).to_have_css("background-color", PRESSED)


def test_the_session_and_its_link_fit_a_phone(phone: Visitor) -> None:
    page = phone.open().page
    page.wait_for_function(
        "() => document.querySelector('.st-key-session_link code').getClientRects().length === 1"
    )
    field = page.get_by_role("textbox", name="Link to this session")
    assert top(field) == top(page.get_by_role("button", name="Copy link"))
    topic, level = (page.get_by_role("combobox", name=label) for label in ("Topic", "Level"))
    for width in (1024, 360):
        page.set_viewport_size({"width": width, "height": 740})
        expect(phone.get).to_be_visible()
        assert top(topic) == top(level)


def test_own_words_say_what_comes_next(phone: Visitor) -> None:
    phone.open().write("A red bus")
    expect(phone.page.get_by_text("Ready? Press Generate New at the top.")).to_be_visible()
