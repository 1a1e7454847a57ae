"""A browser that makes pictures too fast, and a session that is full: words, and a way on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.pictures import shares
from imagespeak_core.speaking.learner import key_hash
from pages.components.classroom import class_memory, class_page
from pages.components.picture import prompt_memory
from pages.components.shell import visitor
from pages.components.shell.wiring import wiring
from tests.pages.lessons import CLASS, click, make_class, open_classes
from tests.pages.visits import (
    GET,
    LIMIT_S,
    NEW,
    Site,
    alerts,
    choose,
    open_page,
    picture_url,
    press,
    session_of,
    write,
)

KEY, OTHER_KEY = "a" * 27, "b" * 27
OFFER = "start_new_session"


class Stopwatch:
    """A monotonic clock that is set by hand."""

    seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock(site: Site, monkeypatch: pytest.MonkeyPatch) -> Stopwatch:
    """Two pictures at once, and the clock of the shares."""
    clock = Stopwatch()
    monkeypatch.setattr(shares, "AT_ONCE", 2)
    monkeypatch.setattr(wiring().queue._shares, "_monotonic", clock)
    return clock


@pytest.fixture
def full_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A session is full with its first picture; asked for before the site."""
    monkeypatch.setenv("IMAGESPEAK_SESSION_MAX_BYTES", "1")


def make(visit: AppTest, words: str, button: str = NEW) -> AppTest:
    return press(write(visit, words), button)


def offers(visit: AppTest) -> list[str]:
    return [button.label for button in visit.button if button.key == OFFER]


class TestTooFast:
    @pytest.mark.parametrize("button", [GET, NEW])
    def test_it_says_how_long_to_wait_and_then_goes_on(
        self, site: Site, clock: Stopwatch, monkeypatch: pytest.MonkeyPatch, button: str
    ) -> None:
        monkeypatch.setattr(visitor, "kept_key", lambda: KEY)
        for number in range(2):
            make(open_page(f"earlier-{number}"), "A red bus")
        visit = make(open_page("learner"), "A green boat", button)
        assert not visit.exception
        (alert,) = alerts(visit)
        assert "Please wait 15 seconds, then press again" in alert
        assert {GET, NEW} <= {one.key for one in visit.button}
        assert offers(visit) == []
        assert len(site.generator.requests) == 2
        assert visit.text_area(key=prompt_memory.OWN_WORDS.name).value == "A green boat"
        clock.seconds += 15
        press(visit, button)
        assert alerts(visit) == []
        assert "green_boat" in picture_url(visit)

    def test_the_picture_stays(self, site: Site, clock: Stopwatch) -> None:
        visit = make(open_page("learner"), "A red bus")
        make(visit, "A green boat")
        make(visit, "A brown dog")
        assert len(alerts(visit)) == 1
        assert "green_boat" in picture_url(visit)

    def test_a_picture_that_is_there_needs_no_share(self, site: Site, clock: Stopwatch) -> None:
        visit = make(open_page("learner"), "A red bus")
        make(visit, "A green boat")
        for _ in range(5):
            press(visit, GET)
            assert alerts(visit) == []
        assert "green_boat" in picture_url(open_page("learner"))

    def test_another_browser_is_not_slowed(
        self, site: Site, clock: Stopwatch, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for key in (KEY, OTHER_KEY):
            monkeypatch.setattr(visitor, "kept_key", lambda key=key: key)
            for number in range(2):
                assert alerts(make(open_page(f"{key[0]}-{number}"), "A red bus")) == []
            assert len(alerts(make(open_page(f"{key[0]}-2"), "A red bus"))) == 1

    def test_a_browser_without_cookies_is_its_session(self, site: Site, clock: Stopwatch) -> None:
        for number in range(5):
            assert alerts(make(open_page(f"learner-{number}"), "A red bus")) == []
        visit = make(open_page("learner-0"), "A green boat")
        assert alerts(visit) == []
        assert len(alerts(make(visit, "A brown dog"))) == 1

    def test_a_teacher_in_a_class_is_not_slowed(
        self, site: Site, as_teacher: Teacher, clock: Stopwatch
    ) -> None:
        make_class()
        make_for_class(5)
        make_for_class(5)
        assert len(site.generator.requests) == 10


class TestWhoItIs:
    def test_the_cookies_key_is_hashed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ContextProxy, "cookies", {visitor.COOKIE_NAME: KEY})
        assert visitor.visitor() == key_hash(KEY)

    @pytest.mark.parametrize("cookies", [{}, {visitor.COOKIE_NAME: "guessed"}])
    def test_without_a_key_the_session_stands_for_it(
        self, monkeypatch: pytest.MonkeyPatch, cookies: dict[str, str]
    ) -> None:
        monkeypatch.setattr(ContextProxy, "cookies", cookies)
        monkeypatch.setattr(visitor, "current_session_id", lambda: key_hash(KEY))
        assert key_hash(KEY) in visitor.visitor()
        assert visitor.visitor() != key_hash(KEY), "no address takes another's share"


@pytest.mark.usefixtures("full_at_once")
class TestAFullSession:
    def test_a_new_session_is_offered_and_taken(self, site: Site) -> None:
        visit = make(open_page("learner"), "A red bus")
        assert (alerts(visit), offers(visit)) == ([], [])
        make(visit, "A green boat")
        assert not visit.exception
        (alert,) = alerts(visit)
        assert "This session is full" in alert
        assert "Start a new session" in alert
        assert "The pictures here are not lost." in alert
        assert "red_bus" in picture_url(visit)
        assert {GET, NEW} <= {one.key for one in visit.button}
        assert len(site.generator.requests) == 1

        assert offers(visit) == ["Start a new session"]
        visit.button(key=OFFER).click().run()
        assert not visit.exception
        assert session_of(visit) != "learner"
        assert (alerts(visit), offers(visit)) == ([], [])
        assert not visit.image
        assert visit.text_area(key=prompt_memory.OWN_WORDS.name).value == "A green boat"
        press(visit, NEW)
        assert "green_boat" in picture_url(visit)
        assert "red_bus" in picture_url(open_page("learner"))

    def test_what_is_there_is_still_shown(self, site: Site) -> None:
        visit = make(open_page("learner"), "A red bus")
        make(visit, "A green boat")
        press(visit, GET)
        assert (alerts(visit), offers(visit)) == ([], [])
        assert "red_bus" in picture_url(visit)

    def test_a_class_is_never_full(self, site: Site, as_teacher: Teacher) -> None:
        make_class()
        make_for_class(1)
        make_for_class(2)
        assert len(site.generator.requests) == 3


def make_for_class(count: int) -> None:
    """A teacher makes pictures from other words than before."""
    visit = write(open_classes(CLASS, part=class_page.PREPARE), f"{count} yellow trams")
    choose(visit, class_memory.IMAGE_COUNT.name, count)  # type: ignore[arg-type]
    click(visit, "make_pictures")
    job = wiring().queue.latest(CLASS)
    assert job
    assert job.done.result(LIMIT_S).error is None


@pytest.fixture
def a_hundred_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMAGESPEAK_SESSION_PICTURES_PER_DAY", "100")


def test_a_session_with_the_days_pictures_is_full(a_hundred_a_day: None, site: Site) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=1)  # whatever midnight does meanwhile
    for number in range(100):
        site.add_picture("learner", f"{tomorrow:%Y%m%d}_000000", "A red bus", index=number)
    visit = make(open_page("learner"), "A green boat")
    (alert,) = alerts(visit)
    assert "100 pictures of today" in alert
    assert "come back tomorrow" in alert
    assert offers(visit) == ["Start a new session"]
    assert site.generator.requests == []


@pytest.fixture
def a_full_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMAGESPEAK_STORED_BYTES_PER_DAY", "1")


def test_a_server_that_has_stored_enough_says_so(a_full_server: None, site: Site) -> None:
    assert alerts(make(open_page("learner"), "A red bus")) == []
    visit = make(open_page("another"), "A green boat")
    (alert,) = alerts(visit)
    assert "No more new pictures today" in alert
    assert offers(visit) == []
    assert len(site.generator.requests) == 1
