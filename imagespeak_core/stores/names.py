"""What may become the name of a file or object, checked right before it does."""

from __future__ import annotations

import re

from imagespeak_core.naming import ImageKey, parse_key

CLAIM_PREFIX = "claims/"

DETAILS_WITHIN_BYTES = 192 * 1024
"""Settings and scene stand at the beginning of a PNG. Two prompts of 10,000 characters have at
most 120,000 bytes, when JSON writes every character as `\\u0000`; a scene has a few thousand."""

_CLAIM_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")


def checked_key(key: ImageKey) -> str:
    """The key as text.

    Raises:
        ValueError: It would not be read as the same key again, so it was not made by the rules
            of `naming`.
    """
    text = str(key)
    if parse_key(text) != key:
        raise ValueError(f"{text!r} is not the key of a picture.")
    return text


def checked_claim(name: str) -> str:
    """The full name of a claim.

    Raises:
        ValueError: The name breaks the rule of `ImageStore.claim`.
    """
    if not _CLAIM_NAME.fullmatch(name):
        raise ValueError(f"{name!r} can't be claimed.")
    return CLAIM_PREFIX + name


def file_name(key: ImageKey) -> str:
    """The last part of a key: what a downloaded picture is called."""
    return checked_key(key).rpartition("/")[2]
