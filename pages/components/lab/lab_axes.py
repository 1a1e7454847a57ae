"""The axes of an experiment's form: which settings change, and their values."""

from __future__ import annotations

from typing import Any, cast

import streamlit as st

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.lab.expansion import NOTHING, TITLES, offered_axes
from imagespeak_core.lab.plan import (
    MAX_AXES,
    MAX_CELLS,
    MAX_REPEATS,
    Axis,
    AxisKind,
    ModelAxis,
    NegativeAxis,
    PromptAxis,
    QualityAxis,
    RepeatAxis,
    ReplaceAxis,
    SeedAxis,
    Shape,
    ShapeAxis,
    StyleAxis,
)
from imagespeak_core.models import MAX_PROMPT_LENGTH, QUALITIES
from imagespeak_core.typed_text import entries, in_latin, whole_number
from pages.components.lab import lab_choices, lab_memory
from pages.components.shell import redraw
from pages.components.shell.kept import Kept
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring

_NOTHING_CHANGES = "Nothing"
_OF_LINES: dict[AxisKind, type[PromptAxis | NegativeAxis | StyleAxis]] = {
    "prompt": PromptAxis,
    "negative": NegativeAxis,
    "style": StyleAxis,
}
_OF_CHOICES: dict[AxisKind, type[QualityAxis | ModelAxis]] = {
    "quality": QualityAxis,
    "model": ModelAxis,
}
_PLACES = ("In the columns", "In the rows", "On pages of their own")
_MOST_IN_LINES = MAX_CELLS * (MAX_PROMPT_LENGTH + 1)
_MOST_IN_SEEDS = 1_000
_ONE_A_LINE = f"Write one a line. {NOTHING} stands for nothing."


def chosen() -> list[AxisKind]:
    """The kinds that are chosen, in order; the same one may be there twice."""
    kinds = (lab_memory.AXIS.each(place).get() for place in range(MAX_AXES))
    return [cast(AxisKind, kind) for kind in kinds if kind and kind != _NOTHING_CHANGES]


def draw() -> None:
    """Three choices of what changes, each with its values below."""
    offered = [_NOTHING_CHANGES, *offered_axes(wiring().services.generator)]
    drawn: set[str] = set()
    for place, column in enumerate(st.columns(MAX_AXES)):
        with column:
            kind = st.selectbox(
                _PLACES[place],
                offered,
                format_func=lambda kind: TITLES.get(kind, _NOTHING_CHANGES),
                key=lab_memory.AXIS.each(place).name,
                persist_state="session",
            )
            if kind != _NOTHING_CHANGES and kind not in drawn:
                drawn.add(kind)
                _draw_values(cast(AxisKind, kind))


def read() -> tuple[Axis, ...]:
    """The axes as the form says them.

    Raises:
        InvalidRequestError: A value is missing, or is no number.
        ValidationError: A value is outside its bounds.
    """
    return tuple(_read(kind) for kind in chosen())


def fill(axes: tuple[Axis, ...]) -> None:
    """Write axes into the form."""
    for place in range(MAX_AXES):
        kind = axes[place].kind if place < len(axes) else _NOTHING_CHANGES
        lab_memory.AXIS.each(place).set(kind)
    for axis in axes:
        values = lab_memory.VALUES.each(axis.kind)
        match axis:
            case RepeatAxis():
                values.set(axis.times)
            case QualityAxis() | ModelAxis():
                values.set(list(axis.values))
            case ShapeAxis():
                sizes = [(one.width_px, one.height_px) for one in axis.values]
                values.set([lab_choices.shape_name(*size) for size in sizes])
            case SeedAxis():
                values.set(", ".join(str(seed) for seed in axis.values))
            case PromptAxis() | ReplaceAxis() | NegativeAxis() | StyleAxis():
                values.set("\n".join(text.strip() or NOTHING for text in axis.values))
        if isinstance(axis, ReplaceAxis):
            lab_memory.FIND.set(axis.search)


def _draw_values(kind: AxisKind) -> None:
    values = lab_memory.VALUES.each(kind)
    match kind:
        case "quality":
            _draw_choice("Qualities", list(QUALITIES), values)
        case "model":
            models = [offer.model for offer in wiring().services.generator.models()]
            _draw_choice("Models", models, values)
        case "shape":
            _draw_choice("Sizes", list(lab_choices.shapes()), values)
        case "seed":
            st.text_input(
                "Seeds, with commas between",
                key=values.name,
                placeholder="For example: 1, 2, 3",
                max_chars=_MOST_IN_SEEDS,
                on_change=redraw.request,
                persist_state="session",
            )
        case "repeat":
            values.start_with(3)
            st.number_input(
                "How many times", 1, MAX_REPEATS, step=1, key=values.name, persist_state="session"
            )
        case "replace":
            st.text_input(
                "Words of the prompt to replace",
                key=lab_memory.FIND.name,
                max_chars=MAX_PROMPT_LENGTH,
                placeholder="For example: dog",
                on_change=redraw.request,
                persist_state="session",
            )
            _draw_lines("What takes their place", values, "dog\ncat")
        case "prompt":
            _draw_lines("Prompts", values, "A {red|green} bus in the rain")
            st.caption(r"{red\|green} stands for each of its words.")
        case "negative":
            _draw_lines("Negative prompts", values, f"{NOTHING}\ntext, people")
        case "style":
            _draw_lines("Style words", values, "watercolour\npencil drawing")


def _draw_choice(label: str, options: list[str], chosen: Kept[Any]) -> None:
    chosen.start_with(options[:2])
    chosen.set([one for one in chosen.get() if one in options])
    st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=lambda one: plain(lab_choices.choice_name(one)),
        key=chosen.name,
        wrap=True,
        persist_state="session",
    )


def _draw_lines(label: str, lines: Kept[Any], example: str) -> None:
    st.text_area(
        f"{label}, one a line",
        key=lines.name,
        height=120,
        max_chars=_MOST_IN_LINES,
        placeholder=example,
        help=_ONE_A_LINE,
        on_change=redraw.request,
        persist_state="session",
    )


def _read(kind: AxisKind) -> Axis:
    value = lab_memory.VALUES.each(kind).get()
    if not value or (isinstance(value, str) and not value.strip()):
        raise InvalidRequestError(
            "axes", f"{TITLES[kind]}: there is nothing to compare yet. Give some values."
        )
    if kind in _OF_LINES:
        return _OF_LINES[kind](values=_lines(value))
    if kind in _OF_CHOICES:
        return _OF_CHOICES[kind](values=tuple(value))
    if kind == "shape":
        sizes = [lab_choices.shapes()[name] for name in value]
        return ShapeAxis(values=tuple(Shape(width_px=w, height_px=h) for w, h in sizes))
    if kind == "seed":
        return SeedAxis(values=_seeds(value))
    if kind == "repeat":
        return RepeatAxis(times=value)
    search = lab_memory.FIND.get()
    if not search:
        raise InvalidRequestError("axes", "Say which words of the prompt to replace.")
    return ReplaceAxis(search=search, values=_lines(value))


def _lines(text: str) -> tuple[str, ...]:
    lines = (line.strip() for line in text.splitlines())
    return tuple("" if in_latin(line).lower() == NOTHING else line for line in lines if line)


def _seeds(text: str) -> tuple[int, ...]:
    seeds = [whole_number(part) for entry in entries(text) for part in entry.split()]
    if any(seed is None for seed in seeds):
        raise InvalidRequestError("axes", "Seeds are whole numbers. Write them like 1, 2, 3.")
    return tuple(seed for seed in seeds if seed is not None)
