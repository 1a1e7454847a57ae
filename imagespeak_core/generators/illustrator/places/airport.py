"""An airport hall: planes behind a wall of glass, the board of flights, seats, check-in."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots
from imagespeak_core.generators.illustrator.drawing.svg import (
    group,
    line,
    path,
    placed,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import (
    children,
    in_role,
    man,
    people,
    thing,
    woman,
)
from imagespeak_core.generators.illustrator.places.place import Background, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.palette import mood_for
from imagespeak_core.generators.illustrator.scenery.room import Room, finish, new_room, tile_floor
from imagespeak_core.generators.illustrator.scenery.room_walls import plain_wall
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.things.aircraft import airliner
from imagespeak_core.generators.illustrator.things.catalog import THINGS

TAILS = ("#c8534f", "#3f6fa8", "#3f8f6f", "#d99a3c", "#8a5a9c")
SEATS = ("#4f7fae", "#3f8f8b", "#8a6aa9", "#c9744f")
LOW, HIGH = 0.35, 2.35
"""Where the glass begins and ends, in metres above the floor."""


def airport(frame: Frame) -> Stage:
    """A hall with its gate; the weather is seen through the glass."""
    room, rng = new_room(frame, 0.66), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    room.put(_apron(room, way), 0.0)
    room.put(_glass(room), 0.0)
    room.tell("window", middle, 1.3, (min(3.0, room.width_m), HIGH - 1.3))
    room.put(
        _board(room), middle - way * min(0.5, middle - 1.4), min(HIGH + 0.12, room.height_m - 0.72)
    )
    room.put(_seats(room, rng.choice(SEATS)), middle - way * min(1.3, middle - 1.2), -0.12)
    desk_x = middle + way * min(1.9, middle - 0.75)
    room.put(_desk(room), desk_x, -0.3)
    room.tell("counter", desk_x - 0.2, -0.3, (1.05, 1.05))
    room.keep_spot("shop assistant", desk_x - way * 1.15, 0.5, mirrored=way > 0)
    if room.width_m > 8:
        room.put(_seats(room, rng.choice(SEATS)), middle - way * 4.4, -0.12)
        room.put(_desk(room), middle + way * 4.2, -0.3)
    floor = tile_floor(room, rng.choice(("#cfd6da", "#d9d3c8", "#c9d2cc")))
    wall = plain_wall(room, rng.choice(("#e6eaec", "#ece8df", "#e2e8e4")), ceiling="panels")
    return finish(room, wall, floor)


def _apron(room: Room, way: int) -> str:
    """The airfield outside: sky, a tower, planes that wait or take off."""
    frame, rng = room.frame, room.frame.rng
    outside = mood_for(frame.time, frame.weather)
    top, _, low = outside.sky
    width, ground, middle = room.width_m, -1.0, room.width_m / 2
    concrete = "#b5b9b4" if not frame.snowy else "#eef3f7"
    shades = [(0.0, top, 1.0), (1.0, low, 1.0)]
    far, _near = frame.ground()
    parts = [
        banded(0, -HIGH, width, HIGH + ground, shades, pixel=1 / room.scale),
        rect(0, ground - 0.12, width, 0.14, outside.far(darker(far, 0.2), 0.45)),
        _tower(room, middle + way * frame.between(0.2, 0.7)),
        rect(0, ground, width, -LOW - ground, outside.tone(concrete)),
        rect(0, ground + 0.32, width, 0.03, outside.tone("#e9c95a")),
    ]
    colours = rng.sample(TAILS, 2)
    size = 0.085
    near = airliner(outside.tone, colours[0])
    x = middle - way * frame.between(0.9, 1.5)
    parts.append(placed(near, x, ground + 0.26, size, mirrored=way > 0))
    room.tell(
        "plane",
        x,
        -ground - 0.26,
        (THINGS["plane"].width_m * size, THINGS["plane"].height_m * size),
    )
    if frame.chance(0.7):
        far_plane = airliner(lambda colour: outside.far(colour, 0.35), colours[1])
        parts.append(placed(far_plane, middle + way * 1.8, -HIGH + 0.55, 0.022, mirrored=way > 0))
    parts.append(_weather(room))
    return group(*parts, id="airfield-view")


def _tower(room: Room, x: float) -> str:
    outside = mood_for(room.frame.time, room.frame.weather)
    glass = "#ffe3a0" if outside.lamps_lit else outside.far("#5f7f95", 0.3)
    top = -1.85
    return group(
        rect(x - 0.07, top, 0.14, 0.86, outside.far("#c9c4ba", 0.35)),
        polygon(
            [(x - 0.2, top), (x + 0.2, top), (x + 0.14, top + 0.17), (x - 0.14, top + 0.17)], glass
        ),
        rect(x - 0.21, top - 0.05, 0.42, 0.05, outside.far("#8f8a86", 0.35)),
    )


def _weather(room: Room) -> str:
    frame, rng = room.frame, room.frame.rng
    count = round(16 * room.width_m)
    if frame.weather == "rain":
        drops = "".join(
            f"M{rng.uniform(0, room.width_m):.2f} {-rng.uniform(LOW + 0.1, HIGH):.2f}l-.02 .09"
            for _ in range(count)
        )
        return path(drops, stroke="#eef5fa", stroke_width=0.009, stroke_opacity=0.7)
    if frame.weather == "snow":
        flakes = [
            (rng.uniform(0, room.width_m), -rng.uniform(LOW, HIGH), 0.018) for _ in range(count)
        ]
        return path(dots(flakes), "#fbfdff")
    return ""


def _glass(room: Room) -> str:
    """The frame of the glass wall."""
    tone, width = room.frame.mood.tone, room.width_m
    step = 1.45
    shift = width / 2 % step - step
    count = int(width / step) + 3
    posts = [(shift + index * step - 0.035, -HIGH, 0.07, HIGH - LOW) for index in range(count)]
    shine = [
        polygon(
            [(x + 0.3, -LOW), (x + 0.75, -HIGH), (x + 0.95, -HIGH), (x + 0.5, -LOW)],
            "#ffffff",
            fill_opacity=0.1,
        )
        for x in (post[0] for post in posts[:: room.frame.rng.choice((2, 3))])
    ]
    beams = [(0, -HIGH - 0.07, width, 0.1), (0, -LOW - 0.03, width, 0.08)]
    return group(*shine, path(boxes([*posts, *beams]), tone("#7d8a94")), id="glass-wall")


def _board(room: Room) -> str:
    """The board of flights, with a plane on it."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    names, hours, marks = [], [], []
    for row in range(4):
        y = -0.56 + row * 0.13
        hours.append((-1.02, y, 0.2, 0.055))
        names.append((-0.72, y, rng.uniform(0.4, 0.8), 0.055))
        marks.append((0.45, y, 0.16, 0.055))
        names.append((0.72, y, rng.uniform(0.2, 0.32), 0.055))
    plane = (
        "M-.13 0L.1-.02Q.15 0 .1.02L-.13.02L-.17-.06H-.14ZM.02 0L-.06-.1H-.02L.07 0L-.02.1H-.06Z"
    )
    return group(
        path(boxes([(-0.9, -1.6, 0.03, 0.75), (0.87, -1.6, 0.03, 0.75)]), tone("#6b7680")),
        rect(-1.2, -0.86, 2.4, 0.92, tone("#27333f"), rx=0.04),
        rect(-1.2, -0.86, 2.4, 0.2, tone("#e5b53f"), rx=0.04),
        path(plane, tone("#27333f"), transform="translate(-.95 -.76) scale(.95)"),
        path(boxes([(-0.68, -0.79, 0.8, 0.07)]), tone("#27333f")),
        path(boxes(hours), tone("#f2cf63")),
        path(boxes(names), tone("#e9eef0")),
        path(boxes(marks), tone("#8fd0a0")),
        id="departures-board",
        transform="scale(.8)" if room.height_m < 3.6 else "scale(1)",
    )


def _seats(room: Room, colour: str) -> str:
    """A row of four waiting seats."""
    tone = room.frame.mood.tone
    backs = [(-1.0 + 0.51 * index, -0.92, 0.46, 0.44) for index in range(4)]
    cushions = [(-1.0 + 0.51 * index, -0.48, 0.46, 0.09) for index in range(4)]
    legs = [(-0.85, -0.4, 0.05, 0.4), (0.82, -0.4, 0.05, 0.4), (-1.0, -0.42, 2.0, 0.05)]
    return group(
        shadow(2.0),
        path(boxes(legs), tone("#6b7680")),
        path(boxes(backs), tone(colour)),
        path(boxes(cushions), tone(lighter(colour, 0.2))),
        id=f"seats-{len(room.wall_things)}",
    )


def _desk(room: Room) -> str:
    """A check-in desk with a screen and a suitcase on the scales."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    colour = rng.choice(TAILS)
    suitcase = THINGS["suitcase"]
    case = suitcase.draw(tone, rng.choice(TAILS), rng)
    return group(
        shadow(1.6),
        rect(-0.7, -2.0, 0.05, 1.0, tone("#8f9aa1")),
        rect(0.2, -2.0, 0.05, 1.0, tone("#8f9aa1")),
        rect(-0.85, -2.3, 1.25, 0.36, tone(colour), rx=0.03),
        path(boxes([(-0.72, -2.17, 0.5, 0.09), (-0.12, -2.17, 0.3, 0.09)]), tone("#fbf6ea")),
        rect(-0.75, -1.02, 1.05, 1.02, tone(lighter(colour, 0.15))),
        rect(-0.75, -0.1, 1.05, 0.1, tone(darker(colour, 0.4))),
        rect(-0.82, -1.08, 1.19, 0.08, tone("#e9e4da")),
        rect(-0.5, -1.42, 0.42, 0.28, tone("#2f3b47"), rx=0.02),
        line((-0.29, -1.14), (-0.29, -1.08), tone("#2f3b47"), 0.05),
        rect(0.3, -0.14, 0.62, 0.14, tone("#6b7680")),
        placed(case, 0.6, -0.14, 0.8),
        id=f"check-in-{len(room.wall_things)}",
    )


AIRPORT = Place(
    name="airport",
    paint=airport,
    words=(
        "airport", "airport hall", "airport terminal", "terminal", "departure hall",
        "departure lounge", "arrivals hall", "check-in", "boarding gate",
    ),
    said="in an airport hall",
    noun="airport hall",
    background=Background("There is a big glass wall.", "glass-wall", "glass wall"),
    casts=(
        (people(2, "walk"), thing("suitcase", 2)),
        (in_role("pilot", "walk"), people(2, "talk"), thing("suitcase")),
        (woman("wave"), man("phone"), children(1, "run"), thing("suitcase")),
    ),
    built_in=("plane",),
    seating=Seating(seat="bench"),
    indoors=True,
    glass="sky",
    boarding=True,
)  # fmt: skip
