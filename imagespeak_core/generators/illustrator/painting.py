"""Paints a laid-out picture from far to near."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from imagespeak_core.generators.illustrator.drawing.colours import mix, rgb
from imagespeak_core.generators.illustrator.drawing.svg import (
    element,
    group,
    number,
    path,
    placed,
)
from imagespeak_core.generators.illustrator.layout.furniture import named_props
from imagespeak_core.generators.illustrator.layout.layout import Layout
from imagespeak_core.generators.illustrator.layout.placing import Placed
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shade_definition, shadow
from imagespeak_core.generators.illustrator.scenery.stage import Prop, Stage
from imagespeak_core.generators.illustrator.scenery.weather import draw_puddles, draw_weather
from imagespeak_core.generators.illustrator.things.catalog import having

_LARGE = 0.12
"""What takes more of the picture than this share is told from the dark without a rim."""

_ALIKE = 44
"""Colours are alike whose channels differ by less, of 255."""

_DARK, _DARKER, _LESS_DARK = "#2b3048", 0.18, 0.06
_PALE = 205
"""What is paler stays white: it is darkened less."""
_BRIGHT = ("#f3ecdc", 0.2)

_BY_LAMPLIGHT = 0.3
"""How much of its daylight colour somebody keeps in a room."""

_SWIMS_DEEP = having("swims deep")
_SUNK = 0.32
"""How much of what swims deep is under water, as a share of its height."""

_UNDER = 0.83
"""A shadow is drawn 1.2 times as wide as it is told to be: no wider than what stands on it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing of the middle of a picture, or a shadow or some water between them.

    `id` is that of its group in the SVG; empty where nobody asks what it is.
    """

    svg: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Painting:
    """A painted picture in its layers, each as SVG.

    Attributes:
        back: Everything behind the people, with what all layers refer to.
        pieces: Props, people, animals and things from far to near.
        front: What of the place is painted over them.
        weather: What falls and drifts in front of everything.
    """

    back: str
    pieces: tuple[Piece, ...]
    front: str
    weather: str

    @property
    def svg(self) -> str:
        """The whole picture as one group."""
        pieces = (piece.svg for piece in self.pieces)
        return group(self.back, *pieces, self.front, self.weather, id="picture")


def painted(frame: Frame, stage: Stage, layout: Layout) -> Painting:
    """Back, then props and actors from far to near, then what is in front of all."""
    ids = {id(prop): id_ for id_, prop in named_props(layout).items()}
    things: list[tuple[float, int, tuple[Piece, ...]]] = [
        (prop.foot_px, 0, (_of_place(prop, ids.get(id(prop), "")),)) for prop in layout.props
    ]
    order = sorted(layout.placed, key=lambda item: item.ground_px)
    things += [(item.ground_px, 1, _drawn(frame, stage, item)) for item in order]
    things.sort(key=lambda thing: (thing[0], thing[1]))
    weather = "" if stage.indoors else draw_weather(frame)
    soft = _rim(frame) + shade_definition(frame.mood.shadow, frame.mood.shadow_opacity)
    wet = "" if stage.indoors else draw_puddles(frame, _lowest_ground(stage))
    pieces = tuple(piece for _, _, own in things for piece in own)
    return Painting(soft + stage.back + wet, pieces, stage.front, weather)


def _of_place(prop: Prop, id_: str) -> Piece:
    return Piece(group(prop.svg, id=id_), id_) if id_ else Piece(prop.svg)


def _lowest_ground(stage: Stage) -> float:
    return min(ground.top_px for ground in stage.grounds if ground.kind == "land")


def _drawn(frame: Frame, stage: Stage, item: Placed) -> tuple[Piece, ...]:
    """Its own piece, with its shadow before it or the water over it."""
    merges = not stage.indoors and _merges(stage, item)
    tone = partial(_told_apart if merges else _lit, frame, stage.indoors)
    svg = placed(
        item.actor.draw(tone),
        item.x_px,
        item.y_px,
        item.px_per_m,
        mirrored=item.mirrored,
        id_=item.actor.id,
    )
    large = item.box.area > _LARGE * frame.width * frame.height
    if not (stage.indoors or large) and (frame.time == "night" or merges):
        svg = group(svg, filter="url(#rim)")
    own = Piece(svg, item.actor.id)
    if item.actor.wanted.noun in _SWIMS_DEEP and item.actor.stands == "water":
        return own, Piece(_water_before(frame, item))
    if item.lifted or item.actor.stands in {"air", "water", "wall"}:
        return (own,)
    wide = item.box.right - item.box.left
    middle = (item.box.left + item.box.right) / 2
    thing = item.actor.thing
    if thing is None:
        wide, middle = min(wide, item.px_per_m * 0.62), item.x_px
    elif thing.foot_m:
        wide, middle = wide * min(1.0, thing.foot_m / thing.width_m), item.x_px
    shade = placed(shadow(wide * _UNDER), middle, item.ground_px - wide * 0.02, 1.0)
    return Piece(shade), own


def _water_before(frame: Frame, item: Placed) -> str:
    """The water in front of what swims in it, with small waves along its upper edge."""
    box = item.box
    tall, wide = box.bottom - box.top, (box.right - box.left) * 1.12
    left, top, low = box.left - wide * 0.053, box.bottom - tall * _SUNK, box.bottom + tall * 0.08
    step = wide / 6
    edge = f"M{number(left)} {number((top + low) / 2)}Q{number(left)} {number(top)}"
    edge += f" {number(left + step)} {number(top)}"
    edge += f"q{number(step / 2)} {number(-tall * 0.05)} {number(step)} 0" * 4
    right = left + wide
    edge += f"Q{number(right)} {number(top)} {number(right)} {number((top + low) / 2)}"
    edge += f"Q{number(right)} {number(low)} {number(left + wide / 2)} {number(low)}"
    edge += f"Q{number(left)} {number(low)} {number(left)} {number((top + low) / 2)}Z"
    colour = mix(*frame.mood.water, 0.55)
    return path(edge, colour, fill_opacity=0.72, id="water-before")


def _merges(stage: Stage, item: Placed) -> bool:
    """Whether a thing or an animal has the colour of the ground."""
    if not item.actor.colour or not stage.floor or item.actor.stands in {"air", "water"}:
        return False
    channels = zip(rgb(item.actor.colour), rgb(stage.floor), strict=True)
    return max(abs(own - other) for own, other in channels) < _ALIKE


def _told_apart(frame: Frame, indoors: bool, colour: str) -> str:
    """The light of what has the colour of the ground: a little darker, in the dark brighter."""
    seen = _lit(frame, indoors, colour)
    if frame.time == "night":
        return mix(seen, *_BRIGHT)
    return mix(seen, _DARK, _LESS_DARK if min(rgb(colour)) > _PALE else _DARKER)


def _rim(frame: Frame) -> str:
    """The soft edge by which something is told from what is behind it.

    In the dark it is the pale light of the moon and the lamps, else a shade.
    """
    night = frame.time == "night"
    glow = element(
        "feDropShadow",
        dx=0.0,
        dy=0.0,
        stdDeviation=frame.unit * (0.0035 if night else 0.0028),
        flood_color="#d3ddff" if night else "#27324a",
        flood_opacity=0.75 if night else 0.6,
    )
    return element("defs", element("filter", glow, id="rim"))


def _lit(frame: Frame, indoors: bool, colour: str) -> str:
    """What stands in front is nearer to its own colour, by which it can then still be called."""
    near = _BY_LAMPLIGHT if indoors else _near_light(frame)
    return mix(frame.mood.tone(colour), colour, near)


def _near_light(frame: Frame) -> float:
    """How much of its daylight colour somebody keeps in the dark, in fog and in rain."""
    if frame.time == "night":
        return 0.7
    if frame.time == "sunset":
        return 0.6 if frame.weather == "rain" else 0.48
    return 0.4 if frame.weather in {"fog", "rain"} else 0.0
