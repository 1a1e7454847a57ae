"""What a person should know before cells are made. Nothing here stops anybody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from imagespeak_core.lab.expansion import Cell, Expansion

AdviceKind = Literal[
    "too long", "not English", "negation", "braces", "no negative prompt", "repeated"
]

_NEGATION = re.compile(r"\b(no|not|never|none|nobody|nothing|without|\w+n['’]t)\b", re.IGNORECASE)
_VARIATIONS = re.compile(r"\{[^{}]*\|[^{}]*\}")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset("a an the and or of in on at by with to from for is are near under".split())
# Small words of other languages that write in Latin letters, none of them an English word.
_FOREIGN = frozenset(
    "ein eine einen einem einer der das und mit auf ist im dem unter vor "  # German
    "un una el los las y en con sobre por para unos "  # Spanish
    "une le les du des et avec dans sur au aux près "  # French
    "il lo gli della di nel nella sul che "  # Italian
    "um uma os e em na da dos "  # Portuguese
    "se na ve nad před vedle "  # Czech
    "een het op "  # Dutch
    "jest oraz przy".split()  # Polish
)


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to know.

    Attributes:
        kind: What it is about.
        message: A sentence for a person.
        cells: The numbers of the cells that it is about, from 0, in order.
    """

    kind: AdviceKind
    message: str
    cells: tuple[int, ...]


def advise(expansion: Expansion) -> tuple[Advice, ...]:
    """What is to be said of a plan that was written out."""
    cells = expansion.cells
    found = (
        _about(cells, "too long", _TOO_LONG, _is_too_long),
        _about(cells, "not English", _NOT_ENGLISH, _is_foreign),
        _about(cells, "negation", _NEGATED + _instead(cells), _is_negated),
        _about(cells, "braces", _BRACES, _has_variations),
        _about(cells, "no negative prompt", _IGNORED, _is_ignored),
    )
    return tuple(one for one in (*found, *_repeated(cells)) if one)


def negation_in(text: str) -> str | None:
    """The first word that says what should not be there; None without one."""
    match = _NEGATION.search(text)
    return match[0] if match else None


def looks_english(text: str) -> bool:
    """Whether nothing speaks against it: other letters than Latin, or other small words."""
    letters = [char for char in text if char.isalpha()]
    if any(not unicodedata.name(char, "LATIN").startswith("LATIN") for char in letters):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    foreign = sum(word in _FOREIGN for word in words)
    english = sum(word in _ENGLISH for word in words)
    return foreign <= english or (foreign == 1 and len(words) > 3)


_TOO_LONG = "This text is longer than the model reads. The end of it may be left out."
_NOT_ENGLISH = "This text does not look like English. Picture models may refuse it or get it wrong."
_NEGATED = (
    "This text says what should not be there (no, not, without). Picture models often show just "
    "that. Say what should be there"
)
_BRACES = (
    "This text has words in braces, like {red|green}. It is sent as it is. To compare the words, "
    "write the text as a prompt under “What to compare”."
)
_IGNORED = "This model does not read negative prompts. They will change nothing."


def _is_too_long(cell: Cell) -> bool:
    longest = max(len(cell.request.prompt), len(cell.request.negative_prompt))
    return longest > cell.offer.max_prompt_length


def _is_foreign(cell: Cell) -> bool:
    return not (looks_english(cell.request.prompt) and looks_english(cell.request.negative_prompt))


def _is_negated(cell: Cell) -> bool:
    return negation_in(cell.request.prompt) is not None


def _instead(cells: Sequence[Cell]) -> str:
    is_heeded = any(cell.offer.takes_negative_prompt for cell in cells)
    return ", or use the negative prompt." if is_heeded else "."


def _has_variations(cell: Cell) -> bool:
    return _VARIATIONS.search(cell.request.prompt) is not None


def _is_ignored(cell: Cell) -> bool:
    return bool(cell.request.negative_prompt) and not cell.offer.takes_negative_prompt


def _about(
    cells: Sequence[Cell], kind: AdviceKind, message: str, test: Callable[[Cell], bool]
) -> Advice | None:
    numbers = tuple(number for number, cell in enumerate(cells) if test(cell))
    return Advice(kind, message, numbers) if numbers else None


def _repeated(cells: Sequence[Cell]) -> list[Advice]:
    numbers: dict[str, list[int]] = {}
    for number, cell in enumerate(cells):
        numbers.setdefault(cell.sha, []).append(number)
    return [
        Advice("repeated", _same(same), tuple(same)) for same in numbers.values() if len(same) > 1
    ]


def _same(numbers: Sequence[int]) -> str:
    names = " and ".join(str(number + 1) for number in numbers)
    return f"Pictures {names} are exactly the same. The picture is made once and shown in each."
