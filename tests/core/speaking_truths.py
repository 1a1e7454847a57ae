"""True sentences about a picture, at three levels, from what the picture shows alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.core.speaking_apart import APART
from tests.core.speaking_guarded import GUARDED
from tests.core.speaking_scenes import NAMES
from tests.core.speaking_seen import ABSENT, NUMBERS, Level, Said, Seen, capital, piece, worn
from tests.core.speaking_words import (
    CLEAR_DAY,
    HELD,
    PAIRS,
    PLACES,
    TIMES,
    WEATHERS,
    a,
    doings,
    many,
    might_be,
    names_of,
    pronoun,
)

_RELATIONS = {
    "next to": ("next to", "beside", "near", "close to"), "behind": ("behind",),
    "left of": ("to the left of", "on the left of", "left of"), "under": ("under",),
    "right of": ("to the right of", "on the right of"), "on": ("on",),
    "in front of": ("in front of",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Truth:
    """Words that are true of a scene.

    Attributes:
        scene: The scene's name.
        level: How hard they are.
        words: One or several sentences.
        named: What they name: of each set of ids one must be found. Empty where the words are
            not plain enough to promise it.
    """

    scene: str
    level: Level
    words: str
    named: tuple[frozenset[str], ...] = ()


def _there(seen: Seen) -> Iterator[Said]:
    by_word: dict[str, frozenset[str]] = {}
    for item in seen.items:
        for word in seen.words_for(item):
            by_word[word] = seen.called(word)
            named = (seen.called(word),)
            yield "A2", f"There is {a(word)}.", named
            yield "A2", f"I can see {a(word)}.", named
            yield "A2", f"I see {a(word)} in the picture.", named
            yield "B1", f"In the picture there is {a(word)}.", named
            yield "B2", f"One of the first things that you notice is {a(word)}.", named
    for word, ids in by_word.items():
        called = sum(word in names_of(item) for item in seen.scene.items)
        if not 2 <= called == len(ids) <= 8 or word in seen.scene.backdrop:
            continue
        number, several = NUMBERS[called], many(word)
        yield "A2", f"There are {number} {several}.", (ids,)
        yield "A2", f"I can see {called} {several}.", (ids,)
        yield "B1", f"There are {number} {several} in this picture.", (ids,)
        yield "B1", f"I can see some {several} here.", (ids,)
        yield "B2", f"As far as I can see, there are {number} {several} altogether.", (ids,)
        yield "B2", f"There are at least {number} {several} in it, if I count correctly.", (ids,)


def _where(seen: Seen) -> Iterator[Said]:
    for item in seen.items:
        word, *others = seen.words_for(item)
        side = "in the middle" if item.side == "middle" else f"on the {item.side}"
        ids = (seen.called(word),)
        the = seen.the(item, word)
        yield "A2", f"{capital(the)} is {side}.", ids
        yield "B1", f"{capital(side)} I can see {a(word)}.", ids
        yield "B1", f"{capital(side)} of the picture there is {a(word)}.", ids
        yield "A2", f"There is {a(word)}. {capital(pronoun(item))} is {side}.", ids
        if item.depth != "middle":
            yield "B1", f"In the {item.depth} there is {a(word)}.", ids
            yield "B2", f"{capital(a(word))} can be seen in the {item.depth}.", ids
        for other in others[:1]:
            yield "B2", f"If you look {side}, you can see {a(other)}.", ()


def _colours(seen: Seen) -> Iterator[Said]:
    for item in seen.items:
        if not item.colour or item.kind == "person":
            continue
        for word in seen.words_for(item)[:2]:
            ids = (seen.called(word),)
            alike = {one.colour for one in seen.scene.items if might_be(word, one)}
            if alike == {item.colour} and word not in seen.scene.backdrop:
                yield "A2", f"The {word} is {item.colour}.", ids
            yield "A2", f"There is {a(f'{item.colour} {word}')}.", ids
            yield "A2", f"I can see {a(word)}. It is {item.colour}.", ids
            yield "B1", f"I can see {a(word)} which is {item.colour}.", ids
            yield "B2", f"What catches my eye is {a(f'{item.colour} {word}')}.", ids


def _deeds(seen: Seen) -> Iterator[Said]:
    for item in seen.items:
        for doing in doings(item, seen.scene)[:3]:
            for word in seen.words_for(item):
                the, ids = seen.the(item, word), (seen.called(word),)
                he = pronoun(item)
                yield "A2", f"{capital(the)} is {doing}.", ids
                yield "A2", f"There is {a(word)}. {capital(he)} is {doing}.", ids
                yield "B1", f"I can see {a(word)} {doing}.", ids
                yield "B1", f"There is {a(word)} who is {doing}.", ids
                yield "B1", f"I think {the} is {doing}.", ids
                yield "B2", f"It looks as if {the} were {doing}, but I'm not completely sure.", ()
                yield "B2", f"{capital(the)} seems to be {doing} at the moment.", ids
                yield "B2", f"{capital(the)} has probably been {doing} for a while.", ()
        if item.kind == "person" and item.holding in HELD:
            thing = HELD[item.holding]
            coloured = f"{item.holding_colour} {thing}" if item.holding_colour else thing
            word = names_of(item)[0]
            the, ids = seen.the(item, word), (seen.called(word),)
            if item.action != "ride" and item.holding not in {"football", "basketball"}:
                yield "A2", f"{capital(the)} has {a(thing)}.", ids
                yield "B1", f"{capital(the)} is holding {a(coloured)}.", ids
                yield "B1", f"There is {a(word)} with {a(coloured)} in the picture.", ids
                yield "B2", f"{capital(a(coloured))} is being held by {the}.", ids


def _clothes(seen: Seen) -> Iterator[Said]:
    for item in seen.people:
        word = names_of(item)[0]
        the, ids, he = seen.the(item, word), (seen.called(word),), pronoun(item)
        for wear, colour in worn(item):
            what = piece(wear, colour)
            yield "A2", f"{capital(the)} is wearing {what}.", ids
            yield "A2", f"There is {a(word)}. {capital(he)} is wearing {what}.", ids
            yield "A2", f"{capital(the)} has {what}.", ids
            yield "B1", f"There is {a(word)} who is wearing {what}.", ids
            doing = next(iter(doings(item, seen.scene)), "")
            if wear not in PAIRS and doing and wear not in {"scarf", "tie"}:
                yield "B1", f"I can see {a(word)} in {what}.", ids
                yield "B1", f"{capital(a(word))} in {what} is {doing}.", ids
                yield "B2", f"{capital(a(word))}, who is wearing {what}, is {doing}.", ids
                yield "B2", f"Dressed in {what}, {the} is {doing}.", ids
        looks = dict((*item.wearing, *item.also_wearing))
        if looks.get("hair"):
            yield "A2", f"{capital(the)} has {looks['hair']} hair.", ids
        if "beard" in looks:
            yield "A2", f"{capital(the)} has a beard.", ids
        if "bald head" in looks:
            yield "A2", f"{capital(the)} is bald.", ids
            yield "B1", f"{capital(the)} has no hair.", ids
        if "happy" in {item.also_feeling, item.feeling}:
            yield "A2", f"{capital(the)} is happy.", ids
            yield "B1", f"{capital(the)} looks happy because {he} is smiling.", ids


def _related(seen: Seen) -> Iterator[Said]:
    for link in seen.scene.links:
        one, other = seen.by_id.get(link.subject), seen.by_id.get(link.target)
        if one is None or other is None or link.relation not in _RELATIONS:
            continue
        word, than = names_of(one)[0], names_of(other)[0]
        if word == than:
            continue
        ids: tuple[frozenset[str], ...] = (seen.called(word), seen.called(than))
        the, that = seen.the(one, word), seen.the(other, than)
        aboard = than == "boat" and link.relation == "on"
        for where in ("in",) if aboard else _RELATIONS[link.relation]:
            yield "B1", f"{capital(the)} is {where} {that}.", ids
            yield "B1", f"There is {a(word)} {where} {a(than)}.", ids
            yield "B1", f"{capital(where)} {that} there is {a(word)}.", ids
            doing = next(iter(doings(one, seen.scene)), "")
            if doing and where in {"next to", "in front of", "behind"}:
                yield "B2", f"I can see {a(word)} {where} {a(than)}, and {the} is {doing}.", ids
        if link.relation == "next to" and other.kind == one.kind == "person":
            yield "B2", f"There is {a(than)}, next to whom {a(word)} can be seen.", ids
        if link.relation == "behind":
            yield "B2", f"Partly hidden by {that}, there is {a(word)}.", ()


def _together(seen: Seen) -> Iterator[Said]:
    doing = [(item, doings(item, seen.scene)[0]) for item in seen.items
             if doings(item, seen.scene)]  # fmt: skip
    for one, does in doing:
        for other, also in doing:
            word, than = names_of(one)[0], names_of(other)[0]
            if one is other or word == than:
                continue
            ids: tuple[frozenset[str], ...] = (seen.called(word), seen.called(than))
            the, that = seen.the(one, word), seen.the(other, than)
            yield "A2", f"I can see {a(word)} and {a(than)}.", ids
            yield "B1", f"{capital(the)} is {does} and {that} is {also}.", ids
            yield "B2", f"While {the} is {does}, {that} is {also}.", ids
            yield "B2", f"Not only {a(word)} but also {a(than)} can be seen in the picture.", ids
            yield "B2", f"Apart from {the}, there is also {a(than)}, who is {also}.", ids
            if does == also:
                yield "B1", f"Both {the} and {that} are {does}.", ids
    people = seen.people
    if people:
        ids = (frozenset(item.id for item in people),)
        some = "someone" if len(people) == 1 else "people"
        be = "is" if len(people) == 1 else "are"
        yield "A2", f"There {be} {some} in the picture.", ids
        shared = set.intersection(*(set(doings(item, seen.scene)) for item in people))
        for does in sorted(shared):
            if len(people) > 1:
                yield "A2", f"The people are {does}.", ids
                yield "B1", f"All of them are {does}.", ()
                yield "B1", f"I can see {NUMBERS[len(people)]} people. They are {does}.", ids
                yield "B2", f"Everybody in the picture is {does}, as far as I can tell.", ()


def _setting(seen: Seen) -> Iterator[Said]:
    scene = seen.scene
    for noun, at in PLACES.get(scene.place, ()):
        the = f"{at} the {noun}"
        yield "A2", f"This is {a(noun)}." if scene.place != "mountains" else "Mountains.", ()
        yield "A2", f"It is {the}.", ()
        yield "B1", f"The picture was taken {the}.", ()
        yield "B1", f"I think they are {the}.", ()
        yield "B2", f"The picture shows a scene {the}.", ()
        yield "B2", f"At first sight it is just an ordinary scene {the}, isn't it?", ()
        for item in seen.items[:3]:
            word = names_of(item)[0]
            yield "B1", f"{capital(seen.the(item, word))} is {the}.", (seen.called(word),)
    for words in TIMES[scene.time]:
        yield "A2", words, ()
        yield "B1", f"I think {words[0].lower()}{words[1:]}", ()
    if not scene.indoors:
        weather = WEATHERS.get(scene.weather, ())
        for words in CLEAR_DAY if scene.weather == "clear" and scene.time == "day" else weather:
            yield "A2", words, ()
            yield "B1", f"{words.removesuffix('.')}, I think.", ()
            yield "B2", f"As you can see, {words[0].lower()}{words[1:]}", ()
    for noun in sorted(set(scene.backdrop)):
        if noun in {"tree", "house", "bush", "shop", "window", "clock", "bridge", "mirror"}:
            several = scene.backdrop.count(noun) > 1
            there = f"are some {many(noun)}" if several else f"is {a(noun)}"
            yield "A2", f"There {there}.", ()
            yield "B1", f"In the background there {there}.", ()


def _absent(seen: Seen) -> Iterator[Said]:
    for noun in ABSENT:
        if noun not in seen.about:
            yield "A2", f"There is no {noun} in the picture.", ()
            yield "B1", f"I can't see any {many(noun) if noun != 'sheep' else noun}.", ()
            yield "B2", f"If there were {a(noun)} as well, the picture would be strange.", ()
    if not seen.people:
        yield "A2", "There is nobody in the picture.", ()
        yield "B1", "I can't see any people.", ()
    for item in seen.items:
        if item.action in {"run", "walk", "ride", "dance", "kick", "sit", "jump"}:
            word = names_of(item)[0]
            if seen.alone(word):
                yield "A2", f"The {word} is not sleeping.", (seen.called(word),)
                yield "B2", f"It isn't true that the {word} is sleeping.", ()


FORMS: tuple[Callable[[Seen], Iterator[Said]], ...] = (
    _there, _where, _colours, _deeds, _clothes, _related, _together, _setting, _absent,
    *GUARDED, *APART,
)  # fmt: skip
_EACH = 4
"""How many sentences of each form and scene there are at the most, at each level."""


@cache
def truths() -> tuple[Truth, ...]:
    """True sentences over all scenes; the same ones each time."""
    found: dict[tuple[str, str], Truth] = {}
    for name in NAMES:
        dice = random.Random(f"truths of {name}")
        seen = Seen(name)
        for form in FORMS:
            said = list(dict.fromkeys(form(seen)))
            for level in ("A2", "B1", "B2"):
                some = [one for one in said if one[0] == level]
                for _, words, named in dice.sample(some, min(_EACH, len(some))):
                    found.setdefault((name, words), Truth(name, level, words, named))
    return tuple(found.values())


@cache
def texts() -> tuple[Truth, ...]:
    """Several true sentences one after the other, as somebody tells a whole picture."""
    found = []
    for name in NAMES:
        dice = random.Random(f"texts of {name}")
        for level in ("A2", "B1", "B2"):
            some = [one.words for one in truths() if one.scene == name and one.level == level]
            some = dice.sample(some, min(6, len(some)))
            found.append(Truth(name, level, " ".join(some)))
    return tuple(found)
