"""A button that asks once more before anything is deleted; one question at a time in a tab."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from pages.components.speaking import results_memory
from pages.components.widgets import button_names


def draw(
    what: str, *, label: str, question: str, on_yes: Callable[[], None], about: str = ""
) -> None:
    """The button, or its question.

    Args:
        what: Tells it from the others on the page.
        label: Of the button.
        question: What is asked; Markdown.
        on_yes: Callback that deletes; its first word is `answered`.
        about: What is read out with the label, where several buttons look alike.
    """
    if results_memory.ASKED.get() != what:
        st.button(
            button_names.named(label, about) if about else label,
            icon=":material/delete:",
            key=f"delete_{what}",
            on_click=partial(_ask, what),
        )
        return
    st.markdown(question)
    st.button("Yes, delete", key=f"delete_yes_{what}", on_click=on_yes)
    st.button("No", key=f"delete_no_{what}", on_click=partial(_dont, what))


def answered(*focuses: str) -> None:
    """It was answered, and what it stood on goes.

    Args:
        focuses: Where the keyboard then is, see `results_memory.move_on`.
    """
    results_memory.ASKED.forget()
    results_memory.move_on(*focuses)


def _ask(what: str) -> None:
    results_memory.ASKED.set(what)
    results_memory.move_on(f"delete_no_{what}")


def _dont(what: str) -> None:
    results_memory.ASKED.forget()
    results_memory.move_on(f"delete_{what}")
