"""The voice's own process: replaced when it ends, gone with its server, and on this computer."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
import wave
from array import array
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from imagespeak_core.speaking.sound import examine
from imagespeak_core.voices.errors import VoiceBusyError, VoiceError, VoiceUnreadyError
from imagespeak_core.voices.hibari import saying
from imagespeak_core.voices.hibari.voice import LIBRARY, HibariVoice
from tests import child_processes
from tests.patience import until
from tests.voice_rig import SENTENCE

WAIT_S = 60
OTHER = "Two children are playing football in the park."

installed = pytest.mark.skipif(
    find_spec(LIBRARY) is None, reason="optional/voice.txt is not installed"
)

OWNER = f"""
import sys, psutil
from imagespeak_core.voices.hibari.voice import HibariVoice
voice = HibariVoice()
voice.speak({SENTENCE!r})
[child] = psutil.Process().children()
print(child.pid, flush=True)
sys.stdin.read()
"""

REACHING = """
import sys, socket
from imagespeak_core.processes.answering import refuse_connections
sys.addaudithook(refuse_connections)
from hibari.voices import voice_path
for reach in (
    lambda: voice_path("emma"),
    lambda: socket.create_connection(("127.0.0.1", 9)),
    lambda: socket.getaddrinfo("localhost", 443),
):
    try:
        reach()
    except Exception as exc:
        print(type(exc).__name__, exc)
    else:
        print("reached")
"""

NOWHERE = dict.fromkeys(("https_proxy", "http_proxy"), "http://127.0.0.1:9")
"""If the way out were open, it would lead no farther than here."""


def children() -> list[psutil.Process]:
    """The processes that say something for this one."""
    return child_processes.that_run(saying.__name__)


def has_ended(child: psutil.Process) -> bool:
    return not child.is_running() or child.status() == psutil.STATUS_ZOMBIE


def package(folder: Path, code: str) -> None:
    """A library of another kind, found before the real one."""
    (folder / LIBRARY).mkdir()
    (folder / LIBRARY / "__init__.py").write_text(code, encoding="utf-8")


@pytest.fixture
def other_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a library is looked for first."""
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


class TestWithoutTheLibrary:
    def test_the_owner_is_told_what_to_install_and_nothing_is_started(self) -> None:
        voice = HibariVoice(is_installed=lambda: False)
        with pytest.raises(VoiceUnreadyError, match=r"pip install -r optional/voice\.txt"):
            voice.speak(SENTENCE)
        assert children() == []

    def test_what_is_named_is_there(self) -> None:
        needed = (Path(__file__).parents[2] / "optional" / "voice.txt").read_text("utf-8")
        assert "hibari-tts~=0.2.1" in needed

    def test_one_that_does_not_load_is_told_and_tried_again(self, other_library: Path) -> None:
        package(other_library, "import a_part_that_is_missing")
        voice = HibariVoice(is_installed=lambda: True)
        with pytest.raises(VoiceUnreadyError, match="a_part_that_is_missing"):
            voice.speak(SENTENCE)
        assert children() == []
        (other_library / LIBRARY / "__init__.py").write_text(SAYS_NOTHING, encoding="utf-8")
        with pytest.raises(VoiceError, match="nothing to say"):
            voice.speak(SENTENCE)
        voice.close()

    def test_one_that_stumbles_is_no_end(
        self, other_library: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        package(other_library, STUMBLES)
        voice = HibariVoice(is_installed=lambda: True)
        with pytest.raises(VoiceError, match="Read it aloud yourself"):
            voice.speak(SENTENCE)
        assert "ZeroDivisionError" in caplog.text
        assert SENTENCE not in caplog.text
        [child] = children()
        with pytest.raises(VoiceError):
            voice.speak(OTHER)
        assert children() == [child]
        voice.close()

    def test_one_that_ends_each_time_is_given_up(
        self, other_library: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        package(other_library, "import os; os._exit(3)")
        voice = HibariVoice(is_installed=lambda: True)
        with pytest.raises(VoiceError, match="stopped in the middle"):
            voice.speak(SENTENCE)
        assert "ended in the middle" in caplog.text
        assert SENTENCE not in caplog.text
        assert children() == []

    def test_one_that_hangs_is_given_up(self, other_library: Path) -> None:
        package(other_library, "import threading; threading.Event().wait()")
        voice = HibariVoice(is_installed=lambda: True, longest_s=0.2)
        with pytest.raises(VoiceError, match="took too long"):
            voice.speak(SENTENCE)
        assert children() == []

    def test_whose_turn_does_not_come_is_told_to_wait(self, other_library: Path) -> None:
        package(other_library, WAITS + SAYS_NOTHING)
        voice = HibariVoice(is_installed=lambda: True, waited_s=0.05)
        with ThreadPoolExecutor(1) as pool:
            hanging = pool.submit(voice.speak, SENTENCE)
            until(children)
            with pytest.raises(VoiceBusyError) as caught:
                voice.speak(OTHER)
            assert caught.value.retry_after_s
            (other_library / LIBRARY / "go on").touch()
            with pytest.raises(VoiceError, match="nothing to say"):
                hanging.result(WAIT_S)
        voice.close()

    def test_a_computer_that_starts_nothing_more_is_told_in_words(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
        with pytest.raises(VoiceBusyError, match="too much to do"):
            HibariVoice(is_installed=lambda: True).speak(SENTENCE)

    def test_keys_of_the_server_are_none_of_its_business(
        self, other_library: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        seen = tmp_path / "seen"
        package(other_library, f"import os; open({str(seen)!r}, 'w').write(repr(os.environ))")
        monkeypatch.setenv("IMAGESPEAK_SECRET", "a very long secret")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "another one")
        voice = HibariVoice(is_installed=lambda: True)
        with pytest.raises(VoiceError):
            voice.speak(SENTENCE)
        voice.close()
        told = seen.read_text()
        assert "HIBARI_HOME" in told
        assert "secret" not in told.lower()


WAITS = """
import pathlib, time
while not pathlib.Path(__file__).with_name("go on").exists():
    time.sleep(0.01)
"""
SAYS_NOTHING = """
class Hibari:
    sample_rate = 24_000
    def __init__(self, model): pass
    def __call__(self, text, seed): return []
"""
STUMBLES = """
class Hibari:
    def __init__(self, model): pass
    def __call__(self, text, seed): raise ZeroDivisionError(text)
"""


@pytest.fixture(scope="module")
def shared_voice() -> Iterator[HibariVoice]:
    voice = HibariVoice()
    yield voice
    voice.close()


@pytest.fixture
def voice(shared_voice: HibariVoice) -> HibariVoice:
    """With one process, which has nothing to do."""
    shared_voice.speak(OTHER)
    assert len(children()) == 1
    return shared_voice


def samples_of(content: bytes) -> array[int]:
    with wave.open(io.BytesIO(content)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 24_000)
        return array("h", file.readframes(file.getnframes()))


@installed
class TestWithTheLibrary:
    def test_somebody_speaks_and_for_as_long_as_a_person_would(self, voice: HibariVoice) -> None:
        content = voice.speak(SENTENCE).content
        samples = samples_of(content)
        assert 2 < len(samples) / 24_000 < 6  # ten words
        assert 3_000 < max(samples) < 32_767
        speech = examine(content, max_s=60, max_bytes=10_000_000).speech
        assert speech.heard
        assert speech.speaking_s > 0.6 * speech.length_s
        assert speech.pauses == 0

    def test_a_sentence_sounds_the_same_each_time_in_each_process(self, voice: HibariVoice) -> None:
        heard = voice.speak(SENTENCE).content
        assert voice.speak(OTHER).content != heard
        assert voice.speak(SENTENCE).content == heard
        other = HibariVoice()
        assert other.speak(SENTENCE).content == heard
        other.close()

    def test_a_process_is_kept(self, voice: HibariVoice) -> None:
        [child] = children()
        for _ in range(3):
            voice.speak(SENTENCE)
        assert children() == [child]

    def test_one_that_ended_is_replaced(self, voice: HibariVoice) -> None:
        heard = voice.speak(SENTENCE)
        [child] = children()
        child.kill()
        child.wait(WAIT_S)
        assert voice.speak(SENTENCE) == heard
        assert children() != [child]

    def test_one_that_ends_in_the_middle_is_replaced(self, voice: HibariVoice) -> None:
        heard = voice.speak(SENTENCE)
        [child] = children()
        child.suspend()
        with ThreadPoolExecutor() as threads:
            running = threads.submit(voice.speak, SENTENCE)
            child.kill()
            assert running.result(WAIT_S) == heard

    def test_one_without_work_ends_and_the_next_sentence_begins_another(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        voice = HibariVoice(idle_s=0.3)
        before = children()
        heard = voice.speak(SENTENCE)
        [child] = [one for one in children() if one not in before]
        until(lambda: has_ended(child), limit_s=WAIT_S)
        with caplog.at_level(logging.WARNING):
            assert voice.speak(SENTENCE) == heard
        assert caplog.text == ""
        voice.close()

    def test_it_ends_when_nobody_knows_the_voice_any_more(self) -> None:
        voice = HibariVoice()
        before = children()
        voice.speak(SENTENCE)
        assert len(children()) == len(before) + 1
        del voice
        assert children() == before

    def test_it_ends_with_a_server_that_is_killed(self) -> None:
        with subprocess.Popen(
            [sys.executable, "-c", OWNER], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as owner:
            assert owner.stdout
            child = psutil.Process(int(owner.stdout.readline()))
            owner.kill()
        gone, _ = psutil.wait_procs([child], timeout=WAIT_S)
        assert gone == [child]

    def test_a_class_that_presses_at_once_is_heard_in_turn(self, voice: HibariVoice) -> None:
        wanted = [f"This is sentence number {number}." for number in range(12)]
        with ThreadPoolExecutor(12) as pool:
            heard = list(pool.map(voice.speak, wanted))
        assert len({one.content for one in heard}) == 12
        assert len(children()) == 1

    def test_nothing_can_be_downloaded(self, tmp_path: Path) -> None:
        """Not even the library's own way to its other voices leads anywhere."""
        told = subprocess.run(
            [sys.executable, "-c", REACHING],
            env={**os.environ, **NOWHERE, "HIBARI_HOME": str(tmp_path)},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout.splitlines()
        assert len(told) == 3
        assert all("opens no connections" in line for line in told)
        assert not [path for path in tmp_path.rglob("*") if path.is_file()]
