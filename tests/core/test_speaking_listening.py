"""What somebody says in a recording, as samples for recognisers; and nothing where nobody does."""

from __future__ import annotations

import sys

import pytest

from imagespeak_core.speaking.errors import NotSoundError, TooLargeSoundError, TooLongSoundError
from imagespeak_core.speaking.sound import examine, listen
from imagespeak_core.speaking.sound.examining import Examiner
from imagespeak_core.speaking.sound.listening import listen_by
from imagespeak_core.speaking.sound.voice import AROUND_S, CHUNK_S
from tests.core.sound_files import (
    SPOKEN,
    file_of,
    pink_noise,
    sample,
    samples_of,
    silence,
    wav_file,
)
from tests.for_each import for_each

SECOND_BYTES = 32_000
SPEECH = (
    '"speech": {"length_s": 1, "heard": %s, "speaking_s": 1, "pauses": 0, "longest_pause_s": 0}'
)


@for_each("name", SPOKEN)
def test_it_counts_as_what_is_kept_and_leaves_long_silences_out(name: str) -> None:
    length_s, speaking_s, pauses, _ = SPOKEN[name]
    heard = listen(sample(name), max_s=180, max_bytes=20_000_000)
    assert heard.speech == examine(sample(name), max_s=180, max_bytes=20_000_000).speech
    spoken_s = len(heard.samples) / SECOND_BYTES
    around_s = (pauses + 1) * 2 * (AROUND_S + CHUNK_S)
    assert speaking_s * 0.9 < spoken_s < min(length_s, speaking_s * 1.08 + 4 * around_s)


def test_the_samples_are_those_of_the_recording_in_their_order() -> None:
    talk = samples_of(sample("talk.webm"))
    padded = silence(4) + talk[: 4 * SECOND_BYTES] + silence(4)
    heard = listen(wav_file(padded), max_s=180, max_bytes=20_000_000)
    start = padded.index(heard.samples[: SECOND_BYTES // 2].lstrip(b"\0"))
    assert start > 3 * SECOND_BYTES
    assert len(heard.samples) < 5 * SECOND_BYTES


def test_at_both_ends_there_may_be_nothing_around() -> None:
    talk = samples_of(sample("talk.webm"))
    speech = listen(wav_file(talk), max_s=180, max_bytes=20_000_000).samples
    again = listen(wav_file(speech), max_s=180, max_bytes=20_000_000)
    assert again.speech.heard
    assert len(again.samples) <= len(speech)


def test_where_nobody_speaks_there_are_no_samples() -> None:
    for nobody in (silence(3), pink_noise(3)):
        heard = listen(file_of("webm", nobody), max_s=180, max_bytes=20_000_000)
        assert (heard.speech.heard, heard.samples) == (False, b"")


def test_limits_and_other_files_are_as_for_what_is_kept() -> None:
    with pytest.raises(NotSoundError):
        listen(b"There is a dog.", max_s=180, max_bytes=20_000_000)
    with pytest.raises(TooLargeSoundError):
        listen(sample("talk.webm"), max_s=180, max_bytes=100)
    with pytest.raises(TooLongSoundError):
        listen(sample("talk.webm"), max_s=5, max_bytes=20_000_000)


BROKEN = {
    "half a sample": ("true", b"123"),
    "speech without samples": ("true", b""),
    "samples without speech": ("false", b"12"),
}


@for_each("name", BROKEN)
def test_a_process_that_makes_no_sense_is_a_sentence(name: str) -> None:
    heard, samples = BROKEN[name]
    line = '{"is": "sound", ' + SPEECH % heard + "}\n"
    code = f"import sys; sys.stdout.buffer.write({line.encode() + samples!r})"
    examiner = Examiner(command=lambda max_s, cpu_s: [sys.executable, "-c", code], wall_s=30)
    with pytest.raises(NotSoundError):
        listen_by(examiner, wav_file(silence(1)), max_s=180, max_bytes=20_000_000)
