"""Teacher and learners in browsers of their own: what one does, the others see."""

from __future__ import annotations

import re
import secrets
from functools import partial

import pytest
from playwright.sync_api import expect

from imagespeak_core.classroom import edits
from imagespeak_core.classroom.classes import delete_class
from imagespeak_core.pictures.naming import parse_key
from tests.browser.app_server import AppServer
from tests.browser.lesson import ELSEWHERE, PROMPTS, SOMEBODY, ClassTab, Lesson, make_lesson
from tests.browser.looks import top
from tests.browser.tabs import NewTab
from tests.patience import until

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def lesson(offline_server: AppServer) -> Lesson:
    return make_lesson(offline_server)


@pytest.fixture
def teacher(new_tab: NewTab, offline_server: AppServer) -> ClassTab:
    return ClassTab(new_tab(), offline_server.url)


@pytest.fixture
def learner(new_tab: NewTab, offline_server: AppServer) -> ClassTab:
    return ClassTab(new_tab(**PHONE, **ELSEWHERE), offline_server.url)


def test_a_lesson_from_its_first_picture_to_its_end(new_tab: NewTab, s3_server: AppServer) -> None:
    teacher = ClassTab(new_tab(), s3_server.url)
    learner = ClassTab(new_tab(**PHONE, **ELSEWHERE), s3_server.url)
    title = f"Monday {secrets.token_hex(4)}"
    teacher.go("classroom").page.get_by_role("textbox", name="Name of the class").fill(title)
    teacher.button("Make class").click()
    expect(teacher.heading(title)).to_be_visible()
    teacher.page.get_by_role("radio", name="2", exact=True).click()
    expect(teacher.text("2 pictures, about $0.08.")).to_be_visible()
    teacher.button("Make 2 pictures").click()
    expect(teacher.buttons("Keep")).to_have_count(2)
    expect(teacher.buttons("Remake").first).to_be_enabled()  # nothing is made any more
    teacher.sees_new(2)
    teacher.buttons("Keep").first.click()
    expect(teacher.buttons("Keep")).to_have_count(1)
    teacher.sees_new(1)
    teacher.buttons("Keep").click()
    expect(teacher.buttons("Keep")).to_have_count(0)
    teacher.part("Share")
    told = teacher.page.get_by_test_id("stMetricValue")
    expect(told).to_have_text(re.compile(r"^\s*\w{3} \w{3}\s*$"))
    code = told.inner_text()

    learner.go("")
    app = learner.page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    learner.text("Join a class").click()
    field = learner.page.get_by_label("Code from your teacher")
    field.fill("zzz")
    learner.button("Join").click()
    expect(learner.alert).to_be_in_viewport(ratio=1)
    until(lambda: top(learner.alert) < top(field))  # it is told where a learner looks
    expect(field).to_have_value("zzz")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    field.fill(code.lower().replace(" ", "-"))
    learner.button("Join").click()
    expect(learner.heading(title)).to_be_visible()
    expect(learner.text("Please wait.")).to_be_visible()
    expect(learner.page.get_by_role("button")).to_have_count(0)

    teacher.button("Present").click()
    expect(teacher.heading("Press Next to show the first picture")).to_be_visible()
    teacher.buttons("Next").click()
    first = teacher.picture()
    assert learner.picture() == first
    teacher.page.keyboard.press("ArrowRight")
    second = teacher.picture(other_than=first)
    assert learner.picture(other_than=first) == second
    teacher.button("Show prompt").click()
    expect(learner.heading("The prompt")).to_be_visible()
    teacher.page.keyboard.press("Escape")
    teacher.part("Settings")
    teacher.button("End the class").click()
    expect(learner.text("This class is over.")).to_be_visible()
    learner.button("Practise on your own").click()
    expect(learner.button("Get Practice Image")).to_be_visible()


def test_the_phone_and_the_projector_follow_until_the_class_is_deleted(
    teacher: ClassTab, learner: ClassTab, lesson: Lesson
) -> None:
    key = parse_key(lesson.keys[1])
    assert key
    lesson.services.store.delete([key])
    teacher.present(lesson)
    learner.learn(lesson)
    for place in (0, 2):
        lesson.show(place)
        learner.sees(lesson.keys[place])
        teacher.sees(lesson.keys[place])
    lesson.show(0)
    for reveal, said in (
        (partial(edits.reveal, prompt=True), PROMPTS[0]),
        (partial(edits.reveal, words=True), "wheel · driver"),
        (partial(edits.reveal, notes=True), "Who drives?"),
    ):
        expect(learner.text(said)).to_have_count(0)
        lesson.change(reveal)
        expect(learner.text(said)).to_be_visible()
    told = learner.page.get_by_role("status").filter(has_text="The picture:")
    expect(told).to_contain_text("words that help, a text from your teacher, the prompt")
    expect(teacher.text("wheel · driver")).to_be_visible()
    lesson.change(edits.lock)
    expect(learner.text("hidden the picture")).to_be_visible()
    expect(learner.page.get_by_role("img", name="picture")).to_have_count(0)
    expect(teacher.text("Learners can't see it now.")).to_be_visible()
    teacher.button("Show to learners").click()
    learner.sees(lesson.keys[0])
    expect(teacher.text("Learners can't see it now.")).to_have_count(0)

    teacher.page.keyboard.press("h")
    expect(learner.text("hidden the picture")).to_be_visible()
    expect(teacher.text("Learners can't see it now.")).to_be_visible()
    teacher.sees(lesson.keys[0])
    teacher.button("Show to learners").click()
    learner.sees(lesson.keys[0])
    expect(teacher.text("Learners can't see it now.")).to_have_count(0)
    teacher.page.mouse.move(0, 0)
    teacher.button("Hide from learners").hover()
    expect(teacher.text("Key: H or B")).to_be_visible()
    for _ in range(2):
        teacher.button("Hide from learners").focus()
        teacher.page.keyboard.press("Enter")
        expect(teacher.button("Show to learners")).to_be_focused()
        teacher.page.keyboard.press("Enter")
        expect(teacher.button("Hide from learners")).to_be_focused()

    lesson.show(1)
    for tab in (learner, teacher):
        expect(tab.text("The picture can't be loaded now.")).to_be_visible()
        expect(tab.page.locator(".stImage img")).to_be_hidden()
    lesson.show(2)
    for tab in (learner, teacher):
        tab.sees(lesson.keys[2])
        expect(tab.page.locator(".stImage img")).to_be_visible()
        expect(tab.text("The picture can't be loaded now.")).to_be_hidden()

    delete_class(lesson.services, SOMEBODY, lesson.session_id)
    expect(learner.text("There is no such class.")).to_be_visible()
    expect(teacher.text("There is no such class.")).to_be_visible()
    teacher.button("All classes").click()
    expect(teacher.heading("Your classes")).to_be_visible()


def test_a_tab_that_was_there_before_the_class_then_a_reload_and_a_restart_of_the_server(
    learner: ClassTab, offline_server: AppServer
) -> None:
    name = secrets.token_hex(4)
    session_id = f"class-{name}-aaaaaaaa"
    learner.go(f"?session={session_id}")
    expect(learner.text("There is no such class.")).to_be_visible()
    expect(learner.button("Practise on your own")).to_be_visible()
    expect(learner.button("Get Practice Image")).to_have_count(0)
    lesson = make_lesson(offline_server, title=name, random_bytes=bytes)
    assert lesson.session_id == session_id

    expect(learner.heading(name)).to_be_visible()
    expect(learner.text("Please wait.")).to_be_visible()
    expect(learner.page.locator("img[src*=class-]")).to_have_count(0)

    lesson.show(1)
    shown = learner.picture()
    learner.page.reload()
    assert learner.picture() == shown
    offline_server.restart()
    learner.page.reload()
    assert learner.picture() == shown
    lesson.show(2)
    learner.sees(lesson.keys[2])

    learner.go(f"?session={lesson.session_id.upper()}.")
    expect(learner.text("There is no such class.")).to_be_visible()
    learner.button(f"Open {lesson.session_id}").click()
    learner.sees(lesson.keys[2])
    assert learner.page.url.endswith(f"session={lesson.session_id}")
    learner.go(f"?session={lesson.session_id}.")
    learner.button(f"Open {lesson.session_id}").click()
    learner.sees(lesson.keys[2])


_BY_HAND = """(() => {
  const begin = window.setInterval;
  window.longTimers = [];
  window.setInterval = (work, ms, ...rest) =>
    (ms >= 3000 ? window.longTimers.push(work) : begin(work, ms, ...rest));
})()"""
"""Who would look again by itself looks when it is told to."""
_LOOK_AGAIN = "() => window.longTimers.forEach((look) => look())"


def test_a_press_counts_once_though_the_stage_looks_again_in_that_moment(
    new_tab: NewTab, offline_server: AppServer, lesson: Lesson
) -> None:
    page = new_tab()
    page.add_init_script(_BY_HAND)
    page.route("**/news?*", lambda route: route.abort())
    teacher = ClassTab(page, offline_server.url).present(lesson)
    teacher.button("Hide from learners").evaluate(
        f"(button) => {{ button.click(); ({_LOOK_AGAIN})(); }}"
    )
    teacher.button("Next").click()
    teacher.sees(lesson.keys[0])
    assert lesson.state.locked, "it was taken twice"
    lesson.show(2)
    shown = page.get_by_text("3 of 3")
    until(lambda: page.evaluate(_LOOK_AGAIN) or shown.is_visible())
