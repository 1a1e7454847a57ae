"""A session that is full."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.app_server import AppServer
from tests.browser.tabs import NewTab
from tests.browser.visitor import Visitor


@pytest.fixture(scope="module")
def narrow_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """A session is full with its first picture."""
    settings = {"IMAGESPEAK_SESSION_MAX_BYTES": "1"}
    server = AppServer(tmp_path_factory.mktemp("narrow") / "server", settings)
    server.start()
    yield server
    server.stop()


def test_a_new_one_is_offered_and_taken(
    new_tab: NewTab, narrow_server: AppServer, session_id: str
) -> None:
    visitor = Visitor(new_tab(), narrow_server.url).open(session_id)
    visitor.write("A red bus")
    visitor.get.click()
    first = visitor.picture()
    visitor.new.click()
    expect(visitor.alert).to_contain_text("This session is full")
    assert visitor.picture() == first
    visitor.page.get_by_role("button", name="Start a new session").click()
    visitor.page.wait_for_url(lambda url: session_id not in url)
    expect(visitor.alert).to_have_count(0)
    expect(visitor.page.locator(".st-key-practice_image")).to_have_count(0)
    expect(visitor.page.get_by_text(visitor.session_id).first).to_be_attached()
    expect(visitor.words).to_have_value("A red bus")
    visitor.get.click()
    assert visitor.session_id in visitor.picture()
