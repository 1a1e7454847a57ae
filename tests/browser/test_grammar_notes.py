"""Notes on a learner's grammar, from the real library."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.app_server import AppServer
from tests.browser.looks import all_looks, faint_texts, outline_problems, sticking_out
from tests.browser.tabs import NewTab
from tests.browser.test_words import put_picture
from tests.browser.visitor import Visitor

WORDS = (
    "In the picture there is a old man on a bench. She wear a red dress and a hat because it is "
    "cold. There is many people in the park. I like it."
)


def test_notes_are_read_and_called_right(
    offline_server: AppServer, new_tab: NewTab, session_id: str
) -> None:
    put_picture(offline_server.pictures, session_id)
    page = new_tab(viewport={"width": 1280, "height": 900})
    visitor = Visitor(page, offline_server.url).open(session_id)
    visitor.picture()
    page.get_by_role("textbox", name="Your words").fill(WORDS)
    page.get_by_role("button", name="Check my words").click()

    expect(page.get_by_role("heading", name="About your English", exact=True)).to_be_visible()
    notes = page.locator(".st-key-grammar_notes")
    expect(notes).to_contain_text("it may be mistaken")
    expect(notes.get_by_text("Maybe:")).to_have_count(3)
    expect(notes).to_contain_text("Maybe: She wears")
    expect(notes).to_contain_text("Maybe: an old")
    assert page.locator("[class*=st-key-as_written_grammar_]").count() == 3, "none is translated"
    for look in all_looks(page, widths=(360, 1280)):
        assert sticking_out(page) == [], look
        assert faint_texts(page) == [], look
        assert outline_problems(page) == [], look

    page.get_by_role("button", name="It is right “a old”").focus()
    page.keyboard.press("Enter")
    expect(notes.get_by_text("Maybe:")).to_have_count(2)
    next_one = page.get_by_role("button", name="It is right “She wear”")
    expect(next_one).to_have_count(1)
    expect(next_one).to_be_focused()
    page.keyboard.press("Enter")
    expect(notes.get_by_text("Maybe:")).to_have_count(1)
    last = page.get_by_role("button", name="It is right “There is many people”")
    expect(last).to_have_count(1)
    expect(last).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="About your English", exact=True)).to_have_count(0)
    expect(page.get_by_role("button", name="Check my words")).to_be_focused()
