"""What was counted in the newest recording, by whoever listened to it."""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.speaking.attempt import SpeechFrom
from imagespeak_core.speaking.speech import Speech
from pages.components.speaking import speaking_memory


@dataclass(frozen=True, slots=True)
class Heard:
    """What was counted in a sound, if there is one.

    Attributes:
        speech: What was counted; None: nobody spoke yet.
        speech_from: Who listened; None likewise.
        recording: The stem of the recording, where it is kept.
    """

    speech: Speech | None = None
    speech_from: SpeechFrom | None = None
    recording: str | None = None


def now() -> Heard:
    """What is known of the recording that the recorder has: by us once it is kept."""
    speech, stem = speaking_memory.HEARD.get(), speaking_memory.KEPT_RECORDING.get()
    if speech is None:
        return Heard()
    return Heard(speech, "recording", stem) if stem else Heard(speech, "browser")
