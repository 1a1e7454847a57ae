"""Texts that stand on the page as a person wrote them: English is the lesson.

A browser that translates the page leaves these alone, and with them each `st.text` and each
`code` (see `pages/server/head_scripts_translation.js`).
"""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.components.shell.direction import isolated
from pages.components.shell.messages import plain


def place(key: str) -> DeltaGenerator:
    """A place on the page, all of whose texts stand as they are.

    Args:
        key: Tells it from the others on the page.
    """
    return st.container(key=f"as_written_{key}")


def words(text: str) -> str:
    """A text as one piece of Markdown, for a line that says something of ours, too."""
    shown = plain(isolated(" ".join(text.split())))
    return f"*{shown}*" if shown else ""
