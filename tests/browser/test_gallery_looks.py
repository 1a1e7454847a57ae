"""The gallery on a phone, in light and dark, and by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page, expect

from tests.browser.gallery import Gallery, Place
from tests.browser.looks import (
    all_looks,
    faint_texts,
    focused,
    in_both_colours,
    outline_problems,
    sticking_out,
    stops_on_the_way,
    width,
    without_motion,
)
from tests.browser.tabs import NewTab
from tests.browser.test_looks import LONG_WORD, PHONE, tab_to
from tests.patience import until


def states(gallery: Gallery, place: Place, session_id: str) -> Iterator[str]:
    """Leads a teacher through all that the gallery can look like, and stops at each."""
    keys = place.fill(session_id, 5)
    wordy = place.add(session_id, 30, prompt=LONG_WORD)
    page = gallery.open().page
    gallery.find(session_id)
    yield "found"
    page.get_by_text("Settings from a picture file").click()
    uploader = page.locator("input[type=file]")
    uploader.set_input_files(place.server.pictures / str(keys[0]))
    expect(gallery.button("Use these settings")).to_be_visible()
    yield "dropped"
    gallery.search.fill("x" * 60)
    expect(gallery.button("Show all sessions")).to_be_visible()
    yield "nothing found"
    gallery.button("Show all sessions").click()
    expect(gallery.search).to_have_value("")
    gallery.find(session_id).click()
    gallery.wait_for_small_ones(6)
    yield "session"
    gallery.small(wordy).click()
    gallery.wait_for_picture()
    expect(gallery.page.get_by_text(LONG_WORD)).to_be_visible()
    gallery.page.get_by_text("Words that help").click()
    expect(gallery.page.get_by_text("Only drawn pictures have them")).to_be_visible()
    yield "picture"
    gallery.button("Delete this picture").click()
    expect(gallery.page.get_by_role("dialog")).to_be_visible()
    yield "question"


def test_everything_can_be_read_on_a_desk_and_a_phone_and_a_screen_reader_finds_its_way(
    new_tab: NewTab, folder_place: Place, session_id: str
) -> None:
    gallery = Gallery(new_tab(**PHONE), folder_place.server.url)
    page = gallery.page
    for state in states(gallery, folder_place, f"{session_id}-with.a_very-long-name-indeed"):
        page.mouse.move(0, 0)
        for look in all_looks(page, widths=(1280, 360)):
            assert faint_texts(page) == [], f"{state}, {look}"
        assert sticking_out(page) == [], state
        until(lambda: cut_names(page) == [])
        if state != "question":  # a question has a heading of its own
            assert outline_problems(page) == [], state
        if state == "picture":
            until(lambda: width(gallery.shown) >= 200)


_CUT_NAMES = """(buttons) => buttons.filter((button) => {
  const name = button.querySelector('p');
  if (!name) return true;
  const words = document.createRange();
  words.selectNodeContents(name);
  return words.getBoundingClientRect().width > button.clientWidth
    || button.scrollWidth > button.clientWidth + 1;
}).map((button) => button.innerText)"""


def cut_names(page: Page) -> list[str]:
    """The names of small pictures that are not to be read as a whole."""
    return list(page.locator(".st-key-small_pictures .stButton button").evaluate_all(_CUT_NAMES))


_DIALOG_HAS_KEYBOARD = """() =>
  document.querySelector('[role=dialog]')?.contains(document.activeElement)"""


def wait_for_heading(page: Page, time: str) -> None:
    """Wait until the heading of the picture in full has the keyboard."""
    until(lambda: (stop := focused(page)) and time in stop.name)


def test_by_keyboard_alone_each_stop_is_seen_and_a_picture_is_opened_and_deleted(
    new_tab: NewTab, folder_place: Place, session_id: str
) -> None:
    keys = folder_place.fill(session_id, 3)
    page = new_tab()
    gallery = Gallery(page, folder_place.server.url)
    gallery.open(session_id, f"{keys[1].timestamp}_0").wait_for_small_ones(3)
    gallery.wait_for_picture()
    wait_for_heading(page, "10:01:00")
    gallery.rest()
    with without_motion(page):
        for colours in in_both_colours(page):
            page.mouse.click(1, 1)  # Tab begins at the top
            seen, unseen = stops_on_the_way(page)
            assert unseen == [], colours
            controls = {"All sessions", "Close", "Download all (ZIP)", "Delete this picture"}
            assert controls <= set(seen)

    page.mouse.click(1, 1)
    tab_to(page, "Close")
    page.keyboard.press("Enter")
    expect(gallery.shown).to_have_count(0)
    expect(gallery.small(keys[1])).to_be_focused()
    tab_to(page, "01 Jan 2025, 10:00")
    page.keyboard.press("Enter")
    gallery.wait_for_picture()
    wait_for_heading(page, "10:00:00")
    tab_to(page, "Delete this picture")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.wait_for_function(_DIALOG_HAS_KEYBOARD)
    tab_to(page, "Delete")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Deleted: 1 picture.")).to_be_visible()
    assert folder_place.originals(session_id) == sorted(map(str, keys[:2]))
