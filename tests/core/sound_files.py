"""Files with sound in them: what browsers and phones record, and what others send."""

from __future__ import annotations

import io
import math
import random
import wave
from array import array
from fractions import Fraction
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.container import OutputContainer
from av.video.stream import VideoStream

SAMPLES = Path(__file__).parent / "samples"
"""Sentences of ours, spoken by espeak-ng; two of them recorded by Chromium's own recorder."""

SPOKEN = {
    "talk.webm": (16.07, 9.47, 2, 2.5),
    "noisy_talk.ogg": (8.95, 5.5, 1, 1.8),
    "recorded_by_chromium.webm": (7.26, 4.2, 1, 1.5),
    "recorded_by_chromium.mp4": (7.18, 4.2, 1, 1.5),
}
"""Seconds, of these with speech, pauses of a second or more, the longest of them."""

RATE_HZ = 16_000

KINDS: dict[str, tuple[str, str, int, dict[str, str], str]] = {
    "webm": ("webm", "libopus", 48_000, {}, "webm"),
    "webm without length": ("webm", "libopus", 48_000, {"live": "1"}, "webm"),
    "mp4": ("mp4", "aac", 44_100, {}, "mp4"),
    "mp4 in pieces": ("mp4", "aac", 44_100, {"movflags": "frag_keyframe+empty_moov"}, "mp4"),
    "mp4 with opus": ("mp4", "libopus", 48_000, {"movflags": "frag_keyframe+empty_moov"}, "mp4"),
    "m4a": ("ipod", "aac", 44_100, {}, "mp4"),
    "ogg": ("ogg", "libopus", 48_000, {}, "ogg"),
    "wav": ("wav", "pcm_s16le", 44_100, {}, "wav"),
    "wav of a telephone": ("wav", "pcm_alaw", 8_000, {}, "made"),
    "mkv": ("matroska", "libopus", 48_000, {}, "made"),
    "mp3": ("mp3", "libmp3lame", 44_100, {}, "made"),
    "mp3 without a tag": ("mp3", "libmp3lame", 44_100, {"id3v2_version": "0"}, "made"),
    "3gp": ("3gp", "aac", 16_000, {}, "made"),
    "3gp with amr": ("3gp", "libopencore_amrnb", 8_000, {}, "made"),
    "amr": ("amr", "libopencore_amrnb", 8_000, {}, "made"),
    "aac": ("adts", "aac", 44_100, {}, "made"),
    "caf": ("caf", "pcm_s16be", 44_100, {}, "made"),
    "flac": ("flac", "flac", 44_100, {}, "made"),
    "ogg with flac": ("ogg", "flac", 44_100, {}, "made"),
    "aiff": ("aiff", "pcm_s16be", 44_100, {}, "made"),
    "alac": ("ipod", "alac", 44_100, {}, "made"),
    "mov": ("mov", "aac", 44_100, {}, "made"),
    "wma": ("asf", "wmav2", 44_100, {}, "made"),
}
"""Muxer, encoder, rate in Hz, options; and as what it is kept, "made" where as another file."""


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def samples_of(content: bytes) -> bytes:
    """The sound in a file as 16 bits, one channel, `RATE_HZ`."""
    resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE_HZ)
    with av.open(io.BytesIO(content), mode="r") as file:
        pieces = [piece for frame in file.decode(audio=0) for piece in resampler.resample(frame)]
    return b"".join(bytes(piece.planes[0])[: piece.samples * 2] for piece in pieces)


def wav_file(samples: bytes, *, rate_hz: int = RATE_HZ, channels: int = 1) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(samples)
    return out.getvalue()


def file_of(kind: str, samples: bytes, *, with_video: bool = False) -> bytes:
    """The samples in one of `KINDS`."""
    muxer, encoder, rate_hz, options, _ = KINDS[kind]
    out = io.BytesIO()
    with av.open(out, mode="w", format=muxer, options=options) as file:
        film = _film(file) if with_video else None
        stream = file.add_stream(encoder, rate=rate_hz, layout="mono")
        assert isinstance(stream, AudioStream)
        if encoder.startswith("wma"):
            stream.bit_rate = 64_000
        resampler = av.AudioResampler(
            format=stream.codec_context.format.name, layout="mono", rate=rate_hz
        )
        if film:
            _black(film, file)
        with av.open(io.BytesIO(wav_file(samples)), mode="r") as source:
            for frame in [*source.decode(audio=0), None]:
                for piece in resampler.resample(frame):
                    file.mux(stream.encode(piece))
        file.mux(stream.encode(None))
    return out.getvalue()


def _film(file: OutputContainer) -> VideoStream:
    film = file.add_stream("libvpx" if file.format.name == "webm" else "mpeg4", rate=10)
    film.width = film.height = 64
    film.pix_fmt = "yuv420p"
    return film


def _black(film: VideoStream, file: OutputContainer) -> None:
    """A second of it."""
    for at in range(10):
        frame = av.VideoFrame(64, 64, "yuv420p")
        frame.pts, frame.time_base = at, Fraction(1, 10)
        file.mux(film.encode(frame))
    file.mux(film.encode(None))


def _sixteen_bits(values: list[float]) -> bytes:
    loudest = max(map(abs, values)) or 1.0
    return array("h", [int(value / loudest * 9_000) for value in values]).tobytes()


def silence(seconds: float) -> bytes:
    return bytes(int(seconds * RATE_HZ) * 2)


def white_noise(seconds: float) -> bytes:
    dice = random.Random("white")
    return _sixteen_bits([dice.gauss(0, 1) for _ in range(int(seconds * RATE_HZ))])


def pink_noise(seconds: float) -> bytes:
    """By slower and slower dice that are added up."""
    dice = random.Random("pink")
    rows = [0.0] * 12
    values = []
    for at in range(int(seconds * RATE_HZ)):
        for row in range(12):
            if at % (1 << row) == 0:
                rows[row] = dice.gauss(0, 1)
        values.append(sum(rows))
    return _sixteen_bits(values)


def hum(seconds: float) -> bytes:
    times = (at / RATE_HZ for at in range(int(seconds * RATE_HZ)))
    return _sixteen_bits(
        [sum(math.sin(2 * math.pi * 50 * k * t) / k for k in range(1, 8)) for t in times]
    )


def key_clicks(seconds: float) -> bytes:
    dice = random.Random("keys")
    values = [0.0] * int(seconds * RATE_HZ)
    at = 0
    while at < len(values):
        length = dice.randrange(80, 500)
        for step in range(min(length, len(values) - at)):
            values[at + step] += dice.gauss(0, 1) * math.exp(-4 * step / length)
        at += int(dice.uniform(0.05, 0.4) * RATE_HZ)
    return _sixteen_bits(values)


def _tone(frequency_hz: float, seconds: float, overtones: int) -> list[float]:
    return [
        math.exp(-2 * at / RATE_HZ)
        * sum(
            math.sin(2 * math.pi * frequency_hz * k * at / RATE_HZ) / k
            for k in range(1, overtones + 1)
        )
        for at in range(int(seconds * RATE_HZ))
    ]


def melody(seconds: float, *, overtones: int = 6, lowest: int = 48) -> bytes:
    """Notes of a major scale, as a piano's, or a flute's with one overtone alone."""
    dice = random.Random(f"melody {overtones} {lowest}")
    values: list[float] = []
    while len(values) < seconds * RATE_HZ:
        note = lowest + 12 * dice.randrange(2) + dice.choice((0, 2, 4, 5, 7, 9, 11))
        length = dice.choice((0.2, 0.4, 0.8))
        values += _tone(440 * 2 ** ((note - 69) / 12), length, overtones)
    return _sixteen_bits(values)


def chords(seconds: float) -> bytes:
    dice = random.Random("chords")
    values: list[float] = []
    while len(values) < seconds * RATE_HZ:
        root = dice.randrange(45, 60)
        notes = [_tone(440 * 2 ** ((root + k - 69) / 12), 0.8, 5) for k in (0, 4, 7, 12)]
        values += [sum(together) for together in zip(*notes, strict=True)]
    return _sixteen_bits(values)


def drums(seconds: float) -> bytes:
    dice = random.Random("drums")
    values = [0.0] * int(seconds * RATE_HZ)
    for beat, start in enumerate(range(0, len(values) - 4_000, RATE_HZ // 4)):
        for at in range(3_200):
            t = at / RATE_HZ
            pitch = 50 + 80 * math.exp(-30 * t)
            deep = math.sin(2 * math.pi * pitch * t) * math.exp(-15 * t)
            values[start + at] += dice.gauss(0, 0.6) * math.exp(-25 * t) if beat % 2 else deep
    return _sixteen_bits(values)
