"""Ids out of links as people paste and type them.

What stands around an id in a sentence is taken off, and what a keyboard or a mail program did to
its letters is undone. Nothing is added, so that a link that was cut short leads nowhere: whoever
knows half of an id learns no more of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from slugify import slugify

from imagespeak_core.classroom.class_names import is_class_id
from imagespeak_core.errors import InvalidSessionIdError
from imagespeak_core.pictures.naming import MAX_SESSION_ID_LENGTH, check_session_id
from imagespeak_core.typed_text import looks_latin

MOST_IDS = 8

_LONGEST_TEXT = 2000
_MOST_DECODINGS = 3
_WHOLE_LINK = re.compile(r"(?:session|class|experiment|open)=")
_SOFT_EQUALS_SIGN = re.compile(r"\A3D(?=[a-z])")  # how mail writes =, at the beginning of a value
_BEFORE_ID = re.compile(r"\A[^A-Za-z0-9]+")
_BEHIND_ID = re.compile(r"[^A-Za-z0-9._-].*", re.DOTALL)
_MINUS_SIGN = "\u2212"


def repaired_ids(text: str) -> tuple[str, ...]:
    """The ids that a text may have been before it was pasted, the most probable one first.

    Args:
        text: What stands in an address in the place of an id; it may be a good id itself.

    Returns:
        At most 8 ids that may name a session, and none of them the text itself. Nobody has looked
        whether there is such a session.
    """
    found: dict[str, None] = {}
    for candidate in _candidates(text[:_LONGEST_TEXT]):
        if candidate != text and _is_good(candidate):
            found.setdefault(candidate)
    return tuple(found)[:MOST_IDS]


def _candidates(text: str) -> Iterator[str]:
    plain = _plain(_value(_decoded(text)))
    latin = looks_latin(plain)
    words = _BEFORE_ID.sub("", latin, count=1)
    joined = "".join(words.split())  # a long line was broken
    for beginning in (joined, *words.split()[:1]):
        whole = _BEHIND_ID.sub("", beginning)
        if beginning[len(whole) :][:1].isalnum() and not whole.endswith("."):
            continue  # a letter of another script: what stands before it is another id
        for part in (whole.rstrip("._-"), whole.partition(".")[0].rstrip("_-")):
            yield part
            yield part.lower()
            yield _class_id(part)
    yield _class_id(words)
    yield _class_id(plain)


def _decoded(text: str) -> str:
    """Without percent signs, however often they were encoded."""
    for _ in range(_MOST_DECODINGS):
        text = unquote(text)
    return text


def _value(text: str) -> str:
    """What a whole link has in the place of the id; else the text."""
    value = re.split(r"[&#?]", _WHOLE_LINK.split(text)[-1])[0]
    return _SOFT_EQUALS_SIGN.sub("", value)


def _plain(text: str) -> str:
    """One kind of letters, hyphens and spaces, and nothing that is not seen."""
    return "".join(map(_plain_char, unicodedata.normalize("NFKC", text)))


def _plain_char(char: str) -> str:
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category == "Pd" or char == _MINUS_SIGN:
        return "-"
    return "" if category in {"Cc", "Cf", "Cs"} else char


def _class_id(text: str) -> str:
    """What somebody typed by hand who reads a class's id; empty if it is no class's."""
    slug = slugify(text, entities=False, decimal=False, hexadecimal=False)
    return slug if is_class_id(slug) else ""


def _is_good(session_id: str) -> bool:
    if len(session_id) > MAX_SESSION_ID_LENGTH:
        return False
    try:
        check_session_id(session_id)
    except InvalidSessionIdError:
        return False
    return True
