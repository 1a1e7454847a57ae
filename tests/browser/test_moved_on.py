"""After a press about one's words: what it led to is in view, and the keyboard is not lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pages.components.widgets import moved_on
from tests.browser.app_server import AppServer
from tests.browser.looks import all_looks, faint_texts, outline_problems, sticking_out, top
from tests.browser.speaker import Panel
from tests.browser.tabs import NewTab, open_bare
from tests.browser.test_words import PROMPT, put_picture
from tests.browser.visitor import PICTURE, Visitor
from tests.patience import until

WORDS = "A man sits on a bench in the park. There are four dogs and two cats."
LOUD = "rgb(11, 110, 105)"
LOW = 0.5
_HAS_KEYBOARD = """(key) => {
  const place = document.querySelector(`.st-key-${key}`);
  return Boolean(place) && place.contains(document.activeElement);
}"""
_SCRIPT = Path(moved_on.__file__).with_suffix(".js").read_text(encoding="utf-8")
_BEGIN = """async (script) => {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const { default: draw } = await import(url);
  document.body.innerHTML = ['pressed', 'first', 'second', 'of-a-class_1']
    .map((name) => `<p class="st-key-${name}"><button>${name}</button></p>`).join('');
  const parentElement = document.body.appendChild(document.createElement('div'));
  const move = (data) => draw({ parentElement, data: { rests: '', leaves: [], ...data } });
  window.moveOn = (about, ...focuses) => move({ about, shows: '', focuses });
  window.show = (about, shows) => move({ about, shows, focuses: [] });
  window.moveOn(0);
  document.querySelector('button').focus();
}"""
_GROUND = """() => {
  const start = document.querySelector('.st-key-recorder').firstElementChild;
  for (const one of [start, ...start.querySelectorAll('*')]) {
    const found = one.shadowRoot?.querySelector('.start');
    if (found) return getComputedStyle(found).backgroundColor;
  }
}"""


@pytest.fixture
def learner(new_tab: NewTab, offline_server: AppServer, session_id: str) -> Page:
    """With a picture that does not show all of its prompt, in a small window."""
    put_picture(offline_server.pictures, session_id)
    page = new_tab(viewport={"width": 360, "height": 740})
    Visitor(page, offline_server.url).open(session_id).picture()
    return page


def press(page: Page, key: str) -> None:
    """By the keyboard."""
    page.locator(f".st-key-{key} button").focus()
    page.keyboard.press("Enter")


def expect_keyboard(page: Page, key: str) -> None:
    page.wait_for_function(_HAS_KEYBOARD, arg=key)


def test_what_was_found_comes_into_view_and_the_keyboard_stays(learner: Page) -> None:
    page = learner
    words = page.get_by_role("textbox", name="Your words")
    check = page.get_by_role("button", name="Check my words")
    expect(check).not_to_have_css("background-color", LOUD)
    expect(page.locator(".recorder")).to_be_visible()
    before = page.evaluate(_GROUND)
    words.fill(WORDS)
    expect(check).to_have_css("background-color", LOUD)
    until(lambda: page.evaluate(_GROUND) != before)  # one loud button
    check.click()
    step = page.locator("strong", has_text="What to do next:")
    expect(step).to_be_in_viewport(ratio=1)
    until(lambda: 0 <= top(step) < LOW * 740)
    expect(check).not_to_have_css("background-color", LOUD)
    until(lambda: page.evaluate(_GROUND) == before)

    answer = page.locator(".st-key-answer_0 button")
    press(page, "answer_0")
    expect(answer).to_contain_text("Show a sentence")
    expect(answer).to_be_focused()
    press(page, "answer_0")
    expect_keyboard(page, "where_not_found_0")
    button = page.locator(".st-key-where_not_found_0 button")
    press(page, "where_not_found_0")
    expect(page.locator(".picture_outline > div").first).to_be_visible()
    expect(button).to_be_focused()
    press(page, "did_say_0")
    expect_keyboard(page, "did_say_1")
    press(page, "show_there_0")
    expect_keyboard(page, "where_not_so_0")
    press(page, "undo_0")
    expect_keyboard(page, "did_say_0")

    page.locator("summary", has_text="Your attempts").click()
    delete = page.get_by_role("button", name="Delete attempt 1")
    delete.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="No", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(delete).to_be_focused()
    for look in all_looks(page, widths=(320, 768)):
        assert sticking_out(page) == [], look
        assert faint_texts(page) == [], look
        assert outline_problems(page) == [], look
    page.set_viewport_size({"width": 360, "height": 740})

    press(page, "draw_words")
    drawing = page.locator(".st-key-drawn_picture img")
    expect(drawing).to_be_in_viewport(ratio=0.9)
    until(lambda: 0 <= top(drawing) < LOW * 740)
    page.reload()
    expect(drawing).to_be_attached()
    expect(page.locator(PICTURE)).to_be_in_viewport(ratio=0.5)  # the page begins at its top


def test_the_last_of_two_quick_presses_says_where_the_keyboard_is(
    new_tab: NewTab, offline_server: AppServer
) -> None:
    page = new_tab()
    open_bare(page, offline_server.url)
    page.evaluate(_BEGIN, _SCRIPT)
    # What the second press took away goes before the browser hears of that press.
    page.evaluate("() => { moveOn(1, 'first'); document.querySelector('button').remove(); }")
    expect_keyboard(page, "first")
    page.evaluate("() => moveOn(2, 'second')")
    expect_keyboard(page, "second")
    page.keyboard.press("Shift+Tab")
    expect_keyboard(page, "first")
    page.evaluate("() => moveOn(3, 'second')")  # where somebody went they stay
    page.evaluate("() => new Promise((go) => setTimeout(go, 200))")
    expect_keyboard(page, "first")
    # A key may have any letters; Streamlit writes others for some of them.
    page.evaluate("() => { moveOn(4, 'of a.class_1'); document.activeElement.blur(); }")
    expect_keyboard(page, "of-a-class_1")


def test_the_keyboard_waits_for_the_first_while_the_page_is_drawn(
    new_tab: NewTab, offline_server: AppServer
) -> None:
    page = new_tab()
    open_bare(page, offline_server.url)
    page.evaluate(_BEGIN, _SCRIPT)
    page.evaluate("() => { document.body.dataset.testid = 'stApp'; }")
    state = "(state) => { document.body.dataset.testScriptState = state; }"
    page.evaluate(state, "running")
    page.evaluate("() => { moveOn(1, 'late', 'first'); document.activeElement.blur(); }")
    page.evaluate("() => new Promise((go) => setTimeout(go, 200))")
    assert page.evaluate("document.activeElement === document.body"), "it went to the second best"
    page.evaluate("() => { document.querySelector('.st-key-second').className = 'st-key-late'; }")
    expect_keyboard(page, "late")
    page.evaluate("() => { moveOn(2, 'never', 'first'); document.activeElement.blur(); }")
    page.evaluate("() => new Promise((go) => setTimeout(go, 200))")
    page.evaluate(state, "notRunning")
    expect_keyboard(page, "first")


def test_where_a_press_led_is_shown_again_until_somebody_goes_on(
    new_tab: NewTab, offline_server: AppServer
) -> None:
    page = new_tab()
    open_bare(page, offline_server.url)
    page.evaluate(_BEGIN, _SCRIPT)
    page.add_style_tag(content=".st-key-second { margin-block: 3000px }")
    page.evaluate("() => { Element.prototype.scrollIntoView = window.scrollsSmoothly; }")
    second = page.get_by_text("second")
    page.evaluate("() => show(1, 'second')")
    until(lambda: page.evaluate("scrollY") > 0)
    page.evaluate("() => scrollTo(0, 0)")  # as a change of the page stops the smooth way there
    until(lambda: 0 <= top(second) < LOW * 900)
    page.evaluate("() => show(2, 'first')")
    until(lambda: page.evaluate("scrollY") < 100)
    page.evaluate("() => show(3, 'second')")
    page.mouse.wheel(0, 10)
    page.evaluate("() => { scrollTo(0, 0); return new Promise((go) => setTimeout(go, 1500)); }")
    assert page.evaluate("scrollY") < 1000, "the other way was given up"


def test_with_a_picture_the_keyboard_is_on_what_comes_next(
    new_tab: NewTab, offline_server: AppServer
) -> None:
    page = new_tab(viewport={"width": 1280, "height": 800})
    visitor = Visitor(page, offline_server.url).open()
    visitor.write(f"{PROMPT}, and a helicopter is landing")
    visitor.get.focus()
    page.keyboard.press("Enter")
    first = visitor.picture()
    expect_keyboard(page, "practice_image")
    visitor.new.focus()
    page.keyboard.press("Enter")
    visitor.picture(other_than=first)
    expect_keyboard(page, "practice_image")
    page.keyboard.press("Space")  # makes no other picture
    expect(Panel(page).alert).to_be_visible()  # it would have begun, and there is no microphone
    remark = page.get_by_text("I could not draw:")
    expect(remark).to_be_visible()
    box = page.locator(PICTURE).bounding_box()
    assert box
    assert 0 < top(remark) - (box["y"] + box["height"]) < 40, "it stands under its picture"
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 740})
        assert sticking_out(page) == []
        expect(page.get_by_role("button", name="Get Practice Image")).to_be_in_viewport(ratio=1)
