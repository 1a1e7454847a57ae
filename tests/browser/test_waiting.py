"""Waiting: told by the server at once, by a slow timer where that fails."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.folder.blobs import FolderBlobs
from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import AppServer
from tests.browser.gate import Gate
from tests.browser.visitor import Visitor

NO_SLOW_TIMERS = """
  const begin = window.setInterval;
  window.setInterval = (work, ms, ...rest) => (ms >= 2000 ? 0 : begin(work, ms, ...rest));
"""


def test_the_server_tells_the_end_and_a_browser_that_is_not_told_looks_again(
    visitor: Visitor, model: BedrockStandIn, gate: Gate
) -> None:
    page = visitor.open().page
    page.evaluate(f"() => {{ window.asItWas = window.setInterval; {NO_SLOW_TIMERS} }}")
    visitor.get.click()
    expect(visitor.waiting).to_contain_text(re.compile(r"\b[1-9]\d* (of about|seconds\.)"))
    gate.open()
    first = visitor.picture()
    expect(visitor.waiting).to_have_count(0)

    page.evaluate("() => { window.setInterval = window.asItWas; }")
    page.route("**/news?*", lambda route: route.abort())
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
