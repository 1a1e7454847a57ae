"""What a visitor meets at the teachers' pages, and how they sign in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.tabs import wait_until_drawn
from tests.patience import until

HEADINGS = {"classroom": "Your classes", "gallery": "Gallery"}


@dataclass(frozen=True, slots=True)
class TeachersDoor:
    """One tab that goes to the teachers' pages."""

    page: Page
    url: str

    def go(self, path: str) -> TeachersDoor:
        self.page.goto(f"{self.url}/{path}")
        wait_until_drawn(self.page)
        return self

    def expect_shut(self) -> None:
        """The door stands in the place of the page, and nothing leads past it."""
        expect(self.heading("For teachers")).to_be_visible()
        expect(self.navigation).to_have_count(0)
        for heading in HEADINGS.values():
            expect(self.heading(heading)).to_have_count(0)

    def expect_open(self, name: str = "classroom") -> None:
        expect(self.heading(HEADINGS[name])).to_be_visible()
        for link in ("Practice", "Classroom", "Gallery"):
            expect(self.navigation.get_by_role("link", name=link)).to_be_visible()
        expect(self.heading("For teachers")).to_have_count(0)

    def heading(self, text: str) -> Locator:
        return self.page.get_by_role("heading", name=text, exact=True)

    @property
    def navigation(self) -> Locator:
        return self.page.locator(".st-key-navigation")

    @property
    def closed(self) -> Locator:
        """Says which setting opens the pages."""
        return self.page.get_by_role("status").filter(has_text="These pages are off")

    @property
    def alert(self) -> Locator:
        return self.page.get_by_role("alert")

    @property
    def sign_out(self) -> Locator:
        return self.page.get_by_role("button", name=re.compile(r"Sign out$"))

    def sign_out_of_pin(self) -> None:
        """Press "Sign out", once the button's script is there to hear it."""
        until(lambda: self.sign_out.evaluate("(button) => Boolean(button.onclick)"))
        self.sign_out.click()

    def type_pin(self, pin: str) -> None:
        """Type it and press Enter, once the form's script is there to send it."""
        field = self.page.get_by_label("Teacher's PIN")
        until(lambda: field.evaluate("(field) => Boolean(field.form.onsubmit)"))
        field.fill(pin)
        self.page.keyboard.press("Enter")
