"""A teacher's pages in the browser: progress, unsaved text, the ways in, and the projector."""

from __future__ import annotations

import io
import re
import secrets
from collections.abc import Iterator
from functools import partial

import pytest
import segno
from PIL import Image
from playwright.sync_api import Page, expect

from imagespeak_core.classroom import edits
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.gate import Gate
from tests.browser.lesson import ELSEWHERE, ClassTab, Lesson, make_lesson
from tests.browser.looks import (
    faint_texts,
    focused,
    in_both_colours,
    outline_problems,
    resting_top,
    sticking_out,
)
from tests.browser.tabs import NewTab
from tests.patience import until

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
WINDOWS = [(1280, 720), (1024, 768), (360, 740), (740, 360)]
SLACK_PX = 40
QUIET_ZONE = 4
_IS_FILLED = """(slack) => {
  const box = (name) => document.querySelector(name).getBoundingClientRect();
  const picture = box('.st-key-stage img'), bar = box('.st-key-stage_bar');
  const revealed = document.querySelector('.st-key-revealed')?.getBoundingClientRect().height ?? 0;
  const used = picture.height + revealed + bar.height;
  const main = document.querySelector('.stMain');
  return picture.top >= 0 && bar.bottom <= innerHeight && used >= innerHeight - slack
    && main.scrollHeight - main.clientHeight <= 1;
}"""

TWO_ROWS_PX = 110
_COVERS_HAVE_COME = """() => {
  const covers = [...document.querySelectorAll('.st-key-class_cards img')];
  return covers.length > 0 && covers.every((cover) => cover.complete);
}"""
_BAR_IS_THIN = """(most) =>
  document.querySelector('.st-key-stage_bar').getBoundingClientRect().height <= most"""
_STAND_SIDE_BY_SIDE = """() => {
  const parts = [...document.querySelectorAll('.st-key-class_part [role=radio]')];
  return new Set(parts.map((part) => part.getBoundingClientRect().top)).size === 1;
}"""

_ICONS_STAND_IN_THE_MIDDLE = """() => {
  const buttons = [...document.querySelectorAll('.st-key-stage_bar .stButton button')];
  const middle = (box) => box.getBoundingClientRect().left + box.getBoundingClientRect().width / 2;
  return buttons.length > 4 && buttons.every((button) =>
    Math.abs(middle(button) - middle(button.querySelector('[data-testid=stIconMaterial]'))) <= 1);
}"""


@pytest.fixture
def lesson(offline_server: AppServer) -> Lesson:
    return make_lesson(offline_server)


@pytest.fixture
def teacher(new_tab: NewTab, offline_server: AppServer) -> ClassTab:
    return ClassTab(new_tab(), offline_server.url)


def open_card(teacher: ClassTab, lesson: Lesson) -> None:
    """Choose the class in the list, once no cover can push its button any more."""
    expect(teacher.button(lesson.title)).to_be_visible()
    teacher.page.wait_for_function(_COVERS_HAVE_COME)
    teacher.button(lesson.title).click()


def wait_for_end_of_run(page: Page) -> None:
    """Of the run that has drawn what was just seen: all that is there belongs to it."""
    app = page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")


def test_progress_is_found_again_after_a_reload(
    new_tab: NewTab,
    bedrock_server: AppServer,
    model: BedrockStandIn,
    second_call: Gate,
) -> None:
    lesson = make_lesson(bedrock_server)
    teacher = ClassTab(new_tab(), bedrock_server.url)
    teacher.teach(lesson, "Make pictures")
    teacher.page.get_by_role("radio", name="2", exact=True).click()
    expect(teacher.text("2 pictures, about $0.08.")).to_be_visible()
    teacher.button("Make 2 pictures").click()
    second_call.wait_for_call()
    expect(teacher.text("1 of 2 ready")).to_be_visible()
    expect(teacher.buttons("Keep")).to_have_count(1)
    teacher.page.reload()
    teacher.part("Make pictures")
    expect(teacher.text("1 of 2 ready")).to_be_visible()
    teacher.sees_new(1)
    teacher.buttons("Keep").click()
    expect(teacher.buttons("Keep")).to_have_count(0)
    second_call.open()
    expect(teacher.buttons("Keep")).to_have_count(1)
    expect(teacher.text("of 2 ready")).to_have_count(0)
    assert len(model.calls) == 2
    assert len(lesson.keys) == 4

    gate = Gate()
    model.script(gate, gate)
    teacher.page.get_by_role("radio", name="2", exact=True).click()
    teacher.button("Make 2 pictures").dblclick()
    expect(teacher.text("0 of 2 ready")).to_be_visible()
    pictures = teacher.page.locator(".st-key-new_pictures")
    before = resting_top(pictures)
    gate.open()
    expect(teacher.text("of 2 ready")).to_have_count(0)
    assert resting_top(pictures) == before, (
        "a press on a picture must not miss it because the work ends"
    )
    assert len(model.calls) == 4, "a double press pays once"


def test_a_class_is_made_once_put_in_order_and_shared(
    teacher: ClassTab, offline_server: AppServer, lesson: Lesson
) -> None:
    page = teacher.page
    made = set(offline_server.pictures.glob("classes/class-*.json"))
    teacher.go("classroom").button("Make class").dblclick()
    expect(teacher.button("Present")).to_be_visible()
    expect(teacher.heading("Your classes")).to_have_count(0)
    teacher.button("All classes").click()
    expect(teacher.heading("Your classes")).to_be_visible()
    assert len(set(offline_server.pictures.glob("classes/class-*.json")) - made) == 1
    open_card(teacher, lesson)
    teacher.part("Lesson")
    teacher.sees_all(lesson)

    last = page.locator(".st-key-lesson_2")
    page.set_viewport_size({"width": 1280, "height": 420})
    last.scroll_into_view_if_needed()
    expect(teacher.heading(lesson.title)).not_to_be_in_viewport()
    last.locator("summary").click()
    last.get_by_role("textbox", name="Notes").focus()  # until it is left, nothing is followed
    lesson.show(0)
    last.get_by_role("button", name="Show to the class").dispatch_event("click")  # not left yet
    expect(teacher.alert).to_be_in_viewport(ratio=1)
    expect(teacher.alert).to_contain_text("Somebody else changed this class meanwhile")
    wait_for_end_of_run(page)
    last.get_by_role("button", name="Show to the class").click()
    expect(last.get_by_text("The class sees this one")).to_be_visible()
    expect(teacher.alert).to_have_count(0)
    page.set_viewport_size({"width": 1280, "height": 900})

    card = page.locator(".st-key-lesson_1")
    card.locator("summary").click()
    card.get_by_role("textbox", name="Target words").fill("boat, lake")
    card.get_by_role("button", name="Later").click()
    card = page.locator(".st-key-lesson_2")
    expect(card.get_by_text("A green boat on a lake")).to_be_visible()
    expect(card.get_by_text("You have text that is not saved.")).to_be_visible()
    field = card.get_by_role("textbox", name="Target words")
    expect(field).to_have_value("boat, lake")
    teacher.sees_all(lesson)
    card.get_by_role("button", name="Save picture 3").dblclick()
    expect(card.get_by_text("2 target words.")).to_be_visible()
    expect(field).to_be_visible()
    expect(teacher.alert).to_have_count(0)
    assert lesson.state.pictures[2].words == ("boat", "lake")

    before = lesson.keys
    later = teacher.buttons("Later").first
    later.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-lesson_1").get_by_text("red bus")).to_be_visible()
    assert lesson.keys == [before[1], before[0], before[2]]
    wait_for_end_of_run(page)
    page.keyboard.press("Tab")
    assert focused(page)

    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    teacher.part("Share")
    link = f"{offline_server.url}/?session={lesson.session_id}"
    expect(teacher.text("works on this computer only")).to_be_visible()
    expect(teacher.text(lesson.code[:3] + " " + lesson.code[3:]).first).to_be_visible()
    expect(teacher.text(link).first).to_be_visible()
    teacher.button("Copy link").click()
    expect(teacher.text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link
    code = segno.make(link, error="m", micro=False)
    expected = [[bool(module) for module in row] for row in code.matrix]
    until(lambda: _modules(page, len(expected)) == expected)


def _modules(page: Page, size: int) -> list[list[bool]]:
    """The QR code as a camera would read it: which of its modules are dark."""
    shot = page.get_by_role("img", name="QR code of the address").screenshot()
    picture = Image.open(io.BytesIO(shot)).convert("L")
    module = picture.width / (size + 2 * QUIET_ZONE)
    brightness = picture.tobytes()

    def is_dark(row: int, column: int) -> bool:
        x, y = (int((place + QUIET_ZONE + 0.5) * module) for place in (column, row))
        return brightness[y * picture.width + x] < 128

    return [[is_dark(row, column) for column in range(size)] for row in range(size)]


def test_the_projector_fills_every_window_and_is_worked_by_keyboard(
    teacher: ClassTab, lesson: Lesson
) -> None:
    page = teacher.page
    lesson.show(0)
    with page.expect_response(lambda answer: "green_boat" in answer.url) as early:
        teacher.present(lesson)
    teacher.sees(lesson.keys[0])
    for reveal in (False, True):
        if reveal:
            teacher.button("Show prompt").click()
            expect(teacher.button("Hide prompt")).to_be_visible()
            expect(teacher.alert).to_have_count(0)
            teacher.button("Show words").click()
            expect(teacher.text("wheel · driver")).to_be_visible()
            page.wait_for_function(_IS_FILLED, arg=SLACK_PX)
        for width, height in WINDOWS:
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_function(_IS_FILLED, arg=SLACK_PX)
            assert sticking_out(page) == []
    for colours in in_both_colours(page):
        page.wait_for_function(_IS_FILLED, arg=SLACK_PX)
        assert faint_texts(page) == [], colours
    page.set_viewport_size({"width": 1280, "height": 900})

    press = page.keyboard.press
    press("ArrowRight")
    teacher.sees(lesson.keys[1])
    assert teacher.picture() == early.value.url, "it was there before it was shown"
    steps = (
        ("Space", 2), ("PageUp", 1), ("PageDown", 2), ("p", 1), ("n", 2), ("Backspace", 1),
        ("Enter", 2),
    )  # fmt: skip
    for key, place in steps:
        press(key)
        teacher.sees(lesson.keys[place])
    for _ in range(3):
        page.keyboard.down("ArrowLeft")  # held: it counts once
    page.keyboard.up("ArrowLeft")
    teacher.sees(lesson.keys[1])
    for key, button in ((".", "Show to learners"), ("b", "Hide from learners")):
        press(key)
        expect(teacher.button(button)).to_be_visible()
    press("Control+b")
    length = page.get_by_label("Length of the timer")
    length.focus()
    press("ArrowDown")
    expect(teacher.timer).to_have_text("1:30")
    press("ArrowRight")
    expect(teacher.timer).to_have_text("2:00")
    for key, button in (("b", "Show to learners"), (".", "Hide from learners")):
        press(key)
        expect(teacher.button(button)).to_be_visible()
    for key, place in (("PageDown", 2), ("PageUp", 1)):
        press(key)
        teacher.sees(lesson.keys[place])
    expect(teacher.timer).to_have_text("2:00")
    teacher.button("Start").click()
    expect(teacher.button("Pause")).to_be_visible()
    expect(teacher.timer).to_have_text(re.compile(r"1:\d\d"))
    teacher.button("Show prompt").click()
    expect(teacher.button("Hide prompt")).to_be_visible()
    expect(teacher.button("Hide from learners")).to_be_visible()
    expect(teacher.button("Pause")).to_be_visible()
    expect(teacher.text("2 of 3")).to_be_visible()
    teacher.button("Full screen").click()
    teacher.button("Leave full screen").click()
    teacher.button("Full screen").blur()
    press("Escape")
    expect(teacher.button("Present")).to_be_visible()
    expect(teacher.button("Leave")).to_have_count(0)
    page.go_back()
    expect(teacher.button("Leave")).to_be_visible()
    expect(teacher.alert).to_have_count(0)


def parts(teacher: ClassTab, lesson: Lesson) -> Iterator[str]:
    """Leads a teacher through all that the class's pages look like."""
    lesson.show(0)
    teacher.go("classroom")
    expect(teacher.button(lesson.title)).to_be_visible()
    yield "list"
    open_card(teacher, lesson)
    for part, sign in (
        ("Make pictures", "New pictures"),
        ("Lesson", "The class sees this one"),
        ("Share", "QR code"),
        ("Settings", "Show the notes"),
    ):
        teacher.part(part)
        expect(teacher.text(sign).first).to_be_visible()
        wait_for_end_of_run(teacher.page)
        yield part
    teacher.button("Delete the class").click()
    expect(teacher.text("Delete for good?")).to_be_visible()
    yield "question"
    teacher.button("Cancel").click()
    lesson.change(edits.end)
    expect(teacher.button("Open it again for 30 days")).to_be_visible()
    yield "over"


def test_what_people_wrote_is_shown_sign_for_sign(
    new_tab: NewTab, offline_server: AppServer
) -> None:
    words = [
        "<-> in <- between",
        "~= and --",
        "&amp; &copy; &#65;",
        ":streamlit: :smile: :+1:",
        ":red[red] :material_home:",
        "[link](http://x.org)",
        "$a$ `b` **c** __d__",
        "<b>bold</b> ^[note]",
        "www.x.org a@x.org",
    ]
    title = "1. Week 1 -> week 2 -- x >= y <= z &lt; :material/home: # " + secrets.token_hex(4)
    lesson = make_lesson(offline_server, title)
    lesson.change(
        partial(edits.describe_picture, key=lesson.keys[0], notes="-> &amp;", words=words)
    )
    lesson.show(0)
    lesson.change(partial(edits.reveal, words=True, notes=True))
    page = new_tab(**ELSEWHERE)
    ClassTab(page, offline_server.url).go(f"?session={lesson.session_id}")
    shown = page.locator(".stMain")
    expect(shown).to_contain_text("-> &amp;")
    text = shown.inner_text().replace("\u2060", "")
    assert [written for written in [title, *words] if written not in text] == []
    assert shown.locator("h2 :is(a, code, em, strong, img, [role=img])").count() == 0


def test_phones_of_teachers_and_learners_in_light_and_dark(
    new_tab: NewTab, offline_server: AppServer, lesson: Lesson
) -> None:
    page = new_tab(**PHONE)
    tab = ClassTab(page, offline_server.url)
    for part in parts(tab, lesson):
        assert sticking_out(page) == [], part
        for colours in in_both_colours(page):
            assert faint_texts(page) == [], f"{part}, {colours}"
        if part != "question":
            assert outline_problems(page) == [], part
        if part == "Make pictures":
            choices = page.get_by_role("radiogroup", name="Part of the class").get_by_role("radio")
            expect(choices).to_have_count(4)
            page.wait_for_function(_STAND_SIDE_BY_SIDE)  # styles and letters come after the words

    lesson = make_lesson(offline_server)
    lesson.show(0)
    lesson.change(lambda state: edits.reveal(state, prompt=True, words=True, notes=True))
    tab.present(lesson).sees(lesson.keys[0])
    expect(tab.button("Full screen")).to_be_visible()
    page.wait_for_function(_BAR_IS_THIN, arg=TWO_ROWS_PX)
    page.wait_for_function(_ICONS_STAND_IN_THE_MIDDLE)

    page.set_extra_http_headers(ELSEWHERE["extra_http_headers"])
    tab.learn(lesson).sees(lesson.keys[0])
    expect(page.get_by_role("link", name="Classroom")).to_have_count(0)
    expect(tab.text("Who drives?")).to_be_visible()
    assert sticking_out(page) == []
    for colours in in_both_colours(page):
        assert faint_texts(page) == [], colours
    assert outline_problems(page) == []
