"""The voice contract on every kind of voice."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from imagespeak_core.voices.base import Voice
from imagespeak_core.voices.hibari.voice import LIBRARY, HibariVoice
from tests.adapters.polly_server import PollyRig, polly_rig
from tests.contracts.voice_contract import VoiceContract


@pytest.fixture(scope="module")
def rig() -> Iterator[PollyRig]:
    with polly_rig() as rig:
        yield rig


@pytest.fixture(scope="module")
def hibari() -> Iterator[HibariVoice]:
    voice = HibariVoice()
    yield voice
    voice.close()


class TestPolly(VoiceContract):
    @pytest.fixture
    def voice(self, rig: PollyRig) -> Voice:
        return rig.voice()


@pytest.mark.skipif(find_spec(LIBRARY) is None, reason="optional/voice.txt is not installed")
class TestHibari(VoiceContract):
    @pytest.fixture
    def voice(self, hibari: HibariVoice) -> Voice:
        return hibari
