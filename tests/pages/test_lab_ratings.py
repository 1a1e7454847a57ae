"""Stars and notes are kept in the order in which they were given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from streamlit.runtime.state import session_state_proxy

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import StorageUnreachableError
from imagespeak_core.lab.edits import Edit
from imagespeak_core.lab.experiment import ExperimentState
from pages.components.lab import lab_look, lab_memory
from pages.components.lab.lab_ratings import Ratings
from pages.components.shell.kept import Kept
from pages.components.shell.wiring import wiring
from tests.pages import lab_visits as lab
from tests.pages.visits import Site

pytestmark = pytest.mark.usefixtures("as_teacher")


@pytest.fixture
def state(site: Site) -> ExperimentState:
    """Of an experiment whose pictures nobody has rated."""
    return lab.state(lab.keep(lab.plan()))


@pytest.mark.parametrize("is_overtaken", [False, True])
def test_the_last_press_counts_whichever_is_written_first(
    state: ExperimentState, is_overtaken: bool
) -> None:
    ratings = Ratings()
    early = ratings.edit([{"number": 0, "stars": 2, "sent": 1}])
    late = ratings.edit([{"number": 0, "stars": 4, "note": "Good.", "sent": 2}])
    for edit in (late, early) if is_overtaken else (early, late):
        state = edit(state)
    assert (state.cells[0].stars, state.cells[0].note) == (4, "Good.")


def test_a_press_on_one_picture_takes_nothing_from_another(state: ExperimentState) -> None:
    ratings = Ratings()
    early = ratings.edit(
        [{"number": 0, "stars": 2, "sent": 1}, {"number": 1, "note": "", "sent": 2}]
    )
    late = ratings.edit([{"number": 1, "stars": 5, "sent": 3}])
    again = ratings.edit([{"number": 0, "stars": 2, "sent": 1}])
    for edit in (late, early, again):
        state = edit(state)
    assert [cell.stars for cell in state.cells[:2]] == [2, 5]


def test_what_was_given_in_one_tab_does_not_count_in_another(state: ExperimentState) -> None:
    Ratings().edit([{"number": 0, "stars": 4, "sent": 9}])
    edit = Ratings().edit([{"number": 0, "stars": 2, "sent": 1}])
    assert edit(state).cells[0].stars == 2


@pytest.mark.parametrize("failing", [1, 2])
def test_a_press_that_ends_late_says_nothing_of_a_later_one(
    state: ExperimentState, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """The second press begins and ends while the first is written."""
    monkeypatch.setattr(session_state_proxy, "_mock_session_state", None)
    told: Kept[Mapping[str, Any]] = lab_memory.LOOK.each(state.id)
    ratings, pressed = Ratings(), 0

    def press() -> None:
        nonlocal pressed
        pressed += 1
        first, second = {"number": 0, "stars": 2, "sent": 1}, {"number": 1, "stars": 4, "sent": 2}
        told.set({"rated": [first, second][:pressed]})
        lab_look._rate(state, told, ratings)

    def change(teacher: Teacher, experiment_id: str, edit: Edit) -> ExperimentState:
        this = pressed
        if this == 1:
            press()
        if this == failing:
            raise StorageUnreachableError("No way.")
        return edit(state)

    monkeypatch.setattr(wiring().lab, "change", change)
    press()

    assert (lab_memory.LOOK_ERROR.get() is None) == (failing == 1)
    assert lab_memory.LOOK_KEPT.get() == (2 if failing == 1 else 1)
