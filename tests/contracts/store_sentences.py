"""What every store must keep: sentences that were paid for, once, by voice and words."""

from __future__ import annotations

import hashlib

import pytest

from imagespeak_core.stores.sentences import SentenceStore
from tests.contracts.store_backend import Backend, side_by_side

SENTENCE = "There is a dog."
HOSTILE_VOICES = ["", "..", "a/b", "../x", "-a", "a_b", "a.b", "ä", "a\n", "a" * 101, "\0"]


class SentenceContract:
    """Sentences."""

    def test_a_sentence_is_kept_by_its_voice_and_words(self, backend: Backend) -> None:
        sentences = SentenceStore(backend.new_blobs())
        assert sentences.read("polly-neural-Joanna", SENTENCE) is None
        sentences.create("polly-neural-Joanna", SENTENCE, b"mp3")
        digest = hashlib.sha256(SENTENCE.encode()).hexdigest()
        name = f"voices/polly-neural-Joanna_{digest}.mp3"
        assert backend.names() == {name}
        assert backend.read(name) == b"mp3"
        another = SentenceStore(backend.new_blobs())
        assert another.read("polly-neural-Joanna", SENTENCE) == b"mp3"
        assert another.read("polly-neural-joanna", SENTENCE) is None
        assert another.read("polly-neural-Joanna", SENTENCE.lower()) is None

    def test_one_that_is_there_stays(self, backend: Backend) -> None:
        sentences = SentenceStore(backend.new_blobs())
        for content in (b"first", b"second"):
            sentences.create("voice", SENTENCE, content)
        assert sentences.read("voice", SENTENCE) == b"first"

    def test_of_many_who_keep_it_at_once_one_is_whole(self, backend: Backend) -> None:
        sentences = SentenceStore(backend.new_blobs())
        contents = [bytes([number]) * 30_000 for number in range(8)]
        side_by_side(lambda number: sentences.create("voice", SENTENCE, contents[number]))
        assert sentences.read("voice", SENTENCE) in contents

    def test_voices_of_other_names_reach_nothing(self, backend: Backend) -> None:
        sentences = SentenceStore(backend.new_blobs())
        for voice in HOSTILE_VOICES:
            with pytest.raises(ValueError, match="is not the name of a voice"):
                sentences.create(voice, SENTENCE, b"x")
            with pytest.raises(ValueError, match="is not the name of a voice"):
                sentences.read(voice, SENTENCE)
        assert backend.names() == set()
