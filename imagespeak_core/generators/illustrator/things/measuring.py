"""Measures how much room animals take in their poses, from the drawings as they are rendered.

    python -m imagespeak_core.generators.illustrator.things.measuring [animal …]

prints the lines of `pose_boxes` for the animals that are named, or for all.
"""

from __future__ import annotations

import io
import random
import sys

import resvg_py
from PIL import Image

from imagespeak_core.generators.illustrator.drawing.render import document
from imagespeak_core.generators.illustrator.drawing.svg import placed
from imagespeak_core.generators.illustrator.things.animals import origin_of_pose
from imagespeak_core.generators.illustrator.things.catalog import THINGS
from imagespeak_core.generators.illustrator.things.pose_boxes import Box
from imagespeak_core.generators.illustrator.things.thing import Pose, Thing

_ANIMAL_PX = 240
"""So long, or so high, is the animal as it usually is."""
_PAGE_PX = 4 * _ANIMAL_PX
_ORIGIN = (2 * _ANIMAL_PX, 3 * _ANIMAL_PX)
_SEEDS = range(1, 7)
_SOLID = 40
"""What covers more than this, of 255, counts."""


def measured(animal: Thing, pose: Pose) -> Box:
    """The box of what can be seen of an animal in a pose, in millimetres around its (0, 0).

    Details vary, so several drawings are measured, and the box has room for each. It is as exact
    as a pixel, which is 1/240 of the animal's length or height.
    """
    boxes = [_solid(animal, pose, random.Random(seed)) for seed in _SEEDS]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    px_per_m, (x, y) = pixels_per_metre(animal), _ORIGIN
    left, right = ((edge - x) / px_per_m * 1000 for edge in (min(lefts), max(rights)))
    top, bottom = ((edge - y) / px_per_m * 1000 for edge in (min(tops), max(bottoms)))
    return round(left), round(top), round(right), round(bottom)


def _solid(animal: Thing, pose: Pose, rng: random.Random) -> Box:
    """The box of one drawing on its page, in pixels."""
    px_per_m, (x, y) = pixels_per_metre(animal), _ORIGIN
    right, down = origin_of_pose(animal.name, pose.action)
    drawing = pose.draw(lambda colour: colour, animal.colour, rng)
    part = placed(drawing, x + right * px_per_m, y + down * px_per_m, px_per_m)
    svg = document(part, _PAGE_PX, _PAGE_PX)
    with Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg)))) as picture:
        solid = picture.getchannel("A").point(lambda alpha: 255 * (alpha > _SOLID))
    box = solid.getbbox()
    if box is None:
        raise ValueError(f"Nothing is drawn of {animal.name!r} for {pose.action!r}. Look at it.")
    return box


def pixels_per_metre(animal: Thing) -> float:
    """The scale in which an animal is measured."""
    return _ANIMAL_PX / max(animal.width_m, animal.height_m)


def main(names: list[str]) -> None:
    """Prints the table's lines for these animals, or for every one that has poses."""
    for name in names or [name for name, thing in THINGS.items() if thing.poses]:
        thing = THINGS[name]
        lines = (f'        "{pose.action}": {measured(thing, pose)},\n' for pose in thing.poses)
        sys.stdout.write(f'    "{name}": {{\n{"".join(lines)}    }},\n')


if __name__ == "__main__":
    main(sys.argv[1:])
