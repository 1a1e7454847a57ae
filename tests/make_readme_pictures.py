"""Makes the README's pictures from the running app: `python -m tests.make_readme_pictures`.

The voice of `optional/voice.txt` must be installed: the browser has none.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from imagespeak_core.generators.illustrator.illustrator import draw
from tests.browser.app_server import AppServer
from tests.browser.conftest import BROWSERS, FLAGS
from tests.browser.microphone import speaking_browser
from tests.core.sound_files import sample, samples_of, wav_file

DOCS = Path(__file__).parents[1] / "docs"
PROMPT = "Two children are playing football in a park, and a dog is watching them."
SEED = "7"


SHEET_PROMPTS = (
    "Sunset over mountains",
    PROMPT,
    "A busy market in the rain with a cyclist",
    "A family having breakfast in the kitchen",
    "A city skyline at night",
    "A classroom with a teacher and five students",
    "People and dogs on a beach at sunset",
    "A woman in a red dress and a grey cat in a street",
    "An old man is sitting on a bench in the park with a small brown dog",
    "Cows and a horse by a mountain lake",
    "Children building a snowman in a garden",
    "Three friends are eating pizza at a small table in a cafe",
)
TILE_PX = 320
CLASS_PROMPT = "A family is having a picnic under a big tree by a lake."
LAB_PROMPT = "A {dog|cat} is sleeping on a red sofa"
GALLERY = {
    "image-market": "A busy market in the rain with a cyclist",
    "image-beach": "People and dogs on a beach at sunset",
    "image-kitchen": "A family is having breakfast in the kitchen",
    "image-cafe": "Three friends are eating pizza at a small table in a cafe",
}
WORDS = (
    "In this picture I can see two children in a park. "
    "They are playing football because it is sunny. There are two dogs."
)
OUTLINED = "two children"
_SPOKEN = "0:08"
_PICTURE = ".st-key-practice_image img"
_IS_SHOWN = """(selector) => {
  const picture = document.querySelector(selector);
  return picture && picture.complete && picture.naturalWidth > 200;
}"""
_DECODED = "[...document.images].filter(image => image.complete && image.naturalWidth > 0)"


def main() -> None:
    browser_path = next(found for name in BROWSERS if (found := shutil.which(name)))
    DOCS.mkdir(exist_ok=True)
    _sheet().save(DOCS / "illustrator.png", optimize=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = AppServer(Path(folder), {"IMAGESPEAK_VOICE": "local"})
        server.start()
        try:
            browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
            page = browser.new_page(viewport={"width": 1280, "height": 860})
            _practice(page, server.url)
            with speaking_browser(browser, _talk(Path(folder) / "talk.wav")) as speaker:
                _speaking(speaker, server.url)
            _helping(page, server.url)
            _class(page, server.url)
            _lab(page, server.url)
            browser.close()
        finally:
            server.stop()


def _talk(path: Path) -> Path:
    """What the microphone hears."""
    path.write_bytes(wav_file(samples_of(sample("noisy_talk.ogg"))))
    return path


def _sheet() -> Image.Image:
    """The illustrator's pictures, four in a row, made smaller."""
    gap = 6
    rows = -(-len(SHEET_PROMPTS) // 4)
    step = TILE_PX + gap
    sheet = Image.new("RGB", (4 * step - gap, rows * step - gap), "white")
    for number, prompt in enumerate(SHEET_PROMPTS):
        drawing = draw(prompt, seed=int(SEED), width_px=768, height_px=768)
        tile = Image.open(io.BytesIO(drawing.png)).convert("RGB").resize((TILE_PX, TILE_PX))
        sheet.paste(tile, (number % 4 * step, number // 4 * step))
    return sheet


def _practice(page: Page, url: str) -> None:
    page.goto(f"{url}/?session=image-readme")
    page.get_by_text("My own words").click()
    page.get_by_label("What should the picture show?").fill(PROMPT)
    page.get_by_text("Picture settings").click()
    page.get_by_label("Seed", exact=True).fill(SEED)
    page.get_by_role("button", name="Get Practice Image").click()
    page.wait_for_function(_IS_SHOWN, arg=_PICTURE)
    page.get_by_role("button", name="Start speaking").wait_for()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=DOCS / "practice.png")


def _speaking(browser: Browser, url: str) -> None:
    """The loop about that picture: what was said and how long, then the words drawn beside it."""
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.goto(f"{url}/?session=image-readme")
    page.wait_for_function(_IS_SHOWN, arg=_PICTURE)
    page.get_by_role("button", name="Start speaking").click()
    page.locator(".figures", has_text=_SPOKEN).wait_for()
    page.get_by_role("button", name="Stop", exact=True).click()
    page.get_by_role("button", name="Keep", exact=True).click()
    page.locator(".recorder .line", has_text="Kept until").wait_for()
    page.get_by_role("textbox", name="Your words").fill(WORDS)
    _to_the_top(page, ".st-key-speaking")
    first = _shown(page)
    page.get_by_role("button", name="Check my words").click()
    page.get_by_role("heading", name="In the picture").wait_for()
    _to_the_top(page, ".st-key-next_step")
    page.locator(".st-key-marked_words button", has_text=OUTLINED).click()
    page.locator(".picture_outline > div").first.wait_for()
    second = _shown(page)
    page.locator(".st-key-marked_words button", has_text=OUTLINED).click()
    page.get_by_role("button", name="Draw my words").click()
    page.wait_for_function(_IS_SHOWN, arg=".st-key-drawn_picture img")
    _to_the_top(page, ".st-key-drawn_words")
    third = _shown(page)
    page.close()
    _one_below_the_other(first, second, third).save(DOCS / "speaking.png", optimize=True)


def _helping(page: Page, url: str) -> None:
    """A model answer about that picture, with what may be read aloud and where it is."""
    page.goto(f"{url}/?session=image-readme")
    page.wait_for_function(_IS_SHOWN, arg=_PICTURE)
    page.get_by_text("A model answer", exact=True).click()
    page.get_by_role("button", name="Read all").wait_for()
    page.get_by_role("checkbox", name="I said this").first.check()
    page.get_by_role("button", name="Where?").first.click()
    page.locator(".picture_outline > div").first.wait_for()
    _to_the_top(page, ".st-key-model_answer")
    _shown(page).save(DOCS / "model_answer.png", optimize=True)


def _to_the_top(page: Page, selector: str) -> None:
    page.locator(selector).first.evaluate("it => it.scrollIntoView({ block: 'start' })")


def _shown(page: Page) -> Image.Image:
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    page.wait_for_function(f"() => ({_DECODED}).length === document.images.length")
    return Image.open(io.BytesIO(page.screenshot(animations="disabled"))).convert("RGB")


def _one_below_the_other(*parts: Image.Image) -> Image.Image:
    """With a line between them."""
    line_px = 4
    height = sum(part.height for part in parts) + line_px * (len(parts) - 1)
    whole, top = Image.new("RGB", (parts[0].width, height), "#8d948f"), 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height + line_px
    return whole


def _class(page: Page, url: str) -> None:
    """A class with three new pictures, one of them on the projector, and the gallery."""
    page.goto(f"{url}/classroom")
    page.get_by_role("textbox", name="Name of the class").fill("7b Monday")
    page.get_by_role("button", name="Make class").click()
    page.get_by_role("radio", name="My own words").click()
    page.get_by_label("What should the picture show?").fill(CLASS_PROMPT)
    page.get_by_role("radio", name="3", exact=True).click()
    page.get_by_role("button", name="Make 3 pictures").click()
    page.wait_for_function(f"() => ({_DECODED}).length >= 3")
    page.get_by_role("button", name="Keep").nth(2).wait_for()
    _settled_screenshot(page, "classroom.png")
    page.get_by_role("button", name="Keep").first.click()
    page.get_by_role("button", name="Keep").nth(2).wait_for(state="detached")
    page.get_by_role("button", name="Present").click()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Show prompt").click()
    page.get_by_text(CLASS_PROMPT).wait_for()
    _settled_screenshot(page, "projector.png")
    for session_id, prompt in GALLERY.items():
        page.goto(f"{url}/?session={session_id}")
        page.get_by_role("radio", name="My own words").click()
        page.get_by_label("What should the picture show?").fill(prompt)
        page.get_by_role("button", name="Get Practice Image").click()
        page.wait_for_function(f"() => ({_DECODED}).some(image => image.naturalWidth > 200)")
    page.goto(f"{url}/gallery")
    page.wait_for_function(f"() => ({_DECODED}).length >= {len(GALLERY)}")
    _settled_screenshot(page, "gallery.png")


def _lab(page: Page, url: str) -> None:
    """Two prompts with three seeds."""
    page.goto(f"{url}/prompt_lab")
    page.get_by_role("textbox", name="Name of the experiment").fill("Pets on a sofa")
    page.get_by_role("combobox", name="In the columns").click()
    page.get_by_role("option", name="Seed", exact=True).click()
    page.get_by_role("textbox", name="Seeds, with commas between").fill("1, 2, 3")
    page.get_by_role("textbox", name="Seeds, with commas between").press("Tab")
    page.get_by_role("combobox", name="In the rows").click()
    page.get_by_role("option", name="Prompt", exact=True).click()
    page.get_by_role("textbox", name="Prompts").fill(LAB_PROMPT)
    page.get_by_role("textbox", name="Prompts").press("Tab")
    page.get_by_role("button", name="Start: 6 pictures").click()
    page.get_by_text("6 of 6 pictures ready").wait_for()
    page.mouse.move(0, 0)
    page.get_by_role("heading", name="Look", exact=True).evaluate("it => it.scrollIntoView()")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=DOCS / "prompt_lab.png")


def _settled_screenshot(page: Page, name: str) -> None:
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    page.wait_for_function(f"() => ({_DECODED}).length === document.images.length")
    page.screenshot(path=DOCS / name)


if __name__ == "__main__":
    main()
