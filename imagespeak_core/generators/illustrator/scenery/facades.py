"""Fronts of town houses, in metres: the pavement at y = 0, from x = 0 to the house's width."""

from __future__ import annotations

import random
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import Rectangle, boxes
from imagespeak_core.generators.illustrator.drawing.svg import (
    Tone,
    group,
    number,
    path,
    polygon,
    rect,
)

WALLS = (
    "#e8b88f",
    "#d98d79",
    "#e6cf9c",
    "#a9c0c9",
    "#c9a7b8",
    "#b8c7a0",
    "#efd9c0",
    "#c98f6b",
    "#94a9bf",
)
AWNINGS = ("#c8534f", "#3f8f7f", "#3f6fa8", "#d99a3c", "#8a5a9c")
FLOOR_M = 2.5


@dataclass(frozen=True, slots=True)
class House:
    """One house of a street."""

    width_m: float
    floors: int
    wall: str
    shop: bool
    lit: bool
    snowy: bool

    @property
    def height_m(self) -> float:
        """From the pavement to the eaves."""
        return 2.9 + (self.floors - 1) * FLOOR_M


def some_house(rng: random.Random, avoid: str, *, lit: bool, snowy: bool) -> House:
    """A house by the dice, in another colour than its neighbour."""
    wall = rng.choice([colour for colour in WALLS if colour != avoid])
    return House(rng.uniform(4.2, 6.4), rng.randint(2, 4), wall, rng.random() < 0.6, lit, snowy)


def far_block(x: float, base: float, size: tuple[float, float], wall: str, panes: str) -> str:
    """A plain far building with rows of windows, in pixels; both colours as they are seen."""
    wide, tall = size
    pitch = min(wide, tall) * 0.19
    windows = [
        (
            x + pitch * (0.6 + column),
            base - tall + pitch * (0.7 + 1.15 * row),
            pitch * 0.45,
            pitch * 0.6,
        )
        for column in range(int(wide / pitch - 0.7))
        for row in range(int(tall / pitch / 1.15 - 0.8))
    ]
    return rect(x, base - tall, wide, tall, wall) + path(boxes(windows), panes)


def draw_house(rng: random.Random, tone: Tone, house: House) -> str:
    """The front of a house: wall, roof, windows, and a shop or a door below."""
    width, height = house.width_m, house.height_m
    ground = _shop(rng, tone, house) if house.shop else _entrance(rng, tone, house)
    return group(
        _roof(rng, tone, house),
        rect(0, -height, width, height, tone(house.wall)),
        rect(width - 0.35, -height, 0.35, height, tone(darker(house.wall, 0.1))),
        rect(-0.06, -height - 0.06, width + 0.12, 0.24, tone(lighter(house.wall, 0.35))),
        rect(0, -2.95, width, 0.12, tone(darker(house.wall, 0.16))),
        _windows(rng, tone, house),
        ground,
    )


def _roof(rng: random.Random, tone: Tone, house: House) -> str:
    width, top = house.width_m, -house.height_m
    tile = "#f2f6fa" if house.snowy else rng.choice(("#a85b4a", "#7b6a6f", "#8f5f52", "#6c7686"))
    kind = rng.randint(0, 2)
    chimney_x = width * rng.uniform(0.15, 0.7)
    chimney = rect(chimney_x, top - 1.55, 0.5, 1.3, tone("#9c6a58"))
    if kind == 0:
        shape = polygon(
            [(-0.1, top), (0.5, top - 1.1), (width - 0.5, top - 1.1), (width + 0.1, top)],
            tone(tile),
        )
    elif kind == 1:
        shape = polygon([(-0.1, top), (width / 2, top - 1.7), (width + 0.1, top)], tone(tile))
        chimney = rect(width * 0.72, top - 1.5, 0.45, 1.3, tone("#9c6a58"))
    else:
        shape = rect(
            -0.1,
            top - 0.28,
            width + 0.2,
            0.3,
            tone(lighter(house.wall, 0.2) if not house.snowy else tile),
        )
    return (chimney if rng.random() < 0.55 else "") + shape


def _windows(rng: random.Random, tone: Tone, house: House) -> str:
    columns = max(2, round(house.width_m / 1.7))
    step = house.width_m / columns
    wide, tall = 0.85, 1.3
    frame_c, glass = tone("#fbf5e9"), tone("#7fa6be")
    panes: list[Rectangle] = []
    lit: list[Rectangle] = []
    frames, sills, shutters = [], [], []
    with_shutters = rng.random() < 0.35
    for floor in range(1, house.floors):
        y = -2.9 - floor * FLOOR_M + 0.62
        for column in range(columns):
            x = step * (column + 0.5) - wide / 2
            frames.append((x - 0.08, y - 0.08, wide + 0.16, tall + 0.16))
            (lit if house.lit and rng.random() < 0.62 else panes).append((x, y, wide, tall))
            sills.append((x - 0.15, y + tall + 0.06, wide + 0.3, 0.1))
            if with_shutters:
                shutters += [
                    (x - 0.45, y - 0.04, 0.33, tall + 0.08),
                    (x + wide + 0.12, y - 0.04, 0.33, tall + 0.08),
                ]
    bars = [(x + wide / 2 - 0.03, y, 0.06, tall) for x, y, _, _ in panes + lit]
    bars += [(x, y + tall * 0.36, wide, 0.06) for x, y, _, _ in panes + lit]
    shine = "".join(
        f"M{number(x + 0.1)} {number(y + 0.42)}l.3-.34h.2l-.5.56z" for x, y, _, _ in panes
    )
    return group(
        path(boxes(shutters), tone(rng.choice(("#4f8177", "#6b84a6", "#8a5b4c")))),
        path(boxes(frames), frame_c),
        path(boxes(panes), glass),
        path(shine, tone("#c7dde6"), fill_opacity=0.8),
        path(boxes(lit), "#ffdf94"),
        path(boxes(bars), frame_c),
        path(boxes(sills), tone(lighter(house.wall, 0.3))),
        _flower_boxes(rng, tone, sills) if rng.random() < 0.4 and not house.snowy else "",
    )


def _flower_boxes(rng: random.Random, tone: Tone, sills: list[Rectangle]) -> str:
    chosen = sills[:: rng.randint(1, 2)]
    green = "".join(
        f"M{number(x)} {number(y)}q.1-.3.3-.12q.14-.26.3 0q.16-.24.3 0q.2-.16.24.12z"
        for x, y, _, _ in chosen
    )
    return path(green, tone("#5f9d52")) + path(
        boxes((x + 0.12 + 0.3 * i, y - 0.16, 0.12, 0.1) for x, y, _, _ in chosen for i in range(3)),
        tone(rng.choice(("#e0637a", "#f3c54b", "#d97fb4"))),
    )


def _shop(rng: random.Random, tone: Tone, house: House) -> str:
    width = house.width_m
    front = rng.choice(("#4a6b6e", "#6d5a52", "#49617f", "#7c4f54", "#5b7154"))
    glass = "#ffe3a6" if house.lit else tone("#a9cbd6")
    door_left = rng.random() < 0.5
    door_x = 0.35 if door_left else width - 1.35
    window_x = 1.6 if door_left else 0.35
    span = width - 1.95
    return group(
        rect(0, -2.85, width, 2.85, tone(front)),
        rect(window_x, -2.0, span, 1.5, glass),
        path(
            f"M{number(window_x + 0.25)}-.9l.9-1.1h.5l-.9 1.1z", tone("#d9ecf0"), fill_opacity=0.5
        ),
        _display(rng, tone, window_x, span),
        rect(door_x, -2.05, 1.0, 2.05, tone(darker(front, 0.3))),
        rect(door_x + 0.15, -1.9, 0.7, 1.2, glass),
        rect(0.25, -2.75, width - 0.5, 0.38, tone(lighter(front, 0.75))),
        _sign(rng, tone, width),
        _awning(rng, tone, window_x - 0.15, span + 0.3),
        class_="shop",
    )


def _display(rng: random.Random, tone: Tone, x: float, span: float) -> str:
    goods = []
    at = x + 0.2
    while at < x + span - 0.4:
        size = rng.uniform(0.22, 0.4)
        colour = tone(rng.choice(("#d9604f", "#e9b949", "#5f9f6e", "#4f7fae", "#b6789f")))
        goods.append(rect(at, -0.5 - size, size * 0.8, size, colour, rx=0.06))
        at += size + 0.15
    return group(*goods)


def _sign(rng: random.Random, tone: Tone, width: float) -> str:
    marks, x = [], width / 2 - 0.7
    for _ in range(rng.randint(4, 7)):
        wide = rng.uniform(0.12, 0.24)
        marks.append((x, -2.64, wide, 0.16))
        x += wide + 0.07
    return path(boxes(marks), tone(rng.choice(("#7a3f3f", "#34526b", "#5d4a33"))))


def _awning(rng: random.Random, tone: Tone, x: float, span: float) -> str:
    colour = tone(rng.choice(AWNINGS))
    white = tone("#f8efe0")
    count = max(4, round(span / 0.45))
    step = span / count
    parts = []
    for index in range(count):
        left = x + step * index
        shape = (
            f"M{number(left)}-2.35h{number(step)}v.5a{number(step / 2)} .2 0 0 1 {number(-step)} 0z"
        )
        parts.append(path(shape, colour if index % 2 == 0 else white))
    return group(*parts)


def _entrance(rng: random.Random, tone: Tone, house: House) -> str:
    width = house.width_m
    door = rng.choice(("#7a4a3a", "#3f6b70", "#8a3f44", "#3f5578", "#4f6f4c"))
    x = width * rng.choice((0.18, 0.62))
    other = x + 1.75 if x < width / 2 else x - 2.0
    other = min(max(other, 0.3), width - 1.5)
    glass = "#ffdf94" if house.lit and rng.random() < 0.6 else tone("#7fa6be")
    return group(
        rect(0, -0.55, width, 0.55, tone(darker(house.wall, 0.2))),
        rect(x - 0.15, -2.4, 1.3, 2.4, tone("#f5eddd")),
        rect(x, -2.25, 1.0, 2.25, tone(door)),
        rect(x + 0.15, -2.1, 0.7, 0.6, tone(lighter(door, 0.35))),
        rect(x + 0.15, -1.3, 0.7, 1.0, tone(darker(door, 0.15))),
        rect(x - 0.25, -0.14, 1.5, 0.14, tone("#cfc8bd")),
        rect(other - 0.08, -2.23, 1.26, 1.36, tone("#fbf5e9")),
        rect(other, -2.15, 1.1, 1.2, glass),
        rect(other + 0.52, -2.15, 0.06, 1.2, tone("#fbf5e9")),
    )
