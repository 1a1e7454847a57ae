"""How much room a posed body takes, with what it holds and rides."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.figures.held import held_box
from imagespeak_core.generators.illustrator.figures.posing import Plan
from imagespeak_core.generators.illustrator.figures.skeleton import Skeleton
from imagespeak_core.generators.illustrator.things.catalog import HELD

Extent = tuple[float, float, float, float]
"""Left, top, right, bottom in metres, y down."""


def bounds(
    bones: Skeleton, plan: Plan, *, action: str, hat: str = "", backpack: bool = False
) -> Extent:
    """The box around everything that is drawn."""
    body = bones.body
    if plan.stance.base == "water":
        front = 0.23 * body.stature + body.head * 0.35
        return (-0.58 * body.stature, -body.head * 1.1, max(front, 0.5 * body.stature), 0.0)
    boxes = [_limbs(bones), *(_held(bones, plan, at) for at in range(len(plan.gesture.holds)))]
    if hat in _HATS:
        boxes.append(_hat(bones, *_HATS[hat]))
    if backpack and bones.view == "side":
        x, y = bones.torso(-body.chest - body.torso * 0.34, 0.5)
        boxes.append((x, y, x, 0.0))
    if plan.stance.base == "bicycle":
        boxes.append((-0.92 * body.leg, -1.14 * body.leg, 1.1 * body.leg, 0.0))
    if plan.posture == "wheelchair":
        boxes.append((-0.44 * body.leg, -0.8 * body.leg, 0.36 * body.leg, 0.0))
    if action == "kick":
        toe = bones.near_leg.ankle[0] + body.foot * 1.25
        boxes.append((toe, -0.22, toe + 0.17, 0.0))
    left, top, right, _ = (
        pick(side) for pick, side in zip(_PICKS, zip(*boxes, strict=True), strict=True)
    )
    grounded = any(HELD[grip.kind].below for grip in plan.gesture.holds)
    return (left, top, right, 0.0 if grounded else -plan.stance.lift * body.stature)


_PICKS = (min, min, max, max)


def _limbs(bones: Skeleton) -> Extent:
    body = bones.body
    half, palm = body.head * 0.56, body.hand * 0.7
    x, y = bones.head
    xs, ys = [x - half, x + half], [y - half]
    for arm in (bones.near_arm, bones.far_arm):
        xs += [at[0] + side * palm for at in (arm.elbow, arm.grip) for side in (-1, 1)]
        ys += [arm.elbow[1] - palm, arm.grip[1] - palm]
    for leg in (bones.near_leg, bones.far_leg):
        wide = body.leg_radii[1] * 1.2
        xs += [leg.knee[0] - wide, leg.knee[0] + wide]
        xs += [leg.ankle[0] - body.foot * 0.3, leg.ankle[0] + body.foot * 0.7]
    xs += [bones.pelvis[0] - body.hip, bones.pelvis[0] + body.hip]
    return (min(xs), min(ys), max(xs), 0.0)


_HATS = {
    "toque": (0.45, 1.1),
    "crown": (0.44, 0.84),
    "clown wig": (0.7, 0.76),
    "beanie": (0.45, 0.79),
    "sun hat": (0.78, 0.66),
    "straw hat": (0.8, 0.66),
    "fire helmet": (0.68, 0.68),
    "police cap": (0.54, 0.7),
    "nurse cap": (0.42, 0.74),
}
"""How far a hat reaches to either side and up, in head heights from the middle of the head."""


def _hat(bones: Skeleton, wide: float, up: float) -> Extent:
    points = [bones.on_head(side * wide, down) for side in (-1, 1) for down in (-0.2, -up)]
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys), max(xs), 0.0)


def _held(bones: Skeleton, plan: Plan, at: int) -> Extent:
    left, top, right, _ = held_box(bones, plan.gesture.holds[at])
    return (left, top, right, 0.0)
