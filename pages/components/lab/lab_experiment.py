"""One experiment: what it is, how far it is, and what can be done with it."""

from __future__ import annotations

from decimal import Decimal
from urllib.parse import urlencode

import streamlit as st

from imagespeak_core.errors import ImageSpeakError, StorageError
from imagespeak_core.lab.errors import ExperimentDamagedError, ExperimentGoneError
from imagespeak_core.lab.experiment import ExperimentState, OpenExperiment
from imagespeak_core.lab.experiments import gone, open_experiment
from pages.components.lab import (
    lab_cells,
    lab_changes,
    lab_choices,
    lab_list,
    lab_look,
    lab_numbers,
    lab_rename,
    lab_take_away,
    lab_words,
)
from pages.components.picture import deletion_dialog
from pages.components.shell import (
    addresses,
    as_written,
    link_repair,
    messages,
    readable,
    redraw,
)
from pages.components.shell.direction import isolated
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from pages.components.widgets import copy_link

_LOOK_S = 1.0


def draw(experiment_id: str) -> None:
    """The experiment, or why it can't be shown."""
    st.button(
        "All experiments",
        icon=":material/arrow_back:",
        key="lab_back",
        on_click=lab_changes.show_all,
    )
    deletion_dialog.show_report()
    try:
        opened = _read(experiment_id)
    except ImageSpeakError as error:
        _draw_trouble(experiment_id, error)
        return
    _draw_heading(opened.state)
    lab_changes.show_error()
    _draw_cells(opened)
    if opened.state.is_running and not any(cell.result for cell in opened.state.cells):
        return  # there is nothing yet that the cells do not tell
    lab_look.draw(opened)
    lab_numbers.draw(opened)
    lab_take_away.draw(opened)


def _read(experiment_id: str) -> OpenExperiment:
    opened = open_experiment(wiring().services, experiment_id)
    if opened is None:
        raise gone(experiment_id[:80])
    return opened


def _draw_trouble(experiment_id: str, error: ImageSpeakError) -> None:
    messages.show(error)
    if isinstance(error, StorageError):
        st.button("Try again", icon=":material/refresh:", key="lab_again")
    if isinstance(error, ExperimentDamagedError):
        lab_list.draw_delete(experiment_id, experiment_id)
    if isinstance(error, ExperimentGoneError):
        meant = link_repair.meant(experiment_id, _is_there)
        link_repair.draw(meant, parameter=addresses.EXPERIMENT_PARAMETER)


def _is_there(experiment_id: str) -> bool:
    return open_experiment(wiring().services, experiment_id) is not None


def _draw_heading(state: ExperimentState) -> None:
    with as_written.place("experiment"):
        st.header(plain(state.name), anchor=False)
    teacher = isolated(state.teacher)
    st.caption(plain(f"Made by {teacher} on {readable.local_time(state.created_at)}."))
    lab_list.draw_style()
    with st.container(horizontal=True, key="lab_actions"):
        lab_rename.draw(state)
        st.button(
            "Duplicate",
            icon=":material/content_copy:",
            key="lab_duplicate",
            help="Take these settings into the form, to change them and start again",
            on_click=lab_changes.duplicate,
            args=(state.id,),
        )
        if state.is_running:
            st.button(
                "Delete",
                icon=":material/delete:",
                key=f"lab_delete_{state.id}",
                disabled=True,
                help="Cancel first, and wait until nothing runs",
            )
        else:
            lab_list.draw_delete(state.id, state.name)
    path = f"/prompt_lab?{urlencode({addresses.EXPERIMENT_PARAMETER: state.id})}"
    copy_link.draw(addresses.absolute(path), label="Link to this experiment")


def _draw_cells(opened: OpenExperiment) -> None:
    """How far it is; looks again by itself while pictures are made, and never after."""
    fresh = [opened]

    @st.fragment(run_every=_LOOK_S if opened.state.is_running else None)
    def cells() -> None:
        if redraw.take_request():
            st.rerun()
        try:
            state = fresh.pop().state if fresh else _read(opened.state.id).state
        except ExperimentGoneError:
            st.rerun()
        except ImageSpeakError as error:
            messages.show(error)
            state = opened.state
        if _what_is_drawn(state) != _what_is_drawn(opened.state):
            st.rerun()
        _draw_status(state)
        lab_cells.draw(state, is_running=state.is_running)

    cells()


def _what_is_drawn(state: ExperimentState) -> tuple[object, ...]:
    """What the page outside of the cells depends on."""
    return state.is_running, tuple((cell.status, cell.result) for cell in state.cells)


def _draw_status(state: ExperimentState) -> None:
    running = state.is_running
    if running:
        ready = sum(cell.status not in {"waiting", "running"} for cell in state.cells)
        st.progress(ready / len(state.cells), plain(lab_list.status(state)))
        if state.waiting:
            st.button(
                "Cancel",
                icon=":material/block:",
                key="lab_cancel",
                help="Send nothing more. What is on its way or ready is kept",
                on_click=lab_changes.cancel,
                args=(state.id,),
            )
        return
    st.markdown(plain(f"{lab_list.status(state)}. {_paid(state)}"))
    _draw_go_on(state)


def _draw_go_on(state: ExperimentState) -> None:
    interrupted = [cell for cell in state.cells if cell.status == "interrupted"]
    left = [state.cells[number] for number in (*state.left_out, *state.waiting)]
    if not left:
        return
    if interrupted:
        st.warning(
            f"The server stopped while it was making {readable.count(len(interrupted))}. "
            "That may have been paid for. Press **Go on** to make what is missing.",
            icon=":material/power_off:",
        )
    else:
        st.info(f"Still to be made: {readable.count(len(left))}. Press **Go on** to make them.")
    st.button(
        f"Go on: {readable.count(len(left))}, {_price([cell.price_usd for cell in left])}",
        type="primary",
        icon=":material/play_arrow:",
        key="lab_go_on",
        on_click=lab_changes.go_on,
        args=(state.id,),
    )


def _price(prices: list[Decimal | None]) -> str:
    """At most so much: what is in the store by then is free."""
    known = [price for price in prices if price is not None]
    if len(known) < len(prices):
        return "price not known"
    total = lab_choices.price(sum(known, Decimal(0)))
    return total if total == "free" else f"at most \\{total}"


def _paid(state: ExperimentState) -> str:
    prices = [cell.result.price_usd for cell in state.cells if cell.result]
    if not prices or any(price is None for price in prices):
        return ""
    total = sum((price for price in prices if price is not None), Decimal(0))
    return f"{lab_words.price(total)} in all, by the price list."
