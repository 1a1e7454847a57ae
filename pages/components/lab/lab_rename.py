"""Another name for an experiment."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.errors import ChangedMeanwhileError, ImageSpeakError
from imagespeak_core.lab.edits import rename
from imagespeak_core.lab.experiment import ExperimentState
from imagespeak_core.lab.plan import MAX_TITLE_LENGTH
from pages.components.lab import lab_memory
from pages.components.shell import access, messages
from pages.components.shell.wiring import wiring


def draw(state: ExperimentState) -> None:
    """The button that asks for the name."""
    if st.button("Rename", icon=":material/edit:", key="lab_rename"):
        _ask(state)


@st.dialog("Rename the experiment", icon=":material/edit:")
def _ask(state: ExperimentState) -> None:
    with st.form("lab_rename_form", border=False):
        title = st.text_input(
            "Name of the experiment",
            value=state.plan.title,
            max_chars=MAX_TITLE_LENGTH,
            placeholder="You may leave it empty",
            key=lab_memory.NEW_NAME.each(f"{state.id}_{state.plan.title}").name,
        )
        with st.container(horizontal=True):
            is_wanted = st.form_submit_button(
                "Save name", type="primary", icon=":material/check:", key="lab_save_name"
            )
            is_unwanted = st.form_submit_button("Cancel", key="lab_keep_name")
    if is_wanted:
        _rename(state, title)
    elif is_unwanted:
        st.rerun()


def _rename(state: ExperimentState, title: str) -> None:
    """The new name, unless somebody else gave another one since this page was drawn."""
    lab_memory.ERROR.set(None)
    try:
        wiring().lab.change(
            access.the_teacher(),
            state.id,
            lambda now: rename(now, title, instead_of=state.plan.title),
        )
    except ChangedMeanwhileError as error:
        lab_memory.ERROR.set(error)  # the page behind shows how it is now
    except ImageSpeakError as error:
        messages.show(error)
        return
    lab_memory.LIST.forget()
    st.rerun()
