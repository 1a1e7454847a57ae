"""A garden on a roof: planters with tomatoes, boards, lights on a string, the town below."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.gradients import glow
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots
from imagespeak_core.generators.illustrator.drawing.svg import (
    circle,
    element,
    group,
    number,
    path,
    placed,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import animal, man, people, woman
from imagespeak_core.generators.illustrator.places.place import Background, Place, Seating
from imagespeak_core.generators.illustrator.scenery.facades import far_block
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
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

TOWERS = ("#8fa3b5", "#a39ab0", "#b0a08f", "#94a99c", "#9c8f8a")
WOODS = ("#b98c5c", "#a9764c", "#c49a6a")
BULBS = ("#ffdf94", "#ffb08a", "#a8dcc0", "#ffdf94")


def rooftop(frame: Frame) -> Stage:
    """High above the streets: plants in boxes along the wall, a town all around."""
    height, width = frame.height, frame.width
    wall = height * 0.655
    horizon = height * 0.43
    low = frame.time in {"sunset", "morning"}
    disc = (
        width * frame.between(0.25, 0.75),
        height * 0.3 if low else max(frame.unit * 0.09, height * 0.12),
    )
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.35))
    back = group(
        draw_sky(frame, wall, disc),
        skyline(frame, wall, disc[0]),
        _parapet(frame, wall, ruler),
        boards(frame, wall),
        _string_lights(frame, height * 0.2),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", wall + height * 0.09, height * 0.965, 0, width),
            Ground("air", height * 0.06, height * 0.3, 0, width),
        ),
        props=_planters(frame, ruler, wall + height * 0.02),
        clear=(disc_box(frame, *disc),),
    )


def skyline(frame: Frame, base: float, open_px: float) -> str:
    """Towers in two depths that end below the wall, lower before the sun."""
    parts, unit = [], frame.unit
    for distance, tall in ((0.55, 0.34), (0.28, 0.2)):
        x = -unit * frame.between(0, 0.06)
        while x < frame.width:
            wide = unit * frame.between(0.07, 0.13)
            rise = unit * tall * frame.between(0.5, 1.0)
            if abs(x + wide / 2 - open_px) < unit * 0.16:
                rise = min(rise, unit * 0.13)
            wall = frame.mood.far(frame.rng.choice(TOWERS), distance)
            lit = frame.mood.lamps_lit
            panes = "#ffdf94" if lit else frame.mood.far("#6b8296", distance)
            parts.append(far_block(x, base, (wide, rise + unit * 0.06), wall, panes))
            x += wide * frame.between(1.0, 1.35)
    return group(*parts, id="town-below")


def _parapet(frame: Frame, base: float, ruler: Ruler) -> str:
    """The low wall round the roof."""
    tone, tall = frame.mood.tone, ruler.px_per_m(base) * 0.8
    brick = frame.rng.choice(("#c48a6a", "#b9a08a", "#b57f6a"))
    wide = frame.unit * 0.05
    rows = [
        (wide * (column + 0.5 * (row % 2)), base - tall * (0.22 + 0.22 * row), wide * 0.92, 1.6)
        for row in range(4)
        for column in range(-1, int(frame.width / wide) + 1)
    ]
    return group(
        rect(0, base - tall, frame.width, tall, tone(brick)),
        path(boxes(rows), tone(darker(brick, 0.18)), fill_opacity=0.6),
        rect(
            0, base - tall - frame.unit * 0.014, frame.width, frame.unit * 0.02,
            tone("#e3dccd" if not frame.snowy else "#f4f8fb"),
        ),
        id="parapet",
    )  # fmt: skip


def boards(frame: Frame, top: float) -> str:
    """A floor of boards across the picture, from this line down."""
    tone, width, height = frame.mood.tone, frame.width, frame.height
    wood = frame.rng.choice(WOODS) if not frame.snowy else "#e6ebef"
    stops = [(0.0, tone(darker(wood, 0.1)), 1.0), (1.0, tone(lighter(wood, 0.12)), 1.0)]
    lines, deep = "", 0.0
    while deep < 1.0:
        y = top + (height - top) * deep
        lines += f"M0 {number(y)}H{number(width)}"
        deep += 0.035 + deep * 0.11
    return group(
        banded(0, top, width, height - top, stops),
        path(lines, stroke=tone(darker(wood, 0.28)), stroke_width=frame.unit * 0.002),
    )


def _string_lights(frame: Frame, top: float) -> str:
    """Small lamps on a string between two posts; they shine from the evening on."""
    unit, lit, tone = frame.unit, frame.mood.lamps_lit, frame.mood.tone
    count = max(1, round(frame.width / (unit * 0.55)))
    step, sag = frame.width / count, unit * 0.07
    cord, bulbs = f"M0 {number(top)}", []
    for index in range(count):
        cord += f"q{number(step / 2)} {number(sag * 2)} {number(step)} 0"
        for share in (0.1, 0.26, 0.42, 0.58, 0.74, 0.9):
            drop = sag * 4 * share * (1 - share)
            bulbs.append((step * (index + share), top + drop + unit * 0.012))
    parts = [path(cord, stroke=tone("#5d5a58"), stroke_width=unit * 0.003)]
    if lit:
        parts.append(element("defs", glow("bulb", [(0, "#ffe7a3", 0.7), (1, "#ffe7a3", 0)])))
        parts += [circle(x, y, unit * 0.035, "url(#bulb)") for x, y in bulbs]
    for number_, colour in enumerate(BULBS):
        own = [(x, y, unit * 0.009) for x, y in bulbs[number_ :: len(BULBS)]]
        parts.append(path(dots(own), colour if lit else tone(lighter(colour, 0.3))))
    return group(*parts, id="string-lights")


def _planters(frame: Frame, ruler: Ruler, foot: float) -> tuple[Prop, ...]:
    """Boxes along the wall, with what grows in them."""
    props, scale = [], ruler.px_per_m(foot)
    step = 1.75 * scale
    count = int(frame.width / step) + 1
    start = frame.width / 2 - step * (count - 1) / 2
    kinds = [_tomatoes, _herbs, _blooms]
    turn = frame.rng.randrange(3)
    for index in range(count):
        x = start + index * step
        drawn = group(shadow(1.5), _box(frame), kinds[(index + turn) % 3](frame))
        half = 0.75 * scale
        box = Box(x - half, foot - 1.5 * scale, x + half, foot)
        props.append(Prop(placed(drawn, x, foot, scale), foot, box))
    return tuple(props)


def _box(frame: Frame) -> str:
    tone = frame.mood.tone
    wood = "#9a6a45"
    return group(
        rect(-0.72, -0.5, 1.44, 0.5, tone(wood)),
        path(boxes([(-0.72, -0.34, 1.44, 0.025), (-0.72, -0.17, 1.44, 0.025)]),
             tone(darker(wood, 0.3))),
        rect(-0.77, -0.55, 1.54, 0.08, tone(lighter(wood, 0.2))),
    )  # fmt: skip


def _leaf(frame: Frame) -> str:
    return "#8b8a64" if frame.season == "winter" else "#5f9d52"


def _tomatoes(frame: Frame) -> str:
    """Tomato plants on sticks."""
    tone, rng = frame.mood.tone, frame.rng
    sticks = [(x - 0.015, -1.5, 0.03, 1.0) for x in (-0.45, 0.0, 0.45)]
    leaves = [
        (x + rng.uniform(-0.12, 0.12), -0.62 - 0.17 * row, rng.uniform(0.11, 0.16))
        for x in (-0.45, 0.0, 0.45)
        for row in range(5)
    ]
    fruit = [(x + 0.07, y + 0.05, 0.055) for x, y, _ in leaves[::2]]
    ripe = "" if frame.season == "winter" else path(dots(fruit), tone("#d9453a"))
    return group(path(boxes(sticks), tone("#b98c5c")), path(dots(leaves), tone(_leaf(frame))), ripe)


def _herbs(frame: Frame) -> str:
    tone, rng = frame.mood.tone, frame.rng
    tufts = [(-0.6 + 0.15 * i, -0.62, rng.uniform(0.12, 0.2)) for i in range(9)]
    return path(dots(tufts), tone(_leaf(frame))) + path(
        dots((x - 0.03, y - 0.08, r * 0.6) for x, y, r in tufts), tone(lighter(_leaf(frame), 0.25))
    )


def _blooms(frame: Frame) -> str:
    tone, rng = frame.mood.tone, frame.rng
    stems = "".join(f"M{-0.58 + 0.145 * i:.2f}-.5v{-rng.uniform(0.3, 0.62):.2f}" for i in range(9))
    heads = [(-0.58 + 0.145 * i, -0.85 - rng.uniform(0, 0.25), 0.085) for i in range(9)]
    colours = rng.sample(("#e0637a", "#f3c54b", "#d97fb4", "#f6efe0", "#8a6bb0"), 3)
    blooms = (
        ""
        if frame.season == "winter"
        else group(*(path(dots(heads[at::3]), tone(colour)) for at, colour in enumerate(colours)))
    )
    return path(stems, stroke=tone(_leaf(frame)), stroke_width=0.03) + blooms


ROOFTOP = Place(
    name="rooftop",
    floored=True,
    paint=rooftop,
    words=("rooftop", "rooftop garden", "roof garden", "roof terrace"),
    said="in a roof garden",
    background=Background("There are tall buildings in the background.", "town-below", "building"),
    noun="roof garden",
    behind=("city",),
    casts=(
        (woman("garden"), man("drink")),
        (people(2, "talk"), animal("cat")),
        (man("read", "old"), woman("garden")),
    ),
    seating=Seating(seat="bench"),
)
