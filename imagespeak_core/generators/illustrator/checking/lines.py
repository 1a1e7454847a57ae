"""Reading prompts with what must be seen of them, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from imagespeak_core.generators.illustrator.checking.expectations import (
    Expected,
    ExpectedAbsence,
    ExpectedForeign,
    ExpectedItem,
    ExpectedLink,
    ExpectedSetting,
    ExpectedStyle,
    Named,
)
from imagespeak_core.generators.illustrator.checking.same_words import SETTING_WORDS
from imagespeak_core.generators.illustrator.scene import Depth, Relation, Side
from imagespeak_core.generators.illustrator.words.things import COLOURS

FORMAT = """\
FILE has one prompt a line, then "|", then the parts that must be seen, parted by ";".
Lines that begin with "#" and empty lines are passed over. A part is one of these:

  dog                      somebody, an animal or a thing, in the singular
  3 big red bus            so many (3+ is three or more), small or big, its colour
  girl:read:sit            what somebody does, or how: girl:play football
  girl+red umbrella        what somebody holds or carries
  girl(red hat, long hair) what somebody wears, and their hair
  girl~happy@old           how somebody feels and how old they are: baby child teenager adult old
  house/hous               other words for it, any of which will do: for words that are misspelt
  table=wooden             what it looks like, where none of the others tells it
  dog<left>                where it is: left middle right foreground background
  dog next to red bus      one of: on, in, under, next to, in front of, behind, between,
                           looking at, with, left of, right of, above, below
  2 dog between tree and bus
  3 dog; of them dog:run   the second is one of the first
  @street @night @rain @winter   place, time, weather, season: one to a part
  without hat              what must not be there; boy without hat, dog without run
  style watercolour        how it was to be drawn
  not English              a prompt that is not English
"""
"""How a file of prompts is written, for people."""

_RELATIONS: tuple[str, ...] = tuple(get_args(Relation))
_WHERE: tuple[str, ...] = (*get_args(Side), *get_args(Depth))
_AGES = ("baby", "child", "teenager", "adult", "old")
_OTHER_COLOURS = frozenset(
    """
    maroon teal crimson cream lilac magenta cyan indigo bronze copper khaki tan scarlet lime peach
    mint olive lavender mustard burgundy ivory charcoal coral amber ruby emerald sapphire
    striped spotted checked
    """.split()
)
"""Colours and patterns that the vocabulary need not know."""
_MARK = re.compile(r"\s*(?:([:+~@=])([^:+~@=<>()]+)|<([^<>]+)>|\(([^()]+)\))")
_MARKS = frozenset(":+~@=<>()")
_NUMBER = re.compile(r"(\d+)(\+?) ")
_RELATION = re.compile(
    rf" ({'|'.join(sorted(map(re.escape, _RELATIONS), key=len, reverse=True))}) "
)


class ExpectationError(ValueError):
    """A line that can't be read; the message is a sentence for who wrote it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A prompt, the number of its line (from 1), and what must be seen."""

    number: int
    prompt: str
    expected: tuple[Expected, ...]


def read_lines(text: str) -> tuple[Line, ...]:
    """All prompts of a text in `FORMAT`.

    Raises:
        ExpectationError: A line can't be read, or there is no prompt at all.
    """
    lines = tuple(
        _line(number, written)
        for number, written in enumerate(text.splitlines(), start=1)
        if written.strip() and not written.lstrip().startswith("#")
    )
    if not lines:
        raise ExpectationError("There is no prompt in it.")
    return lines


def _line(number: int, written: str) -> Line:
    prompt, bar, parts = written.rpartition("|")
    try:
        if not bar:
            raise ExpectationError('there is no "|" between the prompt and what must be seen')
        if not prompt.strip():
            raise ExpectationError('there is no prompt before the "|"')
        return Line(number, prompt.strip(), tuple(_part(part) for part in parts.split(";")))
    except ExpectationError as error:
        raise ExpectationError(f"Line {number}: {error}.") from None


def _part(written: str) -> Expected:
    part = " ".join(written.split())
    if not part:
        raise ExpectationError("a part that must be seen is empty")
    if part == "not English":
        return ExpectedForeign()
    if part.startswith("@"):
        return _setting(part[1:].strip())
    if part.startswith("style "):
        return ExpectedStyle(part.removeprefix("style ").strip())
    before, without, what = f" {part}".rpartition(" without ")
    if without:
        return ExpectedAbsence(what, _named(before.split()) if before else None)
    number = _NUMBER.match(part)
    rest = part[number.end() :] if number else part
    relation = _RELATION.search(rest)
    if relation and not _MARK.search(rest):
        ends = rest[: relation.start()], rest[relation.end() :]
        return _link(*ends, relation[1], int(number[1]) if number else 1)
    return _item(part)


def _setting(word: str) -> ExpectedSetting:
    if not word:
        raise ExpectationError('there is no word after "@"')
    for kind, table in SETTING_WORDS.items():
        if any(word.split("/")[0] in words for words in table.values()):
            return ExpectedSetting(kind, word)
    return ExpectedSetting("place", word)


def _link(subject: str, target: str, relation: str, count: int) -> ExpectedLink:
    parts = target.split(" and ") if relation == "between" else [target]
    targets = tuple(_named(part.split()) for part in parts)
    return ExpectedLink(_named(subject.split()), relation, targets, count)


def _item(part: str) -> ExpectedItem:
    among = part.startswith("of them ")
    part = part.removeprefix("of them ")
    number = _NUMBER.match(part)
    count = int(number[1]) if number else None
    if count == 0:
        raise ExpectationError(f'{part!r} asks for none: write "without" before it')
    part = part[number.end() :] if number else part
    first = _MARK.search(part)
    head, tail = (part[: first.start()], part[first.start() :]) if first else (part, "")
    if set(head) & _MARKS:
        raise ExpectationError(f"{part.strip()!r} can't be read")
    words = head.split()
    size = words.pop(0) if len(words) > 1 and words[0] in {"small", "big"} else None
    marks: dict[str, list[str]] = {mark: [] for mark in ":+~@=<("}
    for mark, value in _marks(tail):
        marks[mark].append(value)
    for mark, known in (("<", _WHERE), ("@", _AGES)):
        for value in marks[mark]:
            if value not in known:
                raise ExpectationError(f"{value!r} is none of {', '.join(known)}")
    return ExpectedItem(
        _named(words),
        count,
        bool(number and number[2]),
        size,
        tuple(marks[":"]),
        tuple(_named(value.split()) for value in marks["+"]),
        tuple(_named(value.split()) for value in marks["("]),
        tuple(marks["~"]),
        tuple(marks["@"]),
        tuple(marks["="]),
        tuple(marks["<"]),
        among,
    )


def _marks(tail: str) -> Iterable[tuple[str, str]]:
    """The marks behind a noun and what follows each; of clothes one after the other."""
    at = 0
    while at < len(tail):
        found = _MARK.match(tail, at)
        if not found:
            raise ExpectationError(f"{tail[at:].strip()!r} can't be read")
        mark, value, where, clothes = found.groups()
        if mark:
            yield mark, value.strip()
        elif where:
            yield "<", where.strip()
        else:
            yield from (("(", worn.strip()) for worn in clothes.split(","))
        at = found.end()


def _named(words: list[str]) -> Named:
    if words and words[-1] == "hair":
        return Named("hair", tuple(words[:-1]))
    colours: list[str] = []
    while len(words) > 1:
        two = " ".join(words[:2])
        taken = 2 if len(words) > 2 and two in COLOURS else 1
        colour = two if taken == 2 else words[0]
        if colour not in COLOURS and colour not in _OTHER_COLOURS:
            break
        colours.append(colour)
        words = words[taken:]
    if not words:
        raise ExpectationError("there is no noun where one must be")
    return Named(" ".join(words), tuple(colours))
