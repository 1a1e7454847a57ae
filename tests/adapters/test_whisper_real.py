"""Whisper itself, where it is installed: what it hears of a voice that no person has.

Such voices flatter: learners are misheard several times as often. What is tested is the way of a
sound to its words, not how good these are.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from imagespeak_core.recognisers.whisper.model import LIBRARY, PARTS, ModelPlace
from imagespeak_core.recognisers.whisper.recogniser import WhisperRecogniser
from imagespeak_core.speaking.drafts.jobs import Drafted
from imagespeak_core.speaking.drafts.queue import DraftQueue
from imagespeak_core.speaking.sound import listen
from tests import child_processes
from tests.core.sound_files import file_of, samples_of, silence, white_noise
from tests.for_each import for_each
from tests.memory_blobs import MemoryBlobs
from tests.patience import until
from tests.speaking_rig import LIMITS, services_on, ticket_of

NEEDED = [LIBRARY, *(package for package, _ in PARTS)]
MISSING = [name for name in NEEDED if find_spec(name) is None]
if shutil.which("espeak-ng") is None:
    MISSING.append("espeak-ng, which speaks")

pytestmark = pytest.mark.skipif(
    bool(MISSING),
    reason=f"optional/recogniser.txt is not installed: {', '.join(MISSING)} missing",
)

SENTENCES = (
    "In this picture I can see a busy market on a sunny morning.",
    "A woman in a red dress is buying apples from an old man.",
    "Two children are playing football near the fountain.",
    "On the left there is a brown dog under a bench.",
    "The man in the background is wearing a black hat and carrying a bag.",
)
MOST_WRONG = 0.15
MOST_BYTES = 800_000_000


@pytest.fixture(scope="module")
def recogniser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WhisperRecogniser]:
    place = tmp_path_factory.mktemp("whisper")
    recogniser = WhisperRecogniser(ModelPlace(None, place / "cache", place / "data"))
    yield recogniser
    recogniser.close()


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sentences, with long silences between them."""
    file = tmp_path_factory.mktemp("talk") / "spoken.wav"
    pieces = [silence(3)]
    for sentence in SENTENCES:
        subprocess.run(
            ["espeak-ng", "-v", "en-us", "-s", "140", "-w", str(file), sentence], check=True
        )
        pieces += [samples_of(file.read_bytes()), silence(3)]
    return b"".join(pieces)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())


def wrong_words(said: list[str], heard: list[str]) -> int:
    """How many of the words are missing, other ones, or too many."""
    row = list(range(len(heard) + 1))
    for at, one in enumerate(said, 1):
        before, row[0] = row[0], at
        for to, other in enumerate(heard, 1):
            best = min(row[to] + 1, row[to - 1] + 1, before + (one != other))
            before, row[to] = row[to], best
    return row[-1]


def drafted(recogniser: WhisperRecogniser, content: bytes) -> Drafted:
    queue = DraftQueue(recogniser, listen, limits=LIMITS, monotonic=time.monotonic)
    ticket = ticket_of(services_on(MemoryBlobs()), "s")
    queue.add(ticket, content)
    until(lambda: not isinstance(queue.state(ticket), int), limit_s=200)
    state = queue.state(ticket)
    queue.shutdown()
    assert isinstance(state, Drafted), state
    return state


@pytest.mark.parametrize("kind", ["webm", "mp4"])
def test_what_is_said_is_written(recogniser: WhisperRecogniser, talk: bytes, kind: str) -> None:
    got = drafted(recogniser, file_of(kind, talk))
    assert got.heard
    said = words(" ".join(SENTENCES))
    assert wrong_words(said, words(got.draft.text)) / len(said) < MOST_WRONG
    sure = [word for word in got.draft.words if word.is_sure]
    assert len(sure) > len(said) / 2
    assert all(word.text and " " not in word.text for word in got.draft.words)


def test_the_same_sound_gives_the_same_draft(recogniser: WhisperRecogniser, talk: bytes) -> None:
    drafts = {recogniser.recognise(talk[: 20 * 32_000]) for _ in range(2)}
    assert len(drafts) == 1


@for_each("name", ["silence", "noise"])
def test_where_nobody_speaks_nothing_is_written(recogniser: WhisperRecogniser, name: str) -> None:
    sound = silence(10) if name == "silence" else white_noise(10)
    assert drafted(recogniser, file_of("webm", sound)) == Drafted(heard=False)


def test_it_takes_no_more_memory_than_is_said(recogniser: WhisperRecogniser, talk: bytes) -> None:
    recogniser.recognise(talk * 5)
    [process] = child_processes.that_run("whisper.worker")
    assert process.memory_info().rss < MOST_BYTES
