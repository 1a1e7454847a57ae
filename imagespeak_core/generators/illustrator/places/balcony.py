"""A balcony: a rail with flower boxes, the wall of the house with its door, the town beyond."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots
from imagespeak_core.generators.illustrator.drawing.svg import group, number, path, placed, rect
from imagespeak_core.generators.illustrator.places.casts import animal, man, people, woman
from imagespeak_core.generators.illustrator.places.place import Background, Place, Seating
from imagespeak_core.generators.illustrator.places.rooftop import boards, skyline
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import (
    Box,
    Feature,
    Ground,
    Stage,
    disc_box,
    eye_height,
)

HOUSES = ("#e8c9a0", "#d9a08a", "#e6d6b0", "#b9c9cf", "#cdb3bf")
BLOOMS = ("#e0637a", "#f3c54b", "#d97fb4", "#f6efe0", "#d9573f")


def balcony(frame: Frame) -> Stage:
    """High up on the side of a house; the street is far below."""
    height, width = frame.height, frame.width
    edge = height * 0.68
    horizon = height * 0.42
    low = frame.time in {"sunset", "morning"}
    left = frame.chance(0.5)
    share = frame.between(0.55, 0.8)
    disc = (
        width * (share if left else 1 - share),
        height * 0.27 if low else max(frame.unit * 0.09, height * 0.12),
    )
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.4))
    scale = ruler.px_per_m(edge)
    leaf = frame.leaf() if frame.season != "winter" else "#93a39c"
    back = group(
        draw_sky(frame, edge, disc),
        skyline(frame, edge - scale * 0.2, disc[0]),
        path(skyline_green(frame.rng, width, edge, frame.unit * 0.06), frame.mood.far(leaf, 0.3)),
        _rail(frame, edge, scale),
        boards(frame, edge),
        _house(frame, edge, scale, left=left),
    )
    side = min(width * 0.3, scale * 1.7)
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", edge + height * 0.08, height * 0.965, 0, width),
            Ground("air", height * 0.06, height * 0.3, side if left else 0,
                   width if left else width - side),
        ),
        clear=(disc_box(frame, *disc),),
        features=(Feature("flowers", Box(0, edge - scale * 1.3, width, edge - scale * 0.6)),),
    )  # fmt: skip


def _rail(frame: Frame, base: float, scale: float) -> str:
    """Bars below a hand rail, and boxes of flowers hung on it."""
    tone, width = frame.mood.tone, frame.width
    iron = frame.rng.choice(("#4f5a66", "#6f5a4a", "#f0ebe0", "#4f6f6a"))
    step = scale * 0.17
    bars = [
        (step * index, base - scale * 1.0, scale * 0.035, scale * 1.0)
        for index in range(int(width / step) + 2)
    ]
    parts = [
        path(boxes(bars), tone(iron)),
        rect(0, base - scale * 0.1, width, scale * 0.06, tone(iron)),
        rect(0, base - scale * 1.06, width, scale * 0.09, tone(darker(iron, 0.15))),
    ]
    span = scale * 1.5
    count = max(1, int(width / span))
    start = (width - span * count) / 2
    for index in range(count):
        middle = start + span * (index + 0.5)
        parts.append(placed(_flower_box(frame), middle, base - scale * 0.72, scale))
    return group(*parts, id="balcony-rail")


def _flower_box(frame: Frame) -> str:
    tone, rng = frame.mood.tone, frame.rng
    leaf = "#8b8a64" if frame.season == "winter" else "#5f9d52"
    tufts = [(-0.46 + 0.115 * i, -0.3, rng.uniform(0.08, 0.12)) for i in range(9)]
    heads = [(x + 0.02, y - rng.uniform(0.03, 0.13), 0.055) for x, y, _ in tufts]
    colours = rng.sample(BLOOMS, 2)
    blooms = "" if frame.season == "winter" else group(
        *(path(dots(heads[at::2]), tone(colour)) for at, colour in enumerate(colours))
    )  # fmt: skip
    return group(
        path(dots(tufts), tone(leaf)),
        path("M-.56-.26H.56L.5 0H-.5Z", tone("#b5704f")),
        rect(-0.58, -0.3, 1.16, 0.07, tone("#c98a66")),
        blooms,
    )


def _house(frame: Frame, base: float, scale: float, *, left: bool) -> str:
    """The house on one side: its wall, and a glass door with shutters."""
    tone, wall = frame.mood.tone, frame.rng.choice(HOUSES)
    wide = min(frame.width * 0.3, scale * 1.7) / scale
    tall = base / scale + 0.1
    glass = "#ffe0a0" if frame.mood.lamps_lit else tone("#8fb5c4")
    shutter = frame.rng.choice(("#4f8f8b", "#5f84a8", "#7a9a6a", "#a8665a"))
    low = wide * 0.18
    rows = [(wide * 0.74, -2.0 + 0.16 * row, wide * 0.2, 0.05) for row in range(11)]
    drawn = group(
        rect(-0.1, -tall, wide + 0.1, tall + 0.12, tone(wall)),
        rect(wide - 0.12, -tall, 0.12, tall + 0.12, tone(darker(wall, 0.16))),
        rect(low - 0.08, -2.2, wide * 0.5 + 0.16, 2.26, tone("#f6eee0")),
        rect(low, -2.1, wide * 0.5, 2.1, glass),
        path(boxes([(low + wide * 0.24, -2.1, 0.04, 2.1), (low, -0.75, wide * 0.5, 0.05)]),
             tone("#f6eee0")),
        rect(wide * 0.73, -2.12, wide * 0.22, 2.0, tone(shutter)),
        path(boxes(rows), tone(darker(shutter, 0.2))),
        path(f"M{number(low - 0.12)} .1h{number(wide * 0.5 + 0.24)}v-.08h"
             f"{number(-wide * 0.5 - 0.24)}z", tone(lighter(wall, 0.3))),
        id="house-wall",
    )  # fmt: skip
    return placed(drawn, 0.0 if left else frame.width, base, scale, mirrored=not left)


BALCONY = Place(
    name="balcony",
    floored=True,
    paint=balcony,
    words=("balcony",),
    said="on a balcony",
    background=Background("There are tall buildings in the background.", "town-below", "building"),
    casts=((woman("drink"), man("read")), (people(2, "talk"), animal("cat"))),
    seating=Seating(tables=("eat", "outdoors")),
)
