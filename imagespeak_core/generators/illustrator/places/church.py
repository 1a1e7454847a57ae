"""A church from inside: arches on pillars, coloured windows, an altar with candles, pews."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import circle, element, group, path, rect
from imagespeak_core.generators.illustrator.places.casts import in_role, man, people, seated, woman
from imagespeak_core.generators.illustrator.places.place import Background, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.room import Room, finish, new_room, tile_floor
from imagespeak_core.generators.illustrator.scenery.stage import Stage

STONES = ("#e3d8c2", "#ddd6cc", "#e0d2bd")
PANES = ("#d9604f", "#e9b949", "#5f9fb8", "#6fae7a", "#a878b8", "#e08a5a")
_BAY_M, _SILL_M = 2.1, 1.4


def church_inside(frame: Frame) -> Stage:
    """The altar in the middle under the largest window, pews on both sides."""
    room, rng = new_room(frame, 0.66), frame.rng
    middle = room.width_m / 2
    stone = rng.choice(STONES)
    bays = int(middle / _BAY_M) + 2
    for index in range(-bays, bays + 1):
        room.put(_window(room, main=index == 0), middle + index * _BAY_M, _SILL_M)
    room.tell("window", middle, _SILL_M, (1.1, 1.9))
    for index in range(-bays, bays):
        room.put(_pillar(room, stone), middle + (index + 0.5) * _BAY_M)
    room.put(_altar(room), middle, -0.08)
    for side in (-1, 1):
        at = 1.75
        while at - 0.8 < middle:
            room.put(_pew(room), middle + side * at, -0.16)
            room.tell("bench", middle + side * at, -0.16, (1.6, 0.9))
            at += 1.75
    room.put(_flowers(room), middle - 1.0, -0.1)
    floor = tile_floor(room, rng.choice(("#cfc6b8", "#c9c2bc", "#d3c7b2")))
    return finish(room, _wall(room, stone), group(floor, _carpet(room)))


def _wall(room: Room, stone: str) -> str:
    frame, tone, scale = room.frame, room.frame.mood.tone, room.scale
    rows = int(room.height_m / 0.5) + 2
    joints = [
        (0.0, room.wall_px - scale * 0.5 * row, frame.width, scale * 0.02) for row in range(rows)
    ]
    return group(
        rect(0, 0, frame.width, room.wall_px, tone(stone)),
        path(boxes(joints), tone(darker(stone, 0.1)), fill_opacity=0.5),
        rect(0, room.wall_px - scale * 0.14, frame.width, scale * 0.14, tone(darker(stone, 0.14))),
    )


def _window(room: Room, *, main: bool) -> str:
    """A pointed window of coloured glass, brighter by day than at night."""
    frame, tone, rng = room.frame, room.frame.mood.tone, room.frame.rng
    size = min(1.25 if main else 1.0, (room.height_m - _SILL_M - 0.1) / 2)
    arch = "M-.42 0V-1.15Q-.42-1.6 0-1.85Q.42-1.6 .42-1.15V0Z"
    name = f"glass{rng.randrange(10**6)}"
    light = tone if frame.time == "night" else _as_it_is
    colours = rng.sample(PANES, 4)
    panes = [
        path(
            boxes(
                (-0.42 + 0.21 * column, -1.9 + 0.24 * row, 0.21, 0.24)
                for column in range(4)
                for row in range(8)
                if (column + 2 * row) % 4 == index
            ),
            light(lighter(colour, 0.15)),
        )
        for index, colour in enumerate(colours)
    ]
    bars = [(-0.42 + 0.21 * column, -1.9, 0.022, 1.9) for column in range(1, 4)]
    bars += [(-0.42, -1.9 + 0.24 * row, 0.84, 0.022) for row in range(8)]
    rose = group(
        circle(0, -1.2, 0.26, light("#f6e3a0")),
        circle(0, -1.2, 0.18, light(colours[0])),
        circle(0, -1.2, 0.08, light("#f6e3a0")),
    )
    return group(
        element("clipPath", path(arch, "#000000"), id=name),
        path("M-.52 .06V-1.17Q-.52-1.7 0-2Q.52-1.7 .52-1.17V.06Z", tone("#b5a88f")),
        group(*panes, path(boxes(bars), tone("#5f564c")), rose, clip_path=f"url(#{name})"),
        id="great-window" if main else f"window-{len(room.wall_things)}",
        transform=f"scale({size})",
    )


def _as_it_is(colour: str) -> str:
    return colour


def _pillar(room: Room, stone: str) -> str:
    """A pillar, and the springing of the arches over the windows beside it."""
    tone = room.frame.mood.tone
    light, dark = tone(lighter(stone, 0.4)), tone(darker(stone, 0.16))
    half = _BAY_M / 2
    arch = (
        f"M{-half} -4.6Q-.2-4.3-.16-2.9H.16Q.2-4.3 {half}-4.6V-4.85Q.1-4.6 0-3.9"
        f"Q-.1-4.6 {-half}-4.85Z"
    )
    return group(
        path(arch, light),
        rect(-0.15, -3.0, 0.3, 3.0, light),
        rect(0.04, -3.0, 0.11, 3.0, dark),
        rect(-0.22, -3.1, 0.44, 0.14, light),
        rect(-0.22, -0.2, 0.44, 0.2, dark),
    )


def _altar(room: Room) -> str:
    """A table with a white cloth, two candles and a cross."""
    tone = room.frame.mood.tone
    lit = "#ffdf8a"
    return group(
        shadow(1.7),
        rect(-0.8, -0.95, 1.6, 0.95, tone("#f6f0e2")),
        rect(-0.8, -0.95, 1.6, 0.14, tone("#c9a24f")),
        path("M-.3-.81H.3V-.3L0-.16L-.3-.3Z", tone("#a8544f")),
        rect(-0.86, -1.02, 1.72, 0.08, tone("#fbf7ee")),
        rect(-0.03, -1.6, 0.06, 0.58, tone("#c9a24f")),
        rect(-0.17, -1.44, 0.34, 0.06, tone("#c9a24f")),
        *(
            rect(x - 0.03, -1.3, 0.06, 0.28, tone("#fbf3dc")) + circle(x, -1.35, 0.04, lit)
            for x in (-0.55, 0.55)
        ),
        id="altar",
    )


def _pew(room: Room) -> str:
    """A long bench of wood from behind."""
    tone, wood = room.frame.mood.tone, "#9a6a45"
    panels = [(-0.7 + 0.36 * index, -0.78, 0.3, 0.4) for index in range(4)]
    return group(
        shadow(1.7),
        rect(-0.8, -0.88, 1.6, 0.74, tone(wood)),
        path(boxes(panels), tone(darker(wood, 0.14))),
        rect(-0.84, -0.94, 1.68, 0.09, tone(lighter(wood, 0.18)), rx=0.03),
        rect(-0.84, -0.94, 0.1, 0.94, tone(darker(wood, 0.2))),
        rect(0.74, -0.94, 0.1, 0.94, tone(darker(wood, 0.2))),
    )


def _flowers(room: Room) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    heads = [(-0.14, -0.98), (0.0, -1.08), (0.14, -0.98), (-0.07, -0.9), (0.08, -0.9)]
    colour = tone(rng.choice(("#f6efe0", "#e0637a", "#f3c54b")))
    return group(
        shadow(0.4),
        rect(-0.05, -0.5, 0.1, 0.5, tone("#b5a88f")),
        path("M-.16-.76H.16L.1-.46H-.1Z", tone("#c9bda5")),
        circle(0, -0.9, 0.16, tone("#5f9a58")),
        *(circle(x, y, 0.075, colour) for x, y in heads),
    )


def _carpet(room: Room) -> str:
    """The red carpet from the altar to the onlooker."""
    frame, tone = room.frame, room.frame.mood.tone
    horizon, top, low = room.ruler.horizon_px, room.wall_px + room.scale * 0.1, frame.height
    middle = frame.width / 2
    near = room.scale * 0.62 * (low - horizon) / (room.wall_px - horizon)
    far = room.scale * 0.62

    def strip(share: float) -> str:
        return (
            f"M{middle - far * share:.2f} {top:.2f}H{middle + far * share:.2f}"
            f"L{middle + near * share:.2f} {low:.2f}H{middle - near * share:.2f}Z"
        )

    return group(
        path(strip(1.0), tone("#d9b25a")), path(strip(0.9), tone("#a8494f")), id="church-carpet"
    )


CHURCH_INSIDE = Place(
    name="church inside",
    paint=church_inside,
    words=("church inside", "church service", "inside of a church"),
    said="in a church",
    noun="church",
    background=Background("There are windows of coloured glass.", "great-window", "window"),
    casts=(
        (in_role("bride"), man("stand")),
        (seated(people(2, "sit")), woman("stand", "old")),
    ),
    seating=Seating(seat="bench"),
    indoors=True,
    glass="coloured",
    inside_of="church",
)
