"""Port: a sentence in, a voice that says it out; and what a sentence is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

SoundType = Literal["audio/mpeg", "audio/wav"]

MAX_SENTENCE_LENGTH = 400


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


def plain_sentence(text: str) -> str:
    """A text as it is said: its words with single spaces between.

    Raises:
        ValueError: Nothing is left, it is longer than `MAX_SENTENCE_LENGTH`, or no Unicode.
    """
    sentence = " ".join(text.split())
    if not 0 < len(sentence) <= MAX_SENTENCE_LENGTH:
        raise ValueError(f"A sentence has 1 to {MAX_SENTENCE_LENGTH} characters.")
    if any("\ud800" <= character <= "\udfff" for character in sentence):
        raise ValueError("In this sentence is half a character, which nobody can say.")
    return sentence
