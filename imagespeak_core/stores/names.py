"""What may become the name of a file or object, checked right before it does."""

from __future__ import annotations

import re

from imagespeak_core.pictures.naming import IMAGE_PREFIX, ImageKey, parse_key
from imagespeak_core.stores.documents import MAX_DOCUMENT_BYTES

CLAIM_PREFIX = "claims/"
PREVIEW_PREFIX = "previews/"

DETAILS_WITHIN_BYTES = 192 * 1024
"""Settings and scene stand at the beginning of a PNG. Two prompts of 10,000 characters have at
most 120,000 bytes, when JSON writes every character as `\\u0000`; a scene has a few thousand."""

_CLAIM_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")
_DOCUMENT_ROOMS = r"(classes|experiments|requests)/"
_DOCUMENT_NAME = re.compile(rf"{_DOCUMENT_ROOMS}[A-Za-z0-9][A-Za-z0-9._-]{{0,127}}\.json")
_DOCUMENT_PREFIX = re.compile(rf"{_DOCUMENT_ROOMS}([A-Za-z0-9][A-Za-z0-9._-]{{0,132}})?")


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


def checked_preview(key: ImageKey) -> str:
    """The full name of a picture's preview.

    Raises:
        ValueError: The key breaks its rule, as in `checked_key`.
    """
    return PREVIEW_PREFIX + checked_key(key).removeprefix(IMAGE_PREFIX)[: -len(".png")] + ".webp"


def is_document(name: str) -> bool:
    """Whether this is the name of a document."""
    return _DOCUMENT_NAME.fullmatch(name) is not None


def checked_document(name: str) -> str:
    """The name of a document, as it is.

    Raises:
        ValueError: It breaks the rule of `DocumentStore`.
    """
    if not is_document(name):
        raise ValueError(f"{name!r} is not the name of a document.")
    return name


def checked_document_prefix(prefix: str) -> str:
    """The beginning of documents' names, as it is.

    Raises:
        ValueError: No name of a document begins so, or it doesn't name their folder.
    """
    if not _DOCUMENT_PREFIX.fullmatch(prefix):
        raise ValueError(f"No document's name begins with {prefix!r}.")
    return prefix


def checked_content(content: bytes) -> bytes:
    """What is to become a document, as it is.

    Raises:
        ValueError: It is too large.
    """
    if len(content) > MAX_DOCUMENT_BYTES:
        raise ValueError(
            f"A document has at most {MAX_DOCUMENT_BYTES:,} bytes; this one has {len(content):,}."
        )
    return content


def file_name(key: ImageKey) -> str:
    """The last part of a key: what a downloaded picture is called."""
    return checked_key(key).rpartition("/")[2]
