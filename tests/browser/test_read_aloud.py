"""Sentences are read aloud by a voice of the device, else by the server's, else by nobody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from pages.components.speaking.coaching import read_aloud
from tests.browser.conftest import OTHER_NAME
from tests.browser.microphone import spoken
from tests.browser.tabs import NewTab
from tests.browser.voices import LOCAL, REMOTE, with_voices
from tests.core.sound_files import wav_file
from tests.patience import until

HERE = f"http://{OTHER_NAME}"
TEXTS = ("There is a man.", "There are three dogs.", "It is sunny.")
NONE = "This browser has no English voice of its own. Read the sentences aloud yourself"
_ROOM = Path(read_aloud.__file__).parent

_DRAW = """async ([html, css, script, data, where]) => {
  let host = document.getElementById(where);
  if (!host) {
    host = document.body.appendChild(document.createElement('div'));
    host.id = where;
    host.attachShadow({ mode: 'open' }).innerHTML = `<style>${css}</style>${html}`;
    window.told = [];
    const file = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    host.draw_part = (await import(file)).default;
  }
  window.end_part = host.draw_part({
    data, parentElement: host.shadowRoot,
    setTriggerValue: (name, value) => told.push([name, value]),
  });
}"""
_RECORDER = """(state) => {
  const place = document.querySelector('.st-key-recorder')
    ?? document.body.appendChild(document.createElement('div'));
  place.className = 'st-key-recorder';
  const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
  if (!root.firstChild) root.innerHTML = '<div class="recorder"></div>';
  root.firstChild.dataset.state = state;
}"""
_HIDE = """(is) => {
  Object.defineProperty(document, 'hidden', { value: is, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}"""
Draw = Callable[..., Page]


@pytest.fixture
def draw(new_tab: NewTab) -> Draw:
    """The part alone on a page, with the voices that are given."""
    page = new_tab()
    page.route(
        f"{HERE}/", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html")
    )

    def on_page(
        voices: tuple[tuple[str, str, bool], ...] = LOCAL, *, where: str = "part", **changes: Any
    ) -> Page:
        if not page.url.startswith(HERE):
            page.goto(f"{HERE}/")
            page.evaluate(with_voices(voices))
        script = "\n".join(
            (_ROOM / name).read_text("utf-8") for name in ("read_aloud.js", "read_aloud_voice.js")
        )
        html, css = ((_ROOM / f"read_aloud.{kind}").read_text("utf-8") for kind in ("html", "css"))
        page.evaluate(_DRAW, [html, css, script, {**_data(), **changes}, where])
        return page

    return on_page


def _data(*, address: str = "", price_usd: float = 0.0) -> dict[str, Any]:
    return {
        "about": "picture A1",
        "lines": [
            {
                "text": text,
                "name": f"sentence {at}",
                "has_place": at < 3,
                "address": address and f"{address}{at}",
                "price_usd": price_usd,
            }
            for at, text in enumerate(TEXTS, start=1)
        ],
        "ticked": [],
        "outlined": None,
        "says": "",
    }


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def _said(page: Page) -> list[list[Any]]:
    return list(page.evaluate("said"))


def _is_speaking(page: Page) -> bool:
    return bool(page.evaluate("speechSynthesis.speaking"))


def test_the_best_voice_of_the_device_reads_one_sentence_until_it_ends_or_is_stopped(
    draw: Draw,
) -> None:
    page = draw()
    expect(page.get_by_text(NONE)).to_have_count(0)
    _press(page, "Read aloud: sentence 2")
    assert _said(page) == [[TEXTS[1], "Samantha", 1]]
    _press(page, "Stop reading: sentence 2")
    assert not _is_speaking(page)
    _press(page, "Read aloud: sentence 2")
    page.evaluate("speechSynthesis.finish()")
    expect(page.get_by_role("button", name="Read aloud: sentence 2")).to_be_visible()
    expect(page.locator("li[data-read]")).to_have_count(0)

    _press(page, "0.75×")
    _press(page, "Read aloud: sentence 1")
    _press(page, "Read aloud: sentence 3")
    assert _said(page)[2:] == [[TEXTS[0], "Samantha", 0.75], [TEXTS[2], "Samantha", 0.75]]
    expect(page.get_by_role("button", name="Read aloud: sentence 1")).to_be_visible()
    expect(page.get_by_role("button", name="Stop reading: sentence 3")).to_be_visible()
    page.evaluate("speechSynthesis.fail()")
    expect(page.get_by_role("alert")).to_have_text(
        "The voice of this browser did not speak. Try again."
    )
    _press(page, "Read aloud: sentence 3")
    expect(page.get_by_role("alert")).to_be_empty()


def test_all_are_read_with_time_to_say_each_after_it(draw: Draw) -> None:
    page = draw()
    turn = page.locator(".turn")
    _press(page, "Read all")
    assert [text for text, *_ in _said(page)] == [TEXTS[0]]
    page.evaluate("speechSynthesis.finish()")
    expect(turn).to_have_text("Now you say it.")
    assert len(_said(page)) == 1
    until(lambda: len(_said(page)) == 2)
    expect(turn).to_be_empty()
    page.evaluate("speechSynthesis.finish()")
    expect(turn).to_have_text("Now you say it.")
    _press(page, "Stop reading")
    expect(turn).to_be_empty()
    expect(page.get_by_role("button", name="Read all", exact=True)).to_be_visible()

    _press(page, "Read all")
    assert _is_speaking(page)
    _press(page, "Read aloud: sentence 3")
    assert [text for text, *_ in _said(page)][2:] == [TEXTS[0], TEXTS[2]]
    page.evaluate("speechSynthesis.finish()")
    expect(page.locator("li[data-read]")).to_have_count(0)
    assert len(_said(page)) == 4, "one alone"


@pytest.mark.parametrize("leaves", ["hidden", "gone", "other"])
def test_nothing_is_read_to_who_has_left(draw: Draw, leaves: str) -> None:
    page = draw()
    _press(page, "Read all")
    if leaves == "hidden":
        page.evaluate(_HIDE, True)
    elif leaves == "gone":
        page.evaluate("document.getElementById('part').remove(); end_part()")
    else:
        draw(about="picture B2")
    assert not _is_speaking(page)
    assert len(_said(page)) == 1


def test_two_lists_do_not_read_into_each_other(draw: Draw) -> None:
    page = draw()
    _press(page, "Read all")
    page.evaluate("speechSynthesis.finish()")
    expect(page.locator(".turn").first).to_have_text("Now you say it.")
    draw(where="other")
    page.locator("#other").get_by_role("button", name="Read aloud: sentence 3").click()
    first = page.locator("#part").get_by_role("button", name="Read all", exact=True)
    expect(first).to_be_visible()
    expect(page.get_by_role("button", name="Stop reading: sentence 3")).to_be_visible()


def test_drawn_again_it_goes_on(draw: Draw) -> None:
    page = draw()
    _press(page, "Read aloud: sentence 1")
    page.evaluate("end_part()")  # as Streamlit does
    draw(ticked=[0])
    assert _is_speaking(page)
    expect(page.get_by_role("button", name="Stop reading: sentence 1")).to_be_visible()


def test_nothing_is_read_into_a_recording(draw: Draw) -> None:
    page = draw()
    page.evaluate(_RECORDER, "recording")
    for name in ("Read aloud: sentence 1", "Read all"):
        _press(page, name)
        expect(page.get_by_role("alert")).to_contain_text("You are recording.")
    assert _said(page) == []
    page.evaluate(_RECORDER, "recorded")
    expect(page.get_by_role("alert")).to_be_empty()
    _press(page, "Read all")
    assert _is_speaking(page)
    page.evaluate(_RECORDER, "opening")
    until(lambda: not _is_speaking(page))
    expect(page.get_by_role("button", name="Read all", exact=True)).to_be_visible()


@pytest.mark.parametrize("voices", [REMOTE, ()], ids=["elsewhere", "none"])
def test_without_a_voice_nothing_can_be_pressed_and_a_line_says_what_to_do(
    draw: Draw, voices: tuple[tuple[str, str, bool], ...]
) -> None:
    page = draw(voices)
    expect(page.get_by_text(NONE)).to_be_visible()
    names = page.get_by_role("button").all_inner_texts()
    assert set(names) == {"Where?"}
    expect(page.get_by_role("checkbox")).to_have_count(3)

    page.evaluate(
        """(voices) => {
          speechSynthesis.voices = voices;
          speechSynthesis.dispatchEvent(new Event('voiceschanged'));
        }""",
        [list(voice) for voice in LOCAL],
    )
    expect(page.get_by_text(NONE)).to_be_hidden()
    _press(page, "Read aloud: sentence 1")
    assert len(_said(page)) == 1, "voices may come late"


@pytest.mark.parametrize("voices", [LOCAL, ()], ids=["found", "none"])
def test_while_a_voice_is_looked_for_that_is_said_in_its_place(
    draw: Draw, voices: tuple[tuple[str, str, bool], ...]
) -> None:
    page = draw(())
    expect(page.get_by_text(NONE)).to_be_visible()
    page.evaluate("() => { window.late = []; window.setTimeout = (work) => late.push(work); }")
    draw((), where="other")
    other = page.locator("#other")
    expect(other.get_by_text("Looking for a voice …")).to_be_visible()
    before = other.locator("ol").bounding_box()
    page.evaluate("(voices) => { speechSynthesis.voices = voices; late[0](); }", list(voices))
    expect(other.get_by_text("Looking for a voice …")).to_have_count(0)
    expect(other.get_by_text(NONE)).to_have_count(0 if voices else 1)
    expect(other.get_by_role("button", name="Read all")).to_have_count(1 if voices else 0)
    assert other.locator("ol").bounding_box() == before


def test_a_browser_that_cannot_speak_at_all(new_tab: NewTab, draw: Draw) -> None:
    page = draw(())
    page.evaluate(
        "Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true })"
    )
    draw((), about="again")
    expect(page.get_by_text(NONE)).to_be_visible()


def test_a_voice_that_costs_says_its_price_first_and_is_paid_once(draw: Draw) -> None:
    sound = wav_file(spoken(("speech", 0.2)).tobytes())
    asked: list[str] = []
    page = draw(REMOTE, **_data(address="/sentences/", price_usd=0.00024))

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            route.fulfill(status=503, json={"error": "The voice is busy. Try again in a minute."})
        else:
            route.fulfill(body=sound, content_type="audio/wav")

    page.route("**/sentences/*", answer)
    paid = (
        "Read aloud ($0.0003): sentence 1. Amazon reads it aloud: about $0.0003 for this sentence"
    )
    expect(page.get_by_role("button", name=paid, exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Read all ($0.0008)", exact=True)).to_be_visible()
    expect(page.get_by_text("Amazon reads aloud: a press costs about")).to_be_visible()
    assert asked == []

    _press(page, paid)
    expect(page.get_by_role("alert")).to_have_text("The voice is busy. Try again in a minute.")
    _press(page, paid)
    free = page.get_by_role("button", name="Read aloud: sentence 1", exact=True)
    expect(free).to_be_visible()
    expect(page.get_by_role("button", name="Read all ($0.0005)", exact=True)).to_be_visible()
    assert asked == [f"{HERE}/sentences/1"] * 2
    free.click()
    expect(page.get_by_role("button", name="Stop reading: sentence 1", exact=True)).to_be_visible()
    expect(free).to_be_visible()
    assert len(asked) == 2
    assert _said(page) == [], "a voice elsewhere is not used"


def test_a_voice_of_the_device_comes_before_one_that_costs(draw: Draw) -> None:
    page = draw(**_data(address="/sentences/", price_usd=0.00024))
    expect(page.get_by_text("Amazon")).to_have_count(0)
    _press(page, "Read aloud: sentence 1")
    assert len(_said(page)) == 1


def test_ticks_are_counted_at_once_and_told_whole(draw: Draw) -> None:
    page = draw()
    count = page.locator(".count")
    expect(count).to_have_text("Say a sentence, then tick it.")
    page.get_by_role("checkbox", name="I said this: sentence 3").check()
    page.get_by_role("checkbox", name="I said this: sentence 1").focus()
    page.keyboard.press("Space")
    expect(count).to_have_text("You ticked 2 of 3.")
    told = {"about": "picture A1"}
    assert page.evaluate("told") == [
        ["ticked", {**told, "numbers": [2]}],
        ["ticked", {**told, "numbers": [2, 0]}],
    ]
    draw(ticked=[2])  # the answer to the first tick, which comes late
    expect(count).to_have_text("You ticked 2 of 3.")
    draw(ticked=[1], about="picture B2")
    expect(count).to_have_text("You ticked 1 of 3.")
    expect(page.get_by_role("checkbox", name="I said this: sentence 2")).to_be_checked()

    expect(page.get_by_role("button", name="Where? sentence 3")).to_have_count(0)
    _press(page, "Where? sentence 2")
    assert page.evaluate("told.at(-1)") == ["where", {"about": "picture B2", "numbers": [1]}]
    draw(about="picture B2", outlined=1, says="Look on the left.")
    expect(page.get_by_text("Look on the left.")).to_be_visible()
    expect(page.locator(".where[aria-pressed=true]")).to_have_accessible_name("Where? sentence 2")
    for text in page.locator(".text").all():
        expect(text).to_have_attribute("lang", "en")
        expect(text).to_have_attribute("translate", "no")
