"""Port: a sentence in, a voice that says it out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

SoundType = Literal["audio/mpeg", "audio/wav"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence as sound.

    Attributes:
        content: The whole file.
        content_type: What it is.
    """

    content: bytes
    content_type: SoundType


class Voice(Protocol):
    """Reads sentences aloud. Safe to call from several threads at once."""

    @property
    def name(self) -> str:
        """Which voice it is: the same name says the same sentence in the same way.

        Letters, digits and hyphens.
        """
        ...

    def price_usd(self, sentence: str) -> Decimal:
        """What saying it costs; 0 where it costs nothing. Asks nobody."""
        ...

    def speak(self, sentence: str) -> Spoken:
        """Say it.

        Args:
            sentence: English, at most `MAX_SENTENCE_LENGTH` characters.

        Raises:
            VoiceUnreadyError: Libraries, rights or settings are missing; nothing was paid.
            VoiceBusyError: Too many requests; nothing was paid.
            VoiceError: It failed otherwise.
        """
        ...


MAX_SENTENCE_LENGTH = 400
