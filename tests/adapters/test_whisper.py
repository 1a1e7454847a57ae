"""The local recogniser's processes: what they are told, and what becomes of those that fail."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from imagespeak_core.recognisers.base import Draft, DraftWord
from imagespeak_core.recognisers.errors import RecogniserError, RecogniserUnreadyError
from imagespeak_core.recognisers.whisper.model import check_there
from imagespeak_core.recognisers.whisper.recogniser import WhisperRecogniser
from tests import child_processes
from tests.adapters.whisper_rig import install_library, own_model, place_in

WAIT_S = 30
A_DOG = Draft((DraftWord("A", True), DraftWord("dog.", True)))
ENDS, HANGS, FAILS, ENDS_ONCE, WORDS, OPTIONS, MODEL, FILES, ENVIRONMENT, FACTS = range(2, 12)


def sound(case: int = 1, seconds: float = 0.1) -> bytes:
    """A sound whose first sample tells the library what to do."""
    return case.to_bytes(2, "little") * int(16_000 * seconds)


def children() -> list[psutil.Process]:
    """The processes that hear for this one."""
    return child_processes.that_run("whisper.worker")


def others() -> list[psutil.Process]:
    """Those with the test's own code."""
    return child_processes.that_run("other_worker")


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return install_library(tmp_path, monkeypatch)


@pytest.fixture
def recogniser(library: Path, tmp_path: Path) -> Iterator[WhisperRecogniser]:
    recogniser = WhisperRecogniser(place_in(tmp_path, own_dir=own_model(tmp_path / "own")))
    yield recogniser
    recogniser.close()
    assert children() == []


def told(recogniser: WhisperRecogniser, case: int) -> list[str]:
    return [word.text for word in recogniser.recognise(sound(case)).words]


def test_a_process_is_started_at_first_use_and_kept(recogniser: WhisperRecogniser) -> None:
    assert children() == []
    assert recogniser.recognise(sound()) == A_DOG
    before = children()
    assert len(before) == 1
    assert recogniser.recognise(sound()) == A_DOG
    assert children() == before
    assert os.getsid(before[0].pid) != os.getsid(0)


def test_words_are_whole_and_sure_from_where_it_is_said(recogniser: WhisperRecogniser) -> None:
    assert recogniser.recognise(sound(WORDS)) == Draft(
        (
            DraftWord("well-known", False),  # as sure as its least sure part
            DraftWord("cats.", True),
            DraftWord("again", False),  # said in a loop
        )
    )


def test_it_is_never_told_what_might_be_said(recogniser: WhisperRecogniser) -> None:
    assert told(recogniser, OPTIONS) == [
        "beam_size=5",
        "condition_on_previous_text=False",
        "language='en'",
        "task='transcribe'",
        "temperature=0.0",
        "vad_filter=False",
        "word_timestamps=True",
    ]


def test_it_is_small_and_takes_files_of_ours_alone(recogniser: WhisperRecogniser) -> None:
    assert set(told(recogniser, MODEL)) == {
        "compute_type='int8'",
        "cpu_threads=1",
        "device='cpu'",
        "local_files_only=True",
        "num_workers=1",
    }
    assert told(recogniser, FILES) == [
        "config.json",
        "model.bin",
        "tokenizer.json",
        "vocabulary.txt",
    ]


def test_it_gets_no_secrets_and_stays_offline(
    recogniser: WhisperRecogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    names = told(recogniser, ENVIRONMENT)
    assert "AWS_SECRET_ACCESS_KEY" not in names
    assert {"HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"} <= set(names)
    [child] = children()
    assert child.cmdline()[1:4] == ["-I", "-S", "-c"]


def test_clicks_come_before_it_and_all_of_a_sound_reaches_it(recogniser: WhisperRecogniser) -> None:
    words = recogniser.recognise(sound(FACTS, seconds=60)).words
    length, niceness, pid = (int(word.text) for word in words)
    assert length == 60 * 16_000
    assert pid != os.getpid()
    assert niceness > 0


def test_nothing_is_asked_of_anybody(recogniser: WhisperRecogniser, library: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        (library / "asks_others").write_text(str(server.getsockname()[1]))
        with pytest.raises(RecogniserUnreadyError, match="speaks to nobody"):
            recogniser.recognise(sound())
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_library_that_does_not_load_is_the_owners_business(
    recogniser: WhisperRecogniser, library: Path
) -> None:
    (library / "does_not_load").touch()
    with pytest.raises(RecogniserUnreadyError, match=r"another processor.*recogniser\.txt"):
        recogniser.recognise(sound())
    (library / "does_not_load").unlink()
    assert recogniser.recognise(sound()) == A_DOG


def test_another_model_is_refused_in_words(recogniser: WhisperRecogniser, tmp_path: Path) -> None:
    (tmp_path / "own" / "model.bin").write_bytes(b"tiny")
    with pytest.raises(RecogniserUnreadyError, match="another one"):
        recogniser.recognise(sound())


def test_what_is_missing_is_told_without_a_process(
    recogniser: WhisperRecogniser, tmp_path: Path
) -> None:
    place = place_in(tmp_path, own_dir=tmp_path / "own")
    check_there(place)
    (tmp_path / "own" / "model.bin").unlink()
    for look in (lambda: check_there(place), lambda: recogniser.recognise(sound())):
        with pytest.raises(RecogniserUnreadyError, match=r"model\.bin can't be found"):
            look()


def test_one_that_ended_is_replaced(
    recogniser: WhisperRecogniser, caplog: pytest.LogCaptureFixture
) -> None:
    recogniser.recognise(sound())
    [child] = children()
    child.kill()
    child.wait(WAIT_S)
    with caplog.at_level(logging.WARNING):
        assert recogniser.recognise(sound()) == A_DOG
    assert "another one is started" in caplog.text
    assert children() != [child]
    assert recogniser.recognise(sound(ENDS_ONCE)) == A_DOG


def test_a_sound_that_ends_it_twice_is_given_up(recogniser: WhisperRecogniser) -> None:
    with pytest.raises(RecogniserError, match="twice"):
        recogniser.recognise(sound(ENDS))
    assert recogniser.recognise(sound()) == A_DOG


def test_our_own_mistake_is_logged_and_the_process_goes_on(
    recogniser: WhisperRecogniser, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(RecogniserError, match="Type the words"):
        recogniser.recognise(sound(FAILS))
    assert "ValueError: a mistake" in caplog.text
    [child] = children()
    assert recogniser.recognise(sound()) == A_DOG
    assert children() == [child]


def test_one_that_hangs_is_ended(library: Path, tmp_path: Path) -> None:
    place = place_in(tmp_path, own_dir=own_model(tmp_path / "own"))
    recogniser = WhisperRecogniser(place, least_s=0.5)
    with pytest.raises(RecogniserError, match="took too long"):
        recogniser.recognise(sound(HANGS))
    assert children() == []
    assert WhisperRecogniser(place).recognise(sound()) == A_DOG


@pytest.fixture
def other(library: Path, tmp_path: Path) -> Callable[..., WhisperRecogniser]:
    """With other code in its processes: a function `answering`, which gives what answers."""

    def recogniser(code: str, **limits: float) -> WhisperRecogniser:
        (library.parent / "other_worker.py").write_text(code)
        place = place_in(tmp_path, own_dir=own_model(tmp_path / "own"))
        return WhisperRecogniser(place, module="other_worker", **limits)

    return recogniser


def test_one_that_never_loads_is_ended(other: Callable[..., WhisperRecogniser]) -> None:
    recogniser = other("import time\ndef answering(*where): time.sleep(600)", loading_s=0.2)
    with pytest.raises(RecogniserError, match="took too long"):
        recogniser.recognise(sound())
    assert others() == []


NONSENSE = {
    "no JSON": "def answering(*where): return lambda _: b'words'",
    "a list": "def answering(*where): return lambda _: b'[]'",
    "without bottom": "def answering(*where): return lambda _: b'[' * 400_000",
    "too long": "def answering(*where): return lambda _: b'{}' + b' ' * 500_000",
    "nothing": "def answering(*where): raise SystemExit",
    "no module": "import a_part_that_is_missing",
}


@pytest.mark.parametrize("name", NONSENSE)
def test_what_makes_no_sense_is_a_sentence(
    other: Callable[..., WhisperRecogniser], name: str
) -> None:
    with pytest.raises(RecogniserError, match="Type the words"):
        other(NONSENSE[name]).recognise(sound())
    assert others() == []


def test_a_computer_that_starts_nothing_more_is_told_in_words(
    recogniser: WhisperRecogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/program")
    with pytest.raises(RecogniserError, match=r"too much to do.*Type the words"):
        recogniser.recognise(sound())


def test_words_that_make_no_sense_are_a_sentence(other: Callable[..., WhisperRecogniser]) -> None:
    code = "def answering(*where): return lambda samples: b'{\"words\": [7]}' if samples else b'{}'"
    with pytest.raises(RecogniserError, match="makes no sense"):
        other(code).recognise(sound())


@pytest.mark.parametrize(("processors", "at_once"), [(None, 1), (1, 1), (3, 1), (4, 2), (64, 2)])
def test_how_many_hear_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processors: int | None, at_once: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert WhisperRecogniser(place_in(tmp_path)).max_parallel == at_once


def test_who_comes_while_one_is_heard_waits(recogniser: WhisperRecogniser) -> None:
    with ThreadPoolExecutor() as threads:
        drafts = list(threads.map(recogniser.recognise, [sound()] * 8))
    assert drafts == [A_DOG] * 8
    assert len(children()) <= recogniser.max_parallel


def test_what_is_for_the_server_does_not_end_it(recogniser: WhisperRecogniser) -> None:
    recogniser.recognise(sound())
    [child] = children()
    for number in (signal.SIGINT, signal.SIGTERM):
        child.send_signal(number)
    assert recogniser.recognise(sound()) == A_DOG
    assert children() == [child]


OWNER = """
import sys
from pathlib import Path
from imagespeak_core.recognisers.whisper.model import ModelPlace
from imagespeak_core.recognisers.whisper.recogniser import WhisperRecogniser
import psutil
sys.path.insert(0, sys.argv[1])
own_dir, cache_dir, data_dir = map(Path, sys.argv[2:5])
recogniser = WhisperRecogniser(ModelPlace(own_dir, cache_dir, data_dir, sys.argv[5]))
recogniser.recognise(b"12" * 1_000)
[child] = psutil.Process().children()
print(child.pid, flush=True)
sys.stdin.read()
"""


def test_it_ends_with_a_server_that_is_killed(library: Path, tmp_path: Path) -> None:
    place = place_in(tmp_path, own_dir=own_model(tmp_path / "own"))
    where = [place.own_dir, place.cache_dir, place.data_dir, place.sha256]
    command = [sys.executable, "-c", OWNER, str(library.parent), *map(str, where)]
    with psutil.Popen(command, stdin=-1, stdout=-1) as owner:
        child = psutil.Process(int(owner.stdout.readline()))
        owner.kill()
    gone, _ = psutil.wait_procs([child], timeout=WAIT_S)
    assert gone == [child]
