"""A teacher's notes and target words for a picture of the lesson."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.classroom import edits
from imagespeak_core.classroom.state import (
    MAX_NOTES_LENGTH,
    MAX_WORDS,
    ClassPicture,
    OpenClass,
)
from imagespeak_core.errors import ImageSpeakError
from pages.components.classroom import class_changes
from pages.components.picture import picture_facts, picture_panels, prompt_form
from pages.components.shell import session
from pages.components.widgets import button_names

Texts = tuple[str, str]
"""The words with commas between them, and the notes."""


def draw(opened: OpenClass, picture: ClassPicture, *, name: str) -> None:
    """The two fields, folded away. What was typed stays until it is saved or undone.

    Args:
        opened: The class as the page shows it.
        picture: One of its lesson.
        name: What tells it from the others, as plain text.
    """
    words_key, notes_key = _widget_keys(picture.key)
    saved = _texts(picture)
    _follow(picture.key, saved)
    panel = st.expander(
        button_names.named("Notes and words", name),
        icon=":material/edit_note:",
        key=f"{session.NOTES_OPEN}_{picture.key}",
    )
    with panel:
        st.text_input(
            f"Target words, with commas between them (up to {MAX_WORDS})",
            key=words_key,
            persist_state="session",
        )
        st.text_area("Notes", key=notes_key, max_chars=MAX_NOTES_LENGTH, persist_state="session")
        _draw_buttons(opened, picture, name)
        st.caption("Learners see notes and words only when you show them.")
    st.caption(_summary(picture, is_saved=_typed(picture.key) == saved))


def _draw_buttons(opened: OpenClass, picture: ClassPicture, name: str) -> None:
    with st.container(horizontal=True):
        st.button(
            button_names.named("Save", name),
            type="primary",
            icon=":material/save:",
            key=f"save_{picture.key}",
            on_click=_save,
            args=(opened, picture.key),
        )
        st.button(
            button_names.named("Suggest words", name),
            icon=":material/lightbulb:",
            key=f"suggest_{picture.key}",
            on_click=_suggest,
            args=(picture.key,),
            help="For drawn pictures: words for what can be seen.",
        )
        if _typed(picture.key) != _texts(picture):
            st.button(
                button_names.named("Back to the saved text", name),
                icon=":material/undo:",
                key=f"undo_{picture.key}",
                on_click=_fill_in,
                args=(picture.key, _texts(picture)),
            )


def _summary(picture: ClassPicture, *, is_saved: bool) -> str:
    number = len(picture.words)
    words = (
        "No target words"
        if not number
        else "1 target word"
        if number == 1
        else f"{number} target words"
    )
    notes = ", notes" if picture.notes else ""
    return f"{words}{notes}." + ("" if is_saved else " **You have text that is not saved.**")


def _follow(key: str, saved: Texts) -> None:
    """Fill in what is saved, unless the teacher has typed something else meanwhile."""
    name = f"{session.NOTES_SAVED}_{key}"
    before: Texts | None = st.session_state.get(name)
    if before == saved:
        return
    if before is None or _typed(key) == before:
        _fill_in(key, saved)
    st.session_state[name] = saved


def _typed(key: str) -> Texts:
    words_key, notes_key = _widget_keys(key)
    return st.session_state.get(words_key, ""), st.session_state.get(notes_key, "")


def _fill_in(key: str, texts: Texts) -> None:
    words_key, notes_key = _widget_keys(key)
    st.session_state[words_key], st.session_state[notes_key] = texts


def _widget_keys(key: str) -> Texts:
    return f"{session.WORDS}_{key}", f"{session.NOTES}_{key}"


def _texts(picture: ClassPicture) -> Texts:
    return ", ".join(picture.words), picture.notes


def _save(opened: OpenClass, key: str) -> None:
    words, notes = _typed(key)
    was_saved = class_changes.is_changed(
        opened,
        lambda state: edits.describe_picture(state, key, notes=notes, words=words.split(",")),
    )
    if was_saved:
        st.session_state.pop(f"{session.NOTES_SAVED}_{key}", None)


def _suggest(key: str) -> None:
    class_changes.forget_error()
    try:
        facts = picture_facts.look_up(picture_panels.key_of(key))
    except ImageSpeakError as error:
        st.session_state[session.CLASS_ERROR] = error
        return
    words = facts.shows.words[prompt_form.level()].all if facts.shows else ()
    if words:
        st.session_state[_widget_keys(key)[0]] = ", ".join(words[:MAX_WORDS])
    else:
        st.toast("There are no words for this picture. Only drawn pictures have them.")
