"""The lesson: order, the picture that is shown, notes and words; settings and link."""

from __future__ import annotations

from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.classroom import edits
from imagespeak_core.classroom.class_names import state_name
from imagespeak_core.classroom.state import MAX_WORDS
from imagespeak_core.errors import StorageUnreachableError
from imagespeak_core.pictures.naming import parse_key
from pages.components.classroom import class_memory, class_page
from tests.pages.lessons import (
    CLASS,
    KEYS,
    PROMPTS,
    change,
    click,
    documents,
    keys,
    make_class,
    make_lesson,
    open_classes,
    show,
    state,
    texts,
)
from tests.pages.visits import Site, alerts, choose

pytestmark = pytest.mark.usefixtures("as_teacher")

AWAY = StorageUnreachableError("The folder is away.")
CHANGED = "Somebody else changed this class meanwhile"


@pytest.fixture
def lesson(site: Site) -> Site:
    make_lesson(site)
    return site


def open_lesson() -> AppTest:
    return open_classes(CLASS, part=class_page.LESSON)


def type_notes(visit: AppTest, place: int, *, words: str, notes: str) -> None:
    visit.text_input(key=f"{class_memory.WORDS.name}_{KEYS[place]}").set_value(words)
    visit.text_area(key=f"{class_memory.NOTES.name}_{KEYS[place]}").set_value(notes)


def typed(visit: AppTest, place: int) -> tuple[str | None, str | None]:
    return (
        visit.text_input(key=f"{class_memory.WORDS.name}_{KEYS[place]}").value,
        visit.text_area(key=f"{class_memory.NOTES.name}_{KEYS[place]}").value,
    )


def order() -> list[str]:
    return [picture.key for picture in state().pictures]


def test_an_empty_lesson_says_what_to_do(site: Site) -> None:
    make_class()
    visit = open_lesson()
    assert "The lesson is empty" in texts(visit)
    assert visit.button(key="present").disabled


def test_pictures_are_put_in_order(lesson: Site) -> None:
    visit = open_lesson()
    assert visit.button(key=f"arrow_upward_{KEYS[0]}").disabled
    assert visit.button(key=f"arrow_downward_{KEYS[2]}").disabled
    click(visit, f"arrow_downward_{KEYS[0]}")
    assert order() == [KEYS[1], KEYS[0], KEYS[2]]
    click(visit, f"arrow_upward_{KEYS[2]}")
    assert order() == [KEYS[1], KEYS[2], KEYS[0]]
    assert alerts(visit) == []


def test_a_picture_is_shown_to_the_class_and_hidden_again(lesson: Site) -> None:
    visit = click(open_lesson(), f"visibility_{KEYS[1]}")
    assert state().current == KEYS[1]
    assert "The class sees this one" in texts(visit)
    click(visit, f"visibility_off_{KEYS[1]}")
    assert state().current is None
    assert "The class sees this one" not in texts(visit)


def test_a_picture_is_taken_out_but_not_deleted(lesson: Site) -> None:
    visit = click(open_lesson(), f"playlist_remove_{KEYS[0]}")
    assert order() == [KEYS[1], KEYS[2]]
    choose(visit, class_memory.PART.name, class_page.PREPARE)
    assert f"keep_{KEYS[0]}" in keys(visit)


def test_words_and_notes_are_saved_tidily(lesson: Site) -> None:
    visit = open_lesson()
    type_notes(visit, 0, words=" bus ,, red  bus, bus", notes=" Ask about the driver. ")
    click(visit, f"save_{KEYS[0]}")
    assert alerts(visit) == []
    assert state().pictures[0].words == ("bus", "red bus")
    assert state().pictures[0].notes == "Ask about the driver."
    assert typed(visit, 0) == ("bus, red bus", "Ask about the driver.")
    assert "2 target words, notes." in texts(visit)
    assert "not saved" not in texts(visit)


def test_words_may_stand_between_the_commas_of_any_keyboard(lesson: Site) -> None:
    visit = open_lesson()
    type_notes(
        visit,
        0,
        words="bus\u060c red bus\u3001\u062d\u0627\u0641\u0644\u0629\uff0cdriver; rain",
        notes="",
    )
    click(visit, f"save_{KEYS[0]}")
    assert state().pictures[0].words == (
        "bus",
        "red bus",
        "\u062d\u0627\u0641\u0644\u0629",
        "driver",
        "rain",
    )


def test_what_is_typed_stays_when_something_else_is_pressed(lesson: Site) -> None:
    visit = open_lesson()
    type_notes(visit, 0, words="bus", notes="Look!")
    click(visit, f"arrow_downward_{KEYS[0]}")
    assert typed(visit, 0) == ("bus", "Look!")
    choose(visit, class_memory.PART.name, class_page.SHARE)
    choose(visit, class_memory.PART.name, class_page.LESSON)
    assert typed(visit, 0) == ("bus", "Look!")
    assert "You have text that is not saved." in texts(visit)
    click(visit, f"undo_{KEYS[0]}")
    assert typed(visit, 0) == ("", "")
    assert "not saved" not in texts(visit)


def test_a_conflict_keeps_what_was_typed_and_what_others_saved(lesson: Site) -> None:
    visit = open_lesson()
    type_notes(visit, 0, words="bus", notes="Mine")
    change(partial(edits.describe_picture, key=KEYS[0], notes="Theirs", words=("theirs",)))
    click(visit, f"save_{KEYS[0]}")
    (alert,) = alerts(visit)
    assert CHANGED in alert
    assert state().pictures[0].notes == "Theirs"
    assert typed(visit, 0) == ("bus", "Mine")
    assert "You have text that is not saved." in texts(visit)
    click(visit, f"save_{KEYS[0]}")
    assert alerts(visit) == []
    assert state().pictures[0].notes == "Mine"


def test_what_others_saved_is_taken_over_where_nothing_was_typed(lesson: Site) -> None:
    visit = open_lesson()
    change(partial(edits.describe_picture, key=KEYS[0], notes="Theirs", words=("theirs",)))
    visit.run()
    assert typed(visit, 0) == ("theirs", "Theirs")
    assert "not saved" not in texts(visit)


def test_too_many_words_are_told_and_stay(lesson: Site) -> None:
    visit = open_lesson()
    many = ", ".join(f"word {number}" for number in range(MAX_WORDS + 1))
    type_notes(visit, 0, words=many, notes="")
    click(visit, f"save_{KEYS[0]}")
    (alert,) = alerts(visit)
    assert "13 words" in alert
    assert typed(visit, 0)[0] == many
    assert state().pictures[0].words == ()


def test_two_tabs_never_lose_each_others_change(lesson: Site) -> None:
    one, other = open_lesson(), open_lesson()
    click(one, f"arrow_downward_{KEYS[0]}")
    click(other, f"visibility_{KEYS[2]}")
    (alert,) = alerts(other)
    assert CHANGED in alert
    assert state().current is None
    click(other, f"visibility_{KEYS[2]}")
    assert alerts(other) == []
    assert order() == [KEYS[1], KEYS[0], KEYS[2]]
    assert state().current == KEYS[2]


def test_the_same_press_twice_is_no_conflict(lesson: Site) -> None:
    one, other = open_lesson(), open_lesson()
    for visit in (one, other):
        click(visit, f"arrow_downward_{KEYS[0]}")
        assert alerts(visit) == []
    assert order() == [KEYS[1], KEYS[0], KEYS[2]]


def test_a_press_before_the_last_one_is_drawn_is_no_conflict(lesson: Site) -> None:
    visit, other = open_lesson(), open_lesson()
    before = documents().read(state_name(CLASS))
    assert before
    click(visit, f"arrow_downward_{KEYS[0]}")
    for tab in (visit, other):
        documents().read_next(before)
        tab.run()
        click(tab, f"visibility_{KEYS[2]}")
        assert [CHANGED in alert for alert in alerts(tab)] == ([] if tab is visit else [True])
    assert order() == [KEYS[1], KEYS[0], KEYS[2]]
    assert state().current == KEYS[2]


def test_a_store_that_is_away_changes_nothing(lesson: Site) -> None:
    visit = open_lesson()
    documents().fail_next("write", AWAY)
    click(visit, f"visibility_{KEYS[0]}")
    assert len(alerts(visit)) == 1
    assert state().current is None
    click(visit, f"visibility_{KEYS[0]}")
    assert alerts(visit) == []
    assert state().current == KEYS[0]


def test_a_class_that_was_deleted_meanwhile(lesson: Site) -> None:
    visit = open_lesson()
    documents().inner.delete(f"classes/{CLASS}.json")
    click(visit, f"visibility_{KEYS[0]}")
    assert not visit.exception
    assert "There is no such class" in texts(visit)
    click(visit, "class_back")
    assert alerts(visit) == []


def test_a_deleted_picture_that_the_lesson_still_names(lesson: Site) -> None:
    key = parse_key(KEYS[1])
    assert key
    lesson.store.inner.delete([key])
    visit = open_lesson()
    assert "This picture was deleted." in texts(visit)
    assert len(visit.image) == 2, "no broken picture"
    click(visit, f"playlist_remove_{KEYS[1]}")
    assert order() == [KEYS[0], KEYS[2]]
    assert "was deleted" not in texts(visit)


def test_a_listing_that_fails_hides_no_picture(lesson: Site) -> None:
    visit = open_lesson()
    lesson.store.fail_next("list_session", AWAY)
    visit.run()
    assert len(alerts(visit)) == 1
    assert len(visit.image) == 3


def test_words_are_suggested_only_for_drawn_pictures(lesson: Site) -> None:
    visit = click(open_lesson(), f"suggest_{KEYS[0]}")
    assert not visit.exception
    assert typed(visit, 0) == ("", "")
    lesson.store.fail_next("details", AWAY)
    click(visit, f"suggest_{KEYS[1]}")
    assert len(alerts(visit)) == 1


SWITCHES = {
    "Hide the pictures from learners": "locked",
    "Show the prompt": "prompt_shown",
    "Show the target words": "words_shown",
    "Show the notes": "notes_shown",
}


@pytest.mark.parametrize("label", SWITCHES)
def test_a_switch_is_as_the_class_is(lesson: Site, label: str) -> None:
    show(0)
    visit = open_classes(CLASS, part=class_page.SETTINGS)
    toggle = f"{class_memory.SWITCH.name}_{label}"
    for wanted in (True, False):
        visit.toggle(key=toggle).set_value(wanted).run()
        assert getattr(state(), SWITCHES[label]) is wanted
        assert visit.toggle(key=toggle).value is wanted
    documents().fail_next("write", AWAY)
    visit.toggle(key=toggle).set_value(True).run()
    assert len(alerts(visit)) == 1
    assert visit.toggle(key=toggle).value is False, "as the class is"
    visit.toggle(key=toggle).set_value(True).run()
    assert getattr(state(), SWITCHES[label]) is True


def test_a_class_ends_and_is_opened_again(lesson: Site) -> None:
    visit = open_classes(CLASS, part=class_page.SETTINGS)
    click(visit, "end_class")
    assert state().ended
    assert "The class is **over**" in texts(visit)
    assert "end_class" not in keys(visit)
    click(visit, "extend")
    assert not state().ended
    assert "open until" in texts(visit)


def test_link_code_and_qr_code(lesson: Site) -> None:
    visit = open_classes(CLASS, part=class_page.SHARE)
    code = state().code
    assert [metric.value for metric in visit.metric] == [f"{code[:3]} {code[3:]}"]
    assert "works on this computer only" in texts(visit)
    link = f"http://localhost:8501/?session={CLASS}"
    assert link in [block.value for block in visit.code]
    assert PROMPTS[0] not in texts(visit)
