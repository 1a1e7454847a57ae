"""Waiting: told by the server at once, by a slow timer where that fails."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.app_server import AppServer
from tests.browser.gate import Gate
from tests.browser.tabs import NewContext
from tests.browser.visitor import Visitor

NO_SLOW_TIMERS = """
  const begin = window.setInterval;
  window.setInterval = (work, ms, ...rest) => (ms >= 2000 ? 0 : begin(work, ms, ...rest));
"""


def test_the_server_tells_the_end(
    new_context: NewContext, bedrock_server: AppServer, gate: Gate
) -> None:
    visitor = Visitor(new_context().new_page(), bedrock_server.url)
    visitor.page.add_init_script(NO_SLOW_TIMERS)
    visitor.open().get.click()
    expect(visitor.waiting).to_contain_text("1 of about")
    gate.open()
    visitor.picture()
    expect(visitor.waiting).to_have_count(0)


def test_a_browser_that_is_not_told_looks_again(visitor: Visitor, gate: Gate) -> None:
    visitor.page.route("**/jobs/*", lambda route: route.abort())
    visitor.open().get.click()
    expect(visitor.waiting).to_be_visible()
    gate.open()
    visitor.picture()
    expect(visitor.waiting).to_have_count(0)
