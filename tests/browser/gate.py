"""A model that is as slow as the test needs it, without a clock."""

from __future__ import annotations

import threading
from typing import Any

from tests.adapters.bedrock_replies import Behaviour, Reply, ok

LIMIT_S = 100


class Gate:
    """Behaviour of the stand-in: it answers when the gate is opened."""

    def __init__(self, then: Behaviour = ok) -> None:
        self._then = then
        self._called = threading.Event()
        self._opened = threading.Event()

    def __call__(self, body: dict[str, Any]) -> Reply:
        self._called.set()
        self._opened.wait(LIMIT_S)
        return self._then(body)

    def wait_for_call(self) -> None:
        assert self._called.wait(LIMIT_S), "the model was not called"

    def open(self) -> None:
        self._opened.set()
