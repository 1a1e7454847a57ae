"""A building site: a house that grows behind its scaffold, a crane, a mixer, bricks and sand."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots
from imagespeak_core.generators.illustrator.drawing.svg import (
    circle,
    group,
    line,
    path,
    placed,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import in_role
from imagespeak_core.generators.illustrator.places.place import Place
from imagespeak_core.generators.illustrator.scenery.facades import far_block
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import shadow
from imagespeak_core.generators.illustrator.scenery.planting import standing
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
from imagespeak_core.generators.illustrator.things.catalog import THINGS

BRICKS = ("#c4775a", "#b9684f", "#cf8f6a")
EARTH = "#cbb08a"


def building_site(frame: Frame) -> Stage:
    """Bare earth in front of a half-built house."""
    height, width = frame.height, frame.width
    horizon = height * 0.45
    base = height * 0.63
    way = 1 if frame.chance(0.5) else -1
    disc = (width * (0.5 - way * frame.between(0.05, 0.2)), max(frame.unit * 0.09, height * 0.11))
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.34))
    scale = ruler.px_per_m(base) * 0.8
    house_x = width / 2 + way * min(width * 0.2, frame.unit * 0.24)
    crane_x = width / 2 - way * min(width * 0.34, frame.unit * 0.42)
    earth = EARTH if not frame.snowy else "#eef2f5"
    back = group(
        draw_sky(frame, base, disc),
        _town(frame, base),
        _crane(frame, ruler, crane_x, base, way),
        _fence(frame, base, scale),
        placed(_house(frame), house_x, base + height * 0.01, scale),
        hills(frame, base + height * 0.012, height * 0.01, earth, 0.0),
        _tracks(frame, base + height * 0.06, earth),
    )
    box = Box(house_x - 3.3 * scale, base - 5.2 * scale, house_x + 3.3 * scale, base)
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", base + height * 0.09, height * 0.965, 0, width),
            Ground("road", base + height * 0.12, height * 0.86, 0, width),
            Ground("air", height * 0.06, height * 0.25, 0, width),
        ),
        props=_props(frame, ruler, base, way),
        clear=(disc_box(frame, *disc),),
        features=(Feature("house", box),),
    )


def _town(frame: Frame, base: float) -> str:
    parts, x = [], -frame.unit * 0.02
    while x < frame.width:
        wide, tall = frame.unit * frame.between(0.09, 0.15), frame.unit * frame.between(0.1, 0.24)
        wall = frame.mood.far(frame.rng.choice(("#a9b7c2", "#b9b0b6", "#b3bcae")), 0.5)
        panes = "#f3dc9c" if frame.mood.lamps_lit else frame.mood.far("#7f97a8", 0.5)
        parts.append(far_block(x, base, (wide, tall), wall, panes))
        x += wide * frame.between(1.0, 1.5)
    return group(*parts)


def _crane(frame: Frame, ruler: Ruler, x: float, base: float, way: int) -> str:
    if "crane" in frame.brought:
        return ""
    crane = THINGS["crane"]
    scale = frame.height * 0.52 / crane.height_m
    drawn = crane.draw(lambda colour: frame.mood.far(colour, 0.12), crane.colour, frame.rng)
    there = placed(drawn, x, base, scale, mirrored=way < 0)
    return group(there, class_="crane", id="far-crane")


def _fence(frame: Frame, base: float, scale: float) -> str:
    """Panels of wire in red and white frames along the site."""
    tone, wide, tall = frame.mood.tone, scale * 2.2, scale * 1.25
    count = int(frame.width / wide) + 2
    posts = [(wide * index, base - tall, scale * 0.07, tall) for index in range(count)]
    wires = [
        (wide * index + wide * share, base - tall, scale * 0.02, tall)
        for index in range(count)
        for share in (0.2, 0.4, 0.6, 0.8)
    ]
    bars = [(0.0, base - tall * share, frame.width, scale * 0.05) for share in (1.0, 0.5, 0.08)]
    return group(path(boxes([*wires, *bars]), tone("#9aa5ad")), path(boxes(posts), tone("#c8534f")))


def _house(frame: Frame) -> str:
    """A brick house, 6 m wide, its roof still open, behind a scaffold."""
    tone, rng = frame.mood.tone, frame.rng
    brick = rng.choice(BRICKS)
    rows = [
        (-2.9 + 0.5 * column + (0.25 if row % 2 else 0), -0.3 - 0.3 * row, 0.42, 0.03)
        for row in range(14)
        for column in range(12)
    ]
    holes = [(-2.2, -1.75, 1.0, 1.1), (1.1, -1.75, 1.0, 1.1), (-2.2, -3.85, 1.0, 1.1)]
    holes += [(1.1, -3.85, 1.0, 1.1), (-0.55, -2.1, 1.1, 2.1), (-0.5, -3.85, 1.0, 1.1)]
    rafters = [((-3.1, -4.3), (0, -5.9)), ((3.1, -4.3), (0, -5.9))]
    beams = [
        line((x, -4.3), (x, -4.3 - 1.6 * (1 - abs(x) / 3.1)), tone("#c99f68"), 0.1)
        for x in (-2, -1, 0, 1, 2)
    ]
    poles = [(x - 0.035, -5.0, 0.07, 5.0) for x in (-3.25, -1.1, 1.1, 3.2)]
    decks = [(-3.4, -2.35, 6.75, 0.1), (-3.4, -4.45, 6.75, 0.1)]
    rails = [(-3.4, y, 6.75, 0.05) for y in (-2.95, -5.0)]
    return group(
        polygon([(-3, 0), (-3, -4.3), (-2, -4.3), (-2, -4.0), (2.0, -4.3), (3, -4.3), (3, 0)],
                tone(brick)),
        path(boxes(rows), tone(darker(brick, 0.18)), fill_opacity=0.5),
        path(boxes(holes), tone("#5d6470")),
        path(boxes((x - 0.08, y - 0.14, w + 0.16, 0.14) for x, y, w, _ in holes), tone("#d9d3c6")),
        *(line(start, end, tone("#c99f68"), 0.14) for start, end in rafters),
        line((-3.2, -4.3), (3.2, -4.3), tone("#b58c58"), 0.14),
        *beams,
        path(boxes([*poles, *rails]), tone("#8f9aa1")),
        path(boxes(decks), tone("#c9a36a")),
        line((2.5, -0.1), (1.9, -2.4), tone("#e0a33b"), 0.05),
        line((2.85, -0.1), (2.25, -2.4), tone("#e0a33b"), 0.05),
        *(
            line((2.47 - 0.06 * step, -0.25 * step - 0.2), (2.82 - 0.06 * step, -0.25 * step - 0.2),
                 tone("#e0a33b"), 0.04)
            for step in range(9)
        ),
        id="new-house",
    )  # fmt: skip


def _tracks(frame: Frame, top: float, earth: str) -> str:
    """Wheel tracks and small stones in the earth."""
    tone, unit = frame.mood.tone, frame.unit
    way = 1 if frame.chance(0.5) else -1
    middle = frame.width / 2
    lanes = ""
    for shift in (-0.07, 0.07):
        start = middle + way * frame.width * 0.2 + shift * unit * 0.6
        lanes += f"M{start:.1f} {top:.1f}Q{middle + shift * unit:.1f} {top + unit * 0.12:.1f}"
        lanes += f" {middle - way * unit * 0.3 + shift * unit * 3:.1f} {frame.height:.1f}"
    stones = [
        (frame.between(0, frame.width), frame.between(top, frame.height), unit * 0.004)
        for _ in range(round(26 * frame.width / unit))
    ]
    return group(
        path(lanes, stroke=tone(darker(earth, 0.12)), stroke_width=unit * 0.022),
        path(dots(stones, 0.7), tone(darker(earth, 0.28))),
    )


def _props(frame: Frame, ruler: Ruler, base: float, way: int) -> tuple[Prop, ...]:
    width, height, props = frame.width, frame.height, []
    spread = min(width, frame.unit * 1.7)
    middle = width / 2
    for share, drawn, size, noun in (
        (-0.3, _mixer(frame), (1.5, 1.5), ""),
        (0.38, _sand(frame), (2.2, 0.9), ""),
        (0.2, _brick_pile(frame), (1.2, 0.8), ""),
    ):
        x, foot = middle + way * share * spread, base + height * (0.08 if size[0] < 2 else 0.07)
        scale = ruler.px_per_m(foot)
        half = size[0] * scale / 2
        box = Box(x - half, foot - size[1] * scale, x + half, foot)
        props.append(Prop(placed(shadow(size[0]) + drawn, x, foot, scale), foot, box, shows=noun))
    for share in (-0.42, -0.36, 0.44):
        spot = (middle + way * share * spread, base + height * frame.between(0.14, 0.2))
        props.append(standing(frame, ruler, "traffic cone", spot))
    return tuple(props)


def _mixer(frame: Frame) -> str:
    """A small cement mixer on two wheels."""
    tone = frame.mood.tone
    drum = "#e0a33b"
    return group(
        line((-0.5, 0), (0.05, -0.8), tone("#5f6b75"), 0.08),
        line((0.5, 0), (-0.05, -0.8), tone("#5f6b75"), 0.08),
        path("M-.5-.75Q-.6-1.3 0-1.35L.6-1.5L.72-1.1L.45-.7Q0-.4-.5-.75Z", tone(drum)),
        path("M-.5-.75Q-.6-1.3 0-1.35L.1-1.38L.1-.58Q-.2-.55-.5-.75Z", tone(darker(drum, 0.16))),
        path("M.6-1.5L.72-1.1L.64-1.08L.52-1.48Z", tone("#5d6470")),
        circle(-0.5, -0.18, 0.18, tone("#4f4f57")),
        circle(-0.5, -0.18, 0.07, tone("#b9c2c6")),
    )


def _sand(frame: Frame) -> str:
    tone = frame.mood.tone
    heap = "#e3c48a" if not frame.snowy else "#f4f8fb"
    return group(
        path("M-1.1 0Q-.5-.35-.1-.8Q.05-.9.2-.75Q.6-.3 1.1 0Z", tone(heap)),
        path("M.05-.86Q.15-.85.2-.75Q.6-.3 1.1 0H.3Q.2-.5.05-.86Z", tone(darker(heap, 0.14))),
        line((-0.45, -0.3), (-0.8, -1.15), tone("#8a5f45"), 0.05),
        path("M-.34-.04L-.55-.34L-.4-.42L-.22-.12Z", tone("#8f9aa1")),
    )


def _brick_pile(frame: Frame) -> str:
    tone, brick = frame.mood.tone, frame.rng.choice(BRICKS)
    rows = [
        (-0.55 + 0.28 * column + 0.07 * (row % 2), -0.16 - 0.16 * row, 0.25, 0.13)
        for row in range(4)
        for column in range(4 if row < 3 else 3)
    ]
    return group(
        rect(-0.62, -0.06, 1.24, 0.06, tone("#a9764c")),
        path(boxes((x, y - 0.05, w, h) for x, y, w, h in rows), tone(brick)),
        path(boxes((x, y - 0.05, w, 0.03) for x, y, w, _ in rows), tone(lighter(brick, 0.3))),
    )


BUILDING_SITE = Place(
    name="building site",
    paint=building_site,
    words=("building site", "construction site"),
    said="on a building site",
    casts=(
        (in_role("builder", count=2), in_role("builder", "carry")),
        (in_role("builder", "push"), in_role("builder", "point")),
        (in_role("builder", "drink"), in_role("builder", "talk", 2)),
    ),
)
