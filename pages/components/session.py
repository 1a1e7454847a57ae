"""The session in the address, and every name that the pages keep in `st.session_state`."""

from __future__ import annotations

import base64
import secrets
from typing import TYPE_CHECKING

import streamlit as st

from imagespeak_core.naming import check_session_id

if TYPE_CHECKING:
    from imagespeak_core.models import StoredImage
    from imagespeak_core.naming import ImageKey

PARAMETER = "session"

# Keys of st.session_state.
SESSION_ID = "session_id"  # str: the session that the rest belongs to
IMAGES = "images"  # list[StoredImage]: as last listed, newest first
CHOSEN_KEY = "chosen_key"  # ImageKey | None: an older picture that the learner chose to see
LIST_LENGTH = "list_length"  # int: how many of the session's pictures the list offers
FACTS = "facts"  # dict[ImageKey, PictureFacts]: those that were asked for
SEEN_JOB = "seen_job"  # str: id of the last finished job whose end was shown
ERROR = "error"  # Exception | None: what the last press led to
IDEA = "idea"  # PracticePrompt: the scene on offer
IDEA_HIDDEN = "idea_hidden"  # bool: the form does not read its idea out
REDRAW = "redraw"  # bool: the next run of a fragment becomes one of the whole page

# Keys of widgets.
SOURCE = "source"
TOPIC = "topic"
LEVEL = "level"
OWN_WORDS = "own_words"
QUALITY = "quality"
SHAPE = "shape"
SEED = "seed"
SETTINGS_OPEN = "settings_open"
WORDS_OPEN = "words_open"
PROMPT_OPEN = "prompt_open"
DETAILS_OPEN = "details_open"
LIST_OPEN = "list_open"
LIST_CHOICE = "list_choice"


def new_session_id() -> str:
    """An id that nobody guesses: 80 random bits."""
    return f"image-{base64.b32encode(secrets.token_bytes(10)).decode().lower()}"


def enter_session() -> str:
    """The session of the address; a visitor without one gets a fresh one, written there.

    Raises:
        InvalidSessionIdError: The address names one that can't be.
    """
    if PARAMETER not in st.query_params:
        st.query_params[PARAMETER] = st.session_state.get(SESSION_ID) or new_session_id()
    session_id = check_session_id(st.query_params[PARAMETER])
    if st.session_state.get(SESSION_ID) != session_id:
        forget_pictures()
        st.session_state[SESSION_ID] = session_id
    return session_id


def start_new_session() -> None:
    """Go to a fresh session."""
    st.session_state[SESSION_ID] = new_session_id()
    forget_pictures()
    st.query_params[PARAMETER] = st.session_state[SESSION_ID]


def forget_pictures() -> None:
    """Drop what the page remembers of a session's pictures."""
    for name in (IMAGES, CHOSEN_KEY, LIST_LENGTH, LIST_CHOICE, FACTS, SEEN_JOB, ERROR):
        st.session_state.pop(name, None)


def current_session_id() -> str:
    """The session that this page is about."""
    return str(st.session_state[SESSION_ID])


def show_images(images: list[StoredImage], chosen: ImageKey | None = None) -> None:
    """Remember a listing, and which picture is looked at: the newest unless one is chosen."""
    st.session_state[IMAGES] = images
    st.session_state[CHOSEN_KEY] = chosen


def redraw_page() -> None:
    """Callback of what is committed when it is left, such as a text.

    The press that left it comes in the same message, and Streamlit then runs the fragment of
    the text alone; the press, elsewhere, must be drawn too.
    """
    st.session_state[REDRAW] = True


def must_redraw_page() -> bool:
    """Whether `redraw_page` was called since the last look."""
    return bool(st.session_state.pop(REDRAW, False))
