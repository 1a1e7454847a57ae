"""The cookie that keeps a teacher signed in after the PIN: `{end, Unix seconds}.{id}.{signature}`.

The signature covers the end, the random id and the PIN, so another PIN signs everybody out. The
route that sets it adds HttpOnly and SameSite.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable
from datetime import datetime

from imagespeak_core.access.signed_in import SignedIn
from imagespeak_core.signing.signatures import matches, sign

COOKIE_NAME = "imagespeak_teacher"
COOKIE_LIFE_S = 12 * 60 * 60
PIN_ACCOUNT = "pin"
"""Of all who sign in with the PIN: nothing tells them apart."""

_PURPOSE = "imagespeak teacher cookie"
_VALUE = re.compile(
    r"(?P<end>[0-9]{1,12})\.(?P<id>[0-9a-f]{16})\.(?P<signature>[A-Za-z0-9_-]{20,100})"
)


def make_cookie(
    pin: str,
    *,
    secret: bytes,
    since_s: int,
    random_hex: Callable[[int], str] = secrets.token_hex,
) -> str:
    """The value for somebody who has just typed the PIN; good for 12 hours.

    Args:
        pin: The teachers' PIN.
        secret: The server's own.
        since_s: From when it counts, in Unix seconds.
        random_hex: Gives so many random bytes, two digits each.
    """
    end, cookie_id = str(since_s + COOKIE_LIFE_S), random_hex(8)
    return f"{end}.{cookie_id}.{sign(_PURPOSE, end, cookie_id, _digest(pin), secret=secret)}"


def read_cookie(value: str, pin: str, *, secret: bytes, now: datetime) -> SignedIn | None:
    """The sign-in that a value stands for; None where it is not ours, not of this PIN, or over.

    Args:
        value: What the browser sent; any text.
        pin: The teachers' PIN.
        secret: The server's own.
        now: Aware.
    """
    match = _VALUE.fullmatch(value)
    if match is None or int(match["end"]) <= now.timestamp():
        return None
    of = (match["end"], match["id"], _digest(pin))
    if not matches(match["signature"], _PURPOSE, *of, secret=secret):
        return None
    ends_s = int(match["end"])
    return SignedIn(match["id"], PIN_ACCOUNT, ends_s - COOKIE_LIFE_S, ends_s)


def _digest(pin: str) -> str:
    return hashlib.sha256(pin.encode("utf-8", "surrogatepass")).hexdigest()
