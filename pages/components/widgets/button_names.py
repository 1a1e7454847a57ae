"""Names of buttons that stand on several cards: what is read out says which card is meant."""

from __future__ import annotations

import streamlit as st

from pages.components.shell import assets
from pages.components.shell.messages import plain


def draw_style() -> None:
    """Hides the second half of the names from the eye; once a page."""
    st.html(assets.style(__file__))


def named(label: str, what: str) -> str:
    """The label, and for those who don't see the card what it is about.

    Args:
        label: Markdown; all that is seen.
        what: Plain text, such as "picture 3".
    """
    return f"{label} *{plain(what)}*"
