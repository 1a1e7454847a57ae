"""Speech and pauses from how surely somebody speaks in each chunk."""

from __future__ import annotations

import pytest

from imagespeak_core.speaking.sound.voice import CHUNK_S, measured
from imagespeak_core.speaking.speech import Speech


def chunks(*parts: tuple[float, float]) -> list[float]:
    """Probabilities, each for so many seconds."""
    return [sure for sure, seconds in parts for _ in range(round(seconds / CHUNK_S))]


def test_nothing_at_all() -> None:
    assert measured([], length_s=0.2) == Speech(0.2)


def test_seconds_and_pauses() -> None:
    speech = measured(
        chunks(
            (0.1, 3), (0.99, 2), (0.1, 0.6), (0.99, 1), (0.1, 1.5), (0.99, 2), (0.1, 2.5), (1, 1)
        ),
        length_s=13.6,
    )
    assert speech.heard
    assert speech.speaking_s == pytest.approx(6, abs=0.1)
    assert speech.pauses == 2
    assert speech.longest_pause_s == pytest.approx(2.5, abs=0.1)


def test_short_silence_is_within_speech() -> None:
    speech = measured(chunks((0.99, 1), (0.2, 0.16), (0.99, 1)), length_s=2.2)
    assert speech.speaking_s == pytest.approx(2.16, abs=0.05)


def test_what_is_likely_and_never_sure_is_nobody() -> None:
    assert measured(chunks((0.9, 5)), length_s=5) == Speech(5)


def test_click_in_a_pause_does_not_part_it() -> None:
    speech = measured(
        chunks((0.99, 1), (0.1, 1.2), (0.99, 0.1), (0.1, 1.2), (0.99, 1)), length_s=4.5
    )
    assert speech.pauses == 1
    assert speech.longest_pause_s == pytest.approx(2.5, abs=0.1)


def test_shorter_than_a_word_is_nobody() -> None:
    assert not measured(chunks((0, 1), (0.99, 0.3), (0, 1)), length_s=2.3).heard
    assert measured(chunks((0, 1), (0.99, 0.5), (0, 1)), length_s=2.5).heard


def test_nobody_speaks_longer_than_the_recording() -> None:
    assert measured(chunks((0.99, 3)), length_s=2.99).speaking_s == 2.99
