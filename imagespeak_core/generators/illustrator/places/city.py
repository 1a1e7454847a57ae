"""A city's skyline across the water, seen from a promenade."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter, mix
from imagespeak_core.generators.illustrator.drawing.paths import Rectangle, boxes, seams
from imagespeak_core.generators.illustrator.drawing.svg import (
    group,
    number,
    path,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import animal, man, people, woman
from imagespeak_core.generators.illustrator.places.park import lamp
from imagespeak_core.generators.illustrator.places.place import Background, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.nature import skyline_green
from imagespeak_core.generators.illustrator.scenery.ridges import water
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.sky import draw_sky
from imagespeak_core.generators.illustrator.scenery.stage import Ground, Stage, disc_box, eye_height

TOWERS = ("#7d92b0", "#94a3b8", "#6f88a6", "#a79f9b", "#8fa6ae", "#b29a8c")


def city(frame: Frame) -> Stage:
    """Towers in three depths, their lights in the water, and a promenade in front."""
    height = frame.height
    bank = height * frame.between(0.6, 0.64)
    quay = height * 0.84
    x = frame.width * frame.between(0.22, 0.78)
    low = frame.time in {"sunset", "morning"}
    disc = (x, bank - frame.unit * 0.31 if low else max(frame.unit * 0.1, height * 0.14))
    horizon = height * 0.5
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.32))
    back = group(
        draw_sky(frame, bank + 2, disc),
        group(_towers(frame, bank, disc[0]), id="towers"),
        path(
            skyline_green(frame.rng, frame.width, bank + 4, frame.unit * 0.016),
            frame.mood.far("#4f8a5c" if not frame.snowy else "#d6e1ea", 0.25),
        ),
        rect(0, bank, frame.width, height * 0.012, frame.mood.tone("#b3aca4")),
        water(frame, bank + height * 0.012, quay, None),
        _reflections(frame, bank + height * 0.012, quay),
        _promenade(frame, quay),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", quay + height * 0.055, height * 0.965, 0, frame.width),
            Ground("water", bank + height * 0.06, quay - height * 0.05, 0, frame.width),
            Ground("air", height * 0.06, height * 0.3, 0, frame.width),
        ),
        props=(lamp(frame, ruler, quay + height * 0.012, disc[0], size=0.66),),
        clear=(disc_box(frame, *disc),),
    )


def _towers(frame: Frame, base: float, open_at: float) -> str:
    parts = []
    low_sun = frame.time in {"sunset", "morning"}
    for distance, tall, wide in ((0.62, 0.4, 0.085), (0.4, 0.33, 0.085), (0.18, 0.2, 0.1)):
        x = -frame.unit * frame.between(0, 0.05)
        while x < frame.width:
            width = frame.unit * wide * frame.between(0.7, 1.25)
            rise = frame.unit * tall * frame.between(0.45, 1.0)
            if low_sun and abs(x + width / 2 - open_at) < frame.unit * 0.17:
                rise = min(rise, frame.unit * 0.14)
            parts.append(_tower(frame, (x, base, width, rise), distance))
            x += width * frame.between(0.92, 1.2)
    return group(*parts)


def _tower(frame: Frame, place: Rectangle, distance: float) -> str:
    x, base, width, rise = place
    rng = frame.rng
    colour = rng.choice(TOWERS)
    face = frame.mood.far(colour, distance)
    side = frame.mood.far(darker(colour, 0.2), distance)
    top = base - rise
    parts = [
        _top(frame, place, face),
        rect(x, top, width, rise, face),
        rect(x + width * 0.72, top, width * 0.28, rise, side),
    ]
    lit, dark = _window_grid(frame, place)
    glass = frame.mood.far(lighter(colour, 0.35), distance)
    parts.append(path(boxes(dark), mix(glass, face, 0.35)))
    if frame.mood.lamps_lit:
        parts.append(path(boxes(lit), mix("#ffdf8e", face, distance * 0.45)))
    else:
        parts.append(path(boxes(lit), mix(glass, "#ffffff", 0.15)))
    return group(*parts)


def _window_grid(frame: Frame, place: Rectangle) -> tuple[list[Rectangle], list[Rectangle]]:
    x, base, width, rise = place
    rng, pitch = frame.rng, frame.unit * 0.0165
    columns = max(2, int(width / pitch) - 1)
    rows = int((rise - pitch) / (pitch * 1.25))
    step = width / (columns + 0.5)
    strips = rng.random() < 0.22
    lit: list[Rectangle] = []
    dark: list[Rectangle] = []
    for row in range(rows):
        y = base - rise + pitch * (0.8 + 1.25 * row)
        if strips:
            (lit if rng.random() < 0.4 else dark).append(
                (x + step * 0.4, y, step * (columns - 0.3), pitch * 0.5)
            )
            continue
        for column in range(columns):
            cell = (x + step * (column + 0.5), y, step * 0.52, pitch * 0.7)
            (lit if rng.random() < 0.42 else dark).append(cell)
    return lit, dark


def _top(frame: Frame, place: Rectangle, face: str) -> str:
    x, base, width, rise = place
    top, kind = base - rise, frame.rng.randint(0, 5)
    if kind == 0:
        return polygon(
            [(x, top + 1), (x + width / 2, top - width * 0.45), (x + width, top + 1)], face
        )
    if kind == 1:
        step = width * 0.2
        mast = rect(
            x + width / 2 - width * 0.02, top - width * 0.75, width * 0.045, width * 0.5, face
        )
        return rect(x + step, top - width * 0.3, width - 2 * step, width * 0.31, face) + mast
    if kind == 2:
        return polygon(
            [
                (x, top + 1),
                (x, top - width * 0.1),
                (x + width, top - width * 0.4),
                (x + width, top + 1),
            ],
            face,
        )
    if kind == 3:
        return path(
            f"M{number(x)} {number(top + 1)}A{number(width / 2)} {number(width / 2.4)}"
            f" 0 0 1 {number(x + width)} {number(top + 1)}Z",
            face,
        )
    return rect(x + width * 0.2, top - width * 0.12, width * 0.22, width * 0.13, face)


def _reflections(frame: Frame, top: float, bottom: float) -> str:
    rng, unit = frame.rng, frame.unit
    count = round(30 * min(3.5, frame.width / frame.height))
    light = "#ffd98a" if frame.mood.lamps_lit else mix(frame.mood.water[0], "#ffffff", 0.5)
    d = ""
    for _ in range(count):
        x = rng.uniform(0, frame.width)
        for row in range(rng.randint(3, 8)):
            y = top + (bottom - top) * (0.03 + 0.1 * row)
            half = unit * rng.uniform(0.004, 0.012) * (1 + 0.15 * row)
            shift = rng.uniform(-0.3, 0.3) * half
            d += f"M{number(x + shift - half)} {number(y)}h{number(half * 2)}"
    deep = frame.mood.far("#5f7391", 0.3)
    shade = [(0.0, deep, 0.5), (1.0, deep, 0.0)]
    return group(
        banded(0, top, frame.width, (bottom - top) * 0.7, shade),
        path(
            d,
            stroke=light,
            stroke_width=unit * 0.0035,
            stroke_linecap="round",
            stroke_opacity=0.5 if frame.mood.lamps_lit else 0.3,
        ),
    )


def _promenade(frame: Frame, top: float) -> str:
    tone, unit, width = frame.mood.tone, frame.unit, frame.width
    stone = "#cfc4b4" if not frame.snowy else "#e8eef3"
    posts, step = [], unit * 0.11
    rail = top - unit * 0.005
    for index in range(round(width / step) + 2):
        posts.append((index * step - step * 0.4, rail - unit * 0.06, unit * 0.007, unit * 0.066))
    bars = [
        (0.0, rail - unit * 0.064, width, unit * 0.008),
        (0.0, rail - unit * 0.034, width, unit * 0.004),
    ]
    stops = [(0.0, tone(darker(stone, 0.08)), 1.0), (1.0, tone(lighter(stone, 0.12)), 1.0)]
    ends = [(width / 2 + i * unit * 0.12, width / 2 + i * unit * 0.2) for i in range(-12, 13)]
    joints = seams(ends, top, frame.height)
    return group(
        path(boxes(posts + bars), tone("#46536a")),
        banded(0, top, width, frame.height - top, stops),
        rect(0, top, width, unit * 0.01, tone(lighter(stone, 0.4))),
        path(
            joints, stroke=tone(darker(stone, 0.2)), stroke_width=unit * 0.0015, stroke_opacity=0.6
        ),
    )


CITY = Place(
    name="city",
    paint=city,
    words=(
        "city skyline", "skyline", "skyscraper", "downtown", "night city", "tower block",
        "big city",
    ),
    said="in a big city",
    background=Background("There are many tall buildings in the background.", "towers", "building"),
    looks=("grey", "gray", "tall"),
    casts=(
        (people(2, "walk"), woman("photo")),
        (man("run"), people(2, "talk")),
        (woman("walk"), animal("dog"), people(1, "ride")),
    ),
    seating=Seating(seat="bench"),
    floor="stone",
    boarding=True,
)  # fmt: skip
