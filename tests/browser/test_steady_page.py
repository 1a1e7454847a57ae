"""What a learner looks at stays where it is, and what to do next is in view."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.conftest import OTHER_NAME
from tests.browser.gate import Gate
from tests.browser.looks import resting_top, top
from tests.browser.tabs import NewContext, NewTab
from tests.browser.test_looks import PHONE
from tests.browser.visitor import PICTURE, Visitor
from tests.patience import until

PRESSED = "rgb(9, 90, 86)"
PICTURES = "**/pictures/*"


TOPS = """window.tops = new Set();
(function look() {
  const button = document.querySelector('.st-key-get_practice_image button');
  const isDrawn = document.querySelector('.st-key-footer')?.checkVisibility();
  if (button && isDrawn) window.tops.add(Math.round(button.getBoundingClientRect().top));
  requestAnimationFrame(look);
})()"""
"""Where the button is, in each frame from when it can be pressed."""
LATE = "**/static/js/PageLink.*"
"""What stands above the button waits for no script of its own: late, it would move the button."""
SLIP_PX = 4
"""A press that has begun hits it all the same; what stood above it took 45."""


@pytest.fixture
def phone(new_tab: NewTab, bedrock_server: AppServer, model: BedrockStandIn) -> Visitor:
    """A learner with a small phone."""
    page = new_tab(**PHONE)
    return Visitor(page, f"http://{OTHER_NAME}:{bedrock_server.port}")


def test_what_is_next_is_in_view_and_stays_where_it_is(phone: Visitor, gate: Gate) -> None:
    page = phone.open().page
    expect_session_and_form_to_fit(phone)
    below = page.get_by_role("heading", name="What to show")
    before = resting_top(below)
    phone.get.tap()
    expect(phone.waiting).to_be_visible()
    until(lambda: resting_top(below) == before)  # the first is waited for where it will be
    expect(phone.get).to_have_css("background-color", PRESSED)
    gate.open()
    first = phone.picture()
    expect(page.locator(PICTURE)).to_be_in_viewport(ratio=1)
    expect(phone.new).to_be_in_viewport(ratio=1)

    phone.write("A red bus")
    held: list[Route] = []
    page.route(PICTURES, lambda route: held.append(route))
    page.get_by_role("button", name="Make this picture").tap()
    expect(phone.new).to_be_in_viewport(ratio=1)
    coming = page.locator(".st-key-practice_image[data-coming]")
    expect(coming).to_be_visible()
    words = coming.evaluate("(e) => getComputedStyle(e, '::after').content")
    assert "Your picture is coming." in words, "a slow network is told on the old picture"
    let_through(page, held)
    phone.picture(other_than=first)
    expect(coming).to_have_count(0)


def middle(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"] + box["height"] / 2


def let_through(page: Page, held: list[Route]) -> None:
    """Let go what is held, and what is asked for from now on."""
    page.route(PICTURES, lambda route: route.continue_())
    for route in held:
        route.continue_()


def expect_session_and_form_to_fit(phone: Visitor) -> None:
    page = phone.page
    page.wait_for_function(
        "() => document.querySelector('.st-key-session_link code')?.getClientRects().length === 1"
    )
    field = page.get_by_role("textbox", name="Link to this session")
    until(lambda: top(field) == top(page.get_by_role("button", name="Copy link")))
    level = page.locator(".st-key-level [role=combobox], .st-key-level input").first
    join = page.get_by_role("button", name="Join a class")
    for width in (1024, 360):
        page.set_viewport_size({"width": width, "height": 740})
        expect(phone.get).to_be_visible()
        until(lambda: abs(middle(level) - middle(join)) < 2)


def test_the_first_picture_on_a_slow_network_has_its_place_and_words(phone: Visitor) -> None:
    held: list[Route] = []
    phone.page.route(PICTURES, lambda route: held.append(route))
    phone.open().get.click()
    below = phone.page.get_by_text("Words that help")
    expect(below).to_be_visible()
    expect(phone.waiting).to_have_count(0)
    before = resting_top(below)
    place = phone.page.locator(".st-key-practice_image")
    words = place.evaluate("(e) => getComputedStyle(e, '::before').content")
    assert "Your picture is coming." in words
    let_through(phone.page, held)
    phone.picture()
    until(lambda: resting_top(below) == pytest.approx(before, abs=1))


@pytest.mark.parametrize("width", [360, 1280])
def test_the_button_stays_where_it_is_from_when_it_can_be_pressed(
    new_context: NewContext, bedrock_server: AppServer, width: int
) -> None:
    context = new_context(viewport={"width": width, "height": 800})
    context.add_init_script(TOPS)
    late: list[Route] = []
    context.route(LATE, lambda route: late.append(route))
    page = Visitor(context.new_page(), bedrock_server.url).open().page
    for route in late:
        route.continue_()
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    page.wait_for_load_state("networkidle")
    tops = page.evaluate("() => [...window.tops]")
    assert max(tops) - min(tops) <= SLIP_PX
