"""Stars and notes are kept in the order in which they were given."""

from __future__ import annotations

import pytest

from imagespeak_core.lab.experiment import ExperimentState
from pages.components.lab.lab_ratings import Ratings
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
