"""A fire station: a house with wide red gates and a tower, on a street."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import circle, group, path, placed, rect
from imagespeak_core.generators.illustrator.places.casts import children, in_role, thing
from imagespeak_core.generators.illustrator.places.place import Place, Seating
from imagespeak_core.generators.illustrator.places.street import house_row, pavement, road
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.planting import tree
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

BRICKS = ("#d9b48f", "#cfa88f", "#d6c3a5")
_GATE_M, _WIDE_M = 3.3, 11.6


def fire_station(frame: Frame) -> Stage:
    """The house across the road; its gates are shut."""
    height, width = frame.height, frame.width
    walls, horizon = height * 0.62, height * 0.45
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.33))
    scale = min(ruler.px_per_m(walls) * 0.8, width * 0.86 / _WIDE_M)
    left = frame.chance(0.5)
    disc = (width * (0.86 if left else 0.14), max(frame.unit * 0.09, height * 0.11))
    far_kerb, near_kerb = height * 0.725, height * 0.885
    middle = width * (0.46 if left else 0.54)
    back = group(
        draw_sky(frame, walls, disc),
        house_row(frame, walls, scale * 0.8, disc),
        placed(_house(frame), middle, walls, scale, mirrored=not left),
        pavement(frame, walls, far_kerb, "far"),
        road(frame, far_kerb, near_kerb),
        pavement(frame, near_kerb, height, "near"),
    )
    gate, pitch = _GATE_M * scale, (_GATE_M + 0.4) * scale
    starts = [middle + pitch * index - gate / 2 for index in (-1, 0, 1)]
    gates = [Box(start, walls - gate, start + gate, walls) for start in starts]
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", walls + height * 0.05, far_kerb - height * 0.012, 0, width),
            Ground("land", near_kerb + height * 0.025, height * 0.965, 0, width),
            Ground("road", far_kerb + height * 0.05, near_kerb - height * 0.03, 0, width),
            Ground("air", height * 0.06, height * 0.25, 0, width),
        ),
        props=tuple(
            tree(frame, ruler, width * share, walls + height * 0.03, 4.2, "broadleaf")
            for share in ((0.985,) if left else (0.015,))
        ),
        clear=(disc_box(frame, *disc),),
        features=tuple(Feature("gate", box) for box in gates),
    )


def _house(frame: Frame) -> str:
    """Three gates below, windows and a sign above, the tower with its hoses at one side."""
    tone, brick = frame.mood.tone, frame.rng.choice(BRICKS)
    pane = "#ffe0a0" if frame.mood.lamps_lit else tone("#8fb5c4")
    half = _WIDE_M / 2
    roof = "#f4f8fb" if frame.snowy else tone("#7b5a50")
    starts = [-half + 0.35 + (_GATE_M + 0.4) * index for index in range(3)]
    windows = [(x + 0.35 + 1.4 * side, -5.4, 1.1, 1.0) for x in starts for side in (0, 1)]
    tower = -half + 1.6
    return group(
        rect(tower - 1.2, -9.2, 2.4, 9.2, tone(darker(brick, 0.08))),
        rect(tower - 1.4, -9.5, 2.8, 0.4, roof),
        path(boxes([(tower - 0.7, -8.6, 0.5, 1.3), (tower + 0.2, -8.6, 0.5, 1.3)]), pane),
        rect(-half, -6.2, _WIDE_M, 6.2, tone(brick)),
        rect(half - 0.5, -6.2, 0.5, 6.2, tone(darker(brick, 0.1))),
        rect(-half - 0.2, -6.5, _WIDE_M + 0.4, 0.4, roof),
        path(
            boxes((x - 0.1, y - 0.1, w + 0.2, h + 0.2) for x, y, w, h in windows), tone("#f6eee0")
        ),
        path(boxes(windows), pane),
        *(_gate(frame, x) for x in starts),
        rect(-2.4, -7.3, 4.8, 0.9, tone("#b53f3a"), rx=0.1),
        _sign(frame),
        id="fire-station",
    )


def _gate(frame: Frame, left: float) -> str:
    tone, red = frame.mood.tone, "#c8443c"
    pane = "#ffe0a0" if frame.mood.lamps_lit else tone("#a9cbd6")
    slats = [(left + 0.1, -3.1 + 0.62 * row, _GATE_M - 0.2, 0.06) for row in range(1, 5)]
    panes = [(left + 0.3 + 0.92 * index, -2.36, 0.74, 0.46) for index in range(3)]
    return group(
        rect(left, -3.3, _GATE_M, 3.3, tone(lighter(red, 0.65))),
        rect(left + 0.12, -3.18, _GATE_M - 0.24, 3.18, tone(red)),
        path(boxes(slats), tone(darker(red, 0.22))),
        path(boxes(panes), pane),
    )


def _sign(frame: Frame) -> str:
    """A flame between two lamps."""
    tone = frame.mood.tone
    flame = "M0-.24Q.3-.0 .22.22Q.16.4 0 .4T-.22.22Q-.26.06-.1-.06Q-.06.06 .02.08Q.08-.06 0-.24Z"
    return group(
        path(flame, "#ffd76a"),
        circle(-1.4, 0.08, 0.16, tone("#f6eee0")),
        circle(1.4, 0.08, 0.16, tone("#f6eee0")),
        transform="translate(0 -6.95)",
    )


FIRE_STATION = Place(
    name="fire station",
    floored=True,
    paint=fire_station,
    words=("fire station", "firehouse"),
    said="at a fire station",
    casts=(
        (in_role("firefighter", count=2), thing("fire engine")),
        (in_role("firefighter", "talk", 2), children(1, "point")),
    ),
    seating=Seating(seat="bench"),
    greenery="trees",
    floor="stone",
    roofed=True,
)
