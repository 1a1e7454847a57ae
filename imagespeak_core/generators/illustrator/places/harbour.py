"""A harbour: boats at the quay, a lighthouse on the mole, bright houses across the water."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    group,
    number,
    path,
    placed,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import (
    animal,
    children,
    in_role,
    man,
    people,
    woman,
)
from imagespeak_core.generators.illustrator.places.place import Place, Seating
from imagespeak_core.generators.illustrator.places.quayside import crates, fishing_boat
from imagespeak_core.generators.illustrator.places.street import pavement
from imagespeak_core.generators.illustrator.scenery.facades import WALLS
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.planting import tone_at
from imagespeak_core.generators.illustrator.scenery.ridges import water
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import (
    Box,
    Feature,
    Ground,
    Prop,
    Stage,
    disc_box,
    eye_height,
)
from imagespeak_core.generators.illustrator.things.catalog import THINGS

HULLS = ("#c8534f", "#3f6fa8", "#3f8f7f", "#d99a3c", "#f0e6d2", "#7d5a74")


def harbour(frame: Frame) -> Stage:
    """The quay is near; boats lie at it, and the open sea is seen between mole and town."""
    height, width = frame.height, frame.width
    horizon = height * frame.between(0.41, 0.45)
    quay = height * 0.7
    way = 1 if frame.chance(0.5) else -1
    low = frame.time in {"sunset", "morning"}
    x = width * (0.5 + way * frame.between(0.02, 0.12))
    disc = (x, horizon - frame.unit * 0.15 if low else max(frame.unit * 0.1, horizon * 0.26))
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.33))
    lighthouse, mole_box = _mole(frame, horizon, -way)
    back = group(
        draw_sky(frame, horizon + 2, disc),
        _hill(frame, horizon, way),
        water(frame, horizon, quay + height * 0.02, disc[0]),
        _town(frame, horizon + height * 0.012, way),
        lighthouse,
        _moored(frame, horizon, quay, way),
        _quay(frame, quay),
    )
    features = () if "lighthouse" in frame.brought else (Feature("lighthouse", mole_box),)
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", quay + height * 0.1, height * 0.965, 0, width),
            Ground("water", horizon + height * 0.1, quay - height * 0.06, 0, width),
            Ground("air", height * 0.07, horizon * 0.75, 0, width),
        ),
        props=_on_the_quay(frame, ruler, quay, way),
        clear=(disc_box(frame, *disc),),
        features=features,
    )


def _hill(frame: Frame, horizon: float, way: int) -> str:
    """The land behind the town, on one side only."""
    edge = frame.width if way > 0 else 0.0
    span, rise = min(frame.width * 0.55, frame.unit * 0.75), frame.unit * 0.13
    shape = (
        f"M{number(edge)} {number(horizon + 2)}V{number(horizon - rise)}"
        f"Q{number(edge - way * span * 0.55)} {number(horizon - rise * 0.95)}"
        f" {number(edge - way * span)} {number(horizon + 2)}Z"
    )
    return path(shape, frame.mood.far(darker(frame.ground()[0], 0.12), 0.45))


def _town(frame: Frame, base: float, way: int) -> str:
    """A row of narrow houses in many colours along the far quay."""
    rng, unit, lit = frame.rng, frame.unit, frame.mood.lamps_lit
    span = min(frame.width * 0.5, unit * 0.62)
    edge = frame.width if way > 0 else 0.0
    parts, panes, last, at = [], [], "", 0.0
    while at < span:
        wide, tall = unit * rng.uniform(0.05, 0.075), unit * rng.uniform(0.075, 0.125)
        wall = rng.choice([colour for colour in WALLS if colour != last])
        last = wall
        x = edge - at - wide if way > 0 else at
        roof = "#f2f6fa" if frame.snowy else rng.choice(("#b0604a", "#8f5f52", "#7b6a6f"))
        parts.append(rect(x, base - tall, wide, tall, frame.mood.far(wall, 0.16)))
        parts.append(
            polygon(
                [
                    (x - unit * 0.004, base - tall),
                    (x + wide / 2, base - tall - unit * 0.035),
                    (x + wide + unit * 0.004, base - tall),
                ],
                frame.mood.far(roof, 0.16),
            )
        )
        panes += [
            (x + wide * side, base - tall + unit * (0.014 + 0.032 * row), wide * 0.2, unit * 0.017)
            for side in (0.18, 0.6)
            for row in range(int(tall / unit / 0.034))
        ]
        at += wide
    glass = "#ffdf94" if lit else frame.mood.far("#5f8096", 0.2)
    start = edge - at if way > 0 else 0.0
    return group(
        *parts,
        path(boxes(panes), glass),
        rect(start, base, at, frame.height * 0.012, frame.mood.far("#a39a8e", 0.15)),
        id="harbour-town",
    )


def _mole(frame: Frame, horizon: float, way: int) -> tuple[str, Box]:
    """A wall of stones with a lighthouse at its end; in the dark its lamp shines."""
    unit, tone = frame.unit, frame.mood.far
    edge = frame.width if way > 0 else 0.0
    span = min(frame.width * 0.3, unit * 0.34)
    low, tip = horizon + frame.height * 0.028, edge - way * span
    stones = [
        (edge, low - unit * 0.03),
        (tip + way * unit * 0.03, low - unit * 0.026),
        (tip - way * unit * 0.012, low),
        (edge, low),
    ]
    x, tall, wide = tip + way * unit * 0.06, unit * 0.2, unit * 0.024
    foot = low - unit * 0.026
    box = Box(x - wide * 1.4, foot - tall, x + wide * 1.4, foot)
    if "lighthouse" in frame.brought:
        return polygon(stones, tone("#8f8a83", 0.2)), box
    tower = [
        (x - wide, foot),
        (x - wide * 0.62, foot - tall * 0.78),
        (x + wide * 0.62, foot - tall * 0.78),
        (x + wide, foot),
    ]
    bands = [
        [
            (x - wide * (1 - 0.38 * a), foot - tall * 0.78 * a),
            (x - wide * (1 - 0.38 * b), foot - tall * 0.78 * b),
            (x + wide * (1 - 0.38 * b), foot - tall * 0.78 * b),
            (x + wide * (1 - 0.38 * a), foot - tall * 0.78 * a),
        ]
        for a, b in ((0.2, 0.42), (0.64, 0.86))
    ]
    lamp = "#ffe9a0" if frame.mood.lamps_lit else tone("#f3e3a6", 0.15)
    beam = ""
    if frame.time == "night":
        beam = polygon(
            [
                (x, foot - tall * 0.86),
                (x - way * unit * 0.5, foot - tall * 1.25),
                (x - way * unit * 0.5, foot - tall * 0.75),
            ],
            "#fff0b8",
            fill_opacity=0.16,
        )
    drawn = group(
        beam,
        polygon(stones, tone("#8f8a83", 0.2)),
        polygon(tower, tone("#f6f0e6", 0.14)),
        *(polygon(band, tone("#c8453f", 0.14)) for band in bands),
        rect(x - wide * 0.85, foot - tall * 0.8, wide * 1.7, tall * 0.035, tone("#5f6b75", 0.1)),
        rect(x - wide * 0.45, foot - tall * 0.92, wide * 0.9, tall * 0.12, lamp),
        polygon(
            [
                (x - wide * 0.65, foot - tall * 0.92),
                (x, foot - tall * 1.04),
                (x + wide * 0.65, foot - tall * 0.92),
            ],
            tone("#c8453f", 0.14),
        ),
        id="far-lighthouse",
    )
    return drawn, box


def _moored(frame: Frame, horizon: float, quay: float, way: int) -> str:
    """Boats side by side behind the quay; far ones first."""
    rng, parts = frame.rng, []
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.33))
    count = max(2, round(frame.width / (frame.unit * 0.42)))
    for row, share in ((0, 0.36), (1, 0.86)):
        foot = horizon + (quay - horizon) * share
        scale = ruler.px_per_m(foot) * (0.62 if row == 0 else 0.66)
        for index in range(count - row):
            x = frame.width * (index + 0.5 + rng.uniform(-0.22, 0.22)) / (count - row)
            colour = rng.choice(HULLS)
            if row == 0 and rng.random() < 0.65:
                thing = THINGS["sailing boat"]
                drawn = thing.draw(tone_at(frame, ruler, foot), colour, rng)
                scale_here = scale * 0.62
            else:
                drawn, scale_here = fishing_boat(frame, colour), scale * 0.72
            boat = placed(drawn, x, foot, scale_here, mirrored=rng.random() < 0.5)
            parts.append(group(boat, class_="boat"))
    return group(*parts, id="moored-boats")


def _quay(frame: Frame, top: float) -> str:
    """The stone edge and the paving, with rings and bollards."""
    tone, unit, width = frame.mood.tone, frame.unit, frame.width
    wall = frame.height * 0.035
    stones = [
        (
            width * index / 14 + (width / 28 if row else 0),
            top + wall * row / 2,
            unit * 0.004,
            wall / 2,
        )
        for index in range(15)
        for row in range(2)
    ]
    bollards = []
    count = max(2, round(width / (unit * 0.5)))
    for index in range(count):
        x, y = width * (index + 0.5) / count, top + wall * 0.5
        bollards.append(
            group(
                rect(x - unit * 0.013, y - unit * 0.04, unit * 0.026, unit * 0.04, tone("#4a545c")),
                rect(
                    x - unit * 0.019, y - unit * 0.048, unit * 0.038, unit * 0.014, tone("#5f6b75"),
                    rx=unit * 0.006,
                ),
                path(
                    f"M{number(x)} {number(y - unit * 0.028)}q{number(unit * 0.05)}"
                    f" {number(unit * 0.03)} {number(unit * 0.09)} {number(-unit * 0.012)}",
                    stroke=tone("#d9c59a"),
                    stroke_width=unit * 0.006,
                ),
            )
        )  # fmt: skip
    return group(
        rect(0, top, width, wall, tone("#9a948b" if not frame.snowy else "#b5bac0")),
        path(boxes(stones), tone("#7d776f")),
        pavement(frame, top + wall, frame.height, "quay"),
        rect(
            0, top, width, frame.height * 0.008, tone("#d3ccbf" if not frame.snowy else "#f4f8fb")
        ),
        *bollards,
        id="quay",
    )


def _on_the_quay(frame: Frame, ruler: Ruler, quay: float, way: int) -> tuple[Prop, ...]:
    """Crates of fish and pots, with a coil of rope, at one side."""
    foot = quay + frame.height * 0.1
    x = frame.width * (0.5 - way * frame.between(0.3, 0.4))
    return (_prop(ruler, crates(frame), (x, foot), 1.3),)


def _prop(ruler: Ruler, drawn: str, at: Point, width_m: float) -> Prop:
    x, foot = at
    scale = ruler.px_per_m(foot)
    half = width_m * scale / 2
    box = Box(x - half, foot - half * 1.4, x + half, foot)
    return Prop(placed(shadow(width_m) + drawn, x, foot, scale), foot, box)


HARBOUR = Place(
    name="harbour",
    paint=harbour,
    words=("harbour", "harbor", "port", "marina", "quay"),
    said="at a harbour",
    behind=("sea",),
    casts=(
        (in_role("fisherman"), people(2, "walk")),
        (man("carry", "old"), woman("photo"), animal("cat")),
        (people(2, "talk"), animal("gull", 2), children(1, "point")),
    ),
    seating=Seating(seat="bench"),
    floor="stone",
    water="salt",
)
