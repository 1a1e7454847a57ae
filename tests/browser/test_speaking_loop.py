"""The whole loop on a phone: speak, keep, write, look at it, see it drawn, come back, delete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.app_server import AppServer
from tests.browser.microphone import somebody_who_speaks, talking_browser
from tests.browser.speaker import open_at
from tests.browser.test_words import put_picture
from tests.browser.visitor import Visitor

WORDS = "A man sits on a bench because he is tired. There are four dogs."
DRAWN = ".st-key-drawn_words img"
_IS_LOADED = "(image) => image.complete && image.naturalWidth > 0"
_HAS_SOUND = "(audio) => audio.readyState > 0 && audio.duration > 1"


@pytest.fixture(scope="module")
def speaking(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """With a microphone into which somebody really talks."""
    with talking_browser(browser, tmp_path_factory.mktemp("loop")) as chromium:
        yield chromium


@pytest.fixture
def learner(speaking: Browser) -> Iterator[BrowserContext]:
    phone = {"width": 360, "height": 740}
    with somebody_who_speaks(speaking, viewport=phone, color_scheme="dark") as context:
        yield context


def _kept(server: AppServer, session_id: str) -> list[str]:
    names = (*server.pictures.glob(f"recordings/{session_id}_*"),)
    names += (*server.pictures.glob(f"attempts/{session_id}_*"),)
    return sorted(f"{path.parent.name}{path.suffix}" for path in names)


def _expect_results(page: Page) -> None:
    for heading in ("In the picture", "Look again", "How you said it"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(page.get_by_text(re.compile(r"Seconds spoken: \d+ of \d+"))).to_be_visible()
    expect(page.get_by_text("Words a minute:").first).to_be_visible()


def test_spoken_kept_written_looked_at_drawn_and_deleted(
    learner: BrowserContext, offline_server: AppServer, session_id: str, browser: Browser
) -> None:
    server: AppServer = offline_server
    root: Path = server.pictures
    put_picture(root, session_id)
    page = learner.new_page()
    panel = open_at(page, server, session_id)
    panel.speak_until("0:07")
    panel.button("Stop").click()
    expect(page.get_by_text("Seconds spoken:").first).to_be_visible()  # the browser's own
    panel.button("Keep").click()
    expect(panel.line).to_have_text(re.compile("Kept until"))

    page.get_by_role("textbox", name="Your words").fill(WORDS)
    panel.button("Check my words").click()
    _expect_results(page)
    expect(page.get_by_text("because").last).to_be_attached()
    panel.button("Draw my words").click()
    drawing = page.locator(DRAWN).first
    page.wait_for_function(_IS_LOADED, arg=drawing.element_handle())
    assert _kept(server, session_id) == ["attempts.json", "recordings.json", "recordings.webm"]
    assert len([*root.glob(f"generated-images/{session_id}_*")]) == 1, "a drawing is none"

    page.reload()
    Visitor(page, server.url).picture()
    expect(page.get_by_role("textbox", name="Your words")).to_have_value(WORDS)
    _expect_results(page)
    page.wait_for_function(_IS_LOADED, arg=page.locator(DRAWN).first.element_handle())

    page.get_by_text("Your attempts", exact=True).click()
    page.get_by_role("button", name="Play recording 1").click()
    audio = page.locator(".st-key-attempt_list audio")
    page.wait_for_function(_HAS_SOUND, arg=audio.element_handle())

    other = browser.new_context()
    theirs = other.new_page()
    Visitor(theirs, server.url).open(session_id).picture()
    expect(theirs.get_by_role("textbox", name="Your words")).to_have_value("")
    expect(theirs.get_by_role("heading", name="How you said it")).to_have_count(0)
    other.close()

    page.get_by_role("button", name="Delete recording 1").click()
    page.get_by_role("button", name="Yes, delete").click()
    expect(audio).to_have_count(0)
    page.get_by_role("button", name="Delete attempt 1").click()
    page.get_by_role("button", name="Yes, delete").click()
    expect(page.get_by_role("heading", name="In the picture")).to_have_count(0)
    expect(page.get_by_text("There are none yet.")).to_be_visible()
    assert _kept(server, session_id) == []
