"""The key that a learner's browser keeps: who has it owns what was kept and tried with it.

It is in no session's address. Documents hold its hash alone, so that nobody who reads them can
open what belongs to it.
"""

from __future__ import annotations

import hashlib
import re
import secrets

_KEY = re.compile(r"[A-Za-z0-9_-]{27}")


def new_key() -> str:
    """A key that nobody guesses: 160 random bits as 27 of `A-Z a-z 0-9 _ -`."""
    return secrets.token_urlsafe(20)


def is_key(text: str) -> bool:
    """Whether a text, which anybody may have sent, can be a learner's key."""
    return _KEY.fullmatch(text) is not None


def key_hash(key: str) -> str:
    """What stands for a key in documents: 32 hexadecimal digits."""
    return hashlib.sha256(f"imagespeak learner\n{key}".encode()).hexdigest()[:32]
