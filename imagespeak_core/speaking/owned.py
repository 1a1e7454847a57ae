"""A learner's own recordings or attempts: found among those of a session, counted, deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, TypeVar

from pydantic import AwareDatetime

from imagespeak_core.documents.kind import DocumentState
from imagespeak_core.documents.shelf import Opened, Shelf
from imagespeak_core.errors import NotABlobError
from imagespeak_core.services import Services
from imagespeak_core.speaking.errors import SpokenDamagedError
from imagespeak_core.speaking.keys import parse_stem
from imagespeak_core.stores.recordings import SpokenFiles
from imagespeak_core.stores.spoken_memory import Owner

_READS_AT_ONCE = 8


class Owned(DocumentState, Protocol):
    """A document that belongs to a learner, until it ends."""

    @property
    def learner(self) -> str:
        """`learner.key_hash` of the key that it belongs to."""
        ...

    @property
    def until(self) -> AwareDatetime:
        """From then on it is as if it were not there."""
        ...


T = TypeVar("T", bound=Owned)


def opened_if_readable(shelf: Shelf[T], stem: str) -> Opened[T] | None:
    """A document; None where there is none, or one that can't be read."""
    try:
        return shelf.open(stem)
    except (SpokenDamagedError, NotABlobError):
        return None


def own_of(
    services: Services, shelf: Shelf[T], found: Iterable[SpokenFiles], learner: str
) -> list[Opened[T]]:
    """Those that belong to a learner and have not ended, newest first.

    What can't be read belongs to nobody. Others' documents are read once by a process.

    Args:
        services: What the use cases work with.
        shelf: Where the documents are.
        found: As a listing tells; those without document are left out.
        learner: The hash of the learner's key.
    """
    own = _own_of(services, shelf, found, learner)
    own.sort(key=lambda pair: (pair[1].state.created_at, pair[0].key.order), reverse=True)
    return [one for _, one in own]


def _own_of(
    services: Services, shelf: Shelf[T], found: Iterable[SpokenFiles], learner: str
) -> list[tuple[SpokenFiles, Opened[T]]]:
    owners = services.recordings.owners

    def look(files: SpokenFiles) -> Opened[T] | None:
        owner = owners.owner(files.document) if files.document else None
        if owner and owner.learner != learner:
            return None
        opened = _read(services, shelf, files)
        return opened if opened and _is_own(services, _owner_of(opened.state), learner) else None

    return [(files, one) for files, one in in_parallel(look, found) if one]


def count_own(
    services: Services, shelf: Shelf[T], found: Iterable[SpokenFiles], learner: str
) -> int:
    """How many there are of these; only what this process does not know is read.

    Args:
        services: As in `own_of`; so are the next three.
        shelf: Where the documents are.
        found: As a listing tells.
        learner: The hash of the learner's key.
    """
    owners = services.recordings.owners
    known = [(files, owners.owner(files.document)) for files in found if files.document]
    read = in_parallel(
        lambda files: _read(services, shelf, files), [files for files, owner in known if not owner]
    )
    told = [owner for _, owner in known if owner]
    told += [_owner_of(opened.state) for _, opened in read if opened]
    return sum(_is_own(services, owner, learner) for owner in told)


def delete_one(services: Services, prefix: str, stem: str) -> None:
    """Delete all files of a recording or an attempt. What is not there is no error.

    Raises:
        StorageError: By subclass; some may be gone.
    """
    key = parse_stem(stem)
    if key:
        found = services.recordings.of_second(prefix, key.session_id, key.timestamp)
        _delete(services, [files for files in found if files.key == key])


def delete_own(
    services: Services, shelf: Shelf[T], prefix: str, session_id: str, learner: str
) -> int:
    """Delete all that belongs to a learner and has not ended; gives how many.

    Raises:
        InvalidSessionIdError: The id breaks the rule.
        StorageError: By subclass; some may be gone.
    """
    found = services.recordings.of_session(prefix, session_id)
    own = [files for files, _ in _own_of(services, shelf, found, learner)]
    _delete(services, own)
    return len(own)


def _delete(services: Services, files: list[SpokenFiles]) -> None:
    for error in services.recordings.delete(files).values():
        raise error


def _read(services: Services, shelf: Shelf[T], files: SpokenFiles) -> Opened[T] | None:
    """A document, if it is there and can be read; whose it is is remembered."""
    opened = opened_if_readable(shelf, str(files.key)) if files.document else None
    if files.document and opened:
        services.recordings.owners.note(files.document, _owner_of(opened.state))
    return opened


def _owner_of(state: Owned) -> Owner:
    return Owner(state.learner, state.until)


def _is_own(services: Services, owner: Owner, learner: str) -> bool:
    return owner.learner == learner and services.now() < owner.until


_In = TypeVar("_In")
_Out = TypeVar("_Out")


def in_parallel(look: Callable[[_In], _Out], things: Iterable[_In]) -> list[tuple[_In, _Out]]:
    """What a look at each gives, in their order; several are looked at at once."""
    wanted = list(things)
    if not wanted:
        return []
    with ThreadPoolExecutor(min(_READS_AT_ONCE, len(wanted))) as pool:
        return list(zip(wanted, pool.map(look, wanted), strict=True))
