"""Ports: a learner's speech in, a first draft of the words out. A draft is never the truth."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Final, Literal, Protocol

SURE_FROM: Final = 0.8
"""A word is sure from this probability on: of those nine in ten were right, of all others fewer.
Read learners' speech (speechocean762), Whisper base, November 2026."""

HeardBy = Literal["browser", "local", "transcribe"]
"""Who wrote a draft."""


@dataclass(frozen=True, slots=True)
class DraftWord:
    """A word as it was recognised.

    Attributes:
        text: With its punctuation, without spaces around it.
        is_sure: Its probability is at least `SURE_FROM`.
    """

    text: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """What was recognised, in its order; no words where nothing was."""

    words: tuple[DraftWord, ...]

    @property
    def text(self) -> str:
        """All of it, with spaces between the words."""
        return " ".join(word.text for word in self.words)


class SoundRecogniser(Protocol):
    """Samples in, draft out. Safe to call from several threads; they wait for each other."""

    @property
    def max_parallel(self) -> int:
        """How many calls at once make sense."""
        ...

    def recognise(self, samples: bytes) -> Draft:
        """What is said.

        Args:
            samples: 16 kHz, mono, 16 bits signed, little-endian; somebody speaks in them.

        Raises:
            RecogniserUnreadyError: Libraries or model are not there, or not those expected.
            RecogniserError: It failed otherwise.
        """
        ...


class RecordingRecogniser(Protocol):
    """A recording that is kept in, draft out; every call is paid for."""

    def price_usd(self, length_s: float) -> Decimal:
        """What a recording of so many seconds costs. Asks nobody."""
        ...

    def recognise(
        self,
        sound_name: str,
        *,
        mark: str,
        keep: Callable[[Draft], None],
        ended: threading.Event,
    ) -> Draft:
        """What is said in a recording. It takes about as long as the recording, at least 10 s.

        The same recording is not paid for again while it is being listened to.

        Args:
            sound_name: The full name of its sound in the store.
            mark: Another one for another recording that may have the same name later.
            keep: Called with the draft before the service's copies are deleted. Where it raises,
                they stay: whoever asks again reads them for nothing. What it raises goes on.
            ended: Nobody waits any more from when it is set.

        Raises:
            RecogniserUnreadyError: Rights or settings are missing; nothing was paid.
            RecogniserBusyError: Too many requests; nothing was paid.
            RecogniserError: It failed otherwise, and may have been paid; `is_begun` where it takes
                long, or can't be looked for or fetched.
        """
        ...

    def forget(self, sound_name: str, *, mark: str) -> None:
        """Delete the service's copies where a draft was kept only later; what fails is logged.

        Args:
            sound_name: As it was given to `recognise`.
            mark: Likewise.
        """
        ...

    def delete_left(self, now: datetime) -> int:
        """Delete what others left at the service an hour ago or earlier; gives how many.

        Args:
            now: Aware.

        Raises:
            RecogniserError: By subclass; nothing, or not all, was deleted.
        """
        ...
