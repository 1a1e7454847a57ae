"""The session id of a class, where the class is stored, and how its code is written."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable

from slugify import slugify

from imagespeak_core.pictures.naming import MAX_SESSION_ID_LENGTH, check_session_id
from imagespeak_core.typed_text import looks_latin

CLASS_PREFIX = "class-"
STATES_PREFIX = f"classes/{CLASS_PREFIX}"

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 6
CODE_PATTERN = f"^[{CODE_ALPHABET}]{{{CODE_LENGTH}}}$"
RANDOM_BYTES = 10
"""In the session id of a class without a name; one with a name has half of them."""

_ENDING_LENGTH = 8  # of 5 bits each
_LONGEST_TYPED_CODE = 100
_CODE = re.compile(CODE_PATTERN)
_WORDS = re.compile(r"[^\W_]+")
_GIVEN = re.compile(rf"{CLASS_PREFIX}[a-z0-9]+(-[a-z0-9]+)*")


def class_id(title: str, *, random_bytes: Callable[[int], bytes]) -> str:
    """The session id of a class: `class-7b-monday-k3m7q2xa` for "7b Monday".

    It ends in 40 random bits, so that nobody guesses it who knows the name. At a thousand tries a
    second, half of all endings of one name take 17 years.

    Args:
        title: In any script; where no letter or digit is left of it, the id is 80 random bits.
        random_bytes: Gives so many of them, such as `secrets.token_bytes`.
    """
    random = base64.b32encode(random_bytes(RANDOM_BYTES)).decode().lower()
    ending = f"-{random[:_ENDING_LENGTH]}"
    room = MAX_SESSION_ID_LENGTH - len(CLASS_PREFIX) - len(ending)
    slug = slugify(title, entities=False, decimal=False, hexadecimal=False, max_length=room)
    return CLASS_PREFIX + (slug + ending if slug else random)


def is_class_id(session_id: str) -> bool:
    """Whether only classes have such ids; without its document it is none, and stays empty."""
    return session_id.startswith(CLASS_PREFIX)


def could_be_given(session_id: str) -> bool:
    """Whether `class_id` could have made it; what sync clients call their copies, it never does."""
    return _GIVEN.fullmatch(session_id) is not None


def state_name(session_id: str) -> str:
    """The name of the document that makes a session a class.

    Raises:
        InvalidSessionIdError: The id breaks the rule of `check_session_id`.
    """
    return f"classes/{check_session_id(session_id)}.json"


def read_code(text: str) -> str | None:
    """A code as somebody typed it, on whatever keyboard.

    Small letters, the digits of any script and letters that look like ours do no harm, nor does
    what is neither letter nor digit, nor words before the code, as in a pasted "Code: ABC 234".

    Returns:
        The code as it is stored; None for what can't be one.
    """
    latin = looks_latin(text[:_LONGEST_TYPED_CODE].upper())
    words, code = _WORDS.findall(latin), ""
    while words and len(code) < CODE_LENGTH:
        code = words.pop() + code
    return code if _CODE.fullmatch(code) else None
