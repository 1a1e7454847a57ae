"""What a teacher does in the Prompt Lab, and looks behind it."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.lab.edits import start_cell, take_lease
from imagespeak_core.lab.experiment import ExperimentState, Lease
from imagespeak_core.lab.experiments import (
    change_experiment,
    create_experiment,
    list_experiments,
    open_experiment,
)
from imagespeak_core.lab.plan import Axis, Plan, SeedAxis
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.stores.claims import ABANDONED_AFTER_S
from pages.components.lab import lab_memory
from pages.components.shell import addresses
from pages.components.shell.wiring import wiring
from tests.pages.stand_ins import WatchedDocuments
from tests.pages.visits import LIMIT_S, ROUTER, Site

ANA = Teacher("ana@school.org")
SEEDS = SeedAxis(values=(1, 2, 3, 4))


def open_lab(experiment_id: str | None = None, **query: str) -> AppTest:
    """Open the lab, or one experiment in it, as somebody who has just come."""
    visit = AppTest.from_file(ROUTER, default_timeout=LIMIT_S).switch_page("prompt_lab.py")
    if experiment_id is not None:
        visit.query_params[addresses.EXPERIMENT_PARAMETER] = experiment_id
    for name, value in query.items():
        visit.query_params[name] = value
    return visit.run()


def plan(*axes: Axis, prompt: str = "A red bus", title: str = "") -> Plan:
    return Plan(
        title=title, prompt=prompt, width_px=256, height_px=256, seed=7, axes=axes or (SEEDS,)
    )


def keep(planned: Plan) -> str:
    """An experiment that nobody has started; gives its id."""
    return create_experiment(wiring().services, ANA, planned).state.id


def run(planned: Plan) -> str:
    """An experiment that ran to its end; gives its id."""
    experiment_id = keep(planned)
    settle(experiment_id)
    return experiment_id


def settle(experiment_id: str) -> None:
    """Return when nothing more is to be done for it."""
    done = wiring().lab.start(ANA, experiment_id)
    if done:
        done.result(LIMIT_S)


def state(experiment_id: str) -> ExperimentState:
    """It, as it is stored."""
    opened = open_experiment(wiring().services, experiment_id)
    assert opened
    return opened.state


def statuses(experiment_id: str) -> list[str]:
    return [cell.status for cell in state(experiment_id).cells]


def experiments() -> list[str]:
    """Their ids, newest first."""
    return [opened.state.id for opened in list_experiments(wiring().services, ANA)]


def interrupt(experiment_id: str, number: int) -> None:
    """Let a server die while it makes a cell."""

    def die(before: ExperimentState) -> ExperimentState:
        taken = take_lease(before, server="dead", nonce="")
        sent = start_cell(taken, number, server="dead", now=wiring().services.now())
        silent = Lease(server="dead", silent_s=ABANDONED_AFTER_S)
        return sent.model_copy(update={"lease": silent})

    change_experiment(wiring().services, ANA, experiment_id, partial(die))


def hold(site: Site, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """From now on pictures wait until this is set."""
    gate, paint = threading.Event(), site.generator.generate

    def wait_then_paint(request: ImageRequest) -> GeneratedImage:
        assert gate.wait(LIMIT_S), "nobody opened the gate"
        return paint(request)

    monkeypatch.setattr(site.generator, "generate", wait_then_paint)
    return gate


def documents() -> WatchedDocuments:
    store = wiring().services.documents
    assert isinstance(store, WatchedDocuments)
    return store


def compare(visit: AppTest, kind: str, *, place: int = 0) -> AppTest:
    return visit.selectbox(key=f"{lab_memory.AXIS.name}_{place}").set_value(kind).run()


def write(visit: AppTest, key: str, text: str) -> AppTest:
    return visit.text_input(key=key).set_value(text).run()


def write_lines(visit: AppTest, kind: str, text: str) -> AppTest:
    return visit.text_area(key=f"{lab_memory.VALUES.name}_{kind}").set_value(text).run()


def click(visit: AppTest, key: str) -> AppTest:
    return visit.button(key=key).click().run()


def keys(visit: AppTest) -> list[str]:
    return [str(button.key) for button in visit.button]


def texts(visit: AppTest) -> str:
    """All that is said, without what Markdown takes as signs."""
    parts = (
        *visit.header, *visit.subheader, *visit.text, *visit.markdown, *visit.caption,
        *visit.info, *visit.success, *visit.error, *visit.warning, *visit.get("html"),
    )  # fmt: skip
    return "\n".join(str(getattr(part, "value", "") or part.proto.body) for part in parts).replace(
        "\\", ""
    )
