"""Waiting: told by the server at once, by a slow timer where that fails."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable

from playwright.sync_api import Route, WebSocketRoute, expect

from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.folder.blobs import FolderBlobs
from tests.adapters.bedrock_replies import refused_prompt
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.gate import Gate
from tests.browser.visitor import Visitor
from tests.patience import until

NO_SLOW_TIMERS = """
  const begin = window.setInterval;
  window.setInterval = (work, ms, ...rest) => (ms >= 2000 ? 0 : begin(work, ms, ...rest));
"""


def test_the_server_tells_the_end_and_a_browser_that_is_not_told_looks_again(
    visitor: Visitor, model: BedrockStandIn, gate: Gate
) -> None:
    page, is_told = visitor.page, threading.Event()
    is_told.set()
    # From the start: a browser that begins to let requests be stopped may leave one hanging.
    page.route("**/news?*", lambda route: route.continue_() if is_told.is_set() else route.abort())
    visitor.open()
    page.evaluate(f"() => {{ window.asItWas = window.setInterval; {NO_SLOW_TIMERS} }}")
    visitor.get.click()
    expect(visitor.waiting).to_contain_text(re.compile(r"\b[1-9]\d* (of about|seconds\.)"))
    gate.open()
    first = visitor.picture()
    expect(visitor.waiting).to_have_count(0)

    page.evaluate("() => { window.setInterval = window.asItWas; }")
    is_told.clear()
    again = Gate()
    model.script(again)
    visitor.new.click()
    expect(visitor.waiting).to_be_visible()
    again.open()
    visitor.picture(other_than=first)
    expect(visitor.waiting).to_have_count(0)


SOON = """(() => {
  const begin = window.setInterval;
  window.setInterval = (work, ms, ...rest) => begin(work, ms === SLOW_MS ? SOON_MS : ms, ...rest);
})()"""


def test_who_will_be_told_asks_nothing_meanwhile(visitor: Visitor, gate: Gate) -> None:
    page = visitor.page
    sent: list[str | bytes] = []
    page.add_init_script(SOON.replace("SLOW_MS", "3000").replace("SOON_MS", "20"))
    page.on("websocket", lambda ws: ws.on("framesent", lambda frame: sent.append(frame)))
    visitor.open().get.click()
    expect(visitor.waiting).to_contain_text("Your picture is being made.")
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    before = len(sent)
    page.wait_for_timeout(400)
    assert len(sent) == before
    gate.open()
    visitor.picture()


SHOWN_AFTER_MS = 300
"""As `waiting.js` has it."""


def test_the_first_picture_is_seen_before_a_busy_server_draws_its_page(
    visitor: Visitor, model: BedrockStandIn, gate: Gate
) -> None:
    page, is_busy, late = visitor.page, threading.Event(), list[Callable[[], None]]()

    def connect(tab: WebSocketRoute) -> None:
        server = tab.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            if is_busy.is_set():
                late.append(lambda: server.send(message))
            else:
                server.send(message)

        tab.on_message(pass_on)

    def is_asked() -> bool:
        page.wait_for_timeout(20)  # messages pass only while the browser is asked for something
        return bool(late)

    page.route_web_socket("**/_stcore/stream", connect)
    visitor.open().get.click()
    expect(visitor.waiting).to_be_visible()
    early = visitor.waiting.locator("img")
    expect(early).to_have_count(0)
    is_busy.set()
    gate.open()
    expect(visitor.waiting.get_by_role("img", name="Your new picture")).to_be_visible()
    expect(visitor.waiting).to_contain_text("Your picture is ready.")
    expect(visitor.waiting.locator(".bar")).to_be_hidden()
    address = early.evaluate("(image) => image.naturalWidth && image.src")
    until(is_asked)
    is_busy.clear()
    while late:
        late.pop(0)()
    assert visitor.picture() == address, "the browser has it already"
    expect(visitor.waiting).to_have_count(0)

    again = Gate()
    model.script(again)
    visitor.new.click()
    expect(visitor.waiting).to_be_visible()
    is_busy.set()
    with page.expect_event("requestfinished", lambda request: "/pictures/" in request.url):
        again.open()
    expect(visitor.waiting).to_contain_text("Your picture is ready.")
    until(is_asked)
    page.wait_for_timeout(2 * SHOWN_AFTER_MS)
    expect(early).to_have_count(0)  # what stands below is about the other picture
    while late:
        late.pop(0)()
    is_busy.clear()
    visitor.picture(other_than=address)
    expect(visitor.waiting).to_have_count(0)


def stand_in_line(route: Route) -> None:
    """A busy server's answer: others come first."""
    answer = route.fetch()
    found = answer.json() if answer.status == 200 else {}
    lines = {name: seen and {**seen, "in_line": True} for name, seen in found.items()}
    route.fulfill(response=answer, json=lines) if found else route.fulfill(response=answer)


def test_who_stands_in_line_sees_the_page_when_their_turn_comes(
    visitor: Visitor, gate: Gate
) -> None:
    page, asked = visitor.page, list[str]()

    page.route("**/news?of=job*", stand_in_line)
    page.on("request", lambda request: asked.append(request.url))
    visitor.open().get.click()
    expect(visitor.waiting).to_be_visible()
    assert not any("of=page" in url for url in asked)
    gate.open()
    visitor.picture()
    expect(visitor.waiting).to_have_count(0)
    assert any("of=page" in url for url in asked)


def test_of_a_picture_that_failed_nobody_reads_that_it_is_ready(
    visitor: Visitor, model: BedrockStandIn
) -> None:
    page, gate = visitor.page, Gate(refused_prompt)
    model.script(gate)
    page.route("**/news?of=page*", lambda route: route.abort())  # the page comes late

    page.route("**/news?of=job*", stand_in_line)
    visitor.open().get.click()
    expect(visitor.waiting).to_be_visible()
    with page.expect_request("**/news?of=page*"):
        gate.open()
    assert "ready" not in visitor.waiting.inner_text()
    expect(visitor.alert).to_be_visible()
    expect(visitor.waiting).to_have_count(0)


def test_who_waits_for_a_job_that_is_told_of_no_more_finds_out(
    visitor: Visitor, gate: Gate
) -> None:
    page = visitor.page
    page.add_init_script(SOON.replace("SLOW_MS", "30000").replace("SOON_MS", "1000"))
    page.route("**/news?*", lambda route: route.fulfill(status=204))
    visitor.open().get.click()
    expect(visitor.waiting).to_be_visible()
    gate.open()
    visitor.picture()
    expect(visitor.waiting).to_have_count(0)


def test_who_waits_for_another_server_reads_so_until_it_is_their_own_turn(
    visitor: Visitor, model: BedrockStandIn, gate: Gate, bedrock_server: AppServer
) -> None:
    visitor.open()
    others = Claims(FolderBlobs(bedrock_server.pictures, secret=b"none"))
    claim = others.take(f"{visitor.session_id}_first")
    assert claim
    visitor.get.click()
    expect(visitor.waiting).to_contain_text("Another server is making this picture.")
    assert model.calls == []
    claim.release()
    expect(visitor.waiting).to_contain_text("Your picture is being made.")
    gate.open()
    visitor.picture()
    expect(visitor.waiting).to_have_count(0)
    assert len(model.calls) == 1
