"""A first draft of what was said: who is asked for it and when, corrected, and used at a press."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, Route, expect

from tests.browser.app_server import AppServer
from tests.browser.looks import all_looks, faint_texts, outline_problems, sticking_out
from tests.browser.microphone import SILENT, somebody_who_speaks, talking_browser
from tests.browser.recognisers import NONE, recogniser
from tests.browser.speaker import Panel, focused, open_at
from tests.browser.test_words import PROMPT, put_picture
from tests.browser.visitor import Visitor
from tests.patience import until

WRITE = "Write a first draft"
USE = "Use these words"
TITLE = "First draft: please correct it"
DOCK = (("a man sits on a dock", 0.6), ("there are two women", 0.93))
_SOONER = """(() => {
  const { setTimeout } = window;
  window.setTimeout = (work, wait_ms, ...more) =>
    setTimeout(work, wait_ms >= 900 && wait_ms <= 10_000 ? wait_ms / 20 : wait_ms, ...more);
})()"""
"""A server is looked at more often, and a browser that does not answer is given up sooner."""

_IS_SEEN = """(one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


@pytest.fixture(scope="module")
def speaking(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with talking_browser(browser, tmp_path_factory.mktemp("draft")) as chromium:
        yield chromium


@pytest.fixture
def learner(speaking: Browser) -> Iterator[BrowserContext]:
    with somebody_who_speaks(speaking) as context:
        yield context


def _started(folder: pytest.TempPathFactory, setting: str) -> Iterator[AppServer]:
    server = AppServer(folder.mktemp(setting) / "server", {"IMAGESPEAK_RECOGNISER": setting})
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def local_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """Sounds are written down there, as far as the browser knows."""
    yield from _started(tmp_path_factory, "local")


@pytest.fixture(scope="module")
def device_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    yield from _started(tmp_path_factory, "device")


@pytest.fixture(scope="module")
def nobodys_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    yield from _started(tmp_path_factory, "nobody")


def _record(panel: Panel, *, until_: str = "0:02") -> None:
    panel.speak_until(until_)
    panel.button("Stop").click()
    expect(panel.line).to_have_text(re.compile("^Recorded"))


def _record_again(panel: Panel) -> None:
    panel.button("Try again").click()
    expect(panel.page.locator(".figures")).to_have_text("0:01")
    panel.button("Stop").click()


def _asked(page: Page) -> list[Any]:
    """What the browser's recogniser was asked and given."""
    asked: list[Any] = page.evaluate("window.asked")
    return asked


def _heard(page: Page) -> list[dict[str, Any]]:
    return [one for one in _asked(page) if "lang" in one]


def _requests(page: Page) -> list[str]:
    """What the page asks from now on."""
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.method} {request.url}"))
    return sent


def _says(panel: Panel) -> Locator:
    return panel.page.locator(".recorder .draft_line")


def _words(page: Page) -> Locator:
    return page.get_by_role("toolbar", name="Words of the first draft")


def _text(page: Page) -> str:
    texts = _words(page).locator(".word").all_inner_texts()
    return " ".join(" ".join(texts).replace("(not sure)", "").split())


def _shows(panel: Panel, *, words: int) -> None:
    expect(panel.page.get_by_role("heading", name=TITLE)).to_be_visible()
    expect(_words(panel.page).get_by_role("button")).to_have_count(words)


def test_on_the_device_nobody_asks_and_all_is_corrected_by_keyboard_and_used_at_a_press(
    learner: BrowserContext, offline_server: AppServer, session_id: str
) -> None:
    put_picture(offline_server.pictures, session_id)
    page = learner.new_page()
    page.add_init_script(recogniser("available", *DOCK))
    sent = _requests(page)
    panel = open_at(page, offline_server, session_id)
    _record(panel)
    assert _asked(page) == [], "nobody asked for a draft"
    panel.button(WRITE).focus()
    page.keyboard.press("Enter")
    focused(panel.button("Cancel"))
    expect(page.locator(".recorder .said")).to_contain_text("Your voice stays on this device.")
    _shows(panel, words=10)
    focused(panel.button(WRITE))
    assert not [one for one in sent if not one.startswith("GET")], "no sound leaves"

    asked, heard = _asked(page)
    assert asked == {"available": {"langs": ["en-US"], "processLocally": True}}
    assert heard["processLocally"] is True
    assert (heard["lang"], heard["continuous"]) == ("en-US", True)
    assert (heard["kind"], heard["state"]) == ("audio", "live")
    assert heard["loudest"] > 0.05, "it hears the recording"
    assert heard["primed"] == []
    told = json.dumps(_asked(page))
    assert not [word for word in PROMPT.split() if len(word) > 3 and word in told]

    yours = page.get_by_role("textbox", name="Your words")
    expect(yours).to_have_value("")
    expect(page.get_by_text("6 words have a “?”: they are not sure.")).to_be_visible()
    expect(page.locator(".st-key-first_draft_told")).to_contain_text("10 words, 6 of them not sure")
    dock = page.get_by_role("button", name="dock (not sure)", exact=True)
    assert dock.evaluate("(one) => getComputedStyle(one).borderTopStyle") == "dashed"
    assert "?" in dock.evaluate("(one) => getComputedStyle(one, '::after').content")
    expect(page.get_by_role("button", name="women", exact=True)).to_be_visible()

    page.locator(".words .word").first.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    focused(dock)
    page.keyboard.press("Enter")
    focused(page.get_by_role("textbox", name="Word", exact=True))
    page.keyboard.type("crane")
    page.keyboard.press("Enter")
    focused(page.get_by_role("button", name="crane", exact=True))
    expect(page.get_by_text("5 words have a “?”: they are not sure.")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.type("bench")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    focused(panel.button("Add a word after “crane”"))
    page.keyboard.press("Enter")
    focused(page.get_by_role("textbox", name="New word"))
    page.keyboard.type("and")
    page.keyboard.press("Enter")
    focused(page.get_by_role("button", name="and", exact=True))
    assert _text(page) == "a man sits on a bench and there are two women"
    page.keyboard.press("Delete")
    expect(_words(page).get_by_role("button")).to_have_count(10)
    panel.button("Undo").click()
    assert _text(page) == "a man sits on a bench and there are two women"
    page.get_by_text("Sounds", exact=True).click()  # the page is drawn anew
    expect(page.get_by_text("5 words have a “?”: they are not sure.")).to_be_visible()
    page.get_by_role("button", name="sits (not sure)").click()
    page.keyboard.type("stands")
    page.keyboard.press("Escape")
    assert _text(page) == "a man sits on a bench and there are two women"
    expect(yours).to_have_value("")

    panel.button(USE).focus()
    page.keyboard.press("Enter")
    expect(yours).to_have_value("a man sits on a bench and there are two women")
    expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)
    focused(page.get_by_role("button", name="Check my words"))
    expect(page.get_by_role("heading", name="In the picture")).to_have_count(0)
    expect(
        page.get_by_text("It heard: “a dock there” → you wrote: “a bench and there”")
    ).to_be_visible()
    changed = page.get_by_role("heading", name="What you changed")
    expect(changed).to_be_visible()
    panel.button("OK, close").click()
    expect(changed).to_have_count(0)
    panel.button("Check my words").click()
    expect(page.get_by_role("heading", name="In the picture", exact=True)).to_be_visible()
    expect(changed).to_have_count(0)


def test_a_voice_leaves_the_device_after_a_yes_alone_which_counts_for_this_page(
    learner: BrowserContext, offline_server: AppServer, session_id: str
) -> None:
    put_picture(offline_server.pictures, session_id)
    page = learner.new_page()
    page.add_init_script(recogniser("unavailable", *DOCK))
    panel = open_at(page, offline_server, session_id)
    _record(panel)
    panel.button(WRITE).click()
    expect(_says(panel)).to_contain_text("may send your voice to its maker (for example Google)")
    expect(panel.button("Get the language pack")).to_have_count(0)
    panel.button("No").click()
    expect(_says(panel)).to_have_text("Nothing was sent. You can type your words below.")
    assert _heard(page) == []
    panel.button(WRITE).click()
    panel.button("Yes, send it").click()
    _shows(panel, words=10)
    (heard,) = _heard(page)
    assert heard["processLocally"] is False
    assert heard["primed"] == []

    # Another recording ends its draft; a Yes still counts.
    _record_again(panel)
    expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)
    panel.button(WRITE).dblclick()
    _shows(panel, words=10)
    assert len(_heard(page)) == 2, "pressed twice, asked once"

    page.get_by_role("button", name="women").click()
    page.keyboard.type("cows")
    page.keyboard.press("Enter")
    panel.button("Throw away").click()
    expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)
    expect(panel.button("Undo")).to_have_count(1)  # the draft's own goes last
    panel.button("Undo").click()
    expect(page.get_by_role("button", name="cows", exact=True)).to_be_visible()
    panel.button("Throw away").click()
    expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)
    expect(page.get_by_role("textbox", name="Your words")).to_have_value("")
    page.reload()
    panel.button("Listen").click()
    panel.button(WRITE).click()
    expect(panel.button("Yes, send it")).to_be_visible()
    assert _heard(page) == []


def test_a_language_pack_comes_at_a_press_and_then_nothing_leaves(
    learner: BrowserContext, device_server: AppServer, session_id: str
) -> None:
    put_picture(device_server.pictures, session_id)
    page = learner.new_page()
    page.add_init_script(recogniser("downloadable", *DOCK))
    panel = open_at(page, device_server, session_id)
    _record(panel)
    panel.button(WRITE).click()
    expect(_says(panel)).to_contain_text("It is a download")
    expect(panel.button("Yes, send it")).to_have_count(0)
    assert not [one for one in _asked(page) if "install" in one]
    panel.button("Get the language pack").click()
    _shows(panel, words=10)
    (got,) = [one for one in _asked(page) if "install" in one]
    assert got == {"install": {"langs": ["en-US"], "processLocally": True}, "isPressed": True}
    (heard,) = _heard(page)
    assert heard["processLocally"] is True


def test_where_a_browser_offers_no_way_or_nobody_shall_nothing_is_offered(
    learner: BrowserContext,
    offline_server: AppServer,
    device_server: AppServer,
    nobodys_server: AppServer,
    session_id: str,
) -> None:
    ways = (
        (offline_server, NONE),
        (offline_server, ""),  # Chromium's own, which ends the page where there is no window
        (offline_server, recogniser("available", listens=False)),
        (device_server, recogniser("unavailable", *DOCK)),
        (nobodys_server, recogniser("available", *DOCK)),
    )
    for server, script in ways:
        put_picture(server.pictures, session_id)
        page = learner.new_page()
        page.add_init_script(script)
        panel = open_at(page, server, session_id)
        _record(panel, until_="0:01")
        expect(page.get_by_role("heading", name="How you said it")).to_be_visible()
        expect(panel.button(WRITE)).to_have_count(0)
        assert "microphone" not in (page.evaluate("window.asked") or [])
        panel.button("Delete").click()
        page.close()


def test_silence_reaches_no_recogniser(
    learner: BrowserContext,
    offline_server: AppServer,
    local_server: AppServer,
    session_id: str,
) -> None:
    for server in (offline_server, local_server):
        put_picture(server.pictures, session_id)
        page = learner.new_page()
        page.add_init_script(SILENT)
        page.add_init_script(recogniser("available", ("you", 0.9)))
        sent = _requests(page)
        panel = open_at(page, server, session_id)
        _record(panel)
        panel.button(WRITE).click()
        expect(_says(panel)).to_have_text("I could not hear you.")
        assert _asked(page) == []
        assert not [one for one in sent if one.endswith("/drafts")]
        expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)
        page.close()


TROUBLES = {
    "network": "Look at your connection",
    "not-allowed": "does not allow this here",
    "service-not-allowed": "does not allow this here",
    "language-not-supported": "can’t write down English here",
    "aborted": "stopped writing",
    "audio-capture": "stopped writing",
}


def test_what_fails_is_said_and_can_be_tried_again_stopped_and_left(
    learner: BrowserContext, offline_server: AppServer, session_id: str
) -> None:
    put_picture(offline_server.pictures, session_id)
    page = learner.new_page()
    page.add_init_script(_SOONER)
    page.add_init_script(recogniser())
    panel = open_at(page, offline_server, session_id)
    _record(panel, until_="0:03")
    for error, words in TROUBLES.items():
        page.evaluate(recogniser("available", *DOCK, error=error))
        panel.button(WRITE).click()
        expect(_says(panel)).to_contain_text(words)
        assert _heard(page)[0]["stopped"] == "abort"
    page.evaluate(recogniser("available", *DOCK, listens="never"))
    panel.button(WRITE).click()
    expect(_says(panel)).to_contain_text("stopped writing")

    page.evaluate(recogniser("available", *DOCK))
    panel.button(WRITE).click()
    progress = page.get_by_role("progressbar", name="Listened")
    expect(progress).to_have_attribute("aria-valuetext", re.compile("1 of [34] seconds"))
    panel.button("Cancel").click()
    expect(_says(panel)).to_have_text("It was stopped.")
    until(lambda: _heard(page)[0]["stopped"] == "abort")
    expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)

    # Nobody spoke for a while, or it hears a minute at most: another one hears the rest.
    page.evaluate(recogniser("available", ("a dog", 0), ends_s=0.8))
    panel.button(WRITE).click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    assert len(_heard(page)) >= 2
    expect(page.get_by_text("did not say that it is sure of any word")).to_be_visible()

    page.evaluate(recogniser("available"))
    panel.button(WRITE).click()
    expect(page.get_by_text("A voice was heard, but no words.")).to_be_visible()
    panel.button("Close").click()

    page.evaluate(recogniser("available", *DOCK))
    panel.button(WRITE).click()
    expect(panel.button("Cancel")).to_be_visible()
    panel.button("Delete").click()
    until(lambda: _heard(page)[0]["stopped"] == "abort")
    expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)


def test_words_that_stand_there_already_are_asked_about_and_all_can_be_read(
    learner: BrowserContext, offline_server: AppServer, session_id: str
) -> None:
    put_picture(offline_server.pictures, session_id)
    page = learner.new_page()
    page.set_viewport_size({"width": 360, "height": 740})
    nasty = ("<img src=x onerror=document.title='taken'> **b**", 0.9)
    page.add_init_script(recogniser("downloadable", *DOCK, nasty))
    panel = open_at(page, offline_server, session_id)
    _record(panel)
    page.get_by_role("textbox", name="Your words").fill("Hello.")
    panel.button(WRITE).click()
    expect(panel.button("Get the language pack")).to_be_visible()
    _can_be_read(page, "asked")
    panel.button("Yes, send it").click()
    _shows(panel, words=14)
    assert page.title() == "ImageSpeak"
    page.get_by_role("button", name="dock (not sure)").click()
    page.keyboard.type("bench")
    _can_be_read(page, "changing")
    panel.button(USE).click()  # what is written counts
    question = page.locator(".st-key-draft_question").get_by_text("What shall happen to them?")
    focused(panel.button("Replace them"))
    until(lambda: question.evaluate(_IS_SEEN))
    expect(page.get_by_role("textbox", name="Your words")).to_have_value("Hello.")
    _can_be_read(page, "question")
    panel.button("Go back").click()
    expect(panel.button(USE)).to_be_visible()
    panel.button(USE).click()
    panel.button("Add at the end").click()
    expect(page.get_by_role("textbox", name="Your words")).to_have_value(
        re.compile("^Hello. a man sits on a bench there are two women <img")
    )
    expect(page.get_by_role("heading", name="What you changed")).to_be_visible()
    _can_be_read(page, "changed")
    assert page.title() == "ImageSpeak"


def _can_be_read(page: Page, state: str) -> None:
    page.mouse.move(0, 0)
    for look in all_looks(page, widths=(1280, 360)):
        assert faint_texts(page) == [], f"{state}, {look}"
    assert sticking_out(page) == [], state
    assert outline_problems(page) == [], state


class Drafts:
    """The server's answers one after the other; the last one again and again. And what it got."""

    def __init__(self, page: Page, *answers: tuple[int, dict[str, Any]]) -> None:
        self.got: list[Request] = []
        self._answers = list(answers)
        page.unroute("**/drafts")
        page.route("**/drafts", self._answer)

    def _answer(self, route: Route) -> None:
        self.got.append(route.request)
        if route.request.method == "DELETE":
            route.fulfill(status=204)
            return
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        status, told = answer
        headers = {"Retry-After": str(told["after"])} if "after" in told else {}
        route.fulfill(status=status, json=told, headers=headers)

    @property
    def methods(self) -> str:
        return " ".join(request.method for request in self.got)


_WRITTEN = {
    "heard": True,
    "words": [{"text": "a", "sure": True}, {"text": "dock", "sure": False}],
}


def test_this_server_writes_after_a_place_in_line_and_is_asked_again_where_it_forgot(
    learner: BrowserContext, local_server: AppServer, session_id: str
) -> None:
    put_picture(local_server.pictures, session_id)
    page = learner.new_page()
    page.add_init_script(NONE)
    page.add_init_script(_SOONER)
    panel = open_at(page, local_server, session_id)
    _record(panel)
    expect(_says(panel)).to_contain_text("Your sound goes to this app’s server")
    expect(_says(panel)).to_contain_text("It is not kept there.")

    drafts = Drafts(page, (202, {"place": 2}))
    panel.button(WRITE).click()
    expect(_says(panel)).to_have_text("You are number 3 in line.")
    expect(page.locator(".recorder .said")).to_have_text("You are number 3 in line.")
    first = drafts.got[0]
    assert first.method == "POST"
    assert len(first.post_data_buffer or b"") > 1_000
    assert first.headers["upload-ticket"]
    panel.button("Cancel").click()
    expect(_says(panel)).to_have_text("It was stopped.")
    until(lambda: drafts.methods.endswith("DELETE"))

    drafts = Drafts(
        page,
        (429, {"error": "Too many want a draft. Try again soon.", "after": 1}),
        (202, {"place": 1}),
        (200, {"place": 0}),
        (404, {"error": "It is not known here."}),
        (202, {"place": 0}),
        (200, _WRITTEN),
    )
    panel.button(WRITE).click()
    _shows(panel, words=2)
    expect(page.get_by_text("A program on this app's server wrote this.")).to_be_visible()
    until(lambda: drafts.methods == "POST POST GET GET POST GET DELETE")
    assert {request.headers["upload-ticket"] for request in drafts.got} == {
        first.headers["upload-ticket"]
    }
    panel.button("Throw away").click()

    for answers, words, sent in (
        ([(202, {"place": 0}), (404, {"error": "a"}), (202, {"place": 0}), (404, {"error": "b"})],
         "b", 2),
        ([(202, {"place": 0}), (200, {"heard": False, "words": []})], "I could not hear you.", 1),
        ([(503, {"error": "It is not ready. Tell your teacher.", "after": 0})], "not ready", 1),
        ([(502, {})], "It could not be written down.", 6),
        ([(415, {"error": "This is no sound."})], "This is no sound.", 1),
        ([(429, {"error": "Too many want a draft.", "after": 1})], "Too many want a draft.", 6),
        ([(200, {"heard": True})], "It could not be written down.", 6),
    ):  # fmt: skip
        drafts = Drafts(page, *answers)
        panel.button(WRITE).click()
        expect(_says(panel)).to_contain_text(words)
        expect(panel.button(WRITE)).to_be_visible()
        expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)
        assert drafts.methods.count("POST") == sent, words

    # A ticket that is over is replaced once.
    drafts = Drafts(page, (410, {"error": "Over."}), (202, {"place": 0}), (200, _WRITTEN))
    panel.button(WRITE).click()
    _shows(panel, words=2)
    tickets = [request.headers["upload-ticket"] for request in drafts.got]
    assert tickets[0] == first.headers["upload-ticket"] != tickets[1]

    # Without a connection it goes on by itself when that is back.
    panel.button("Throw away").click()
    page.unroute("**/drafts")
    page.route("**/drafts", lambda route: route.abort("connectionreset"))
    panel.button(WRITE).click()
    expect(_says(panel)).to_have_text("No connection. It goes on by itself when it is back.")
    Drafts(page, (202, {"place": 0}), (200, _WRITTEN))
    _shows(panel, words=2)


def test_another_picture_has_no_draft_of_this_one_which_is_there_again_with_its_picture(
    learner: BrowserContext, offline_server: AppServer, session_id: str
) -> None:
    put_picture(offline_server.pictures, session_id)
    page = learner.new_page()
    page.add_init_script(recogniser("available", *DOCK))
    panel = open_at(page, offline_server, session_id)
    _record(panel, until_="0:01")
    panel.button(WRITE).click()
    _shows(panel, words=10)
    visitor = Visitor(page, offline_server.url)
    before = visitor.picture()
    page.get_by_role("button", name="dock (not sure)").click()
    page.keyboard.type("bench")
    page.keyboard.press("Enter")
    focused(page.get_by_role("button", name="bench", exact=True))
    visitor.new.click()
    visitor.picture(other_than=before)
    expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)
    visitor.strip.get_by_role("button").last.click()
    _shows(panel, words=10)
    assert _text(page) == "a man sits on a bench there are two women"
    _record_again(panel)
    expect(page.get_by_role("heading", name=TITLE)).to_have_count(0)


def test_presses_on_a_draft_leave_the_keyboard_at_it(
    learner: BrowserContext, offline_server: AppServer, session_id: str
) -> None:
    put_picture(offline_server.pictures, session_id)
    page = learner.new_page()
    page.add_init_script(recogniser("available", *DOCK))
    panel = open_at(page, offline_server, session_id)
    _record(panel, until_="0:01")
    page.get_by_role("textbox", name="Your words").fill("Hello.")
    panel.button(WRITE).click()
    _shows(panel, words=10)
    draft = page.locator(".st-key-first_draft")
    for before, press in ((USE, "Go back"), ("Throw away", "Undo")):
        panel.button(before).focus()
        page.keyboard.press("Enter")
        expect(panel.button(press)).to_be_visible()
        panel.button(press).focus()
        page.keyboard.press("Enter")
        _shows(panel, words=10)
        focused(draft)
        page.keyboard.press("Tab")
        focused(_words(page).get_by_role("button").first)
