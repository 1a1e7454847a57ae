"""What a file is, by its first bytes: never by its name, nor by what its sender says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imagespeak_core.speaking.keys import Ending

_PLAYED: dict[Ending, frozenset[str]] = {
    "webm": frozenset({"opus", "vorbis"}),
    "mp4": frozenset({"aac", "opus"}),
    "ogg": frozenset({"opus", "vorbis"}),
    "wav": frozenset({"pcm_u8", "pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_f32le"}),
}
"""What browsers play in each."""

_HEAD_BYTES = 64
_ID3_HEADER_BYTES = 10
_WAV_SIZE = slice(4, 8)


@dataclass(frozen=True, slots=True)
class Container:
    """A kind of file.

    Attributes:
        demuxer: What reads it: the short name of one of FFmpeg's demuxers.
        ending: As which it may be kept as it is; None where browsers don't make or play it.
    """

    demuxer: str
    ending: Ending | None = None

    def plays(self, codec: str) -> bool:
        """Whether browsers play a sound of this codec in it."""
        return self.ending is not None and codec in _PLAYED[self.ending]


def container_of(content: bytes) -> Container | None:
    """What a file is; None where it can't be sound, or is nothing that recorders make."""
    head = content[:_HEAD_BYTES]
    if head.startswith(b"\x1aE\xdf\xa3"):
        return Container("matroska", "webm" if b"webm" in head else None)
    if head[4:8] == b"ftyp":
        return Container("mov", None if head[8:10] in {b"3g", b"qt"} else "mp4")
    if head.startswith(b"OggS"):
        return Container("ogg", "ogg")
    if head[8:12] == b"WAVE" and head.startswith((b"RIFF", b"RF64")):
        return Container("wav", "wav" if _tells_its_size(content) else None)
    return _of_others(content)


def _tells_its_size(content: bytes) -> bool:
    """Whether a WAV says truly how long it is: players go by that."""
    return int.from_bytes(content[_WAV_SIZE], "little") + _WAV_SIZE.stop == len(content)


_STARTS = {
    b"caff": "caf",
    b"fLaC": "flac",
    b"#!AMR": "amr",
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11": "asf",
}


def _of_others(content: bytes) -> Container | None:
    head = content[:_HEAD_BYTES]
    for start, demuxer in _STARTS.items():
        if head.startswith(start):
            return Container(demuxer)
    if head.startswith(b"FORM") and head[8:12] in {b"AIFF", b"AIFC"}:
        return Container("aiff")
    if head.startswith(b"ID3"):
        return Container(_frames_of(content[_after_tag(head) :]) or "mp3")
    frames = _frames_of(head)
    return Container(frames) if frames else None


def _after_tag(head: bytes) -> int:
    """Where an ID3 tag ends: its length stands in four bytes of seven bits.

    https://id3.org/id3v2.4.0-structure (2026-11)
    """
    length = 0
    for seven_bits in head[6:_ID3_HEADER_BYTES]:
        length = length << 7 | seven_bits & 0x7F
    return _ID3_HEADER_BYTES + length


def _frames_of(content: bytes) -> str:
    """What begins with a frame instead of a header: both kinds do so with eleven set bits."""
    if len(content) < 4 or content[0] != 0xFF:
        return ""
    if content[1] & 0xF6 == 0xF0:
        return "aac"
    return "mp3" if content[1] & 0xE6 == 0xE2 and content[1] & 0x18 != 0x08 else ""
