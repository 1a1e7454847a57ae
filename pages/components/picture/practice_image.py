"""The session's pictures: the one that is looked at, and the strip of all of them."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.jobs import Job
from imagespeak_core.pictures.naming import parse_key
from pages.components.picture import (
    picture_large,
    picture_memory,
    picture_names,
    picture_news,
    picture_panels,
    prompt_form,
    why_waiting,
)
from pages.components.shell import addresses, file_addresses, readable
from pages.components.widgets import copy_link, thumbnails

_TOLD = "told"


def chosen() -> StoredImage | None:
    """The picture that is looked at: the one chosen from the list, else the newest."""
    images = picture_memory.IMAGES.get() or []
    key = picture_memory.CHOSEN_KEY.get()
    return next((image for image in images if image.key == key), images[0] if images else None)


def show(images: list[StoredImage]) -> None:
    """Remember a listing; its newest picture is looked at."""
    picture_memory.IMAGES.set(images)
    picture_memory.CHOSEN_KEY.set(None)


def draw(image: StoredImage) -> None:
    """The picture with all that belongs to it."""
    draw_picture(image)
    draw_about(image)


def draw_picture(image: StoredImage) -> None:
    """The picture with the button that makes it large; beneath it what it does not show."""
    with st.container(key="practice_image"):
        st.image(file_addresses.picture(image.key), alt=picture_names.alternative_text(image))
        picture_large.draw()
    picture_panels.draw_remarks(image)


def draw_about(image: StoredImage) -> None:
    """The strip of all pictures, and what can be opened about this one."""
    images = picture_memory.IMAGES.get() or []
    if len(images) > 1:
        _draw_strip(images)
    picture_panels.draw_words(image)
    picture_panels.draw_prompt(image)
    picture_panels.draw_details(image)
    picture_panels.draw_download(image)


def tell(job: Job | None) -> None:
    """Say to who does not see it that a picture is being made, or that another one is shown.

    Args:
        job: That has not ended; None: there is none.
    """
    image = chosen()
    if job:
        about = f"{job.job_id} {job.why or ''}"
        picture_news.draw(why_waiting.line(job), about=about, key=_TOLD)
    elif image:
        text = f"Here is your picture. {picture_names.alternative_text(image)}"
        picture_news.draw(text, about=str(image.key), key=_TOLD)
    else:
        picture_news.draw("", about="", key=_TOLD)


def empty_place() -> DeltaGenerator:
    """Where the first picture will be."""
    return st.container(border=True, key="empty_place", vertical_alignment="center")


def say_what_will_happen() -> None:
    """What an empty session says."""
    st.markdown(
        f":material/image: **No picture yet.**  \n{prompt_form.price_sentence()} "
        "You can come back later: the same link shows your picture again."
    )


def draw_session_link(session_id: str) -> None:
    """The session's name and the address that leads back to it."""
    with st.container(border=True, key="session_link"):
        st.markdown(f"**Your session:** `{session_id}`")
        st.caption("Open this link on any device to see the same pictures. It costs nothing.")
        copy_link.draw(addresses.session_link(session_id))


def _draw_strip(images: list[StoredImage]) -> None:
    length = picture_memory.STRIP_LENGTH.get()
    shown = chosen()
    offered = images[:length]
    if shown and shown not in offered:
        offered.append(shown)
    with st.container(key="strip_heading"):
        st.caption(f"Your {readable.count(len(images))}, the newest first")
    thumbnails.draw(
        "Pictures of this session",
        [
            thumbnails.Thumbnail(
                str(image.key), file_addresses.small_picture(image.key), picture_names.name(image)
            )
            for image in offered
        ],
        chosen=str(shown.key) if shown else "",
        on_press=_choose,
        key="strip",
    )
    if length < len(images):
        st.button("Show more", key="show_more", on_click=_show_more)


def _choose(name: str) -> None:
    picture_memory.CHOSEN_KEY.set(parse_key(name))
    picture_memory.ERROR.set(None)


def _show_more() -> None:
    length = picture_memory.STRIP_LENGTH
    length.set(length.get() + picture_memory.STRIP_STEP)
