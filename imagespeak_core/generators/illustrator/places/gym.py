"""A gym: wall bars, a rack with dumbbells, running machines before a mirror, balls and mats."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots
from imagespeak_core.generators.illustrator.drawing.svg import circle, group, path, rect
from imagespeak_core.generators.illustrator.places.casts import man, people, woman
from imagespeak_core.generators.illustrator.places.place import Background, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.room import Room, finish, new_room, plank_floor
from imagespeak_core.generators.illustrator.scenery.room_walls import plain_wall
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.scenery.windows import window

COLOURS = ("#d9604f", "#4f7fae", "#5f9f6e", "#d9a43a", "#8a6bb0")


def gym(frame: Frame) -> Stage:
    """A place to keep fit."""
    room, rng = new_room(frame, 0.66), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    colour = rng.choice(COLOURS)
    room.put(_mirror_wall(room), middle - way * 1.05, 0.25)
    room.tell("mirror", middle - way * 1.05, 0.25, (2.88, 2.1))
    room.put(_running_machine(room, colour, way), middle - way * 1.6, -0.1)
    room.put(_running_machine(room, colour, way), middle - way * 0.4, -0.1)
    room.put(_dumbbell_rack(room), middle + way * min(1.25, middle - 0.9), -0.12)
    room.put(_wall_bars(room), middle + way * min(2.6, middle + 0.4))
    room.hang("clock", middle + way * 1.1, 2.15)
    room.put(_balls(room, way), middle + way * min(2.45, middle - 0.2), -0.2)
    for side in (-1, 1):
        at = 4.2
        while at - 1.0 < middle:
            window(room, middle + side * at, 1.15, (1.3, 1.2))
            room.put(_wall_bars(room), middle + side * (at + 1.5))
            at += 3.0
    room.put(_mat(room, colour), middle + way * 0.9, -0.75)
    floor = plank_floor(room, rng.choice(("#c8a274", "#b9926a", "#cfae85")))
    wall = plain_wall(
        room, rng.choice(("#eceae2", "#e4ebee", "#f1e6d8")), lighter(colour, 0.5), ceiling="panels"
    )
    return finish(room, wall, floor)


def _mirror_wall(room: Room) -> str:
    tone = room.frame.mood.tone
    panes = [(-1.35 + 0.92 * index, -2.1, 0.88, 2.1) for index in range(3)]
    shine = "".join(f"M{-1.2 + 0.92 * index:.2f}-.4l.5-1.2h.14l-.5 1.2z" for index in range(3))
    return group(
        rect(-1.42, -2.17, 2.88, 2.24, tone("#9aa5ad")),
        path(boxes(panes), tone("#cfe0e6")),
        path(shine, "#ffffff", fill_opacity=0.35),
        id="mirror-wall",
    )


def _running_machine(room: Room, colour: str, way: int) -> str:
    """A running machine from the side."""
    tone = room.frame.mood.tone
    front = 0.55 * way
    return group(
        shadow(1.3),
        path(
            f"M{-front:.2f}-.1L{front:.2f}-.2L{front * 1.05:.2f}-1.15",
            stroke=tone("#5f6b75"),
            stroke_width=0.07,
            stroke_linejoin="round",
        ),
        rect(-0.66, -0.2, 1.32, 0.16, tone(darker(colour, 0.2)), rx=0.05),
        rect(-0.6, -0.24, 1.2, 0.07, tone("#4f565d"), rx=0.03),
        path(
            f"M{front:.2f}-1.05h{-0.38 * way:.2f}",
            stroke=tone("#5f6b75"),
            stroke_width=0.05,
            stroke_linecap="round",
        ),
        rect(front - 0.16, -1.36, 0.32, 0.26, tone(colour), rx=0.04),
        rect(front - 0.11, -1.32, 0.22, 0.13, tone("#bfe3d0"), rx=0.02),
    )


def _dumbbell_rack(room: Room) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    parts = [
        shadow(1.6),
        path("M-.7 0L-.62-1H-.54L-.6 0ZM.7 0L.62-1H.54L.6 0Z", tone("#5f6b75")),
    ]
    for row, base in enumerate((-0.28, -0.62, -0.96)):
        parts.append(rect(-0.74, base, 1.48, 0.06, tone("#7b868e"), rx=0.02))
        size = 0.12 - 0.015 * row
        colour = tone(rng.choice(COLOURS))
        for index in range(4):
            x = -0.66 + 0.36 * index
            bells = [(x, base - size * 1.7, 0.07, size * 1.7), (x + 0.17, base - size * 1.7, 0.07,
                     size * 1.7)]  # fmt: skip
            parts.append(rect(x + 0.05, base - size, 0.14, 0.04, tone("#aab4b8")))
            parts.append(path(boxes(bells), colour))
    return group(*parts, id="dumbbell-rack")


def _wall_bars(room: Room) -> str:
    tone = room.frame.mood.tone
    wood = "#c4935f"
    bars = [(-0.5, -0.35 - 0.24 * index, 1.0, 0.06) for index in range(9)]
    return group(
        path(boxes([(-0.56, -2.5, 0.1, 2.5), (0.46, -2.5, 0.1, 2.5)]), tone(darker(wood, 0.2))),
        path(boxes(bars), tone(lighter(wood, 0.15))),
    )


def _balls(room: Room, way: int) -> str:
    """A big and a small exercise ball."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    big, small = rng.sample(COLOURS, 2)
    return group(
        shadow(0.9),
        circle(0, -0.34, 0.34, tone(big)),
        path(dots([(-0.1, -0.46, 0.09)]), tone(lighter(big, 0.45))),
        circle(-way * 0.5, -0.16, 0.18, tone(small)),
        path(dots([(-way * 0.5 - 0.05, -0.23, 0.05)]), tone(lighter(small, 0.45))),
        id="balls",
    )


def _mat(room: Room, colour: str) -> str:
    tone = room.frame.mood.tone
    return path("M-.95 .14L-.78-.14H.82L.95 .14Z", tone(darker(colour, 0.12))) + path(
        "M-.95 .14L-.94 .18H.94L.95 .14Z", tone(darker(colour, 0.35))
    )


GYM = Place(
    name="gym",
    paint=gym,
    words=("gym", "gymnasium", "fitness centre", "fitness center", "fitness studio", "sports hall"),
    said="in a gym",
    background=Background("There is a big mirror.", "mirror-wall", "mirror"),
    casts=((people(2, "jump"), woman("run")), (man("run"), woman("drink"))),
    built_in=("mirror",),
    seating=Seating(seat="bench"),
    indoors=True,
)
