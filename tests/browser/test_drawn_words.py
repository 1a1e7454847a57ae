"""A learner sees their own words beside the picture that they are about."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.app_server import AppServer
from tests.browser.looks import sticking_out
from tests.browser.tabs import NewContext
from tests.browser.visitor import PICTURE, Visitor

DRAWN = ".st-key-drawn_words img"
DRAWN_IS_SHOWN = """(before) => {
  const drawn = document.querySelector('.st-key-drawn_words img');
  return drawn && drawn.complete && drawn.naturalWidth > 0 && drawn.src !== before
    ? drawn.src : null;
}"""
PLACES = """() => {
  const [picture, drawn] = ['.st-key-practice_image img', '.st-key-drawn_words img']
    .map((name) => document.querySelector(name).getBoundingClientRect());
  return { is_beside: drawn.left >= picture.right, is_below: drawn.top >= picture.bottom,
    is_in_view: picture.bottom > 0 && picture.top < innerHeight };
}"""
PROMPT = "Three dogs run on the beach. A man flies a kite."


def drawing(page: Page, *, other_than: str = "") -> str:
    """Wait until a drawing is decoded; gives its address."""
    return str(page.wait_for_function(DRAWN_IS_SHOWN, arg=other_than).json_value())


def test_beside_the_picture_and_again_after_a_reload(
    offline_server: AppServer, new_context: NewContext, session_id: str
) -> None:
    context = new_context()
    page = context.new_page()
    visitor = Visitor(page, offline_server.url).open(session_id)
    visitor.write(PROMPT).new.click()
    picture = visitor.picture()
    words = page.get_by_label("Your words")
    words.fill("Three dogs sleep on the beach. A man flies a kite.")
    page.get_by_role("button", name="Draw my words").click()
    first = drawing(page)
    assert urlsplit(first).path.startswith(f"/drawings/{session_id}_")
    assert "signature=" in first
    expect(page.get_by_role("heading", name="Your words, drawn")).to_be_visible()
    told = page.locator(".st-key-drawn_words")
    expect(told).to_contain_text("In your picture the three dogs are sleeping.")
    expect(told).to_contain_text("In the first one they are running.")
    assert "sleeping" in str(page.locator(DRAWN).get_attribute("alt"))
    page.locator(DRAWN).scroll_into_view_if_needed()
    assert page.evaluate(PLACES) == {"is_beside": True, "is_below": False, "is_in_view": True}

    words.fill("Three dogs run on the beach. A man flies a kite. It is night.")
    page.get_by_role("button", name="Check my words").click()
    second = drawing(page, other_than=first)
    expect(told).to_contain_text("In your picture it is night.")

    visitor.reload()
    assert visitor.picture() == picture
    assert drawing(page) == second

    page.set_viewport_size({"width": 360, "height": 740})
    page.locator(DRAWN).scroll_into_view_if_needed()
    assert page.evaluate(PLACES)["is_below"]
    assert sticking_out(page) == []

    # Who has the session's address sees the pictures alone.
    other = Visitor(new_context().new_page(), offline_server.url).open(session_id)
    assert other.picture() == picture
    expect(other.page.locator(PICTURE)).to_have_count(1)
    expect(other.page.locator(DRAWN)).to_have_count(0)
