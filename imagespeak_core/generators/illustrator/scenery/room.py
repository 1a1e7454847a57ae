"""What all rooms are made of: wall, floor, windows, and furniture along the wall."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.gradients import Stop
from imagespeak_core.generators.illustrator.drawing.paths import seams
from imagespeak_core.generators.illustrator.drawing.svg import (
    group,
    number,
    path,
    placed,
)
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.planting import box_of, on_ground
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.stage import (
    Box,
    Feature,
    Ground,
    Prop,
    Spot,
    Stage,
    eye_height,
)
from imagespeak_core.generators.illustrator.things.catalog import THINGS

Size = tuple[float, float]


@dataclass(slots=True)
class Room:
    """A room that is being furnished. Along the wall, x is in metres from the picture's left."""

    frame: Frame
    wall_px: float
    ruler: Ruler
    wall_things: list[str] = field(default_factory=list)
    props: list[Prop] = field(default_factory=list)
    clear: list[Box] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    features: list[Feature] = field(default_factory=list)

    @property
    def scale(self) -> float:
        """Pixels a metre at the wall."""
        return self.ruler.px_per_m(self.wall_px)

    @property
    def width_m(self) -> float:
        """How long the visible wall is."""
        return self.frame.width / self.scale

    @property
    def height_m(self) -> float:
        """How high the visible wall is."""
        return self.wall_px / self.scale

    def hang(self, noun: str, x_m: float, low_m: float, colour: str | None = None) -> None:
        """Something on the wall, its lower edge so high above the floor."""
        thing = THINGS[noun]
        drawn = thing.draw(self.frame.mood.tone, colour or thing.colour, self._dice())
        y = self.wall_px - low_m * self.scale
        self.wall_things.append(placed(drawn, x_m * self.scale, y, self.scale))
        self.tell(noun, x_m, low_m, (thing.width_m, thing.height_m))

    def tell(self, noun: str, x_m: float, low_m: float, size: Size) -> None:
        """Notes that the wall shows this, around `x_m`, its lower edge so high above the floor."""
        left, low = (x_m - size[0] / 2) * self.scale, self.wall_px - low_m * self.scale
        high = low - size[1] * self.scale
        self.features.append(Feature(noun, Box(left, high, left + size[0] * self.scale, low)))

    def put(self, drawn: str, x_m: float, low_m: float = 0.0) -> None:
        """Something drawn for this room alone, in metres, at the wall."""
        self.wall_things.append(
            placed(drawn, x_m * self.scale, self.wall_px - low_m * self.scale, self.scale)
        )

    def stand(self, noun: str, x_m: float, colour: str | None = None, out_m: float = 0.12) -> None:
        """Furniture at the wall, a little out from it; not what the prompt brings along itself."""
        if noun in self.frame.brought:
            return
        thing = THINGS[noun]
        foot = self.wall_px + out_m * self.scale
        scale = self.ruler.px_per_m(foot)
        colour = colour or thing.colour
        drawn = thing.draw(self.frame.mood.tone, colour, self._dice())
        prop = on_ground(thing, drawn, (x_m * self.scale, foot), scale, noun=noun)
        self.props.append(replace(prop, colour=colour))

    def on_top(self, noun: str, x_m: float, height_m: float, out_m: float = 0.12) -> None:
        """A small thing on furniture at the wall."""
        thing = THINGS[noun]
        foot = self.wall_px + out_m * self.scale
        scale = self.ruler.px_per_m(foot)
        drawn = thing.draw(self.frame.mood.tone, thing.colour, self._dice())
        x, y = x_m * self.scale, foot - height_m * scale
        box = box_of(thing, (x, y), scale)
        self.props.append(Prop(placed(drawn, x, y, scale), foot + 0.1, box, noun))

    def keep_spot(self, purpose: str, x_m: float, out_m: float, *, mirrored: bool) -> None:
        """Keeps a place for whoever does this, so far out from the wall."""
        foot = self.wall_px + out_m * self.scale
        self.spots.append(Spot(purpose, x_m * self.scale, foot, mirrored))

    def _dice(self) -> random.Random:
        return random.Random(self.frame.rng.randrange(1 << 30))


def new_room(frame: Frame, wall_share: float = 0.69) -> Room:
    """An empty room whose wall ends at this share of the picture's height."""
    tall = frame.height / frame.width
    wall_share -= 0.1 * min(1.0, max(0.0, tall - 1.2))
    horizon = frame.height * (wall_share - 0.45)
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.46))
    return Room(frame, frame.height * wall_share, ruler)


def finish(room: Room, wall: str, floor: str) -> Stage:
    """The furnished room as a stage; `wall` and `floor` are their finished elements."""
    frame = room.frame
    return Stage(
        back=group(wall, floor, *room.wall_things),
        horizon_px=room.ruler.horizon_px,
        eye_m=room.ruler.eye_m,
        grounds=(
            Ground(
                "land", room.wall_px + frame.height * 0.085, frame.height * 0.965, 0, frame.width
            ),
            Ground(
                "wall",
                room.wall_px - 2.3 * room.scale,
                room.wall_px - 1.2 * room.scale,
                0,
                frame.width,
            ),
            Ground(
                "air",
                room.wall_px - 2.6 * room.scale,
                room.wall_px - 1.6 * room.scale,
                0,
                frame.width,
            ),
        ),
        props=tuple(room.props),
        clear=tuple(room.clear),
        spots=tuple(room.spots),
        indoors=True,
        wall_px=room.wall_px,
        features=tuple(room.features),
    )


def _to_front(room: Room, x: float) -> float:
    frame, horizon = room.frame, room.ruler.horizon_px
    grow = (frame.height - horizon) / (room.wall_px - horizon)
    return frame.width / 2 + (x - frame.width / 2) * grow


def _joints(room: Room, step: float, count: int) -> str:
    """Lines from the wall to the onlooker, so many on both sides of the middle."""
    at_wall = [room.frame.width / 2 + i * step for i in range(-count, count + 1)]
    ends = [(x, _to_front(room, x)) for x in at_wall]
    return seams(ends, room.wall_px, room.frame.height)


def plank_floor(room: Room, colour: str) -> str:
    """Floorboards that run to the vanishing line."""
    frame, tone = room.frame, room.frame.mood.tone
    stops = [
        (0.0, tone(darker(colour, 0.1)), 1.0),
        (0.4, tone(colour), 1.0),
        (1.0, tone(lighter(colour, 0.08)), 1.0),
    ]
    step = room.scale * 0.42
    count = int(frame.width / step / 2) + 2
    lines = _joints(room, step, count)
    joints = ""
    for i in range(-count, count):
        deep = frame.rng.uniform(0.1, 0.95)
        y = room.wall_px + (frame.height - room.wall_px) * deep
        left, right = (frame.width / 2 + j * step for j in (i, i + 1))
        ends = [side + (_to_front(room, side) - side) * deep for side in (left, right)]
        joints += f"M{number(ends[0])} {number(y)}H{number(ends[1])}"
    return _floor(room, stops, lines + joints, darker(colour, 0.22))


def tile_floor(room: Room, colour: str) -> str:
    """Square tiles in perspective."""
    frame, tone = room.frame, room.frame.mood.tone
    stops = [(0.0, tone(darker(colour, 0.1)), 1.0), (1.0, tone(lighter(colour, 0.1)), 1.0)]
    step = room.scale * 0.6
    count = int(frame.width / step / 2) + 2
    lines = _joints(room, step, count)
    deep, y = 0.0, room.wall_px
    horizon = room.ruler.horizon_px
    while y < frame.height:
        deep += 0.13
        y = horizon + (room.wall_px - horizon) / max(0.05, 1 - deep)
        lines += f"M0 {number(min(y, frame.height))}H{number(frame.width)}"
        if deep > 0.8:
            break
    return _floor(room, stops, lines, darker(colour, 0.16))


def _floor(room: Room, stops: Sequence[Stop], lines: str, line_colour: str) -> str:
    frame = room.frame
    depth = frame.height - room.wall_px
    shade = [(0.0, frame.mood.shadow, 0.22), (1.0, frame.mood.shadow, 0.0)]
    return group(
        banded(0, room.wall_px, frame.width, depth, stops),
        path(
            lines,
            stroke=frame.mood.tone(line_colour),
            stroke_width=frame.unit * 0.0018,
            stroke_opacity=0.7,
        ),
        banded(0, room.wall_px, frame.width, depth * 0.12, shade),
    )
