"""Speaking with bad luck: a full browser, another picture meanwhile, a server that begins anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Route, expect

from tests.adapters.s3_servers import MiniStack
from tests.browser.app_server import AppServer
from tests.browser.gallery import Place
from tests.browser.microphone import somebody_who_speaks, talking_browser
from tests.browser.no_cookies import NO_STORAGE, without_cookies
from tests.browser.speaker import Panel, focused, open_at
from tests.browser.test_words import picture_of, put_picture
from tests.browser.translation import Way, translate, translated, wait_until_translated
from tests.browser.visitor import Visitor
from tests.core.sound_files import sample
from tests.patience import until

KEPT = re.compile("^Kept until")
OURS = "a program on this site's server"
FULL = "IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); }"
LINES = """(line) => {
  const seen = [];
  new MutationObserver(() => seen.push(line.textContent)).observe(line, { childList: true });
  return seen;
}"""
MUTE = "indexedDB.open = () => ({})"
_FEW_CONTEXTS = """(most) => {
  const Context = window.Context ??= AudioContext;
  let opened = 0;
  window.AudioContext = class extends Context {
    constructor() {
      opened += 1;
      if (opened > most) throw new DOMException('', 'NotSupportedError');
      super();
    }
  };
}"""
_GIVEN = """() => {
  const { mediaDevices } = navigator, open = mediaDevices.getUserMedia.bind(mediaDevices);
  window.given = [];
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await open(wanted);
    given.push(...stream.getTracks());
    return stream;
  };
}"""
_UNANSWERED = """() => {
  const { mediaDevices } = navigator, open = mediaDevices.getUserMedia;
  const asked = new Promise((go) => { window.allow = go; });
  mediaDevices.getUserMedia = (wanted) => asked.then(() => open(wanted));
}"""
_SOON = """() => {
  const { setInterval } = window;
  window.asked = 0;
  window.setInterval = (work, wait_ms) => setInterval(
    () => { if (wait_ms === 4000) asked += 1; work(); }, wait_ms === 4000 ? 300 : wait_ms
  );
}"""
_NO_UNDO = """() => {
  const { setTimeout } = window;
  window.setTimeout = (work, wait_ms, ...more) =>
    setTimeout(work, wait_ms === 15_000 ? 500 : wait_ms, ...more);
}"""
_ARE_CLOSED = """(count) =>
  given.length === count && given.every((track) => track.readyState === 'ended')"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """One that may be restarted."""
    server = AppServer(tmp_path_factory.mktemp("troubles") / "server")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def speaking(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with talking_browser(browser, tmp_path_factory.mktemp("talk")) as chromium:
        yield chromium


@pytest.fixture
def learner(speaking: Browser) -> Iterator[BrowserContext]:
    with somebody_who_speaks(speaking) as context:
        yield context


@pytest.mark.parametrize("trouble", [FULL, MUTE], ids=["full", "mute"])
def test_a_browser_that_can_store_nothing_loses_nothing_that_is_on_the_screen(
    learner: BrowserContext, server: AppServer, session_id: str, trouble: str
) -> None:
    page = learner.new_page()
    page.add_init_script(trouble)
    panel = open_at(page, server, session_id)
    panel.speak_until("0:02")
    panel.button("Stop").click()
    expect(panel.line).to_have_text(re.compile("^Recorded"))
    expect(page.locator(".recorder .more")).to_contain_text("your browser saves nothing here")
    panel.button("Keep").click()
    expect(panel.line).to_have_text(KEPT)


@pytest.mark.parametrize("body", ["<p>Bad gateway</p>", '{"received": 0'], ids=["page", "torn"])
def test_a_server_that_answers_wrongly_is_asked_a_few_times_and_then_it_is_said(
    learner: BrowserContext, server: AppServer, session_id: str, body: str
) -> None:
    page = learner.new_page()
    panel = open_at(page, server, session_id)
    panel.speak_until("0:02")
    panel.button("Stop").click()
    seen = panel.line.evaluate_handle(LINES)
    page.route(
        "**/uploads",
        lambda route: route.fulfill(status=500, content_type="text/html", body=body),
    )
    panel.button("Keep").click()
    expect(panel.alert).to_have_text("It could not be kept. Press Keep again.")
    assert "No connection." not in seen.json_value()
    panel.button("Listen").click()
    expect(panel.alert).to_have_count(0)
    page.unroute("**/uploads")
    panel.button("Keep").click()
    expect(panel.line).to_have_text(KEPT)


def test_what_is_kept_while_the_store_is_away_is_safe_over_a_restart_and_listed_when_it_is_back(
    learner: BrowserContext, bucket_place: Place, ministack: MiniStack, session_id: str
) -> None:
    server = bucket_place.server
    bucket_place.put(*picture_of(session_id)[:2])
    page = learner.new_page()
    panel = open_at(page, server, session_id)
    page.get_by_text("Your attempts", exact=True).click()
    panel.speak_until("0:02")
    panel.button("Stop").click()
    expect(page.get_by_role("heading", name="How you said it")).to_be_visible()
    waits = page.get_by_text("1 recording is being stored.")
    ministack.stop()
    try:
        panel.button("Keep").click()
        expect(panel.line).to_have_text("Your recording is safe. It is being stored.")
        expect(panel.alert).to_have_count(0)
        expect(waits).to_be_visible()
        panel.wait_for_pieces(0)
        server.stop()
    finally:
        ministack.start()
    server.start()
    expect(panel.line).to_have_text(KEPT)
    expect(page.get_by_role("button", name="Delete recording 1")).to_be_visible()
    expect(waits).to_have_count(0)
    kept = bucket_place.names(f"recordings/{session_id}_")
    assert [name.rpartition(".")[2] for name in kept] == ["json", "webm"]
    assert not any((server.folder / "state").rglob("*.spool"))


def test_a_microphone_is_closed_where_it_is_not_listened_to(
    learner: BrowserContext, server: AppServer, session_id: str
) -> None:
    page = learner.new_page()
    panel = open_at(page, server, session_id)
    page.get_by_text("Sounds", exact=True).click()
    page.evaluate(_GIVEN)
    page.evaluate(_FEW_CONTEXTS, 0)
    panel.button("Start speaking").click()
    expect(panel.alert).to_contain_text("The microphone did not start.")
    expect(panel.button("Start speaking")).to_be_enabled()
    page.wait_for_function(_ARE_CLOSED, arg=1)

    page.evaluate(_FEW_CONTEXTS, 1)  # which leaves none for a tone
    panel.speak_until("0:01")
    panel.button("Stop").click()
    expect(panel.line).to_have_text(re.compile("^Recorded"))
    page.wait_for_function(_ARE_CLOSED, arg=2)

    page.evaluate(_NO_UNDO)
    panel.button("Delete").press("Enter")
    expect(panel.line).to_have_text("Deleted.")
    expect(panel.button("Undo")).to_have_count(0)
    focused(panel.button("Start speaking"))
    page.evaluate(_FEW_CONTEXTS, 9)
    page.evaluate(_UNANSWERED)
    panel.button("Start speaking").click()
    expect(panel.line).to_have_text(re.compile("^Your browser may ask"))
    expect(panel.button("Choose a sound file")).to_be_visible()
    file = FilePayload(name="talk.ogg", mimeType="audio/ogg", buffer=sample("noisy_talk.ogg"))
    page.locator(".recorder input.from_files").set_input_files(file)
    expect(panel.line).to_have_text(re.compile("^Your sound file"))
    page.evaluate("() => allow()")
    page.wait_for_function(_ARE_CLOSED, arg=3)
    expect(panel.line).to_have_text(re.compile("^Your sound file"))


def test_what_is_being_kept_is_told_so_whatever_keeps_it_waiting(
    learner: BrowserContext, server: AppServer, session_id: str
) -> None:
    page = learner.new_page()
    panel = open_at(page, server, session_id)
    visitor = Visitor(page, server.url)
    first = visitor.picture()
    held: list[Route] = []
    sent: list[str] = []

    def cut(route: Route) -> None:
        sent.append(route.request.method)
        if len(sent) == 1:
            held.append(route)
        else:
            route.abort()

    page.route("**/uploads", cut)
    panel.speak_until("0:01")
    panel.button("Stop").click()
    panel.button("Keep").click()
    expect(panel.line).to_have_text("It is being kept.")
    visitor.new.click()
    second = visitor.picture(other_than=first)
    expect(panel.button("Start speaking")).to_be_visible()
    visitor.strip.get_by_role("button").last.click()
    visitor.picture(other_than=second)
    expect(panel.button("Listen")).to_be_visible()
    expect(panel.line).to_have_text("It is being kept.")
    expect(page.locator(".recorder .more")).to_be_hidden()
    held[0].continue_()
    online = "() => dispatchEvent(new Event('online'))"
    until(lambda: page.evaluate(online) and "PATCH" in sent[:-3])
    expect(panel.line).to_have_text("No connection.")
    expect(panel.button("Delete")).to_have_count(0)  # since it may be there by now
    page.unroute("**/uploads")
    page.evaluate(online)
    expect(panel.line).to_have_text(KEPT)

    page.evaluate(_SOON)
    panel.button("Try again").click()
    expect(page.locator(".figures")).to_have_text("0:01")
    with server.stands_still():
        panel.button("Stop").click()
        panel.button("Keep").click()
        seen = panel.line.evaluate_handle(LINES)
        page.wait_for_function("() => asked > 1")
        expect(panel.line).to_have_text("It is being kept.")
        assert "No connection." not in seen.json_value()
        expect(panel.button("Delete")).to_have_count(0)
        learner.set_offline(True)
        expect(panel.line).to_have_text("No connection.")
        panel.button("Delete").click()
        panel.button("Undo").click()
        panel.button("Keep").click()
        expect(panel.line).to_have_text("No connection.")
        learner.set_offline(False)
    expect(panel.line).to_have_text(KEPT)
    lines = "; ".join(seen.json_value())
    assert lines.rindex("No connection.") < lines.rindex("It is being kept.")


def test_a_recording_that_is_deleted_in_the_list_is_kept_nowhere(
    learner: BrowserContext, server: AppServer, session_id: str
) -> None:
    page = learner.new_page()
    panel = open_at(page, server, session_id)
    panel.speak_until("0:02")
    panel.button("Stop").click()
    panel.button("Keep").click()
    expect(panel.line).to_have_text(KEPT)
    full = "You keep as many as you can."
    panel.button("Try again").click()
    expect(page.locator(".figures")).to_have_text("0:01")
    panel.button("Stop").click()
    page.route("**/uploads", lambda route: route.fulfill(status=429, json={"error": full}))
    panel.button("Keep").click()
    expect(panel.alert).to_have_text(full)
    page.unroute("**/uploads")
    page.get_by_text("Your attempts", exact=True).click()
    page.locator("[class*=st-key-delete_]").get_by_role("button").last.click()
    panel.button("Yes, delete").click()
    expect(panel.alert).to_have_count(0)
    panel.button("Keep").click()
    expect(panel.line).to_have_text(KEPT)
    page.locator("[class*=st-key-delete_]").get_by_role("button").last.click()
    panel.button("Yes, delete").click()
    expect(panel.line).not_to_have_text(KEPT)
    expect(panel.button("Start speaking")).to_be_visible()
    expect(page.get_by_role("heading", name="How you said it")).to_have_count(0)


def test_what_was_said_before_a_crash_is_offered_though_local_storage_was_lost(
    learner: BrowserContext, server: AppServer, session_id: str
) -> None:
    page = learner.new_page()
    panel = open_at(page, server, session_id)
    panel.speak_until("0:02")
    page.evaluate("() => localStorage.clear()")
    page.reload()
    expect(panel.line).to_have_text("You have a recording from before.")


def test_the_page_knows_of_a_recording_again_after_another_picture_and_a_restart(
    learner: BrowserContext, server: AppServer, session_id: str
) -> None:
    page = learner.new_page()
    panel = open_at(page, server, session_id)
    visitor = Visitor(page, server.url)
    how = page.get_by_role("heading", name="How you said it")
    first = visitor.picture()
    panel.speak_until("0:04")
    visitor.new.click()
    second = visitor.picture(other_than=first)
    expect(page.locator(".recorder .more")).to_contain_text("is not lost")
    expect(how).to_have_count(0)
    visitor.strip.get_by_role("button").last.click()
    visitor.picture(other_than=second)
    expect(panel.line).to_have_text(re.compile("^Recorded"))
    expect(how).to_be_visible()

    visitor.strip.get_by_role("button").first.click()  # which a new page shows, too
    visitor.picture(other_than=first)
    panel.speak_until("0:04")
    panel.button("Stop").click()
    panel.button("Keep").click()
    expect(panel.line).to_have_text(KEPT)
    expect(page.get_by_text(OURS).first).to_be_attached()
    sent: list[str | bytes] = []
    page.on("websocket", lambda one: one.on("framesent", lambda frame: sent.append(frame)))
    app, connection = page.get_by_test_id("stApp"), "data-test-connection-state"
    server.stop()
    expect(app).not_to_have_attribute(connection, "CONNECTED")
    server.start()
    expect(app).to_have_attribute(connection, "CONNECTED")
    until(lambda: page.evaluate("true") and any('"kept"' in str(frame) for frame in sent))
    expect(app).to_have_attribute("data-test-script-state", "notRunning")
    page.get_by_role("textbox", name="Your words").fill("There are two dogs.")
    panel.button("Check my words").click()
    expect(page.get_by_text("Longest sentence:").first).to_be_attached()
    expect(page.get_by_text(OURS).first).to_be_attached()
    expect(panel.line).to_have_text(KEPT)


def test_a_browser_without_cookies_and_storage_has_all_of_it_until_a_reload(
    learner: BrowserContext, server: AppServer, session_id: str
) -> None:
    put_picture(server.pictures, session_id)
    with without_cookies(server.port) as url:
        page = learner.new_page()
        page.add_init_script(NO_STORAGE)
        visitor = Visitor(page, url).open(session_id)
        visitor.picture()
        panel = Panel(page)
        assert learner.cookies() == []
        told = page.get_by_text("Your browser keeps no cookies", exact=False)
        expect(told).to_have_count(1)
        panel.speak_until("0:03")
        panel.button("Stop").click()
        expect(panel.line).to_have_text(re.compile("^Recorded"))
        expect(page.locator(".recorder .more")).to_contain_text("your browser saves nothing here")
        panel.button("Keep").click()
        expect(panel.line).to_have_text(KEPT)
        page.get_by_role("textbox", name="Your words").fill("There are two dogs.")
        panel.button("Check my words").click()
        expect(page.get_by_role("heading", name="How you said it")).to_be_visible()
        panel.button("Draw my words").click()
        expect(page.locator(".st-key-drawn_words img").first).to_be_visible()
        app = page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")
        page.get_by_text("Your attempts", exact=True).click()
        expect(page.locator(".st-key-speaking details[open]")).to_contain_text("Your recordings")
        for kind in ("recording", "attempt"):
            page.get_by_role("button", name=f"Delete {kind} 1").click()
            page.get_by_role("button", name="Yes, delete").click()
            expect(page.get_by_role("button", name=f"Delete {kind} 1")).to_have_count(0)
            expect(page.locator(".recorder [role=status]")).to_have_text("Deleted.")
        expect(panel.alert).to_have_count(0)
        expect(visitor.alert).to_have_count(0)
        expect(told).to_have_count(1)


def test_a_browser_with_cookies_is_not_told_of_them(
    learner: BrowserContext, server: AppServer, session_id: str
) -> None:
    page = learner.new_page()
    open_at(page, server, session_id)
    expect(page.get_by_text("Your private link").first).to_be_visible()
    expect(page.get_by_text("keeps no cookies")).to_have_count(0)


def test_what_was_said_until_the_microphone_was_forbidden_is_there(
    learner: BrowserContext, server: AppServer, session_id: str
) -> None:
    page = learner.new_page()
    panel = open_at(page, server, session_id)
    panel.speak_until("0:03")
    learner.clear_permissions()
    expect(panel.alert).to_have_text(re.compile("^The microphone was turned off"))
    expect(panel.line).to_have_text(re.compile("^Recorded: [34] seconds"))
    panel.button("Keep").click()
    expect(panel.line).to_have_text(KEPT)


@pytest.mark.parametrize("way", ["at once", "font first"])
def test_the_whole_loop_on_a_page_that_the_browser_translates(
    learner: BrowserContext, server: AppServer, session_id: str, way: Way
) -> None:
    put_picture(server.pictures, session_id)
    page = learner.new_page()
    said: list[str] = []
    page.on("console", lambda told: said.append(told.text) if told.type == "error" else None)
    Visitor(page, server.url).open(session_id).picture()
    expect(page.locator(".recorder")).to_be_visible()
    translate(page, way)
    panel = Panel(page)

    def press(name: str) -> None:
        wanted = re.compile(f"^~?{name.replace(' ', ' ~?')}\\b")
        page.get_by_role("button", name=wanted).first.click()

    def shows(text: str) -> None:
        expect(page.get_by_text(translated(text)).first).to_be_visible()

    press("Start speaking")
    expect(page.locator(".figures")).to_have_text(re.compile("0:03"))
    press("Stop")
    expect(panel.line).to_have_text(re.compile("Recorded"))
    press("Keep")
    expect(panel.line).to_have_text(re.compile("Kept"))
    for words, mistaken in (
        ("There are four dogs. A man sits on a bench.", "four"),
        ("There are five dogs in a park.", "five"),
    ):
        page.locator(".st-key-speaking textarea").fill(words)
        press("Check my words")
        expect(page.locator(".st-key-speaking")).to_contain_text(words.partition(".")[0])
        shows("Look again")
        expect(page.locator(".st-key-is_there_0")).to_contain_text(mistaken)
        press("It is there")
        as_you_say = page.get_by_text("As you say:")
        expect(as_you_say).to_be_visible()
        press("Undo")
        expect(as_you_say).to_have_count(0)
        wait_until_translated(page)
    press("Draw my words")
    expect(page.locator(".st-key-drawn_words img").first).to_be_visible()
    shows("Your attempts")
    page.get_by_text(translated("Your attempts")).first.click()
    expect(
        page.locator(".st-key-attempt_list audio, .st-key-attempt_list button").first
    ).to_be_visible()
    wait_until_translated(page)
    expect(page.locator(".stException")).to_have_count(0)
    assert said == []
