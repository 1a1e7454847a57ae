"""One session in the gallery: its pictures, one of them in full, and what can be done with them."""

from __future__ import annotations

from functools import partial

import streamlit as st

from imagespeak_core.errors import ImageSpeakError, StorageError
from imagespeak_core.gallery.deletion import DeletionReport, delete_pictures, delete_session
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.pictures.use_cases import retrieve_images
from pages.components.gallery import gallery_memory, gallery_picture
from pages.components.picture import deletion_dialog, picture_names
from pages.components.shell import (
    access,
    addresses,
    as_written,
    file_addresses,
    link_repair,
    messages,
    readable,
)
from pages.components.shell.wiring import wiring
from pages.components.widgets import picture_grid

_COLUMNS = 5


def draw(session_id: str) -> None:
    """The session, or why it can't be shown."""
    st.button("All sessions", icon=":material/arrow_back:", key="gallery_back", on_click=_back)
    with as_written.place("session"):
        st.header(messages.plain(session_id), anchor=False)
    deletion_dialog.show_report()
    for warning in gallery_memory.DELETION_WARNINGS.take():
        st.warning(messages.plain(warning), icon=":material/info:")
    try:
        images = retrieve_images(wiring().services, session_id)
    except ImageSpeakError as error:
        messages.show(error)
        if isinstance(error, StorageError):
            st.button("Try again", icon=":material/refresh:", key="gallery_retry")
        else:
            _draw_meant(session_id)
        return
    if not images:
        st.info("This session has no pictures.")
        _draw_spoken(session_id)
        _draw_meant(session_id)
        return
    _draw_session_buttons(session_id, images)
    names = _names(images)
    shown = names.get(st.query_params.get(addresses.PICTURE_PARAMETER, ""))
    with st.container():  # always there, so that the grid below stays in its place
        if shown:
            gallery_picture.draw(
                shown,
                delete=partial(_delete, [shown.key]),
                close=close,
                back=_button_key(next(name for name in names if names[name] == shown)),
            )
        elif addresses.PICTURE_PARAMETER in st.query_params:
            st.warning("This picture is not here any more. Choose another one.")
    _draw_grid(names, shown)


def close() -> None:
    """Callback: back to the small pictures."""
    st.query_params.pop(addresses.PICTURE_PARAMETER, None)


def _draw_meant(session_id: str) -> None:
    meant = link_repair.meant(session_id, link_repair.has_pictures)
    link_repair.draw(meant, parameter=addresses.OPEN_PARAMETER)


def _draw_spoken(session_id: str) -> None:
    """A way to delete what learners spoke about pictures that are gone."""
    if not deletion_dialog.has_spoken(session_id):
        return
    if st.button("Delete the session", icon=":material/delete:", key="delete_session"):
        deletion_dialog.ask(
            f"The session {as_written.words(session_id)} will be deleted.",
            [],
            partial(_delete_spoken, session_id),
            also=deletion_dialog.also_spoken(session_id),
            done="Deleted: what learners spoke.",
        )


def _delete_spoken(session_id: str) -> dict[ImageKey, str]:
    report = delete_session(wiring().services, access.the_teacher(), session_id, ())
    if report.warnings:
        raise StorageError(" ".join(report.warnings))
    return {}


def _draw_session_buttons(session_id: str, images: list[StoredImage]) -> None:
    number = readable.count(len(images))
    size_bytes = sum(image.size_bytes for image in images)
    st.caption(f"{number} · {readable.file_size(size_bytes)} · {_days(images)}")
    with st.container(horizontal=True, key="session_actions"):
        st.link_button(
            "Download all (ZIP)", file_addresses.archive(session_id), icon=":material/download:"
        )
        st.link_button(
            "Open the session", addresses.session_link(session_id), icon=":material/open_in_new:"
        )
        if st.button("Delete the session", icon=":material/delete:", key="delete_session"):
            keys = [image.key for image in images]
            deletion_dialog.ask(
                f"All pictures of the session {as_written.words(session_id)} will be deleted "
                f"({number}):",
                keys,
                partial(_delete_session, session_id, keys),
                also=deletion_dialog.also_spoken(session_id),
            )


def _days(images: list[StoredImage]) -> str:
    made = [image.key.created_at for image in images]
    return readable.local_days(min(made), max(made))


def _draw_grid(images: dict[str, StoredImage], shown: StoredImage | None) -> None:
    length = gallery_memory.PICTURES_LENGTH.get()
    picture_grid.draw(
        [
            picture_grid.Cell(
                key=_button_key(name),
                url=file_addresses.small_picture(image.key),
                alt=picture_names.name(image),
                label=picture_names.short_label(image),
                argument=name,
                is_chosen=image == shown,
            )
            for place, (name, image) in enumerate(images.items())
            if place < length or image == shown
        ],
        columns=_COLUMNS,
        on_press=_look,
    )
    if length < len(images):
        st.button(f"Show more ({len(images) - length:,})", key="pictures_more", on_click=_show_more)


def _delete(keys: list[ImageKey]) -> dict[ImageKey, str]:
    return _told(delete_pictures(wiring().services, access.the_teacher(), keys))


def _delete_session(session_id: str, keys: list[ImageKey]) -> dict[ImageKey, str]:
    return _told(delete_session(wiring().services, access.the_teacher(), session_id, keys))


def _told(report: DeletionReport) -> dict[ImageKey, str]:
    gallery_memory.DELETION_WARNINGS.set(report.warnings)
    if report.deleted:
        close()
    return dict(report.kept)


def _names(images: list[StoredImage]) -> dict[str, StoredImage]:
    """Each picture by what tells it from the others of its session, for the address.

    A copy that a sync client or a person made may have the time and number of another one.
    """
    names: dict[str, StoredImage] = {}
    for image in images:
        name = f"{image.key.timestamp}_{image.key.image_index}"
        names[name if name not in names else f"{name}_{image.key.clean_prompt}"] = image
    return names


def _button_key(name: str) -> str:
    return f"look_{name}"


def _look(name: str) -> None:
    st.query_params[addresses.PICTURE_PARAMETER] = name


def _back() -> None:
    close()
    st.query_params.pop(addresses.OPEN_PARAMETER, None)
    gallery_memory.PICTURES_LENGTH.forget()


def _show_more() -> None:
    length = gallery_memory.PICTURES_LENGTH
    length.set(length.get() + gallery_memory.STEP)
