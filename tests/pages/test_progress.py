"""The panel with a learner's progress, without a browser: what it shows, tells and deletes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Literal

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from imagespeak_core.errors import StorageTimeoutError
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.speaking import attempts, recordings
from imagespeak_core.speaking.attempt import Attempt, Tried
from imagespeak_core.speaking.counts import Counts
from imagespeak_core.speaking.findings import HeldAgainst, NotFound, NotSo, Said
from imagespeak_core.speaking.learner import key_hash, new_key
from imagespeak_core.speaking.limits import limits_of
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.tickets import new_ticket
from pages.components.shell.wiring import wiring
from pages.components.speaking import own_key, results_memory, speaking_memory
from pages.components.speaking.progress import progress_memory
from tests.pages.stand_ins import MODEL, plain_png
from tests.pages.visits import Site, alerts, choose, open_page, parts_told
from tests.speaking_rig import MadeSound

SESSION = "walk"
MINE, THEIRS = new_key(), new_key()
NAMES = tuple(f"thing {at}" for at in range(10))


@pytest.fixture(autouse=True)
def _one_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_key, "learner_key", lambda: MINE)


@pytest.fixture
def picture(site: Site) -> str:
    return _add_picture(site)


def _add_picture(site: Site, *, second: int = 0, words: str = "a_dog") -> str:
    """A picture in the store; gives its key."""
    request = ImageRequest(SESSION, words, seed=4)
    key = ImageKey(SESSION, f"20261129_1200{second:02}", 0, words)
    image = GeneratedImage(plain_png(7, 256, 256), seed=4, model=MODEL, duration_ms=9)
    site.store.inner.put(key, embed(image.png, ImageDetails.of(key, request, image)), {})
    return str(key)


def _try(
    picture: str,
    found: int,
    *,
    of: int = 10,
    again: int = 0,
    words: int = 0,
    against: HeldAgainst = "scene",
    text: str = "There is a dog.",
    key: str = MINE,
) -> Attempt:
    """An attempt, kept by another tab; `words` were spoken in half a minute."""
    known = against != "nothing"
    speech = Speech(40.0 + found, heard=True, speaking_s=30.0) if words else None
    tried = Tried(
        picture=picture,
        level="A2",
        words=text,
        held_against=against,
        said=tuple(Said("a", at, NAMES[at]) for at in range(found)) if known else (),
        not_found=tuple(NotFound("thing", NAMES[at], "?", "!") for at in range(found, of))
        if known
        else (),
        not_so=(NotSo("a", 0, "count", "b", "?"),) * again,
        counts=Counts(words=words or 5),
        speech=speech,
        speech_from="browser" if speech else None,
    )
    wired = wiring()
    return attempts.create_attempt(
        wired.services,
        tried,
        session_id=SESSION,
        learner=key_hash(key),
        limits=limits_of(wired.settings),
    )


def _keep_recording(picture: str) -> None:
    wired = wiring()
    ticket = new_ticket(
        session_id=SESSION,
        learner=key_hash(MINE),
        picture=picture,
        now=wired.services.now(),
    )
    recordings.keep(wired.services, ticket, MadeSound(), limits=limits_of(wired.settings))


def _unfold(visit: AppTest) -> AppTest:
    visit.session_state[progress_memory.OPEN.name] = True
    return visit.run()


def _opened(session_id: str = SESSION) -> AppTest:
    visit = _unfold(open_page(session_id))
    assert not visit.exception
    assert alerts(visit) == []
    return visit


def _press(visit: AppTest, key: str) -> AppTest:
    return visit.button(key=key).click().run()


def _has(visit: AppTest, key: str) -> bool:
    return any(one.key == key for one in (*visit.button, *visit.get("download_button")))


def _says(visit: AppTest) -> str:
    (panel,) = (one for one in visit.expander if one.label == "Your progress")
    parts = (*panel.markdown, *panel.caption)
    return "\n".join(str(part.value) for part in parts).replace("\\", "")


def _charts(visit: AppTest) -> list[dict[str, Any]]:
    return parts_told(visit, "progress_chart")


def _own() -> list[Attempt]:
    return attempts.list_attempts(wiring().services, SESSION, key_hash(MINE))


def _recordings() -> int:
    return len(recordings.list_recordings(wiring().services, SESSION, key_hash(MINE)))


def test_it_is_closed_at_first_and_says_what_there_will_be(site: Site, picture: str) -> None:
    visit = open_page(SESSION)
    assert _says(visit) == ""
    _unfold(visit)
    assert "There is nothing to see yet." in _says(visit)
    assert not _has(visit, "progress_csv")
    assert not _has(visit, "delete_everything")

    _try(picture, 3)
    visit = _opened()
    assert "1 attempt in this session." in _says(visit)
    assert "after the second one" in _says(visit)
    assert _charts(visit) == []
    assert _has(visit, "progress_csv")


def test_attempts_at_this_picture_are_drawn_and_told(site: Site, picture: str) -> None:
    _try(picture, 3, again=2, words=40)
    _try(picture, 4, again=1)
    _try(picture, 6, again=1, words=45)
    visit = _opened()
    found, rate, again = _charts(visit)
    assert (found["values"], found["of"]) == ([3, 4, 6], [10, 10, 10])
    assert (found["begins"], found["ends"]) == ("attempt 1", "attempt 3")
    assert found["told"] == (
        "Things found in your words. You found 3 of 10 things at first, 6 of 10 last time: 3 more. "
        "All numbers: 3 of 10, 4 of 10, 6 of 10."
    )
    assert (rate["values"], rate["of"]) == ([80, 90], []), "one was typed"
    assert (rate["begins"], rate["ends"]) == ("attempt 1", "attempt 3")
    assert rate["places"] == [0.0, 1.0]
    assert again["values"] == [2, 1, 1]
    assert again["places"] == [0.0, 0.5, 1.0]
    says = _says(visit)
    assert "You found 3 of 10 things at first, 6 of 10 last time: 3 more." in says
    assert "You said about 80 words a minute at first, about 90 last time: 10 more." in says
    assert "You had 2 things to look at again at first, 1 last time: 1 fewer." in says
    assert "Each goes after 30 days." in says
    assert not re.search(r"better|worse|good|bad|score|grade|wrong|%", says)

    assert "| 1 (" not in says
    visit.toggle(key=progress_memory.NUMBERS.name).set_value(True).run()
    rows = [line for line in _says(visit).splitlines() if line.startswith("|")]
    assert rows[0] == "| Attempt | Things found | Words a minute | Look again |"
    assert [re.sub(r"\(.*?\)", "()", row) for row in rows[2:]] == [
        "| 1 () | 3 of 10 | 80 | 2 |",
        "| 2 () | 4 of 10 | – | 1 |",
        "| 3 () | 6 of 10 | 90 | 1 |",
    ]
    for how in ("time of day and the weather", "Pauses don't count", "**It is there**"):
        assert how in _says(visit)
    assert not visit.exception


def test_a_number_stands_where_its_attempt_does(site: Site, picture: str) -> None:
    for words in (0, 40, 0, 0, 42):
        _try(picture, words % 10, words=words)
    rate = _charts(_opened())[1]
    assert (rate["begins"], rate["ends"]) == ("attempt 1", "attempt 5")
    assert rate["places"] == [0.25, 1.0]


def test_one_figure_alone_is_told_and_not_drawn(site: Site, picture: str) -> None:
    _try(picture, 1, again=1)
    _try(picture, 1, again=1, words=40)
    visit = _opened()
    assert [one["told"].split(".")[0] for one in _charts(visit)] == [
        "Things found in your words",
        "Look again",
    ]
    says = _says(visit)
    assert "1 of 10 last time: the same." in says
    assert "You had 1 thing to look at again at first, 1 last time: the same." in says
    assert "You said about 80 words a minute so far." in says


@pytest.mark.parametrize("against", ["view", "prompt", "nothing"])
def test_what_nobody_knows_is_said_and_is_no_number(
    site: Site, picture: str, against: Literal["view", "prompt", "nothing"]
) -> None:
    for found in (1, 2):
        _try(picture, found, against=against)
    visit = _opened()
    says = _says(visit)
    assert "Nobody knows what is in the picture, so there are no numbers." in says
    assert "Record yourself" in says
    told = {
        "view": "compared with what it sees. It may be mistaken.",
        "prompt": "compared with the words that the picture was made from",
        "nothing": "can't be compared with them",
    }
    assert [one for one, sentence in told.items() if sentence in says] == [against]
    if against != "nothing":
        assert [one["values"] for one in _charts(visit)] == [[1, 2]]
    else:
        assert _charts(visit) == []
        assert "could not be compared with a picture" in says
    visit.toggle(key=progress_memory.NUMBERS.name).set_value(True).run()
    assert "| – | – |" in _says(visit)


def test_each_picture_has_its_own_first_and_last_time(site: Site, picture: str) -> None:
    other = _add_picture(site, second=5, words="a_cat")
    for found in (2, 3, 5):
        _try(picture, found, words=40 + found)
    _try(other, 7, of=8)
    visit = _opened()  # at the newest picture, which is the other one
    assert "You have one attempt at this picture." in _says(visit)
    choose(visit, progress_memory.VIEW.name, "Each picture")
    says = _says(visit)
    assert says.index("a cat") < says.index("a dog"), "the one tried last comes first"
    assert "Things found: 2 of 10 at first, 5 of 10 last time" in says
    assert "Words a minute: 84 at first, 90 last time" in says
    assert "Things found: 7 of 8" in says
    assert "3 attempts" in says

    many = [_add_picture(site, second=at, words="a_bird") for at in range(10, 20)]
    for one in many:
        _try(one, 1)
    visit = _opened()
    choose(visit, progress_memory.VIEW.name, "Each picture")
    listed = sum("a bird" in str(one.value) for one in visit.markdown)
    assert listed == progress_memory.FEW
    _press(visit, "progress_more")
    _press(visit, "progress_more")
    assert not _has(visit, "progress_more")
    assert visit.session_state[results_memory.MOVED.name].focuses[0] == "progress_more"
    assert sum("a bird" in str(one.value) for one in visit.markdown) == len(many)


def test_weeks_show_the_attempt_in_the_middle(
    site: Site, picture: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = type(wiring().services)
    today = wiring().services.now()
    monday = today - timedelta(days=today.weekday())
    other = _add_picture(site, second=5)

    def at(moment: datetime) -> None:
        monkeypatch.setattr(services, "now", lambda _: moment, raising=False)

    at(monday - timedelta(days=7))
    for found in (1, 2, 9):
        _try(picture, found)
    visit = _opened()
    choose(visit, progress_memory.VIEW.name, "Each week")
    assert "of one week" in _says(visit)
    assert _charts(visit) == []

    at(monday)
    _try(other, 6, of=8)
    visit = _opened()
    choose(visit, progress_memory.VIEW.name, "Each week")
    drawn = _charts(visit)[0]
    assert drawn["places"] == [0.0, 1.0]
    assert (drawn["values"], drawn["of"]) == ([2, 6], [10, 8])
    assert drawn["ends"] == f"{monday:%d %b}"
    says = _says(visit)
    assert "You found 2 of 10 things in your first week, 6 of 8 in your last week: 4 more." in says
    assert "A week begins on Monday." in says
    visit.toggle(key=progress_memory.NUMBERS.name).set_value(True).run()
    assert f"| {monday:%d %b} (1 attempt) | 6 of 8 | – | 0 |" in _says(visit)

    at(monday + timedelta(days=21))
    _try(other, 7)
    visit = _opened()
    choose(visit, progress_memory.VIEW.name, "Each week")
    assert _charts(visit)[0]["places"] == [0.0, 0.25, 1.0], "weeks without attempts have room"


def test_opening_it_shows_what_other_tabs_have_done(site: Site, picture: str) -> None:
    first = _try(picture, 1)
    visit = _opened()
    _try(picture, 2)
    _try(picture, 4, key=THEIRS)
    attempts.delete_attempt(wiring().services, first.attempt_id, key_hash(MINE))
    _try(picture, 3)
    assert "1 attempt in this session." in _says(visit.run())
    _open_again(visit)
    assert "2 attempts in this session." in _says(visit)
    assert [one["values"] for one in _charts(visit)][:1] == [[2, 3]]
    _keep_recording(picture)
    _open_again(visit)
    _press(visit, "delete_everything")
    assert "2 attempts and 1 recording" in _says(visit)


def _open_again(visit: AppTest) -> AppTest:
    """Press on its head twice, as in a browser: what is called then is called."""
    for is_open in (False, True):
        states = visit._tree.get_widget_states()
        (head,) = (one for one in visit.expander if one.label == "Your progress")
        state = states.widgets.add()
        state.id = head.proto.id
        state.bool_value = is_open
        visit._run(states)
    assert not visit.exception
    return visit


def test_what_is_shown_stays_where_the_store_fails_at_opening(
    site: Site, picture: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _try(picture, 1)
    _try(picture, 2)
    visit = _opened()
    with monkeypatch.context() as down:
        down.setattr(attempts, "list_attempts", _failing)
        _open_again(visit)
        assert [one["values"] for one in _charts(visit)][:1] == [[1, 2]]
        fresh = _unfold(open_page(SESSION))
        assert "can't be reached just now" in _says(fresh)
        assert "nothing to see yet" not in _says(fresh)
    _keep_recording(picture)
    _open_again(fresh)
    assert "2 attempts in this session." in _says(fresh)
    told = [str(part.value) for part in fresh.caption]
    assert not any("can't be kept just now" in one for one in told)
    _press(fresh, "delete_everything")
    assert "Delete all your 2 attempts and 1 recording of this session?" in _says(fresh)


def _failing(*_: object, **__: object) -> None:
    raise StorageTimeoutError("too slow, in '/srv'")


def test_the_table_is_made_when_it_is_asked_for_and_has_no_formulas(
    site: Site, picture: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Callable[[], bytes]] = []
    offer = st.download_button

    def noted(label: str, data: Callable[[], bytes], **options: Any) -> bool:
        made.append(data)
        return offer(label, data, **options)

    monkeypatch.setattr(st, "download_button", noted)
    hostile = '=HYPERLINK("http://evil","a")'
    _try(picture, 3, text=hostile)
    _try(picture, 4, key=THEIRS, text="Not mine")
    _opened()
    (make,) = made
    rows = list(csv.DictReader(io.StringIO(make().decode("utf-8-sig"), newline="")))
    assert [(row["your words"], row["things found"]) for row in rows] == [(f"'{hostile}", "3")]


def test_everything_goes_after_a_question_that_counts_it(site: Site, picture: str) -> None:
    for found in (1, 2, 3):
        _try(picture, found)
    for _ in range(2):
        _keep_recording(picture)
    _try(picture, 4, key=THEIRS)
    visit = _opened()
    _press(visit, "delete_everything")
    assert "Delete all your 3 attempts and 2 recordings of this session?" in _says(visit)
    _press(visit, "delete_no_everything")
    assert (len(_own()), _recordings()) == (3, 2)
    assert visit.session_state[results_memory.MOVED.name].focuses == ("delete_everything",)

    visit.session_state[speaking_memory.KEPT_RECORDING.name] = "walk_20261129_120000_0"
    _press(visit, "delete_everything")
    _press(visit, "delete_yes_everything")
    assert (len(_own()), _recordings()) == (0, 0)
    says = _says(visit)
    assert "Deleted: you keep nothing in this session any more." in says
    assert "nothing to see yet" in says
    assert not _has(visit, "delete_everything")
    assert not _has(visit, "progress_csv")
    assert visit.session_state[results_memory.MOVED.name].focuses == ("progress",)
    theirs = attempts.list_attempts(wiring().services, SESSION, key_hash(THEIRS))
    assert len(theirs) == 1
    assert [str(one.value) for one in visit.subheader] == [], "what was found goes with it"
    (recorder,) = parts_told(visit, "recorder")
    assert recorder["kept"] == ""

    _try(picture, 1)
    _open_again(visit)
    assert "Deleted:" not in _says(visit)


def test_recordings_alone_can_be_deleted_too(site: Site, picture: str) -> None:
    _keep_recording(picture)
    visit = _opened()
    _press(visit, "delete_everything")
    assert "Delete your 1 recording of this session? It can't be" in _says(visit)
    _press(visit, "delete_yes_everything")
    assert _recordings() == 0


@pytest.mark.parametrize(
    ("fails", "told"),
    [
        ({"delete_all_recordings"}, "Not all of your recordings could be deleted."),
        ({"delete_all"}, "Not all of your attempts could be deleted."),
        ({"delete_all", "delete_all_recordings"}, "Not everything could be deleted."),
    ],
)
def test_what_could_not_be_deleted_is_told_and_goes_with_the_next_press(
    site: Site, picture: str, fails: set[str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _try(picture, 1)
    _try(picture, 2)
    _keep_recording(picture)
    visit = _opened()
    with monkeypatch.context() as down:
        for name in fails:
            down.setattr(attempts if name == "delete_all" else recordings, name, _failing)
        _press(visit, "delete_everything")
        _press(visit, "delete_yes_everything")
    left = (2 if "delete_all" in fails else 0, 1 if "delete_all_recordings" in fails else 0)
    assert (len(_own()), _recordings()) == left
    assert told in _says(visit)
    assert "/srv" not in _says(visit)
    assert ("2 attempts in this session" in _says(visit)) == bool(left[0])
    assert not visit.exception
    _press(visit, "delete_everything")
    assert "Delete all your attempts and recordings of this session?" in _says(visit)
    _press(visit, "delete_yes_everything")
    assert (len(_own()), _recordings()) == (0, 0)
    assert "Deleted:" in _says(visit)


def test_what_was_deleted_in_another_tab_meanwhile_is_no_trouble(site: Site, picture: str) -> None:
    _try(picture, 1)
    _try(picture, 2)
    _keep_recording(picture)
    visit = _opened()
    _press(visit, "delete_everything")
    services, learner = wiring().services, key_hash(MINE)
    attempts.delete_all(services, SESSION, learner)
    recordings.delete_all_recordings(services, SESSION, learner)
    _press(visit, "delete_yes_everything")
    assert "Deleted: you keep nothing" in _says(visit)
    assert not visit.exception
    assert alerts(visit) == []


def test_where_nothing_is_kept_there_is_nothing_to_see_or_delete(site: Site, picture: str) -> None:
    wiring().services.recordings.rights.note(may=False)
    visit = _opened()
    assert "There is nothing to see yet." in _says(visit)
    assert not _has(visit, "delete_everything")


def test_200_attempts_are_drawn_with_few_words(site: Site, picture: str) -> None:
    for at in range(200):
        _try(picture, at % 10, words=40 + at)
    visit = _opened()
    found, rate, _ = _charts(visit)
    assert len(found["values"]) == 200
    assert found["told"].endswith("All 200 numbers are in the table.")
    assert rate["values"][0] == 80
