"""The app as it is, served with one address more that tells what it holds: threads and tasks.

uvicorn tests.benchmarks.watched_app:app
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections import Counter
from typing import Any

from app import app as _served

HELD_PATH = "/held-by-this-process"
_NUMBER = re.compile(r"[-_ ]*\d+|\(.*\)")


async def app(scope: Any, receive: Any, send: Any) -> None:
    """An ASGI app around the app."""
    if scope["type"] != "http" or scope["path"] != HELD_PATH:
        await _served(scope, receive, send)
        return
    body = json.dumps({"threads": _threads(), "tasks": _tasks()}).encode()
    headers = [(b"content-type", b"application/json")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _threads() -> dict[str, int]:
    """How many there are of each name, but for its numbers."""
    return Counter(_NUMBER.sub("", thread.name) for thread in threading.enumerate())


def _tasks() -> dict[str, int]:
    """How many there are of each coroutine."""
    return Counter(getattr(task.get_coro(), "__qualname__", "?") for task in asyncio.all_tasks())
