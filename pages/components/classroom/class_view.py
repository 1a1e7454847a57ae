"""What learners see of a class: the picture that the teacher shows. Nothing here can spend."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.classroom.state import ClassPicture, ClassState, OpenClass
from imagespeak_core.errors import ImageSpeakError, StorageError
from pages.components.classroom import read_only
from pages.components.picture import picture_large, picture_names
from pages.components.shell import (
    as_written,
    assets,
    file_addresses,
    messages,
    redraw,
    session,
    visitor,
)
from pages.components.shell.direction import isolated
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from pages.components.widgets import following, news

_FALLBACK_S = 30.0


def draw(session_id: str) -> None:
    """The view; it follows the teacher, and waits for one where there is no such class yet."""

    @st.fragment(run_every=_FALLBACK_S)
    def view() -> None:
        if redraw.take_request() or session.current_session_id() != session_id:
            st.rerun()
        try:
            opened = wiring().classes.latest(session_id)
        except StorageError:
            st.warning(
                "The class can't be shown now. Please wait: this page tries again.",
                icon=":material/hourglass:",
            )
            return
        except ImageSpeakError as error:
            messages.show(error)
            return
        if opened is None:
            following.draw(news.of_class(session_id, ""))
            read_only.draw(session_id)
        else:
            _draw(opened)

    view()


def _draw(opened: OpenClass) -> None:
    state, now = opened.state, wiring().services.now()
    if visitor.kept_key():
        wiring().joins.know(visitor.visitor(), state.code)
    picture = None if state.is_over(now) or state.locked else state.current_picture
    st.html(assets.style(__file__))
    with st.container(key="above_class"):
        following.draw(
            news.of_class(state.session_id, opened.version),
            picture=file_addresses.picture(picture_names.key_of(picture.key)) if picture else "",
            says=_said(state, picture) if picture else "",
        )
    with as_written.place("class"):
        st.header(plain(state.name), anchor=False)
    if picture:
        _draw_picture(state, picture)
    elif state.is_over(now):
        st.info("This class is over. Thank you for taking part!", icon=":material/celebration:")
        read_only.draw_way_on()
    elif state.locked:
        st.info("Your teacher has hidden the picture for now.", icon=":material/visibility_off:")
    else:
        st.info("Please wait. Your teacher will show a picture here.", icon=":material/hourglass:")


def _said(state: ClassState, picture: ClassPicture) -> str:
    """What has come, for those who don't see it."""
    below = [
        text
        for text, is_shown in (
            ("words that help", state.words_shown and picture.words),
            ("a text from your teacher", state.notes_shown and picture.notes),
            ("the prompt", state.prompt_shown),
        )
        if is_shown
    ]
    said = f"The picture: {picture.alt or 'it has no description'}."
    return f"{said} Below it: {', '.join(below)}." if below else said


def _draw_picture(state: ClassState, picture: ClassPicture) -> None:
    st.markdown("Describe the picture aloud: who, where, what is happening?")
    with st.container(key="practice_image"):
        st.image(
            file_addresses.picture(picture_names.key_of(picture.key)),
            alt=picture.alt or "The picture to describe",
        )
        picture_large.draw()
    if state.words_shown and picture.words:
        st.subheader("Words that help", anchor=False)
        with as_written.place("words"):
            st.markdown(" · ".join(plain(isolated(word)) for word in picture.words))
    if state.notes_shown and picture.notes:
        st.subheader("From your teacher", anchor=False)
        st.text(picture.notes)
    if state.prompt_shown:
        st.subheader("The prompt", anchor=False)
        st.text(picture.prompt)
