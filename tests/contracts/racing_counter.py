"""A process that counts up in one document with others of its kind, at the same time.

It says when it is ready, waits for a line, and then tells each number that it wrote.
"""

from __future__ import annotations

import sys
from pathlib import Path

from imagespeak_core.errors import ChangedMeanwhileError
from imagespeak_core.stores.documents import DocumentStore

COUNTS_PER_RACER = 15
READY = "ready"


def main(kind: str, place: str, name: str) -> None:
    documents = _documents(kind, place)
    documents.list("classes/")
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for _ in range(COUNTS_PER_RACER):
        sys.stdout.write(f"{count_up(documents, name)}\n")


def count_up(documents: DocumentStore, name: str) -> int:
    """Write the next number, however many others do the same."""
    while True:
        there = documents.read(name)
        number = int(there.content) + 1 if there else 1
        try:
            documents.write(name, str(number).encode(), replacing=there.version if there else None)
        except ChangedMeanwhileError:
            continue
        return number


def _documents(kind: str, place: str) -> DocumentStore:
    if kind == "folder":
        from imagespeak_core.stores.folder.documents import DirectoryDocuments

        return DirectoryDocuments(Path(place))
    from imagespeak_core.stores.s3.documents import S3Documents

    return S3Documents(place)


if __name__ == "__main__":
    main(*sys.argv[1:])
