"""Ceilings of rooms, so that a high picture has no empty wall."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.paths import boxes, dots, seams, straight
from imagespeak_core.generators.illustrator.drawing.svg import group, path, polygon, rect
from imagespeak_core.generators.illustrator.scenery.room import Room

Ceiling = Literal["plain", "boards", "beams", "panels", "spots"]

_HOME: tuple[Ceiling, ...] = ("plain", "boards", "beams")
_LEAST_M = 0.25
_EYE_M = 1.5


def ceiling_m(room: Room) -> float:
    """How high above the floor the wall meets the ceiling, or ends at the picture's edge."""
    high = 3.05 + 0.33 * max(0.0, room.height_m - 4.0)
    return high if room.height_m - high > _LEAST_M else room.height_m


def draw_ceiling(room: Room, wall: str, kind: Ceiling | None = None) -> str:
    """The ceiling over a wall in the daylight colour `wall`; by the dice where no kind is given."""
    edge = room.wall_px - ceiling_m(room) * room.scale
    if edge <= 0:
        return ""
    chosen = room.frame.rng.choice(_HOME) if kind is None else kind
    tone = room.frame.mood.tone
    base = {"boards": "#dcbf98", "beams": lighter(wall, 0.55)}.get(chosen, lighter(wall, 0.62))
    coving = room.scale * 0.07
    return group(
        rect(0, 0, room.frame.width, edge, tone(base)),
        _DETAILS[chosen](room, edge, base) if chosen in _DETAILS else "",
        rect(0, edge, room.frame.width, coving, tone(lighter(wall, 0.75))),
        rect(0, edge + coving, room.frame.width, coving * 0.6, tone(darker(wall, 0.1))),
        id="ceiling",
    )


def _out(room: Room, edge: float, x: float, y: float) -> float:
    """Where a line along the ceiling that starts at `x` on the wall is at the height `y`."""
    vanishing = room.wall_px - _EYE_M * room.scale
    middle = room.frame.width / 2
    return middle + (x - middle) * (vanishing - y) / (vanishing - edge)


def _columns(room: Room, step_m: float) -> list[float]:
    middle, step = room.frame.width / 2, step_m * room.scale
    count = int(middle / step) + 1
    return [middle + (index + 0.5) * step for index in range(-count - 1, count + 1)]


def _boards(room: Room, edge: float, base: str) -> str:
    lines = seams([(x, _out(room, edge, x, 0)) for x in _columns(room, 0.45)], edge, 0)
    ink = room.frame.mood.tone(darker(base, 0.18))
    return path(lines, stroke=ink, stroke_width=room.frame.unit * 0.0018)


def _beams(room: Room, edge: float, _base: str) -> str:
    tone, wood, width = room.frame.mood.tone, "#a9794f", 0.2 * room.scale
    parts = []
    for x in _columns(room, 1.6):
        near = [_out(room, edge, at, 0) for at in (x, x + width)]
        parts.append(
            polygon([(x, edge), (x + width, edge), (near[1], 0), (near[0], 0)], tone(wood))
        )
        parts.append(
            polygon(
                [(x, edge), (x + width * 0.25, edge), (near[0] + width * 0.4, 0), (near[0], 0)],
                tone(darker(wood, 0.2)),
            )
        )
    return group(*parts)


def _panels(room: Room, edge: float, base: str) -> str:
    """Bright panels in the ceiling, in rows."""
    glow = "#fff4cf" if room.frame.mood.lamps_lit else "#fdfcf4"
    half = 0.42 * room.scale
    panels = ""
    for low, high in ((0.82, 0.55), (0.35, 0.02)):
        for x in _columns(room, 1.9):
            corners = [
                (_out(room, edge, x + side * half, edge * share), edge * share)
                for side, share in ((-1, low), (1, low), (1, high), (-1, high))
            ]
            panels += straight(corners)
    return group(_boards(room, edge, lighter(base, 0.2)), path(panels, glow))


def _spots(room: Room, edge: float, base: str) -> str:
    """Two rails with small lamps that shine on the wall."""
    tone = room.frame.mood.tone
    rail = edge * 0.62
    lamps = [(_out(room, edge, x, rail), rail) for x in _columns(room, 1.05)]
    size = room.scale * 0.09
    return group(
        _boards(room, edge, lighter(base, 0.3)),
        rect(0, rail, room.frame.width, room.scale * 0.05, tone("#5d6670")),
        path(boxes((x - size / 2, y, size, size * 1.8) for x, y in lamps), tone("#454e58")),
        path(dots(((x, y + size * 1.9, size * 0.6) for x, y in lamps), 0.6), "#fff1c4"),
    )


_DETAILS: Mapping[str, Callable[[Room, float, str], str]] = {
    "boards": _boards,
    "beams": _beams,
    "panels": _panels,
    "spots": _spots,
}
