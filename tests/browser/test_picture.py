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


def test_the_first_picture_stays_until_there_is_another(
    visitor: Visitor, new_tab: NewTab, model: BedrockStandIn, session_id: str
) -> None:
    visitor.open(session_id).reload()
    expect(visitor.page.locator(PICTURE)).to_have_count(0)
    assert model.calls == [], "opening an address makes nothing"

    visitor.get.click()
    first = visitor.picture()
    assert urlsplit(first).path.startswith(f"/pictures/{session_id}_")
    box = visitor.page.locator(PICTURE).bounding_box()
    assert box
    assert box["width"] >= 200
    assert abs(box["width"] - box["height"]) <= 1

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

    visitor.page.get_by_role("button", name="Another idea").click()
    visitor.new.click()
    second = visitor.picture(other_than=first)
    assert visitor.reload().picture() == second
    seeds = [call.body["seed"] for call in model.calls]
    assert len(seeds) == len(set(seeds)) == 2


def test_what_is_pressed_straight_from_the_text_is_drawn(
    visitor: Visitor, model: BedrockStandIn
) -> None:
    visitor.open().write("A green boat on a lake").get.click()
    first = visitor.picture()
    visitor.words.fill("A red bus")
    details = visitor.unfold("Details")
    expect(details).to_contain_text("Seed")
    visitor.words.fill("A brown dog")
    visitor.new.click()
    visitor.picture(other_than=first)
    assert [call.body["prompt"] for call in model.calls] == [
        "A green boat on a lake",
        "A brown dog",
    ]


def test_without_any_setting_the_computer_draws(new_tab: NewTab, offline_server: AppServer) -> None:
    visitor = Visitor(new_tab(), offline_server.url).open()
    expect(visitor.page.locator(".st-key-footer")).to_contain_text("without AI")
    visitor.get.click()
    first = visitor.picture()
    offline_server.restart()
    later = Visitor(new_tab(), offline_server.url).open(visitor.session_id)
    assert later.picture() == first


def test_the_other_way_to_start_it(new_tab: NewTab, tmp_path: Path) -> None:
    server = AppServer(tmp_path / "server", command="uvicorn")
    server.start()
    try:
        visitor = Visitor(new_tab(), server.url).open()
        visitor.get.click()
        first = visitor.picture()
        assert visitor.reload().picture() == first
        assert visitor.session_id not in server.log, "it is the only key to its pictures"
        assert "signature=" not in server.log
    finally:
        server.stop()


def test_the_old_picture_stays_until_the_new_one_is_there(
    visitor: Visitor, model: BedrockStandIn, second_call: Gate
) -> None:
    visitor.open().get.click()
    first = visitor.picture()
    visitor.write("A green boat").new.click()
    expect(visitor.waiting).to_be_visible()
    assert visitor.picture() == first
    second_call.open()
    visitor.picture(other_than=first)
    expect(visitor.waiting).to_have_count(0)


def test_an_older_picture_can_be_chosen(visitor: Visitor, model: BedrockStandIn) -> None:
    visitor.open().write("A red bus").get.click()
    first = visitor.picture()
    visitor.write("A green boat").new.click()
    second = visitor.picture(other_than=first)
    small = visitor.strip.get_by_role("button")
    expect(small).to_have_count(2)
    newest, oldest = small.all()
    expect(newest).to_have_attribute("aria-pressed", "true")
    oldest.click()
    assert visitor.picture(other_than=second) == first
    expect(oldest).to_have_attribute("aria-pressed", "true")
    visitor.unfold("Show the prompt")
    expect(visitor.page.get_by_text("A red bus", exact=True)).to_be_visible()


def test_nothing_is_loaded_from_elsewhere(visitor: Visitor) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    visitor.page.on("request", note)
    visitor.open().get.click()
    visitor.picture()
    visitor.unfold("Show the prompt")
    assert {urlsplit(url).hostname for url in asked if url.startswith("http")} == {HOST}
