"""How two people stand who touch each other: how far apart, and where their hands go."""

from __future__ import annotations

import math
from dataclasses import replace

from imagespeak_core.generators.illustrator.drawing.svg import Point
from imagespeak_core.generators.illustrator.figures.body import Body
from imagespeak_core.generators.illustrator.figures.person import (
    Person,
    body_of_person,
    skeleton_of,
    stature_m,
)

Met = tuple[float, Person, Person]
"""How far apart they are in metres, and both of them; each faces the other."""

_BENDS_FROM = 0.25
"""How much taller one is, in metres, who bends down to the other."""
_ON_BACK = 0.8
"""How far back a hand lies on somebody's back, as a share of the trunk's depth."""


def embrace(one: Person, other: Person) -> Met:
    """Chest to chest, the hands on each other's back."""
    one, other = (replace(who, action="embrace", view="side", held=None) for who in (one, other))
    gap = _close(one, other)
    return gap, _around(one, other, gap), _around(other, one, gap)


def _close(one: Person, other: Person) -> float:
    """The distance at which two touch; who is small stands at the chest of who is tall."""
    bodies = body_of_person(one), body_of_person(other)
    heads = sum(body.head * body.face_width for body in bodies)
    low, high = sorted(bodies, key=lambda body: body.stature)
    if high.stature - low.stature > _BENDS_FROM:
        return high.chest + low.head * low.face_width
    return max(heads * 0.98, 0.9 * (low.chest + high.chest))


def _around(one: Person, other: Person, gap: float) -> Person:
    """The first one with both hands on the back of the second."""
    bones, its = skeleton_of(one), skeleton_of(other)
    height = its.pelvis[1] - bones.near_arm.shoulder[1]
    up = min(0.78, max(0.14, height / its.body.torso - 0.1))
    x, y = its.torso(-its.body.chest * _ON_BACK, up)
    return replace(one, near_to=(gap - x, y), far_to=(gap - x, y + 0.14 * its.body.torso))


def shake_hands(one: Person, other: Person) -> Met:
    """The one's near hand in the other's far hand, half-way between them."""
    gap, hand = 0.42 * _mean(one, other), -0.56 * _mean(one, other)
    return (
        gap,
        replace(_facing(one, "shake_hands"), near_to=(gap / 2, hand)),
        replace(_facing(other, "shake_hands"), far_to=(gap / 2, hand)),
    )


def hold_hands(one: Person, other: Person) -> Met:
    """Side by side, seen from the front, with the inner hands together."""
    bodies = body_of_person(one), body_of_person(other)
    hand = -0.435 * max(body.stature for body in bodies)
    apart = [body.shoulder + _arm_out(body, hand) for body in bodies]
    posed = [
        replace(
            who,
            action="hold_hands",
            posture="walk" if who.posture == "walk" else None,
            view="front",
            held=None,
            far_to=(away, hand),
        )
        for who, away in zip((one, other), apart, strict=True)
    ]
    return sum(apart), posed[0], posed[1]


def sit_close(one: Person, other: Person, *, hugging: bool) -> Met:
    """Side by side on a seat, seen from the front, hand in hand or with an arm on the other."""
    posed = [
        replace(
            who,
            action="embrace_seated" if hugging else "hold_hands",
            posture="sit",
            view="front",
            held=None,
        )
        for who in (one, other)
    ]
    bones = [skeleton_of(who) for who in posed]
    gap = (0.94 if hugging else 1.12) * sum(its.body.shoulder for its in bones)
    reached = []
    for who, own, its in zip(posed, bones, reversed(bones), strict=True):
        hand = (gap / 2, own.pelvis[1] - 0.02)
        chest = its.torso(0.0, 0.5)[1] - its.pelvis[1] + own.pelvis[1]
        shoulder = (gap + 0.2 * its.body.shoulder, chest)
        reached.append(replace(who, far_to=shoulder if hugging else hand))
    return gap, reached[0], reached[1]


def _arm_out(body: Body, hand: float) -> float:
    """How far beside the shoulder a hand at that height is when the arm is nearly straight."""
    down = body.leg + 0.84 * body.torso + hand
    length = 0.98 * (body.upper_arm + body.forearm + 0.5 * body.hand)
    return min(0.6 * length, math.sqrt(max(0.0, length**2 - down**2)))


def quarrel(one: Person, other: Person) -> Met:
    """Face to face with angry looks, each pointing at the other."""
    return 0.78 * _mean(one, other), _facing(one, "argue"), _facing(other, "argue")


def fight(one: Person, other: Person) -> Met:
    """Each has hold of the other's shoulder and chest, and pushes."""
    one, other = _facing(one, "fight"), _facing(other, "fight")
    gap = 0.43 * _mean(one, other)
    return gap, _grabbing(one, other, gap), _grabbing(other, one, gap)


def _grabbing(one: Person, other: Person, gap: float) -> Person:
    its = skeleton_of(other)
    (x, y), (across, down) = its.near_arm.shoulder, its.torso(its.body.chest * 0.7, 0.55)
    return replace(one, near_to=(gap - x, y + 0.02), far_to=(gap - across, down))


def give(one: Person, other: Person) -> Met:
    """The one holds something out, for which the other puts out both hands."""
    gap, hand = 0.6 * _mean(one, other), -0.6 * _shorter(one, other)
    giving = replace(_facing(one, "give"), held=one.held, near_to=(gap * 0.5, hand))
    taken: Point = (gap * 0.36, hand + 0.04)
    taking = replace(_facing(other, "take"), near_to=taken, far_to=(gap * 0.4, hand + 0.02))
    return gap, giving, taking


def dance(one: Person, other: Person) -> Met:
    """Close together, one hand on the other's back and one raised with the other's."""
    one, other = _facing(one, "waltz"), _facing(other, "waltz")
    gap, hand = 1.15 * _close(one, other), -0.86 * _shorter(one, other)
    posed = [
        replace(_around(who, whom, gap), near_to=(gap / 2, hand))
        for who, whom in ((one, other), (other, one))
    ]
    return gap, posed[0], posed[1]


def _facing(one: Person, action: str) -> Person:
    return replace(one, action=action, posture=None, view="side", held=None)


def _mean(one: Person, other: Person) -> float:
    return (stature_m(one) + stature_m(other)) / 2


def _shorter(one: Person, other: Person) -> float:
    return min(stature_m(one), stature_m(other))
