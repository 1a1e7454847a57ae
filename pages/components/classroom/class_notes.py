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
from imagespeak_core.typed_text import entries
from pages.components.classroom import class_changes, class_memory
from pages.components.picture import level, picture_facts, picture_names
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
    saved = _texts(picture)
    _follow(picture.key, saved)
    panel = st.expander(
        button_names.named("Notes and words", name),
        icon=":material/edit_note:",
        key=f"notes_open_{picture.key}",
    )
    with panel:
        st.text_input(
            f"Target words, with commas between them (up to {MAX_WORDS})",
            key=class_memory.WORDS.each(picture.key).name,
            max_chars=MAX_NOTES_LENGTH,
            persist_state="session",
        )
        st.text_area(
            "Notes",
            key=class_memory.NOTES.each(picture.key).name,
            max_chars=MAX_NOTES_LENGTH,
            persist_state="session",
        )
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
    filled_in = class_memory.NOTES_SAVED.each(key)
    before = filled_in.get()
    if before == saved:
        return
    if before is None or _typed(key) == before:
        _fill_in(key, saved)
    filled_in.set(saved)


def _typed(key: str) -> Texts:
    return class_memory.WORDS.each(key).get(), class_memory.NOTES.each(key).get()


def _fill_in(key: str, texts: Texts) -> None:
    words, notes = texts
    class_memory.WORDS.each(key).set(words)
    class_memory.NOTES.each(key).set(notes)


def _texts(picture: ClassPicture) -> Texts:
    return ", ".join(picture.words), picture.notes


def _save(opened: OpenClass, key: str) -> None:
    words, notes = _typed(key)
    was_saved = class_changes.is_changed(
        opened,
        lambda state: edits.describe_picture(state, key, notes=notes, words=entries(words)),
    )
    if was_saved:
        class_memory.NOTES_SAVED.each(key).forget()


def _suggest(key: str) -> None:
    class_changes.forget_error()
    try:
        facts = picture_facts.look_up(picture_names.key_of(key))
    except ImageSpeakError as error:
        class_memory.ERROR.set(error)
        return
    words = facts.shows.words[level.chosen()].all if facts.shows else ()
    if words:
        class_memory.WORDS.each(key).set(", ".join(words[:MAX_WORDS]))
    else:
        st.toast("There are no words for this picture. Only drawn pictures have them.")
