"""Tells small things of the words around a scan: what stands alone, and what is said of whom."""

from __future__ import annotations

from itertools import pairwise

from imagespeak_core.generators.illustrator.reading.chunk import ChunkKind
from imagespeak_core.generators.illustrator.reading.lexicon import (
    BEFORE_NOUNS,
    HEADS,
    NOUNS,
    Token,
    Word,
)
from imagespeak_core.generators.illustrator.reading.scan import Scan
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import people, unseen

_BEFORE_CLAUSES: frozenset[ChunkKind] = frozenset({"stop", "comma", "and", "while", "relation"})


def is_without_noun(scan: Scan, word: Word) -> bool:
    """Whether a word such as "one" or "the other" stands for its noun: "one is red"."""
    following = scan.ahead()
    begins = scan.previous.kind in _BEFORE_CLAUSES and not scan.is_open
    if following.token is None:
        said_of_noun = following.form in {"ing", "past"} and scan.ahead_means(
            *NOUNS, "colour", "size", steps=2
        )
        third = following.form == "third" and word.text not in people.SOME_OF_SEVERAL
        return begins and following.verb is not None and not (said_of_noun or third)
    if scan.ahead_means("auxiliary"):
        return begins
    if word.text not in people.SOME_OF_SEVERAL:
        return False
    if word.text in {"some", "other", "others"}:
        return begins and following.verb is not None and following.form != "base"
    return begins and (
        scan.ahead_means("relation", "position", "wearing", "who")
        or (following.verb is not None and following.form == "third")
    )


def is_told_apart(scan: Scan) -> bool:
    """Whether a colour, a size or an age was read: "a red one"."""
    said = scan.said
    return bool(said.colour or said.size or said.age) and not scan.ahead_means(*HEADS)


def is_alone_after_noun(scan: Scan) -> bool:
    """Whether nothing more is told of the noun before: "a cat left, a dog right"."""
    return scan.previous.kind == "noun" and not scan.ahead().text[0].isalnum()


def is_likeness(scan: Scan) -> bool:
    """Whether the noun only tells how something looks: "shaped like *a fish*"."""
    before = [word.text for word in scan.words[max(0, scan.at - 3) : scan.at]]
    modelled = any(thing in unseen.LIKENESSES and of == "of" for thing, of in pairwise(before))
    return modelled or any(word in unseen.LIKE for word in before)


def is_felt(scan: Scan) -> bool:
    """Whether a feeling is told by the verb: "the girl is happy", "looks sad"."""
    tells = scan.previous.kind in {"auxiliary", "feeling"}
    tells = tells or scan.previous.base in {"look", "feel", "seem"}
    return tells and not scan.is_open and not scan.ahead_means(*HEADS)


def noun_comes(scan: Scan) -> bool:
    """Whether "and" joins two words that are said of one noun ("a black and white cat")."""
    rest = [word.token.meaning for word in scan.rest()[:2] if word.token]
    said = BEFORE_NOUNS - {"number", "vague"}
    return bool(rest) and rest[0] in said and rest[-1] in NOUNS


def is_of_a_person(scan: Scan) -> bool:
    """Whether it is said of people who are named next, with nothing but adjectives between."""
    for word in scan.rest():
        if word.token is None or word.token.meaning not in BEFORE_NOUNS:
            return word.token is not None and word.token.meaning in {"person", "crowd"}
    return False


def is_of_a_place(scan: Scan) -> bool:
    """Whether it is said of a place: "an empty street", "the street is empty"."""
    told = scan.previous.kind == "auxiliary" and scan.before_previous.meaning == "place"
    return told or scan.ahead_means("place")


def is_of_clothes(scan: Scan) -> bool:
    """Whether the noun that comes is something to wear."""
    tokens = (word.token for word in scan.rest())
    noun = next((t for t in tokens if t is None or t.meaning not in BEFORE_NOUNS), None)
    return noun is not None and noun.meaning == "clothes"


def is_whose_body(scan: Scan, token: Token) -> bool:
    """Whether a person is named by what cannot be without one: "a woman's long hair"."""
    owner = token.text.removesuffix("'s")
    animal = owner in THINGS and THINGS[owner].kind == "animal"
    if not (animal or owner in people.PEOPLE) or not token.text.endswith("'s"):
        return False
    for word in scan.rest():
        if word.token is None or word.token.meaning not in BEFORE_NOUNS | {"unseen"}:
            hair = word.token is not None and word.token.meaning == "hair"
            return hair or word.text in unseen.OF_A_BODY
    return False


def goes_on_denying(scan: Scan) -> bool:
    """Whether "or" joins the noun to one that is not there: "no trees or cars"."""
    before = scan.previous
    if before.kind != "noun" or before.said.count != -1 or scan.said.count == -1:
        return False
    return any(word.text == "or" for word in scan.words[before.at : scan.at])


def goes_without_saying(scan: Scan, text: str) -> bool:
    """Whether what it is said of always looks as the text says: "a round ball", "is round"."""
    always = unseen.TRUE_OF.get(text, frozenset())
    if scan.previous.kind == "auxiliary" and scan.before_previous.value in always:
        return True
    for word in scan.rest():
        if word.token is None or word.token.value in always:
            return word.token is not None
        if word.token.meaning not in {"colour", "size"}:
            return False
    return False


def acts(scan: Scan) -> bool:
    """Whether a verb follows that shows something: "I play", "we are reading"."""
    first, second = scan.ahead(), scan.ahead(2)
    if scan.ahead_means("auxiliary"):
        feels = scan.ahead_means("feeling", steps=2)
        return feels or (second.verb is not None and second.form == "ing")
    return first.verb is not None and first.form == "base"


def is_put_on(scan: Scan) -> bool:
    """Whether what was named last is worn, and so is where it belongs: "a hat on his head"."""
    last, whose = scan.previous, scan.words[scan.at].text.split()[1]
    return whose != "its" and (last.meaning == "clothes" or last.value == "backpack")
