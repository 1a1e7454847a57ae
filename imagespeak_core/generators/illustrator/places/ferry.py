"""The deck of a ferry: planks, a white rail with a lifebuoy, the sea, and the ship's own side."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots, seams
from imagespeak_core.generators.illustrator.drawing.splines import land
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    circle,
    group,
    line,
    number,
    path,
    placed,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import animal, children, man, people, woman
from imagespeak_core.generators.illustrator.places.place import Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.ridges import water
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

FUNNELS = ("#c8534f", "#3f6fa8", "#d99a3c", "#3f8f7f")
_RAIL_M = 1.05


def ferry_deck(frame: Frame) -> Stage:
    """People stand on the deck; behind the rail are the waves and a far coast."""
    height, width = frame.height, frame.width
    horizon = height * frame.between(0.43, 0.47)
    edge = height * 0.7
    way = 1 if frame.chance(0.5) else -1
    low = frame.time in {"sunset", "morning"}
    disc = (
        width * (0.5 - way * frame.between(0.1, 0.3)),
        horizon - frame.unit * 0.14 if low else max(frame.unit * 0.1, horizon * 0.28),
    )
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.34))
    scale = ruler.px_per_m(edge)
    cabin_x = width * (0.5 + way * 0.5)
    back = group(
        draw_sky(frame, horizon + 2, disc),
        _coast(frame, horizon, way),
        water(frame, horizon, edge + 4, disc[0]),
        _waves(frame, horizon, edge),
        _deck(frame, edge),
        placed(_rail(frame, width / scale), 0, edge, scale),
        placed(_cabin(frame), cabin_x, edge + height * 0.02, scale, mirrored=way < 0),
    )
    buoy = Box(
        width / 2 - scale * 0.35, edge - scale * 0.95, width / 2 + scale * 0.35, edge - scale * 0.2
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", edge + height * 0.07, height * 0.965, 0, width),
            Ground("water", horizon + height * 0.06, edge - height * 0.1, 0, width),
            Ground("air", height * 0.07, horizon * 0.75, 0, width),
        ),
        clear=(disc_box(frame, *disc),),
        features=(Feature("lifebuoy", buoy),),
    )


def _coast(frame: Frame, horizon: float, way: int) -> str:
    points = [
        (frame.width * share, horizon - frame.unit * rise * frame.between(0.8, 1.2))
        for share, rise in ((-0.1, 0.03), (0.15, 0.055), (0.35, 0.03), (0.55, 0.006), (0.7, 0.0))
    ]
    if way < 0:
        points = [(frame.width - x, y) for x, y in reversed(points)]
    return path(land(points, horizon + 1), frame.mood.far("#5d8577", 0.5))


def _waves(frame: Frame, top: float, low: float) -> str:
    """Crests of foam, higher when the wind blows."""
    rough = 1.7 if frame.weather in {"wind", "rain"} else 1.0
    d = ""
    for _ in range(round(26 * min(2.5, frame.width / frame.height))):
        deep = frame.between(0.08, 0.95)
        span = frame.unit * (0.02 + 0.06 * deep)
        x, y = frame.between(-0.05, 1.0) * frame.width, top + (low - top) * deep
        d += (
            f"M{number(x)} {number(y)}q{number(span * 0.5)} {number(-span * 0.22 * rough)}"
            f" {number(span)} 0q{number(-span * 0.5)} {number(-span * 0.04)} {number(-span)} 0z"
        )
    return path(d, "#fdfdfa", fill_opacity=0.5 if frame.time != "night" else 0.25)


def _deck(frame: Frame, top: float) -> str:
    tone, width, height = frame.mood.tone, frame.width, frame.height
    wood = "#c9a173" if not frame.snowy else "#e3e8ec"
    stops = [(0.0, tone(darker(wood, 0.12)), 1.0), (1.0, tone(lighter(wood, 0.06)), 1.0)]
    step, middle = frame.unit * 0.055, width / 2
    count = int(middle / step) + 2
    ends = [(middle + i * step, middle + i * step * 2.1) for i in range(-count, count + 1)]
    return group(
        banded(0, top, width, height - top, stops),
        path(
            seams(ends, top, height),
            stroke=tone(darker(wood, 0.3)),
            stroke_width=frame.unit * 0.0024,
            stroke_opacity=0.7,
        ),
        rect(0, top, width, height * 0.016, tone("#f3f0e6")),
        id="deck-planks",
    )


def _rail(frame: Frame, length: float) -> str:
    """The white rail in metres, with a lifebuoy in the middle of the picture."""
    tone = frame.mood.tone
    white = tone("#f6f4ec")
    posts = [(x * 1.2 - 0.03, -_RAIL_M, 0.06, _RAIL_M) for x in range(int(length / 1.2) + 2)]
    bars = [(0.0, -_RAIL_M * share, length, 0.035) for share in (0.28, 0.52, 0.76)]
    middle, y, size = length / 2, -0.58, 0.3
    quarters = [
        (middle + size * dx, y + size * dy) for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0))
    ]
    return group(
        path(boxes([*bars, *posts]), white),
        rect(0, -_RAIL_M - 0.04, length, 0.08, tone("#b98c5c"), rx=0.03),
        circle(middle, y, size, "none", stroke=tone("#e8663f"), stroke_width=0.15),
        path(dots((x, qy, 0.085) for x, qy in quarters), white),
        id="ship-rail",
    )


def _cabin(frame: Frame) -> str:
    """The end of the ship's cabin at the picture's edge, with its funnel; drawn for the right."""
    tone, lit = frame.mood.tone, frame.mood.lamps_lit
    glass = "#ffe0a0" if lit else tone("#7fa6be")
    funnel = frame.rng.choice(FUNNELS)
    wall: list[Point] = [(-1.5, 0), (-1.35, -2.5), (1.5, -2.5), (1.5, 0)]
    panes = [(-1.05, -1.95, 0.55, 0.5), (-0.3, -1.95, 0.55, 0.5)]
    return group(
        polygon([(-0.5, -2.5), (-0.35, -4.1), (0.75, -4.1), (0.75, -2.5)], tone(funnel)),
        polygon([(-0.45, -3.05), (-0.4, -3.55), (0.75, -3.55), (0.75, -3.05)], tone("#f6f4ec")),
        rect(-0.4, -4.22, 1.2, 0.16, tone("#4a545c")),
        polygon(wall, tone("#f3f0e6")),
        rect(-1.6, -2.62, 3.2, 0.16, tone("#d9d5c9")),
        path(boxes(panes), glass),
        rect(-1.48, -0.32, 3.0, 0.1, tone(funnel)),
        line((-1.5, 0), (-1.35, -2.5), tone("#c9c5b9"), 0.05),
        id="ship-cabin",
    )


FERRY_DECK = Place(
    name="ferry deck",
    floored=True,
    paint=ferry_deck,
    words=("ferry", "ferry deck", "ship deck", "deck"),
    said="on the deck of a ferry",
    behind=("sea",),
    casts=(
        (man("photo"), woman("point")),
        (woman("look"), children(2, "wave"), animal("gull", 2)),
        (people(2, "talk"), man("sit", "old")),
    ),
    seating=Seating(seat="bench"),
)
