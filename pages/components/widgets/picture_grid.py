"""A grid of small pictures; each is one large button, its name below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.components.shell import assets


@dataclass(frozen=True, slots=True)
class Cell:
    """One small picture of a grid.

    Attributes:
        key: Of its button.
        url: Where the small picture is.
        alt: What it is, for those who don't see it.
        label: On the button; Markdown.
        caption: Below the button; Markdown, may be empty.
        argument: Given to the callback.
        is_chosen: It is the one that is looked at.
    """

    key: str
    url: str
    alt: str
    label: str
    argument: Any
    caption: str = ""
    is_chosen: bool = False


def draw(cells: Iterable[Cell], *, columns: int, on_press: Callable[[Any], None]) -> None:
    """The grid; two columns on a phone.

    Args:
        cells: In their order.
        columns: At most.
        on_press: Callback, gets the argument of the picture that was pressed.
    """
    st.html(assets.style(__file__))
    with st.grid(columns, min_column_width=130, key="small_pictures") as grid:
        for cell in cells:
            with grid.cell():
                st.image(cell.url, alt=cell.alt, width="stretch")
                st.button(
                    cell.label,
                    key=cell.key,
                    on_click=on_press,
                    args=(cell.argument,),
                    width="stretch",
                    type="primary" if cell.is_chosen else "secondary",
                    icon=":material/check:" if cell.is_chosen else None,
                )
                if cell.caption:
                    st.caption(cell.caption)
