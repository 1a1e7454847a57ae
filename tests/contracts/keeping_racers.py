"""Processes that keep recordings at the same time: one ticket that all have, and their own.

It loads everything once, forks, and tells as JSON what each of the processes got.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial

from imagespeak_core.speaking.recordings import keep
from imagespeak_core.speaking.tickets import Ticket
from tests.contracts.places import blobs_at
from tests.fakes import HandClock
from tests.speaking_rig import ANA, LIMITS, PICTURE, MadeSound, services_on

RACERS = 4
OWN_PER_RACER = 4
_LONGEST_WAIT_S = 60
_FORK = multiprocessing.get_context("fork")
_together = _FORK.Barrier(RACERS)


@dataclass(frozen=True, slots=True)
class Kept:
    """What one process got.

    Attributes:
        shared: The stem that the ticket of all of them brought.
        own: Those of its own tickets.
    """

    shared: str
    own: list[str]


def main(kind: str, place: str, session_id: str) -> None:
    os.environ["NO_PROXY"] = "127.0.0.1"  # else macOS is asked, which a fork may not do
    issued = int(datetime.now(UTC).timestamp())
    with ProcessPoolExecutor(RACERS, mp_context=_FORK) as pool:
        kept = pool.map(partial(_race, kind, place, session_id, issued), range(RACERS))
        json.dump([asdict(one) for one in kept], sys.stdout)


def _race(kind: str, place: str, session_id: str, issued: int, racer: int) -> Kept:
    services = services_on(blobs_at(kind, place), HandClock(datetime.fromtimestamp(issued, UTC)))
    services.store.list_session(session_id)

    def brought(upload: str) -> str:
        ticket = Ticket(session_id, ANA, PICTURE, upload, issued)
        return keep(services, ticket, MadeSound(upload.encode()), limits=LIMITS).stem

    _together.wait(_LONGEST_WAIT_S)
    shared = brought("a" * 32)
    _together.wait(_LONGEST_WAIT_S)
    return Kept(shared, [brought(f"{racer}{number}" * 16) for number in range(OWN_PER_RACER)])


if __name__ == "__main__":
    main(*sys.argv[1:])
