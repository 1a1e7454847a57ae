"""A new experiment: the form, what it comes to, and the start with its price."""

from __future__ import annotations

import secrets

import streamlit as st

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import ChangedMeanwhileError, InvalidRequestError
from imagespeak_core.lab.expansion import Expansion, expand
from imagespeak_core.lab.experiment import new_id
from imagespeak_core.lab.experiments import create_experiment
from imagespeak_core.lab.plan import Plan
from pages.components.lab import lab_changes, lab_form, lab_history, lab_memory, lab_preview
from pages.components.shell import access, readable, redraw
from pages.components.shell.wiring import wiring
from pages.components.widgets import money_spent

_RANDOM_BYTES = 10


@st.fragment
def draw() -> None:
    """The form and its preview; nothing is made before *Start* is pressed."""
    if redraw.take_request():
        st.rerun()
    st.markdown("Compare prompts, settings and seeds side by side. You see the price first.")
    lab_form.draw()
    lab_history.draw()
    found = _expanded()
    if found is None:
        st.button("Start", type="primary", disabled=True, key="lab_start")
        return
    plan, expansion = found
    cost = lab_preview.draw(expansion)
    prices = [cell.offer.price_usd for cell in expansion.cells if cell.offer.price_usd]
    money_spent.draw(cost.price_usd, least_usd=min(prices, default=None))
    price = lab_preview.price_in_all(cost).replace("$", r"\$")
    st.button(
        f"Start: {readable.count(len(expansion.cells))}, {price}",
        type="primary",
        icon=":material/play_arrow:",
        key="lab_start",
        on_click=_start,
        args=(plan, secrets.token_bytes(_RANDOM_BYTES)),
    )


def _expanded() -> tuple[Plan, Expansion] | None:
    try:
        plan = lab_form.read()
        return plan, expand(plan, wiring().services.generator)
    except InvalidRequestError as error:
        lab_form.problem(error)
        return None


def _start(plan: Plan, random: bytes) -> None:
    """Make the experiment, and only one where the button is pressed twice."""
    made: list[str] = []

    def start() -> None:
        teacher = access.the_teacher()
        made.append(create_once(teacher, plan, random))
        wiring().lab.start(teacher, made[0])

    started = lab_changes.try_to(start)
    if started:
        lab_changes.show_experiment(made[0])
    elif made:
        _show_unstarted(made[0])


def create_once(teacher: Teacher, plan: Plan, random: bytes) -> str:
    """Keep the plan as an experiment; its id, the same one where the press comes twice.

    Args:
        teacher: Who makes it.
        plan: What is compared.
        random: Drawn with the button, so that its second press makes no other experiment.

    Raises:
        ImageSpeakError: As `create_experiment`.
    """
    try:
        opened = create_experiment(wiring().services, teacher, plan, random_bytes=lambda _: random)
    except ChangedMeanwhileError:
        return new_id(lambda _: random)
    return opened.state.id


def _show_unstarted(experiment_id: str) -> None:
    """It is kept, but nobody works on it: its own page says why, and how to go on."""
    error = lab_memory.ERROR.get()
    lab_changes.show_experiment(experiment_id)
    lab_memory.ERROR.set(error)
