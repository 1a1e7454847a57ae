"""What a session is called in the log: the same each time, and nobody finds the session by it.

A session's id is the key to its pictures, and may be as short as a class's code. A plain hash of
it can be tried out; one with a secret key can't.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property

from imagespeak_core.errors import SettingsError

_LABEL = b"session names in the log\n"
_DIGITS = 12


class SessionNames:
    """Names sessions.

    Args:
        secret: Gives the server's, when the first session is named; all servers with the same one
            use the same names. None, or a SettingsError: a random one, so that names hold as long
            as this process, as in a Lambda that has no secret.
    """

    def __init__(self, secret: Callable[[], bytes] | None = None) -> None:
        self._secret = secret
        self._chance = secrets.token_bytes(32)

    @cached_property
    def _key(self) -> bytes:
        secret = self._chance
        if self._secret:
            with suppress(SettingsError):
                secret = self._secret()
        return hashlib.sha256(_LABEL + secret).digest()

    def of(self, session_id: str) -> str:
        """The session's name, 12 hexadecimal digits; empty where there is no session."""
        if not session_id:
            return ""
        digest = hashlib.blake2b(session_id.encode("utf-8", "surrogatepass"), key=self._key)
        return digest.hexdigest()[:_DIGITS]
