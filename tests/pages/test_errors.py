"""Every kind of trouble has words of its own, and the page works on."""

from __future__ import annotations

import pytest

from imagespeak_core import errors
from imagespeak_core.access.errors import TooManyTriesError, WrongPinError
from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.voices.errors import VoiceBusyError, VoiceError, VoiceUnreadyError
from pages.components.picture import picture_memory, prompt_memory
from pages.components.shell import messages
from tests.error_classes import all_errors
from tests.for_each import for_each
from tests.pages.visits import (
    GET,
    NEW,
    Site,
    alerts,
    open_page,
    picture_url,
    press,
    unfold,
    write,
)

WORDS = "A green boat on a lake"
SENTENCE = "A sentence that only a [test](http://example.com) *writes*."

ALL_CLASSES = all_errors()
ON_NO_PAGE = {
    errors.SettingsError,  # stops the server at its start
    errors.RefusedError,  # only its subclasses are raised
    errors.NoImagesError,  # the Lambda's
    errors.AddressExpiredError,  # answers a picture's address, not a page
    errors.ClaimLostError,  # whoever has lost it waits for the other server
    errors.ChangedMeanwhileError,  # the use cases make another one of it
    VoiceBusyError,  # so do these of a sentence's address
    VoiceError,
    VoiceUnreadyError,
    TooManyTriesError,  # answers the sign-in's form
    WrongPinError,  # as above
}
STORAGE = [
    kind
    for kind in ALL_CLASSES
    if issubclass(kind, errors.StorageError) and kind is not errors.KeyTakenError
]


def error_of(kind: type[ImageSpeakError]) -> ImageSpeakError:
    """One that is like those of the core."""
    if kind is errors.InvalidRequestError:
        return errors.InvalidRequestError("prompt", SENTENCE)
    if kind is errors.ModelSilentError:
        return errors.ModelSilentError(SENTENCE, retry_after_s=30)
    return kind(SENTENCE)


def name_of(kind: type[Exception]) -> str:
    return kind.__name__


def test_the_walk_is_over_the_whole_tree() -> None:
    assert len(ALL_CLASSES) >= 22
    assert set(messages.MESSAGES) <= set(ALL_CLASSES)


@for_each("kind", [kind for kind in ALL_CLASSES if kind not in ON_NO_PAGE], ids=name_of)
def test_every_error_that_a_page_can_meet_has_words_of_its_own(kind: type[ImageSpeakError]) -> None:
    unknown = messages.message_for(RuntimeError())
    assert messages.message_for(error_of(kind)) != unknown


@for_each("kind", ALL_CLASSES, ids=name_of)
def test_the_page_works_on_after(site: Site, kind: type[ImageSpeakError]) -> None:
    visit = write(open_page(f"learner-{name_of(kind)}"), WORDS)
    site.generator.fail_next_with(error_of(kind))
    press(visit, GET)
    assert not visit.exception
    (alert,) = alerts(visit)
    message = messages.message_for(error_of(kind))
    assert message.heading in alert
    assert message.next_step in alert
    assert "Traceback" not in alert
    assert not visit.image
    assert visit.text_area(key=prompt_memory.OWN_WORDS.name).value == WORDS

    press(visit, GET)
    assert alerts(visit) == []
    assert "green_boat_lake" in picture_url(visit)
    assert visit.text_area(key=prompt_memory.OWN_WORDS.name).value == WORDS


@pytest.mark.parametrize("button", [GET, NEW])
def test_a_press_right_after_a_failure_is_not_lost(site: Site, button: str) -> None:
    visit = write(open_page("learner"), WORDS)
    site.generator.fail_next_with(errors.PromptRefusedError(SENTENCE))
    press(visit, button)
    press(visit, button)
    assert bool(visit.image) != bool(alerts(visit)), "the picture, or again what went wrong"
    assert visit.text_area(key=prompt_memory.OWN_WORDS.name).value == WORDS


def test_other_words_right_after_a_failure_make_a_picture(site: Site) -> None:
    visit = write(open_page("learner"), WORDS)
    site.generator.fail_next_with(errors.PromptRefusedError(SENTENCE))
    press(visit, NEW)
    write(visit, "A red bus")
    press(visit, NEW)
    assert alerts(visit) == []
    assert "red_bus" in picture_url(visit)


@for_each("kind", STORAGE, ids=name_of)
def test_the_page_works_on_after_the_store_fails(site: Site, kind: type[ImageSpeakError]) -> None:
    site.generator.requests.clear()
    visit = write(open_page(f"learner-{name_of(kind)}"), WORDS)
    site.store.fail_next("list_session", error_of(kind))
    press(visit, GET)
    assert not visit.exception
    (alert,) = alerts(visit)
    assert messages.message_for(error_of(kind)).heading in alert
    assert messages.PICTURE_KEPT not in alert
    press(visit, GET)
    assert alerts(visit) == []
    assert picture_url(visit)
    assert len(site.generator.requests) == 1
    assert visit.text_area(key=prompt_memory.OWN_WORDS.name).value == WORDS


def test_a_store_that_is_away_when_the_address_is_opened(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    site.store.fail_next("list_session", errors.StorageUnreachableError(SENTENCE))
    visit = open_page("learner")
    assert not visit.exception
    assert len(alerts(visit)) == 1
    press(visit, GET)
    assert alerts(visit) == []
    assert "red_bus" in picture_url(visit)
    assert site.generator.requests == []


def test_a_store_that_is_away_when_get_is_pressed_leaves_the_picture(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    visit = open_page("learner")
    site.store.fail_next("list_session", errors.StorageTimeoutError(SENTENCE))
    press(visit, GET)
    assert len(alerts(visit)) == 1
    assert "red_bus" in picture_url(visit)
    assert site.generator.requests == []


def test_the_old_picture_stays_when_a_new_one_fails(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    visit = open_page("learner")
    site.generator.fail_next_with(errors.ModelTimeoutError(SENTENCE))
    press(visit, NEW)
    assert len(alerts(visit)) == 1
    assert "red_bus" in picture_url(visit)


def test_details_that_cannot_be_read_are_told_and_read_later(site: Site) -> None:
    site.add_picture("learner", "20250101_100000", "A red bus")
    visit = open_page("learner")
    site.store.fail_next("details", errors.StorageTimeoutError(SENTENCE))
    unfold(visit, picture_memory.DETAILS_OPEN.name)
    assert not visit.exception
    assert len(alerts(visit)) == 1
    visit.run()
    assert alerts(visit) == []


def test_our_own_mistake_is_told_without_its_traceback(site: Site) -> None:
    visit = write(open_page("learner"), WORDS)
    site.generator.fail_next_with(RuntimeError("inner secret"))
    press(visit, GET)
    assert not visit.exception
    (alert,) = alerts(visit)
    assert "our side" in alert
    assert "inner secret" not in alert
    press(visit, GET)
    assert picture_url(visit)


@pytest.mark.parametrize("words", ["", "   \n "])
def test_empty_words_are_told_before_anything_is_made(site: Site, words: str) -> None:
    visit = write(open_page("learner"), words)
    press(visit, GET)
    assert len(alerts(visit)) == 1
    assert site.generator.requests == []
    write(visit, WORDS)
    press(visit, GET)
    assert alerts(visit) == []
    assert picture_url(visit)


def test_what_an_error_says_for_the_owner_is_plain_text(site: Site) -> None:
    visit = open_page("learner")
    site.generator.fail_next_with(errors.ModelAccessError(SENTENCE))
    press(visit, GET)
    (alert,) = alerts(visit)
    assert "[test](" not in alert
    assert r"\[test\]\(" in alert


def test_an_old_failure_is_not_told_to_whoever_opens_the_page_later(site: Site) -> None:
    visit = open_page("learner")
    site.generator.fail_next_with(errors.ModelBusyError(SENTENCE))
    press(visit, GET)
    press(visit, GET)
    assert alerts(open_page("learner")) == []


def test_a_failure_is_told_to_whoever_reloads(site: Site) -> None:
    visit = open_page("learner")
    site.generator.fail_next_with(errors.ModelBusyError(SENTENCE))
    press(visit, GET)
    assert len(alerts(open_page("learner"))) == 1
    assert alerts(open_page("another")) == []
