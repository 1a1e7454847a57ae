"""Files of one process that outlive it: whoever comes after a dead one goes on with them.

    spool/                        0700
    └── 3f9a…/                    one process's, for as long as it holds the lock
        ├── lock
        ├── 000017-picture.spool  0600: a line of JSON, then bytes
        └── …

They lie outside the data root, so that no copy of it takes them along. What else lies in the same
folder is somebody's own, and stays.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import re
import secrets
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, TypeVar

from filelock import FileLock, Timeout

from imagespeak_core.errors import SpoolLostError, StorageError, StorageFullError

logger = logging.getLogger(__name__)

_LOCK = "lock"
_ENDING = ".spool"
_PART = ".part"
_FOLDER = re.compile(r"[0-9a-f]{16}")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Spooled:
    """Something that waits on disk.

    Attributes:
        path: Where.
    """

    path: Path

    @property
    def kind(self) -> str:
        """What it is."""
        return self.path.name.removesuffix(_ENDING).partition("-")[2]


class SpoolFiles:
    """The spool of this process. Safe for threads.

    Where this computer's disk takes nothing, `keep` says so, and its caller goes on without.

    Args:
        root: Of all processes' spools. Made when it is needed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.absolute()
        self._own = self._root / secrets.token_hex(8)
        self._number = 0
        self._guard = threading.Lock()
        self._held: FileLock | None = None

    def keep(self, kind: str, header: Mapping[str, object], content: bytes) -> Spooled:
        """Write something down: on disk when this returns, whatever happens to this process.

        Args:
            kind: What it is: letters and dashes.
            header: JSON.
            content: Any bytes.

        Raises:
            StorageFullError: This computer's disk does not take it.
        """
        try:
            with self._guard:
                self._open()
                self._number += 1
                path = self._own / f"{self._number:06}-{kind}{_ENDING}"
            _write(path, _first_line(header, content) + content)
        except OSError as exc:
            raise StorageFullError(
                f"Nothing can be kept in {str(self._root)!r} on this computer ({exc.strerror}). "
                "Make room there, or set IMAGESPEAK_SPOOL_DIR to another folder."
            ) from exc
        return Spooled(path)

    def read(self, spooled: Spooled) -> tuple[dict[str, object], bytes]:
        """Header and content.

        Raises:
            SpoolLostError: It is gone, or not what was written down.
            StorageError: This computer's disk does not give it now.
        """
        line, content = _read(spooled.path, lambda file: (file.readline(), file.read()))
        header = _header(spooled.path, line)
        older = _first_line(header, content, covers_header=False)
        if line not in (_first_line(header, content), older):
            raise _damaged(spooled.path)
        return header, content

    def header(self, spooled: Spooled) -> dict[str, object]:
        """The same without the content.

        Raises:
            StorageError: As `read`.
        """
        return _header(spooled.path, _read(spooled.path, lambda file: file.readline()))

    def of_other_places(self) -> int:
        """How many things wait beside this spool for other stores; nobody here touches them."""
        try:
            folders = [path.parent.parent for path in self._root.parent.glob(f"*/*/*{_ENDING}")]
        except OSError:
            return 0
        return sum(folder != self._root for folder in folders)

    def drop(self, spooled: Spooled) -> None:
        """It is in the store, or not wanted any more."""
        with suppress(OSError):
            spooled.path.unlink(missing_ok=True)
            _sync_folder(spooled.path.parent)

    def adopt(self, kinds: Collection[str]) -> list[Spooled]:
        """Take over what processes have left that are dead: from now on it is this one's.

        What a disk does not give stays where it is, until somebody asks again.

        Args:
            kinds: What this process can go on with; the rest is for another one.
        """
        adopted: list[Spooled] = []
        with suppress(OSError), self._guard:
            for folder in self._others():
                lock = FileLock(folder / _LOCK)
                try:
                    lock.acquire(timeout=0)
                except (Timeout, OSError, NotImplementedError):
                    continue  # its process is alive, or this disk can't tell
                try:
                    adopted += self._moved(folder, kinds)
                finally:
                    lock.release()
                if not any(folder.glob(f"*{_ENDING}")):
                    _remove(folder)
        if adopted:
            logger.warning("%d things that an ended server has left are gone on with", len(adopted))
        return adopted

    def close(self) -> None:
        """Let the next process have what is left; an empty folder goes."""
        with self._guard, suppress(OSError):
            if self._held is None:
                return
            if not any(self._own.glob(f"*{_ENDING}")):
                _remove(self._own)
            self._held.release()
            self._held = None

    def _open(self) -> None:
        if self._held is not None and self._own.is_dir():
            return
        self._root.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._own.mkdir(exist_ok=True, mode=0o700)
        lock = FileLock(self._own / _LOCK)
        lock.acquire(timeout=1)
        self._held = lock

    def _others(self) -> Iterator[Path]:
        if self._root.is_dir():
            yield from (
                folder
                for folder in sorted(self._root.iterdir())
                if _FOLDER.fullmatch(folder.name)
                and folder != self._own
                and folder.is_dir()
                and not folder.is_symlink()
                and (folder / _LOCK).exists()
            )

    def _moved(self, folder: Path, kinds: Collection[str]) -> list[Spooled]:
        """What has moved, also where the disk then gave no more."""
        moved: list[Spooled] = []
        with suppress(OSError):
            for path in sorted(folder.glob(f"*{_ENDING}")):
                if Spooled(path).kind not in kinds:
                    continue
                self._open()
                self._number += 1
                target = self._own / f"{self._number:06}-{Spooled(path).kind}{_ENDING}"
                path.rename(target)
                moved.append(Spooled(target))
            if moved:
                _sync_folder(self._own)
                _sync_folder(folder)
        return moved


def _remove(folder: Path) -> None:
    """All but what somebody else keeps there."""
    with suppress(OSError):
        for path in (*folder.glob(f"[0-9]*-*{_PART}"), folder / _LOCK):
            path.unlink(missing_ok=True)
        folder.rmdir()


def _read(path: Path, read: Callable[[BinaryIO], _T]) -> _T:
    try:
        with path.open("rb") as file:
            return read(file)
    except FileNotFoundError:
        raise SpoolLostError(f"{str(path)!r} on this computer is gone.") from None
    except OSError as exc:
        raise StorageError(
            f"{str(path)!r} can't be read on this computer now ({exc.strerror})."
        ) from exc


def _first_line(
    header: Mapping[str, object], content: bytes, *, covers_header: bool = True
) -> bytes:
    """What is told of header and content, by which one that was cut or changed is known."""
    covered = json.dumps(header).encode() if covers_header else b""
    digest = sha256(covered + content).hexdigest()
    line = {"header": header, "bytes": len(content), "sha256": digest}
    return json.dumps(line).encode() + b"\n"


def _header(path: Path, line: bytes) -> dict[str, object]:
    try:
        header = json.loads(line)["header"]
    except (ValueError, TypeError, KeyError, RecursionError):
        header = None
    if not isinstance(header, dict):
        raise _damaged(path)
    return header


def _damaged(path: Path) -> SpoolLostError:
    return SpoolLostError(f"{str(path)!r} on this computer is damaged.")


def _write(path: Path, content: bytes) -> None:
    part = path.with_suffix(_PART)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
        _sync_folder(path.parent)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk, where a system and its disk can do that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as exc:
        if exc.errno in {errno.EIO, errno.ENOSPC}:
            raise
    finally:
        os.close(descriptor)
