"""Tells requests that wait for something that the server is about to end.

A server ends only after all its requests, and each learner's page always has one that waits.
"""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType


@cache
def is_ending() -> asyncio.Event:
    """Set as soon as somebody asks the server to end."""
    return asyncio.Event()


@contextmanager
def noticed_at_once() -> Iterator[None]:
    """Look at signals before the server does, which still gets them. For the main thread's loop."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop, event = asyncio.get_running_loop(), is_ending()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def notice(number: int, frame: FrameType | None) -> None:
        loop.call_soon_threadsafe(event.set)
        servers_own = before[signal.Signals(number)]
        if callable(servers_own):
            servers_own(number, frame)

    for number in before:
        signal.signal(number, notice)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
