"""High mountains behind a wood and a meadow, and mountains round a lake."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker
from imagespeak_core.generators.illustrator.drawing.splines import land
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    element,
    group,
    number,
    path,
    placed,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import (
    animal,
    children,
    in_role,
    man,
    people,
    thing,
    woman,
)
from imagespeak_core.generators.illustrator.places.place import Background, Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import fir_edge, rock, shadow
from imagespeak_core.generators.illustrator.scenery.planting import (
    meadow_details,
    standing,
    tone_at,
    tree,
)
from imagespeak_core.generators.illustrator.scenery.ridges import Ridge, draw_ridge, hills, water
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


def _ranges(frame: Frame, base: float, disc: Point) -> str:
    unit = min(frame.unit, frame.height * 0.8)
    tall = min(base * 0.8, unit * 0.5)
    far = Ridge(base, tall, unit * 0.52, 0.5, snow_share=0.5, gap_px=disc[0])
    near = Ridge(base, tall * 0.66, unit * 0.44, 0.22, rock="#66738f", gap_px=disc[0])
    return draw_ridge(frame, far) + draw_ridge(frame, near)


def _disc_at(frame: Frame, base: float) -> Point:
    x = frame.width * frame.between(0.24, 0.76)
    low = frame.time in {"sunset", "morning"}
    return x, base - frame.unit * 0.26 if low else max(base * 0.2, frame.unit * 0.1)


def mountains(frame: Frame) -> Stage:
    """Two chains of peaks with the sun in the gap, hills, firs, and a meadow in front."""
    height = frame.height
    base = height * frame.between(0.54, 0.6)
    disc = _disc_at(frame, base)
    wood = base + height * 0.075
    meadow = wood + height * 0.045
    far_grass, near_grass = frame.ground()
    back = group(
        draw_sky(frame, base + 2, disc),
        group(_ranges(frame, base, disc), id="mountain-ranges"),
        hills(
            frame,
            base + height * 0.025,
            height * 0.05,
            darker(far_grass, 0.12),
            0.38,
            wood + height * 0.06,
        ),
        path(
            fir_edge(frame.rng, frame.width, wood, frame.unit * 0.034),
            frame.mood.far("#3f7a63", 0.3),
        ),
        hills(frame, wood + height * 0.012, height * 0.018, far_grass, 0.2, meadow + height * 0.06),
        path(
            fir_edge(frame.rng, frame.width * 0.3, meadow, frame.unit * 0.05),
            frame.mood.far("#2f6b55", 0.1),
        )
        if frame.chance(0.5)
        else "",
        hills(frame, meadow + height * 0.02, height * 0.03, near_grass, 0.05),
        meadow_details(frame, meadow + height * 0.05, height, 80),
    )
    ruler = Ruler(base, eye_height(frame, base, 0.3))
    return Stage(
        back=back,
        horizon_px=base,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", meadow + height * 0.09, height * 0.96, 0, frame.width),
            Ground("air", height * 0.08, base * 0.8, 0, frame.width),
        ),
        props=_edge_trees(frame, ruler, meadow + height * 0.1) + _cabin(frame, ruler, meadow, disc),
        clear=(disc_box(frame, *disc),),
    )


def _edge_trees(frame: Frame, ruler: Ruler, top: float) -> tuple[Prop, ...]:
    left = frame.chance(0.5)
    props = []
    for index in range(frame.rng.randint(3, 5)):
        side = left if index < 3 else not left
        share = frame.between(0.0, 0.2)
        x = frame.width * (share if side else 1 - share)
        foot = top + (frame.height * 0.9 - top) * frame.between(0.0, 0.3)
        props.append(tree(frame, ruler, x, foot, frame.between(2.6, 4.6), "conifer"))
    for _ in range(2):
        foot = frame.between(top + frame.height * 0.08, frame.height * 0.93)
        props.append(_stone(frame, ruler, frame.between(0.04, 0.96) * frame.width, foot))
    return tuple(props)


def _stone(frame: Frame, ruler: Ruler, x: float, foot: float) -> Prop:
    scale, width = ruler.px_per_m(foot), frame.between(0.5, 0.9)
    drawn = shadow(width) + rock(frame.rng, tone_at(frame, ruler, foot), width, frame.snowy)
    half = width * scale / 2
    return Prop(placed(drawn, x, foot, scale), foot, Box(x - half, foot - half, x + half, foot))


def _cabin(frame: Frame, ruler: Ruler, meadow: float, disc: Point) -> tuple[Prop, ...]:
    if frame.chance(0.65):
        return ()
    x = disc[0] + frame.width * (0.24 if disc[0] < frame.width / 2 else -0.24)
    return (standing(frame, ruler, "house", (x, meadow + frame.height * 0.022), "#c9a27a", 0.34),)


def lake(frame: Frame) -> Stage:
    """A still lake that mirrors the mountains, with a shore to stand on."""
    height = frame.height
    water_top = height * frame.between(0.5, 0.55)
    shore = height * frame.between(0.7, 0.74)
    disc = _disc_at(frame, water_top)
    back = group(
        draw_sky(frame, water_top + 2, disc),
        _lake_scenery(frame, water_top, shore, disc),
        _shore(frame, shore),
    )
    ruler = Ruler(water_top - height * 0.02, eye_height(frame, water_top, 0.3))
    return Stage(
        back=back,
        horizon_px=ruler.horizon_px,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", shore + height * 0.075, height * 0.96, 0, frame.width),
            Ground("water", water_top + height * 0.07, shore - height * 0.015, 0, frame.width),
            Ground("air", height * 0.08, water_top * 0.75, 0, frame.width),
        ),
        props=_edge_trees(frame, ruler, shore + height * 0.06),
        clear=(disc_box(frame, *disc),),
        front=_reeds(frame),
    )


def _lake_scenery(frame: Frame, water_top: float, shore: float, disc: Point) -> str:
    size = frame.unit * 0.036
    near_hills = hills(
        frame, water_top - frame.height * 0.012, frame.height * 0.05, "#6f9a6a", 0.35, water_top
    )
    scenery = group(
        _ranges(frame, water_top, disc),
        near_hills,
        path(fir_edge(frame.rng, frame.width, water_top, size), frame.mood.far("#2f6b58", 0.18)),
        id="far-shore",
    )
    turned = f"translate(0 {number(2 * water_top)}) scale(1 -1)"
    return group(
        rect(0, water_top, frame.width, shore - water_top, frame.mood.water[0]),
        element("use", href="#far-shore", transform=turned),
        scenery,
        water(frame, water_top, shore + frame.height * 0.08, None, clear=0.62),
        _sparkle(frame, water_top, shore, disc),
    )


def _sparkle(frame: Frame, water_top: float, shore: float, disc: Point) -> str:
    if not frame.mood.disc_visible:
        return ""
    d = ""
    for index in range(9):
        y = water_top + (shore - water_top) * (index + 0.7) / 10
        half = frame.unit * frame.between(0.012, 0.03)
        x = disc[0] + frame.unit * frame.between(-0.015, 0.015)
        d += f"M{number(x - half)} {number(y)}h{number(half * 2)}"
    return path(
        d,
        stroke=frame.mood.disc,
        stroke_width=frame.unit * 0.004,
        stroke_linecap="round",
        stroke_opacity=0.6,
    )


def _shore(frame: Frame, shore: float) -> str:
    rng = frame.rng
    slope = frame.height * 0.05 * (1 if frame.chance(0.5) else -1)
    points = [
        (
            frame.width * share,
            shore + slope * (share - 0.5) + frame.height * 0.012 * rng.uniform(-1, 1),
        )
        for share in (-0.1, 0.1, 0.3, 0.5, 0.7, 0.9, 1.1)
    ]
    far, near = frame.ground()
    rim = [(x, y - frame.height * 0.009) for x, y in points]
    return group(
        path(land(rim, frame.height), frame.mood.tone("#e3d4ac" if not frame.snowy else "#dfe7ee")),
        path(land(points, frame.height), frame.mood.tone(far)),
        hills(frame, shore + frame.height * 0.09, frame.height * 0.03, near, 0.0),
        meadow_details(frame, shore + frame.height * 0.07, frame.height),
    )


def _reeds(frame: Frame) -> str:
    rng, unit = frame.rng, frame.unit
    left = frame.chance(0.5)
    blades, heads = "", ""
    for _ in range(11):
        share = rng.uniform(0, 0.13)
        x = frame.width * (share if left else 1 - share)
        tall = unit * rng.uniform(0.06, 0.14)
        lean = unit * rng.uniform(-0.012, 0.012)
        top = frame.height - tall
        blades += (
            f"M{number(x)} {number(frame.height + 4)}Q{number(x)} {number(top + tall * 0.4)}"
            f" {number(x + lean)} {number(top)}"
        )
        if rng.random() < 0.5:
            heads += f"M{number(x + lean)} {number(top)}v{number(unit * 0.022)}"
    tone = frame.mood.tone
    return group(
        path(blades, stroke=tone("#5d8a4a"), stroke_width=unit * 0.005, stroke_linecap="round"),
        path(heads, stroke=tone("#7a5236"), stroke_width=unit * 0.011, stroke_linecap="round"),
    )


MOUNTAINS = Place(
    name="mountains",
    paint=mountains,
    words=("mountain", "mountainside", "peak", "alps", "hiking trail"),
    weak_words=("hill", "valley"),
    stand_ins=("volcano", "cliff"),
    said="in the mountains",
    noun="mountain view",
    background=Background(
        "There are high mountains in the background.", "mountain-ranges", "mountain"
    ),
    as_scenery=("mountain",),
    looks=("green", "white", "grey", "gray", "high"),
    casts=(
        (people(2, "walk", "backpack"),),
        (in_role("tourist", "photo"), woman("point"), animal("goat", 2)),
        (thing("tent"), people(2, "talk")),
        (),
    ),
    seating=Seating(seat="rock", ground=True),
    greenery="meadow",
    grassy=True,
    busy=False,
)


LAKE = Place(
    name="lake",
    paint=lake,
    words=("lake", "lakeside", "pond", "lake shore"),
    said="by a lake",
    background=Background("There are mountains behind the lake.", "far-shore", "mountain"),
    looks=("blue",),
    behind=("mountains",),
    hints=Hints(
        nouns=("fisherman",),
        actions=("fish",),
        cues=("afloat", "in the water"),
    ),
    casts=(
        (man("fish"), animal("swimming duck", 3)),
        (people(2, "sit"), thing("sailing boat")),
        (woman("feed"), animal("swimming duck", 3), children(1, "point")),
        (),
    ),
    seating=Seating(seat="bench", ground=True),
    greenery="meadow",
    grassy=True,
    water="fresh",
    busy=False,
)
