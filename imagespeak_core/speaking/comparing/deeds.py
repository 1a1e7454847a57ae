"""Whether somebody in a picture does what is said of them.

Only verbs are decided of which one sees plainly whether they are done. All others, such as
"enjoy", "visit" or "wait", are left open, and so is what looks nearly the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from imagespeak_core.generators.illustrator.checking.same_words import (
    same_word,
    told_words,
    verbs_of,
)
from imagespeak_core.generators.illustrator.scene import Scene, Shown, Use
from imagespeak_core.generators.illustrator.telling.unshown.asked import in_hands, is_a
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.words import actions, telling
from imagespeak_core.generators.illustrator.words.animal_actions import poses_for
from imagespeak_core.speaking.comparing.naming import is_nearly
from imagespeak_core.speaking.comparing.verdict import Verdict

_UPRIGHT = frozenset(
    """
    stand walk walk_pet shop talk look look_around watch phone wave point carry hold push pull lean
    shoulder hold_hands shake_hands umbrella photo give take cheer clap laugh argue shout shade_eyes
    sing feed think embrace hug cuddle cradle
    """.split()
)
_LIVELY = frozenset(
    """
    run kick basketball volleyball play throw jump skip dance waltz cheer fight
    """.split()
)
_STILL = frozenset({"sleep", "doze", "lie"})
_SEATED = frozenset(
    """
    sit sit_ground ride drive picnic wheelchair embrace_seated doze type knit cards
    """.split()
)
_AT_TABLE = frozenset({"eat", "drink", "bite", "picnic"})
_EATEN = frozenset(thing.name for thing in THINGS.values() if thing.kind == "food") | {
    "spoon", "fork", "knife", "bowl", "plate", "cup", "glass", "bottle", "wine glass", "ice cream",
    "bread", "sandwich", "apple", "mug", "flask", "tray", "pan",
}  # fmt: skip
_READ = frozenset(
    """
    book notebook newspaper map letter phone laptop clipboard box books
    """.split()
) | {"closed book", "open book"}
_WRITTEN_WITH = frozenset(
    "pencil notebook brush palette laptop clipboard phone pointer book".split()
)
_SEATS = having("sat on") | having("sat in")


@dataclass(frozen=True, slots=True)
class _Deed:
    """When a verb is left open, though it is not what is shown.

    Attributes:
        near: Actions that are nearly the same, or go on at the same time.
        held: Things in hands that make it possible.
        postures: How the body may be.
    """

    near: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    postures: frozenset[str] = frozenset()


_MOVING = frozenset({"walk", "run"})
_DOWN = frozenset({"sit", "floor", "wheelchair", "lie"})

_DEEDS: dict[str, _Deed] = {
    "run": _Deed(_LIVELY | {"walk", "walk_pet", "push", "pull", "shoulder"}, postures=_MOVING),
    "walk": _Deed(_UPRIGHT | _LIVELY | {"garden", "crawl"}, postures=_MOVING),
    "sit": _Deed(
        _SEATED | _AT_TABLE | {"kneel", "garden", "fish", "lie", "think", "lean"}, postures=_DOWN
    ),
    "stand": _Deed(
        _UPRIGHT | _LIVELY
        | frozenset(
            "read write eat drink bite cook wash_up paint photo guitar violin sweep garden fish"
            " climb climb_up kneel cut_hair brush_teeth type phone cry".split()
        )
    ),
    "sleep": _Deed(_STILL | {"lean"}, postures=frozenset({"lie"})),
    "lie": _Deed(
        _STILL | {"swim", "picnic", "sit_ground", "crawl"}, postures=frozenset({"lie", "floor"})
    ),
    "eat": _Deed(_AT_TABLE | {"cook", "shop", "feed", "cheer"}, _EATEN),
    "drink": _Deed(_AT_TABLE, _EATEN),
    "read": _Deed(frozenset({"read", "write", "think", "type", "look", "sing"}), _READ),
    "write": _Deed(frozenset({"write", "paint", "type", "read", "point"}), _WRITTEN_WITH),
    "draw": _Deed(frozenset({"write", "paint", "read"}), _WRITTEN_WITH),
    "paint": _Deed(frozenset({"write", "paint"}), _WRITTEN_WITH),
    "swim": _Deed(frozenset({"swim", "lie", "jump"})),
    "dance": _Deed(_LIVELY | (_UPRIGHT - {"phone", "photo", "shop", "push", "pull"}) | {"sing"}),
    "sing": _Deed(
        _UPRIGHT | _LIVELY | {"guitar", "violin", "sing", "sit", "sit_ground", "picnic"},
        frozenset({"microphone", "guitar"}),
    ),
    "ride": _Deed(frozenset({"ride", "drive"}), frozenset({"bicycle", "scooter"})),
    "cycle": _Deed(frozenset({"ride"}), frozenset({"bicycle"})),
    "drive": _Deed(frozenset({"ride", "drive"})),
    "jump": _Deed(_LIVELY),
    "cook": _Deed(
        frozenset({"cook", "wash_up", "eat", "bite", "picnic"}),
        frozenset({"pan", "ladle", "spoon", "knife", "bowl", "pot"}),
    ),
    "fly": _Deed(frozenset({"jump", "plane"}), frozenset({"kite"})),
    "fish": _Deed(frozenset({"fish"}), frozenset({"fishing rod"})),
    "climb": _Deed(frozenset({"climb", "climb_up", "jump", "crawl"})),
    "kneel": _Deed(
        frozenset({"kneel", "garden", "play", "crawl", "sit_ground", "picnic"}),
        postures=frozenset({"floor", "kneel"}),
    ),
    "crawl": _Deed(
        frozenset({"crawl", "kneel", "play", "sit_ground", "lie"}), postures=frozenset({"floor"})
    ),
    "guitar": _Deed(frozenset({"guitar", "violin", "sing"}), frozenset({"guitar"})),
    "violin": _Deed(frozenset({"violin", "guitar"}), frozenset({"violin"})),
    "photo": _Deed(frozenset({"photo"}), frozenset({"camera", "phone"})),
    "phone": _Deed(frozenset({"phone", "talk"}), frozenset({"phone"})),
    "sweep": _Deed(frozenset({"sweep", "wash_up", "garden"}), frozenset({"broom"})),
    "kick": _Deed(_LIVELY, frozenset({"football", "ball"})),
    "basketball": _Deed(_LIVELY, frozenset({"basketball", "ball"})),
    "volleyball": _Deed(_LIVELY, frozenset({"ball"})),
    "play": _Deed(),
    "wash_up": _Deed(frozenset({"wash_up", "cook"})),
    "knit": _Deed(frozenset({"knit"}), frozenset({"knitting"})),
    "brush_teeth": _Deed(frozenset({"brush_teeth"}), frozenset({"toothbrush"})),
    "cry": _Deed(frozenset({"cry", "laugh", "think", "argue", "shout"})),
    "picnic": _Deed(_AT_TABLE | {"sit_ground", "sit"}, _EATEN, frozenset({"floor"})),
}  # fmt: skip
"""What is plainly seen to be done or not; a verb of this table is not so where none of it fits."""

_AT_DESKS = frozenset({"write", "read", "draw"})
"""What may be done by those who sit at a desk, as nobody sees what lies on it."""
_ALWAYS_OPEN = frozenset({"play", "picnic"})
_AWAKE = frozenset(
    "talk look watch wave laugh cheer play hold carry push pull throw catch point".split()
)
"""What nobody does who sleeps."""
_GLAD = frozenset({"laugh", "smile", "cheer", "sing"})
"""What nobody does who cries."""
_OF_ONE = frozenset("cut wave push pull feed sweep clap garden throw give".split())
"""What one person in a picture is seen doing, and nobody else who plainly does another thing."""
_VERBS: dict[str, str] = {
    "jog": "run", "sleep": "sleep", "nap": "sleep", "doze": "sleep", "fall asleep": "sleep",
    "be asleep": "sleep", "lie down": "lie", "sit down": "sit", "stand up": "stand",
    "bike": "cycle", "hop": "jump", "leap": "jump", "bake": "cook", "fry": "cook",
    "sit on the floor": "sit", "sit on the ground": "sit", "take a photo": "photo",
    "take a photo of": "photo", "take a picture": "photo", "take a picture of": "photo",
    "photograph": "photo", "phone": "phone", "sip": "drink", "march": "walk", "stroll": "walk",
    "hike": "walk", "gallop": "run", "do the washing-up": "wash_up", "skip rope": "jump",
    "go shopping": "shop", "snooze": "sleep", "wash up": "wash_up",
}  # fmt: skip
"""Verb → the one of the table that it means, where it is another word."""
_WITH_OBJECT: dict[str, str] = {
    "play guitar": "guitar", "play violin": "violin", "play football": "kick",
    "play soccer": "kick", "play basketball": "basketball", "play volleyball": "volleyball",
    "take photo": "photo", "take picture": "photo", "make photo": "photo", "take phone": "",
    "fly kite": "", "play piano": "", "have picnic": "picnic", "sweep floor": "sweep",
    "draw picture": "draw", "take nap": "sleep", "have nap": "sleep", "do homework": "write",
    "play ball": "kick", "ride horse": "ride", "brush hair": "", "brush": "",
}  # fmt: skip
_OF_ANIMALS: dict[str, frozenset[str]] = {
    "run": frozenset({"run", "jump", "walk", "play", "climb"}),
    "walk": frozenset({"walk", "run", "stand", "crawl", "climb", "eat", "watch", "look"}),
    "sit": frozenset({"sit", "lie", "sleep", "watch", "look", "eat", "drink"}),
    "lie": frozenset({"lie", "sleep", "sit", "crawl"}),
    "sleep": frozenset({"sleep", "lie"}),
    "eat": frozenset({"eat", "drink", "stand", "dig", "feed"}),
    "drink": frozenset({"drink", "eat", "stand", "swim"}),
    "swim": frozenset({"swim"}),
    "fly": frozenset({"fly", "jump"}),
    "jump": frozenset({"jump", "run", "play", "fly", "climb"}),
    "dance": frozenset({"jump", "run", "stand", "walk"}),
    "stand": frozenset(
        {"stand", "jump", "walk", "watch", "look", "eat", "drink", "bark", "sing", "sit"}
    ),
    "read": frozenset(), "write": frozenset(), "cook": frozenset(), "paint": frozenset(),
    "climb": frozenset({"climb", "jump", "run", "walk"}),
}  # fmt: skip
"""The same of animals: verb → the poses with which it may go."""


def does(verb: str, item: Shown, scene: Scene) -> Verdict:
    """Whether somebody or an animal does it.

    Args:
        verb: A verb's base form, and after it the noun that it is done to, if one follows.
        item: A person or an animal; of things nothing is decided.
        scene: Where it is.
    """
    if item.kind == "thing":
        return "open"
    base = _base(verb)
    if not base:
        return "open"
    if item.action and item.action not in telling.DOING:  # a later version's, or nobody's
        return "so" if same_word(base, item.action) else "open"
    return _animal_does(base, item) if item.kind == "animal" else _person_does(base, item, scene)


def _base(verb: str) -> str:
    """The verb by which it is decided; empty for one that nothing decides."""
    if verb in _WITH_OBJECT:
        return _WITH_OBJECT[verb]
    if verb in _VERBS:
        return _VERBS[verb]
    head = verb
    while " " in head:
        head = head.rpartition(" ")[0]
        if head in _VERBS:
            return _VERBS[head]
    phrase = actions.PHRASES.get(verb)
    if phrase is not None and phrase[0] in _DEEDS:
        return phrase[0]
    return head


def _animal_does(base: str, item: Shown) -> Verdict:
    done = item.action or (THINGS[item.noun].usual if item.noun in THINGS else "stand")
    if done == base or done in poses_for(item.noun, base):
        return "so"
    if base not in _OF_ANIMALS or done in _OF_ANIMALS[base]:
        return "open"
    if base == "sit" and done == "stand" and _perches(item):
        return "open"
    return "not so"


def _person_does(base: str, item: Shown, scene: Scene) -> Verdict:
    if item.action is None and item.posture is None:
        return "open"
    if _fits(base, item, scene):
        return "so"
    asleep = item.action in {"sleep", "doze"}
    if item.action == "cry" and base in _GLAD:
        return "not so"
    if (asleep and base in _AWAKE) or (base in _OF_ONE and _is_of_another(base, item, scene)):
        return "not so"
    deed = _DEEDS.get(base)
    if deed is None or base in _ALWAYS_OPEN:
        return "open"
    return "open" if _may_be(base, deed, item, scene) else "not so"


def _may_be(base: str, deed: _Deed, item: Shown, scene: Scene) -> bool:
    """Whether what is shown does not shut the verb out."""
    if base == "stand" and is_down(item, scene):
        return _sits_on_nothing(item, scene)
    if base in _AT_DESKS and item.action == "sit" and _has(item, "desk", scene):
        return True
    if item.action in deed.near and not (base in {"walk", "run", "dance"} and is_down(item, scene)):
        return True
    if not deed.held.isdisjoint(in_hands(item)) or item.posture in deed.postures:
        return True
    if base in {"eat", "drink"} and _is_at_table(item, scene):
        return True
    if base in {"read", "write", "draw"} and _has_desk(item, scene):
        return True
    return base in {"ride", "drive"} and _is_on_something(item, scene)


def _perches(item: Shown) -> bool:
    """Whether it is an animal of which one says that it sits where it stands."""
    return is_a(item.noun, "bird") or is_nearly(item.noun, "bird")


def _sits_on_nothing(item: Shown, scene: Scene) -> bool:
    """Whether somebody sits where no seat is seen, so that they may well stand: behind a table."""
    if item.posture != "sit":
        return False
    return not (_has(item, "seat", scene) or any(_under(item, scene)))


def _has(item: Shown, use: Use, scene: Scene) -> bool:
    """Whether a thing of that use was given to somebody."""
    return any(
        other.given is not None and other.given.to == item.id and other.given.use == use
        for other in scene.items
    )


def _is_of_another(base: str, item: Shown, scene: Scene) -> bool:
    """Whether somebody else is seen to do it, while this one plainly does another thing."""
    idle = item.action in _UPRIGHT | {None} and not is_down(item, scene)
    return not idle and any(
        other.kind == "person" and other.id != item.id and base in _verbs_told(other.action or "")
        for other in scene.items
    )


def _fits(base: str, item: Shown, scene: Scene) -> bool:
    """Whether the verb tells what is seen of the action, or of the body meanwhile."""
    if base == "sit":
        return sits(item, scene)
    if base == "lie":
        return item.posture == "lie" or item.action in {"lie", "sleep"}
    if base == "stand":
        return item.action in _UPRIGHT and not is_down(item, scene)
    if item.posture in _MOVING and base == item.posture:
        return True
    return base in _verbs_told(item.action or "")


@cache
def _verbs_told(action: str) -> frozenset[str]:
    return frozenset({action}) | verbs_of(action) | told_words(action)


def sits(item: Shown, scene: Scene) -> bool:
    """Whether somebody is seen to sit."""
    if item.posture in {"sit", "floor", "wheelchair"}:
        return True
    if item.posture == "lie":
        return False
    return item.action in _SEATED or any(other.noun in _SEATS for other in _under(item, scene))


def is_down(item: Shown, scene: Scene) -> bool:
    """Whether somebody sits or lies, and is not on their feet."""
    return sits(item, scene) or item.posture == "lie" or item.action in _STILL


def _under(item: Shown, scene: Scene) -> Iterator[Shown]:
    """What somebody is on or in."""
    ids = {
        link.target
        for link in scene.links
        if link.subject == item.id and link.relation in {"on", "in"}
    }
    return (other for other in scene.items if other.id in ids)


def _is_on_something(item: Shown, scene: Scene) -> bool:
    return any(
        other.kind == "animal" or (other.noun in THINGS and THINGS[other.noun].kind == "vehicle")
        for other in _under(item, scene)
    )


def _is_at_table(item: Shown, scene: Scene) -> bool:
    near = {link.target for link in scene.links if link.subject == item.id}
    tables = having("sat at") | having("table") | having("spread out")
    return any(other.id in near and other.noun in tables for other in scene.items)


def _has_desk(item: Shown, scene: Scene) -> bool:
    """Whether somebody sits at a desk of their own, on which one does not see what they do."""
    gifts = (other.given for other in scene.items if other.given is not None)
    return item.action == "sit" and any(
        given.use == "desk" and given.to == item.id for given in gifts
    )
