"""Who else is there: people and things that make a place what it is, though nobody asked."""

from __future__ import annotations

import random
from dataclasses import replace

from imagespeak_core.generators.illustrator.scene import Age, Season, Wanted, Wish
from imagespeak_core.generators.illustrator.words.settings import (
    BUILT_IN,
    FURNISHED,
    INDOORS,
    OUTDOOR_ONLY,
)


def _people(count: int, action: str) -> Wanted:
    return Wanted("person", "person", count, at_least=True, action=action)


def _children(count: int, action: str, holding: str | None = None) -> Wanted:
    return Wanted("person", "child", count, age="child", action=action, holding=holding)


def _role(role: str, action: str = "stand") -> Wanted:
    return Wanted("person", role, age="adult", role=role, action=action)


def _woman(action: str, age: Age = "adult") -> Wanted:
    return Wanted("person", "woman", age=age, gender="woman", action=action)


_STUDENTS = Wanted("person", "student", 4, age="child", role="student", action="sit")

_SELLERS = Wanted("person", "seller", 2, age="adult", role="seller", action="stand")

USUAL: dict[str, tuple[tuple[Wanted, ...], ...]] = {
    "park": (
        (_people(1, "walk"), Wanted("animal", "dog"), _children(2, "kick")),
        (_people(1, "sit"), _people(2, "talk"), Wanted("animal", "bird", 2)),
        (_people(1, "run"), _children(1, "run", "kite"), _people(1, "read")),
    ),
    "street": (
        (_people(2, "walk"), Wanted("thing", "car", colour="red")),
        (_people(1, "ride"), _people(2, "talk")),
        (_people(3, "walk"), Wanted("animal", "dog")),
    ),
    "classroom": ((_role("teacher", "point"), _STUDENTS),),
    "market": ((_people(3, "shop"), _SELLERS),),
    "kitchen": ((_woman("cook"), _children(1, "eat")),),
    "living room": (
        (_woman("read"), Wanted("animal", "cat")),
        (_people(1, "phone"), _children(1, "play")),
    ),
    "playground": ((_children(4, "run"),), (_children(2, "jump"), _people(1, "sit"))),
    "cafe": ((_people(2, "drink"), _role("waiter")),),
    "supermarket": ((_people(2, "shop"), _role("shop assistant")),),
    "library": ((_people(2, "read"),),),
    "office": ((_people(2, "type"),),),
    "hospital": ((_role("nurse"), _role("doctor")),),
    "station": ((_people(3, "stand"),),),
    "farm": ((_role("farmer"), Wanted("animal", "cow", 2), Wanted("animal", "hen", 2)),),
    "sea": (
        (_people(2, "walk"), _children(1, "kneel"), Wanted("thing", "sandcastle")),
        (_people(1, "walk"), Wanted("animal", "dog")),
        (_people(1, "sit"), _children(2, "run")),
    ),
    "forest": (
        (_people(2, "walk"), Wanted("animal", "squirrel")),
        (_people(1, "walk"), Wanted("animal", "deer")),
    ),
    "garden": ((_woman("garden", "old"),),),
}
"""What such a place shows when a prompt names nobody: one of several casts."""

_INDOORS_ONLY = frozenset({"door", "bathtub", "fridge", "cooker", "washing machine"})
_TREES: dict[Season, str] = {"autumn": "autumn tree", "winter": "bare tree"}
_PASSERS_BY = 4


def with_extras(wish: Wish, place: str, rng: random.Random) -> Wish:
    """The wish with the usual people where nobody was named, and passers-by where it is busy."""
    out_of_place = OUTDOOR_ONLY if place in INDOORS else _INDOORS_ONLY
    homeless = tuple(item.noun for item in wish.wanted if item.noun in out_of_place)
    wish = replace(
        wish,
        wanted=tuple(
            replace(item, count=0)
            if item.noun in out_of_place
            else _fitting(item, place, wish.season)
            for item in wish.wanted
        ),
        unknown=wish.unknown + homeless,
    )
    if not wish.wanted and place in USUAL:
        wish = replace(wish, wanted=rng.choice(USUAL[place]))
    if wish.busy:
        more = _people(3, "talk") if place in INDOORS else _people(_PASSERS_BY, "walk")
        wish = replace(wish, wanted=(*wish.wanted, more))
    if place == "market" and not any(item.role == "seller" for item in wish.wanted):
        wish = replace(wish, wanted=(*wish.wanted, _SELLERS))
    return wish


def _fitting(item: Wanted, place: str, season: Season) -> Wanted:
    """The same in the form that fits the place: what is there anyway is not put there again."""
    if item.noun == "tree" and season in _TREES:
        return replace(item, noun=_TREES[season])
    if item.noun in BUILT_IN.get(place, ()) or (place in INDOORS and item.noun in FURNISHED):
        return replace(item, count=0)
    if item.noun == "duck" and place == "lake":
        return replace(item, noun="swimming duck")
    if item.noun in {"flowers", "flower"} and place in INDOORS:
        return replace(item, noun="vase")
    return item


def idle_actions(wish: Wish, index: int, place: str) -> tuple[str, ...]:
    """What people do of whom the prompt says nothing: little, and nothing that could mislead."""
    item = wish.wanted[index]
    related = any(index in (link.subject, link.target) for link in wish.links)
    if related or place in INDOORS or item.role or item.holding or item.feeling:
        return ("stand",)
    if item.age == "child":
        return ("stand", "walk", "run", "wave")
    return ("stand", "walk", "walk", "wave", "talk")
