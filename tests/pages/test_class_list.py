"""A teacher's classes, made, found, and deleted."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.classroom.classes import create_class, find_class, open_class
from imagespeak_core.errors import ChangedMeanwhileError, StorageUnreachableError
from imagespeak_core.speaking.attempts import create_attempt
from imagespeak_core.speaking.deletion import Spoken, count_spoken
from imagespeak_core.speaking.recordings import keep
from pages.components.classroom import class_list, class_memory, class_page
from pages.components.shell import addresses
from pages.components.shell.wiring import wiring
from tests.pages.lessons import (
    CLASS,
    TITLE,
    click,
    confirm,
    damage,
    documents,
    elsewhere,
    keys,
    make_class,
    make_lesson,
    open_classes,
    show,
    state,
    texts,
)
from tests.pages.visits import Site, alerts
from tests.speaking_rig import BO, LIMITS, MadeSound, ticket_of, tried

pytestmark = pytest.mark.usefixtures("as_teacher")

AWAY = StorageUnreachableError("The folder is away.")
MAKE = "FormSubmitter:new_class-Make class"


def test_a_first_class_is_made_and_opened(site: Site) -> None:
    visit = open_classes()
    assert "No classes yet" in texts(visit)
    visit.text_input(key=class_memory.TITLE.name).set_value(TITLE)
    click(visit, MAKE)
    (session_id,) = [str(visit.query_params[addresses.CLASS_PARAMETER])]
    assert session_id.startswith("class-7b-monday-")
    assert visit.header[0].value == TITLE
    assert state(session_id).title == TITLE
    click(visit, "class_back")
    assert f"open_{session_id}" in keys(visit)
    assert visit.text_input(key=class_memory.TITLE.name).value == ""


def test_a_class_without_a_name_gets_one_that_nobody_guesses(site: Site) -> None:
    visit = click(open_classes(), MAKE)
    (session_id,) = [visit.query_params[addresses.CLASS_PARAMETER]]
    assert len(str(session_id)) == len("class-") + 16


def test_a_press_that_was_abandoned_after_its_class_was_made(
    site: Site, as_teacher: Teacher, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What the form brings both times.
    monkeypatch.setattr(class_list, "secrets", SimpleNamespace(token_bytes=bytes))
    visit = open_classes()
    visit.text_input(key=class_memory.TITLE.name).set_value(TITLE)
    create_class(wiring().services, as_teacher, TITLE, random_bytes=bytes)
    click(visit, MAKE)
    assert alerts(visit) == []
    assert visit.query_params[addresses.CLASS_PARAMETER] == CLASS


def test_a_class_of_a_name_that_is_used_is_another_one(site: Site) -> None:
    make_class()
    visit = open_classes()
    visit.text_input(key=class_memory.TITLE.name).set_value(TITLE)
    click(visit, MAKE)
    assert alerts(visit) == []
    assert visit.query_params[addresses.CLASS_PARAMETER] != CLASS
    assert visit.header[0].value == TITLE
    click(visit, "class_back")
    assert [str(button.label) for button in visit.button].count(TITLE) == 2


def test_when_no_code_is_free_the_name_stays_in_the_form(site: Site) -> None:
    visit = open_classes()
    visit.text_input(key=class_memory.TITLE.name).set_value(TITLE)
    for _ in range(10):
        documents().fail_next("write", ChangedMeanwhileError("code"))
    click(visit, MAKE)
    assert "The class was not made" in alerts(visit)[0]
    assert visit.text_input(key=class_memory.TITLE.name).value == TITLE
    click(visit, MAKE)
    assert alerts(visit) == []
    assert visit.header[0].value == TITLE


def test_cards_say_how_it_stands(site: Site) -> None:
    make_lesson(site)
    make_class("*Another* [class](http://example.com)")
    said = texts(open_classes())
    assert "3 pictures · open until" in said
    assert "no pictures yet" in said
    assert f"Code *{state().code[:3]} {state().code[3:]}*" in said
    names = [str(button.label) for button in open_classes().button]
    assert any(r"\*Another\*" in name for name in names), "a name is never Markdown"


def test_a_class_is_opened_at_its_lesson_where_it_has_one(site: Site) -> None:
    make_lesson(site)
    make_class("Empty")
    visit = click(open_classes(), f"open_{CLASS}")
    assert visit.session_state[class_memory.PART.name] == class_page.LESSON
    click(visit, "class_back")
    click(visit, "open_class-empty-aaaaaaaa")
    assert visit.session_state[class_memory.PART.name] == class_page.PREPARE


@pytest.mark.parametrize("method", ["list", "read"])
def test_a_store_that_is_away_is_told(site: Site, method: str) -> None:
    make_class()
    documents().fail_next(method, AWAY)
    visit = open_classes()
    assert not visit.exception
    (alert,) = alerts(visit)
    assert "can't be reached" in alert
    assert f"open_{CLASS}" in keys(visit.run())


def test_a_store_that_is_away_when_a_class_is_made(site: Site) -> None:
    visit = open_classes()
    visit.text_input(key=class_memory.TITLE.name).set_value(TITLE)
    documents().fail_next("write", AWAY)
    click(visit, MAKE)
    assert len(alerts(visit)) == 1
    click(visit, MAKE)
    assert alerts(visit) == []
    assert visit.header[0].value == TITLE


def test_a_damaged_class_is_told_and_can_be_deleted(site: Site) -> None:
    make_lesson(site)
    damage()
    for visit in (open_classes(), open_classes(CLASS)):
        assert not visit.exception
        assert f"The class {CLASS} can't be read" in texts(visit)
        assert "No classes yet" not in texts(visit)
    confirm(visit, f"delete_{CLASS}")
    assert f"Deleted: the class {CLASS}." in texts(visit)
    assert open_class(wiring().services, CLASS) is None
    assert site.store.inner.list_session(CLASS) == []


def test_a_class_is_deleted_with_all_that_belongs_to_it(site: Site) -> None:
    make_lesson(site)
    code = state().code
    visit = open_classes(CLASS, part=class_page.SETTINGS)
    click(visit, f"delete_{CLASS}")
    assert f"The class *{TITLE}*, its link and code, and 3 pictures will be deleted:" in texts(
        visit
    )
    for place, words in enumerate(("red bus", "green boat", "brown dog")):
        assert f"01 Jan 2025, 10:0{place}:00 · {words}" in texts(visit)
    assert wiring().classes.latest(CLASS), "a learner has just looked"
    confirm(visit, f"delete_{CLASS}")
    assert f"Deleted: the class {TITLE}." in texts(visit)
    assert addresses.CLASS_PARAMETER not in visit.query_params
    assert site.store.inner.list_session(CLASS) == []
    assert find_class(wiring().services, code) is None
    assert wiring().classes.latest(CLASS) is None, "its learners are told at once"


def test_the_question_counts_what_learners_spoke_and_it_goes_too(site: Site) -> None:
    make_lesson(site)
    for _ in range(3):
        keep(elsewhere(), ticket_of(elsewhere(), CLASS), MadeSound(), limits=LIMITS)
    for _ in range(5):
        create_attempt(elsewhere(), tried(), session_id=CLASS, learner=BO, limits=LIMITS)
    visit = open_classes(CLASS, part=class_page.SETTINGS)
    click(visit, f"delete_{CLASS}")
    assert "3 recordings and 5 attempts of learners go too." in texts(visit)
    confirm(visit, f"delete_{CLASS}")
    assert f"Deleted: the class {TITLE}." in texts(visit)
    assert count_spoken(elsewhere(), CLASS) == Spoken()


def test_what_could_not_be_deleted_is_told_and_the_class_is_kept(site: Site) -> None:
    make_lesson(site)
    show(0)
    visit = open_classes(CLASS, part=class_page.SETTINGS)
    key = site.store.inner.list_session(CLASS)[0].key
    site.store.keep_when_deleting(key, "Somebody holds it.")
    confirm(visit, f"delete_{CLASS}")
    assert "Deleted: 2 pictures." in texts(visit)
    assert "Somebody holds it." in texts(visit)
    assert [picture.key for picture in state().pictures] == [str(key)]
    assert state().ended
    assert visit.query_params[addresses.CLASS_PARAMETER] == CLASS
    assert [header.value for header in visit.header] == [TITLE]


def test_a_class_whose_pictures_cannot_be_listed_is_not_deleted(site: Site) -> None:
    make_lesson(site)
    visit = open_classes(CLASS, part=class_page.SETTINGS)
    site.store.fail_next("list_session", AWAY)
    click(visit, f"delete_{CLASS}")
    assert not visit.exception
    assert len(alerts(visit)) == 1
    assert "confirm_delete" not in keys(visit)
    assert state()


def test_a_class_that_is_not_there_leads_back(site: Site) -> None:
    visit = open_classes(CLASS, view="present")
    assert "There is no such class" in texts(visit)
    make_class()
    click(visit, "class_back")
    click(visit, f"open_{CLASS}")
    assert visit.header[0].value == TITLE, "not the projector"
