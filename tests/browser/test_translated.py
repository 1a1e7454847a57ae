"""Pages that a browser translates: the words of what is shown, never those of before."""

from __future__ import annotations

from functools import partial

import pytest
from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from imagespeak_core.classroom import edits
from pages.components.classroom.class_list import readable_code
from tests.browser.app_server import AppServer
from tests.browser.lesson import ELSEWHERE, PROMPTS, ClassTab, Lesson, make_lesson
from tests.browser.tabs import NewTab
from tests.browser.translation import (
    Way,
    before_translation,
    translate,
    translated,
    wait_until_translated,
)
from tests.browser.visitor import Visitor
from tests.patience import until

BUS, BEACH = "A red bus in the rain", "Two happy children run on a sunny beach and a dog sleeps"
PANELS = ("words_open", "prompt_open", "details_open")
_SPARED = "(part) => Boolean(part.closest('[translate=no]'))"


class Reader:
    """A tab that is translated, with another one beside it that is not."""

    def __init__(self, page: Page, plain_page: Page) -> None:
        self.page, self.plain_page = page, plain_page
        self.said: list[str] = []
        page.on("console", self._note)

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.said.append(message.text)

    def expect_same(self, part: str = "main") -> None:
        """Both say the same in the end, and nothing was thrown on the way."""
        wait_until_translated(self.page)
        wanted = self.plain_page.locator(part).first
        shown = self.page.locator(part).first
        until(lambda: "~" in shown.inner_text())
        until(lambda: before_translation(shown) == wanted.inner_text())
        expect(self.page.locator(".stException")).to_have_count(0)
        assert self.said == []


@pytest.fixture
def reader(new_tab: NewTab) -> Reader:
    return Reader(new_tab(**ELSEWHERE), new_tab(**ELSEWHERE))


def keyed(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-{key}")


def unfold(page: Page) -> None:
    """Open the panels, one after the other."""
    for panel in PANELS:
        keyed(page, panel).locator("summary").click()
        expect(keyed(page, panel).get_by_test_id("stMarkdownContainer").nth(1)).to_be_visible()


@pytest.mark.parametrize("way", ["at once", "font first"])
def test_practice(reader: Reader, offline_server: AppServer, way: Way) -> None:
    page, session_id = reader.page, f"translated-{way.replace(' ', '-')}"
    visitor = Visitor(page, offline_server.url).open(session_id)
    plain_visitor = Visitor(reader.plain_page, offline_server.url)
    button = partial(page.get_by_role, "button", exact=True)
    translate(page, way)
    expect(page.get_by_role("heading", name="ImageSpeak", exact=True)).to_be_visible()
    wait_until_translated(page)
    keyed(page, "idea_open").locator("summary").click()
    idea = keyed(page, "as_written_idea")
    expect(idea).to_be_visible()
    assert idea.inner_text().count("~") == 0

    button(name=translated("Generate New")).click()
    visitor.picture()
    page.get_by_role("radio", name=translated("My own words")).click()
    visitor.words.fill(" ")
    button(name=translated("Generate New")).click()
    expect(visitor.alert).to_contain_text(translated("One thing needs a change"))
    for number, wish in enumerate((BUS, BEACH), 2):
        visitor.words.fill(wish)
        button(name=translated("Generate New")).click()
        expect(visitor.strip.get_by_role("button")).to_have_count(number)
        expect(visitor.alert).to_have_count(0)

    plain_visitor.open(session_id).picture()
    for place, wish in ((0, BEACH), (1, BUS), (2, ""), (0, BEACH)):
        for one in (visitor, plain_visitor):
            small = one.strip.get_by_role("button").nth(place)
            small.click()
            expect(small).to_have_attribute("aria-pressed", "true")
            expect(keyed(one.page, "prompt_open").locator("details[open]")).to_have_count(0)
            unfold(one.page)
            expect(keyed(one.page, "prompt_open").get_by_text(wish).first).to_be_visible()
        for side in (".st-key-picture_place", ".st-key-about_place"):
            reader.expect_same(side)
    expect(page.locator("em").first).to_contain_text("beach, ")
    prompt = keyed(page, "prompt_open").get_by_text(BEACH)
    for part in (prompt, page.locator("em").first, page.locator("code").first):
        assert part.evaluate(_SPARED)


def test_a_class(reader: Reader, offline_server: AppServer) -> None:
    lesson = make_lesson(offline_server)
    for page in (reader.page, reader.plain_page):
        ClassTab(page, offline_server.url).learn(lesson)
    learner = ClassTab(reader.page, offline_server.url)
    translate(learner.page, "text first")
    reader.expect_same()
    steps = (
        (partial(edits.choose_picture, key=lesson.keys[0]), translated("Describe the picture")),
        (partial(edits.reveal, words=True), "wheel · driver"),
        (partial(edits.reveal, notes=True), "Who drives?"),
        (partial(edits.reveal, prompt=True), PROMPTS[0]),
        (partial(edits.choose_picture, key=lesson.keys[1]), translated("Describe the picture")),
        (partial(edits.reveal, prompt=True), PROMPTS[1]),
        (edits.lock, translated("Your teacher has hidden the picture")),
        (edits.end, translated("This class is over.")),
    )
    for edit, said in steps:
        lesson.change(edit)
        expect(learner.text(said)).to_be_visible()
        reader.expect_same()
    expect(learner.heading(lesson.title)).to_be_visible()


def test_a_teacher(new_tab: NewTab, offline_server: AppServer) -> None:
    reader, lesson = Reader(new_tab(), new_tab()), make_lesson(offline_server)
    teacher = ClassTab(reader.page, offline_server.url).teach(lesson, "Lesson")
    beside = ClassTab(reader.plain_page, offline_server.url).teach(lesson, "Lesson")
    translate(teacher.page, "another text")
    _move_pictures(reader, teacher, lesson)
    for part in ("Settings", "Share", "Make pictures"):
        teacher.part(translated(part))
        beside.part(part)
        reader.expect_same(".st-key-heading" if part == "Make pictures" else "main")
        expect(teacher.page.get_by_text(readable_code(lesson.code)).first).to_be_visible()
        if part == "Settings":
            _ask_to_delete(reader, lesson)

    teacher.present(lesson)
    beside.present(lesson)
    translate(teacher.page, "at once")
    for key, shown in (("subject", PROMPTS[1]), ("arrow_forward", ""), ("dictionary", "wheel")):
        keyed(teacher.page, f"stage_{key}").get_by_role("button").click()
        expect(keyed(beside.page, "revealed")).to_contain_text(shown)
        reader.expect_same()


def _ask_to_delete(reader: Reader, lesson: Lesson) -> None:
    """Names stay as they are, so that the right class is deleted."""
    for page in (reader.page, reader.plain_page):
        keyed(page, f"delete_{lesson.session_id}").get_by_role("button").click()
    question = reader.page.get_by_role("dialog")
    reader.expect_same("[role=dialog]")
    for name in (lesson.title, "brown dog park"):
        assert question.get_by_text(name).first.evaluate(_SPARED)
    for page in (reader.page, reader.plain_page):
        keyed(page, "confirm_keep").get_by_role("button").click()
        expect(page.get_by_role("dialog")).to_have_count(0)


def _move_pictures(reader: Reader, teacher: ClassTab, lesson: Lesson) -> None:
    """The first one down, to be shown; its place is taken by the second."""
    teacher.buttons(translated("Later")).first.click()
    expect(teacher.page.locator(".st-key-lesson_1")).to_contain_text(PROMPTS[0])
    reader.expect_same()
    teacher.buttons(translated("Show to the class")).first.click()
    expect(teacher.text(translated("The class sees this one"))).to_be_visible()
    reader.expect_same()
    teacher.buttons(translated("Take out")).last.click()
    expect(teacher.page.locator(".st-key-lesson_2")).to_have_count(0)
    reader.expect_same()
    assert [PROMPTS.index(picture.prompt) for picture in lesson.state.pictures] == [1, 0]
