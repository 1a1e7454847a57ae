"""Tables and archives hold what was written, and nothing that a program would run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime
from typing import Any
from zipfile import ZipFile

from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from imagespeak_core.gallery.archive import safe_cell, spreadsheet_bytes, stream_archive, zip_entry
from imagespeak_core.lab.contact_sheet import contact_sheet
from imagespeak_core.lab.export import to_csv
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.naming import ImageKey
from tests.core.document_sorts import SORTS
from tests.core.gallery_pictures import MemoryStore, stored, told
from tests.fakes import plain_png
from tests.outside_input import ANY_TEXT, IMAGE_KEYS, fewer

PNG = plain_png(30, 20)
BEGINS = (*"=+-@\t\r\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
TEXTS = ANY_TEXT | st.tuples(st.sampled_from(BEGINS), ANY_TEXT).map("".join)
SHOWN = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).filter(str.strip)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@given(text=TEXTS)
@example("\n=1+1")
@example("\uff1d1+1")
def test_no_cell_is_a_formula_and_none_loses_its_text(text: str) -> None:
    table = io.StringIO(newline="")
    csv.writer(table, quoting=csv.QUOTE_NONNUMERIC).writerow([safe_cell(text), 1])
    [[cell, _]] = rows_of(spreadsheet_bytes(table.getvalue()))
    assert not cell.startswith(
        ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
    )
    written = text.encode(errors="replace").decode()
    assert cell in {written, f"'{written}"}


@given(texts=st.lists(TEXTS, min_size=4, max_size=4))
def test_a_table_of_an_experiment_has_a_row_for_each_cell(texts: list[str]) -> None:
    state = SORTS["experiment"].state
    cells = tuple(
        cell.model_copy(
            update={"note": note, "request": cell.request.model_copy(update={"prompt": note})}
        )
        for cell, note in zip(state.cells, texts, strict=True)
    )
    rows = rows_of(to_csv(state.model_copy(update={"cells": cells})))
    assert len(rows) == 5
    assert len({len(row) for row in rows}) == 1


@given(key=IMAGE_KEYS, prompt=SHOWN, made=st.datetimes())
def test_an_archive_opens_and_names_its_files_safely(
    key: ImageKey, prompt: str, made: datetime
) -> None:
    other, png = told(PNG, ImageRequest(key.session_id, prompt))
    pictures = {key: PNG, replace(other, session_id=key.session_id): png}
    store = MemoryStore(pictures)
    images = [stored(one, len(pictures[one])) for one in pictures]
    content = b"".join(stream_archive(store, images, session_id=key.session_id))
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(set(names)) == len(names) == len(pictures) + 1
        assert not any(set(name) & set('/\\:"') or name.startswith(".") for name in names)
        rows = rows_of(archive.read("settings.csv"))
    assert len(rows) == len(pictures) + 1
    assert {prompt, f"'{prompt}"} & {cell for row in rows for cell in row}
    with ZipFile(io.BytesIO(), "w") as archive:
        archive.writestr(zip_entry("a.png", made), PNG)


def _sheet_of(text: str) -> bytes:
    state = SORTS["experiment"].state
    axes = tuple(replace(axis, values=(text,) * len(axis.values)) for axis in state.axes)
    plan: Any = state.plan.model_copy(update={"title": text[:100], "prompt": text})
    return contact_sheet(MemoryStore(), state.model_copy(update={"axes": axes, "plan": plan}))


@fewer(5)
@given(text=ANY_TEXT | st.sampled_from(["W" * 3_000, "\u0301" * 500, "\n" * 300, "مرحبا " * 80]))
def test_a_sheet_can_be_made_of_any_labels(text: str) -> None:
    with Image.open(io.BytesIO(_sheet_of(text))) as sheet:
        assert sheet.width <= 2_000
        assert sheet.height <= 4_000
