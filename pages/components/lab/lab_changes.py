"""What a teacher's press does to experiments, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.lab.experiments import delete_experiment, duplicate_experiment
from imagespeak_core.pictures.naming import ImageKey
from pages.components.lab import lab_form, lab_memory
from pages.components.picture import deletion_dialog
from pages.components.shell import access, addresses, as_written, messages, redraw
from pages.components.shell.wiring import wiring
from pages.components.widgets import attention


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
    lab_memory.ERROR.set(error)
    redraw.request()
    return error is None


def show_error() -> None:
    """Why the last press did nothing; it stands until the next press."""
    error = lab_memory.ERROR.get()
    if error:
        messages.show(error)
        attention.draw(error, key="lab_error_here")


def show_experiment(experiment_id: str) -> None:
    """Callback: go to the experiment."""
    lab_memory.ERROR.set(None)
    st.query_params[addresses.EXPERIMENT_PARAMETER] = experiment_id
    redraw.request()


def show_all() -> None:
    """Callback: go to the form and the list, which is read again."""
    _leave()
    redraw.request()


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
        f"The experiment “{as_written.words(name)}” will be deleted, with all pictures that were "
        "made for it:",
        [image.key for image in images],
        partial(_delete, experiment_id),
        done="The experiment was deleted.",
    )


def _delete(experiment_id: str) -> dict[ImageKey, str]:
    kept = delete_experiment(wiring().services, access.the_teacher(), experiment_id)
    if kept:
        lab_memory.LIST.forget()
    else:
        _leave()  # the dialog itself draws the page anew, and what it reports is told only once
    return kept


def _leave() -> None:
    lab_memory.ERROR.forget()
    lab_memory.LIST.forget()
    lab_memory.IN_STORE.forget()
    st.query_params.pop(addresses.EXPERIMENT_PARAMETER, None)
