"""What a run draws within a moment goes to the browser together.

Streamlit wakes its event loop for each element that a run draws, and has it write each by itself
(`AppSession._on_scriptrunner_event`, `Runtime._enqueued_some_message` and `Runtime._loop_coroutine`
of 1.67, read in November 2026). Each time Python's lock goes from the thread that draws to the one
that sends and back, which takes longer than the drawing; and while others draw, what is drawn
piles up.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunner, ScriptRunnerEvent

from pages.server.replaced import replaced

MOMENT_S: Final = 0.01
AT_ONCE: Final = 64
"""Streamlit gives up a browser for which 500 messages wait; after so many, some are written."""

ASKED_BY: Final = "handle_backmsg"
TOLD_BY: Final = "_on_scriptrunner_event"
WOKEN_BY: Final = "_enqueued_some_message"
TAKEN_BY: Final = "flush_browser_queue"
SENT_BY: Final = "_send_message"
"""Streamlit's methods of a session, and of all."""

_HEARD_BY: Final = ("_call_soon_on_event_loop", "_handle_scriptrunner_event_on_event_loop")
_LOOP: Final = "_get_async_objs"


@contextmanager
def in_few_parts() -> Iterator[None]:
    """Let few messages to the event loop, and few writes, do for a run."""
    hearing = [(AppSession, one) for one in _HEARD_BY]
    parcels = [(AppSession, TAKEN_BY), (Runtime, SENT_BY)]
    with (
        replaced(AppSession, TOLD_BY, lambda _: _tell, needs=hearing),
        replaced(AppSession, ASKED_BY, _hear_first),
        replaced(Runtime, WOKEN_BY, _wake_once, needs=[(Runtime, _LOOP)]),
        replaced(AppSession, TAKEN_BY, _take_parcels, needs=parcels),
        replaced(Runtime, SENT_BY, _send_parcel, needs=parcels),
    ):
        yield


_Hear = Callable[[AppSession, BackMsg], None]


class _Told:
    """What a session's runs have told, and the event loop has not heard yet."""

    def __init__(self) -> None:
        self.events: deque[Callable[[], None]] = deque()
        self.will_be_heard = False


def _tell(
    self: AppSession,
    sender: ScriptRunner | None,
    event: ScriptRunnerEvent,
    *facts: Any,
    **more: Any,
) -> None:
    told: _Told = self.__dict__.setdefault("_told", _Told())
    handle = self._handle_scriptrunner_event_on_event_loop
    told.events.append(lambda: handle(sender, event, *facts, **more))
    if event is not ScriptRunnerEvent.ENQUEUE_FORWARD_MSG:
        self._call_soon_on_event_loop(lambda: _hear(told))
    elif not told.will_be_heard:
        told.will_be_heard = True
        self._call_soon_on_event_loop(lambda: _hear_soon(told))


def _hear_soon(told: _Told) -> None:
    asyncio.get_running_loop().call_later(MOMENT_S, _hear, told)


def _hear(told: _Told) -> None:
    told.will_be_heard = False  # first: what is told from here on may come too late for this time
    while told.events:
        handle = told.events.popleft()
        try:
            handle()
        except Exception as error:  # noqa: BLE001
            loop = asyncio.get_running_loop()  # which tells of it, as if it were by itself
            loop.call_exception_handler({"message": "A run was not heard", "exception": error})


def _hear_first(streamlits_own: _Hear) -> _Hear:
    def hear(self: AppSession, message: BackMsg) -> None:
        told: _Told | None = self.__dict__.get("_told")
        if told:
            _hear(told)  # it came before the message
        streamlits_own(self, message)

    return hear


def _wake_once(streamlits_own: Callable[[Runtime], None]) -> Callable[[Runtime], None]:
    def wake(self: Runtime) -> None:
        own = self._get_async_objs()
        if own.need_send_data.is_set():
            return
        if asyncio._get_running_loop() is own.eventloop:
            own.need_send_data.set()
        else:
            streamlits_own(self)

    return wake


class _Parcel(list[ForwardMsg]):
    """Messages that are sent as if they were one."""


def _take_parcels(
    streamlits_own: Callable[[AppSession], list[ForwardMsg]],
) -> Callable[[AppSession], list[_Parcel]]:
    def take(self: AppSession) -> list[_Parcel]:
        messages = streamlits_own(self)
        return [
            _Parcel(messages[first : first + AT_ONCE]) for first in range(0, len(messages), AT_ONCE)
        ]

    return take


def _send_parcel(
    streamlits_own: Callable[[Runtime, Any, ForwardMsg], None],
) -> Callable[[Runtime, Any, _Parcel], None]:
    def send(self: Runtime, to: Any, parcel: _Parcel) -> None:
        for message in parcel:
            streamlits_own(self, to, message)

    return send
