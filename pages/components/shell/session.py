"""The session in the address."""

from __future__ import annotations

import base64
import secrets

import streamlit as st

from imagespeak_core.access.makers import is_given_out
from imagespeak_core.pictures.naming import check_session_id
from pages.components.shell.kept import Kept, forget_session

PARAMETER = "session"

SESSION_ID = Kept("session_id", "")
"""The session that the rest belongs to."""


def new_session_id() -> str:
    """An id that nobody guesses: 80 random bits."""
    return f"image-{base64.b32encode(secrets.token_bytes(10)).decode().lower()}"


def enter_session() -> str:
    """The session of the address; a visitor without one gets a fresh one, written there.

    Raises:
        InvalidSessionIdError: The address names one that can't be.
    """
    if PARAMETER not in st.query_params:
        st.query_params[PARAMETER] = SESSION_ID.get() or new_session_id()
    session_id = check_session_id(st.query_params[PARAMETER])
    if SESSION_ID.get() != session_id:
        forget_session()
        SESSION_ID.set(session_id)
    return session_id


def start_new_session() -> None:
    """Go to a fresh session."""
    session_id = new_session_id()
    SESSION_ID.set(session_id)
    forget_session()
    st.query_params[PARAMETER] = session_id


def draw_offer(*, is_loud: bool) -> None:
    """The offer of a fresh session, where nothing can be made in this one."""
    if st.button(
        "Start a new session",
        type="primary" if is_loud else "secondary",
        icon=":material/add:",
        key="start_new_session",
    ):
        start_new_session()
        st.rerun()


def current_session_id() -> str:
    """The session that this page is about."""
    return SESSION_ID.get()


def takes_pictures(session_id: str) -> bool:
    """Whether visitors make pictures there: not where the id is one of a class or an experiment.

    Who wrote one with capitals meant the same.
    """
    return not is_given_out(session_id.lower())


def for_links() -> dict[str, str]:
    """What the address of another page needs so that the visitor stays in the session.

    A page that is opened without it writes the address anew, which a press of Back may cross.
    """
    session_id = SESSION_ID.get()
    return {PARAMETER: session_id} if session_id else {}


def own_session_id() -> str:
    """A session in which the visitor can make pictures: this one, if it takes any."""
    if not takes_pictures(current_session_id()):
        start_new_session()
    return current_session_id()
