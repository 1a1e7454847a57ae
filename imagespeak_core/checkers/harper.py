"""The library Harper, in a process of its own: its dictionary takes 135 MB.

Measured with harper-py 0.2.0 on Linux, November 2026: the server's process grew from 13 to 147 MB
with the first linter and gave nothing back. So it is begun with the first text (about a second),
and ended when nobody has asked for a while.
"""

from __future__ import annotations

import json
from functools import partial
from importlib.util import find_spec
from typing import Final

from imagespeak_core.checkers.base import CheckerFailedError, Spotted
from imagespeak_core.processes.asked import (
    AskedProcess,
    EndedError,
    NotStartedError,
    TooSlowError,
)
from imagespeak_core.processes.pool import ProcessPool

LONGEST_S: Final = 20.0
"""So long it may take to begin and to look at one text; the longest text takes a tenth second."""

IDLE_S: Final = 600.0
"""After so long without a text the process ends."""

_PROCESS: Final = "imagespeak_core.checkers.harper_process"


def is_installed() -> bool:
    """Whether there is a library Harper on this computer."""
    return find_spec("harper") is not None


class HarperChecker:
    """`GrammarChecker` by Harper, with American and British English. Its process begins later.

    Attributes:
        close: Ends the process; called when the checker is forgotten.
    """

    def __init__(self, *, longest_s: float = LONGEST_S, idle_s: float = IDLE_S) -> None:
        self._longest_s = longest_s
        self._processes = ProcessPool(
            partial(AskedProcess, _PROCESS, environment={}, idle_s=idle_s)
        )
        self.close = self._processes.close

    def find(self, text: str, *, rules: tuple[str, ...]) -> tuple[Spotted, ...]:
        """See `GrammarChecker.find`."""
        question = json.dumps({"text": text, "rules": rules}).encode()
        try:
            answer = self._processes.ask(question, longest_s=self._longest_s)
        except (NotStartedError, EndedError, TooSlowError) as exc:
            raise CheckerFailedError(f"Harper's process gave no answer: {exc!r}") from exc
        return tuple(
            Spotted(one["rule"], one["start"], one["end"], tuple(one["instead"]))
            for one in json.loads(answer)
        )
