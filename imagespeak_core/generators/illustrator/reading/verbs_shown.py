"""Tells whether a verb is shown by those who are to do it: by a pose, a face or what they hold."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from imagespeak_core.generators.illustrator.reading.chunk import Chunk
from imagespeak_core.generators.illustrator.scene import Wanted, Wish
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.words import actions, animals
from imagespeak_core.generators.illustrator.words.animal_actions import (
    action_of_verb,
    food_drawn,
    poses_for,
)
from imagespeak_core.generators.illustrator.words.telling import WET_PLACES

_SEATS = having("sat on") | having("sat in")
_BUILT = having("built by hand")
OWNING = frozenset("his her its their my our your".split())
"""Words between a verb and its object."""
_IDLE = frozenset({None, "", "stand"})


def is_seated(base: str, indices: Collection[int], wish: Wish) -> bool:
    """Whether those sit who have something to sit on."""
    return base == "sit" and any(
        link.subject in indices and wish.wanted[link.target].noun in _SEATS for link in wish.links
    )


def is_done_with(
    base: str, doers: Sequence[Wanted], following: Chunk | None, after: Sequence[str]
) -> bool:
    """Whether a verb can be seen of its doers together with what follows it.

    Args:
        base: The verb's base form, with its fixed words.
        doers: Who is to do it; things do what they are said to be done with.
        following: The chunk that comes after the verb.
        after: The words that come after it.
    """
    alive = [item for item in doers if item.kind != "thing"]
    if after and after[0] in actions.UNSEEN_PARTICLES.get(base, ()):
        return not doers
    if base == "follow":
        return not doers
    unseen = actions.UNSEEN_WITH.get(base, frozenset())
    if alive and not unseen.isdisjoint(after[:2]):
        return False
    if following is None or following.kind not in {"noun", "stranger"}:
        return True
    return not alive or _is_done_to(base, alive, following, unseen)


def _is_done_to(
    base: str, alive: Sequence[Wanted], following: Chunk, unseen: Collection[str]
) -> bool:
    """Whether the verb can be seen of people or animals with the object that follows."""
    noun, known = following.value, following.kind == "noun"
    is_animal = noun in THINGS and THINGS[noun].kind == "animal"
    if base == "cross" and noun in WET_PLACES:
        return False
    if (
        base == "park"
        or base in actions.UNSEEN_WITH_OBJECT
        or noun in unseen
        or following.entry in unseen
    ):
        return False
    if base == "clean":
        return following.meaning == "place" or bool({noun, following.entry} & actions.SWEPT)
    if base == "make" and (following.entry == "bed" or not known):
        # It is not carpentry.
        return False
    if base == "pass":
        return not any(item.holding == noun for item in alive)
    if base == "put on":
        return any(item.wearing for item in alive)
    if base == "play" and noun in THINGS and THINGS[noun].kind == "music":
        in_hands = any(noun in {item.holding, item.action} for item in alive)
        return in_hands or THINGS[noun].stands_on != "surface"
    if known and base in {"do", "take"} and following.entry not in actions.DOING[base]:
        return any(item.holding == noun or item.action not in _IDLE for item in alive)
    if base in {"eat", "call"} and is_animal:
        return any(noun in food_drawn(item.noun, item.action) for item in alive if _is_animal(item))
    return base not in {"lay", "feed"} or not any(map(_is_animal, alive))


def _is_animal(item: Wanted) -> bool:
    return item.kind == "animal"


def is_done(base: str, doers: Sequence[Wanted], wish: Wish) -> bool:
    """Whether the doers of a verb do it, or nothing can be seen of it anyway.

    Args:
        base: The verb's base form, with its fixed words.
        doers: Who is to do it; none where it is nobody that is drawn.
        wish: All that is asked for.
    """
    if base in actions.EMPTY or base in actions.OF_THINGS:
        return True
    if base in actions.OF_LIFELESS and doers and all(item.kind == "thing" for item in doers):
        return True
    if any(_animal_does(base, item) for item in doers if item.kind == "animal"):
        return True
    done = {item.action for item in doers} | {item.posture for item in doers}
    done |= {"sit_ground" for item in doers if item.posture == "floor"}
    with_object = actions.DOING.get(base, {}).values()
    if any(action in done and _is_shown_as(base, action) for action, _ in with_object):
        return True
    if base == "build" and "kneel" in done:
        return any(item.noun in _BUILT for item in wish.wanted)
    if base in actions.LOOSE:
        return base == "pick" and any(item.holding in actions.PICKED for item in doers)
    action, _ = actions.PHRASES.get(base) or (actions.VERBS.get(base, ""), None)
    if (action == "stand" and bool(doers)) or {action, base} & done:
        return True
    if base == "fly" and any(is_in_the_air(item) for item in doers):
        return True
    return _is_shown_by(base, action, doers, wish)


def _is_shown_as(verb: str, action: str) -> bool:
    """Whether the action is what the verb says, and not only near to it."""
    return verb not in actions.LOOSE or action != actions.VERBS.get(verb)


def _animal_does(base: str, item: Wanted) -> bool:
    """Whether an animal is drawn in the pose for the verb, or in one that passes for it."""
    if base in actions.LOOSE and base not in animals.VERBS:
        return False
    of_people, _ = actions.PHRASES.get(base) or (actions.VERBS.get(base, ""), None)
    action = action_of_verb(base, of_people)
    return bool(action) and item.action in {action, *poses_for(item.noun, action)}


def is_in_the_air(item: Wanted) -> bool:
    """Whether it flies, or hangs in the sky."""
    flies = item.kind == "animal" and item.action == "fly"
    return flies or (item.noun in THINGS and THINGS[item.noun].stands_on == "air")


def _is_shown_by(base: str, action: str, doers: Sequence[Wanted], wish: Wish) -> bool:
    """Whether a face, clothes, a look or something in a hand shows it."""
    done = {item.action or "" for item in doers} | {item.posture or "" for item in doers}
    held = {item.holding for item in doers if item.holding}
    doing = actions.DOING.get(base, {}).values()
    if any(known in done or (thing or "") in held for known, thing in doing):
        return True
    if base in {"laugh", "smile"}:
        return any(item.feeling == "happy" for item in doers)
    if base in actions.DRESSING:
        return any(item.wearing for item in doers)
    if base == "make":
        return "kneel" in done
    if action == "look":
        return any(link.relation == "looking at" for link in wish.links)
    return action in {"hold", "carry"} and bool(held or "hold_hands" in done)
