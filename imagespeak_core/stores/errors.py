"""Why a store is closed to us, where that is told apart; see `imagespeak_core.errors` for the rest.

To people all of it is a store that is closed: each has the code of `StorageAccessError`.
"""

from __future__ import annotations

from imagespeak_core.errors import StorageAccessError


class StorageCredentialsError(StorageAccessError):
    """The credentials for the store are missing, wrong, or have expired."""


class StorageMisplacedError(StorageAccessError):
    """The store is not where the settings say: no such bucket, region or server."""
