"""A stage in a theatre or a hall: curtains, spotlights, and the heads of those who watch."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter, mix
from imagespeak_core.generators.illustrator.drawing.gradients import gradient
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots, seams
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    circle,
    element,
    ellipse,
    group,
    number,
    path,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import in_role, people
from imagespeak_core.generators.illustrator.places.place import Hints, Place
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.stage import (
    Box,
    Feature,
    Ground,
    Stage,
    eye_height,
)

VELVETS = ("#a83f45", "#7d3f5f", "#3f5f8a", "#2f6f66")
HAIR = ("#3f302b", "#6b4a34", "#a9774a", "#8f8a86", "#2f2a30")
_BACK, _EDGE = 0.6, 0.86


def theatre(frame: Frame) -> Stage:
    """The stage as it is seen from the seats."""
    height, rng = frame.height, frame.rng
    horizon = height * 0.36
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.34))
    velvet = rng.choice(VELVETS)
    back_px, edge_px = height * _BACK, height * _EDGE
    backdrop = rng.choice((_curtain_behind, _painted_hills, _painted_town))
    back = group(
        rect(0, 0, frame.width, height, frame.mood.tone(darker(velvet, 0.62))),
        backdrop(frame, velvet, back_px),
        _boards(frame, back_px, edge_px),
        _beams(frame, edge_px),
        _side_curtains(frame, velvet, edge_px),
        _valance(frame, velvet),
        _stage_front(frame, edge_px),
    )
    side = frame.width * 0.1
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground(
                "land", back_px + height * 0.07, edge_px - height * 0.02, side, frame.width - side
            ),
            Ground("wall", height * 0.24, height * 0.4, side, frame.width - side),
            Ground("air", height * 0.2, height * 0.4, side, frame.width - side),
        ),
        front=_audience(frame),
        indoors=True,
        wall_px=back_px,
        features=tuple(
            Feature("curtain", Box(x, height * 0.1, x + side, edge_px))
            for x in (0.0, frame.width - side)
        ),
    )


def _folds(left: float, right: float, top: float, low: float, step: float) -> str:
    """The path of the shaded folds of a hanging cloth."""
    count = max(2, round((right - left) / step))
    wide = (right - left) / count
    return boxes(
        (left + wide * (index + 0.55), top, wide * 0.38, low - top) for index in range(count)
    )


def _curtain_behind(frame: Frame, velvet: str, low: float) -> str:
    tone, unit = frame.mood.tone, frame.unit
    cloth = mix(velvet, "#e3b98a", 0.55)
    return group(
        rect(0, 0, frame.width, low, tone(cloth)),
        path(_folds(0, frame.width, 0, low, unit * 0.07), tone(darker(cloth, 0.14))),
        rect(0, low - unit * 0.025, frame.width, unit * 0.025, tone("#d9b25a")),
        id="backdrop-curtain",
    )


def _painted_hills(frame: Frame, velvet: str, low: float) -> str:
    tone, width = frame.mood.tone, frame.width
    hill = f"M0 {number(low)}V{number(low * 0.72)}Q{number(width * 0.25)} {number(low * 0.45)}"
    hill += f" {number(width * 0.5)} {number(low * 0.72)}T{number(width)} {number(low * 0.66)}"
    hill += f"V{number(low)}Z"
    near = f"M0 {number(low)}V{number(low * 0.86)}Q{number(width * 0.4)} {number(low * 0.74)}"
    near += f" {number(width)} {number(low * 0.88)}V{number(low)}Z"
    sun = (width * frame.between(0.3, 0.7), low * 0.45)
    return group(
        rect(0, 0, width, low, tone("#bcdcec")),
        circle(*sun, frame.unit * 0.07, tone("#f7d774")),
        path(hill, tone("#8fb98a")),
        path(near, tone("#6fa35c")),
        *(_painted_tree(frame, width * share, low * 0.92) for share in (0.22, 0.78)),
        id="backdrop-hills",
    )


def _painted_tree(frame: Frame, x: float, foot: float) -> str:
    tone, size = frame.mood.tone, frame.unit * 0.06
    return rect(x - size * 0.15, foot - size, size * 0.3, size, tone("#8a5f45")) + circle(
        x, foot - size * 1.6, size, tone("#4f9460")
    )


def _painted_town(frame: Frame, velvet: str, low: float) -> str:
    """A painted town at night, with a moon."""
    tone, rng, unit = frame.mood.tone, frame.rng, frame.unit
    parts = [
        rect(0, 0, frame.width, low, tone("#46558f")),
        circle(frame.width * frame.between(0.35, 0.65), low * 0.4, unit * 0.055, tone("#f6edc9")),
    ]
    panes, x = [], 0.0
    while x < frame.width:
        wide, tall = unit * rng.uniform(0.1, 0.17), low * rng.uniform(0.25, 0.5)
        wall = tone(rng.choice(("#7a6fa3", "#5f7fae", "#8a6a94")))
        parts.append(rect(x, low - tall, wide, tall, wall))
        parts.append(
            polygon(
                [(x, low - tall), (x + wide / 2, low - tall - wide * 0.4), (x + wide, low - tall)],
                tone("#4a4578"),
            )
        )
        panes += [
            (x + wide * side, low - tall * up, wide * 0.2, wide * 0.26)
            for side in (0.2, 0.6)
            for up in (0.82, 0.5)
        ]
        x += wide
    return group(*parts, path(boxes(panes), tone("#f5d98a")), id="backdrop-town")


def _boards(frame: Frame, top: float, low: float) -> str:
    tone, width = frame.mood.tone, frame.width
    stops = [(0.0, tone("#a97c57"), 1.0), (1.0, tone("#d2a878"), 1.0)]
    step, middle = frame.unit * 0.08, width / 2
    count = int(width / step / 2) + 2
    ends = [(middle + i * step, middle + i * step * 1.7) for i in range(-count, count + 1)]
    lines = seams(ends, top, low)
    return group(
        banded(0, top, width, low - top, stops),
        path(lines, stroke=tone("#8a6242"), stroke_width=frame.unit * 0.002, stroke_opacity=0.6),
    )


def _beams(frame: Frame, low: float) -> str:
    """Two spotlights that meet on the boards."""
    unit, middle = frame.unit, frame.width / 2
    stops = [(0.0, "#fff4cf", 0.4), (1.0, "#fff4cf", 0.04)]
    parts = [element("defs", gradient("spotlight", stops))]
    reach = min(frame.width * 0.4, unit * 0.55)
    for side in (-1, 1):
        lamp: Point = (middle + side * reach, frame.height * 0.12)
        foot = middle + side * unit * 0.08
        parts.append(
            polygon(
                [
                    (lamp[0] - unit * 0.02, lamp[1]),
                    (lamp[0] + unit * 0.02, lamp[1]),
                    (foot + unit * 0.26, low - frame.height * 0.09),
                    (foot - unit * 0.26, low - frame.height * 0.09),
                ],
                "url(#spotlight)",
            )
        )
        parts.append(
            ellipse(
                foot, low - frame.height * 0.09, unit * 0.28, unit * 0.055, "#fff4cf",
                fill_opacity=0.3,
            )
        )  # fmt: skip
    return group(*parts, id="spotlights")


def _side_curtains(frame: Frame, velvet: str, low: float) -> str:
    tone, width, unit = frame.mood.tone, frame.width, frame.unit
    span = min(width * 0.15, unit * 0.24)
    bottom = low - frame.height * 0.012
    parts = []
    for side in (0, 1):
        outer, inner = (0.0, span) if side == 0 else (width, width - span)
        waist = outer + (inner - outer) * 0.68
        parts.append(
            path(
                f"M{number(outer)} 0H{number(inner)}Q{number(inner)} {number(bottom * 0.45)}"
                f" {number(waist)} {number(bottom * 0.62)}Q{number(waist)} {number(bottom * 0.8)}"
                f" {number(inner)} {number(bottom)}H{number(outer)}Z",
                tone(velvet),
            )
        )
        for share in (0.2, 0.48, 0.76):
            x = outer + (inner - outer) * share
            pinched = outer + (waist - outer) * share
            parts.append(
                path(
                    f"M{number(x)} 0Q{number(x)} {number(bottom * 0.45)} {number(pinched)}"
                    f" {number(bottom * 0.62)}Q{number(pinched)} {number(bottom * 0.8)} {number(x)}"
                    f" {number(bottom)}",
                    stroke=tone(darker(velvet, 0.3)),
                    stroke_width=unit * 0.014,
                    stroke_opacity=0.7,
                )
            )
        tie = min(outer, waist)
        parts.append(
            rect(tie, bottom * 0.61, abs(waist - outer), unit * 0.018, tone("#d9b25a"), rx=4)
        )
    return group(*parts, id="stage-curtains")


def _valance(frame: Frame, velvet: str) -> str:
    """The cloth with scallops along the upper edge, and its golden fringe."""
    tone, width, unit = frame.mood.tone, frame.width, frame.unit
    low = frame.height * 0.09
    count = max(3, round(width / (unit * 0.2)))
    step = width / count
    scallops = f"M0 0H{number(width)}V{number(low)}"
    for _ in range(count):
        scallops += f"q{number(-step / 2)} {number(unit * 0.08)} {number(-step)} 0"
    return group(
        path(scallops + "Z", tone(lighter(velvet, 0.06)), stroke=tone("#d9b25a"),
             stroke_width=unit * 0.012),
        path(_folds(0, width, 0, low, step / 2), tone(darker(velvet, 0.2)), fill_opacity=0.5),
    )  # fmt: skip


def _stage_front(frame: Frame, top: float) -> str:
    """The edge of the stage with its small lamps."""
    tone, width, unit = frame.mood.tone, frame.width, frame.unit
    count = max(5, round(width / (unit * 0.11)))
    lamps = [(width * (index + 0.5) / count, top, unit * 0.013) for index in range(count)]
    return group(
        rect(0, top, width, unit * 0.02, tone("#c9945f")),
        rect(0, top + unit * 0.02, width, frame.height - top, tone("#6b4a3a")),
        path(
            boxes(
                (width * index / count, top + unit * 0.03, unit * 0.004, frame.height)
                for index in range(count)
            ),
            tone("#5a3d31"),
        ),
        path(dots(lamps), "#ffefc0"),
        id="stage-edge",
    )  # fmt: skip


def _audience(frame: Frame) -> str:
    """Heads of people who sit in front, seen from behind, below the edge of the stage."""
    tone, rng, unit = frame.mood.tone, frame.rng, frame.unit
    count = max(5, round(frame.width / (unit * 0.15)))
    step = frame.width / count
    shoulders, heads = [], []
    for index in range(count):
        x = step * (index + 0.5) + unit * rng.uniform(-0.012, 0.012)
        size = unit * rng.uniform(0.036, 0.042)
        y = frame.height - unit * rng.uniform(0.035, 0.055)
        coat = tone(darker(rng.choice(("#7d5a6a", "#4f6d92", "#5f7565", "#8a6a4a")), 0.35))
        shoulders.append(ellipse(x, frame.height + unit * 0.03, unit * 0.066, unit * 0.055, coat))
        heads.append(circle(x, y, size, tone(darker(rng.choice(HAIR), 0.2))))
    return group(*shoulders, *heads, id="audience")


THEATRE = Place(
    name="theatre",
    paint=theatre,
    words=(
        "theatre", "theater", "stage", "concert hall", "opera house", "school hall", "village hall",
        "concert",
    ),
    said="on a stage",
    noun="stage",
    hints=Hints(nouns=("actor",)),
    casts=(
        (in_role("singer"), in_role("musician")),
        (people(3, "dance"),),
        (in_role("king"), in_role("queen"), in_role("clown", "throw")),
    ),
    indoors=True,
    busy=False,
)  # fmt: skip
