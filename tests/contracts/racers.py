"""Processes that want the same keys and change the same document, all at the same time.

It loads everything once, forks, and tells as JSON what each of the processes got.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial

from imagespeak_core.errors import ChangedMeanwhileError, KeyTakenError
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.places import blobs_at

RACERS = 4
KEYS_PER_RACE = 20
COUNTS_PER_RACER = 15
_LONGEST_WAIT_S = 60
_FORK = multiprocessing.get_context("fork")
_together = _FORK.Barrier(RACERS)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one process got.

    Attributes:
        content: What it wrote under the keys.
        won: Of each key, whether it was first.
        counted: The numbers that it wrote into the document.
    """

    content: str
    won: list[bool]
    counted: list[int]


def main(kind: str, place: str, session_id: str, name: str) -> None:
    os.environ["NO_PROXY"] = "127.0.0.1"  # else macOS is asked, which a fork may not do
    with ProcessPoolExecutor(RACERS, mp_context=_FORK) as pool:
        outcomes = pool.map(partial(_race, kind, place, session_id, name), range(RACERS))
        json.dump([asdict(outcome) for outcome in outcomes], sys.stdout)


def _race(kind: str, place: str, session_id: str, name: str, _: int) -> Outcome:
    blobs, content = blobs_at(kind, place), str(os.getpid())
    store, documents = PictureStore(blobs, url_life_s=60), Documents(blobs)
    store.list_session(session_id)
    _together.wait(_LONGEST_WAIT_S)
    won = [put_or_lose(store, key, content.encode()) for key in raced_keys(session_id)]
    _together.wait(_LONGEST_WAIT_S)
    counted = [count_up(documents, name) for _ in range(COUNTS_PER_RACER)]
    return Outcome(content, won, counted)


def raced_keys(session_id: str) -> list[ImageKey]:
    return [ImageKey(session_id, "20241031_143022", index) for index in range(KEYS_PER_RACE)]


def put_or_lose(store: PictureStore, key: ImageKey, content: bytes) -> bool:
    try:
        store.put(key, content, {})
    except KeyTakenError:
        return False
    return True


def count_up(documents: Documents, name: str) -> int:
    """Write the next number, however many others do the same."""
    while True:
        there = documents.read(name)
        number = int(there.content) + 1 if there else 1
        try:
            documents.write(name, str(number).encode(), replacing=there.version if there else None)
        except ChangedMeanwhileError:
            continue
        return number


if __name__ == "__main__":
    main(*sys.argv[1:])
