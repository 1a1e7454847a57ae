"""The sentences of descriptions, read back: a grammar of their own over the vocabulary.

It knows nothing of how scenes are told. What it cannot read to its last word, it reads not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from imagespeak_core.generators.illustrator.figures.roles import ROLES
from imagespeak_core.generators.illustrator.places.registry import RANKED
from imagespeak_core.generators.illustrator.things.catalog import HELD, THINGS
from imagespeak_core.generators.illustrator.words import hair
from imagespeak_core.generators.illustrator.words.people import CLOTHES, FEELINGS
from imagespeak_core.generators.illustrator.words.things import COLOURS

PEOPLE = (
    "person man woman child boy girl teenager baby|teenage boy|teenage girl"
    "|old man|old woman|old person"
)
IRREGULAR = {
    "person": "people", "man": "men", "woman": "women", "child": "children", "baby": "babies",
    "policeman": "policemen", "businessman": "businessmen", "postman": "postmen",
    "fisherman": "fishermen", "scarf": "scarves", "shelf": "shelves", "loaf": "loaves",
    "tomato": "tomatoes", "potato": "potatoes",
}  # fmt: skip
OF_NO_NUMBER = frozenset("fruit cards bags hair pasta knitting braids locs shorts jeans".split())
ROLE_WORDS = {"businessman": "office worker", "artist": "painter"}
WORN_WORDS = {"long shirt": "blouse", "sun hat": "hat", "bicycle helmet": "helmet"}
BEHIND_WORDS = {"painting": "picture"}
NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}


def plurals(noun: str) -> set[str]:
    """The forms that a noun may have for several."""
    thing = THINGS.get(noun)
    if thing is not None and thing.words.number != "one":
        return {noun}
    if thing is not None and thing.words.plural:
        return {thing.words.plural}
    if noun in OF_NO_NUMBER or " of " in noun:
        return {noun}
    head, _, last = noun.rpartition(" ")
    several = IRREGULAR.get(last) or (
        last[:-1] + "ies" if re.search("[^aeiou]y$", last)
        else last + "es" if re.search("(s|x|z|ch|sh)$", last)
        else last + "s"
    )  # fmt: skip
    return {f"{head} {several}".strip()}


def word_for(noun: str, *, behind: bool = False) -> str:
    """What a thing or an animal of this name is called where it is seen."""
    thing = THINGS.get(noun)
    if thing is None:
        return BEHIND_WORDS.get(noun, noun)
    return (behind and thing.words.behind) or thing.words.told or BEHIND_WORDS.get(noun, noun)


def _forms(nouns: set[str]) -> dict[str, set[tuple[str, bool]]]:
    """Each word with the nouns that it may be, and whether it then is their plural."""
    forms: dict[str, set[tuple[str, bool]]] = {}
    for noun in nouns:
        forms.setdefault(noun, set()).add((noun, False))
        for several in plurals(noun):
            forms.setdefault(several, set()).add((noun, True))
    return forms


def _one_of(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})"


_SCENERY = {place.background.noun for place in RANKED if place.background}
NOUNS = _forms(
    {
        *PEOPLE.replace(" ", "|").split("|"), *PEOPLE.split("|")[1:], *ROLE_WORDS.values(),
        *(ROLE_WORDS.get(role, role) for role in ROLES), *_SCENERY, *BEHIND_WORDS.values(),
        *(word_for(noun, behind=behind) for noun in THINGS for behind in (True, False)),
        "screen", "counter", "lifebuoy", "roof", "gate", "board", "poster", "pool", "cupboard",
        "washbasin", "curtain", "shop",
    }
)  # fmt: skip
HELD_NOUNS = _forms({held.told or name for name, held in HELD.items()})
WORN = _forms(
    {
        *(WORN_WORDS.get(name, name) for name in CLOTHES.values()),
        *hair.STYLES.values(), "hair", "bald head", "backpack", "sandals", "bow tie", "vest",
    }
)  # fmt: skip

_SIZES = ("small", "big", "tall", "short")
_MOODS = {*FEELINGS.values(), "happy", "sad", "angry", "surprised", "tired"}
_COLOURS = {*COLOURS, "striped", "colourful"}
_HAIR = {*hair.COLOURS, *hair.SHAPES, *_COLOURS}
_ADJECTIVES = _one_of({*_SIZES, *_MOODS, *_COLOURS})
_DETERMINERS = rf"(?:(an?|another|some|one of the|the two|the|many|{_one_of(NUMBERS)}) )?"

_PHRASE = re.compile(rf"{_DETERMINERS}(other )?((?:{_ADJECTIVES} )*)({_one_of(NOUNS)})\b")
_IN_HAND = re.compile(rf"(?:(an?) )?((?:{_one_of(_COLOURS)} )?)({_one_of(HELD_NOUNS)})\b")
_GARMENT = re.compile(rf"(?:(an?) )?((?:{_one_of(_HAIR)} )*)({_one_of(WORN)})\b")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: "two other small black dogs", "a man with a beard in a red coat"."""

    determiner: str
    other: bool
    adjectives: tuple[str, ...]
    noun: str
    plural: bool
    looks: tuple[tuple[str, str], ...] = ()
    """Colour, or what else is said, and noun of each piece."""

    @property
    def count(self) -> int | None:
        """How many there are; None where the words leave it open."""
        if self.determiner == "one of the":
            return 1
        if self.determiner in NUMBERS:
            return NUMBERS[self.determiner]
        return None if self.plural or self.determiner in {"some", "many"} else 1


@dataclass(frozen=True, slots=True)
class Act:
    """A participle, with what follows it.

    `words` has "{held}" and "{target}" where these were: "giving {held} to {target}". `where` is
    a preposition and what it goes with.
    """

    words: str
    held: tuple[str, str] | None = None
    target: Phrase | None = None
    where: tuple[str, tuple[Phrase, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """Who or what is there, where in the picture, and what they do; of no acts they just are."""

    zone: str
    subjects: tuple[Phrase, ...]
    acts: tuple[Act, ...] = ()
    place: tuple[str, tuple[Phrase, ...]] | None = None
    verb: str = ""
    tail: tuple[tuple[str, str], ...] = ()
    """What they have in their hands besides."""


_ZONES = ("on the left", "on the right", "in the middle", "in the background", "in the foreground")
_AT_THE_END = (" in the background", " on the wall", "")
_WHERE = (
    "on", "with", "in", "at", "under", "next to", "in front of", "behind", "above", "below",
    "to the left of", "to the right of",
)  # fmt: skip
ACTS = (
    """
standing|walking|running|playing football|sitting|sitting on the ground|sitting on the floor
riding a bicycle|riding bicycles|waving|pointing|talking|talking on the phone|reading|writing
eating|drinking|cooking|washing the dishes|holding out both arms|hugging|cutting hair
shaking hands|holding hands|arguing|fighting|shouting|putting out both hands|knitting|skipping
brushing his teeth|brushing her teeth|brushing their teeth|playing cards|laughing|throwing a ball
playing volleyball|dancing|swimming|sleeping|lying|lying down|kneeling|painting|taking a photo
taking photos|playing the guitar|playing the violin|looking around|looking far away|jumping
crawling|singing|fishing|typing|driving|playing basketball|sweeping|cheering|clapping|thinking
crying|working in the garden|playing|shopping|sitting in a wheelchair|having a picnic|flying
digging|climbing|barking|carrying something|looking at each other|watching each other
hugging each other|holding an umbrella
""".strip()
    .replace("\n", "|")
    .split("|")
)
"""Participles that are whole; those with a slot are below."""
SLOTTED = (
    "giving {held} to {target}", "giving {held} to each other", "holding {target}",
    "holding {held}", "carrying {held}",
    "reading {held}", "eating {held}", "throwing {held}", "flying {held}", "hugging {held}",
    "hugging {target}",
    "feeding {target}", "pushing {target}", "pulling {target}", "climbing {target}",
    "walking {target}", "looking at {target}", "watching {target}", "riding {target}",
    "riding {held}", "driving {target}", "carrying {target} on his shoulders",
    "carrying {target} on her shoulders", "carrying {target} on their shoulders",
)  # fmt: skip

T = TypeVar("T")
Read = Callable[[str], Iterator[tuple[str, T]]]
"""All that a text may begin with, each with what follows it."""


def phrases(text: str) -> Iterator[tuple[str, Phrase]]:
    """The noun phrases that a text may begin with, and what follows each."""
    found = _PHRASE.match(text)
    if not found:
        return
    determiner, other, adjectives, word = found.groups(default="")
    said = tuple(re.findall(_ADJECTIVES, adjectives))
    for noun, plural in sorted(NOUNS[word]):
        alone = determiner in {"a", "an", "another"}
        several = determiner in {*NUMBERS, "many", "the two", "one of the"} - {"one"}
        several = several or not (determiner or other)
        if plural if alone else several and not plural:
            continue
        bare = Phrase(determiner, bool(other), said, noun, plural)
        rest = text[found.end() :]
        for after, looks in _looks(rest):
            yield after, Phrase(determiner, bool(other), said, noun, plural, looks)
        yield rest, bare


def _looks(text: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """What somebody wears: " with a beard in a red coat and a hat"."""
    for word in (" with ", " in "):
        if text.startswith(word):
            for rest, worn in _list_of(_garments, text[len(word) :]):
                if word == " with ":
                    yield from ((after, worn + more) for after, more in _looks(rest))
                yield rest, worn


def _garments(text: str) -> Iterator[tuple[str, tuple[str, str]]]:
    found = _GARMENT.match(text)
    if found:
        for noun, _ in sorted(WORN[found[3]]):
            yield text[found.end() :], (found[2].strip(), noun)


def _in_hand(text: str) -> Iterator[tuple[str, tuple[str, str]]]:
    found = _IN_HAND.match(text)
    if found:
        for noun, _ in sorted(HELD_NOUNS[found[3]]):
            yield text[found.end() :], (found[2].strip(), noun)


def _list_of(of: Read[T], text: str) -> Iterator[tuple[str, tuple[T, ...]]]:
    """One or more: "a, b and c"; the longest first."""
    for rest, first in of(text):
        if rest.startswith(", ") and not rest.startswith(", and "):
            for after, more in _list_of(of, rest[2:]):
                if len(more) > 1:
                    yield after, (first, *more)
        if rest.startswith(" and "):
            for after, last in of(rest[5:]):
                yield after, (first, last)
        yield rest, (first,)


def _wheres(text: str) -> Iterator[tuple[str, tuple[str, tuple[Phrase, ...]] | None]]:
    """Where it is: " on a bench", " between two dogs"; or nothing."""
    for word in _WHERE:
        if text.startswith(f" {word} "):
            for rest, phrase in phrases(text[len(word) + 2 :]):
                yield rest, (word, (phrase,))
    if text.startswith(" between "):
        for rest, some in _list_of(phrases, text[9:]):
            yield rest, ("between", some)
    yield text, None


def _acts(text: str) -> Iterator[tuple[str, Act]]:
    for words in sorted(ACTS, key=len, reverse=True):
        if re.match(rf"{re.escape(words)}(?![a-z])", text):
            for rest, where in _wheres(text[len(words) :]):
                yield rest, Act(words, where=where)
    for words in SLOTTED:
        for rest, held, target in _filled(re.split(r"\{(\w+)\}", words), text):
            for after, where in _wheres(rest):
                yield after, Act(words, held, target, where)


def _filled(
    parts: list[str], text: str
) -> Iterator[tuple[str, tuple[str, str] | None, Phrase | None]]:
    """What is in a participle's slots; its words and the slots' names take turns."""
    if not text.startswith(parts[0]):
        return
    rest = text[len(parts[0]) :]
    if len(parts) == 1:
        yield rest, None, None
    elif parts[1] == "target":
        for after, phrase in phrases(rest):
            for end, held, _ in _filled(parts[2:], after):
                yield end, held, phrase
    else:
        for after, thing in _in_hand(rest):
            for end, _, target in _filled(parts[2:], after):
                yield end, thing, target


def _tails(text: str) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    if text.startswith(" with "):
        yield from ((rest, (held,)) for rest, held in _in_hand(text[6:]))
    yield text, ()


def _bodies(text: str, zone: str) -> Iterator[tuple[str, Clause]]:
    there = re.match(r"there (is|are) (?:also )?", text)
    if there:
        for rest, subjects in _list_of(phrases, text[there.end() :]):
            for after, place in _wheres(rest):
                yield after, Clause(zone, subjects, place=place, verb=there[1])
        return
    for rest, subjects in _list_of(phrases, text):
        does = re.match(r" (is|are) ", rest)
        if not does:
            continue
        for after, acts in _list_of(_acts, rest[does.end() :]):
            for end, tail in _tails(after):
                yield end, Clause(zone, subjects, acts, verb=does[1], tail=tail)


def clauses(sentence: str) -> Iterator[tuple[Clause, ...]]:
    """All ways to read a sentence, without its stop, as one clause or two."""
    text = sentence[0].lower() + sentence[1:]
    for rest, first in _with_zone(text, ""):
        if not rest:
            yield (first,)
        elif rest.startswith(", and "):
            for after, second in _with_zone(rest[6:], first.zone):
                if not after:
                    yield first, second


def _with_zone(text: str, zone: str) -> Iterator[tuple[str, Clause]]:
    for said in _ZONES:
        if text.startswith(f"{said}, "):
            yield from _bodies(text[len(said) + 2 :], said)
            return
    yield from _bodies(text, zone)


def behinds(sentence: str) -> Iterator[tuple[tuple[Phrase, ...], str]]:
    """All ways to read a sentence about the place itself: what is there, and where."""
    found = re.match(r"There (is|are) (?:also )?", sentence)
    for (rest, some), end in product(
        _list_of(phrases, sentence[found.end() :]) if found else (), _AT_THE_END
    ):
        if rest == end:
            yield some, end.strip()
