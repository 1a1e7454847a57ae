"""What every voice promises, as tests. A kind of voice is a subclass with a `voice` fixture."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from decimal import Decimal

import av
import pytest

from imagespeak_core.voices.base import MAX_SENTENCE_LENGTH, Voice
from imagespeak_core.voices.errors import VoiceError
from tests.for_each import for_each
from tests.voice_rig import SENTENCE

WANTED = [
    SENTENCE,
    "There are three dogs.",
    "It looks as if it’s going to rain – “really”?",
    "The bus No. 27 costs $3.50 & leaves at 7:45.",
]
ODD = {
    "longest": ("a cat and " * 100)[:MAX_SENTENCE_LENGTH],
    "no spaces": "a" * MAX_SENTENCE_LENGTH,
    "one sign": "?",
    "other scripts": "Příliš žluťoučký kůň, 湖畔の森, غابة",
    "beyond the basic plane": "🦊🌅 𓆏",
    "markup": "<speak><break time='9s'/>&amp;</speak> <![CDATA[ ]]> %s {0}",
    "control characters": "a\x00b\x1b\x08c\x7f\ufffe\u202e",
}


def seconds_of(content: bytes) -> float:
    """How long a file of sound lasts, all of it decoded."""
    with av.open(io.BytesIO(content), "r") as container:
        frames = container.decode(audio=0)
        return sum(frame.samples / (frame.sample_rate or 1) for frame in frames)


class VoiceContract:
    """The suite."""

    @pytest.fixture
    def voice(self) -> Voice:
        raise NotImplementedError

    @for_each("sentence", WANTED)
    def test_a_sentence_is_a_whole_file_of_its_kind(self, voice: Voice, sentence: str) -> None:
        spoken = voice.speak(sentence)
        beginnings = {"audio/wav": (b"RIFF",), "audio/mpeg": (b"ID3", b"\xff")}
        assert spoken.content.startswith(beginnings[spoken.content_type])
        assert 0.3 < seconds_of(spoken.content) < 30

    def test_the_same_sentence_is_said_in_the_same_way(self, voice: Voice) -> None:
        heard = voice.speak(SENTENCE)
        assert voice.speak(WANTED[1]) != heard
        assert voice.speak(SENTENCE) == heard

    def test_its_name_can_stand_in_the_name_of_a_file(self, voice: Voice) -> None:
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}", voice.name)

    @for_each("sentence", [*WANTED, *ODD.values()])
    def test_a_price_is_known_before_and_is_of_each_sentence(
        self, voice: Voice, sentence: str
    ) -> None:
        price = voice.price_usd(sentence)
        assert isinstance(price, Decimal)
        assert 0 <= price < Decimal("0.02")
        assert voice.price_usd(sentence * 2) >= price

    @for_each("name", ODD)
    def test_any_text_is_said_or_refused_and_the_next_one_is_said(
        self, voice: Voice, name: str
    ) -> None:
        with suppress(VoiceError):
            assert seconds_of(voice.speak(ODD[name]).content) > 0
        assert voice.speak(SENTENCE).content

    @for_each("text", ["", " \n\t", "a" * (MAX_SENTENCE_LENGTH + 1), "a \ud800 b"])
    def test_what_is_no_sentence_is_a_mistake_of_ours(self, voice: Voice, text: str) -> None:
        with pytest.raises(ValueError, match=r"1 to 400 characters|half a character"):
            voice.speak(text)

    def test_many_threads_each_hear_their_own(self, voice: Voice) -> None:
        wanted = [f"This is sentence number {number}." for number in range(8)]
        alone = [voice.speak(sentence) for sentence in wanted]
        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(voice.speak, wanted)) == alone
