"""Walls of rooms, with the ceiling above them."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.bands import banded
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.svg import group, rect
from imagespeak_core.generators.illustrator.scenery.ceilings import Ceiling, ceiling_m, draw_ceiling
from imagespeak_core.generators.illustrator.scenery.room import Room


def plain_wall(
    room: Room, colour: str, dado: str | None = None, *, ceiling: Ceiling | None = None
) -> str:
    """A wall with a skirting board, and a ceiling where the picture is high enough for one.

    Below about a metre it may have another colour, the `dado`.
    """
    frame, tone = room.frame, room.frame.mood.tone
    stops = [(0.0, tone(lighter(colour, 0.12)), 1.0), (1.0, tone(darker(colour, 0.07)), 1.0)]
    skirting = room.scale * 0.11
    edge = max(0.0, room.wall_px - ceiling_m(room) * room.scale)
    parts = [
        banded(0, edge, frame.width, room.wall_px - edge, stops),
        draw_ceiling(room, colour, ceiling),
    ]
    if dado:
        top = room.wall_px - room.scale * 0.95
        parts.append(rect(0, top, frame.width, room.wall_px - top, tone(dado)))
        parts.append(
            rect(
                0, top - room.scale * 0.04, frame.width, room.scale * 0.06, tone(lighter(dado, 0.4))
            )
        )
    parts.append(rect(0, room.wall_px - skirting, frame.width, skirting, tone("#f6eee0")))
    return group(*parts)
