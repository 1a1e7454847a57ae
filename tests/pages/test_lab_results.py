"""What an experiment's page says of its pictures: numbers, files, settings for other pages."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.access.teachers import Teacher
from imagespeak_core.errors import PromptRefusedError
from imagespeak_core.lab.experiments import create_experiment, open_experiment
from imagespeak_core.lab.plan import Axis, ModelAxis, Plan, PromptAxis, QualityAxis, RepeatAxis
from pages.components.lab import lab_memory
from pages.components.picture import prompt_memory
from pages.components.shell import addresses
from pages.components.shell.wiring import wiring
from tests.pages.stand_ins import MODEL
from tests.pages.visits import LIMIT_S, ROUTER, Site, alerts, choose, side_by_side

pytestmark = pytest.mark.usefixtures("as_teacher")

ANA = Teacher("Ana")
QUALITIES = QualityAxis(values=("standard", "premium"))
SOUP = PromptAxis(values=("<b>soup</b> $5", "tea | cake"))


def ran(*axes: Axis, prompt: str = "A dog in a park") -> str:
    """The id of an experiment whose pictures were made."""
    plan = Plan(prompt=prompt, width_px=256, height_px=256, seed=7, axes=axes)
    experiment_id = create_experiment(wiring().services, ANA, plan).state.id
    done = wiring().lab.start(ANA, experiment_id)
    if done:
        done.result(LIMIT_S)
    return experiment_id


def open_lab(experiment_id: str) -> AppTest:
    visit = AppTest.from_file(ROUTER, default_timeout=LIMIT_S).switch_page("prompt_lab.py")
    visit.query_params[addresses.EXPERIMENT_PARAMETER] = experiment_id
    visit.run()
    assert not visit.exception
    assert alerts(visit) == []
    return visit


def tables(visit: AppTest) -> list[str]:
    bodies = [str(part.proto.body) for part in visit.get("html")]
    return [body for body in bodies if "<table>" in body]


def rows(table: str) -> dict[str, list[str]]:
    """The values behind the name of each row, without what a phone shows beside them."""
    found = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', table)
    return {
        name: [re.sub("<span>.*?</span>", "", cell) for cell in re.findall("<td>(.*?)</td>", body)]
        for name, body in found
    }


def charts(visit: AppTest) -> list[str]:
    """Their words: the title, then each value with what is beside its bar."""
    bodies = [str(part.proto.body) for part in visit.get("html")]
    figures = re.findall("<figure.*?</figure>", "".join(bodies))
    return [" ".join(re.sub("<.*?>", " ", figure).split()) for figure in figures]


def bars(visit: AppTest) -> list[tuple[str, float]]:
    bodies = "".join(str(part.proto.body) for part in visit.get("html"))
    found = re.findall(r'<i class="(\w+)" style="width: ([\d.]+)%">', bodies)
    return [(kind, float(length)) for kind, length in found]


def sum_of(visit: AppTest) -> str:
    return next(str(text.value) for text in visit.text if "price list" in str(text.value))


def test_measured_and_estimated_stand_apart(site: Site) -> None:
    site.generator.fail_next_with(PromptRefusedError("no"))
    experiment_id = ran(PromptAxis(values=("one",)))
    visit = open_lab(experiment_id)
    assert sum_of(visit).startswith("1 picture, 0 made, 1 refused.")
    by_prompt, every = tables(visit)
    assert "Model time (measured)" in by_prompt
    assert "Usual time (estimated)" in by_prompt
    assert rows(by_prompt)["one"][1:4] == ["–", "–", "–"]
    assert rows(by_prompt)["one"][-3:] == ["about 1.0 s", "1", "0"]
    assert rows(every)["Picture 1. Prompt: one"][0] == "Refused: no"
    assert charts(visit)[0] == "Model time by prompt one about 1.0 s (estimated)"
    assert bars(visit) == [("estimated", 60.0), ("measured", 60.0)]
    assert any("stripes" in str(caption.value) for caption in visit.caption)


def test_sums_seeds_and_prices_of_what_was_made(site: Site) -> None:
    visit = open_lab(ran(QUALITIES))
    assert sum_of(visit) == "2 pictures, 2 made. Paid, by the price list: $0.08."
    by_quality, every = tables(visit)
    assert rows(by_quality)["premium"][0] == "1 of 1"
    assert rows(by_quality)["premium"][4:6] == ["$0.04", "$0.04"]
    assert rows(every)["Picture 2. Quality: premium"][-3:] == ["$0.04", "7", "7"]
    times = re.fullmatch(
        r"Model time by quality standard (\d\.\d\d) s \(measured\) premium .*", charts(visit)[0]
    )
    assert times
    assert 0 <= float(times[1]) < 1
    assert charts(visit)[1].endswith("standard $0.04 premium $0.04")
    assert [kind for kind, _ in bars(visit)] == ["measured"] * 4
    assert not any("stripes" in str(caption.value) for caption in visit.caption)


def test_the_store_costs_nothing(site: Site) -> None:
    ran(QUALITIES)
    visit = open_lab(ran(QUALITIES))
    assert "0 made, 2 from the store ($0). Paid, by the price list: $0." in sum_of(visit)
    assert rows(tables(visit)[0])["standard"][0] == "1 of 1 (1 from store)"
    assert rows(tables(visit)[0])["standard"][2] == "–", "nothing was made now"
    every = rows(tables(visit)[-1])["Picture 1. Quality: standard"]
    assert (every[0], every[-3]) == ("From store", "from store, $0")


def test_another_axis_is_chosen_and_repeats_have_medians(site: Site) -> None:
    experiment_id = ran(QUALITIES, RepeatAxis(times=3))
    visit = open_lab(experiment_id)
    assert list(rows(tables(visit)[0])) == ["standard", "premium"]
    assert "Medians over the repeats" in tables(visit)[1]
    assert rows(tables(visit)[1])["premium"][0] == "3 of 3"
    choose(visit, lab_memory.NUMBERS_AXIS.each(experiment_id).name, "Repeat")
    assert list(rows(tables(visit)[0])) == ["1", "2", "3"]
    assert charts(visit)[0].startswith("Model time by repeat 1 ")


def test_the_axis_stays_where_the_browser_tells_of_none(site: Site) -> None:
    experiment_id = ran(QUALITIES, RepeatAxis(times=3))
    visit = open_lab(experiment_id)
    axis = lab_memory.NUMBERS_AXIS.each(experiment_id).name
    choose(visit, axis, "Repeat")
    side_by_side(visit, axis).set_value(None)
    visit.run()
    assert charts(visit)[0].startswith("Model time by repeat 1 ")
    assert side_by_side(visit, axis).value == 1


def test_a_prompt_is_never_markup(site: Site) -> None:
    table = tables(open_lab(ran(SOUP, prompt="")))[0]
    assert list(rows(table)) == ["&lt;b&gt;soup&lt;/b&gt; $5", "tea | cake"]


def test_a_prompt_in_a_chart_is_never_markup(site: Site) -> None:
    chart = charts(open_lab(ran(SOUP, prompt="")))[0]
    assert "&lt;b&gt;soup&lt;/b&gt; $5" in chart


def test_one_picture_has_no_axis_to_compare(site: Site) -> None:
    visit = open_lab(ran())
    assert len(tables(visit)) == 1
    assert charts(visit) == []


def test_the_files_have_signed_addresses(site: Site) -> None:
    experiment_id = ran(QUALITIES)
    links = [str(link.proto.url) for link in open_lab(experiment_id).get("link_button")]
    files = [link for link in links if "/experiments/" in link]
    assert [urlsplit(link).path.rpartition(".")[2] for link in files] == [
        "png",
        "zip",
        "csv",
        "json",
    ]
    assert all(f"/{experiment_id}." in link and "&signature=" in link for link in files)


@pytest.mark.parametrize("where", ["practice", "classroom"])
def test_the_settings_of_a_picture_fill_the_form(site: Site, where: str) -> None:
    visit = open_lab(ran(QUALITIES))
    visit.selectbox(key=lab_memory.CELL.name).set_value(1).run()
    visit.button(key=f"lab_use_{where}").click().run()
    visit.run()
    state = visit.session_state
    assert state[prompt_memory.OWN_WORDS.name] == "A dog in a park"
    assert (state[prompt_memory.QUALITY.name], state[prompt_memory.SEED.name]) == ("premium", 7)
    assert state[prompt_memory.CUSTOM_SIZE.name] == (256, 256)
    assert not visit.exception


def test_a_model_stands_for_its_quality(site: Site) -> None:
    visit = open_lab(ran(ModelAxis(values=(f"{MODEL}-premium",))))
    visit.button(key="lab_use_practice").click().run()
    visit.run()
    assert visit.session_state[prompt_memory.QUALITY.name] == "premium"
    assert alerts(visit) == []


def test_a_model_that_no_quality_stands_for_is_told(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    offers = site.generator.models()
    other = replace(offers[0], model="test.other*v2")
    monkeypatch.setattr(site.generator, "models", lambda: (*offers, other))
    experiment_id = ran(ModelAxis(values=("test.other*v2",)))
    visit = open_lab(experiment_id)
    visit.button(key="lab_use_practice").click().run()
    assert [alert.replace("\\", "") for alert in alerts(visit)] == [
        "The picture was made with the model test.other*v2. No quality here uses it, so a new "
        "picture will look different."
    ]
    visit.run()
    assert alerts(visit) == [], "it is said once"
    opened = open_experiment(wiring().services, experiment_id)
    assert opened
    assert opened.state.cells[0].status == "done"
