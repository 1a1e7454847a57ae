"""A small shop: clothes on a rail, goods on shelves, a till, a door and a shop window."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import group, path, placed, rect
from imagespeak_core.generators.illustrator.places.casts import (
    children,
    in_role,
    man,
    people,
    woman,
)
from imagespeak_core.generators.illustrator.places.place import Place
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
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.scenery.windows import pendants, window
from imagespeak_core.generators.illustrator.things.catalog import THINGS

ACCENTS = ("#3f8f7f", "#c8534f", "#3f6fa8", "#d99a3c", "#8a5a9c")
CLOTHES = ("dress", "shirt", "coat", "shirt", "dress", "trousers")
CLOTH_COLOURS = ("#d9604f", "#e9b949", "#5f9f6e", "#4f7fae", "#b6789f", "#e08a4a", "#6f7f95")
GOODS = ("shoes", "bag", "hat", "teddy bear", "vase", "boots", "gift", "robot", "books", "doll")


def shop(frame: Frame) -> Stage:
    """A shop with a little of everything; the seed changes what it has."""
    room, rng = new_room(frame), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    accent = rng.choice(ACCENTS)
    rail_x = middle - way * min(2.3, middle - 0.6)
    till_x = middle + way * min(2.1, middle - 0.72)
    room.put(_shelves(room), (rail_x + till_x) / 2 - way * 0.1, 0.0)
    room.tell("shelf", (rail_x + till_x) / 2 - way * 0.1, 0.0, (1.44, 2.2))
    window(room, till_x, 1.3, (1.3, 1.15))
    room.put(_rail(room), rail_x, -0.12)
    room.put(_till(room, accent), till_x, -0.32)
    room.tell("counter", till_x, -0.32, (1.6, 0.95))
    room.keep_spot("shop assistant", till_x - way * 1.15, 0.5, mirrored=way > 0)
    if room.width_m > 7.5:
        room.put(_shelves(room), middle - way * 4.3, 0.0)
        room.put(_rail(room), middle + way * 4.4, -0.12)
    room.put(_pennants(room, accent), 0.0, min(2.85, room.height_m - 0.25))
    pendants(room, (middle - 1.5, middle, middle + 1.5), accent)
    floors = (
        plank_floor(room, rng.choice(("#c8996a", "#d2b08a"))),
        tile_floor(room, rng.choice(("#dcd6c9", "#d3d8d6"))),
    )
    walls = ("#f2e6d4", "#e6ede6", "#f3dfd6", "#e4e8ef")
    return finish(room, plain_wall(room, rng.choice(walls)), rng.choice(floors))


def _shelves(room: Room) -> str:
    """An open shelf with different goods on its boards."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    wood = rng.choice(("#b98c5c", "#d8c3a0", "#a9764c"))
    boards = [(-0.72, -0.12 - 0.56 * row, 1.44, 0.06) for row in range(4)]
    posts = [(-0.75, -2.2, 0.07, 2.2), (0.68, -2.2, 0.07, 2.2)]
    parts = [
        rect(-0.72, -2.2, 1.44, 2.15, tone(lighter(wood, 0.55))),
        path(boxes([*boards, *posts, (-0.78, -2.24, 1.56, 0.08)]), tone(wood)),
    ]
    for row in range(4):
        nouns = rng.sample(GOODS, 3)
        for index, noun in enumerate(nouns):
            thing = THINGS[noun]
            grow = min(0.4 / thing.width_m, 0.4 / thing.height_m)
            colour = rng.choice(CLOTH_COLOURS) if noun != "teddy bear" else thing.colour
            drawn = thing.draw(tone, colour, rng)
            parts.append(placed(drawn, -0.46 + 0.46 * index, -0.12 - 0.56 * row, grow))
    return group(*parts, id=f"shelves-{len(room.wall_things)}")


def _rail(room: Room) -> str:
    """Clothes on hangers."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    metal = tone("#8a9299")
    parts = [
        shadow(1.2),
        path(boxes([(-0.58, -1.6, 0.05, 1.6), (0.53, -1.6, 0.05, 1.6)]), metal),
        path(boxes([(-0.7, -0.05, 0.3, 0.05), (0.4, -0.05, 0.3, 0.05)]), metal),
        rect(-0.62, -1.63, 1.24, 0.06, metal, rx=0.03),
    ]
    kinds = rng.sample(CLOTHES, 3)
    for index, noun in enumerate(kinds):
        thing = THINGS[noun]
        x = -0.36 + 0.36 * index
        grow = 0.52 / thing.width_m if noun != "trousers" else 0.8
        drawn = thing.draw(tone, rng.choice(CLOTH_COLOURS), rng)
        parts.append(path(f"M{x:.3f}-1.6v.08", stroke=metal, stroke_width=0.025))
        parts.append(placed(drawn, x, -1.52 + thing.height_m * grow, grow))
    return group(*parts, id=f"clothes-rail-{len(room.wall_things)}")


def _till(room: Room, colour: str) -> str:
    """The counter with the till, a bunch of flowers and bags."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    flowers = THINGS["vase"]
    bag = THINGS["shopping bag"]
    keys = [
        (-0.16 + 0.09 * column, -1.2 + 0.06 * row, 0.06, 0.035)
        for column in range(4)
        for row in range(2)
    ]
    return group(
        shadow(1.8),
        rect(-0.8, -0.95, 1.6, 0.95, tone(colour)),
        path(
            boxes([(-0.72, -0.82, 0.7, 0.66), (0.03, -0.82, 0.7, 0.66)]), tone(lighter(colour, 0.2))
        ),
        rect(-0.8, -0.1, 1.6, 0.1, tone(darker(colour, 0.4))),
        rect(-0.86, -1.02, 1.72, 0.09, tone("#d8b07c")),
        rect(-0.22, -1.24, 0.46, 0.22, tone("#4a5560"), rx=0.03),
        path(boxes(keys), tone("#e9e4da")),
        rect(-0.1, -1.46, 0.34, 0.2, tone("#39434d"), rx=0.02),
        rect(-0.07, -1.43, 0.28, 0.12, tone("#9fd6c0")),
        placed(flowers.draw(tone, flowers.colour, rng), -0.55, -1.02, 0.8),
        placed(bag.draw(tone, rng.choice(CLOTH_COLOURS), rng), 0.55, -1.02, 0.7),
        id=f"till-{len(room.wall_things)}",
    )


def _pennants(room: Room, colour: str) -> str:
    tone, width = room.frame.mood.tone, room.width_m
    step = 0.3
    count = int(width / step) + 1
    parts = []
    for share, shade in ((0, colour), (1, "#e9b949"), (2, "#f3ead6")):
        flags = "".join(
            f"M{index * step + 0.03:.2f} 0h.24l-.12 .26z" for index in range(share, count, 3)
        )
        parts.append(path(flags, tone(shade)))
    parts.append(rect(0, -0.02, width, 0.03, tone(darker(colour, 0.2))))
    return group(*parts, id="pennants")


SHOP = Place(
    name="shop",
    paint=shop,
    words=(
        "flower shop", "toy shop", "shoe shop", "clothes shop", "clothing store",
        "gift shop", "boutique", "shopping centre", "shopping mall", "mall",
    ),
    weak_words=("shop", "store"),
    stand_ins=("pharmacy", "chemist's", "butcher's"),
    said="in a shop",
    as_scenery=("shop", "store"),
    casts=(
        (woman("shop"), in_role("shop assistant")),
        (people(2, "shop"), children(1, "point")),
        (man("think"), woman("shop"), in_role("shop assistant")),
    ),
    indoors=True,
)  # fmt: skip
