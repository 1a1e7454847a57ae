"""A picture that is waited for: the page says what for, and shows it when it is there."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core import errors
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.jobs import Job
from pages.components.classroom import class_memory, class_page
from pages.components.shell import messages
from pages.components.shell.wiring import wiring
from tests.core.lab_rig import HandLater
from tests.pages.lessons import CLASS, click, make_class, open_classes
from tests.pages.visits import (
    GET,
    LIMIT_S,
    NEW,
    Site,
    alerts,
    choose,
    open_page,
    parts_told,
    picture_url,
    session_of,
    write,
)
from tests.patience import until

AWAY = errors.StorageUnreachableError("No way.")
SEVERAL_LATER = "Your pictures are made. They can't be stored just now"
SAVED_LATER = "Your picture is made. It can't be stored just now"


class Town:
    """What waits goes on when a test says so."""

    def __init__(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site = site
        self.later = HandLater()
        self.now_s = 0.0
        spool = wiring().services.spool
        assert spool
        self.spool = spool
        monkeypatch.setattr(spool, "_monotonic", lambda: self.now_s)
        monkeypatch.setattr(wiring().queue, "_later", self.later)

    def waits(self, visit: AppTest, why: str) -> Job:
        """The job of this page, as soon as it waits for this."""
        job = wiring().queue.latest(session_of(visit))
        assert job
        until(lambda: job.why == why)
        return job

    def store_is_back(self, job: Job) -> None:
        self.now_s += 60
        self.spool.try_due()

        def is_over() -> bool:
            self.later.pass_by()
            return job.done.done()

        until(is_over)


@pytest.fixture
def town(site: Site, monkeypatch: pytest.MonkeyPatch) -> Town:
    return Town(site, monkeypatch)


def said(visit: AppTest) -> str:
    """What the waiting part says; who does not see it hears the same."""
    (part,) = parts_told(visit, "waiting")
    (news,) = parts_told(visit, "picture_news")
    assert news["text"] == part["line"]
    return str(part["line"])


@pytest.mark.parametrize("button", [GET, NEW])
def test_a_picture_that_the_store_does_not_take_comes_by_itself(town: Town, button: str) -> None:
    visit = write(open_page("learner"), "A green boat")
    town.site.store.fail_next("put", AWAY)
    visit.button(key=button).click().run()
    job = town.waits(visit, "the store")
    visit.run()
    assert said(visit).startswith(SAVED_LATER)
    assert alerts(visit) == []

    town.site.store.fail_next("list_session", AWAY)
    visit.button(key=GET).click().run()
    assert alerts(visit) == [], "it comes by itself, and nothing is to be pressed"
    assert said(visit).startswith(SAVED_LATER)
    visit.button(key=NEW).click().run()
    assert wiring().queue.latest("learner") is job
    assert said(visit).startswith(SAVED_LATER)
    write(visit, "A red bus")
    visit.button(key=NEW).click().run()
    (alert,) = alerts(visit)
    assert messages.MESSAGES[errors.GenerationInProgressError].heading in alert

    town.store_is_back(job)
    visit.run()
    assert alerts(visit) == []
    assert "green_boat" in picture_url(visit)
    assert parts_told(visit, "waiting") == []
    assert len(town.site.generator.requests) == 1


def test_another_server_makes_it(town: Town) -> None:
    claim = wiring().services.claims.take("learner_first")
    assert claim
    visit = open_page("learner")
    visit.button(key=GET).click().run()
    job = town.waits(visit, "another server")
    visit.run()
    assert said(visit) == "Another server is making this picture. It comes by itself."
    town.site.add_picture("learner", "20250101_100000", "A red bus")
    claim.release()
    town.store_is_back(job)
    visit.run()
    assert "red_bus" in picture_url(visit)
    assert town.site.generator.requests == []


@pytest.mark.parametrize(
    ("why", "line"),
    [
        (None, "Your picture is being made."),
        ("its turn", "Other pictures come first. Your picture's turn comes."),
        ("the model", "The picture model is slow just now. Your picture's turn comes."),
    ],
)
def test_what_else_it_may_wait_for(
    town: Town, monkeypatch: pytest.MonkeyPatch, why: str | None, line: str
) -> None:
    assert wiring().services.claims.take("learner_first")
    visit = open_page("learner")
    visit.button(key=GET).click().run()
    job = town.waits(visit, "another server")
    job.is_put_off(why)  # type: ignore[arg-type]
    visit.run()
    assert said(visit) == line
    (part,) = parts_told(visit, "waiting")
    assert part["is_stopped"] == (why is not None)


@pytest.mark.usefixtures("as_teacher")
@pytest.mark.parametrize(("count", "begins"), [(1, SAVED_LATER), (3, SEVERAL_LATER)])
def test_a_teacher_reads_it_too(town: Town, count: int, begins: str) -> None:
    make_class()
    visit = write(open_classes(CLASS, part=class_page.PREPARE), "A yellow tram")
    choose(visit, class_memory.IMAGE_COUNT.name, count)  # type: ignore[arg-type]
    for _ in range(count):
        town.site.store.fail_next("put", AWAY)
    click(visit, "make_pictures")
    job = wiring().queue.latest(CLASS)
    assert job
    until(lambda: job.why == "the store")
    visit.run()
    (progress,) = visit.get("progress")
    assert begins in str(progress.proto.text)
    assert [part for part in parts_told(visit, "spoken") if part["text"].startswith(begins)]
    town.store_is_back(job)
    visit.run()
    assert visit.get("progress") == []
    assert not [part for part in parts_told(visit, "spoken") if part["text"].startswith(begins)]
    assert job.done.result(LIMIT_S).error is None
    assert job.made == count


def test_a_press_lists_the_session_no_more_than_it_must(site: Site) -> None:
    """Before, with the claim, and after: each is a request where it lies on S3."""
    visit = open_page("learner")
    site.store.asked.clear()
    visit.button(key=GET).click().run()
    job = wiring().queue.latest("learner")
    assert job
    job.done.result(LIMIT_S)
    visit.run()
    assert picture_url(visit)
    asked = [what for what in site.store.asked if what in {"list_session", "put"}]
    assert asked == ["list_session", "list_session", "put", "list_session"]


def test_who_comes_back_later_sees_what_is_there_by_then(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = open_page("learner")
    job = wiring().queue.generate(ImageRequest("learner", "A red bus", width_px=256, height_px=256))
    job.done.result(LIMIT_S)
    site.add_picture("learner", "20990101_100000", "A green boat")
    monkeypatch.setattr(wiring().queue, "ended_ago_s", lambda _ended: 60.0)
    visit.run()
    assert "green_boat" in picture_url(visit)
