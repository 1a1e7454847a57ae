"""A learner's progress in a browser: drawn, told, taken away, on another device, deleted."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from imagespeak_core.settings import Settings
from imagespeak_core.speaking import attempts
from imagespeak_core.speaking.attempt import Tried
from imagespeak_core.speaking.counts import Counts
from imagespeak_core.speaking.findings import NotFound, NotSo, Said
from imagespeak_core.speaking.learner import key_hash
from imagespeak_core.speaking.limits import limits_of
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.stores.folder.blobs import FolderBlobs
from tests.browser.app_server import AppServer
from tests.browser.looks import all_looks, faint_texts, outline_problems, sticking_out
from tests.browser.speaker import focused
from tests.browser.tabs import NewContext
from tests.browser.test_private_link import key_of, link_on, opened
from tests.browser.test_words import put_picture
from tests.browser.visitor import Visitor
from tests.fakes import HandClock
from tests.speaking_rig import services_on

HEAD = ".st-key-progress summary"
CHART = ".st-key-progress svg[role=img]"
HOSTILE = '=HYPERLINK("http://evil.test","a")'
_LINE = "(svg) => getComputedStyle(svg.querySelector('.line')).stroke"
_GROUND = "() => getComputedStyle(document.querySelector('.stApp')).backgroundColor"

_BESIDE = """() => {
  const end = (name) => document.querySelector(`.st-key-progress ${name}`)
    .getBoundingClientRect().right;
  return ['table', 'th:last-child']
    .filter((name) => end(name) > end('[data-testid=stMarkdown]') + 1);
}"""
"""What is wider than its place."""
_CUT_OFF = """() => [...document.querySelectorAll('.st-key-progress [data-testid]')]
  .flatMap((one) => [...one.querySelectorAll('*')])
  .flatMap((one) => [...(one.shadowRoot ?? one).querySelectorAll('svg[role=img]')])
  .flatMap((svg) => [...svg.querySelectorAll('text')].filter((text) => {
    const [own, around] = [text, svg].map((part) => part.getBoundingClientRect());
    return own.left < around.left || own.right > around.right;
  }))
  .map((text) => text.textContent)"""
"""Texts of charts of which a part is not seen."""


def keep_attempts(
    server: AppServer, session_id: str, key: str, *found: int, days_ago: int = 0
) -> None:
    """Attempts at the session's picture by the back door, a minute apart; the last is hostile."""
    (picture,) = server.pictures.glob(f"generated-images/{session_id}_*.png")
    began = datetime.now(UTC).replace(microsecond=0) - timedelta(days=days_ago, hours=1)
    clock = HandClock(began)
    services = services_on(FolderBlobs(server.pictures, secret=b"s"), clock)
    for at, number in enumerate(found):
        clock.now = began + timedelta(minutes=at)
        tried = Tried(
            picture=str(picture.relative_to(server.pictures)),
            level="A2",
            words=HOSTILE if at == len(found) - 1 else f"There are {number} things.",
            held_against="scene",
            said=tuple(Said("a", 0, f"thing {one}") for one in range(number)),
            not_found=tuple(
                NotFound("thing", f"thing {one}", "?", "!") for one in range(number, 10)
            ),
            not_so=(NotSo("a", 0, "count", "b", "?"),) * (at % 3),
            counts=Counts(words=40 + number),
            speech=Speech(35.0 + at, heard=True, speaking_s=30.0),
            speech_from="browser",
        )
        attempts.create_attempt(
            services,
            tried,
            session_id=session_id,
            learner=key_hash(key),
            limits=limits_of(Settings()),
        )


def unfold(page: Page) -> None:
    page.locator(HEAD).first.click()
    expect(page.locator(".st-key-progress [data-testid=stExpanderDetails]")).to_be_visible()


def choose(page: Page, view: str) -> None:
    page.locator(".st-key-progress").get_by_role("radio", name=view).click()


def left(part: Locator) -> float:
    box = part.bounding_box()
    assert box
    return box["x"]


def told(page: Page) -> list[str]:
    return [str(one.get_attribute("aria-label")) for one in page.locator(CHART).all()]


def learner_at(
    context: BrowserContext, server: AppServer, session_id: str, *found: int, days_ago: int = 0
) -> Page:
    """Somebody who has tried so often before, with the panel open."""
    put_picture(server.pictures, session_id)
    page = context.new_page()
    Visitor(page, server.url).open(session_id).picture()
    keep_attempts(server, session_id, key_of(context), *found, days_ago=days_ago)
    Visitor(page, server.url).reload().picture()
    unfold(page)
    return page


def test_it_is_drawn_told_and_taken_away(
    offline_server: AppServer, new_context: NewContext, session_id: str, tmp_path: Path
) -> None:
    context = new_context(viewport={"width": 360, "height": 740})
    page = learner_at(context, offline_server, session_id, 3, 4, 6)
    keep_attempts(offline_server, session_id, key_of(context), 2, days_ago=8)
    charts = page.locator(CHART)
    expect(charts).to_have_count(3)
    page.locator(HEAD).first.click()
    expect(charts).to_have_count(0)
    unfold(page)
    expect(charts).to_have_count(3)
    expect(charts.first).to_have_attribute(
        "aria-label",
        "Things found in your words. You found 2 of 10 things at first, 6 of 10 last time: 4 more. "
        "All numbers: 2 of 10, 3 of 10, 4 of 10, 6 of 10.",
    )
    expect(charts.first.locator(".dot")).to_have_count(4)
    expect(charts.first.locator(".value")).to_have_text(["2", "3", "4", "6"])
    expect(charts.first).to_contain_text("things there")
    expect(charts.nth(1)).to_have_attribute("aria-label", re.compile("about 84 words a minute"))
    expect(page.get_by_text("You found 2 of 10 things at first")).to_be_visible()

    page.get_by_text("Show the numbers").click()
    rows = page.locator(".st-key-progress table tr")
    expect(rows).to_have_count(5)
    expect(rows.last).to_contain_text("6 of 10")
    for look in all_looks(page, widths=(360, 1280)):
        assert sticking_out(page) == [], look
        assert page.evaluate(_BESIDE) == [], look
        assert faint_texts(page) == [], look
        assert outline_problems(page) == [], look
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    assert sticking_out(page) == []
    assert page.evaluate(_CUT_OFF) == []
    places = [left(charts.first.locator(".dot").nth(at)) for at in range(4)]
    assert places == sorted(places), "time goes as the numbers do"
    page.evaluate("() => { document.documentElement.dir = ''; }")
    page.emulate_media(forced_colors="active", color_scheme="dark")
    assert charts.first.evaluate(_LINE) != charts.first.evaluate(_GROUND)
    page.emulate_media(forced_colors="none", color_scheme="light")

    choose(page, "Each week")
    expect(charts.first).to_have_attribute("aria-label", re.compile("All numbers: 2 of 10, 4 of"))
    expect(page.get_by_text("A week begins on Monday.")).to_be_visible()
    assert sticking_out(page) == []
    assert page.evaluate(_BESIDE) == []
    choose(page, "Each picture")
    expect(page.get_by_text("2 of 10 at first, 6 of 10 last time")).to_be_visible()
    assert sticking_out(page) == []

    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a table (CSV)").click()
    assert download.value.suggested_filename == "imagespeak-attempts.csv"
    download.value.save_as(tmp_path / "table.csv")
    content = (tmp_path / "table.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["things found"] for row in table] == ["2", "3", "4", "6"]
    assert [row["your words"] for row in table][::3] == [f"'{HOSTILE}"] * 2


def test_another_device_sees_the_same_by_the_private_link(
    offline_server: AppServer, new_context: NewContext, session_id: str
) -> None:
    own, other = new_context(), new_context(viewport={"width": 360, "height": 740})
    page = learner_at(own, offline_server, session_id, 3, 5)
    expect(page.locator(CHART)).to_have_count(3)
    seen = told(page)
    elsewhere = opened(other, link_on(page))
    unfold(elsewhere)
    expect(elsewhere.get_by_text("There is nothing to see yet.")).to_be_visible()
    with elsewhere.expect_navigation():
        elsewhere.get_by_role("button", name="Yes, it is mine").click()
    Visitor(elsewhere, offline_server.url).ready()
    unfold(elsewhere)
    expect(elsewhere.locator(CHART)).to_have_count(3)
    assert told(elsewhere) == seen
    assert "learner" not in elsewhere.url


def test_everything_is_deleted_at_once_and_other_tabs_find_it_out(
    offline_server: AppServer, new_context: NewContext, session_id: str
) -> None:
    context = new_context()
    page = learner_at(context, offline_server, session_id, 3, 5)
    second = opened(context, f"{offline_server.url}/?session={session_id}")
    unfold(second)
    expect(second.locator(CHART)).to_have_count(3)

    page.get_by_role("button", name="Delete everything of mine here").press("Enter")
    focused(page.get_by_role("button", name="No", exact=True))
    expect(page.get_by_text("Delete all your 2 attempts of this session?")).to_be_visible()
    page.get_by_role("button", name="Yes, delete").press("Enter")
    expect(page.get_by_text("Deleted: you keep nothing in this session").last).to_be_visible()
    expect(page.locator(CHART)).to_have_count(0)
    assert [*offline_server.pictures.glob(f"attempts/{session_id}_*")] == []
    focused(page.locator(HEAD).first)

    second.get_by_role("button", name="Delete everything of mine here").click()
    second.get_by_role("button", name="Yes, delete").click()
    expect(second.get_by_text("Deleted: you keep nothing in this session").last).to_be_visible()
    keep_attempts(offline_server, session_id, key_of(context), 1, 2, 3)
    second.locator(HEAD).first.click()
    unfold(second)
    expect(second.locator(CHART).first.locator(".dot")).to_have_count(3)
    expect(second.get_by_text("Deleted:")).to_have_count(0)
