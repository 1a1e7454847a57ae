"""Addresses of blobs on this app's own server, signed by it.

/pictures/{file name}?expires={Unix seconds}[&download=1]&signature={HMAC-SHA256, base64url}
"""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from imagespeak_core.errors import AddressExpiredError
from imagespeak_core.pictures.naming import IMAGE_PREFIX
from imagespeak_core.signing.signatures import matches, sign

PICTURES_PATH = "/pictures/"

_PURPOSE = "imagespeak picture address"


def signed_path(name: str, expires: int, *, as_download: bool, secret: bytes) -> str:
    """The address of a picture until `expires`, in Unix seconds.

    Raises:
        ValueError: No route of the app shows what has such a name.
    """
    if not name.startswith(IMAGE_PREFIX):
        raise ValueError(f"{name!r} is shown at no address.")
    file_name = name.removeprefix(IMAGE_PREFIX)
    download = "1" if as_download else ""
    query = f"expires={expires}" + ("&download=1" if as_download else "")
    signature = sign(_PURPOSE, file_name, str(expires), download, secret=secret)
    return f"{PICTURES_PATH}{quote(file_name)}?{query}&signature={signature}"


def check_signature(
    name: str, expires: str, download: str, signature: str, *, secret: bytes, now: datetime
) -> None:
    """Let an address pass if we signed exactly it, and it is not too old.

    Raises:
        AddressExpiredError: It is too old, or anything in it was changed.
    """
    file_name = name.removeprefix(IMAGE_PREFIX)
    is_ours = matches(signature, _PURPOSE, file_name, expires, download, secret=secret)
    if not is_ours or int(expires) <= now.timestamp():
        raise AddressExpiredError(
            "The address of this picture is too old or not complete. "
            "Open the session's page again to get a new one."
        )
