"""What runs in a process that is asked: it answers until nobody is left to ask.

It speaks to nobody else: the ways to another computer that Python code has are refused, whatever
a library may want. What a library has compiled could go past them.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection

Answer = Callable[[bytes], bytes]

_NICENESS = 5
"""The server's answers to everybody else come first."""

# https://docs.python.org/3.11/library/audit_events.html (2026-11).
_WAYS_OUT = frozenset(
    f"socket.{way}"
    for way in (
        "connect",
        "getaddrinfo",
        "gethostbyaddr",
        "gethostbyname",
        "getnameinfo",
        "sendmsg",
        "sendto",
    )
)


def main(module: str, handle: str, idle_s: str, *arguments: str) -> None:
    """Answer what comes.

    Args:
        module: Its function `answering` gives what answers.
        handle: The file number of our end of the pipe.
        idle_s: After so many seconds in which nothing came we end; or nothing.
        arguments: What `answering` is called with.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # the server ends us when it needs us no more
    if sys.platform != "win32":  # there it was started so
        os.nice(_NICENESS)
    sys.addaudithook(refuse_connections)
    answer: Answer = import_module(module).answering(*arguments)
    waited_s = float(idle_s) if idle_s else None
    with _opened(int(handle)) as connection, suppress(EOFError, ConnectionError):
        connection.send_bytes(answer(connection.recv_bytes()))
        while connection.poll(waited_s):
            connection.send_bytes(answer(connection.recv_bytes()))


def refuse_connections(event: str, _: tuple[object, ...]) -> None:
    """A hook for `sys.addaudithook`."""
    if event in _WAYS_OUT:
        raise PermissionError(f"This process opens no connections and speaks to nobody ({event}).")


def _opened(handle: int) -> Any:
    """It is of another kind on Windows."""
    if sys.platform == "win32":
        return PipeConnection(handle)
    return Connection(handle)
