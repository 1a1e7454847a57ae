"""Stars and notes in the order in which a tab gave them, whichever is written first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from imagespeak_core.lab.edits import rate_cell
from imagespeak_core.lab.experiment import ExperimentState


class Ratings:
    """What one tab has given to the pictures of an experiment. Safe for threads.

    Streamlit may run the callbacks of two quick presses side by side, so the first may come last.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last_sent: dict[int, int] = {}  # by the picture's number

    def edit(
        self, changes: Sequence[Mapping[str, Any]]
    ) -> Callable[[ExperimentState], ExperimentState]:
        """Take in what the browser sends.

        Args:
            changes: Of each picture its `number`, `sent`, which rises with each press, and what was
                given: `stars`, `note` or both.

        Returns:
            Writes it, but for pictures to which something was given since.
        """
        with self._lock:
            for change in changes:
                number, sent = int(change["number"]), int(change["sent"])
                self._last_sent[number] = max(sent, self._last_sent.get(number, 0))

        def rated(state: ExperimentState) -> ExperimentState:
            for change in changes:
                number = int(change["number"])
                if int(change["sent"]) == self._last_sent[number]:
                    stars, note = change.get("stars"), change.get("note")
                    state = rate_cell(state, number, stars=stars, note=note)
            return state

        return rated

    def is_newest(self, sent: int) -> bool:
        """Whether the tab has given nothing later: all that is not kept yet goes with the last."""
        with self._lock:
            return sent == max(self._last_sent.values())
