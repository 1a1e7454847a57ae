"""What a picture really shows: its people and things, and the furniture of the place itself."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial

from imagespeak_core.generators.illustrator.casting.cast import Actor
from imagespeak_core.generators.illustrator.drawing.svg import Point
from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.layout.furniture import named_props
from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.layout.placing import Placed
from imagespeak_core.generators.illustrator.scene import (
    Depth,
    Given,
    Shown,
    Side,
)
from imagespeak_core.generators.illustrator.scenery.stage import Prop, Stage
from imagespeak_core.generators.illustrator.seeing.people import Looks, looks_of
from imagespeak_core.generators.illustrator.seeing.sight import Sight, View
from imagespeak_core.generators.illustrator.seeing.sizes import with_sizes_seen
from imagespeak_core.generators.illustrator.seeing.visibility import LEAST_SHARE, can_be_seen
from imagespeak_core.generators.illustrator.things.catalog import THINGS, having
from imagespeak_core.generators.illustrator.things.colours import colour_seen
from imagespeak_core.generators.illustrator.words.animals import AS_USUAL
from imagespeak_core.generators.illustrator.words.things import COLOURS

_MATTERS = having("furnishes")
"""Furniture of a place that is worth telling."""

_THIRD = 1 / 3
"""Of the picture's width, from either side; and of the ground, from its far and its near edge."""

_FEW = 4
"""Up to so many people are told by what they wear."""


def shown_items(stage: Stage, layout: Layout, view: View) -> tuple[Shown, ...]:
    """Everybody and everything in its place, then the place's own furniture that can be seen."""
    few = sum(item.actor.person is not None for item in layout.placed) <= _FEW
    shown = []
    for item in layout.placed:
        sight = view.sights.get(item.actor.id)
        if sight and can_be_seen(sight):
            side, depth = _where(sight, item.ground_px, stage, view.size)
            one = _shown(item, sight, view, side, depth, few=few)
            shown.append(replace(one, box=sight.box_in(view.size)))
    for id_, prop in named_props(layout).items():
        sight = view.sights.get(id_)
        if prop.noun in _MATTERS and sight and can_be_seen(sight):
            side, depth = _where(sight, prop.foot_px, stage, view.size)
            one = _furniture(id_, prop, side, depth)
            shown.append(replace(one, box=sight.box_in(view.size)))
    return with_sizes_seen(shown, layout.placed)


def _where(sight: Sight, foot_px: float, stage: Stage, size: tuple[int, int]) -> tuple[Side, Depth]:
    share = sight.centre[0] / size[0]
    side: Side = "left" if share < _THIRD else "right" if share > 1 - _THIRD else "middle"
    land = [ground for ground in stage.grounds if ground.kind in {"land", "road"}]
    top = min(ground.top_px for ground in land)
    deep = (foot_px - top) / max(1.0, max(ground.bottom_px for ground in land) - top)
    depth: Depth = (
        "background" if deep < _THIRD else "foreground" if deep > 1 - _THIRD else "middle"
    )
    return side, depth


def _shown(item: Placed, sight: Sight, view: View, side: Side, depth: Depth, *, few: bool) -> Shown:
    wanted, person = item.actor.wanted, item.actor.person
    if person is not None:
        hands = sight.held is None or sight.held >= LEAST_SHARE
        sees = partial(_is_seen, item, view)
        looks = looks_of(item.actor, person, sees, hands=hands, few=few)
        return _somebody(item.actor, person, looks, side, depth)
    colour, usual = _colour(item)
    return Shown(
        id=item.actor.id,
        kind=wanted.kind,
        noun=wanted.noun,
        side=side,
        depth=depth,
        colour=colour,
        usual_colour=usual,
        size=wanted.size,
        action=_pose(item.actor),
        given=item.actor.given,
        said=_said(item.actor),
    )


def _said(actor: Actor) -> str | None:
    """The prompt's noun for who or what was asked for, where that is another."""
    said = actor.wanted.said
    return said if said and said != actor.wanted.noun and actor.given is None else None


def _is_seen(item: Placed, view: View, point: Point) -> bool:
    """Whether a point of somebody, in metres from the foot, is to be seen in the picture."""
    cover = item.actor.covered_from
    if cover is not None and point[0] > cover:
        return False
    x = item.x_px + (-point[0] if item.mirrored else point[0]) * item.px_per_m
    return view.shows(item.actor.id, x, item.y_px + point[1] * item.px_per_m)


def _pose(actor: Actor) -> str | None:
    """What an animal is drawn doing; None where it could stand as well as walk."""
    wanted = actor.wanted
    if wanted.kind != "animal" or actor.thing is None:
        return None
    usual = actor.thing.usual
    if wanted.action in AS_USUAL or (usual == "walk" and wanted.action != usual):
        return wanted.action
    return usual


def _furniture(id_: str, prop: Prop, side: Side, depth: Depth) -> Shown:
    """Something of the place itself, whose colour is known but need not be told."""
    colour = colour_seen(THINGS[prop.noun], prop.colour, asked=False) if prop.colour else None
    return Shown(
        id_,
        "thing",
        prop.noun,
        side,
        depth,
        colour=colour,
        usual_colour=colour is not None,
        given=Given("furniture"),
    )


def _colour(item: Placed) -> tuple[str | None, bool]:
    """The word for its colour, as it is drawn, and whether that goes without saying."""
    actor, asked = item.actor, item.actor.wanted.colour
    if actor.thing is None:
        return asked, False
    as_asked = asked is not None and COLOURS.get(asked) == actor.colour
    seen = colour_seen(actor.thing, actor.colour, asked=as_asked)
    usual = seen is not None and not (as_asked or actor.thing.colours)
    return asked if as_asked and seen else seen, usual


def _somebody(actor: Actor, person: Person, looks: Looks, side: Side, depth: Depth) -> Shown:
    return Shown(
        id=actor.id,
        kind="person",
        noun=actor.wanted.noun,
        side=side,
        depth=depth,
        size=actor.wanted.size,
        age=person.age,
        gender=person.gender,
        role=person.role,
        given=actor.given,
        said=_said(actor),
        **{field.name: getattr(looks, field.name) for field in fields(looks)},
    )
