"""Processes that make pictures at the same time: one first picture, and then many in one second.

It loads everything once, forks, and tells as JSON what each of the processes got.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import partial

from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.use_cases import generate_images, get_practice_image
from imagespeak_core.services import Services
from imagespeak_core.stores.claims import Claims
from imagespeak_core.stores.documents import Documents
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.places import blobs_at
from tests.fakes import FakeGenerator, make_services

RACERS = 4
FIRSTS = 5
OWN_PER_RACER = 4
_LONGEST_WAIT_S = 60
_FORK = multiprocessing.get_context("fork")
_together = _FORK.Barrier(RACERS)


@dataclass(frozen=True, slots=True)
class Made:
    """What one process got.

    Attributes:
        firsts: The key of the first picture of each session that all wanted.
        calls: How many of these it made.
        own: The keys of those that it made anew.
    """

    firsts: list[str]
    calls: int
    own: list[str]


def first_session(session_id: str, number: int) -> str:
    return f"{session_id}.{number}"


def main(kind: str, place: str, session_id: str) -> None:
    os.environ["NO_PROXY"] = "127.0.0.1"  # else macOS is asked, which a fork may not do
    with ProcessPoolExecutor(RACERS, mp_context=_FORK) as pool:
        made = pool.map(partial(_race, kind, place, session_id), range(RACERS))
        json.dump([asdict(one) for one in made], sys.stdout)


def _race(kind: str, place: str, session_id: str, racer: int) -> Made:
    """All clocks stand at the same second."""
    generator = FakeGenerator()
    services = _server(kind, place, generator)
    wish = ImageRequest(session_id, f"thing {racer}", width_px=256, height_px=256)
    services.store.list_session(session_id)
    firsts = []
    for number in range(FIRSTS):
        _together.wait(_LONGEST_WAIT_S)
        first = replace(wish, session_id=first_session(session_id, number))
        firsts.append(str(get_practice_image(services, first).key))
    calls = len(generator.calls)
    own = []
    for _ in range(OWN_PER_RACER):
        _together.wait(_LONGEST_WAIT_S)
        own += [str(one.stored.key) for one in generate_images(services, wish).images]
    return Made(firsts, calls, own)


def _server(kind: str, place: str, generator: FakeGenerator) -> Services:
    blobs = blobs_at(kind, place)
    services = make_services(
        PictureStore(blobs, url_life_s=60),
        generator,
        documents=Documents(blobs),
        claims=Claims(blobs),
    )
    return replace(services, wait=lambda seconds: time.sleep(seconds / 20))


if __name__ == "__main__":
    main(*sys.argv[1:])
