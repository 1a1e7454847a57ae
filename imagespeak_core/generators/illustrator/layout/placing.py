"""An actor in its place: its box, whom it hides, and which way it looks."""

from __future__ import annotations

import math
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.casting.cast import Actor
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Member
from imagespeak_core.generators.illustrator.scenery.stage import Box, Ground, Stage

TOLERANCE = 0.02
"""The share of somebody's upper part that may be hidden."""

_SOLID = frozenset({"furniture", "vehicle"})
_SOLID_FROM_M = 0.9
_SOLID_DEPTH = 0.2
"""How far up the picture what is solid reaches on the ground, in its own metres."""
_STANDS_IN = 0.5
_UNDER_UMBRELLA_M = 0.4
_ARMS_OUT = frozenset({"dance", "cheer"})
_LARGE_ANIMAL_M = 0.8
_LONG_M = 1.5
_MISSED = 2.0
"""Of a vehicle behind a fence or another long thing even a part is missed."""
_FROM_WALL_M = 0.04
"""How far from a room's wall somebody is at the least."""
_SLOPE = 0.24
"""How far down the picture a metre towards the onlooker goes, in metres of that depth."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An actor in its place; lengths in pixels. `ground_px` is its foot's or its seat's foot."""

    actor: Actor
    x_px: float
    y_px: float
    ground_px: float
    px_per_m: float
    mirrored: bool
    box: Box
    lifted: bool = False


def place(
    stage: Stage, ground: Ground, member: Member, x: float, foot: float, scale: float
) -> Placed:
    """A group's member where the group stands at (x, foot), in pixels."""
    own_foot, own_scale = foot, scale
    if ground.kind not in {"air", "wall"}:
        own_foot = min(foot + member.near * scale * _SLOPE, _nearest(stage, ground) + scale * 0.3)
        if member.actor.stands in {"ground", "surface"} and not member.lift:
            own_foot = _off_the_road(stage, own_foot, nearer=member.near > 0)
            own_foot = max(own_foot, (stage.wall_px or 0.0) + scale * _FROM_WALL_M)
        if not member.lift and ground.kind != "water":
            own_scale = stage.px_per_m(own_foot)
    at, y = x + member.x * scale, own_foot - member.lift * scale
    actor, mirrored = member.actor, bool(member.mirrored)
    left, right = (-actor.right, -actor.left) if mirrored else (actor.left, actor.right)
    box = Box(at + left * own_scale, y - actor.height * own_scale, at + right * own_scale, y)
    return Placed(actor, at, y, own_foot, own_scale, mirrored, box, lifted=member.lift != 0)


def _off_the_road(stage: Stage, foot: float, *, nearer: bool) -> float:
    """The edge of the pavement for who would stand in a road; elsewhere the same foot."""
    if all(ground.kind != "road" for ground in stage.grounds):
        return foot
    land = [ground for ground in stage.grounds if ground.kind == "land"]
    if any(ground.top_px <= foot <= ground.bottom_px for ground in land):
        return foot
    beyond = [ground.bottom_px for ground in land if ground.bottom_px < foot]
    before = [ground.top_px for ground in land if ground.top_px > foot]
    if before and (nearer or not beyond):
        return min(before)
    return max(beyond) if beyond and before else foot


def _nearest(stage: Stage, ground: Ground) -> float:
    """The lowest foot of this kind of ground."""
    if ground.kind != "land":
        return ground.bottom_px
    land = [other.bottom_px for other in stage.grounds if other.kind == "land"]
    return max(ground.bottom_px, *land)


def _solid(item: Placed) -> Box:
    """Its box; with umbrellas or arms held out the middle alone, as these may be over others."""
    person, box = item.actor.person, item.box
    if person is None or (person.held != "umbrella" and person.action not in _ARMS_OUT):
        return box
    middle, half = (box.left + box.right) / 2, _UNDER_UMBRELLA_M * item.px_per_m
    return Box(max(box.left, middle - half), box.top, min(box.right, middle + half), box.bottom)


def _upper(item: Placed) -> Box:
    box = _solid(item)
    share = 0.62 if item.actor.person else 1.0 if _is_large_animal(item) else 0.8
    return Box(box.left, box.top, box.right, box.bottom - (box.bottom - box.top) * (1 - share))


def collision(
    placed: tuple[Placed, ...], taken: list[Placed], *, enough: float = math.inf
) -> float:
    """How much of the upper parts of people and things would be hidden, as a sum of shares.

    From `enough` on nothing more is added.
    """
    total = 0.0
    solids = [_solid(other) for other in taken]
    for item in placed:
        solid = _solid(item)
        for other, its in zip(taken, solids, strict=True):
            if not solid.meets(its):
                continue
            pair = (item, other) if item.ground_px < other.ground_px else (other, item)
            total += _hides(*pair)
            if total >= enough:
                return total
    return total


def _hides(behind: Placed, front: Placed) -> float:
    solid = _solid(front)
    upper = _upper(behind)
    share = upper.shared(solid) / max(1.0, upper.area)
    allowed = _may_be_hidden(behind)
    if _shuts_off(front, behind):
        share, allowed = _MISSED * behind.box.shared(solid) / max(1.0, behind.box.area), 0.0
    total = max(0.0, share - allowed) * _weight(behind)
    total += _STANDS_IN if _stands_in(behind, front) else 0.0
    if behind.actor.person:
        head = _head(behind)
        total += 0.5 * head.shared(solid) / max(1.0, head.area)
    return total


def _shuts_off(front: Placed, behind: Placed) -> bool:
    """Whether a fence or another long thing stands before a vehicle."""
    thing = front.actor.thing
    if behind.actor.stands != "road" or thing is None or thing.kind in {"vehicle", "animal"}:
        return False
    return thing.width_m > _LONG_M


def _stands_in(behind: Placed, front: Placed) -> bool:
    """Whether somebody's feet are where a table or a car is, which is as deep as it is solid."""
    thing = front.actor.thing
    if thing is None or thing.kind not in _SOLID or thing.width_m < _SOLID_FROM_M:
        return False
    if behind.actor.thing is not None and behind.actor.thing.kind != "animal":
        return False
    deep = (front.ground_px - behind.ground_px) / front.px_per_m
    inside = front.box.left < behind.x_px < front.box.right
    return inside and not behind.lifted and 0 <= deep < _SOLID_DEPTH


def _head(item: Placed) -> Box:
    box = _solid(item)
    return Box(box.left, box.top, box.right, box.top + (box.bottom - box.top) * 0.24)


def hidden_head(item: Placed, others: list[Placed]) -> float:
    """How much of somebody's head is behind the nearer ones of the others."""
    head = _head(item)
    middle = (head.left + head.right) / 2
    half = 0.14 * item.px_per_m
    narrow = Box(middle - half, head.top, middle + half, head.bottom)
    before = (
        other
        for other in others
        if other.ground_px > item.ground_px + 0.2 * item.px_per_m and other.actor.person
    )
    return sum(narrow.shared(other.box) for other in before) / max(1.0, narrow.area)


def _weight(behind: Placed) -> float:
    """Of large animals even a part is missed."""
    return 2.5 if _is_large_animal(behind) else 1.0


def _is_large_animal(item: Placed) -> bool:
    thing = item.actor.thing
    return thing is not None and thing.kind == "animal" and item.actor.height > _LARGE_ANIMAL_M


def _may_be_hidden(item: Placed) -> float:
    """What is large can be told though somebody stands before it."""
    if item.actor.person:
        return 0.25 if item.actor.wanted.depth == "background" else 0.0
    if item.actor.stands in {"air", "wall"}:
        return 0.0
    if item.actor.thing and item.actor.thing.kind == "animal":
        return 0.1 if _is_large_animal(item) else 0.0
    return 0.34 if item.actor.height > 0.6 else 0.0


def covers(placed: tuple[Placed, ...], boxes: tuple[Box, ...]) -> float:
    """How much of the boxes and of the actors lies over each other, as a sum of shares."""
    return sum(
        item.box.shared(box) / max(1.0, min(item.box.area, box.area))
        for item in placed
        for box in boxes
        if item.box.meets(box)
    )


def turn_to_each_other(
    placed: list[Placed], clusters: list[Cluster], width_px: float
) -> list[Placed]:
    """Turns whoever is free to turn: watchers to what they watch, others into the picture."""
    free = {
        member.actor.id
        for cluster in clusters
        for member in cluster.members
        if member.mirrored is None and member.actor.faces
    }
    turned = list(placed)
    for index, item in enumerate(placed):
        if item.actor.id in free:
            turned[index] = _turned(item, turned, width_px)
    return turned


def _turned(item: Placed, placed: list[Placed], width_px: float) -> Placed:
    others = [
        other.x_px for other in placed if other.actor.id != item.actor.id and other.actor.person
    ]
    middle = sum(others) / len(others) if others else None
    if middle is None or abs(middle - item.x_px) < item.px_per_m * 0.2:
        return item
    watching = item.actor.wanted.action in {"look", "feed", "photo", "point", "talk", "wave"}
    keep = not watching and int(item.x_px * 7) % 10 < 3
    if keep:
        return item
    turned = _mirrored(item, mirrored=middle < item.x_px)
    if turned.box.left < 0 or turned.box.right > width_px:
        return item
    rest = [other for other in placed if other.actor.id != item.actor.id]
    return item if collision((turned,), rest) > TOLERANCE else turned


def _mirrored(item: Placed, *, mirrored: bool) -> Placed:
    if item.mirrored == mirrored:
        return item
    actor, scale = item.actor, item.px_per_m
    left, right = (-actor.right, -actor.left) if mirrored else (actor.left, actor.right)
    box = Box(item.x_px + left * scale, item.box.top, item.x_px + right * scale, item.box.bottom)
    return Placed(
        actor, item.x_px, item.y_px, item.ground_px, scale, mirrored, box, lifted=item.lifted
    )
