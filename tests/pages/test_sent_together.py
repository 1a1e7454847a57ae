"""What a run draws within a moment is heard and sent together, all of it, in its order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner import ScriptRunnerEvent

from pages.server import connections, sent_together
from pages.server.sent_together import AT_ONCE, MOMENT_S
from tests.patience import LIMIT_S

STARTED, DRAWN, ENDED = (
    ScriptRunnerEvent.SCRIPT_STARTED,
    ScriptRunnerEvent.ENQUEUE_FORWARD_MSG,
    ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS,
)


class Session:
    """As much of Streamlit's as is asked."""

    def __init__(self) -> None:
        self.heard: list[tuple[ScriptRunnerEvent, object]] = []
        self.wakes = 0
        self._loop = asyncio.get_running_loop()

    def tell(self, *events: tuple[ScriptRunnerEvent, object]) -> None:
        """As a run does: by name, from a thread of its own."""
        mine: Any = self
        message: Any
        for event, message in events:
            AppSession._on_scriptrunner_event(mine, None, event=event, forward_msg=message)

    def _call_soon_on_event_loop(self, callback: Callable[[], None]) -> None:
        self.wakes += 1
        self._loop.call_soon_threadsafe(callback)

    def _handle_scriptrunner_event_on_event_loop(
        self, _sender: None, event: ScriptRunnerEvent, forward_msg: object
    ) -> None:
        assert asyncio.get_running_loop() is self._loop
        if isinstance(forward_msg, Exception):
            raise forward_msg
        self.heard.append((event, forward_msg))


def on_a_loop(scenario: Callable[[], Awaitable[None]]) -> None:
    async def in_time() -> None:
        async with asyncio.timeout(LIMIT_S):
            await scenario()

    with sent_together.in_few_parts():
        asyncio.run(in_time())


def drawn(count: int, first: int = 0) -> list[tuple[ScriptRunnerEvent, object]]:
    return [(DRAWN, number) for number in range(first, first + count)]


def test_a_run_is_heard_whole_in_its_order_and_wakes_the_server_few_times() -> None:
    async def scenario() -> None:
        session = Session()
        run = [
            (STARTED, None),
            *drawn(200),
            (ENDED, None),
            (STARTED, None),
            *drawn(9),
            (ENDED, None),
        ]
        await asyncio.to_thread(session.tell, *run)
        while len(session.heard) < len(run):
            await asyncio.sleep(0.001)
        assert session.heard == run
        assert session.wakes <= 8

    on_a_loop(scenario)


def test_the_end_of_a_run_is_heard_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sent_together, "MOMENT_S", 1000.0)

    async def scenario() -> None:
        session = Session()
        await asyncio.to_thread(session.tell, *drawn(3), (ENDED, None))
        while not session.heard:
            await asyncio.sleep(0.001)
        assert session.heard == [*drawn(3), (ENDED, None)]

    on_a_loop(scenario)


def test_what_a_slow_run_has_drawn_is_heard_before_its_end() -> None:
    async def scenario() -> None:
        session = Session()
        for first in (0, 3):
            await asyncio.to_thread(session.tell, *drawn(3, first))
            while len(session.heard) < first + 3:
                await asyncio.sleep(MOMENT_S / 10)
        assert session.heard == drawn(6)

    on_a_loop(scenario)


def test_one_that_can_not_be_heard_keeps_no_other_from_it() -> None:
    faults: list[object] = []

    async def scenario() -> None:
        asyncio.get_running_loop().set_exception_handler(
            lambda _, context: faults.append(context["exception"])
        )
        session = Session()
        fault = RuntimeError("a fault of the server's own")
        await asyncio.to_thread(session.tell, *drawn(1), (DRAWN, fault), *drawn(2, 2))
        while len(session.heard) < 3:
            await asyncio.sleep(0.001)
        assert session.heard == [*drawn(1), *drawn(2, 2)]
        assert faults == [fault]

    on_a_loop(scenario)


def test_what_was_told_before_a_press_is_heard_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    monkeypatch.setattr(
        AppSession, sent_together.ASKED_BY, lambda self, _: heard.append(len(self.heard))
    )

    async def scenario() -> None:
        session: Any = Session()
        AppSession.handle_backmsg(session, BackMsg())
        session.tell(*drawn(3))
        AppSession.handle_backmsg(session, BackMsg())
        assert heard == [0, 3]

    on_a_loop(scenario)


def test_runs_of_several_threads_lose_nothing() -> None:
    async def scenario() -> None:
        session = Session()
        runs = [asyncio.to_thread(session.tell, *drawn(300, 1000 * one)) for one in range(4)]
        await asyncio.gather(*runs)
        await asyncio.sleep(3 * MOMENT_S)
        for one in range(4):
            own = [event for event in session.heard if event[1] // 1000 == one]  # type: ignore[operator]
            assert own == drawn(300, 1000 * one)

    on_a_loop(scenario)


class Server:
    """As much of Streamlit's runtime as is asked."""

    def __init__(self) -> None:
        self.eventloop = asyncio.get_running_loop()
        self.need_send_data = asyncio.Event()
        self.sent: list[int] = []

    def _get_async_objs(self) -> Server:
        return self

    def wake(self) -> None:
        mine: Any = self
        Runtime._enqueued_some_message(mine)


def test_the_server_is_woken_once_from_wherever() -> None:
    async def scenario() -> None:
        server = Server()
        server.wake()
        assert server.need_send_data.is_set(), "here it need not be asked"
        server.need_send_data.clear()
        await asyncio.to_thread(server.wake)
        await server.need_send_data.wait()
        server.eventloop = asyncio.new_event_loop()  # nobody would hear there
        await asyncio.to_thread(server.wake)
        assert not server.eventloop._ready  # type: ignore[attr-defined]
        server.eventloop.close()

    on_a_loop(scenario)


@pytest.mark.parametrize("count", [0, 1, AT_ONCE, 2 * AT_ONCE + 1])
def test_messages_go_in_parcels_that_no_browser_is_given_up_for(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages = [ForwardMsg(hash=str(number)) for number in range(count)]
    sent: list[ForwardMsg] = []
    monkeypatch.setattr(AppSession, sent_together.TAKEN_BY, lambda _: messages)
    monkeypatch.setattr(Runtime, sent_together.SENT_BY, lambda _, __, one: sent.append(one))
    session: Any = None
    with sent_together.in_few_parts():
        parcels: Any = AppSession.flush_browser_queue(session)
        assert max((len(parcel) for parcel in parcels), default=0) <= AT_ONCE
        assert len(parcels) == -(-count // AT_ONCE)
        for parcel in parcels:
            Runtime._send_message(session, session, parcel)
    assert sent == messages


class Connection(asyncio.Transport):
    def __init__(self) -> None:
        super().__init__({"peername": "somebody"})
        self.done: list[bytes | str] = []

    def write(self, data: Any) -> None:
        self.done.append(data)

    def close(self) -> None:
        self.done.append("closed")


class Protocol:
    """As much of uvicorn's as is asked."""

    def handle_cont(self, part: object) -> None:
        """Not asked here."""

    def connection_made(self, transport: Any) -> None:
        self.transport = transport


def test_what_is_written_in_one_go_is_one_write() -> None:
    async def scenario() -> None:
        protocol: Any = connections._of_few_parts(Protocol)()
        connection = Connection()
        protocol.connection_made(connection)
        for part in (b"one", b" two"):
            protocol.transport.write(part)
        assert connection.done == []
        await asyncio.sleep(0)
        assert connection.done == [b"one two"]
        protocol.transport.write(b"last")
        protocol.transport.close()
        await asyncio.sleep(0)
        assert connection.done == [b"one two", b"last", "closed"], "a farewell is heard"
        assert protocol.transport.get_extra_info("peername") == "somebody"

    on_a_loop(scenario)
