"""Where each shown item is in the picture, how far off, and which way it looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from imagespeak_core.generators.illustrator.figures.person import Person, plan_of
from imagespeak_core.generators.illustrator.figures.skeleton import View
from imagespeak_core.generators.illustrator.layout.furniture import named_props
from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.layout.placing import Placed
from imagespeak_core.generators.illustrator.scene import Shown
from imagespeak_core.generators.illustrator.scenery.stage import Box, Stage
from imagespeak_core.generators.illustrator.seeing.sight import Sight
from imagespeak_core.generators.illustrator.seeing.sight import View as Seen

Gaze = Literal["left", "right", "away", "here"]
"""To a side, into the picture, or at the onlooker."""

_ASLEEP = frozenset({"sleep", "doze"})
_EYES = 0.13
"""How far below the top of a body its eyes are, as a share of its height."""
_ARM_M = 0.4
"""Farther from its middle than this, what belongs to somebody upright is held, or an arm."""


@dataclass(frozen=True, slots=True)
class Body:
    """One shown item in its place; lengths in pixels.

    Attributes:
        id: The item's id.
        noun: What it is.
        box: Around what is seen of it; of who stands, without what is held far out.
        middle: The middle of what is seen of it.
        whole: Its box inside the picture, though something may be before it.
        foot_px: Where what it is on meets the ground, which tells how far off it is.
        metre_px: How many pixels a metre is there.
        raised: Whether it is off the ground: on something, in the air, on a wall.
        afloat: Whether nothing tells how far off it is, as with what flies or hangs.
        eyes_px: The height of the eyes; None for what has none, and who sleeps.
        gaze: Which way it looks, if that can be told.
    """

    id: str
    noun: str
    box: Box
    middle: tuple[float, float]
    whole: Box
    foot_px: float
    metre_px: float
    raised: bool = False
    afloat: bool = False
    eyes_px: float | None = None
    gaze: Gaze | None = None

    @property
    def x(self) -> float:
        """The middle from left to right."""
        return self.middle[0]

    @property
    def y(self) -> float:
        """The middle from top to bottom."""
        return self.middle[1]

    @property
    def width(self) -> float:
        """The width of the whole."""
        return self.whole.right - self.whole.left

    @property
    def height(self) -> float:
        """The height of the whole."""
        return self.whole.bottom - self.whole.top


def bodies_of(
    shown: tuple[Shown, ...], stage: Stage, layout: Layout, view: Seen
) -> tuple[Body, ...]:
    """The bodies of all shown items, in their order."""
    picture = Box(0, 0, *view.size)
    placed = {item.actor.id: item for item in layout.placed}
    props = named_props(layout)
    found = []
    for item in shown:
        sight = view.sights[item.id]
        if item.id in placed:
            found.append(_body(placed[item.id], sight, picture))
        else:
            prop = props[item.id]
            metre = stage.px_per_m(prop.foot_px)
            whole = prop.box.common(picture)
            found.append(
                Body(item.id, prop.noun, sight.box, sight.centre, whole, prop.foot_px, metre)
            )
    return tuple(found)


def _body(item: Placed, sight: Sight, picture: Box) -> Body:
    actor = item.actor
    hovers = actor.stands in {"air", "wall"}
    trunk = _trunk(item)
    seen = trunk.common(sight.box)
    gaze = _gaze(item)
    return Body(
        id=actor.id,
        noun=actor.wanted.noun,
        box=seen if seen.area else sight.box,
        middle=sight.centre,
        whole=trunk.common(picture),
        foot_px=item.ground_px,
        metre_px=item.px_per_m,
        raised=item.lifted or hovers,
        afloat=hovers and not item.lifted,
        eyes_px=item.box.top + _EYES * (item.box.bottom - item.box.top) if gaze else None,
        gaze=gaze,
    )


def _trunk(item: Placed) -> Box:
    """The box of who is upright without what is held far out: an umbrella, a lead, a kite."""
    person, box = item.actor.person, item.box
    if person is None or not person.held or _lies(person):
        return box
    reach = _ARM_M * item.px_per_m
    left, right = max(box.left, item.x_px - reach), min(box.right, item.x_px + reach)
    return Box(left, box.top, right, box.bottom)


def _lies(person: Person) -> bool:
    return person.action in {"lie", "sleep", "swim", "crawl"} or person.posture == "lie"


def _gaze(item: Placed) -> Gaze | None:
    """Which way the head is turned: heads are drawn looking to the right, unless mirrored."""
    aside: Gaze = "left" if item.mirrored else "right"
    person = item.actor.person
    if person is None:
        animal = item.actor.wanted.kind == "animal" and item.actor.wanted.action not in _ASLEEP
        return aside if animal and item.actor.faces else None
    if person.action in _ASLEEP or _lies(person):
        return None
    gazes: dict[View, Gaze] = {"side": aside, "front": "here", "back": "away"}
    return gazes[plan_of(person).view]
