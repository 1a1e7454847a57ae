"""Experiments that run: side by side, each cell for itself, nothing lost, nothing paid twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from imagespeak_core.errors import (
    ModelBusyError,
    ModelTimeoutError,
    PromptRefusedError,
    StorageAccessError,
    StorageUnreachableError,
)
from imagespeak_core.lab import runner as runner_module
from imagespeak_core.lab.canonical import find_made
from imagespeak_core.lab.edits import Edit, rate_cell
from imagespeak_core.lab.errors import ExperimentGoneError
from imagespeak_core.lab.experiment import ExperimentState
from imagespeak_core.lab.experiments import change_experiment
from imagespeak_core.lab.journal import MAX_FAILURES, Journal
from imagespeak_core.lab.making import claim_name
from imagespeak_core.lab.plan import QualityAxis, RepeatAxis, SeedAxis
from imagespeak_core.lab.runner import LabRunner
from imagespeak_core.pictures.made_once import LOOK_AGAIN_S, MadeOnce, Waits
from imagespeak_core.pictures.naming import parse_key
from imagespeak_core.pictures.use_cases import retrieve_images
from imagespeak_core.spool.spool import Spool
from imagespeak_core.stores.claims import ABANDONED_AFTER_S, Claim, Claims
from tests.core.lab_rig import ANA, DEAR, WAIT_S, HandLater, Rig, statuses
from tests.fakes import register_pictures
from tests.patience import until

CLAIM = "one"
SIX = SeedAxis(values=(1, 2, 3, 4, 5, 6))


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path)


def seeds_called(rig: Rig) -> list[int]:
    return sorted(request.seed for request in rig.generator.calls)


def claimed_elsewhere(rig: Rig, experiment: str, number: int) -> Claim:
    """Let another server, which says nothing more, make the picture of a cell."""
    claim = Claims(rig.store.blobs).take(claim_name(rig.state(experiment).cells[number].sha))
    assert claim is not None
    return claim


class TestRunning:
    def test_every_cell_has_its_picture_and_its_numbers(self, rig: Rig) -> None:
        experiment = rig.created(QualityAxis(values=("standard", "premium")))

        state = rig.ran(experiment)

        assert statuses(state) == ["done", "done"]
        assert state.lease is None
        images = {str(image.key): image for image in retrieve_images(rig.services, experiment)}
        for cell in state.cells:
            assert cell.result is not None
            assert images[cell.result.key].size_bytes == cell.result.size_bytes
            assert (cell.result.seed, cell.result.model_ms) == (7, 7)
            assert cell.attempt == 1
        assert [cell.result.price_usd for cell in state.cells if cell.result] == [
            Decimal("0.04"),
            Decimal("0.14"),
        ]
        key = parse_key(state.cells[1].result.key if state.cells[1].result else "")
        assert key is not None
        assert rig.store.details(key).model == DEAR.model

    def test_so_many_at_once_and_no_more(self, rig: Rig) -> None:
        experiment = rig.created(SIX)
        rig.generator.gate.clear()
        done = rig.runner(parallel=4).start(ANA, experiment)
        for _ in range(4):
            assert rig.generator.called.acquire(timeout=WAIT_S)
        state = rig.state(experiment)
        rig.generator.gate.set()
        assert done is not None
        done.result(WAIT_S)

        assert statuses(state) == ["running"] * 4 + ["waiting"] * 2
        assert state.cells[0].started_at == rig.clock.now

    def test_two_experiments_share_the_places(self, rig: Rig) -> None:
        runner = rig.runner(parallel=2)
        first, second = rig.created(SIX), rig.created(SeedAxis(values=(11,)))
        rig.generator.gate.clear()
        ends = [runner.start(ANA, one) for one in (first, second)]
        for _ in range(2):
            assert rig.generator.called.acquire(timeout=WAIT_S)

        assert not rig.generator.called.acquire(blocking=False)
        assert statuses(rig.state(second)) == ["waiting"]
        rig.generator.gate.set()
        for end in ends:
            assert end is not None
            end.result(WAIT_S)

    def test_never_more_than_the_generator_can_use(self, rig: Rig) -> None:
        assert rig.runner(parallel=24).parallel == rig.generator.max_parallel

    def test_starting_twice_makes_every_picture_once(self, rig: Rig) -> None:
        experiment = rig.created(SIX)
        runner = rig.runner()
        rig.generator.gate.clear()
        ends = [runner.start(ANA, experiment) for _ in range(3)]
        rig.generator.gate.set()
        for end in ends:
            assert end is not None
            end.result(WAIT_S)

        assert seeds_called(rig) == [1, 2, 3, 4, 5, 6]
        assert runner.start(ANA, experiment) is None

    def test_an_experiment_that_is_not_there_is_told(self, rig: Rig) -> None:
        with pytest.raises(ExperimentGoneError):
            rig.runner().start(ANA, "lab-aaaaaaaaaaaaaaaa")


class TestFailing:
    @pytest.mark.parametrize(
        "error",
        [
            PromptRefusedError("Refused."),
            ModelBusyError("Busy."),
            ModelTimeoutError("Too long."),
            StorageUnreachableError("No way."),
        ],
        ids=lambda error: error.code,
    )
    def test_a_failed_cell_does_not_hurt_its_neighbours(self, rig: Rig, error: Exception) -> None:
        rig.generator.script_seed(2, error)

        state = rig.ran(rig.created())

        assert statuses(state) == ["done", "failed", "done"]
        failure = state.cells[1].failure
        assert failure is not None
        assert failure.message == str(error)
        assert failure.code == getattr(error, "code", "")

    def test_our_own_mistake_ends_one_cell_without_telling_its_words(
        self, rig: Rig, caplog: pytest.LogCaptureFixture
    ) -> None:
        rig.generator.script_seed(2, RuntimeError("secret"))

        state = rig.ran(rig.created())

        assert statuses(state) == ["done", "failed", "done"]
        assert state.cells[1].failure is not None
        assert "secret" not in state.cells[1].failure.message
        assert "secret" in caplog.text

    def test_one_cell_is_tried_again_and_the_others_are_not(self, rig: Rig) -> None:
        rig.generator.script_seed(2, PromptRefusedError("Refused."))
        runner = rig.runner()
        experiment = rig.created()
        rig.ran(experiment, runner)
        rig.generator.script_seed(2, None)

        done = runner.retry(ANA, experiment, 1)
        assert done is not None
        done.result(WAIT_S)

        state = rig.state(experiment)
        assert statuses(state) == ["done"] * 3
        assert state.cells[1].attempt == 2
        assert state.cells[1].failure is None
        assert seeds_called(rig) == [1, 2, 2, 3]

    def test_a_retry_while_others_run_joins_them(self, rig: Rig) -> None:
        rig.generator.script(PromptRefusedError("Refused."))
        held = rig.generator.hold_seed(2)
        runner = rig.runner(parallel=1)
        experiment = rig.created()
        done = runner.start(ANA, experiment)
        for _ in range(2):
            assert rig.generator.called.acquire(timeout=WAIT_S)
        assert statuses(rig.state(experiment)) == ["failed", "running", "waiting"]

        joined = runner.retry(ANA, experiment, 0)
        held.set()

        assert joined is done
        assert done is not None
        done.result(WAIT_S)
        assert statuses(rig.state(experiment)) == ["done"] * 3

    def test_the_days_limit_holds_in_the_lab(self, tmp_path: Path) -> None:
        rig = Rig(tmp_path, day_limit=2)

        state = rig.ran(rig.created(SIX), rig.runner(parallel=1))

        assert statuses(state) == ["done"] * 2 + ["failed"] * 4
        assert state.cells[5].failure is not None
        assert state.cells[5].failure.code == "day_limit"
        assert len(rig.generator.calls) == 2

    def test_a_store_without_room_costs_nothing(self, rig: Rig) -> None:
        rig.store.troubles["take"] = StorageAccessError("Closed.")

        state = rig.ran(rig.created())

        assert statuses(state) == ["failed"] * 3
        assert rig.generator.calls == []


class TestCancelling:
    def test_what_was_not_sent_is_cancelled_and_what_was_is_kept(self, rig: Rig) -> None:
        experiment = rig.created(SIX)
        runner = rig.runner(parallel=2)
        rig.generator.gate.clear()
        done = runner.start(ANA, experiment)
        for _ in range(2):
            assert rig.generator.called.acquire(timeout=WAIT_S)

        runner.cancel(ANA, experiment)
        rig.generator.gate.set()
        assert done is not None
        done.result(WAIT_S)

        assert statuses(rig.state(experiment)) == ["done"] * 2 + ["cancelled"] * 4
        assert seeds_called(rig) == [1, 2]

    def test_another_server_may_cancel(self, rig: Rig) -> None:
        experiment = rig.created(SIX)
        rig.generator.gate.clear()
        done = rig.runner(parallel=2).start(ANA, experiment)
        for _ in range(2):
            assert rig.generator.called.acquire(timeout=WAIT_S)

        rig.runner().cancel(ANA, experiment)
        rig.generator.gate.set()
        assert done is not None
        done.result(WAIT_S)

        assert seeds_called(rig) == [1, 2]

    def test_a_shutdown_leaves_what_waits(self, rig: Rig) -> None:
        experiment = rig.created(SIX)
        runner = rig.runner(parallel=2)
        rig.generator.gate.clear()
        runner.start(ANA, experiment)
        for _ in range(2):
            assert rig.generator.called.acquire(timeout=WAIT_S)

        assert not runner.shutdown(0)
        rig.generator.gate.set()
        assert runner.shutdown(WAIT_S)

        state = rig.state(experiment)
        assert statuses(state) == ["done"] * 2 + ["waiting"] * 4
        assert state.lease is None
        assert runner.start(ANA, experiment) is None
        assert statuses(rig.ran(experiment)) == ["done"] * 6
        assert seeds_called(rig) == [1, 2, 3, 4, 5, 6]

    def test_a_shutdown_waits_for_no_other_server(self, rig: Rig) -> None:
        experiment, later = rig.created(SeedAxis(values=(1,))), HandLater()
        claimed_elsewhere(rig, experiment, 0)
        runner = rig.runner(later=later)
        runner.start(ANA, experiment)
        assert later.waits.acquire(timeout=WAIT_S)

        assert runner.shutdown(WAIT_S)
        later.pass_by()

        state = rig.state(experiment)
        assert (statuses(state), state.lease) == (["waiting"], None), "nothing was paid for it"
        assert rig.generator.calls == []

    def test_a_paid_picture_that_waits_for_the_store_is_told_as_interrupted(
        self, rig: Rig, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        experiment, runner = self.waiting(rig, monkeypatch, Waits("the store"))
        assert runner.shutdown(WAIT_S)

        state = rig.state(experiment)
        assert (statuses(state), state.lease) == (["interrupted"], None)
        claims = [path.name for path in rig.folder.glob("claims/*")]
        assert claims == [CLAIM], "meanwhile nobody else pays"

    def test_a_shutdown_is_not_held_up_by_a_store_that_takes_no_claim_back(
        self, rig: Rig, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        experiment, runner = self.waiting(rig, monkeypatch, Waits("the model"))
        answers, given_back, remove = threading.Event(), list[str](), rig.claims.remove

        def hang(name: str, version: str) -> None:
            assert answers.wait(WAIT_S)
            remove(name, version)
            given_back.append(name)

        monkeypatch.setattr(rig.claims, "remove", hang)
        assert not runner.shutdown(0)
        assert given_back == []
        answers.set()
        assert runner.shutdown(WAIT_S)
        assert given_back == [CLAIM]
        assert statuses(rig.state(experiment)) == ["waiting"]

    def waiting(
        self, rig: Rig, monkeypatch: pytest.MonkeyPatch, waits: Waits
    ) -> tuple[str, LabRunner]:
        """An experiment with one cell, which holds its claim and waits; and who runs it."""
        experiment, later = rig.created(SeedAxis(values=(1,))), HandLater()

        def errand(*_: object, before_call: Callable[[], None], **__: object) -> MadeOnce[object]:
            def make(check_claim: Callable[[], None]) -> Waits:
                check_claim()
                before_call()
                return waits

            return MadeOnce(rig.services, CLAIM, look=lambda: None, make=make)

        monkeypatch.setattr(runner_module, "cell_errand", errand)
        runner = rig.runner(later=later)
        runner.start(ANA, experiment)
        assert later.waits.acquire(timeout=WAIT_S)
        return experiment, runner


class TestNothingPaidTwice:
    def test_what_was_made_before_comes_from_the_store(self, rig: Rig) -> None:
        first = rig.ran(rig.created())
        second = rig.ran(rig.created())

        assert len(rig.generator.calls) == 3
        for before, after in zip(first.cells, second.cells, strict=True):
            assert before.result is not None
            assert after.result is not None
            assert after.result.key == before.result.key
            assert after.result.from_store
            assert after.result.price_usd == 0
            assert (after.result.seed, after.result.model_ms, after.result.size_bytes) == (
                before.result.seed,
                before.result.model_ms,
                before.result.size_bytes,
            )
            assert not before.result.from_store

    def test_a_picture_that_is_gone_is_made_again(self, rig: Rig) -> None:
        first = rig.ran(rig.created())
        key = parse_key(first.cells[0].result.key if first.cells[0].result else "")
        assert key is not None
        rig.store.delete([key])

        second = rig.ran(rig.created())

        assert [cell.result.from_store for cell in second.cells if cell.result] == [
            False,
            True,
            True,
        ]
        assert seeds_called(rig) == [1, 1, 2, 3]
        third = rig.ran(rig.created())
        assert all(cell.result and cell.result.from_store for cell in third.cells)

    def test_make_anew_pays_again_and_the_new_one_is_found_from_then_on(self, rig: Rig) -> None:
        experiment = rig.created()
        runner = rig.runner()
        before = rig.ran(experiment, runner).cells[0]
        done = runner.make_anew(ANA, experiment, 0)
        assert done is not None
        done.result(WAIT_S)

        after = rig.state(experiment).cells[0]
        assert after.result is not None
        assert before.result is not None
        assert after.result.key != before.result.key
        assert not after.result.from_store
        assert not after.anew
        found = rig.ran(rig.created()).cells[0].result
        assert found is not None
        assert found.key == after.result.key

    def test_the_same_cell_twice_in_a_grid_is_paid_once(self, rig: Rig) -> None:
        state = rig.ran(rig.created(SeedAxis(values=(1, 1, 2, 1))))

        assert statuses(state) == ["done"] * 4
        assert seeds_called(rig) == [1, 2]

    def test_repeats_are_all_made(self, rig: Rig) -> None:
        rig.ran(rig.created(RepeatAxis(times=3)))

        assert seeds_called(rig) == [7, 8, 9]

    def test_two_servers_make_every_picture_once(self, rig: Rig) -> None:
        experiment = rig.created(SIX)
        rig.generator.gate.clear()
        done = rig.runner().start(ANA, experiment)
        assert rig.generator.called.acquire(timeout=WAIT_S)

        assert rig.runner().start(ANA, experiment) is None
        rig.generator.gate.set()
        assert done is not None
        done.result(WAIT_S)
        assert seeds_called(rig) == [1, 2, 3, 4, 5, 6]

    def test_two_experiments_that_want_the_same_picture_pay_once(self, rig: Rig) -> None:
        first, second = rig.created(), rig.created()
        rig.generator.gate.clear()
        later = HandLater()
        made = rig.runner().start(ANA, first)
        for _ in range(3):
            assert rig.generator.called.acquire(timeout=WAIT_S)
        assert made is not None

        found = rig.runner(services=rig.server(), later=later).start(ANA, second)
        for _ in range(3):
            assert later.waits.acquire(timeout=WAIT_S)
        rig.generator.gate.set()
        made.result(WAIT_S)
        later.pass_by()
        assert found is not None
        found.result(WAIT_S)

        assert later.asked == [LOOK_AGAIN_S] * 3
        assert seeds_called(rig) == [1, 2, 3]
        results = [cell.result for cell in rig.state(second).cells]
        assert all(result and result.from_store and not result.price_usd for result in results)
        assert list(rig.folder.glob("claims/*")) == []

    def test_a_picture_finished_between_look_and_claim_is_not_paid_again(self, rig: Rig) -> None:
        axis = SeedAxis(values=(1,))
        first, second = rig.created(axis), rig.created(axis)
        rig.claims.before_claim = lambda: rig.ran(first)

        assert statuses(rig.ran(second)) == ["done"]
        assert seeds_called(rig) == [1]

    def test_when_the_first_one_fails_the_second_makes_it(self, rig: Rig) -> None:
        axis = SeedAxis(values=(1,))
        first, second = rig.created(axis), rig.created(axis)
        rig.generator.script(PromptRefusedError("Refused."))

        assert statuses(rig.ran(first)) == ["failed"]
        assert statuses(rig.ran(second)) == ["done"]

    def test_a_claim_left_by_a_crash_is_taken_over_when_it_is_old_enough(self, rig: Rig) -> None:
        experiment, later = rig.created(SeedAxis(values=(1,))), HandLater()
        claimed_elsewhere(rig, experiment, 0)
        done = rig.runner(later=later).start(ANA, experiment)
        assert done is not None
        for _ in range(3):
            assert later.waits.acquire(timeout=WAIT_S)
            later.pass_by()
        assert later.waits.acquire(timeout=WAIT_S)
        assert rig.generator.calls == []

        rig.silence(ABANDONED_AFTER_S)
        later.pass_by()
        done.result(WAIT_S)

        assert statuses(rig.state(experiment)) == ["done"]
        assert seeds_called(rig) == [1]
        assert list(rig.folder.glob("claims/*")) == []

    def test_a_cell_that_waits_for_another_server_holds_up_no_other(self, rig: Rig) -> None:
        experiment, later = rig.created(), HandLater()
        claim = claimed_elsewhere(rig, experiment, 0)
        done = rig.runner(parallel=1, later=later).start(ANA, experiment)
        assert done is not None
        assert later.waits.acquire(timeout=WAIT_S)
        until(lambda: statuses(rig.state(experiment)) == ["running", "done", "done"])

        claim.release()
        later.pass_by()
        done.result(WAIT_S)

        assert statuses(rig.state(experiment)) == ["done"] * 3
        assert [request.seed for request in rig.generator.calls] == [2, 3, 1]

    def test_whoever_goes_on_after_a_crash_does_not_wait_for_its_claim(self, rig: Rig) -> None:
        axis = SeedAxis(values=(1,))
        experiment = rig.created(axis)
        held = rig.generator.hold_seed(1)
        late = rig.runner().start(ANA, experiment)
        assert rig.generator.called.acquire(timeout=WAIT_S)
        rig.silence(ABANDONED_AFTER_S)
        later = HandLater()

        again = rig.runner(services=rig.server(), later=later).retry(ANA, experiment)
        assert rig.generator.called.acquire(timeout=WAIT_S)
        held.set()
        for done in (late, again):
            assert done is not None
            done.result(WAIT_S)

        assert later.asked == []
        assert statuses(rig.state(experiment)) == ["done"]

    def test_what_was_cancelled_is_made_all_at_once_and_what_failed_is_not(self, rig: Rig) -> None:
        experiment = rig.created(SIX)
        rig.generator.script(PromptRefusedError("Refused."))
        held = rig.generator.hold_seed(2)
        runner = rig.runner(parallel=1)
        done = runner.start(ANA, experiment)
        for _ in range(2):
            assert rig.generator.called.acquire(timeout=WAIT_S)
        runner.cancel(ANA, experiment)
        held.set()
        assert done is not None
        done.result(WAIT_S)
        assert statuses(rig.state(experiment)) == ["failed", "done", *["cancelled"] * 4]

        again = runner.retry(ANA, experiment)
        assert again is not None
        again.result(WAIT_S)

        assert statuses(rig.state(experiment)) == ["failed", *["done"] * 5]

    def test_what_ran_when_a_server_died_is_interrupted_and_what_waited_goes_on(
        self, rig: Rig
    ) -> None:
        experiment = rig.created()
        held = rig.generator.hold_seed(1)
        late = rig.runner(parallel=1).start(ANA, experiment)
        assert rig.generator.called.acquire(timeout=WAIT_S)
        rig.silence(ABANDONED_AFTER_S - 2)
        assert statuses(rig.state(experiment)) == ["running", "waiting", "waiting"]

        rig.silence(2)
        assert statuses(rig.state(experiment)) == ["interrupted", "waiting", "waiting"]
        assert statuses(rig.ran(experiment)) == ["interrupted", "done", "done"]
        assert seeds_called(rig) == [1, 2, 3]

        held.set()  # it was only slow: its picture is not lost
        assert late is not None
        late.result(WAIT_S)
        assert statuses(rig.state(experiment)) == ["done"] * 3
        assert seeds_called(rig) == [1, 2, 3]

    def test_a_server_that_lives_keeps_its_lease(self, rig: Rig) -> None:
        experiment = rig.created()
        held = rig.generator.hold_seed(1)
        done = rig.runner(parallel=1, beat_s=0.01).start(ANA, experiment)
        assert rig.generator.called.acquire(timeout=WAIT_S)
        for _ in range(3):
            while rig.documents.written.acquire(blocking=False):
                pass
            rig.silence(ABANDONED_AFTER_S - 2)
            for _ in range(3):  # two may have been on their way
                assert rig.documents.written.acquire(timeout=WAIT_S)
            assert rig.runner().retry(ANA, experiment) is None
        held.set()
        assert done is not None
        done.result(WAIT_S)

        assert seeds_called(rig) == [1, 2, 3]

    def test_clocks_that_are_a_minute_apart_make_four_calls_for_four_cells(self, rig: Rig) -> None:
        experiment = rig.created(SeedAxis(values=(1, 2, 3, 4)))
        rig.generator.gate.clear()
        servers = [rig.runner(services=rig.server(ahead_s=ahead_s)) for ahead_s in (0, 60, -60)]
        done, *others = [server.retry(ANA, experiment) for server in servers]
        for _ in range(4):
            assert rig.generator.called.acquire(timeout=WAIT_S)
        others += [server.retry(ANA, experiment) for server in servers[1:]]
        rig.generator.gate.set()
        assert done is not None
        done.result(WAIT_S)

        assert others == [None] * 4
        assert statuses(rig.state(experiment)) == ["done"] * 4
        assert seeds_called(rig) == [1, 2, 3, 4]

    def test_what_others_write_makes_no_dead_server_live_longer(self, rig: Rig) -> None:
        experiment = rig.created()
        rig.generator.gate.clear()
        dead = rig.runner(beat_s=600).start(ANA, experiment)
        for _ in range(3):
            assert rig.generator.called.acquire(timeout=WAIT_S)
        for stars in (1, 2, 3):
            rig.silence(6)
            assert statuses(rig.state(experiment)) == ["running"] * 3
            rate = partial(rate_cell, number=0, stars=stars)
            change_experiment(rig.services, ANA, experiment, rate)
        rig.silence(2)

        assert statuses(rig.state(experiment)) == ["interrupted"] * 3
        rig.generator.gate.set()
        assert dead is not None
        dead.result(WAIT_S)

    def test_a_frozen_server_that_wakes_up_pays_for_nothing_that_is_anothers(
        self, rig: Rig
    ) -> None:
        experiment = rig.created(SeedAxis(values=(1,)))
        rig.ran(experiment)
        other = rig.runner(services=rig.server())

        def freeze() -> None:
            rig.silence(ABANDONED_AFTER_S)
            rig.clock.advance(seconds=ABANDONED_AFTER_S)
            again = other.retry(ANA, experiment)
            assert again is not None
            again.result(WAIT_S)

        rig.claims.before_claim = freeze
        done = rig.runner(beat_s=600).make_anew(ANA, experiment, 0)
        assert done is not None
        done.result(WAIT_S)

        assert seeds_called(rig) == [1, 1], "once at first, once anew"
        state = rig.state(experiment)
        assert (statuses(state), state.cells[0].attempt) == (["done"], 3)

    def test_a_frozen_server_whose_work_nobody_took_goes_on(self, rig: Rig) -> None:
        experiment = rig.created()

        def freeze() -> None:
            rig.silence(ABANDONED_AFTER_S)
            rig.clock.advance(seconds=ABANDONED_AFTER_S)

        rig.claims.before_claim = freeze

        assert statuses(rig.ran(experiment, rig.runner(parallel=1, beat_s=600))) == ["done"] * 3
        assert seeds_called(rig) == [1, 2, 3]

    def test_a_picture_that_the_store_does_not_take_is_not_paid_again(self, rig: Rig) -> None:
        minutes = count(0, 60)  # it is long ago whenever the spool looks
        spool = Spool(None, monotonic=lambda: next(minutes))
        services = replace(rig.services, spool=spool)
        register_pictures(services)
        experiment, later = rig.created(SeedAxis(values=(1,))), HandLater()
        rig.store.troubles["put"] = StorageUnreachableError("No way.")
        ending = rig.runner(services=services, later=later)
        assert ending.start(ANA, experiment) is not None
        assert later.waits.acquire(timeout=WAIT_S)
        assert ending.shutdown(WAIT_S), "what the spool keeps holds nobody up"
        assert statuses(rig.state(experiment)) == ["interrupted"]

        later = HandLater()
        done = rig.runner(services=services, later=later).retry(ANA, experiment)
        assert done is not None
        assert later.waits.acquire(timeout=WAIT_S), "it waits for the picture that is made"
        del rig.store.troubles["put"]
        spool.try_due()
        later.pass_by()
        done.result(WAIT_S)
        assert statuses(rig.state(experiment)) == ["done"]
        assert seeds_called(rig) == [1]
        assert find_made(services, rig.state(experiment).cells[0].sha)

    def test_nobody_pays_while_nobody_knows_whose_it_is(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rig = Rig(tmp_path, day_limit=1)
        given_back, remove = threading.Event(), rig.claims.remove

        def give_back(name: str, version: str) -> None:
            remove(name, version)
            given_back.set()

        monkeypatch.setattr(rig.claims, "remove", give_back)
        experiment = rig.created(SeedAxis(values=(1,)))

        def cut_off() -> None:
            rig.clock.advance(seconds=ABANDONED_AFTER_S)
            rig.documents.trouble = StorageUnreachableError("No way.")

        rig.claims.before_claim = cut_off
        runner = rig.runner(beat_s=0.01)
        done = runner.start(ANA, experiment)
        assert done is not None
        assert given_back.wait(WAIT_S)
        rig.documents.trouble = None
        done.result(WAIT_S)

        assert rig.generator.calls == []
        assert statuses(rig.state(experiment)) == ["failed"]
        again = runner.retry(ANA, experiment, 0)
        assert again is not None
        again.result(WAIT_S)
        assert statuses(rig.state(experiment)) == ["done"], "it did not count"

    def test_nobody_waits_for_the_claim_to_be_given_back(
        self, rig: Rig, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        told, given_back, remove = threading.Event(), threading.Event(), rig.claims.remove

        def give_back(name: str, version: str) -> None:
            if told.wait(WAIT_S):
                given_back.set()
            remove(name, version)

        monkeypatch.setattr(rig.claims, "remove", give_back)
        experiment = rig.created(SeedAxis(values=(1,)))

        assert statuses(rig.ran(experiment, rig.runner())) == ["done"]
        told.set()
        assert given_back.wait(WAIT_S)

    def test_nothing_is_sent_before_it_is_written(self, rig: Rig) -> None:
        experiment = rig.created()
        runner = rig.runner(parallel=1)
        rig.documents.gate.clear()
        starting = threading.Thread(target=partial(runner.start, ANA, experiment))
        starting.start()
        assert rig.documents.asked.acquire(timeout=WAIT_S)  # creating
        assert rig.documents.asked.acquire(timeout=WAIT_S)  # the lease

        assert rig.generator.calls == []
        rig.documents.gate.set()
        starting.join(WAIT_S)
        assert statuses(rig.ran(experiment, runner)) == ["done"] * 3
        for state in rig.documents.writes[2:]:
            assert all(cell.attempt for cell in state.cells if cell.status != "waiting")


class TestWriting:
    def test_changes_that_come_together_are_one_write(
        self, rig: Rig, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept, keep = threading.Semaphore(0), Journal.keep

        def keep_and_count(journal: Journal, edit: Edit) -> Future[ExperimentState]:
            written = keep(journal, edit)
            kept.release()
            return written

        monkeypatch.setattr(Journal, "keep", keep_and_count)
        experiment = rig.created(SIX)
        rig.generator.gate.clear()
        done = rig.runner(parallel=6).start(ANA, experiment)
        for _ in range(6):
            assert rig.generator.called.acquire(timeout=WAIT_S)
        rig.documents.gate.clear()
        writes = len(rig.documents.writes)
        rig.generator.gate.set()
        for _ in range(6):
            assert kept.acquire(timeout=WAIT_S)
        rig.documents.gate.set()
        assert done is not None
        done.result(WAIT_S)

        assert statuses(rig.state(experiment)) == ["done"] * 6
        assert len(rig.documents.writes) - writes <= 4

    def test_a_persons_changes_stay_between_ours(self, rig: Rig) -> None:
        experiment = rig.created()
        held = rig.generator.hold_seed(1)
        done = rig.runner(parallel=1).start(ANA, experiment)
        assert rig.generator.called.acquire(timeout=WAIT_S)
        rate = partial(rate_cell, number=2, stars=4, note="nice")
        change_experiment(rig.services, ANA, experiment, rate)
        rig.documents.before_write = partial(
            change_experiment, rig.services, ANA, experiment, partial(rate_cell, number=1, stars=2)
        )
        held.set()
        assert done is not None
        done.result(WAIT_S)

        state = rig.state(experiment)
        assert statuses(state) == ["done"] * 3
        assert [cell.stars for cell in state.cells] == [0, 2, 4]
        assert state.cells[2].note == "nice"

    def test_a_result_outlives_a_store_that_fails_for_a_while(
        self, rig: Rig, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        experiment = rig.created(SeedAxis(values=(1,)))
        held = rig.generator.hold_seed(1)
        done = rig.runner(beat_s=0.01).start(ANA, experiment)
        assert rig.generator.called.acquire(timeout=WAIT_S)
        left, keep = 2, Journal.keep

        def fail_twice() -> None:
            nonlocal left
            if left:
                left -= 1
                rig.documents.before_write = fail_twice
                raise StorageUnreachableError("No way.")

        def fail_and_keep(journal: Journal, edit: Edit) -> Future[ExperimentState]:
            rig.documents.before_write = fail_twice
            return keep(journal, edit)

        monkeypatch.setattr(Journal, "keep", fail_and_keep)
        held.set()
        assert done is not None
        done.result(WAIT_S)

        assert left == 0
        assert statuses(rig.state(experiment)) == ["done"]

    def test_a_store_that_fails_for_good_ends_it_and_nothing_is_paid_again(
        self, rig: Rig, caplog: pytest.LogCaptureFixture
    ) -> None:
        experiment = rig.created(SeedAxis(values=(1,)))
        held = rig.generator.hold_seed(1)
        done = rig.runner(beat_s=0.01).start(ANA, experiment)
        assert rig.generator.called.acquire(timeout=WAIT_S)
        rig.documents.trouble = StorageUnreachableError("No way.")
        held.set()
        assert done is not None
        assert isinstance(done.exception(WAIT_S), StorageUnreachableError)
        assert MAX_FAILURES > 1
        assert "could not be written" not in caplog.text, "the store warns"
        rig.documents.trouble = None
        rig.silence(ABANDONED_AFTER_S)
        assert statuses(rig.state(experiment)) == ["interrupted"]

        again = rig.runner().retry(ANA, experiment, 0)
        assert again is not None
        again.result(WAIT_S)

        result = rig.state(experiment).cells[0].result
        assert result is not None
        assert result.from_store
        assert seeds_called(rig) == [1]

    def test_a_store_that_can_not_be_written_sends_nothing(self, rig: Rig) -> None:
        experiment = rig.created()
        rig.documents.trouble = StorageUnreachableError("No way.")

        with pytest.raises(StorageUnreachableError):
            rig.runner().start(ANA, experiment)

        assert rig.generator.calls == []

    def test_an_experiment_deleted_while_it_runs_ends(self, rig: Rig) -> None:
        experiment = rig.created(SIX)
        held = rig.generator.hold_seed(1)
        done = rig.runner(parallel=1).start(ANA, experiment)
        assert rig.generator.called.acquire(timeout=WAIT_S)
        rig.documents.delete(f"experiments/{experiment}.json")
        held.set()
        assert done is not None

        assert isinstance(done.exception(WAIT_S), ExperimentGoneError)
        assert seeds_called(rig) == [1]
