"""A grid of small pictures; each is one large button, its name below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import streamlit as st

_STYLE = """
<style>
.st-key-small_pictures .stGridCell { position: relative; }
.st-key-small_pictures :is(.stElementContainer, .stButton, button) { position: static; }
.st-key-small_pictures .stVerticalBlock { gap: 0.5rem; }
.st-key-small_pictures .stElementToolbar { display: none; }
.st-key-small_pictures :is(.stImage, [data-testid="stImageContainer"]),
.st-key-small_pictures div:has(> .stImage) { width: 100% !important; }
.st-key-small_pictures img {
  aspect-ratio: 1; width: 100% !important; object-fit: contain; border-radius: 0.6rem;
  background: rgba(128, 140, 140, 0.16);
}
.st-key-small_pictures button { padding: 0.3rem 0.6rem; min-height: 3.4rem; line-height: 1.3; }
.st-key-small_pictures button > div { min-width: 0; }
.st-key-small_pictures button p { white-space: normal; overflow-wrap: anywhere; }
.st-key-small_pictures button::after {
  content: ""; position: absolute; inset: 0; border-radius: 0.75rem; cursor: pointer;
}
.st-key-small_pictures .stGridCell:has(button:hover) img { filter: brightness(1.07); }
.st-key-small_pictures .stGridCell:has(button[kind="primary"]) img {
  outline: 4px solid #0f837c; outline-offset: -1px;
}
.st-key-small_pictures { margin-top: 0.75rem; }
@media (max-width: 640px) {
  .st-key-small_pictures .stButton span:has(> [data-testid="stIconMaterial"]) { display: none; }
  :is(.st-key-session_actions, .st-key-picture_actions, .st-key-reuse_actions)
    .stElementContainer { flex: 1 1 100% !important; max-width: none !important; }
  :is(.st-key-session_actions, .st-key-picture_actions, .st-key-reuse_actions)
    :is(.stButton, .stLinkButton, button, a) { width: 100% !important; }
}
</style>
"""


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
    st.html(_STYLE)
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
