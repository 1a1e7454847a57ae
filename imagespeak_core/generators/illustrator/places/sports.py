"""A sports field: mown grass with white lines, a goal, a stand, floodlights."""

from __future__ import annotations

from functools import partial

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.gradients import glow
from imagespeak_core.generators.illustrator.drawing.paths import Circle, boxes, dots
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    circle,
    element,
    group,
    number,
    path,
    placed,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import children, in_role, man, woman
from imagespeak_core.generators.illustrator.places.lighting import floodlit
from imagespeak_core.generators.illustrator.places.place import Background, Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green
from imagespeak_core.generators.illustrator.scenery.planting import standing, tone_at
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import (
    Box,
    Ground,
    Prop,
    Stage,
    disc_box,
    eye_height,
)

SHIRTS = ("#d9604f", "#e9b949", "#4f7fae", "#f3ead6", "#5f9f6e", "#8a5a9c", "#e0c4a0")
BOARDS = ("#c8534f", "#3f6fa8", "#e9b949", "#f3ead6", "#3f8f7f")


def sports_field(frame: Frame) -> Stage:
    """The field from behind one end, with the other goal across from the onlooker."""
    height = frame.height
    horizon = height * 0.44
    disc = (frame.width * frame.between(0.2, 0.8), max(frame.unit * 0.1, horizon * 0.24))
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.36))
    field = height * 0.56
    leaf = frame.leaf() if frame.season != "winter" else "#93a39c"
    stand = frame.chance(0.55)
    back = group(
        draw_sky(frame, horizon + height * 0.06, disc),
        path(
            skyline_green(frame.rng, frame.width, field - height * 0.01, frame.unit * 0.055),
            frame.mood.far(leaf, 0.5),
        ),
        _stand(frame, field, disc) if stand else "",
        _boards(frame, field),
        _grass(frame, ruler, field),
        _lines(frame, ruler, field),
        _track(frame) if frame.chance(0.45) else "",
    )
    props = [_floodlight(frame, ruler, field, side) for side in (-1, 1)]
    if "goal" not in frame.brought:
        goal = standing(frame, ruler, "goal", (frame.width / 2, field + height * 0.03), size=1.15)
        props.append(Prop(group(goal.svg, id="far-goal"), goal.foot_px, goal.box, shows="goal"))
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", field + height * 0.11, height * 0.96, 0, frame.width),
            Ground("air", height * 0.06, horizon * 0.7, 0, frame.width),
        ),
        props=tuple(props),
        clear=(disc_box(frame, *disc),),
    )


def _grass(frame: Frame, ruler: Ruler, top: float) -> str:
    """Stripes across the field, broader towards the onlooker."""
    _far, near = frame.ground()
    tone, height = partial(floodlit, frame), frame.height
    light = [rect(0, top, frame.width, height - top, tone(lighter(near, 0.06)))]
    edges = [top]
    while edges[-1] < height:
        edges.append(edges[-1] + (edges[-1] - ruler.horizon_px) * 0.17)
    dark = [
        (0.0, upper, frame.width, lower - upper)
        for upper, lower in zip(edges[::2], edges[1::2], strict=False)
    ]
    light.append(path(boxes(dark), tone(darker(near, 0.07))))
    return group(*light)


def _lines(frame: Frame, ruler: Ruler, top: float) -> str:
    """The far goal line, both sides, the penalty area and the middle circle."""
    height, centre = frame.height, frame.width / 2

    far, area, half = top + height * 0.03, top + height * 0.1, top + height * 0.27

    def at(share: float, y: float) -> Point:
        grow = (y - ruler.horizon_px) / (far - ruler.horizon_px)
        return centre + share * frame.unit * grow, y

    wide = min(0.42 * frame.width / frame.unit, 0.7)
    outline = [at(-wide, far), at(wide, far), at(wide, height), at(-wide, height)]
    box = [at(-0.29, far), at(0.29, far), at(0.29, area), at(-0.29, area)]
    white = floodlit(frame, "#fbfbf2" if not frame.snowy else "#8fa9c4")
    thin = frame.unit * 0.004
    rx, ry = frame.unit * 0.27, height * 0.045
    middle = f"M0 {number(half)}H{number(frame.width)}"
    return group(
        polygon(outline, "none", stroke=white, stroke_width=thin * 1.2),
        polygon(box, "none", stroke=white, stroke_width=thin),
        path(middle, stroke=white, stroke_width=thin * 1.5),
        element(
            "ellipse",
            cx=centre,
            cy=half,
            rx=rx,
            ry=ry,
            fill="none",
            stroke=white,
            stroke_width=thin * 1.5,
        ),
        circle(centre, half, thin * 1.6, white),
        id="field-lines",
    )


def _track(frame: Frame) -> str:
    """The lanes of a running track along the lower edge."""
    tone, height = partial(floodlit, frame), frame.height
    red = "#c9755a" if not frame.snowy else "#dcc6c0"
    top = height * 0.895
    lanes = [
        (0.0, top + height * share, frame.width, height * 0.004) for share in (0.0, 0.032, 0.068)
    ]
    return group(
        rect(0, top, frame.width, height - top, tone(red)),
        path(boxes(lanes), tone("#f6efe4")),
        id="running-track",
    )


def _stand(frame: Frame, base: float, disc: Point) -> str:
    """Rows of spectators under a roof, away from the sun."""
    unit, tone = frame.unit, frame.mood.far
    left = frame.width * (0.48 if disc[0] < frame.width / 2 else 0.02)
    wide, tall = frame.width * 0.5, min(unit * 0.17, base * 0.28)
    rows = 4
    seats = [(left, base - tall * (row + 1) / (rows + 1), wide, tall * 0.05) for row in range(rows)]
    heads: dict[str, list[Circle]] = {}
    size = tall * 0.055
    for row in range(rows):
        x = left + size * 2
        y = base - tall * (row + 1) / (rows + 1) - size
        while x < left + wide - size:
            if frame.chance(0.72):
                heads.setdefault(frame.rng.choice(SHIRTS), []).append((x, y, size))
            x += size * 2.6
    roof = [
        (left - unit * 0.015, base - tall * 1.12),
        (left + wide + unit * 0.015, base - tall * 1.12),
        (left + wide, base - tall * 1.32),
        (left, base - tall * 1.32),
    ]
    posts = [
        (left + wide * share, base - tall * 1.2, unit * 0.006, tall * 1.2)
        for share in (0.02, 0.34, 0.66, 0.97)
    ]
    return group(
        rect(left, base - tall * 1.15, wide, tall * 1.15, tone("#8f99a8", 0.3)),
        path(boxes(seats), tone("#c9ced6", 0.25)),
        *(path(dots(found), tone(shirt, 0.2)) for shirt, found in heads.items()),
        path(boxes(posts), tone("#6b7480", 0.3)),
        polygon(roof, tone("#5f7f95", 0.25)),
        id="stand",
    )


def _boards(frame: Frame, base: float) -> str:
    """A low row of coloured boards along the far side."""
    step = frame.unit * 0.13
    tall = frame.height * 0.026
    shift = frame.between(-1, 0) * step
    count = int(frame.width / step) + 2
    colours = [frame.rng.choice(BOARDS) for _ in range(count)]
    return group(
        *(
            rect(shift + index * step, base - tall, step * 0.97, tall, frame.mood.far(colour, 0.2))
            for index, colour in enumerate(colours)
        )
    )


def _floodlight(frame: Frame, ruler: Ruler, base: float, side: int) -> Prop:
    """A high mast with four lamps; they shine in the dark."""
    x = frame.width * (0.5 + side * 0.44)
    scale = ruler.px_per_m(base) * 0.8
    high = min(8.5, (base - frame.height * 0.07) / scale)
    tone = tone_at(frame, ruler, base)
    lit = frame.mood.lamps_lit
    bulb = "#fff6d0" if lit else tone("#f3f1e6")
    lamps = [
        (-0.48 + 0.26 * index, -high - 0.1 + 0.3 * row, 0.1)
        for index in range(4)
        for row in range(2)
    ]
    shine = ""
    if lit:
        shine = element(
            "defs",
            glow("floodlight", [(0, "#fff3c4", 0.85), (0.3, "#ffe9a8", 0.3), (1, "#ffe9a8", 0)]),
        )
        shine += circle(-0.1, -high + 0.05, 1.9, "url(#floodlight)")
    mast = group(
        shine,
        rect(-0.16, -high, 0.14, high, tone("#7d8793")),
        rect(-0.66, -high - 0.28, 1.14, 0.66, tone("#5d6874")),
        path(dots(lamps), bulb),
        id=f"floodlight-{'left' if side < 0 else 'right'}",
    )
    half = 0.6 * scale
    return Prop(
        placed(mast, x, base, scale), base, Box(x - half, base - high * scale, x + half, base)
    )


SPORTS_FIELD = Place(
    name="sports field",
    paint=sports_field,
    words=(
        "sports field", "sports ground", "football pitch", "football field", "soccer field",
        "playing field", "pitch", "stadium", "football stadium",
    ),
    said="on a sports field",
    background=Background("There are lines on the ground.", "field-lines", "line"),
    looks=("green",),
    hints=Hints(pastimes=("match",)),
    casts=(
        (in_role("footballer", "kick", 3),),
        (children(4, "run"), man("point")),
        (in_role("athlete", "run", 2), woman("cheer"), man("cheer")),
    ),
    seating=Seating(seat="bench"),
    greenery="meadow",
    grassy=True,
)  # fmt: skip
