r"""`{red|green}` in a prompt stands for each of its words, and several groups for all pairs.

`A {red|green} {car|bus}` is four prompts. An empty word is one too: `A {|red} car`. To mean the
character itself, write `\{`, `\|`, `\}` or `\\`. Outside of braces `|` is an ordinary character.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.lab.plan import MAX_CELLS

_MOST_SHOWN = 1_000_000_000
_PIECE = re.compile(r"\\[{}|\\]|[{}|\uff5b-\uff5d]|[^{}|\uff5b-\uff5d\\]+|\\", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Variation:
    """One of the prompts that a text stands for.

    Attributes:
        prompt: Written out.
        chosen: The word of each group, in the text's order.
    """

    prompt: str
    chosen: tuple[str, ...]


def variations(text: str) -> tuple[Variation, ...]:
    """All prompts that a text stands for; the last group changes fastest.

    Raises:
        InvalidRequestError: A brace is open or too many, or these are too many prompts.
    """
    parts = _parts(text)
    count = prod(len(part) for part in parts)
    if count > MAX_CELLS:
        raise too_many(count)
    groups = [place for place, part in enumerate(parts) if len(part) > 1]
    return tuple(
        Variation("".join(words), tuple(words[place] for place in groups))
        for words in product(*parts)
    )


def too_many(*counts: int) -> InvalidRequestError:
    """Why so many cells can't be made.

    Args:
        counts: Of the values of each axis, or of all cells together.
    """
    how = " × ".join(map(_shown, counts))
    why = f" ({how})" if len(counts) > 1 else ""
    return InvalidRequestError(
        "axes",
        f"This makes {_shown(prod(counts))} pictures{why}. An experiment has at most {MAX_CELLS}. "
        "Take out some values.",
    )


def _shown(count: int) -> str:
    return f"{count:,}" if count <= _MOST_SHOWN else f"more than {_MOST_SHOWN:,}"


def _parts(text: str) -> Sequence[Sequence[str]]:
    """The text cut into what is fixed (one word) and groups (several)."""
    parts: list[list[str]] = [[""]]
    in_group = False
    for piece in _PIECE.findall(text):
        mark = unicodedata.normalize("NFKC", piece)  # on some keyboards the three are wide
        if mark == "{":
            if in_group:
                raise _wrong_brace(r"A { stands inside other braces")
            parts.append([""])
            in_group = True
        elif mark == "}":
            if not in_group:
                raise _wrong_brace(r"A } has no { before it")
            parts.append([""])
            in_group = False
        elif mark == "|" and in_group:
            parts[-1].append("")
        else:
            parts[-1][-1] += piece[1:] if len(piece) == 2 and piece[0] == "\\" else piece
    if in_group:
        raise _wrong_brace(r"A { has no } after it")
    return parts


def _wrong_brace(what: str) -> InvalidRequestError:
    return InvalidRequestError(
        "prompt", rf"{what}. Write it like {{red|green}}, or \{{ and \}} for the braces themselves."
    )
