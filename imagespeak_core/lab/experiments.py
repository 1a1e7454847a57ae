"""The use cases of experiments. Those that take a `Teacher` are for teachers alone."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import (
    ChangedMeanwhileError,
    GenerationInProgressError,
    InvalidRequestError,
)
from imagespeak_core.lab.edits import Edit, as_of, cancel
from imagespeak_core.lab.errors import ExperimentDamagedError, ExperimentGoneError
from imagespeak_core.lab.expansion import Cell, expand
from imagespeak_core.lab.experiment import (
    EXPERIMENTS_PREFIX,
    CellRequest,
    ExperimentCell,
    ExperimentState,
    OpenExperiment,
    document_name,
    is_experiment_id,
    new_id,
    read_experiment,
)
from imagespeak_core.lab.plan import Plan, settled
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.services import Services
from imagespeak_core.stores.documents import MAX_DOCUMENT_BYTES

_TRIES = 10
_ROUNDS = 3
_READS_AT_ONCE = 8
_FREE_BYTES = 128 * 1024
"""Kept free for what the cells will tell: 24 notes, reasons and results."""


class ExperimentList(list[OpenExperiment]):
    """Experiments, newest first.

    Attributes:
        damaged: Ids of those that can't be read.
    """

    def __init__(self, experiments: Iterable[OpenExperiment], *, damaged: Iterable[str]) -> None:
        super().__init__(experiments)
        self.damaged = tuple(damaged)


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
    content = state.to_json()
    if len(content) > MAX_DOCUMENT_BYTES - _FREE_BYTES:
        raise InvalidRequestError(
            "prompt", "The prompts are too long to be kept in one experiment. Make it smaller."
        )
    version = services.documents.write(document_name(experiment_id), content, replacing=None)
    return OpenExperiment(state, version)


def open_experiment(services: Services, experiment_id: str) -> OpenExperiment | None:
    """An experiment, for everybody who knows its id; None where there is none.

    What ran on a server that is gone is told as interrupted.

    Raises:
        ExperimentDamagedError: It is there, but can't be read.
        StorageError: The store failed, by subclass.
    """
    if not is_experiment_id(experiment_id):
        return None
    document = services.documents.read(document_name(experiment_id))
    if document is None:
        return None
    state = as_of(read_experiment(experiment_id, document.content), services.now())
    return OpenExperiment(state, document.version)


def list_experiments(services: Services, teacher: Teacher, search: str = "") -> ExperimentList:
    """All experiments, newest first; those that can't be read are named apart.

    Args:
        services: What the use cases work with.
        teacher: Who looks.
        search: Words that must all be in the title or in a prompt; in any case.

    Raises:
        StorageError: The store failed, by subclass.
    """
    names = services.documents.list(EXPERIMENTS_PREFIX)
    ids = [name.removeprefix("experiments/").removesuffix(".json") for name in names]

    def look(experiment_id: str) -> OpenExperiment | str | None:
        try:
            return open_experiment(services, experiment_id)
        except ExperimentDamagedError:
            return experiment_id

    with ThreadPoolExecutor(max_workers=_READS_AT_ONCE) as pool:
        found = list(pool.map(look, ids))
    words = search.casefold().split()
    experiments = [one for one in found if isinstance(one, OpenExperiment) and _has(one, words)]
    experiments.sort(key=lambda opened: opened.state.created_at, reverse=True)
    return ExperimentList(experiments, damaged=[one for one in found if isinstance(one, str)])


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
    name = document_name(experiment_id)
    for _ in range(_TRIES):
        opened = open_experiment(services, experiment_id)
        if opened is None:
            raise gone(experiment_id)
        state = edit(opened.state)
        if state == opened.state:
            return opened
        try:
            version = services.documents.write(name, state.to_json(), replacing=opened.version)
        except ChangedMeanwhileError:
            continue
        return OpenExperiment(state, version)
    raise ChangedMeanwhileError(name)


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
    for _ in range(_ROUNDS):
        keys = [image.key for image in services.store.list_session(experiment_id)]
        if not keys:
            break
        kept = services.store.delete(keys)
        if kept:
            return kept
    services.documents.delete(document_name(experiment_id))
    return {}


def gone(experiment_id: str) -> ExperimentGoneError:
    """Why an experiment can't be worked with."""
    return ExperimentGoneError(
        f"There is no experiment {experiment_id!r}. It may have been deleted."
    )


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
    text = "\n".join([state.plan.title, *(cell.request.prompt for cell in state.cells)]).casefold()
    return all(word in text for word in words)
