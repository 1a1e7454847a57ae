"""`python -m imagespeak_core.lab plan.json`: price, question, pictures, contact sheet.

Ends with 0 where all pictures are there, 1 where some are missing, 2 where nothing was started.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from imagespeak_core.access.teachers import teacher_at_shell
from imagespeak_core.bootstrap import build_services
from imagespeak_core.console import print_all_alphabets
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.lab.advice import advise
from imagespeak_core.lab.canonical import made_before
from imagespeak_core.lab.contact_sheet import contact_sheet
from imagespeak_core.lab.estimate import Estimate, estimate
from imagespeak_core.lab.expansion import Expansion, expand
from imagespeak_core.lab.experiment import ExperimentCell, ExperimentState
from imagespeak_core.lab.experiments import create_experiment, gone, open_experiment
from imagespeak_core.lab.numbers import numbers_of
from imagespeak_core.lab.plan import Plan, read_plan, settled
from imagespeak_core.lab.runner import LabRunner
from imagespeak_core.services import Services
from imagespeak_core.settings import load_settings

_STILL = {"waiting", "running"}
_YES = {"y", "yes"}


def main(
    arguments: list[str] | None = None,
    *,
    services: Services | None = None,
    ask: Callable[[str], str] = input,
) -> int:
    """Run the command.

    Args:
        arguments: Those of the shell where they are left out.
        services: Those of the settings where they are left out.
        ask: Shows a question and gives the answer.

    Returns:
        The exit status.
    """
    options = _parser().parse_args(arguments)
    print_all_alphabets()
    try:
        settings = load_settings()
        services = services or build_services(settings)
        plan = settled(read_plan(options.plan.read_bytes()), services.draw_seed)
        lab = LabRunner(
            services,
            parallel=settings.lab_parallel,
            monotonic=time.monotonic,
            on_state=_Progress(),
        )
        expansion = expand(plan, services.generator)
        in_store = made_before(services, [cell.sha for cell in expansion.cells])
        expected = estimate(expansion.cells, parallel=lab.parallel, in_store=in_store)
        _show(services, expansion, expected)
        if not options.yes and ask("Make these pictures? [y/N] ").strip().lower() not in _YES:
            print("Nothing was made.")
            return 2
        with services.spool.running() if services.spool else nullcontext():
            state = _run(services, lab, plan)
        options.output.write_bytes(contact_sheet(services.store, state))
    except (ImageSpeakError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    finally:
        if services and services.budget:
            services.budget.close()
    return _tell(state, options.output)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m imagespeak_core.lab", description="Pictures of one plan, side by side."
    )
    parser.add_argument("plan", type=Path, help="the plan, a JSON file")
    parser.add_argument("--yes", action="store_true", help="do not ask before money is spent")
    parser.add_argument(
        "--output", type=Path, default=Path("contact_sheet.png"), help="where the sheet goes"
    )
    return parser


def _show(services: Services, expansion: Expansion, expected: Estimate) -> None:
    print(services.generator.label)
    for number, cell in enumerate(expansion.cells, start=1):
        places = zip(expansion.axes, cell.place, strict=True)
        labels = " | ".join(axis.values[at] for axis, at in places)
        price = "price unknown" if cell.offer.price_usd is None else f"${cell.offer.price_usd}"
        print(f"{number:>3}  {price}  {labels or cell.request.prompt}")
    for advice in advise(expansion):
        names = ", ".join(str(number + 1) for number in advice.cells)
        print(f"Please note (pictures {names}): {advice.message}")
    unknown = f", and {expected.unpriced} of unknown price" if expected.unpriced else ""
    print(
        f"{expected.cells} pictures to make, {expected.from_store} from the store: "
        f"${expected.price_usd}{unknown} by the price list, "
        f"about {expected.expected_s:.0f} s (an estimate)"
    )


def _run(services: Services, lab: LabRunner, plan: Plan) -> ExperimentState:
    teacher = teacher_at_shell()
    experiment_id = create_experiment(services, teacher, plan).state.id
    print(f"Experiment: /prompt_lab?experiment={experiment_id}")
    done = lab.start(teacher, experiment_id)
    try:
        if done:
            done.result()
    except KeyboardInterrupt:
        print("Stopping. What was sent is still stored; nothing more is sent.")
        lab.cancel(teacher, experiment_id)
        lab.shutdown()
    opened = open_experiment(services, experiment_id)
    if opened is None:
        raise gone(experiment_id)
    return opened.state


class _Progress:
    """A line for each cell that ended."""

    def __init__(self) -> None:
        self._ended: set[int] = set()

    def __call__(self, state: ExperimentState) -> None:
        for number, cell in enumerate(state.cells):
            if cell.status in _STILL or number in self._ended:
                continue
            self._ended.add(number)
            print(f"{len(self._ended):>3} of {len(state.cells)}: picture {number + 1} {_end(cell)}")


def _end(cell: ExperimentCell) -> str:
    if cell.result:
        source = " (from store, $0)" if cell.result.from_store else ""
        return f"{cell.status} in {cell.result.total_ms / 1000:.1f} s{source}"
    return f"{cell.status}: {cell.failure.message}" if cell.failure else cell.status


def _tell(state: ExperimentState, output: Path) -> int:
    numbers = numbers_of(state.cells)
    price = numbers.estimated.price_usd
    cost = "unknown" if price is None else f"${price}"
    print(
        f"{numbers.made} made, {numbers.from_store} from store, {numbers.refused} refused, "
        f"{numbers.failed} failed. Price by the price list: {cost}. Sheet: {output}"
    )
    return 0 if all(cell.status == "done" for cell in state.cells) else 1


if __name__ == "__main__":
    sys.exit(main())
