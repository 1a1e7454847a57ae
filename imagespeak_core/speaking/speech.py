"""What was counted in a recording, without knowing a word of it."""

from __future__ import annotations

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
    """

    length_s: float
    heard: bool = False
    speaking_s: float = 0.0
    pauses: int = 0
    longest_pause_s: float = 0.0
