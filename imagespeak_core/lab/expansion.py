"""Plan → cells in grid order, each with its labels and its exact request. Pure.

The first axis runs along a row, the second down the rows, the third from sheet to sheet.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.generators.base import ImageGenerator, Offer, chosen_offer
from imagespeak_core.lab.canonical import request_sha
from imagespeak_core.lab.plan import (
    MAX_CELLS,
    Axis,
    AxisKind,
    ModelAxis,
    NegativeAxis,
    Plan,
    PromptAxis,
    QualityAxis,
    RepeatAxis,
    ReplaceAxis,
    SeedAxis,
    ShapeAxis,
    StyleAxis,
)
from imagespeak_core.lab.variations import too_many, variations
from imagespeak_core.models import MAX_PROMPT_LENGTH, QUALITIES, ImageRequest, Quality

PREVIEW_SESSION = "lab-preview"
NOTHING = "(none)"

TITLES: dict[AxisKind, str] = {
    "prompt": "Prompt",
    "replace": "Words",
    "quality": "Quality",
    "model": "Model",
    "shape": "Size",
    "seed": "Seed",
    "negative": "Negative prompt",
    "style": "Style",
    "repeat": "Repeat",
}


@dataclass(frozen=True, slots=True)
class Labels:
    """An axis as people read it.

    Attributes:
        kind: Which setting changes.
        title: Its name.
        values: One label for each value, in order.
    """

    kind: AxisKind
    title: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture to be made.

    Attributes:
        place: From 0, one number for each axis, in the axes' order.
        request: Exact: model and seed are known.
        offer: What the generator says of the model.
        sha: The name of the request, see `canonical`.
    """

    place: tuple[int, ...]
    request: ImageRequest
    offer: Offer
    sha: str


@dataclass(frozen=True, slots=True)
class Expansion:
    """A plan written out.

    Attributes:
        axes: In the plan's order.
        cells: In grid order, 1–24.
    """

    axes: tuple[Labels, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A cell's settings while the axes change them one by one."""

    prompt: str
    negative_prompt: str
    style: str
    quality: Quality
    model: str
    width_px: int
    height_px: int
    seed: int
    repeat: int = 0
    search: str = ""
    replacement: str = ""

    @property
    def text(self) -> str:
        """The prompt that is sent."""
        text = self.prompt
        if self.search:
            # One more would be too long in any case: long texts don't become huge ones first.
            most = MAX_PROMPT_LENGTH // max(1, len(self.replacement)) + 1
            text = text.replace(self.search, self.replacement, most)
        return f"{text}, {self.style}" if self.style else text


_Value = tuple[str, Callable[[_Draft], _Draft]]
"""A label, and what the value changes."""


def offered_axes(generator: ImageGenerator) -> tuple[AxisKind, ...]:
    """The kinds of axes that make a difference with this generator."""
    useless: set[AxisKind] = set()
    if len(generator.models()) < 2:
        useless.add("model")
    if len({generator.offer(quality).model for quality in QUALITIES}) < 2:
        useless.add("quality")
    if not any(offer.takes_negative_prompt for offer in generator.models()):
        useless.add("negative")
    return tuple(kind for kind in TITLES if kind not in useless)


def expand(
    plan: Plan, generator: ImageGenerator, *, session_id: str = PREVIEW_SESSION
) -> Expansion:
    """Write a plan out. Asks nobody; costs nothing.

    Args:
        plan: With its seed known, see `plan.settled`.
        generator: Which knows its models.
        session_id: Of the requests.

    Raises:
        InvalidRequestError: Too many cells, a wrong brace, a text that is not in the prompt, a
            prompt that is empty or too long to be sent at all, or a model that is not offered.
        ValueError: The plan has no seed yet.
    """
    if not plan.seed:
        raise ValueError("The plan has no seed. Give it one with settled().")
    axes = [_values(axis) for axis in plan.axes]
    counts = [len(values) for values in axes]
    if prod(counts) > MAX_CELLS:
        raise too_many(*counts)
    # The first axis changes fastest.
    places = [tuple(reversed(place)) for place in product(*map(_places, reversed(axes)))]
    drafts = [_draft(plan, axes, place) for place in places]
    if not any(draft.search in draft.prompt for draft in drafts):
        raise InvalidRequestError(
            "axes",
            f"The text {drafts[0].search!r} is not in the prompt. Choose one that is. "
            "Capital and small letters differ.",
        )
    labels = tuple(
        Labels(axis.kind, TITLES[axis.kind], tuple(label for label, _ in values))
        for axis, values in zip(plan.axes, axes, strict=True)
    )
    cells = []
    for number, (place, draft) in enumerate(zip(places, drafts, strict=True)):
        shift = number if plan.new_seeds else draft.repeat
        cells.append(_cell(place, _request(draft, session_id).single(shift), generator))
    return Expansion(labels, tuple(cells))


def _places(values: Sequence[_Value]) -> range:
    return range(len(values))


def _draft(plan: Plan, axes: Sequence[Sequence[_Value]], place: Sequence[int]) -> _Draft:
    draft = _Draft(
        prompt=plan.prompt,
        negative_prompt=plan.negative_prompt,
        style=plan.style,
        quality=plan.quality,
        model=plan.model,
        width_px=plan.width_px,
        height_px=plan.height_px,
        seed=plan.seed,
    )
    for values, number in zip(axes, place, strict=True):
        draft = values[number][1](draft)
    return draft


def _request(draft: _Draft, session_id: str) -> ImageRequest:
    return ImageRequest(
        session_id=session_id,
        prompt=draft.text,
        negative_prompt=draft.negative_prompt,
        quality=draft.quality,
        width_px=draft.width_px,
        height_px=draft.height_px,
        seed=draft.seed,
        model=draft.model,
    )


def _cell(place: tuple[int, ...], request: ImageRequest, generator: ImageGenerator) -> Cell:
    offer = chosen_offer(generator, request)
    quality = request.quality
    if request.model:
        named = [one for one in QUALITIES if generator.offer(one).model == offer.model]
        quality = named[0] if named else quality
    request = replace(request, model=offer.model, quality=quality)
    return Cell(place, request, offer, request_sha(request, offer))


def _values(axis: Axis) -> list[_Value]:
    match axis:
        case PromptAxis():
            return _prompts(axis)
        case ReplaceAxis():
            return [_change(text, search=axis.search, replacement=text) for text in axis.values]
        case QualityAxis():
            return [_change(quality, quality=quality) for quality in axis.values]
        case ModelAxis():
            return [_change(model, model=model) for model in axis.values]
        case ShapeAxis():
            return [
                _change(
                    f"{shape.width_px} × {shape.height_px}",
                    width_px=shape.width_px,
                    height_px=shape.height_px,
                )
                for shape in axis.values
            ]
        case SeedAxis():
            return [_change(str(seed), seed=seed) for seed in axis.values]
        case NegativeAxis():
            return [_change(text, negative_prompt=text) for text in axis.values]
        case StyleAxis():
            return [_change(text, style=text) for text in axis.values]
        case RepeatAxis():
            return [_change(str(number + 1), repeat=number) for number in range(axis.times)]


def _prompts(axis: PromptAxis) -> list[_Value]:
    found = [one for text in axis.values for one in variations(text)]
    if len(axis.values) == 1 and len(found) > 1:
        return [_change(_chosen(one.chosen), prompt=one.prompt) for one in found]
    return [_change(one.prompt, prompt=one.prompt) for one in found]


def _chosen(words: Sequence[str]) -> str:
    return ", ".join(word.strip() or NOTHING for word in words)


def _change(label: str, **changes: str | int) -> _Value:
    def change(draft: _Draft) -> _Draft:
        return replace(draft, **changes)  # type: ignore[arg-type]

    return label.strip() or NOTHING, change
