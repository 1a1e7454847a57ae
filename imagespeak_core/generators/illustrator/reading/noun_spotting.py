"""Tells the nouns that only say of what sort the next one is: "taxi driver", "baby bird"."""

from __future__ import annotations

import re

from imagespeak_core.generators.illustrator.reading.lexicon import NOUNS, SETTINGS, Token, Word
from imagespeak_core.generators.illustrator.reading.scan import Scan
from imagespeak_core.generators.illustrator.things.catalog import THINGS


def modifies(scan: Scan, word: Word, token: Token) -> bool:
    """Whether another noun follows that the one at the scan only describes."""
    following = scan.ahead()
    if following.token is None:
        return _is_of_unknown(scan, word, token)
    of_body = token.text.endswith("'s")
    if of_body or following.token.meaning not in NOUNS or _is_subject(scan, token):
        return False
    if token.meaning in SETTINGS:
        moves = token.meaning == "weather" and following.form == "third"
        return not (moves and scan.relation_follows(2))
    if token.meaning in {"person", "crowd", "group"} and not word.plural:
        return (scan.is_open or following.plural) and _is_sort_of(following, token)
    if word.plural or token.meaning not in {"thing", "clothes", "activity"}:
        return False
    return scan.is_open or following.plural


def _is_of_unknown(scan: Scan, word: Word, token: Token) -> bool:
    """Whether the next word is a noun that is not known: "fire zorgle"."""
    lifeless = token.value in THINGS and THINGS[token.value].kind != "animal"
    is_open = scan.is_open or (lifeless and scan.previous.kind == "relation")
    if not is_open or not _may_be_noun(scan.ahead(), plural=lifeless and scan.said.count != 1):
        return False
    if token.meaning in {"thing", "activity", "crowd"}:
        return not word.plural
    return token.meaning in SETTINGS


def _is_subject(scan: Scan, token: Token) -> bool:
    """Whether the next word is no noun here, but tells what this one does."""
    following = scan.ahead()
    if following.text == "indoors":
        return True
    if following.form == "ing" and scan.ahead_means("number", steps=2):
        return True
    animal = token.value in THINGS and THINGS[token.value].kind == "animal"
    slides = animal and scan.relation_follows(2)
    third = following.verb is not None and following.form == "third"
    drinks = animal and following.token is not None and following.token.meaning == "activity"
    if third and (not following.plural or slides or drinks):
        return True
    return token.meaning == "place" and _is_in_front(scan)


def _is_in_front(scan: Scan) -> bool:
    """Whether a place comes before who does something there: "in the kitchen mother cooks"."""
    does = scan.ahead(2)
    person = scan.ahead_means("person", "group", "crowd")
    acts = does.verb is not None and does.form == "third"
    return scan.previous.kind == "relation" and person and acts


def _is_sort_of(following: Word, token: Token) -> bool:
    """Whether a person before another noun only tells of what sort that is: "baby bird"."""
    if following.token is None or (following.verb and following.form == "third"):
        return False
    if following.token.meaning == "person":
        return token.meaning == "person"
    return following.token.meaning in {"thing", "clothes", "activity"}


def _may_be_noun(word: Word, *, plural: bool) -> bool:
    known_end = word.text.endswith(("ing", "ed", "ly"))
    known_end = known_end or (re.search("[^s]s$", word.text) is not None and not plural)
    spelt = word.text.replace(" ", "").isalpha()
    return word.verb is None and len(word.text) > 2 and spelt and not known_end
