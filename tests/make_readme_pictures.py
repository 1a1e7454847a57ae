"""Makes the README's pictures from the running app: `python -m tests.make_readme_pictures`."""

from __future__ import annotations

import io
import shutil
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from imagespeak_core.generators.illustrator.illustrator import draw
from tests.browser.app_server import AppServer
from tests.browser.conftest import BROWSERS, FLAGS

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


def main() -> None:
    browser_path = next(found for name in BROWSERS if (found := shutil.which(name)))
    DOCS.mkdir(exist_ok=True)
    _sheet().save(DOCS / "illustrator.png", optimize=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = AppServer(Path(folder))
        server.start()
        try:
            browser = playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
            page = browser.new_page(viewport={"width": 1280, "height": 860})
            _practice(page, server.url)
            browser.close()
        finally:
            server.stop()


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
    page.get_by_label("Your words, in English").fill(PROMPT)
    page.get_by_text("Picture settings").click()
    page.get_by_label("Seed", exact=True).fill(SEED)
    page.get_by_role("button", name="Get Practice Image").click()
    page.wait_for_function(
        "[...document.images].some(image => image.complete && image.naturalWidth > 200)"
    )
    page.get_by_text("An idea", exact=True).click()
    page.get_by_role("button", name="Another idea").wait_for()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=DOCS / "practice.png")


if __name__ == "__main__":
    main()
