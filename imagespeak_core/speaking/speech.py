"""What was counted in a recording, without knowing a word of it."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speech:
    """How long somebody spoke. Whole seconds and counts are true; nothing finer is.

    Attributes:
        length_s: Of the whole recording.
        heard: Whether anybody spoke; false for silence, noise and music: all below is 0 then.
        speaking_s: Seconds with speech.
        pauses: Of a second or more, between the first and the last speech.
        longest_pause_s: Of these, 0 without any.

    Raises:
        ValueError: A number is below 0, or none at all.
    """

    length_s: float
    heard: bool = False
    speaking_s: float = 0.0
    pauses: int = 0
    longest_pause_s: float = 0.0

    def __post_init__(self) -> None:
        numbers = (self.length_s, self.speaking_s, self.pauses, self.longest_pause_s)
        if not all(math.isfinite(number) and number >= 0 for number in numbers):
            raise ValueError("What was counted can't be.")
