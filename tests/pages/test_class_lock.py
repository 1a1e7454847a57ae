"""A class's session has no door by which a learner could spend."""

from __future__ import annotations

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.changes import DocumentSeen
from imagespeak_core.classroom.class_names import state_name
from imagespeak_core.classroom.classes import create_class
from imagespeak_core.classroom.errors import ClassDamagedError, ClassLockedError
from imagespeak_core.errors import StorageUnreachableError
from imagespeak_core.lab.experiments import create_experiment
from imagespeak_core.lab.plan import Plan
from imagespeak_core.models import ImageRequest
from pages.components.shell import session
from pages.components.shell.messages import MESSAGES
from pages.components.shell.wiring import wiring
from tests.pages.lessons import click, confirm, documents, keys, texts
from tests.pages.visits import (
    GET,
    LIMIT_S,
    NEW,
    Site,
    alerts,
    open_gallery,
    open_page,
    picture_url,
    session_of,
)

CLASS = "class-7b-aaaaaaaa"


def make_class() -> None:
    assert (
        create_class(
            wiring().services, Teacher("a test"), "7b", random_bytes=bytes
        ).state.session_id
        == CLASS
    )


def damage_class() -> None:
    wiring().services.documents.write(state_name(CLASS), b"{", replacing=None)


def tell() -> None:
    """Let this process know what is stored."""
    name = state_name(CLASS)
    wiring().services.changes.tell(DocumentSeen(name, documents().read(name)))


def test_the_class_view_has_no_button_and_no_form(site: Site) -> None:
    make_class()
    visit = open_page(CLASS)
    assert not visit.exception
    assert [header.value for header in visit.header] == ["7b"]
    assert not visit.button
    assert not visit.text_input
    assert not visit.text_area
    assert site.generator.requests == []


def test_a_page_that_was_opened_before_the_class_was_made(site: Site) -> None:
    visit = open_page(CLASS)
    assert "There is no such class" in alerts(visit)[0]
    make_class()
    tell()
    visit.run()
    assert [header.value for header in visit.header] == ["7b"]
    assert not visit.button


def test_the_queue_makes_nothing_without_a_teacher(site: Site) -> None:
    make_class()
    queue, request = wiring().queue, ImageRequest(CLASS, "A green boat")
    for job in (queue.get(request), queue.generate(request)):
        assert isinstance(job.done.result(LIMIT_S).error, ClassLockedError)
    assert site.generator.requests == []
    made = queue.generate(request, teacher=Teacher("a test")).done.result(LIMIT_S)
    assert made.error is None
    assert len(site.generator.requests) == 1


def test_a_class_that_can_not_be_read_is_still_locked(site: Site) -> None:
    damage_class()
    visit = open_page(CLASS)
    assert not visit.button
    (alert,) = alerts(visit)
    assert MESSAGES[ClassDamagedError].heading in alert
    assert isinstance(
        wiring().queue.get(ImageRequest(CLASS, "A boat")).done.result(LIMIT_S).error,
        ClassLockedError,
    )
    assert site.generator.requests == []


@pytest.mark.parametrize(
    ("session_id", "what"),
    [
        ("class-nobodys", "class"),
        ("class-", "class"),
        ("Class-Nobodys", "class"),
        ("CLASS-7A", "class"),
        ("lab-aaaaaaaaaaaaaaaa", "experiment"),
        ("lab-1", "experiment"),
        ("LAB-1", "experiment"),
    ],
)
def test_an_id_of_no_class_says_so_and_offers_no_pictures(
    site: Site, session_id: str, what: str
) -> None:
    visit = open_page(session_id)
    (alert,) = alerts(visit)
    assert f"There is no such {what}" in alert
    assert "Is the link complete?" in alert
    assert not {GET, NEW} & set(keys(visit))
    assert not visit.image
    assert ("Code from your teacher" in {one.label for one in visit.text_input}) == (
        what == "class"
    )
    assert session_of(visit) == session_id
    assert session_of(click(visit, "practise")) != session_id
    assert GET in keys(visit)
    assert site.generator.requests == []
    assert [path.name for path in site.folder.rglob("*")] == []


@pytest.mark.parametrize("session_id", ["class-gone", "Class-Gone", "lab-1"])
def test_what_lies_there_is_still_shown_and_nothing_is_added(site: Site, session_id: str) -> None:
    site.add_picture(session_id, "20250101_100000", "A red bus")
    site.add_picture(session_id, "20250101_100001", "A green boat")
    visit = open_page(session_id)
    assert "There is no such" in alerts(visit)[0]
    assert "100001_0_green_boat" in picture_url(visit)
    assert not {GET, NEW} & set(keys(visit))
    assert "A red bus" not in texts(visit)
    assert site.generator.requests == []


@pytest.mark.usefixtures("as_teacher")
def test_a_teacher_deletes_what_lies_there_in_the_gallery(site: Site) -> None:
    site.add_picture("class-gone", "20250101_100000", "A red bus")
    assert "open_class-gone" in keys(open_gallery())
    confirm(open_gallery("class-gone"), "delete_session")
    assert site.store.inner.list_session("class-gone") == []


def test_an_experiment_that_is_there_is_read_only_too(site: Site) -> None:
    made = create_experiment(wiring().services, Teacher("a test"), Plan(prompt="A red bus"))
    visit = open_page(made.state.id)
    assert alerts(visit) == []
    assert "This is an experiment" in texts(visit)
    assert keys(visit) == ["practise"]


def test_where_nobody_knows_of_an_experiment_nothing_is_offered(site: Site) -> None:
    documents().fail_next("read", StorageUnreachableError("The store can't be reached."))
    visit = open_page("lab-aaaaaaaaaaaaaaaa")
    assert "can't be reached" in alerts(visit)[0]
    assert not {GET, NEW} & set(keys(visit))


@pytest.mark.parametrize("opened", ["class-gone", "CLASS-7B", "lab-1"])
@pytest.mark.usefixtures("as_teacher")
def test_settings_that_are_used_again_go_to_a_session_of_ones_own(site: Site, opened: str) -> None:
    site.add_picture(opened, "20250101_100000", "A red bus")
    wiring().gallery.snapshot(wait_s=LIMIT_S)
    visit = open_gallery(opened, session=opened, picture="20250101_100000_0")
    click(visit, "use_settings")
    assert session_of(visit) != opened
    assert GET in keys(visit)


def test_what_is_no_class_does_not_ask_whether_it_is_one(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unreachable:
        def __init__(self) -> None:
            self.asked: list[str] = []

        def read(self, name: str) -> None:
            self.asked.append(name)
            raise StorageUnreachableError("The store can't be reached.")

    documents = Unreachable()
    monkeypatch.setattr(wiring().classes, "_read", documents.read)
    visit = open_page("image-of-a-learner")
    assert visit.button(key=GET)
    assert documents.asked == []
    visit.query_params[session.PARAMETER] = CLASS
    visit.run()
    assert documents.asked == [state_name(CLASS)]
    assert not visit.button, "where nobody knows, nobody can spend"
