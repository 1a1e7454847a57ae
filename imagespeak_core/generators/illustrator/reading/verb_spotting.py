"""Tells the verbs among the words of a sentence: many of them are nouns elsewhere."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.reading.lexicon import NOUNS, SETTINGS, Word
from imagespeak_core.generators.illustrator.reading.scan import Scan
from imagespeak_core.generators.illustrator.words import actions

_ARTICLES = frozenset("a an the his her their my our your".split())
_NO_SUBJECT = frozenset({"stop", "comma", "relation"})
_CALM = frozenset(
    "sleep run play dance smile laugh sit stand walk swim cry jump talk sing fly".split()
)
"""Verbs whose "-ing" form is often said of a noun: "a sleeping cat"."""


def is_verb(scan: Scan, word: Word) -> bool:
    """Whether the word at the scan is a verb here; many are nouns or adjectives elsewhere."""
    if word.verb is None:
        return False
    if word.text == "building" and _is_a_house(scan):
        return False
    if word.text == "left" and (scan.is_open or not _leaves(scan)):
        return False
    if word.token is None or word.token.meaning == "silent":
        denied = scan.said.count == -1 and word.form == "third"
        return not (_follows_article(scan, word) or denied)
    if word.token.meaning == "relation" or scan.is_open:
        return False
    if word.text == "cross" and scan.ahead_means("number", "place"):
        # Nobody is angry a street.
        return True
    if word.text == "cross" or word.token.meaning == "feeling":
        return word.form in {"ing", "third"} and scan.relation_follows()
    return _agrees(scan, word)


def is_participle_of_noun(scan: Scan, word: Word) -> bool:
    """Whether the verb at the scan is said of a noun: "the sleeping cat", "two parked cars"."""
    if word.form not in {"ing", "past"}:
        return False
    following = scan.ahead().token
    if following is None or following.meaning not in NOUNS | {"colour", "age", "size"}:
        return False
    if following.meaning == "activity" and not scan.is_open:
        return False
    calm = word.verb is not None and word.verb.value in _CALM
    return scan.is_open or (calm and scan.previous.kind in {"stop", "comma", "and", "relation"})


def looks_like_verb(scan: Scan, text: str) -> bool:
    """Whether an unknown word at the scan stands where a verb does, and ends like one."""
    if scan.is_open:
        return False
    previous = scan.previous
    if previous.kind in {"auxiliary", "who"}:
        return text.endswith(("ing", "ed"))
    if previous.kind not in {"noun", "stranger", "pronoun"} or previous.meaning in SETTINGS:
        return False
    third = text.endswith("s") and not text.endswith("ss") and not previous.plural
    return third or text.endswith(("ing", "ed"))


def _leaves(scan: Scan) -> bool:
    """Whether "left" is a verb, and no side: somebody has left, or leaves something."""
    return scan.previous.kind == "auxiliary" or scan.ahead_means("number", "relation", *NOUNS)


def _is_a_house(scan: Scan) -> bool:
    """Whether "building" is the noun."""
    builds = scan.ahead_means("number", "vague")
    return scan.is_open or (scan.previous.kind in _NO_SUBJECT and not builds)


def _follows_article(scan: Scan, word: Word) -> bool:
    """Whether a verb's plain form is a noun here: "through the paint", "a red saw"."""
    before = scan.word_before
    if before is None or (word.form != "base" and word.text != "saw"):
        return False
    article = before.meaning == "number" and before.text in _ARTICLES
    return article or before.meaning in {"colour", "size", "age"}


def _agrees(scan: Scan, word: Word) -> bool:
    """Whether a word that is also a noun stands where a verb does, in a verb's form."""
    previous = scan.previous
    if scan.at and scan.words[scan.at - 1].text == "to":
        return word.form == "base"
    if previous.kind in {"auxiliary", "who"}:
        return word.form != "third" or previous.kind == "who"
    if previous.kind == "pronoun":
        return True
    if previous.kind == "verb":
        return word.form == "ing" and previous.base in actions.EMPTY
    if word.form == "ing":
        return True
    if previous.kind == "and":
        last = next((c for c in reversed(scan.chunks) if c.kind == "verb"), None)
        return last is not None and last.form == word.form and not _verb_follows(scan)
    if previous.kind not in {"noun", "stranger"}:
        return False
    if previous.meaning in SETTINGS:
        moves = previous.meaning == "weather" and word.form == "third"
        return moves and scan.relation_follows()
    many = previous.plural or previous.meaning == "crowd"
    return (word.form == "base" and many) or (word.form == "third" and not many)


def _verb_follows(scan: Scan) -> bool:
    """Whether the next word can be nothing but a verb, so that this one is its noun."""
    following = scan.ahead()
    return following.verb is not None and following.token is None
