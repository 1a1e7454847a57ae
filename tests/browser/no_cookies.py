"""A browser that keeps nothing of a site: no cookie, and no storage."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tests.browser.app_server import HOST

_SET, _LOST = b"\r\nset-cookie:", b"\r\nlost-cookie:"
_MOST_BYTES = 65_536

NO_STORAGE = """(() => {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, {
      get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
    });
})()"""
"""A script that takes away what goes together with cookies where somebody blocks them."""


@contextmanager
def without_cookies(port: int) -> Iterator[str]:
    """An address that leads to the server of this port, and never brings a cookie from there."""
    with socket.create_server((HOST, 0)) as door:
        threading.Thread(target=_let_in, args=(door, port), daemon=True).start()
        yield f"http://{HOST}:{door.getsockname()[1]}"


def _let_in(door: socket.socket, port: int) -> None:
    with suppress(OSError):  # the door is closed
        while True:
            visitor, _ = door.accept()
            threading.Thread(target=_lead, args=(visitor, port), daemon=True).start()


def _lead(visitor: socket.socket, port: int) -> None:
    with visitor, suppress(OSError), socket.create_connection((HOST, port)) as server:
        back = threading.Thread(target=_pass_on, args=(server, visitor), daemon=True)
        back.start()
        _pass_on(visitor, server)
        back.join()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while content := source.recv(_MOST_BYTES):
            target.sendall(content.replace(_SET, _LOST))
    for one in (source, target):
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
