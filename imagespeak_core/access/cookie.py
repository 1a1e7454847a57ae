"""The cookie that keeps a teacher signed in after the PIN: `{end, Unix seconds}.{signature}`.

The signature covers the end and the PIN, so another PIN signs everybody out. The route that sets
it adds HttpOnly and SameSite.
"""

from __future__ import annotations

import hashlib
import re
import threading
from datetime import datetime

from imagespeak_core.signing.signatures import matches, sign

COOKIE_NAME = "imagespeak_teacher"
COOKIE_LIFE_S = 12 * 60 * 60

_PURPOSE = "imagespeak teacher cookie"
_VALUE = re.compile(r"(?P<expires>[0-9]{1,12})\.(?P<signature>[A-Za-z0-9_-]{20,100})")


def make_cookie(pin: str, *, secret: bytes, now: datetime) -> str:
    """The value for somebody who has just typed the PIN; good for 12 hours.

    Args:
        pin: The teachers' PIN.
        secret: The server's own.
        now: Aware.
    """
    expires = str(int(now.timestamp()) + COOKIE_LIFE_S)
    return f"{expires}.{sign(_PURPOSE, expires, _digest(pin), secret=secret)}"


def cookie_is_valid(value: str, pin: str, *, secret: bytes, now: datetime) -> bool:
    """Whether we made this value, for this PIN, and it has not ended."""
    match = _VALUE.fullmatch(value)
    if match is None or int(match["expires"]) <= now.timestamp():
        return False
    return matches(match["signature"], _PURPOSE, match["expires"], _digest(pin), secret=secret)


class EndedCookies:
    """Cookies whose teachers have signed out, until they would have ended by themselves.

    Pages that are still open elsewhere, and copies of the cookie, then open nothing. In the
    memory of this process; cookies that we did not make are not taken in.
    """

    def __init__(self) -> None:
        self._ends: dict[str, int] = {}
        self._lock = threading.Lock()

    def add(self, value: str, pin: str, *, secret: bytes, now: datetime) -> None:
        """Let a cookie open nothing any more; the arguments are those of `cookie_is_valid`."""
        if not cookie_is_valid(value, pin, secret=secret, now=now):
            return
        with self._lock:
            self._ends = {one: end for one, end in self._ends.items() if end > now.timestamp()}
            self._ends[value] = int(value.partition(".")[0])

    def __contains__(self, value: object) -> bool:
        return value in self._ends


def _digest(pin: str) -> str:
    return hashlib.sha256(pin.encode("utf-8", "surrogatepass")).hexdigest()
