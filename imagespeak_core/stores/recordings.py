"""Recordings and attempts as files: sounds and addresses, and which documents lie beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

from imagespeak_core.errors import ChangedMeanwhileError, KeyTakenError, NotABlobError, StorageError
from imagespeak_core.speaking.keys import (
    CONTENT_TYPES,
    RECORDING_PREFIX,
    Ending,
    SpokenKey,
    parse_name,
    parse_sound,
    second_prefix,
    session_prefix,
    sound_name,
)
from imagespeak_core.stores.blobs import MOST_NAMES, BlobInfo, Blobs
from imagespeak_core.stores.spoken_memory import KeepingRights, SeenOwners

ADDRESS_LIFE_S = 900
"""An address of a recording shows it for so long at most."""


@dataclass(frozen=True, slots=True)
class SpokenFiles:
    """What lies in the store of one recording or attempt; a listing tells it.

    Attributes:
        key: Its stem.
        document: What is known of it; None where that is not there (any more).
        sounds: By their endings; never more than one but for what went wrong. None of attempts.
    """

    key: SpokenKey
    document: BlobInfo | None
    sounds: Mapping[Ending, BlobInfo]

    @property
    def names(self) -> tuple[str, ...]:
        """All of its files, the document last."""
        document = (self.document.name,) if self.document else ()
        return (*(sound.name for sound in self.sounds.values()), *document)

    @property
    def last_modified(self) -> datetime:
        """Of the file that was written last, aware."""
        files: list[BlobInfo] = [*self.sounds.values()]
        files += [self.document] if self.document else []
        return max(file.last_modified for file in files)


class RecordingStore:
    """Sounds in, addresses out; and what lies there of recordings and attempts.

    Safe to call from several threads and processes. Every method may raise StorageFullError,
    StorageAccessError, StorageTimeoutError, StorageUnreachableError or plain StorageError;
    InvalidSessionIdError or ValueError for a session id or stem that breaks its rule.

    Attributes:
        owners: Whose documents are, as this process read them.
        rights: Whether the store lets anything be kept, as this process found.
    """

    def __init__(self, blobs: Blobs, *, rights: KeepingRights | None = None) -> None:
        """Remember where.

        Args:
            blobs: Where they are kept.
            rights: Where something is known of them already.
        """
        self._blobs = blobs
        self.owners = SeenOwners()
        self.rights = rights or KeepingRights()

    def create(self, stem: str, ending: Ending, content: bytes) -> None:
        """Keep a sound, whole or not at all; nothing is ever overwritten.

        Raises:
            KeyTakenError: There is a sound with this name; it was not touched.
        """
        name = sound_name(stem, ending)
        try:
            self._blobs.create(name, content, content_type=CONTENT_TYPES[ending])
        except (ChangedMeanwhileError, NotABlobError) as exc:
            raise KeyTakenError(f"Another recording has the name {name!r}.") from exc

    def read(self, stem: str, ending: Ending) -> bytes | None:
        """A sound; None where there is none."""
        there = self._blobs.read(sound_name(stem, ending))
        return there.content if there else None

    def of_session(self, prefix: str, session_id: str) -> list[SpokenFiles]:
        """All of exactly this session, ascending by their names; what isn't ours is ignored.

        Args:
            prefix: `RECORDING_PREFIX` or `ATTEMPT_PREFIX`.
            session_id: Whose.
        """
        found = self._found(session_prefix(prefix, session_id))
        return [files for files in found if files.key.session_id == session_id]

    def of_second(self, prefix: str, session_id: str, timestamp: str) -> list[SpokenFiles]:
        """The same of one second, in the order of the indexes."""
        found = [*self._found(second_prefix(prefix, session_id, timestamp))]
        return sorted(found, key=lambda files: files.key.order)

    def of_all(self, prefix: str) -> Iterator[SpokenFiles]:
        """All of all sessions, ascending by their names.

        Lazy: 1,000 files cost one request on S3, and the next ones are asked for only when they
        are wanted.
        """
        return self._found(prefix)

    def _found(self, prefix: str) -> Iterator[SpokenFiles]:
        """What belongs to one stem stands together in the order of the names."""
        ours = (
            (found, blob)
            for page in self._blobs.list(prefix)
            for blob in page
            if (found := parse_name(blob.name))
        )
        for key, of_stem in groupby(ours, key=lambda one: one[0][0]):
            sounds: dict[Ending, BlobInfo] = {}
            document = None
            for (_, ending), blob in of_stem:
                if ending == "json":
                    document = blob
                else:
                    sounds[ending] = blob
            yield SpokenFiles(key, document, sounds)

    def delete(self, found: Iterable[SpokenFiles]) -> dict[str, StorageError]:
        """Delete files; what is not there is no error.

        Sounds go before their documents: whose sound stays can be found and tried again.

        Returns:
            The names of those that could not be deleted for good, each with the reason.

        Raises:
            StorageError: By subclass; nothing, or not all, could be tried.
        """
        wanted = list(found)
        sounds = [blob.name for files in wanted for blob in files.sounds.values()]
        kept = self._delete(sounds)
        documents = [
            files.document.name
            for files in wanted
            if files.document and kept.keys().isdisjoint(files.names)
        ]
        return kept | self._delete(documents)

    def delete_sound(self, stem: str, ending: Ending) -> None:
        """Delete a sound, and nothing beside it. What is not there is no error."""
        for error in self._delete([sound_name(stem, ending)]).values():
            raise error

    def _delete(self, names: list[str]) -> dict[str, StorageError]:
        kept: dict[str, StorageError] = {}
        for start in range(0, len(names), MOST_NAMES):
            kept |= self._blobs.delete(names[start : start + MOST_NAMES])
        return kept

    def address(self, stem: str, ending: Ending, *, signed_at: datetime, life_s: int) -> str:
        """A signed address that lets a sound be heard, which no cache keeps.

        Args:
            stem: Which.
            ending: Of the file.
            signed_at: Aware; from when the life counts.
            life_s: 1–900 seconds.

        Returns:
            An absolute URL, or a path on this app's own server that begins with `/`.

        Raises:
            ValueError: The life is longer.
        """
        if not 1 <= life_s <= ADDRESS_LIFE_S:
            raise ValueError(f"A recording's address lives 1 to {ADDRESS_LIFE_S} s, not {life_s}.")
        return self._blobs.address(
            sound_name(stem, ending),
            signed_at=signed_at,
            life_s=life_s,
            no_store_as=CONTENT_TYPES[ending],
        )

    def open_signed(
        self, file_name: str, expires: str, signature: str, *, now: datetime
    ) -> tuple[Path, str] | None:
        """The file that an `address` on this app's own server stands for, and its MIME type.

        Whoever sends it says `Cache-Control: no-store`.

        Args:
            file_name: The last part of the path, as the browser sent it; so are the next two.
            expires: Of the query.
            signature: Of the query.
            now: Aware.

        Returns:
            None where it was signed, and there is no such recording (any more); or the addresses
            of this store lead elsewhere.

        Raises:
            AddressExpiredError: The address is too old, or was not signed by us.
        """
        name, own = RECORDING_PREFIX + file_name, self._blobs.own_addresses
        if own is None:
            return None
        try:
            path = own.open_signed(name, expires, "", signature, now=now)
        except NotABlobError:
            return None
        found = parse_sound(name)
        return (path, CONTENT_TYPES[found[1]]) if path and found else None
