"""Who sits there, as far as a browser tells: by the cookie with the learner's key."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.speaking.learner import is_key, key_hash
from pages.components.shell.session import current_session_id

COOKIE_NAME = "imagespeak_learner"
COOKIE_LIFE_S = 400 * 24 * 60 * 60  # the most that browsers grant

_LOOPBACK = "127.0.0.1"


def kept_key() -> str:
    """The learner's key as the browser keeps it; empty where it keeps none."""
    key = str(st.context.cookies.get(COOKIE_NAME, ""))
    return key if is_key(key) else ""


def address() -> str | None:
    """The peer of the visitor's connection; None where there is no connection at all.

    Streamlit gives None for a loopback address too.
    """
    return st.context.ip_address or (_LOOPBACK if st.context.headers else None)


def visitor() -> str:
    """Stands for the browser, and in one that keeps no cookies for the session."""
    key = kept_key()
    return key_hash(key) if key else f"session {current_session_id()}"
