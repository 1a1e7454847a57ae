"""Addresses on this app's own server that stop working.

{path}?expires={Unix seconds}&signature={see `signatures`}
"""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from imagespeak_core.errors import AddressExpiredError
from imagespeak_core.signing.signatures import matches, sign

_PURPOSE = "imagespeak address"


def signed_address(path: str, *, expires: int, secret: bytes) -> str:
    """The address of a path until `expires`, in Unix seconds.

    Args:
        path: Begins with `/`; not quoted yet.
        expires: From then on it is refused.
        secret: The server's own.
    """
    signature = sign(_PURPOSE, path, str(expires), secret=secret)
    return f"{quote(path)}?expires={expires}&signature={signature}"


def check_address(path: str, expires: str, signature: str, *, secret: bytes, now: datetime) -> None:
    """Let a path pass if we signed exactly it, and it is not too old.

    Args:
        path: As in `signed_address`.
        expires: Of the query.
        signature: Of the query.
        secret: The server's own.
        now: Aware.

    Raises:
        AddressExpiredError: It is too old, or anything in it was changed.
    """
    is_ours = matches(signature, _PURPOSE, path, expires, secret=secret)
    if not is_ours or int(expires) <= now.timestamp():
        raise AddressExpiredError(
            "This address is too old or not complete. Open the page again to get a new one."
        )
