"""A restaurant: laid tables with cloths and candles, a bar, the cook's hatch, soft lamps."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.gradients import glow
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots
from imagespeak_core.generators.illustrator.drawing.svg import (
    circle,
    element,
    ellipse,
    group,
    path,
    placed,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import in_role, man, people, woman
from imagespeak_core.generators.illustrator.places.place import Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.room import Room, finish, new_room, plank_floor
from imagespeak_core.generators.illustrator.scenery.room_walls import plain_wall
from imagespeak_core.generators.illustrator.scenery.stage import Stage
from imagespeak_core.generators.illustrator.scenery.wall_ends import furnish_ends
from imagespeak_core.generators.illustrator.scenery.windows import pendants, window
from imagespeak_core.generators.illustrator.things.catalog import THINGS

WALLS = ("#e8cdb0", "#d9d3b8", "#e3c3b0", "#c9d3c4", "#e9d9bd")
PANELS = ("#8a5f45", "#7d5a4a", "#5f7565", "#6b5d74")
VELVETS = ("#9c4a4f", "#3f7a6f", "#4f6d92", "#b07f3f")
BOTTLES = ("#4f8f6a", "#8a4a4f", "#d9a84a", "#5f7fa3", "#c9855a", "#7f9f5f")


def restaurant(frame: Frame) -> Stage:
    """Tables laid for dinner along the wall; on one side the bar, or the hatch to the kitchen."""
    room, rng = new_room(frame, 0.67), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    velvet, panel = rng.choice(VELVETS), rng.choice(PANELS)
    window(room, middle - way * min(1.05, middle - 1.0), 1.05, (1.35, 1.4), velvet)
    service = middle + way * min(1.35, middle - 1.1)
    room.put(_hatch(room) if frame.chance(0.5) else _bar(room, panel), service)
    room.keep_spot("cook", service - way * 0.2, 0.42, mirrored=way > 0)
    room.keep_spot("waiter", middle + way * 0.15, 0.5, mirrored=way < 0)
    _wall_lamp(room, middle + way * 0.12)
    table = middle - way * min(1.25, middle - 0.95)
    room.put(_laid_table(room, velvet), table, -0.2)
    room.tell("table", table, 0.0, (1.2, 0.8))
    _ends(room, middle, velvet)
    pendants(room, (middle - way * 1.25, middle + way * 1.5), velvet)
    floor = plank_floor(room, rng.choice(("#a87a54", "#b98a63", "#946a4a")))
    return finish(room, plain_wall(room, rng.choice(WALLS), panel, ceiling="beams"), floor)


def _ends(room: Room, middle: float, velvet: str) -> None:
    """What a wide picture shows more: windows, plants, and another table on each side."""
    furnish_ends(room, 2.9, velvet)
    if middle > 3.9:
        for side in (-1, 1):
            room.put(_laid_table(room, velvet), middle + side * 3.6, -0.2)


def _wall_lamp(room: Room, x: float) -> None:
    tone, lit = room.frame.mood.tone, room.frame.mood.lamps_lit
    parts = []
    if lit:
        stops = [(0.0, "#ffe3a6", 0.55), (1.0, "#ffdf98", 0.0)]
        parts = [
            element("defs", glow("wall-lamp", stops)),
            circle(0, -0.1, 0.9, "url(#wall-lamp)"),
        ]
    parts += [
        rect(-0.03, -0.05, 0.06, 0.2, tone("#b08a4a")),
        path("M-.16-.05L-.1-.3H.1L.16-.05Z", "#fff0c4" if lit else tone("#f3e3c2")),
    ]
    room.put(group(*parts), x, 1.75)


def _laid_table(room: Room, velvet: str) -> str:
    """A table for two with a long white cloth, plates, glasses and a candle."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    chair = THINGS["chair"]
    cloth, runner = "#f7f1e4", velvet
    seats = [
        placed(chair.draw(tone, "#8e5d36", rng), way * 0.74, 0, 1.0, mirrored=way > 0)
        for way in (-1, 1)
    ]
    folds = [(-0.5, -0.68, 0.05, 0.5), (-0.08, -0.68, 0.04, 0.5), (0.36, -0.68, 0.05, 0.5)]
    return group(
        shadow(1.9),
        *seats,
        rect(-0.05, -0.3, 0.1, 0.3, tone("#6f4a33")),
        path("M-.55-.74H.55L.62-.16Q.3-.1 0-.16Q-.3-.1-.62-.16Z", tone(darker(cloth, 0.06))),
        path(boxes(folds), tone(darker(cloth, 0.14))),
        path("M-.2-.76H.2L.26-.42L0-.32L-.26-.42Z", tone(runner)),
        rect(-0.6, -0.8, 1.2, 0.07, tone(cloth), rx=0.03),
        *(_setting(room, x) for x in (-0.36, 0.36)),
        _candle(room),
        id=f"laid-table-{len(room.wall_things)}",
    )


def _setting(room: Room, x: float) -> str:
    """A plate with a folded napkin, and a glass."""
    tone = room.frame.mood.tone
    inner = x - 0.17 if x > 0 else x + 0.17
    return group(
        ellipse(x, -0.81, 0.13, 0.025, tone("#fdfaf3")),
        path(f"M{x - 0.06:.3f}-.82L{x:.3f}-.96L{x + 0.06:.3f}-.82Z", tone("#e6b9a6")),
        path(
            f"M{inner - 0.04:.3f}-1.02h.08q0 .09-.03 .1v.09h.03v.02h-.08v-.02h.03v-.09"
            "q-.03-.01-.03-.1z",
            tone("#dcecf0"),
            fill_opacity=0.9,
        ),
    )


def _candle(room: Room) -> str:
    tone, lit = room.frame.mood.tone, room.frame.mood.lamps_lit
    halo = ""
    if lit:
        stops = [(0.0, "#ffe3a6", 0.7), (1.0, "#ffdf98", 0.0)]
        name = f"candle-glow-{len(room.wall_things)}"
        halo = element("defs", glow(name, stops)) + circle(0, -1.1, 0.42, f"url(#{name})")
    return group(
        halo,
        rect(-0.07, -0.83, 0.14, 0.03, tone("#c99a45"), rx=0.01),
        rect(-0.022, -1.03, 0.044, 0.21, tone("#fbf3df")),
        path("M0-1.14q.05 .07 0 .11q-.05-.04 0-.11z", "#ffc24f"),
    )


def _hatch(room: Room) -> str:
    """The opening to the kitchen: steel, pans on hooks, plates that wait under lamps."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    steel = "#b9c2c6"
    plates = [(-0.68, "#d9604f"), (-0.2, "#8fbf4f"), (0.3, "#e9b949")]
    pans = [(-0.6 + 0.42 * index, -2.06, 0.11 + 0.02 * rng.random()) for index in range(4)]
    food = [
        group(
            ellipse(x, -1.14, 0.2, 0.035, tone("#fdfaf3")),
            path(f"M{x - 0.12:.2f}-1.15q.12-.2.24 0z", tone(colour)),
        )
        for x, colour in plates
    ]
    return group(
        rect(-1.05, -2.35, 2.1, 1.3, tone("#7d5a43"), rx=0.03),
        rect(-0.95, -2.26, 1.9, 1.14, tone("#e6e9e4")),
        path(
            boxes((-0.95, -2.26 + 0.19 * row, 1.9, 0.012) for row in range(1, 6)), tone("#cfd6d3")
        ),
        rect(-0.95, -2.2, 1.9, 0.035, tone("#8f9aa1")),
        path(boxes((x - 0.012, -2.2, 0.024, 0.14) for x, _, _ in pans), tone("#59636b")),
        path(dots(pans), tone("#59636b")),
        path(dots((x, y, r * 0.7) for x, y, r in pans), tone("#7b868e")),
        rect(0.55, -1.62, 0.34, 0.5, tone(steel)),
        rect(0.5, -1.66, 0.44, 0.06, tone(lighter(steel, 0.4))),
        rect(-1.12, -1.12, 2.24, 0.09, tone(lighter(steel, 0.3)), rx=0.02),
        *food,
        id="kitchen-hatch",
    )


def _bar(room: Room, panel: str) -> str:
    """A bar with bottles on two shelves, glasses and stools."""
    tone, rng = room.frame.mood.tone, room.frame.rng
    parts = [rect(-1.05, -2.4, 2.1, 1.2, tone(darker(panel, 0.25)), rx=0.03)]
    for base in (-1.83, -1.36):
        for index in range(9):
            x = -0.92 + 0.215 * index
            tall = rng.uniform(0.24, 0.34)
            colour = tone(rng.choice(BOTTLES))
            parts.append(rect(x, base - tall * 0.72, 0.1, tall * 0.72, colour, rx=0.025))
            parts.append(rect(x + 0.033, base - tall, 0.034, tall * 0.4, colour))
        parts.append(rect(-1.0, base, 2.0, 0.05, tone("#c4935f")))
    panels = [(-1.02 + 0.53 * index, -0.86, 0.45, 0.68) for index in range(4)]
    stools = [
        group(
            rect(x - 0.025, -0.68, 0.05, 0.72, tone("#59504c")),
            rect(x - 0.16, 0.02, 0.32, 0.04, tone("#59504c")),
            ellipse(x, -0.7, 0.2, 0.06, tone(rng.choice(VELVETS))),
        )
        for x in (-0.62, 0.05, 0.7)
    ]
    return group(
        *parts,
        rect(-1.12, -1.0, 2.24, 1.02, tone(panel)),
        path(boxes(panels), tone(lighter(panel, 0.16))),
        rect(-1.2, -1.08, 2.4, 0.1, tone("#c4935f"), rx=0.02),
        *stools,
        id="bar",
    )


RESTAURANT = Place(
    name="restaurant",
    paint=restaurant,
    words=("restaurant", "diner", "bistro", "canteen", "restaurant terrace", "pizzeria"),
    said="in a restaurant",
    hints=Hints(cues=("dining out",)),
    casts=(
        (people(2, "eat"), in_role("waiter")),
        (people(3, "eat"), in_role("waiter"), in_role("cook", "stand")),
        (woman("drink"), man("eat"), in_role("waiter")),
    ),
    seating=Seating(tables=("eat", "guest")),
    indoors=True,
)
