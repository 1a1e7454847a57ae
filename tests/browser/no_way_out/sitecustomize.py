"""A network that leads nowhere: what would leave this computer is noted, and never answered.

Python imports a module of this name by itself, where its folder is in `PYTHONPATH`. `NOTED_IN`
names the file that gets a line for each try.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import time
from pathlib import Path
from typing import Any

SILENCE_S = 20.0
"""As long as a resolver waits for a name server that drops what it is asked."""

_resolve = socket.getaddrinfo
_socket: Any = socket.socket
_connect, _connect_ex = _socket.connect, _socket.connect_ex


def _lose_if_outside(host: object) -> None:
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    try:
        address = ipaddress.ip_address(name)
        is_here = address.is_loopback or address.is_unspecified
    except ValueError:
        is_here = name == "localhost"
    if is_here:
        return
    with Path(os.environ["NOTED_IN"]).open("a", encoding="utf-8") as notes:
        notes.write(f"{name}\n")
    time.sleep(SILENCE_S)
    raise TimeoutError(f"there is no way to {name}")


def getaddrinfo(host: Any, *args: Any, **more: Any) -> Any:
    """As `socket.getaddrinfo`."""
    _lose_if_outside(host)
    return _resolve(host, *args, **more)


def connect(self: Any, address: Any) -> Any:
    """As `socket.connect`."""
    if isinstance(address, tuple):
        _lose_if_outside(address[0])
    return _connect(self, address)


def connect_ex(self: Any, address: Any) -> Any:
    """As `socket.connect_ex`."""
    if isinstance(address, tuple):
        _lose_if_outside(address[0])
    return _connect_ex(self, address)


socket.getaddrinfo = getaddrinfo
_socket.connect, _socket.connect_ex = connect, connect_ex
