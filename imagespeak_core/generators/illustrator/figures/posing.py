"""From what a person does and holds to a stance, a gesture and the hands that hold."""

from __future__ import annotations

from dataclasses import dataclass, replace

from imagespeak_core.generators.illustrator.figures.front_gestures import FRONT_GESTURES
from imagespeak_core.generators.illustrator.figures.gestures import GESTURES
from imagespeak_core.generators.illustrator.figures.poses import (
    ACTIONS,
    USUALLY_HELD,
    Gesture,
    Grip,
    Stance,
)
from imagespeak_core.generators.illustrator.figures.skeleton import View
from imagespeak_core.generators.illustrator.figures.stances import FRONT_STANCES, STANCES
from imagespeak_core.generators.illustrator.things.catalog import HELD

_FREE = frozenset({"rest", "hips", "look", "hold", "hang", "hang both", "eat", "drink", "lug"})
"""Gestures that give way to the way in which a held thing is held."""

_ONLY_WITH = frozenset(
    "phone brush_teeth write sweep guitar violin fish knit cards skip basketball".split()
)
"""What is done with its own thing in the hands, or not at all."""


@dataclass(frozen=True)
class Plan:
    """How a person is posed."""

    posture: str
    view: View
    stance: Stance
    gesture: Gesture


def plan(
    action: str, posture: str | None, view: View, held: str | None, *, old: bool = False
) -> Plan:
    """The pose of an action.

    A posture ("sit", "walk", "floor" …) replaces the action's own legs. From the front and the
    back only what can be seen there is shown; any other pose turns to the side.
    """
    stance_name, gesture_name = ACTIONS[action]
    stance_name, held = posture or stance_name, held or USUALLY_HELD.get(action)
    if held == "spoon" and gesture_name == "eat":
        gesture_name = "dine"
    if held and gesture_name in _FREE:
        gesture_name = HELD[held].gesture
    if stance_name not in FRONT_STANCES or gesture_name not in FRONT_GESTURES:
        view = "side"
    seen_in_front = view != "side"
    stance = (FRONT_STANCES if seen_in_front else STANCES)[stance_name]
    gesture = (FRONT_GESTURES if seen_in_front else GESTURES)[gesture_name]
    if held:
        other = action in _ONLY_WITH and action not in HELD[held].shown_by
        gesture = _beside(gesture, held, view) if other else _holding(gesture, held)
    if old and not seen_in_front and abs(stance.lean) < 20:
        stance = replace(stance, lean=stance.lean + 4, curl=stance.curl + 0.04)
    return Plan(stance_name, view, stance, gesture)


def _beside(gesture: Gesture, held: str, view: View) -> Gesture:
    """The gesture with that thing too, if the far hand is free for it."""
    if len(gesture.holds) > 1 or gesture.holds[0].hand != "near" or gesture.far is not None:
        return gesture
    name = HELD[held].gesture
    usual = GESTURES[name] if view == "side" else FRONT_GESTURES.get(name, FRONT_GESTURES["hold"])
    both = (*gesture.holds, Grip(held, "far"))
    return replace(gesture, holds=both, far=usual.near, far_hand="fist")


def _holding(gesture: Gesture, held: str) -> Gesture:
    """The gesture with that thing in the hand that carries."""
    if any(grip.kind == held for grip in gesture.holds):
        return gesture
    if gesture.holds:
        first = gesture.holds[0].kind
        return replace(
            gesture,
            holds=tuple(
                replace(grip, kind=held) if grip.kind == first else grip for grip in gesture.holds
            ),
        )
    holding = replace(gesture, holds=(Grip(held, gesture.carry),))
    if gesture.carry == "far":
        return replace(holding, far_hand="fist")
    return replace(holding, near_hand="fist")
