"""The session's pictures: the one that is looked at, and the strip of all of them."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.models import StoredImage
from imagespeak_core.naming import parse_key
from pages.components import (
    addresses,
    copy_link,
    picture_panels,
    prompt_form,
    session,
    thumbnails,
)

STRIP_STEP = 20


def chosen() -> StoredImage | None:
    """The picture that is looked at: the one chosen from the list, else the newest."""
    images: list[StoredImage] = st.session_state.get(session.IMAGES) or []
    key = st.session_state.get(session.CHOSEN_KEY)
    return next((image for image in images if image.key == key), images[0] if images else None)


def draw(*, waiting: bool) -> None:
    """The picture with all that belongs to it, or what will happen in an empty session."""
    images: list[StoredImage] = st.session_state.get(session.IMAGES) or []
    image = chosen()
    if image is None:
        _draw_empty(waiting=waiting)
        return
    with st.container(key="practice_image"):
        st.image(picture_panels.url(image.key), alt=picture_panels.alternative_text(image))
    if len(images) > 1:
        _draw_strip(images)
    picture_panels.draw_words(image)
    picture_panels.draw_prompt(image)
    picture_panels.draw_details(image)
    picture_panels.draw_download(image)


def draw_session_link(session_id: str) -> None:
    """The session's name and the address that leads back to it."""
    with st.container(border=True):
        st.markdown(f"**Your session:** `{session_id}`")
        st.caption("Open this link on any device to see the same pictures. It costs nothing.")
        copy_link.draw(addresses.session_link(session_id))


def _draw_empty(*, waiting: bool) -> None:
    with st.container(border=True, height=320, vertical_alignment="center"):
        if waiting:
            st.markdown(":material/image: Your picture will be here.")
        else:
            st.markdown(
                ":material/image: **No picture yet.**  \n"
                f"The button makes one for you. {prompt_form.price_sentence()} "
                "It stays in this session: come back with the same link and you see it again."
            )


def _draw_strip(images: list[StoredImage]) -> None:
    length = st.session_state.setdefault(session.STRIP_LENGTH, STRIP_STEP)
    shown = chosen()
    offered = images[:length]
    if shown and shown not in offered:
        offered.append(shown)
    st.caption(f"Your {len(images)} pictures, the newest first")
    thumbnails.draw(
        "Pictures of this session",
        [
            thumbnails.Thumbnail(
                str(image.key), picture_panels.preview_url(image.key), picture_panels.name(image)
            )
            for image in offered
        ],
        chosen=str(shown.key) if shown else "",
        on_press=_choose,
        key=session.STRIP,
    )
    if length < len(images):
        st.button("Show more", key="show_more", on_click=_show_more)


def _choose(name: str) -> None:
    st.session_state[session.CHOSEN_KEY] = parse_key(name)
    st.session_state[session.ERROR] = None


def _show_more() -> None:
    st.session_state[session.STRIP_LENGTH] += STRIP_STEP
