"""All pictures of an experiment on one, with labels: columns, rows, and sheets below each other.

Text is set in the font that Pillow brings along, which has little more than English letters. Others
are written in those; where a letter has been changed, the sheet says so.
"""

from __future__ import annotations

import io
import logging
import unicodedata
from dataclasses import dataclass, field
from functools import cache

from PIL import Image, ImageDraw, ImageFont
from slugify import slugify

from imagespeak_core.errors import ImageNotFoundError, StorageError
from imagespeak_core.lab.expansion import Labels
from imagespeak_core.lab.experiment import ExperimentCell, ExperimentState
from imagespeak_core.pictures.naming import parse_key
from imagespeak_core.stores.pictures import PictureStore

logger = logging.getLogger(__name__)

MAX_COLUMNS = 6
THUMB_PX = 256

_PAD_PX = 16
_ROW_LABEL_PX = 200
_TEXT_PX = 16
_TITLE_PX = 26
_LINE_PX = 21
_MAX_LINES = 4
_PAPER, _INK, _PALE, _FRAME = "#ffffff", "#1a1a1a", "#5a5a5a", "#c8c8c8"
_ROLES = ("Columns", "Rows", "Sheets")
_NO_CHARACTER = "\U0010ffff"
_REWRITTEN = "Some letters are written in English ones here. The table has all texts as they are."


@dataclass(frozen=True, slots=True)
class _Text:
    x: int
    y: int
    text: str
    size_px: int = _TEXT_PX
    colour: str = _INK


@dataclass(slots=True)
class _Layout:
    """What goes where; `y` is how far down it is filled."""

    width_px: int
    y: int = _PAD_PX
    texts: list[_Text] = field(default_factory=list)
    cells: list[tuple[int, int, int]] = field(default_factory=list)  # number, x, y

    def lines(self, text: str, *, colour: str = _INK) -> None:
        for line in _wrapped(text, self.width_px - 2 * _PAD_PX):
            self.texts.append(_Text(_PAD_PX, self.y, line, colour=colour))
            self.y += _LINE_PX


def contact_sheet(store: PictureStore, state: ExperimentState) -> bytes:
    """A PNG with title, date, settings, axes and all cells; why a picture is missing, too.

    Pictures are read one after the other; one that can't be read is told in its place.
    """
    layout = _layout(state)
    sheet = Image.new("RGB", (layout.width_px, layout.y), _PAPER)
    draw = ImageDraw.Draw(sheet)
    for text in layout.texts:
        draw.text((text.x, text.y), text.text, fill=text.colour, font=_font(text.size_px))
    for number, x, y in layout.cells:
        _paint_cell(sheet, draw, store, state.cells[number], x, y)
    png = io.BytesIO()
    sheet.save(png, format="PNG")
    return png.getvalue()


def _layout(state: ExperimentState) -> _Layout:
    counts = [len(axis.values) for axis in state.axes] + [1, 1, 1]
    columns, rows, sheets = counts[:3]
    left = _PAD_PX + (_ROW_LABEL_PX if len(state.axes) > 1 else 0)
    shown = max(3, min(columns, MAX_COLUMNS))
    layout = _Layout(left + shown * (THUMB_PX + _PAD_PX))
    _head(layout, state)
    numbers = {cell.place: number for number, cell in enumerate(state.cells)}
    for sheet in range(sheets):
        if len(state.axes) > 2:
            layout.y += _PAD_PX
            layout.lines(f"{state.axes[2].title}: {state.axes[2].values[sheet]}")
        for first in range(0, columns, MAX_COLUMNS):
            some = range(first, min(first + MAX_COLUMNS, columns))
            if state.axes:
                _column_labels(layout, state.axes[0], some, left)
            for row in range(rows):
                if len(state.axes) > 1:
                    _row_label(layout, state.axes[1].values[row])
                for place, column in enumerate(some):
                    number = numbers[(column, row, sheet)[: len(state.axes)]]
                    x = left + place * (THUMB_PX + _PAD_PX)
                    layout.cells.append((number, x, layout.y))
                layout.y += THUMB_PX + 2 * _LINE_PX + _PAD_PX
    return layout


def _head(layout: _Layout, state: ExperimentState) -> None:
    title = _wrapped(state.name, layout.width_px - 2 * _PAD_PX, size_px=_TITLE_PX)[0]
    layout.texts.append(_Text(_PAD_PX, layout.y, title, _TITLE_PX))
    layout.y += _TITLE_PX + 10
    layout.lines(f"{state.created_at:%Y-%m-%d %H:%M} UTC, {state.id}", colour=_PALE)
    for role, axis in zip(_ROLES, state.axes, strict=False):
        layout.lines(f"{role}: {axis.title}")
    for name, value in _settings(state):
        layout.lines(f"{name}: {value}", colour=_PALE)
    texts = [state.name, *(value for axis in state.axes for value in axis.values)]
    texts += [value for _, value in _settings(state)]
    if any(_in_font(char) != char for text in texts for char in text if char.isalpha()):
        layout.lines(_REWRITTEN, colour=_PALE)
    layout.y += _PAD_PX


def _settings(state: ExperimentState) -> list[tuple[str, str]]:
    """What all cells have in common."""
    requests = [cell.request for cell in state.cells]
    sizes = [f"{one.width_px} × {one.height_px}" for one in requests]
    all_values = (
        ("Prompt", [one.prompt for one in requests]),
        ("Negative prompt", [one.negative_prompt for one in requests]),
        ("Model", [one.model for one in requests]),
        ("Size", sizes),
        ("Seed", [str(one.seed) for one in requests]),
    )
    return [(name, values[0]) for name, values in all_values if len(set(values)) == 1 and values[0]]


def _column_labels(layout: _Layout, axis: Labels, some: range, left: int) -> None:
    wrapped = [_wrapped(axis.values[column], THUMB_PX) for column in some]
    for place, lines in enumerate(wrapped):
        x = left + place * (THUMB_PX + _PAD_PX)
        layout.texts += [
            _Text(x, layout.y + _LINE_PX * number, line) for number, line in enumerate(lines)
        ]
    layout.y += _LINE_PX * max(len(lines) for lines in wrapped) + 6


def _row_label(layout: _Layout, label: str) -> None:
    lines = _wrapped(label, _ROW_LABEL_PX - _PAD_PX, max_lines=10)
    layout.texts += [
        _Text(_PAD_PX, layout.y + _LINE_PX * number, line) for number, line in enumerate(lines)
    ]


def _paint_cell(
    sheet: Image.Image,
    draw: ImageDraw.ImageDraw,
    store: PictureStore,
    cell: ExperimentCell,
    x: int,
    y: int,
) -> None:
    draw.rectangle((x, y, x + THUMB_PX - 1, y + THUMB_PX - 1), outline=_FRAME)
    thumb = _thumb(store, cell)
    if isinstance(thumb, str):
        for number, line in enumerate(_wrapped(thumb, THUMB_PX - 2 * _PAD_PX, max_lines=10)):
            place = (x + _PAD_PX, y + _PAD_PX + number * _LINE_PX)
            draw.text(place, line, fill=_PALE, font=_font(_TEXT_PX))
        return
    sheet.paste(thumb, (x + (THUMB_PX - thumb.width) // 2, y + (THUMB_PX - thumb.height) // 2))
    for number, line in enumerate(_caption(cell)):
        place = (x, y + THUMB_PX + 4 + number * _LINE_PX)
        draw.text(place, line, fill=_PALE, font=_font(_TEXT_PX))


def _thumb(store: PictureStore, cell: ExperimentCell) -> Image.Image | str:
    """The small picture, or why there is none."""
    if cell.result is None:
        return cell.failure.message if cell.failure else f"This picture is {cell.status}."
    key = parse_key(cell.result.key)
    try:
        png = store.read(key) if key else b""
        with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
            picture.thumbnail((THUMB_PX, THUMB_PX))
            return picture.convert("RGB")
    except (ImageNotFoundError, StorageError) as exc:
        logger.warning("a picture is missing on a contact sheet: %s", exc.code)
        return str(exc)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return "This picture is broken."


def _caption(cell: ExperimentCell) -> tuple[str, str]:
    result = cell.result
    if result is None:
        return "", ""
    parts = []
    if result.model_ms is not None:
        parts.append(f"{result.model_ms / 1000:.1f} s")
    if result.from_store:
        parts.append("from store, $0")
    elif result.price_usd is not None:
        parts.append(f"${result.price_usd}")
    seed = f"seed {result.seed}" if result.seed is not None else ""
    stars = f"{cell.stars} of 5 stars" if cell.stars else ""
    return ", ".join(parts), ", ".join(part for part in (seed, stars) if part)


@cache  # loading it takes longer than writing a line
def _font(size_px: int) -> ImageFont.ImageFont | ImageFont.FreeTypeFont:
    return ImageFont.load_default(size_px)


def _wrapped(
    text: str, width_px: int, *, size_px: int = _TEXT_PX, max_lines: int = _MAX_LINES
) -> list[str]:
    """Lines that fit; what is too much ends with dots. At least one line."""
    font = _font(size_px)
    lines = [""]
    for word in "".join(map(_in_font, text)).split():
        for piece in _pieces(word, font, width_px):
            joined = f"{lines[-1]} {piece}".strip()
            if font.getlength(joined) <= width_px:
                lines[-1] = joined
            elif len(lines) == max_lines:
                lines[-1] = f"{lines[-1][:-3]}..."
                return lines
            else:
                lines.append(piece)
    return lines


@cache
def _in_font(char: str) -> str:
    """The character, or what the font can show instead; it may be nothing."""
    if char.isspace() or _shape(char) != _shape(_NO_CHARACTER):
        return char
    kind = unicodedata.category(char)
    if kind == "Pd":
        return "-"
    latin = slugify(char, lowercase=False, separator="/")
    return latin if latin or kind[0] in "LMC" else "?"


def _shape(char: str) -> tuple[tuple[int, int], bytes]:
    mask = _font(_TEXT_PX).getmask(char)
    return mask.size, bytes(mask)


def _pieces(
    word: str, font: ImageFont.ImageFont | ImageFont.FreeTypeFont, width_px: int
) -> list[str]:
    """A word that is too wide cut where it must be."""
    pieces = [""]
    for char in word[:400]:
        if font.getlength(pieces[-1] + char) > width_px:
            pieces.append("")
        pieces[-1] += char
    return pieces
