"""What only the owner can mend is said, and never floods the log."""

from __future__ import annotations

import logging

import pytest

from imagespeak_core.operations.troubles import ONE_EVERY_S, Troubles


class Clock:
    def __init__(self) -> None:
        self.now_s = 5.0

    def __call__(self) -> float:
        return self.now_s


def test_one_line_a_minute_for_each_kind(caplog: pytest.LogCaptureFixture) -> None:
    clock = Clock()
    troubles = Troubles(clock)
    with caplog.at_level(logging.WARNING):
        for _ in range(50):
            troubles.tell("store down", "The store can't be reached.")
        troubles.tell("denied", "The key may not.")
        clock.now_s += ONE_EVERY_S
        troubles.tell("store down", "The store can't be reached.")
    assert [record.levelno for record in caplog.records] == [logging.WARNING] * 3
    assert [record.getMessage() for record in caplog.records] == [
        "store down: The store can't be reached.",
        "denied: The key may not.",
        "store down: The store can't be reached. (49 more of this kind since it was last said.)",
    ]
