"""A cell's settings, taken into the form of the practice page or of a class."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.lab.experiment import ExperimentState
from imagespeak_core.models import ImageRequest
from pages.components.picture import settings_reuse
from pages.components.shell import session

PRACTICE, CLASSROOM = "practice", "classroom"


def use(state: ExperimentState, number: int, where: str) -> None:
    """Leave for the form, filled in with the settings of a cell."""
    request = _request(state, number)
    if where == CLASSROOM:
        settings_reuse.go_to_classroom(request)
    else:
        settings_reuse.go_to_practice(request)


def _request(state: ExperimentState, number: int) -> ImageRequest:
    """With the seed that the model reported, so that the same picture comes again."""
    result = state.cells[number].result
    request = replace(state.request(number), session_id=session.new_session_id())
    return replace(request, seed=result.seed) if result and result.seed else request
