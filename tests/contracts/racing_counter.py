"""A process that counts up in one document with others of its kind, at the same time.

It says when it is ready, waits for a line, and then tells each number that it wrote.
"""

from __future__ import annotations

import sys

from imagespeak_core.errors import ChangedMeanwhileError
from imagespeak_core.stores.documents import Documents
from tests.contracts.places import blobs_at

COUNTS_PER_RACER = 15
READY = "ready"


def main(kind: str, place: str, name: str) -> None:
    documents = Documents(blobs_at(kind, place))
    documents.list("classes/")
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for _ in range(COUNTS_PER_RACER):
        sys.stdout.write(f"{count_up(documents, name)}\n")


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
