"""When a relation between two bodies can be seen: one condition for each.

A learner who looks at the picture would agree with each of them:

    left of, right of       beside each other in the picture: hardly anything of the one is over or
                            under the other, and they are farther apart across than up and down
    above, below, under     the one is off the ground, over the other, and ends where that begins;
                            or the other is between its legs, or below its crown
    in front of, behind     the one is clearly nearer, in line with the other and not far before it;
                            if one is off the ground, it covers some of the other
    next to                 hardly a gap between them, at about the same distance
    with                    the same with a larger gap
    on, in                  its foot is over the other; most of it is inside the other
    between                 in the middle part of the way from the one to the other
    looking at              the face is turned to it

Who kneels is in front of somebody, too, who is next to them and before their eyes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from imagespeak_core.generators.illustrator.grouping.beside import CROWNED, STEM
from imagespeak_core.generators.illustrator.scene import Relation
from imagespeak_core.generators.illustrator.scenery.stage import Box
from imagespeak_core.generators.illustrator.seeing.bodies import Body
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having

_APART = 0.25
"""Of two that are beside each other at most this share of the narrower is over the other."""
_LEVEL = 0.6
"""How much farther apart across than up and down they are at the least."""
_IN_LINE = 0.3
"""The same share of two in one line, at the least."""
_INTO = 0.15
"""How far into the other, as a share of its height, what is above it may reach."""
_NEARER_M = 0.12
"""How much lower in the picture the feet of who is clearly nearer are."""
_BEFORE_M, _BEFORE = 0.4, 0.5
"""How far below the other's feet who stands in front of it begins at the most: in metres, or as a
share of the larger height."""
_GAP_M, _GAP = 0.6, 0.3
"""How wide a gap may be, in metres and as a share of the smaller width, whichever is more."""
_COMPANY = 4.0
"""How many times that between those who are with each other."""
_SAME_DEPTH_M, _SAME_DEPTH, _LARGEST_M = 0.35, 0.5, 0.9
"""How far apart feet may be: in metres, as a share of the larger height, and at the most."""
_BENEATH_M = 0.35
"""How far apart the feet of two are of whom the one is under or on the other."""
_COVERED = 0.12
"""How far below the top of a table or a tree who is under it begins, as a share of its height."""
_TOUCH, _HALF = 0.12, 0.5
"""How far beyond the top or the foot of what it is on its own foot may be, as a share of that
height; how much of the narrower of the two is over the other."""
_CARRIES = 0.5
"""How wide what carries an animal or a thing is at the least, as a share of its width."""
_INSIDE = 0.55
_MIDDLE = (0.2, 0.8)
_FACED = 0.5
"""How far beyond the looker's middle what is looked at begins, as a share of the looker's width."""
_COVERS = having("open below") | having("seen through") | having("sat at") | CROWNED


def _shared_across(one: Box, other: Box) -> float:
    """How much of the narrower one is over or under the other, as a share of its width."""
    common = min(one.right, other.right) - max(one.left, other.left)
    return max(0.0, common) / max(1.0, min(one.right - one.left, other.right - other.left))


def _gap_across(one: Box, other: Box) -> float:
    return max(one.left, other.left) - min(one.right, other.right)


def _gap_down(one: Box, other: Box) -> float:
    return max(one.top, other.top) - min(one.bottom, other.bottom)


def _metre(one: Body, other: Body) -> float:
    return (one.metre_px + other.metre_px) / 2


def left_of(one: Body, other: Body) -> bool:
    """Whether it is beside the other, on its left in the picture."""
    across, down = other.x - one.x, abs(other.y - one.y)
    apart = _shared_across(one.box, other.box) <= _APART
    return apart and across > 0 and across >= _LEVEL * down


def right_of(one: Body, other: Body) -> bool:
    """Whether it is beside the other, on its right in the picture."""
    return left_of(other, one)


def above(one: Body, other: Body) -> bool:
    """Whether it is off the ground and over the other, or the other is beneath it."""
    return _over(one, other) or beneath(other, one)


def below(one: Body, other: Body) -> bool:
    """Whether the other is above it."""
    return above(other, one)


def _over(one: Body, other: Body) -> bool:
    if not one.raised or _shared_across(one.box, other.box) < _IN_LINE:
        return False
    return one.box.bottom <= other.box.top + _INTO * other.height


def beneath(one: Body, other: Body) -> bool:
    """Whether it is between the legs of the other, or below its crown."""
    if other.noun not in _COVERS or one.raised or other.raised:
        return False
    if one.width > other.width or one.height > other.height:
        return False
    within = other.whole.left <= one.x <= other.whole.right
    close = abs(one.foot_px - other.foot_px) <= _BENEATH_M * other.metre_px
    return within and close and one.whole.top >= other.whole.top + _COVERED * other.height


def _stem(body: Body) -> Box:
    """The whole; of what has a crown, what carries it."""
    if body.noun not in CROWNED:
        return body.whole
    middle, half = (body.whole.left + body.whole.right) / 2, STEM * body.height
    return Box(middle - half, body.whole.top, middle + half, body.whole.bottom)


def in_front_of(one: Body, other: Body) -> bool:
    """Whether it is clearly nearer than the other, in line with it and not far before it."""
    if one.afloat or _shared_across(_stem(one), _stem(other)) < _IN_LINE:
        return False
    metre = _metre(one, other)
    far = max(_BEFORE_M * metre, _BEFORE * max(one.height, other.height))
    far = 0.0 if one.raised or other.raised else far
    near = _gap_down(one.whole, other.whole) <= far and _gap_across(one.box, other.box) <= 0.0
    return near and one.foot_px - other.foot_px >= _NEARER_M * metre


def behind(one: Body, other: Body) -> bool:
    """Whether the other is in front of it."""
    return in_front_of(other, one)


def _within(one: Body, other: Body, times: float) -> bool:
    """Whether the gap between the two is small, and they are at about the same distance."""
    metre = _metre(one, other)
    gap = max(_GAP_M * metre, _GAP * min(one.width, other.width))
    if one.afloat or other.afloat:  # In the sky no metre tells how near two are.
        gap = min(one.width, other.width)
    if _gap_across(one.whole, other.whole) > times * gap or _gap_down(one.whole, other.whole) > 0.0:
        return False
    if one.afloat or other.afloat:
        return one.afloat and other.afloat
    large = min(_SAME_DEPTH * max(one.height, other.height), _LARGEST_M * metre)
    deep = max(_SAME_DEPTH_M * metre, large)
    return abs(one.foot_px - other.foot_px) <= times * deep


def next_to(one: Body, other: Body) -> bool:
    """Whether there is hardly a gap between the two, at about the same distance."""
    return _within(one, other, 1.0)


def close_by(one: Body, other: Body) -> bool:
    """Whether it is next to the other, and at the same distance even from close."""
    return next_to(one, other) and abs(one.foot_px - other.foot_px) <= _SAME_DEPTH_M * _metre(
        one, other
    )


def in_company(one: Body, other: Body) -> bool:
    """Whether the two are in each other's company."""
    return _within(one, other, _COMPANY)


def on(one: Body, other: Body) -> bool:
    """Whether its foot is over the other, at the same distance."""
    touch = _TOUCH * other.height
    foot, whole = one.whole.bottom, other.whole
    over = _shared_across(one.whole, whole) >= _HALF
    over = over and whole.top - touch <= foot <= whole.bottom + touch
    if one.noun in THINGS and other.width < _CARRIES * one.width:
        return False
    return over and abs(one.foot_px - other.foot_px) <= _BENEATH_M * _metre(one, other)


def inside(one: Body, other: Body) -> bool:
    """Whether most of it is inside the other's box."""
    return one.whole.shared(other.whole) >= _INSIDE * one.whole.area


def outside(one: Body, other: Body) -> bool:
    """Whether it is by the other, and not in it."""
    return next_to(one, other) or in_front_of(one, other)


def looking_at(one: Body, other: Body) -> bool:
    """Whether the face is turned to the other."""
    if one.gaze == "away":
        return other.afloat or other.foot_px < one.foot_px
    if one.gaze == "here" or one.gaze is None:
        return False
    ahead = 1.0 if one.gaze == "right" else -1.0
    edge = other.box.right if ahead > 0 else other.box.left
    return (edge - one.x) * ahead > _FACED * one.width and (other.x - one.x) * ahead > 0


def before_the_eyes(one: Body, other: Body) -> bool:
    """Whether the other is next to it, and its face is turned to them."""
    return next_to(one, other) and looking_at(one, other)


def between(one: Body, side: Body, other: Body) -> bool:
    """Whether it is in the middle part of the way from the one to the other, in their row."""
    if other.x < side.x:
        side, other = other, side
    way = other.x - side.x
    if way <= 0 or not _MIDDLE[0] <= (one.x - side.x) / way <= _MIDDLE[1]:
        return False
    pairs = ((one, side), (one, other), (side, other))
    apart = max(_shared_across(first.box, second.box) for first, second in pairs)
    row = max(_gap_down(one.whole, side.whole), _gap_down(one.whole, other.whole))
    return apart <= _APART and row <= _BEFORE_M * _metre(one, side)


CONDITIONS: Mapping[Relation, Callable[[Body, Body], bool]] = {
    "on": on,
    "in": inside,
    "under": below,
    "next to": next_to,
    "in front of": in_front_of,
    "behind": behind,
    "looking at": looking_at,
    "with": in_company,
    "outside": outside,
    "left of": left_of,
    "right of": right_of,
    "above": above,
    "below": below,
}
"""Relation of two → whether it can be seen; "between" is one of three."""
