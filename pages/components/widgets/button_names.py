"""Names of buttons that stand on several cards: what is read out says which card is meant."""

from __future__ import annotations

import streamlit as st

from pages.components.shell.messages import plain

_STYLE = """
<style>
:is(.stButton, summary) em {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}
</style>
"""


def draw_style() -> None:
    """Hides the second half of the names from the eye; once a page."""
    st.html(_STYLE)


def named(label: str, what: str) -> str:
    """The label, and for those who don't see the card what it is about.

    Args:
        label: Markdown; all that is seen.
        what: Plain text, such as "picture 3".
    """
    return f"{label} *{plain(what)}*"
