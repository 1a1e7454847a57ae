"""Texts of a person in the middle of English sentences, whichever way they run."""

from __future__ import annotations

import re
import unicodedata

_TURNS = frozenset({"R", "AL", "RLE", "RLO", "RLI", "LRO"})  # Unicode's bidirectional classes
_ISOLATE, _END = "\u2068", "\u2069"
_BEGINNINGS = "\u2066\u2067\u2068"
_QUOTED = re.compile(r"(?<!\w)('[^']*'|\"[^\"]*\"|“[^”]*”)(?!\w)")


def isolated(text: str) -> str:
    """The text so that it keeps its own direction, and tears nothing that stands around it.

    A text that runs from left to right, as English does, is left as it is.
    """
    turns = any(unicodedata.bidirectional(char) in _TURNS for char in text)
    return f"{_ISOLATE}{_closed(text)}{_END}" if turns else text


def quotes_isolated(sentence: str) -> str:
    """The sentence with each text that it quotes isolated."""
    return _QUOTED.sub(lambda quoted: isolated(quoted[0]), sentence)


def _closed(text: str) -> str:
    """The text with an end for each isolate that it begins, and for no other.

    Whoever cuts a text, or pastes a part of one, has one without the other.
    """
    kept, depth = [], 0
    for char in text:
        if char == _END and not depth:
            continue
        depth += (char in _BEGINNINGS) - (char == _END)
        kept.append(char)
    return "".join(kept) + _END * depth
