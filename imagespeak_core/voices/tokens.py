"""Addresses' tokens: a sentence that this server itself wants to be heard, signed, for a while.

Whoever has a token can have its sentence said, and paid for, and nothing else.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime

from imagespeak_core.errors import AddressExpiredError
from imagespeak_core.signing.signatures import matches, sign
from imagespeak_core.voices.base import MAX_SENTENCE_LENGTH, plain_sentence

_PURPOSE = "imagespeak sentence"
_MAX_LENGTH = 8 * MAX_SENTENCE_LENGTH
"""Four bytes a character, and a third more of them as base64; the rest is more than enough."""


def sentence_token(sentence: str, *, expires: int, secret: bytes) -> str:
    """A sentence as a text of `A-Z a-z 0-9 _ - .` that stands in an address.

    Args:
        sentence: As `plain_sentence` gives it.
        expires: Unix seconds; from then on it is refused.
        secret: The server's own.
    """
    told = json.dumps([plain_sentence(sentence), expires], ensure_ascii=False)
    content = urlsafe_b64encode(told.encode()).decode().rstrip("=")
    return f"{content}.{sign(_PURPOSE, content, secret=secret)}"


def read_token(text: str, *, secret: bytes, now: datetime) -> str:
    """The sentence of a token, if we signed it and it has not ended.

    Args:
        text: What a browser sent; anything.
        secret: The server's own.
        now: Aware.

    Raises:
        AddressExpiredError: It is too old, or anything in it was changed.
    """
    content, _, signature = text[:_MAX_LENGTH].partition(".")
    if matches(signature, _PURPOSE, content, secret=secret):
        sentence, expires = json.loads(urlsafe_b64decode(content + "=" * (-len(content) % 4)))
        if now.timestamp() < expires:
            return str(sentence)
    raise AddressExpiredError("This page was open for too long. Load it again to hear this.")
