"""Questions that make somebody look again, and what the picture shows there, in simple words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from imagespeak_core.generators.illustrator.scene import Relation, Scene, Shown
from imagespeak_core.generators.illustrator.telling.doing import Doing
from imagespeak_core.generators.illustrator.telling.mentions import Mentions
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    counted,
    is_many,
    listed,
    noun_of,
    plural_of,
    with_article,
)
from imagespeak_core.generators.illustrator.telling.unshown.asked import on_the_body
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import people, telling
from imagespeak_core.speaking.comparing.clothes import alike_in
from imagespeak_core.speaking.comparing.naming import colours_carried
from imagespeak_core.speaking.comparing.phrases import Claim

_ZONES = {"left": "on the left", "right": "on the right", "middle": "in the middle"}
_MOST_NAMED = 3
_SUBJECTS = {"man": "he", "woman": "she", "it": "it", "all": "they", "us": "they", "me": "he"}

_CLEAREST: tuple[Relation, ...] = (
    *telling.PLACED, "next to", "with", "looking at", "outside",
)  # fmt: skip

QUESTIONS: dict[Literal["place", "time", "weather"], str] = {
    "place": "Look again: what place is this?",
    "time": "Look again: what time of day is it?",
    "weather": "Look again: what is the weather like?",
}
"""What to ask where one of these is not so."""


def how_many(noun: str) -> str:
    """What to ask where a number is not so.

    Args:
        noun: The noun as it was said.
    """
    return f"Look again: how many {_plural(noun)} are there?"


def _plural(noun: str) -> str:
    """The right plural of a noun, whatever was made of it: "men" of "mans"."""
    before, blank, last = noun.rpartition(" ")
    if last in telling.MASS_WORDS or is_many(last, 1):
        return noun
    single = last if _is_single(last) else last.removesuffix("s")
    several = single in telling.IRREGULAR_PLURALS.values() or single.endswith("men")
    return f"{before}{blank}{single if several else plural_of(single)}"


def what_colour(noun: str) -> str:
    """What to ask where a colour is not so; the noun is as it was said, and so in the next two."""
    return f"Look again: what colour {_with_verb(noun)}?"


def what_does(noun: str) -> str:
    """What to ask where somebody does not do what is said."""
    return f"Look again: what {_with_verb(noun)} doing?"


def where_is(noun: str) -> str:
    """What to ask where something is somewhere else."""
    return f"Look again: where {_with_verb(noun)}?"


def _with_verb(noun: str) -> str:
    """The noun after its verb: "is the dog", "are the dogs", "is she"."""
    stands_for = people.PRONOUNS.get(noun)
    if stands_for is not None:
        return f"{'are' if stands_for == 'all' else 'is'} {_SUBJECTS[stands_for]}"
    return f"are the {_plural(noun)}" if _is_plural(noun) else f"is the {noun}"


def _is_plural(noun: str) -> bool:
    """Whether a noun is in the plural as it was said."""
    last = noun.rpartition(" ")[2]
    if is_many(noun, 1) or last in telling.IRREGULAR_PLURALS.values():
        return True
    return last.endswith("s") and not _is_single(last) and noun not in telling.MASS_WORDS


def _is_single(word: str) -> bool:
    return word in THINGS or word in people.PEOPLE or word.endswith("ss")


def who_does(doing: str) -> str:
    """What to ask where somebody else does it."""
    return f"Look again: who is {doing}?" if doing else "Look again: who can you see?"


def is_there(noun: str) -> str:
    """What to ask where something is not there."""
    return f"Look again: can you see {counted('', noun, 1).removeprefix('some ')}?"


def number_shown(noun: str, items: Sequence[Shown], count: int) -> str:
    """So many, in words: "two dogs", "no dogs"."""
    names = {noun_of(item) for item in items}
    single = names.pop() if len(names) == 1 else noun
    if count == 0:
        return f"no {single}"
    return f"one {single}" if count == 1 else counted("", single, count)


def names_of(items: Sequence[Shown]) -> str:
    """Those who are shown: "a man", "a man and two dogs"."""
    counts: dict[str, int] = {}
    for item in items:
        counts[noun_of(item)] = counts.get(noun_of(item), 0) + 1
    return listed([counted("", noun, count) for noun, count in list(counts.items())[:_MOST_NAMED]])


def coloured(items: Sequence[Shown]) -> str:
    """Things in their colours: "a red car"."""
    words = dict.fromkeys(
        counted(f"{item.colour} " if item.colour else "", noun_of(item), 1) for item in items
    )
    return listed(list(words)[:_MOST_NAMED])


def carried_shown(said: str, noun: str, scene: Scene) -> str:
    """Things in hands or on somebody in their colours: "a red umbrella"."""
    single = said if not said.endswith("s") else noun
    words = (counted(f"{colour} ", single, 1) for colour in colours_carried(noun, scene))
    return listed(list(dict.fromkeys(words))[:_MOST_NAMED])


def doing_shown(items: Sequence[Shown], scene: Scene) -> str:
    """Who does what: "a man reading a book", "two ducks swimming"."""
    counts = Counter((noun_of(item), deed_of(item, scene)) for item in items)
    words = [f"{counted('', noun, count)} {deed}".strip() for (noun, deed), count in counts.items()]
    return listed(words[:_MOST_NAMED])


def deed_of(item: Shown, scene: Scene) -> str:
    """What somebody does, after "is"; empty for what goes without saying."""
    doing = Doing(scene, Mentions())
    if item.kind == "person" or doing.is_told(item):
        return doing.words([item])
    return "" if item.kind == "thing" else "standing"


def placed_shown(item: Shown) -> str:
    """On which side something is: "a dog on the left"."""
    return f"{counted('', noun_of(item), 1)} {_ZONES[item.side]}"


def related_shown(one: Shown, other: Shown, scene: Scene) -> str:
    """How two are related: "a dog on a table"."""
    relations = {
        link.relation for link in scene.links if (link.subject, link.target) == (one.id, other.id)
    }
    told = next((relation for relation in _CLEAREST if relation in relations), None)
    name, place = (counted("", noun_of(item), 1) for item in (one, other))
    if told is None:
        return f"{name} and {place}"
    return f"{name} {telling.PREPOSITIONS.get(told, told)} {place}"


def piece_said(claim: Claim, *, many: bool = False) -> str:
    """The word for what somebody has on or in the hands, or several have."""
    word = telling.WORN.get(claim.value, telling.HELD.get(claim.value, claim.value))
    return _plural(word) if many else word


def piece_shown(claim: Claim, items: Sequence[Shown]) -> str:
    """What somebody has on or in the hands, in its colour: "a red hat"."""
    noun, first = piece_said(claim), items[0]
    if claim.told == "holding":
        return counted(f"{first.holding_colour} ", noun, 1)
    pieces = dict(on_the_body(first))
    worn = claim.value if claim.value in pieces else next(iter(alike_in(claim.value, pieces)), "")
    colour = pieces.get(worn)
    return counted(f"{colour} " if colour else "", telling.WORN.get(worn, worn) or noun, 1)


def setting_shown(kind: Literal["place", "time", "weather"], scene: Scene) -> str:
    """Place, time or weather as one says it."""
    if kind == "place":
        return with_article(telling.PLACE_NOUNS.get(scene.place, scene.place))
    if kind == "time":
        return telling.TIMES[scene.time]
    return f"{telling.DAYS[scene.weather]} weather"
