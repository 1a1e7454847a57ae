"""Names that one alone may hold, so that servers which share nothing but the store take turns."""

from __future__ import annotations

import re
import secrets

from imagespeak_core.errors import ChangedMeanwhileError, NotABlobError
from imagespeak_core.stores.blobs import Blobs

CLAIM_PREFIX = "claims/"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
_ROOM_FOR_PICTURES_BYTES = 32 * 1024 * 1024


class Claims:
    """Create-only blobs under `claims/`. Safe for threads and processes.

    A name has 1–200 of `A-Z a-z 0-9 . _ -` and begins with a letter or digit. Both methods raise
    ValueError for one that breaks this, and StorageError by subclass where the store fails.
    """

    def __init__(self, blobs: Blobs) -> None:
        """Remember where.

        Args:
            blobs: Where they are kept.
        """
        self._blobs = blobs

    def claim(self, name: str) -> bool:
        """Take a name that nobody else holds.

        In a store that is all but full it fails: whoever claims is about to pay for a picture.

        Returns:
            False when somebody holds it already.
        """
        claim = _checked(name)
        self._blobs.check_room(_ROOM_FOR_PICTURES_BYTES)
        mark = secrets.token_hex().encode()  # tells a store our own claim from another's
        try:
            self._blobs.create(claim, mark, content_type="text/plain")
        except (ChangedMeanwhileError, NotABlobError):
            return False
        return True

    def release(self, name: str) -> None:
        """Give a claimed name back. Releasing what nobody holds is no error."""
        for error in self._blobs.delete([_checked(name)]).values():
            raise error


def _checked(name: str) -> str:
    """The full name of a claim."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} can't be claimed.")
    return CLAIM_PREFIX + name
