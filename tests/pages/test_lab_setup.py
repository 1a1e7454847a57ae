"""The lab's form: what a plan comes to before anything is made, and its start."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.errors import StorageUnreachableError
from imagespeak_core.lab.plan import (
    ModelAxis,
    Plan,
    PromptAxis,
    QualityAxis,
    RepeatAxis,
    ReplaceAxis,
    SeedAxis,
    Shape,
    ShapeAxis,
    StyleAxis,
)
from pages.components.lab import lab_memory, lab_setup
from pages.components.shell import access, addresses
from tests.pages import lab_visits as lab
from tests.pages.lab_visits import compare, open_lab, texts, write, write_lines
from tests.pages.stand_ins import MODEL
from tests.pages.visits import Site, alerts

pytestmark = pytest.mark.usefixtures("as_teacher")

AWAY = StorageUnreachableError("The folder is away.")


def start_button(visit: AppTest) -> str:
    return str(visit.button(key="lab_start").label).replace("\\", "")


def test_an_empty_form_says_what_is_missing(site: Site) -> None:
    visit = open_lab()
    assert not visit.exception
    assert "The prompt is empty. Say what to show." in texts(visit)
    assert visit.button(key="lab_start").disabled


def test_price_time_and_prompts_are_told_before_anything_is_made(site: Site) -> None:
    visit = compare(write(open_lab(), lab_memory.PROMPT.name, "A red bus"), "quality")
    assert "2 pictures, $0.08 in all ($0.04 each). Time: 1 second (estimated)." in texts(visit)
    assert start_button(visit) == "Start: 2 pictures, $0.08"
    assert f"{MODEL}-premium" in texts(visit)
    assert not site.generator.requests
    assert not lab.experiments()


def test_variations_are_written_out(site: Site) -> None:
    visit = write_lines(compare(open_lab(), "prompt"), "prompt", "A {red|green} bus\nA dog\n")
    for prompt in ("A red bus", "A green bus", "A dog"):
        assert f"<td>{prompt}<small>" in texts(visit)
    assert start_button(visit) == "Start: 3 pictures, $0.12"


def test_what_is_typed_is_no_html(site: Site) -> None:
    visit = write(open_lab(), lab_memory.PROMPT.name, "A <b>bold</b> <img src=x> bus")
    assert "<td>A &lt;b&gt;bold&lt;/b&gt; &lt;img src=x&gt; bus<small>" in texts(visit)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A {1|2|3|4|5} {1|2|3|4|5} bus", "This makes 25 pictures. An experiment has at most 24."),
        ("A {red bus", "A { has no } after it."),
        ("", "Prompt: there is nothing to compare yet."),
    ],
)
def test_a_plan_that_cannot_be_says_why(site: Site, text: str, why: str) -> None:
    visit = write_lines(compare(open_lab(), "prompt"), "prompt", text)
    assert why in texts(visit)
    assert visit.button(key="lab_start").disabled


def test_words_are_replaced_where_they_are(site: Site) -> None:
    visit = compare(write(open_lab(), lab_memory.PROMPT.name, "A dog in a park"), "replace")
    write_lines(write(visit, lab_memory.FIND.name, "dog"), "replace", "cat\n(none)")
    assert "<td>A cat in a park<small>" in texts(visit)
    assert "<td>A  in a park<small>" in texts(visit)
    write(visit, lab_memory.FIND.name, "bus")
    assert "The text 'bus' is not in the prompt." in texts(visit)


def test_the_same_axis_twice_is_told(site: Site) -> None:
    visit = compare(write(open_lab(), lab_memory.PROMPT.name, "A red bus"), "seed")
    write(visit, "lab_values_seed", "1, 2")
    assert start_button(visit) == "Start: 2 pictures, $0.08"
    compare(visit, "seed", place=1)
    assert not visit.exception
    assert "Two axes are of the same kind." in texts(visit)


@pytest.mark.parametrize(
    "seeds", ["1,2", "\u0661\u060c \u0662", "\uff11\uff1b\uff12", "1\u30012", "1 2"]
)
def test_seeds_in_the_signs_of_any_keyboard(site: Site, seeds: str) -> None:
    visit = compare(write(open_lab(), lab_memory.PROMPT.name, "A red bus"), "seed")
    write(visit, "lab_values_seed", seeds)
    assert start_button(visit) == "Start: 2 pictures, $0.08"
    assert [texts(visit).count(f"seed {seed} ") for seed in (1, 2)] == [1, 1]


def test_nothing_may_be_written_in_wide_signs(site: Site) -> None:
    visit = compare(write(open_lab(), lab_memory.PROMPT.name, "A red bus"), "style")
    write_lines(visit, "style", "\uff08none\uff09\n(None)\npencil")
    assert start_button(visit) == "Start: 3 pictures, $0.08"
    assert "(None)" not in texts(visit)


@pytest.mark.parametrize("seeds", ["one", "1.5", "0", "-3", "99999999999"])
def test_seeds_that_cannot_be_are_told(site: Site, seeds: str) -> None:
    visit = compare(write(open_lab(), lab_memory.PROMPT.name, "A red bus"), "seed")
    write(visit, "lab_values_seed", seeds)
    assert not visit.exception
    assert "Not ready yet." in texts(visit)


def test_all_have_the_same_seed_unless_new_ones_are_wanted(site: Site) -> None:
    visit = compare(write(open_lab(), lab_memory.PROMPT.name, "A red bus"), "style")
    write_lines(visit, "style", "pencil\nphoto\n")
    visit.number_input(key=lab_memory.SEED.name).set_value(40).run()
    assert texts(visit).count("seed 40") == 2
    visit.toggle(key=lab_memory.NEW_SEEDS.name).set_value(True).run()
    assert [texts(visit).count(f"seed {seed} ") for seed in (40, 41)] == [1, 1]


def test_only_what_the_model_can_is_offered(site: Site) -> None:
    visit = open_lab()
    assert "Negative prompt" not in visit.selectbox(key="lab_axis_0").options
    assert not [one for one in visit.text_input if one.key == lab_memory.NEGATIVE.name]
    site.generator.takes_negative_prompt = True
    visit = open_lab()
    assert "Negative prompt" in visit.selectbox(key="lab_axis_0").options
    write(visit, lab_memory.PROMPT.name, "A red bus")
    write(visit, lab_memory.NEGATIVE.name, "people")
    assert "without people" in texts(visit)


def test_a_model_that_is_compared_is_named_once(site: Site) -> None:
    visit = compare(write(open_lab(), lab_memory.PROMPT.name, "A red bus"), "model")
    table = next(part for part in texts(visit).split("\n") if "lab-plan" in part and "<td>" in part)
    assert table.count(f"{MODEL}-premium") == 1
    visit.pills(key=f"{lab_memory.VALUES.name}_model").set_value([f"{MODEL}-premium"]).run()
    assert start_button(visit) == "Start: 1 picture, $0.04"


def test_warnings_do_not_block(site: Site) -> None:
    visit = write_lines(
        compare(open_lab(), "prompt"), "prompt", "Un chien dans le parc\nNo dog\nNo dog"
    )
    assert len(alerts(visit)) == 3
    assert "does not look like English" in texts(visit)
    assert "This is about pictures 2, 3." in texts(visit)
    assert "Pictures 2 and 3 are exactly the same." in texts(visit)
    assert start_button(visit) == "Start: 3 pictures, $0.08"


def test_what_is_in_the_store_costs_nothing(site: Site) -> None:
    planned = lab.plan(SeedAxis(values=(1, 2)))
    experiment_id = lab.run(planned)
    visit = lab.click(open_lab(), f"lab_copy_{experiment_id}")
    assert start_button(visit) == "Start: 2 pictures, $0"
    assert texts(visit).count("in store, $0") == 2
    write(visit, "lab_values_seed", "1, 2, 3")
    assert "2 pictures are in the store already: $0" in texts(visit)
    assert start_button(visit) == "Start: 3 pictures, $0.04"


def test_start_makes_the_experiment_and_shows_it(site: Site) -> None:
    visit = write(open_lab(), lab_memory.PROMPT.name, "A red bus")
    write(visit, lab_memory.TITLE.name, "Buses *for* 7b")
    compare(visit, "repeat")
    lab.click(visit, "lab_start")
    (experiment_id,) = lab.experiments()
    assert visit.query_params[addresses.EXPERIMENT_PARAMETER] == experiment_id
    lab.settle(experiment_id)
    assert lab.statuses(experiment_id) == ["done"] * 3
    assert len(site.generator.requests) == 3
    assert "Buses *for* 7b" in texts(open_lab(experiment_id))


def test_a_start_that_fails_is_told_and_keeps_the_form(site: Site) -> None:
    visit = write(open_lab(), lab_memory.PROMPT.name, "A red bus")
    lab.documents().fail_next("write", AWAY)
    lab.click(visit, "lab_start")
    visit.run()
    assert "The place for pictures can't be reached" in "".join(alerts(visit))
    assert visit.text_input(key=lab_memory.PROMPT.name).value == "A red bus"
    assert not site.generator.requests


SQUARE, ODD = Shape(width_px=1024, height_px=1024), Shape(width_px=300, height_px=256)
PLANS = [
    Plan(prompt="A bus", seed=3, axes=(QualityAxis(values=("premium", "standard")),)),
    Plan(prompt="A bus", seed=3, quality="premium", axes=(RepeatAxis(times=2),)),
    Plan(prompt="A bus", seed=3, model=f"{MODEL}-premium", new_seeds=True, width_px=300),
    Plan(seed=3, style="photo", axes=(PromptAxis(values=("A {red|green} bus", "A dog")),)),
    Plan(
        title="All",
        prompt="A bus",
        seed=3,
        axes=(
            ReplaceAxis(search="bus", values=("car", "")),
            ShapeAxis(values=(SQUARE, ODD)),
            StyleAxis(values=("", "pencil")),
        ),
    ),
    Plan(
        prompt="A bus",
        seed=3,
        axes=(ModelAxis(values=(f"{MODEL}-premium",)), SeedAxis(values=(5, 9))),
    ),
]


@pytest.mark.parametrize("planned", PLANS, ids=range(len(PLANS)))
def test_a_duplicate_is_the_same_plan(site: Site, planned: Plan) -> None:
    before = lab.keep(planned)
    visit = lab.click(open_lab(before), "lab_duplicate")
    assert not visit.exception
    assert addresses.EXPERIMENT_PARAMETER not in visit.query_params
    assert "The settings are in this form now." in texts(visit)
    lab.click(visit, "lab_start")
    (after,) = set(lab.experiments()) - {before}
    assert lab.state(after).plan == planned


def test_a_last_prompt_is_restored_from_the_store(site: Site) -> None:
    site.add_picture("mine", "20250101_100000", "A green *boat*")
    visit = open_lab(session="mine")
    assert "A green" not in texts(visit)
    visit.session_state[lab_memory.HISTORY.name] = True
    visit.run()
    assert "A green *boat*" in texts(visit)
    lab.click(visit, "lab_past_0")
    assert visit.text_input(key=lab_memory.PROMPT.name).value == "A green *boat*"
    assert visit.number_input(key=lab_memory.SEED.name).value == 7
    assert "256 × 256" in texts(visit)


def test_a_history_that_cannot_be_read_is_told(site: Site) -> None:
    visit = open_lab(session="mine")
    visit.session_state[lab_memory.HISTORY.name] = True
    site.store.fail_next("list_session", AWAY)
    visit.run()
    assert "The place for pictures can't be reached" in "".join(alerts(visit))


def test_the_lab_is_for_teachers(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    experiment_id = lab.keep(lab.plan())
    monkeypatch.setattr(access, "current_teacher", lambda: None)
    visit = open_lab(experiment_id)
    assert "For teachers" in texts(visit)
    assert "A red bus" not in texts(visit)


def test_what_was_kept_but_not_started_says_why_and_goes_on(site: Site) -> None:
    visit = write(open_lab(), lab_memory.PROMPT.name, "A red bus")
    lab.documents().fail_next("read", AWAY)
    lab.click(visit, "lab_start")
    (experiment_id,) = lab.experiments()
    assert "The place for pictures can't be reached" in "".join(alerts(visit))
    assert not site.generator.requests
    lab.click(visit, "lab_go_on")
    lab.settle(experiment_id)
    assert lab.statuses(experiment_id) == ["done"]


def test_the_second_press_of_a_double_click_makes_no_other_experiment(site: Site) -> None:
    first, second = (lab_setup.create_once(lab.ANA, lab.plan(), b"0123456789") for _ in range(2))
    assert first == second
    assert lab.experiments() == [first]
