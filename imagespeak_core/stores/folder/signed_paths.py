"""Addresses of pictures on this app's own server, signed by it.

/pictures/{file name}?expires={Unix seconds}[&download=1]&signature={HMAC-SHA256, base64url}
"""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from imagespeak_core.errors import AddressExpiredError
from imagespeak_core.signing.signatures import matches, sign

PICTURES_PATH = "/pictures/"

_PURPOSE = "imagespeak picture address"


def signed_path(file_name: str, expires: int, *, as_download: bool, secret: bytes) -> str:
    """The address of a file until `expires`, in Unix seconds."""
    download = "1" if as_download else ""
    query = f"expires={expires}" + ("&download=1" if as_download else "")
    signature = sign(_PURPOSE, file_name, str(expires), download, secret=secret)
    return f"{PICTURES_PATH}{quote(file_name)}?{query}&signature={signature}"


def check_signature(
    file_name: str, expires: str, download: str, signature: str, *, secret: bytes, now: datetime
) -> None:
    """Let an address pass if we signed exactly it, and it is not too old.

    Raises:
        AddressExpiredError: It is too old, or anything in it was changed.
    """
    is_ours = matches(signature, _PURPOSE, file_name, expires, download, secret=secret)
    if not is_ours or int(expires) <= now.timestamp():
        raise AddressExpiredError(
            "The address of this picture is too old or not complete. "
            "Open the session's page again to get a new one."
        )
