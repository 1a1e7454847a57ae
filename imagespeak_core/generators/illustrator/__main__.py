"""Draws the prompt bank and some hard prompts onto contact sheets, or checks a file of prompts.

python -m imagespeak_core.generators.illustrator --sheet DIR [--seed N] [--size 1024x1024]
python -m imagespeak_core.generators.illustrator --check FILE [--sheet DIR] [--seed N]

Ends with 0, with 1 where a checked prompt has a part of which the picture tells nothing, and
with 2 where nothing was drawn because the arguments or the file can't be read.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from imagespeak_core.console import print_all_alphabets
from imagespeak_core.generators.illustrator.checking.contact_sheet import Cell, write_sheets
from imagespeak_core.generators.illustrator.checking.lines import (
    FORMAT,
    ExpectationError,
    Line,
    read_lines,
)
from imagespeak_core.generators.illustrator.checking.report import label_of, report, totals
from imagespeak_core.generators.illustrator.checking.verdicts import Judgement, judge
from imagespeak_core.generators.illustrator.drawing.render import to_png
from imagespeak_core.generators.illustrator.illustrator import compose, draw
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


_SIDE_PX, _CHECKED_SIDE_PX = 1024, 512
_COLOURS = {"shown": "darkgreen", "said": "darkblue", "silent": "red"}


def main(arguments: list[str] | None = None) -> int:
    """Reads the command line, writes sheets or verdicts, gives the exit status."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if chosen.check is None:
        if chosen.sheet is None:
            parser.error("--sheet or --check is needed")
        return _draw(chosen)
    try:
        lines = read_lines(_text(chosen.check))
    except OSError as error:
        sys.stderr.write(f"{chosen.check} can't be read: {error.strerror}.\n")
        return 2
    except UnicodeDecodeError:
        sys.stderr.write(f"{chosen.check} can't be read: it is no text in UTF-8.\n")
        return 2
    except ExpectationError as error:
        sys.stderr.write(f"{chosen.check} can't be checked. {error}\n")
        return 2
    return _check(lines, chosen)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m imagespeak_core.generators.illustrator",
        epilog=FORMAT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sheet", type=Path, metavar="DIR", help="folder for contact sheets")
    parser.add_argument(
        "--check", metavar="FILE", help="prompts with what must be seen; - is the standard input"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--size",
        type=_size,
        help=f"width x height of each picture: {_SIDE_PX}x{_SIDE_PX}, "
        f"or {_CHECKED_SIDE_PX}x{_CHECKED_SIDE_PX} with --check",
    )
    parser.add_argument("--prompt", action="append", help="draw these instead of the bank")
    return parser


def _size(written: str) -> tuple[int, int]:
    width, _, height = written.partition("x")
    return int(width), int(height)


def _text(file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    return Path(file).read_text("utf-8-sig")


def _draw(chosen: argparse.Namespace) -> int:
    width, height = chosen.size or (_SIDE_PX, _SIDE_PX)
    prompts = chosen.prompt or [*(scene.text for scene in prompt_bank()), *HARD_PROMPTS]
    cells = [
        Cell(draw(prompt, seed=chosen.seed, width_px=width, height_px=height).png)
        for prompt in prompts
    ]
    write_sheets(chosen.sheet, cells)
    return 0


def _check(lines: tuple[Line, ...], chosen: argparse.Namespace) -> int:
    print_all_alphabets()
    width, height = chosen.size or (_CHECKED_SIDE_PX, _CHECKED_SIDE_PX)
    judged: list[Judgement] = []
    cells: list[Cell] = []
    for line in lines:
        picture = compose(line.prompt, seed=chosen.seed, width_px=width, height_px=height)
        judged.append(judge(line, picture.scene))
        print(report(judged[-1]))
        if chosen.sheet:
            label = label_of(judged[-1])
            cells.append(Cell(to_png(picture.svg), label, _COLOURS[judged[-1].verdict]))
    if chosen.sheet:
        write_sheets(chosen.sheet, cells)
    print(totals(judged))
    return int(any(judgement.verdict == "silent" for judgement in judged))


if __name__ == "__main__":
    raise SystemExit(main())
