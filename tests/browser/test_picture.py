"""The main promise: a learner gets a picture, and it is theirs to come back to."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Request, expect

from tests.adapters.bedrock_server import BedrockStandIn
from tests.browser.app_server import HOST, AppServer
from tests.browser.gate import Gate
from tests.browser.tabs import NewTab
from tests.browser.visitor import PICTURE, Visitor
from tests.patience import until

_IS_A_LARGE_SQUARE = """() => {
  const box = document.querySelector('.st-key-practice_image img').getBoundingClientRect();
  return box.width >= 200 && Math.abs(box.width - box.height) <= 1;
}"""


def test_the_first_picture_stays_until_there_is_another(
    visitor: Visitor, new_tab: NewTab, model: BedrockStandIn, session_id: str
) -> None:
    visitor.open(session_id)
    expect(visitor.page.locator(PICTURE)).to_have_count(0)
    assert model.calls == [], "opening an address makes nothing"

    visitor.get.click()
    first = visitor.picture()
    assert urlsplit(first).path.startswith(f"/pictures/{session_id}_")
    visitor.page.wait_for_function(_IS_A_LARGE_SQUARE)

    assert visitor.reload().picture() == first
    visitor.get.click()
    visitor.unfold("Details")
    expect(visitor.page.locator("details", has_text="Details")).to_contain_text("Seed")
    assert visitor.picture() == first

    other = Visitor(new_tab(), visitor.url).open(session_id)
    assert other.picture() == first
    other.get.click()
    other.unfold("Details")
    expect(other.page.locator("details", has_text="Details")).to_contain_text("Seed")
    assert other.picture() == first
    assert len(model.calls) == 1

    visitor.another_idea()
    visitor.new.click()
    visitor.picture(other_than=first)
    seeds = [call.body["seed"] for call in model.calls]
    assert len(seeds) == len(set(seeds)) == 2


def test_what_is_pressed_straight_from_the_text_is_drawn_while_the_old_picture_stays(
    visitor: Visitor, model: BedrockStandIn, second_call: Gate
) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    visitor.page.on("request", note)
    visitor.open().write("A green boat on a lake").get.click()
    first = visitor.picture()
    visitor.words.fill("A red bus")
    expect(visitor.unfold("Details")).to_contain_text("Seed")
    visitor.words.fill("A brown dog")
    visitor.new.click()
    expect(visitor.waiting).to_be_visible()
    assert visitor.picture() == first
    second_call.open()
    second = visitor.picture(other_than=first)
    expect(visitor.waiting).to_have_count(0)
    prompts = [call.body["prompt"] for call in model.calls]
    assert prompts == ["A green boat on a lake", "A brown dog"]

    small = visitor.strip.get_by_role("button")
    expect(small).to_have_count(2)
    newest, oldest = small.all()
    expect(newest).to_have_attribute("aria-pressed", "true")
    oldest.click()
    assert visitor.picture(other_than=second) == first
    expect(oldest).to_have_attribute("aria-pressed", "true")
    visitor.unfold("Show the prompt")
    expect(visitor.page.get_by_text(prompts[0], exact=True)).to_be_visible()

    hosts = {urlsplit(url).hostname for url in asked if url.startswith("http")}
    assert hosts == {HOST}, "nothing is loaded from elsewhere"


def test_without_any_setting_the_computer_draws_by_both_ways_to_start_it_and_goes_on_after_each(
    new_tab: NewTab, tmp_path: Path
) -> None:
    server = AppServer(tmp_path / "server")
    server.start()
    try:
        visitor = Visitor(new_tab(), server.url).open()
        expect(visitor.page.locator(".st-key-footer")).to_contain_text("without AI")
        visitor.get.click()
        first = visitor.picture()
        server.command = "uvicorn"
        server.restart()
        assert visitor.reload().picture() == first
        visitor.new.click()
        second = visitor.picture(other_than=first)
        heard: list[str | bytes] = []
        visitor.page.on(
            "websocket",
            lambda socket: socket.on("framereceived", lambda frame: heard.append(frame)),
        )
        server.restart()
        until(lambda: visitor.page.evaluate("true") and heard)
        visitor.page.locator("[data-test-script-state=notRunning]").wait_for()
        visitor.new.click()  # in the same tab: a press counts as before
        visitor.picture(other_than=second)
        assert visitor.session_id not in server.log, "it is the only key to its pictures"
        assert "signature=" not in server.log
    finally:
        server.stop()
