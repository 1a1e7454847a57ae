"""A swimming pool in the open air: blue water with lanes, tiles around it, a hedge behind."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter, mix
from imagespeak_core.generators.illustrator.drawing.paths import dots, seams
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    group,
    number,
    path,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import children, man, people, woman
from imagespeak_core.generators.illustrator.places.place import Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green
from imagespeak_core.generators.illustrator.scenery.planting import standing, tree
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

TILES = ("#e3d6bd", "#dcd8cc", "#e0cdb4")
PARASOLS = ("#d9573f", "#3f7fb0", "#e0a33b", "#3f8f7f")


def swimming_pool(frame: Frame) -> Stage:
    """The pool from one side; people swim in it and stand on the near edge."""
    height, width = frame.height, frame.width
    horizon = height * 0.44
    disc = (width * frame.between(0.2, 0.8), max(frame.unit * 0.1, horizon * 0.26))
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.35))
    deck, top, low = height * 0.54, height * 0.6, height * 0.765
    leaf = frame.leaf() if frame.season != "winter" else "#93a39c"
    far = mix(frame.mood.far(leaf, 0.45), frame.mood.haze, 0.1)
    back = group(
        draw_sky(frame, horizon + height * 0.06, disc),
        path(skyline_green(frame.rng, width, deck, frame.unit * 0.075), far),
        _hedge(frame, deck, leaf),
        _deck(frame, deck, horizon),
        _water(frame, top, low),
        _ladder(frame, low),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", low + height * 0.06, height * 0.965, 0, width),
            Ground("water", top + height * 0.055, low - height * 0.025, 0, width),
            Ground("air", height * 0.08, horizon * 0.75, 0, width),
        ),
        props=_around(frame, ruler, deck, disc[0]),
        clear=(disc_box(frame, *disc),),
        features=(Feature("pool", Box(0, top, width, low)),),
    )


def _hedge(frame: Frame, base: float, leaf: str) -> str:
    tone, tall = frame.mood.tone, frame.unit * 0.055
    colour = darker(leaf, 0.12)
    blobs = [
        (frame.unit * 0.045 * index, base - tall * frame.between(0.8, 1.0), frame.unit * 0.034)
        for index in range(int(frame.width / (frame.unit * 0.045)) + 2)
    ]
    return group(
        path(dots(blobs), tone(colour)),
        rect(0, base - tall, frame.width, tall + 2, tone(colour)),
        rect(0, base - tall * 0.25, frame.width, tall * 0.25 + 2, tone(darker(colour, 0.2))),
    )


def _deck(frame: Frame, top: float, horizon: float) -> str:
    """Pale tiles that run to the vanishing line."""
    tone, height, width = frame.mood.tone, frame.height, frame.width
    stone = frame.rng.choice(TILES) if not frame.snowy else "#e9eef2"
    stops = [(0.0, tone(darker(stone, 0.08)), 1.0), (1.0, tone(lighter(stone, 0.12)), 1.0)]
    step, grow = frame.unit * 0.055, (height - horizon) / (top - horizon)
    middle, count = width / 2, int(width / step / 2) + 2
    ends = [(middle + i * step, middle + i * step * grow) for i in range(-count, count + 1)]
    lines, y = seams(ends, top, height), top
    while y < height:
        lines += f"M0 {number(y)}H{number(width)}"
        y += (y - horizon) * 0.17
    return group(
        banded(0, top, width, height - top, stops),
        path(lines, stroke=tone(darker(stone, 0.16)), stroke_width=frame.unit * 0.0018,
             stroke_opacity=0.7),
    )  # fmt: skip


def _water(frame: Frame, top: float, low: float) -> str:
    tone, width, unit = frame.mood.tone, frame.width, frame.unit
    inset = max(0.0, width * 0.5 - unit * 0.95)
    rim = unit * 0.016
    upper, lower = inset + unit * 0.06, inset - unit * 0.04

    def edge(by: float) -> list[Point]:
        return [
            (upper - by, top - by * 0.6), (width - upper + by, top - by * 0.6),
            (width - lower + by, low + by), (lower - by, low + by),
        ]  # fmt: skip

    ropes = "".join(
        f"M{number(upper + (lower - upper) * share)} {number(top + (low - top) * share)}"
        f"H{number(width - upper - (lower - upper) * share)}"
        for share in (0.3, 0.66)
    )
    glints = ""
    for _ in range(round(26 * min(2.5, width / frame.height))):
        share = frame.rng.random()
        y, span = top + (low - top) * (0.06 + 0.88 * share), unit * (0.02 + 0.03 * share)
        x = frame.between(upper + unit * 0.03, width - upper - unit * 0.1)
        glints += f"M{number(x)} {number(y)}q{number(span / 2)} {number(-span * 0.2)}"
        glints += f" {number(span)} 0"
    return group(
        polygon(edge(rim), tone("#f4f1e8")),
        polygon(edge(0), tone("#5cc0da")),
        path(ropes, stroke=tone("#f6f1e4"), stroke_width=unit * 0.008),
        path(ropes, stroke=tone("#d9573f"), stroke_width=unit * 0.008,
             stroke_dasharray=f"{number(unit * 0.03)} {number(unit * 0.03)}"),
        path(glints, stroke="#f4fbfd", stroke_width=unit * 0.004, stroke_opacity=0.6,
             stroke_linecap="round"),
        id="pool",
    )  # fmt: skip


def _ladder(frame: Frame, low: float) -> str:
    """The rails of a ladder at the near edge."""
    unit = frame.unit
    x = frame.width * (0.16 if frame.chance(0.5) else 0.84)
    rails = "".join(
        f"M{number(x + shift)} {number(low - unit * 0.03)}v{number(-unit * 0.035)}"
        f"q0 {number(-unit * 0.03)} {number(unit * 0.02)} {number(-unit * 0.03)}"
        f"t{number(unit * 0.02)} {number(unit * 0.03)}v{number(unit * 0.06)}"
        for shift in (0.0, unit * 0.055)
    )
    return path(
        rails, stroke=frame.mood.tone("#aab4b8"), stroke_width=unit * 0.008, id="pool-ladder"
    )


def _around(frame: Frame, ruler: Ruler, deck: float, sun_px: float) -> tuple[Prop, ...]:
    """Trees behind the hedge; parasols and deck chairs on the far side."""
    props = [
        tree(frame, ruler, frame.width * share, deck, frame.between(4.6, 6.0), "broadleaf")
        for share in (0.04, 0.93)
    ]
    foot = deck + frame.height * 0.035
    step, x = frame.unit * 0.42, frame.unit * frame.between(0.12, 0.25)
    while x < frame.width - frame.unit * 0.1:
        colour = frame.rng.choice(PARASOLS)
        if "beach umbrella" not in frame.brought:
            props.append(standing(frame, ruler, "beach umbrella", (x, foot), colour, 0.85))
        if "deck chair" not in frame.brought:
            place = (x + frame.unit * 0.11, foot + frame.height * 0.004)
            props.append(standing(frame, ruler, "deck chair", place, colour, 0.9))
        x += step * frame.between(0.9, 1.2)
    return tuple(props)


SWIMMING_POOL = Place(
    name="swimming pool",
    paint=swimming_pool,
    words=("swimming pool", "pool", "outdoor pool", "public pool", "lido"),
    said="at a swimming pool",
    as_scenery=("pool",),
    looks=("blue",),
    casts=(
        (people(2, "swim"), children(2, "run")),
        (children(2, "swim"), woman("stand"), man("wave")),
    ),
    seating=Seating(seat="deck chair"),
    greenery="trees",
    bathing=True,
    water="pool",
)
