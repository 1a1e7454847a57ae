"""A park: lawns, trees, a winding path, a bench and a lamp."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.gradients import glow
from imagespeak_core.generators.illustrator.drawing.splines import outline
from imagespeak_core.generators.illustrator.drawing.svg import (
    circle,
    element,
    ellipse,
    group,
    path,
    placed,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import animal, children, people
from imagespeak_core.generators.illustrator.places.place import Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.facades import far_block
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
    Ground,
    Prop,
    Stage,
    disc_box,
    eye_height,
)


def park(frame: Frame) -> Stage:
    """Lawn and path under trees, a wood or the roofs of a town far behind."""
    height = frame.height
    horizon = height * frame.between(0.5, 0.55)
    x = frame.width * frame.between(0.2, 0.8)
    low = frame.time in {"sunset", "morning"}
    disc = (x, horizon - frame.unit * 0.2 if low else max(frame.unit * 0.1, horizon * 0.24))
    ruler = Ruler(horizon, eye_height(frame, horizon))
    lawn = horizon + height * 0.06
    far, near = frame.ground()
    back = group(
        draw_sky(frame, horizon + 8, disc),
        _far_wood(frame, horizon),
        hills(
            frame,
            horizon + height * 0.025,
            height * 0.02,
            lighter(far, 0.1),
            0.25,
            lawn + height * 0.03,
        ),
        hills(frame, lawn + height * 0.012, height * 0.016, near, 0.0),
        meadow_details(frame, lawn + height * 0.05, height),
        walk(frame, horizon + height * 0.03),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", lawn + height * 0.09, height * 0.96, 0, frame.width),
            Ground("air", height * 0.08, horizon * 0.8, 0, frame.width),
        ),
        props=(*park_trees(frame, ruler, lawn), lamp(frame, ruler, lawn + height * 0.06, disc[0])),
        clear=(disc_box(frame, *disc),),
    )


def _far_wood(frame: Frame, horizon: float) -> str:
    leaf = frame.leaf() if frame.season != "winter" else "#93a39c"
    parts = [
        path(
            skyline_green(frame.rng, frame.width, horizon + 8, frame.unit * 0.05),
            frame.mood.far(leaf, 0.62),
        )
    ]
    if frame.chance(0.4):
        parts.insert(0, _far_town(frame, horizon + 8))
    parts.append(
        path(
            skyline_green(frame.rng, frame.width, horizon + 16, frame.unit * 0.035),
            frame.mood.far(darker(leaf, 0.12), 0.42),
        )
    )
    return group(*parts)


def _far_town(frame: Frame, base: float) -> str:
    parts, x = [], 0.0
    while x < frame.width:
        wide = frame.unit * frame.between(0.04, 0.09)
        tall = frame.unit * frame.between(0.06, 0.17)
        colour = frame.rng.choice(("#a9b6c6", "#b7bfcb", "#9fb0bf"))
        wall, panes = frame.mood.far(colour, 0.66), frame.mood.far(darker(colour, 0.2), 0.62)
        parts.append(far_block(x, base, (wide, tall), wall, panes))
        x += wide * frame.between(1.0, 1.8)
    return group(*parts)


def walk(frame: Frame, top: float) -> str:
    """A path from the lower edge, winding away to `top`."""
    height, width, unit = frame.height, frame.width, frame.unit
    start = width * frame.between(0.3, 0.7)
    end = width * frame.between(0.25, 0.75)
    sway = unit * frame.between(0.06, 0.14) * (1 if frame.chance(0.5) else -1)
    centre = []
    for along in (0.0, 0.12, 0.3, 0.6, 1.05):
        y = top + (height - top) * along
        bend = sway * (1 - along) * (1.0 if 0.05 < along < 0.4 else -0.4)
        centre.append((end + (start - end) * along**0.8 + bend, y, unit * (0.006 + 0.15 * along)))
    left = [(x - half, y) for x, y, half in centre]
    right = [(x + half, y) for x, y, half in reversed(centre)]
    rim = (
        [(x - half * 1.08, y) for x, y, half in centre],
        [(x + half * 1.08, y) for x, y, half in reversed(centre)],
    )
    sand = "#ead9b0" if not frame.snowy else "#e9e6e0"
    return group(
        path(outline(rim[0], rim[1]), frame.mood.tone(darker(sand, 0.14))),
        path(outline(left, right), frame.mood.tone(sand)),
    )


def park_trees(frame: Frame, ruler: Ruler, lawn: float) -> tuple[Prop, ...]:
    """Trees towards both sides, small ones far in the middle, and some bushes."""
    rng, height = frame.rng, frame.height
    kinds: tuple[Plant, ...] = ("broadleaf", "broadleaf", "broadleaf", "poplar", "conifer")
    props = []
    count = round(4 * max(1.0, min(3.5, frame.width / frame.height)))
    for index in range(count):
        share = (index + rng.uniform(0.2, 0.8)) / count
        foot = lawn + height * rng.uniform(0.0, 0.035)
        props.append(
            tree(frame, ruler, frame.width * share, foot, rng.uniform(3.6, 5.5), rng.choice(kinds))
        )
    for left in (True, False):
        share = rng.uniform(-0.02, 0.13)
        foot = lawn + height * rng.uniform(0.05, 0.12)
        x = frame.width * (share if left else 1 - share)
        props.append(tree(frame, ruler, x, foot, rng.uniform(4.4, 5.8), "broadleaf"))
    for _ in range(3):
        props.append(
            bush(
                frame,
                ruler,
                rng.uniform(0, frame.width),
                lawn + height * rng.uniform(0.01, 0.05),
                rng.uniform(0.9, 1.6),
            )
        )
    return tuple(props)


def lamp(frame: Frame, ruler: Ruler, foot: float, away_from_px: float, size: float = 1.0) -> Prop:
    """A lamp, lit in the dark, on the other side of the picture than the sun or moon."""
    share = frame.between(0.2, 0.34)
    x = frame.width * (1 - share if away_from_px < frame.width / 2 else share)
    scale = ruler.px_per_m(foot) * size
    tone = tone_at(frame, ruler, foot)
    lit = frame.mood.lamps_lit
    shine = ""
    if lit:
        shine = element(
            "defs", glow("lamp", [(0, "#ffe7a3", 0.75), (0.3, "#ffd98a", 0.3), (1, "#ffd98a", 0)])
        )
        shine += circle(0, -3.1, 1.5, "url(#lamp)") + ellipse(0, 0, 2.4, 0.5, "url(#lamp)")
    post = group(
        shadow(0.5),
        shine,
        rect(-0.05, -2.9, 0.1, 2.9, tone("#4b5563")),
        rect(-0.13, -0.2, 0.26, 0.2, tone("#434c59"), rx=0.04),
        path("M-.17-2.9L-.24-3.3H.24L.17-2.9Z", "#ffedb5" if lit else tone("#f6f1dc")),
        path("M-.3-3.3L0-3.55L.3-3.3Z", tone("#434c59")),
    )
    half = 0.3 * scale
    box = Box(x - half, foot - 3.5 * scale, x + half, foot)
    return Prop(placed(post, x, foot, scale), foot, box, shows="street lamp")


PARK = Place(
    name="park",
    paint=park,
    words=("park", "city park", "lawn", "picnic", "public garden"),
    stand_ins=("fairground", "amusement park"),
    said="in a park",
    looks=("green",),
    hints=Hints(
        names=("park bench",),
        pastimes=("picnic", "tennis", "badminton"),
    ),
    casts=(
        (people(1, "walk"), animal("dog"), children(2, "kick")),
        (people(1, "sit"), people(2, "talk"), animal("bird", 2)),
        (people(1, "run"), children(1, "run", "kite"), people(1, "read")),
    ),
    seating=Seating(seat="bench", ground=True),
    greenery="country",
    grassy=True,
    default=True,
)
