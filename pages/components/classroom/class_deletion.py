"""Deleting a class, with its pictures."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.classroom import classes
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.use_cases import retrieve_images
from pages.components.classroom import class_changes, class_memory
from pages.components.picture import deletion_dialog
from pages.components.shell import access, addresses, as_written, readable
from pages.components.shell.direction import isolated
from pages.components.shell.wiring import wiring


def draw_button(session_id: str, name: str, *, label: str = "Delete the class") -> None:
    """The button that asks first.

    Args:
        session_id: The class; it may be one that can't be read.
        name: What the teacher calls it.
        label: Of the button.
    """
    if st.button(label, icon=":material/delete:", key=f"delete_{session_id}"):
        _ask(session_id, name)


def _ask(session_id: str, name: str) -> None:
    class_changes.forget_error()
    try:
        images = retrieve_images(wiring().services, session_id)
    except ImageSpeakError as error:
        class_memory.ERROR.set(error)
        st.rerun()
    number = readable.count(len(images))
    written = as_written.words(name)
    deletion_dialog.ask(
        f"The class {written}, its link and code, and {number} will be deleted:"
        if images
        else f"The class {written}, its link and code will be deleted.",
        [image.key for image in images],
        lambda: _delete(session_id),
        also=deletion_dialog.also_spoken(session_id),
        done=f"Deleted: the class {isolated(name)}.",
    )


def _delete(session_id: str) -> dict[ImageKey, str]:
    kept = classes.delete_class(wiring().services, access.the_teacher(), session_id)
    if not kept:
        st.query_params.pop(addresses.CLASS_PARAMETER, None)
    return kept
