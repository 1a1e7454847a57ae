"""What is seen through the windows of a train, a bus or a plane, in metres along the wall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, mix
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots
from imagespeak_core.generators.illustrator.drawing.splines import land
from imagespeak_core.generators.illustrator.drawing.svg import (
    Point,
    circle,
    ellipse,
    group,
    path,
    placed,
    polygon,
    rect,
)
from imagespeak_core.generators.illustrator.scenery.facades import WALLS
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.palette import Mood, mood_for
from imagespeak_core.generators.illustrator.scenery.room import Room
from imagespeak_core.generators.illustrator.things import woods


@dataclass(frozen=True, slots=True)
class Outlook:
    """The band behind the windows: its lower and its upper edge above the floor, in metres."""

    room: Room
    low: float
    high: float

    @property
    def frame(self) -> Frame:
        """The picture that it is part of."""
        return self.room.frame

    @property
    def mood(self) -> Mood:
        """The light outside."""
        return mood_for(self.frame.time, self.frame.weather)

    def up(self, share: float) -> float:
        """The y of this share of the band, from its lower edge."""
        return -(self.low + (self.high - self.low) * share)


View = Callable[[Outlook], str]


def draw_view(room: Room, low: float, high: float, view: View) -> str:
    """The sky, what is under it, and the weather, over the whole length of the wall."""
    outlook = Outlook(room, low, high)
    top, middle, bottom = outlook.mood.sky
    stops = [(0.0, top, 1.0), (0.5, middle, 1.0), (1.0, bottom, 1.0)]
    return group(
        banded(-1, -high, room.width_m + 2, high - low, stops, pixel=1 / room.scale),
        _light(outlook),
        view(outlook),
        _weather(outlook),
        id="outlook-view",
    )


def _light(outlook: Outlook) -> str:
    """Sun or moon, with stars at night."""
    frame, mood = outlook.frame, outlook.mood
    if not mood.disc_visible:
        return ""
    wide = outlook.room.width_m
    x, y = wide * frame.between(0.3, 0.7), outlook.up(0.78)
    stars = ""
    if frame.time == "night":
        spots = [
            (frame.between(0, wide), outlook.up(frame.between(0.4, 0.98)), 0.012)
            for _ in range(round(wide * 6))
        ]
        stars = path(dots(spots), "#f4f1dc")
    return stars + circle(x, y, 0.11, mood.disc)


def _weather(outlook: Outlook) -> str:
    frame, wide = outlook.frame, outlook.room.width_m
    spots = [
        (frame.between(0, wide), outlook.up(frame.between(0.02, 0.98)))
        for _ in range(round(wide * 16))
    ]
    if frame.weather == "rain":
        drops = "".join(f"M{x:.2f} {y:.2f}l-.02 .09" for x, y in spots)
        return path(drops, stroke="#eef5fa", stroke_width=0.009, stroke_opacity=0.7)
    if frame.weather == "snow":
        return path(dots((x, y, 0.018) for x, y in spots), "#fbfdff")
    if frame.weather == "fog":
        high = outlook.high - outlook.low
        return rect(-1, -outlook.high, wide + 2, high, outlook.mood.haze, fill_opacity=0.55)
    return ""


def _rolling(outlook: Outlook, base: float, rise: float) -> str:
    frame, wide = outlook.frame, outlook.room.width_m
    points = [
        (x, outlook.up(base + frame.between(0, rise)))
        for x in (wide * index / 5 for index in range(-1, 7))
    ]
    return land(points, outlook.up(0.0) + 0.02)


def fields(outlook: Outlook) -> str:
    """Hills, fields and trees that a train passes."""
    frame, mood, wide = outlook.frame, outlook.mood, outlook.room.width_m
    far, near = frame.ground()
    trees = []
    x = frame.between(0.0, 0.5)
    while x < wide:
        size = frame.between(0.1, 0.17)
        trees.append(_tree(outlook, (x, outlook.up(0.22)), size))
        x += frame.between(0.3, 1.1)
    house = wide * frame.between(0.25, 0.75)
    return group(
        path(_rolling(outlook, 0.42, 0.16), mood.far(darker(far, 0.12), 0.5)),
        path(_rolling(outlook, 0.3, 0.08), mood.far(mix(far, "#e0c863", 0.3), 0.3)),
        rect(house, outlook.up(0.42), 0.3, 0.2, mood.far("#f0e2c8", 0.2)),
        polygon(
            [
                (house - 0.05, outlook.up(0.42)),
                (house + 0.15, outlook.up(0.56)),
                (house + 0.35, outlook.up(0.42)),
            ],
            mood.far("#b5604a", 0.2),
        ),
        path(_rolling(outlook, 0.2, 0.05), mood.far(near, 0.08)),
        *trees,
        path(_rolling(outlook, 0.1, 0.02), mood.tone(darker(near, 0.1))),
    )


def _tree(outlook: Outlook, foot: Point, size: float) -> str:
    """A small tree that one passes: a round crown on a stem, without leaves in winter."""
    frame, (x, y) = outlook.frame, foot
    tone = partial(_near, outlook)
    if frame.season == "winter":
        return placed(woods.bare_tree(frame.rng, tone, size * 2.6, frame.snowy), x, y, 1.0)
    return group(
        rect(x - 0.015, y - size, 0.03, size, tone("#8a5f45")),
        circle(x, y - size * 1.5, size, tone(frame.crown())),
    )


def _near(outlook: Outlook, colour: str) -> str:
    return outlook.mood.far(colour, 0.12)


def houses(outlook: Outlook) -> str:
    """The houses of a street that a bus passes."""
    frame, mood, wide = outlook.frame, outlook.mood, outlook.room.width_m
    parts, panes, x = [], [], -0.4
    while x < wide:
        across, tall = frame.between(0.7, 1.05), frame.between(0.55, 0.9)
        wall = mood.far(frame.rng.choice(WALLS), 0.12)
        parts.append(rect(x, outlook.up(tall), across, outlook.up(0.1) - outlook.up(tall), wall))
        parts.append(
            rect(x - 0.03, outlook.up(tall) - 0.06, across + 0.06, 0.08, mood.far("#9c6a58", 0.1))
        )
        for row in range(int(tall * (outlook.high - outlook.low) / 0.32)):
            y = outlook.up(tall) + 0.1 + 0.32 * row
            panes += [(x + across * side, y, across * 0.2, 0.18) for side in (0.16, 0.62)]
        x += across
    glass = "#ffdf94" if mood.lamps_lit else mood.far("#6f93aa", 0.1)
    trees = [
        _tree(outlook, (frame.between(0, wide), outlook.up(0.06)), frame.between(0.16, 0.24))
        for _ in range(round(wide / 1.8))
    ]
    return group(
        *parts,
        path(boxes(panes), glass),
        *trees,
        rect(-1, outlook.up(0.1), wide + 2, 0.3, mood.tone("#b9b2a8")),
    )


def clouds(outlook: Outlook) -> str:
    """White clouds from above, and the wing."""
    frame, mood, wide = outlook.frame, outlook.mood, outlook.room.width_m
    far = mix(mood.cloud[1], mood.sky[2], 0.3)
    rows = []
    for base, size, colour in ((0.34, 0.2, far), (0.12, 0.26, mood.cloud[0])):
        puffs, x = [], -0.2
        while x < wide + 0.3:
            radius = size * frame.between(0.6, 1.1)
            puffs.append((x, outlook.up(base), radius))
            x += radius * 1.15
        rows.append(path(dots(puffs, 0.62), colour))
        rows.append(rect(-1, outlook.up(base), wide + 2, 0.5, colour))
    way = 1 if frame.chance(0.5) else -1
    tip, root = wide / 2 + way * wide * 0.42, wide / 2 - way * 0.9
    wing = [
        (root, outlook.up(0.02)),
        (tip, outlook.up(0.46)),
        (tip + way * 0.12, outlook.up(0.56)),
        (tip + way * 0.22, outlook.up(0.47)),
        (root + way * 1.5, outlook.up(-0.02)),
    ]
    return group(
        *rows,
        polygon(wing, mood.tone("#dfe4e8"), id="wing"),
        polygon([wing[2], wing[3], wing[1]], mood.tone("#c8534f")),
        ellipse(tip + way * 0.16, outlook.up(0.55), 0.02, 0.02, "#ffb3a0"),
    )
