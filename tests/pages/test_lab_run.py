"""An experiment while it runs and after: cell by cell, faults included."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import PromptRefusedError, StorageUnreachableError
from imagespeak_core.lab.edits import rename
from imagespeak_core.lab.experiment import document_name
from imagespeak_core.lab.plan import SeedAxis, StyleAxis
from pages.components.lab import lab_memory
from pages.components.shell import access, addresses
from pages.components.shell.wiring import wiring
from tests.pages import lab_visits as lab
from tests.pages.lab_visits import click, keys, open_lab, statuses, texts
from tests.pages.visits import Site, alerts
from tests.patience import until

pytestmark = pytest.mark.usefixtures("as_teacher")

AWAY = StorageUnreachableError("The folder is away.")
UNKNOWN = "lab-aaaaaaaaaaaaaaaa"


def test_each_cell_tells_where_it_stands(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = lab.hold(site, monkeypatch)
    experiment_id = lab.keep(lab.plan())
    wiring().lab.start(lab.ANA, experiment_id)
    try:
        visit = open_lab(experiment_id)
        assert not visit.exception
        until(lambda: "running, " in texts(visit.run()))
        assert "Picture 1. Seed: 1" in texts(visit)
        assert "0 of 4 pictures ready, running" in texts_of_progress(visit)
        assert re.search(r"running, \d+ s \(usually 1 second\)", texts(visit))
        assert "waiting" in texts(visit)
        assert visit.button(key=f"lab_delete_{experiment_id}").disabled
    finally:
        gate.set()
    lab.settle(experiment_id)
    visit.run()
    assert "4 of 4 pictures ready. $0.16 in all, by the price list." in texts(visit)
    assert not [part for part in visit.markdown if "Picture 1" in part.value], "nothing is to do"
    assert not {"lab_cancel", "lab_go_on"} & set(keys(visit))


def texts_of_progress(visit: AppTest) -> str:
    return "\n".join(str(bar.proto.text) for bar in visit.get("progress")).replace("\\", "")


def test_whoever_comes_back_finds_it_at_its_address(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = lab.hold(site, monkeypatch)
    visit = lab.write(open_lab(), lab_memory.PROMPT.name, "A red bus")
    click(visit, "lab_start")
    (experiment_id,) = lab.experiments()
    again = open_lab(experiment_id)
    until(lambda: re.search(r"running, \d+ s", texts(again.run())))
    gate.set()
    lab.settle(experiment_id)
    assert "1 of 1 picture ready" in texts(open_lab(experiment_id))
    assert len(site.generator.requests) == 1


def test_cancel_keeps_what_was_sent_and_retry_makes_the_rest(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = lab.hold(site, monkeypatch)
    experiment_id = lab.keep(lab.plan())
    wiring().lab.start(lab.ANA, experiment_id)
    try:
        until(lambda: statuses(experiment_id)[:2] == ["running"] * 2)
        visit = click(open_lab(experiment_id), "lab_cancel")
        assert texts(visit).count("cancelled before it was sent") == 2
    finally:
        gate.set()
    lab.settle(experiment_id)
    assert statuses(experiment_id) == ["done", "done", "cancelled", "cancelled"]
    visit.run()
    label = str(visit.button(key="lab_go_on").label).replace("\\", "")
    assert label == "Go on: 2 pictures, at most $0.08"
    click(visit, "lab_retry_3")
    lab.settle(experiment_id)
    assert statuses(experiment_id) == ["done", "done", "cancelled", "done"]
    assert len(site.generator.requests) == 3
    click(open_lab(experiment_id), "lab_go_on")
    lab.settle(experiment_id)
    assert statuses(experiment_id) == ["done"] * 4


def test_before_the_first_picture_only_the_cells_are_shown(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = lab.hold(site, monkeypatch)
    experiment_id = lab.keep(lab.plan())
    wiring().lab.start(lab.ANA, experiment_id)
    try:
        visit = open_lab(experiment_id)
        assert [header.value for header in visit.header] == ["A red bus"]
    finally:
        gate.set()
    lab.settle(experiment_id)
    visit.run()
    assert [header.value for header in visit.header][1:] == ["Look", "Numbers", "Take away"]


def test_a_refused_cell_says_why_and_hurts_nobody(site: Site) -> None:
    site.generator.fail_next_with(PromptRefusedError("The text *was* refused."))
    experiment_id = lab.run(lab.plan())
    failed = statuses(experiment_id).index("failed")
    assert statuses(experiment_id).count("done") == 3
    visit = open_lab(experiment_id)
    assert "failed. The text *was* refused." in texts(visit)
    assert "3 of 4 pictures ready, 1 failed. $0.12 in all" in texts(visit)
    assert [key for key in keys(visit) if key.startswith("lab_retry_")] == [f"lab_retry_{failed}"]
    click(visit, f"lab_retry_{failed}")
    lab.settle(experiment_id)
    assert statuses(experiment_id) == ["done"] * 4
    assert len(site.generator.requests) == 5


def test_what_was_made_before_is_free_until_it_is_made_anew(site: Site) -> None:
    lab.run(lab.plan(SeedAxis(values=(1, 2))))
    experiment_id = lab.run(lab.plan(SeedAxis(values=(1, 3))))
    assert len(site.generator.requests) == 3
    visit = open_lab(experiment_id)
    (cell,) = [part.value for part in visit.markdown if "from store" in part.value]
    assert "Picture 1" in cell
    assert "$0.04 in all" in texts(visit)
    assert visit.button(key="lab_anew_0").label.replace("\\", "") == "Make anew ($0.04)"
    assert "lab_anew_1" not in keys(visit)
    click(visit, "lab_anew_0")
    lab.settle(experiment_id)
    assert len(site.generator.requests) == 4
    assert "from store" not in texts(open_lab(experiment_id))


def test_what_a_dead_server_was_making_is_told_and_gone_on_with(site: Site) -> None:
    experiment_id = lab.keep(lab.plan())
    lab.interrupt(experiment_id, 1)
    visit = open_lab(experiment_id)
    assert "interrupted: the server stopped. It may have been paid for" in texts(visit)
    assert "The server stopped while it was making 1 picture." in "".join(alerts(visit))
    label = str(visit.button(key="lab_go_on").label).replace("\\", "")
    assert label == "Go on: 4 pictures, at most $0.16"
    assert not site.generator.requests, "nothing is paid before the press"
    click(visit, "lab_go_on")
    lab.settle(experiment_id)
    assert statuses(experiment_id) == ["done"] * 4
    assert len(site.generator.requests) == 4


def test_after_a_restart_the_rest_waits_for_go_on(site: Site) -> None:
    experiment_id = lab.keep(lab.plan())
    wiring().lab.shutdown()
    wiring.cache_clear()
    visit = open_lab(experiment_id)
    assert "Still to be made: 4 pictures." in texts(visit)
    click(visit, "lab_go_on")
    lab.settle(experiment_id)
    assert statuses(experiment_id) == ["done"] * 4


def name_field(visit: AppTest) -> TextInput:
    (field,) = [one for one in visit.text_input if one.label == "Name of the experiment"]
    return field


def save_name(visit: AppTest, name: str) -> None:
    """Write it into the question, which is a fragment of the same run, and save it."""
    name_field(visit).set_value(name)
    visit.button(key="lab_rename").click()
    visit.button(key="lab_save_name").click().run()


def test_another_name(site: Site) -> None:
    experiment_id = lab.run(lab.plan(title="Old"))
    visit = click(open_lab(), f"lab_open_{experiment_id}")
    click(visit, "lab_rename")
    assert name_field(visit).value == "Old"
    save_name(visit, "  Buses *and*  cars ")
    assert lab.state(experiment_id).plan.title == "Buses *and* cars"
    assert visit.header[0].value == r"Buses \*and\* cars"
    visit.query_params.pop(addresses.EXPERIMENT_PARAMETER)  # as the browser's Back does
    assert "**Buses *and* cars**" in texts(visit.run())


def test_the_question_begins_with_the_name_that_somebody_else_gave(site: Site) -> None:
    experiment_id = lab.run(lab.plan(title="Old"))
    visit = click(open_lab(experiment_id), "lab_rename")
    wiring().lab.change(
        access.the_teacher(),
        experiment_id,
        lambda now: rename(now, "Theirs", instead_of="Old"),
    )
    name_field(visit).set_value("Ours")  # and the page was not drawn without the question since
    click(visit, "lab_rename")
    assert name_field(visit).value == "Theirs"


def test_a_name_that_can_not_be_kept_is_told(site: Site) -> None:
    experiment_id = lab.run(lab.plan(title="Old"))
    visit = click(open_lab(experiment_id), "lab_rename")
    lab.documents().fail_next("write", AWAY)
    save_name(visit, "Ours")
    assert "can't be reached" in "".join(alerts(visit))
    assert lab.state(experiment_id).plan.title == "Old"


def test_labels_are_no_markdown(site: Site) -> None:
    experiment_id = lab.keep(lab.plan(StyleAxis(values=("*loud* $1$", "calm")), title="# Big"))
    visit = open_lab(experiment_id)
    assert r"\*loud\*" in "".join(str(one.value) for one in visit.markdown)
    assert visit.header[0].value == r"\# Big"


@pytest.mark.parametrize("experiment_id", [UNKNOWN, "../../etc", "lab-<b>", "x" * 300])
def test_an_address_that_leads_nowhere_is_told(site: Site, experiment_id: str) -> None:
    visit = open_lab(experiment_id)
    assert not visit.exception
    assert "This experiment is not there any more" in "".join(alerts(visit))
    click(visit, "lab_back")
    assert addresses.EXPERIMENT_PARAMETER not in visit.query_params
    assert "lab_start" in keys(visit)


def test_a_damaged_experiment_can_be_deleted(site: Site) -> None:
    experiment_id = lab.keep(lab.plan())
    name = document_name(experiment_id)
    before = lab.documents().read(name)
    assert before
    lab.documents().write(name, b"{", replacing=before.version)
    visit = open_lab(experiment_id)
    assert "This experiment can't be read" in "".join(alerts(visit))
    confirm(visit, f"lab_delete_{experiment_id}")
    assert lab.documents().read(name) is None


def test_a_store_that_is_away_is_told_and_tried_again(site: Site) -> None:
    experiment_id = lab.run(lab.plan())
    lab.documents().fail_next("read", AWAY)
    visit = open_lab(experiment_id)
    assert "The place for pictures can't be reached" in "".join(alerts(visit))
    click(visit, "lab_again")
    assert "4 of 4 pictures ready" in texts(visit)


def test_a_press_that_fails_is_told_until_the_next_one(site: Site) -> None:
    site.generator.fail_next_with(PromptRefusedError("No."))
    experiment_id = lab.run(lab.plan(SeedAxis(values=(1,))))
    visit = open_lab(experiment_id)
    lab.documents().fail_next("write", AWAY)
    click(visit, "lab_retry_0")
    assert "The place for pictures can't be reached" in "".join(alerts(visit))
    assert statuses(experiment_id) == ["failed"]
    click(visit, "lab_retry_0")
    assert not alerts(visit)
    lab.settle(experiment_id)
    assert statuses(experiment_id) == ["done"]


def test_who_is_no_teacher_any_more_can_do_nothing(
    site: Site, as_teacher: Teacher, monkeypatch: pytest.MonkeyPatch
) -> None:
    experiment_id = lab.keep(lab.plan())
    visit = open_lab(experiment_id)
    monkeypatch.setattr(access, "current_teacher", lambda: None)
    click(visit, "lab_go_on")
    assert "For teachers" in texts(visit)
    assert statuses(experiment_id) == ["waiting"] * 4
    assert not site.generator.requests


def confirm(visit: AppTest, opener: str) -> AppTest:
    """Press what asks, and then what deletes: the question is a fragment of the same run."""
    click(visit, opener)
    visit.button(key=opener).click()
    return visit.button(key="confirm_delete").click().run()


def test_an_experiment_is_deleted_with_its_pictures(site: Site) -> None:
    experiment_id, other = lab.run(lab.plan()), lab.run(lab.plan(prompt="A dog"))
    visit = confirm(open_lab(experiment_id), f"lab_delete_{experiment_id}")
    assert lab.experiments() == [other]
    assert "The experiment was deleted." in texts(visit)
    assert site.store.list_session(experiment_id) == []
    assert len(site.store.list_session(other)) == 4
    visit.run()
    assert addresses.EXPERIMENT_PARAMETER not in visit.query_params


def test_a_picture_that_cannot_be_deleted_keeps_its_experiment(site: Site) -> None:
    experiment_id = lab.run(lab.plan())
    stuck = site.store.list_session(experiment_id)[0].key
    site.store.keep_when_deleting(stuck, "It is locked.")
    visit = confirm(open_lab(experiment_id), f"lab_delete_{experiment_id}")
    assert lab.experiments() == [experiment_id]
    assert "It is locked." in "".join(alerts(visit)).replace("\\", "")


def test_the_list_is_searched_and_opened_newest_first(site: Site) -> None:
    old = lab.keep(lab.plan(prompt="A red bus", title="Monday"))
    new = lab.keep(lab.plan(prompt="A dog"))
    visit = open_lab()
    opened = [key for key in keys(visit) if key.startswith("lab_open_")]
    assert opened == [f"lab_open_{new}", f"lab_open_{old}"]
    lab.write(visit, lab_memory.SEARCH.name, "bus monday")
    assert [key for key in keys(visit) if key.startswith("lab_open_")] == [f"lab_open_{old}"]
    lab.write(visit, lab_memory.SEARCH.name, "cat")
    assert "Nothing was found." in texts(visit)
    lab.write(visit, lab_memory.SEARCH.name, "")
    click(visit, f"lab_open_{old}")
    assert visit.header[0].value == "Monday"


def test_a_list_that_cannot_be_read_is_told_and_read_again(site: Site) -> None:
    experiment_id = lab.keep(lab.plan())
    lab.documents().fail_next("list", AWAY)
    visit = open_lab()
    assert "The place for pictures can't be reached" in "".join(alerts(visit))
    click(visit, "lab_look_again")
    assert f"lab_open_{experiment_id}" in keys(visit)
    other = lab.keep(lab.plan())
    click(visit, "lab_look_again")
    assert f"lab_open_{other}" in keys(visit)
