"""What one body does when a prompt tells it one thing more to do."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from imagespeak_core.generators.illustrator.scene import Posture, Wanted
from imagespeak_core.generators.illustrator.words import actions, people
from imagespeak_core.generators.illustrator.words.animal_actions import action_drawn

Acting = tuple[Wanted, bool]
"""Who does it as well, and whether what was told is shown with them."""


def pose_animal(item: Wanted, action: str) -> Acting:
    """Gives an animal its pose, as far as there is a drawing of it."""
    drawn = action_drawn(item.noun, action)
    if drawn and item.action in {None, "stand"}:
        return replace(item, action=drawn), True
    return item, drawn is not None


def let_person_act(item: Wanted, action: str, *, first: bool) -> Acting:
    """Lets a person do something beside what they do; `first` is the first verb of a clause."""
    before = item.action or ""
    implied = before == people.IMPLIED_ACTION.get(item.noun)
    if not action or action == before:
        return item, True
    if before == "wheelchair":
        seated = action in actions.POSES
        return item if seated else replace(item, action=action, posture="wheelchair"), True
    if action == "wheelchair" and before and not implied and before not in actions.POSES:
        return replace(item, posture="wheelchair"), True
    if before in actions.LEGS and action in actions.POSES:
        return item, True
    if action == "sing" and item.holding in {"guitar", "violin"}:
        return replace(item, action=item.holding), False
    posture, other = _together(before, action)
    if posture is not None and not implied:
        return replace(item, action=other, posture=item.posture or posture), True
    if first or not before or before in actions.POSES or implied:
        return replace(item, action=action), True
    return item, action in actions.POSES


def _together(one: str, two: str) -> tuple[Posture | None, str]:
    """What legs and hands do at once, such as "walk" and "phone"; else no posture."""
    for legs, hands in ((one, two), (two, one)):
        if legs in actions.LEGS and hands in actions.HANDS:
            return cast(Posture, "floor" if legs == "sit_ground" else legs), hands
    return None, two
