"""The strip of the session's pictures on the practice page."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.gallery import Place
from tests.browser.tabs import NewTab
from tests.browser.visitor import Visitor


def test_arrows_lead_along_it_and_enter_chooses(
    new_tab: NewTab, folder_place: Place, session_id: str
) -> None:
    folder_place.fill(session_id, 4)
    visitor = Visitor(new_tab(), folder_place.server.url).open(session_id)
    newest = visitor.picture()
    small = visitor.strip.get_by_role("button")
    for place, stop in enumerate(("0", "-1", "-1", "-1")):
        expect(small.nth(place)).to_have_attribute("tabindex", stop)  # one stop for Tab
    keyboard = visitor.page.keyboard
    small.first.focus()
    keyboard.press("ArrowLeft")
    expect(small.first).to_be_focused()
    keyboard.press("ArrowRight")
    expect(small.nth(1)).to_be_focused()
    keyboard.press("End")
    expect(small.last).to_be_focused()
    keyboard.press("Enter")
    visitor.picture(other_than=newest)
    expect(small.last).to_have_attribute("aria-pressed", "true")
    expect(small.last).to_be_focused()
    app = visitor.page.get_by_test_id("stApp")
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    keyboard.press("Tab")
    expect(small.last).not_to_be_focused()
    assert not visitor.strip.evaluate("strip => strip.contains(strip.getRootNode().activeElement)")
    keyboard.press("Shift+Tab")
    expect(small.last).to_be_focused()
    keyboard.press("Home")
    expect(small.first).to_be_focused()
