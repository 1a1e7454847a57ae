"""The axes of an experiment's form: which settings change, and their values."""

from __future__ import annotations

from typing import cast

import streamlit as st

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.lab.expansion import NOTHING, TITLES, offered_axes
from imagespeak_core.lab.plan import (
    MAX_AXES,
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
from imagespeak_core.models import QUALITIES
from pages.components.lab import lab_choices
from pages.components.shell import session
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
_ONE_A_LINE = f"Write one a line. {NOTHING} stands for nothing."


def chosen() -> list[AxisKind]:
    """The kinds that are chosen, in order; the same one may be there twice."""
    kinds = (st.session_state.get(_axis_key(place)) for place in range(MAX_AXES))
    return [kind for kind in kinds if kind and kind != _NOTHING_CHANGES]


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
                key=_axis_key(place),
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
    state = st.session_state
    for place in range(MAX_AXES):
        state[_axis_key(place)] = axes[place].kind if place < len(axes) else _NOTHING_CHANGES
    for axis in axes:
        key = _values_key(axis.kind)
        match axis:
            case RepeatAxis():
                state[key] = axis.times
            case QualityAxis() | ModelAxis():
                state[key] = list(axis.values)
            case ShapeAxis():
                state[key] = [
                    lab_choices.shape_name(one.width_px, one.height_px) for one in axis.values
                ]
            case SeedAxis():
                state[key] = ", ".join(str(seed) for seed in axis.values)
            case PromptAxis() | ReplaceAxis() | NegativeAxis() | StyleAxis():
                state[key] = "\n".join(text.strip() or NOTHING for text in axis.values)
        if isinstance(axis, ReplaceAxis):
            state[session.LAB_FIND] = axis.search


def _draw_values(kind: AxisKind) -> None:
    key = _values_key(kind)
    match kind:
        case "quality":
            _draw_choice("Qualities", list(QUALITIES), key)
        case "model":
            models = [offer.model for offer in wiring().services.generator.models()]
            _draw_choice("Models", models, key)
        case "shape":
            _draw_choice("Sizes", list(lab_choices.shapes()), key)
        case "seed":
            st.text_input(
                "Seeds, with commas between",
                key=key,
                placeholder="For example: 1, 2, 3",
                on_change=session.redraw_page,
                persist_state="session",
            )
        case "repeat":
            st.session_state.setdefault(key, 3)
            st.number_input(
                "How many times", 1, MAX_REPEATS, step=1, key=key, persist_state="session"
            )
        case "replace":
            st.text_input(
                "Words of the prompt to replace",
                key=session.LAB_FIND,
                placeholder="For example: dog",
                on_change=session.redraw_page,
                persist_state="session",
            )
            _draw_lines("What takes their place", key, "dog\ncat")
        case "prompt":
            _draw_lines("Prompts", key, "A {red|green} bus in the rain")
            st.caption(r"{red\|green} stands for each of its words.")
        case "negative":
            _draw_lines("Negative prompts", key, f"{NOTHING}\ntext, people")
        case "style":
            _draw_lines("Style words", key, "watercolour\npencil drawing")


def _draw_choice(label: str, options: list[str], key: str) -> None:
    st.session_state.setdefault(key, options[:2])
    st.session_state[key] = [one for one in st.session_state[key] if one in options]
    st.pills(
        label,
        options,
        selection_mode="multi",
        format_func=lambda one: plain(lab_choices.choice_name(one)),
        key=key,
        wrap=True,
        persist_state="session",
    )


def _draw_lines(label: str, key: str, example: str) -> None:
    st.text_area(
        f"{label}, one a line",
        key=key,
        height=120,
        placeholder=example,
        help=_ONE_A_LINE,
        on_change=session.redraw_page,
        persist_state="session",
    )


def _read(kind: AxisKind) -> Axis:
    value = st.session_state.get(_values_key(kind))
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
    search = st.session_state.get(session.LAB_FIND)
    if not search:
        raise InvalidRequestError("axes", "Say which words of the prompt to replace.")
    return ReplaceAxis(search=search, values=_lines(value))


def _lines(text: str) -> tuple[str, ...]:
    lines = (line.strip() for line in text.splitlines())
    return tuple("" if line == NOTHING else line for line in lines if line)


def _seeds(text: str) -> tuple[int, ...]:
    parts = text.replace(",", " ").split()
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise InvalidRequestError("axes", "Seeds are whole numbers. Write them like 1, 2, 3.")
    return tuple(int(part) for part in parts)


def _axis_key(place: int) -> str:
    return f"{session.LAB_AXIS}_{place}"


def _values_key(kind: AxisKind) -> str:
    return f"{session.LAB_VALUES}_{kind}"
