"""Makes the README's pictures from the running app: `python -m tests.make_readme_pictures`."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.app_server import AppServer
from tests.browser.conftest import BROWSERS, FLAGS

DOCS = Path(__file__).parents[1] / "docs"
PROMPT = "Two children are playing football in a park, and a dog is watching them."
SEED = "7"


def main() -> None:
    browser_path = next(found for name in BROWSERS if (found := shutil.which(name)))
    DOCS.mkdir(exist_ok=True)
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
