"""The session, class or experiment that a link meant before it was pasted, in one press."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from imagespeak_core.classroom.class_names import is_class_id
from imagespeak_core.classroom.errors import ClassDamagedError
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.pictures.pasted_ids import repaired_ids
from imagespeak_core.pictures.use_cases import retrieve_images
from pages.components.shell import addresses, redraw, session
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring


def is_class(session_id: str) -> bool:
    """Whether there is such a class, readable or not."""
    try:
        return wiring().classes.latest(session_id) is not None
    except ClassDamagedError:
        return True


def has_pictures(session_id: str) -> bool:
    """Whether a session has any."""
    return bool(retrieve_images(wiring().services, session_id))


def shows_something(session_id: str) -> bool:
    """Whether the practice page has something to show at this id."""
    return is_class(session_id) or has_pictures(session_id)


def meant(text: str, is_there: Callable[[str], bool] = shows_something) -> str:
    """The id that the text meant, of something that is there; empty where nobody knows one.

    Args:
        text: What the address has in the place of an id.
        is_there: Looks whether that is an id of something; it may raise ImageSpeakError.
    """
    for better in repaired_ids(text):
        try:
            if is_there(better):
                return better
        except ImageSpeakError:
            return ""
    return ""


def draw(better: str, *, parameter: str = session.PARAMETER) -> None:
    """The offer to open it; the address is not touched until that is taken.

    Args:
        better: As `meant` gives it; where it is empty, nothing is drawn.
        parameter: Of the address, where the id stands.
    """
    if not better:
        return
    kind = "class" if is_class_id(better) else "session"
    if parameter == addresses.EXPERIMENT_PARAMETER:
        kind = "experiment"
    st.info(f"Did you mean the {kind} **{plain(better)}**?", icon=":material/link:")
    st.button(
        f"Open {plain(better)}",
        type="primary",
        icon=":material/arrow_forward:",
        key="open_meant",
        on_click=_open,
        args=(parameter, better),
    )


def _open(parameter: str, better: str) -> None:
    st.query_params[parameter] = better
    redraw.request()
