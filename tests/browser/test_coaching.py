"""Help beside the picture while one speaks; a model answer to say after; questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from imagespeak_core.generators.illustrator.generator import MODEL_ID
from imagespeak_core.generators.illustrator.illustrator import draw
from imagespeak_core.generators.illustrator.scene_json import scene_to_json
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey, clean_prompt
from imagespeak_core.speaking.coaching.model_answer import model_answer
from tests.browser.app_server import AppServer
from tests.browser.looks import (
    all_looks,
    faint_texts,
    outline_problems,
    sticking_out,
    top,
)
from tests.browser.microphone import somebody_who_speaks, spoken, talking_browser
from tests.browser.tabs import NewContext, NewTab
from tests.browser.visitor import Visitor
from tests.browser.voices import LOCAL, with_voices
from tests.core.sound_files import wav_file
from tests.patience import until

PROMPT = "Two women with a red umbrella and three dogs in a park, and a man sits on a bench"
OTHER = "A cat on a sofa in a living room"
ANSWER, QUESTIONS = "A model answer", "Three questions"
OUTLINES = ".picture_outline > div"


def _put(root: Path, session_id: str, prompt: str, *, second: int) -> list[str]:
    """A drawn picture by the back door; gives its model answer."""
    drawing = draw(prompt, seed=4, width_px=512, height_px=512)
    request = ImageRequest(session_id, prompt, seed=4, width_px=512, height_px=512)
    key = ImageKey(session_id, f"20261129_1200{second:02}", 0, clean_prompt(prompt))
    scene = scene_to_json(drawing.scene)
    image = GeneratedImage(drawing.png, seed=4, model=MODEL_ID, duration_ms=9, scene=scene)
    path = root / str(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(embed(image.png, ImageDetails.of(key, request, image), scene=scene))
    return [one.text for one in model_answer(drawing.scene, "A2–B1")]


def _open(page: Page, label: str) -> Locator:
    """Opens a panel; gives it."""
    panel = page.locator("details", has=page.get_by_text(label, exact=True))
    panel.locator("summary").click()
    return panel


def _tick(page: Page, number: int) -> Locator:
    return page.get_by_role("checkbox", name=f"I said this: sentence {number}")


def _rest(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


@pytest.fixture(scope="module")
def talking(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with talking_browser(browser, tmp_path_factory.mktemp("talk")) as chromium:
        yield chromium


def test_a_model_answer_is_heard_said_after_ticked_and_kept(
    offline_server: AppServer, new_context: NewContext, session_id: str
) -> None:
    _put(offline_server.pictures, session_id, OTHER, second=0)
    texts = _put(offline_server.pictures, session_id, PROMPT, second=9)
    context = new_context()
    context.add_init_script(with_voices(LOCAL))
    page = context.new_page()
    visitor = Visitor(page, offline_server.url).open(session_id)
    first = visitor.picture()
    _rest(page)
    assert page.locator(".aloud").count() == 0
    assert page.evaluate("asked_for_voices") == 0, "not before somebody wants it"

    panel = _open(page, ANSWER)
    expect(panel.locator("li .text")).to_have_text(texts)
    page.get_by_role("button", name="Read aloud: sentence 1", exact=True).click()
    assert page.evaluate("said") == [[texts[0], "Samantha", 1]]
    _tick(page, 1).check()
    _tick(page, 2).focus()
    page.keyboard.press("Space")
    count = page.locator(".count")
    expect(count).to_have_text(f"You ticked 2 of {len(texts)}.")
    _rest(page)
    expect(_tick(page, 2)).to_be_focused()
    assert page.evaluate("speechSynthesis.speaking"), "the page was drawn anew meanwhile"

    page.get_by_role("button", name="Where? sentence").first.click()
    expect(page.locator(OUTLINES).first).to_be_visible()
    expect(page.locator(".says:visible")).to_contain_text("Look ")
    page.keyboard.press("Escape")
    expect(page.locator(OUTLINES)).to_have_count(0)

    page.get_by_role("textbox", name="Your words").fill("A man sits on a bench.")
    page.get_by_role("button", name="Check my words").click()
    expect(page.get_by_role("heading", name="In the picture", exact=True)).to_be_visible()
    expect(count).to_have_text(f"You ticked 2 of {len(texts)}.")
    page.get_by_role("button", name="Where? sentence").first.click()
    expect(page.locator(OUTLINES).first).to_be_visible()
    page.locator(".st-key-marked_words button").first.click()
    expect(page.locator(".says:visible")).to_have_count(0)

    page.get_by_text("A1 · What there is").click()
    expect(count).to_have_text("Say a sentence, then tick it.")
    expect(page.get_by_role("radio", name="A1 · What there is")).to_be_checked()
    page.get_by_text("A2–B1 · Where and what they do").click()
    expect(count).to_have_text(f"You ticked 2 of {len(texts)}.")

    visitor.strip.get_by_role("button").last.click()
    second = visitor.picture(other_than=first)
    expect(page.locator(".aloud")).to_have_count(0)
    assert not page.evaluate("speechSynthesis.speaking")
    _open(page, ANSWER)
    expect(count).to_have_text("Say a sentence, then tick it.")
    visitor.strip.get_by_role("button").first.click()
    visitor.picture(other_than=second)
    expect(page.locator(".aloud")).to_have_count(0)
    _open(page, ANSWER)
    expect(count).to_have_text(f"You ticked 2 of {len(texts)}.")
    expect(_tick(page, 2)).to_be_checked()


def test_help_to_begin_a_sentence_is_seen_while_one_speaks_and_nothing_is_read_then(
    talking: Browser, offline_server: AppServer, session_id: str
) -> None:
    _put(offline_server.pictures, session_id, PROMPT, second=0)
    with somebody_who_speaks(talking, viewport={"width": 1280, "height": 800}) as context:
        context.add_init_script(with_voices(LOCAL))
        page = context.new_page()
        Visitor(page, offline_server.url).open(session_id).picture()
        help_lines = page.locator(".st-key-speaking_frame li")
        start = page.get_by_role("button", name="Start speaking", exact=True)
        for width, height in ((1280, 800), (360, 740)):
            page.set_viewport_size({"width": width, "height": height})
            page.locator(".st-key-practice_image").scroll_into_view_if_needed()
            expect(start).to_be_in_viewport(ratio=1)
            assert top(help_lines.first) > top(start), "the recorder comes first"
        assert top(help_lines.first) < top(page.locator(".st-key-task_choice")), "on a phone"

        _open(page, ANSWER)
        page.get_by_role("button", name="Read aloud: sentence 1", exact=True).click()
        assert page.evaluate("speechSynthesis.speaking")
        start.click()
        expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
        until(lambda: not page.evaluate("speechSynthesis.speaking"))
        for width, height in ((360, 740), (1280, 800)):
            page.set_viewport_size({"width": width, "height": height})
            page.locator(".st-key-practice_image").evaluate(
                "(e) => e.scrollIntoView({ block: 'start' })"
            )
            expect(help_lines.nth(1)).to_be_in_viewport(ratio=1)
            expect(page.get_by_role("button", name="Stop", exact=True)).to_be_in_viewport(ratio=1)
        page.get_by_role("button", name="Hide help").click()
        expect(page.get_by_role("button", name="Show help")).to_be_focused()
        expect(help_lines).to_have_count(0)
        expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
        page.get_by_role("button", name="Read aloud: sentence 1", exact=True).click()
        expect(page.get_by_text("You are recording. Stop it first")).to_be_visible()
        assert not page.evaluate("speechSynthesis.speaking")
        page.get_by_role("button", name="Stop", exact=True).click()
        expect(page.get_by_role("button", name="Listen", exact=True)).to_be_visible()
        page.get_by_role("button", name="Show help").click()
        expect(help_lines.first).to_be_visible()


def test_all_can_be_read_in_each_look_and_questions_are_answered_by_keyboard(
    offline_server: AppServer, new_tab: NewTab, session_id: str
) -> None:
    _put(offline_server.pictures, session_id, PROMPT, second=0)
    page = new_tab()
    Visitor(page, offline_server.url).open(session_id).picture()
    _rest(page)
    panel = _open(page, QUESTIONS)
    more = panel.get_by_role("button", name="question 1")
    more.focus()
    for name, shown in (
        ("Show an answer", panel.get_by_text("A good answer names:").first),
        ("Hide the answer", panel.locator(".aloud .text")),
        ("Show what a good answer names", None),
        ("Show an answer", None),
        ("Hide the answer", panel.locator(".aloud .text")),
    ):
        page.keyboard.press("Enter")
        expect(more).to_have_accessible_name(f"{name} question 1")
        expect(more).to_be_focused()
        if shown:
            expect(shown).to_be_visible()

    answer = _open(page, ANSWER)
    expect(answer.get_by_text("This browser has no English voice of its own.")).to_be_visible()
    expect(answer.get_by_role("button", name="Read")).to_have_count(0)
    page.mouse.move(0, 0)
    for forced in ("none", "active"):
        page.emulate_media(forced_colors=forced)
        for look in all_looks(page, widths=(1280, 360)):
            assert sticking_out(page) == [], look
            assert forced == "active" or faint_texts(page) == [], look
    assert outline_problems(page) == []
    page.emulate_media(forced_colors="none")


@pytest.fixture(scope="module")
def server_that_pays(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    settings = {"IMAGESPEAK_VOICE": "polly", "AWS_ENDPOINT_URL_POLLY": "http://127.0.0.1:9"}
    server = AppServer(tmp_path_factory.mktemp("paid_voice") / "server", settings)
    server.start()
    yield server
    server.stop()


def test_where_the_device_has_no_voice_the_servers_tells_its_price_before_it_reads(
    server_that_pays: AppServer, new_tab: NewTab, session_id: str
) -> None:
    texts = _put(server_that_pays.pictures, session_id, PROMPT, second=0)
    page = new_tab()
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        sound = wav_file(spoken(("speech", 0.2)).tobytes())
        route.fulfill(body=sound, content_type="audio/wav")

    page.route("**/sentences/*", answer)
    Visitor(page, server_that_pays.url).open(session_id).picture()
    _rest(page)
    panel = _open(page, ANSWER)
    expect(panel.get_by_text("Amazon reads aloud: a press costs about")).to_be_visible()
    paid = panel.get_by_role("button", name="for this sentence")
    expect(paid).to_have_count(len(texts))
    expect(paid.first).to_contain_text("Read aloud ($0.00")
    assert asked == []
    for look in all_looks(page, widths=(360, 1280)):
        assert sticking_out(page) == [], look
    paid.first.click()
    expect(paid).to_have_count(len(texts) - 1)
    assert len(asked) == 1
