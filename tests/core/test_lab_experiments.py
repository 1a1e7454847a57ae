"""Experiments in the store: made, read, changed, searched, duplicated, deleted."""

from __future__ import annotations

import inspect
import json
import re
import threading
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from imagespeak_core.errors import (
    ChangedMeanwhileError,
    GenerationInProgressError,
    InvalidRequestError,
)
from imagespeak_core.lab import edits, experiments
from imagespeak_core.lab.canonical import find_made, remember_made, request_sha
from imagespeak_core.lab.errors import ExperimentDamagedError, ExperimentGoneError
from imagespeak_core.lab.experiment import (
    EXPERIMENTS,
    CellFailure,
    CellResult,
    ExperimentState,
    is_experiment_id,
)
from imagespeak_core.lab.experiments import (
    change_experiment,
    create_experiment,
    delete_experiment,
    duplicate_experiment,
    list_experiments,
    open_experiment,
)
from imagespeak_core.lab.journal import MAX_FAILURES
from imagespeak_core.lab.plan import PromptAxis, SeedAxis
from imagespeak_core.models import ImageRequest
from imagespeak_core.pictures.naming import ImageKey, check_session_id
from imagespeak_core.pictures.use_cases import retrieve_images
from imagespeak_core.stores.claims import ABANDONED_AFTER_S, BEAT_S
from tests.core.lab_rig import ANA, CHEAP, DEAR, WAIT_S, Rig, plan_of, statuses
from tests.fakes import DRAWN_SEED, TroubledStore

RESULT = CellResult(
    key="generated-images/lab-x_20241031_143022_0_dog.png",
    size_bytes=10,
    seed=1,
    model_ms=2,
    total_ms=3,
    price_usd=Decimal("0.04"),
)
FAILURE = CellFailure(code="busy", message="Busy.")


@pytest.fixture
def rig(tmp_path: Path) -> Rig:
    return Rig(tmp_path)


def test_only_opening_is_for_everybody() -> None:
    functions = [
        function
        for name, function in inspect.getmembers(experiments, inspect.isfunction)
        if function.__module__ == experiments.__name__
        and not name.startswith("_")
        and next(iter(inspect.signature(function).parameters), "") == "services"
    ]
    assert len(functions) == 6
    for function in functions:
        teacher = inspect.signature(function).parameters.get("teacher")
        assert (teacher is None) == (function is open_experiment)
        assert teacher is None or (teacher.annotation, teacher.default) == (
            "Teacher",
            inspect.Parameter.empty,
        )


class TestKeeping:
    def test_an_id_is_a_session_that_can_not_be_guessed(self, rig: Rig) -> None:
        ids = {rig.created() for _ in range(5)}

        assert len(ids) == 5
        for one in ids:
            assert re.fullmatch(r"lab-[a-z2-7]{16}", one), "80 bits"
            assert check_session_id(one) == one
            assert is_experiment_id(one)

    def test_a_seed_left_open_is_drawn_once_and_kept(self, rig: Rig) -> None:
        opened = create_experiment(
            rig.services, ANA, plan_of(PromptAxis(values=("a", "b")), seed=0)
        )

        assert opened.state.plan.seed == DRAWN_SEED
        assert [cell.request.seed for cell in opened.state.cells] == [DRAWN_SEED] * 2

    def test_json_and_back(self, rig: Rig) -> None:
        state = rig.ran(rig.created())
        content = json.loads((rig.folder / "experiments" / f"{state.id}.json").read_bytes())

        assert content["version"] == 1
        assert content["cells"][0]["price_usd"] == "0.04", "exact"
        assert EXPERIMENTS.read(state.id, EXPERIMENTS.to_json(state)) == state

    @pytest.mark.parametrize("content", [b"", b"{}", b'{"version": 2}', b"\xff"])
    def test_what_can_not_be_read_is_told(self, rig: Rig, content: bytes) -> None:
        with pytest.raises(ExperimentDamagedError):
            EXPERIMENTS.read(rig.created(), content)

    def test_one_of_another_name_is_anothers(self, rig: Rig) -> None:
        state = rig.state(rig.created())
        assert EXPERIMENTS.read("lab-aaaaaaaaaaaaaaaa", EXPERIMENTS.to_json(state)) is None

    @pytest.mark.parametrize("place", [[], [9], [-1], [0, 0], [1]])
    def test_cells_that_are_not_those_of_the_axes_are_told(
        self, rig: Rig, place: list[int]
    ) -> None:
        state = rig.state(rig.created())
        content = json.loads(EXPERIMENTS.to_json(state))
        content["cells"][0]["place"] = place

        with pytest.raises(ExperimentDamagedError):
            EXPERIMENTS.read(state.id, json.dumps(content).encode())

    @pytest.mark.parametrize("text", ["", "lab-x", "image-1", "../x", "lab-AAAAAAAAAAAAAAAA"])
    def test_an_address_that_somebody_typed_opens_nothing(self, rig: Rig, text: str) -> None:
        assert open_experiment(rig.services, text) is None

    def test_texts_that_are_too_long_together_are_told(self, rig: Rig) -> None:
        long = SeedAxis(values=tuple(range(1, 25)))
        with pytest.raises(InvalidRequestError, match="too long"):
            rig.created(long, prompt="€" * 10_000, negative_prompt="€" * 10_000)
        assert list_experiments(rig.services, ANA) == []


class TestLists:
    def test_newest_first_and_searched_in_titles_and_prompts(self, rig: Rig) -> None:
        old = rig.created(title="Beach")
        rig.clock.advance(seconds=1)
        new = rig.created(PromptAxis(values=("A cat", "A BEACH ball")))

        def found(search: str) -> list[str]:
            return [one.state.id for one in list_experiments(rig.services, ANA, search)]

        assert found("") == [new, old]
        assert found("beach") == [new, old]
        assert found("ball beach") == [new]
        assert found("moon") == []

    def test_searched_on_any_keyboard(self, rig: Rig) -> None:
        rig.created(title="Bus \u0667, caf\u00e9")
        for search in ("bus 7", "BUS \u06f7", "\uff42us", "cafe\u0301"):
            assert len(list_experiments(rig.services, ANA, search)) == 1

    def test_a_damaged_one_is_named_apart_and_can_be_deleted(self, rig: Rig) -> None:
        (rig.folder / "experiments").mkdir()
        (rig.folder / "experiments" / "lab-aaaaaaaaaaaaaaaa.json").write_bytes(b"{")
        experiment = rig.created()

        listed = list_experiments(rig.services, ANA)

        assert [one.state.id for one in listed] == [experiment]
        assert listed.damaged == ("lab-aaaaaaaaaaaaaaaa",)
        assert delete_experiment(rig.services, ANA, "lab-aaaaaaaaaaaaaaaa") == {}
        assert list_experiments(rig.services, ANA).damaged == ()

    def test_a_duplicate_is_the_plan_with_its_seed(self, rig: Rig) -> None:
        plan = plan_of(title="Beach", seed=0)
        experiment = create_experiment(rig.services, ANA, plan).state.id

        assert duplicate_experiment(rig.services, ANA, experiment) == plan.model_copy(
            update={"seed": DRAWN_SEED}
        )
        with pytest.raises(ExperimentGoneError):
            duplicate_experiment(rig.services, ANA, "lab-aaaaaaaaaaaaaaaa")


class TestDeleting:
    def test_it_goes_with_its_own_pictures_alone(self, rig: Rig) -> None:
        first, second = rig.created(), rig.created(SeedAxis(values=(1, 9)))
        rig.ran(first)
        rig.ran(second)

        assert delete_experiment(rig.services, ANA, second) == {}

        assert open_experiment(rig.services, second) is None
        assert retrieve_images(rig.services, second) == []
        assert len(retrieve_images(rig.services, first)) == 3
        assert delete_experiment(rig.services, ANA, second) == {}

    def test_not_while_pictures_are_made(self, rig: Rig) -> None:
        experiment = rig.created()
        held = rig.generator.hold_seed(1)
        done = rig.runner(parallel=1).start(ANA, experiment)
        assert rig.generator.called.acquire(timeout=WAIT_S)

        with pytest.raises(GenerationInProgressError):
            delete_experiment(rig.services, ANA, experiment)

        held.set()
        assert done is not None
        done.result(WAIT_S)
        assert statuses(rig.state(experiment)) == ["done", "cancelled", "cancelled"]
        assert delete_experiment(rig.services, ANA, experiment) == {}

    def test_pictures_that_stay_keep_it(self, tmp_path: Path) -> None:
        rig = Rig(tmp_path)
        experiment = rig.created()
        rig.ran(experiment)
        services = replace(rig.services, store=Stubborn(rig.store.blobs))

        assert len(delete_experiment(services, ANA, experiment)) == 3
        assert open_experiment(services, experiment) is not None


class Stubborn(TroubledStore):
    """A folder from which nothing can be deleted."""

    def delete(self, keys: Sequence[ImageKey]) -> dict[ImageKey, str]:
        return dict.fromkeys(keys, "It stays.")


class TestEdits:
    def state(self, rig: Rig) -> ExperimentState:
        return rig.state(rig.created())

    def test_only_who_holds_the_lease_starts_a_cell(self, rig: Rig) -> None:
        now = rig.clock.now
        state = self.state(rig)
        ours = edits.take_lease(state, server="a", nonce="1")

        assert edits.start_cell(state, 0, server="a", now=now) == state
        assert edits.start_cell(ours, 0, server="b", now=now) == ours
        started = edits.start_cell(ours, 0, server="a", now=now)
        assert started.cells[0].status == "running"
        assert edits.start_cell(started, 0, server="a", now=now) == started, "once"

    def test_a_living_lease_is_not_taken_and_an_ended_one_is(self, rig: Rig) -> None:
        ours = edits.take_lease(self.state(rig), server="a", nonce="1")

        almost = edits.as_of(ours, ABANDONED_AFTER_S - 1)
        assert edits.take_lease(almost, server="b", nonce="2") == almost
        ended = edits.as_of(almost, 1)
        theirs = edits.take_lease(ended, server="b", nonce="2")
        assert theirs.lease is not None
        assert theirs.lease.server == "b"
        assert edits.renew_lease(theirs, server="a", nonce="3") == theirs
        assert edits.give_lease_back(theirs, server="a", even_if_waiting=True) == theirs

    def test_a_late_end_does_not_hurt_the_next_attempt(self, rig: Rig) -> None:
        now = rig.clock.now
        state = edits.take_lease(self.state(rig), server="a", nonce="1")
        state = edits.start_cell(state, 0, server="a", now=now)
        state = edits.retry_cell(edits.as_of(state, ABANDONED_AFTER_S), 0)
        state = edits.take_lease(state, server="b", nonce="2")
        state = edits.start_cell(state, 0, server="b", now=now)

        assert edits.finish_cell(state, 0, attempt=1, result=RESULT) == state
        assert edits.fail_cell(state, 0, attempt=1, failure=FAILURE) == state
        assert edits.put_back(state, 0, attempt=1) == state
        assert edits.finish_cell(state, 0, attempt=2, result=RESULT).cells[0].result == RESULT

    def test_what_is_done_is_not_tried_again_by_mistake(self, rig: Rig) -> None:
        state = rig.ran(rig.created())

        assert edits.retry_cell(state, 0) == state
        assert edits.cancel(state) == state

    def test_cancelling_a_picture_that_was_to_be_made_anew_shows_the_old_one(
        self, rig: Rig
    ) -> None:
        state = rig.ran(rig.created())
        again = edits.make_anew(state, 0)

        assert again.cells[0].status == "waiting"
        assert edits.cancel(again) == state

    def test_stars_notes_and_titles_are_checked(self, rig: Rig) -> None:
        state = self.state(rig)

        rated = edits.rate_cell(state, 1, stars=5, note=" good ")
        assert (rated.cells[1].stars, rated.cells[1].note) == (5, "good")
        assert edits.rate_cell(rated, 1, stars=0).cells[1].note == "good"
        assert edits.rename(state, "  New   name ", instead_of="").name == "New name"
        for wrong in (
            partial(edits.rate_cell, number=1, stars=6),
            partial(edits.rate_cell, number=1, stars=-1),
            partial(edits.rate_cell, number=1, note="x" * 501),
            partial(edits.rate_cell, number=1, note="\ud800"),
            partial(edits.rename, title="x" * 101, instead_of=""),
        ):
            with pytest.raises(InvalidRequestError):
                wrong(state)

    def test_a_name_that_somebody_else_gave_meanwhile_stays(self, rig: Rig) -> None:
        theirs = edits.rename(self.state(rig), "Theirs", instead_of="")

        with pytest.raises(ChangedMeanwhileError):
            edits.rename(theirs, "Ours", instead_of="")
        assert edits.rename(theirs, "Theirs", instead_of="") == theirs, "both want the same"
        assert edits.rename(theirs, "Ours", instead_of="Theirs").name == "Ours"

    def test_a_dead_server_is_noticed_after_twenty_seconds(self, rig: Rig) -> None:
        state = edits.take_lease(self.state(rig), server="a", nonce="1")
        state = edits.start_cell(state, 0, server="a", now=rig.clock.now)

        assert edits.as_of(state, 19).cells[0].status == "running"
        assert edits.as_of(state, 19).is_running
        assert edits.as_of(state, 20).cells[0].status == "interrupted"
        assert not edits.as_of(state, 20).is_running
        assert edits.as_of(state, 20, server="a") == state, "who reads it is alive"

    def test_silence_is_counted_on_until_the_owner_writes(self, rig: Rig) -> None:
        state = edits.take_lease(self.state(rig), server="a", nonce="1")
        seen = edits.as_of(edits.as_of(state, 12), -3)

        assert not edits.as_of(seen, 8).is_running
        renewed = edits.renew_lease(seen, server="a", nonce="2")
        assert edits.as_of(renewed, 8).is_running
        assert renewed.lease != state.lease, "each time the document is another one"

    def test_an_experiment_that_an_earlier_version_runs_is_read(self, rig: Rig) -> None:
        experiment = rig.created()
        change_experiment(
            rig.services, ANA, experiment, partial(edits.take_lease, server="a", nonce="1")
        )
        path = rig.folder / "experiments" / f"{experiment}.json"
        content = json.loads(path.read_bytes())
        content["lease"] = {"server": "a", "until": "2020-01-01T00:00:00Z"}
        path.write_text(json.dumps(content))

        assert rig.state(experiment).is_running, "it was written just now"
        rig.silence(ABANDONED_AFTER_S)
        assert not rig.state(experiment).is_running

    def test_a_store_may_be_away_for_ten_minutes(self) -> None:
        assert ABANDONED_AFTER_S < 600 <= (MAX_FAILURES - 1) * BEAT_S

    def test_two_people_rate_at_once_and_both_stay(self, rig: Rig) -> None:
        experiment = rig.created()
        both = threading.Barrier(2)

        def rate(number: int) -> None:
            both.wait(WAIT_S)
            edit = partial(edits.rate_cell, number=number, stars=number + 1)
            change_experiment(rig.services, ANA, experiment, edit)

        threads = [threading.Thread(target=rate, args=(number,)) for number in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(WAIT_S)

        assert [cell.stars for cell in rig.state(experiment).cells] == [1, 2, 0]


class TestCanonicalRequests:
    REQUEST = ImageRequest("lab-a", "A dog", "cats", "standard", 512, 300, 7)

    def test_the_name_stays_the_same_from_version_to_version(self) -> None:
        assert request_sha(self.REQUEST, CHEAP) == (
            "6ef64d8ce19d31c70f76fef6aa16470a18221513d78dfc00aebb7cfeec14de3e"
        )

    def test_session_and_quality_do_not_count_and_all_else_does(self) -> None:
        sha = request_sha(self.REQUEST, CHEAP)

        assert request_sha(replace(self.REQUEST, session_id="b", quality="premium"), CHEAP) == sha
        for changes in (
            {"prompt": "A dog "},
            {"negative_prompt": ""},
            {"width_px": 513},
            {"height_px": 301},
            {"seed": 8},
        ):
            assert request_sha(replace(self.REQUEST, **changes), CHEAP) != sha
        assert request_sha(self.REQUEST, DEAR) != sha

    def test_a_negative_prompt_that_is_not_read_does_not_count(self) -> None:
        plain = replace(self.REQUEST, negative_prompt="")

        assert request_sha(self.REQUEST, DEAR) == request_sha(plain, DEAR)

    def test_the_document_names_the_newest_picture(self, rig: Rig) -> None:
        state = rig.ran(rig.created())
        sha, result = state.cells[0].sha, state.cells[0].result
        document = rig.documents.read(f"requests/{sha}.json")

        assert document is not None
        assert result is not None
        assert json.loads(document.content) == {"version": 1, "key": result.key}

    def test_a_damaged_document_is_replaced(self, rig: Rig) -> None:
        state = rig.ran(rig.created())
        sha = state.cells[0].sha
        (rig.folder / "requests" / f"{sha}.json").write_bytes(b"?")

        assert find_made(rig.services, sha) is None
        image = retrieve_images(rig.services, state.id)[0]
        remember_made(rig.documents, sha, image.key)
        assert find_made(rig.services, sha) == image
