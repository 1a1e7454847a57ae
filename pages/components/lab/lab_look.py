"""All pictures of an experiment side by side: in full, compared, with stars and notes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.lab.experiment import (
    MAX_NOTE_LENGTH,
    ExperimentCell,
    ExperimentState,
    OpenExperiment,
)
from imagespeak_core.pictures.naming import parse_key
from pages.components.lab import lab_memory, lab_reuse, lab_words
from pages.components.lab.lab_ratings import Ratings
from pages.components.shell import access, assets, file_addresses, messages
from pages.components.shell.direction import isolated
from pages.components.shell.kept import Kept
from pages.components.shell.wiring import wiring

_MORE_SCRIPTS = ("lab_look_grid.js", "lab_look_dialog.js")


def draw(opened: OpenExperiment) -> None:
    """The grid; a press on a picture shows it in full, with all that can be done with it."""
    state = opened.state
    st.header("Look", anchor=False)
    told = lab_memory.LOOK.each(state.id)
    kept = lab_memory.RATINGS.each(state.id)
    ratings = kept.get() or Ratings()
    kept.set(ratings)
    component = assets.component(__file__, *_MORE_SCRIPTS)
    component(
        key=told.name,
        data=_data(state),
        on_rated_change=partial(_rate, state, told, ratings),
        on_used_change=partial(_ask_to_use, told),
    )
    asked = lab_memory.USE.take()
    if asked:
        lab_reuse.use(state, int(asked["number"]), asked["where"])


def _ask_to_use(told: Kept[Mapping[str, Any]]) -> None:
    """Callback: a callback can't lead to another page, so the next run does."""
    lab_memory.USE.set(told.get()["used"])


def _data(state: ExperimentState) -> dict[str, Any]:
    error = lab_memory.LOOK_ERROR.get()
    return {
        "axes": [{"title": axis.title, "values": list(axis.values)} for axis in state.axes],
        "cells": [_cell(state, number) for number in range(len(state.cells))],
        "max_note": MAX_NOTE_LENGTH,
        "kept": lab_memory.LOOK_KEPT.get(),
        "problem": f"{messages.message_for(error).heading}." if error else "",
    }


def _cell(state: ExperimentState, number: int) -> dict[str, Any]:
    cell = state.cells[number]
    result = cell.result
    key = parse_key(result.key) if result else None
    return {
        "number": number,
        "name": lab_words.name(state, number),
        "place": list(cell.place),
        "url": file_addresses.picture(key) if key else "",
        "small": file_addresses.small_picture(key) if key else "",
        "alt": f"Picture for: {isolated(cell.request.prompt)}",
        "why": lab_words.why_none(cell),
        "line": lab_words.line(cell),
        "stars": cell.stars,
        "note": cell.note,
        "time_s": _time_s(cell),
        "size_bytes": result.size_bytes if result else None,
        "settings": lab_words.settings(cell),
    }


def _time_s(cell: ExperimentCell) -> float | None:
    model_ms = cell.result.model_ms if cell.result else None
    return None if model_ms is None else model_ms / 1000


def _rate(state: ExperimentState, told: Kept[Mapping[str, Any]], ratings: Ratings) -> None:
    """Callback: keep stars and notes. The browser sends again what was not kept."""
    changes: list[dict[str, Any]] = told.get()["rated"]
    last = max(int(change["sent"]) for change in changes)
    edit = ratings.edit(changes)
    error: ImageSpeakError | None = None
    try:
        wiring().lab.change(access.the_teacher(), state.id, edit)
    except ImageSpeakError as exc:
        error = exc
    else:
        lab_memory.LOOK_KEPT.set(max(last, lab_memory.LOOK_KEPT.get()))
    if ratings.is_newest(last):
        lab_memory.LOOK_ERROR.set(error)
