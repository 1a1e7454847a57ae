"""Tiled rooms with running water: a bathroom, and a laundry with its row of machines."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import circle, ellipse, group, path, rect
from imagespeak_core.generators.illustrator.places.casts import children, man, people, woman
from imagespeak_core.generators.illustrator.places.place import Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.room import Room, finish, new_room, tile_floor
from imagespeak_core.generators.illustrator.scenery.room_walls import plain_wall
from imagespeak_core.generators.illustrator.scenery.shelves import labelled, side_by_side
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.scenery.wall_ends import furnish_ends
from imagespeak_core.generators.illustrator.scenery.windows import pendants, window

TILES = ("#5f9fb0", "#6fa58a", "#7f93bf", "#c98f7f", "#5fa09a")
CLOTHS = ("#d9604f", "#e9b949", "#5f9f6e", "#4f7fae", "#b6789f", "#f3ead6")
_TILED_M = 1.75


def bathroom(frame: Frame) -> Stage:
    """A bathroom: a bath with a shower over it, a washbasin below a mirror, a toilet, towels."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    colour = rng.choice(TILES)
    room.put(_wall_tiles(room, colour), 0.0)
    bath = middle - way * min(0.95, middle - 1.0)
    room.put(_shower(room, rng.choice(CLOTHS), way), bath)
    room.stand("bathtub", bath, out_m=0.16)
    basin = middle + way * 0.62
    room.hang("mirror", basin, 1.3)
    room.stand("washbasin", basin)
    room.put(_towel_rail(room), middle + way * 1.4, 1.45)
    for x in (-0.2, 0.2):
        room.tell("towel", middle + way * 1.4 + x, 0.93, (0.32, 0.52))
    room.stand("toilet", middle + way * min(1.45, middle - 0.35))
    window(room, middle + way * min(2.5, middle + 0.3), 1.35, (0.85, 0.9))
    if room.width_m > 7:
        room.stand("washing machine", middle + way * 2.6)
        room.stand("cupboard", middle - way * 2.8)
    room.put(_mat(room, rng.choice(CLOTHS)), bath + way * 0.3, -0.52)
    room.keep_spot("wash_up", basin + way * 0.42, 0.42, mirrored=way > 0)
    furnish_ends(room, 3.5)
    floor = tile_floor(room, rng.choice(("#cfd8d8", "#d9d3c8", "#c9d3dc")))
    return finish(room, plain_wall(room, rng.choice(("#f0ece2", "#e8eef0", "#f3e9dc"))), floor)


def _wall_tiles(room: Room, colour: str) -> str:
    """Tiles up to the height of a head, with a border."""
    tone, width = room.frame.mood.tone, room.width_m
    tile, gap = 0.25, 0.018
    tiles = [
        (column * tile, -_TILED_M + row * tile, tile - gap, tile - gap)
        for column in range(-1, int(width / tile) + 2)
        for row in range(7)
    ]
    return group(
        rect(-0.5, -_TILED_M - 0.1, width + 1, _TILED_M + 0.1, tone(lighter(colour, 0.55))),
        path(boxes(tiles), tone(lighter(colour, 0.72))),
        rect(-0.5, -_TILED_M - 0.1, width + 1, 0.1, tone(colour)),
        id="wall-tiles",
    )


def _shower(room: Room, colour: str, way: int) -> str:
    """A shower head on its pipe, and a striped curtain drawn aside."""
    tone = room.frame.mood.tone
    far = -way * 0.78
    folds = [(far - 0.3 + 0.17 * index, -2.3, 0.08, 1.9) for index in range(4)]
    pipe = way * 0.66
    return group(
        rect(-1.0, -2.38, 2.0, 0.04, tone("#a7b0b6")),
        rect(far - 0.32, -2.34, 0.66, 1.98, tone(colour), rx=0.04),
        path(boxes(folds), tone(darker(colour, 0.12))),
        rect(pipe - 0.02, -2.15, 0.04, 1.2, tone("#8f9aa1")),
        path(f"M{pipe} -2.14h{-way * 0.3:.2f}", stroke=tone("#8f9aa1"), stroke_width=0.04),
        ellipse(pipe - way * 0.32, -2.08, 0.14, 0.06, tone("#7b868e")),
        circle(pipe, -1.1, 0.06, tone("#7b868e")),
        id="shower",
    )


def _towel_rail(room: Room) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    one, other = rng.sample(CLOTHS, 2)
    return group(
        rect(-0.42, -0.02, 0.84, 0.04, tone("#8f9aa1"), rx=0.02),
        rect(-0.36, -0.03, 0.32, 0.62, tone(one), rx=0.02),
        rect(-0.36, 0.42, 0.32, 0.06, tone(lighter(one, 0.5))),
        rect(0.04, -0.03, 0.32, 0.5, tone(other), rx=0.02),
        rect(0.04, 0.32, 0.32, 0.06, tone(lighter(other, 0.5))),
    )


def _mat(room: Room, colour: str) -> str:
    tone = room.frame.mood.tone
    return ellipse(0, 0, 0.72, 0.13, tone(darker(colour, 0.1))) + ellipse(
        0, -0.01, 0.6, 0.1, tone(lighter(colour, 0.2))
    )


def laundry(frame: Frame) -> Stage:
    """A launderette: a long row of washing machines, a table for folding, baskets."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    colour = rng.choice(TILES)
    room.put(_wall_tiles(room, colour), 0.0)
    count = int(room.width_m / 0.9) + 2
    start = middle - 0.9 * (count - 1) / 2
    for index in range(count):
        room.put(_machine(room, colour), start + 0.9 * index, -0.1)
        room.tell("washing machine", start + 0.9 * index, -0.1, (0.86, 1.2))
    room.put(_powder_shelf(room), middle - way * 1.5, 2.0)
    window(room, middle + way * min(1.2, middle - 1.0), 1.95, (1.5, 0.75))
    pendants(room, (middle - 1.7, middle, middle + 1.7), colour)
    floor = tile_floor(room, rng.choice(("#d3dcdb", "#dcd8cc", "#cdd8de")))
    return finish(room, plain_wall(room, "#f2eee2", ceiling="panels"), floor)


def _machine(room: Room, colour: str) -> str:
    """A tall washing machine with a round door, clothes turning behind it."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    one, other = rng.sample(CLOTHS, 2)
    return group(
        shadow(0.9),
        rect(-0.43, -1.2, 0.86, 1.2, tone("#eef0ec"), rx=0.04),
        rect(-0.43, -1.2, 0.86, 0.24, tone(colour), rx=0.04),
        rect(-0.43, -0.08, 0.86, 0.08, tone("#aab4b8")),
        rect(-0.34, -1.13, 0.3, 0.1, tone("#f6f1e4"), rx=0.02),
        circle(0.16, -1.08, 0.06, tone("#f6f1e4")),
        circle(0.31, -1.08, 0.04, tone("#e9b949")),
        circle(0, -0.52, 0.34, tone("#aab4b8")),
        circle(0, -0.52, 0.28, tone("#5f7f93")),
        path("M-.27-.46Q-.12-.56 0-.44T.27-.46Q.24-.25 0-.24T-.27-.46Z", tone(one)),
        path("M-.2-.4Q-.05-.5 .06-.38T.2-.33Q.1-.25 0-.25T-.2-.4Z", tone(other)),
        path("M-.2-.66Q-.1-.76 .02-.76", stroke="#eef6f8", stroke_width=0.04, stroke_opacity=0.7),
    )


def _powder_shelf(room: Room) -> str:
    """A shelf with boxes and bottles of washing powder."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    parts = [rect(-0.8, 0, 1.6, 0.06, tone("#a9764c"))]
    for box in side_by_side(rng, (-0.74, 0.55), (0.13, 0.22), (0.2, 0.36), 0.03, CLOTHS):
        parts.append(labelled(box, 0, tone(box.colour), tone("#fbf6ea")))
    return group(*parts, id="powder-shelf")


BATHROOM = Place(
    name="bathroom",
    paint=bathroom,
    words=("bathroom", "shower room", "washroom"),
    weak_words=("shower",),
    said="in a bathroom",
    hints=Hints(
        chores=tuple(
            f"brush {whose} teeth" for whose in ("his", "her", "their", "the", "my", "our")
        ),
    ),
    casts=(
        (children(1, "stand"), woman("stand")),
        (man("stand"), children(1, "look")),
    ),
    built_in=("mirror",),
    indoors=True,
)


LAUNDERETTE = Place(
    name="launderette",
    paint=laundry,
    words=("launderette", "laundrette", "laundromat", "laundry room"),
    weak_words=("laundry",),
    said="in a launderette",
    casts=(
        (woman("read"), man("carry", holding="basket")),
        (people(2, "talk"),),
    ),
    built_in=("washing machine",),
    seating=Seating(seat="bench"),
    indoors=True,
)
