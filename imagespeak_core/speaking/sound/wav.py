"""Samples as a file that every browser plays."""

from __future__ import annotations

import struct

SAMPLE_RATE_HZ = 16_000
"""Enough for speech, and what voice detection wants."""

SAMPLE_BYTES = 2
HEADER_BYTES = 44


def wav_of(samples: bytes | bytearray) -> bytes:
    """A WAV of 16-bit samples, one channel, `SAMPLE_RATE_HZ`."""
    return (
        struct.pack(
            "<4sI4s4sIHHIIHH4sI",
            b"RIFF",
            HEADER_BYTES - 8 + len(samples),
            b"WAVE",
            b"fmt ",
            16,
            1,
            1,
            SAMPLE_RATE_HZ,
            SAMPLE_RATE_HZ * SAMPLE_BYTES,
            SAMPLE_BYTES,
            8 * SAMPLE_BYTES,
            b"data",
            len(samples),
        )
        + samples
    )
