"""Rules about verbs: who does something, and in which form it is said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from imagespeak_core.speaking.grammar.rule import Rule, any_of, rule, swapped
from imagespeak_core.speaking.grammar.word_forms import (
    NOUNS_TOO,
    PASTS_THAT_ARE_VERBS,
    SAME_IN_PAST,
    VERB_OF,
    VERBS,
    WRONG_PASTS,
)

_AUXILIARIES = frozenset({"be", "have", "do"})
_DOES = [verb for verb in VERBS if verb.base not in _AUXILIARIES]
_BASES = any_of(verb.base for verb in VERBS if verb.base not in SAME_IN_PAST | {"be", "do", "like"})
_SAID_OF_OTHERS = any_of(verb.base for verb in _DOES if verb.base not in SAME_IN_PAST | {"like"})
_ANIMALS_DO = any_of(
    verb.base
    for verb in _DOES
    if verb.base not in SAME_IN_PAST | set("like show walk ride run feed row".split())
)
_WITH_S = any_of(verb.with_s for verb in _DOES if verb.base != "say")
_WITH_S_ONLY = any_of(verb.with_s for verb in _DOES if verb.base not in NOUNS_TOO)
_WITH_ING = any_of(verb.with_ing for verb in VERBS if verb.base != "be")
_ANY_BASE = any_of(verb.base for verb in VERBS)
_IS_STATE = frozenset(
    "open clean like love need want know cross live row lie run come think".split()
)
_IN_A_MINUTE = any_of(verb.base for verb in _DOES if verb.base not in SAME_IN_PAST | _IS_STATE)
_PAST = any_of(
    verb.past for verb in VERBS if verb.past != verb.base and verb.past not in PASTS_THAT_ARE_VERBS
)
_PAST_ALONE = any_of(verb.past for verb in VERBS if verb.past not in (verb.base, verb.participle))
_BASE_ALONE = any_of(
    verb.base
    for verb in VERBS
    if verb.base not in NOUNS_TOO | {verb.participle} | {"be", "do", "have", "lie", "like", "rain"}
)
_NOT_BASE = f"(?:{_WITH_S}|{_WITH_ING}|{_PAST}|has|does)"
_MODAL = r"(?:can|could|will|would|should|must|might|may|cannot|can't|couldn't|won't|shouldn't)"
_A_THING = (
    r"\b(?:the|a|an|his|her|my|our|their|your|this|that|of|in|last|tin|what|how|why|where|when)"
)
_BEFORE_PARTICIPLE = "have|has|had|is|are|was|were|been|being"
_OFTEN = "(?:(?:also|always|often|never|usually|really) )?"
_WHAT_ALL = r"\b(?:what|all|whatever|things?|of|for|about|with|than|to|does?|did)(?: [a-z]+){0,2}"
_ANOTHER_ONE = r"\b(?:one|only|of|with|and|or|by|near|behind|to)(?: [a-z]+){0,3}"
_GROUPS = (
    "(?:(?:the|these|those|my|his|her|their|all the)(?: <NUMBER>)?|some|many|several|both|"
    "<NUMBER>|a lot of|lots of)"
)
_SEVERAL_OF_THEM = f"(?:(?:{_GROUPS} )<QUALITIES><SEVERAL>|people|children|many people|some people)"
_HAVE = {"are": "is", "were": "was", "have": "has", "don't": "doesn't", "do": "does"}
_HAS = {with_s: base for base, with_s in _HAVE.items()}


def _one(word: str) -> str:
    """Of "wear" makes "wears"."""
    plain = word.replace("’", "'")
    return _HAVE.get(plain) or VERB_OF[plain].with_s


def _several(word: str) -> str:
    """Of "wears" makes "wear"."""
    plain = word.replace("’", "'")
    return _HAS.get(plain) or VERB_OF[plain].base


def _base(word: str) -> str:
    return VERB_OF[word].base


def _ing(word: str) -> str:
    return VERB_OF[word].with_ing


def _participle(word: str) -> str:
    return VERB_OF[word].participle


def _is_before(found: re.Match[str]) -> str:
    """Of "she wearing" makes "she is wearing"."""
    who = found["who"]
    am = {"i": "am", "he": "is", "she": "is", "it": "is"}.get(who.lower(), "are")
    return f"{who} {am} {found['verb']}"


def _agreeing() -> Iterable[Rule]:
    """Somebody and what they do."""
    yield rule(
        "he_she_it",
        rf"<BEFORE_PRONOUN>(?P<said>(?:he|she|it) {_OFTEN}(?P<verb>{_BASES}"
        rf"|don't|are|were(?! to)))\b"
        r"(?! not\b)",
        swapped("verb", _one),
        unless_before=r"\bif",
    )
    yield rule(
        "he_she_it",
        r"<BEFORE_PRONOUN>(?P<said>(?:he|she|it) (?P<verb>like))"
        r"(?= (?:to|the|his|her|it|him|them)\b)",
        swapped("verb", _one),
    )
    yield rule(
        "he_she_it",
        r"<CLAUSE>(?P<said><THE> <QUALITIES><ONE> (?P<verb>are|were|have|don't))\b",
        swapped("verb", _one),
    )
    for who, verbs in (("<PERSON>", _SAID_OF_OTHERS), ("<ANIMAL>", _ANIMALS_DO), ("sun", "shine")):
        ends = "" if who == "sun" else "<OBJECT>"
        yield rule(
            "he_she_it",
            rf"<CLAUSE>(?P<said><THE> <QUALITIES>{who} (?P<verb>{verbs}))\b{ends}",
            swapped("verb", _one),
        )
    yield rule(
        "he_she_it",
        rf"<CLAUSE>(?P<said><THE> <QUALITIES><SOMEBODY> (?:always|often|never|usually) "
        rf"(?P<verb>{_SAID_OF_OTHERS}))\b",
        swapped("verb", _one),
    )
    yield rule(
        "he_she_it",
        r"one of (?:the|these|those|my|his|her|their) "
        r"<QUALITIES><SEVERAL> (?P<verb>are|were|have)\b",
        swapped("verb", _one),
        unless_before=r"\b(?:than|more|or|and|but|except)",
    )
    yield rule(
        "they",
        rf"<BEFORE_PRONOUN>(?P<said>(?:I|we|they|you) {_OFTEN}(?P<verb>{_WITH_S}|has))\b",
        swapped("verb", _several),
    )
    yield rule(
        "they",
        r"<BEFORE_PRONOUN>(?P<said>(?:we|they|you) (?P<verb>is|was|doesn't))\b",
        swapped("verb", _several),
    )
    yield rule(
        "they",
        rf"<CLAUSE>(?P<said>{_SEVERAL_OF_THEM} (?P<verb>is|was|has|doesn't))\b"
        r"(?! (?:a lot|enough|too|not|much|more|less|few|plenty|what|why|how|the)\b)",
        swapped("verb", _several),
    )
    yield rule(
        "they",
        rf"<CLAUSE>(?P<said>(?:{_GROUPS} <QUALITIES><SOMEBODIES>|people|children) "
        rf"(?P<verb>{_WITH_S}))\b(?! (?:is|are|was|were)\b)",
        swapped("verb", _several),
    )
    yield rule(
        "everybody",
        r"<CLAUSE>(?P<said>(?:every|some|no)(?:body|one) (?P<verb>are|were|have))\b",
        swapped("verb", _one),
    )
    yield rule(
        "who",
        rf"<THE> <QUALITIES><SOMEBODY> (?:who|that) (?P<verb>{_BASES}|are|have|don't)\b",
        swapped("verb", _one),
        unless_before=_ANOTHER_ONE,
    )
    yield rule(
        "who",
        rf"<SOMEBODIES> who (?P<verb>is|was|has|{_WITH_S})\b",
        swapped("verb", _several),
        unless_before=_ANOTHER_ONE,
    )


def _forms() -> Iterable[Rule]:
    """In which form something is done."""
    yield rule(
        "short_form",
        rf"{_MODAL} (?:not |also )?(?P<verb>{_NOT_BASE}|saw(?! wood\b))\b",
        swapped("verb", _base),
        unless_before=_A_THING,
    )
    yield rule(
        "short_form",
        rf"(?P<modal>can|could|must|should|will|would|might) to (?P<verb>{_ANY_BASE})\b",
        lambda found: f"{found['modal']} {found['verb']}",
        unless_before=_A_THING,
    )
    yield rule(
        "do_not",
        rf"(?:don't|doesn't|didn't|(?:do|does|did) not) (?P<verb>{_NOT_BASE}|saw)\b",
        swapped("verb", _base),
    )
    for who, be in (("<SOMEBODY>|he|she", "is|was"), ("<SOMEBODIES>|they|we|you", "are|were")):
        yield rule(
            "is_doing",
            rf"\b(?:{who}) (?P<said>(?:{be}) (?P<verb>{_IN_A_MINUTE}))\b(?!-|')",
            swapped("verb", _ing),
            unless_before=_WHAT_ALL + " (?:[a-z]+)",
        )
        with_s = _WITH_S if be == "is|was" else _WITH_S_ONLY
        yield rule(
            "is_doing",
            rf"\b(?:{who}) (?P<said>(?:{be}) (?P<verb>{with_s}))\b",
            swapped("verb", _ing),
            unless_before=_WHAT_ALL + " (?:[a-z]+)",
        )
    yield rule(
        "is_doing", rf"(?:I am|I'm|they're|we're) (?P<verb>{_IN_A_MINUTE})\b", swapped("verb", _ing)
    )
    yield rule(
        "is_doing",
        rf"<BEFORE_PRONOUN>(?P<said>(?P<who>he|she|it|they|we|I) (?P<verb>{_WITH_ING}))\b",
        _is_before,
    )
    wrong_past = any_of(WRONG_PASTS)
    yield rule(
        "past_form",
        rf"(?P<verb>{wrong_past})\b",
        swapped("verb", lambda said: WRONG_PASTS[said].past),
        unless_before=rf"(?:{_BEFORE_PARTICIPLE})(?: [a-z]+ly| not| never| just| already)?",
    )
    yield rule(
        "have_done",
        rf"(?:{_BEFORE_PARTICIPLE}) (?P<verb>{wrong_past})\b",
        swapped("verb", lambda said: WRONG_PASTS[said].participle),
    )
    yield rule(
        "have_done",
        rf"(?:have|has|had) (?P<verb>{_PAST_ALONE}|{_BASE_ALONE})\b",
        swapped("verb", _participle),
    )
    yield rule(
        "to_do",
        rf"(?:want|wants|wanted|need|needs|try|tries|trying) to (?P<verb>{_NOT_BASE})\b",
        swapped("verb", _base),
    )
    yield rule(
        "to_do",
        rf"(?:is|are|am|was|were) going to (?P<verb>{_PAST_ALONE}|bought|{_WITH_S_ONLY})\b",
        swapped("verb", _base),
    )
    yield rule(
        "to_do", rf"(?:like|likes|love|loves) to (?P<verb>{_WITH_ING})\b", swapped("verb", _base)
    )
    yield rule(
        "enjoy",
        rf"(?P<enjoy>enjoy|enjoys|enjoyed) to (?P<verb>{_ANY_BASE})\b",
        lambda found: f"{found['enjoy']} {_ing(found['verb'].lower())}",
    )
    yield rule(
        "agree",
        r"(?P<who>I|we|they|you)(?: am| are|'m|'re) agree\b",
        lambda found: f"{found['who']} agree",
    )


def verb_rules() -> Iterable[Rule]:
    """All of them."""
    yield from _agreeing()
    yield from _forms()
