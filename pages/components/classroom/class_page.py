"""An opened class as its teacher sees it."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.classroom.errors import ClassDamagedError
from imagespeak_core.classroom.state import OpenClass
from imagespeak_core.errors import ImageSpeakError, InvalidSessionIdError
from pages.components.classroom import (
    class_changes,
    class_lesson,
    class_list,
    class_memory,
    class_prepare,
    class_settings,
    class_share,
    projector,
)
from pages.components.picture import deletion_dialog
from pages.components.shell import addresses, as_written, assets, link_repair, messages, redraw
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from pages.components.widgets import button_names, choice, following, news

PREPARE, LESSON, SHARE, SETTINGS = "Make pictures", "Lesson", "Share", "Settings"


def draw(session_id: str) -> None:
    """The class, or why it can't be opened."""
    redraw.take_request()  # this is it
    opened = _open(session_id)
    if opened is None:
        class_changes.forget_error()
        _draw_way_back()
    elif st.query_params.get(addresses.VIEW_PARAMETER) == projector.VIEW:
        projector.draw(session_id)
    else:
        _draw_class(opened)


def leave() -> None:
    """Callback: back to all classes."""
    class_changes.forget_error()
    st.query_params.pop(addresses.VIEW_PARAMETER, None)
    st.query_params.pop(addresses.CLASS_PARAMETER, None)


def _open(session_id: str) -> OpenClass | None:
    try:
        opened = wiring().classes.now(session_id)
    except ClassDamagedError:
        class_list.draw_damaged(session_id)
        return None
    except InvalidSessionIdError:
        opened = None
    except ImageSpeakError as error:
        messages.show(error)
        return None
    if opened is None:
        st.info(
            "There is no such class. Is the link complete? Perhaps the class was deleted.",
            icon=":material/info:",
        )
        meant = link_repair.meant(session_id, link_repair.is_class)
        link_repair.draw(meant, parameter=addresses.CLASS_PARAMETER)
    return opened


def _draw_way_back() -> None:
    st.button("All classes", icon=":material/arrow_back:", key="class_back", on_click=leave)


def _draw_class(opened: OpenClass) -> None:
    state = opened.state
    st.html(assets.style(__file__))
    button_names.draw_style()
    with st.container(horizontal=True, vertical_alignment="center"):
        _draw_way_back()
        st.button(
            "Present",
            type="primary",
            icon=":material/present_to_all:",
            key="present",
            on_click=projector.start,
            disabled=not state.pictures,
            help=None if state.pictures else "First put a picture into the lesson.",
        )
    with as_written.place("class"):
        st.header(plain(state.name), anchor=False)
    code = as_written.words(class_list.readable_code(state.code))
    st.caption(f"Code {code} · {class_list.status(opened)}")
    class_changes.show_error()
    deletion_dialog.show_report()
    class_memory.PART.start_with(LESSON if state.pictures else PREPARE)
    part = choice.draw(
        "Part of the class",
        (PREPARE, LESSON, SHARE, SETTINGS),
        class_memory.PART,
        label_visibility="collapsed",
        on_change=class_changes.forget_error,
    )
    if part == PREPARE:
        class_prepare.draw(opened)
    elif part == LESSON:
        class_lesson.draw(opened, make_pictures=PREPARE)
    elif part == SHARE:
        class_share.draw(opened)
    else:
        class_settings.draw(opened)
    following.draw(news.of_class(state.session_id, opened.version), waits=True)
