"""An experiment to take away: CSV, JSON, and a ZIP file with the pictures."""

from __future__ import annotations

import csv
import io
import json
import logging
from collections.abc import Generator
from zipfile import ZIP_STORED, ZipFile

from imagespeak_core.errors import ImageNotFoundError, StorageError
from imagespeak_core.gallery.archive import (
    MISSING_NAME,
    SentAway,
    safe_cell,
    spreadsheet_bytes,
    zip_entry,
)
from imagespeak_core.lab.experiment import ExperimentCell, ExperimentState
from imagespeak_core.pictures.naming import ImageKey, parse_key
from imagespeak_core.stores.pictures import PictureStore, file_name

logger = logging.getLogger(__name__)

CSV_NAME = "cells.csv"
JSON_NAME = "experiment.json"

COLUMNS = (
    "cell",
    "status",
    "prompt",
    "negative prompt",
    "quality",
    "model",
    "width",
    "height",
    "seed asked",
    "seed used",
    "model seconds (measured)",
    "total seconds (measured)",
    "bytes",
    "price in USD (price list)",
    "from store",
    "stars",
    "note",
    "reason",
    "picture",
)


def to_csv(state: ExperimentState) -> bytes:
    """A table of all cells with their labels, which no spreadsheet takes for formulas."""
    table = io.StringIO()
    rows = csv.writer(table, quoting=csv.QUOTE_NONNUMERIC)
    rows.writerow([*COLUMNS[:1], *(f"axis: {axis.title}" for axis in state.axes), *COLUMNS[1:]])
    for number, cell in enumerate(state.cells):
        labels = [safe_cell(label) for label in state.labels(number)]
        rows.writerow([number + 1, *labels, *_row(cell)])
    return spreadsheet_bytes(table.getvalue())


def to_json(state: ExperimentState) -> bytes:
    """All that is known of the experiment, in lines; without who works on it."""
    content = state.model_dump(mode="json", exclude={"lease"})
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def stream_zip(store: PictureStore, state: ExperimentState) -> Generator[bytes, None, None]:
    """The parts of a ZIP file: pictures in grid order, each once, then JSON and CSV.

    One picture is in memory at a time. `missing.txt` names those that could not be read.
    """
    window = SentAway()
    missing = []
    with ZipFile(window, "w", ZIP_STORED) as archive:
        for key in _keys(state):
            try:
                png = store.read(key)
            except (ImageNotFoundError, StorageError) as exc:
                logger.warning("a picture is missing in an experiment's archive: %s", exc.code)
                missing.append(f"{file_name(key)}: {exc}\n")
                continue
            archive.writestr(zip_entry(file_name(key), key.created_at), png)
            del png  # the reader may take its time
            yield window.take()
        archive.writestr(zip_entry(JSON_NAME, state.created_at), to_json(state))
        archive.writestr(zip_entry(CSV_NAME, state.created_at), to_csv(state))
        if missing:
            text = spreadsheet_bytes("".join(missing))
            archive.writestr(zip_entry(MISSING_NAME, state.created_at), text)
    yield window.take()


def _keys(state: ExperimentState) -> list[ImageKey]:
    texts = dict.fromkeys(cell.result.key for cell in state.cells if cell.result)
    return [key for key in map(parse_key, texts) if key]


def _row(cell: ExperimentCell) -> list[str | int | float | None]:
    request, result = cell.request, cell.result
    key = parse_key(result.key) if result else None
    return [
        cell.status,
        safe_cell(request.prompt),
        safe_cell(request.negative_prompt),
        request.quality,
        safe_cell(request.model),
        request.width_px,
        request.height_px,
        request.seed,
        result.seed if result else None,
        _seconds(result.model_ms) if result else None,
        _seconds(result.total_ms) if result else None,
        result.size_bytes if result else None,
        float(result.price_usd) if result and result.price_usd is not None else None,
        ("yes" if result.from_store else "no") if result else None,
        cell.stars or None,
        safe_cell(cell.note),
        safe_cell(cell.failure.message if cell.failure else None),
        file_name(key) if key else None,
    ]


def _seconds(milliseconds: int | None) -> float | None:
    return None if milliseconds is None else milliseconds / 1000
