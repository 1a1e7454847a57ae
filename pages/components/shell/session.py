"""The session in the address, and every name that the pages keep in `st.session_state`."""

from __future__ import annotations

import base64
import secrets
from typing import TYPE_CHECKING

import streamlit as st

from imagespeak_core.classroom.class_names import is_class_id
from imagespeak_core.pictures.naming import check_session_id

if TYPE_CHECKING:
    from imagespeak_core.models import StoredImage
    from imagespeak_core.pictures.naming import ImageKey

PARAMETER = "session"
CLASS_PARAMETER = "class"
VIEW_PARAMETER = "view"
OPEN_PARAMETER = "open"
PICTURE_PARAMETER = "picture"
EXPERIMENT_PARAMETER = "experiment"

# Keys of st.session_state.
SESSION_ID = "session_id"  # str: the session that the rest belongs to
IMAGES = "images"  # list[StoredImage]: as last listed, newest first
CHOSEN_KEY = "chosen_key"  # ImageKey | None: an older picture that the learner chose to see
STRIP_LENGTH = "strip_length"  # int: how many of the session's pictures the strip offers
FACTS = "facts"  # dict[ImageKey, PictureFacts]: those that were asked for
SEEN_JOB = "seen_job"  # str: id of the last finished job whose end was shown
ERROR = "error"  # Exception | None: what the last press led to
IDEA = "idea"  # PracticePrompt: the scene on offer
IDEA_HIDDEN = "idea_hidden"  # bool: the form does not read its idea out
CUSTOM_SIZE = "custom_size"  # tuple[int, int] | None: a restored picture's size in pixels
RESTORED = "restored"  # bool: the form was filled in with a picture's settings just now
RESTORED_MODEL = "restored_model"  # str: that picture's model, if no quality stands for it
GALLERY_LENGTH = "gallery_length"  # int: how many sessions the gallery shows
GALLERY_PICTURES = "gallery_pictures_length"  # int: how many pictures of an opened session
DELETION_REPORT = "deletion_report"  # str: what the last deletion came to
DELETION_FAILED = "deletion_failed"  # list[str]: what could not be deleted, and why
DELETION_WARNINGS = "deletion_warnings"  # tuple[str, ...]: classes that still name what is gone
JOIN_ERROR = "join_error"  # Exception: why a class could not be looked for
JOIN_MISSED = "join_missed"  # bool: no class has the code that was typed
CLASS_ERROR = "class_error"  # Exception | None: what the last change to the class led to
CLASS_SEEN_JOB = "class_seen_job"  # str: id of the last finished job that a class's page showed
NOTES_SAVED = "notes_saved"  # begins a key for each picture: tuple[str, str], as last filled in
LAB_ERROR = "lab_error"  # Exception | None: what the last press in the lab led to
LAB_SIZES = "lab_sizes"  # list[tuple[int, int]]: sizes in pixels that a filled-in plan brought
LAB_FILLED = "lab_filled"  # bool: the lab's form was filled in just now
LAB_LIST = "lab_list"  # tuple[str, ExperimentList]: what was searched for, and what was found
LAB_IN_STORE = "lab_in_store"  # tuple[frozenset, frozenset]: names asked for, and those made before
LAB_USE = "lab_use"  # dict: which picture's settings were asked for, and where to
LAB_LOOK_ERROR = "lab_look_error"  # Exception | None: why a rating was not kept
REDRAW = "redraw"  # bool: the next run of a fragment becomes one of the whole page

# Keys of widgets.
SOURCE = "source"
TOPIC = "topic"
LEVEL = "level"
OWN_WORDS = "own_words"
QUALITY = "quality"
SHAPE = "shape"
SEED = "seed"
NEGATIVE_PROMPT = "negative_prompt"
IMAGE_COUNT = "image_count"
JOIN_CODE = "join_code"
JOIN_OPEN = "join_open"
CLASS_TITLE = "class_title"
CLASS_PART = "class_part"
SWITCH = "switch"  # begins a key for each of the class's switches
WORDS, NOTES, NOTES_OPEN = "words", "notes", "notes_open"  # each begins a key for each picture
LAB_TITLE = "lab_title"
LAB_PROMPT = "lab_prompt"
LAB_NEGATIVE = "lab_negative"
LAB_STYLE = "lab_style"
LAB_QUALITY = "lab_quality"
LAB_MODEL = "lab_model"
LAB_SHAPE = "lab_shape"
LAB_SEED = "lab_seed"
LAB_NEW_SEEDS = "lab_new_seeds"
LAB_AXIS = "lab_axis"  # begins a key for each of the axes
LAB_VALUES = "lab_values"  # begins a key for each kind of axis
LAB_FIND = "lab_find"
LAB_SEARCH = "lab_search"
LAB_HISTORY = "lab_history"
LAB_LOOK = "lab_look"
LAB_NUMBERS_AXIS = "lab_numbers_axis"
LAB_CELL = "lab_cell"
LAB_NEW_NAME = "lab_new_name"  # begins a key for each experiment
GALLERY_SEARCH = "gallery_search"
GALLERY_DAYS = "gallery_days"
GALLERY_ORDER = "gallery_order"
DROPPED = "dropped"
SETTINGS_OPEN = "settings_open"
WORDS_OPEN = "words_open"
PROMPT_OPEN = "prompt_open"
DETAILS_OPEN = "details_open"
STRIP = "strip"
TOLD = "told"
SHOWN_NAME = "shown_name"


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
    for name in (IMAGES, CHOSEN_KEY, STRIP_LENGTH, FACTS, SEEN_JOB, ERROR):
        st.session_state.pop(name, None)


def current_session_id() -> str:
    """The session that this page is about."""
    return str(st.session_state[SESSION_ID])


def for_links() -> dict[str, str]:
    """What the address of another page needs so that the visitor stays in the session.

    A page that is opened without it writes the address anew, which a press of Back may cross.
    """
    session_id = st.session_state.get(SESSION_ID)
    return {PARAMETER: session_id} if session_id else {}


def own_session_id() -> str:
    """A session in which the visitor can make pictures: this one, but for a class."""
    session_id = current_session_id()
    if is_class_id(session_id):
        start_new_session()
    return current_session_id()


def show_images(images: list[StoredImage], chosen: ImageKey | None = None) -> None:
    """Remember a listing, and which picture is looked at: the newest unless one is chosen."""
    st.session_state[IMAGES] = images
    st.session_state[CHOSEN_KEY] = chosen


def redraw_page() -> None:
    """Callback in a fragment of what changes more of the page than the fragment.

    A text that is left is such a thing: the press that left it comes in the same message, and
    Streamlit then runs the fragment of the text alone; the press, elsewhere, must be drawn too.
    """
    st.session_state[REDRAW] = True


def must_redraw_page() -> bool:
    """Whether `redraw_page` was called since the last look."""
    return bool(st.session_state.pop(REDRAW, False))
