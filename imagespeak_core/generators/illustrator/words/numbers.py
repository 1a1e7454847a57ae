"""Words for numbers, and how many each of them counts."""

from __future__ import annotations

import re

NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "both": 2, "pair of": 2, "a pair of": 2, "pairs of": 2, "a couple of": 2,
    "couple of": 2, "a trio of": 3, "trio of": 3, "the": 0, "no": -1, "zero": -1, "without": -1,
    "his": 1, "her": 1, "another": 1, "a single": 1, "half a dozen": 6, "a dozen": 12, "dozen": 12,
    "one of the": 1, "one of his": 1, "one of her": 1, "one of their": 1, "one of my": 1,
    "a hundred": 100, "one hundred": 100, "two dozen": 24,
    "each": 0, "every": 0,
}  # fmt: skip
"""Word → how many; 0 leaves it open, -1 says that there is none."""

BORN_TOGETHER: dict[str, int] = {"twin": 2, "triplet": 3}
"""Nouns that tell how many there are, alone in the plural or before another: "twin sisters"."""

OF_EACH = frozenset({"each", "every"})
"""Words before a noun by which one thing is said of every single one."""

PAIRS = frozenset({"pair of", "a pair of"})
"""Numbers that are one of what is a pair by itself: "a pair of shoes"."""

MOST_OF_A_NOUN = 10
"""How many are drawn at most of one noun phrase."""

_DIGITS = re.compile(r"\d{1,9}|\d{1,3}(?:,\d{3}){1,2}")


def is_number(word: str) -> bool:
    """Whether the word is a number, in letters or digits ("three", "3", "twenty-five")."""
    tens, _, ones = word.partition("-")
    both = 20 <= NUMBERS.get(tens, 0) <= 90 and 1 <= NUMBERS.get(ones, 0) <= 9
    return word in NUMBERS or both or _DIGITS.fullmatch(word) is not None


def number_in(words: str) -> str:
    """The number with which words such as "the other two" end; "the" where they have none."""
    last = words.rpartition(" ")[2]
    return last if is_number(last) else "the"


def number_of(word: str) -> int:
    """How many the word counts, as in `NUMBERS`."""
    if word in NUMBERS:
        return NUMBERS[word]
    if _DIGITS.fullmatch(word):
        return int(word.replace(",", "")) or NUMBERS["zero"]
    tens, _, ones = word.partition("-")
    return NUMBERS[tens] + NUMBERS[ones]
