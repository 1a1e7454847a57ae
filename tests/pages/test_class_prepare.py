"""Pictures made for a class: price, progress, partial failure; kept, remade, rejected."""

from __future__ import annotations

import threading
from decimal import Decimal
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.classroom import edits
from imagespeak_core.errors import ModelTimeoutError, PromptRefusedError, StorageUnreachableError
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.naming import parse_key
from pages.components.classroom import class_memory, class_page
from pages.components.picture import prompt_memory
from pages.components.shell.wiring import wiring
from tests.pages.lessons import (
    CLASS,
    KEYS,
    change,
    click,
    confirm,
    documents,
    keys,
    make_class,
    make_lesson,
    open_classes,
    state,
    texts,
)
from tests.pages.visits import LIMIT_S, Site, alerts, choose, write
from tests.patience import until

pytestmark = pytest.mark.usefixtures("as_teacher")

AWAY = StorageUnreachableError("The folder is away.")
WORDS = "A yellow tram"


def open_form(count: int = 1) -> AppTest:
    visit = write(open_classes(CLASS, part=class_page.PREPARE), WORDS)
    return choose(visit, class_memory.IMAGE_COUNT.name, count)  # type: ignore[arg-type]


def make(visit: AppTest) -> AppTest:
    """Press the button, and stay until the pictures are there."""
    click(visit, "make_pictures")
    job = wiring().queue.latest(CLASS)
    assert job
    job.done.result(LIMIT_S)
    return visit.run()


def candidates(visit: AppTest) -> list[str]:
    return [key.removeprefix("keep_") for key in keys(visit) if key.startswith("keep_")]


def test_the_price_is_said_before_anything_is_made(site: Site) -> None:
    make_class()
    visit = open_form(3)
    assert "3 pictures, about $0.12." in texts(visit)
    assert visit.button(key="make_pictures").label == "Make 3 pictures"
    choose(visit, class_memory.IMAGE_COUNT.name, 1)  # type: ignore[arg-type]
    assert "1 picture, about $0.04." in texts(visit)
    site.generator.price_usd = Decimal(0)
    choose(visit, class_memory.IMAGE_COUNT.name, 2)  # type: ignore[arg-type]
    assert "2 pictures, free." in texts(visit)
    assert site.generator.requests == []


def test_the_form_speaks_of_no_button_that_is_not_there(site: Site) -> None:
    make_class()
    visit = open_form()
    said = [caption.value for caption in visit.caption]
    assert said
    assert not any("Generate New" in words for words in said)


def test_pictures_are_made_and_wait_to_be_kept(site: Site) -> None:
    make_class()
    visit = make(open_form(3))
    assert not visit.exception
    assert len(site.generator.requests) == 3
    assert len(candidates(visit)) == 3
    assert state().pictures == (), "nothing is in the lesson before it is kept"
    first = candidates(visit)[0]
    click(visit, f"keep_{first}")
    assert [picture.key for picture in state().pictures] == [first]
    assert state().pictures[0].prompt == WORDS
    assert state().current is None, "the class does not see it yet"
    assert len(candidates(visit)) == 2
    assert len(candidates(open_classes(CLASS, part=class_page.PREPARE))) == 2


class HeldGenerator:
    """The second picture waits until the test lets it go."""

    label, max_parallel = "Held by a test", 1

    def __init__(self, site: Site) -> None:
        self._inner = site.generator
        self.go_on = threading.Event()

    def __getattr__(self, name: str) -> object:
        return getattr(self._inner, name)

    def generate(self, request: ImageRequest) -> GeneratedImage:
        if self._inner.requests:
            assert self.go_on.wait(LIMIT_S)
        return self._inner.generate(request)


@pytest.mark.usefixtures("in_a_fresh_place")
def test_what_a_drawn_picture_does_not_show_is_said_beside_it_alone() -> None:
    make_class()
    visit = make(write(open_classes(CLASS, part=class_page.PREPARE), "A quokka in a park"))
    assert texts(visit).count("I could not draw: quokka.") == 1
    assert not alerts(visit)
    visit = open_classes(CLASS, part=class_page.PREPARE)
    assert texts(visit).count("I could not draw: quokka.") == 1


def test_progress_is_picture_by_picture_and_found_again_after_a_reload(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_class()
    held = HeldGenerator(site)
    monkeypatch.setattr(site.generator, "max_parallel", 1)
    visit = open_form(2)
    services = wiring().services
    object.__setattr__(services, "generator", held)
    click(visit, "make_pictures")
    try:
        job = wiring().queue.latest(CLASS)
        assert job
        until(lambda: job.made == 1)
        again = open_classes(CLASS, part=class_page.PREPARE)
        assert "1 of 2 ready" in str(again.get("progress")[0].proto.text)
        assert len(candidates(again)) == 1, "the first can be looked at already"
        first = candidates(again)[0]
        assert again.button(key=f"reject_{first}").disabled
        click(again, f"keep_{first}")
        assert [picture.key for picture in state().pictures] == [first]
    finally:
        held.go_on.set()
    job.done.result(LIMIT_S)
    assert len(candidates(again.run())) == 1
    assert not again.get("progress")


def test_good_pictures_stay_where_others_fail(site: Site) -> None:
    make_class()
    visit = open_form(3)
    site.generator.fail_next_with(ModelTimeoutError("It took *too* long."))
    make(visit)
    assert not visit.exception
    assert len(candidates(visit)) == 2
    said = texts(visit)
    assert "2 of 3 were made" in said
    assert "was not made: It took *too* long." in said


def test_when_all_fail_it_says_why_and_nothing_is_lost(site: Site) -> None:
    make_class()
    visit = open_form(2)
    for _ in range(2):
        site.generator.fail_next_with(PromptRefusedError("No."))
    make(visit)
    (alert,) = alerts(visit)
    assert "did not take this text" in alert
    assert visit.text_area(key=prompt_memory.OWN_WORDS.name).value == WORDS
    make(visit)
    assert alerts(visit) == []
    assert len(candidates(visit)) == 2


def test_empty_words_are_told(site: Site) -> None:
    make_class()
    visit = write(open_form(), " ")
    click(visit, "make_pictures")
    assert len(alerts(visit)) == 1
    assert site.generator.requests == []


def test_a_picture_is_remade_with_another_seed_and_stays(site: Site) -> None:
    make_class()
    visit = make(open_form())
    (old,) = candidates(visit)
    click(visit, f"remake_{old}")
    job = wiring().queue.latest(CLASS)
    assert job
    job.done.result(LIMIT_S)
    visit.run()
    first, second = site.generator.requests
    assert (first.prompt, first.quality) == (second.prompt, second.quality)
    assert first.seed != second.seed
    assert len(candidates(visit)) == 2


def test_a_remade_picture_takes_the_place_of_the_one_in_the_lesson(site: Site) -> None:
    make_lesson(site)
    change(partial(edits.describe_picture, key=KEYS[1], notes="Look!", words=("boat",)))
    visit = open_classes(CLASS, part=class_page.LESSON)
    click(visit, f"remake_{KEYS[1]}")
    assert visit.session_state[class_memory.PART.name] == class_page.PREPARE
    job = wiring().queue.latest(CLASS)
    assert job
    job.done.result(LIMIT_S)
    (new,) = candidates(visit.run())
    assert "In the lesson: 3 pictures." in texts(visit)
    assert visit.button(key=f"replace_{new}").label.startswith("Replace picture 2 *")
    click(visit, f"replace_{new}")
    assert [picture.key for picture in state().pictures] == [KEYS[0], new, KEYS[2]]
    assert (state().pictures[1].notes, state().pictures[1].words) == ("Look!", ("boat",))
    assert candidates(visit) == [KEYS[1]], "the old one is not lost"


def test_a_rejected_picture_is_deleted_after_a_question(site: Site) -> None:
    make_class()
    visit = make(open_form())
    (key,) = candidates(visit)
    click(visit, f"reject_{key}")
    assert " · yellow tram\n" in texts(visit)
    assert site.store.inner.list_session(CLASS)
    confirm(visit, f"reject_{key}")
    assert "Deleted: 1 picture." in texts(visit)
    assert site.store.inner.list_session(CLASS) == []
    assert candidates(visit.run()) == []


def test_what_can_not_be_deleted_stays_and_says_why(site: Site) -> None:
    make_class()
    visit = make(open_form())
    (name,) = candidates(visit)
    key = parse_key(name)
    assert key
    site.store.keep_when_deleting(key, "Somebody holds it.")
    confirm(visit, f"reject_{name}")
    assert "Somebody holds it." in texts(visit)
    assert candidates(visit) == [name]


def test_keeping_in_a_class_that_somebody_changed_meanwhile(site: Site) -> None:
    make_class()
    visit = make(open_form())
    (key,) = candidates(visit)
    change(edits.lock)
    click(visit, f"keep_{key}")
    (alert,) = alerts(visit)
    assert "Somebody else changed this class meanwhile" in alert
    assert "pictures hidden" in texts(visit), "how it is now"
    click(visit, f"keep_{key}")
    assert alerts(visit) == []
    assert [picture.key for picture in state().pictures] == [key]
    assert state().locked


@pytest.mark.parametrize("method", ["list_session", "details"])
def test_a_store_that_is_away_is_told(site: Site, method: str) -> None:
    make_class()
    visit = make(open_form())
    (key,) = candidates(visit)
    site.store.fail_next(method, AWAY)
    click(visit, f"keep_{key}") if method == "details" else visit.run()
    assert not visit.exception
    assert len(alerts(visit)) == 1
    if method == "details":
        click(visit, f"keep_{key}")
        assert alerts(visit) == []


def test_documents_that_are_away_when_a_picture_is_kept(site: Site) -> None:
    make_class()
    visit = make(open_form())
    (key,) = candidates(visit)
    documents().fail_next("write", AWAY)
    click(visit, f"keep_{key}")
    assert len(alerts(visit)) == 1
    click(visit, f"keep_{key}")
    assert alerts(visit) == []
    assert len(state().pictures) == 1
