"""A zoo: an arch with its sign, rocks and trees behind a fence, a board with an animal on it."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.splines import land
from imagespeak_core.generators.illustrator.drawing.svg import (
    circle,
    ellipse,
    group,
    number,
    path,
    placed,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import animal, children, people
from imagespeak_core.generators.illustrator.places.place import Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow, skyline_green
from imagespeak_core.generators.illustrator.scenery.planting import (
    Plant,
    bush,
    meadow_details,
    tone_at,
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

WOODS = ("#a9764c", "#b98c5c", "#8f6a4a")
ROCKS = ("#b0a08c", "#a39a92", "#b8a58a")


def zoo(frame: Frame) -> Stage:
    """The lawn of an enclosure, its rocks and its fence, the path of the visitors in front."""
    height, width = frame.height, frame.width
    horizon = height * 0.48
    disc = (width * frame.between(0.2, 0.8), max(frame.unit * 0.1, horizon * 0.24))
    ruler = Ruler(horizon, eye_height(frame, horizon))
    lawn = height * 0.565
    _far, near = frame.ground()
    leaf = frame.leaf() if frame.season != "winter" else "#93a39c"
    back = group(
        draw_sky(frame, horizon + 8, disc),
        path(skyline_green(frame.rng, width, lawn, frame.unit * 0.06), frame.mood.far(leaf, 0.5)),
        _cliffs(frame, lawn, disc[0]),
        hills(frame, lawn, height * 0.006, near, 0.0),
        _fence(frame, ruler, lawn + height * 0.028),
        meadow_details(frame, lawn + height * 0.06, height * 0.9),
        _path(frame),
    )
    scale = ruler.px_per_m(lawn + height * 0.03)
    rail = Box(0, lawn + height * 0.028 - scale, width, lawn + height * 0.028)
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", lawn + height * 0.1, height * 0.965, 0, width),
            Ground("air", height * 0.08, horizon * 0.75, 0, width),
        ),
        props=_planted(frame, ruler, lawn),
        clear=(disc_box(frame, *disc),),
        features=(Feature("fence", rail),),
    )


def _cliffs(frame: Frame, base: float, sun_px: float) -> str:
    """The made rocks of an enclosure, with a cave, away from the sun."""
    unit, rock = frame.unit, frame.rng.choice(ROCKS)
    far = frame.mood.far
    left = sun_px > frame.width / 2
    edge, way = (0.0, 1) if left else (frame.width, -1)
    span = min(frame.width * 0.55, unit * 0.62)
    shares = ((-0.1, 0.75), (0.15, 1.0), (0.38, 0.66), (0.55, 0.8), (0.8, 0.36), (1.0, 0.0))
    rise = unit * 0.2
    points = [(edge + way * span * share, base - rise * up) for share, up in shares]
    front = [(edge + way * span * (share * 0.8), base - rise * up * 0.55) for share, up in shares]
    if not left:
        points.reverse()
        front.reverse()
    x = edge + way * span * 0.3
    cave = f"M{number(x - unit * 0.05)} {number(base)}v{number(-unit * 0.05)}"
    cave += f"q{number(unit * 0.05)} {number(-unit * 0.06)} {number(unit * 0.1)} 0"
    cave += f"v{number(unit * 0.05)}z"
    return group(
        path(land(points, base + 4), far(rock, 0.3)),
        path(land(front, base + 4), far(darker(rock, 0.1), 0.22)),
        path(cave, far(darker(rock, 0.5), 0.15)),
        id="enclosure",
    )


def _fence(frame: Frame, ruler: Ruler, base: float) -> str:
    """A low fence of poles across the lawn."""
    scale, tone = ruler.px_per_m(base), frame.mood.tone
    wood = frame.rng.choice(WOODS)
    step = scale * 1.1
    posts = [
        (step * index - scale * 0.06, base - scale * 0.95, scale * 0.13, scale * 0.95)
        for index in range(int(frame.width / step) + 2)
    ]
    rails = [(0.0, base - scale * up, frame.width, scale * 0.1) for up in (0.82, 0.5)]
    caps = [(x - scale * 0.02, y - scale * 0.04, w + scale * 0.04, scale * 0.06)
            for x, y, w, _ in posts]  # fmt: skip
    return group(
        path(boxes(rails), tone(lighter(wood, 0.12))),
        path(boxes(posts), tone(wood)),
        path(boxes(caps), tone("#f3f7fa" if frame.snowy else lighter(wood, 0.3))),
        id="zoo-fence",
    )


def _path(frame: Frame) -> str:
    """The visitors' path along the lower edge."""
    tone, height = frame.mood.tone, frame.height
    sand = "#e6d3a8" if not frame.snowy else "#e9e6e0"
    top = height * 0.91
    points = [
        (frame.width * share, top + height * frame.between(-0.008, 0.008))
        for share in (-0.05, 0.2, 0.45, 0.7, 1.05)
    ]
    rim = [(x, y - height * 0.008) for x, y in points]
    return path(land(rim, height), tone(darker(sand, 0.16))) + path(
        land(points, height), tone(sand)
    )


def _planted(frame: Frame, ruler: Ruler, lawn: float) -> tuple[Prop, ...]:
    """The arch of the gate on one side, a board on the other, trees and bushes between."""
    height, width = frame.height, frame.width
    left = frame.chance(0.5)
    wide = max(1.0, min(2.6, width / height))
    kinds: tuple[Plant, ...] = ("broadleaf", "poplar", "broadleaf")
    props = [
        tree(
            frame, ruler, width * (index + frame.between(0.2, 0.8)) / (2 + round(wide)),
            lawn + height * 0.012, frame.between(4.2, 5.6), kinds[index % 3],
        )
        for index in range(2 + round(wide))
    ]  # fmt: skip
    props += [
        bush(frame, ruler, width * frame.between(0, 1), lawn + height * 0.02, 1.3)
        for _ in range(round(2 * wide))
    ]
    foot = lawn + height * 0.06
    reach = min(0.2, 0.2 * height / width + 0.02)
    props.append(_arch(frame, ruler, width * (reach if left else 1 - reach), foot))
    props.append(_board(frame, ruler, width * (1 - reach * 0.7 if left else reach * 0.7), foot))
    return tuple(props)


def _arch(frame: Frame, ruler: Ruler, x: float, foot: float) -> Prop:
    """The gate: two posts, and over them an arch with an elephant on it."""
    scale, tone = ruler.px_per_m(foot), tone_at(frame, ruler, foot)
    wood = frame.rng.choice(WOODS)
    sign = tone(frame.rng.choice(("#4f8f5f", "#3f7f8f", "#b5653f")))
    elephant = group(
        ellipse(0, 0, 0.3, 0.2, "#f6eedc"),
        circle(0.28, -0.08, 0.15, "#f6eedc"),
        path("M.36-.1Q.5 0 .44.2", stroke="#f6eedc", stroke_width=0.07, stroke_linecap="round"),
        path(boxes([(-0.24, 0.08, 0.11, 0.22), (0.06, 0.08, 0.11, 0.22)]), "#f6eedc"),
        transform="translate(-.06 -2.9)",
    )
    drawn = group(
        shadow(3.0),
        rect(-1.4, -2.6, 0.3, 2.6, tone(wood)),
        rect(1.1, -2.6, 0.3, 2.6, tone(darker(wood, 0.12))),
        path("M-1.6-2.5Q0-3.75 1.6-2.5V-2.9Q0-4.15-1.6-2.9Z", tone(darker(wood, 0.15))),
        path("M-1.2-2.5Q0-3.4 1.2-2.5V-2.45H-1.2Z", sign),
        elephant,
        id="zoo-gate",
    )
    half = 1.6 * scale
    box = Box(x - half, foot - 3.5 * scale, x + half, foot)
    return Prop(placed(drawn, x, foot, scale), foot, box, shows="gate")


def _board(frame: Frame, ruler: Ruler, x: float, foot: float) -> Prop:
    """A board on two posts with a paw on it."""
    scale, tone = ruler.px_per_m(foot), tone_at(frame, ruler, foot)
    wood = frame.rng.choice(WOODS)
    paw = tone("#6b4a35")
    drawn = group(
        shadow(1.0),
        path(boxes([(-0.45, -1.3, 0.1, 1.3), (0.35, -1.3, 0.1, 1.3)]), tone(darker(wood, 0.15))),
        rect(-0.6, -1.6, 1.2, 0.8, tone(wood), rx=0.05),
        rect(-0.53, -1.53, 1.06, 0.66, tone("#f3e7c9"), rx=0.04),
        ellipse(0, -1.06, 0.15, 0.12, paw),
        *(circle(dx, dy, 0.06, paw) for dx, dy in ((-0.2, -1.22), (-0.07, -1.34), (0.08, -1.34),
                                                   (0.2, -1.22))),
        id="zoo-board",
    )  # fmt: skip
    half = 0.6 * scale
    return Prop(placed(drawn, x, foot, scale), foot, Box(x - half, foot - 1.6 * scale, x + half,
                foot), shows="sign")  # fmt: skip


ZOO = Place(
    name="zoo",
    paint=zoo,
    words=("zoo", "safari park", "wildlife park", "animal park"),
    said="at a zoo",
    casts=(
        (animal("elephant"), people(1, "photo"), children(1, "point")),
        (animal("giraffe"), animal("zebra"), children(2, "look")),
    ),
    seating=Seating(seat="bench"),
    greenery="country",
)  # fmt: skip
