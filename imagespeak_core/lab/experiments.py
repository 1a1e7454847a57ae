"""The use cases of experiments. Those that take a `Teacher` are for teachers alone."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.documents.shelf import Shelf
from imagespeak_core.errors import GenerationInProgressError
from imagespeak_core.lab.edits import Edit, as_of, cancel
from imagespeak_core.lab.errors import ExperimentDamagedError, ExperimentGoneError
from imagespeak_core.lab.expansion import Cell, expand
from imagespeak_core.lab.experiment import (
    EXPERIMENTS,
    CellRequest,
    ExperimentCell,
    ExperimentList,
    ExperimentState,
    OpenExperiment,
    new_id,
)
from imagespeak_core.lab.plan import Plan, settled
from imagespeak_core.pictures.deletion import empty_session
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services
from imagespeak_core.typed_text import in_latin

_FREE_BYTES = 128 * 1024
"""Kept free for what the cells will tell: 24 notes, reasons and results."""


def create_experiment(
    services: Services,
    teacher: Teacher,
    plan: Plan,
    *,
    random_bytes: Callable[[int], bytes] = secrets.token_bytes,
) -> OpenExperiment:
    """Keep a plan as an experiment whose cells all wait. Nothing is made yet.

    Args:
        services: What the use cases work with.
        teacher: Who makes it.
        plan: What is compared; a seed left open is drawn now.
        random_bytes: Gives so many of them.

    Raises:
        InvalidRequestError: As `expand`, or the texts are too long to be kept together.
        StorageError: The store failed, by subclass.
    """
    plan = settled(plan, services.draw_seed)
    experiment_id = new_id(random_bytes)
    expansion = expand(plan, services.generator, session_id=experiment_id)
    state = ExperimentState(
        id=experiment_id,
        plan=plan,
        teacher=teacher.name,
        created_at=services.now(),
        axes=expansion.axes,
        cells=tuple(_cell(cell) for cell in expansion.cells),
    )
    return _shelf(services).create(state, free_bytes=_FREE_BYTES)


def open_experiment(services: Services, experiment_id: str) -> OpenExperiment | None:
    """An experiment, for everybody who knows its id; None where there is none.

    What ran on a server that is gone is told as interrupted.

    Raises:
        ExperimentDamagedError: It is there, but can't be read.
        StorageError: The store failed, by subclass.
    """
    return _shelf(services).open(experiment_id)


def list_experiments(services: Services, teacher: Teacher, search: str = "") -> ExperimentList:
    """All experiments, newest first; those that can't be read are named apart.

    Args:
        services: What the use cases work with.
        teacher: Who looks.
        search: Words that must all be in the title or in a prompt; in any case.

    Raises:
        StorageError: The store failed, by subclass.
    """
    listed = _shelf(services).listed()
    words = in_latin(search).casefold().split()
    return ExperimentList((one for one in listed if _has(one, words)), damaged=listed.damaged)


def change_experiment(
    services: Services, teacher: Teacher, experiment_id: str, edit: Edit
) -> OpenExperiment:
    """Write an edit on what is stored now; the changes of others stay.

    Raises:
        ExperimentGoneError: There is no such experiment.
        ChangedMeanwhileError: Others changed it again and again.
        InvalidRequestError: The edit can't be kept.
        ExperimentDamagedError, StorageError: As `open_experiment`.
    """
    shelf = _shelf(services)
    changed = shelf.change(shelf.open(experiment_id), edit)
    if changed is None:
        raise gone(experiment_id)
    return changed


def duplicate_experiment(services: Services, teacher: Teacher, experiment_id: str) -> Plan:
    """The plan of an experiment, to be changed and started again, with the same seed.

    Raises:
        ExperimentGoneError: There is no such experiment.
        ExperimentDamagedError, StorageError: As `open_experiment`.
    """
    opened = open_experiment(services, experiment_id)
    if opened is None:
        raise gone(experiment_id)
    return opened.state.plan


def delete_experiment(
    services: Services, teacher: Teacher, experiment_id: str
) -> dict[ImageKey, str]:
    """Delete an experiment with the pictures that it made, also one that can't be read.

    Cells that wait are cancelled first. Where pictures can't be deleted, it is kept.

    Returns:
        The pictures that could not be deleted, each with a sentence why; empty: all is gone.

    Raises:
        GenerationInProgressError: Pictures are being made for it.
        StorageError: The store failed, by subclass.
    """
    try:
        opened = change_experiment(services, teacher, experiment_id, cancel)
    except ExperimentDamagedError:
        pass
    except ExperimentGoneError:
        return {}
    else:
        if any(cell.status == "running" for cell in opened.state.cells):
            raise GenerationInProgressError(
                "Pictures are still being made for this experiment. No more will be sent. "
                "Wait until they are there, then delete it."
            )
    kept = empty_session(services, experiment_id).kept
    if not kept:
        _shelf(services).delete(experiment_id)
    return kept


def gone(experiment_id: str) -> ExperimentGoneError:
    """Why an experiment can't be worked with."""
    return ExperimentGoneError(
        f"There is no experiment {experiment_id!r}. It may have been deleted."
    )


def _shelf(services: Services) -> Shelf[ExperimentState]:
    return Shelf(services.documents, EXPERIMENTS, tell=services.changes.tell, as_seen=as_of)


def _cell(cell: Cell) -> ExperimentCell:
    request = cell.request
    return ExperimentCell(
        place=cell.place,
        request=CellRequest(
            prompt=request.prompt,
            negative_prompt=request.negative_prompt,
            quality=request.quality,
            width_px=request.width_px,
            height_px=request.height_px,
            seed=request.seed,
            model=request.model,
        ),
        sha=cell.sha,
        price_usd=cell.offer.price_usd,
        expected_s=cell.offer.usual_s,
    )


def _has(opened: OpenExperiment, words: Iterable[str]) -> bool:
    state = opened.state
    texts = "\n".join([state.plan.title, *(cell.request.prompt for cell in state.cells)])
    text = in_latin(texts).casefold()
    return all(word in text for word in words)
