"""Which models are to end: asked apart from all requests, told once in the log, kept for pages."""

from __future__ import annotations

import logging
import threading
from datetime import datetime

import pytest

from imagespeak_core.errors import ModelAccessError, ModelUnreachableError
from imagespeak_core.model_lives import EVERY_S, ModelLives
from tests.fakes import HandClock

ENDS = "Amazon will end the model fake.painter-v1:0 on 31 January 2027."
LOGGER = "imagespeak_core.model_lives"


class ScriptedLife:
    """`ModelLife` that tells what it was told, the last for good."""

    model_id = "fake.painter-v1:0"

    def __init__(self, *script: str | Exception | None) -> None:
        self.script = list(script)
        self.asked: list[datetime] = []

    def end(self, now: datetime) -> str | None:
        self.asked.append(now)
        told = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if isinstance(told, Exception):
            raise told
        return told


def lives_of(*lives: ScriptedLife) -> ModelLives:
    return ModelLives(lives, HandClock())


def test_nothing_is_told_before_the_first_look() -> None:
    lives = lives_of(ScriptedLife(ENDS))
    assert not lives.notices
    lives.look()
    assert lives.notices == (ENDS,)


def test_of_models_that_live_on_nothing_is_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger=LOGGER)
    lives = lives_of(ScriptedLife(None), ScriptedLife(ENDS))
    lives.look()
    assert lives.notices == (ENDS,)
    assert [record.getMessage() for record in caplog.records] == [ENDS]


def test_the_log_says_it_once_and_again_where_it_has_changed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    ended = "Amazon ended it."
    lives = lives_of(ScriptedLife(ENDS, ENDS, ended, ended))
    for _ in range(4):
        lives.look()
    assert [record.getMessage() for record in caplog.records] == [ENDS, ended]
    assert {record.levelno for record in caplog.records} == {logging.WARNING}


def test_a_missing_right_is_one_quiet_line_and_no_notice(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger=LOGGER)
    lives = lives_of(ScriptedLife(ModelAccessError("No.")))
    lives.look()
    assert lives.notices == ()
    [record] = caplog.records
    assert record.levelno == logging.INFO
    assert "model_access" in record.getMessage()


def test_what_was_known_stays_known_where_nobody_can_tell() -> None:
    lives = lives_of(
        ScriptedLife(ENDS, ModelUnreachableError("No way."), ZeroDivisionError(), None)
    )
    for _ in range(3):
        lives.look()
        assert lives.notices == (ENDS,)
    lives.look()
    assert lives.notices == ()


def test_our_own_bug_with_one_model_leaves_the_other(caplog: pytest.LogCaptureFixture) -> None:
    lives = lives_of(ScriptedLife(ZeroDivisionError()), ScriptedLife(ENDS))
    lives.look()
    assert lives.notices == (ENDS,)
    assert "ZeroDivisionError" in caplog.text


def test_it_is_asked_at_once_and_then_daily_until_the_end() -> None:
    life, waited = ScriptedLife(None), []

    def wait(end: threading.Event, seconds: float) -> bool:
        waited.append(seconds)
        return len(waited) == 3

    ModelLives([life], HandClock(), wait=wait).run()
    assert len(life.asked) == 3
    assert waited == [EVERY_S] * 3
    assert EVERY_S == 24 * 60 * 60


def test_a_thread_of_its_own_asks_and_ends_with_the_server() -> None:
    asked, ended = threading.Event(), threading.Event()

    class Noted(ScriptedLife):
        def end(self, now: datetime) -> str | None:
            asked.set()
            return super().end(now)

    def wait(end: threading.Event, seconds: float) -> bool:
        end.wait(30)
        ended.set()
        return True

    with ModelLives([Noted(None)], HandClock(), wait=wait).running():
        assert asked.wait(30)
        assert not ended.is_set()
    assert ended.wait(30)


def test_without_models_there_is_no_thread() -> None:
    before = threading.active_count()
    with ModelLives((), HandClock()).running():
        assert threading.active_count() == before
