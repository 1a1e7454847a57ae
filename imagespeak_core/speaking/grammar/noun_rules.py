"""Rules about nouns: one or several, with which little words, and before what."""

from __future__ import annotations

import re
from collections.abc import Iterable

from imagespeak_core.speaking.grammar.rule import Rule, any_of, rule, swapped, with_article
from imagespeak_core.speaking.grammar.word_forms import (
    ANIMALS,
    CLOTHES,
    IN_PAIRS,
    PLURAL_OF,
    SINGULAR_OF,
)

_PLURALS = {
    "childrens": "children", "childs": "children", "peoples": "people", "womans": "women",
    "womens": "women", "mans": "men", "mens": "men", "foots": "feet", "feets": "feet",
    "tooths": "teeth", "gooses": "geese", "sheeps": "sheep", "policemans": "policemen",
    "policewomans": "policewomen", "firemans": "firemen", "fishermans": "fishermen",
    "snowmans": "snowmen", "deers": "deer", "wifes": "wives",
}  # fmt: skip
_PLURAL_FOLLOWS = (
    "(?=\\s*(?:\\Z|[.,;:!?…\\n])| (?:is|are|was|were|have|has|and|in|on|at|with|who|under|near)\\b)"
)
_UNCOUNTED = {
    "furnitures": "furniture", "luggages": "luggage", "informations": "information",
    "homeworks": "homework", "advices": "advice", "equipments": "equipment",
}  # fmt: skip
_NOT_COUNTED = "bread|furniture|luggage|music|weather|information|homework|traffic|rice|money"
_MASS = f"{_NOT_COUNTED}|water|food|snow"
_ALSO_FOOD = frozenset({"apple", "banana", "sandwich"})
_COUNTED = any_of(one for one in PLURAL_OF if one not in _ALSO_FOOD | set(ANIMALS))
_METRES = (
    r"(?! (?:metres?|meters?|minutes?|hours?|euros?|pounds?|dollars?|percent|foot|feet|star)\b)"
)
_NONE_AFTER = r"(?![^.!?…\n]*(?:\band\b|,))"


def _be_for(number: str) -> str:
    return "is" if number.lower() in ("a", "an", "one") else "are"


def _a_thing(found: re.Match[str]) -> str:
    """Of "a sandwiches" makes "a sandwich", and of "A people are" "People are"."""
    quality, noun = found["quality"] or "", found["noun"]
    follows = found.string[found.end("said") :].lstrip().lower()
    if noun.lower() == "people" or re.match(r"(?:are|were|have)\b", follows):
        return f"{quality}{noun}"
    return with_article(f"{quality}{SINGULAR_OF[noun.lower()]}")


def _this_or_these(found: re.Match[str]) -> str:
    """Of "these woman is" makes "this woman is", and of "those dog are" "those dogs are"."""
    these, quality, noun = found["these"], found["quality"] or "", found["noun"].lower()
    follows = found.string[found.end("said") :].lstrip().lower()
    if re.match(r"(?:is|was|has)\b", follows):
        return f"{'this' if these.lower() == 'these' else 'that'} {quality}{noun}"
    return f"{these} {quality}{PLURAL_OF[noun]}"


def _numbers() -> Iterable[Rule]:
    """One or several."""
    yield rule(
        "plural_form",
        rf"(?P<noun>{any_of(_PLURALS)})\b{_PLURAL_FOLLOWS}",
        swapped("noun", _PLURALS.__getitem__),
    )
    yield rule(
        "plural_form",
        r"(?:red|green|yellow|brown|dry|many|some) (?P<noun>leafs)\b",
        swapped("noun", lambda _: "leaves"),
    )
    yield rule(
        "number",
        r"(?:<NUMBER>|many|several) <QUALITIES>(?P<noun><ONE>)<NOUN_ENDS>",
        swapped("noun", PLURAL_OF.__getitem__),
        unless_before=r"\b(?:picture|photo|number|room|page|the same)",
    )
    yield rule(
        "number",
        r"both <QUALITIES>(?P<noun><ONE>)(?= (?:are|were|have)\b)",
        swapped("noun", PLURAL_OF.__getitem__),
    )
    yield rule(
        "number",
        rf"(?:a lot of|lots of) <QUALITIES>(?P<noun>{_COUNTED})<NOUN_ENDS>",
        swapped("noun", PLURAL_OF.__getitem__),
    )
    yield rule(
        "number",
        r"some <QUALITIES>(?P<noun><ONE>)(?= (?:are|were|have)\b)",
        swapped("noun", PLURAL_OF.__getitem__),
    )
    yield rule(
        "a_several",
        r"(?:a|an) (?P<quality><QUALITIES>)(?P<noun><SEVERAL>)<NOUN_ENDS>",
        _a_thing,
        unless_before=r"\b(?:such|what|half|many|a|an)",
    )
    yield rule(
        "a_several",
        rf"(?:a|an) (?P<noun><QUALITIES>{any_of(IN_PAIRS)})<NOUN_ENDS>",
        lambda found: found["noun"],
    )
    yield rule(
        "no_a",
        rf"(?:a|an) (?P<noun><QUALITIES>(?:{_NOT_COUNTED}))<NOUN_ENDS>",
        lambda found: found["noun"],
    )
    yield rule(
        "no_a", rf"(?P<noun>{any_of(_UNCOUNTED)})\b", swapped("noun", _UNCOUNTED.__getitem__)
    )
    yield rule(
        "this_these",
        r"(?P<this>this) (?:<NUMBER> )?<QUALITIES><SEVERAL><NOUN_ENDS>",
        swapped("this", lambda _: "these"),
        unless_before=r"\b(?:after|before|like|do|is|because of)",
    )
    yield rule(
        "this_these",
        r"(?P<these>these|those) (?P<quality><QUALITIES>)(?P<noun><ONE>)<NOUN_ENDS>",
        _this_or_these,
    )
    yield rule(
        "much_many",
        r"(?P<much>much) <QUALITIES><SEVERAL><NOUN_ENDS>",
        swapped("much", lambda _: "many"),
        unless_before=r"\b(?:pretty|very|not)",
    )
    yield rule(
        "much_many",
        rf"(?P<many>many) <QUALITIES>(?:{_MASS})<NOUN_ENDS>",
        swapped("many", lambda _: "a lot of"),
    )
    yield rule("much_many", r"(?P<lot>a lots of)\b", swapped("lot", lambda _: "a lot of"))
    yield rule(
        "much_many",
        r"(?:see|are|is|have|has|with) (?P<lot>lot of)\b",
        swapped("lot", lambda _: "a lot of"),
    )


def _there() -> Iterable[Rule]:
    """One or several that are there."""
    is_are = swapped("be", {"is": "are", "was": "were", "are": "is", "were": "was"}.__getitem__)
    yield rule(
        "there_is",
        rf"there (?P<be>is|was) (?:many(?! (?:a|{_MASS})\b)|several|a few"
        rf"|<NUMBER>(?!-))\b(?!-){_METRES}"
        r"(?: <QUALITIES><SEVERAL>\b(?!'))?",
        is_are,
    )
    yield rule(
        "there_is",
        r"there (?P<be>is|was) (?:some|a lot of|lots of|no) <QUALITIES><SEVERAL><NOUN_ENDS>",
        is_are,
    )
    yield rule("there_is", r"there (?P<be>is|was) <QUALITIES><SEVERAL><NOUN_ENDS>", is_are)
    yield rule(
        "there_is",
        rf"there (?P<be>are|were) (?:a|an|one) <QUALITIES><ONE><NOUN_ENDS>{_NONE_AFTER}",
        is_are,
    )
    yield rule(
        "there_is",
        r"there (?P<have>has|have) (?P<what>a|an|one|two|three|four|five|many|some|a lot of)\b"
        r"(?! (?:been|to)\b)",
        lambda found: f"there {_be_for(found['what'])} {found['what']}",
    )
    yield rule(
        "there_is",
        r"<SENTENCE>(?P<said>(?P<where>in (?:the|this) (?:picture|photo)) (?:has|have) "
        r"(?P<what>a|an|one|two|three|four|five|many|some|a lot of))\b",
        lambda found: f"{found['where']} there {_be_for(found['what'])} {found['what']}",
    )


def _little_words() -> Iterable[Rule]:
    """Articles, and what stands before a noun."""
    yield rule(
        "a_the",
        r"there (?:is|was) (?P<noun><QUALITIES><ONE>)<NOUN_ENDS>",
        swapped("noun", with_article),
    )
    yield rule(
        "a_the",
        r"(?:can see|I see) (?P<noun><QUALITIES><ONE>)<NOUN_ENDS>",
        swapped("noun", with_article),
    )
    yield rule(
        "a_the",
        rf"(?:wear|wears|wearing) (?P<noun><QUALITIES>{any_of(set(CLOTHES))})<NOUN_ENDS>",
        swapped("noun", with_article),
    )
    yield rule(
        "a_the",
        r"(?:sit|sits|sitting) on (?P<noun>chair|bench|sofa|horse|bicycle)<NOUN_ENDS>",
        swapped("noun", with_article),
    )
    yield rule(
        "a_the",
        r"<SENTENCE>(?P<said>(?!man is an? )(?P<noun>man|woman|boy|girl) (?:is|was|has))\b",
        swapped("noun", with_article),
    )
    yield rule(
        "a_the",
        r"<SENTENCE>(?P<said>(?P<noun>sun) (?:is shining|shines))\b",
        lambda found: f"the {found['said'].lower()}",
    )
    yield rule(
        "a_the",
        r"(?:play|plays|playing) (?P<game>the "
        r"(?P<name>football|tennis|basketball|volleyball|chess|cards))<NOUN_ENDS>",
        swapped("game", lambda game: game.split()[-1]),
    )
    yield rule(
        "colour_first",
        rf"(?P<a>a|an) (?P<noun>{any_of(PLURAL_OF)}) (?P<colour><COLOUR>)\b"
        r"(?=\s*(?:\Z|[.,;:!?…\n])| (?:is|in|on|who|that|because|he|she|it|they)\b)",
        lambda found: with_article(f"{found['colour']} {found['noun']}"),
        unless_before=r"\b(?:paint|paints|painting|painted|colou?r|colou?rs|colou?ring|dye|dyes|makes?)",
    )
    yield rule(
        "subject",
        r"<SENTENCE>(?P<said>(?P<who>her|him|them) (?:is|are|was|were|has|have|wears))\b(?!\?)",
        swapped("who", {"her": "she", "him": "he", "them": "they"}.__getitem__),
    )


def noun_rules() -> Iterable[Rule]:
    """All of them."""
    yield from _numbers()
    yield from _there()
    yield from _little_words()
