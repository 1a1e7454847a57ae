"""True sentences that say less than their words would alone: some of many, not yet, as if.

Who listens for nouns and verbs only would call them wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from imagespeak_core.generators.illustrator.scene import Shown
from tests.core.speaking_seen import NUMBERS, Said, Seen, capital, piece, worn
from tests.core.speaking_words import a, doings, many, names_of, pronoun

_FAR = {"red": "blue", "blue": "red", "green": "purple", "yellow": "blue", "brown": "green",
        "black": "white", "white": "black", "grey": "pink", "orange": "blue", "pink": "green",
        "purple": "yellow", "beige": "blue"}  # fmt: skip
_NOT_NOW = (
    "{The} is going to sleep later.", "{The} will be sleeping in a few hours.",
    "{The} would like to swim.", "{The} wants to sleep.", "Maybe {the} was sleeping before.",
    "{The} has already been swimming today, I suppose.", "I don't think that {the} is sleeping.",
    "After sleeping for ten hours, {the} feels good.", "{The} has never been in a helicopter.",
    "If {the} were swimming, {he} would be wet.", "{The} is not swimming.",
    "Yesterday {the} was swimming in the sea.", "Why isn't {the} sleeping?",
    "{The} is too happy to sleep.", "{The} should sleep more.", "{The} doesn't have a giraffe.",
)  # fmt: skip
_LIKE = (
    "{The} looks like an old friend of mine.", "{The} reminds me of a penguin.",
    "{The} is as strong as an elephant.", "{The} is as quick as a kangaroo.",
    "It seems to me as if {the} had seen a dinosaur.", "{The} could be from another country.",
    "{The} is smaller than an elephant.", "{The} is not as big as a castle.",
    "{The} probably prefers penguins to kangaroos.", "Perhaps {the} is dreaming of a castle.",
    "{The} is not a crocodile.", "Is {the} dreaming or thinking about a helicopter?",
)  # fmt: skip


def _filled(words: str, the: str, he: str) -> str:
    return words.replace("{The}", capital(the)).replace("{the}", the).replace("{he}", he)


def _not_now(seen: Seen) -> Iterator[Said]:
    for item in seen.items:
        if item.kind == "thing" or item.action in {"swim", "sleep"}:
            continue
        for word in names_of(item)[:2]:
            the, he = seen.the(item, word), pronoun(item)
            for number, words in enumerate(_NOT_NOW):
                if not the.startswith("a"):
                    yield ("A2", "B1", "B2")[number % 3], _filled(words, the, he), ()


def _like(seen: Seen) -> Iterator[Said]:
    about = {"elephant", "penguin", "kangaroo", "dinosaur", "castle", "crocodile", "helicopter"}
    if about & seen.about:
        return
    for item in seen.items:
        for word in names_of(item)[:2]:
            if item.kind != "thing" and seen.alone(word):
                for number, words in enumerate(_LIKE):
                    the = f"the {word}"
                    yield ("B1", "B2")[number % 2], _filled(words, the, pronoun(item)), ()


def _several(seen: Seen) -> Iterator[tuple[str, list[Shown], tuple[frozenset[str]]]]:
    """Words for several that are shown, with these, and whoever may be meant."""
    for word in dict.fromkeys(word for item in seen.items for word in names_of(item)[:2]):
        called = [item for item in seen.items if word in names_of(item)]
        if 2 <= len(called) <= 7:
            yield word, called, (seen.called(word),)


def _about_so_many(seen: Seen) -> Iterator[Said]:
    for word, called, ids in _several(seen):
        number, several = len(called), many(word)
        yield "B1", f"There is more than one {word}.", ids
        yield "B1", f"There are at least two {several}.", ids
        yield "B1", f"I can see {NUMBERS[number]} or {NUMBERS[number + 1]} {several}.", ids
        yield "B2", f"There are fewer than nine {several}.", ids
        yield "B2", f"I would say there are about {number} {several}.", ids
        yield "A2", f"I see one {word} here and another {word} there.", ids
        if number > 2:
            yield "A2", f"There are some {several}.", ids
            yield "B1", f"I see a few {several}.", ids
            yield "B2", f"There is a group of {several}.", ids
        if number > 4:
            yield "B1", f"There are a lot of {several}.", ids


def _parted(seen: Seen) -> Iterator[Said]:
    """Several that are told apart by their colour, or one after the others."""
    for word, called, ids in _several(seen):
        colours = [one.colour for one in called]
        for colour in dict.fromkeys(colours):
            some = colours.count(colour)
            if colour is None or some == len(called) or len(ids[0]) > len(called):
                continue
            those = f"{NUMBERS[some]} {colour} {many(word) if some > 1 else word}"
            verb = "are" if some > 1 else "is"
            yield "A2", f"There {verb} {those}.", ids
            yield "B1", f"{capital(NUMBERS[some])} of the {many(word)} {verb} {colour}.", ids
            yield "B2", f"There {verb} {those}, and the rest of the {many(word)} is not.", ids
        rest = len(called) - 1
        others = f"{NUMBERS[rest]} other {many(word) if rest > 1 else word}"
        there = "are" if rest > 1 else "is"
        yield "B1", f"There is one {word}, and there {there} {others}.", ids
        yield "B2", f"I can see {a(word)}; besides, there {there} {others}.", ids


def _some_there(seen: Seen) -> Iterator[Said]:
    """So many of them as are at one side, or do the same."""
    for word, called, ids in _several(seen):
        if len(ids[0]) > len(called):
            continue
        sides = {one.side for one in called}
        for side in sorted(sides if len(sides) > 1 else ()):
            some = sum(one.side == side for one in called)
            those = f"{NUMBERS[some]} {many(word) if some > 1 else word}"
            be, where = (
                "are" if some > 1 else "is",
                f"{'in' if side == 'middle' else 'on'} the {side}",
            )
            yield "A2", f"There {be} {those} {where}.", ids
            yield "B1", f"{capital(where)} there {be} {those}.", ids
            yield "B1", f"{capital(where)} I can see {those}.", ids
        for depth in ("foreground", "background"):
            some = sum(one.depth == depth for one in called)
            if 0 < some < len(called):
                those = f"{NUMBERS[some]} {many(word) if some > 1 else word}"
                be = "are" if some > 1 else "is"
                yield "B1", f"In the {depth} there {be} {those}.", ids
                yield "B2", f"There {be} {those} to be seen in the {depth}.", ids
        for does in dict.fromkeys(doing for one in called for doing in doings(one, seen.scene)):
            some = sum(does in doings(one, seen.scene) for one in called)
            if some < len(called):
                those = f"{NUMBERS[some]} {many(word) if some > 1 else word}"
                be = "are" if some > 1 else "is"
                yield "A2", f"There {be} {those} {does}.", ids
                yield "B1", f"There {be} {those} who {be} {does}.", ids


def _some_of(seen: Seen) -> Iterator[Said]:
    for word, called, ids in _several(seen):
        several = many(word)
        for one in called:
            for does in doings(one, seen.scene)[:1]:
                yield "A2", f"One {word} is {does}.", ids
                yield "B1", f"One of the {several} is {does}.", ids
                others = [other for other in called if other is not one]
                also = next((doing for other in others for doing in doings(other, seen.scene)), "")
                if also:
                    yield "B2", f"One of the {several} is {does}, and another one is {also}.", ids
                if sum(does in doings(other, seen.scene) for other in called) > 1:
                    yield "B1", f"Two {several} are {does}.", ids
                    yield "B2", f"Two of the {several} are {does}, aren't they?", ids
            for wear, colour in worn(one)[:2] if one.kind == "person" else []:
                what = piece(wear, colour)
                yield "B1", f"One of the {several} has {what}, if I see it well.", ()


def _no_such_colour(seen: Seen) -> Iterator[Said]:
    for item in seen.items:
        far = _FAR.get(item.colour or "")
        word = names_of(item)[0]
        if far and item.kind != "person" and seen.alone(word):
            ids = (seen.called(word),)
            yield "A2", f"The {word} is not {far}.", ids
            yield "B1", f"The {word} isn't {far} but {item.colour}.", ids
            yield "B1", f"I would like the {word} more if it were {far}.", ()
            yield "B2", f"The {word} is {item.colour}, not {far}, although I prefer {far}.", ids
            yield "B2", f"At home we have {a(f'{far} {word}')}, but this one is {item.colour}.", ()


def _questions(seen: Seen) -> Iterator[Said]:
    for item in seen.items:
        word = names_of(item)[0]
        if item.kind == "thing" or not seen.alone(word):
            continue
        yield "A2", f"What is the {word} doing?", ()
        yield "A2", f"Is the {word} swimming?", ()
        yield "B1", f"Where does the {word} come from? From a castle?", ()
        yield "B1", f"I ask myself what the {word} will do next.", ()
        yield "B2", f"I wonder whether there is another {word} which we can't see.", ()
        yield "B2", f"How would it look if the {word} were pink or purple?", ()


GUARDED: tuple[Callable[[Seen], Iterator[Said]], ...] = (
    _not_now, _like, _about_so_many, _parted, _some_there, _some_of, _no_such_colour, _questions,
)  # fmt: skip
