"""The tasks that a person may edit: read, and told in which line something is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from imagespeak_core.errors import SettingsError
from imagespeak_core.speaking import tasks as module
from imagespeak_core.speaking.tasks import FILE_NAME, Task, read_tasks, tasks

ONE = '[[task]]\nname = "one"\ntitle = "One"\n'


def test_the_tasks_that_are_offered_have_the_times_of_their_exams() -> None:
    told = {task.name: (task.prepare_s, task.speak_min_s, task.speak_s) for task in tasks()}
    assert told == {
        "free": (0, 0, None),
        "duolingo": (20, 30, 90),
        "pte": (25, 0, 40),
        "toeic": (45, 0, 30),
        "cambridge_b1": (0, 0, 60),
        "one_attempt": (0, 0, 50),
    }
    assert tasks()[0].name == "free", "without preparation"
    assert {task.name: task.attempts for task in tasks() if task.attempts} == {"one_attempt": 1}


def test_a_recording_stops_at_the_tasks_end_or_the_servers() -> None:
    assert Task("a", "A").stops_after_s(180) == 180
    assert Task("a", "A", speak_s=40).stops_after_s(180) == 40
    assert Task("a", "A", speak_s=40).stops_after_s(30) == 30


def test_the_file_says_how_it_is_edited_and_an_added_block_is_read() -> None:
    text = Path(module.__file__).with_name(FILE_NAME).read_text(encoding="utf-8")
    named = set(re.findall(r"^#   (\w+) ", text, re.MULTILINE))
    assert named == set(Task.__dataclass_fields__)
    added = '\n[[task]]\nname = "b2"\ntitle = "B2: two pictures"\nspeak_s = 60\nattempts = 2\n'
    *before, last = read_tasks(text + added)
    assert tuple(before) == tasks()
    assert last == Task("b2", "B2: two pictures", speak_s=60, attempts=2)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "write each task below a line [[task]]"),
        ("task = 1", "write each task below a line [[task]]"),
        (ONE + "speak_s = x", "line 4"),
        (ONE + "\nspeak_s = 1.5", "line 5: speak_s: "),
        (ONE + "speak_s = 0", "line 4: speak_s: "),
        (ONE + 'prepare_s = "20"', "line 4: prepare_s: "),
        (ONE + "prepare_s = -1", "line 4: prepare_s: "),
        (ONE + "attempts = true", "line 4: attempts: "),
        (ONE + "speak = 3", "line 4: speak: is unknown; known are name, title, prepare_s"),
        (ONE + '\n[[task]]\ntitle = "Two"', "line 5: name: Field required"),
        (ONE + ONE.replace("One", "Two"), "line 5: name 'one' is that of another task"),
        (ONE + ONE.replace("one", "two"), "line 6: title 'One' is that of another task"),
        (ONE + "speak_min_s = 9\nspeak_s = 3", "line 4: speak_min_s 9 is more than speak_s, 3"),
        (ONE.replace('"One"', '" "'), "line 3: title: "),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_tasks(text)
    assert FILE_NAME in str(caught.value)
    assert said in str(caught.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        read_tasks(ONE + "speak_s = 0\nattempts = 0")
    assert len(str(caught.value).splitlines()) == 2
