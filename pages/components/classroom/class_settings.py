"""What learners may see, how long the class goes on, and its end."""

from __future__ import annotations

from functools import partial

import streamlit as st

from imagespeak_core.classroom import edits
from imagespeak_core.classroom.state import OpenClass
from pages.components.classroom import class_changes, class_deletion, class_memory
from pages.components.shell import as_written, readable
from pages.components.shell.wiring import wiring


def draw(opened: OpenClass) -> None:
    """Switches, then the end of the class."""
    _draw_switches(opened)
    st.divider()
    _draw_end(opened)


def _draw_switches(opened: OpenClass) -> None:
    state = opened.state
    _switch(
        opened,
        "Hide the pictures from learners",
        state.locked,
        partial(edits.lock, locked=not state.locked),
        "Their page then says that you have hidden them.",
    )
    picture = state.current_picture
    st.subheader("The picture that the class sees", anchor=False)
    if picture is None:
        st.caption("The class sees no picture now. Show one in the lesson.")
        return
    st.caption(as_written.words(" ".join(picture.prompt.split())[:200]))
    _switch(
        opened,
        "Show the prompt",
        state.prompt_shown,
        partial(edits.reveal, prompt=not state.prompt_shown),
        "The next picture begins without it.",
    )
    _switch(
        opened,
        "Show the target words",
        state.words_shown,
        partial(edits.reveal, words=not state.words_shown),
        "The next picture begins without them." if picture.words else "It has no words yet.",
    )
    _switch(
        opened,
        "Show the notes",
        state.notes_shown,
        partial(edits.reveal, notes=not state.notes_shown),
        "The next picture begins without them." if picture.notes else "It has no notes yet.",
    )


def _switch(opened: OpenClass, label: str, on: bool, edit: class_changes.Edit, note: str) -> None:
    """It stands as the class does, also where a change of it failed."""
    shown = class_memory.SWITCH.each(label)
    shown.set(on)
    change = class_changes.change
    st.toggle(label, key=shown.name, on_change=change, args=(opened, edit), help=note)


def _draw_end(opened: OpenClass) -> None:
    state, now = opened.state, wiring().services.now()
    over = state.is_over(now)
    last_day = readable.local_day(state.expires_at)
    st.markdown(
        "The class is **over**. Its link says so."
        if over
        else f"The class is open until **{last_day}**."
    )
    with st.container(horizontal=True):
        st.button(
            "Open it again for 30 days" if over else "30 more days from today",
            icon=":material/event:",
            key="extend",
            on_click=class_changes.change,
            args=(opened, partial(edits.extend, now=now)),
        )
        if not over:
            st.button(
                "End the class",
                icon=":material/stop_circle:",
                key="end_class",
                on_click=class_changes.change,
                args=(opened, edits.end),
                help="The link then says that the class is over. You can open it again.",
            )
        class_deletion.draw_button(state.session_id, state.name)
