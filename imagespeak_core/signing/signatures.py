"""Signatures that this server alone can make: HMAC-SHA256, base64url.

One secret signs several kinds of things. The purpose keeps them apart: what was signed for one
purpose never passes for another.
"""

from __future__ import annotations

import base64
import hmac


def sign(purpose: str, *parts: str, secret: bytes) -> str:
    """A signature of all parts, in their order; 43 of `A-Z a-z 0-9 _ -`.

    Args:
        purpose: What kind of thing is signed; always with the same number of parts.
        parts: One line each.
        secret: Whoever knows it can sign everything.

    Raises:
        ValueError: The purpose or a part has a line break, so that it could be taken for two.
    """
    lines = (purpose, *parts)
    if any("\n" in line for line in lines):
        raise ValueError("What is signed may have no line breaks.")
    message = "\n".join(lines).encode("utf-8", "surrogatepass")
    return base64.urlsafe_b64encode(hmac.digest(secret, message, "sha256")).decode().rstrip("=")


def matches(signature: str, purpose: str, *parts: str, secret: bytes) -> bool:
    """Whether we signed exactly this; takes as long for every wrong signature.

    Args:
        signature: What somebody sent; any text.
        purpose: As in `sign`.
        parts: What somebody sent; any text.
        secret: As in `sign`.
    """
    if any("\n" in part for part in parts):
        return False
    expected = sign(purpose, *parts, secret=secret)
    return hmac.compare_digest(expected.encode(), signature.encode("utf-8", "surrogatepass"))
