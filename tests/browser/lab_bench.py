"""An experiment made by the back door, and what its teacher sees and does."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import PromptRefusedError
from imagespeak_core.lab.experiment import ExperimentCell
from imagespeak_core.lab.experiments import create_experiment
from imagespeak_core.lab.plan import Axis, PromptAxis, QualityAxis, RepeatAxis
from tests.browser.app_server import AppServer
from tests.browser.tabs import wait_until_drawn
from tests.core.lab_rig import Rig, plan_of

ANIMALS = ("dog", "cat", "horse")
MAKER = Teacher("ana@school.org")
REFUSED = 4
REASON = "The filter said no to <b>this</b>."


@dataclass(frozen=True, slots=True)
class Bench:
    """Three animals across, two qualities down, two repeats as sheets; one cell was refused.

    Attributes:
        rig: Works in the server's folder, from outside of the server.
        experiment_id: The experiment.
    """

    rig: Rig
    experiment_id: str

    def cell(self, number: int) -> ExperimentCell:
        return self.rig.state(self.experiment_id).cells[number]


def make_bench(server: AppServer, *axes: Axis) -> Bench:
    """With these axes, where there are some; a fifth picture is refused."""
    rig = Rig(server.pictures)
    animals = PromptAxis(values=("A {dog|cat|horse} in a park",))
    qualities = QualityAxis(values=("standard", "premium"))
    plan = plan_of(
        *(axes or (animals, qualities, RepeatAxis(times=2))),
        prompt="",
        seed=80_000 + secrets.randbelow(1_000_000_000),  # what a store has is not made again
        title="Which *animal*? www.example.org",
    )
    experiment_id = create_experiment(rig.services, MAKER, plan).state.id
    rig.generator.script(*[None] * REFUSED, PromptRefusedError(REASON))
    rig.ran(experiment_id, rig.runner(parallel=1))
    return Bench(rig, experiment_id)


@dataclass(frozen=True, slots=True)
class LabTab:
    """One tab of one browser, of a teacher."""

    page: Page
    url: str

    def open(self, bench: Bench) -> LabTab:
        self.page.goto(f"{self.url}/prompt_lab?experiment={bench.experiment_id}")
        wait_until_drawn(self.page)
        expect(self.cells.first).to_be_visible()
        return self

    @property
    def cells(self) -> Locator:
        return self.page.locator("button.cell")

    @property
    def order(self) -> list[int]:
        """The numbers of the pictures as they are shown, from 1."""
        return [int(name.split(".")[0].split()[1]) for name in self.names]

    @property
    def names(self) -> list[str]:
        return list(self.cells.evaluate_all("(cells) => cells.map((cell) => cell.ariaLabel)"))

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def look(self, number: int) -> LabTab:
        """Press the picture with this number, from 1."""
        self.page.get_by_role("button", name=f"Picture {number}.").click()
        return self.shows(number)

    def shows(self, number: int) -> LabTab:
        heading = self.dialog.get_by_role("heading", name=f"Picture {number}.")
        expect(heading).to_be_visible()
        return self

    @property
    def saved(self) -> Locator:
        """What says that all stars and notes are stored."""
        return self.dialog.get_by_text("Saved.", exact=True)

    def expect_saved(self) -> None:
        expect(self.saved).to_be_visible()

    def close(self) -> None:
        self.button("Close").click()
        expect(self.dialog).to_have_count(0)
