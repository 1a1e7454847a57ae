"""An attic: a sloping roof with beams, a round window, a trunk, boxes and old things."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import group, path, polygon, rect
from imagespeak_core.generators.illustrator.places.casts import animal, children, woman
from imagespeak_core.generators.illustrator.places.place import Background, Place
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.room import Room, finish, new_room, plank_floor
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.scenery.windows import pendants, window

WOODS = ("#c9a06f", "#bf9468", "#d2ac7c")
CLOTHS = ("#a8665a", "#5f84a8", "#7fa36b", "#d9a85f")


def attic(frame: Frame) -> Stage:
    """Under the roof, where old things are kept."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    wood = rng.choice(WOODS)
    window(room, middle, 1.35, (1.15, 1.15))
    room.put(_trunk(room), middle - way * min(1.35, middle - 0.9), -0.15)
    for index in range(2 if "box" in frame.brought else 4):
        _pile(room, middle + way * (1.15 + 0.72 * index), index)
    room.put(_frame_and_mirror(room), middle - way * 0.45, -0.02)
    if room.width_m > 7:
        room.stand("rocking horse", middle - way * 3.1)
        room.stand("wardrobe", middle + way * 4.4)
    pendants(room, (middle + way * 0.5,), "#8f7a62")
    floor = plank_floor(room, rng.choice(("#a9805f", "#b38a63")))
    return finish(room, _gable(room, wood), floor)


def _gable(room: Room, wood: str) -> str:
    """The end wall of boards under two slopes of the roof."""
    frame, tone, scale = room.frame, room.frame.mood.tone, room.scale
    width, wall = frame.width, room.wall_px
    ridge = wall - scale * max(4.1, room.height_m * 0.98)
    knee = wall - scale * 0.95
    half = max(width * 0.52, scale * 2.0)
    step = scale * 0.34
    count = int(width / step) + 2
    stops = [(0.0, tone(lighter(wood, 0.2)), 1.0), (1.0, tone(lighter(wood, 0.42)), 1.0)]
    boards = [(step * index, 0.0, scale * 0.014, wall) for index in range(count)]
    parts = [
        banded(0, 0, width, wall, stops),
        path(boxes(boards), tone(darker(wood, 0.02)), fill_opacity=0.7),
    ]
    for side in (-1, 1):
        corner = (width / 2 + side * half, knee)
        outer = width / 2 + side * (half + width)
        slope = [(width / 2, ridge), corner, (outer, knee), (outer, ridge - 10)]
        parts.append(polygon(slope, tone(darker(wood, 0.14))))
        for share in (0.0, 0.28, 0.56, 0.84):
            x, y = width / 2 + side * half * share, ridge + (knee - ridge) * share
            far = x + side * width
            beam = [(x, y), (x + side * scale * 0.12, y + scale * 0.13), (far, y - scale * 2.4),
                    (far, y - scale * 2.7)]  # fmt: skip
            parts.append(polygon(beam, tone(darker(wood, 0.3))))
        rafter = [(width / 2, ridge), corner, (corner[0], corner[1] + scale * 0.3),
                  (width / 2, ridge + scale * 0.42)]  # fmt: skip
        parts.append(polygon(rafter, tone(darker(wood, 0.36))))
    tie = wall - scale * 3.05
    if tie > 0:
        parts.append(rect(0, tie, width, scale * 0.2, tone(darker(wood, 0.36))))
    skirting = scale * 0.11
    parts.append(rect(0, wall - skirting, width, skirting, tone(darker(wood, 0.25))))
    return group(*parts, id="roof-beams")


def _trunk(room: Room) -> str:
    """An old chest with a round lid and iron bands."""
    tone = room.frame.mood.tone
    wood = room.frame.rng.choice(("#8a5f42", "#7f5a48", "#6f6a52"))
    bands = [(-0.48, -0.62, 0.07, 0.62), (0.41, -0.62, 0.07, 0.62)]
    return group(
        shadow(1.4),
        rect(-0.62, -0.46, 1.24, 0.46, tone(wood)),
        path("M-.62-.46Q-.62-.76-.4-.78H.4Q.62-.76.62-.46Z", tone(lighter(wood, 0.14))),
        rect(-0.64, -0.49, 1.28, 0.06, tone(darker(wood, 0.3))),
        path(boxes(bands), tone("#d0a95f")),
        rect(-0.09, -0.54, 0.18, 0.17, tone("#d0a95f"), rx=0.02),
        rect(-0.02, -0.48, 0.04, 0.07, tone("#5f4a35")),
        id="trunk",
    )


def _pile(room: Room, x_m: float, index: int) -> None:
    """Boxes, one upon another."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    parts, base = [shadow(0.8)], 0.0
    for _ in range(1 + (index + rng.randrange(2)) % 2):
        wide, tall = rng.uniform(0.56, 0.7), rng.uniform(0.36, 0.5)
        colour, lean = rng.choice(("#c9a06a", "#b98c5c", "#d2ae7c")), rng.uniform(-0.03, 0.03)
        parts += [
            rect(lean - wide / 2, base - tall, wide, tall, tone(colour)),
            rect(lean - wide / 2, base - tall, wide, tall * 0.16, tone(darker(colour, 0.14))),
            rect(lean - 0.06, base - tall, 0.12, tall * 0.55, tone("#efe0bf")),
        ]
        base -= tall
    room.put(group(*parts, id=f"pile-{index}"), x_m, -0.1)
    room.tell("box", x_m, -0.1, (0.6, -base))


def _frame_and_mirror(room: Room) -> str:
    """A picture in a golden frame that leans on the wall, half under a cloth."""
    tone = room.frame.mood.tone
    cloth = room.frame.rng.choice(CLOTHS)
    return group(
        rect(-0.36, -0.96, 0.72, 0.96, tone("#c99a4a"), rx=0.02),
        rect(-0.28, -0.88, 0.56, 0.8, tone("#8fb0b5")),
        path("M-.28-.3L-.05-.55L.12-.38L.28-.5V-.08H-.28Z", tone("#7f9f76")),
        path("M-.4-1Q0-1.04.2-.99Q.1-.7.16-.5Q0-.56-.1-.44Q-.22-.5-.3-.38Q-.42-.5-.4-1Z",
             tone(cloth)),
    )  # fmt: skip


ATTIC = Place(
    name="attic",
    paint=attic,
    words=("attic", "loft"),
    said="in an attic",
    background=Background("There is a sloping roof with big beams.", "roof-beams", "roof"),
    casts=((children(2, "look"), animal("cat")), (woman("carry", holding="box"),)),
    indoors=True,
)
