"""Tells teachers that a model which makes the pictures is to end, or has ended."""

from __future__ import annotations

import streamlit as st

from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring


def draw() -> None:
    """A notice for each such model; nothing where there is none."""
    for notice in wiring().model_lives.notices:
        st.warning(plain(notice), icon=":material/event_busy:")
