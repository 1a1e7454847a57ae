"""Any container that recorders make → samples, by PyAV: only in a process of its own.

What decodes counts: a recording that was cut, or whose header says nothing of its length, is one
up to where it ends.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

import av
import av.subtitles.codeccontext  # PyAV loads them when a file is opened, and then it is too late
import av.subtitles.stream
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet

from imagespeak_core.speaking.sound.containers import Container
from imagespeak_core.speaking.sound.wav import SAMPLE_BYTES, SAMPLE_RATE_HZ

_CODECS = frozenset(
    "opus libopus vorbis aac mp3 mp3float alac flac speex libspeex wmav1 wmav2 wmapro wmavoice "
    "amrnb amrwb libopencore_amrnb libopencore_amrwb gsm_ms adpcm_ms adpcm_ima_wav adpcm_ima_qt "
    "pcm_u8 pcm_s8 pcm_alaw pcm_mulaw pcm_s16le pcm_s16be pcm_s24le pcm_s24be pcm_s32le pcm_s32be "
    "pcm_f32le pcm_f32be pcm_f64le pcm_f64be".split()
)
"""Decoders of what recorders and phones make; none of FFmpeg's other hundreds is ever tried."""

_RATES_HZ = range(4_000, 384_001)
_MOST_CHANNELS = 8
_MOST_STREAMS = 16
_LEAST_S = 0.1
_LOOKED_AT_BYTES = 2_000_000
"""How far FFmpeg may look for what a file has in it, before a sample is decoded."""


class NothingDecodedError(Exception):
    """There is no sound in the file."""


class LongerError(Exception):
    """There is more of it than is wanted."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """What of a file is sound.

    Attributes:
        samples: 16 bits, one channel, `SAMPLE_RATE_HZ`.
        codec: In which it was, by FFmpeg's name.
        alone: Whether there is nothing in the file beside it.
        whole: Whether all of it could be decoded, but perhaps for its last piece.
    """

    samples: bytearray
    codec: str
    alone: bool
    whole: bool


def decode(content: bytes, container: Container, *, max_s: float) -> Decoded:
    """The first sound in a file.

    Raises:
        NothingDecodedError: Not a tenth of a second of it can be decoded.
        LongerError: It is longer than `max_s` seconds; it was decoded up to there.
    """
    try:
        with _opened(content, container) as file:
            decoded = _decoded(file, max_s)
    except (av.FFmpegError, ValueError, OverflowError, MemoryError) as exc:
        raise NothingDecodedError from exc
    if len(decoded.samples) < _LEAST_S * SAMPLE_RATE_HZ * SAMPLE_BYTES:
        raise NothingDecodedError
    return decoded


def _opened(content: bytes, container: Container) -> InputContainer:
    """Nothing but the content is opened, whatever address is in it."""
    return av.open(
        io.BytesIO(content),
        mode="r",
        format=container.demuxer,
        metadata_errors="replace",
        container_options={
            "protocol_whitelist": "none",
            "format_whitelist": "matroska,webm,mov,mp4,m4a,3gp,3g2,mj2,ogg,wav,caf,flac,amr,asf,"
            "aiff,mp3,aac",
            "codec_whitelist": ",".join(sorted(_CODECS)),
            "probesize": str(_LOOKED_AT_BYTES),
            "max_streams": str(_MOST_STREAMS),
        },
    )


def _decoded(file: InputContainer, max_s: float) -> Decoded:
    stream, codec = _first_sound(file)
    stream.codec_context.thread_count = 1
    reading = _Reading(file, stream)
    samples = bytearray()
    most = int(max_s * SAMPLE_RATE_HZ) * SAMPLE_BYTES
    for piece in reading.samples():
        samples += piece
        if len(samples) > most:
            raise LongerError
    return Decoded(samples, codec, len(file.streams) == 1, reading.lost <= 1)


def _first_sound(file: InputContainer) -> tuple[AudioStream, str]:
    """The first stream of sound that we decode, and the name of its codec."""
    for stream in file.streams.audio:
        codec = getattr(stream.codec_context, "codec", None)  # no context: FFmpeg doesn't know it
        if codec is not None and codec.name in _CODECS:
            return stream, codec.canonical_name
    raise NothingDecodedError


class _Reading:
    """One sound's frames, all in one form whatever they were in.

    Attributes:
        lost: Pieces that could not be read so far.
    """

    def __init__(self, file: InputContainer, stream: AudioStream) -> None:
        self._packets = file.demux(stream)
        self._form: tuple[str, str, int] | None = None
        self._resampler = _new_resampler()
        self.lost = 0

    def samples(self) -> Iterator[bytes]:
        for frame in self._frames():
            form = (frame.format.name, frame.layout.name, frame.sample_rate)
            if form != self._form:
                yield from self._resampled(None)
                self._resampler, self._form = _new_resampler(), form
            yield from self._resampled(frame)
        yield from self._resampled(None)

    def _frames(self) -> Iterator[AudioFrame]:
        while packet := self._next_packet():
            try:
                frames = packet.decode()
            except av.InvalidDataError:
                self.lost += 1
                continue
            for frame in frames:
                if frame.sample_rate in _RATES_HZ and frame.layout.nb_channels <= _MOST_CHANNELS:
                    yield frame
                else:
                    self.lost += 1

    def _next_packet(self) -> Packet[AudioStream] | None:
        try:
            return next(self._packets, None)
        except av.FFmpegError:
            self.lost += 1
            return None

    def _resampled(self, frame: AudioFrame | None) -> Iterator[bytes]:
        for piece in self._resampler.resample(frame):
            yield bytes(piece.planes[0])[: piece.samples * SAMPLE_BYTES]


def _new_resampler() -> AudioResampler:
    return AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE_HZ)
