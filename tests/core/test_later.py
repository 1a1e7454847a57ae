"""Who waits for a moment holds no thread: all of it is done in one, in the order of its times."""

from __future__ import annotations

import threading
from functools import partial

import pytest

from imagespeak_core.later import Scheduler
from tests.patience import until

WAIT_S = 10


def test_what_is_due_first_is_done_first_whoever_asked_first() -> None:
    now_s, done = 0.0, list[str]()
    later = Scheduler(monotonic=lambda: now_s)
    end, gate = threading.Event(), threading.Event()
    # So that all the others are there before the first of them.
    later(0, partial(gate.wait, WAIT_S))
    later(2, end.set)
    for name, seconds in (("c", 1), ("a", 0), ("b", 0)):
        later(seconds, partial(done.append, name))
    now_s = 2
    gate.set()
    assert end.wait(WAIT_S)
    assert done == ["a", "b", "c"]


def test_what_fails_holds_up_nothing(caplog: pytest.LogCaptureFixture) -> None:
    later, end = Scheduler(), threading.Event()
    later(0, partial(int, "no number"))
    later(0, end.set)
    assert end.wait(WAIT_S)
    assert "by our own mistake" in caplog.text


def test_much_that_waits_has_one_thread_and_nothing_has_none() -> None:
    def threads() -> list[threading.Thread]:
        return [one for one in threading.enumerate() if one.name == "later"]

    until(lambda: not threads())
    now_s, end = 0.0, threading.Event()
    later = Scheduler(monotonic=lambda: now_s)
    for _ in range(100):
        later(3600, lambda: None)
    [thread] = threads()
    assert thread.daemon
    now_s = 3600
    later(0, end.set)
    assert end.wait(WAIT_S)
    until(lambda: not threads())
    end.clear()
    later(0, end.set)
    assert end.wait(WAIT_S), "it begins again"
