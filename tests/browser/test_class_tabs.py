"""A teacher's page while others change the class, and the names of its buttons."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial

import pytest
from playwright.sync_api import Locator, Response, expect

from imagespeak_core.classroom import edits
from tests.browser.app_server import AppServer
from tests.browser.lesson import ClassTab, Lesson, make_lesson
from tests.browser.tabs import NewTab

SLOWLY_MS = 150
NOTHING_SHOWN = "The class sees no picture now."

_ONLY_LABELS_ARE_SEEN = """() => {
  const rest = [...document.querySelectorAll('.st-key-new_pictures em')];
  return rest.length >= 9 && rest.every((one) => one.clientWidth <= 1);
}"""


@pytest.fixture
def lesson(offline_server: AppServer) -> Lesson:
    return make_lesson(offline_server)


@pytest.fixture
def teacher(new_tab: NewTab, offline_server: AppServer) -> ClassTab:
    return ClassTab(new_tab(), offline_server.url)


def test_the_page_follows_others_but_not_under_somebody_who_types_or_is_asked(
    teacher: ClassTab, lesson: Lesson
) -> None:
    teacher.teach(lesson, "Lesson")
    card = teacher.page.locator(".st-key-lesson_1")
    lesson.show(1)
    expect(card.get_by_text("The class sees this one")).to_be_visible()
    lesson.change(edits.lock)
    expect(card.get_by_text("Hidden from learners now")).to_be_visible()
    lesson.change(partial(edits.move_picture, key=lesson.keys[0], place=2))
    expect(teacher.page.locator(".st-key-lesson_2").get_by_text("red bus")).to_be_visible()
    teacher.sees_all(lesson)
    card.get_by_role("button", name="Later").click()
    expect(teacher.page.locator(".st-key-lesson_2").get_by_text("brown dog")).to_be_visible()
    expect(teacher.alert).to_have_count(0)
    teacher.part("Settings")
    expect(teacher.text("Show the notes").first).to_be_visible()
    expect(teacher.text("pictures hidden")).to_be_visible()
    lesson.change(partial(edits.choose_picture, key=None))
    expect(teacher.text(NOTHING_SHOWN)).to_be_visible()
    expect(teacher.text("Show the notes")).to_have_count(0)

    teacher.button("Delete the class").click()
    question = teacher.text("Delete for good?")
    expect(question).to_be_visible()
    with teacher.page.expect_response(_tells_of_a_change):
        lesson.show(0)
    teacher.page.wait_for_timeout(1_500)  # without a question the page follows much sooner
    expect(question).to_be_visible()
    expect(teacher.text(NOTHING_SHOWN)).to_be_visible()
    teacher.button("Cancel").click()
    expect(question).to_have_count(0)
    expect(teacher.text(NOTHING_SHOWN)).to_have_count(0)
    expect(teacher.text("pictures hidden")).to_be_visible()

    teacher.part("Lesson")
    teacher.sees_all(lesson)
    card = teacher.page.locator(".st-key-lesson_2")
    card.locator("summary").click()
    notes = card.get_by_role("textbox", name="Notes")
    notes.press_sequentially("Who ")
    with teacher.page.expect_response(_tells_of_a_change):
        lesson.change(
            partial(edits.describe_picture, key=lesson.keys[2], notes="Theirs", words=("boat",))
        )
    notes.press_sequentially("is on the lake?", delay=SLOWLY_MS)
    expect(notes).to_have_value("Who is on the lake?")
    expect(card.get_by_text("No target words.")).to_be_visible()
    notes.press("Tab")
    expect(card.get_by_text("1 target word, notes.")).to_be_visible()
    expect(card.get_by_text("You have text that is not saved.")).to_be_visible()
    expect(notes).to_have_value("Who is on the lake?")
    assert lesson.state.pictures[2].notes == "Theirs"


def _tells_of_a_change(answer: Response) -> bool:
    """Not the answer of a wait whose time was up."""
    return "/news?" in answer.url and answer.status == 200


def test_each_button_of_the_cards_has_a_name_of_its_own(teacher: ClassTab, lesson: Lesson) -> None:
    teacher.teach(lesson, "Lesson")
    for place in reversed(range(3)):  # what opens pushes only what is open already
        teacher.page.locator(f".st-key-lesson_{place} summary").click()
        expect(teacher.button(f"Save picture {place + 1}")).to_be_visible()
    assert repeated_names(teacher.page.locator(".stMain")) == []
    lesson.change(partial(edits.remove_pictures, keys=lesson.keys))
    teacher.part("Make pictures")
    expect(teacher.buttons("Keep")).to_have_count(3)
    cards = teacher.page.locator(".st-key-new_pictures")
    teacher.page.wait_for_function(_ONLY_LABELS_ARE_SEEN)
    assert repeated_names(cards) == []


def repeated_names(part: Locator) -> list[str]:
    """What more than one button is called."""
    names = Counter(re.findall(r'button ".+?"', part.aria_snapshot()))
    return [name for name, count in names.items() if count > 1]
