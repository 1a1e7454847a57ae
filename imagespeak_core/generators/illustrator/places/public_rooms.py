"""Rooms where people work, learn and shop: office, library, supermarket, hospital."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import Rectangle, boxes
from imagespeak_core.generators.illustrator.drawing.svg import circle, group, path, rect
from imagespeak_core.generators.illustrator.places.casts import (
    children,
    in_role,
    man,
    people,
    thing,
    woman,
)
from imagespeak_core.generators.illustrator.places.place import Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.room import (
    Room,
    finish,
    new_room,
    plank_floor,
    tile_floor,
)
from imagespeak_core.generators.illustrator.scenery.room_walls import plain_wall
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.scenery.wall_ends import furnish_ends
from imagespeak_core.generators.illustrator.scenery.windows import pendants, window

GOODS = ("#d9604f", "#e9b949", "#5f9f6e", "#4f7fae", "#b6789f", "#e08a4a", "#7fb5b0", "#f0e2c4")


def office(frame: Frame) -> Stage:
    """An office: wide windows, a whiteboard, shelves, plants."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    window(room, middle - way * 0.9, 1.05, (1.9, 1.35))
    room.stand("bookcase", middle + way * min(2.25, middle - 0.55))
    room.stand("whiteboard", middle + way * 0.95)
    room.stand("potted plant", middle - way * min(2.3, middle - 0.4))
    room.hang("clock", middle + way * 0.95, min(2.45, room.height_m - 0.45))
    if room.width_m > 7.5:
        window(room, middle - way * 3.6, 1.05, (1.9, 1.35))
        room.stand("cupboard", middle + way * 3.7)
        room.hang("picture", middle + way * 3.7, 1.5)
    pendants(room, (middle - 1.3, middle + 1.3), "#5d6b7a")
    floor = plank_floor(room, rng.choice(("#b9bfc4", "#c7bfb2", "#bfae98")))
    furnish_ends(room, 4.9 if room.width_m > 7.5 else 3.2)
    wall = plain_wall(room, rng.choice(("#e6eaee", "#ece7dc", "#e3ebe6")), ceiling="panels")
    return finish(room, wall, floor)


def library(frame: Frame) -> Stage:
    """A library: books along the whole wall, a window between, a globe."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    window(
        room, middle + way * 0.25, 1.1, (1.0, 1.3), rng.choice(("#7d5a6a", "#4f7a70", "#8a6a3f"))
    )
    x = 0.4
    while x < room.width_m:
        if abs(x - middle - way * 0.25) > 1.25:
            room.put(_tall_shelf(room), x)
            room.tell("bookcase", x, 0.0, (1.12, 2.5))
        x += 1.16
    room.stand("cupboard", middle + way * 0.25, "#a9764c")
    room.keep_spot("librarian", middle + way * 1.3, 0.5, mirrored=way > 0)
    room.on_top("globe", middle + way * 0.05, 0.83)
    room.on_top("books", middle + way * 0.55, 0.83)
    pendants(room, (middle - 1.2, middle + 1.2), "#3f6f5a")
    floor = plank_floor(room, rng.choice(("#b98a63", "#a97c57", "#c8996a")))
    return finish(room, plain_wall(room, rng.choice(("#ece0c8", "#e2dccb", "#dfe3da"))), floor)


def _tall_shelf(room: Room) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    wood, width, height = "#9a6a42", 1.12, 2.5
    parts = [
        rect(-width / 2, -height, width, height, tone(wood)),
        rect(
            -width / 2 + 0.06, -height + 0.06, width - 0.12, height - 0.14, tone(darker(wood, 0.4))
        ),
    ]
    shelves: list[Rectangle] = []
    books: dict[str, list[Rectangle]] = {colour: [] for colour in GOODS}
    for row in range(5):
        base = -0.12 - row * 0.475
        shelves.append((-width / 2, base, width, 0.05))
        x = -width / 2 + 0.09
        while x < width / 2 - 0.16:
            wide, tall = rng.uniform(0.045, 0.085), rng.uniform(0.26, 0.37)
            if rng.random() < 0.93:
                books[rng.choice(GOODS)].append((x, base - tall, wide, tall))
            x += wide + 0.006
    parts += [path(boxes(found), tone(colour)) for colour, found in books.items()]
    parts.append(path(boxes(shelves), tone(lighter(wood, 0.12))))
    return group(*parts)


def supermarket(frame: Frame) -> Stage:
    """A supermarket: long shelves full of goods, fruit in boxes, lamps."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    x = middle % 1.75 - 1.75
    while x < room.width_m + 1:
        room.put(_goods_shelf(room), x + 0.875)
        room.tell("shelf", x + 0.875, 0.0, (1.7, 2.2))
        x += 1.75
    room.put(_fruit_boxes(room), middle - way * 1.6, -0.3)
    room.keep_spot("shop assistant", middle - way * 0.35, 0.55, mirrored=way > 0)
    room.stand("shopping trolley", middle + way * min(2.0, middle - 0.7), out_m=0.4)
    pendants(room, (middle - 1.8, middle, middle + 1.8), "#7f8c96")
    floor = tile_floor(room, rng.choice(("#dcd8cc", "#d5dbd9", "#e0d6c6")))
    return finish(
        room,
        plain_wall(room, rng.choice(("#eef0ea", "#f0e9da", "#e6eef0")), ceiling="panels"),
        floor,
    )


def _goods_shelf(room: Room) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    width, height = 1.7, 2.2
    parts = [
        rect(-width / 2, -height, width, height, tone("#b9c2c6")),
        rect(-width / 2 + 0.04, -height + 0.2, width - 0.08, height - 0.25, tone("#8f9aa1")),
        rect(
            -width / 2,
            -height,
            width,
            0.2,
            tone(rng.choice(("#c8534f", "#3f8f7f", "#3f6fa8", "#d99a3c"))),
        ),
    ]
    goods: dict[str, list[Rectangle]] = {}
    boards: list[Rectangle] = []
    for row in range(4):
        base = -0.1 - row * 0.5
        boards.append((-width / 2, base, width, 0.06))
        x = -width / 2 + 0.08
        while x < width / 2 - 0.22:
            colour, wide = rng.choice(GOODS), rng.uniform(0.09, 0.15)
            tall = rng.uniform(0.2, 0.36)
            for _ in range(rng.randint(2, 4)):
                if x < width / 2 - 0.2:
                    goods.setdefault(colour, []).append((x, base - tall, wide, tall))
                    x += wide + 0.015
    parts += [path(boxes(found), tone(colour)) for colour, found in goods.items()]
    labels = [
        (x - 0.01, y + h * 0.4, w + 0.02, h * 0.2)
        for found in goods.values()
        for x, y, w, h in found[::2]
    ]
    parts.append(path(boxes((x + 0.02, y, w - 0.04, h) for x, y, w, h in labels), tone("#fbf6ea")))
    parts.append(path(boxes(boards), tone("#dfe5e6")))
    return group(*parts)


def _fruit_boxes(room: Room) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    parts = [
        rect(-0.85, -0.5, 1.7, 0.55, tone("#8f6a45")),
        rect(-0.85, -0.28, 1.7, 0.05, tone("#74543a")),
    ]
    for index, colour in enumerate(
        rng.sample(("#d2493f", "#e8963a", "#8fbf4f", "#f0cb45", "#7a4f8f"), 3)
    ):
        left = -0.8 + index * 0.55
        parts.append(rect(left, -0.66, 0.5, 0.2, tone("#b98c5c")))
        for row in range(2):
            for column in range(4 - row):
                x, y = left + 0.09 + 0.11 * column + 0.055 * row, -0.7 - 0.085 * row
                parts.append(circle(x, y, 0.062, tone(colour)))
    return group(*parts)


def hospital(frame: Frame) -> Stage:
    """A hospital room: a bed, a curtain, a cupboard, a bright window."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    window(room, middle + way * 0.9, 1.05, (1.5, 1.3))
    room.stand("bed", middle - way * 0.75, "#8fc1d8", out_m=0.32)
    room.put(
        _rail_curtain(room, rng.choice(("#8fc4bd", "#a9c4e0", "#b9d4a8"))), middle - way * 2.15
    )
    room.stand("cupboard", middle + way * min(1.95, middle - 0.8))
    room.on_top("vase", middle + way * min(1.6, middle - 1.1), 0.83)
    room.keep_spot("nurse", middle + way * 0.6, 0.75, mirrored=way > 0)
    room.keep_spot("doctor", middle + way * 1.5, 0.7, mirrored=way > 0)
    room.hang("clock", middle - way * 0.6, 2.3)
    room.put(_monitor(room), middle - way * 0.6, 1.35)
    floor = tile_floor(room, rng.choice(("#d3dcdb", "#d8d9d2", "#cdd8de")))
    furnish_ends(room, 3.1)
    dado = rng.choice(("#b9d8d2", "#bcd0e2", "#cfdcb8"))
    wall = plain_wall(room, "#eef1ec", dado, ceiling="panels")
    return finish(room, wall, floor)


def _rail_curtain(room: Room, colour: str) -> str:
    tone = room.frame.mood.tone
    folds = [(-0.5 + 0.2 * index, -2.5, 0.09, 2.3) for index in range(5)]
    return group(
        rect(-0.75, -2.58, 1.5, 0.05, tone("#a7b0b6")),
        rect(-0.5, -2.54, 1.0, 2.36, tone(colour)),
        path(boxes(folds), tone(darker(colour, 0.14))),
    )


def _monitor(room: Room) -> str:
    tone = room.frame.mood.tone
    beat = "M-.24-.2h.12l.04-.1.06.2.05-.14.03.04h.18"
    return group(
        rect(-0.32, -0.42, 0.64, 0.44, tone("#c9d1d4"), rx=0.04),
        rect(-0.27, -0.37, 0.54, 0.34, tone("#2f4a52")),
        path(beat, stroke=tone("#8fe0a0"), stroke_width=0.02, stroke_linejoin="round"),
    )


OFFICE = Place(
    name="office",
    paint=office,
    words=("office", "workplace", "meeting room", "business meeting", "meeting", "job interview"),
    stand_ins=("police station",),
    said="in an office",
    hints=Hints(
        nouns=(
            "businessman",
            "office worker",
        ),
        names=("meeting table",),
        actions=("type",),
        young="classroom",
    ),
    casts=(
        (people(2, "type"),),
        (man("type"), woman("phone"), man("drink", holding="cup")),
        (woman("point"), people(2, "talk")),
    ),
    seating=Seating(tables=("work",), company="desks"),
    indoors=True,
)


LIBRARY = Place(
    name="library",
    paint=library,
    words=("library",),
    stand_ins=("bookshop", "bookstore", "book shop", "book store"),
    said="in a library",
    hints=Hints(nouns=("librarian",), actions=("read",)),
    casts=(
        (people(2, "read"),),
        (in_role("librarian"), children(2, "read")),
        (man("read", "old"), woman("write")),
    ),
    seating=Seating(seat="armchair", readers=True, tables=("work",)),
    indoors=True,
)


SUPERMARKET = Place(
    name="supermarket",
    paint=supermarket,
    words=("supermarket", "grocery store", "grocery", "grocery shop"),
    said="in a supermarket",
    hints=Hints(nouns=("shop assistant",), actions=("shop",)),
    casts=(
        (people(2, "shop"), in_role("shop assistant")),
        (woman("shop"), children(1, "point"), thing("shopping trolley")),
    ),
    indoors=True,
)


HOSPITAL = Place(
    name="hospital",
    paint=hospital,
    words=(
        "hospital", "hospital room", "clinic", "doctor's office", "surgery", "waiting room", "ward",
    ),
    said="in a hospital room",
    noun="hospital room",
    hints=Hints(nouns=("nurse", "doctor", "patient"), names=("hospital bed",)),
    casts=(
        (in_role("nurse"), in_role("doctor")),
        (in_role("doctor", "talk"), woman("talk", "old")),
        (in_role("nurse"), children(1, "wave"), thing("teddy bear")),
    ),
    seating=Seating(beds="many"),
    indoors=True,
)  # fmt: skip
