"""A crowd's pages are drawn few at a time, in turn; who only waits holds nobody up."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.server import few_at_once
from pages.server.few_at_once import FEW, Drawings
from tests.patience import LIMIT_S

AGES_S = 1000.0


@dataclass(eq=False)
class Runner:
    """Draws one page, in a thread of its own, until it may end."""

    may_end: threading.Event


class Session:
    """One browser's; as much of Streamlit's as is asked."""

    def __init__(self, name: str) -> None:
        self.id = name


class Crowd:
    """Stands for Streamlit, which draws at once what it is asked for."""

    def __init__(self) -> None:
        self.drawings = Drawings(lambda session: session.id not in self.gone)
        self.gone: set[str] = set()
        self.heard: list[str] = []
        self.fails: BaseException | None = None
        self._sessions: dict[str, Session] = {}
        self._runners: dict[str, Runner] = {}
        ours: Any = self.drawings
        self._draw = ours.ended_after(lambda runner: runner.may_end.wait(AGES_S))
        self._begin = ours.begun_by(self._in_a_thread)
        self._ask = ours.asked_by(self._hear)

    def ask(self, *names: str, text: str = "", presses: bool = False) -> None:
        for name in names:
            message = BackMsg()
            message.rerun_script.query_string = text
            message.rerun_script.widget_states.widgets.add(id="field", string_value="words")
            if presses:
                message.rerun_script.widget_states.widgets.add(id="button", trigger_value=True)
            self._ask(self._sessions.setdefault(name, Session(name)), message)

    def stop(self, name: str) -> None:
        self._ask(self._sessions[name], BackMsg(stop_script=True))

    def end(self, *texts: str) -> None:
        for text in texts:
            self._runners[text].may_end.set()

    def end_all(self) -> None:
        self.end(*self._runners)

    async def has_heard(self, *texts: str) -> None:
        async with asyncio.timeout(LIMIT_S):
            while len(self.heard) < len(texts):
                await asyncio.sleep(0.001)
        assert self.heard == [*texts]

    async def rests(self) -> None:
        async with asyncio.timeout(LIMIT_S):
            while self.drawings.count():
                await asyncio.sleep(0.001)

    def _hear(self, session: Session, message: BackMsg) -> None:
        kind = message.WhichOneof("type")
        if kind != "rerun_script":
            self.heard.append(f"{session.id} {kind}")
            return
        text = session.id + message.rerun_script.query_string
        self.heard.append(text)
        self._runners[text] = Runner(threading.Event())
        self._begin(self._runners[text])

    def _in_a_thread(self, runner: Runner) -> None:
        if self.fails:
            raise self.fails
        threading.Thread(target=self._draw, args=(runner,), daemon=True).start()


@pytest.fixture
def crowd() -> Iterator[Crowd]:
    crowd = Crowd()
    yield crowd
    crowd.end_all()


@pytest.fixture
def _busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process uses a whole processor."""
    monkeypatch.setattr(time, "process_time", time.monotonic)
    monkeypatch.setattr(few_at_once, "LONGEST_WAIT_S", AGES_S)


@pytest.fixture
def _resting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its threads wait."""
    monkeypatch.setattr(time, "process_time", lambda: 0.0)
    monkeypatch.setattr(few_at_once, "LONGEST_WAIT_S", AGES_S)


def on_a_loop(scenario: Callable[[], Awaitable[None]]) -> None:
    async def run() -> None:
        await scenario()

    asyncio.run(run())


async def several_looks() -> None:
    await asyncio.sleep(0.1)


@pytest.mark.usefixtures("_busy")
def test_the_next_is_drawn_as_soon_as_one_has_ended(
    crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert FEW == 2
    monkeypatch.setattr(few_at_once, "_LOOK_EVERY_S", AGES_S)

    async def scenario() -> None:
        crowd.ask(*"abcde")
        await several_looks()
        await crowd.has_heard(*"ab")
        assert crowd.drawings.count() == FEW
        crowd.end("a")
        await crowd.has_heard(*"abc")
        crowd.ask("f")
        await several_looks()
        assert len(crowd.heard) == 3, "who came later stands behind the others"
        for last, text in zip("def", "bcd", strict=True):
            crowd.end(text)
            await crowd.has_heard(*"abcdef"[: "abcdef".index(last) + 1])
        crowd.end_all()
        await crowd.rests()
        crowd.ask(*"gh")
        assert crowd.heard == [*"abcdefgh"], "with room, nobody waits"

    on_a_loop(scenario)


@pytest.mark.usefixtures("_resting")
def test_who_only_waits_holds_nobody_up(crowd: Crowd) -> None:
    async def scenario() -> None:
        crowd.ask(*"abcdefg")
        assert crowd.heard == [*"ab"]
        await crowd.has_heard(*"abcdefg")

    on_a_loop(scenario)


@pytest.mark.usefixtures("_busy")
def test_nobody_waits_for_ever(crowd: Crowd, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(few_at_once, "LONGEST_WAIT_S", 0.02)

    async def scenario() -> None:
        crowd.ask(*"abcd")
        await crowd.has_heard(*"abcd")

    on_a_loop(scenario)


@pytest.mark.usefixtures("_busy")
def test_a_press_waits_for_nobody_and_what_came_before_it_goes_first(crowd: Crowd) -> None:
    async def scenario() -> None:
        crowd.ask(*"abcd")
        crowd.ask("a", text="1", presses=True)
        assert crowd.heard == ["a", "b", "a1"]
        crowd.ask("d", text="1", presses=True)
        assert crowd.heard == ["a", "b", "a1", "d", "d1"]
        crowd.ask("e", presses=True)
        assert crowd.heard[-1] == "e", "it may come from before a restart"
        crowd.end_all()
        await crowd.has_heard("a", "b", "a1", "d", "d1", "e", "c")

    on_a_loop(scenario)


@pytest.mark.usefixtures("_busy")
def test_only_who_opens_a_page_stands_in_line(crowd: Crowd) -> None:
    async def scenario() -> None:
        crowd.ask(*"abcd")
        crowd.ask("b", text="1")
        assert crowd.heard == ["a", "b", "b1"], "its page is there, and is drawn anew"
        crowd.ask("c", text="1")
        assert crowd.heard == ["a", "b", "b1", "c", "c1"]

    on_a_loop(scenario)


@pytest.mark.usefixtures("_busy")
def test_who_is_gone_is_not_drawn_for(crowd: Crowd) -> None:
    async def scenario() -> None:
        crowd.ask(*"abcde")
        crowd.gone |= {*"ce"}
        crowd.end(*"ab")
        await crowd.has_heard(*"abd")
        await several_looks()
        crowd.end("d")
        await crowd.rests()
        assert crowd.heard == [*"abd"]

    on_a_loop(scenario)


@pytest.mark.usefixtures("_busy")
def test_what_draws_nothing_waits_for_nobody(crowd: Crowd) -> None:
    async def scenario() -> None:
        crowd.ask(*"ab")
        crowd.stop("a")
        assert crowd.heard == ["a", "b", "a stop_script"]

    on_a_loop(scenario)


@pytest.mark.usefixtures("_resting")
def test_at_the_servers_end_nobody_is_left_in_line(crowd: Crowd) -> None:
    async def scenario() -> None:
        crowd.ask(*"abcd")
        crowd.drawings.forget_all()
        crowd.end_all()
        await several_looks()
        assert crowd.heard == [*"ab"]

    on_a_loop(scenario)


@pytest.mark.parametrize("error", [RuntimeError("can't start new thread"), MemoryError()])
@pytest.mark.usefixtures("_busy")
def test_one_that_can_not_begin_keeps_nobody_from_it(crowd: Crowd, error: Exception) -> None:
    async def scenario() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, __: None)
        crowd.ask(*"abcd")
        crowd.fails = error
        crowd.end("a")
        while "c" not in crowd.heard:
            await asyncio.sleep(0.001)
        crowd.fails = None
        await crowd.has_heard(*"abcd")
        assert crowd.drawings.count() == FEW

    on_a_loop(scenario)
