"""The learner's level of English: it chooses ideas, words and hints, and this browser keeps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from imagespeak_core.pictures.prompts import LEVELS, Level
from pages.components.picture import prompt_memory
from pages.components.shell import addresses, assets
from pages.components.shell.kept import Kept

COOKIE_NAME: Final = "imagespeak_level"
"""It holds the level and nothing else, and is set only when somebody has chosen one."""

_CHOSEN_HERE = Kept("level_chosen_here", False)
"""Somebody has chosen in this tab."""


def chosen() -> Level:
    """The level that counts: of this tab, else of this browser, else A2."""
    prompt_memory.LEVEL.start_with(_of_browser())
    return prompt_memory.LEVEL.get()


def draw(*, on_change: Callable[[], object]) -> None:
    """The choice; where the browser keeps no cookies, it counts for this tab.

    Args:
        on_change: Called when another one is chosen.
    """

    def changed() -> None:
        _CHOSEN_HERE.set(True)
        on_change()

    chosen()
    st.selectbox(
        "Level",
        LEVELS,
        format_func=lambda level: f"Level {level}",
        key=prompt_memory.LEVEL.name,
        on_change=changed,
        label_visibility="collapsed",
        filter_mode=None,
        persist_state="session",
        width=150,
    )
    if _CHOSEN_HERE.get():
        component = assets.component(__file__)
        cookie = {"name": COOKIE_NAME, "value": chosen(), "path": addresses.base_path() or "/"}
        component(key="level_kept", data=cookie)


def _of_browser() -> Level:
    kept = st.context.cookies.get(COOKIE_NAME)
    return next((level for level in LEVELS if level == kept), prompt_memory.LEVEL.default)
