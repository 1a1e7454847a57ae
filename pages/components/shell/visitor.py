"""Who sits there, as far as a browser tells: by the cookie with the learner's key."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.speaking.learner import is_key, key_hash
from pages.components.shell.session import current_session_id

COOKIE_NAME = "imagespeak_learner"
COOKIE_LIFE_S = 400 * 24 * 60 * 60  # the most that browsers grant


def kept_key() -> str:
    """The learner's key as the browser keeps it; empty where it keeps none."""
    key = str(st.context.cookies.get(COOKIE_NAME, ""))
    return key if is_key(key) else ""


def visitor() -> str:
    """Stands for the browser, and in one that keeps no cookies for the session."""
    key = kept_key()
    return key_hash(key) if key else f"session {current_session_id()}"
