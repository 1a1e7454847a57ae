"""A workshop or garage: a bench with a vice, tools on the wall, tyres, cans, a folding gate."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots
from imagespeak_core.generators.illustrator.drawing.svg import circle, ellipse, group, path, rect
from imagespeak_core.generators.illustrator.places.casts import children, in_role, man, thing, woman
from imagespeak_core.generators.illustrator.places.place import Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.room import Room, finish, new_room, tile_floor
from imagespeak_core.generators.illustrator.scenery.room_walls import plain_wall
from imagespeak_core.generators.illustrator.scenery.shelves import labelled, side_by_side
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.scenery.windows import pendants, window

STEEL, GRIP = "#9aa5ad", ("#c8534f", "#d99a3c", "#3f6fa8", "#4f8f5f")
CANS = ("#d9604f", "#e9b949", "#5f9f6e", "#4f7fae", "#b6789f", "#e6e2d6")
_BENCH_M = 2.3


def workshop(frame: Frame) -> Stage:
    """A place where things are made and mended."""
    room, rng = new_room(frame, 0.65), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    bench = middle - way * min(0.95, middle - 1.3)
    room.put(_tool_board(room), bench, 1.28)
    room.tell("tool", bench, 1.35, (2.1, 0.9))
    room.put(_bench(room), bench, -0.1)
    gate = middle + way * min(1.75, middle - 0.4)
    if frame.chance(0.5):
        room.put(_gate(room), gate)
    else:
        window(room, gate - way * 0.3, 1.25, (1.3, 1.0))
        room.put(_cabinet(room), gate - way * 0.3)
    if "tyre" not in frame.brought:
        room.put(_tyres(room, 3 + rng.randrange(2)), middle + way * 0.68, -0.12)
    _ends(room, middle, way)
    pendants(room, (middle - 1.5, middle + 1.5), rng.choice(("#4f6f74", "#5d6b7a", "#8a5a4f")))
    floor = tile_floor(room, rng.choice(("#b9b5ac", "#c4bcae", "#aeb4b6")))
    wall = plain_wall(room, rng.choice(("#d9d3c6", "#cfd6d3", "#dccfbd")), ceiling="beams")
    return finish(room, wall, floor)


def _ends(room: Room, middle: float, way: int) -> None:
    """Shelves and a ladder where the wall is long."""
    x = 3.35
    turn = 0
    while x - 0.6 < middle:
        for side in (-1, 1):
            if turn == 0 and side == way:
                room.stand("ladder", middle + side * x)
            else:
                room.put(_cabinet(room), middle + side * x)
        turn += 1
        x += 1.7


def _tool_board(room: Room) -> str:
    """Tools that hang on a board, each in its place."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    board = "#c9a67a"
    holes = [(-0.98 + 0.14 * i, -0.9 + 0.14 * j, 0.012) for i in range(15) for j in range(7)]
    tools = [_hammer, _spanner, _saw, _screwdriver, _pliers, _brush]
    rng.shuffle(tools)
    return group(
        rect(-1.12, -1.02, 2.24, 1.06, tone(darker(board, 0.3)), rx=0.02),
        rect(-1.08, -0.98, 2.16, 0.98, tone(board)),
        path(dots(holes), tone(darker(board, 0.25))),
        *(
            group(tool(room), transform=f"translate({-0.88 + 0.35 * index:.2f} -.82)")
            for index, tool in enumerate(tools)
        ),
        id="tool-board",
    )


def _hammer(room: Room) -> str:
    tone = room.frame.mood.tone
    return rect(-0.025, 0.06, 0.05, 0.56, tone("#8a5a3a"), rx=0.02) + path(
        "M-.15 0H.1L.15.06V.13H-.15Z", tone("#6b757d")
    )


def _spanner(room: Room) -> str:
    tone = room.frame.mood.tone
    return rect(-0.03, 0.1, 0.06, 0.45, tone("#7b868e")) + path(
        "M-.09 0L-.09.1Q0 .2 .09.1L.09 0L.04.06H-.04Z"
        "M-.08.66L-.08.56Q0 .46 .08.56L.08.66L.03.6H-.03Z",
        tone("#7b868e"),
    )


def _saw(room: Room) -> str:
    tone = room.frame.mood.tone
    return path("M-.1.16H.1L.03.7H-.04Z", tone("#dfe5e6")) + path(
        "M-.13-.02H.13V.18H-.13ZM-.06.04V.12H.06V.04Z",
        tone(room.frame.rng.choice(GRIP)),
        fill_rule="evenodd",
    )


def _screwdriver(room: Room) -> str:
    tone = room.frame.mood.tone
    return rect(-0.045, 0, 0.09, 0.26, tone(room.frame.rng.choice(GRIP)), rx=0.04) + rect(
        -0.018, 0.26, 0.036, 0.34, tone("#7b868e")
    )


def _pliers(room: Room) -> str:
    tone = room.frame.mood.tone
    grip = tone(room.frame.rng.choice(GRIP))
    return path("M-.05.0H.05L.04.2H-.04Z", tone("#6b757d")) + path(
        "M-.03.18Q-.14.36-.09.6M.03.18Q.14.36.09.6",
        stroke=grip,
        stroke_width=0.05,
        stroke_linecap="round",
    )


def _brush(room: Room) -> str:
    tone = room.frame.mood.tone
    return (
        rect(-0.03, 0, 0.06, 0.3, tone("#8a5a3a"), rx=0.02)
        + rect(-0.09, 0.28, 0.18, 0.1, tone("#9aa5ad"))
        + rect(-0.09, 0.38, 0.18, 0.18, tone("#e3c98f"))
    )


def _bench(room: Room) -> str:
    """The work bench: a vice, a drawer, a tool box, planks below."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    wood, box = "#a9764c", rng.choice(GRIP)
    half = _BENCH_M / 2
    return group(
        shadow(_BENCH_M),
        rect(-half + 0.08, -0.84, 0.14, 0.84, tone(darker(wood, 0.2))),
        rect(half - 0.22, -0.84, 0.14, 0.84, tone(darker(wood, 0.2))),
        rect(-half + 0.1, -0.3, _BENCH_M - 0.2, 0.07, tone(darker(wood, 0.1))),
        path(boxes([(-0.8, -0.38, 1.2, 0.07), (-0.7, -0.46, 1.3, 0.07)]), tone("#d9b380")),
        rect(-half + 0.1, -0.82, _BENCH_M - 0.2, 0.2, tone(darker(wood, 0.12))),
        rect(-0.3, -0.78, 0.6, 0.13, tone(wood)),
        circle(0, -0.715, 0.03, tone("#f0e2c4")),
        rect(-half, -0.92, _BENCH_M, 0.11, tone(lighter(wood, 0.18)), rx=0.02),
        path("M-1-.92V-1.04H-.9V-1.14H-.82V-1.04H-.62V-1.14H-.54V-1.04H-.5V-.92Z", tone("#5f6b75")),
        rect(0.3, -1.14, 0.58, 0.22, tone(box), rx=0.03),
        rect(0.3, -1.14, 0.58, 0.07, tone(darker(box, 0.2)), rx=0.03),
        path("M.46-1.14q.0-.1.1-.1h.06q.1 0 .1.1", stroke=tone("#4f565d"), stroke_width=0.03),
        *(
            rect(-0.24 + 0.17 * index, -1.08, 0.13, 0.16, tone(colour), rx=0.02)
            for index, colour in enumerate(rng.sample(CANS, 2))
        ),
        id="work-bench",
    )


def _gate(room: Room) -> str:
    """A folding gate of metal, wide enough for a car."""
    tone = room.frame.mood.tone
    colour = room.frame.rng.choice(("#8fa9b5", "#a9b59a", "#b5a08f"))
    slats = [(-1.2, -2.5 + 0.25 * row, 2.4, 0.03) for row in range(1, 10)]
    panes = [(-0.95 + 0.5 * index, -1.98, 0.4, 0.2) for index in range(4)]
    glass = "#9cc3d6" if room.frame.time != "night" else "#2f3f6b"
    return group(
        rect(-1.32, -2.62, 2.64, 2.62, tone("#6b757d")),
        rect(-1.2, -2.5, 2.4, 2.5, tone(colour)),
        path(boxes(slats), tone(darker(colour, 0.18))),
        path(boxes(panes), glass),
        rect(-0.16, -0.32, 0.32, 0.07, tone("#4f565d"), rx=0.03),
        id="folding-gate",
    )


def _cabinet(room: Room) -> str:
    """Open shelves with paint cans, boxes and jars."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    parts = [rect(-0.62, -1.1, 1.24, 1.1, tone("#6b757d"))]
    for base in (-0.08, -0.6):
        parts.append(rect(-0.56, base - 0.42, 1.12, 0.42, tone("#4f565d")))
        for can in side_by_side(rng, (-0.5, 0.36), (0.14, 0.22), (0.16, 0.3), 0.03, CANS):
            parts.append(labelled(can, base, tone(can.colour), tone(lighter(can.colour, 0.55))))
    parts.append(rect(-0.66, -1.16, 1.32, 0.08, tone("#8f9aa1"), rx=0.02))
    return group(*parts, id=f"cabinet-{len(room.wall_things)}")


def _tyres(room: Room, count: int) -> str:
    """A pile of tyres."""
    tone = room.frame.mood.tone
    parts = [shadow(0.9)]
    for index in range(count):
        y, shift = -0.2 * index, 0.03 * (index % 2)
        parts += [
            rect(-0.36 + shift, y - 0.2, 0.72, 0.19, tone("#4f4f57"), rx=0.09),
            path(
                boxes((-0.28 + shift + 0.1 * step, y - 0.19, 0.03, 0.17) for step in range(6)),
                tone("#3d3d46"),
            ),
        ]
    top = -0.2 * count
    shift = 0.03 * ((count - 1) % 2)
    parts.append(ellipse(shift, top + 0.02, 0.3, 0.07, tone("#65656f")))
    parts.append(ellipse(shift, top + 0.02, 0.16, 0.035, tone("#33333b")))
    return group(*parts, id="tyres")


WORKSHOP = Place(
    name="workshop",
    paint=workshop,
    words=("workshop", "garage", "pottery workshop", "repair shop"),
    stand_ins=("factory", "warehouse", "shed"),
    said="in a workshop",
    hints=Hints(nouns=("mechanic",)),
    casts=(
        (in_role("mechanic"), thing("bicycle")),
        (woman("paint"), thing("chair")),
        (man("point", "old"), children(1, "look"), thing("ladder")),
    ),
    seating=Seating(tables=("work",)),
    indoors=True,
    garage=True,
)
