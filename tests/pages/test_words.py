"""A learner's own words: looked at, disputed, kept and opened again, without a browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Literal

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.errors import StorageFullError, StorageTimeoutError, StorageUnreachableError
from imagespeak_core.generators.illustrator.generator import MODEL_ID
from imagespeak_core.generators.illustrator.illustrator import Drawing, draw
from imagespeak_core.generators.illustrator.scene_json import scene_to_json
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey, clean_prompt
from imagespeak_core.speaking import attempts, recordings
from imagespeak_core.speaking.attempt import Attempt, Disputed
from imagespeak_core.speaking.keeping import keep_or_wait
from imagespeak_core.speaking.learner import key_hash, new_key
from imagespeak_core.speaking.limits import limits_of
from imagespeak_core.speaking.recording import Recording
from imagespeak_core.speaking.speech import Speech
from imagespeak_core.speaking.tickets import new_ticket
from imagespeak_core.speaking.waiting import KIND, WaitingRecording, list_waiting
from imagespeak_core.stores.recordings import RecordingStore
from pages.components.picture import picture_memory, prompt_memory
from pages.components.shell.wiring import wiring
from pages.components.speaking import own_key, results_memory, speaking_memory
from tests.pages.stand_ins import WatchedDocuments, plain_png
from tests.pages.visits import Site, alerts, open_page, parts_told

SESSION = "talk"
PROMPT = "Two women with a red umbrella and three dogs in a park, and a man sits on a bench"
WORDS = "A man sits on a bench in the park. There are four dogs."
MINE = new_key()


@pytest.fixture(autouse=True)
def _one_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every visit is made with the same learner's key."""
    monkeypatch.setattr(own_key, "learner_key", lambda: MINE)


@cache
def _drawing() -> Drawing:
    return draw(PROMPT, seed=4, width_px=512, height_px=512)


def _add(site: Site, *, second: int = 0, scene: str | None = None, prompt: str = PROMPT) -> str:
    """A picture in the store; gives its key."""
    request = ImageRequest(SESSION, prompt, seed=4)
    key = ImageKey(SESSION, f"20261129_1200{second:02}", 0, clean_prompt(prompt))
    if scene is None:
        scene = scene_to_json(_drawing().scene)
    image = GeneratedImage(plain_png(7, 256, 256), seed=4, model=MODEL_ID, duration_ms=9)
    png = embed(image.png, ImageDetails.of(key, request, image), scene=scene)
    site.store.inner.put(key, png, {})
    return str(key)


def _check(visit: AppTest, words: str) -> AppTest:
    visit.text_area(key=speaking_memory.WORDS.name).set_value(words)
    return visit.button(key="check_words").click().run()


def _press(visit: AppTest, key: str) -> AppTest:
    return visit.button(key=key).click().run()


def _headings(visit: AppTest) -> list[str]:
    return [str(heading.value) for heading in visit.subheader]


def _says(visit: AppTest) -> str:
    """All texts, without what keeps signs from being Markdown."""
    parts = (*visit.markdown, *visit.caption, *visit.info)
    return "\n".join(str(part.value) for part in parts).replace("\\", "")


def _keys(visit: AppTest, prefix: str) -> list[str]:
    return [str(button.key) for button in visit.button if str(button.key).startswith(prefix)]


def _kept() -> list[Attempt]:
    return attempts.list_attempts(wiring().services, SESSION, key_hash(MINE))


def _unfold(visit: AppTest) -> AppTest:
    visit.session_state[results_memory.LIST_OPEN.name] = True
    return visit.run()


def test_words_are_looked_at_and_each_answer_comes_step_by_step(site: Site) -> None:
    _add(site)
    visit = open_page(SESSION)
    assert _headings(visit) == []
    _check(visit, WORDS)
    assert not visit.exception
    assert alerts(visit) == []
    assert _headings(visit) == [
        "In the picture",
        "Not found in your words",
        "Look again",
        "How you said it",
    ]
    assert "What to do next:** Look again: how many dogs are there?" in _says(visit)
    (kept,) = _kept()
    assert (kept.words, kept.level, kept.disputed) == (WORDS, "A2", ())
    assert {one.item for one in kept.said} >= {"man", "bench", "park"}

    woman = next(at for at, one in enumerate(kept.not_found) if one.item == "woman")
    assert woman == 0, "people come first"
    assert "**woman**" not in _says(visit)
    _press(visit, "answer_0")
    assert "**woman**" in _says(visit)
    assert kept.not_found[0].sentence not in _says(visit)
    _press(visit, "answer_0")
    assert kept.not_found[0].sentence.split(",")[0].rstrip(".") in _says(visit)
    assert "answer_0" not in _keys(visit, "answer_")

    assert "three dogs" not in _says(visit)
    _press(visit, "show_there_0")
    assert "In the picture: **three dogs**" in _says(visit)


def test_what_is_not_found_is_listed_a_few_at_a_time(site: Site) -> None:
    _add(site)
    visit = _check(open_page(SESSION), "I see the sun.")
    (kept,) = _kept()
    assert len(kept.not_found) > 3
    assert len(_keys(visit, "did_say_")) == 3
    _press(visit, "not_found_more")
    assert len(_keys(visit, "did_say_")) == min(6, len(kept.not_found))


def test_each_judgement_can_be_disputed_and_undone(site: Site) -> None:
    _add(site)
    visit = _check(open_page(SESSION), WORDS)
    left = len(_kept()[0].not_found)
    _press(visit, "did_say_0")
    assert _kept()[0].disputed == (Disputed("not_found", 0),)
    assert "As you say: *woman*" in _says(visit)
    assert "did_say_0" not in _keys(visit, "did_say_")

    _press(visit, "is_there_0")
    assert _kept()[0].disputed == (Disputed("not_found", 0), Disputed("not_so", 0))
    assert "Look again" not in _headings(visit)
    assert "As you say: *four dogs*" in _says(visit)
    assert "how many dogs" not in _says(visit), "it counts for the next step"

    _press(visit, "undo_1")
    _press(visit, "undo_0")
    assert _kept()[0].disputed == ()
    assert "Look again" in _headings(visit)
    assert "did_say_0" in _keys(visit, "did_say_")
    assert len(_kept()[0].not_found) == left


def test_a_press_on_what_was_found_in_the_words_before_does_nothing(site: Site) -> None:
    _add(site)
    visit = _check(open_page(SESSION), WORDS)
    visit.text_area(key=speaking_memory.WORDS.name).set_value("Hello.")
    visit.button(key="check_words").click()
    for stale in ("show_there_0", "where_not_so_0", "did_say_0", "is_there_0"):
        visit.button(key=stale).click()
    visit.run()
    assert not visit.exception
    assert alerts(visit) == []
    assert "Look again" not in _headings(visit)
    assert [(one.words, one.disputed) for one in _kept()] == [("Hello.", ()), (WORDS, ())]


def test_an_attempt_that_was_deleted_in_another_tab_is_drawn_and_kept_anew(site: Site) -> None:
    _add(site)
    visit = _check(open_page(SESSION), WORDS)
    gone = _kept()[0].attempt_id
    attempts.delete_all(wiring().services, SESSION, key_hash(MINE))
    _press(visit, "draw_words")
    assert not [one for one in visit.image if gone in str(one.value)], "it leads nowhere"
    assert "Your words, drawn" in _headings(visit)
    assert "This attempt is gone." in _says(visit)
    _unfold(visit)
    assert "There are none yet." in _says(visit)
    _press(visit, "check_words")
    assert [one.words for one in _kept()] == [WORDS]


def test_a_press_outlines_and_another_one_does_no_more(site: Site) -> None:
    _add(site)
    visit = _check(open_page(SESSION), WORDS)
    outlined = results_memory.OUTLINED.name
    _press(visit, "where_not_found_0")
    assert visit.session_state[outlined] == "not_found 0"
    assert "material/visibility: Look " in _says(visit)
    _press(visit, "where_not_so_0")
    assert visit.session_state[outlined] == "not_so 0"
    _press(visit, "where_not_so_0")
    assert visit.session_state[outlined] == ""
    _press(visit, "where_not_so_0")
    _check(visit, f"{WORDS} It is day.")
    assert outlined not in visit.session_state, "the words are others"


def test_the_same_words_are_one_attempt_and_other_words_another(site: Site) -> None:
    _add(site)
    visit = _check(open_page(SESSION), WORDS)
    _press(visit, "check_words")
    assert len(_kept()) == 1
    _check(visit, f"{WORDS} The sky is blue.")
    assert [one.words for one in _kept()] == [f"{WORDS} The sky is blue.", WORDS]

    _unfold(visit)
    assert "2 attempts." in _says(visit)
    _press(visit, "open_attempt_1")
    assert visit.text_area(key=speaking_memory.WORDS.name).value == WORDS
    assert len(_kept()) == 2, "opening makes none"
    assert not visit.exception


def test_a_press_whose_run_was_ended_is_not_kept_twice(site: Site) -> None:
    key = _add(site)
    visit = _check(open_page(SESSION), WORDS)
    del visit.session_state[results_memory.CHECKED.name]  # it was kept, then the run ended
    visit.session_state[results_memory.BEING_KEPT.name] = (key, WORDS)
    _press(visit, "check_words")
    assert len(_kept()) == 1
    assert "How you said it" in _headings(visit)


def test_attempts_are_deleted_after_a_question(site: Site) -> None:
    _add(site)
    visit = _check(open_page(SESSION), WORDS)
    _check(visit, "A man sits.")
    _check(visit, "Three dogs.")
    _unfold(visit)
    newest = _kept()[0].attempt_id
    _press(visit, f"delete_{newest}")
    assert len(_kept()) == 3
    _press(visit, f"delete_no_{newest}")
    _press(visit, f"delete_{newest}")
    _press(visit, f"delete_yes_{newest}")
    assert newest not in {one.attempt_id for one in _kept()}
    assert len(_kept()) == 2
    assert "In the picture" not in _headings(visit), "what was found goes with it"
    _press(visit, "delete_all")
    _press(visit, "delete_yes_all")
    assert _kept() == []
    assert visit.text_area(key=speaking_memory.WORDS.name).value == "Three dogs."
    assert not visit.exception


def test_a_reload_shows_the_newest_attempt_again(site: Site) -> None:
    _add(site)
    visit = _check(open_page(SESSION), WORDS)
    _check(visit, f"{WORDS} It is day.")
    _press(visit, "did_say_0")
    before = _headings(visit)

    again = open_page(SESSION)
    assert again.text_area(key=speaking_memory.WORDS.name).value == f"{WORDS} It is day."
    assert _headings(again) == before
    assert "As you say: *woman*" in _says(again)
    assert len(_kept()) == 2


def test_another_learner_sees_nothing_of_it(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    _add(site)
    _check(open_page(SESSION), WORDS)
    theirs = new_key()
    monkeypatch.setattr(own_key, "learner_key", lambda: theirs)
    other = open_page(SESSION)
    assert other.text_area(key=speaking_memory.WORDS.name).value == ""
    assert _headings(other) == []


def test_words_belong_to_their_picture(site: Site) -> None:
    first = _add(site)
    visit = _check(open_page(SESSION), WORDS)
    second = _add(site, second=5)
    visit.session_state[picture_memory.IMAGES.name] = wiring().services.store.list_session(SESSION)
    visit.run()
    words = speaking_memory.WORDS.name
    assert visit.text_area(key=words).value == ""
    assert _headings(visit) == []
    visit.text_area(key=words).set_value("Not ready yet").run()
    images = {str(image.key): image.key for image in visit.session_state["of_session_images"]}
    for picture, there in ((first, WORDS), (second, "Not ready yet"), (first, WORDS)):
        visit.session_state[picture_memory.CHOSEN_KEY.name] = images[picture]
        visit.run()
        assert visit.text_area(key=words).value == there
        assert ("In the picture" in _headings(visit)) is (picture == first)
    _unfold(visit)
    visit.session_state[picture_memory.CHOSEN_KEY.name] = images[second]
    visit.run()
    _press(visit, "open_attempt_0")
    assert visit.session_state[picture_memory.CHOSEN_KEY.name] == images[first]
    assert "In the picture" in _headings(visit)


def test_words_are_asked_for_where_none_are_there(site: Site) -> None:
    _add(site)
    visit = open_page(SESSION)
    _press(visit, "check_words")
    assert "Write what you said" in _says(visit)
    _check(visit, " \n ")
    assert "Write what you said" in _says(visit)
    _check(visit, "many words " * 500)
    assert "5,499 characters. Up to 5,000" in _says(visit)
    assert _kept() == []
    _check(visit, "Ein Mann sitzt auf einer Bank")
    assert "Only English words" in _says(visit)
    assert not visit.exception


def test_a_models_picture_is_compared_with_its_prompt_and_says_so(site: Site) -> None:
    _add(site, scene="")
    visit = _check(open_page(SESSION), WORDS)
    assert "Nobody knows what this picture really shows." in _says(visit)
    assert "Look again" not in _headings(visit)
    assert {"In the picture", "Not found in your words"} <= set(_headings(visit))
    assert "among the words that it was made from" in _says(visit)
    assert "are in the picture" not in _says(visit), "nobody knows"
    assert _kept()[0].held_against == "prompt"


def test_where_nothing_is_known_there_are_counts_alone(site: Site) -> None:
    key = ImageKey(SESSION, "20261129_120000", 0, "old")
    site.store.inner.put(key, plain_png(1, 256, 256), {})
    visit = _check(open_page(SESSION), WORDS)
    assert _headings(visit) == ["How you said it"]
    assert "can't be compared" in _says(visit)


@pytest.mark.parametrize("trouble", ["rights", "store"])
def test_results_are_shown_where_attempts_are_not_kept(
    site: Site, trouble: Literal["rights", "store"], monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(site)
    if trouble == "rights":
        wiring().services.recordings.rights.note(may=False)
    else:

        def fail(*_: object, **__: object) -> None:
            raise StorageTimeoutError("too slow")

        monkeypatch.setattr(attempts, "create_attempt", fail)
    visit = _check(open_page(SESSION), WORDS)
    assert "In the picture" in _headings(visit)
    sentences = {"rights": "are not kept here", "store": "can't be kept just now"}
    assert _says(visit).count(sentences[trouble]) == 1
    _press(visit, "did_say_0")
    assert "As you say: *woman*" in _says(visit)
    assert not visit.exception
    assert alerts(visit) == []


def test_a_store_that_could_not_tell_is_asked_again_and_nothing_is_said_not_to_be_there(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(site)
    _check(open_page(SESSION), WORDS)
    visit = open_page(SESSION)
    with monkeypatch.context() as down:

        def fail(*_: object, **__: object) -> None:
            raise StorageTimeoutError("too slow")

        down.setattr(attempts, "list_attempts", fail)
        visit = _unfold(open_page(SESSION))
    assert _says(visit).count("can't be kept just now") == 1
    assert "There are none yet" not in _says(visit)
    _check(visit, "There is a dog.")
    assert {"open_attempt_0", "open_attempt_1"} <= set(_keys(visit, "open_attempt_"))
    assert "can't be kept just now" not in _says(visit)
    assert not visit.exception


def test_a_store_that_is_down_is_said_where_the_picture_can_not_be_read(site: Site) -> None:
    _add(site)
    visit = open_page(SESSION)
    site.store.fail_next("scene", StorageTimeoutError("too slow"))
    _check(visit, WORDS)
    assert any("too slow" in alert for alert in alerts(visit))
    assert _headings(visit) == []
    _press(visit, "check_words")
    assert "In the picture" in _headings(visit)


@dataclass(frozen=True, slots=True)
class _Sound:
    speech: Speech
    ending: Literal["webm"] = "webm"
    content: bytes = b"sound"


def _keep_recording(picture: str, at: datetime | None = None, *, key: str = MINE) -> Recording:
    wired = wiring()
    services = wired.services
    now = at or services.now()
    ticket = new_ticket(session_id=SESSION, learner=key_hash(key), picture=picture, now=now)
    return recordings.keep(
        services, ticket, _Sound(Speech(31.2, True, 24.4, 2, 3.1)), limits=limits_of(wired.settings)
    )


def test_what_was_heard_is_told_with_how_it_was_got(site: Site) -> None:
    picture = _add(site)
    visit = open_page(SESSION)
    heard = Speech(20.4, True, 15.2, 1, 2.0)
    visit.session_state[speaking_memory.HEARD.name] = heard
    visit.run()
    assert _headings(visit) == ["How you said it"]
    assert "**Seconds spoken:** 15 of 20" in _says(visit)
    assert "your own browser" in _says(visit)
    _check(visit, WORDS)
    assert "**Words a minute:** about 51" in _says(visit)
    assert (_kept()[0].speech, _kept()[0].speech_from) == (heard, "browser")

    kept = _keep_recording(picture)
    visit.session_state[speaking_memory.KEPT_RECORDING.name] = kept.stem
    visit.session_state[speaking_memory.HEARD.name] = kept.speech
    visit.run()
    assert "**Seconds spoken:** 24 of 31" in _says(visit)
    assert "this site's server" in _says(visit)
    (attempt,) = _kept()
    assert (attempt.speech_from, attempt.recording) == ("recording", kept.stem)
    assert attempt.speech == kept.speech

    later = Speech(40, True, 33.3, 0, 0)
    visit.session_state[speaking_memory.KEPT_RECORDING.name] = ""
    visit.session_state[speaking_memory.HEARD.name] = later
    visit.run()
    assert "**Seconds spoken:** 33 of 40" in _says(visit)
    assert _kept() == [attempt], "it has its recording"
    _press(visit, "check_words")
    assert [one.speech for one in _kept()] == [later, kept.speech]
    _unfold(visit)
    _press(visit, "open_attempt_1")
    assert "**Seconds spoken:** 24 of 31" in _says(visit)
    _press(visit, "check_words")
    assert len(_kept()) == 2

    again = open_page(SESSION)
    assert "**Seconds spoken:** 33 of 40" in _says(again)
    assert not again.exception


def test_the_next_step_follows_what_was_heard_at_once(site: Site) -> None:
    _add(site)
    visit = _check(open_page(SESSION), f"{PROMPT}. Some trees and some birds are there.")
    assert "Speak a little longer" not in _says(visit)
    visit.session_state[speaking_memory.HEARD.name] = Speech(12, True, 8, 0, 0)
    visit.run()
    assert "Speak a little longer" in _says(visit)


def test_nobody_is_asked_to_speak_longer_than_the_task_lets(site: Site) -> None:
    _add(site)
    visit = open_page(SESSION)
    visit.selectbox(key="speaking_task").select("TOEIC: describe a picture").run()
    visit.selectbox(key=prompt_memory.LEVEL.name).select("B2").run()
    visit.session_state[speaking_memory.HEARD.name] = Speech(20, True, 19, 0, 0)
    visit.run()
    _check(visit, f"{PROMPT}. Some trees and some birds are there.")
    assert "Speak a little longer: try 30 seconds." in _says(visit)
    visit.session_state[speaking_memory.HEARD.name] = Speech(30, True, 29, 0, 0)
    visit.run()
    assert "Speak a little longer" not in _says(visit)

    _check(visit, f"{PROMPT}. Some trees are there.")
    _unfold(visit)
    _press(visit, "open_attempt_1")
    assert "**Seconds spoken:** 29 of 30" in _says(visit)
    assert "Speak a little longer" not in _says(visit)


def test_a_voice_that_nobody_heard_is_no_figure(site: Site) -> None:
    _add(site)
    visit = open_page(SESSION)
    visit.session_state[speaking_memory.HEARD.name] = Speech(12)
    visit.run()
    assert "No voice was heard" in _says(visit)
    assert "Seconds spoken" not in _says(visit)


def _recorder(visit: AppTest) -> dict[str, Any]:
    (told,) = parts_told(visit, "recorder")
    return told


def test_recordings_are_heard_at_a_fresh_address_and_deleted(site: Site) -> None:
    kept = _keep_recording(_add(site))
    visit = _unfold(open_page(SESSION))
    assert "31 s" in _says(visit)
    assert not visit.get("audio")
    _press(visit, "play_0")
    (player,) = visit.get("audio")
    assert f"/recordings/{kept.stem}.webm?" in player.proto.url
    visit.session_state[speaking_memory.KEPT_RECORDING.name] = kept.stem
    assert _recorder(visit.run())["kept"] == kept.stem
    _press(visit, f"delete_recording_{kept.stem}")
    _press(visit, f"delete_yes_recording_{kept.stem}")
    assert not visit.get("audio")
    told = _recorder(visit)
    gone = [kept.stem, kept.upload]
    assert (told["kept"], told["gone"]) == ("", gone), "the recorder has it no more"
    assert recordings.list_recordings(wiring().services, SESSION, key_hash(MINE)) == []
    assert not visit.exception


@pytest.mark.parametrize("key", [new_key(), MINE], ids=["of another learner", "of the same"])
def test_what_has_the_name_of_a_deleted_recording_is_not_heard_in_its_place(
    site: Site, key: str
) -> None:
    picture, at = _add(site), wiring().services.now()
    mine = _keep_recording(picture, at)
    visit = _unfold(open_page(SESSION))
    _press(visit, "play_0")
    recordings.delete_recording(wiring().services, SESSION, mine.stem, key_hash(MINE))
    assert _keep_recording(picture, at, key=key).stem == mine.stem
    _press(visit, "play_0")
    assert not visit.get("audio"), "nor at the address of before"
    assert "This recording is gone." in _says(visit)
    assert bool(_keys(visit, "play_")) == (key == MINE)
    assert not visit.exception


def test_a_store_that_fails_at_playing_is_told_and_the_list_stays(site: Site) -> None:
    _keep_recording(_add(site))
    visit = _unfold(open_page(SESSION))
    documents = wiring().services.documents
    assert isinstance(documents, WatchedDocuments)
    documents.fail_next("read", StorageTimeoutError("It took too long."))
    _press(visit, "play_0")
    assert "Your recordings can't be reached just now." in _says(visit)
    assert not visit.get("audio")
    assert _keys(visit, "play_0")
    assert not visit.exception


def test_a_recording_and_an_attempt_of_the_same_second_stand_beside_each_other(site: Site) -> None:
    picture = _add(site)
    _check(open_page(SESSION), WORDS)
    (attempt,) = _kept()
    assert _keep_recording(picture, attempt.created_at).stem == attempt.attempt_id
    visit = _unfold(open_page(SESSION))
    assert not visit.exception
    _press(visit, f"delete_recording_{attempt.attempt_id}")
    assert "Delete this recording?" in _says(visit)
    assert "Delete this attempt?" not in _says(visit)


@pytest.mark.parametrize("use", ["list_recordings", "delete_recording", "delete_all_recordings"])
def test_what_the_store_tells_its_owner_is_not_told_beside_the_recordings(
    site: Site, use: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = _add(site)
    stem, _ = (_keep_recording(picture).stem for _ in range(2))

    def fail(*_: object, **__: object) -> None:
        raise StorageFullError("No room is left in '/srv'. Make room.")

    monkeypatch.setattr(recordings, use, fail)
    visit = _unfold(open_page(SESSION))
    if use != "list_recordings":
        name = f"recording_{stem}" if use == "delete_recording" else "all recordings"
        _press(visit, f"delete_{name}")
        _press(visit, f"delete_yes_{name}")
    assert _says(visit).count("Your recordings can't be reached just now.") == 1
    assert "/srv" not in _says(visit)
    assert not visit.exception


def test_all_recordings_are_deleted_at_once(site: Site) -> None:
    picture = _add(site)
    kept = [_keep_recording(picture) for _ in range(3)]
    visit = _unfold(open_page(SESSION))
    visit.session_state[speaking_memory.KEPT_RECORDING.name] = kept[-1].stem
    visit.run()
    _press(visit, "delete_all recordings")
    assert "Delete all 3 recordings?" in _says(visit)
    _press(visit, "delete_yes_all recordings")
    assert recordings.list_recordings(wiring().services, SESSION, key_hash(MINE)) == []
    assert not _keys(visit, "play_")
    names = [name for one in kept for name in (one.stem, one.upload)]
    assert _recorder(visit)["gone"] == sorted(names)
    assert results_memory.MOVED.name in visit.session_state
    assert visit.session_state[results_memory.MOVED.name].focuses == ("attempt_list",)
    assert not visit.exception


def _wait(picture: str, *, key: str = MINE) -> WaitingRecording:
    """Keep a recording while the store is away."""
    wired = wiring()
    services, sound = wired.services, _Sound(Speech(31.2, True, 24.4, 2, 3.1))
    ticket = new_ticket(
        session_id=SESSION, learner=key_hash(key), picture=picture, now=services.now()
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RecordingStore, "create", _fail)
        kept = keep_or_wait(services, ticket, sound, limits=limits_of(wired.settings))
    assert isinstance(kept, WaitingRecording)
    return kept


def _fail(*_: object, **__: object) -> None:
    raise StorageUnreachableError("There is no way to '/srv'.")


def test_what_waits_for_the_store_is_told_and_listed_as_soon_as_it_is_stored(site: Site) -> None:
    picture = _add(site)
    _wait(picture)
    _wait(picture, key=new_key())
    visit = _unfold(open_page(SESSION))
    assert "1 recording is being stored." in _says(visit)
    _wait(picture)
    assert "2 recordings are being stored." in _says(visit.run())
    assert not _keys(visit, "play_")

    spool = wiring().services.spool
    assert spool
    items = spool.pending(KIND)
    spool.start()
    for item in items:
        item.end.result(60)
    visit.run()
    assert "being stored" not in _says(visit)
    assert len(_keys(visit, "play_")) == 2
    assert not visit.exception


def test_what_waits_is_told_while_nothing_can_be_listed_and_both_when_it_can(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = _keep_recording(_add(site))
    waiting = _wait(kept.picture)
    listed = recordings.list_recordings
    monkeypatch.setattr(recordings, "list_recordings", _fail)
    visit = _unfold(open_page(SESSION))
    assert "1 recording is being stored." in _says(visit)
    assert "Your recordings can't be reached just now." in _says(visit)
    monkeypatch.setattr(recordings, "list_recordings", listed)
    spool = wiring().services.spool
    assert spool
    spool.start()
    spool.pending(KIND)[0].end.result(60)
    visit.run()
    assert "can't be reached" not in _says(visit)
    stored = recordings.list_recordings(wiring().services, SESSION, key_hash(MINE))
    assert [one.upload for one in stored] == [waiting.ticket.upload, kept.upload]
    assert len(_keys(visit, "play_")) == 2


@pytest.mark.parametrize("has_one_stored", [True, False])
def test_what_waits_is_deleted(site: Site, has_one_stored: bool) -> None:
    picture = _add(site)
    kept = _keep_recording(picture) if has_one_stored else None
    waiting = _wait(picture)
    others = _wait(picture, key=new_key())
    visit = _unfold(open_page(SESSION))
    if kept:
        _press(visit, "delete_all recordings")
        assert "Delete all 2 recordings?" in _says(visit)
        _press(visit, "delete_yes_all recordings")
        assert kept.stem in _recorder(visit)["gone"]
    else:
        _press(visit, "delete_waiting recordings")
        assert "Delete the recording that is being stored?" in _says(visit)
        _press(visit, "delete_yes_waiting recordings")
    assert "being stored" not in _says(visit)
    assert waiting.ticket.upload in _recorder(visit)["gone"]
    assert list_waiting(wiring().services, SESSION) == [others]
    assert not visit.exception


def test_what_has_ended_is_listed_no_more(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    _add(site)
    visit = _unfold(_check(open_page(SESSION), WORDS))
    assert _keys(visit, "open_attempt_0")
    services = wiring().services
    later = services.now() + timedelta(days=31)
    monkeypatch.setattr(type(services), "now", lambda _: later, raising=False)
    visit.run()
    assert not _keys(visit, "open_attempt_")
