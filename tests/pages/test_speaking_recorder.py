"""The recorder's side on the server: what it tells the browser, and what it believes of it."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.errors import SettingsError
from imagespeak_core.recognisers.base import SURE_FROM
from imagespeak_core.speaking.limits import OVERRUN_S
from imagespeak_core.speaking.rights import NOT_KEPT
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.tasks import Task
from pages.components.shell.wiring import wiring
from pages.components.speaking import task_choice
from pages.components.speaking.recorder import read_figures
from tests.for_each import for_each
from tests.pages.visits import Site, alerts, open_page, parts_told

SESSION = "image-speak"
HEARD = {"length_s": 12.5, "heard": True, "speaking_s": 8, "pauses": 2, "longest_pause_s": 1.5}


@pytest.fixture
def visit(site: Site) -> AppTest:
    site.add_picture(SESSION, "20261101_100000", "A dog in a park")
    return open_page(SESSION)


def told(visit: AppTest) -> dict[str, Any]:
    """What the browser's part of the recorder gets."""
    (found,) = parts_told(visit, "recorder")
    return found


def test_free_practice_is_the_default_and_a_task_tells_its_times(visit: AppTest) -> None:
    assert visit.selectbox(key="speaking_task").value == "Free practice"
    assert "Speak as long as you like, up to 3 minutes." in [one.value for one in visit.caption]
    data = told(visit)
    assert data["task"][0]["prepare_s"] == 0
    assert (data["max_s"], data["max_bytes"]) == (180, 20_000_000)
    assert data["overrun_s"] == OVERRUN_S, "the server lets as much pass"
    assert data["sure_from"] == SURE_FROM, "one measure, whoever writes a draft"
    assert not data["has_sounds"]
    assert data["may_keep"]
    assert data["ticket"] == "", "nothing was recorded"
    assert data["picture"].startswith(f"generated-images/{SESSION}_")
    assert all(address.startswith("/scripts/recorder_") for address in data["scripts"])

    visit.selectbox(key="speaking_task").select("PTE Academic: describe image")
    visit.toggle(key="speaking_sounds").set_value(True).run()
    words = "Look at the picture for 25 seconds first. Speak for 40 seconds."
    assert words in [one.value for one in visit.caption]
    data = told(visit)
    assert (data["task"][0]["prepare_s"], data["task"][0]["speak_s"]) == (25, 40)
    assert data["has_sounds"]


@for_each(
    "task_and_words",
    [
        (Task("a", "A", speak_s=30), "Speak for 30 seconds."),
        (Task("a", "A", speak_s=400), "Speak for 3 minutes."),
        (Task("a", "A", 1, 30, 90, 3),
         "Look at the picture for 1 second first. Speak for 30 seconds to 1 minute 30 seconds. "
         "You have 3 attempts."),
        (Task("a", "A", speak_s=60, attempts=1), "Speak for 1 minute. You have one attempt."),
    ],
)  # fmt: skip
def test_a_tasks_times_in_words(task_and_words: tuple[Task, str]) -> None:
    task, words = task_and_words
    assert task_choice.in_words(task, limit_s=180) == words


def test_a_broken_file_of_tasks_leaves_free_practice_and_says_what_is_wrong(
    visit: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> tuple[Task, ...]:
        raise SettingsError("practice_tasks.toml, line 3: title: Field required.")

    monkeypatch.setattr(task_choice, "tasks", broken)
    visit.run()
    assert visit.selectbox(key="speaking_task").options == ["Free practice"]
    assert any("line 3" in alert for alert in alerts(visit))


def test_where_nothing_can_be_kept_it_is_said_and_the_rest_works(visit: AppTest) -> None:
    wiring().services.recordings.rights.note(may=False)
    visit.run()
    data = told(visit)
    assert data["may_keep"] is False
    assert data["why_not_kept"] == NOT_KEPT


def test_what_a_browser_counted_is_believed_where_it_can_be() -> None:
    assert read_figures(HEARD, longest_s=180) == Speech(12.5, True, 8.0, 2, 1.5)
    silent = {**HEARD, "heard": False}
    assert read_figures(silent, longest_s=180) == Speech(12.5)


@for_each(
    "wrong",
    [
        None,
        "text",
        [],
        {},
        {**HEARD, "length_s": 0},
        {**HEARD, "length_s": 500},
        {**HEARD, "length_s": float("nan")},
        {**HEARD, "length_s": "12"},
        {**HEARD, "length_s": True},
        {**HEARD, "speaking_s": -1},
        {**HEARD, "speaking_s": 14},
        {**HEARD, "longest_pause_s": 10**400},
        {**HEARD, "pauses": 100},
        {**HEARD, "pauses": None},
    ],
)
def test_what_can_not_be_is_not_believed(wrong: object) -> None:
    assert read_figures(wrong, longest_s=180) is None
