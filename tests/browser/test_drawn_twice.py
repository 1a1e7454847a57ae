"""A part of the page that is drawn again before its script has come.

Streamlit then calls the end of the first drawing, though the part is still there.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.gate import Gate
from tests.browser.lesson import ClassTab, make_lesson
from tests.browser.speaker import Panel
from tests.browser.tabs import NewContext
from tests.browser.test_waiting import NO_SLOW_TIMERS
from tests.browser.visitor import Visitor

LATE_SCRIPTS = """(() => {
  const HEAD = 'export default function (component) {';
  const LATE = `export default async function (component) {
    const end = drawNow(component);
    await new Promise((go) => window.awaited.push([component.parentElement, go]));
    return () => { window.ended.push(component.parentElement); end?.(); };
  }
  function drawNow(component) {`;
  window.awaited = [];
  window.ended = [];
  window.Blob = class extends Blob {
    constructor(parts = [], options) {
      const late = (part) => typeof part === 'string' ? part.replace(HEAD, LATE) : part;
      super(options?.type === 'text/javascript' ? parts.map(late) : parts, options);
    }
  };
})()"""
"""Each part works when it is drawn, and Streamlit hears of it when the test lets it."""
_DRAWN = """([part, times]) => window.awaited.filter(
  ([root]) => root.isConnected && root.querySelector(part)).length >= times"""
_ENDED = "(part) => window.ended.some((root) => root.isConnected && root.querySelector(part))"
_LET_COME = "() => window.awaited.splice(0).forEach(([, go]) => go())"


@pytest.fixture
def page(new_context: NewContext) -> Page:
    context = new_context()
    context.add_init_script(LATE_SCRIPTS)
    return context.new_page()


def draw_again(page: Page, part: str) -> None:
    """Another look draws each part anew; only then the scripts of both drawings come."""
    page.wait_for_function(_DRAWN, arg=[part, 1])
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(_DRAWN, arg=[part, 2])
    page.evaluate(_LET_COME)
    page.wait_for_function(_ENDED, arg=part)


def test_recorder_hears_the_space_bar(page: Page, offline_server: AppServer) -> None:
    visitor = Visitor(page, offline_server.url).open()
    visitor.get.click()
    visitor.picture()
    draw_again(page, ".recorder")
    page.keyboard.press("Space")
    expect(Panel(page).alert).to_contain_text("No microphone was found.")


def test_picture_that_is_waited_for_comes(
    page: Page, bedrock_server: AppServer, model: BedrockStandIn
) -> None:
    page.context.add_init_script(NO_SLOW_TIMERS)
    gate = Gate()
    model.script(gate)
    visitor = Visitor(page, bedrock_server.url).open()
    visitor.get.click()
    draw_again(page, ".bar")
    gate.open()
    visitor.picture()


def test_learner_follows_the_teacher(page: Page, offline_server: AppServer) -> None:
    lesson = make_lesson(offline_server)
    learner = ClassTab(page, offline_server.url).learn(lesson)
    draw_again(page, ".said")
    lesson.show(1)
    learner.sees(lesson.keys[1])


def test_stage_hears_a_presenters_remote(page: Page, offline_server: AppServer) -> None:
    lesson = make_lesson(offline_server)
    teacher = ClassTab(page, offline_server.url).present(lesson)
    draw_again(page, ".start")
    page.keyboard.press("PageDown")
    teacher.sees(lesson.keys[0])
