"""A process that tries to write the same keys as others of its kind, at the same time.

It says when it is ready, waits for a line, and then tells of each key whether it won. What it
writes is its process id.
"""

from __future__ import annotations

import os
import sys

from imagespeak_core.errors import KeyTakenError
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.stores.pictures import PictureStore
from tests.contracts.places import blobs_at

KEYS_PER_RACE = 20
READY, WON, LOST = "ready", "won", "lost"


def main(kind: str, place: str, session_id: str) -> None:
    store = PictureStore(blobs_at(kind, place), url_life_s=60)
    store.list_session(session_id)
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for index in range(KEYS_PER_RACE):
        key = ImageKey(session_id, "20241031_143022", index, "sunset_mountains")
        try:
            store.put(key, str(os.getpid()).encode(), {})
        except KeyTakenError:
            sys.stdout.write(f"{LOST}\n")
        else:
            sys.stdout.write(f"{WON}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
