"""A file in, what somebody says in it out, as samples: what recognisers are given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from imagespeak_core.speaking.sound.examining import Examiner, listening_command, no_sound
from imagespeak_core.speaking.sound.wav import SAMPLE_BYTES
from imagespeak_core.speaking.speech import Speech


@dataclass(frozen=True, slots=True)
class Heard:
    """What is said in a recording.

    Attributes:
        samples: 16 kHz, mono, 16 bits signed, little-endian: the parts in which somebody speaks,
            with a little around each, one after the other; empty where nobody does.
        speech: What was counted.
    """

    samples: bytes
    speech: Speech


def listen(content: bytes, *, max_s: float, max_bytes: int) -> Heard:
    """What somebody says in a file, which anybody may have sent. Nothing of it is stored.

    It takes about as long as `examine`, raises the same, and also is for threads.
    """
    return listen_by(_examiner(), content, max_s=max_s, max_bytes=max_bytes)


def listen_by(examiner: Examiner, content: bytes, *, max_s: float, max_bytes: int) -> Heard:
    """The same by an examiner whose processes send samples."""
    told, samples = examiner.answer(content, max_s=max_s, max_bytes=max_bytes)
    if bool(samples) != told.speech.heard or len(samples) % SAMPLE_BYTES:
        raise no_sound()
    return Heard(samples, told.speech)


@cache
def _examiner() -> Examiner:
    """The process's own; who keeps a recording never waits for whoever wants a draft."""
    return Examiner(command=listening_command)
