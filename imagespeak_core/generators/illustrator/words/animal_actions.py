"""What an animal can be drawn doing."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.words import animals

_TOLD_ANYWAY = frozenset({"fly", "swim"})


def action_drawn(noun: str, action: str) -> str | None:
    """The pose that an animal takes for an action; None when it has no drawing for it."""
    if action in animals.AS_USUAL:
        return action
    thing = THINGS[noun]
    poses = {pose.action for pose in thing.poses} | {thing.usual, "stand"}
    return next((pose for pose in poses_for(noun, action) if pose in poses), None)


def poses_for(noun: str, action: str) -> tuple[str, ...]:
    """The poses that pass for an action, the best first; birds sit as they stand."""
    poses = animals.INSTEAD.get(action, (action,))
    flies = any(pose.action == "fly" for pose in THINGS[noun].poses)
    return (*poses, "stand") if action == "sit" and flies else poses


def food_drawn(noun: str, action: str | None) -> frozenset[str]:
    """The nouns for what the drawing of an animal that eats or drinks shows with it."""
    if action == "drink":
        return animals.DRUNK
    poses = (pose for pose in THINGS[noun].poses if pose.action == action)
    kinds = frozenset(pose.food for pose in poses if pose.food)
    named = (animals.FOOD.get(kind, frozenset()) for kind in kinds)
    return kinds.union(*named, animals.ANY_FOOD) if kinds else frozenset()


def action_of_verb(base: str, action: str) -> str:
    """What an animal does for a verb whose action of people is known."""
    return animals.VERBS.get(base, action)


def usual_action(noun: str) -> str | None:
    """What is told of an animal of which the prompt says nothing."""
    usual = THINGS[noun].usual
    return usual if usual in _TOLD_ANYWAY else None
