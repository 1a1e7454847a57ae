"""The country and what is green near the house: farm and playground."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import seams
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    circle,
    group,
    line,
    path,
    placed,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import (
    animal,
    children,
    in_role,
    people,
    thing,
    woman,
)
from imagespeak_core.generators.illustrator.places.park import park_trees, walk
from imagespeak_core.generators.illustrator.places.place import Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow, skyline_green
from imagespeak_core.generators.illustrator.scenery.planting import meadow_details, standing, tree
from imagespeak_core.generators.illustrator.scenery.ridges import hills
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
from imagespeak_core.generators.illustrator.things.catalog import THINGS


def sun_at(frame: Frame, horizon: float) -> Point:
    """Where sun or moon stands: low in the morning and in the evening."""
    low = frame.time in {"sunset", "morning"}
    x = frame.width * frame.between(0.2, 0.8)
    return x, horizon - frame.unit * 0.24 if low else max(frame.unit * 0.1, horizon * 0.24)


def farm(frame: Frame) -> Stage:
    """Fields and hills, a barn, a fence, hay."""
    height = frame.height
    horizon = height * frame.between(0.49, 0.53)
    disc = sun_at(frame, horizon)
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.34))
    far, near = frame.ground()
    yard = horizon + height * 0.1
    way = 1 if disc[0] < frame.width / 2 else -1
    barn_x = frame.width / 2 + way * frame.width * 0.27
    back = group(
        draw_sky(frame, horizon + 4, disc),
        hills(
            frame,
            horizon - height * 0.01,
            height * 0.07,
            darker(far, 0.1),
            0.5,
            horizon + height * 0.08,
        ),
        hills(
            frame,
            horizon + height * 0.02,
            height * 0.03,
            "#d9c26a" if not frame.snowy else far,
            0.3,
            yard,
        ),
        _furrows(frame, horizon + height * 0.03, yard),
        hills(frame, yard, height * 0.02, near, 0.0),
        meadow_details(frame, yard + height * 0.06, height),
    )
    hay = (barn_x - way * frame.width * 0.23, yard + height * 0.045)
    props = (
        standing(frame, ruler, "barn", (barn_x, yard + height * 0.02), size=0.62),
        tree(
            frame,
            ruler,
            frame.width / 2 - way * frame.width * 0.42,
            yard + height * 0.04,
            5.0,
            "broadleaf",
        ),
        standing(frame, ruler, "hay bale", hay),
        *_fence(frame, ruler, yard + height * 0.035),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", yard + height * 0.085, height * 0.96, 0, frame.width),
            Ground("air", height * 0.08, horizon * 0.8, 0, frame.width),
        ),
        props=props,
        clear=(disc_box(frame, *disc),),
    )


def _furrows(frame: Frame, top: float, bottom: float) -> str:
    if frame.snowy:
        return ""
    middle, unit = frame.width / 2, frame.unit
    ends = [(middle + i * unit * 0.05, middle + i * unit * 0.13) for i in range(-14, 15)]
    return path(
        seams(ends, top, bottom),
        stroke=frame.mood.far("#b89a45", 0.3),
        stroke_width=frame.unit * 0.004,
        stroke_opacity=0.45,
    )


def _fence(frame: Frame, ruler: Ruler, foot: float) -> list[Prop]:
    thing = THINGS["fence"]
    step = thing.width_m * ruler.px_per_m(foot)
    count = int(frame.width / step) + 2
    gap = frame.rng.randint(1, max(1, count - 2))
    return [
        standing(frame, ruler, "fence", (step * (index + 0.1), foot))
        for index in range(count)
        if index != gap
    ]


def playground(frame: Frame) -> Stage:
    """A playground: swings, a slide, a sandpit, trees behind."""
    height = frame.height
    horizon = height * frame.between(0.47, 0.5)
    disc = sun_at(frame, horizon)
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.36))
    far, near = frame.ground()
    lawn = horizon + height * 0.06
    leaf = frame.leaf() if frame.season != "winter" else "#93a39c"
    way = 1 if frame.chance(0.5) else -1
    back = group(
        draw_sky(frame, horizon + 8, disc),
        path(
            skyline_green(frame.rng, frame.width, horizon + 12, frame.unit * 0.045),
            frame.mood.far(leaf, 0.5),
        ),
        hills(
            frame,
            horizon + height * 0.03,
            height * 0.02,
            lighter(far, 0.1),
            0.2,
            lawn + height * 0.03,
        ),
        hills(frame, lawn + height * 0.012, height * 0.016, near, 0.0),
        meadow_details(frame, lawn + height * 0.06, height, 40),
        walk(frame, horizon + height * 0.03),
    )
    middle, side = frame.width / 2, frame.width * 0.27
    props = (
        *park_trees(frame, ruler, lawn)[:3],
        *_own(frame, ruler, "swing", (middle - way * side, lawn + height * 0.1)),
        *_own(frame, ruler, "slide", (middle + way * side, lawn + height * 0.11)),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", lawn + height * 0.13, height * 0.96, 0, frame.width),
            Ground("air", height * 0.08, horizon * 0.8, 0, frame.width),
        ),
        props=props,
        clear=(disc_box(frame, *disc),),
    )


def _own(frame: Frame, ruler: Ruler, noun: str, place: Point) -> tuple[Prop, ...]:
    """The playground's own swings or slide, unless the prompt brings some."""
    if noun in frame.brought:
        return ()
    drawn, size = (_swings(frame), (1.6, 2.3)) if noun == "swing" else (_slide(frame), (1.7, 2.1))
    x, foot = place
    scale = ruler.px_per_m(foot)
    shade = shadow(size[0] * 1.5)
    box = Box(x - size[0] * scale, foot - size[1] * scale, x + size[0] * scale, foot)
    return (Prop(placed(shade + drawn, x, foot, scale), foot, box, "play", noun),)


def _swings(frame: Frame) -> str:
    tone = frame.mood.tone
    pole, seat = tone(frame.rng.choice(("#d2564a", "#4f7cac", "#3f8f7f"))), tone("#f0c04a")
    parts = []
    for x, way in ((-1.4, -1), (1.4, 1)):
        parts.append(line((x, -2.2), (x + way * 0.3, 0), pole, 0.09))
        parts.append(line((x, -2.2), (x - way * 0.12, -0.08), pole, 0.07))
    parts.append(line((-1.45, -2.2), (1.45, -2.2), pole, 0.1))
    for x in (-0.65, 0.65):
        for rope in (-0.2, 0.2):
            parts.append(line((x + rope, -2.18), (x + rope, -0.52), tone("#7d7468"), 0.025))
        parts.append(rect(x - 0.27, -0.55, 0.54, 0.07, seat, rx=0.03))
    return group(*parts)


def _slide(frame: Frame) -> str:
    tone = frame.mood.tone
    chute, ladder = tone(frame.rng.choice(("#f0b93f", "#e0634f", "#5f9fd0"))), tone("#8a94a0")
    roof = tone("#4f8f8b")
    steps = [(-1.32, -0.3 - 0.3 * index, 0.5, 0.05) for index in range(5)]
    return group(
        line((-1.3, 0), (-1.3, -1.9), ladder, 0.07),
        line((-0.84, 0), (-0.84, -1.9), ladder, 0.07),
        *(rect(x, y, wide, tall, ladder) for x, y, wide, tall in steps),
        rect(-1.4, -1.62, 0.72, 0.1, tone("#b98c5c")),
        path("M-1.5-2.0L-1.07-2.45L-.64-2.0z", roof),
        path("M-.72-1.66Q-.2-1.5.35-.7T1.45-.2V-.08Q.75-.06.28-.52T-.72-1.5z", chute),
        path("M-.72-1.66Q-.2-1.5.35-.7T1.45-.2", stroke=tone("#fbf3dc"), stroke_width=0.05),
        line((1.4, -0.12), (1.4, 0), ladder, 0.06),
        circle(-1.07, -2.15, 0.06, tone("#f5e4b8")),
    )


FARM = Place(
    name="farm",
    paint=farm,
    words=("farm", "farmyard", "barn", "meadow", "pasture", "farmland"),
    weak_words=("field",),
    said="on a farm",
    looks=("green",),
    behind=("country road",),
    hints=Hints(
        nouns=("farmer",),
    ),
    casts=(
        (in_role("farmer"), animal("cow", 2), animal("hen", 2)),
        (in_role("farmer", "feed"), animal("sheep", 3)),
        (thing("tractor"), in_role("farmer", "wave"), animal("hen", 3)),
    ),
    built_in=("barn", "fence", "hay bale"),
    seating=Seating(seat="bench", ground=True),
    greenery="country",
    grassy=True,
)  # fmt: skip


PLAYGROUND = Place(
    name="playground",
    paint=playground,
    words=("playground", "play area", "schoolyard", "school playground", "school race"),
    said="on a playground",
    casts=(
        (children(4, "run"),),
        (children(2, "jump"), people(1, "sit")),
        (children(2, "throw"), woman("wave"), thing("bicycle")),
    ),
    seating=Seating(seat="bench"),
    greenery="country",
    grassy=True,
)
