"""A teacher's classes, and the form for a new one."""

from __future__ import annotations

import secrets

import streamlit as st

from imagespeak_core.classroom import classes
from imagespeak_core.classroom.class_names import RANDOM_BYTES, class_id
from imagespeak_core.classroom.classes import create_class, list_classes
from imagespeak_core.classroom.errors import ClassNameTakenError
from imagespeak_core.classroom.state import MAX_TITLE_LENGTH, ClassState, OpenClass
from imagespeak_core.errors import ImageSpeakError
from pages.components.classroom import class_changes, class_deletion, class_memory
from pages.components.picture import deletion_dialog, picture_names
from pages.components.shell import (
    access,
    addresses,
    as_written,
    file_addresses,
    messages,
    readable,
)
from pages.components.shell.direction import isolated
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring

_LONGEST_LABEL = 40


def draw() -> None:
    """The form, then the classes, the newest first."""
    _draw_form()
    class_changes.show_error()
    deletion_dialog.show_report()
    try:
        listing = list_classes(wiring().services, access.the_teacher())
    except ImageSpeakError as error:
        messages.show(error)
        return
    for session_id in listing.damaged:
        draw_damaged(session_id)
    if not listing and not listing.damaged:
        st.info("No classes yet. Make the first one: a name is enough.")
    if not listing:
        return
    with st.grid(min_column_width=260, border=True, key="class_cards") as grid:
        for opened in listing:
            with grid.cell():
                _draw_card(opened)


def open_class(session_id: str) -> None:
    """Callback: go to the class."""
    class_changes.forget_error()
    class_memory.PART.forget()
    st.query_params[addresses.CLASS_PARAMETER] = session_id


def _draw_form() -> None:
    with st.form("new_class", border=True):
        st.text_input(
            "Name of the class",
            placeholder="For example: 7b Monday",
            max_chars=MAX_TITLE_LENGTH,
            key=class_memory.TITLE.name,
        )
        st.form_submit_button(
            "Make class",
            type="primary",
            icon=":material/add:",
            on_click=_make,
            args=(secrets.token_bytes(RANDOM_BYTES),),
        )


def _make(random: bytes) -> None:
    """Make a class, and only one where the form is sent twice.

    The first press may be abandoned after its class was made, before the page knows of it. Who
    sends the form again brings the same random bytes.
    """
    teacher = access.the_teacher()
    class_changes.forget_error()
    title = class_memory.TITLE.get()
    try:
        opened = create_class(wiring().services, teacher, title, random_bytes=lambda _: random)
    except ImageSpeakError as error:
        made = _just_made(title, random) if isinstance(error, ClassNameTakenError) else None
        if made is None:
            class_memory.ERROR.set(error)
            return
        session_id = made.session_id
    else:
        session_id = opened.state.session_id
    class_memory.TITLE.set("")
    open_class(session_id)


def _just_made(title: str, random: bytes) -> ClassState | None:
    try:
        session_id = class_id(title, random_bytes=lambda _: random)
        opened = classes.open_class(wiring().services, session_id)
    except ImageSpeakError:
        return None
    return opened.state if opened else None


def draw_damaged(session_id: str) -> None:
    """What the teacher can do about a class that can't be read."""
    with st.container(border=True):
        st.error(
            f"**The class {plain(session_id)} can't be read.** Its file is damaged. "
            "Learners can't see it. You can delete it and make it again.",
            icon=":material/error:",
        )
        class_deletion.draw_button(session_id, session_id, label=f"Delete {plain(session_id)}")


def _draw_card(opened: OpenClass) -> None:
    state = opened.state
    cover = state.current or next((picture.key for picture in state.pictures), None)
    if cover:
        st.image(
            file_addresses.small_picture(picture_names.key_of(cover)),
            alt=f"Picture of the class {isolated(state.name)}",
            width="stretch",
        )
    count = readable.count(len(state.pictures)) if state.pictures else "no pictures yet"
    short = len(state.name) <= _LONGEST_LABEL
    name = state.name if short else f"{state.name[: _LONGEST_LABEL - 1]}…"
    st.button(
        plain(name),
        key=f"open_{state.session_id}",
        on_click=open_class,
        args=(state.session_id,),
        type="primary",
        width="stretch",
    )
    code = as_written.words(readable_code(state.code))
    st.caption(f"{count} · {status(opened)}  \nCode {code}")


def readable_code(code: str) -> str:
    """In two halves, as one reads it out."""
    return f"{code[:3]} {code[3:]}"


def status(opened: OpenClass) -> str:
    """In a few words, how it stands with the class."""
    state = opened.state
    if state.is_over(wiring().services.now()):
        return "over"
    if state.locked:
        return "pictures hidden"
    return f"open until {readable.local_day(state.expires_at)}"
