"""Sentences in which exactly one fact is not so, made from what a picture shows alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from imagespeak_core.generators.illustrator.scene import Shown
from imagespeak_core.speaking.findings import About
from tests.core.speaking_scenes import NAMES
from tests.core.speaking_seen import ABSENT, NUMBERS, Seen, capital, piece, worn
from tests.core.speaking_words import PAIRS, PLACES, a, doings, many, names_of, pronoun

FAR = {
    "red": ("blue", "green", "white"), "blue": ("red", "yellow", "orange"),
    "green": ("red", "white", "purple"), "yellow": ("blue", "purple", "black"),
    "brown": ("blue", "green", "white"), "black": ("white", "yellow", "red"),
    "white": ("black", "red", "blue"), "grey": ("red", "yellow", "green"),
    "orange": ("blue", "green", "black"), "pink": ("green", "black", "blue"),
    "purple": ("yellow", "green", "white"), "beige": ("blue", "red", "green"),
}  # fmt: skip
"""Colours that nobody takes for each other."""
AWAY = {
    "walk": ("sleeping", "swimming"), "run": ("sleeping", "sitting"), "jump": ("sleeping",),
    "sleep": ("running", "dancing", "jumping"), "ride": ("sleeping", "swimming", "dancing"),
    "read": ("dancing", "swimming", "running"), "kick": ("sleeping", "swimming"),
    "dance": ("sleeping", "swimming"), "guitar": ("sleeping", "swimming"),
    "knit": ("running", "swimming", "dancing"), "swim": ("sleeping", "cooking"),
    "eat": ("sleeping", "swimming", "dancing"), "drink": ("running", "dancing"),
    "type": ("sleeping", "dancing", "swimming"), "cook": ("sleeping", "swimming"),
    "fish": ("dancing", "running"), "paint": ("sleeping", "swimming"),
    "skip": ("sleeping", "swimming"), "crawl": ("sleeping", "dancing"),
    "fly": ("sleeping", "swimming"), "basketball": ("sleeping", "swimming"),
    "photo": ("sleeping", "swimming"), "shop": ("sleeping", "swimming"),
    "sit": ("running", "dancing"), "kneel": ("running", "dancing"), "hug": ("swimming", "running"),
}  # fmt: skip
"""An action → what nobody does who does it."""
PAINTED_TOO = frozenset("bird seagull pigeon duck boat chair table umbrella parcel".split())
"""What some places are painted with beside what they show: of these nobody can tell how many."""
WITH_PEOPLE_PAINTED = frozenset({"museum", "theatre"})
"""Where people are seen in portraits, or from behind in the dark."""
OTHER_PLACES = ("kitchen", "forest", "swimming pool", "classroom", "beach", "hospital", "desert")
_OUTDOORS = {"forest", "beach", "desert", "swimming pool"}
_OTHER_SIDE = {"left": "right", "right": "left"}
_TURNED = {
    "left of": ("to the right of", "right"), "right of": ("to the left of", "left"),
    "on": ("under", "under"), "in front of": ("behind", "behind"),
    "behind": ("in front of", "front"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """Words with one fact that the picture contradicts.

    Attributes:
        scene: The scene's name.
        about: What the wrong fact is about.
        words: One or several sentences.
        changed: The word that makes it wrong.
    """

    scene: str
    about: About
    words: str
    changed: str


Made = tuple[About, str, str]


def _only(seen: Seen) -> Iterator[tuple[Shown, str]]:
    """Each item with a word that can mean nothing else in the picture."""
    for item in seen.items:
        for word in names_of(item)[:2]:
            if seen.alone(word):
                yield item, word


def _counts(seen: Seen) -> Iterator[Made]:
    if seen.scene.place in WITH_PEOPLE_PAINTED:
        return
    for word in dict.fromkeys(word for item in seen.items for word in names_of(item)[:2]):
        called = sum(word in names_of(item) for item in seen.items)
        behind = word in {*PAINTED_TOO, *seen.scene.backdrop}
        if behind or called != len(seen.called(word)) or called > 5:
            continue
        for more in (called + 1, called + 2):
            yield "count", f"There are {NUMBERS[more]} {many(word)} in the picture.", NUMBERS[more]
            yield "count", f"I can see {NUMBERS[more]} {many(word)}.", NUMBERS[more]
            yield "count", f"there is {more} {word}", str(more)
        if called > 2:
            less = NUMBERS[called - 1]
            yield "count", f"There are only {less} {many(word)}.", less
            yield "count", f"There are {less} {many(word)} in the picture.", less


def _colours(seen: Seen) -> Iterator[Made]:
    for item, word in _only(seen):
        for other in FAR.get(item.colour or "", ()) if item.kind != "person" else ():
            yield "colour", f"The {word} is {other}.", other
            yield "colour", f"I can see {a(f'{other} {word}')}.", other
            yield "colour", f"There is {a(word)} and it is {other}.", other
            yield "colour", f"There is {a(word)}. Its colour is {other}.", other
    for item, word in _only(seen):
        for wear, colour in worn(item) if item.kind == "person" else ():
            for other in FAR.get(colour or "", ()):
                if any(shade == other for _, shade in worn(item)):
                    continue
                what, he = piece(wear, other), pronoun(item)
                yield "colour", f"The {word} is wearing {what}.", other
                yield "colour", f"There is {a(word)}. {capital(he)} is wearing {what}.", other
                yield "colour", f"I can see {a(word)} who is wearing {what}.", other
                if wear not in PAIRS:
                    yield "colour", f"The {word} has {what}.", other


def _deeds(seen: Seen) -> Iterator[Made]:
    for item, word in _only(seen):
        now = {one.action for one in seen.items}
        for other in AWAY.get(item.action or "", ()):
            base = other.removesuffix("ing").removesuffix("m").removesuffix("n")
            if any(action and base.startswith(action[:3]) for action in now - {item.action}):
                continue
            yield "action", f"The {word} is {other}.", other
            yield "action", f"I can see {a(word)}. {capital(pronoun(item))} is {other}.", other
            yield "action", f"There is {a(word)} who is {other}.", other
            if item.kind == "person":
                yield (
                    "action",
                    f"In the picture I see {a(word)} and {pronoun(item)} is {other}.",
                    other,
                )


def _places(seen: Seen) -> Iterator[Made]:
    if seen.scene.place not in PLACES:
        return
    for noun in OTHER_PLACES:
        like = (noun in _OUTDOORS) == (not seen.scene.indoors)
        if like or noun in {seen.scene.place, *seen.scene.backdrop, *seen.about}:
            continue
        at = "on" if noun == "beach" else "in"
        yield "place", f"The picture shows {a(noun)}.", noun
        yield "place", f"This is {a(noun)}.", noun
        for _, word in list(_only(seen))[:2]:
            yield "place", f"The {word} is {at} the {noun}.", noun
        if seen.people:
            some = (
                "The people are"
                if len(seen.people) > 1
                else f"{capital(pronoun(seen.people[0]))} is"
            )
            yield "place", f"{some} {at} the {noun}.", noun


def _times(seen: Seen) -> Iterator[Made]:
    if seen.scene.indoors:
        return
    if seen.scene.time in {"day", "morning"}:
        yield "time", "It is night.", "night"
        yield "time", "The picture was taken at night.", "night"
        yield "time", "It's late at night.", "night"
        yield "time", "It is midnight.", "midnight"
    if seen.scene.time == "night":
        yield "time", "It is daytime.", "day"
        yield "time", "It is in the afternoon.", "afternoon"
        yield "time", "It is noon.", "noon"


def _weathers(seen: Seen) -> Iterator[Made]:
    if seen.scene.indoors:
        return
    weather = seen.scene.weather
    if weather in {"clear", "wind", "fog", "cloudy"}:
        yield "weather", "It is raining.", "rain"
        yield "weather", "It's a rainy day.", "rain"
    if weather in {"clear", "wind", "fog", "cloudy"} and seen.scene.season != "winter":
        yield "weather", "It is snowing.", "snow"
        yield "weather", "There is snow.", "snow"
    if weather == "rain":
        yield "weather", "It is snowing.", "snow"
    if weather == "snow":
        yield "weather", "It is raining.", "rain"
    if weather in {"rain", "snow"} and seen.scene.time == "day":
        yield "weather", "The sun is shining.", "sun"
        yield "weather", "It is sunny.", "sunny"
        yield "weather", "It's a sunny day.", "sunny"


def _positions(seen: Seen) -> Iterator[Made]:
    for item, word in _only(seen):
        other = _OTHER_SIDE.get(item.side)
        if other:
            yield "position", f"The {word} is on the {other}.", other
            yield "position", f"On the {other} I can see {a(word)}.", other
            yield "position", f"On the {other} of the picture there is {a(word)}.", other
            yield "position", f"There is {a(word)} on the {other} side.", other
    only = {item.id: word for item, word in _only(seen)}
    for link in seen.scene.links:
        one, than = only.get(link.subject), only.get(link.target)
        if one and than and one != than and link.relation in _TURNED:
            where, changed = _TURNED[link.relation]
            if than == "boat":
                continue
            yield "position", f"The {one} is {where} the {than}.", changed
            yield "position", f"There is {a(one)} {where} the {than}.", changed


def _others(seen: Seen) -> Iterator[Made]:
    everyone = {"man", "woman", "boy", "girl"}
    for item in seen.people:
        alike = [one for one in seen.items if one.action == item.action]
        if len(alike) > 1 or item.action in {"stand", "walk", "talk", "sit", "hold", None}:
            continue
        for doing in doings(item, seen.scene)[:2]:
            if doing == "sitting":
                continue
            for other in sorted(everyone):
                grown = {"boy": "man", "girl": "woman"}.get(other)
                if seen.called(other) or (grown and seen.called(grown)) or item.role:
                    continue
                yield "who", f"{capital(a(other))} is {doing}.", other
                yield "who", f"I can see {a(other)} {doing}.", other
                yield "who", f"There is {a(other)} who is {doing}.", other


def _missing(seen: Seen) -> Iterator[Made]:
    for noun in ABSENT:
        if noun not in seen.about:
            yield "missing", f"There is {a(noun)}.", noun
            yield "missing", f"I can see {a(noun)} in the picture.", noun
            yield "missing", f"There is also {a(noun)} in the background.", noun
            yield "missing", f"On the left there is {a(noun)}.", noun


KINDS: tuple[Callable[[Seen], Iterator[Made]], ...] = (
    _counts, _colours, _deeds, _places, _times, _weathers, _positions, _others, _missing,
)  # fmt: skip
_EACH = 4


@cache
def changes() -> tuple[Change, ...]:
    """Sentences with one wrong fact over all scenes; the same ones each time."""
    found: dict[tuple[str, str], Change] = {}
    for name in NAMES:
        dice = random.Random(f"changes of {name}")
        seen = Seen(name)
        for kind in KINDS:
            made = list(dict.fromkeys(kind(seen)))
            for about, words, changed in dice.sample(made, min(_EACH, len(made))):
                found.setdefault((name, words), Change(name, about, words, changed))
    return tuple(found.values())
