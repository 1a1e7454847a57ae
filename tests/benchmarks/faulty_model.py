"""A picture model on its usual days: slow, now and then busy, and sometimes its answer is cut."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from tests.adapters.bedrock_replies import (
    Behaviour,
    Reply,
    cut,
    ok,
    slow,
    throttled,
    unavailable,
)
from tests.benchmarks.soak_facts import Call, Gives

USUAL_S, SLOW_S, REFUSED_S = (1.0, 3.0), (6.0, 12.0), (0.05, 0.3)
_CHANCES: tuple[tuple[float, Behaviour, Gives, tuple[float, float]], ...] = (
    (0.08, throttled, "nothing", REFUSED_S),
    (0.03, unavailable, "nothing", REFUSED_S),
    (0.01, cut("before_headers"), "half a picture", USUAL_S),
    (0.01, cut("mid_body"), "half a picture", USUAL_S),
    (0.01, cut("reset_mid_body"), "half a picture", USUAL_S),
    (0.05, ok, "picture", SLOW_S),
)
"""How often, what, whether it is paid for, and after how many seconds; else it is well."""


@dataclass
class FaultyModel:
    """A behaviour of the stand-in that notes each call.

    Attributes:
        server: Who asks.
        dice: What goes wrong, and how long it takes.
        calls: So far.
    """

    server: str
    dice: random.Random
    calls: list[Call] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, body: dict[str, Any]) -> Reply:
        with self._lock:
            what, gives, delay_s = self._chosen()
        reply = slow(delay_s, what)(body)
        now_s = time.monotonic()
        self.calls.append(Call(self.server, body["seed"], now_s, now_s + delay_s, gives))
        return reply

    def _chosen(self) -> tuple[Behaviour, Gives, float]:
        chance = self.dice.random()
        for part, what, gives, between_s in _CHANCES:
            if chance < part:
                return what, gives, self.dice.uniform(*between_s)
            chance -= part
        return ok, "picture", self.dice.uniform(*USUAL_S)

    @property
    def is_asked(self) -> bool:
        """Whether somebody waits for a picture for a while yet."""
        now_s = time.monotonic() + 0.3
        return any(call.gives == "picture" and call.ends_s > now_s for call in self.calls)
