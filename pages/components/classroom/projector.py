"""The projector's view: the current picture as large as the window allows, and a thin bar."""

from __future__ import annotations

from functools import partial

import streamlit as st

from imagespeak_core.classroom import edits
from imagespeak_core.classroom.state import ClassPicture, ClassState, OpenClass
from imagespeak_core.errors import ImageSpeakError
from pages.components.classroom import class_changes, stage_tools
from pages.components.picture import picture_names
from pages.components.shell import addresses, as_written, assets, file_addresses, messages
from pages.components.shell.direction import isolated
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from pages.components.widgets import button_names, following, news

VIEW = "present"
_FALLBACK_S = 10.0


def start() -> None:
    """Callback: go to this view."""
    class_changes.forget_error()
    st.query_params[addresses.VIEW_PARAMETER] = VIEW


def leave() -> None:
    """Callback: back to the class."""
    class_changes.forget_error()
    st.query_params.pop(addresses.VIEW_PARAMETER, None)


def draw(session_id: str) -> None:
    """The view; it follows changes that are made elsewhere."""
    st.html(assets.style(__file__))
    button_names.draw_style()

    @st.fragment
    def stage() -> None:
        if st.query_params.get(addresses.VIEW_PARAMETER) != VIEW:
            st.rerun()
        try:
            opened = wiring().classes.latest(session_id)
        except ImageSpeakError as error:
            _follow(news.of_class(session_id, ""))
            messages.show(error)
            _draw_way_out()
            return
        if opened is None:
            st.rerun()
        else:
            _draw_stage(opened)

    stage()


def _follow(of: str, *, picture: str = "") -> None:
    following.draw(of, picture=picture, again_s=_FALLBACK_S)


def _draw_stage(opened: OpenClass) -> None:
    state = opened.state
    picture = state.current_picture
    url = file_addresses.picture(picture_names.key_of(picture.key)) if picture else ""
    above = st.container(key="above_stage")
    stage = st.container(key="stage")
    revealed = st.container(key="revealed")  # also empty: else the bar moves, and its timer is lost
    _draw_bar(opened)  # before the picture: who sees it presses what belongs to it
    with above:
        _follow(news.of_class(state.session_id, opened.version), picture=url)
        class_changes.show_error()
    with revealed, as_written.place("revealed"):
        _draw_revealed(state, picture)
    with stage:
        if picture:
            st.image(url, alt=picture.alt or "The picture to describe")
        else:
            st.header("Press Next to show the first picture", anchor=False)


def _draw_revealed(state: ClassState, picture: ClassPicture | None) -> None:
    if picture and state.prompt_shown:
        st.markdown(plain(" ".join(picture.prompt.split())))
    if picture and picture.words and state.words_shown:
        st.markdown(" · ".join(f"**{plain(isolated(word))}**" for word in picture.words))


def _draw_bar(opened: OpenClass) -> None:
    state = opened.state
    keys = [picture.key for picture in state.pictures]
    place = keys.index(state.current) if state.current else -1
    has_words = bool(state.current_picture and state.current_picture.words)
    with st.container(horizontal=True, vertical_alignment="center", key="stage_bar"):
        _bar_button(
            opened,
            "Previous",
            "arrow_back",
            partial(edits.step, by=-1),
            disabled=place <= 0,
            shortcut="Left",
        )
        _bar_button(
            opened,
            "Next",
            "arrow_forward",
            partial(edits.step, by=1),
            disabled=place == len(keys) - 1,
            shortcut="Right",
        )
        st.markdown(f"{place + 1} of {len(keys)}")  # short: on a phone the bar is one row
        _bar_button(
            opened,
            "Hide prompt" if state.prompt_shown else "Show prompt",
            "subject",
            partial(edits.reveal, prompt=not state.prompt_shown),
            disabled=place < 0,
            is_on=state.prompt_shown,
        )
        _bar_button(
            opened,
            "Hide words" if state.words_shown else "Show words",
            "dictionary",
            partial(edits.reveal, words=not state.words_shown),
            disabled=not has_words,
            is_on=state.words_shown and has_words,
        )
        _bar_button(
            opened,
            "Show *to learners*" if state.locked else "Hide *from learners*",
            "visibility_off",
            partial(edits.lock, locked=not state.locked),
            is_on=state.locked,
            shortcut="H",
            note="Learners see the pictures again. Key: H or B"
            if state.locked
            else "Learners don't see the pictures then. Key: H or B",
        )
        soon = [file_addresses.picture(picture_names.key_of(key)) for key in keys[place + 1 :][:1]]
        stage_tools.draw(soon=soon)
        _draw_way_out()
        if _hidden(opened):
            st.markdown(f":material/visibility_off: {_hidden(opened)}")


def _draw_way_out() -> None:
    st.button(
        "Leave", icon=":material/close:", key="leave_stage", on_click=leave, shortcut="Escape"
    )


def _hidden(opened: OpenClass) -> str:
    """Why learners don't see what the projector shows; empty where they do."""
    if opened.state.is_over(wiring().services.now()):
        return "The class is over."
    return "Learners can't see it now." if opened.state.locked else ""


def _bar_button(
    opened: OpenClass,
    label: str,
    icon: str,
    edit: class_changes.Edit,
    *,
    disabled: bool = False,
    is_on: bool = False,
    shortcut: str | None = None,
    note: str | None = None,
) -> None:
    st.button(
        f"**{label}**" if is_on else label,
        icon=f":material/{icon}:",
        key=f"stage_{icon}",
        on_click=class_changes.change,
        args=(opened, edit),
        disabled=disabled,
        shortcut=shortcut,
        help=note,
    )
