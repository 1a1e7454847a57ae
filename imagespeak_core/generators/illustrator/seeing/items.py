"""What a picture really shows: its people and things, and the furniture of the place itself."""

from __future__ import annotations

from typing import cast, get_args

from imagespeak_core.generators.illustrator.drawing.colour_names import name_of_colour
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.layout.furniture import named_props
from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.layout.placing import Placed
from imagespeak_core.generators.illustrator.scene import (
    Depth,
    Given,
    Shown,
    ShownPosture,
    Side,
)
from imagespeak_core.generators.illustrator.scenery.stage import Box, Stage
from imagespeak_core.generators.illustrator.seeing.visibility import can_be_seen
from imagespeak_core.generators.illustrator.things.catalog import THINGS

_VARIED = frozenset(name for name, thing in THINGS.items() if thing.colours)
"""What comes in several colours, so that one tells which it is."""

_TOLD_CLOTHES = frozenset({"dress", "coat", "jacket", "jumper", "shirt"})
_STRIPED = frozenset({"shirt", "jumper"})
_FEW = 4
"""Up to so many people are told by what they wear."""


def shown_items(stage: Stage, layout: Layout, size: tuple[int, int]) -> tuple[Shown, ...]:
    """Everybody and everything in its place, then the place's own furniture that can be seen."""
    few = sum(item.actor.person is not None for item in layout.placed) <= _FEW
    shown = [
        _shown(item, stage, size, few=few)
        for item in layout.placed
        if can_be_seen(item, layout.placed, size)
    ]
    for id_, prop in named_props(layout, size):
        side, depth = _where(prop.box, prop.foot_px, stage, size)
        shown.append(Shown(id_, "thing", prop.noun, side, depth, given=Given("furniture")))
    return tuple(shown)


def _where(box: Box, foot_px: float, stage: Stage, size: tuple[int, int]) -> tuple[Side, Depth]:
    share = (box.left + box.right) / 2 / size[0]
    side: Side = "left" if share < 0.36 else "right" if share > 0.64 else "middle"
    deep = (foot_px - stage.horizon_px) / max(1.0, size[1] - stage.horizon_px)
    depth: Depth = "foreground" if deep > 0.68 else "middle" if deep > 0.38 else "background"
    return side, depth


def _shown(item: Placed, stage: Stage, size: tuple[int, int], *, few: bool) -> Shown:
    wanted, person = item.actor.wanted, item.actor.person
    side, depth = _where(item.box, item.ground_px, stage, size)
    colour = wanted.colour
    if colour is None and item.actor.colour and wanted.noun in _VARIED:
        colour = name_of_colour(item.actor.colour)
    wearing, riding = wanted.wearing, wanted.action == "ride"
    if person is not None and few and not wearing and not person.role:
        wearing = _clothes(person)
    return Shown(
        id=item.actor.id,
        kind=wanted.kind,
        noun=wanted.noun,
        side=side,
        depth=depth,
        colour=colour,
        size=wanted.size,
        action=wanted.action if wanted.kind != "thing" else None,
        age=wanted.age,
        gender=wanted.gender,
        role=wanted.role,
        feeling=wanted.feeling,
        wearing=wearing,
        holding=wanted.holding,
        holding_colour=wanted.holding_colour if wanted.holding or riding else None,
        posture=_posture(person),
        given=item.actor.given,
    )


def _posture(person: Person | None) -> ShownPosture | None:
    """How the body is, where one would tell it beside what is done."""
    if person is None or person.posture not in get_args(ShownPosture):
        return None
    return cast(ShownPosture, person.posture)


def _clothes(person: Person) -> tuple[tuple[str, str | None], ...]:
    """The most telling piece of what somebody wears, in the colour that is drawn."""
    if person.top not in _TOLD_CLOTHES:
        return ()
    striped = person.striped and person.top in _STRIPED
    return ((person.top, "striped" if striped else name_of_colour(person.top_colour)),)
