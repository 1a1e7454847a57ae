"""What a good answer to a question names: words of the answer that the question does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from imagespeak_core.generators.illustrator.scene import Shown
from imagespeak_core.generators.illustrator.telling.naming_shown import noun_of, plural_of
from imagespeak_core.speaking.coaching.coached import Question

_ARTICLE = re.compile(r"(?:an?|some|the|another|other) ")
_DEEDS = re.compile(r" and (?=\w+ing\b)")
_BESIDE = re.compile(
    r" (?:(?:on(?! the phone)|in(?! the garden| a wheelchair)|at(?! each other)|with|under"
    r"|between|behind|above|below|next to|in front of|to the (?:left|right) of)\b.*)"
)
"""Where and with what something is done, after the words for what is done."""


def asked(text: str, starter: str, names: Iterable[str], answer: str) -> Iterator[Question]:
    """The question, with those of the names that it does not tell itself; none without any."""
    told = tuple(dict.fromkeys(name for name in names if not stands_in(name, text)))
    if told:
        yield Question(text, starter, told, answer)


def stands_in(words: str, text: str) -> bool:
    """Whether these words stand in a text, side by side and whole."""
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text, re.IGNORECASE) is not None


def bare(phrase: str) -> str:
    """A phrase without its article: "yellow umbrella"."""
    return _ARTICLE.sub("", phrase, count=1) if _ARTICLE.match(phrase) else phrase


def word_for(group: Sequence[Shown]) -> str:
    """The noun for those of one kind: "woman", "ducks"."""
    return noun_of(group[0]) if len(group) == 1 else plural_of(noun_of(group[0]))


def deeds(words: str, besides: Sequence[Shown], held: str = "") -> tuple[str, ...]:
    """What is done, and who and what else comes up in it: "reading a book", "bench".

    Args:
        words: What somebody does: "sitting on a bench and reading a book".
        besides: The others whom these words name.
        held: What is in their hands, as the words name it.
    """
    found = [_BESIDE.sub("", deed) for deed in _DEEDS.split(words)]
    nouns = [form for item in besides for form in (noun_of(item), plural_of(noun_of(item)))]
    for name in (*nouns, bare(held)):
        known = any(stands_in(name, one) for one in found)
        if name and stands_in(name, words) and not known:
            found.append(name)
    return tuple(found)
