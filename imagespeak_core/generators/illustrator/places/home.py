"""Rooms of a home: kitchen, living room, bedroom."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import circle, group, path, rect
from imagespeak_core.generators.illustrator.places.casts import (
    animal,
    children,
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

WALLS = ("#f2dfc0", "#dfe7dc", "#e7dbe4", "#d8e4ea", "#f1d9cb", "#eee3cf")
CURTAINS = ("#d96f5c", "#5f93a8", "#7fa36b", "#d9a441", "#a07bb0")
SOFAS = ("#5f93a8", "#c97b5a", "#7fa36b", "#b0709a", "#8a8fa9", "#c9a25a")
FITTED = ("#4f8f8b", "#5f84a8", "#8aa07a", "#c98963", "#8d7aa6")


def kitchen(frame: Frame) -> Stage:
    """A fitted kitchen: cupboards above and below, cooker, sink under the window, fridge."""
    room, rng = new_room(frame), frame.rng
    colour, middle = rng.choice(FITTED), room.width_m / 2
    fridge_left = frame.chance(0.5)
    way = -1 if fridge_left else 1
    window_x = middle + rng.uniform(-0.25, 0.25)
    room.put(_splashback(room, colour), 0.0)
    window(room, window_x, 1.35, (1.25, 1.1), rng.choice(CURTAINS))
    _fitted(room, colour, window_x)
    room.stand("cooker", window_x - way * 1.35)
    room.keep_spot("cook", window_x - way * 1.35 + way * 0.62, 0.42, mirrored=way > 0)
    room.keep_spot("wash_up", window_x + way * 0.5, 0.42, mirrored=way > 0)
    room.on_top(rng.choice(("pot", "pan", "kettle")), window_x - way * 1.35, 0.92)
    room.stand("fridge", window_x + way * min(1.95, middle - 0.6))
    for noun, at in (
        ("fruit bowl", 0.75),
        ("bread", -0.45),
        ("bottle", 0.4),
        ("potted plant", 0.0),
    ):
        if noun != "potted plant":
            room.on_top(noun, window_x + way * at, 0.98)
    room.hang("clock", window_x - way * 1.05, 2.25)
    pendants(room, (middle - 0.7, middle + 0.7), colour)
    floor = tile_floor(room, rng.choice(("#d9c3a0", "#c9b7a6", "#cfd3cc")))
    return finish(room, plain_wall(room, rng.choice(WALLS)), floor)


def _splashback(room: Room, colour: str) -> str:
    tone, width = room.frame.mood.tone, room.width_m
    tile, gap = 0.3, 0.02
    tiles = [
        (column * tile + (tile / 2 if row % 2 else 0), -1.62 + row * 0.2, tile - gap, 0.2 - gap)
        for column in range(-1, int(width / tile) + 1)
        for row in range(3)
    ]
    return group(
        rect(-0.5, -1.63, width + 1, 0.66, tone("#e8dfd0")),
        path(boxes(tiles), tone(lighter(colour, 0.78))),
        path(boxes(tiles[:: room.frame.rng.randint(5, 8)]), tone(lighter(colour, 0.5))),
    )


def _fitted(room: Room, colour: str, window_x: float) -> None:
    tone, width = room.frame.mood.tone, room.width_m
    fronts, knobs, uppers = [], [], []
    step = 0.62
    count = int(width / step) + 2
    start = window_x - step * (count // 2) - step / 2
    for index in range(count + 1):
        x = start + index * step
        fronts += [(x + 0.03, -0.68, step - 0.06, 0.58), (x + 0.03, -0.87, step - 0.06, 0.15)]
        knobs += [
            (x + step / 2 - 0.06, -0.6, 0.12, 0.025),
            (x + step / 2 - 0.06, -0.8, 0.12, 0.025),
        ]
        if abs(x + step / 2 - window_x) > 1.15:
            uppers.append((x + 0.03, -2.62, step - 0.06, 0.84))
    drawn = group(
        rect(-0.5, -0.92, width + 1, 0.84, tone(darker(colour, 0.14))),
        rect(-0.5, -0.1, width + 1, 0.1, tone(darker(colour, 0.4))),
        path(boxes(fronts), tone(colour)),
        path(boxes(knobs), tone("#f0e2c4")),
        rect(-0.5, -0.98, width + 1, 0.08, tone("#b98c5c")),
        path(
            boxes((x - 0.03, y - 0.05, w + 0.06, h + 0.1) for x, y, w, h in uppers),
            tone(darker(colour, 0.14)),
        ),
        path(boxes(uppers), tone(colour)),
        path(
            boxes((x + w - 0.1, y + h - 0.2, 0.03, 0.12) for x, y, w, h in uppers), tone("#f0e2c4")
        ),
    )
    room.put(drawn, 0.0)
    room.put(_tap(room), window_x, 0.98)


def _tap(room: Room) -> str:
    tone = room.frame.mood.tone
    return group(
        rect(-0.32, -0.02, 0.64, 0.05, tone("#c8ced3")),
        path("M0 0v-.22q0-.1.1-.1t.1.1v.03", stroke=tone("#aab3bb"), stroke_width=0.035),
    )


def living_room(frame: Frame) -> Stage:
    """A living room: sofa, window, something to gather at, pictures, a rug."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    sofa_x = middle - way * min(0.75, middle - 1.0)
    window_x = middle + way * min(1.35, middle - 0.75)
    window(room, window_x, 1.0, (1.2, 1.35), rng.choice(CURTAINS))
    room.stand("sofa", sofa_x, rng.choice(SOFAS), out_m=0.25)
    _over_the_sofa(room, sofa_x)
    _under_the_window(room, window_x, way)
    room.stand("bookcase", middle - way * min(2.75, middle + 0.1))
    room.stand("potted plant", middle + way * min(2.35, middle - 0.3))
    if room.width_m > 6.6:
        _at_the_side(room, middle + way * 3.4)
    if room.width_m > 9:
        room.stand("armchair", middle - way * 4.2, rng.choice(SOFAS))
        room.hang("picture", middle - way * 4.2, 1.6)
    furnish_ends(room, 5.0 if room.width_m > 9 else 4.2, rng.choice(CURTAINS))
    _rug(room, middle, rng.choice(CURTAINS))
    pendants(room, (middle + way * 0.2,), rng.choice(CURTAINS))
    floor = plank_floor(room, rng.choice(("#c8996a", "#b98a63", "#d2a878", "#a9805f")))
    dado = rng.choice((None, None, "#cfe0d6", "#e3cdb8", "#cdd6e4"))
    return finish(room, plain_wall(room, rng.choice(WALLS), dado), floor)


def _over_the_sofa(room: Room, x: float) -> None:
    """Pictures, a shelf with things on it, or a large mirror."""
    rng = room.frame.rng
    kind = rng.choice(("pair", "three", "shelf", "mirror"))
    if kind == "shelf":
        room.hang("shelf", x, 1.5)
    elif kind == "mirror":
        room.hang("mirror", x, 1.3)
        room.hang("clock", x + 0.75, 1.75)
    else:
        count = 2 if kind == "pair" else 3
        for index in range(count):
            at = x + (index - (count - 1) / 2) * 0.82
            room.hang("picture", at, 1.5 + (0.14 if count == 3 and index == 1 else 0.0))


def _under_the_window(room: Room, x: float, way: int) -> None:
    """What stands below and beside the window."""
    rng = room.frame.rng
    kind = rng.choice(("lamp", "television", "armchair", "piano"))
    if kind == "television":
        room.stand("cupboard", x)
        if not {"television", "cupboard"} & room.frame.brought:
            room.on_top("television", x, 0.83)
    elif kind == "piano":
        room.stand("piano", x)
    elif kind == "armchair":
        room.stand("armchair", x, rng.choice(SOFAS))
        room.stand("lamp", x - way * 0.75, out_m=0.2)
    else:
        room.stand("lamp", x - way * 0.73, out_m=0.2)


def _at_the_side(room: Room, x: float) -> None:
    """Fireplace or cupboard at the end of a long wall."""
    if room.frame.chance(0.6):
        room.stand("fireplace", x)
        room.hang("mirror", x, 1.4)
        return
    room.stand("cupboard", x)
    if "cupboard" not in room.frame.brought:
        room.on_top(room.frame.rng.choice(("vase", "radio", "books")), x, 0.83)
    room.hang("picture", x, 1.55)


def _rug(room: Room, x_m: float, colour: str) -> None:
    frame, tone = room.frame, room.frame.mood.tone
    y = room.wall_px + frame.height * 0.16
    scale = room.ruler.px_per_m(y) / room.scale * 0.85
    low = (room.wall_px - y) / room.scale
    rug = group(
        rect(-1.5 * scale, -0.32 * scale, 3.0 * scale, 0.64 * scale, tone(colour), rx=0.32 * scale),
        rect(
            -1.38 * scale,
            -0.25 * scale,
            2.76 * scale,
            0.5 * scale,
            tone(lighter(colour, 0.45)),
            rx=0.25 * scale,
        ),
        rect(
            -1.2 * scale,
            -0.17 * scale,
            2.4 * scale,
            0.34 * scale,
            tone(lighter(colour, 0.15)),
            rx=0.17 * scale,
        ),
    )
    room.put(rug, x_m, low)


def bedroom(frame: Frame) -> Stage:
    """A bedroom: bed, wardrobe, window, bedside lamp, a rug."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    window(room, middle + way * 0.2, 1.05, (1.2, 1.2), rng.choice(CURTAINS))
    room.stand(
        "bed",
        middle - way * 0.8,
        rng.choice(("#6f8fbf", "#c97b8a", "#7fa88a", "#d9a85f")),
        out_m=0.3,
    )
    room.stand("wardrobe", middle + way * min(1.75, middle - 0.65))
    room.hang("picture", middle - way * 1.25, 1.6)
    _bedside(room, middle + way * 0.62)
    if room.width_m > 7:
        room.stand("bookcase", middle - way * 3.0)
        room.stand("armchair", middle + way * 3.2)
    furnish_ends(room, 3.9, rng.choice(CURTAINS))
    _rug(room, middle + way * 0.3, rng.choice(CURTAINS))
    pendants(room, (middle - way * 0.3,), rng.choice(CURTAINS))
    floor = plank_floor(room, rng.choice(("#c8996a", "#b5875f", "#d5b088")))
    return finish(room, plain_wall(room, rng.choice(WALLS)), floor)


def _bedside(room: Room, x_m: float) -> None:
    tone = room.frame.mood.tone
    table = group(
        rect(-0.25, -0.55, 0.5, 0.5, tone("#a9764c"), rx=0.02),
        rect(-0.2, -0.48, 0.4, 0.16, tone("#bf8a5c")),
        rect(-0.2, -0.28, 0.4, 0.16, tone("#bf8a5c")),
        circle(0, -0.4, 0.025, tone("#f0e2c4")),
        circle(0, -0.2, 0.025, tone("#f0e2c4")),
        rect(-0.24, -0.06, 0.05, 0.06, tone("#7d5636")),
        rect(0.19, -0.06, 0.05, 0.06, tone("#7d5636")),
    )
    room.put(table, x_m, -0.06)
    room.on_top("table lamp", x_m, 0.52, out_m=0.06)


KITCHEN = Place(
    name="kitchen",
    paint=kitchen,
    words=("kitchen",),
    said="in a kitchen",
    hints=Hints(
        nouns=("cook",),
        names=("kitchen table",),
        actions=("cook", "eat"),
        pastimes=("washing-up", "dishes", "plate"),
        chores=("mop", "bake", "fry", "wash up"),
    ),
    casts=(
        (woman("cook"), children(1, "eat")),
        (man("cook"), woman("drink")),
        (man("cook", "old"), children(2, "eat")),
    ),
    seating=Seating(tables=("eat", "write")),
    indoors=True,
)  # fmt: skip


LIVING_ROOM = Place(
    name="living room",
    paint=living_room,
    words=("living room", "lounge", "sitting room", "family room", "dining room"),
    weak_words=("home", "house", "flat", "apartment", "room", "indoors"),
    said="in a living room",
    hints=Hints(
        names=("dining table", "coffee table"),
        pastimes=(
            "board game", "chess", "card game", "cards", "computer game", "film", "story",
            "housework", "homework", "television", "yoga",
        ),
        chores=("knit", "iron", "clean", "sew", "sweep"),
        cues=("babies", "birthday"),
    ),
    casts=(
        (woman("read"), animal("cat")),
        (people(1, "phone"), children(1, "play")),
        (man("guitar"), children(1, "dance"), animal("dog")),
    ),
    seating=Seating(seat="armchair", readers=True, tables=("eat", "write")),
    indoors=True,
)  # fmt: skip


BEDROOM = Place(
    name="bedroom",
    paint=bedroom,
    words=("bedroom",),
    stand_ins=("hotel room", "nursery"),
    said="in a bedroom",
    hints=Hints(
        actions=("sleep",),
        chores=("snooze", "nap"),
        cues=("lying",),
    ),
    casts=(
        (children(1, "sleep"), animal("cat")),
        (woman("sleep"), animal("dog")),
        (children(1, "play"), thing("blocks")),
    ),
    seating=Seating(beds="one"),
    indoors=True,
    busy=False,
)
