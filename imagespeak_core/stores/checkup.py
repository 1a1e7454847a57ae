"""All that a place for pictures must do, tried point by point, and told in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    StorageAccessError,
    StorageError,
    StorageTimeoutError,
    StorageUnreachableError,
)
from imagespeak_core.pictures.naming import IMAGE_PREFIX
from imagespeak_core.speaking.keys import ATTEMPT_PREFIX, RECORDING_PREFIX
from imagespeak_core.spending.budget_document import BUDGET_PREFIX
from imagespeak_core.stores.blobs import ROOM_FOR_PICTURES_BYTES, Blobs
from imagespeak_core.stores.claims import CLAIM_PREFIX
from imagespeak_core.stores.pictures import PREVIEW_PREFIX, VIEW_PREFIX
from imagespeak_core.stores.sentences import VOICE_PREFIX
from imagespeak_core.stores.trial import trial_name, try_create, try_replace

LISTED_ROOMS = (
    *(IMAGE_PREFIX, PREVIEW_PREFIX, "access/", "classes/", "experiments/", "requests/"),
    *(RECORDING_PREFIX, ATTEMPT_PREFIX, VIEW_PREFIX, BUDGET_PREFIX),
)
"""Those of the rights in the README; `voices/` is never listed, `claims/` by the sweep alone.

What is read before it is there has to be listed too, else nobody may know that it is not.
"""

SPOKEN_ROOMS = (RECORDING_PREFIX, ATTEMPT_PREFIX)
"""All else works without them, and so does speaking, but for what is kept of it."""

_WITHOUT = {
    **dict.fromkeys(SPOKEN_ROOMS, " Learners can speak, but keep nothing of it."),
    "access/": (
        " All works, but who signs out is signed out on that server alone, and after its restart "
        "teachers sign in once more."
    ),
    VOICE_PREFIX: " Sentences that Amazon Polly reads aloud are paid for again by each server.",
    BUDGET_PREFIX: (
        " Nothing that costs money can be made, unless IMAGESPEAK_BUDGET_USD_PER_DAY is 0 and no "
        "budget for the month is set."
    ),
    VIEW_PREFIX: (
        " All works, but what a model sees in a picture (IMAGESPEAK_VIEWER_MODEL) is kept in "
        "memory alone, and may be paid for again."
    ),
}
"""What is missing where a room can't be used that all else works without."""

_RIGHTS = {
    "write": "s3:PutObject",
    "read": "s3:GetObject",
    "list": "s3:ListBucket",
    "delete": "s3:DeleteObject",
}
"""What each step takes on Amazon S3, as in the README."""

_CONTENT = b"a trial"
_TYPE = "image/png"
_LIFE_S = 300
_SKEW = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Finding:
    """How one point went.

    Attributes:
        point: What was tried, in a few words.
        verdict: `lacks`: ImageSpeak can't run on it; `note`: it can, but somebody should know.
        words: What is wrong and what to do; empty where all is well.
    """

    point: str
    verdict: Literal["ok", "note", "lacks"] = "ok"
    words: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a browser gets for an address.

    Attributes:
        body: Its bytes.
        headers: Their names in small letters.
    """

    body: bytes
    headers: Mapping[str, str]


Fetch = Callable[[str], Fetched]
"""Opens an address; OSError where that fails."""


def check_up(blobs: Blobs, *, fetch: Fetch, now: Callable[[], datetime]) -> Iterator[Finding]:
    """Try a store out; leaves nothing behind where it may delete.

    Ends early where the store can't be reached at all.

    Args:
        blobs: The store.
        fetch: For addresses that lead elsewhere.
        now: The clock, aware.
    """
    try:
        blobs.warm_up()
        blobs.check_room(ROOM_FOR_PICTURES_BYTES)
        blobs.read(trial_name(IMAGE_PREFIX))
    except StorageError as error:
        yield Finding("can be reached, and has room", "lacks", str(error))
        if isinstance(error, StorageTimeoutError | StorageUnreachableError):
            return
    else:
        yield Finding("can be reached, and has room")
    conditions = [*_conditions(blobs)]
    yield from conditions
    yield from (_rights(blobs, room) for room in (*LISTED_ROOMS, CLAIM_PREFIX, VOICE_PREFIX))
    yield _lists_claims(blobs)
    yield _deletes_many(blobs)
    if all(finding.verdict == "ok" for finding in conditions):
        yield _heeds_capitals(blobs)
    yield from _addresses(blobs, fetch, now)


def _conditions(blobs: Blobs) -> Iterator[Finding]:
    create, replace = "writes only if a name is free", "replaces only what nobody changed"
    with _blob(blobs, CLAIM_PREFIX) as name:
        try:
            version = try_create(blobs, name)
        except StorageError as error:
            yield Finding(create, "lacks", str(error))
            return
        yield Finding(create)
        try:
            try_replace(blobs, name, version)
        except StorageError as error:
            yield Finding(replace, "lacks", str(error))
            return
        yield Finding(replace)


def _rights(blobs: Blobs, room: str) -> Finding:
    """Whether all that is done in a room may be done, and gives what was written."""
    lacks: Literal["note", "lacks"] = "note" if room in _WITHOUT else "lacks"
    without = _WITHOUT.get(room, "")
    point = f"{room}: write, read, {'list, ' if room in LISTED_ROOMS else ''}delete"
    with _blob(blobs, room) as name:
        step = "write"
        try:
            blobs.put(name, _CONTENT, content_type=_TYPE)
            step = "read"
            there, known = blobs.read(name), blobs.look(name)
            is_whole = there is not None and there.content == _CONTENT
            if not is_whole or known is None or known.size_bytes != len(_CONTENT):
                return Finding(point, lacks, f"What was written is not what is read.{without}")
            step = "list"
            if room in LISTED_ROOMS and not _is_listed(blobs, name):
                return Finding(point, lacks, f"What was written is not listed.{without}")
            step = "delete"
            for error in blobs.delete([name]).values():
                raise error
            # Who may not list a room can't ask for what is not there.
            if room in LISTED_ROOMS and blobs.read(name) is not None:
                return Finding(point, lacks, f"What was deleted is still there.{without}")
        except StorageError as error:
            is_right = isinstance(error, StorageAccessError)
            right = f" On S3 that takes {_RIGHTS[step]} for {room}*." if is_right else ""
            return Finding(point, lacks, f"Could not {step}. {error}{right}{without}")
    return Finding(point)


def _lists_claims(blobs: Blobs) -> Finding:
    point = f"{CLAIM_PREFIX}: list"
    try:
        next(iter(blobs.list(CLAIM_PREFIX)), None)
    except StorageError as error:
        right = f" On S3 that takes {_RIGHTS['list']} for {CLAIM_PREFIX}*."
        left = " All works, but the small files stay that servers leave there when they are killed."
        return Finding(point, "note", f"{error}{right}{left}")
    return Finding(point)


def _is_listed(blobs: Blobs, name: str) -> bool:
    return name in {blob.name for page in blobs.list(name) for blob in page}


def _deletes_many(blobs: Blobs) -> Finding:
    point = "deletes many at once"
    names = [trial_name(IMAGE_PREFIX) for _ in range(3)]
    try:
        for name in names:
            blobs.put(name, _CONTENT, content_type=_TYPE)
        for error in blobs.delete(names).values():
            raise error
        left = [name for name in names if blobs.read(name) is not None]
    except StorageError as error:
        with suppress(StorageError):
            blobs.delete(names)
        return Finding(point, "lacks", str(error))
    return Finding(point, "lacks", "Some are still there.") if left else Finding(point)


def _heeds_capitals(blobs: Blobs) -> Finding:
    point = "small and capital letters make two names"
    stem = trial_name(IMAGE_PREFIX)
    contents = {f"{stem}-a": b"small", f"{stem}-A": b"capital"}
    try:
        for name, content in contents.items():
            blobs.create(name, content, content_type=_TYPE)
        there = {name: blob.content for name in contents if (blob := blobs.read(name))}
    except ChangedMeanwhileError:
        return Finding(point, "note", "They are one name here, and the second is refused.")
    except StorageError as error:
        return Finding(point, "lacks", str(error))
    finally:
        _tidy(blobs, list(contents))
    if there != contents:
        return Finding(point, "lacks", "They are one name here, and one replaces the other.")
    return Finding(point)


def _addresses(blobs: Blobs, fetch: Fetch, now: Callable[[], datetime]) -> Iterator[Finding]:
    point = "an address shows its picture"
    with _blob(blobs, IMAGE_PREFIX) as name:
        try:
            blobs.put(name, _CONTENT, content_type=_TYPE)
            if blobs.own_addresses is not None:
                address = blobs.address(name, signed_at=now(), life_s=_LIFE_S)
                yield Finding(point) if address.startswith("/") else Finding(point, "lacks")
                return
            fetched = fetch(blobs.address(name, signed_at=now(), life_s=_LIFE_S))
            as_file = fetch(blobs.address(name, signed_at=now(), life_s=_LIFE_S, as_download=True))
        except StorageError as error:
            yield Finding(point, "lacks", str(error))
            return
        except OSError as error:
            yield Finding(
                point,
                "lacks",
                f"Opened from this computer, it fails: {error}. Browsers open it likewise: the "
                "server must take signed addresses (SigV4), and be reached by all who learn.",
            )
            return
    if fetched.body != _CONTENT:
        yield Finding(point, "lacks", "It shows something else.")
    else:
        yield Finding(point)
    yield _said_of(fetched, "content-type", _TYPE, "an address says that it is a picture")
    yield _said_of(as_file, "content-disposition", "attachment", "a download is kept as a file")
    yield _clock(fetched, now())


def _said_of(fetched: Fetched, header: str, beginning: str, point: str) -> Finding:
    said = fetched.headers.get(header, "")
    if said.startswith(beginning):
        return Finding(point)
    return Finding(point, "note", f"The server answers {said!r} as {header}: browsers may differ.")


def _clock(fetched: Fetched, now: datetime) -> Finding:
    point = "the clocks agree"
    try:
        theirs = parsedate_to_datetime(fetched.headers.get("date", ""))
    except ValueError:
        return Finding(point, "note", "The server does not say what time it is.")
    apart = abs(theirs - now)
    if apart <= _SKEW:
        return Finding(point)
    minutes = round(apart.total_seconds() / 60)
    return Finding(point, "note", f"They are {minutes} minutes apart. Set this computer's clock.")


@contextmanager
def _blob(blobs: Blobs, room: str) -> Iterator[str]:
    """A name of its own, and nothing under it afterwards."""
    name = trial_name(room)
    try:
        yield name
    finally:
        _tidy(blobs, [name])


def _tidy(blobs: Blobs, names: Sequence[str]) -> None:
    for name in names:
        with suppress(StorageError):
            blobs.delete([name])
