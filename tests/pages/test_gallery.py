"""The gallery's list: all sessions, found and sorted, whatever the store does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.errors import StorageUnreachableError
from imagespeak_core.models import StoredImage
from pages.components.gallery import gallery_memory
from pages.components.shell.wiring import wiring
from tests.pages.stand_ins import WatchedStore
from tests.pages.visits import LIMIT_S, ROUTER, Site, alerts, open_gallery

pytestmark = pytest.mark.usefixtures("as_teacher")

AWAY = StorageUnreachableError("The folder is away.")


@pytest.fixture
def three(site: Site) -> Site:
    """Three sessions, of which `image-b` has the newest picture."""
    site.add_picture("image-a", "20250101_100000", "A red bus")
    site.add_picture("image-a", "20250103_100000", "A green boat")
    site.add_picture("image-b", "20250105_100000", "A brown dog")
    site.add_picture("class-c", "20241231_100000", "Two cats")
    return site


def listed(visit: AppTest) -> list[str]:
    """The sessions that are shown, in their order."""
    opening = (str(button.key) for button in visit.button)
    return [key.removeprefix("open_") for key in opening if key.startswith("open_")]


def said(visit: AppTest) -> str:
    return "\n".join(str(text.value) for text in (*visit.caption, *visit.info))


def test_an_empty_store_says_what_to_do(site: Site) -> None:
    visit = open_gallery()
    assert not visit.exception
    assert alerts(visit) == []
    assert "No pictures yet" in said(visit)
    assert "0 pictures in 0 sessions" in said(visit)


def test_all_sessions_the_newest_first_out_of_one_listing(three: Site) -> None:
    visit = open_gallery()
    assert listed(visit) == ["image-b", "image-a", "class-c"]
    assert "4 pictures in 3 sessions." in said(visit)
    assert "2 pictures · " in said(visit)
    assert "01 – 03 Jan 2025" in said(visit)
    covers = [url for picture in visit.image for url in picture.value]
    assert "image-a_20250103_100000_0_green_boat.webp" in covers[1]
    visit.run()
    assert three.store.asked == ["list_all"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("image", ["image-b", "image-a"]),
        ("CLASS-c", ["class-c"]),
        ("red", ["image-a"]),
        ("boa", ["image-a"]),
        ("  ", ["image-b", "image-a", "class-c"]),
    ],
)
def test_names_and_words_are_found(three: Site, words: str, found: list[str]) -> None:
    visit = open_gallery()
    visit.text_input(key=gallery_memory.SEARCH.name).set_value(words).run()
    assert listed(visit) == found
    assert three.store.asked == ["list_all"]


def test_the_days_from_the_first_to_the_end_of_the_last(three: Site) -> None:
    visit = open_gallery()
    for first, last, found in ((1, 2, ["image-a"]), (4, 5, ["image-b"]), (4, 4, [])):
        days = (date(2025, 1, first), date(2025, 1, last))
        visit.date_input(key=gallery_memory.DAYS.name).set_value(days).run()
        assert listed(visit) == found
    visit.date_input(key=gallery_memory.DAYS.name).set_value((date(2025, 1, 2),)).run()
    assert listed(visit) == ["image-b", "image-a"], "the second day is still to be chosen"


@pytest.mark.parametrize(
    ("order", "first"),
    [("oldest", "class-c"), ("name", "class-c"), ("most pictures", "image-a")],
)
def test_the_order_can_be_chosen(three: Site, order: str, first: str) -> None:
    visit = open_gallery()
    visit.selectbox(key=gallery_memory.ORDER.name).set_value(order).run()
    assert listed(visit)[0] == first
    assert len(listed(visit)) == 3


def test_nothing_found_leads_back_to_all(three: Site) -> None:
    visit = open_gallery()
    visit.text_input(key=gallery_memory.SEARCH.name).set_value("elephant").run()
    assert listed(visit) == []
    assert "Nothing was found" in said(visit)
    visit.button(key="gallery_show_all").click().run()
    assert len(listed(visit)) == 3
    assert visit.text_input(key=gallery_memory.SEARCH.name).value == ""


def test_many_sessions_come_in_steps(site: Site) -> None:
    for number in range(50):
        site.add_picture(f"image-{number:02}", f"20250101_10{number:02}00", "A red bus")
    visit = open_gallery()
    assert listed(visit)[0] == "image-49"
    for expected in (24, 48, 50):
        assert len(listed(visit)) == expected
        if expected < 50:
            visit.button(key="gallery_more").click().run()
    assert "gallery_more" not in [button.key for button in visit.button]


def test_a_store_that_is_away_is_told_and_asked_again(three: Site) -> None:
    three.store.fail_next("list_all", AWAY)
    visit = open_gallery()
    assert not visit.exception
    (alert,) = alerts(visit)
    assert "can't be reached" in alert
    assert "not complete" in said(visit)
    look_again(visit)
    assert alerts(visit) == []
    assert len(listed(visit)) == 3


def test_what_was_there_before_stays_when_the_store_goes_away(three: Site) -> None:
    visit = open_gallery()
    three.store.fail_next("list_all", AWAY)
    look_again(visit)
    assert len(alerts(visit)) == 1
    assert len(listed(visit)) == 3
    assert "This list is less than a minute old." in said(visit)


def test_look_again_finds_what_is_new(three: Site) -> None:
    visit = open_gallery()
    three.add_picture("image-new", "20250201_100000", "A blue car")
    visit.run()
    assert "image-new" not in listed(visit), "a listing is kept for a minute"
    look_again(visit)
    assert listed(visit)[0] == "image-new"


class HeldListing(WatchedStore):
    """A listing that does not end before it may."""

    def __init__(self, inner: WatchedStore) -> None:
        super().__init__(inner.inner)
        self.has_given_all = threading.Event()
        self.may_end = threading.Event()

    def list_all(self) -> Iterator[list[StoredImage]]:
        yield from super().list_all()
        self.has_given_all.set()
        assert self.may_end.wait(LIMIT_S)


def test_what_is_found_so_far_is_shown_as_such(three: Site) -> None:
    held = HeldListing(three.store)
    three.store.inner = held
    wiring().gallery.snapshot()
    assert held.has_given_all.wait(LIMIT_S)
    visit = AppTest.from_file(ROUTER, default_timeout=LIMIT_S)
    visit.switch_page("gallery.py").run()
    assert "Still looking: 4 pictures in 3 sessions so far." in said(visit)
    assert len(listed(visit)) == 3
    assert visit.button(key="gallery_refresh").disabled
    held.may_end.set()
    wiring().gallery.snapshot(wait_s=LIMIT_S)
    visit.run()
    assert "4 pictures in 3 sessions." in said(visit)
    assert not visit.button(key="gallery_refresh").disabled


def look_again(visit: AppTest) -> None:
    """Press the button, and come back when the listing has ended."""
    visit.button(key="gallery_refresh").click().run()
    wiring().gallery.snapshot(wait_s=LIMIT_S)
    visit.run()
