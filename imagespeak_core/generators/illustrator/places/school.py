"""The classroom."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.drawing.svg import circle, group, path, polygon, rect
from imagespeak_core.generators.illustrator.places.casts import in_role
from imagespeak_core.generators.illustrator.places.place import Hints, Place, Seating
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.room import (
    Room,
    finish,
    new_room,
    plank_floor,
)
from imagespeak_core.generators.illustrator.scenery.room_walls import plain_wall
from imagespeak_core.generators.illustrator.scenery.stage import Box, Stage
from imagespeak_core.generators.illustrator.scenery.windows import pendants, window

_LETTERS = {
    "A": "M0 0L.05-.16L.1 0M.02-.06h.06",
    "B": "M0 0v-.16h.06q.04.0.04.04t-.04.04h-.06h.07q.04.0.04.04t-.04.04z",
    "C": "M.1-.13q-.1-.07-.1.05t.1.05",
    "1": "M.02-.12L.06-.16V0",
    "2": "M0-.12q.02-.05.06-.04t.02.08L0 0h.1",
    "3": "M0-.15q.1-.03.08.03q-.01.03-.05.03q.07 0 .06.06t-.1.03",
    "+": "M0-.08h.1M.05-.13v.1",
    "=": "M0-.1h.1M0-.05h.1",
}
_LINES = (("A", "B", "C"), ("1", "+", "2", "=", "3"))


def classroom(frame: Frame) -> Stage:
    """A classroom with a board on the wall; the board stays in sight."""
    room, rng = new_room(frame, 0.63), frame.rng
    middle = room.width_m / 2
    way = 1 if frame.chance(0.5) else -1
    span = min(3.0, room.width_m * 0.55)
    board_x = middle - way * min(0.35, room.width_m * 0.06)
    room.put(_board(room, span), board_x, 0.95)
    room.tell("blackboard", board_x, 0.95, (span, 1.4))
    window(room, board_x + way * (span / 2 + 0.95), 1.0, (1.05, 1.3))
    room.stand("bookcase", board_x - way * (span / 2 + 0.65))
    room.hang("clock", board_x - way * (span / 2 + 0.6), 2.3)
    if room.width_m > 6.5:
        room.hang("map", board_x + way * (span / 2 + 2.6), 1.2)
        window(room, board_x - way * (span / 2 + 2.0), 1.0, (1.05, 1.3))
    room.keep_spot("teacher", board_x + 0.1, 0.3, mirrored=frame.chance(0.5))
    scale = room.scale
    left = (board_x - span / 2 + 0.1) * scale
    top = room.wall_px - (0.95 + 1.35) * scale
    room.clear.append(Box(left, top, left + span * scale * 0.45, top + 0.4 * scale))
    pendants(room, (middle - 1.6, middle, middle + 1.6), "#7f9aa8")
    floor = plank_floor(room, rng.choice(("#cfa573", "#c29667", "#d6b184")))
    wall = plain_wall(
        room, rng.choice(("#f3e8cf", "#dfe8e4", "#e9e2ee", "#f3ddc8")), ceiling="panels"
    )
    return finish(room, wall, floor)


def _board(room: Room, span: float) -> str:
    tone, rng = room.frame.mood.tone, room.frame.rng
    green = rng.choice(("#2f6b57", "#33665f", "#3a5f6e"))
    half = span / 2
    parts = [
        rect(-half - 0.07, -1.47, span + 0.14, 1.54, tone("#a9764c"), rx=0.03),
        rect(-half, -1.4, span, 1.4, tone(green)),
        polygon([(-half, -1.4), (half, -1.4), (half, -0.9)], tone("#ffffff"), fill_opacity=0.05),
        rect(-half * 0.7, 0.04, span * 0.7, 0.07, tone("#8a5c3a")),
        rect(-half * 0.4, 0.0, 0.16, 0.04, tone("#f6efe2")),
    ]
    for row, line in enumerate(_LINES):
        for index, letter in enumerate(line):
            x, y = -half + 0.25 + index * 0.22, -1.05 + row * 0.42
            parts.append(
                path(
                    _LETTERS[letter],
                    stroke=tone("#f3efe2"),
                    stroke_width=0.022,
                    stroke_linecap="round",
                    stroke_linejoin="round",
                    transform=f"translate({x:.3f} {y:.3f}) scale(1.5)",
                )
            )
    chalk = tone("#f1d98a")
    parts.append(circle(half - 0.45, -0.75, 0.24, "none", stroke=chalk, stroke_width=0.025))
    parts.append(
        path(
            f"M{half - 1.15:.3f}-.55l.22-.4l.22.4z",
            stroke=chalk,
            stroke_width=0.025,
            stroke_linejoin="round",
        )
    )
    return group(*parts)


CLASSROOM = Place(
    name="classroom",
    paint=classroom,
    words=("classroom", "lecture", "schoolroom", "language class"),
    weak_words=("school", "lesson", "class"),
    stand_ins=("laboratory", "lab"),
    said="in a classroom",
    hints=Hints(
        nouns=("teacher", "student", "pupil", "scientist"),
        names=("school bag",),
        verbs=("teach",),
        actions=("write",),
    ),
    casts=((in_role("teacher", "point"), in_role("student", "sit", 4, "child")),),
    built_in=("blackboard",),
    seating=Seating(tables=("work",), company="class"),
    indoors=True,
)
