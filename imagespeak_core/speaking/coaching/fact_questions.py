"""Questions that a look at the picture answers: who, where, how many, which colour, doing what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.doing import Doing
from imagespeak_core.generators.illustrator.telling.items import clauses_about
from imagespeak_core.generators.illustrator.telling.light import seen_time, seen_weather
from imagespeak_core.generators.illustrator.telling.mentions import Mentions, alike
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    counted,
    held_thing,
    is_many,
    listed,
    noun_of,
    plural_of,
)
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.speaking.coaching import looks, setting
from imagespeak_core.speaking.coaching.coached import Question
from imagespeak_core.speaking.coaching.good_answer import (
    asked,
    bare,
    deeds,
    stands_in,
    word_for,
)
from imagespeak_core.speaking.coaching.referring import Referred, capital, countable, refer

_MOST_NAMED = 3
_IDLE = frozenset({"stand", "lean"})
_HOLDERS = frozenset({"stand", "hold", "walk", "lean", "sit"})
"""What those do of whom one says what they have in their hands."""
_BEHIND = re.compile(r"There (?:is|are) (?P<what>.+?)(?P<where> (?:in|on|behind) the [a-z]+)?\.")
_MOST_BEHIND = 4


def who_is_there(scene: Scene) -> Iterator[Question]:
    """Who or what can be seen: people, or animals, or things."""
    persons = [item for item in scene.items if item.kind == "person"]
    animals = [item for item in scene.items if item.kind == "animal"]
    things = [item for item in scene.items if item.kind == "thing"]
    if persons:
        yield from _seen("Who can you see in the picture?", persons)
    if animals:
        yield from _seen("What animals can you see?", animals)
    if things and not persons and not animals:
        yield from _seen("What can you see in the picture?", things)


def _seen(text: str, items: Sequence[Shown]) -> Iterator[Question]:
    groups = alike(items, noun_of)[:_MOST_NAMED]
    yield from asked(
        text, "I can see …", map(word_for, groups), f"I can see {listed(_phrases(groups))}."
    )


def _phrases(groups: Sequence[Sequence[Shown]]) -> list[str]:
    return [counted("", noun_of(group[0]), len(group)) for group in groups]


def how_many(scene: Scene) -> Iterator[Question]:
    """How many there are of a kind, where that is sure."""
    for group in alike(scene.items, noun_of):
        if countable(group, scene):
            noun = noun_of(group[0])
            yield from asked(
                f"How many {plural_of(noun)} are there?", "There are …",
                [telling.NUMBERS[len(group)]], f"There are {counted('', noun, len(group))}.",
            )  # fmt: skip


def what_colour(scene: Scene) -> Iterator[Question]:
    """Which colour a thing or an animal has."""
    for who, item in _each_alone(scene):
        if item.kind == "person" or not looks.plain_colour(item):
            continue
        verb = who.forms["is"]
        yield from asked(
            f"What colour {verb} {who.the}?", f"{capital(who.the)} {verb} …",
            [looks.plain_colour(item)],
            f"{capital(who.the)} {verb} {item.colour}.",
        )  # fmt: skip


def _each_alone(scene: Scene) -> Iterator[tuple[Referred, Shown]]:
    """Those who can be meant alone; what was asked for before what came with the place."""
    for item in sorted(scene.items, key=lambda one: (one.given is not None, one.asked is None)):
        who = refer([item], scene)
        if who is not None:
            yield who, item


def what_place(scene: Scene) -> Iterator[Question]:
    """Which place it is."""
    yield from asked("What place is this?", "This is …", [setting.place_noun(scene)],
                     setting.this_is(scene))  # fmt: skip


def weather_or_time(scene: Scene) -> Iterator[Question]:
    """What the weather is like, or what time of day it is, where one can see it."""
    weather, time = seen_weather(scene), seen_time(scene)
    if weather:
        yield from _it_is("What is the weather like?", setting.WEATHERS[weather])
    if time and (time != "day" or not weather):
        yield from _it_is("What time of day is it?", setting.TIMES[time])


def _it_is(text: str, answer: str) -> Iterator[Question]:
    return asked(text, "It is …", [answer.removeprefix("It is ").removesuffix(".")], answer)


def what_doing(scene: Scene) -> Iterator[Question]:
    """What somebody does, or several do."""
    doing = Doing(scene, Mentions())
    for clause in clauses_about(scene):
        items = clause.items
        alive = all(item.kind == "person" or doing.is_told(item) for item in items)
        if not alive or any(doing.action(item) in _IDLE for item in items):
            continue
        who = refer(items, scene)
        if who is None or len({doing.key(item) for item in items}) > 1:
            continue
        mentions = Mentions()
        fresh = Doing(scene, mentions)
        mentions.tell(items)
        verb, the = who.forms["is"], capital(who.the)
        words = fresh.words(items)
        besides = [item for item in scene.items
                   if item.id in mentions.named() and item not in items]  # fmt: skip
        done = deeds(words, besides, held_thing(items[0], len(items)))
        yield from asked(f"What {verb} {who.the} doing?", f"{the} {verb} …", done,
                         f"{the} {verb} {words}.")  # fmt: skip


def where(scene: Scene) -> Iterator[Question]:
    """Where somebody or something is: beside what, or on which side of the picture."""
    doing = Doing(scene, Mentions())
    by_side: list[Iterator[Question]] = []
    for who, item in _each_alone(scene):
        verb, the = who.forms["is"], capital(who.the)
        place = doing.place([item])
        if place is None:
            by_side.append(asked(
                f"Where in the picture {verb} {who.the}?", f"{the} {verb} …",
                [setting.on_side(item)], f"{the} {verb} {setting.on_side(item)}.",
            ))  # fmt: skip
            continue
        mentions = Mentions()
        mentions.tell([item])
        told = Doing(scene, mentions).where(place)
        words = [
            word for one in alike(place[1], noun_of) for word in (word_for(one[:1]), word_for(one))
        ]
        yield from asked(f"Where {verb} {who.the}?", f"{the} {verb} …",
                         [word for word in words if stands_in(word, told)],
                         f"{the} {verb}{told}.")  # fmt: skip
    yield from chain.from_iterable(by_side)


def what_wearing(scene: Scene) -> Iterator[Question]:
    """What one person has on."""
    for who, item in _each_alone(scene):
        worn = looks.clothes_of(item)[:2] if item.kind == "person" else []
        if worn:
            the = capital(who.the)
            told = [looks.worn_piece(piece, item) for piece in worn]
            yield from asked(f"What is {who.the} wearing?", f"{the} is wearing …",
                             map(bare, told), f"{the} is wearing {listed(told)}.")  # fmt: skip


def what_holding(scene: Scene) -> Iterator[Question]:
    """What one person has in the hands."""
    for who, item in _each_alone(scene):
        has = item.kind == "person" and item.action in _HOLDERS
        held = looks.held_by(item) if has else ""
        if held:
            the = capital(who.the)
            yield from asked(f"What does {who.the} have?", f"{the} has …",
                             [bare(held)], f"{the} has {held}.")  # fmt: skip


def what_like(scene: Scene) -> Iterator[Question]:
    """How one person looks: hair and clothes."""
    for who, item in _each_alone(scene):
        if item.kind == "person":
            for told in looks.told_looks(who, who.the, at_once=True):
                if " has " in told.text and " wearing " in told.text:
                    worn = (bare(looks.worn_piece(one, item)) for one in looks.pieces(item))
                    yield from asked(f"How would you describe {who.the}?",
                                     f"{capital(who.the)} has … and is wearing …",
                                     [one for one in worn if stands_in(one, told.text)],
                                     told.text)  # fmt: skip


def what_behind(scene: Scene) -> Iterator[Question]:
    """What the place itself shows; in the background who and what else is there as well."""
    told_far = {item.id for clause in clauses_about(scene) if clause.zone == "in the background"
                for item in clause.items}  # fmt: skip
    far = [item for item in scene.items
           if item.id in told_far or (item.depth == "background" and not item.given)]  # fmt: skip
    for told in setting.behind(scene):
        seen = _BEHIND.fullmatch(told)
        if seen is None:
            continue
        phrases = re.split(r", | and ", seen["what"])
        text = "What else can you see?"
        if seen["where"] == " in the background":
            text = "What can you see in the background?"
            groups = alike(far, noun_of)
            phrases = [*_phrases(groups), *phrases][: max(_MOST_BEHIND, len(groups))]
            many = is_many(noun_of(far[0]), len(groups[0])) if far else told.startswith("There are")
            told = f"There {'are' if many else 'is'} {listed(phrases)} in the background."
        yield from asked(text, f"{' '.join(told.split()[:2])} …", map(_plainly, phrases), told)


def _plainly(phrase: str) -> str:
    """A phrase without its article or number: "women", "tall buildings"."""
    first, _, rest = phrase.partition(" ")
    return rest if first in {*telling.NUMBERS, "many"} else bare(phrase)
