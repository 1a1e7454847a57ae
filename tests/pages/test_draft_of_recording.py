"""A paid draft of a kept recording: its price first, one press, words to correct."""

from __future__ import annotations

from concurrent.futures import wait

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.recognisers.base import Draft
from imagespeak_core.recognisers.errors import RecogniserError
from imagespeak_core.speaking import recordings
from imagespeak_core.speaking.drafts.corrections import Correction
from imagespeak_core.speaking.recording import Recording
from imagespeak_core.speaking.tickets import new_ticket
from pages.components.shell.wiring import wiring
from pages.components.speaking import own_key, results_memory, speaking_memory
from pages.components.speaking.draft import draft_memory, first_draft
from pages.components.speaking.draft.draft_memory import Changes
from tests.core.test_speaking_drafts_of_recordings import DRAFT, FakeTranscriber, begun
from tests.pages.visits import Site, alerts, open_page, press
from tests.speaking_rig import LIMITS, MadeSound

SESSION = "image-speak"
ASK = "draft_of_recording_ask"


@pytest.fixture
def transcriber(site: Site, monkeypatch: pytest.MonkeyPatch) -> FakeTranscriber:
    monkeypatch.setattr(own_key, "learner_key", lambda: "a" * 27)
    fake = FakeTranscriber()
    site.add_picture(SESSION, "20261101_100000", "A dog in a park")
    object.__setattr__(wiring().services, "transcriber", fake)
    return fake


def visit_with_recording() -> tuple[AppTest, Recording]:
    """The practice page of somebody who has just kept a recording."""
    visit = open_page(SESSION)
    recording = keep_one()
    return look_at(visit, recording), recording


def keep_one() -> Recording:
    services = wiring().services
    [image] = services.store.list_session(SESSION)
    ticket = new_ticket(
        session_id=SESSION,
        learner=own_key.learner(),
        picture=str(image.key),
        now=services.now(),
    )
    return recordings.keep(services, ticket, MadeSound(), limits=LIMITS)


def look_at(visit: AppTest, recording: Recording) -> AppTest:
    visit.session_state[speaking_memory.KEPT_RECORDING.name] = recording.stem
    return visit.run()


def has_press(visit: AppTest) -> bool:
    return any(button.key == ASK for button in visit.button)


def sentences(visit: AppTest) -> str:
    return " ".join(one.value for one in visit.caption)


def after(visit: AppTest) -> AppTest:
    """The page when the draft has come."""
    wait(list(wiring().recording_drafts._running.values()))
    return visit.run()


def test_nothing_is_offered_before_keep_or_where_nobody_is_set(
    transcriber: FakeTranscriber,
) -> None:
    assert not has_press(open_page(SESSION))
    object.__setattr__(wiring().services, "transcriber", None)
    visit, _ = visit_with_recording()
    assert not has_press(visit)


def test_the_price_is_told_first_and_a_press_brings_words_to_correct(
    transcriber: FakeTranscriber,
) -> None:
    visit, recording = visit_with_recording()
    assert "It costs about \\$1.00." in sentences(visit)
    assert "Amazon gets your recording" in sentences(visit)
    assert transcriber.asked == []
    transcriber.may_go_on.clear()
    press(visit, ASK)
    assert "Amazon listens to your recording." in sentences(visit)
    assert not has_press(visit)
    transcriber.may_go_on.set()
    after(visit)
    shown = visit.session_state[draft_memory.DRAFT.name]
    assert (shown.recording, shown.draft, shown.heard_by) == (recording.stem, DRAFT, "transcribe")
    assert visit.session_state[speaking_memory.WORDS.name] == "", "a draft is nobody's words yet"
    assert not has_press(visit)


def test_it_comes_as_all_drafts_do(transcriber: FakeTranscriber) -> None:
    visit, recording = visit_with_recording()
    picture = recording.picture
    changes = Changes(picture, (Correction("dock", "dog", "", ""),))
    visit.session_state[draft_memory.CHANGES.name] = changes
    transcriber.may_go_on.clear()
    press(visit, ASK)
    moved = visit.session_state[results_memory.MOVED.name]
    assert moved.rests == "draft_of_recording", "the press goes, and the keyboard stays near"
    transcriber.may_go_on.set()
    after(visit)
    assert draft_memory.CHANGES.name not in visit.session_state
    assert visit.session_state[draft_memory.NEWS.name] == (
        "Here is a first draft: 2 words, 1 of them not sure. Please correct it."
    )
    later = visit.session_state[results_memory.MOVED.name]
    assert later.about > moved.about
    assert (later.shows, later.rests) == (first_draft.PLACE, first_draft.PLACE)

    shown = visit.session_state[draft_memory.DRAFT.name]
    visit.session_state[draft_memory.DRAFT.name] = None
    visit.session_state[draft_memory.THROWN.name] = shown
    visit.run()
    assert "It costs nothing now." in sentences(visit)
    assert "Amazon gets your recording" not in sentences(visit), "it is not sent again"
    after(press(visit, ASK))
    assert visit.session_state[draft_memory.DRAFT.name] == shown, "asked for again, it is there"
    assert len(transcriber.asked) == 1


def test_a_paid_draft_is_there_at_a_press_when_the_page_was_opened_again(
    transcriber: FakeTranscriber,
) -> None:
    visit, recording = visit_with_recording()
    after(press(visit, ASK))
    again = open_page(SESSION)
    assert again.session_state[speaking_memory.KEPT_RECORDING.name] == ""
    assert "in the last recording that you kept. It costs nothing now." in sentences(again)
    after(press(again, ASK))
    shown = again.session_state[draft_memory.DRAFT.name]
    assert (shown.recording, shown.draft) == (recording.stem, DRAFT)
    assert not has_press(again)
    assert len(transcriber.asked) == 1


def test_an_older_recording_is_not_offered_where_a_new_one_is_looked_at(
    transcriber: FakeTranscriber,
) -> None:
    _, recording = visit_with_recording()
    again = open_page(SESSION)
    assert has_press(again)
    recorded = {recording.picture: "r2"}
    again.session_state[draft_memory._RECORDED.name] = recorded
    assert not has_press(again.run())


def test_a_failure_is_told_and_can_be_tried_again(transcriber: FakeTranscriber) -> None:
    transcriber.troubles = [RecogniserError("Try again.")]
    visit, _ = visit_with_recording()
    press(visit, ASK)
    after(visit)
    assert any("not written down" in alert for alert in alerts(visit))
    assert has_press(visit)
    assert visit.session_state[results_memory.MOVED.name].focuses == (ASK,)


def test_what_goes_on_has_no_price_any_more(transcriber: FakeTranscriber) -> None:
    transcriber.troubles = [begun()]
    visit, _ = visit_with_recording()
    press(visit, ASK)
    after(visit)
    assert has_press(visit)
    assert "It costs nothing now." in sentences(visit)


def test_nobody_heard_is_told(
    transcriber: FakeTranscriber, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transcriber, "recognise", lambda *_, **__: Draft(()))
    visit, _ = visit_with_recording()
    press(visit, ASK)
    after(visit)
    assert any("I could not hear you" in told.value for told in visit.info)
    assert draft_memory.DRAFT.name not in visit.session_state
    assert visit.session_state[results_memory.MOVED.name].focuses == (ASK,)


def test_what_became_of_one_recording_is_not_told_of_another(
    transcriber: FakeTranscriber, monkeypatch: pytest.MonkeyPatch
) -> None:
    transcriber.troubles = [RecogniserError("Try again.")]
    visit, failed = visit_with_recording()
    after(press(visit, ASK))
    assert any("not written down" in alert for alert in alerts(visit))

    monkeypatch.setattr(transcriber, "recognise", lambda *_, **__: Draft(()))
    silent = keep_one()
    look_at(visit, silent)
    assert has_press(visit)
    assert alerts(visit) == []
    after(press(visit, ASK))
    assert any("I could not hear you" in told.value for told in visit.info)

    look_at(visit, keep_one())
    assert has_press(visit)
    assert "It costs about" in sentences(visit)
    assert (alerts(visit), list(visit.info)) == ([], [])
    assert any("not written down" in alert for alert in alerts(look_at(visit, failed)))


def test_another_recording_is_asked_for_while_one_is_listened_to(
    transcriber: FakeTranscriber,
) -> None:
    visit, one = visit_with_recording()
    other = keep_one()
    transcriber.may_go_on.clear()
    press(visit, ASK)
    press(look_at(visit, other), ASK)
    for recording in (one, other):
        look_at(visit, recording)
        assert "Amazon listens to your recording." in sentences(visit)
        assert not has_press(visit)
    transcriber.may_go_on.set()
    after(visit)
    for recording in (other, one):
        look_at(visit, recording)
        shown = visit.session_state[draft_memory.DRAFT.name]
        assert (shown.recording, shown.draft) == (recording.stem, DRAFT)
    assert len(transcriber.asked) == 2
