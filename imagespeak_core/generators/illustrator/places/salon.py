"""At the hairdresser's: mirrors with lamps, chairs in front of them, shelves full of bottles."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import dots
from imagespeak_core.generators.illustrator.drawing.svg import circle, ellipse, group, path, rect
from imagespeak_core.generators.illustrator.places.casts import man, people, woman
from imagespeak_core.generators.illustrator.places.place import Hints, Place
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.room import Room, finish, new_room, tile_floor
from imagespeak_core.generators.illustrator.scenery.room_walls import plain_wall
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.scenery.wall_ends import furnish_ends
from imagespeak_core.generators.illustrator.scenery.windows import pendants, window

BOTTLES = ("#d9604f", "#e9b949", "#5f9f6e", "#4f7fae", "#b6789f", "#f3ead6")
SEATS = ("#7f3f4f", "#3f5f6f", "#4f4a52", "#8a5f42")


def hair_salon(frame: Frame) -> Stage:
    """Two places with a mirror, and a shelf between them."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    seat, wall = rng.choice(SEATS), rng.choice(("#f1dcd3", "#dfe8e4", "#e9e0ee", "#f4e6cc"))
    for side in (-1, 1):
        x = middle + side * min(1.3, middle - 0.65)
        room.put(_mirror(room), x, 0.98)
        room.put(_table(room), x, -0.02)
        room.put(_chair(room, seat), x + side * 0.1, -0.28)
        room.tell("mirror", x, 1.05, (0.96, 1.46))
        room.tell("chair", x + side * 0.1, -0.28, (0.8, 1.1))
    room.put(_bottle_shelf(room), middle, 1.25)
    room.put(_bottle_shelf(room), middle, 1.75)
    room.stand("potted plant", middle)
    window(room, middle + way * 3.0, 0.95, (1.4, 1.5))
    furnish_ends(room, 4.0)
    pendants(room, (middle,), seat)
    floor = tile_floor(room, rng.choice(("#d8cfc4", "#cfd3d3", "#d9c8b8")))
    return finish(room, plain_wall(room, wall, ceiling="spots"), floor)


def _mirror(room: Room) -> str:
    """A high mirror with small lamps on both sides."""
    tone = room.frame.mood.tone
    lamps = [(side * 0.56, -0.18 - 0.3 * row, 0.055) for side in (-1, 1) for row in range(5)]
    return group(
        rect(-0.64, -1.6, 1.28, 1.64, tone("#f6eee0"), rx=0.06),
        rect(-0.48, -1.5, 0.96, 1.46, tone("#c9dde3"), rx=0.04),
        path("M-.36-.4l.5-.96h.16l-.5.96z", "#ffffff", fill_opacity=0.35),
        path(dots(lamps), "#fff0c0"),
        id=f"mirror-{len(room.wall_things)}",
    )


def _table(room: Room) -> str:
    """A narrow table below the mirror, with a brush, a spray and a comb."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    return group(
        rect(-0.7, -0.9, 1.4, 0.08, tone("#a9764c"), rx=0.02),
        rect(-0.64, -0.82, 1.28, 0.2, tone("#8e5d36")),
        rect(-0.6, -0.62, 0.08, 0.62, tone("#8e5d36")),
        rect(0.52, -0.62, 0.08, 0.62, tone("#8e5d36")),
        rect(-0.56, -1.12, 0.1, 0.22, tone(rng.choice(BOTTLES)), rx=0.02),
        rect(-0.42, -1.06, 0.09, 0.16, tone(rng.choice(BOTTLES)), rx=0.02),
        rect(0.4, -1.04, 0.14, 0.14, tone("#9fc3d3"), rx=0.02),
        path("M.43-1.03v-.14M.5-1.03v-.18", stroke=tone("#6b4a3a"), stroke_width=0.03),
    )


def _chair(room: Room, colour: str) -> str:
    """A padded chair on one leg, seen from behind."""
    tone = room.frame.mood.tone
    return group(
        shadow(0.8),
        ellipse(0, -0.03, 0.32, 0.06, tone("#7b868e")),
        rect(-0.05, -0.4, 0.1, 0.36, tone("#aab4b8")),
        rect(-0.4, -0.72, 0.12, 0.26, tone(darker(colour, 0.25)), rx=0.04),
        rect(0.28, -0.72, 0.12, 0.26, tone(darker(colour, 0.25)), rx=0.04),
        rect(-0.36, -0.52, 0.72, 0.16, tone(darker(colour, 0.15)), rx=0.06),
        rect(-0.32, -1.1, 0.64, 0.62, tone(colour), rx=0.12),
        rect(-0.22, -1.02, 0.44, 0.44, tone(lighter(colour, 0.12)), rx=0.08),
        circle(0, -0.8, 0.02, tone(darker(colour, 0.3))),
    )


def _bottle_shelf(room: Room) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    parts = [rect(-0.42, 0, 0.84, 0.05, tone("#a9764c"), rx=0.01)]
    for index in range(5):
        colour, tall = rng.choice(BOTTLES), rng.uniform(0.16, 0.27)
        x = -0.37 + 0.155 * index
        parts.append(rect(x, -tall, 0.11, tall, tone(colour), rx=0.02))
        parts.append(rect(x + 0.03, -tall - 0.05, 0.05, 0.06, tone(darker(colour, 0.3))))
        parts.append(rect(x, -tall * 0.6, 0.11, tall * 0.28, tone("#fbf6ea")))
    return group(*parts, id=f"bottles-{len(room.wall_things)}")


SALON = Place(
    name="salon",
    paint=hair_salon,
    words=(
        "salon", "hair salon", "hairdressing salon", "barber shop", "barbershop", "hairdresser's",
        "barber's",
    ),
    said="in a hair salon",
    noun="hair salon",
    hints=Hints(nouns=("hairdresser",)),
    casts=((people(2, "talk"),), (woman("sweep"), man("read"))),
    built_in=("mirror",),
    indoors=True,
)  # fmt: skip
