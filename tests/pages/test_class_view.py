"""What learners see of a class, the projector, and the way in by a code."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

import pytest
from streamlit.runtime.context import ContextProxy

from imagespeak_core.access.errors import TooManyCodesError
from imagespeak_core.classroom import edits
from imagespeak_core.classroom.joining import Joiner
from imagespeak_core.classroom.state import ClassState
from imagespeak_core.errors import StorageUnreachableError
from imagespeak_core.speaking.learner import new_key
from pages.components.classroom import class_memory, class_page
from pages.components.shell import addresses, session
from pages.components.shell.visitor import COOKIE_NAME
from pages.components.shell.wiring import wiring
from tests.pages.lessons import (
    CLASS,
    KEYS,
    PROMPTS,
    change,
    click,
    damage,
    documents,
    keys,
    make_class,
    make_lesson,
    open_classes,
    show,
    state,
    tell,
    texts,
)
from tests.pages.visits import Site, alerts, alternative_text, open_page, parts_told, picture_url

AWAY = StorageUnreachableError("The folder is away.")
JOIN = "FormSubmitter:join-Join"


@pytest.fixture
def lesson(site: Site) -> Site:
    make_lesson(site)
    change(partial(edits.describe_picture, key=KEYS[0], notes="Who drives?", words=("wheel",)))
    return site


def test_learners_wait_until_a_picture_is_shown(lesson: Site) -> None:
    visit = open_page(CLASS)
    assert "Please wait" in texts(visit)
    assert not visit.image
    assert not visit.button


def test_learners_see_the_picture_and_no_answers(lesson: Site) -> None:
    show(0)
    visit = open_page(CLASS)
    assert "101000" not in picture_url(visit)
    assert KEYS[0].rpartition("/")[2] in picture_url(visit)
    assert alternative_text(visit) == "The picture to describe"
    for answer in (*PROMPTS, "wheel", "Who drives?"):
        assert answer not in texts(visit)
    assert not visit.button
    assert not visit.text_input
    assert not visit.text_area
    assert lesson.generator.requests == []


@pytest.mark.parametrize(
    ("reveal", "words"),
    [
        (partial(edits.reveal, prompt=True), PROMPTS[0]),
        (partial(edits.reveal, words=True), "wheel"),
        (partial(edits.reveal, notes=True), "Who drives?"),
    ],
)
def test_learners_see_what_is_revealed(
    lesson: Site, reveal: Callable[[ClassState], ClassState], words: str
) -> None:
    show(0)
    change(reveal)
    assert words in texts(open_page(CLASS))
    show(1)
    tell()
    assert words not in texts(open_page(CLASS)), "the next picture begins without it"


def _expire(now: ClassState) -> ClassState:
    return now.model_copy(update={"expires_at": wiring().services.now() - timedelta(seconds=1)})


@pytest.mark.parametrize(
    ("edit", "said"),
    [(edits.lock, "hidden the picture"), (edits.end, "is over"), (_expire, "is over")],
)
def test_learners_see_no_picture_when_it_is_hidden_or_over(
    lesson: Site, edit: Callable[[ClassState], ClassState], said: str
) -> None:
    show(0)
    change(edit)
    visit = open_page(CLASS)
    assert said in texts(visit)
    assert not visit.image
    assert PROMPTS[0] not in texts(visit)


def test_after_the_class_one_practises_in_a_session_of_ones_own(lesson: Site) -> None:
    change(edits.end)
    visit = click(open_page(CLASS), "practise")
    assert visit.query_params[session.PARAMETER] != CLASS
    assert "get_practice_image" in keys(visit)


def test_a_class_that_is_away_shows_no_form(lesson: Site) -> None:
    documents().fail_next("read", AWAY)
    visit = open_page(CLASS)
    (alert,) = alerts(visit)
    assert "this page tries again" in alert
    assert "get_practice_image" not in keys(visit)


def test_a_class_that_is_damaged_shows_no_form(lesson: Site) -> None:
    damage()
    visit = open_page(CLASS)
    (alert,) = alerts(visit)
    assert "can't be read" in alert
    assert "get_practice_image" not in keys(visit)


def test_a_class_that_was_deleted_shows_what_is_left_and_makes_nothing(lesson: Site) -> None:
    documents().inner.delete(f"classes/{CLASS}.json")
    visit = open_page(CLASS)
    assert "There is no such class" in alerts(visit)[0]
    assert KEYS[2].rpartition("/")[2] in picture_url(visit)
    assert "get_practice_image" not in keys(visit)


def test_what_lies_there_and_is_another_class_is_none(lesson: Site) -> None:
    content = documents().inner.read(f"classes/{CLASS}.json")
    assert content
    documents().inner.write("classes/class-copy.json", content.content, replacing=None)
    visit = open_page("class-copy")
    assert "There is no such class" in alerts(visit)[0]
    assert not visit.image


@pytest.mark.parametrize(
    "typed", ["{}", " {}\n", "{lower}", "{first} {second}", "{first}-{second}"]
)
def test_a_code_leads_to_the_class_however_it_is_typed(site: Site, typed: str) -> None:
    code = make_class().code
    visit = open_page("image-learner")
    text = typed.format(code, lower=code.lower(), first=code[:3], second=code[3:])
    visit.text_input(key=class_memory.JOIN_CODE.name).set_value(text)
    click(visit, JOIN)
    visit.run()
    assert visit.query_params[session.PARAMETER] == CLASS
    assert "Please wait" in texts(visit)
    assert "get_practice_image" not in keys(visit)


@pytest.mark.parametrize("typed", ["", "ABC", "ABCDEF", "<b>", "ABCDEFG"])
def test_a_wrong_code_is_told_and_stays(site: Site, typed: str) -> None:
    visit = open_page("image-learner")
    visit.text_input(key=class_memory.JOIN_CODE.name).set_value(typed)
    click(visit, JOIN)
    (alert,) = alerts(visit)
    assert "no class with this code" in alert
    assert visit.text_input(key=class_memory.JOIN_CODE.name).value == typed
    assert visit.query_params[session.PARAMETER] == "image-learner"


def test_after_many_wrong_codes_a_minute_passes_and_the_link_works(
    lesson: Site, caplog: pytest.LogCaptureFixture
) -> None:
    visit = open_page("image-learner")
    for wrong in ("AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD", "EEEEEE"):
        visit.text_input(key=class_memory.JOIN_CODE.name).set_value(wrong)
        click(visit, JOIN)
        assert "no class with this code" in alerts(visit)[0]
    visit.text_input(key=class_memory.JOIN_CODE.name).set_value(state().code)
    for _ in range(3):
        click(visit, JOIN)
    (told,) = visit.warning
    assert "Wait a minute, then try again" in told.value
    assert "link or a QR code" in told.value
    assert visit.text_input(key=class_memory.JOIN_CODE.name).value == state().code
    assert visit.query_params[session.PARAMETER] == "image-learner"
    assert "Please wait. Your teacher" in texts(open_page(CLASS))
    (for_owner,) = [text for text in caplog.messages if "ScriptRunContext" not in text]
    assert for_owner.startswith("too many wrong codes: If it goes on, somebody tries codes")
    assert "Wait a minute" not in for_owner, "that is for who has typed them"
    assert state().code not in for_owner


@pytest.mark.parametrize("keeps_cookies", [True, False])
def test_who_has_opened_a_class_by_its_link_does_not_wait_in_the_line_of_strangers(
    lesson: Site, keeps_cookies: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = {COOKIE_NAME: new_key()} if keeps_cookies else {}
    monkeypatch.setattr(ContextProxy, "cookies", kept)
    open_page(CLASS)
    with suppress(TooManyCodesError):
        for number in range(1_000):
            guesser = Joiner(f"guesser {number}", f"10.{number >> 8}.{number & 255}.1")
            wiring().joins.find(wiring().services, "AAAAAA", guesser)
    visit = open_page("image-learner")
    visit.text_input(key=class_memory.JOIN_CODE.name).set_value(state().code)
    click(visit, JOIN)
    assert bool(visit.warning) != keeps_cookies
    visit.run()
    assert (visit.query_params[session.PARAMETER] == CLASS) == keeps_cookies
    assert bool(wiring().joins._known) == keeps_cookies, "others are known by nothing"


def test_a_code_whose_class_is_damaged_or_away(site: Site) -> None:
    code = make_class().code
    visit = open_page("image-learner")
    visit.text_input(key=class_memory.JOIN_CODE.name).set_value(code)
    documents().fail_next("read", AWAY)
    click(visit, JOIN)
    assert "can't be reached" in alerts(visit)[0]
    damage()
    click(visit, JOIN)
    assert "can't be read" in alerts(visit)[0]
    assert visit.query_params[session.PARAMETER] == "image-learner"


@pytest.mark.usefixtures("as_teacher")
def test_the_projector_moves_and_reveals(lesson: Site) -> None:
    visit = open_classes(CLASS, view="present")
    assert "Press Next to show the first picture" in texts(visit)
    assert "0 of 3" in texts(visit)
    click(visit, "stage_arrow_forward")
    assert state().current == KEYS[0]
    assert "1 of 3" in texts(visit)
    click(visit, "stage_subject")
    assert PROMPTS[0] in texts(visit)
    click(visit, "stage_dictionary")
    assert "wheel" in texts(visit)
    click(visit, "stage_arrow_forward")
    assert state().current == KEYS[1]
    assert PROMPTS[0] not in texts(visit)
    assert visit.button(key="stage_dictionary").disabled
    click(visit, "stage_arrow_back")
    assert state().current == KEYS[0]
    click(visit, "leave_stage")
    visit.run()
    assert addresses.VIEW_PARAMETER not in visit.query_params
    assert "present" in keys(visit)


@pytest.mark.usefixtures("as_teacher")
def test_the_projector_hides_the_picture_from_learners_and_shows_it_again(lesson: Site) -> None:
    show(0)
    visit = click(open_classes(CLASS, view="present"), "stage_visibility_off")
    assert state().locked
    assert visit.image, "the projector still shows it"
    assert not open_page(CLASS).image
    click(visit, "stage_visibility_off")
    assert not state().locked
    assert open_page(CLASS).image


@pytest.mark.usefixtures("as_teacher")
def test_the_projector_says_when_learners_do_not_see_it(lesson: Site) -> None:
    show(0)
    change(edits.lock)
    assert "Learners can't see it now." in texts(open_classes(CLASS, view="present"))
    visit = open_classes(CLASS, part=class_page.LESSON)
    assert "Hidden from learners now" in texts(visit)
    assert "The class sees this one" not in texts(visit)
    change(edits.end)
    tell()
    assert "The class is over." in texts(open_classes(CLASS, view="present"))
    visit = open_classes(CLASS, part=class_page.LESSON)
    assert "The class is over" in texts(visit)
    assert "Hidden from learners now" not in texts(visit)


@pytest.mark.usefixtures("as_teacher")
def test_the_projector_when_somebody_else_moved_on(lesson: Site) -> None:
    show(0)
    visit = open_classes(CLASS, view="present")
    show(2)
    click(visit, "stage_subject")
    (alert,) = alerts(visit)
    assert "Somebody else changed" in alert
    assert "3 of 3" in texts(visit), "how it is now"
    click(visit, "stage_subject")
    assert alerts(visit) == []
    assert state().prompt_shown


@pytest.mark.usefixtures("as_teacher")
def test_the_projector_when_the_store_is_away(lesson: Site) -> None:
    show(0)
    visit = open_classes(CLASS, view="present")
    documents().fail_next("write", AWAY)
    click(visit, "stage_arrow_forward")
    assert len(alerts(visit)) == 1
    assert visit.image
    click(visit, "stage_arrow_forward")
    assert alerts(visit) == []
    assert state().current == KEYS[1]


@pytest.mark.usefixtures("as_teacher")
def test_the_projector_comes_back_by_itself_when_the_store_does(
    lesson: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(session_id: str) -> None:
        raise AWAY

    show(0)
    with monkeypatch.context() as away:
        away.setattr(wiring().classes, "latest", fail)
        visit = open_classes(CLASS, view="present")
    assert len(alerts(visit)) == 1
    (told,) = parts_told(visit, "following")
    assert told["again_ms"] == 10_000
    visit.run()
    assert alerts(visit) == []
    assert visit.image
