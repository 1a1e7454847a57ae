"""A voice that implements the port, and says what it is told to."""

from __future__ import annotations

import threading
from collections import deque
from decimal import Decimal

from imagespeak_core.voices.base import SoundType, Spoken

SENTENCE = "On the left there is a woman with a red umbrella."
_LONGEST_WAIT_S = 30


class FakeVoice:
    """Says each sentence as its own bytes, or raises what it was told to.

    Attributes:
        said: The sentences so far.
        gate: A call waits for it; open from the start.
        called: Released once by each call when it begins.
    """

    def __init__(
        self,
        *script: Exception,
        price: str = "0",
        kind: SoundType = "audio/wav",
        name: str = "fake-voice",
    ) -> None:
        self.said: list[str] = []
        self.gate = threading.Event()
        self.gate.set()
        self.called = threading.Semaphore(0)
        self._price = Decimal(price)
        self._kind: SoundType = kind
        self._name = name
        self._script = deque(script)

    @property
    def name(self) -> str:
        return self._name

    def price_usd(self, sentence: str) -> Decimal:
        return self._price * len(sentence)

    def speak(self, sentence: str) -> Spoken:
        self.said.append(sentence)
        self.called.release()
        if not self.gate.wait(_LONGEST_WAIT_S):
            raise AssertionError("nobody opened the gate")
        if self._script:
            raise self._script.popleft()
        return Spoken(sound_of(sentence), self._kind)


def sound_of(sentence: str) -> bytes:
    """What a `FakeVoice` says."""
    return b"sound of " + sentence.encode()


def paid_voice(*script: Exception, name: str = "fake-paid") -> FakeVoice:
    """One that costs a thousandth of a dollar a character."""
    return FakeVoice(*script, price="0.001", kind="audio/mpeg", name=name)
