"""All experiments, newest first: search, open, duplicate, delete."""

from __future__ import annotations

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.lab.experiment import ExperimentList, ExperimentState, OpenExperiment
from imagespeak_core.lab.experiments import list_experiments
from imagespeak_core.models import MAX_PROMPT_LENGTH
from pages.components.lab import lab_changes, lab_memory
from pages.components.shell import access, as_written, assets, messages, readable
from pages.components.shell.direction import isolated
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring

_LONGEST_NAME = 80


def draw() -> None:
    """The search, and what it finds."""
    st.subheader("Experiments", anchor=False)
    draw_style()
    with st.container(horizontal=True, vertical_alignment="bottom", key="lab_search_row"):
        words = st.text_input(
            "Search experiments",
            placeholder="Words of a name or a prompt",
            max_chars=MAX_PROMPT_LENGTH,
            key=lab_memory.SEARCH.name,
            icon=":material/search:",
            persist_state="session",
        )
        st.button("Look again", icon=":material/refresh:", key="lab_look_again", on_click=_forget)
    try:
        listing = _read(words)
    except ImageSpeakError as error:
        messages.show(error)
        return
    for experiment_id in listing.damaged:
        draw_damaged(experiment_id)
    if not listing:
        st.info("Nothing was found." if words.strip() else "No experiments yet. Start the first.")
    for opened in listing:
        _draw_entry(opened)


def draw_style() -> None:
    """On a phone the buttons of an experiment stand in one line."""
    st.html(assets.style(__file__))


def draw_damaged(experiment_id: str) -> None:
    """What can be done about an experiment that can't be read."""
    with st.container(border=True):
        st.error(
            f"**The experiment {plain(experiment_id)} can't be read.** Its file is damaged. "
            "You can delete it.",
            icon=":material/error:",
        )
        draw_delete(experiment_id, experiment_id)


def draw_delete(experiment_id: str, name: str) -> None:
    """The button that asks first."""
    if st.button(
        "Delete",
        icon=":material/delete:",
        key=f"lab_delete_{experiment_id}",
        help=f"Delete “{plain(isolated(name))}”",
    ):
        lab_changes.ask_to_delete(experiment_id, name)


def status(state: ExperimentState) -> str:
    """In a few words, how it stands with an experiment."""
    done = sum(cell.status == "done" for cell in state.cells)
    parts = [f"{done} of {readable.count(len(state.cells))} ready"]
    if state.is_running:
        parts.append("running")
    failed = sum(cell.status == "failed" for cell in state.cells)
    stopped = sum(cell.status in {"cancelled", "interrupted"} for cell in state.cells)
    if failed:
        parts.append(f"{failed} failed")
    if stopped:
        parts.append(f"{stopped} not made")
    return ", ".join(parts)


def _draw_entry(opened: OpenExperiment) -> None:
    state = opened.state
    name = state.name if len(state.name) <= _LONGEST_NAME else f"{state.name[:_LONGEST_NAME]}…"
    with st.container(border=True, key=f"lab_entry_{state.id}"):
        st.markdown(f"**{as_written.words(name)}**")
        axes = ", ".join(axis.title for axis in state.axes) or "one picture"
        made = readable.local_time(state.created_at)
        st.caption(plain(f"{made} · {status(state)} · {axes}"))
        with st.container(horizontal=True, key=f"lab_row_{state.id}"):
            st.button(
                "Open",
                icon=":material/open_in_full:",
                key=f"lab_open_{state.id}",
                help=f"Open “{plain(isolated(name))}”",
                on_click=lab_changes.show_experiment,
                args=(state.id,),
            )
            st.button(
                "Duplicate",
                icon=":material/content_copy:",
                key=f"lab_copy_{state.id}",
                help=f"Take the settings of “{plain(isolated(name))}” into the form",
                on_click=lab_changes.duplicate,
                args=(state.id,),
            )
            draw_delete(state.id, name)


def _read(words: str) -> ExperimentList:
    """What is found; read anew only when the words change, or the page is come back to."""
    known = lab_memory.LIST.get()
    if known and known[0] == words:
        return known[1]
    listing = list_experiments(wiring().services, access.the_teacher(), words)
    lab_memory.LIST.set((words, listing))
    return listing


def _forget() -> None:
    lab_memory.LIST.forget()
