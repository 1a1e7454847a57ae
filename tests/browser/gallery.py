"""What a teacher does in the gallery, and the back door to what is stored behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey, clean_prompt
from tests.browser.app_server import AppServer
from tests.browser.tabs import wait_until_drawn
from tests.browser.visitor import PICTURE
from tests.pages.stand_ins import MODEL, plain_png

PROMPTS = ("A red bus", "A green boat", "A brown dog")
_LOADED = """([selector, number]) => {
  const pictures = [...document.querySelectorAll(selector)];
  return pictures.length === number && pictures.every((p) => p.complete && p.naturalWidth > 0)
    ? pictures.map((p) => Math.max(p.naturalWidth, p.naturalHeight)) : null;
}"""


@dataclass(frozen=True, slots=True)
class Place:
    """A server, and a way to its store without it.

    Attributes:
        server: The app.
        put: Stores bytes under a key.
        names: What the store has, under a prefix.
    """

    server: AppServer
    put: Callable[[str, bytes], object]
    names: Callable[[str], list[str]]

    def fill(self, session_id: str, count: int) -> list[ImageKey]:
        """So many pictures, the newest first, each a minute older than the one before."""
        keys = [self.add(session_id, minute) for minute in range(count)]
        return keys[::-1]

    def add(self, session_id: str, minute: int, *, prompt: str = "") -> ImageKey:
        prompt = prompt or PROMPTS[minute % len(PROMPTS)]
        request = ImageRequest(
            session_id, prompt, quality="premium", width_px=768, height_px=512, seed=7 + minute
        )
        key = ImageKey(session_id, f"20250101_10{minute:02}00", 0, clean_prompt(prompt))
        png = plain_png(0xEEEEEE - minute, 768, 512)
        image = GeneratedImage(png, seed=request.seed, model=MODEL, duration_ms=2_500)
        self.put(str(key), embed(png, ImageDetails.of(key, request, image)))
        return key

    def originals(self, session_id: str) -> list[str]:
        return self.names(f"generated-images/{session_id}_")

    def previews(self, session_id: str) -> list[str]:
        return self.names(f"previews/{session_id}_")


@dataclass(frozen=True, slots=True)
class Gallery:
    """One tab with the gallery in it."""

    page: Page
    url: str

    def open(self, session_id: str = "", picture: str = "") -> Gallery:
        query = f"open={session_id}&picture={picture}" if picture else f"open={session_id}"
        self.page.goto(f"{self.url}/gallery?{query}" if session_id else f"{self.url}/gallery")
        wait_until_drawn(self.page)
        return self

    def find(self, session_id: str) -> Locator:
        """Search for a session that is new; gives its card's button."""
        expect(self.button("Look again")).to_be_enabled()
        self.button("Look again").click()
        self.search.fill(session_id)
        card = self.page.get_by_role("button", name=session_id, exact=True)
        expect(card).to_be_visible()
        buttons = self.page.locator(".st-key-small_pictures .stButton button")
        expect(buttons.filter(has_not_text=session_id)).to_have_count(0)  # what is not found goes
        return card

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name)

    def small(self, key: ImageKey) -> Locator:
        """The button of a small picture."""
        return self.page.locator(f".st-key-look_{key.timestamp}_{key.image_index} button")

    @property
    def search(self) -> Locator:
        return self.page.get_by_role("searchbox", name="Search")

    @property
    def shown(self) -> Locator:
        """The picture in full."""
        return self.page.locator(PICTURE)

    def wait_for_small_ones(self, number: int) -> list[int]:
        """Wait until so many are there and decoded; gives their longest sides in pixels."""
        sizes = self.page.wait_for_function(_LOADED, arg=[".st-key-small_pictures img", number])
        return list(sizes.json_value())

    def wait_for_picture(self) -> int:
        """Wait until the picture is decoded; gives its longest side in pixels."""
        (size,) = self.page.wait_for_function(_LOADED, arg=[PICTURE, 1]).json_value()
        return int(size)

    def rest(self) -> None:
        """Wait until what the page shows is no more drawn."""
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")

    def delete(self, opener: str) -> None:
        """Press what asks, and confirm."""
        self.button(opener).click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("button", name="Delete").click()
        expect(dialog).to_have_count(0)
