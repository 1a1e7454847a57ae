"""A café or restaurant: a counter, shelves with cups, tables for two at the wall."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import group, path, placed, rect
from imagespeak_core.generators.illustrator.places.casts import in_role, man, people, woman
from imagespeak_core.generators.illustrator.places.place import Hints, Place, Seating
from imagespeak_core.generators.illustrator.places.public_rooms import GOODS
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.room import Room, finish, new_room, tile_floor
from imagespeak_core.generators.illustrator.scenery.room_walls import plain_wall
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.scenery.wall_ends import furnish_ends
from imagespeak_core.generators.illustrator.scenery.windows import pendants, window
from imagespeak_core.generators.illustrator.things.catalog import THINGS

CLOTHS = ("#c8534f", "#3f8f7f", "#f3ead6", "#d99a3c")


def cafe(frame: Frame) -> Stage:
    """A café: a counter with cakes, shelves with cups, a big window, lamps."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    colour = rng.choice(("#5f8f83", "#8a5a4f", "#4f7391", "#b0764f"))
    window(room, middle - way * min(1.5, middle - 1.1), 0.85, (1.7, 1.6))
    room.put(_table_for_two(room), middle - way * min(1.4, middle - 0.85), -0.16)
    counter = middle + way * 1.35
    room.put(_cup_shelf(room), counter, 1.55)
    room.put(_menu(room), counter + way * 0.2, 2.1)
    room.put(_counter(room, colour), counter)
    room.tell("counter", counter, 0.0, (2.4, 1.1))
    room.tell("blackboard", counter + way * 0.2, 2.1, (1.56, 0.84))
    for noun, at in (("cake", -0.75), ("biscuits", -0.3), ("teapot", 0.75)):
        room.on_top(noun, counter + at * way, 1.08, out_m=0.2)
    room.keep_spot("waiter", counter - way * 1.55, 0.45, mirrored=way < 0)
    room.stand("potted plant", middle - way * min(2.7, middle - 0.3))
    furnish_ends(room, 3.1)
    pendants(room, (middle - 1.7, middle, middle + 1.7), colour)
    floor = tile_floor(room, rng.choice(("#d9c3a0", "#c9b29a", "#cfc7b8")))
    return finish(room, plain_wall(room, rng.choice(("#f2e2c8", "#e6ddd0", "#efd8c4"))), floor)


def _counter(room: Room, colour: str) -> str:
    tone = room.frame.mood.tone
    panels = [(-1.1 + 0.56 * index, -0.9, 0.5, 0.72) for index in range(4)]
    return group(
        rect(-1.2, -1.02, 2.4, 1.14, tone(colour)),
        path(boxes(panels), tone(lighter(colour, 0.18))),
        rect(-1.28, -1.1, 2.56, 0.1, tone("#c4935f")),
        rect(-1.2, 0.02, 2.4, 0.1, tone(darker(colour, 0.35))),
    )


def _cup_shelf(room: Room) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    parts = [rect(-1.0, 0, 2.0, 0.06, tone("#a9764c")), rect(-1.0, 0.4, 2.0, 0.06, tone("#a9764c"))]
    for base in (0.0, 0.4):
        for index in range(8):
            cup = tone(rng.choice(GOODS))
            tall = rng.choice((0.12, 0.16, 0.24))
            parts.append(rect(-0.9 + 0.235 * index, base - tall, 0.13, tall, cup, rx=0.03))
    return group(*parts)


def _menu(room: Room) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    lines = [
        (-0.6 + 0.68 * side, -0.62 + 0.13 * row, rng.uniform(0.25, 0.46), 0.035)
        for side in range(2)
        for row in range(5)
    ]
    return group(
        rect(-0.78, -0.8, 1.56, 0.84, tone("#a9764c"), rx=0.03),
        rect(-0.72, -0.74, 1.44, 0.72, tone("#3a4a4a")),
        path(boxes(lines), tone("#e9e2cf")),
    )


def _table_for_two(room: Room) -> str:
    """A small table with a cloth, two chairs, two cups and a vase."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    cloth, wood = rng.choice(CLOTHS), rng.choice(("#a9764c", "#8e5d36", "#6f7680"))
    chair, cup, vase = THINGS["chair"], THINGS["cup"], THINGS["vase"]
    seats = [
        placed(chair.draw(tone, wood, rng), way * 0.62, 0, 1.0, mirrored=way > 0) for way in (-1, 1)
    ]
    return group(
        shadow(1.7),
        *seats,
        rect(-0.04, -0.72, 0.08, 0.7, tone(darker(wood, 0.2))),
        rect(-0.24, -0.05, 0.48, 0.05, tone(darker(wood, 0.2))),
        path("M-.4-.76H.4L.44-.5L.2-.42L0-.5L-.2-.42L-.44-.5Z", tone(cloth)),
        rect(-0.42, -0.78, 0.84, 0.05, tone(lighter(cloth, 0.25)), rx=0.02),
        *(placed(cup.draw(tone, "#fbf6ea", rng), x, -0.78, 1.0) for x in (-0.25, 0.22)),
        placed(vase.draw(tone, vase.colour, rng), 0, -0.78, 0.55),
        id="table-for-two",
    )


CAFE = Place(
    name="cafe",
    paint=cafe,
    words=("cafe", "café", "coffee shop", "tea room"),
    stand_ins=("bakery",),
    said="in a café",
    noun="café",
    hints=Hints(nouns=("waiter", "baker"), actions=("drink",)),
    casts=(
        (people(2, "drink"), in_role("waiter")),
        (woman("read"), man("drink"), in_role("waiter")),
        (people(3, "talk"), in_role("waiter")),
    ),
    seating=Seating(tables=("eat", "guest")),
    indoors=True,
)
