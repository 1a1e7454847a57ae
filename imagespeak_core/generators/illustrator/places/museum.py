"""A museum: paintings on a coloured wall, sculptures and glass cases, ropes before them."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots
from imagespeak_core.generators.illustrator.drawing.svg import (
    circle,
    ellipse,
    group,
    path,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import (
    children,
    in_role,
    man,
    people,
    woman,
)
from imagespeak_core.generators.illustrator.places.place import Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.room import (
    Room,
    Size,
    finish,
    new_room,
    plank_floor,
    tile_floor,
)
from imagespeak_core.generators.illustrator.scenery.room_walls import plain_wall
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.things.catalog import THINGS

WALLS = ("#a9bcc4", "#c7a48e", "#b3b992", "#b59aab", "#8fa9b5", "#cdb98f")
GOLD = "#c99a45"
PAINTS = ("#d9604f", "#e9b949", "#3f7fae", "#5f9f6e", "#8a5a9c", "#e08a4a", "#f0e2c4")


def museum(frame: Frame) -> Stage:
    """A hall of a museum; what is shown in it changes from picture to picture."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    room.put(_paintings(room, way), 0.0)
    for x in (middle - 1.2, middle, middle + 1.2):
        room.tell("painting", x, 1.3, (0.9, 0.9))
    shown = rng.sample((_bust, _case, _urn), 2)
    edge = min(2.25, middle - 0.6)
    room.put(_exhibit(room, "sculpture", _bust(room)), middle - way * edge, -0.1)
    room.tell("statue", middle - way * edge, -0.1, (0.7, 1.85))
    room.put(_exhibit(room, "exhibit", shown[0](room)), middle + way * edge, -0.1)
    if room.width_m > 8:
        room.put(_exhibit(room, "exhibit", shown[1](room)), middle + way * (edge + 2.4), -0.1)
    room.put(_ropes(room, 3 if frame.chance(0.5) else 4), middle - way * 0.1, -0.42)
    wall = plain_wall(room, rng.choice(WALLS), ceiling="spots")
    floors = (
        plank_floor(room, rng.choice(("#b98a63", "#a97c57"))),
        tile_floor(room, rng.choice(("#d8d2c6", "#cfd3d6"))),
    )
    return finish(room, wall, rng.choice(floors))


def _paintings(room: Room, way: int) -> str:
    """Frames of several sizes, side by side over the whole wall, the largest in the middle."""
    frame, middle = room.frame, room.width_m / 2
    grow = min(1.5, max(1.0, room.height_m / 4.2))
    parts = [_painting(room, middle, (1.45 * grow, 1.05 * grow))]
    for side in (-1, 1):
        x = 0.98 * grow
        while x < middle + 0.4:
            wide = frame.between(0.62, 1.0) * grow
            tall = frame.between(0.7, 1.05) * grow
            parts.append(_painting(room, middle + side * way * (x + wide / 2), (wide, tall)))
            x += wide + frame.between(0.3, 0.5)
    return group(*parts, id="paintings")


def _painting(room: Room, x: float, size: Size) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    wide, tall = size
    foot = 1.22 if wide > 1.2 else 1.4
    rim = rng.choice((GOLD, GOLD, "#7d5636", "#4a4650"))
    top = -foot - tall
    inside = rng.choice((_landscape, _portrait, _abstract))
    return group(
        rect(x - wide / 2 - 0.09, top - 0.09, wide + 0.18, tall + 0.18, tone(darker(rim, 0.25))),
        rect(x - wide / 2 - 0.07, top - 0.07, wide + 0.14, tall + 0.14, tone(rim)),
        inside(room, (x - wide / 2, top), size),
        rect(x - 0.12, top + tall + 0.17, 0.24, 0.08, tone("#f6efe0")),
    )


def _landscape(room: Room, corner: Size, size: Size) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    (x, y), (wide, tall) = corner, size
    ground = y + tall * rng.uniform(0.55, 0.7)
    hill = [(x, ground), (x + wide * rng.uniform(0.3, 0.6), y + tall * 0.3), (x + wide, ground)]
    return group(
        rect(x, y, wide, tall, tone(rng.choice(("#a9d0e4", "#f0c795", "#d9c6e0")))),
        circle(x + wide * 0.78, y + tall * 0.25, tall * 0.1, tone("#fbe9b0")),
        polygon(hill, tone(rng.choice(("#7f9bb5", "#8a86a9", "#6f9f8f")))),
        rect(x, ground, wide, y + tall - ground, tone(rng.choice(("#6fa35c", "#4f8fb5")))),
    )


def _portrait(room: Room, corner: Size, size: Size) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    (x, y), (wide, tall) = corner, size
    centre, head = x + wide / 2, min(wide, tall) * 0.17
    skin = tone(rng.choice(("#e8b995", "#c98f68", "#8a5a3f")))
    hair = tone(rng.choice(("#4a3428", "#8a5a34", "#b9b2aa")))
    coat = [
        (centre - wide * 0.36, y + tall),
        (centre - head * 0.8, y + tall * 0.6),
        (centre + head * 0.8, y + tall * 0.6),
        (centre + wide * 0.36, y + tall),
    ]
    return group(
        rect(x, y, wide, tall, tone(rng.choice(("#5f6f64", "#6f5f74", "#4f6474")))),
        polygon(coat, tone(rng.choice(PAINTS))),
        circle(centre, y + tall * 0.38, head * 1.2, hair),
        ellipse(centre, y + tall * 0.45, head * 0.85, head * 1.1, skin),
    )


def _abstract(room: Room, corner: Size, size: Size) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    (x, y), (wide, tall) = corner, size
    ink, first, second, third = rng.sample(PAINTS, 4)
    return group(
        rect(x, y, wide, tall, tone(lighter(ink, 0.7))),
        rect(x + wide * 0.1, y + tall * 0.12, wide * 0.4, tall * 0.5, tone(first)),
        circle(x + wide * 0.64, y + tall * 0.42, min(wide, tall) * 0.24, tone(second)),
        rect(x + wide * 0.3, y + tall * 0.66, wide * 0.58, tall * 0.2, tone(third)),
    )


def _exhibit(room: Room, name: str, drawn: str) -> str:
    return group(shadow(0.9), drawn, id=f"{name}-{len(room.wall_things)}")


def _plinth(room: Room, height: float) -> str:
    tone = room.frame.mood.tone
    stone = "#e4ded2"
    return group(
        rect(-0.34, -height, 0.68, height, tone(stone)),
        rect(0.12, -height, 0.22, height, tone(darker(stone, 0.12))),
        path(boxes([(-0.4, -0.1, 0.8, 0.1), (-0.4, -height, 0.8, 0.08)]), tone("#f2ede3")),
    )


def _bust(room: Room) -> str:
    """A marble head on its plinth."""
    tone = room.frame.mood.tone
    marble, shade = tone("#f3f0ea"), tone("#cfcac4")
    chest = "M-.32-1.0Q-.34-1.25-.1-1.3L-.09-1.42H.09L.1-1.3Q.34-1.25.32-1.0Z"
    hair = [(-0.15, -1.68, 0.1), (-0.04, -1.76, 0.12), (0.09, -1.74, 0.11), (0.16, -1.63, 0.08)]
    return group(
        _plinth(room, 1.0),
        path(chest, marble),
        path("M.05-1.42H.09L.1-1.3Q.34-1.25.32-1.0H.1Z", shade),
        ellipse(0, -1.56, 0.16, 0.2, marble),
        path(dots(hair), shade),
        path(
            "M-.07-1.58h.04M.05-1.58h.04M-.03-1.47h.07", stroke=tone("#a9a49f"), stroke_width=0.02
        ),
    )


def _case(room: Room) -> str:
    """Something precious under glass."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    thing = THINGS[rng.choice(("crown", "vase", "globe", "trophy"))]
    drawn = thing.draw(tone, thing.colour, rng)
    grow = min(0.5 / thing.width_m, 0.55 / thing.height_m)
    glass = tone("#dcecf2")
    return group(
        _plinth(room, 0.85),
        rect(-0.36, -1.6, 0.72, 0.75, glass, fill_opacity=0.55),
        group(drawn, transform=f"translate(0 -.86) scale({grow:.3f})"),
        path(boxes([(-0.38, -1.62, 0.76, 0.04)]), tone("#8f9aa1")),
        polygon(
            [(-0.3, -1.0), (-0.12, -1.58), (0.0, -1.58), (-0.18, -1.0)], glass, fill_opacity=0.7
        ),
    )


def _urn(room: Room) -> str:
    """An old clay jar with bands of pattern."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    clay = rng.choice(("#c27a4f", "#a9674a", "#8f7d6a"))
    body = (
        "M-.12-1.6H.12L.08-1.5Q.3-1.4.26-1.15Q.22-.96.1-.88H-.1Q-.22-.96-.26-1.15Q-.3-1.4-.08-1.5Z"
    )
    return group(
        _plinth(room, 0.88),
        path(body, tone(clay)),
        path(
            boxes([(-0.27, -1.3, 0.54, 0.05), (-0.25, -1.14, 0.5, 0.05)]),
            tone(darker(clay, 0.45)),
        ),
        path(
            "M-.16-1.46Q-.36-1.5-.28-1.26M.16-1.46Q.36-1.5.28-1.26",
            stroke=tone(clay),
            stroke_width=0.05,
        ),
    )


def _ropes(room: Room, posts: int) -> str:
    """Brass posts with a red rope between them, before the large painting."""
    tone = room.frame.mood.tone
    step = 2.0 / (posts - 1)
    places = [-1.0 + step * index for index in range(posts)]
    rope = "".join(f"M{x:.3f}-.78q{step / 2:.3f} .3 {step:.3f} 0" for x in places[:-1])
    return group(
        path(boxes((x - 0.025, -0.82, 0.05, 0.82) for x in places), tone(GOLD)),
        path(dots((x, -0.84, 0.05) for x in places), tone(lighter(GOLD, 0.3))),
        path(dots(((x, -0.02, 0.13) for x in places), 0.3), tone(darker(GOLD, 0.2))),
        path(rope, stroke=tone("#b23a3f"), stroke_width=0.06),
        id="ropes",
    )


MUSEUM = Place(
    name="museum",
    paint=museum,
    words=("museum", "art museum", "gallery", "art gallery", "exhibition"),
    said="in a museum",
    casts=(
        (people(2, "look"), children(1, "point")),
        (in_role("tourist", "photo"), people(2, "talk")),
        (man("think", "old"), woman("point"), children(1, "look")),
    ),
    seating=Seating(seat="bench"),
    indoors=True,
)
