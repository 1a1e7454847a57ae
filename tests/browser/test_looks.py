"""The page on a phone, in light and dark, by keyboard, and for who cannot see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.adapters import bedrock_replies as model_that
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.gate import Gate
from tests.browser.looks import (
    MOST_STOPS,
    all_looks,
    faint_texts,
    focused,
    in_both_colours,
    outline_problems,
    sticking_out,
    stops_on_the_way,
    width,
    without_motion,
)
from tests.browser.tabs import NewTab
from tests.browser.visitor import PICTURE, Visitor
from tests.pages.stand_ins import plain_png
from tests.patience import until

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitän" * 8

_RING_IS_WHOLE = """field => {
  const style = box => getComputedStyle(box);
  let ringed = field;
  while (ringed && style(ringed).outlineStyle !== 'solid') ringed = ringed.parentElement;
  if (!ringed) return false;
  const reach = parseFloat(style(ringed).outlineOffset) + parseFloat(style(ringed).outlineWidth);
  const ring = ringed.getBoundingClientRect();
  for (let box = ringed.parentElement; box; box = box.parentElement) {
    if (style(box).overflow === 'visible') continue;
    const limit = box.getBoundingClientRect();
    if (ring.left - reach < limit.left || ring.right + reach > limit.right) return false;
  }
  return true;
}"""


def states(visitor: Visitor, model: BedrockStandIn, gate: Gate) -> Iterator[str]:
    """Leads a visitor through all that the page can look like, and stops at each."""
    model.forget()
    model.script(model_that.access_denied, gate)
    visitor.open()
    yield "empty"
    visitor.unfold("Picture settings")
    expect(visitor.page.get_by_text("Seed", exact=True)).to_be_visible()
    yield "settings open"
    visitor.write(LONG_WORD).get.click()
    expect(visitor.alert).to_be_visible()
    yield "error"
    visitor.get.click()
    expect(visitor.waiting).to_be_visible()
    yield "waiting"
    gate.open()
    first = visitor.picture()
    yield "shown"
    visitor.write("A red bus").new.click()
    visitor.picture(other_than=first)
    expect(visitor.strip.get_by_role("button")).to_have_count(2)
    expect(visitor.waiting).to_have_count(0)
    expect(visitor.page.locator("[data-test-script-state=notRunning]")).to_be_attached()
    visitor.strip.get_by_role("button").last.click()
    expect(visitor.strip.get_by_role("button").last).to_have_attribute("aria-pressed", "true")
    expect(visitor.page.locator("[data-test-script-state=notRunning]")).to_be_attached()
    for label in ("Show the prompt", "Details"):
        visitor.unfold(label)
    expect(visitor.page.get_by_text(LONG_WORD[:200]).first).to_be_visible()
    yield "everything open"
    visitor.page.goto(f"{visitor.url}/?session=../bad")
    expect(visitor.alert).to_be_visible()
    yield "bad session"


def test_everything_can_be_read_on_a_desk_and_a_phone_and_a_screen_reader_finds_its_way(
    new_tab: NewTab, bedrock_server: AppServer, model: BedrockStandIn, gate: Gate
) -> None:
    visitor = Visitor(new_tab(**PHONE), bedrock_server.url)
    page = visitor.page
    for state in states(visitor, model, gate):
        page.mouse.move(0, 0)
        for look in all_looks(page, widths=(1280, 360)):
            assert faint_texts(page) == [], f"{state}, {look}"
        assert sticking_out(page) == [], state
        assert outline_problems(page) == [], state
        if state == "shown":
            until(lambda: width(page.locator(PICTURE)) >= 200)


def test_pictures_come_by_keyboard_alone_each_stop_is_seen_and_news_are_told(
    visitor: Visitor, model: BedrockStandIn, gate: Gate
) -> None:
    page = visitor.open().page
    told = page.locator(".st-key-told").get_by_role("status")
    expect(told).to_have_text("")
    tab_to(page, "Get Practice Image")
    page.keyboard.press("Enter")
    expect(told).to_have_text("Your picture is being made.")
    gate.open()
    first = visitor.picture()
    expect(told).to_have_text(re.compile("Here is your picture. Practice picture about: .+"))

    white = plain_png(0xFFFFFF, 1024, 1024)  # a button lies on the picture
    model.script(model_that.fixed(model_that.answer(white, seed=1)))
    tab_to(page, "Read the idea first")
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-as_written_idea")).to_be_visible()
    tab_to(page, "Another idea")
    page.keyboard.press("Enter")
    tab_to(page, "Generate New", key="Shift+Tab")
    page.keyboard.press("Space")
    visitor.picture(other_than=first)
    assert len(model.calls) == 2

    visitor.reload().picture()
    expect(told).to_have_text("")
    visitor.write("A red bus")
    words = page.get_by_role("textbox", name="What should the picture show?")
    words.focus()
    until(lambda: words.evaluate(_RING_IS_WHOLE))
    with without_motion(page):
        for colours in in_both_colours(page):
            page.mouse.click(1, 1)  # Tab begins at the top
            seen, unseen = stops_on_the_way(page)
            assert unseen == [], colours
            controls = {"Get Practice Image", "Generate New", "Download picture", "Copy link"}
            assert controls <= set(seen)


_CHOSEN = """() => [...document.querySelectorAll('[role=radiogroup] button')].slice(0, 2)
  .map((button) => ({
    chosen: button.dataset.selected === 'true',
    ground: getComputedStyle(button).backgroundColor,
    weight: getComputedStyle(button.querySelector('p')).fontWeight,
  })).sort((one, other) => other.chosen - one.chosen)"""
_HIGHLIGHT = """() => {
  document.body.style.color = 'Highlight';
  return getComputedStyle(document.body).color;
}"""
_PRINTED = """() => ({
  ground: getComputedStyle(document.querySelector('.stApp')).backgroundColor,
  text: getComputedStyle(document.querySelector('h1')).color,
  seen: [...document.querySelectorAll('button, input, textarea, summary, a')]
    .filter((part) => part.checkVisibility() && part.getBoundingClientRect().width > 1)
    .map((part) => part.outerHTML.slice(0, 90)),
})"""


def test_choices_are_seen_in_contrast_themes_and_paper_has_the_picture_on_white(
    new_tab: NewTab, offline_server: AppServer, session_id: str
) -> None:
    visitor = Visitor(new_tab(), offline_server.url).open(session_id)
    page = visitor.page
    visitor.get.click()
    first = visitor.picture()
    visitor.new.click()
    visitor.picture(other_than=first)
    number = page.get_by_text("Your 2 pictures, the newest first")
    expect(number).to_be_visible()
    visitor.unfold("Picture settings")
    expect(page.get_by_text("Seed", exact=True)).to_be_visible()
    for forced in ("none", "active"):
        page.emulate_media(forced_colors=forced)
        chosen, other = page.evaluate(_CHOSEN)
        assert chosen["chosen"]
        assert not other["chosen"]
        assert chosen["ground"] != other["ground"], forced
        assert (chosen["weight"], other["weight"]) == ("700", "400"), forced

    assert chosen["ground"] == page.evaluate(_HIGHLIGHT)

    page.emulate_media(forced_colors="none", color_scheme="dark", media="print")
    until(lambda: page.evaluate(_PRINTED)["ground"] == "rgb(255, 255, 255)")
    printed = page.evaluate(_PRINTED)
    assert printed["text"] == "rgb(0, 0, 0)"
    assert printed["seen"] == []
    expect(page.locator(PICTURE)).to_be_visible()
    expect(number).to_be_hidden()
    page.emulate_media(media="screen")


def tab_to(page: Page, name: str, *, key: str = "Tab") -> None:
    """Press the key until the control with this name has the keyboard."""
    passed = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        stop = focused(page)
        if stop and name == stop.name:
            return
        passed.append(stop.name if stop else "")
    pytest.fail(f"{name!r} can't be reached by keyboard; passed: {passed}")
