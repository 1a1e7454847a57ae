"""Each picture that the learner tried: what was counted at first, and what last time."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from imagespeak_core.pictures.naming import parse_key
from imagespeak_core.speaking.progress import OfPicture
from pages.components.picture import picture_names
from pages.components.shell import as_written, readable
from pages.components.speaking import results_memory
from pages.components.speaking.progress import progress_memory
from pages.components.speaking.progress.progress_series import cells

_NAMES = ("Things found", "Words a minute", "Look again")


def draw(pictures: Sequence[OfPicture]) -> None:
    """The pictures, a few at a time.

    Args:
        pictures: In their order.
    """
    listed = progress_memory.LISTED.get()
    for at, one in enumerate(pictures[:listed]):
        with st.container(border=True, key=f"progress_picture_{at}"):
            with as_written.place(f"progress_picture_{at}"):
                st.markdown(as_written.words(_name(one.picture)))
            st.caption(readable.number_of(len(one.points), "attempt"))
            told = _told(one)
            if told:
                st.markdown("\n".join(f"- {line}" for line in told))
    if len(pictures) > listed:
        st.button(
            f"Show more pictures ({len(pictures) - listed})",
            key="progress_more",
            on_click=_list_more,
            args=(listed,),
        )


def _told(one: OfPicture) -> list[str]:
    """A line for each figure that was measured."""
    columns = zip(*(cells(point.figures) for point in one.points), strict=True)
    measured = [
        [point.figures.found, point.figures.words_per_minute, point.figures.look_again]
        for point in one.points
    ]
    lines = []
    for name, column, values in zip(_NAMES, columns, zip(*measured, strict=True), strict=True):
        known = [cell for cell, value in zip(column, values, strict=True) if value is not None]
        if len(known) == 1:
            lines.append(f"{name}: {known[0]}")
        elif known:
            lines.append(f"{name}: {known[0]} at first, {known[-1]} last time")
    return lines


def _name(picture: str) -> str:
    key = parse_key(picture)
    return picture_names.name_of(key) if key else picture


def _list_more(listed: int) -> None:
    progress_memory.LISTED.set(listed + progress_memory.FEW)
    results_memory.move_on("progress_more", f"progress_picture_{listed}", "progress")
