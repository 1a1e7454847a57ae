"""How another process comes to a backend."""

from __future__ import annotations

from pathlib import Path

from imagespeak_core.stores.blobs import Blobs
from tests.contracts.lacking import take_away


def blobs_at(kind: str, place: str) -> Blobs:
    """The blobs of a backend that can be reached from outside."""
    if kind == "lacking_folder":
        take_away(setattr)
    if kind in {"folder", "lacking_folder"}:
        from imagespeak_core.stores.folder.blobs import FolderBlobs

        return FolderBlobs(Path(place), secret=b"secret")
    from imagespeak_core.stores.s3.blobs import S3Blobs

    return S3Blobs(place)
