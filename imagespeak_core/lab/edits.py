"""The changes to an experiment: the old state in, the new one out.

A change that no longer makes sense leaves the state as it is, so that those of several servers
and people go together in any order.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from pydantic import ValidationError

from imagespeak_core.errors import ChangedMeanwhileError
from imagespeak_core.lab.experiment import (
    CellFailure,
    CellResult,
    ExperimentCell,
    ExperimentState,
    Lease,
)
from imagespeak_core.lab.plan import Plan, plan_problem
from imagespeak_core.stores.claims import ABANDONED_AFTER_S
from imagespeak_core.typed_text import tidied

Edit = Callable[[ExperimentState], ExperimentState]

_RETRIED = ("failed", "cancelled", "interrupted")


def as_of(state: ExperimentState, age_s: float, *, server: str = "") -> ExperimentState:
    """The state with what ran on a server that is gone as interrupted, and its lease ended.

    A lease that goes on tells how long its owner has been silent. Who writes on what was read so
    keeps that, so that stars and names which others give make no dead server live longer.

    Args:
        state: As it was stored.
        age_s: Seconds since then, by the store's own clock.
        server: Who reads; its own lease it keeps until another one has taken it.
    """
    lease = state.lease
    if lease is None or lease.server == server:
        return state
    silent_s = lease.silent_s + max(0.0, age_s)
    if silent_s >= ABANDONED_AFTER_S:
        return _without_lease(state)
    return _with_lease(state, lease.model_copy(update={"silent_s": silent_s}))


def take_lease(state: ExperimentState, *, server: str, nonce: str) -> ExperimentState:
    """Let this server alone make the pictures from now on; unchanged where another one does.

    Args:
        state: As of now.
        server: The random name of this process.
        nonce: Made up for this moment.
    """
    if state.lease is not None and not _is_held(state, server):
        return state
    return _with_lease(_without_lease(state), Lease(server=server, nonce=nonce))


def renew_lease(state: ExperimentState, *, server: str, nonce: str) -> ExperimentState:
    """Say that this server is alive; unchanged where it does not hold the lease."""
    if not _is_held(state, server):
        return state
    return _with_lease(state, Lease(server=server, nonce=nonce))


def give_lease_back(
    state: ExperimentState, *, server: str, even_if_waiting: bool = False
) -> ExperimentState:
    """End this server's work; unchanged where cells wait for it, unless that is allowed."""
    if not _is_held(state, server) or (state.waiting and not even_if_waiting):
        return state
    return _without_lease(state)


def start_cell(
    state: ExperimentState, number: int, *, server: str, now: datetime
) -> ExperimentState:
    """Count an attempt; only for the server that holds the lease, and a waiting cell."""
    cell = state.cells[number]
    if cell.status != "waiting" or not _is_held(state, server):
        return state
    return _with_cell(
        state, number, status="running", attempt=cell.attempt + 1, started_at=now, failure=None
    )


def finish_cell(
    state: ExperimentState, number: int, *, attempt: int, result: CellResult
) -> ExperimentState:
    """Keep the picture of an attempt, also where its server was thought dead meanwhile."""
    if not _is_pending(state.cells[number], attempt):
        return state
    return _with_cell(state, number, status="done", anew=False, result=result, failure=None)


def put_back(state: ExperimentState, number: int, *, attempt: int) -> ExperimentState:
    """Let a cell wait as before an attempt in which surely nothing was paid for."""
    if not _is_pending(state.cells[number], attempt):
        return state
    return _with_cell(state, number, status="waiting")


def fail_cell(
    state: ExperimentState, number: int, *, attempt: int, failure: CellFailure
) -> ExperimentState:
    """Keep why an attempt gave no picture."""
    if not _is_pending(state.cells[number], attempt):
        return state
    return _with_cell(state, number, status="failed", failure=failure)


def retry_cell(state: ExperimentState, number: int) -> ExperimentState:
    """Let a cell without a picture wait once more; any other stays as it is."""
    if state.cells[number].status not in _RETRIED:
        return state
    return _with_cell(state, number, status="waiting", failure=None)


def make_anew(state: ExperimentState, number: int) -> ExperimentState:
    """Let a cell be made and paid for even if it was made before; not while it runs."""
    if state.cells[number].status == "running":
        return state
    return _with_cell(state, number, status="waiting", anew=True, failure=None)


def cancel(state: ExperimentState) -> ExperimentState:
    """Send nothing more; what runs or is done stays. A picture that was there is shown again."""
    for number in state.waiting:
        status = "done" if state.cells[number].result else "cancelled"
        state = _with_cell(state, number, status=status, anew=False)
    return state


def rate_cell(
    state: ExperimentState, number: int, *, stars: int | None = None, note: str | None = None
) -> ExperimentState:
    """Give a cell 1–5 stars (0: none) or a note; None leaves it as it is.

    Raises:
        InvalidRequestError: It is no such number, or the note is too long or broken.
    """
    cell = state.cells[number]
    return _with_cell(
        state,
        number,
        stars=cell.stars if stars is None else stars,
        note=cell.note if note is None else note.strip(),
    )


def rename(state: ExperimentState, title: str, *, instead_of: str) -> ExperimentState:
    """Give the experiment another title.

    Args:
        state: As it is.
        title: The new one; empty for none.
        instead_of: The title that was seen.

    Raises:
        ChangedMeanwhileError: Somebody else gave it a third one.
        InvalidRequestError: It is too long or broken.
    """
    title = tidied(title)
    if state.plan.title not in {instead_of, title}:
        raise ChangedMeanwhileError(state.id)
    try:
        plan = Plan.model_validate({**dict(state.plan), "title": title})
    except ValidationError as exc:
        raise plan_problem(exc) from exc
    return state.model_copy(update={"plan": plan})


def _is_held(state: ExperimentState, server: str) -> bool:
    return state.lease is not None and state.lease.server == server


def _is_pending(cell: ExperimentCell, attempt: int) -> bool:
    return cell.attempt == attempt and cell.status in {"running", "interrupted"}


def _with_lease(state: ExperimentState, lease: Lease) -> ExperimentState:
    return state.model_copy(update={"lease": lease})


def _without_lease(state: ExperimentState) -> ExperimentState:
    cells = tuple(
        cell.model_copy(update={"status": "interrupted"}) if cell.status == "running" else cell
        for cell in state.cells
    )
    return state.model_copy(update={"lease": None, "cells": cells})


def _with_cell(state: ExperimentState, number: int, **changes: object) -> ExperimentState:
    try:
        cell = ExperimentCell.model_validate({**dict(state.cells[number]), **changes})
    except ValidationError as exc:
        raise plan_problem(exc) from exc
    cells = (*state.cells[:number], cell, *state.cells[number + 1 :])
    return state.model_copy(update={"cells": cells})
