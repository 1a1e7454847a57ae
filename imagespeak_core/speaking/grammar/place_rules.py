"""Rules about little words for where, comparing, and the order of words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from imagespeak_core.speaking.grammar.rule import Rule, any_of, rule, swapped
from imagespeak_core.speaking.grammar.word_forms import VERBS

_COMPARED = {
    "tall": "taller", "big": "bigger", "small": "smaller", "old": "older", "young": "younger",
    "short": "shorter", "long": "longer", "fast": "faster", "high": "higher", "large": "larger",
    "nice": "nicer", "cold": "colder", "warm": "warmer", "strong": "stronger", "cheap": "cheaper",
}  # fmt: skip
_MORE = {
    **{more: more for more in _COMPARED.values()},
    "better": "better", "happier": "happier", "worse": "worse",
}  # fmt: skip
_MOST = any_of(more[:-1] + "st" for more in (*_COMPARED.values(), "happier"))
_AFTER_A_SIDE = r"(?= (?:there|I|you|we|of|is|are|a|an|the|two|three|some)\b|,)"
_THE = "(?:the|a|an|his|her|their|my|our|this|him|them)"
_STANDS = "(?:is|are|was|were|sits|sit|sitting|stands|stand|standing|lies|lying|waits|waiting)"
_WITH_ING = any_of(verb.with_ing for verb in VERBS)


def _places() -> Iterable[Rule]:
    """Where something is."""
    yield rule(
        "left_right",
        rf"(?P<in>in) the (?:left|right){_AFTER_A_SIDE}",
        swapped("in", lambda _: "on"),
    )
    yield rule("left_right", r"(?P<in>in) the (?:left|right) side\b", swapped("in", lambda _: "on"))
    yield rule(
        "in_the",
        r"<SENTENCE>(?P<said>(?P<on>on|at) (?:the|this) (?:picture|photo))"
        r"(?= (?:I|you|we|there)\b)",
        swapped("on", lambda _: "in"),
    )
    yield rule(
        "in_the",
        rf"(?P<on>on) the middle(?={_AFTER_A_SIDE[3:-1]}|\s*(?:\Z|[.!?\n]))",
        swapped("on", lambda _: "in"),
    )
    yield rule("in_the", r"in the middle (?P<from>from) the\b", swapped("from", lambda _: "of"))
    yield rule(
        "place_word",
        rf"{_STANDS} (?P<front>in front) {_THE}\b",
        swapped("front", lambda _: "in front of"),
    )
    yield rule(
        "place_word", rf"{_STANDS} (?P<next>next) {_THE}\b", swapped("next", lambda _: "next to")
    )
    yield rule(
        "place_word",
        rf"(?P<near>(?P<where>near|behind|under|beside|between|opposite) of) {_THE}\b",
        swapped("near", lambda near: near.split()[0]),
    )
    yield rule(
        "verb_word",
        r"(?P<verb>wait|waits|waiting|waited) (?:the|his|her|their|my|our|him|them)\b"
        r"(?! (?:whole|entire|day|night|rest|week|long|hour|minute|time|other|next)\b)"
        r"(?! [a-z]+ (?:is|are|was|were|has|have)\b)",
        swapped("verb", lambda verb: f"{verb} for"),
        unless_before=r"\bto",
    )
    yield rule(
        "verb_word",
        r"(?P<verb>looking) (?:the|him|them|me|his)\b"
        r"(?! (?:other|same|part|wrong|right|way|worse)\b)",
        swapped("verb", lambda verb: f"{verb} at"),
    )
    yield rule(
        "verb_word",
        r"(?P<verb>listening|listens) (?:music|the|his|her|their|him|them)\b",
        swapped("verb", lambda verb: f"{verb} to"),
    )


def _comparing() -> Iterable[Rule]:
    """Two things beside each other."""
    yield rule(
        "more_or_er",
        rf"(?P<more>more (?P<er>{any_of(_MORE)}))\b(?=\s*(?:\Z|[.,!?\n])| (?:than|and|in|on)\b)",
        swapped("more", lambda more: more.split()[-1]),
    )
    yield rule(
        "more_or_er",
        rf"(?P<more>more (?P<plain>{any_of(_COMPARED)}))"
        r"(?= than (?:the|a|an|his|her|him|me|it|my|this|that)\b)",
        lambda found: _COMPARED[found["plain"].lower()],
    )
    yield rule(
        "more_or_er",
        rf"the (?P<most>most {_MOST})\b",
        swapped("most", lambda most: most.split()[-1]),
    )
    yield rule(
        "than",
        rf"(?:is|are|was|were|looks|look) (?P<plain>{any_of(_COMPARED)}) than\b",
        swapped("plain", _COMPARED.__getitem__),
    )
    yield rule(
        "than",
        rf"(?:{any_of(_MORE)}|more [a-z]+) (?P<that>that) (?:the|a|an|his|him|my)\b",
        swapped("that", lambda _: "than"),
    )


def _turned(found: re.Match[str]) -> str:
    return f"{found['before']} {found['what']} {found['who']} {found['be']} {found['verb']}"


def _order() -> Iterable[Rule]:
    """Which word comes first, and which one is needed."""
    yield rule(
        "word_order",
        r"(?P<before>(?:don't|do not|can't) (?:know|see)|wonder|not sure) "
        r"(?P<what>what|where|who|why) "
        rf"(?P<be>is|are) (?P<who>he|she|they|it) (?P<verb>{_WITH_ING})\b",
        _turned,
    )
    yield rule(
        "it_is",
        r"(?:because|and|think|picture|photo|but|outside|here|if|when|maybe) "
        r"(?P<is>is) (?:raining|snowing)\b",
        swapped("is", lambda _: "it is"),
        unless_before=r"\bit",
    )
    yield rule(
        "it_is",
        r"<SENTENCE>(?P<said>I think (?P<is>is) "
        r"(?:very|a|an|too|so|cold|warm|hot|sunny|late|early))\b",
        swapped("is", lambda _: "it is"),
    )


def place_rules() -> Iterable[Rule]:
    """All of them."""
    yield from _places()
    yield from _comparing()
    yield from _order()
