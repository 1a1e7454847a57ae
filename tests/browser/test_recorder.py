"""Speaking into a microphone: recorded in the browser alone, heard again, kept where one wants."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from imagespeak_core.speaking.limits import OVERRUN_S
from imagespeak_core.speaking.rights import NOT_KEPT
from pages.components.speaking import recorder
from tests.browser.app_server import AppServer
from tests.browser.conftest import OTHER_NAME
from tests.browser.microphone import (
    SILENT,
    failing,
    somebody_who_speaks,
    speaking_browser,
    spoken,
    write,
)
from tests.browser.speaker import (
    BASE,
    DELETE,
    EMPTY,
    IS_PLAYING,
    OLDER,
    Panel,
    focused,
    open_at,
)
from tests.browser.tabs import NewContext, open_bare, wait_until_drawn
from tests.browser.visitor import PICTURE, Visitor

LIMIT_S = 6
PHONE = {"width": 360, "height": 740}
KEPT = re.compile(r"^Kept until \d+ [A-Z][a-z]+\. Only you can hear it\.$")
FROM_BEFORE = "You have a recording from before."
HOUR_MS = 60 * 60 * 1000
DECODED = """() => {
  const { decodeAudioData } = OfflineAudioContext.prototype;
  window.decoded = 0;
  OfflineAudioContext.prototype.decodeAudioData = function (bytes) {
    window.decoded += 1;
    return decodeAudioData.call(this, bytes);
  };
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    settings = {"IMAGESPEAK_RECORDING_MAX_S": str(LIMIT_S)}
    server = AppServer(tmp_path_factory.mktemp("recorder") / "server", settings)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five seconds: two stretches of speech, with a pause of a second and a half between."""
    parts = spoken(("speech", 1.6), ("pause", 1.5), ("speech", 1.3), ("pause", 0.6))
    return write(tmp_path_factory.mktemp("sound") / "spoken.wav", parts)


@pytest.fixture(scope="module")
def speaking(browser: Browser, sound: Path) -> Iterator[Browser]:
    with speaking_browser(browser, sound) as chromium:
        yield chromium


@pytest.fixture
def learner(speaking: Browser) -> Iterator[BrowserContext]:
    with somebody_who_speaks(speaking) as context:
        yield context


def kept_files(server: AppServer, session_id: str) -> list[str]:
    """What the server keeps of a session's recordings, by the endings."""
    return sorted(path.suffix for path in (server.pictures / "recordings").glob(f"{session_id}_*"))


def test_spoken_until_the_limit_heard_again_and_kept(
    learner: BrowserContext, server: AppServer, session_id: str
) -> None:
    page = learner.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    panel = open_at(page, server, session_id)
    assert not [url for url in asked if "/scripts/recorder" in url], "nobody reached for it"
    expect(panel.button("Choose a sound file")).to_be_visible()
    panel.button("Start speaking").hover()
    page.wait_for_event("requestfinished", lambda request: "/scripts/recorder" in request.url)

    page.keyboard.press("Space")
    focused(panel.button("Stop"))
    expect(page.get_by_role("meter", name="Microphone level")).not_to_have_attribute(
        "aria-valuenow", "0"
    )
    expect(page.locator(".recorder .said")).to_contain_text("Speak now.")
    page.get_by_text("Sounds", exact=True).click()  # the page is drawn anew, and it goes on
    expect(panel.line).to_have_text(f"Time is up. Recorded: {LIMIT_S} seconds.")
    assert panel.pieces() >= LIMIT_S - 1
    page.evaluate("() => document.activeElement.blur()")

    panel.button("Listen").click()
    audio = page.locator(".recorder audio")
    page.wait_for_function(IS_PLAYING, arg=audio.element_handle())
    panel.button("0.75×").click()
    length_s, rate = audio.evaluate("(audio) => [audio.duration, audio.playbackRate]")
    assert abs(length_s - LIMIT_S) < 0.5
    assert rate == 0.75
    page.get_by_role("slider", name="Place in the recording").fill("4")
    assert audio.evaluate("(audio) => audio.currentTime") >= 4
    expect(page.locator(PICTURE)).to_be_in_viewport()
    panel.button("Pause").click()

    panel.button("Try again").click()
    expect(page.locator(".figures")).to_have_text("0:02")
    focused(panel.button("Stop"))
    page.keyboard.press("Space")
    focused(panel.button("Listen"))
    expect(panel.line).to_have_text(re.compile(r"Recorded: [2-5] seconds\."))
    assert not [url for url in asked if url.endswith("/uploads")], "nothing leaves before Keep"
    assert kept_files(server, session_id) == []

    learner.set_offline(True)
    panel.button("Keep").click()
    expect(panel.line).to_have_text("No connection.")
    learner.set_offline(False)
    expect(panel.line).to_have_text(KEPT)
    focused(panel.button("Listen"))
    expect(panel.button("Keep")).to_have_count(0)
    panel.wait_for_pieces(0)
    assert kept_files(server, session_id) == [".json", ".webm"]

    panel.button("Try again").click()
    expect(page.locator(".figures")).to_have_text("0:01")
    panel.button("Stop").click()
    expect(page.get_by_role("heading", name="How you said it")).to_be_visible()
    panel.button("Keep").click()
    expect(panel.line).to_have_text(KEPT)
    assert kept_files(server, session_id) == [".json", ".json", ".webm", ".webm"]
    page.reload()
    wait_until_drawn(page)
    expect(panel.line).to_have_text(re.compile("Press Start speaking"))


def test_what_was_said_before_a_reload_is_offered_and_goes_after_an_hour(
    learner: BrowserContext, server: AppServer, session_id: str
) -> None:
    page = learner.new_page()
    panel = open_at(page, server, session_id)
    panel.speak_until("0:03")
    page.reload()
    expect(panel.line).to_have_text(FROM_BEFORE)
    expect(panel.button("Start speaking")).to_be_visible()

    other = learner.new_page()
    elsewhere = open_at(other, server, f"{session_id}-b")
    expect(elsewhere.line).not_to_have_text(FROM_BEFORE)
    panel.button("Listen").click()
    expect(panel.line).to_have_text(re.compile(r"Recorded: [2-5] seconds\."))
    page.wait_for_function(IS_PLAYING, arg=page.locator(".recorder audio").element_handle())

    panel.button("Delete").click()
    panel.wait_for_pieces(0)
    focused(panel.button("Undo"))
    page.keyboard.press("Enter")
    expect(panel.line).to_have_text(re.compile(r"Recorded: [2-5] seconds\."))
    panel.wait_for_pieces(1)

    page.reload()
    expect(panel.line).to_have_text(FROM_BEFORE)
    page.evaluate(OLDER, [BASE, HOUR_MS])
    page.reload()
    wait_until_drawn(page)
    panel.wait_for_pieces(0)
    expect(panel.line).to_have_text(re.compile("Press Start speaking"))

    for way in (DELETE, EMPTY):  # as Not me does, in another tab
        panel.speak_until("0:02")
        other.evaluate(way, BASE)
        expect(panel.button("Stop")).to_have_count(0)
        expect(panel.line).to_have_text(re.compile("Press Start speaking"))
        assert panel.pieces() == 0

    panel.speak_until("0:01")
    panel.button("Stop").click()
    expect(panel.line).to_have_text(re.compile("^Recorded"))
    other.evaluate(EMPTY, BASE)
    page.evaluate("() => dispatchEvent(new Event('focus'))")
    expect(panel.line).to_have_text(re.compile("Press Start speaking"))


def test_two_tabs_do_not_take_each_others_recording(
    learner: BrowserContext, server: AppServer, session_id: str
) -> None:
    page, other = learner.new_page(), learner.new_page()
    panel = open_at(page, server, session_id)
    panel.speak_until("0:02")
    second = open_at(other, server, session_id)
    second.button("Start speaking").hover()
    expect(second.line).to_have_text(re.compile("Press Start speaking"))
    second.speak_until("0:01")
    second.button("Stop").click()
    expect(second.line).to_have_text(re.compile("^Recorded"))
    page.close(run_before_unload=False)
    other.reload()
    expect(second.line).to_have_text(FROM_BEFORE)

    # What is about one picture waits for it while another one is looked at.
    second.button("Listen").click()
    before = Visitor(other, server.url).picture()
    other.get_by_role("button", name="Generate New").click()
    Visitor(other, server.url).picture(other_than=before)
    expect(other.locator(".recorder .more")).to_contain_text("is not lost")
    expect(second.button("Start speaking")).to_be_visible()
    strip = Visitor(other, server.url).strip
    strip.get_by_role("button").last.click()
    expect(second.button("Try again")).to_be_visible()
    expect(second.line).to_have_text(re.compile("^Recorded"))

    # A reload in the middle of keeping goes on with the same, and it is kept once.
    tickets: list[str] = []
    other.on("request", lambda request: tickets.append(request.headers.get("upload-ticket", "")))
    other.route("**/uploads", lambda route: route.abort("connectionreset"))
    second.button("Keep").click()
    expect(second.line).to_have_text("No connection.")
    other.unroute_all()
    other.reload()
    strip.get_by_role("button").last.click()
    expect(second.line).to_have_text(FROM_BEFORE)
    second.button("Keep").click()
    expect(second.line).to_have_text(KEPT)
    assert len({ticket for ticket in tickets if ticket}) == 1
    assert kept_files(server, session_id) == [".json", ".webm"]


def test_an_exams_times(
    learner: BrowserContext, offline_server: AppServer, session_id: str
) -> None:
    page = learner.new_page()
    panel = open_at(page, offline_server, session_id)
    page.get_by_role("combobox", name="Task").click()
    page.get_by_role("option", name="Duolingo").click()
    expect(page.get_by_text("Look at the picture for 20 seconds first.")).to_be_visible()
    panel.button("Start speaking").click()
    expect(page.locator(".figures")).to_have_text("0:20")
    expect(panel.line).to_have_text("Look at the picture. The recording starts by itself.")
    panel.button("Cancel").click()
    expect(panel.button("Start speaking")).to_be_visible()
    assert panel.pieces() == 0
    panel.button("Start speaking").click()
    focused(panel.button("Start now"))
    page.keyboard.press("Enter")
    expect(page.locator(".recorder .more")).to_have_text("At least 30 seconds.")
    expect(page.locator(".figures")).to_have_text("1:29")
    panel.button("Stop").click()
    expect(page.locator(".recorder .more")).to_contain_text(
        "Speak a little longer: at least 30 seconds."
    )

    page.get_by_role("combobox", name="Task").click()
    page.get_by_role("option", name="one attempt").click()
    expect(page.get_by_text("You have one attempt.")).to_be_visible()
    panel.button("Try again").click()
    expect(page.locator(".figures")).to_have_text("0:49")
    panel.button("Stop").click()
    expect(panel.button("Listen")).to_be_visible()
    expect(panel.button("Try again")).to_have_count(0)


def test_where_nothing_is_kept_on_either_side_one_speaks_and_listens_all_the_same(
    learner: BrowserContext, session_id: str, tmp_path: Path
) -> None:
    server = AppServer(tmp_path / "server", {"IMAGESPEAK_RECORDINGS_MAX": "0"})
    server.start()
    try:
        page = learner.new_page()
        page.add_init_script("indexedDB.open = () => { throw new DOMException('', 'DataError'); }")
        panel = open_at(page, server, session_id)
        panel.speak_until("0:01")
        panel.button("Stop").click()
        expect(panel.line).to_have_text(re.compile("^Recorded"))
        more = page.locator(".recorder .more")
        expect(more).to_contain_text(NOT_KEPT)
        expect(more).to_contain_text("your browser saves nothing here")
        expect(panel.button("Keep")).to_have_count(0)
        panel.button("Listen").click()
        page.wait_for_function(IS_PLAYING, arg=page.locator(".recorder audio").element_handle())
    finally:
        server.stop()


REFUSED = {
    ("NotAllowedError", "denied"): "may not use your microphone",
    ("NotAllowedError", "prompt"): "got no answer",
    ("NotFoundError", "granted"): "No microphone was found",
    ("NotReadableError", "granted"): "Another app is using the microphone",
    ("TypeError", "granted"): "did not start",
}


def test_without_a_microphone_each_reason_has_its_words_and_other_ways_are_there(
    new_context: NewContext,
    server: AppServer,
    session_id: str,
    sound: Path,
    tmp_path: Path,
) -> None:
    context = new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    panel = open_at(page, server, session_id)
    expect(panel.alert).to_have_count(0)
    files = page.locator(".recorder input.from_files")
    page.route("**/scripts/recorder_*", lambda route: route.abort())
    files.set_input_files(sound)
    expect(panel.alert).to_contain_text("Look at your connection, then try again.")
    page.unroute("**/scripts/recorder_*")
    for (name, permission), words in REFUSED.items():
        page.evaluate(failing(name, permission))
        panel.button("Start speaking").click()
        expect(panel.alert).to_contain_text(words)
        expect(panel.alert).to_have_count(1)
        expect(panel.button("Start speaking")).to_be_visible()
        expect(panel.button("Record with your phone's recorder")).to_be_visible()
        expect(panel.button("Choose a sound file")).to_be_visible()

    page.evaluate(SILENT)
    panel.button("Start speaking").click()
    expect(panel.alert).to_have_text("We can't hear you. Is the microphone on?")
    expect(page.locator(PICTURE)).to_be_in_viewport(ratio=0.99)
    expect(panel.button("Stop")).to_be_in_viewport(ratio=0.99)
    panel.button("Stop").click()
    expect(page.locator(".recorder .more")).to_contain_text("We heard no speech in it.")
    panel.button("Delete").click()

    too_long_s = LIMIT_S + OVERRUN_S + 1
    samples = spoken(("speech", too_long_s))
    long, longer = (write(tmp_path / f"{times}.wav", samples * times) for times in (1, 3))
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-1.7")
    unknown = tmp_path / "memo.3gp"
    unknown.write_bytes(b"\0\0\0\x18ftyp3gp4" + bytes(5000))
    page.evaluate(DECODED)
    files.set_input_files(long)
    expect(panel.alert).to_contain_text(f"This recording is too long: {too_long_s:.0f} seconds")
    assert page.evaluate("decoded") == 1
    files.set_input_files(longer)
    expect(panel.alert).to_contain_text(f"This recording is too long: {3 * too_long_s:.0f} seconds")
    assert page.evaluate("decoded") == 1
    expect(panel.button("Start speaking")).to_be_visible()
    files.set_input_files(paper)
    expect(panel.alert).to_have_text("This browser can't play this file.")
    files.set_input_files(unknown)
    expect(panel.line).to_have_text("Here is your sound file.")
    expect(page.locator(".recorder .more")).to_contain_text("nothing is counted yet")
    panel.button("Delete").click()
    files.set_input_files(sound)
    expect(panel.line).to_have_text("Your sound file: 5 seconds.")
    expect(panel.alert).to_have_count(0)
    box = page.locator(".recorder").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]


def test_on_an_address_without_https_it_is_said_before_anything_is_pressed(
    new_context: NewContext, server: AppServer, session_id: str, sound: Path
) -> None:
    page = new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()
    url = f"http://{OTHER_NAME}:{server.port}"
    visitor = Visitor(page, url).open(session_id)
    visitor.get.click()
    visitor.picture()
    panel = Panel(page)
    expect(panel.alert).to_contain_text("On this address the browser gives no microphone")
    expect(panel.button("Record with your phone's recorder")).to_be_visible()
    page.keyboard.press("Space")
    page.locator(".recorder input.from_phone").set_input_files(sound)
    expect(panel.line).to_have_text("Your sound file: 5 seconds.")
    panel.wait_for_pieces(1)
    page.reload()
    expect(panel.line).to_have_text(FROM_BEFORE)


HEARING = Path(recorder.__file__).with_name("recorder_hearing.js").read_text(encoding="utf-8")
_HEAR = """async ([script, samples]) => {
  const module = new Blob([script], { type: 'text/javascript' });
  const { hear } = await import(URL.createObjectURL(module));
  return hear(Float32Array.from(samples, (one) => one / 32768));
}"""


@pytest.fixture
def heard(new_tab: Callable[[], Page], server: AppServer) -> Callable[..., dict[str, Any]]:
    page = new_tab()
    open_bare(page, server.url)

    def hear(samples: Any) -> dict[str, Any]:
        found: dict[str, Any] = page.evaluate(_HEAR, [HEARING, json.loads(str(list(samples)))])
        return found

    return hear


def test_speech_and_its_pauses_are_counted_and_noise_is_none(
    heard: Callable[..., dict[str, Any]],
) -> None:
    parts = [("pause", 1.5), ("speech", 2.0), ("pause", 1.4), ("speech", 3.0), ("pause", 0.5)]
    found = heard(spoken(*parts, ("speech", 1.0), ("pause", 2.0)))  # type: ignore[arg-type]
    assert found["heard"] is True
    assert abs(found["length_s"] - 11.4) < 0.1
    assert abs(found["speaking_s"] - 6.0) < 0.9
    assert found["pauses"] == 1
    assert abs(found["longest_pause_s"] - 1.4) < 0.3

    for silence in (spoken(("pause", 3.0)), [0] * 48_000, []):
        found = heard(silence)
        assert not found["heard"]
        assert found["speaking_s"] == found["pauses"] == found["longest_pause_s"] == 0
    loud_noise = [sample * 300 for sample in spoken(("pause", 3.0))]
    assert not heard([max(-32_000, min(32_000, sample)) for sample in loud_noise])["heard"]
