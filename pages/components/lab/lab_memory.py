"""What the lab's pages keep: the form, what was found, and what the last press led to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pages.components.shell.kept import Kept

if TYPE_CHECKING:
    from imagespeak_core.lab.experiment import ExperimentList
    from imagespeak_core.models import Quality
    from pages.components.lab.lab_ratings import Ratings

ERROR: Kept[Exception | None] = Kept("lab_error", None)
"""What the last press led to."""

LOOK_ERROR: Kept[Exception | None] = Kept("lab_look_error", None)
"""Why a rating was not kept."""

LOOK_KEPT = Kept("lab_look_kept", 0)
"""Up to which of the ratings that the browser has sent all are kept."""

LIST: Kept[tuple[str, ExperimentList] | None] = Kept("lab_list", None)
"""What was searched for, and what was found."""

IN_STORE: Kept[tuple[frozenset[str], frozenset[str]] | None] = Kept("lab_in_store", None)
"""Names of pictures that were asked for, and those of them that were made before."""

USE: Kept[Mapping[str, Any] | None] = Kept("lab_use", None)
"""Which picture's settings were asked for, and where to."""

SIZES: Kept[tuple[tuple[int, int], ...]] = Kept("lab_sizes", ())
"""Sizes in pixels that a filled-in plan brought."""

FILLED = Kept("lab_filled", False)
"""The form was filled in just now."""

TITLE = Kept("lab_title", "")
PROMPT = Kept("lab_prompt", "")
NEGATIVE = Kept("lab_negative", "")
STYLE = Kept("lab_style", "")
QUALITY: Kept[Quality | None] = Kept("lab_quality", None)
MODEL = Kept("lab_model", "")
SHAPE = Kept("lab_shape", "Square")
SEED: Kept[int | None] = Kept("lab_seed", None)
NEW_SEEDS = Kept("lab_new_seeds", False)

AXIS: Kept[str | None] = Kept("lab_axis", None)
"""Of each place: the kind of axis that is chosen there."""

VALUES: Kept[Any] = Kept("lab_values", None)
"""Of each kind of axis: a number, a text or a list, as its widget gives it."""

FIND = Kept("lab_find", "")
SEARCH = Kept("lab_search", "")
HISTORY = Kept("lab_history", False)
NUMBERS_AXIS = Kept("lab_numbers_axis", 0)
"""Of each experiment: by which of its axes the numbers are told."""

CELL = Kept("lab_cell", 0)
NEW_NAME = Kept("lab_new_name", "")
"""Of each experiment and the name that it has."""

LOOK: Kept[Mapping[str, Any]] = Kept("lab_look", MappingProxyType({}))
"""Of each experiment: what the part that shows its pictures tells."""

RATINGS: Kept[Ratings | None] = Kept("lab_ratings", None)
"""Of each experiment: what was given to its pictures."""
