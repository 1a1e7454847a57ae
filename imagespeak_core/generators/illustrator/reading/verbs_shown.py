"""Tells whether a verb is shown by those who are to do it: by a pose, a face or what they hold."""

from __future__ import annotations

from collections.abc import Sequence

from imagespeak_core.generators.illustrator.scene import Wanted, Wish
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.words import actions
from imagespeak_core.generators.illustrator.words.animal_actions import action_of_verb, poses_for

_BUILT = having("built by hand")


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
