"""What somebody supposes, imagines, asks or tells of another time, and does not say is so."""

from __future__ import annotations

import re
from functools import cache

_TAKEN = re.compile(
    r"\b(?:photo|photograph|picture|image|it)\s+(?:was|were|has\s+been|is)\s+"
    r"(?:taken|made|drawn|shot)\b"
)
"""How a picture came to be is told in the past, and is said of the present all the same."""
_AFTER = re.compile(r"\b(?:run|runs|running|look|looks|looking|chase|chases|chasing)\s+after\b")
"""Here "after" tells of no time."""
_WORDS = tuple(
    """
    maybe perhaps probably possibly likely seem seems seemed apparently may might could would
    should will must want wants wanted wish wishes hope hopes try tries trying plan plans imagine
    imagines imagining dream dreams dreaming remind reminds remember remembers pretend pretends
    pretending suppose guess if unless whether was were wasn't weren't had did didn't been
    yesterday tomorrow later soon before after ago usually often sometimes always never once think
    thinks says say said ask asks asked told nothing without neither nor story stories film
    movie besides except almost nearly not isn't aren't don't doesn't can't cannot no won't prefer
    prefers preferred gonna unlike
    """.split()
)
_PHRASES = (
    "going to", "about to", "like to", "used to", "tells me", "thinking about", "not sure",
    "sure if", "in my opinion", "i'll", "he'll", "she'll", "they'll", "i'd",
    "i (?:think|thing|guess|believe|suppose|feel|don't know|am not)",
    "i (?:like|love|want|have|had|go|usually|often)", "if i",
    "as (?:the|they) say(?:ing)?s?", "plenty more",
    "looks? (?:like|as|so)", "looking like", "as (?:if|though)", "sounds? like", "similar to",
    "such as", "next (?!to\\b)", "every (?:day|morning|evening|week)",
    "last (?:night|week|year|month|summer)", "instead of", "rather than", "apart from",
    "other than", "at (?:like |you know )*home", "home we", "more like",
    "(?:my|our) (?!picture|photo|image)",
    "(?:you|one|people|we) can (?!see|find|notice|observe|look|easily see|clearly see)",
    "(?:is|are|was|were|do|does|did|has|have|had|ca|wo|could|would|should)nt",
)  # fmt: skip
_SUPPOSED = re.compile(
    r"\b(?:"
    + "|".join([*_WORDS, *(phrase.replace(" ", r"\s+") for phrase in _PHRASES)])
    + r")\b|n't\b|\?"
)
"""Where one of these stands, its whole sentence is not said to be so.

Denials are among them: what they are said of is not always what the reader takes them for.
"""
_ASKS = re.compile(
    r"\s*(?:and\s+|but\s+|so\s+)?(?:where|why|how|when|who|does|do|did|can|could|will|would|"
    r"(?:is|are)\s+(?:the|he|she|it|they|there|this|that|these|those|any|anybody|someone))\b"
)
"""How a question begins that ends without its sign."""
_FROM_HERE = re.compile(
    r"\b(?:"
    + "|".join(
        phrase.replace(" ", r"\s+")
        for phrase in (
            "where (?:does|do|did|is|are)", "why", "how (?:does|do|did|is|are)",
            r"(?:is|are) (?:and |so )*the (?:\w+ )?\w+ing",
            "than", r"as (?:\w+ )+as", "as an?", r"too \w+ (?:to|for)", "like an?",
            "because", "cause",
            "(?:is|are|it|him|her|them) like", "so that", "in order to", "since", "enough to",
            "(?:wait|look|search|ask|hope|ready|hungry)(?:s|ing|ed)? for", "for money",
            "(?:have|has|need|needs|able|ready|order) to", r"helps? .* find", "lost", "loses?",
            "catch(?:es|ing)?", "put(?:s|ting)? out", "miss(?:es)?", "forgets?", "forgot",
            "(?:book|magazine|newspaper|poster|drawing) (?:about|of|with)",
            "needs?", "finds?", r"for (?:his|her|their|our|the|a|some|all) \w+",
            "for (?:kids|children|guests|people|friends|customers|him|her|them|someone)",
            r"\w+ or \w+",
        )
    )
    + r")\b"
)  # fmt: skip
"""What comes after these gives reasons, aims and likenesses, which no picture shows."""
_ENDS = re.compile(r"[.!?;\n]+")
_FILLERS = re.compile(r"\b(?:u+m+|u+h+|e+r+m*|h+m+)\b")
_SPELT = re.compile(r"[a-z']{6,}")
_LONG = frozenset(word for word in _WORDS if len(word) >= 5)


def supposed(text: str) -> list[tuple[int, int]]:
    """Where in a text it stands what is not simply said to be so, in order.

    It is told by single words, and by the whole sentence or, after a "because", by the rest of it:
    too much is left alone sooner than one word is taken for sure that was not.
    """
    plain = _FILLERS.sub(_blank, text.lower().replace("’", "'"))
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*(match.end() for match in _ENDS.finditer(plain)), len(plain)]:
        sentence = _AFTER.sub(_blank, _TAKEN.sub(_blank, plain[start:end]))
        if _SUPPOSED.search(sentence) or _ASKS.match(sentence) or _is_misspelt(sentence):
            found.append((start, end))
        elif reason := _FROM_HERE.search(sentence):
            found.append((start + reason.start(), end))
        start = end
    return found


def _blank(words: re.Match[str]) -> str:
    return " " * len(words[0])


def _is_misspelt(sentence: str) -> bool:
    """Whether one of the words is there with one wrong letter."""
    return any(_nearly_one_of(word) for word in _SPELT.findall(sentence))


@cache
def _nearly_one_of(word: str) -> bool:
    return any(
        abs(len(word) - len(other)) <= 1 and word[0] == other[0] and is_one_edit_away(word, other)
        for other in _LONG
    )


def is_one_edit_away(one: str, other: str) -> bool:
    """Whether one letter more, less or changed, or two that changed places, part two words."""
    if len(one) > len(other):
        one, other = other, one
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) == len(other):
        swapped = one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :] == other[at:]
        return one[at + 1 :] == other[at + 1 :] or swapped
    return one[at:] == other[at + 1 :]
