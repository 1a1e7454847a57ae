"""Addresses of pictures on this app's own server, signed by it.

/pictures/{file name}?expires={Unix seconds}[&download=1]&signature={HMAC-SHA256, base64url}
"""

from __future__ import annotations

import base64
import hmac
from datetime import datetime
from urllib.parse import quote

from imagespeak_core.errors import AddressExpiredError

PICTURES_PATH = "/pictures/"

_PURPOSE = "imagespeak picture address"  # the same secret signs other things too


def signed_path(file_name: str, expires: int, *, as_download: bool, secret: bytes) -> str:
    """The address of a file until `expires`, in Unix seconds."""
    download = "1" if as_download else ""
    query = f"expires={expires}" + ("&download=1" if as_download else "")
    signature = _signature(file_name, str(expires), download, secret)
    return f"{PICTURES_PATH}{quote(file_name)}?{query}&signature={signature}"


def check_signature(
    file_name: str, expires: str, download: str, signature: str, *, secret: bytes, now: datetime
) -> None:
    """Let an address pass if we signed exactly it, and it is not too old.

    Raises:
        AddressExpiredError: It is too old, or anything in it was changed.
    """
    expected = _signature(file_name, expires, download, secret)
    is_ours = hmac.compare_digest(expected.encode(), signature.encode("utf-8", "replace"))
    if not is_ours or int(expires) <= now.timestamp():
        raise AddressExpiredError(
            "The address of this picture is too old or not complete. "
            "Open the session's page again to get a new one."
        )


def _signature(file_name: str, expires: str, download: str, secret: bytes) -> str:
    message = "\n".join((_PURPOSE, file_name, expires, download)).encode("utf-8", "replace")
    return base64.urlsafe_b64encode(hmac.digest(secret, message, "sha256")).decode().rstrip("=")
