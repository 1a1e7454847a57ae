"""A teacher's page while others change the class, and the names of its buttons."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial

import pytest
from playwright.sync_api import Locator, expect

from imagespeak_core.classroom import edits
from tests.browser.app_server import AppServer
from tests.browser.lesson import ELSEWHERE, ClassTab, Lesson, make_lesson
from tests.browser.tabs import NewTab

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
SLOWLY_MS = 150
TWO_ROWS_PX = 110
_BAR_IS_THIN = """(most) =>
  document.querySelector('.st-key-stage_bar').getBoundingClientRect().height <= most"""
_STAND_SIDE_BY_SIDE = """() => {
  const parts = [...document.querySelectorAll('.st-key-class_part [role=radio]')];
  return new Set(parts.map((part) => part.getBoundingClientRect().top)).size === 1;
}"""
NOTHING_SHOWN = "The class sees no picture now."


@pytest.fixture
def lesson(offline_server: AppServer) -> Lesson:
    return make_lesson(offline_server)


@pytest.fixture
def teacher(new_tab: NewTab, offline_server: AppServer) -> ClassTab:
    return ClassTab(new_tab(), offline_server.url)


def test_the_page_follows_what_is_changed_elsewhere(teacher: ClassTab, lesson: Lesson) -> None:
    teacher.teach(lesson, "Lesson")
    card = teacher.page.locator(".st-key-lesson_1")
    lesson.show(1)
    expect(card.get_by_text("The class sees this one")).to_be_visible()
    lesson.change(edits.lock)
    expect(card.get_by_text("Hidden from learners now")).to_be_visible()
    lesson.change(partial(edits.move_picture, key=lesson.keys[0], place=2))
    expect(teacher.page.locator(".st-key-lesson_2").get_by_text("red bus")).to_be_visible()
    card.get_by_role("button", name="Later").click()
    expect(teacher.page.locator(".st-key-lesson_2").get_by_text("brown dog")).to_be_visible()
    expect(teacher.alert).to_have_count(0)
    teacher.part("Settings")
    expect(teacher.text("pictures hidden")).to_be_visible()
    lesson.change(partial(edits.choose_picture, key=None))
    expect(teacher.text(NOTHING_SHOWN)).to_be_visible()


def test_nothing_changes_under_somebody_who_types(teacher: ClassTab, lesson: Lesson) -> None:
    teacher.teach(lesson, "Lesson")
    card = teacher.page.locator(".st-key-lesson_1")
    card.locator("summary").click()
    notes = card.get_by_role("textbox", name="Notes")
    notes.press_sequentially("Who ")
    with teacher.page.expect_response(lambda answer: "/changes" in answer.url):
        lesson.change(
            partial(edits.describe_picture, key=lesson.keys[1], notes="Theirs", words=("boat",))
        )
    notes.press_sequentially("is on the lake?", delay=SLOWLY_MS)
    expect(notes).to_have_value("Who is on the lake?")
    expect(card.get_by_text("No target words.")).to_be_visible()
    notes.press("Tab")
    expect(card.get_by_text("1 target word, notes.")).to_be_visible()
    expect(card.get_by_text("You have text that is not saved.")).to_be_visible()
    expect(notes).to_have_value("Who is on the lake?")
    assert lesson.state.pictures[1].notes == "Theirs"


def test_a_question_stays_while_others_change_the_class(
    new_tab: NewTab, teacher: ClassTab, lesson: Lesson
) -> None:
    teacher.teach(lesson, "Settings").button("Delete the class").click()
    question = teacher.text("Delete for good?")
    expect(question).to_be_visible()
    other = ClassTab(new_tab(), teacher.url).teach(lesson, "Settings")
    lesson.show(0)
    expect(other.text(NOTHING_SHOWN)).to_have_count(0)
    lesson.change(edits.lock)
    expect(other.text("pictures hidden")).to_be_visible()
    expect(question).to_be_visible()
    teacher.button("Cancel").click()
    expect(question).to_have_count(0)
    expect(teacher.text("pictures hidden")).to_be_visible()


def test_each_button_of_the_cards_has_a_name_of_its_own(teacher: ClassTab, lesson: Lesson) -> None:
    teacher.teach(lesson, "Lesson")
    for summary in teacher.page.locator("summary").all():
        summary.click()
    expect(teacher.button("Save picture 2")).to_be_visible()
    assert repeated_names(teacher.page.locator(".stMain")) == []
    lesson.change(partial(edits.remove_pictures, keys=lesson.keys))
    teacher.part("Make pictures")
    expect(teacher.button("Keep", exact=False)).to_have_count(3)
    cards = teacher.page.locator(".st-key-new_pictures")
    assert repeated_names(cards) == []
    widths = cards.locator("em").evaluate_all("(all) => all.map((one) => one.clientWidth)")
    assert len(widths) >= 9
    assert max(widths) <= 1, "only their labels are seen"


def repeated_names(part: Locator) -> list[str]:
    """What more than one button is called."""
    names = Counter(re.findall(r'button ".+?"', part.aria_snapshot()))
    return [name for name, count in names.items() if count > 1]


def test_the_pictures_are_hidden_by_a_key(
    new_tab: NewTab, teacher: ClassTab, lesson: Lesson
) -> None:
    lesson.show(0)
    learner = ClassTab(new_tab(**PHONE, **ELSEWHERE), teacher.url).learn(lesson)
    teacher.present(lesson).sees(lesson.keys[0])
    learner.sees(lesson.keys[0])
    teacher.page.keyboard.press("h")
    expect(learner.text("hidden the picture")).to_be_visible()
    expect(teacher.text("Learners can't see it now.")).to_be_visible()
    teacher.sees(lesson.keys[0])
    teacher.button("Show to learners").click()
    learner.sees(lesson.keys[0])
    expect(teacher.text("Learners can't see it now.")).to_have_count(0)
    teacher.button("Hide from learners").hover()
    expect(teacher.text("Key: H")).to_be_visible()
    for _ in range(2):
        teacher.button("Hide from learners").focus()
        teacher.page.keyboard.press("Enter")
        expect(teacher.button("Show to learners")).to_be_focused()
        teacher.page.keyboard.press("Enter")
        expect(teacher.button("Hide from learners")).to_be_focused()


def test_the_bar_is_thin_on_a_phone(
    new_tab: NewTab, offline_server: AppServer, lesson: Lesson
) -> None:
    lesson.show(0)
    tab = ClassTab(new_tab(**PHONE), offline_server.url).present(lesson)
    tab.sees(lesson.keys[0])
    expect(tab.button("Full screen")).to_be_visible()
    tab.page.wait_for_function(_BAR_IS_THIN, arg=TWO_ROWS_PX)


def test_the_parts_of_a_class_stand_side_by_side_on_a_phone(
    new_tab: NewTab, offline_server: AppServer, lesson: Lesson
) -> None:
    tab = ClassTab(new_tab(**PHONE), offline_server.url).teach(lesson)
    parts = tab.page.get_by_role("radiogroup", name="Part of the class").get_by_role("radio")
    expect(parts).to_have_count(4)
    tab.page.wait_for_function(_STAND_SIDE_BY_SIDE)  # styles and letters come after the words
