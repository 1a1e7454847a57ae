"""Teachers read that a model is to end; learners don't, and no page waits for it."""

from __future__ import annotations

from datetime import datetime

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import ModelAccessError
from imagespeak_core.settings import Settings
from pages.components.classroom import class_page, projector
from pages.components.shell import wiring as shell_wiring
from pages.components.shell.wiring import wiring
from tests.pages.lab_visits import open_lab
from tests.pages.lessons import CLASS, make_lesson, open_classes
from tests.pages.visits import Site, alerts, open_page

ENDS = "Amazon will end the model a.b-c_d-v1:1 on 31 January 2027."


class Life:
    """`ModelLife` that tells one thing."""

    model_id = "a.b-c_d-v1:1"

    def __init__(self) -> None:
        self.told: str | Exception | None = ENDS

    def end(self, now: datetime) -> str | None:
        if isinstance(self.told, Exception):
            raise self.told
        return self.told


@pytest.fixture(autouse=True)
def life(monkeypatch: pytest.MonkeyPatch) -> Life:
    """Of the one model that is configured."""
    life = Life()

    def lives(settings: Settings) -> tuple[Life, ...]:
        return (life,)

    monkeypatch.setattr(shell_wiring, "model_lives", lives)
    return life


def told(visit: AppTest) -> list[str]:
    assert not visit.exception
    return [alert.replace("\\", "") for alert in alerts(visit)]


def test_teachers_read_it_where_pictures_are_made(site: Site, as_teacher: Teacher) -> None:
    assert told(open_classes()) == told(open_lab()) == [], "nobody waits for it"
    wiring().model_lives.look()
    assert told(open_classes()) == told(open_lab()) == [ENDS]
    assert told(open_page("learner")) == []


def test_it_stands_by_the_form_of_a_class_and_is_never_projected(
    site: Site, as_teacher: Teacher
) -> None:
    make_lesson(site)
    wiring().model_lives.look()
    assert told(open_classes(CLASS, part=class_page.PREPARE)) == [ENDS]
    assert told(open_classes(CLASS, part=class_page.LESSON)) == []
    assert told(open_classes(CLASS, view=projector.VIEW)) == []


def test_whoever_is_no_teacher_does_not_read_it(site: Site) -> None:
    wiring().model_lives.look()
    assert ENDS not in told(open_classes())
    assert ENDS not in told(open_lab())


def test_who_may_not_ask_tells_teachers_nothing(
    site: Site, as_teacher: Teacher, life: Life
) -> None:
    life.told = ModelAccessError("No.")
    wiring().model_lives.look()
    assert told(open_classes()) == told(open_lab()) == []
