"""What is known of a plan that was started, and its JSON: `{"version": 1, "id": "lab-…", …}`."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from decimal import Decimal
from itertools import product
from math import prod
from typing import Annotated, Literal, Self

from pydantic import BaseModel, Field, model_validator

from imagespeak_core.documents.kind import Kind, Moment
from imagespeak_core.documents.shelf import Listed, Opened
from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.lab.errors import ExperimentDamagedError
from imagespeak_core.lab.expansion import Labels
from imagespeak_core.lab.plan import MAX_AXES, MAX_CELLS, STRICT, Plan
from imagespeak_core.models import MAX_PROMPT_LENGTH, ImageRequest, Quality
from imagespeak_core.pictures.naming import parse_key

LAB_PREFIX = "lab-"
EXPERIMENTS_PREFIX = f"experiments/{LAB_PREFIX}"
MAX_NOTE_LENGTH = 500
MAX_STARS = 5

_RANDOM_BYTES = 10
_ID = re.compile(rf"{LAB_PREFIX}[a-z2-7]{{16}}")

CellStatus = Literal["waiting", "running", "done", "failed", "cancelled", "interrupted"]


class CellRequest(BaseModel):
    """The exact request of a cell, but for its session; see `ImageRequest`."""

    model_config = STRICT

    prompt: Annotated[str, Field(min_length=1, max_length=MAX_PROMPT_LENGTH)]
    negative_prompt: Annotated[str, Field(max_length=MAX_PROMPT_LENGTH)]
    quality: Quality
    width_px: int
    height_px: int
    seed: int
    model: str


class CellResult(BaseModel):
    """A picture, and what was measured when it was made.

    Attributes:
        key: The text of its `ImageKey`; of another session where another experiment made it.
        size_bytes: Of the PNG.
        seed: The one that the model reported; None where the picture does not tell.
        model_ms: From the request to the finished PNG, when it was made; None likewise.
        total_ms: From the start of this cell to its picture in the store.
        price_usd: What this cell cost by the price list: 0 from the store, None if unknown.
        from_store: It had been made before, and was not paid for again.
        warnings: What the model could not honour.
    """

    model_config = STRICT

    key: str
    size_bytes: int
    seed: int | None
    model_ms: int | None
    total_ms: int
    price_usd: Decimal | None
    from_store: bool = False
    warnings: tuple[str, ...] = ()


class CellFailure(BaseModel):
    """Why there is no picture.

    Attributes:
        code: The stable word of the error.
        message: Its sentence for a person.
    """

    model_config = STRICT

    code: str
    message: str


class ExperimentCell(BaseModel):
    """A cell and what became of it.

    Attributes:
        place: From 0, one number for each axis.
        request: What is asked for.
        sha: The name of the request, see `canonical`.
        price_usd: Of the model by the price list; None where we don't know.
        expected_s: What the model usually needs.
        status: Where it stands.
        attempt: Counts the times it was sent or found, from 0.
        anew: It is to be made even if it was made before.
        started_at: When the last attempt began; aware.
        result: The picture; a former one stays while it is made anew.
        failure: Of the last attempt, where it failed.
        stars: 1–5; 0 for none.
        note: Up to 500 characters.
    """

    model_config = STRICT

    place: Annotated[tuple[int, ...], Field(max_length=MAX_AXES)]
    request: CellRequest
    sha: str
    price_usd: Decimal | None
    expected_s: float
    status: CellStatus = "waiting"
    attempt: Annotated[int, Field(ge=0)] = 0
    anew: bool = False
    started_at: Moment | None = None
    result: CellResult | None = None
    failure: CellFailure | None = None
    stars: Annotated[int, Field(ge=0, le=MAX_STARS)] = 0
    note: Annotated[str, Field(max_length=MAX_NOTE_LENGTH)] = ""

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.result and parse_key(self.result.key) is None:
            raise ValueError("a picture's key is none")
        if self.status == "done" and self.result is None:
            raise ValueError("a cell is done without a picture")
        return self


class Lease(BaseModel):
    """Who makes the pictures now, so that nobody else does.

    Its owner writes it again every few seconds. No server's clock counts: how long the owner was
    silent is told by the age of the document, and by what others noted when they wrote meanwhile.

    Attributes:
        server: A random name of the process.
        nonce: Another one each time that the owner writes.
        silent_s: So long the owner had been silent when this was written or read.
        until: What earlier versions wrote by their own clocks; it is read, and means nothing.
    """

    model_config = STRICT

    server: str
    nonce: str = ""
    silent_s: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0.0
    until: Moment | None = None


class ExperimentState(BaseModel):
    """An experiment. Its text is a person's: never to be read as Markdown or HTML.

    Attributes:
        version: Of this form.
        id: `lab-` and 80 random bits; the session id of its pictures too.
        plan: With its seed known.
        teacher: Who made it: `Teacher.name`.
        created_at: Aware.
        axes: How people read them.
        cells: In grid order.
        lease: Who works on it; None for nobody.
    """

    model_config = STRICT

    version: Literal[1] = 1
    id: Annotated[str, Field(pattern=f"^{_ID.pattern}$")]
    plan: Plan
    teacher: str
    created_at: Moment
    axes: tuple[Labels, ...]
    cells: Annotated[tuple[ExperimentCell, ...], Field(min_length=1, max_length=MAX_CELLS)]
    lease: Lease | None = None

    @model_validator(mode="after")
    def _fills_its_grid(self) -> Self:
        sizes = [len(axis.values) for axis in self.axes]
        is_grid = prod(sizes) == len(self.cells)  # at most 24, before they are written out
        if not is_grid or {cell.place for cell in self.cells} != set(product(*map(range, sizes))):
            raise ValueError("the cells are not those of the axes")
        return self

    @property
    def name(self) -> str:
        """What to call it: its title, else the beginning of its first prompt."""
        return self.plan.title or self.cells[0].request.prompt[:60]

    @property
    def waiting(self) -> tuple[int, ...]:
        """The numbers of the cells that are still to be sent."""
        return tuple(n for n, cell in enumerate(self.cells) if cell.status == "waiting")

    @property
    def left_out(self) -> tuple[int, ...]:
        """The numbers of the cells that were cancelled, or stopped with their server."""
        stopped = ("cancelled", "interrupted")
        return tuple(n for n, cell in enumerate(self.cells) if cell.status in stopped)

    def labels(self, number: int) -> tuple[str, ...]:
        """What a cell is called on each axis."""
        place = self.cells[number].place
        return tuple(axis.values[at] for axis, at in zip(self.axes, place, strict=True))

    def request(self, number: int) -> ImageRequest:
        """The exact request of a cell."""
        return ImageRequest(self.id, **dict(self.cells[number].request))

    @property
    def is_running(self) -> bool:
        """Whether a server worked on it when it was opened."""
        return self.lease is not None


OpenExperiment = Opened[ExperimentState]
"""An experiment as it was read."""

ExperimentList = Listed[ExperimentState]
"""Experiments, newest first; the ids of those that can't be read."""


def new_id(random_bytes: Callable[[int], bytes]) -> str:
    """An id that can't be guessed.

    Args:
        random_bytes: Gives so many of them, such as `secrets.token_bytes`.
    """
    return LAB_PREFIX + base64.b32encode(random_bytes(_RANDOM_BYTES)).decode().lower()


def is_experiment_id(text: str) -> bool:
    """Whether this may be the id of an experiment, as in an address that somebody typed."""
    return _ID.fullmatch(text) is not None


def document_name(experiment_id: str) -> str:
    """Where an experiment is stored.

    Raises:
        InvalidRequestError: The id is none.
    """
    if not is_experiment_id(experiment_id):
        raise InvalidRequestError(
            "experiment", f"There is no experiment {experiment_id[:80]!r}. Check its address."
        )
    return f"experiments/{experiment_id}.json"


EXPERIMENTS = Kind(
    model=ExperimentState,
    noun="experiment",
    prefix=EXPERIMENTS_PREFIX,
    may_be=is_experiment_id,
    name=document_name,
    id_field="id",
    fixed=("id", "created_at", "teacher"),
    damaged=ExperimentDamagedError,
    remedy="You can delete it.",
    large_field="prompt",
    too_large="The prompts are too long to be kept in one experiment. Make it smaller.",
)
