"""Puts together what tells the owner, for `bootstrap` and for the servers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from imagespeak_core.errors import StorageAccessError, StorageError
from imagespeak_core.operations import embedded
from imagespeak_core.operations.calls import CallEnded, Calls
from imagespeak_core.operations.kinds import tell_of, told
from imagespeak_core.operations.logs import is_in_lambda
from imagespeak_core.operations.readiness import Readiness
from imagespeak_core.operations.session_names import SessionNames
from imagespeak_core.operations.tally import Tally
from imagespeak_core.operations.troubles import Troubles
from imagespeak_core.stores.errors import StorageCredentialsError, StorageMisplacedError

if TYPE_CHECKING:
    from imagespeak_core.services import Services
    from imagespeak_core.settings import Settings

ROOMS_WITHOUT_RIGHTS = frozenset({"voices/", "recordings/", "attempts/"})
"""What is refused there is as the owner wants it, or is told once by who needs it."""

_OF_ALL_ROOMS = (StorageCredentialsError, StorageMisplacedError)

ANSWER_COUNTS_S = 60.0
"""A model that answered so lately is there, whatever a catalogue says."""

_NOBODYS_SESSION = "readiness-check"


def build_calls(
    secret: Callable[[], bytes] | None,
    troubles: Troubles,
    tally: Tally,
    *,
    now: Callable[[], datetime],
) -> Calls:
    """Tells of calls to models: the log, the tally, and CloudWatch where that reads our output.

    Args:
        secret: As for `SessionNames`.
        troubles: Told of what only the owner can mend.
        tally: Counts.
        now: The clock, aware.
    """
    watchers: list[Callable[[CallEnded], None]] = [tally.call]
    if is_in_lambda():
        watchers.append(embedded.printer(now, lambda line: sys.stdout.write(f"{line}\n")))
    return Calls(troubles, SessionNames(secret), watchers=watchers)


def store_watcher(troubles: Troubles, tally: Tally) -> Callable[[StorageError, str], None]:
    """Told of each failure of the store, and in which room it was, see `WatchedBlobs`."""

    def watch(error: StorageError, room: str) -> None:
        tally.store_error(error)
        is_of_room = isinstance(error, StorageAccessError) and not isinstance(error, _OF_ALL_ROOMS)
        if room not in ROOMS_WITHOUT_RIGHTS or not is_of_room:
            tell_of(troubles, error)

    return watch


def build_readiness(
    settings: Settings, services: Services, look_at_model: Callable[[], None]
) -> Readiness:
    """What a server needs to be of use: its store, and the model of most pictures.

    Looking costs one listing, and what `look_at_model` costs; that is left out where the model has
    made a picture lately.
    """
    breaker = services.breaker

    def store() -> None:
        services.store.list_session(_NOBODYS_SESSION)

    def model() -> None:
        with told(services.troubles):
            if breaker:
                breaker.check(settings.standard_model)
                if breaker.has_answered(settings.standard_model, ANSWER_COUNTS_S):
                    return
            look_at_model()

    return Readiness({"store": store, "model": model})
