"""A cinema: the big screen between curtains, dark walls with lamps, a row of seats in front."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.gradients import glow
from imagespeak_core.generators.illustrator.drawing.paths import boxes
from imagespeak_core.generators.illustrator.drawing.svg import (
    circle,
    element,
    ellipse,
    group,
    number,
    path,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.places.casts import children, man, people, woman
from imagespeak_core.generators.illustrator.places.place import Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.ruler import Ruler
from imagespeak_core.generators.illustrator.scenery.stage import (
    Box,
    Feature,
    Ground,
    Stage,
    eye_height,
)

VELVETS = ("#9a3f48", "#7a3f5c", "#3f5687", "#356b66")
_WALL = 0.62


def cinema(frame: Frame) -> Stage:
    """The hall from the back rows: whoever is there is in front of the screen."""
    width, height, rng = frame.width, frame.height, frame.rng
    horizon, floor = height * 0.3, height * _WALL
    ruler = Ruler(horizon, eye_height(frame, horizon, 0.42))
    velvet = rng.choice(VELVETS)
    wall = darker(velvet, 0.5)
    wide = min(width * 0.74, height * 1.05)
    tall = min(wide * 0.56, height * 0.4)
    low = floor - height * 0.1
    screen = Box(width / 2 - wide / 2, low - tall, width / 2 + wide / 2, low)
    tone = frame.mood.tone
    stops = [(0.0, tone(darker(velvet, 0.45)), 1.0), (1.0, tone(darker(velvet, 0.2)), 1.0)]
    back = group(
        rect(0, 0, width, height, tone(wall)),
        _wall_panels(frame, wall, floor),
        _curtains(frame, velvet, screen, floor),
        _screen(frame, screen),
        banded(0, floor, width, height - floor, stops),
        _glare(frame, screen, floor),
        _lamps(frame, screen, floor),
    )
    return Stage(
        back=back,
        horizon_px=horizon,
        eye_m=ruler.eye_m,
        grounds=(
            Ground("land", floor + height * 0.1, height * 0.9, width * 0.06, width * 0.94),
            Ground("wall", height * 0.2, height * 0.4, width * 0.06, width * 0.94),
            Ground("air", height * 0.1, height * 0.4, width * 0.06, width * 0.94),
        ),
        front=_front_row(frame, velvet),
        indoors=True,
        wall_px=floor,
        features=(
            Feature("screen", screen),
            *(
                Feature("curtain", Box(x, screen.top, x + frame.unit * 0.11, floor))
                for x in (screen.left - frame.unit * 0.11, screen.right)
            ),
        ),
    )


def _wall_panels(frame: Frame, wall: str, floor: float) -> str:
    step = frame.unit * 0.16
    count = int(frame.width / step) + 1
    panels = [(step * index, 0.0, step * 0.5, floor) for index in range(count)]
    return path(boxes(panels), frame.mood.tone(lighter(wall, 0.05)))


def _curtains(frame: Frame, velvet: str, screen: Box, floor: float) -> str:
    tone, span = frame.mood.tone, frame.unit * 0.11
    parts = []
    for left in (screen.left - span, screen.right):
        top = screen.top - span * 0.4
        parts.append(rect(left, top, span, floor - top, tone(velvet)))
        folds = [(left + span * share, top, span * 0.1, floor - top) for share in (0.12, 0.4, 0.7)]
        parts.append(path(boxes(folds), tone(darker(velvet, 0.25))))
    top = screen.top - span * 0.7
    wide = screen.right - screen.left + 2 * span
    parts.append(rect(screen.left - span, top, wide, span * 0.7, tone(lighter(velvet, 0.06))))
    parts.append(rect(screen.left - span, top + span * 0.6, wide, span * 0.1, tone("#d9b25a")))
    return group(*parts, id="screen-curtains")


def _screen(frame: Frame, screen: Box) -> str:
    """A bright film: one of three views."""
    wide, tall = screen.right - screen.left, screen.bottom - screen.top
    film = frame.rng.choice((_ship_film, _space_film, _hill_film))
    edge = frame.unit * 0.012
    clip = element("clipPath", rect(0, 0, wide, tall, "#000000"), id="film-edge")
    move = f"translate({number(screen.left)} {number(screen.top)})"
    return group(
        rect(screen.left - edge, screen.top - edge, wide + edge * 2, tall + edge * 2, "#2b2833"),
        element("defs", clip),
        group(group(film(frame, wide, tall), clip_path="url(#film-edge)"), transform=move),
        id="screen",
    )


def _ship_film(frame: Frame, wide: float, tall: float) -> str:
    x, y = wide * frame.between(0.45, 0.6), tall * 0.68
    size = tall * 0.3
    sail = [(x, y - size * 1.7), (x + size, y - size * 0.3), (x, y - size * 0.3)]
    other = [(x - size * 0.1, y - size * 1.5), (x - size * 0.8, y - size * 0.3),
             (x - size * 0.1, y - size * 0.3)]  # fmt: skip
    hull = [(x - size, y - size * 0.2), (x + size * 1.1, y - size * 0.2),
            (x + size * 0.7, y + size * 0.25), (x - size * 0.7, y + size * 0.25)]  # fmt: skip
    return group(
        rect(0, 0, wide, tall, "#f3c58a"),
        circle(wide * 0.28, tall * 0.42, tall * 0.15, "#fdeac0"),
        rect(0, tall * 0.62, wide, tall * 0.38, "#4f8fa6"),
        polygon(sail, "#fbf3e2"),
        polygon(other, "#f0dcc0"),
        polygon(hull, "#8a4f3c"),
        path(f"M0 {number(tall * 0.8)}H{number(wide)}", stroke="#7fb3c4", stroke_width=tall * 0.02),
    )


def _space_film(frame: Frame, wide: float, tall: float) -> str:
    x, y, size = wide * frame.between(0.28, 0.4), tall * 0.52, tall * 0.14
    rocket = (
        f"M{number(x)} {number(y - size * 2)}q{number(size)} {number(size)} {number(size * 0.8)}"
        f" {number(size * 3)}h{number(-size * 1.6)}q{number(-size * 0.2)} {number(-size * 2)}"
        f" {number(size * 0.8)} {number(-size * 3)}z"
    )
    stars = [(wide * (i * 0.37 % 1), tall * (i * 0.23 % 1), 0.012 * tall) for i in range(1, 26)]
    return group(
        rect(0, 0, wide, tall, "#34447f"),
        *(circle(*star, "#f6edc9") for star in stars),
        circle(wide * 0.74, tall * 0.42, tall * 0.24, "#e0906a"),
        ellipse(wide * 0.74, tall * 0.43, tall * 0.4, tall * 0.06, "#f0c79a", fill_opacity=0.8),
        path(rocket, "#f3ead6"),
        circle(x, y - size * 0.3, size * 0.34, "#5f9fb8"),
        ellipse(x, y + size * 1.5, size * 0.4, size * 0.8, "#f0a04b"),
    )


def _hill_film(frame: Frame, wide: float, tall: float) -> str:
    hill = f"M0 {number(tall)}V{number(tall * 0.7)}Q{number(wide * 0.3)} {number(tall * 0.4)}"
    hill += f" {number(wide * 0.6)} {number(tall * 0.72)}T{number(wide)} {number(tall * 0.6)}"
    hill += f"V{number(tall)}Z"
    peaks = [(wide * 0.5, tall * 0.75), (wide * 0.72, tall * 0.2), (wide * 0.96, tall * 0.75)]
    snow = [(wide * 0.66, tall * 0.35), (wide * 0.72, tall * 0.2), (wide * 0.785, tall * 0.35)]
    return group(
        rect(0, 0, wide, tall, "#9fd0e6"),
        circle(wide * frame.between(0.12, 0.3), tall * 0.25, tall * 0.1, "#f9e08a"),
        polygon(peaks, "#7f93b0"),
        polygon(snow, "#f6f3ea"),
        path(hill, "#7fb56a"),
    )


def _glare(frame: Frame, screen: Box, floor: float) -> str:
    """The light of the screen on the floor."""
    stops = [(0.0, "#fff0cf", 0.34), (1.0, "#fff0cf", 0.0)]
    middle = (screen.left + screen.right) / 2
    return element("defs", glow("screen-light", stops)) + ellipse(
        middle,
        floor + frame.height * 0.13,
        (screen.right - screen.left) * 0.62,
        frame.height * 0.2,
        "url(#screen-light)",
    )


def _lamps(frame: Frame, screen: Box, floor: float) -> str:
    """Lamps on the walls beside the screen."""
    stops = [(0.0, "#ffe7a3", 0.7), (1.0, "#ffe7a3", 0.0)]
    parts = [element("defs", glow("wall-lamp", stops))]
    span, y = frame.unit * 0.11, floor * 0.45
    for x in (screen.left - span * 1.55, screen.right + span * 1.55):
        while 0 < x < frame.width:
            parts.append(circle(x, y, frame.unit * 0.09, "url(#wall-lamp)"))
            half = frame.unit * 0.016
            cup = f"M{number(x - half)} {number(y)}h{number(half * 2)}l{number(-half * 0.5)}"
            cup += f" {number(half * 2)}h{number(-half)}z"
            parts.append(path(cup, "#fff0c0"))
            x += (1 if x > frame.width / 2 else -1) * frame.unit * 0.3
    return group(*parts, id="lamps")


def _front_row(frame: Frame, velvet: str) -> str:
    """The backs of the seats in the nearest row."""
    tone, unit = frame.mood.tone, frame.unit
    count = max(4, round(frame.width / (unit * 0.2)))
    step = frame.width / count
    seats = []
    for index in range(count):
        x = step * index + step * 0.06
        top = frame.height - unit * 0.085
        seats.append(
            rect(x, top, step * 0.88, unit * 0.2, tone(darker(velvet, 0.1)), rx=unit * 0.03)
        )
        seats.append(
            rect(x + step * 0.08, top + unit * 0.018, step * 0.72, unit * 0.2,
                 tone(darker(velvet, 0.28)), rx=unit * 0.02)
        )  # fmt: skip
    return group(*seats, id="seat-row")


CINEMA = Place(
    name="cinema",
    paint=cinema,
    words=("cinema", "movie theatre", "movie theater"),
    said="in a cinema",
    casts=((people(2, "talk"), children(1, "eat")), (man("stand"), woman("eat"))),
    built_in=("television",),
    seating=Seating(seat="seat", company="audience"),
    indoors=True,
)
