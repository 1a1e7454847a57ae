"""Where on this computer the spool lies, for one place where pictures are kept."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

from imagespeak_core.errors import SettingsError
from imagespeak_core.settings import Settings
from imagespeak_core.settings.checks import check_outside
from imagespeak_core.signing.secret_file import state_dir

if TYPE_CHECKING:
    from imagespeak_core.spool.files import SpoolFiles


def spool_files(settings: Settings) -> SpoolFiles | None:
    """None where this user has no folder for them.

    Each place for pictures has its own: what was paid for here is stored nowhere else.
    """
    from imagespeak_core.spool.files import SpoolFiles

    root = settings.spool_dir
    if root is None:
        try:
            root = state_dir() / "spool"
        except SettingsError:
            return None
        if not settings.bucket:
            try:
                check_outside(root, settings.data_dir)
            except ValueError as exc:
                raise SettingsError(f"IMAGESPEAK_SPOOL_DIR: {exc}.") from exc
    place = _place(settings).encode(errors="surrogatepass")  # a path may have any bytes
    return SpoolFiles(root / sha256(place).hexdigest()[:16])


def _place(settings: Settings) -> str:
    """Another one for each place where pictures may be kept."""
    if not settings.bucket:
        return str(settings.data_dir.resolve())
    server = os.environ.get("AWS_ENDPOINT_URL_S3") or os.environ.get("AWS_ENDPOINT_URL") or ""
    return f"{server} {settings.bucket}"
