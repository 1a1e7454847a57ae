"""Of a crowd that opens the app at once, few pages are drawn at the same time.

Streamlit draws each in a thread of its own, and Python lets one thread work at a time: drawn at
once, none is ready earlier, and all are in memory. So what a browser asks for when it comes is
handed on to Streamlit in turn, as if the network were slower. A page whose thread only waits, for a
store, holds nobody up: while the processor rests, more are begun. A press waits for nobody.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from typing import Final
from weakref import WeakSet

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunner

from pages.server.replaced import replaced

FEW: Final = 2
LONGEST_WAIT_S: Final = 10.0
"""Who has waited longer is next, whatever the others do."""

ASKED_BY: Final = "handle_backmsg"
STARTED_BY: Final = "start"
DRAWN_BY: Final = "_run_script_thread"
"""Streamlit's methods: of a session, to hear its browser; of what draws a page, to begin a thread,
and all that is done in it (`AppSession` and `ScriptRunner` of 1.67).
"""

_DRAWS: Final = "rerun_script"
"""The kind of message by which a browser asks for a page or a part of it."""

_PRESSES: Final = {
    "trigger_value",
    "string_trigger_value",
    "chat_input_value",
    "json_trigger_value",
}
"""What comes once; all else that a browser knows it says again each time."""

_LOOK_EVERY_S: Final = 0.01
_RESTING: Final = 0.5
"""A process whose threads wait uses less of one processor than this."""

_Hear = Callable[[AppSession, BackMsg], None]
_Draw = Callable[[ScriptRunner], None]


@contextmanager
def drawn() -> Iterator[None]:
    """Let who opens a page in this block wait for a turn; at its end nobody is left in line."""
    us = drawings()
    all_of_them = [(AppSession, ASKED_BY), (ScriptRunner, STARTED_BY), (ScriptRunner, DRAWN_BY)]
    with (
        replaced(AppSession, ASKED_BY, us.asked_by, needs=all_of_them),
        replaced(ScriptRunner, STARTED_BY, us.begun_by, needs=all_of_them),
        replaced(ScriptRunner, DRAWN_BY, us.ended_after, needs=all_of_them),
    ):
        try:
            yield
        finally:
            us.forget_all()


@dataclass(frozen=True, slots=True)
class _Asked:
    message: BackMsg
    hear: _Hear
    since_s: float = field(default_factory=time.monotonic)


class Drawings:
    """The pages that are being drawn, and those that are opened; of one event loop.

    Args:
        is_here: Whether the browser of a session is connected.
    """

    def __init__(self, is_here: Callable[[AppSession], bool]) -> None:
        self._is_here = is_here
        self._going_on: set[ScriptRunner] = set()
        self._known: WeakSet[AppSession] = WeakSet()
        self._line: dict[AppSession, _Asked] = {}  # in the order in which they came
        self._loop: asyncio.AbstractEventLoop | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._looked_at = (0.0, 0.0)

    def asked_by(self, streamlits_own: _Hear) -> _Hear:
        """Stands in for what hears a browser."""

        def ask(session: AppSession, message: BackMsg) -> None:
            if self._must_wait(session, message):
                self._loop = asyncio.get_running_loop()
                self._line[session] = _Asked(message, streamlits_own)
                self._look_later()
                return
            self._known.add(session)
            earlier = self._line.pop(session, None)
            if earlier:
                earlier.hear(session, earlier.message)
            streamlits_own(session, message)

        return ask

    def begun_by(self, streamlits_own: _Draw) -> _Draw:
        """Stands in for what begins a drawing."""

        def begin(runner: ScriptRunner) -> None:
            self._going_on.add(runner)
            try:
                streamlits_own(runner)
            except BaseException:
                self._going_on.discard(runner)
                raise

        return begin

    def ended_after(self, streamlits_own: _Draw) -> _Draw:
        """Stands in for what draws."""

        def draw(runner: ScriptRunner) -> None:
            try:
                streamlits_own(runner)
            finally:
                self._going_on.discard(runner)
                if self._line and self._loop:
                    with suppress(RuntimeError):  # the server has ended meanwhile
                        self._loop.call_soon_threadsafe(self._fill_up)

        return draw

    def count(self) -> int:
        """How many are being drawn."""
        return len(self._going_on)

    def forget_all(self) -> None:
        """Nobody waits any more: the server ends."""
        self._line.clear()
        if self._timer:
            self._timer.cancel()
            self._timer = None

    def _must_wait(self, session: AppSession, message: BackMsg) -> bool:
        if message.WhichOneof("type") != _DRAWS or session in self._known:
            return False
        is_first = session not in self._line
        return is_first and not _is_press(message) and bool(self._line or self.count() >= FEW)

    def _fill_up(self) -> None:
        self._hand_on(FEW - self.count())

    def _look_later(self) -> None:
        if self._timer is None:
            self._looked_at = time.monotonic(), time.process_time()
            self._timer = asyncio.get_running_loop().call_later(_LOOK_EVERY_S, self._look)

    def _look(self) -> None:
        self._timer = None
        now_s, used_s = time.monotonic(), time.process_time()
        before_s, used_before_s = self._looked_at
        is_resting = used_s - used_before_s < _RESTING * (now_s - before_s)
        first = next(iter(self._line.values()), None)
        is_late = first is not None and now_s - first.since_s > LONGEST_WAIT_S
        try:
            self._hand_on(max(FEW - self.count(), FEW if is_resting else 0, int(is_late)))
        finally:
            if self._line:
                self._look_later()

    def _hand_on(self, count: int) -> None:
        while count > 0 and self._line:
            session, asked = next(iter(self._line.items()))
            del self._line[session]
            if self._is_here(session):
                count -= 1
                self._known.add(session)
                asked.hear(session, asked.message)


def _is_press(message: BackMsg) -> bool:
    states = message.rerun_script.widget_states.widgets
    return any(state.WhichOneof("value") in _PRESSES for state in states)


@cache
def drawings() -> Drawings:
    """Those of this server."""
    return Drawings(lambda session: Runtime.instance().is_active_session(session.id))
