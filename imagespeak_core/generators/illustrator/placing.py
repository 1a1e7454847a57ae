"""An actor in its place: its box, whom it hides, and which way it looks."""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.generators.illustrator.cast import Actor
from imagespeak_core.generators.illustrator.groups import Cluster, Member
from imagespeak_core.generators.illustrator.stage import Box, Ground, Stage

TOLERANCE = 0.02
"""The share of somebody's upper part that may be hidden."""

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
        if not member.lift and ground.kind != "water":
            own_scale = stage.px_per_m(own_foot)
    at, y = x + member.x * scale, own_foot - member.lift * scale
    actor, mirrored = member.actor, bool(member.mirrored)
    left, right = (-actor.right, -actor.left) if mirrored else (actor.left, actor.right)
    box = Box(at + left * own_scale, y - actor.height * own_scale, at + right * own_scale, y)
    return Placed(actor, at, y, own_foot, own_scale, mirrored, box, lifted=member.lift != 0)


def _nearest(stage: Stage, ground: Ground) -> float:
    """The lowest foot of this kind of ground."""
    others = [other.bottom_px for other in stage.grounds if other.kind == ground.kind]
    return max([ground.bottom_px, *others]) if ground.kind == "land" else ground.bottom_px


def _upper(item: Placed) -> Box:
    box = item.box
    share = 0.62 if item.actor.person else 0.8
    return Box(box.left, box.top, box.right, box.bottom - (box.bottom - box.top) * (1 - share))


def collision(placed: tuple[Placed, ...], taken: list[Placed]) -> float:
    """How much of the upper parts of people and things would be hidden, as a sum of shares."""
    total = 0.0
    for item in placed:
        for other in taken:
            if not item.box.meets(other.box):
                continue
            behind, front = (item, other) if item.ground_px < other.ground_px else (other, item)
            upper = _upper(behind)
            share = upper.common(front.box).area / max(1.0, upper.area)
            total += max(0.0, share - _may_be_hidden(behind))
            if behind.actor.person:
                head = _head(behind)
                total += 0.5 * head.common(front.box).area / max(1.0, head.area)
    return total


def _head(item: Placed) -> Box:
    box = item.box
    return Box(box.left, box.top, box.right, box.top + (box.bottom - box.top) * 0.24)


def _may_be_hidden(item: Placed) -> float:
    """What is large can be told though somebody stands before it."""
    if item.actor.person or item.actor.stands in {"air", "wall"}:
        return 0.0
    height = item.actor.height
    return 0.34 if height > 0.6 else 0.0


def covers(placed: tuple[Placed, ...], boxes: tuple[Box, ...]) -> float:
    """How much of the boxes and of the actors lies over each other, as a sum of shares."""
    return sum(
        item.box.common(box).area / max(1.0, min(item.box.area, box.area))
        for item in placed
        for box in boxes
        if item.box.meets(box)
    )


def turn_to_each_other(placed: list[Placed], clusters: list[Cluster]) -> list[Placed]:
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
            turned[index] = _turned(item, turned)
    return turned


def _turned(item: Placed, placed: list[Placed]) -> Placed:
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
