"""One visitor of a Streamlit app: does what a browser's tab does, without the browser."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from tests.benchmarks.load_page import Button, Page, Part, part_of
from tests.benchmarks.load_protocol import (
    Condition,
    PageWait,
    element_drawn,
    http_get,
    open_socket,
    page_wait,
    run_ended,
    trigger_value,
)
from tests.benchmarks.load_report import Click, Stats

now = time.perf_counter
_POLL_LIMIT_S = 60
_POLL_PAUSE_S = 3
_SHOWN_AFTER_S = 0.3
"""As `waiting.js` has it, and the next."""
_SEEN_WITHIN_S = 2
_ASK_AGAIN = 204
_SERVER_ERRORS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the sessions do; `stload` explains each."""

    url: str
    sessions: int = 1
    clicks: int = 1
    think: float = 0.0
    ramp: float = 0.0
    timeout: float = 60.0
    idle: float = 1.0
    double: float | None = None
    pid: int | None = None
    button: str = ""
    query: str = ""
    page: str = ""
    until: str = ""
    set: tuple[tuple[str, str], ...] = ()
    header: tuple[tuple[str, str], ...] = ()
    image: bool = False
    poll_jobs: bool = True

    @property
    def base_url(self) -> str:
        return self.url.rstrip("/") + "/"


class Session:
    """The visitor with this number."""

    def __init__(self, number: int, options: Options, stats: Stats) -> None:
        self.number = number
        self._options = options
        self._stats = stats
        self._page = Page(stats)
        self._messages = 0
        self._bytes = 0
        self._timers: dict[str, asyncio.Task[None]] = {}  # by fragment id
        self._polls: dict[str, asyncio.Task[None]] = {}  # by path
        self._drawn_paths: set[str] = set()  # of waits, since the last run began
        self._numbers: dict[str, int] = {}
        self._waiters: list[tuple[Condition, asyncio.Future[None]]] = []
        self._told: asyncio.Future[str] | None = None  # the address of a picture
        self._loaded: asyncio.Future[None] | None = None
        self._socket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None

    async def load(self) -> None:
        """Open the page and wait until it is drawn."""
        began, options = now(), self._options
        self._socket = await open_socket(options.base_url, options.header, options.timeout)
        self._reader = asyncio.create_task(self._read(self._socket))
        done = self._wait_for(run_ended(""))
        await self._rerun(page_name=options.page)
        await asyncio.wait_for(done, options.timeout)
        self._stats.add(load=now() - began, load_msgs=self._messages, load_bytes=self._bytes)
        if self._page.first_delta:
            self._stats.add(first_delta=self._page.first_delta - began)

    async def click(self) -> None:
        """Press the button and wait for what it leads to."""
        options, button = self._options, self._page.button(self._options.button)
        messages, size, began = self._messages, self._bytes, now()
        seeing = self._begin_to_see() if options.image else None
        done = await self._press(button)
        if options.double is not None:
            await asyncio.sleep(options.double / 1000)
            done = await self._press(button)
        try:
            await asyncio.wait_for(done, options.timeout)
        except TimeoutError as error:
            raise TimeoutError(self._page.alert or "nothing was said") from error
        ended = now()
        self._stats.add(
            click=ended - began,
            click_msgs=self._messages - messages,
            click_bytes=self._bytes - size,
        )
        seen = None
        if seeing:
            seen, image_bytes = await asyncio.wait_for(seeing, options.timeout)
            self._stats.add(image=seen - began, image_bytes=image_bytes)
        self._stats.clicks.append(Click(began, ended, seen))

    def sees(self, picture: str) -> asyncio.Future[None]:
        """Done when a picture is drawn whose address has this in it, by whatever run."""
        return self._wait_for(element_drawn(f"imgs:{picture}"))

    @property
    def image_url(self) -> str:
        """Of the picture that was drawn last."""
        return self._page.image_url

    @property
    def alert(self) -> str:
        """What was said last in an alert; nothing since a press, if that led to none."""
        return self._page.alert

    def part(self, name: str) -> Part | None:
        """The part of the page with a script of this name, as drawn last."""
        return self._page.parts.get(name)

    def fill_in(self, label: str, number: int) -> None:
        """Write a number into a field; the server hears of it with the next press."""
        self._numbers[label] = number

    async def press(self, label: str, condition: Condition | None = None) -> None:
        """Press a button and wait until something is drawn; None: for the end of its run."""
        button = self._page.button(label)
        self._page.alert = ""
        done = self._wait_for(condition or run_ended(button.fragment_id))
        await self._rerun(fragment_id=button.fragment_id, button_id=button.widget_id)
        await asyncio.wait_for(done, self._options.timeout)

    async def tell(self, name: str, event: str, value: object) -> None:
        """Let a part of the page tell something, and wait for the end of the run."""
        part = self._page.parts[name]
        done = self._wait_for(run_ended(part.fragment_id))
        await self._rerun(
            fragment_id=part.fragment_id, told=(part.trigger_id, trigger_value(event, value))
        )
        await asyncio.wait_for(done, self._options.timeout)

    async def close(self) -> None:
        for tasks in (self._timers, self._polls):
            _cancel(tasks, list(tasks))
        if self._socket:
            await self._socket.close()

    async def _press(self, button: Button) -> asyncio.Future[None]:
        if self._options.until:
            done = self._wait_for(element_drawn(self._options.until))
        else:
            done = self._wait_for(run_ended(button.fragment_id))
        await self._rerun(fragment_id=button.fragment_id, button_id=button.widget_id)
        return done

    def _begin_to_see(self) -> asyncio.Task[tuple[float, int]]:
        drawn = self._wait_for(element_drawn("imgs"))
        self._told, self._loaded = _future(), _future()
        return asyncio.create_task(self._see(drawn, self._told, self._loaded))

    async def _see(
        self,
        drawn: asyncio.Future[None],
        told: asyncio.Future[str],
        loaded: asyncio.Future[None],
    ) -> tuple[float, int]:
        """When the picture is seen that is drawn, or before it told of; and how many bytes it has.

        The page shows what it is told of only after a while.
        """
        either: set[asyncio.Future[Any]] = {drawn, told}
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        began = now()
        size_bytes = await self._fetch(self._page.image_url if drawn.done() else told.result())
        loaded.set_result(None)
        await asyncio.wait({drawn}, timeout=max(0.0, began + _SHOWN_AFTER_S - now()))
        return now(), size_bytes

    async def _fetch(self, address: str) -> int:
        url = urljoin(self._options.base_url, address)
        status, _, body = await http_get(url, self._options.timeout)
        if status != 200 or not body:
            raise RuntimeError(f"image {url[:60]!r}: HTTP {status}, {len(body)} bytes")
        return len(body)

    async def _rerun(
        self,
        *,
        page_name: str = "",
        fragment_id: str = "",
        is_auto: bool = False,
        button_id: str = "",
        told: tuple[str, str] | None = None,
    ) -> None:
        message = BackMsg()
        script = message.rerun_script
        script.query_string = self._numbered(self._options.query)
        script.page_script_hash = self._page.page_hash
        script.page_name = page_name
        script.fragment_id = fragment_id
        script.is_auto_rerun = is_auto
        widgets = script.widget_states.widgets
        for label, value in self._options.set:
            if label in self._page.inputs:
                widgets.add(id=self._page.inputs[label], string_value=self._numbered(value))
        if button_id:
            widgets.add(id=button_id, trigger_value=True)
        for label, number in self._numbers.items():
            if label in self._page.numbers:
                widgets.add(id=self._page.numbers[label], int_value=number)
        if told:
            widgets.add(id=told[0], json_trigger_value=told[1])
        script.context_info.timezone = "UTC"
        script.context_info.locale = "en-US"
        script.context_info.url = urljoin(self._options.base_url, self._options.page)
        script.context_info.is_embedded = False
        assert self._socket
        await self._socket.send(message.SerializeToString())

    def _numbered(self, text: str) -> str:
        return text.replace("{i}", str(self.number))

    def _wait_for(self, condition: Condition) -> asyncio.Future[None]:
        future: asyncio.Future[None] = _future()
        self._waiters.append((condition, future))
        return future

    async def _read(self, socket: ClientConnection) -> None:
        error: Exception = ConnectionError("websocket closed by the server")
        try:
            async for data in socket:
                assert isinstance(data, bytes)
                self._messages += 1
                self._bytes += len(data)
                message = ForwardMsg.FromString(data)
                self._page.take(message)
                self._follow(message)
                for condition, future in self._waiters:
                    if not future.done() and condition(message):
                        future.set_result(None)
                self._waiters = [waiter for waiter in self._waiters if not waiter[1].done()]
        except Exception as exc:  # noqa: BLE001
            error = exc  # whoever waits is told
        for _, future in self._waiters:
            if not future.done():
                future.set_exception(error)

    def _follow(self, message: ForwardMsg) -> None:
        """Do what the page's own timers and waiting parts would do."""
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.new_element.WhichOneof("type") == "bidi_component":
            delta = message.delta
            part = part_of(delta.new_element.bidi_component, delta.fragment_id)
            self._begin_poll(page_wait(part))
        elif kind == "new_session":
            self._drawn_paths = set()
            if not message.metadata.run.fragment_ids:
                _cancel(self._timers, list(self._timers))
        elif kind == "script_finished":
            # A part that a whole run did not draw is gone from the page, and waits no more.
            if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                _cancel(self._polls, set(self._polls) - self._drawn_paths)
        elif kind == "auto_rerun":
            fragment_id = message.auto_rerun.fragment_id
            _cancel(self._timers, [fragment_id])
            tick = self._tick(fragment_id, message.auto_rerun.interval)
            self._timers[fragment_id] = asyncio.create_task(tick)
        elif kind == "stop_auto_rerun":
            _cancel(self._timers, message.stop_auto_rerun.fragment_ids)

    async def _tick(self, fragment_id: str, interval_s: float) -> None:
        while True:
            await asyncio.sleep(interval_s)
            self._stats.auto_reruns += 1
            await self._rerun(fragment_id=fragment_id, is_auto=True)

    def _begin_poll(self, wait: PageWait | None) -> None:
        if wait is None or not (self._options.poll_jobs or wait.looks_again):
            return
        self._drawn_paths.add(wait.path)
        if wait.path not in self._polls:
            waits = self._poll(wait) if self._options.poll_jobs else self._look_again(wait)
            self._polls[wait.path] = asyncio.create_task(waits)

    async def _look_again(self, wait: PageWait) -> None:
        """What such a part does where it can't be told."""
        while True:
            await asyncio.sleep(_POLL_PAUSE_S)
            self._stats.auto_reruns += 1
            await self._rerun(
                fragment_id=wait.fragment_id, told=(wait.trigger_id, wait.trigger_value)
            )

    async def _poll(self, wait: PageWait) -> None:
        seen = await self._hear(wait.path, wait.of)
        if "picture" in seen and self._told and not self._told.done():
            self._told.set_result(seen["picture"])
        if seen.get("in_line"):
            if self._loaded:
                await asyncio.wait({self._loaded}, timeout=_SEEN_WITHIN_S)
            await self._hear(wait.page_path, wait.page)
        with suppress(ConnectionClosed):  # the tab was closed meanwhile
            await self._rerun(
                fragment_id=wait.fragment_id, told=(wait.trigger_id, wait.trigger_value)
            )

    async def _hear(self, path: str, of: str) -> dict[str, Any]:
        """Wait for it; gives what there is to see of it."""
        status, body = 0, b""
        while status != 200:
            if status not in (0, _ASK_AGAIN):
                await asyncio.sleep(_POLL_PAUSE_S)
            self._stats.polls += 1
            url = urljoin(self._options.base_url, path)
            try:
                status, _, body = await http_get(url, _POLL_LIMIT_S)
                if status >= _SERVER_ERRORS:
                    self._stats.server_errors[f"/news {status}"] += 1
            except (OSError, EOFError) as error:
                self._stats.fail("poll", error)
                status = -1
        found: dict[str, Any] = json.loads(body)[of] or {}
        return found


def _future() -> asyncio.Future[Any]:
    return asyncio.get_running_loop().create_future()


def _cancel(tasks: dict[str, asyncio.Task[None]], names: Iterable[str]) -> None:
    for name in names:
        task = tasks.pop(name, None)
        if task:
            task.cancel()
