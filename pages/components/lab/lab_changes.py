"""What a teacher's press does to experiments, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.lab.experiments import delete_experiment, duplicate_experiment
from imagespeak_core.pictures.naming import ImageKey
from pages.components.lab import lab_form
from pages.components.shell import access, messages, session
from pages.components.shell.wiring import wiring
from pages.components.widgets import attention, deletion_dialog


def try_to(do: Callable[[], object]) -> bool:
    """Callback's work: do it, and keep why it failed.

    Returns:
        Whether it was done.
    """
    error: Exception | None = None
    try:
        do()
    except ImageSpeakError as exc:
        error = exc
    st.session_state[session.LAB_ERROR] = error
    session.redraw_page()
    return error is None


def show_error() -> None:
    """Why the last press did nothing; it stands until the next press."""
    error: Exception | None = st.session_state.get(session.LAB_ERROR)
    if error:
        messages.show(error)
        attention.draw(error, key="lab_error_here")


def show_experiment(experiment_id: str) -> None:
    """Callback: go to the experiment."""
    st.session_state[session.LAB_ERROR] = None
    st.query_params[session.EXPERIMENT_PARAMETER] = experiment_id
    session.redraw_page()


def show_all() -> None:
    """Callback: go to the form and the list, which is read again."""
    _leave()
    session.redraw_page()


def retry(experiment_id: str, number: int) -> None:
    """Callback: send a cell once more."""
    try_to(lambda: wiring().lab.retry(access.the_teacher(), experiment_id, number))


def make_anew(experiment_id: str, number: int) -> None:
    """Callback: make a cell that came from the store, and pay for it."""
    try_to(lambda: wiring().lab.make_anew(access.the_teacher(), experiment_id, number))


def cancel(experiment_id: str) -> None:
    """Callback: send nothing more."""
    try_to(lambda: wiring().lab.cancel(access.the_teacher(), experiment_id))


def go_on(experiment_id: str) -> None:
    """Callback: make what waits, was cancelled or interrupted."""
    try_to(lambda: wiring().lab.retry(access.the_teacher(), experiment_id))


def duplicate(experiment_id: str) -> None:
    """Callback: take the plan into the form."""

    def take() -> None:
        wired = wiring()
        plan = duplicate_experiment(wired.services, access.the_teacher(), experiment_id)
        show_all()
        lab_form.fill(plan)

    try_to(take)


def ask_to_delete(experiment_id: str, name: str) -> None:
    """The question before an experiment is deleted with the pictures that it made."""
    try:
        images = wiring().services.store.list_session(experiment_id)
    except ImageSpeakError as error:
        messages.show(error)
        return
    deletion_dialog.ask(
        f"The experiment “{name}” will be deleted, with all pictures that were made for it:",
        [image.key for image in images],
        partial(_delete, experiment_id),
        done="The experiment was deleted.",
    )


def _delete(experiment_id: str) -> dict[ImageKey, str]:
    wired = wiring()
    kept = delete_experiment(wired.services, access.the_teacher(), experiment_id)
    wired.gallery.forget()
    if kept:
        st.session_state.pop(session.LAB_LIST, None)
    else:
        _leave()  # the dialog itself draws the page anew, and what it reports is told only once
    return kept


def _leave() -> None:
    for name in (session.LAB_ERROR, session.LAB_LIST, session.LAB_IN_STORE):
        st.session_state.pop(name, None)
    st.query_params.pop(session.EXPERIMENT_PARAMETER, None)
