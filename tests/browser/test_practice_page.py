"""The practice page as a learner on a phone meets it: what comes first, and pictures seen large."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey
from tests.browser.app_server import AppServer
from tests.browser.conftest import OTHER_NAME
from tests.browser.gallery import Place
from tests.browser.looks import top
from tests.browser.tabs import NewTab
from tests.browser.test_looks import PHONE
from tests.browser.visitor import PICTURE, Visitor
from tests.pages.stand_ins import MODEL, plain_png
from tests.patience import until

SHAPES = {"square": (768, 768), "wide": (1152, 768), "tall": (768, 1152), "narrow": (256, 1536)}
SMALL_PHONE = {"width": 360, "height": 640}
IN_ORDER = (
    ".st-key-generate_new button",
    PICTURE,
    ".st-key-recorder",
    ".st-key-strip",
    ".st-key-words_open",
    ".st-key-source",
    ".st-key-session_link",
)
_SHAPE = """(image) => {
  const box = image.getBoundingClientRect();
  return [box.width, box.height, image.naturalWidth / image.naturalHeight];
}"""
_SEEN_IN_STRIP = """(button) => {
  const strip = button.parentElement.getBoundingClientRect();
  const box = button.getBoundingClientRect();
  return box.left >= strip.left - 1 && box.right <= strip.right + 1;
}"""


def add(place: Place, session_id: str, size: tuple[int, int], *, index: int = 0) -> None:
    """Put a picture of a size into the store; all in one second."""
    request = ImageRequest(session_id, "A red bus", width_px=size[0], height_px=size[1], seed=7)
    key = ImageKey(session_id, "20250101_100000", index, "red_bus")
    image = GeneratedImage(plain_png(0xAA3322, *size), seed=7, model=MODEL, duration_ms=2_500)
    place.put(str(key), embed(image.png, ImageDetails.of(key, request, image)))


@pytest.fixture
def phone(new_tab: NewTab, folder_place: Place) -> Visitor:
    """A learner with a small phone; no teacher sits at it."""
    page = new_tab(**PHONE)
    page.set_viewport_size(SMALL_PHONE)  # type: ignore[arg-type]
    return Visitor(page, f"http://{OTHER_NAME}:{folder_place.server.port}")


def test_what_comes_next_and_the_class_are_within_the_first_screen(
    phone: Visitor, folder_place: Place, session_id: str
) -> None:
    page = phone.open().page
    join = page.get_by_role("button", name="Join a class")
    for height in (640, 740):
        page.set_viewport_size({"width": 360, "height": height})
        for part in (join, phone.get, phone.new):
            expect(part).to_be_in_viewport(ratio=1)
    join.tap()
    code = page.get_by_label("Code from your teacher")
    expect(code).to_be_in_viewport(ratio=1)
    code.fill("ABC")
    expect(page.get_by_test_id("InputInstructions")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(code).to_be_hidden()

    for index, size in enumerate(SHAPES.values()):
        add(folder_place, session_id, size, index=index)
    phone.open(session_id).picture()
    expect(join).to_be_in_viewport(ratio=1)
    parts = [page.locator(selector).first for selector in IN_ORDER]
    for part in parts:
        expect(part).to_be_visible()
    until(lambda: in_order([top(part) for part in parts]))
    assert not scrolls_sideways(page)


def in_order(tops: list[float]) -> bool:
    return tops == sorted(tops) and len(set(tops)) == len(tops)


def test_the_form_has_its_button_and_our_words(phone: Visitor) -> None:
    page = phone.open().write("A red bus").page
    button = page.get_by_role("button", name="Make this picture")
    until(lambda: 0 < top(button) - bottom(phone.words) < 40)
    left = page.get_by_text(re.compile("You can write .* more letters"))
    expect(left).to_have_count(0)
    phone.words.fill("a" * 9_950)
    expect(left).to_have_text("You can write 50 more letters.")
    streamlits_words = page.locator(".st-key-own_words").get_by_test_id("InputInstructions")
    expect(streamlits_words).to_be_attached()
    expect(streamlits_words).to_be_hidden()
    phone.words.fill("A red bus")
    expect(left).to_have_count(0)
    button.tap()
    phone.picture()
    expect(page.locator(PICTURE)).to_be_in_viewport(ratio=0.5)


def bottom(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["y"] + box["height"]


def test_a_level_stays_with_the_browser(
    phone: Visitor, new_tab: NewTab, offline_server: AppServer
) -> None:
    page = phone.open().page
    assert not [one for one in phone.context.cookies() if one["name"] == "imagespeak_level"]
    level = page.get_by_role("combobox", name="Level")
    level.click()
    page.get_by_role("option", name="Level B1").click()
    expect(page.get_by_text("an everyday scene for level B1")).to_be_visible()
    until(
        lambda: (
            [
                (one["value"], one["path"], one["sameSite"])
                for one in phone.context.cookies()
                if one["name"] == "imagespeak_level"
            ]
            == [("B1", "/", "Lax")]
        )
    )
    phone.reload()
    expect(page.get_by_text("an everyday scene for level B1")).to_be_visible()


def test_the_newest_small_picture_is_seen_and_so_is_the_chosen_one(
    phone: Visitor, folder_place: Place, session_id: str
) -> None:
    keys = folder_place.fill(session_id, 12)
    for index in (9, 10, 11):
        add(folder_place, session_id, (256, 256), index=index)
    page = phone.open(session_id).page
    first_seen = phone.picture()
    small = phone.strip.get_by_role("button")
    expect(small).to_have_count(len(keys) + 3)
    small.last.scroll_into_view_if_needed()
    small.last.focus()
    page.keyboard.press("Enter")
    phone.picture(other_than=first_seen)
    until(lambda: bool(small.last.evaluate(_SEEN_IN_STRIP)))
    page.reload()
    phone.picture()
    page.keyboard.press("Tab")
    small.nth(6).scroll_into_view_if_needed()
    phone.new.tap()
    expect(small).to_have_count(len(keys) + 4)
    expect(small.first).to_have_attribute("aria-pressed", "true")
    until(lambda: bool(small.first.evaluate(_SEEN_IN_STRIP)))


def test_a_picture_opens_large_by_a_tap_and_by_keyboard_and_has_no_bars(
    new_tab: NewTab, folder_place: Place, session_id: str
) -> None:
    for index, size in enumerate(SHAPES.values()):
        add(folder_place, session_id, size, index=index)
    visitor = Visitor(new_tab(**PHONE), folder_place.server.url).open(session_id)
    page = visitor.page
    dialog = page.get_by_role("dialog", name="The picture, large")
    large = dialog.get_by_role("img")
    shown = visitor.picture()
    for place in range(len(SHAPES)):
        if place:
            visitor.strip.get_by_role("button").nth(place).click()
            shown = visitor.picture(other_than=shown)
        for window in ({"width": 360, "height": 640}, {"width": 1280, "height": 800}):
            page.set_viewport_size(window)  # type: ignore[arg-type]
            until(lambda: has_no_bars(page.locator(PICTURE)))
            page.locator(PICTURE).scroll_into_view_if_needed()
            page.locator(PICTURE).click(position={"x": 100, "y": 60})
            expect(dialog).to_be_visible()
            expect(large).to_have_attribute("alt", re.compile("Practice picture"))
            until(lambda: has_no_bars(large))
            assert fills_the_window(large)
            page.keyboard.press("Escape")
            expect(dialog).to_have_count(0)

    page.set_viewport_size(SMALL_PHONE)  # type: ignore[arg-type]
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    page.wait_for_function("() => !location.hash")
    address, runs = page.evaluate("location.href"), count_runs(page)
    opens = page.get_by_role("button", name="See the picture large")
    opens.focus()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    page.go_back()
    expect(dialog).to_have_count(0)
    expect(opens).to_be_focused()
    opens.click()
    dialog.get_by_role("button", name="Close the large picture").click()
    expect(dialog).to_have_count(0)
    page.wait_for_function("address => location.href === address", arg=address)
    assert count_runs(page) == runs, "nothing is run for it"
    assert not scrolls_sideways(page)


def scrolls_sideways(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def has_no_bars(image: Locator) -> bool:
    width, height, ratio = image.evaluate(_SHAPE)
    return bool(height and abs(width / height - ratio) < 0.02)


def fills_the_window(image: Locator) -> bool:
    width, height, _ = image.evaluate(_SHAPE)
    window = image.page.viewport_size
    assert window
    sides = (window["width"] - width, window["height"] - height)
    return bool(min(sides) >= -1 and min(abs(side) for side in sides) <= 1)


def count_runs(page: Page) -> int:
    """How often the page was run since this was first asked."""
    return int(
        page.evaluate("""() => {
          if (window.runs === undefined) {
            window.runs = 0;
            new MutationObserver((changes) => { window.runs += changes.length; }).observe(
              document.querySelector('[data-testid=stApp]'),
              { attributeFilter: ['data-test-script-state'] });
          }
          return window.runs;
        }""")
    )
