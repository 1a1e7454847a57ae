"""Whether anything that is spoken may be kept: not where the bucket's rights don't cover it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from imagespeak_core.errors import NotABlobError, StorageAccessError, StorageError
from imagespeak_core.services import Services
from imagespeak_core.speaking.keys import ATTEMPT_PREFIX, RECORDING_PREFIX

logger = logging.getLogger(__name__)

NOT_KEPT = (
    "Recordings can't be kept here, but you can record, listen to yourself and check your words."
)
"""For learners; the log has a sentence for whoever can correct the rights."""


def may_keep(services: Services, session_id: str) -> bool:
    """Whether recordings and attempts of a session may be listed and written.

    Asked of the store once in some minutes; what a write finds out is remembered likewise. Where
    the store can't be reached, nobody knows, and it may be tried.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
    """
    rights = services.recordings.rights
    if rights.may is not None:
        return rights.may
    try:
        for prefix in (RECORDING_PREFIX, ATTEMPT_PREFIX):
            services.recordings.of_session(prefix, session_id)
    except NotABlobError:
        return True
    except StorageAccessError:
        logger.warning(
            "recordings/ or attempts/ can't be used: python -m imagespeak_core.stores --check "
            "says which right lacks"
        )
        rights.note(may=False)
        return False
    except StorageError:
        return True
    rights.note(may=True)
    return True


@contextmanager
def rights_noted(services: Services) -> Iterator[None]:
    """Remember it where the store's rights don't let something be kept.

    Around listings and writes: what can't be read may be one file alone.
    """
    try:
        yield
    except NotABlobError:
        raise
    except StorageAccessError:
        services.recordings.rights.note(may=False)
        raise
