"""Halls with a long counter: a post office, a bank, and the lobby of a hotel."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import circle, group, path, rect
from imagespeak_core.generators.illustrator.places.casts import in_role, man, people, thing, woman
from imagespeak_core.generators.illustrator.places.place import Background, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.room import (
    Room,
    finish,
    new_room,
    plank_floor,
    tile_floor,
)
from imagespeak_core.generators.illustrator.scenery.room_walls import plain_wall
from imagespeak_core.generators.illustrator.scenery.shelves import side_by_side
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.scenery.wall_ends import furnish_ends
from imagespeak_core.generators.illustrator.scenery.windows import pendants, window

SOFAS = ("#5f93a8", "#c97b5a", "#7fa36b", "#c9a25a")
PARCELS = ("#c9a06a", "#b98c5c", "#d9b98a", "#a97f55")
_COUNTER_M = 3.0


def post_office(frame: Frame) -> Stage:
    """A post office: a counter under a sign with a letter, shelves full of parcels, scales."""
    room = new_room(frame)
    middle, way, colour = _hall(room, ("#d9a43a", "#c8534f", "#3f7f9f"))
    at = middle - way * 0.75
    room.put(_parcel_shelf(room), at - way * 0.3, 0.0)
    room.put(_letter_sign(room, colour), at, 2.3)
    room.put(_counter(room, colour), at, -0.14)
    room.put(_scales(room), at - way * 1.0, 0.94)
    room.keep_spot("shop assistant", at, 0.0, mirrored=way < 0)
    window(room, middle + way * min(2.0, middle - 0.8), 0.95, (1.3, 1.5))
    room.stand("post box", middle + way * min(1.5, middle - 0.45))
    room.hang("clock", middle + way * 1.3, 2.2)
    return _finished(room, colour, at)


def bank(frame: Frame) -> Stage:
    """A bank: a counter with glass panes and a coin sign, a cash machine, plants."""
    room = new_room(frame)
    middle, way, colour = _hall(room, ("#3f6f8f", "#4f7f6f", "#6f6f9f"))
    at = middle - way * 0.75
    room.put(_coin_sign(room, colour), at, 2.3)
    room.put(_glass(room), at, 0.94)
    room.put(_counter(room, colour), at, -0.14)
    room.keep_spot("shop assistant", at, 0.0, mirrored=way < 0)
    room.put(_cash_machine(room, colour), middle + way * min(1.5, middle - 0.5), -0.02)
    room.stand("potted plant", middle + way * min(2.3, middle + 0.1))
    room.hang("clock", middle + way * 1.5, 2.3)
    room.stand("bench", middle + way * 3.2)
    return _finished(room, colour, at)


def hotel_lobby(frame: Frame) -> Stage:
    """The lobby of a hotel: the reception with its keys, a sofa, a lamp, a big window."""
    room = new_room(frame)
    middle, way, colour = _hall(room, ("#7f5560", "#4f7f8f", "#8a6a45", "#5f7f5f"))
    at = middle - way * 0.95
    room.put(_key_rack(room), at, 1.45)
    room.put(_counter(room, colour), at, -0.14)
    room.tell("counter", at, 0.0, (_COUNTER_M, 0.94))
    room.put(_bell(room), at + way * 0.9, 0.94)
    room.put(_screen(room), at - way * 0.6, 0.94)
    room.keep_spot("shop assistant", at + way * 0.2, 0.0, mirrored=way < 0)
    window(room, middle + way * min(2.0, middle - 0.7), 0.9, (1.5, 1.5), colour)
    seat = "sofa" if room.width_m > 5.5 else "armchair"
    room.stand(seat, middle + way * min(2.2, middle - 0.4), frame.rng.choice(SOFAS), out_m=0.2)
    room.stand("potted plant", middle + way * min(1.0, middle - 0.4))
    return _finished(room, colour, at, planks=True)


def _hall(room: Room, colours: tuple[str, ...]) -> tuple[float, int, str]:
    """The middle of the wall, the side where the counter is not, and the main colour."""
    way = 1 if room.frame.chance(0.5) else -1
    return room.width_m / 2, way, room.frame.rng.choice(colours)


def _finished(room: Room, colour: str, at: float, *, planks: bool = False) -> Stage:
    rng = room.frame.rng
    furnish_ends(room, 3.6)
    pendants(room, (at - 1.5, at + 1.5), colour)
    floor = (
        plank_floor(room, rng.choice(("#b98a63", "#a9805f")))
        if planks
        else tile_floor(room, rng.choice(("#d9d3c6", "#d3d8d6", "#dccfbd")))
    )
    wall = rng.choice(("#f2e6d0", "#ece8de", "#efe0cf"))
    return finish(room, plain_wall(room, wall, ceiling="beams" if planks else "panels"), floor)


def _counter(room: Room, colour: str) -> str:
    tone = room.frame.mood.tone
    half = _COUNTER_M / 2
    panels = [(-half + 0.1 + 0.72 * index, -0.88, 0.64, 0.68) for index in range(4)]
    return group(
        shadow(_COUNTER_M),
        rect(-half, -1.02, _COUNTER_M, 1.02, tone(colour)),
        path(boxes(panels), tone(lighter(colour, 0.16))),
        rect(-half - 0.08, -1.1, _COUNTER_M + 0.16, 0.1, tone("#c4935f"), rx=0.02),
        rect(-half, -0.1, _COUNTER_M, 0.1, tone(darker(colour, 0.35))),
        id="counter",
    )


def _parcel_shelf(room: Room) -> str:
    """Shelves behind the counter, full of parcels and letters."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    parts = [rect(-1.1, -2.0, 2.2, 2.0, tone("#8f7a62"))]
    for base in (-1.08, -1.53):
        parts.append(rect(-1.04, base - 0.41, 2.08, 0.41, tone("#6f5c4a")))
        for it in side_by_side(rng, (-1.0, 0.72), (0.2, 0.4), (0.16, 0.34), 0.04, PARCELS):
            top, tied = base - it.tall, it.x + it.wide * 0.42
            parts.append(rect(it.x, top, it.wide, it.tall, tone(it.colour)))
            parts.append(rect(tied, top, it.wide * 0.14, it.tall, tone("#efe0bf")))
    return group(*parts, id="parcel-shelf")


def _letter_sign(room: Room, colour: str) -> str:
    """A sign with an envelope."""
    tone = room.frame.mood.tone
    return group(
        rect(-0.62, -0.26, 1.24, 0.56, tone(colour), rx=0.08),
        rect(-0.28, -0.17, 0.56, 0.38, tone("#fbf6ea"), rx=0.02),
        path("M-.28-.15L0 .06L.28-.15", stroke=tone(darker(colour, 0.3)), stroke_width=0.03),
        id="letter-sign",
    )


def _scales(room: Room) -> str:
    tone = room.frame.mood.tone
    return group(
        rect(-0.18, -0.1, 0.36, 0.1, tone("#6b757d"), rx=0.02),
        rect(-0.22, -0.14, 0.44, 0.04, tone("#c9d1d4"), rx=0.02),
        rect(0.02, -0.08, 0.12, 0.05, tone("#9fd0a8")),
        rect(-0.14, -0.32, 0.28, 0.18, tone("#c9a06a")),
        rect(-0.02, -0.32, 0.05, 0.18, tone("#efe0bf")),
    )


def _coin_sign(room: Room, colour: str) -> str:
    """A sign with a pile of coins and a note."""
    tone = room.frame.mood.tone
    return group(
        rect(-0.95, -0.36, 1.9, 0.66, tone(colour), rx=0.06),
        rect(-0.66, -0.2, 0.72, 0.36, tone("#a9cf9a"), rx=0.03),
        circle(-0.3, -0.02, 0.11, tone("#7fae74")),
        circle(0.4, -0.02, 0.2, tone("#f0c95a")),
        circle(0.4, -0.02, 0.14, tone("#d9a43a")),
        rect(0.375, -0.1, 0.05, 0.16, tone("#f7e3a0")),
        id="coin-sign",
    )


def _glass(room: Room) -> str:
    """Panes between those who come and those who work there."""
    tone = room.frame.mood.tone
    panes = [(-1.35 + 0.92 * index, -1.0, 0.82, 1.0) for index in range(3)]
    posts = [(-1.42 + 0.92 * index, -1.05, 0.05, 1.05) for index in range(4)]
    shine = "".join(f"M{-1.2 + 0.92 * index:.2f}-.2l.4-.66h.12l-.4.66z" for index in range(3))
    return group(
        path(boxes(panes), "#bfe0ea", fill_opacity=0.4),
        path(shine, "#ffffff", fill_opacity=0.3),
        path(boxes(posts), tone("#8f9aa1")),
        rect(-1.46, -1.08, 2.9, 0.06, tone("#8f9aa1")),
        id="counter-glass",
    )


def _cash_machine(room: Room, colour: str) -> str:
    tone = room.frame.mood.tone
    keys = [(-0.16 + 0.09 * x, -0.95 + 0.07 * y, 0.06, 0.045) for x in range(3) for y in range(3)]
    return group(
        shadow(0.8),
        rect(-0.4, -1.75, 0.8, 1.75, tone(darker(colour, 0.12)), rx=0.05),
        rect(-0.4, -1.75, 0.8, 0.24, tone(lighter(colour, 0.35)), rx=0.05),
        rect(-0.27, -1.42, 0.54, 0.36, tone("#2f4a5a"), rx=0.02),
        path("M-.2-1.32h.3M-.2-1.24h.38M-.2-1.16h.22", stroke="#a8e0c8", stroke_width=0.025),
        rect(-0.3, -1.0, 0.6, 0.28, tone("#c9d1d4"), rx=0.02),
        path(boxes(keys), tone("#5f6b75")),
        rect(0.13, -0.94, 0.13, 0.04, tone("#3f4a52")),
        rect(-0.2, -0.62, 0.4, 0.05, tone("#3f4a52")),
        rect(-0.14, -0.6, 0.28, 0.1, tone("#a9cf9a")),
        id="cash-machine",
    )


def _key_rack(room: Room) -> str:
    """Small boxes for keys and letters behind the reception."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    holes = [(-1.1 + 0.37 * x, -0.98 + 0.33 * y, 0.32, 0.28) for x in range(6) for y in range(3)]
    keys = [hole for hole in holes if rng.random() < 0.6]
    return group(
        rect(-1.18, -1.06, 2.36, 1.08, tone("#8a5f42"), rx=0.03),
        path(boxes(holes), tone("#5f4230")),
        *(circle(x + 0.16, y + 0.09, 0.045, tone("#f0c95a")) for x, y, _, _ in keys),
        path(boxes((x + 0.145, y + 0.11, 0.03, 0.13) for x, y, _, _ in keys), tone("#f0c95a")),
        id="key-rack",
    )


def _bell(room: Room) -> str:
    tone = room.frame.mood.tone
    return group(
        path("M-.13 0q0-.16.13-.17q.13.01.13.17z", tone("#f0c95a")),
        rect(-0.16, -0.02, 0.32, 0.04, tone("#7b5a3a"), rx=0.01),
        circle(0, -0.19, 0.03, tone("#d9a43a")),
    )


def _screen(room: Room) -> str:
    tone = room.frame.mood.tone
    return group(
        rect(-0.12, -0.04, 0.24, 0.04, tone("#4f565d")),
        rect(-0.03, -0.14, 0.06, 0.12, tone("#4f565d")),
        rect(-0.26, -0.46, 0.52, 0.34, tone("#4f565d"), rx=0.02),
    )


POST_OFFICE = Place(
    name="post office",
    paint=post_office,
    words=("post office",),
    said="in a post office",
    background=Background("There is a long counter.", "counter", "counter"),
    casts=(
        (woman("carry", holding="parcel"), man("stand", "old")),
        (people(3, "stand"),),
    ),
    seating=Seating(seat="bench"),
    indoors=True,
)


BANK = Place(
    name="bank",
    paint=bank,
    weak_words=("bank",),
    said="in a bank",
    background=Background("There is a long counter.", "counter", "counter"),
    casts=((people(2, "stand"),), (woman("phone"), man("stand", "old"))),
    seating=Seating(seat="bench"),
    indoors=True,
)


HOTEL_LOBBY = Place(
    name="hotel lobby",
    paint=hotel_lobby,
    words=("hotel lobby", "lobby", "hotel reception", "reception desk"),
    weak_words=("reception", "hotel"),
    said="in a hotel lobby",
    casts=(
        (in_role("tourist"), thing("suitcase", 2)),
        (woman("phone"), man("stand"), thing("suitcase")),
    ),
    seating=Seating(seat="armchair"),
    indoors=True,
)
