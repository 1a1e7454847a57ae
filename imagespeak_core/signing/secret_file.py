"""The signing secret of a server whose owner set none."""

from __future__ import annotations

import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

from imagespeak_core.errors import SettingsError

_ADVICE = "Set IMAGESPEAK_SECRET to at least 16 random characters."
_LEAST_BYTES = 16
_WAITS_S = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4)


def state_dir() -> Path:
    """This user's folder for state: `$XDG_STATE_HOME`, else `~/.local/state`.

    Raises:
        SettingsError: This user has no home folder.
    """
    base = os.environ.get("XDG_STATE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".local" / "state") / "imagespeak"
    except RuntimeError as exc:
        raise SettingsError(
            f"This user has no home folder for the signing secret. {_ADVICE}"
        ) from exc


def load_or_create_secret(path: Path, *, data_dir: Path) -> bytes:
    """The secret in the file; it is made, readable by this user alone, if there is none.

    Processes that start at the same moment get the same secret.

    Args:
        path: The file.
        data_dir: The root of the folder store, which may be copied to other places.

    Raises:
        SettingsError: The file lies under the data root, can't be made or read, or is open to
            others.
    """
    if path.resolve().is_relative_to(data_dir.resolve()):
        raise SettingsError(
            f"The secret file {str(path)!r} would lie in IMAGESPEAK_DATA_DIR and be copied with "
            "the pictures. Choose another IMAGESPEAK_DATA_DIR or set IMAGESPEAK_SECRET."
        )
    try:
        if not path.exists():
            _create(path)
        _keep_for_this_user(path)
        secret = _read(path)
    except OSError as exc:
        raise SettingsError(
            f"The secret file {str(path)!r} can't be made or read ({exc.strerror}). {_ADVICE}"
        ) from exc
    if len(secret) < _LEAST_BYTES:
        raise SettingsError(
            f"The secret file {str(path)!r} is damaged. Delete it; a new one will be made."
        )
    return secret


def _create(path: Path) -> None:
    """Make the file, unless another process is faster."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    content = secrets.token_urlsafe(32).encode()
    try:
        _write_new(draft, content)
        _keep_for_this_user(draft)
        with suppress(FileExistsError):
            try:
                os.link(draft, path)
            except FileExistsError:
                raise
            except OSError:  # no hard links here; who comes second waits until it is whole
                _write_new(path, content)
    finally:
        draft.unlink(missing_ok=True)


def _write_new(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(path, flags, 0o600), "wb", buffering=0) as file:
        try:
            file.write(content)
        except OSError:
            path.unlink()
            raise


def _keep_for_this_user(path: Path) -> None:
    """Take the right to read the file from all others.

    Raises:
        SettingsError: Its disk knows no such rights.
    """
    if os.name == "nt" or not _is_for_others(path):
        return  # a user's folder on Windows is closed to others, and modes mean nothing there
    with suppress(OSError):
        path.chmod(0o600)
    if _is_for_others(path):
        raise SettingsError(
            f"Other users of this computer can read all files in {str(path.parent)!r}, so the "
            f"secret file can't lie there. {_ADVICE}"
        )


def _is_for_others(path: Path) -> bool:
    return bool(stat.S_IMODE(path.stat().st_mode) & 0o077)


def _read(path: Path) -> bytes:
    """What is in the file, when whoever is just writing it is done."""
    for wait_s in _WAITS_S:
        secret = path.read_bytes()
        if len(secret) >= _LEAST_BYTES:
            return secret
        time.sleep(wait_s)
    return path.read_bytes()
