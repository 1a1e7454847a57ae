"""The lab's form: the settings that all pictures have in common, and what is compared."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.lab.expansion import offered_axes
from imagespeak_core.lab.plan import MAX_TITLE_LENGTH, AxisKind, Plan, plan_problem
from imagespeak_core.models import MAX_PROMPT_LENGTH, MAX_SEED, QUALITIES
from pages.components.lab import lab_axes, lab_choices
from pages.components.shell import assets, session
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring

_BY_QUALITY = ""


def draw() -> None:
    """The whole form."""
    if st.session_state.pop(session.LAB_FILLED, False):
        st.success("The settings are in this form now.", icon=":material/check:")
    st.html(assets.style(__file__))
    kinds = lab_axes.chosen()
    texts, settings = st.columns([3, 2], gap="large")
    with texts:
        _draw_texts(without_prompt="prompt" in kinds)
    with settings:
        _draw_settings(kinds)
    st.markdown("**What to compare**")
    lab_axes.draw()


def read() -> Plan:
    """What the form says.

    Raises:
        InvalidRequestError: It does not go together; the message says why.
    """
    state = st.session_state
    kinds = set(lab_axes.chosen())
    width_px, height_px = lab_choices.shapes()[state.get(session.LAB_SHAPE) or "Square"]
    try:
        return Plan(
            title=" ".join((state.get(session.LAB_TITLE) or "").split()),
            prompt=(state.get(session.LAB_PROMPT) or "").strip(),
            negative_prompt=(state.get(session.LAB_NEGATIVE) or "").strip(),
            style=(state.get(session.LAB_STYLE) or "").strip(),
            quality=state.get(session.LAB_QUALITY) or "standard",
            model="" if kinds & {"quality", "model"} else state.get(session.LAB_MODEL) or "",
            width_px=width_px,
            height_px=height_px,
            seed=state.get(session.LAB_SEED) or _draw_seed(),
            new_seeds="seed" not in kinds and bool(state.get(session.LAB_NEW_SEEDS)),
            axes=lab_axes.read(),
        )
    except ValidationError as exc:
        raise plan_problem(exc) from exc


def fill(filled: Plan) -> None:
    """Callback: write a plan into the form, so that `read` gives it again."""
    state = st.session_state
    models = [offer.model for offer in wiring().services.generator.models()]
    values = {
        session.LAB_TITLE: filled.title,
        session.LAB_PROMPT: filled.prompt,
        session.LAB_NEGATIVE: filled.negative_prompt,
        session.LAB_STYLE: filled.style,
        session.LAB_QUALITY: filled.quality,
        session.LAB_MODEL: filled.model if filled.model in models else _BY_QUALITY,
        session.LAB_SHAPE: lab_choices.shape_name(filled.width_px, filled.height_px),
        session.LAB_SEED: filled.seed or _draw_seed(),
        session.LAB_NEW_SEEDS: filled.new_seeds,
        session.LAB_FILLED: True,
    }
    for key, value in values.items():
        state[key] = value
    lab_axes.fill(filled.axes)
    session.redraw_page()


def _draw_texts(*, without_prompt: bool) -> None:
    st.text_input(
        "Name of the experiment",
        key=session.LAB_TITLE,
        max_chars=MAX_TITLE_LENGTH,
        placeholder="You may leave it empty",
        on_change=session.redraw_page,
        persist_state="session",
    )
    if without_prompt:
        st.caption("The prompts are below, under **What to compare**.")
    else:
        st.text_input(
            "Prompt, in English",
            key=session.LAB_PROMPT,
            max_chars=MAX_PROMPT_LENGTH,
            placeholder="For example: A dog plays with a red ball in the park.",
            on_change=session.redraw_page,
            live=True,
            persist_state="session",
        )
    st.text_input(
        "Style words, put behind the prompt",
        key=session.LAB_STYLE,
        max_chars=MAX_PROMPT_LENGTH,
        placeholder="For example: watercolour",
        on_change=session.redraw_page,
        live=True,
        persist_state="session",
    )
    if any(offer.takes_negative_prompt for offer in wiring().services.generator.models()):
        st.text_input(
            "What should not be in the picture (negative prompt)",
            key=session.LAB_NEGATIVE,
            max_chars=MAX_PROMPT_LENGTH,
            placeholder="For example: text, people",
            on_change=session.redraw_page,
            live=True,
            persist_state="session",
        )


def _draw_settings(kinds: list[AxisKind]) -> None:
    if not {"quality", "model"} & set(kinds):
        _draw_model()
    if "shape" not in kinds:
        st.session_state.setdefault(session.LAB_SHAPE, "Square")
        st.segmented_control(
            "Shape",
            list(lab_choices.shapes()),
            required=True,
            key=session.LAB_SHAPE,
            persist_state="session",
        )
    if "seed" not in kinds:
        _draw_seeds()


def _draw_model() -> None:
    generator = wiring().services.generator
    if "quality" in offered_axes(generator):
        st.radio(
            "Quality",
            QUALITIES,
            format_func=lambda quality: plain(lab_choices.choice_name(quality)),
            horizontal=True,
            key=session.LAB_QUALITY,
            persist_state="session",
        )
    models = [offer.model for offer in generator.models()]
    if len(models) > 1:
        st.selectbox(
            "Model",
            [_BY_QUALITY, *models],
            format_func=lambda model: lab_choices.choice_name(model) if model else "By the quality",
            key=session.LAB_MODEL,
            persist_state="session",
        )


def _draw_seeds() -> None:
    if not st.session_state.get(session.LAB_SEED):
        st.session_state[session.LAB_SEED] = _draw_seed()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.number_input(
            "Seed",
            min_value=1,
            max_value=MAX_SEED,
            step=1,
            key=session.LAB_SEED,
            width=240,
            on_change=session.redraw_page,
            persist_state="session",
        )
        st.button("Other seed", icon=":material/casino:", key="lab_other_seed", on_click=_other)
    st.toggle(
        "A new seed for each picture",
        key=session.LAB_NEW_SEEDS,
        help="Off: all pictures have the same seed, so that only what you compare changes.",
        persist_state="session",
    )


def _other() -> None:
    st.session_state[session.LAB_SEED] = _draw_seed()


def _draw_seed() -> int:
    return wiring().services.draw_seed()


def problem(error: InvalidRequestError) -> None:
    """Why the form can't be started as it is."""
    st.info(f"**Not ready yet.** {plain(str(error))}", icon=":material/edit:")
