"""Many small pictures on one, each with a line of text below it where it has one."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_COLUMNS = 4
_ROWS = 4
_CELL_PX = 480
_GAP_PX = 6
_LABEL_PX = 56
_TEXT_PX = 18


@dataclass(frozen=True, slots=True)
class Cell:
    """A picture as PNG, and what is written below it: up to two lines, in a colour by name."""

    png: bytes
    label: tuple[str, ...] = ()
    colour: str = "black"


def write_sheets(folder: Path, cells: Sequence[Cell]) -> list[Path]:
    """Writes sheets of up to sixteen cells into a folder, which is made, and gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    on_each = _COLUMNS * _ROWS
    for number, start in enumerate(range(0, len(cells), on_each), start=1):
        target = folder / f"sheet-{number:02d}.png"
        _sheet(cells[start : start + on_each]).save(target)
        written.append(target)
    return written


def _sheet(cells: Sequence[Cell]) -> Image.Image:
    rows = -(-len(cells) // _COLUMNS)
    columns = min(_COLUMNS, len(cells))
    height_px = _CELL_PX + (_LABEL_PX if any(cell.label for cell in cells) else 0)
    sheet = Image.new("RGB", (columns * _CELL_PX, rows * height_px), "#ffffff")
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(_TEXT_PX)
    for index, cell in enumerate(cells):
        left, top = index % _COLUMNS * _CELL_PX, index // _COLUMNS * height_px
        with Image.open(io.BytesIO(cell.png)) as picture:
            small = picture.convert("RGB")
        room = _CELL_PX - _GAP_PX
        small.thumbnail((room, room), Image.Resampling.LANCZOS)
        sheet.paste(small, (left, top))
        for row, text in enumerate(cell.label):
            at = (left + _GAP_PX, top + _CELL_PX + row * (_TEXT_PX + 6))
            pen.text(at, _cut(text, font, room), fill=cell.colour, font=font)
    return sheet


def _cut(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, room_px: int) -> str:
    """The text, or as much of its beginning as there is room for."""
    if font.getlength(text) <= room_px:
        return text
    while font.getlength(f"{text}…") > room_px:
        text = text[:-1]
    return f"{text}…"
