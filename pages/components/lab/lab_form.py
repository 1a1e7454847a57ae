"""The lab's form: the settings that all pictures have in common, and what is compared."""

from __future__ import annotations

import streamlit as st
from pydantic import ValidationError

from imagespeak_core.errors import InvalidRequestError
from imagespeak_core.lab.expansion import offered_axes
from imagespeak_core.lab.plan import MAX_TITLE_LENGTH, AxisKind, Plan, plan_problem
from imagespeak_core.models import MAX_PROMPT_LENGTH, MAX_SEED, QUALITIES
from imagespeak_core.typed_text import tidied
from pages.components.lab import lab_axes, lab_choices, lab_memory
from pages.components.shell import assets, redraw
from pages.components.shell.messages import plain
from pages.components.shell.wiring import wiring
from pages.components.widgets import choice

_BY_QUALITY = ""


def draw() -> None:
    """The whole form."""
    if lab_memory.FILLED.take():
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
    kinds = set(lab_axes.chosen())
    width_px, height_px = lab_choices.shapes()[choice.chosen(lab_memory.SHAPE)]
    try:
        return Plan(
            title=tidied(lab_memory.TITLE.get()),
            prompt=lab_memory.PROMPT.get().strip(),
            negative_prompt=lab_memory.NEGATIVE.get().strip(),
            style=lab_memory.STYLE.get().strip(),
            quality=lab_memory.QUALITY.get() or "standard",
            model="" if kinds & {"quality", "model"} else lab_memory.MODEL.get(),
            width_px=width_px,
            height_px=height_px,
            seed=lab_memory.SEED.get() or _draw_seed(),
            new_seeds="seed" not in kinds and lab_memory.NEW_SEEDS.get(),
            axes=lab_axes.read(),
        )
    except ValidationError as exc:
        raise plan_problem(exc) from exc


def fill(filled: Plan) -> None:
    """Callback: write a plan into the form, so that `read` gives it again."""
    models = [offer.model for offer in wiring().services.generator.models()]
    lab_memory.TITLE.set(filled.title)
    lab_memory.PROMPT.set(filled.prompt)
    lab_memory.NEGATIVE.set(filled.negative_prompt)
    lab_memory.STYLE.set(filled.style)
    lab_memory.QUALITY.set(filled.quality)
    lab_memory.MODEL.set(filled.model if filled.model in models else _BY_QUALITY)
    lab_memory.SHAPE.set(lab_choices.shape_name(filled.width_px, filled.height_px))
    lab_memory.SEED.set(filled.seed or _draw_seed())
    lab_memory.NEW_SEEDS.set(filled.new_seeds)
    lab_memory.FILLED.set(True)
    lab_axes.fill(filled.axes)
    redraw.request()


def _draw_texts(*, without_prompt: bool) -> None:
    st.text_input(
        "Name of the experiment",
        key=lab_memory.TITLE.name,
        max_chars=MAX_TITLE_LENGTH,
        placeholder="You may leave it empty",
        on_change=redraw.request,
        persist_state="session",
    )
    if without_prompt:
        st.caption("The prompts are below, under **What to compare**.")
    else:
        st.text_input(
            "Prompt, in English",
            key=lab_memory.PROMPT.name,
            max_chars=MAX_PROMPT_LENGTH,
            placeholder="For example: A dog plays with a red ball in the park.",
            on_change=redraw.request,
            live=True,
            persist_state="session",
        )
    st.text_input(
        "Style words, put behind the prompt",
        key=lab_memory.STYLE.name,
        max_chars=MAX_PROMPT_LENGTH,
        placeholder="For example: watercolour",
        on_change=redraw.request,
        live=True,
        persist_state="session",
    )
    if any(offer.takes_negative_prompt for offer in wiring().services.generator.models()):
        st.text_input(
            "What should not be in the picture (negative prompt)",
            key=lab_memory.NEGATIVE.name,
            max_chars=MAX_PROMPT_LENGTH,
            placeholder="For example: text, people",
            on_change=redraw.request,
            live=True,
            persist_state="session",
        )


def _draw_settings(kinds: list[AxisKind]) -> None:
    if not {"quality", "model"} & set(kinds):
        _draw_model()
    if "shape" not in kinds:
        choice.draw("Shape", lab_choices.shapes(), lab_memory.SHAPE)
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
            key=lab_memory.QUALITY.name,
            persist_state="session",
        )
    models = [offer.model for offer in generator.models()]
    if len(models) > 1:
        st.selectbox(
            "Model",
            [_BY_QUALITY, *models],
            format_func=lambda model: lab_choices.choice_name(model) if model else "By the quality",
            key=lab_memory.MODEL.name,
            persist_state="session",
        )


def _draw_seeds() -> None:
    if not lab_memory.SEED.get():
        lab_memory.SEED.set(_draw_seed())
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.number_input(
            "Seed",
            min_value=1,
            max_value=MAX_SEED,
            step=1,
            key=lab_memory.SEED.name,
            width=240,
            on_change=redraw.request,
            persist_state="session",
        )
        st.button("Other seed", icon=":material/casino:", key="lab_other_seed", on_click=_other)
    st.toggle(
        "A new seed for each picture",
        key=lab_memory.NEW_SEEDS.name,
        help="Off: all pictures have the same seed, so that only what you compare changes.",
        persist_state="session",
    )


def _other() -> None:
    lab_memory.SEED.set(_draw_seed())


def _draw_seed() -> int:
    return wiring().services.draw_seed()


def problem(error: InvalidRequestError) -> None:
    """Why the form can't be started as it is."""
    st.info(f"**Not ready yet.** {plain(str(error))}", icon=":material/edit:")
