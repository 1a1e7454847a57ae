"""Draws the prompt bank and some hard prompts onto contact sheets, to be looked at.

python -m imagespeak_core.generators.illustrator --sheet DIR [--seed N] [--size 1024x1024]
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path

from PIL import Image

from imagespeak_core.generators.illustrator.illustrator import draw
from imagespeak_core.pictures.prompts import prompt_bank

HARD_PROMPTS = (
    "A red car with dark windows, a black cat on a white fence and a blue bicycle under a tree",
    "Eight people, three dogs, a horse, a bus, a fountain, a tent, two kites and a piano in a park",
    "A black cat under a table, a white rabbit on a chair and a brown dog behind the sofa",
    "A woman is driving a yellow car, and a man is riding a horse on a country road",
    "An old man is sleeping on a bench, and a child is flying a red kite in the wind",
    "A clown with balloons between two laughing children in the snow",
    "A girl in a wheelchair is playing basketball with a woman in a hijab on a sports field",
    "Ten students and a teacher in a classroom",
    "A firefighter, a nurse, a waiter, a farmer and a police officer are having lunch",
    "Two people are swimming in a lake, and a man is fishing on the left",
    "A tired mother with a baby, a suitcase and a backpack at the airport at night",
    "A lion, an elephant and a monkey in a museum",
    "A man is painting a woman who is playing the guitar in front of a window",
    "Nobody, nothing, nowhere",
    "Ein Hund im Park",
    "",
)
"""Crowded, odd or empty, to see how the illustrator bears it."""

_COLUMNS = 4
_ROWS = 4
_CELL_PX = 480
_GAP_PX = 6


def main(arguments: list[str] | None = None) -> int:
    """Reads the command line, writes the sheets, gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m imagespeak_core.generators.illustrator")
    parser.add_argument("--sheet", type=Path, required=True, help="folder for the sheets")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", default="1024x1024", help="width x height of each picture")
    parser.add_argument("--prompt", action="append", help="draw these instead of the bank")
    chosen = parser.parse_args(arguments)
    width, height = (int(side) for side in chosen.size.split("x"))
    prompts = chosen.prompt or [*(scene.text for scene in prompt_bank()), *HARD_PROMPTS]
    chosen.sheet.mkdir(parents=True, exist_ok=True)
    on_each = _COLUMNS * _ROWS
    for number, start in enumerate(range(0, len(prompts), on_each), start=1):
        pictures = [
            draw(prompt, seed=chosen.seed, width_px=width, height_px=height).png
            for prompt in prompts[start : start + on_each]
        ]
        write_sheet(chosen.sheet / f"sheet-{number:02d}.png", pictures)
    return 0


def write_sheet(target: Path, pictures: list[bytes]) -> None:
    """Writes one contact sheet of up to sixteen PNGs."""
    rows = -(-len(pictures) // _COLUMNS)
    columns = min(_COLUMNS, len(pictures))
    sheet = Image.new("RGB", (columns * _CELL_PX, rows * _CELL_PX), "#ffffff")
    for index, png in enumerate(pictures):
        with Image.open(io.BytesIO(png)) as picture:
            small = picture.convert("RGB")
        small.thumbnail((_CELL_PX - _GAP_PX, _CELL_PX - _GAP_PX), Image.Resampling.LANCZOS)
        sheet.paste(small, (index % _COLUMNS * _CELL_PX, index // _COLUMNS * _CELL_PX))
    sheet.save(target)


if __name__ == "__main__":
    raise SystemExit(main())
