"""What people type on the keyboards of their own scripts: digits, commas, letters, signs.

Pure, and for what is read: what people wrote themselves is kept and shown as they typed it.
"""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = ("АВЕКМНОРСТУХЅІЈԚԜҺаеорсухѕіјԛԝһ", "ABEKMHOPCTYXSIJQWHaeopcyxsijqwh")
_GREEK = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορϳ", "ABEZHIKMNOPTYXaivopj")
_TURKISH = ("ıİ", "iI")
_SAME_LOOK = str.maketrans(*map("".join, zip(_CYRILLIC, _GREEK, _TURKISH, strict=True)))
"""Letters that look like those of English, by Unicode's list of confusable characters.
https://www.unicode.org/Public/security/latest/confusables.txt (2026-11)"""

_SAME_SIGN = str.maketrans(
    {"،": ",", "、": ",", "՝": ",", "፣": ",", "߸": ",", "⹁": ",", "؛": ";", "፤": ";"}
    | {"。": ".", "।": ".", "۔": ".", "։": ".", "።": ".", "؟": "?", "⸮": "?"}
    | {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "ʼ": "'"}
)
"""Commas, semicolons, stops, question marks and quotation marks of other scripts."""

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}

_UNSEEN = {"Cf", "Mn", "Me"}
_WITHOUT_INK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""The fillers among Korean letters, and the empty one among those of Braille.
https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt (2026-11)"""

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN_ENTRIES = re.compile(r"[,;\n]")


def narrowed(text: str) -> str:
    """The text with wide letters and signs made plain; each stays at its place."""
    return text.translate(_NARROW)


def with_plain_forms(text: str) -> str:
    """The text with wide and joined forms made plain (NFKC) and all digits as `0`–`9`."""
    return "".join(_digit(char) for char in unicodedata.normalize("NFKC", text))


def stripped(text: str) -> str:
    """The text without what can't be seen at either end.

    That are spaces of all kinds, and marks such as a byte order mark and those that set the
    direction of writing.
    """
    seen = [at for at, char in enumerate(text) if not _is_unseen(char)]
    return text[seen[0] : seen[-1] + 1] if seen else ""


def in_latin(text: str) -> str:
    """The text in the signs of an English keyboard, where that is what it stands for.

    Wide and joined forms become plain (NFKC), digits of every script become `0`–`9`, commas,
    stops and quotation marks those of English. In a word that has Latin letters, those of other
    scripts that look the same become Latin too, and what can't be seen falls away. Words of
    other scripts stay as they are.
    """
    plain = with_plain_forms(text).translate(_SAME_SIGN)
    seen = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    return _WORD.sub(lambda word: _latin_if_mixed(word[0]), seen)


def looks_latin(text: str) -> str:
    """As `in_latin`, for what is Latin all through: each letter that looks so becomes Latin.

    Marks that can't be seen alone, such as what makes a digit a key, fall away.
    """
    seen = (char for char in in_latin(text) if unicodedata.category(char) not in _UNSEEN)
    return "".join(seen).translate(_SAME_LOOK)


def tidied(text: str) -> str:
    """The text in one line without needless white space; empty where nothing of it can be seen."""
    return " ".join(text.split()) if any(map(_is_seen, text)) else ""


def entries(text: str) -> list[str]:
    """A list as people write one, with commas, semicolons or lines between.

    Each entry is as it was typed, without needless white space; something of it can be seen.
    """
    ends = [
        at
        for at, char in enumerate(text)
        if _BETWEEN_ENTRIES.fullmatch(unicodedata.normalize("NFKC", char).translate(_SAME_SIGN))
    ]
    starts = [0, *(end + 1 for end in ends)]
    parts = (text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True))
    return [entry for entry in map(tidied, parts) if entry]


def whole_number(text: str) -> int | None:
    """A whole number from 0 on, in the digits of any script; None for anything else."""
    typed = in_latin(text).strip()
    return int(typed) if re.fullmatch(r"[0-9]{1,20}", typed) else None


def _is_unseen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) == "Cf"


def _is_seen(char: str) -> bool:
    """Whether it is seen where it stands alone."""
    is_blank = char.isspace() or char in _WITHOUT_INK
    return not is_blank and unicodedata.category(char) not in _UNSEEN


def _digit(char: str) -> str:
    value = unicodedata.digit(char, None)
    return char if value is None else str(value)


def _latin_if_mixed(word: str) -> str:
    is_mixed = any(unicodedata.name(char, "").startswith("LATIN") for char in word)
    return word.translate(_SAME_LOOK) if is_mixed else word
