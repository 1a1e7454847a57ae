"""The lesson: its pictures in order, and the one that the class sees."""

from __future__ import annotations

from functools import partial

import streamlit as st

from imagespeak_core.classroom import edits
from imagespeak_core.classroom.state import ClassPicture, OpenClass
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.pictures.use_cases import retrieve_images
from pages.components.classroom import class_changes, class_memory, class_notes, class_prepare
from pages.components.picture import picture_names, prompt_form
from pages.components.shell import as_written, file_addresses, messages
from pages.components.shell.wiring import wiring
from pages.components.widgets import button_names

_LONGEST_PROMPT = 200


def draw(opened: OpenClass, *, make_pictures: str) -> None:
    """The pictures, one under the other.

    Args:
        opened: The class as the page shows it.
        make_pictures: The name of the part of the page where pictures are made.
    """
    pictures = opened.state.pictures
    if not pictures:
        st.info("The lesson is empty. Make pictures, then keep the good ones.")
        return
    st.caption("The class sees the picture that you show. The others wait.")
    stored = _stored(opened.state.session_id)
    for place, picture in enumerate(pictures):
        with st.container(border=True, key=f"lesson_{place}"):
            if stored is None or picture.key in stored:
                _draw_picture(opened, place, picture, make_pictures)
            else:
                _draw_missing(opened, place, picture)


def _stored(session_id: str) -> set[str] | None:
    """The keys of the pictures that are there; an alert and None where nobody knows."""
    try:
        return {str(image.key) for image in retrieve_images(wiring().services, session_id)}
    except ImageSpeakError as error:
        messages.show(error)
        return None


def _draw_missing(opened: OpenClass, place: int, picture: ClassPicture) -> None:
    st.markdown(_title(place, picture))
    st.warning("This picture was deleted. Learners can't see it.", icon=":material/hide_image:")
    _button(opened, place, "Take out", "playlist_remove", _take_out(picture))


def _draw_picture(opened: OpenClass, place: int, picture: ClassPicture, make_pictures: str) -> None:
    shown = opened.state.current == picture.key
    left, right = st.columns([1, 3])
    key = picture_names.key_of(picture.key)
    alt = picture.alt or f"Picture {place + 1} of the lesson"
    left.image(file_addresses.small_picture(key), alt=alt, width="stretch")
    with right:
        st.markdown(_title(place, picture) + (_badge(opened) if shown else ""))
        with st.container(horizontal=True):
            _draw_buttons(opened, place, picture, shown=shown)
            st.button(
                button_names.named("Remake", f"picture {place + 1}"),
                icon=":material/refresh:",
                key=f"remake_{picture.key}",
                on_click=_remake,
                args=(picture, make_pictures),
                disabled=class_prepare.is_busy(opened.state.session_id),
                help="Makes a new one with the same settings. This one stays until you replace "
                f"it. {prompt_form.price_sentence()}",
            )
        class_notes.draw(opened, picture, name=f"picture {place + 1}")


def _badge(opened: OpenClass) -> str:
    if opened.state.is_over(wiring().services.now()):
        return "  \n:gray-badge[:material/visibility_off: The class is over]"
    if opened.state.locked:
        return "  \n:orange-badge[:material/visibility_off: Hidden from learners now]"
    return "  \n:green-badge[:material/visibility: The class sees this one]"


def _title(place: int, picture: ClassPicture) -> str:
    prompt = " ".join(picture.prompt.split())
    short = len(prompt) <= _LONGEST_PROMPT
    written = as_written.words(prompt if short else f"{prompt[:_LONGEST_PROMPT]}…")
    return f"**{place + 1}.** {written}"


def _draw_buttons(opened: OpenClass, place: int, picture: ClassPicture, *, shown: bool) -> None:
    if shown:
        hide = partial(edits.choose_picture, key=None)
        _button(opened, place, "Hide from the class", "visibility_off", hide)
    else:
        show = partial(edits.choose_picture, key=picture.key)
        _button(opened, place, "Show to the class", "visibility", show)
    up = partial(edits.move_picture, key=picture.key, place=place - 1)
    _button(opened, place, "Earlier", "arrow_upward", up, disabled=place == 0)
    down = partial(edits.move_picture, key=picture.key, place=place + 1)
    last = place == len(opened.state.pictures) - 1
    _button(opened, place, "Later", "arrow_downward", down, disabled=last)
    _button(opened, place, "Take out", "playlist_remove", _take_out(picture))


def _take_out(picture: ClassPicture) -> class_changes.Edit:
    return partial(edits.remove_pictures, keys=(picture.key,))


def _button(
    opened: OpenClass,
    place: int,
    label: str,
    icon: str,
    edit: class_changes.Edit,
    *,
    disabled: bool = False,
) -> None:
    st.button(
        button_names.named(label, f"picture {place + 1}"),
        icon=f":material/{icon}:",
        key=f"{icon}_{opened.state.pictures[place].key}",
        on_click=class_changes.change,
        args=(opened, edit),
        disabled=disabled,
    )


def _remake(picture: ClassPicture, make_pictures: str) -> None:
    """The new one comes among the new pictures, and can take this one's place there."""
    class_prepare.remake(picture_names.key_of(picture.key))
    if not class_memory.ERROR.get():
        class_memory.PART.set(make_pictures)
