"""An experiment to take away: as files, and its settings into other pages."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.lab.experiment import OpenExperiment
from pages.components.lab import lab_memory, lab_reuse, lab_words
from pages.components.shell import assets, file_addresses

_FILES = (
    ("png", "All on one picture (PNG)", ":material/grid_view:"),
    ("zip", "Pictures and numbers (ZIP)", ":material/folder_zip:"),
    ("csv", "Table (CSV)", ":material/table:"),
    ("json", "All data (JSON)", ":material/data_object:"),
)


def draw(opened: OpenExperiment) -> None:
    """Files, and the settings of one picture."""
    state = opened.state
    st.header("Take away", anchor=False)
    st.html(assets.style(__file__))
    with st.container(horizontal=True, key="lab_files"):
        for ending, label, icon in _FILES:
            st.link_button(label, file_addresses.experiment(state.id, ending), icon=icon)
    st.subheader("Use the settings of one picture", anchor=False)
    number = st.selectbox(
        "Which picture",
        range(len(state.cells)),
        format_func=lambda number: lab_words.name(state, number),
        key=lab_memory.CELL.name,
    )
    with st.container(horizontal=True, key="lab_reuse"):
        practice = st.button("Use in practice", icon=":material/image:", key="lab_use_practice")
        classroom = st.button("Use in a class", icon=":material/groups:", key="lab_use_classroom")
    if practice or classroom:
        lab_reuse.use(state, number, lab_reuse.PRACTICE if practice else lab_reuse.CLASSROOM)
