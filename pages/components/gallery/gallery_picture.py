"""One picture of the gallery in full: all its details, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.facts import PictureFacts
from imagespeak_core.pictures.naming import ImageKey
from pages.components.picture import (
    deletion_dialog,
    picture_facts,
    picture_large,
    picture_names,
    picture_panels,
    settings_reuse,
)
from pages.components.shell import file_addresses, messages
from pages.components.widgets import into_view


def draw(
    image: StoredImage,
    *,
    delete: Callable[[], Mapping[ImageKey, str]],
    close: Callable[[], None],
    back: str,
) -> None:
    """The picture, between its session's buttons and the small pictures.

    Args:
        image: Which one.
        delete: Deletes it once that is confirmed; gives what could not be deleted.
        close: Callback of the button that leads back to the small pictures.
        back: The key of the button that gets the keyboard then.
    """
    error: ImageSpeakError | None = None
    facts: PictureFacts | None = None
    try:
        facts = picture_facts.look_up(image.key)
    except ImageSpeakError as exc:
        error = exc
    with st.container(horizontal=True, vertical_alignment="center"):
        into_view.draw(picture_names.name(image), back=back, key="shown_name")
        st.button("Close", icon=":material/close:", key="close_picture", on_click=close)
    picture, beside = st.columns([5, 4], gap="medium")
    with picture, st.container(key="practice_image"):
        st.image(file_addresses.picture(image.key), alt=picture_names.alternative_text(image))
        picture_large.draw()
    with beside:
        if error:
            messages.show(error)
        if facts:
            picture_panels.draw_remarks(image)
            picture_panels.show_prompt(facts)
            settings_reuse.draw(facts.details)
        _draw_buttons(image, delete)
        if facts:
            picture_panels.show_details(image, facts)
        picture_panels.draw_words(image)


def _draw_buttons(image: StoredImage, delete: Callable[[], Mapping[ImageKey, str]]) -> None:
    with st.container(horizontal=True, key="picture_actions"):
        picture_panels.draw_download(image)
        if st.button("Delete this picture", icon=":material/delete:", key="delete_picture"):
            deletion_dialog.ask("This picture will be deleted:", [image.key], delete)
