"""A body in a pose: every joint in metres, the lowest point on the ground, the hips over x = 0."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, dist, radians, sin
from typing import Literal

from imagespeak_core.generators.illustrator.drawing.svg import Point
from imagespeak_core.generators.illustrator.figures.body import Body
from imagespeak_core.generators.illustrator.figures.poses import Gesture, Limb, Reach, Stance
from imagespeak_core.generators.illustrator.figures.reaching import bone, reach

View = Literal["side", "front", "back"]

SIDE_DEPTH = 0.5
"""How far apart shoulders and hips stand when the body faces right, as a share of the front."""


@dataclass(frozen=True)
class Arm:
    """An arm's joints; the grip is where the hand holds."""

    shoulder: Point
    elbow: Point
    wrist: Point
    grip: Point
    thumb: float
    """1 where the thumb is anticlockwise of the hand, else -1."""


@dataclass(frozen=True)
class Leg:
    """A leg's joints, and how far its toes point down, in degrees."""

    hip: Point
    knee: Point
    ankle: Point
    foot: float
    side: float


@dataclass(frozen=True)
class Skeleton:
    """All joints of one person."""

    body: Body
    view: View
    pelvis: Point
    bend: Point
    """Where the spine is pulled to between pelvis and neck."""
    neck: Point
    head: Point
    """The middle of the head."""
    head_turn: float
    """Degrees clockwise."""
    near_arm: Arm
    far_arm: Arm
    near_leg: Leg
    far_leg: Leg

    def torso(self, across: float, up: float) -> Point:
        """A point of the trunk: `across` metres forwards, `up` 0 at the hips, 1 at the neck."""
        inner = min(max(up, 0.0), 1.0)
        a, b, c = (1 - inner) ** 2, 2 * inner * (1 - inner), inner**2
        x = a * self.pelvis[0] + b * self.bend[0] + c * self.neck[0]
        y = a * self.pelvis[1] + b * self.bend[1] + c * self.neck[1]
        along = (
            (1 - inner) * (self.bend[0] - self.pelvis[0]) + inner * (self.neck[0] - self.bend[0]),
            (1 - inner) * (self.bend[1] - self.pelvis[1]) + inner * (self.neck[1] - self.bend[1]),
        )
        length = dist((0, 0), along)
        ux, uy = along[0] / length, along[1] / length
        beyond = (up - inner) * self.body.torso
        return (x - uy * across + ux * beyond, y + ux * across + uy * beyond)

    def on_head(self, across: float, down: float) -> Point:
        """A point of the head, in head heights from its middle."""
        turn, size = radians(self.head_turn), self.body.head
        return (
            self.head[0] + size * (across * cos(turn) - down * sin(turn)),
            self.head[1] + size * (across * sin(turn) + down * cos(turn)),
        )


def pose(body: Body, view: View, stance: Stance, gesture: Gesture) -> Skeleton:
    """Every joint of that body in that stance, doing that gesture."""
    hanging = _pose_at((0.0, 0.0), body, view, stance, gesture)
    if stance.base == "bicycle":
        return _on_bicycle(body, stance, gesture)
    if stance.base == "water":
        return _pose_at((-0.2 * body.stature, 0.13 * body.stature), body, view, stance, gesture)
    down = -lowest(hanging) - stance.lift * body.stature
    x = 0.0 if abs(stance.lean) < 60 else -(hanging.head[0] + hanging.near_leg.ankle[0]) / 2
    return _pose_at((x, down), body, view, stance, gesture)


def lowest(skeleton: Skeleton) -> float:
    """The y of the lowest point of shoes, knees, hands and seat (greatest, as y grows down)."""
    body = skeleton.body
    points = [skeleton.pelvis[1] + body.leg_radii[0] * 1.05]
    if skeleton.neck[1] > skeleton.pelvis[1] - 0.3 * body.torso:
        points += [skeleton.head[1] + body.head * (body.face_width + 0.07)]
        points += [skeleton.neck[1] + body.chest * 0.9, skeleton.pelvis[1] + body.hip * 0.85]
        points += [
            arm.elbow[1] + body.arm_radii[1] for arm in (skeleton.near_arm, skeleton.far_arm)
        ]
        points += [arm.grip[1] + body.hand * 0.3 for arm in (skeleton.near_arm, skeleton.far_arm)]
    for leg in (skeleton.near_leg, skeleton.far_leg):
        points += [
            leg.knee[1] + body.leg_radii[1],
            *(y for _, y in soles(body, leg, skeleton.view)),
        ]
    return max(points)


def soles(body: Body, leg: Leg, view: View) -> tuple[Point, Point]:
    """Heel and toe, on the ground when the person stands on that foot."""
    turn = radians(leg.foot)
    heel, toe = (-0.22, 0.64) if view == "side" else (0.0, 0.0)

    def turned(x: float, y: float) -> Point:
        return (
            leg.ankle[0] + x * cos(turn) - y * sin(turn),
            leg.ankle[1] + x * sin(turn) + y * cos(turn),
        )

    if view != "side":
        return (leg.ankle[0], leg.ankle[1] + body.ankle), (leg.ankle[0], leg.ankle[1] + body.ankle)
    return turned(heel * body.foot, body.ankle), turned(toe * body.foot, body.ankle)


def _pose_at(pelvis: Point, body: Body, view: View, stance: Stance, gesture: Gesture) -> Skeleton:
    """The pose with the middle of the hips at `pelvis`."""
    lean = stance.lean + gesture.lean
    up = (sin(radians(lean)), -cos(radians(lean)))
    neck = (pelvis[0] + up[0] * body.torso, pelvis[1] + up[1] * body.torso)
    curl = stance.curl * body.torso
    bend = (
        (pelvis[0] + neck[0]) / 2 + up[1] * curl * 2,
        (pelvis[1] + neck[1]) / 2 - up[0] * curl * 2,
    )
    turn = stance.head + gesture.head + (lean * 0.3 if abs(lean) < 40 else 0.0)
    rise = body.neck + body.head / 2
    tilt = radians(turn * 0.6 + lean * 0.4)
    head = (neck[0] + sin(tilt) * rise, neck[1] - cos(tilt) * rise)
    legs = [_leg(pelvis, body, view, stance, near) for near in (True, False)]
    resting = Arm(neck, neck, neck, neck, 1.0)
    still = Skeleton(body, view, pelvis, bend, neck, head, turn, resting, resting, legs[0], legs[1])
    return replace(
        still,
        near_arm=_arm(still, gesture.near or stance.near_arm, near=True),
        far_arm=_arm(still, gesture.far or stance.far_arm, near=False),
    )


def _side(view: View, near: bool) -> float:
    """1 where angles grow to the right, -1 where they grow to the left."""
    return -1.0 if near and view != "side" else 1.0


def _leg(pelvis: Point, body: Body, view: View, stance: Stance, near: bool) -> Leg:
    side = _side(view, near)
    thigh, shin = stance.near_leg if near else stance.far_leg
    foot = stance.near_foot if near else stance.far_foot
    apart = body.hip * 0.16 if view == "side" else body.hip - body.leg_radii[0] * 1.05
    hip = (pelvis[0] + (-apart if near else apart), pelvis[1])
    knee = bone(hip, side * thigh, body.thigh * stance.thighs[not near])
    ankle = bone(knee, side * shin, body.shin * stance.shins[not near])
    return Leg(hip, knee, ankle, foot, side)


def _arm(still: Skeleton, limb: Limb, *, near: bool) -> Arm:
    body, side = still.body, _side(still.view, near)
    apart = body.shoulder * (SIDE_DEPTH if still.view == "side" else 1.0)
    up = 0.87 if still.view == "side" else 0.84
    shoulder = still.torso(-apart if near else apart, up)
    palm, length = body.hand * 0.5, body.upper_arm
    if isinstance(limb, Reach):
        target = anchor(still, limb, near)
        length *= limb.upper
        upper, lower = reach(shoulder, target, length, body.forearm + palm, -1.0)
        if still.view != "side":
            other = reach(shoulder, target, length, body.forearm + palm, 1.0)
            low = limb.anchor in {"mouth", "foot"}
            upper, lower = max((upper, lower), other, key=lambda way: _elbow(way[0], side, low))
    else:
        upper, lower = side * limb[0], side * limb[1]
    elbow = bone(shoulder, upper, length)
    wrist = bone(elbow, lower, body.forearm)
    hanging = still.view != "side" and cos(radians(lower)) > 0.5
    thumb = -side if hanging else side
    return Arm(shoulder, elbow, wrist, bone(wrist, lower, palm), thumb)


def _elbow(angle: float, side: float, low: bool) -> float:
    """How well an elbow lies that is seen from the front: low, or else out to the side."""
    return cos(radians(angle)) if low else side * sin(radians(angle))


def anchor(still: Skeleton, place: Reach, near: bool) -> Point:
    """Where a hand goes that reaches for `place`."""
    body, side = still.body, _side(still.view, near)
    half = body.chest if still.view == "side" else 0.0
    front = still.view != "side"
    x, y = {
        "mouth": still.on_head(0.0 if front else 0.3, 0.3),
        "eyes": still.on_head(0.0 if front else 0.38, 0.06),
        "ear": still.on_head(side * 0.42 if front else -0.24, 0.12),
        "chest": still.torso(half * 0.8, 0.68),
        "belly": still.torso(half * 0.8, 0.34),
        "knee": still.near_leg.knee if near else still.far_leg.knee,
        "foot": (0.0, 0.0),
    }[place.anchor]
    size = body.stature
    return (
        x + side * place.x * size,
        y + place.y * size - (body.leg_radii[1] if place.anchor == "knee" else 0.0),
    )


def _on_bicycle(body: Body, stance: Stance, gesture: Gesture) -> Skeleton:
    """Hips over the saddle, feet on the pedals, hands on the handlebar."""
    leg = body.leg
    seated = _pose_at((-0.28 * leg, -1.03 * leg), body, "side", stance, gesture)
    crank, height = 0.17 * leg, body.ankle
    pedals = (
        (0.0 + crank * 0.94, -0.33 * leg - crank * 0.34),
        (-crank * 0.94, -0.33 * leg + crank * 0.34),
    )
    legs = []
    for old, (x, y) in zip((seated.near_leg, seated.far_leg), pedals, strict=True):
        ankle = (x - 0.14 * body.foot, y - height)
        thigh, shin = reach(old.hip, ankle, body.thigh, body.shin, 1.0)
        knee = bone(old.hip, thigh, body.thigh)
        legs.append(Leg(old.hip, knee, bone(knee, shin, body.shin), 0.0, 1.0))
    grip = (0.45 * leg, -1.13 * leg)
    arms = []
    for arm, limb in ((seated.near_arm, gesture.near), (seated.far_arm, gesture.far)):
        if limb is not None:
            arms.append(arm)
            continue
        palm = body.hand * 0.5
        upper, lower = reach(arm.shoulder, grip, body.upper_arm, body.forearm + palm, -1.0)
        elbow = bone(arm.shoulder, upper, body.upper_arm)
        wrist = bone(elbow, lower, body.forearm)
        arms.append(Arm(arm.shoulder, elbow, wrist, bone(wrist, lower, palm), 1.0))
    return replace(seated, near_leg=legs[0], far_leg=legs[1], near_arm=arms[0], far_arm=arms[1])
