"""The strip of the session's pictures on the practice page."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import expect

from tests.browser.gallery import Place
from tests.browser.tabs import NewTab
from tests.browser.visitor import Visitor

_SMALL = """() => {
  const shown = [];
  const walk = (root) => root.querySelectorAll('*').forEach((element) => {
    if (element.matches('.strip img')) shown.push(element);
    if (element.shadowRoot) walk(element.shadowRoot);
  });
  walk(document);
  return shown.length && shown.every((picture) => picture.complete && picture.naturalWidth > 0)
    ? shown.map((picture) => new URL(picture.src).pathname) : null;
}"""


def test_small_pictures_are_light_and_one_press_shows_the_whole(
    new_tab: NewTab, place: Place, session_id: str
) -> None:
    place.fill(session_id, 4)
    visitor = Visitor(new_tab(), place.server.url)
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    visitor.open(session_id)
    newest = visitor.picture()
    small = visitor.page.wait_for_function(_SMALL).json_value()
    assert all(path.startswith("/previews/") for path in small)
    visitor.strip.get_by_role("button").last.click()
    visitor.picture(other_than=newest)
    visitor.unfold("Show the prompt")
    expect(visitor.page.get_by_text("A red bus", exact=True)).to_be_visible()
    originals = {path for path in asked if "/previews/" not in path and session_id in path}
    assert len({path for path in originals if path.endswith(".png")}) == 2
    assert all(asked.count(path) == 1 for path in small), "none is loaded twice"


def test_arrows_lead_along_it_and_enter_chooses(
    new_tab: NewTab, folder_place: Place, session_id: str
) -> None:
    folder_place.fill(session_id, 4)
    visitor = Visitor(new_tab(), folder_place.server.url).open(session_id)
    newest = visitor.picture()
    small = visitor.strip.get_by_role("button")
    stops = [button.get_attribute("tabindex") for button in small.all()]
    assert stops == ["0", "-1", "-1", "-1"], "one stop for Tab"
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
    keyboard.press("Tab")
    expect(small.last).not_to_be_focused()
    assert not visitor.strip.evaluate("strip => strip.contains(strip.getRootNode().activeElement)")
    keyboard.press("Shift+Tab")
    expect(small.last).to_be_focused()
    keyboard.press("Home")
    expect(small.first).to_be_focused()
