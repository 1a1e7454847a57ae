"""The signing secret of a server whose owner set none."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from imagespeak_core.errors import SettingsError


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
            "This user has no home folder for the signing secret. "
            "Set IMAGESPEAK_SECRET to at least 16 random characters."
        ) from exc


def load_or_create_secret(path: Path, *, data_dir: Path) -> bytes:
    """The secret in the file; it is made, readable by this user alone, if there is none.

    Processes that start at the same moment get the same secret.

    Args:
        path: The file.
        data_dir: The root of the folder store, which may be copied to other places.

    Raises:
        SettingsError: The file lies under the data root, or can't be made or read.
    """
    if path.resolve().is_relative_to(data_dir.resolve()):
        raise SettingsError(
            f"The secret file {str(path)!r} would lie in IMAGESPEAK_DATA_DIR and be copied with "
            "the pictures. Choose another IMAGESPEAK_DATA_DIR or set IMAGESPEAK_SECRET."
        )
    try:
        _create_once(path)
        secret = path.read_bytes()
    except OSError as exc:
        raise SettingsError(
            f"The secret file {str(path)!r} can't be made or read ({exc.strerror}). "
            "Set IMAGESPEAK_SECRET to at least 16 random characters."
        ) from exc
    if len(secret) < 16:
        raise SettingsError(
            f"The secret file {str(path)!r} is damaged. Delete it; a new one will be made."
        )
    return secret


def _create_once(path: Path) -> None:
    if path.exists():
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(32))
    try:
        _give_name(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _give_name(draft: Path, path: Path) -> None:
    """Let the finished file be the secret, unless another process was faster."""
    with suppress(FileExistsError):
        try:
            os.link(draft, path)
        except FileExistsError:
            raise
        except OSError:  # no hard links here; to rename over a file is refused by Windows alone
            if not path.exists():
                draft.rename(path)
