"""All tabs of one browser, and one held request for them: it has few connections to a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from imagespeak_core.classroom import edits
from pages.server.long_polls import MOST_THINGS
from tests.browser import held
from tests.browser.app_server import AppServer
from tests.browser.conftest import OTHER_NAME
from tests.browser.gate import Gate
from tests.browser.held import Held
from tests.browser.lesson import ClassTab, Lesson, make_lesson
from tests.browser.tabs import Tabs
from tests.browser.visitor import Visitor

NewPage = Callable[[], Page]

TABS = 9
"""More than a browser opens connections to one host."""
LONG_GONE_MS = 60_000
OFFLINE = "No connection. Trying again…"

_NO_FALLBACK = """(() => {
  const begin = window.setInterval;
  window.setInterval = (work, ms, ...rest) => (ms >= 3000 ? 0 : begin(work, ms, ...rest));
})()"""
"""No page looks again by itself: what it shows, it was told."""
_FORBIDDEN = """window.BroadcastChannel = function () {
  throw new DOMException('no', 'SecurityError');
}"""
_WAIT_FOR_MUCH = """(number) => {
  for (let i = 0; i < number; i += 1)
    window.imagespeakTold.wait(`class:class-${i}:`, { heard() {}, failing() {} });
}"""


@pytest.fixture(scope="module")
def context(all_tabs: Tabs) -> Iterator[BrowserContext]:
    """A device that is never told twice."""
    context = all_tabs.new_context()
    context.add_init_script(_NO_FALLBACK)
    yield context
    context.close()


@pytest.fixture
def new_page(context: BrowserContext, tabs: Tabs) -> Iterator[NewPage]:
    """Another tab of the device at each call; a page that throws fails the test."""
    del tabs
    yield context.new_page
    for page in context.pages:
        page.close()


@pytest.fixture
def lesson(bedrock_server: AppServer) -> Lesson:
    lesson = make_lesson(bedrock_server)
    lesson.show(0)
    return lesson


@pytest.fixture
def requests() -> Held:
    return Held()


def until_held(requests: Held, *pages: Page, by: Page | None) -> None:
    """Wait until this one of the tabs holds the one request, and nobody else one.

    Not so long that a tab could pass for lost that has said that it leaves.
    """
    wanted = [int(page is by) for page in pages]
    for _ in range(100):
        if [requests.by(page) for page in pages] == wanted:
            return
        pages[0].wait_for_timeout(50)
    assert [requests.by(page) for page in pages] == wanted


def test_more_tabs_than_a_browser_has_connections(
    new_page: NewPage, bedrock_server: AppServer, lesson: Lesson, requests: Held
) -> None:
    url = f"http://{OTHER_NAME}:{bedrock_server.port}"
    tabs = [ClassTab(requests.watch(new_page()), url) for _ in range(TABS)]
    pages = [tab.page for tab in tabs]
    for tab in tabs:
        tab.learn(lesson).sees(lesson.keys[0])
    until_held(requests, *pages, by=pages[0])
    assert len(requests.asked) == 1, "nine pictures came while it was held"
    assert not pages[0].evaluate("() => window.isSecureContext"), "as in a school without https"
    lesson.show(1)
    for tab in tabs:
        tab.sees(lesson.keys[1])
    until_held(requests, *pages, by=pages[0])


def test_two_windows_side_by_side_one_in_front_of_the_other_and_one_that_is_gone(
    new_page: NewPage, bedrock_server: AppServer, lesson: Lesson, requests: Held
) -> None:
    stage = ClassTab(requests.watch(new_page()), bedrock_server.url).present(lesson)
    learner = ClassTab(requests.watch(new_page()), bedrock_server.url).learn(lesson)
    both = (stage.page, learner.page)
    held.until_following(learner.page)
    until_held(requests, *both, by=stage.page)

    # Hidden: it lets go, the other one goes on; seen again: it has what it missed.
    for go, come in (
        (held.hide, held.show),
        (held.leave, held.come_back),
        (held.freeze, held.resume),
    ):
        go(stage.page)
        until_held(requests, *both, by=learner.page)
        lesson.show(1)
        learner.sees(lesson.keys[1])
        stage.sees(lesson.keys[0])
        come(stage.page)
        stage.sees(lesson.keys[1])
        until_held(requests, *both, by=learner.page)
        lesson.show(0)
        for tab in (stage, learner):
            tab.sees(lesson.keys[0])
        go(learner.page)
        until_held(requests, *both, by=stage.page)
        come(learner.page)

    # Both hidden: nobody asks.
    for page in both:
        held.hide(page)
    until_held(requests, *both, by=None)
    asked = len(requests.asked)
    lesson.show(2)
    held.show(learner.page)
    learner.sees(lesson.keys[2])
    assert len(requests.asked) > asked
    held.show(stage.page)
    stage.sees(lesson.keys[2])
    until_held(requests, *both, by=learner.page)

    # Gone without a word.
    held.fall_silent(learner.page)
    held.pass_time(stage.page, LONG_GONE_MS)
    lesson.show(1)
    stage.sees(lesson.keys[1])
    expect(stage.text(OFFLINE)).to_be_hidden()

    # Closed.
    other = ClassTab(requests.watch(new_page()), bedrock_server.url)
    other.learn(lesson).sees(lesson.keys[1])
    stage.page.close()
    lesson.show(0)
    other.sees(lesson.keys[0])
    until_held(requests, other.page, by=other.page)


def test_a_picture_is_made_in_one_tab_and_two_classes_are_followed_in_others(
    new_page: NewPage, bedrock_server: AppServer, lesson: Lesson, requests: Held, gate: Gate
) -> None:
    url = bedrock_server.url
    second = make_lesson(bedrock_server)
    one = ClassTab(requests.watch(new_page()), url).learn(lesson)
    visitor = Visitor(requests.watch(new_page()), url).open()
    other = ClassTab(requests.watch(new_page()), url).learn(second)
    visitor.get.click()
    expect(visitor.waiting).to_be_visible()
    pages = (one.page, visitor.page, other.page)
    until_held(requests, *pages, by=one.page)
    second.show(2)
    other.sees(second.keys[2])
    lesson.change(partial(edits.reveal, prompt=True))
    expect(one.heading("The prompt")).to_be_visible()
    expect(visitor.waiting).to_be_visible()
    gate.open()
    visitor.picture()


def test_a_lost_connection_is_told_in_each_tab_and_letting_go_is_none(
    new_page: NewPage, bedrock_server: AppServer, lesson: Lesson, requests: Held
) -> None:
    tabs = [ClassTab(requests.watch(new_page()), bedrock_server.url) for _ in range(2)]
    leading, following = (tab.learn(lesson).page for tab in tabs)
    held.until_following(following)
    until_held(requests, leading, following, by=leading)
    leading.route("**/news?*", lambda route: route.abort())
    held.hide(leading)
    held.show(leading)
    until_held(requests, leading, following, by=following)
    for tab in tabs:
        expect(tab.text(OFFLINE)).to_be_hidden()
    following.route("**/news?*", lambda route: route.abort())
    lesson.show(1)
    for tab in tabs:
        tab.sees(lesson.keys[1])
        expect(tab.text(OFFLINE)).to_be_visible()
    held.hide(leading)
    expect(tabs[0].text(OFFLINE)).to_be_hidden()
    held.show(leading)
    expect(tabs[0].text(OFFLINE)).to_be_visible()
    following.unroute("**/news?*")
    for tab in tabs:
        expect(tab.text(OFFLINE)).to_be_hidden()
    lesson.show(0)
    for tab in tabs:
        tab.sees(lesson.keys[0])


def test_tabs_that_cannot_talk_ask_for_themselves_and_no_tab_for_too_much(
    new_page: NewPage, bedrock_server: AppServer, lesson: Lesson, requests: Held
) -> None:
    pages = [requests.watch(new_page()) for _ in range(2)]
    pages[0].add_init_script("delete window.BroadcastChannel")
    pages[1].add_init_script(_FORBIDDEN)
    one, other = (ClassTab(page, bedrock_server.url).learn(lesson) for page in pages)
    until_held(requests, one.page, by=one.page)
    until_held(requests, other.page, by=other.page)
    held.hide(other.page)
    until_held(requests, other.page, by=None)
    lesson.show(1)
    one.sees(lesson.keys[1])
    held.show(other.page)
    other.sees(lesson.keys[1])

    with one.page.expect_request(lambda request: request.url.count("of=") == MOST_THINGS):
        one.page.evaluate(_WAIT_FOR_MUCH, MOST_THINGS)
