"""A river that comes from the hills and passes under an old bridge."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter, mix
from imagespeak_core.generators.illustrator.drawing.gradients import gradient
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.splines import curve, outline
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    element,
    group,
    number,
    path,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import animal, man, people, thing, woman
from imagespeak_core.generators.illustrator.places.lighting import house_with_lights
from imagespeak_core.generators.illustrator.places.place import Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green
from imagespeak_core.generators.illustrator.scenery.planting import (
    Plant,
    bush,
    meadow_details,
    tree,
)
from imagespeak_core.generators.illustrator.scenery.ridges import hills
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

STONES = ("#b9ada0", "#c4b193", "#a9a7a3", "#b99a86")
_TREES: tuple[Plant, ...] = ("broadleaf", "poplar")
_BRIDGE = 0.575
"""Where the bridge's feet stand in the water, as a share of the height."""


def river(frame: Frame) -> Stage:
    """The water bends past the onlooker, who stands on the near bank; the bridge is behind."""
    height, width = frame.height, frame.width
    horizon = height * frame.between(0.42, 0.45)
    low = frame.time in {"sunset", "morning"}
    disc_y = horizon - frame.unit * 0.22 if low else max(frame.unit * 0.1, horizon * 0.24)
    way = 1 if frame.chance(0.5) else -1
    disc = (width * (0.5 + way * frame.between(0.1, 0.3)), disc_y)
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.34))
    far, near = frame.ground()
    base = horizon + height * 0.035
    wood = skyline_green(frame.rng, width, base + height * 0.012, frame.unit * 0.03)
    leaf = frame.leaf() if frame.season != "winter" else "#97a59c"
    bridge, box = _bridge(frame, height * _BRIDGE)
    back = group(
        draw_sky(frame, horizon + height * 0.05, disc),
        hills(frame, horizon, height * 0.07, darker(far, 0.1), 0.5, base + height * 0.05),
        path(wood, frame.mood.far(leaf, 0.38)),
        hills(frame, base + height * 0.015, height * 0.008, far, 0.12),
        _water(frame, base + height * 0.02, way),
        bridge,
        _near_bank(frame, near, way),
    )
    left, right = (0.0, width * 0.62) if way < 0 else (width * 0.38, width)
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", height * 0.83, height * 0.965, 0, width),
            Ground("water", height * 0.63, height * 0.71, left, right),
            Ground("air", height * 0.08, horizon * 0.8, 0, width),
        ),
        props=_props(frame, ruler, base, way),
        clear=(disc_box(frame, *disc),),
        features=() if "bridge" in frame.brought else (Feature("bridge", box),),
    )


def _banks(frame: Frame, top: float, way: int) -> tuple[list[Point], list[Point]]:
    """Left and right bank, from far to near; the river leaves the picture on the side `way`."""
    width, height, unit = frame.width, frame.height, min(frame.width, frame.unit * 1.4)
    middle = width / 2
    rows = (
        (0.0, 0.1, 0.012),
        (0.09, -0.05, 0.04),
        (0.2, 0.0, 0.27),
        (0.36, 0.02, 0.42),
        (0.56, 0.12, 0.56),
        (0.78, 0.4, 0.8),
        (1.0, 0.8, 1.3),
    )
    deep = height * 0.82 - top
    spine = [
        (middle + way * unit * shift, top + deep * share, unit * half)
        for share, shift, half in rows
    ]
    return [(x - half, y) for x, y, half in spine], [(x + half, y) for x, y, half in spine]


def _water(frame: Frame, top: float, way: int) -> str:
    far, near = frame.mood.water
    left, right = _banks(frame, top, way)
    rim = mix(frame.mood.tone("#d9c79a" if not frame.snowy else "#e3ebf2"), far, 0.1)
    shape = outline(left, right[::-1])
    stops = [(0.0, far, 1.0), (0.45, mix(far, near, 0.6), 1.0), (1.0, near, 1.0)]
    return group(
        element("defs", gradient("river-water", stops)),
        path(shape, "url(#river-water)", stroke=rim, stroke_width=frame.unit * 0.012),
        _ripples(frame, left, right),
        id="river",
    )


def _ripples(frame: Frame, left: list[Point], right: list[Point]) -> str:
    light, d = mix(frame.mood.water[0], "#ffffff", 0.45), ""
    for (x1, y), (x2, _) in zip(left[2:-1], right[2:-1], strict=True):
        for _ in range(5):
            span = frame.unit * frame.between(0.025, 0.06)
            x = x1 + (x2 - x1 - span) * frame.between(0.08, 0.9)
            at = y + frame.height * frame.between(0.0, 0.05)
            d += f"M{number(x)} {number(at)}q{number(span / 2)} {number(-span * 0.1)}"
            d += f" {number(span)} 0"
    return path(
        d,
        stroke=light,
        stroke_width=frame.unit * 0.0032,
        stroke_linecap="round",
        stroke_opacity=0.6,
    )


def _bridge(frame: Frame, foot: float) -> tuple[str, Box]:
    """A bridge of stone or wood from bank to bank, with its arches open."""
    unit = min(frame.width, frame.unit * 1.4)
    half, rise = unit * 0.4, frame.unit * 0.14
    middle, top = frame.width / 2, foot - rise
    box = Box(middle - half, top - frame.unit * 0.03, middle + half, foot)
    if "bridge" in frame.brought:
        return "", box
    stone = frame.rng.choice(STONES)
    arches = 3 if frame.chance(0.6) else 2
    tone = frame.mood.tone
    crown = frame.unit * 0.028
    deck = (
        f"M{number(middle - half)} {number(top + crown)}Q{number(middle)} {number(top - crown)}"
        f" {number(middle + half)} {number(top + crown)}"
    )
    body = deck + f"V{number(foot)}H{number(middle - half)}Z"
    open_, span = "", half * 2 / (arches + 0.5)
    for index in range(arches):
        centre = middle + (index - (arches - 1) / 2) * span
        wide, spring = span * 0.38, foot - rise * 0.3
        reach = rise * 0.52 * (1.12 if arches == 3 and index == 1 else 0.95)
        open_ += (
            f"M{number(centre - wide)} {number(foot + 1)}V{number(spring)}"
            f"a{number(wide)} {number(reach)} 0 0 1 {number(wide * 2)} 0V{number(foot + 1)}Z"
        )
    seams = boxes(
        (
            middle - half + half * 2 * frame.between(0.02, 0.95),
            foot - rise * frame.between(0.82, 0.96),
            frame.unit * 0.024,
            frame.unit * 0.004,
        )
        for _ in range(26)
    )
    return (
        group(
            path(body + open_, tone(stone), fill_rule="evenodd"),
            path(seams, tone(darker(stone, 0.2)), fill_opacity=0.55),
            path(open_, frame.mood.shadow, fill_opacity=0.28),
            path(open_, stroke=tone(darker(stone, 0.28)), stroke_width=frame.unit * 0.007),
            path(
                deck,
                stroke=tone(lighter(stone, 0.35) if not frame.snowy else "#f4f8fb"),
                stroke_width=frame.unit * 0.02,
                stroke_linecap="round",
            ),
            path(
                deck,
                stroke=tone(darker(stone, 0.3)),
                stroke_width=frame.unit * 0.004,
                transform=f"translate(0 {number(frame.unit * 0.013)})",
            ),
            rect(
                middle - half * 0.94,
                foot,
                half * 1.88,
                frame.unit * 0.02,
                frame.mood.shadow,
                fill_opacity=0.16,
            ),
            id="stone-bridge",
        ),
        box,
    )


def _near_bank(frame: Frame, near: str, way: int) -> str:
    """Grass with a path along the water, higher on the side that the river does not take."""
    width, height = frame.width, frame.height
    start, end = (0.7, 0.8) if way > 0 else (0.8, 0.7)
    points = [
        (width * share, height * (start + (end - start) * share) + frame.unit * frame.between(-1, 1)
         * 0.008)
        for share in (-0.1, 0.1, 0.3, 0.5, 0.7, 0.9, 1.1)
    ]  # fmt: skip
    sand = frame.mood.tone("#dcc89a" if not frame.snowy else "#dfe7ee")
    tone = frame.mood.tone
    stops = [(0.0, tone(lighter(near, 0.12)), 1.0), (1.0, tone(darker(near, 0.06)), 1.0)]
    edge = curve(points)
    close = f"L{number(points[-1][0])} {number(height)}L{number(points[0][0])} {number(height)}Z"
    trodden = [(x, y + height * 0.12 - 0.05 * (y - height * 0.75)) for x, y in points]
    return group(
        element("defs", gradient("near-bank", stops)),
        path(edge + close, "url(#near-bank)", stroke=sand, stroke_width=frame.unit * 0.014),
        path(
            curve(trodden),
            stroke=tone("#dcc89a" if not frame.snowy else "#e3e8ec"),
            stroke_width=frame.unit * 0.07,
            stroke_opacity=0.85,
        ),
        meadow_details(frame, height * 0.82, height),
        id="river-bank",
    )


def _props(frame: Frame, ruler: Ruler, base: float, way: int) -> tuple[Prop, ...]:
    """Houses and trees on the far banks, a tree and reeds near."""
    width, height = frame.width, frame.height
    foot = base + height * 0.075
    props = []
    for side in (-1, 1):
        x = width / 2 + side * min(width * 0.42, frame.unit * 0.72)
        if frame.chance(0.7):
            props.append(house_with_lights(frame, ruler, "house", (x, foot), 0.6))
        else:
            props.append(tree(frame, ruler, x, foot, frame.between(4.5, 6.0), "poplar"))
        for _ in range(2):
            at = x + side * frame.unit * frame.between(0.1, 0.3)
            kind = frame.rng.choice(_TREES)
            props.append(tree(frame, ruler, at, foot + height * 0.015, frame.between(3.6, 5), kind))
    at = 0.07 if way > 0 else 0.93
    props.append(
        tree(frame, ruler, width * at, height * 0.81, frame.between(3.4, 4.4), "broadleaf")
    )
    props.append(bush(frame, ruler, width * (1 - at), height * 0.86, 1.3))
    return tuple(props)


RIVER = Place(
    name="river",
    paint=river,
    words=("riverside", "riverbank", "river bank", "canal", "stream"),
    weak_words=("river",),
    said="by a river",
    hints=Hints(cues=("under a bridge",)),
    casts=(
        (man("fish"), animal("swimming duck", 2), people(1, "walk")),
        (people(2, "walk"), animal("dog")),
        (woman("read"), thing("boat"), people(1, "ride")),
    ),
    built_in=("bridge",),
    seating=Seating(seat="bench"),
    greenery="country",
    grassy=True,
    water="fresh",
    busy=False,
)
