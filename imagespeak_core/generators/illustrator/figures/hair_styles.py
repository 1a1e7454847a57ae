"""Hair styles: the cap on the head ends at the hairline; the rest hangs behind (data)."""

from __future__ import annotations

from dataclasses import dataclass

from imagespeak_core.generators.illustrator.figures.hair_shapes import (
    AFRO,
    BALD,
    BEHIND_LONG,
    BEHIND_NECK,
    BOB,
    BRAID,
    BUN,
    BUZZ,
    CAP,
    CURLY,
    FRINGE,
    FRONT_AFRO,
    FRONT_BALD,
    FRONT_BOB,
    FRONT_BUN,
    FRONT_CAP,
    FRONT_FRINGE,
    FRONT_LONG,
    FRONT_PULLED,
    FRONT_QUIFF,
    FRONT_SWEPT,
    FRONT_TAIL,
    FRONT_WAVY,
    LOCK,
    LONG,
    PUFF,
    PULLED,
    QUIFF,
    SWEPT,
    TAIL,
    WAVY,
    Shape,
)


@dataclass(frozen=True)
class Style:
    """One way to wear hair, from the side and from the front."""

    side: tuple[Shape, ...]
    front: tuple[Shape, ...]
    side_behind: tuple[Shape, ...] = ()
    front_behind: tuple[Shape, ...] = ()
    curl: float = 0.0
    """Radius of the curls along every edge; 0 for smooth hair."""
    ear: bool = True
    """Whether the ear shows."""


def _moved(shape: Shape, x: float, y: float = 0.0, across: float = 1.0) -> Shape:
    return tuple((px * across + x, py + y) for px, py in shape)


def _mirrored(shape: Shape) -> tuple[Shape, Shape]:
    return shape, tuple((-x, y) for x, y in shape)


STYLES: dict[str, Style] = {
    "crop": Style((CAP,), (FRONT_CAP,)),
    "side part": Style((SWEPT,), (FRONT_SWEPT,)),
    "quiff": Style((QUIFF,), (FRONT_QUIFF,)),
    "buzz": Style((BUZZ,), (FRONT_CAP,)),
    "bald": Style((BALD,), _mirrored(FRONT_BALD)),
    "curls": Style((CAP,), (FRONT_CAP,), curl=0.085),
    "afro": Style((AFRO,), (FRONT_AFRO,), curl=0.06),
    "bowl": Style((FRINGE,), (FRONT_FRINGE,)),
    "bob": Style((BOB,), (FRONT_BOB,), (BEHIND_NECK,), ear=False),
    "fringe": Style((BOB, FRINGE), (FRONT_BOB, FRONT_FRINGE), (BEHIND_NECK,), ear=False),
    "long": Style((LONG,), (FRONT_LONG,), (BEHIND_LONG,), ear=False),
    "wavy": Style((WAVY,), (FRONT_WAVY,), (BEHIND_LONG,), ear=False),
    "curly": Style((CURLY,), (FRONT_WAVY,), (BEHIND_NECK,), curl=0.07, ear=False),
    "ponytail": Style((PULLED,), (FRONT_PULLED,), (TAIL,), (FRONT_TAIL,)),
    "bun": Style((PULLED,), (FRONT_PULLED,), (BUN,), (FRONT_BUN,)),
    "braids": Style(
        (PULLED, BRAID), (FRONT_PULLED, *_mirrored(_moved(BRAID, -0.08))), (_moved(BRAID, 0.52,
        -0.02),)
    ),
    "puffs": Style(
        (PULLED,), (FRONT_PULLED,), (PUFF, _moved(PUFF, 0.72, -0.04)), _mirrored(PUFF), curl=0.05
    ),
    "locs": Style(
        (SWEPT, LOCK, _moved(LOCK, -0.1, 0.03), _moved(LOCK, -0.2, -0.04)),
        (FRONT_SWEPT, *_mirrored(_moved(LOCK, -0.14)), *_mirrored(_moved(LOCK, -0.22, -0.06))),
        (_moved(LOCK, 0.06, -0.02), _moved(LOCK, -0.04, 0.04), _moved(LOCK, 0.5, -0.05)),
        ear=False,
    ),
    "wisps": Style(
        (((-0.2, -0.44), (-0.05, -0.54), (0.14, -0.6), (0.26, -0.56), (0.3, -0.48), (0.22, -0.5),
        (0.2, -0.42), (0.04, -0.42)),),
        (((-0.16, -0.46), (-0.06, -0.55), (0.1, -0.62), (0.2, -0.56), (0.14, -0.54), (0.14, -0.44),
        (0.0, -0.42)),),
    ),
}  # fmt: skip
