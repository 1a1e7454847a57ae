"""The pictures of a class that are not in its lesson: keep, remake or delete."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from imagespeak_core.classroom import edits
from imagespeak_core.classroom.state import ClassPicture, ClassState, OpenClass
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.gallery.deletion import delete_pictures
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.naming import ImageKey, parse_key
from imagespeak_core.pictures.use_cases import retrieve_images
from pages.components.classroom import class_changes, class_memory
from pages.components.picture import (
    deletion_dialog,
    picture_facts,
    picture_names,
    picture_panels,
    prompt_form,
)
from pages.components.shell import access, file_addresses, messages, redraw
from pages.components.shell.wiring import wiring
from pages.components.widgets import button_names

_MOST = 30


def draw(opened: OpenClass, *, busy: bool, on_remake: Callable[[ImageKey], None]) -> None:
    """The pictures, the newest first.

    Args:
        opened: The class as the page shows it.
        busy: Pictures are being made.
        on_remake: Starts another picture like this one.
    """
    try:
        images = retrieve_images(wiring().services, opened.state.session_id)
    except ImageSpeakError as error:
        messages.show(error)
        return
    lesson = {picture.key for picture in opened.state.pictures}
    new = [image for image in images if str(image.key) not in lesson]
    if not new and not busy:
        st.caption("Pictures that you make wait here. Keep the good ones for the lesson.")
        return
    with st.grid(min_column_width=220, border=True, key="new_pictures") as grid:
        for image in new[:_MOST]:
            with grid.cell():
                _draw_one(opened, image, busy=busy, on_remake=on_remake)
    if len(new) > _MOST:
        st.caption(f"{len(new) - _MOST} older ones are in the Gallery.")


def _draw_one(
    opened: OpenClass, image: StoredImage, *, busy: bool, on_remake: Callable[[ImageKey], None]
) -> None:
    name = picture_names.name(image)
    st.image(file_addresses.small_picture(image.key), alt=name, width="stretch")
    st.caption(picture_names.short_label(image))
    picture_panels.draw_remarks(image)
    with st.container(horizontal=True):
        st.button(
            button_names.named("Keep", name),
            icon=":material/check:",
            key=f"keep_{image.key}",
            type="primary",
            on_click=_keep,
            args=(opened, image.key, None),
            help="Put it at the end of the lesson.",
        )
        like = _place_of_like(opened.state, image.key)
        if like is not None:
            st.button(
                button_names.named(f"Replace picture {like + 1}", f"by {name}"),
                icon=":material/swap_horiz:",
                key=f"replace_{image.key}",
                on_click=_keep,
                args=(opened, image.key, opened.state.pictures[like].key),
                help="It takes the place, the notes and the words of that picture.",
            )
        st.button(
            button_names.named("Remake", name),
            icon=":material/refresh:",
            key=f"remake_{image.key}",
            on_click=on_remake,
            args=(image.key,),
            disabled=busy,
            help=f"A new one with the same settings. {prompt_form.price_sentence()}",
        )
        pressed = st.button(
            button_names.named("Delete", name),
            icon=":material/delete:",
            key=f"reject_{image.key}",
            disabled=busy,  # the page is drawn again and again, which would close the question
        )
    if pressed:
        deletion_dialog.ask(
            "This picture will be deleted:", [image.key], partial(_delete, image.key)
        )


def _place_of_like(state: ClassState, key: ImageKey) -> int | None:
    """The place in the lesson of a picture from the same words; None without one."""
    for place, picture in enumerate(state.pictures):
        kept = parse_key(picture.key)
        if kept and kept.clean_prompt == key.clean_prompt:
            return place
    return None


def _keep(opened: OpenClass, key: ImageKey, instead_of: str | None) -> None:
    """Put it into the lesson; the class does not see it before it is shown."""
    redraw.request()
    try:
        facts = picture_facts.look_up(key)
    except ImageSpeakError as error:
        class_memory.ERROR.set(error)
        return
    alt = facts.shows.short_text if facts.shows else ""
    picture = ClassPicture(key=str(key), prompt=facts.details.prompt or "", alt=alt)

    def edit(state: ClassState) -> ClassState:
        if instead_of is None:
            return edits.add_pictures(state, [picture])
        return edits.replace_picture(state, instead_of, picture)

    class_changes.change(opened, edit)


def _delete(key: ImageKey) -> dict[ImageKey, str]:
    report = delete_pictures(wiring().services, access.the_teacher(), [key])
    return dict(report.kept)
