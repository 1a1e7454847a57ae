"""What is compared: the settings that all cells have in common, and up to three axes.

As JSON: `{"version": 1, "prompt": "A dog in a park", "axes": [{"kind": "quality",
"values": ["standard", "premium"]}, {"kind": "repeat", "times": 3}]}`. In a prompt of the axis
`prompt`, `{red|green}` stands for each of its words; see `variations`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal, Self, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.models import (
    MAX_MODEL_LENGTH,
    MAX_PROMPT_LENGTH,
    MAX_SEED,
    MAX_SIDE_PX,
    MIN_SIDE_PX,
    Quality,
)

MAX_CELLS = 24
MAX_AXES = 3
MAX_TITLE_LENGTH = 100
MAX_REPEATS = 5

STRICT = ConfigDict(
    frozen=True,
    extra="forbid",
    strict=True,
    revalidate_instances="always",
    hide_input_in_errors=True,
)

_Text = Annotated[str, Field(max_length=MAX_PROMPT_LENGTH)]
_Prompt = Annotated[str, Field(min_length=1, max_length=MAX_PROMPT_LENGTH)]
_Model = Annotated[str, Field(min_length=1, max_length=MAX_MODEL_LENGTH)]
_Side = Annotated[int, Field(ge=MIN_SIDE_PX, le=MAX_SIDE_PX)]
_Seed = Annotated[int, Field(ge=1, le=MAX_SEED)]
_T = TypeVar("_T")
_Values = Annotated[tuple[_T, ...], Field(min_length=1, max_length=MAX_CELLS)]


class Shape(BaseModel):
    """The size of a picture.

    Attributes:
        width_px: 256–1536.
        height_px: 256–1536.
    """

    model_config = STRICT

    width_px: _Side
    height_px: _Side


class _Axis(BaseModel):
    """What axes have in common; `kind` tells them apart."""

    model_config = STRICT


class PromptAxis(_Axis):
    """Several prompts, or one with `{red|green}` in it, or both."""

    kind: Literal["prompt"] = "prompt"
    values: _Values[_Prompt]


class ReplaceAxis(_Axis):
    """A text of the prompt, and what takes its place; capital and small letters differ."""

    kind: Literal["replace"] = "replace"
    search: _Prompt
    values: _Values[_Text]


class QualityAxis(_Axis):
    """Qualities; not beside an axis of models."""

    kind: Literal["quality"] = "quality"
    values: _Values[Quality]


class ModelAxis(_Axis):
    """Raw ids of models that the generator offers."""

    kind: Literal["model"] = "model"
    values: _Values[_Model]


class ShapeAxis(_Axis):
    """Sizes."""

    kind: Literal["shape"] = "shape"
    values: _Values[Shape]


class SeedAxis(_Axis):
    """Seeds; not together with a new seed for each cell."""

    kind: Literal["seed"] = "seed"
    values: _Values[_Seed]


class NegativeAxis(_Axis):
    """Negative prompts; an empty one for none."""

    kind: Literal["negative"] = "negative"
    values: _Values[_Text]


class StyleAxis(_Axis):
    """Style words, put behind the prompt after a comma; empty for none."""

    kind: Literal["style"] = "style"
    values: _Values[_Text]


class RepeatAxis(_Axis):
    """Each cell so many times, 1–5; repeat number n uses its seed + n - 1."""

    kind: Literal["repeat"] = "repeat"
    times: Annotated[int, Field(ge=1, le=MAX_REPEATS)]


Axis: TypeAlias = Annotated[
    PromptAxis
    | ReplaceAxis
    | QualityAxis
    | ModelAxis
    | ShapeAxis
    | SeedAxis
    | NegativeAxis
    | StyleAxis
    | RepeatAxis,
    Field(discriminator="kind"),
]
AxisKind = Literal[
    "prompt", "replace", "quality", "model", "shape", "seed", "negative", "style", "repeat"
]


class Plan(BaseModel):
    """What a person wants to compare. An axis takes the place of the setting of its name.

    Attributes:
        version: Of this form.
        title: Up to 100 characters; may be empty.
        prompt: Taken as it is; may be empty where there is an axis of prompts.
        negative_prompt: What should not be seen.
        style: Words that are put behind the prompt.
        quality: Which of the two configured models.
        model: The raw id of a model; empty for the one that the quality stands for.
        width_px: 256–1536.
        height_px: 256–1536.
        seed: The first one, 1–4,294,967,294; 0 for one that `settled` draws.
        new_seeds: Each cell has a seed of its own, one after the other; else all have the same.
        axes: Up to three, each kind once: columns, rows, and sheets of these.
    """

    model_config = STRICT

    version: Literal[1] = 1
    title: Annotated[str, Field(max_length=MAX_TITLE_LENGTH)] = ""
    prompt: _Text = ""
    negative_prompt: _Text = ""
    style: _Text = ""
    quality: Quality = "standard"
    model: Annotated[str, Field(max_length=MAX_MODEL_LENGTH)] = ""
    width_px: _Side = 1024
    height_px: _Side = 1024
    seed: Annotated[int, Field(ge=0, le=MAX_SEED)] = 0
    new_seeds: bool = False
    axes: Annotated[tuple[Axis, ...], Field(max_length=MAX_AXES)] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        kinds = [axis.kind for axis in self.axes]
        if len(set(kinds)) < len(kinds):
            raise ValueError("Two axes are of the same kind. Put their values in one")
        if "quality" in kinds and ("model" in kinds or self.model):
            raise ValueError("A model takes the place of the quality. Compare one of them")
        if "seed" in kinds and self.new_seeds:
            raise ValueError("Choose seeds to compare, or a new seed for each picture, not both")
        if "prompt" not in kinds and not self.prompt.strip():
            raise ValueError("The prompt is empty. Say what to show")
        return self

    def axis(self, kind: AxisKind) -> Axis | None:
        """The axis of this kind; None where there is none."""
        return next((axis for axis in self.axes if axis.kind == kind), None)

    def to_json(self) -> bytes:
        """As `read_plan` reads it, in lines."""
        return self.model_dump_json(indent=2).encode()


def read_plan(content: bytes | str) -> Plan:
    """A plan from its JSON.

    Raises:
        InvalidRequestError: It is none; the message says where.
    """
    try:
        return Plan.model_validate_json(content)
    except ValidationError as exc:
        raise plan_problem(exc) from exc


def plan_problem(exc: ValidationError) -> InvalidRequestError:
    """What is wrong with a plan, in one sentence."""
    error = exc.errors(include_input=False, include_url=False)[0]
    where = ".".join(str(part) for part in error["loc"])
    message = error["msg"].removeprefix("Value error, ").removesuffix(".")
    place = f" (at {where})" if where else ""
    return InvalidRequestError(where.partition(".")[0] or "plan", f"{message}{place}.")


def settled(plan: Plan, draw_seed: Callable[[], int]) -> Plan:
    """The plan with a seed: its own, else one that is drawn now, once for all cells."""
    return plan if plan.seed else plan.model_copy(update={"seed": draw_seed()})
