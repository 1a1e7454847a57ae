"""The ends of a long wall: windows, pictures and plants, so that a wide room is not bare."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.scenery.room import Room
from imagespeak_core.generators.illustrator.scenery.windows import window

_STEP_M = 1.9
_PANE_M = (1.15, 1.25)


def furnish_ends(room: Room, from_m: float, curtain: str | None = None) -> None:
    """Fills the wall on both sides, from so many metres away from its middle."""
    middle = room.width_m / 2
    for side in (-1, 1):
        turn = room.frame.rng.randrange(2)
        at = from_m + 0.75
        while at - 0.5 < middle:
            x = middle + side * at
            if turn % 2:
                room.hang("picture", x, 1.5)
                room.stand("potted plant", x)
            else:
                window(room, x, 1.05, _PANE_M, curtain)
            turn += 1
            at += _STEP_M
