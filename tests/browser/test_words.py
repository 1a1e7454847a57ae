"""A learner's words light up, and what they name is outlined in the picture."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, WebSocket, expect

from imagespeak_core.generators.illustrator.generator import MODEL_ID
from imagespeak_core.generators.illustrator.illustrator import draw
from imagespeak_core.generators.illustrator.scene import Scene
from imagespeak_core.generators.illustrator.scene_json import scene_to_json
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey, clean_prompt
from tests.browser.app_server import AppServer
from tests.browser.looks import all_looks, faint_texts, outline_problems, sticking_out
from tests.browser.tabs import NewTab
from tests.browser.visitor import PICTURE, Visitor

PROMPT = "Two women with a red umbrella and three dogs in a park, and a man sits on a bench"
WORDS = "A man sits on a bench. <img src=x onerror=document.title='taken'> There are four dogs."
OUTLINES = ".picture_outline > div"

_AWAY_FROM = """([boxes, least]) => {
  const image = document.querySelector('.st-key-practice_image img').getBoundingClientRect();
  const outlines = [...document.querySelectorAll('.picture_outline > div')];
  if (outlines.length !== boxes.length) return `${outlines.length} outlines`;
  const away = outlines.flatMap((outline, at) => {
    const [left, top, width, height] = boxes[at], box = outline.getBoundingClientRect();
    return [
      box.left + box.width / 2 - (image.left + (left + width / 2) * image.width),
      box.top + box.height / 2 - (image.top + (top + height / 2) * image.height),
      box.width - Math.max(least, width * image.width + 8),
      box.height - Math.max(least, height * image.height + 8),
    ];
  });
  return Math.max(...away.map(Math.abs)) <= 1.5 ? '' : away.join(' ');
}"""
_IN_VIEW = """() => {
  const box = document.querySelector('.st-key-practice_image img').getBoundingClientRect();
  const seen = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  return seen > 0.55 * Math.min(box.height, innerHeight);
}"""
_LEAST_PX = 28


def put_picture(root: Path, session_id: str, *, tells: bool = True) -> Scene:
    """A drawn picture by the back door; whether it tells what it shows."""
    key, png, scene = picture_of(session_id, tells=tells)
    path = root / key
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(png)
    return scene


def picture_of(session_id: str, *, tells: bool = True) -> tuple[str, bytes, Scene]:
    """The same: its key, its file, and what it shows."""
    drawing = draw(PROMPT, seed=4, width_px=768, height_px=768)
    request = ImageRequest(session_id, PROMPT, seed=4, width_px=768, height_px=768)
    key = ImageKey(session_id, "20261129_120000", 0, clean_prompt(PROMPT))
    scene = scene_to_json(drawing.scene) if tells else ""
    image = GeneratedImage(drawing.png, seed=4, model=MODEL_ID, duration_ms=9, scene=scene)
    png = embed(image.png, ImageDetails.of(key, request, image), scene=scene)
    return str(key), png, drawing.scene


def _boxes(scene: Scene, noun: str) -> list[list[float]]:
    return [list(item.box) for item in scene.items if item.noun == noun and item.box]


def _expect_outlined(page: Page, boxes: list[list[float]]) -> None:
    page.wait_for_function(
        f"([boxes, least]) => ({_AWAY_FROM})([boxes, least]) === ''", arg=[boxes, _LEAST_PX]
    )


def _mark(page: Page, words: str) -> Locator:
    return page.locator(".st-key-marked_words button", has_text=words).first


def test_words_light_up_and_what_they_name_is_outlined(
    offline_server: AppServer, new_tab: NewTab, session_id: str
) -> None:
    scene = put_picture(offline_server.pictures, session_id)
    page = new_tab(viewport={"width": 1280, "height": 900})
    visitor = Visitor(page, offline_server.url).open(session_id)
    visitor.picture()
    page.get_by_role("textbox", name="Your words").fill(WORDS)
    page.get_by_role("button", name="Check my words").click()  # straight from the text

    for heading in ("In the picture", "Not found in your words", "Look again", "How you said it"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    marked = page.locator(".st-key-marked_words p")
    expect(marked).to_have_text(WORDS)
    expect(page).to_have_title("ImageSpeak")
    assert marked.locator("img").count() == 0

    bench, dogs = _boxes(scene, "bench"), _boxes(scene, "dog")
    assert len(dogs) == 3
    _mark(page, "bench").click()
    _expect_outlined(page, bench)
    expect(_mark(page, "bench")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".st-key-outlined [role=status]")).to_contain_text("Look ")
    page.wait_for_function(_IN_VIEW)
    page.set_viewport_size({"width": 900, "height": 900})
    _expect_outlined(page, bench)
    page.set_viewport_size({"width": 1280, "height": 900})
    _mark(page, "bench").click()
    expect(page.locator(OUTLINES)).to_have_count(0)
    expect(_mark(page, "bench")).to_have_attribute("aria-pressed", "false")

    page.locator(".st-key-where_not_so_0 button").click()
    expect(page.locator(OUTLINES)).to_have_count(len(dogs))
    page.keyboard.press("Escape")
    expect(page.locator(OUTLINES)).to_have_count(0)
    expect(page.locator(".st-key-outlined [role=status]")).to_be_empty()

    page.set_viewport_size({"width": 360, "height": 740})
    _mark(page, "bench").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(_IN_VIEW)
    _expect_outlined(page, bench)

    page.get_by_role("button", name="Show the word").first.click()
    page.get_by_role("button", name="Show a sentence").first.click()
    expect(page.get_by_role("button", name="Show a sentence")).to_have_count(0)
    page.locator(".st-key-did_say_1 button").click()
    expect(page.get_by_text("As you say:")).to_be_visible()
    page.get_by_text("Your attempts", exact=True).click()
    expect(page.get_by_role("button", name="Open attempt 1")).to_be_visible()
    page.get_by_text("How do we know?").click()
    for look in all_looks(page, widths=(360, 1280)):
        assert sticking_out(page) == [], look
        assert faint_texts(page) == [], look
        assert outline_problems(page) == [], look

    visitor.reload().picture()
    expect(page.get_by_role("textbox", name="Your words")).to_have_value(WORDS)
    expect(page.get_by_text("As you say:")).to_be_visible()
    expect(page.locator(PICTURE)).to_be_visible()
    expect(page.locator(OUTLINES)).to_have_count(0)


def test_words_and_outlines_belong_to_their_picture(
    offline_server: AppServer, new_tab: NewTab, session_id: str
) -> None:
    put_picture(offline_server.pictures, session_id)
    page = new_tab(viewport={"width": 1280, "height": 900})
    visitor = Visitor(page, offline_server.url).open(session_id)
    first = visitor.picture()
    words = page.get_by_role("textbox", name="Your words")
    check = page.get_by_role("button", name="Check my words")
    words.fill(WORDS)
    check.click()
    _mark(page, "bench").click()
    expect(page.locator(OUTLINES)).to_have_count(1)

    words.fill("A second try")
    visitor.new.click()  # straight from the text
    visitor.picture(other_than=first)
    expect(words).to_have_value("")
    expect(page.locator(OUTLINES)).to_have_count(0)
    expect(page.get_by_role("heading", name="In the picture")).to_have_count(0)

    visitor.strip.get_by_role("button").last.click()
    expect(words).to_have_value("A second try")
    expect(page.get_by_text("You changed your words.")).to_be_visible()
    expect(page.locator(".st-key-marked_words p")).to_have_text(WORDS)
    expect(page.locator(OUTLINES)).to_have_count(0)


def test_where_nobody_knows_what_is_shown_words_light_up_alone(
    offline_server: AppServer, new_tab: NewTab, session_id: str
) -> None:
    put_picture(offline_server.pictures, session_id, tells=False)
    page = new_tab(viewport={"width": 360, "height": 740})
    Visitor(page, offline_server.url).open(session_id).picture()
    page.get_by_role("textbox", name="Your words").fill("A man sits on a bench.")
    page.get_by_role("button", name="Check my words").click()
    expect(page.get_by_text("Nobody knows what this picture really shows.")).to_be_visible()
    expect(page.locator(".st-key-marked_words mark", has_text="bench")).to_be_visible()
    expect(page.locator(".st-key-marked_words button")).to_have_count(0)
    expect(page.get_by_role("heading", name="Look again")).to_have_count(0)
    assert faint_texts(page) == []
    assert sticking_out(page) == []


def test_what_is_pressed_right_after_escape_is_outlined(
    offline_server: AppServer, new_tab: NewTab, session_id: str
) -> None:
    scene = put_picture(offline_server.pictures, session_id)
    page = new_tab(viewport={"width": 1280, "height": 900})
    sockets: list[WebSocket] = []
    page.on("websocket", lambda socket: sockets.append(socket))
    Visitor(page, offline_server.url).open(session_id).picture()
    page.get_by_role("textbox", name="Your words").fill(WORDS)
    page.get_by_role("button", name="Check my words").click()
    page.locator(".st-key-where_not_so_0 button").click()
    expect(page.locator(OUTLINES)).to_have_count(len(_boxes(scene, "dog")))

    with offline_server.stands_still():  # it hears of all three at once
        with sockets[-1].expect_event("framesent"):
            page.get_by_role("button", name="Show the word").first.click()
        page.keyboard.press("Escape")
        expect(page.locator(OUTLINES)).to_have_count(0)
        _mark(page, "bench").click()
    _expect_outlined(page, _boxes(scene, "bench"))
    expect(_mark(page, "bench")).to_have_attribute("aria-pressed", "true")
