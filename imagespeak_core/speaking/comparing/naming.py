"""Which of those who are shown a noun can mean, and what else of it may be seen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from imagespeak_core.generators.illustrator.checking.same_words import names_for
from imagespeak_core.generators.illustrator.figures.roles import ROLES
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Age, Gender, Scene, Shown
from imagespeak_core.generators.illustrator.telling.naming_shown import noun_of
from imagespeak_core.generators.illustrator.telling.unshown.asked import (
    has_part,
    in_hands,
    is_a,
    on_the_body,
)
from imagespeak_core.generators.illustrator.telling.unshown.asked import (
    names_of as all_names,
)
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import backdrops, people, things, unseen
from imagespeak_core.generators.illustrator.words.animal_actions import food_drawn

_FIT: dict[Age, frozenset[Age | None]] = {
    "baby": frozenset({"baby", "child"}),
    "child": frozenset({"baby", "child", "teenager"}),
    "teenager": frozenset({"child", "teenager", "adult"}),
    "adult": frozenset({"adult", "teenager", "old"}),
    "old": frozenset({"old", "adult"}),
}
"""The age that a word tells → the ages at which somebody may be called so."""
_LOOSELY: dict[Age, frozenset[Age | None]] = {
    "baby": frozenset({"child"}),
    "child": frozenset({"teenager"}),
    "teenager": frozenset({"child", "adult"}),
    "adult": frozenset({"teenager"}),
    "old": frozenset({"adult"}),
}
_YOUNG = frozenset({"girl", "young woman", "schoolgirl"})
"""Words for a child by which grown women are called as well."""
_OF_EACH_OTHER = frozenset({"colleague", "co-worker", "coworker", "workmate"})
"""What people are to each other, whatever they look like."""
_MARKS: dict[Gender, frozenset[str]] = {
    "woman": frozenset(
        {"dress", "skirt", "swimsuit", "hijab", "veil"} | {"braids", "ponytail", "bun", "pigtails"}
    ),
    "man": frozenset({"beard", "moustache", "bald head"}),
}
"""What shows on somebody that they are a woman or a girl, or that they are a man."""
_GOWNED = frozenset({"patient"})
"""Roles of women and men who have on what is called a dress."""
_ROLES_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"doctor", "nurse", "scientist"}),
    frozenset({"cook", "baker", "waiter", "seller", "shop assistant"}),
    frozenset({"farmer", "gardener", "builder", "mechanic", "cleaner"}),
    frozenset({"office worker", "businessman", "teacher", "librarian", "groom", "tourist"}),
    frozenset({"police officer", "pilot", "postman", "driver", "firefighter"}),
    frozenset({"musician", "singer", "artist", "photographer", "tourist"}),
    frozenset({"athlete", "footballer", "lifeguard"}),
    frozenset({"king", "queen"}),
    frozenset({"bride", "groom"}),
)
"""Roles of whom one may be taken for another."""
_UNIFORMED = frozenset(
    {"nurse", "doctor", "police officer", "firefighter", "clown", "king", "queen", "bride"}
    | {"builder", "cook", "pilot"}
)
"""Roles that are plain to see: nobody without the signs of it is one."""

WIDE: dict[str, frozenset[str]] = {
    "animal": frozenset({"animal"}), "pet": frozenset({"animal"}),
    "creature": frozenset({"animal"}), "insect": frozenset({"animal"}),
    "bug": frozenset({"animal"}), "cattle": frozenset({"animal"}),
    "vehicle": frozenset({"vehicle"}), "transport": frozenset({"vehicle"}),
    "automobile": frozenset({"vehicle"}), "machine": frozenset({"vehicle", "home"}),
    "food": frozenset({"food"}), "fruit": frozenset({"food"}), "meal": frozenset({"food"}),
    "vegetable": frozenset({"food"}), "dish": frozenset({"food", "kitchen"}),
    "plant": frozenset({"plant"}), "furniture": frozenset({"furniture"}),
    "toy": frozenset({"toy"}), "instrument": frozenset({"music"}),
    "clothes": frozenset({"clothes"}), "luggage": frozenset({"bag"}), "baggage": frozenset({"bag"}),
    "thing": frozenset(), "object": frozenset(),
}  # fmt: skip
"""Words for many kinds → the kinds of the catalogue that they may mean."""

_INSECTS = frozenset({"insect", "bug"})
_SMALL_ANIMALS = frozenset({"butterfly", "bee", "ladybird", "caterpillar", "spider", "snail"})


def wide_word(text: str) -> str:
    """The word of `WIDE` of which a text is a form; empty for none."""
    for one in (text, text.removesuffix("s"), text.removesuffix("es")):
        if one in WIDE:
            return one
    return ""


@dataclass(frozen=True, slots=True)
class Meant:
    """Who may be meant by a noun.

    Attributes:
        fit: Those who are called so.
        loose: Those who are called so by some, or in haste.
        either: Those who may be called so, as nothing tells whether they are women or men.
        elsewhere: Whether something of the noun may be seen that is no item: behind all, in
            hands, as a part, or on somebody.
    """

    fit: tuple[Shown, ...] = ()
    loose: tuple[Shown, ...] = ()
    elsewhere: bool = False
    either: tuple[Shown, ...] = ()

    @property
    def all(self) -> tuple[Shown, ...]:
        """Everybody who is meant sooner than those of `either`."""
        return (*self.fit, *self.loose)

    def with_either(self) -> Meant:
        """The same where those of `either` are meant as well as the others."""
        return replace(self, loose=(*self.loose, *self.either), either=())


def item_of(shown: Shown) -> str:
    """The scene's own word for an item: the role where one is set, else the noun."""
    return shown.role or shown.noun


def meant_by(noun: str, kind: str, scene: Scene, *, said: str = "", young: bool = False) -> Meant:
    """Who and what of a scene a noun can mean.

    Args:
        noun: A key of the vocabulary, or of `WIDE`.
        kind: "person", "animal" or "thing".
        scene: What is shown.
        said: The noun as it was said.
        young: Whether it is said of them: a "young lady" may be a girl.
    """
    if noun in WIDE and noun not in THINGS:
        return _widely(noun, scene)
    if kind == "person":
        gender = people.PRONOUNS.get(said)
        if gender in {"man", "woman"}:
            return _of_gender(gender, scene)
        return _person(noun, scene, young=young)
    fit = tuple(item for item in scene.items if item.kind != "person" and _is_thing(item, noun))
    wide = wide_word(said)
    loose = tuple(item for item in _widely(wide, scene).fit if item not in fit) if wide else ()
    loose = loose or tuple(
        item
        for item in scene.items
        if item.kind != "person"
        and not fit
        and is_nearly(item.noun, noun)
        and noun not in scene.backdrop
    )
    return Meant(fit, loose, is_elsewhere(noun, scene, said))


def _widely(wide: str, scene: Scene) -> Meant:
    fit = tuple(
        item
        for item in scene.items
        if item.kind != "person"
        and (thing := THINGS.get(item.noun)) is not None
        and thing.kind in WIDE[wide]
        and (wide not in _INSECTS or item.noun in _SMALL_ANIMALS)
    )
    return Meant(fit, (), elsewhere=wide != "animal")


def _is_thing(item: Shown, noun: str) -> bool:
    return is_a(item.noun, noun) or item.noun in names_for(noun) or noun_of(item) == noun


_NEAR_THINGS: tuple[frozenset[str], ...] = (
    frozenset({"dog", "puppy", "fox"}), frozenset({"cat", "kitten"}),
    frozenset({"horse", "donkey", "zebra"}), frozenset({"sheep", "goat"}),
    frozenset({"hen", "cockerel", "chick", "duck", "goose", "swan", "swimming duck"}),
    *(frozenset({"bird", one}) for one in (
        "pigeon", "gull", "parrot", "owl", "duck", "goose", "swan", "chick", "swimming duck",
        "penguin", "hen", "cockerel")),
    frozenset({"pigeon", "gull"}),
    frozenset({"taxi", "car", "van"}), frozenset({"parcel", "box", "gift"}),
    frozenset({"duck", "chick", "swimming duck"}),
    frozenset({"lion", "tiger"}), frozenset({"dolphin", "whale", "shark", "fish", "seal"}),
    frozenset({"crab", "turtle"}), frozenset({"snake", "caterpillar"}),
    frozenset({"mouse", "hedgehog", "squirrel", "rabbit"}), frozenset({"bee", "ladybird"}),
    frozenset({"bear", "panda", "teddy bear"}), frozenset({"butterfly", "bee", "bird"}),
    frozenset({"car", "taxi", "police car", "van", "toy car"}),
    frozenset({"van", "lorry", "ambulance", "fire engine", "bus"}),
    frozenset({"bus", "tram"}), frozenset({"tram", "train"}),
    frozenset({"bicycle", "motorbike", "scooter"}),
    frozenset({"boat", "sailing boat", "ship"}), frozenset({"plane", "helicopter", "rocket"}),
    frozenset({"pram", "wheelchair", "shopping trolley", "wheelbarrow"}),
    frozenset({"chair", "stool", "armchair", "seat", "bench", "deck chair", "sofa"}),
    frozenset({"sofa", "armchair", "bed", "bench"}), frozenset({"bed", "cot"}),
    frozenset({"table", "desk", "round table", "school desk"}),
    frozenset({"bookcase", "shelf", "cupboard", "wardrobe"}),
    frozenset({"lamp", "table lamp", "street lamp", "lantern", "candle"}),
    frozenset({"television", "computer", "laptop", "blackboard", "whiteboard", "picture"}),
    frozenset({"blackboard", "whiteboard", "easel", "sign", "map", "poster"}),
    frozenset({"cup", "mug", "glass", "bowl", "teapot", "pot", "vase", "bottle", "jug", "pan"}),
    frozenset({"plate", "bowl", "pizza", "dish", "pan"}),
    frozenset({"book", "open book", "books", "notebook", "newspaper", "letter", "map"}),
    frozenset({"bag", "shopping bag", "basket", "suitcase", "backpack", "briefcase", "box"}),
    frozenset({"box", "parcel", "gift"}), frozenset({"gift", "flowers", "bouquet"}),
    frozenset({"picture", "mirror", "window", "map"}),
    frozenset({"ball", "football", "basketball", "balloon"}),
    frozenset({"balloon", "balloons", "hot-air balloon"}),
    frozenset({"teddy bear", "doll", "robot"}),
    frozenset({"flower", "flowers", "sunflower", "tulip", "rose", "bouquet", "potted plant"}),
    frozenset({"umbrella", "beach umbrella", "tent"}),
    frozenset({"house", "church", "barn"}), frozenset({"castle", "church", "tower"}),
    frozenset({"castle", "sandcastle"}), frozenset({"board game", "chess", "cards"}),
    frozenset({"tower", "windmill", "lighthouse"}),
    frozenset({"towel", "picnic blanket", "blanket", "rug"}),
    frozenset({"bread", "sandwich", "croissant", "cake", "burger", "hot dog"}),
    frozenset({"cake", "birthday cake", "bread", "pancakes"}),
    frozenset({"apple", "tomato", "orange", "pear", "cherries", "lemon"}),
    frozenset({"fruit bowl", "fruit basket", "basket", "bowl"}),
    frozenset({"slide", "swing", "see-saw", "roundabout"}),
    frozenset({"pond", "fountain", "well", "waterfall"}),
    frozenset({"fence", "gate", "hedge"}), frozenset({"bush", "hedge", "tree"}),
    frozenset({"bus stop", "sign", "stop sign", "traffic light"}),
    frozenset({"cooker", "washing machine", "microwave", "fridge"}),
    frozenset({"pencil", "pencils", "brush", "ruler"}),
)  # fmt: skip
"""Things of which one may be taken for another, or is called so."""


@cache
def is_nearly(shown: str, noun: str) -> bool:
    """Whether what is shown may be taken for what a noun names."""
    return any({shown, noun} <= alike for alike in _NEAR_THINGS)


def _of_gender(gender: str | None, scene: Scene) -> Meant:
    """Whom "he" or "she" can mean where nobody was named before."""
    people_shown = [item for item in scene.items if item.kind == "person"]
    fit = tuple(item for item in people_shown if item.gender in {gender, None})
    either = tuple(item for item in people_shown if item not in fit and _may_be_of_either(item))
    return Meant(fit, either=either)


def _person(noun: str, scene: Scene, *, young: bool) -> Meant:
    word = people.PEOPLE.get(noun, people.PersonWord())
    called: dict[str, list[Shown]] = {"fit": [], "loose": [], "either": [], "": []}
    for item in scene.items:
        if item.kind != "person":
            continue
        if word.gender and item.gender and word.gender != item.gender:
            may_be = _may_be_of_either(item) and _how_well(item, replace(word, gender=None), "")
            called["either" if may_be else ""].append(item)
        else:
            girl = young and item.age == "child" and word.age == "adult" and word.role is None
            called["loose" if girl else _how_well(item, word, noun)].append(item)
    fit, loose, either = called["fit"], called["loose"], called["either"]
    if fit and word.role is not None and noun not in _OF_EACH_OTHER:
        loose, either = [], [item for item in either if item.role == word.role]
    if fit and word.age == "child":
        loose = [item for item in loose if item.age != "adult"]
    return Meant(tuple(fit), tuple(loose), either=tuple(either))


def _how_well(item: Shown, word: people.PersonWord, noun: str) -> str:
    """Whether somebody is called so: "fit", "loose", or empty for not at all."""
    if item.role is not None and noun == item.role:
        return "fit"
    if word.role is not None and item.role == word.role:
        return "fit"
    if word.role is not None and not _may_have_role(item, word.role):
        return ""
    strict = word.role is None
    if word.age is None or item.age is None:
        return "fit" if strict else "loose"
    if item.age in _FIT[word.age]:
        return "fit" if strict and item.age not in _LOOSELY[word.age] else "loose"
    grown_girl = noun in _YOUNG and item.age == "adult"
    at_work = word.role is not None and item.age != "baby"
    return "loose" if grown_girl or at_work else ""


def tells_role(noun: str) -> bool:
    """Whether a noun for people says what work they do, or why they are there."""
    return noun in people.PEOPLE and people.PEOPLE[noun].role is not None


def may_be_called_otherwise(item: Shown, noun: str) -> bool:
    """Whether a noun tells of somebody's gender what the picture does not show."""
    word = people.PEOPLE.get(noun)
    return word is not None and word.gender is not None and _may_be_of_either(item)


def _may_be_of_either(item: Shown) -> bool:
    """Whether neither the noun for somebody nor their looks tell their gender: in short hair."""
    word = people.PEOPLE.get(item.noun)
    if item.gender is None or (word is not None and word.gender is not None):
        return False
    marks = _MARKS[item.gender] - ({"dress"} if item.role in _GOWNED else set())
    on_it = on_the_body(item)
    hangs = item.gender == "woman" and any(
        what == "hair" and said and ("long" in said or ("curly" in said and "short" not in said))
        for what, said in on_it
    )
    return not hangs and not any(what in marks for what, _ in on_it)


def _may_have_role(item: Shown, role: str) -> bool:
    """Whether somebody without the signs of a role, or with those of another, may have it."""
    if item.role is None:
        return not (role in _UNIFORMED and role in ROLES)
    alike = any({role, item.role} <= roles for roles in _ROLES_ALIKE)
    return alike or not (item.role in ROLES and role in ROLES)


@cache
def _names(noun: str) -> frozenset[str]:
    word = people.CLOTHES.get(noun, noun)
    return frozenset({noun, word, things.HOLDABLE.get(noun, noun)}) | names_for(noun)


def is_elsewhere(noun: str, scene: Scene, said: str = "") -> bool:
    """Whether something of a noun may be seen that is no item of its own."""
    names = _names(noun) | ({said} if said else frozenset())
    if not names.isdisjoint(_seen_besides(scene)):
        return True
    if any(backdrops.ASKED.get(name) in scene.backdrop for name in names):
        return True
    if any(is_a(one, noun) or is_nearly(one, noun) for one in scene.backdrop):
        return True
    if is_part(noun, scene):
        return True
    place = PLACES.get(scene.place)
    if place is not None and not names.isdisjoint({*place.words, *place.weak_words, place.noun}):
        return True
    if any(
        not names.isdisjoint(food_drawn(item.noun, item.action))
        for item in scene.items
        if item.kind == "animal" and item.action in {"eat", "drink"}
    ):
        return True
    return not names.isdisjoint(unseen.OF_EVERYTHING | unseen.THERE_ANYWAY)


def _seen_besides(scene: Scene) -> frozenset[str]:
    """The names of what can be seen beside the items: behind all, in hands and on bodies."""
    place = PLACES.get(scene.place)
    nouns = {*scene.backdrop, scene.place, place.inside_of if place is not None else ""}
    for item in scene.items:
        nouns |= {*in_hands(item), *(what for what, _ in on_the_body(item))}
        nouns |= things.SWALLOWED.get(item.action or "", frozenset())
    return frozenset(name for noun in nouns - {""} for name in all_names(noun))


def kinds_of(noun: str) -> frozenset[str]:
    """The kind of a thing, by its noun; none for what is no thing of the catalogue."""
    return frozenset({THINGS[noun].kind}) if noun in THINGS else frozenset()


def is_part(noun: str, scene: Scene) -> bool:
    """Whether it is also a part of something that is shown: the windows of a house."""
    shown = [*(item.noun for item in scene.items), *scene.backdrop]
    return any(has_part(one, noun) for one in shown)


def holders_of(noun: str, items: Iterable[Shown]) -> tuple[Shown, ...]:
    """Who has it in the hands or on the body, or does what is drawn with it."""
    names = _names(noun)
    return tuple(
        item
        for item in items
        if not names.isdisjoint(in_hands(item))
        or any(is_nearly(held, noun) or is_a(held, noun) for held in in_hands(item))
        or any(what in names for what, _ in on_the_body(item))
        or not names.isdisjoint(things.SWALLOWED.get(item.action or "", ()))
    )


def colours_carried(noun: str, scene: Scene) -> tuple[str, ...]:
    """The colours of all such things in hands and on bodies; none where one of them is not told.

    None as well where the place itself shows such a thing.
    """
    names = _names(noun)
    if any(is_a(one, noun) for one in scene.backdrop):
        return ()
    found: list[str | None] = []
    for item in scene.items:
        if item.holding in names:
            found.append(item.holding_colour)
        found += [None for held in item.also_holding if held in names]
        found += [colour for what, colour in on_the_body(item) if what in names]
    known = tuple(colour for colour in found if colour)
    return known if len(known) == len(found) else ()
