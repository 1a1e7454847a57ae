"""What a person does on the practice page, and sees there."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import BrowserContext, Locator, Page

PICTURE = ".st-key-practice_image .stImage img"  # not the large one, which goes a moment later
_READY = """() => {
  const shown = (name) => document.querySelector(name)?.checkVisibility();
  return shown('.st-key-get_practice_image button') && shown('.st-key-footer');
}"""
_SHOWN = """(before) => {
  const picture = document.querySelector('.st-key-practice_image img');
  return picture && picture.complete && picture.naturalWidth > 0 && picture.src !== before
    ? picture.src : null;
}"""


@dataclass(frozen=True, slots=True)
class Visitor:
    """One tab of one browser."""

    page: Page
    url: str

    def open(self, session_id: str | None = None) -> Visitor:
        """Go to the practice page, with an address or without."""
        self.page.goto(f"{self.url}/?session={session_id}" if session_id else self.url)
        return self.ready()

    def ready(self) -> Visitor:
        self.page.wait_for_function(_READY)  # looks at every frame; `expect` once a second
        return self

    def reload(self) -> Visitor:
        self.page.reload()
        return self.ready()

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    @property
    def get(self) -> Locator:
        return self.page.get_by_role("button", name="Get Practice Image")

    @property
    def new(self) -> Locator:
        return self.page.get_by_role("button", name="Generate New")

    @property
    def alert(self) -> Locator:
        return self.page.get_by_role("alert")

    @property
    def waiting(self) -> Locator:
        return self.page.locator(".waiting")

    @property
    def strip(self) -> Locator:
        """The small pictures of the session."""
        return self.page.get_by_role("toolbar", name="Pictures of this session")

    @property
    def words(self) -> Locator:
        return self.page.get_by_role("textbox", name="What should the picture show?")

    @property
    def session_id(self) -> str:
        """The session in the address bar, when it is there."""
        self.page.wait_for_url("**/*session=*")
        return parse_qs(urlsplit(self.page.url).query)["session"][0]

    def picture(self, *, other_than: str = "") -> str:
        """Wait until a picture is decoded; gives its address."""
        return str(self.page.wait_for_function(_SHOWN, arg=other_than).json_value())

    def another_idea(self) -> Visitor:
        """Open what the next picture may show, and choose something else."""
        self.unfold("Read the idea first")
        self.page.get_by_role("button", name="Another idea").click()
        return self

    def write(self, words: str) -> Visitor:
        """Choose own words and type them."""
        self.page.get_by_role("radio", name="My own words").click()
        self.words.fill(words)
        return self

    def unfold(self, label: str) -> Locator:
        """Open one of the panels; gives what is in it."""
        panel = self.page.locator("details", has_text=label)
        panel.locator("summary").click()
        return panel
