"""A class's session has no door by which a learner could spend."""

from __future__ import annotations

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.class_names import state_name
from imagespeak_core.classroom.classes import create_class
from imagespeak_core.classroom.errors import ClassDamagedError, ClassLockedError
from imagespeak_core.errors import StorageUnreachableError
from imagespeak_core.models import ImageRequest
from pages.components.shell import session
from pages.components.shell.messages import MESSAGES
from pages.components.shell.wiring import wiring
from tests.pages.visits import GET, LIMIT_S, NEW, Site, alerts, open_page, press, write

CLASS = "class-7b"


def make_class() -> None:
    assert create_class(wiring().services, Teacher("a test"), "7b").state.session_id == CLASS


def damage_class() -> None:
    wiring().services.documents.write(state_name(CLASS), b"{", replacing=None)


def test_the_class_view_has_no_button_and_no_form(site: Site) -> None:
    make_class()
    visit = open_page(CLASS)
    assert not visit.exception
    assert [header.value for header in visit.header] == ["7b"]
    assert not visit.button
    assert not visit.text_input
    assert not visit.text_area
    assert site.generator.requests == []


@pytest.mark.parametrize("button", [GET, NEW])
@pytest.mark.parametrize("what_comes", [make_class, damage_class])
def test_a_page_that_was_opened_before_the_class_was_made(
    site: Site, button: str, what_comes: object
) -> None:
    visit = write(open_page(CLASS), "A green boat")
    assert visit.button(key=button)
    assert callable(what_comes)
    what_comes()
    press(visit, button)
    assert not visit.exception
    assert site.generator.requests == []
    assert site.store.inner.list_session(CLASS) == []
    assert MESSAGES[ClassLockedError].heading in "".join(alerts(visit)) or not visit.button


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


def test_a_name_like_a_class_without_one_is_an_ordinary_session(site: Site) -> None:
    visit = press(open_page("class-nobodys"), GET)
    assert alerts(visit) == []
    assert len(visit.image) == 1
    assert len(site.generator.requests) == 1


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
