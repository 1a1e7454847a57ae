"""Tells small things of the words around a scan: what stands alone, and what is said of whom."""

from __future__ import annotations

from itertools import pairwise, takewhile

from imagespeak_core.generators.illustrator.reading.chunk import ChunkKind
from imagespeak_core.generators.illustrator.reading.lexicon import (
    BEFORE_NOUNS,
    HEADS,
    NOUNS,
    SETTINGS,
    Token,
    Word,
)
from imagespeak_core.generators.illustrator.reading.scan import Scan
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.words import people, things, unseen
from imagespeak_core.generators.illustrator.words.numbers import OF_EACH

_HUNG = having("hangs on a wall")
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


def is_material(scan: Scan, token: Token) -> bool:
    """Whether "wood" is what something is made of: a forest has an article."""
    articles = ("a", "an", "the", "this", "that", "our", "his", "her")
    article = any(said.text in articles for _, said in scan.said.noted)
    named = article or (scan.at > 0 and scan.words[scan.at - 1].text in articles)
    return token.text == "wood" and not named and not scan.words[scan.at].plural


def is_of_noun_before(scan: Scan) -> bool:
    """Whether a learner says the colour after its noun: "a car red is in front of it"."""
    before, following = scan.previous, scan.ahead()
    is_thing = before.kind == "noun" and before.meaning in {"thing", "clothes"}
    ends = following.token is None or following.token.meaning not in NOUNS | BEFORE_NOUNS
    adjoins = is_thing and before.at == scan.at - 1 and before.said.colour is None
    painted = scan.before_previous.base in {"paint", "dye", "colour"}
    return adjoins and ends and following.text not in {"-", "and"} and not painted


def is_told_apart(scan: Scan) -> bool:
    """Whether a colour, a size or an age was read: "a red one"."""
    said = scan.said
    return bool(said.colour or said.size or said.age) and not scan.ahead_means(*HEADS)


def is_alone_after_noun(scan: Scan) -> bool:
    """Whether nothing more is told of the noun before: "a cat left, a dog right"."""
    return scan.previous.kind == "noun" and not scan.ahead().text[0].isalnum()


def is_of_each(scan: Scan, word: Word) -> bool:
    """Whether "each" stands without its noun: "four children, *each* with a balloon"."""
    if word.text not in OF_EACH | {"each of", "each one"}:
        return False
    following = scan.ahead()
    if following.token is None:
        return following.verb is not None or not following.text.isalpha()
    return word.text not in OF_EACH or following.token.meaning not in (
        NOUNS | BEFORE_NOUNS | {"unseen", "looks", "silent"}
    )


def is_likeness(scan: Scan) -> bool:
    """Whether the noun only tells how something looks: "shaped like *a fish*"."""
    before = [word.text for word in scan.words[max(0, scan.at - 3) : scan.at]]
    modelled = any(thing in unseen.LIKENESSES and of == "of" for thing, of in pairwise(before))
    painted = any(word in things.PICTURES_OF for word in before) and hangs(scan)
    modelled = modelled or painted
    return modelled or any(word in unseen.LIKE for word in before)


def may_hang(scan: Scan) -> bool:
    """Whether what was named last may be on a wall: of things, those alone that are drawn so."""
    named = scan.previous.kind == "noun"
    chunk = scan.previous if named else scan.before_previous
    return chunk.meaning != "thing" or chunk.value in _HUNG


def hangs(scan: Scan) -> bool:
    """Whether the sentence goes on with what is told of a picture on a wall."""
    rest = list(takewhile(lambda word: word.text not in {".", ",", ";"}, scan.rest()))
    verb = next((word for word in rest if word.verb is not None and word.token is None), None)
    on_it = [word.text for word in rest if word.token and word.token.meaning != "number"]
    walls = {("on", wall) for wall in unseen.INSIDE_ONLY}
    on_a_wall = verb is None and not walls.isdisjoint(pairwise(on_it))
    return on_a_wall or (verb is not None and _is_hanging(verb))


def _is_hanging(word: Word) -> bool:
    return word.verb is not None and word.verb.value == "hang"


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


def is_weather_here(scan: Scan, token: Token) -> bool:
    """Whether a word such as "wet" is said of a day or a place, and not of a dog."""
    if token.meaning != "weather" or token.text not in unseen.ONLY_OF_SETTINGS:
        return True
    if scan.ahead_means(*SETTINGS) or scan.ahead().text == "weather":
        return True
    told_of = scan.before_previous
    is_told = scan.previous.kind == "auxiliary"
    return is_told and (told_of.text == "it" or told_of.meaning in SETTINGS)


def is_of_a_place(scan: Scan) -> bool:
    """Whether it is said of a place: "an empty street", "the street is empty"."""
    told = scan.previous.kind == "auxiliary" and scan.before_previous.meaning == "place"
    return told or scan.ahead_means("place")


def is_seen_of_noun(scan: Scan, text: str) -> bool:
    """Whether an adjective can be seen of the noun that comes, and not of every one of its kind.

    Clothes have patterns; things have several colours, or each of several another one.
    """
    tokens = (word.token for word in scan.rest())
    noun = next((t for t in tokens if t is None or t.meaning not in BEFORE_NOUNS), None)
    if noun is None or (text in unseen.MANY_COLOURED and goes_without_saying(scan, text)):
        return False
    clothed = text in people.PATTERNS and noun.meaning == "clothes"
    return clothed or (text in unseen.MANY_COLOURED and noun.meaning in {"thing", "clothes"})


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
    if text == "but one" and scan.ahead_means(*NOUNS, *BEFORE_NOUNS):
        # "All are running, but one girl is walking."
        return True
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


def is_painted(scan: Scan) -> bool:
    """Whether the colour is what something gets: "painting a fence blue"."""
    return scan.previous.meaning == "thing" and scan.before_previous.base == "paint"


def is_put_on(scan: Scan) -> bool:
    """Whether what was named last is worn, and so is where it belongs: "a hat on his head"."""
    last, whose = scan.previous, scan.words[scan.at].text.split()[1]
    return whose != "its" and (last.meaning == "clothes" or last.value == "backpack")
