"""Who is usually there: the casts of a place whose prompt names nobody."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.scene import Age, Wanted

Cast = tuple[Wanted, ...]


def people(count: int, action: str, holding: str | None = None) -> Wanted:
    """So many people or a few more, who all do the same."""
    return Wanted("person", "person", count, at_least=True, action=action, holding=holding)


def _children(count: int, action: str, holding: str | None = None) -> Wanted:
    return Wanted("person", "child", count, age="child", action=action, holding=holding)


def _role(role: str, action: str = "stand", count: int = 1) -> Wanted:
    return Wanted("person", role, count, age="adult", role=role, action=action)


def _woman(action: str, age: Age = "adult", holding: str | None = None) -> Wanted:
    return Wanted("person", "woman", age=age, gender="woman", action=action, holding=holding)


def _man(action: str, age: Age = "adult", holding: str | None = None) -> Wanted:
    return Wanted("person", "man", age=age, gender="man", action=action, holding=holding)


def _animal(noun: str, count: int = 1) -> Wanted:
    return Wanted("animal", noun, count)


def _thing(noun: str, count: int = 1, colour: str | None = None) -> Wanted:
    return Wanted("thing", noun, count, colour=colour)


def _seated(item: Wanted) -> Wanted:
    return replace(item, posture="sit")


_STUDENTS = Wanted("person", "student", 4, age="child", role="student", action="sit")

SELLERS = Wanted("person", "seller", 2, age="adult", role="seller", action="stand")

USUAL: dict[str, tuple[Cast, ...]] = {
    "park": (
        (people(1, "walk"), _animal("dog"), _children(2, "kick")),
        (people(1, "sit"), people(2, "talk"), _animal("bird", 2)),
        (people(1, "run"), _children(1, "run", "kite"), people(1, "read")),
    ),
    "street": (
        (people(2, "walk"), _thing("car", colour="red")),
        (people(1, "ride"), people(2, "talk")),
        (people(3, "walk"), _animal("dog")),
    ),
    "classroom": ((_role("teacher", "point"), _STUDENTS),),
    "market": ((people(3, "shop"), SELLERS),),
    "kitchen": (
        (_woman("cook"), _children(1, "eat")),
        (_man("cook"), _woman("drink")),
        (_man("cook", "old"), _children(2, "eat")),
    ),
    "living room": (
        (_woman("read"), _animal("cat")),
        (people(1, "phone"), _children(1, "play")),
        (_man("guitar"), _children(1, "dance"), _animal("dog")),
    ),
    "bedroom": (
        (_children(1, "sleep"), _animal("cat")),
        (_woman("sleep"), _animal("dog")),
        (_children(1, "play"), _thing("blocks")),
    ),
    "playground": (
        (_children(4, "run"),),
        (_children(2, "jump"), people(1, "sit")),
        (_children(2, "throw"), _woman("wave"), _thing("bicycle")),
    ),
    "cafe": (
        (people(2, "drink"), _role("waiter")),
        (_woman("read"), _man("drink"), _role("waiter")),
        (people(3, "talk"), _role("waiter")),
    ),
    "restaurant": (
        (people(2, "eat"), _role("waiter")),
        (people(3, "eat"), _role("waiter"), _role("cook", "stand")),
        (_woman("drink"), _man("eat"), _role("waiter")),
    ),
    "supermarket": (
        (people(2, "shop"), _role("shop assistant")),
        (_woman("shop"), _children(1, "point"), _thing("shopping trolley")),
    ),
    "shop": (
        (_woman("shop"), _role("shop assistant")),
        (people(2, "shop"), _children(1, "point")),
        (_man("think"), _woman("shop"), _role("shop assistant")),
    ),
    "library": (
        (people(2, "read"),),
        (_role("librarian"), _children(2, "read")),
        (_man("read", "old"), _woman("write")),
    ),
    "office": (
        (people(2, "type"),),
        (_man("type"), _woman("phone"), _man("drink", holding="cup")),
        (_woman("point"), people(2, "talk")),
    ),
    "hospital": (
        (_role("nurse"), _role("doctor")),
        (_role("doctor", "talk"), _woman("talk", "old")),
        (_role("nurse"), _children(1, "wave"), _thing("teddy bear")),
    ),
    "museum": (
        (people(2, "look"), _children(1, "point")),
        (_role("tourist", "photo"), people(2, "talk")),
        (_man("think", "old"), _woman("point"), _children(1, "look")),
    ),
    "airport": (
        (people(2, "walk"), _thing("suitcase", 2)),
        (_role("pilot", "walk"), people(2, "talk"), _thing("suitcase")),
        (_woman("wave"), _man("phone"), _children(1, "run"), _thing("suitcase")),
    ),
    "station": (
        (people(3, "stand"), _thing("suitcase")),
        (_man("run"), _woman("wave"), _thing("suitcase")),
        (_woman("read"), people(2, "talk"), _thing("backpack")),
    ),
    "bus stop": (
        (people(3, "stand"),),
        (_woman("phone"), _man("read"), _children(1, "jump")),
        (_woman("sit", "old"), people(2, "talk"), _animal("dog")),
    ),
    "sports field": (
        (_role("footballer", "kick", 3),),
        (_children(4, "run"), _man("point")),
        (_role("athlete", "run", 2), _woman("cheer"), _man("cheer")),
    ),
    "country road": (
        (people(1, "ride"), _animal("cow", 2)),
        (people(2, "walk"), _animal("dog")),
        (_thing("tractor"), _role("farmer", "wave"), _animal("sheep", 2)),
    ),
    "mountains": (
        (people(2, "walk", "backpack"),),
        (_role("tourist", "photo"), _woman("point"), _animal("goat", 2)),
        (_thing("tent"), people(2, "talk")),
        (),
    ),
    "lake": (
        (_man("fish"), _animal("swimming duck", 3)),
        (people(2, "sit"), _thing("sailing boat")),
        (_woman("feed"), _animal("swimming duck", 3), _children(1, "point")),
        (),
    ),
    "city": (
        (people(2, "walk"), _woman("photo")),
        (_man("run"), people(2, "talk")),
        (_woman("walk"), _animal("dog"), people(1, "ride")),
    ),
    "farm": (
        (_role("farmer"), _animal("cow", 2), _animal("hen", 2)),
        (_role("farmer", "feed"), _animal("sheep", 3)),
        (_thing("tractor"), _role("farmer", "wave"), _animal("hen", 3)),
    ),
    "sea": (
        (people(2, "walk"), _children(1, "kneel"), _thing("sandcastle")),
        (people(1, "walk"), _animal("dog")),
        (people(1, "sit"), _children(2, "run")),
        (_man("look"), _thing("sailing boat")),
    ),
    "river": (
        (_man("fish"), _animal("swimming duck", 2), people(1, "walk")),
        (people(2, "walk"), _animal("dog")),
        (_woman("read"), _thing("boat"), people(1, "ride")),
    ),
    "harbour": (
        (_role("fisherman"), people(2, "walk")),
        (_man("carry", "old"), _woman("photo"), _animal("cat")),
        (people(2, "talk"), _animal("gull", 2), _children(1, "point")),
    ),
    "workshop": (
        (_role("mechanic"), _thing("bicycle")),
        (_woman("paint"), _thing("chair")),
        (_man("point", "old"), _children(1, "look"), _thing("ladder")),
    ),
    "theatre": (
        (_role("singer"), _role("musician")),
        (people(3, "dance"),),
        (_role("king"), _role("queen"), _role("clown", "throw")),
    ),
    "train carriage": (
        (_seated(_woman("read")), _seated(_man("phone"))),
        (_seated(_man("doze", "old")), _seated(_woman("eat")), _thing("suitcase")),
        (_woman("stand"), _seated(_children(2, "look"))),
    ),
    "bus cabin": (
        (people(1, "stand"), _seated(_woman("phone"))),
        (_seated(_woman("read", "old")), _man("stand"), _children(1, "stand")),
        (_seated(people(2, "talk")), people(1, "stand")),
    ),
    "plane cabin": (
        (_seated(_man("read")), _seated(_woman("drink"))),
        (_seated(_woman("doze")), _seated(_children(1, "look"))),
        (_role("pilot"), _seated(people(2, "look"))),
    ),
    "ferry deck": (
        (_man("photo"), _woman("point")),
        (_woman("look"), _children(2, "wave"), _animal("gull", 2)),
        (people(2, "talk"), _man("sit", "old")),
    ),
    "desert": (
        (_animal("camel", 2), _man("walk")),
        (_thing("car", colour="yellow"), people(2, "talk")),
        (_role("tourist", "photo"), _animal("camel")),
    ),
    "building site": (
        (_role("builder", count=2), _role("builder", "carry")),
        (_role("builder", "push"), _role("builder", "point")),
        (_role("builder", "drink"), _role("builder", "talk", 2)),
    ),
    "rooftop": (
        (_woman("garden"), _man("drink")),
        (people(2, "talk"), _animal("cat")),
        (_man("read", "old"), _woman("garden")),
    ),
    "bathroom": (
        (_children(1, "stand"), _woman("stand")),
        (_man("stand"), _children(1, "look")),
    ),
    "launderette": (
        (_woman("read"), _man("carry", holding="basket")),
        (people(2, "talk"),),
    ),
    "post office": (
        (_woman("carry", holding="parcel"), _man("stand", "old")),
        (people(3, "stand"),),
    ),
    "bank": ((people(2, "stand"),), (_woman("phone"), _man("stand", "old"))),
    "hotel lobby": (
        (_role("tourist"), _thing("suitcase", 2)),
        (_woman("phone"), _man("stand"), _thing("suitcase")),
    ),
    "gym": ((people(2, "jump"), _woman("run")), (_man("run"), _woman("drink"))),
    "salon": ((people(2, "talk"),), (_woman("sweep"), _man("read"))),
    "cinema": ((people(2, "talk"), _children(1, "eat")), (_man("stand"), _woman("eat"))),
    "swimming pool": (
        (people(2, "swim"), _children(2, "run")),
        (_children(2, "swim"), _woman("stand"), _man("wave")),
    ),
    "zoo": (
        (_animal("elephant"), people(1, "photo"), _children(1, "point")),
        (_animal("giraffe"), _animal("zebra"), _children(2, "look")),
    ),
    "church inside": (
        (_role("bride"), _man("stand")),
        (_seated(people(2, "sit")), _woman("stand", "old")),
    ),
    "fire station": (
        (_role("firefighter", count=2), _thing("fire engine")),
        (_role("firefighter", "talk", 2), _children(1, "point")),
    ),
    "balcony": ((_woman("drink"), _man("read")), (people(2, "talk"), _animal("cat"))),
    "campsite": (
        (_thing("campfire"), people(2, "talk")),
        (_children(2, "run"), _man("read"), _thing("campfire")),
    ),
    "attic": ((_children(2, "look"), _animal("cat")), (_woman("carry", holding="box"),)),
    "forest": (
        (people(2, "walk"), _animal("squirrel")),
        (people(1, "walk"), _animal("deer")),
        (_woman("photo"), _animal("fox"), _man("point")),
    ),
    "garden": (
        (_woman("garden", "old"),),
        (_man("garden"), _children(1, "run"), _animal("butterfly", 2)),
        (_woman("read"), _animal("cat"), _animal("bird", 2)),
    ),
}
"""What such a place shows when a prompt names nobody: one of several casts.

An empty cast leaves a view alone, where the view itself is worth describing.
"""
