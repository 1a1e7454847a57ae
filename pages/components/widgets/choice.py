"""One of several, side by side; exactly one is chosen, always."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, TypeVar

import streamlit as st

from pages.components.shell.kept import Kept

T = TypeVar("T")


def chosen(kept: Kept[T]) -> T:
    """What is chosen.

    A browser that draws the control anew while the page changes can tell of no choice at all
    (seen with Streamlit 1.67). What was chosen before counts then.
    """
    value = kept.get()
    return kept.each("before").get() if value is None else value


def draw(
    label: str,
    options: Iterable[T],
    kept: Kept[T],
    *,
    name: Callable[[T], str] = str,
    label_visibility: Literal["visible", "collapsed"] = "visible",
    width: Literal["stretch", "content"] = "content",
    on_change: Callable[[], None] | None = None,
) -> T:
    """The control; gives what is chosen.

    Args:
        label: What is chosen.
        options: Of what.
        kept: Where; its default is the first choice.
        name: What an option is called.
        label_visibility: Whether the label is seen; it is read out in any case.
        width: As wide as its place, or as its options.
        on_change: Called when another one is chosen.
    """
    value = chosen(kept)
    kept.each("before").set(value)
    kept.start_with(value)
    if kept.get() is None:
        kept.set(value)
    st.segmented_control(
        label,
        options,
        format_func=name,
        required=True,
        key=kept.name,
        label_visibility=label_visibility,
        width=width,
        wrap=True,  # what is scrolled out of sight is not found
        on_change=on_change,
        persist_state="session",
    )
    return value
