"""A first draft on the server's side: what is believed of it, and when it becomes words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from imagespeak_core.models import StoredImage
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.recognisers.base import Draft, DraftWord, HeardBy
from pages.components.picture import picture_memory
from pages.components.shell.kept import Kept
from pages.components.shell.wiring import wiring
from pages.components.speaking import recorder, results_memory, speaking_memory
from pages.components.speaking.draft import draft_memory, first_draft, told_draft
from pages.components.speaking.draft.draft_memory import Corrected, ShownDraft
from tests.for_each import for_each
from tests.pages.visits import Site, open_page, parts_told

SESSION = "image-draft"
WORDS = [
    {"text": "a", "sure": True},
    {"text": "dock", "sure": False},
    {"text": "sits.", "sure": True},
]
GIVEN: dict[str, Any] = {
    "id": "r1",
    "picture": "p1",
    "draft": "d1",
    "heard_by": "browser",
    "words": WORDS,
}
DRAFT = Draft((DraftWord("a", True), DraftWord("dock", False), DraftWord("sits.", True)))


def _read(value: object) -> tuple[str, ShownDraft] | None:
    return told_draft.read(value, picture="p1", recording="r1")


def test_what_a_browser_tells_is_read() -> None:
    assert _read(GIVEN) == ("d1", ShownDraft("p1", "r1", DRAFT, "browser"))
    odd = {**GIVEN, "words": [{"text": " two\twords\u200b here ", "sure": "yes"}, {"text": ""}]}
    found = _read(odd)
    assert found
    assert found[1].draft.words == tuple(DraftWord(one, False) for one in ("two", "words", "here"))
    silent = _read({**GIVEN, "words": []})
    assert silent
    assert silent[1].draft.words == ()


@for_each(
    "wrong",
    [
        None,
        "text",
        [],
        {},
        {**GIVEN, "id": "r2"},
        {**GIVEN, "picture": "p2"},
        {**GIVEN, "draft": ""},
        {**GIVEN, "draft": "d" * 65},
        {**GIVEN, "draft": 1},
        {**GIVEN, "heard_by": "transcribe"},
        {**GIVEN, "heard_by": "somebody"},
        {**GIVEN, "heard_by": ["browser"]},
        {**GIVEN, "words": None},
        {**GIVEN, "words": "a dock sits"},
        {**GIVEN, "words": {"text": "a"}},
        {**GIVEN, "words": ["a"]},
        {**GIVEN, "words": [{"text": 1, "sure": True}]},
        {**GIVEN, "words": [{"sure": True}]},
        {**GIVEN, "words": [{"text": "a" * 61, "sure": True}]},
        {**GIVEN, "words": WORDS * 700},
        {**GIVEN, "words": [{"text": "a " * 2_001, "sure": True}]},
    ],
)
def test_what_can_not_be_is_not_believed(wrong: object) -> None:
    assert _read(wrong) is None


def test_without_a_recording_there_is_no_draft() -> None:
    assert told_draft.read({**GIVEN, "id": ""}, picture="p1", recording="") is None


@pytest.fixture
def visit(site: Site) -> AppTest:
    site.add_picture(SESSION, "20261101_100000", "A dog in a park")
    site.add_picture(SESSION, "20261101_100001", "A cat in a house")
    return open_page(SESSION)


def _told(visit: AppTest, part: str) -> list[dict[str, Any]]:
    return parts_told(visit, part)


def _picture(visit: AppTest) -> str:
    (found,) = _told(visit, "recorder")
    return str(found["picture"])


def _keep(visit: AppTest, kept: Kept[Any], value: object) -> None:
    visit.session_state[kept.name] = value


def _kept(visit: AppTest, kept: Kept[Any]) -> Any:
    return visit.session_state.get(kept.name, kept.default)


def _show(visit: AppTest, draft: Draft = DRAFT, *words: str) -> ShownDraft:
    """A draft arrives, and is corrected to these words."""
    shown = ShownDraft(_picture(visit), "r1", draft, "browser")
    _keep(visit, draft_memory.DRAFT, shown)
    if words:
        corrected = Corrected(shown.name, tuple(DraftWord(word, True) for word in words))
        _keep(visit, draft_memory.CORRECTED, corrected)
    visit.run()
    return shown


def _texts(visit: AppTest) -> str:
    return "\n".join(str(one.value) for one in (*visit.markdown, *visit.caption, *visit.info))


def _headings(visit: AppTest) -> list[str]:
    return [str(one.value) for one in visit.subheader]


def test_a_draft_is_shown_as_a_draft_and_is_nobodys_words(visit: AppTest) -> None:
    assert _told(visit, "draft_words") == []
    assert _headings(visit) == []
    shown = _show(visit)
    assert _headings(visit) == ["First draft: please correct it"]
    assert "Programs mishear learners often. Press a word" in _texts(visit)
    assert "Your browser wrote this." in _texts(visit)
    assert "not say that it is sure" not in _texts(visit)
    (told,) = _told(visit, "draft_words")
    assert told["words"] == WORDS
    assert told["draft"].split() == [shown.name]
    assert visit.text_area(key=speaking_memory.WORDS.name).value == ""
    assert results_memory.CHECKED.name not in visit.session_state
    visit.run()
    assert _told(visit, "draft_words") == [told], "it is there in the next run, too"


@for_each(
    "heard_by, says",
    [
        ("local", "mishear learners often: small ones 17 to 50 words of 100 in our tests. Press"),
        ("browser", "mishear learners often. Press"),
        ("transcribe", "mishear learners often. Press"),
    ],
)
def test_figures_are_told_of_what_was_measured(
    heard_by: HeardBy, says: str, visit: AppTest
) -> None:
    _keep(visit, draft_memory.DRAFT, ShownDraft(_picture(visit), "r1", DRAFT, heard_by))
    assert says in _texts(visit.run())


def test_where_no_word_is_sure_it_is_said_why(visit: AppTest) -> None:
    _show(visit, Draft((DraftWord("a", False), DraftWord("dog", False))))
    assert "did not say that it is sure of any word" in _texts(visit)


def test_a_draft_without_words_is_told_kindly_and_closed(visit: AppTest) -> None:
    _show(visit, Draft(()))
    assert "A voice was heard, but no words." in _texts(visit)
    assert _told(visit, "draft_words") == []
    visit.button(key="draft_close").click().run()
    assert _headings(visit) == []


def test_it_goes_with_its_picture(visit: AppTest) -> None:
    _show(visit, DRAFT, "a", "dog")
    (told,) = _told(visit, "draft_words")
    assert [word["text"] for word in told["words"]] == ["a", "dog"]
    _keep(visit, draft_memory.DRAFT, ShownDraft("another", "r1", DRAFT, "browser"))
    visit.run()
    assert _told(visit, "draft_words") == []
    assert _kept(visit, draft_memory.DRAFT) is None


def _look_at(visit: AppTest, number: int) -> AppTest:
    """Choose another of the session's pictures."""
    images = sorted(wiring().services.store.list_session(SESSION), key=lambda one: str(one.key))
    _keep(visit, picture_memory.CHOSEN_KEY, images[number].key)
    visit.run()
    assert _picture(visit) == str(images[number].key)
    return visit


def test_corrections_are_there_again_when_the_picture_is(visit: AppTest) -> None:
    _look_at(visit, 0)
    shown = _show(visit, DRAFT, "a", "dog")
    _keep(visit, draft_memory.ASKED, True)
    _look_at(visit, 1)
    assert _headings(visit) == []
    other = _show(visit, DRAFT, "a", "cat")
    _look_at(visit, 0)
    (told,) = _told(visit, "draft_words")
    assert [word["text"] for word in told["words"]] == ["a", "dog"]
    assert _kept(visit, draft_memory.DRAFT) == shown
    assert not _kept(visit, draft_memory.ASKED)
    _look_at(visit, 1)
    (told,) = _told(visit, "draft_words")
    assert [word["text"] for word in told["words"]] == ["a", "cat"]
    assert _kept(visit, draft_memory.DRAFT) == other


def test_so_are_what_was_thrown_away_and_what_was_changed(visit: AppTest) -> None:
    _look_at(visit, 0)
    shown = _show(visit, DRAFT, "a", "dog")
    _keep(visit, draft_memory.DRAFT, None)
    _keep(visit, draft_memory.THROWN, shown)
    _look_at(visit, 1)
    assert "draft_undo" not in [button.key for button in visit.button]
    _show(visit, DRAFT, "a", "cat")
    _keep(visit, draft_memory.ASKED, True)
    visit.run().button(key="draft_replace").click().run()
    assert _headings(visit) == ["What you changed"]
    _look_at(visit, 0)
    assert _headings(visit) == []
    visit.button(key="draft_undo").click().run()
    (told,) = _told(visit, "draft_words")
    assert [word["text"] for word in told["words"]] == ["a", "dog"]
    _look_at(visit, 1)
    assert _headings(visit) == ["What you changed"]
    visit.button(key="draft_changes_close").click().run()
    _look_at(_look_at(visit, 0), 1)
    assert _headings(visit) == [], "what is closed stays so"


def test_a_slip_throws_no_corrections_away(visit: AppTest) -> None:
    shown = _show(visit, DRAFT, "a", "dog")
    visit.session_state[draft_memory.DRAFT.name] = None
    visit.session_state[draft_memory.THROWN.name] = shown
    visit.run()
    assert _headings(visit) == []
    visit.button(key="draft_undo").click().run()
    (told,) = _told(visit, "draft_words")
    assert [word["text"] for word in told["words"]] == ["a", "dog"]
    assert "draft_undo" not in [button.key for button in visit.button]


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What a tab keeps, where no page is drawn."""
    kept: dict[str, object] = {}
    monkeypatch.setattr(st, "session_state", kept)
    return kept


def _have(draft: ShownDraft | None, words: str = "") -> ShownDraft:
    speaking_memory.WORDS.set(words)
    draft_memory.DRAFT.set(draft)
    return draft or ShownDraft("p1", "r1", DRAFT, "browser")


SHOWN = ShownDraft("p1", "r1", DRAFT, "browser")
DOG = (DraftWord("A", True), DraftWord("dog", True), DraftWord("sits.", True))


@pytest.mark.usefixtures("state")
def test_a_browser_brings_a_draft_again_until_it_is_known_and_it_comes_once() -> None:
    first_draft.take("d1", SHOWN)
    assert draft_memory.DRAFT.get() == SHOWN
    assert draft_memory.TAKEN.get() == "d1"
    assert draft_memory.NEWS.get() == (
        "Here is a first draft: 3 words, 1 of them not sure. Please correct it."
    )
    first_draft._change(SHOWN, DOG)
    first_draft._throw_away(SHOWN)
    first_draft._take_back(SHOWN)
    assert draft_memory.words_of(SHOWN) == DOG
    first_draft._throw_away(SHOWN)
    first_draft.take("d1", SHOWN)
    assert draft_memory.DRAFT.get() is None, "its answer was late"
    first_draft.take("d2", SHOWN)
    assert draft_memory.DRAFT.get() == SHOWN
    assert draft_memory.words_of(SHOWN) == DRAFT.words, "another one is as it was heard"
    first_draft._take_back(SHOWN)
    assert draft_memory.THROWN.get() is None


@pytest.mark.usefixtures("state")
def test_used_words_stand_in_the_field_and_the_difference_is_kept_once() -> None:
    _have(SHOWN)
    first_draft._use(SHOWN, DOG)
    assert speaking_memory.WORDS.get() == "A dog sits."
    assert draft_memory.DRAFT.get() is None
    changes = draft_memory.CHANGES.get()
    assert changes
    assert [(one.heard, one.written) for one in changes.corrections] == [("dock", "dog")]
    first_draft._use(SHOWN, DOG)  # pressed twice
    assert speaking_memory.WORDS.get() == "A dog sits."
    assert not draft_memory.ASKED.get()
    assert results_memory.CHECKED.get() is None, "nothing is looked at by itself"


@pytest.mark.usefixtures("state")
def test_words_that_stand_there_are_not_lost_unasked() -> None:
    _have(SHOWN, "Mine. ")
    first_draft._use(SHOWN, DOG)
    assert speaking_memory.WORDS.get() == "Mine. "
    assert draft_memory.ASKED.get()
    first_draft._go_back(SHOWN)
    assert not draft_memory.ASKED.get()
    assert draft_memory.words_of(SHOWN) == DOG
    first_draft._use(SHOWN, DOG)
    first_draft._add(SHOWN)
    assert speaking_memory.WORDS.get() == "Mine. A dog sits."
    _have(SHOWN, "Mine.")
    first_draft._use(SHOWN, DOG)
    first_draft._replace(SHOWN)
    assert speaking_memory.WORDS.get() == "A dog sits."


@pytest.mark.usefixtures("state")
def test_an_unchanged_draft_has_nothing_to_practise_and_an_empty_one_is_not_used() -> None:
    _have(SHOWN)
    first_draft._use(SHOWN, DRAFT.words)
    assert draft_memory.CHANGES.get() is None
    _have(SHOWN)
    first_draft._use(SHOWN, ())
    assert draft_memory.DRAFT.get() == SHOWN
    assert speaking_memory.WORDS.get() == ""


@pytest.mark.usefixtures("state")
def test_presses_on_a_draft_that_is_gone_do_nothing() -> None:
    _have(None, "Mine.")
    first_draft._use(SHOWN, DOG)
    first_draft._replace(SHOWN)
    first_draft._change(SHOWN, DOG)
    first_draft._throw_away(SHOWN)
    assert speaking_memory.WORDS.get() == "Mine."
    assert draft_memory.CORRECTED.get() is None


@pytest.mark.usefixtures("state")
def test_a_new_recording_ends_the_draft_of_another_one() -> None:
    _have(SHOWN)
    draft_memory.forget_other_than("p1", "r1")
    assert draft_memory.DRAFT.get() == SHOWN, "the page was told of the same one again"
    draft_memory.forget_other_than("p2", "r2")
    assert draft_memory.DRAFT.get() == SHOWN, "that is about another picture"
    draft_memory.forget_other_than("p1", "r3")
    assert draft_memory.DRAFT.get() is None


@pytest.mark.usefixtures("state")
def test_the_same_recording_told_again_ends_nothing() -> None:
    draft_memory.forget_other_than("p1", "r1")
    of_kept = ShownDraft("p1", "the stem of r1", DRAFT, "transcribe")
    _have(of_kept)
    draft_memory.forget_other_than("p1", "r1")
    assert draft_memory.DRAFT.get() == of_kept
    first_draft._throw_away(of_kept)
    draft_memory.forget_other_than("p1", "r1")
    assert draft_memory.THROWN.get() == of_kept
    draft_memory.forget_other_than("p1", "r2")
    assert draft_memory.THROWN.get() is None


@pytest.mark.usefixtures("state")
def test_a_new_recording_ends_the_draft_that_waits_and_not_for_ever_many_wait() -> None:
    pictures = [_stored(number) for number in range(40)]
    for picture in pictures:
        assert draft_memory.about(picture) is None
        draft_memory.DRAFT.set(ShownDraft(str(picture.key), "r1", DRAFT, "browser"))
    assert draft_memory.about(pictures[0]) is None
    assert len(draft_memory.LEFT.get()) == 30
    draft_memory.forget_other_than(str(pictures[38].key), "r2")
    assert draft_memory.about(pictures[38]) is None
    assert draft_memory.about(pictures[37]) is not None


def _stored(number: int) -> StoredImage:
    key = ImageKey(SESSION, "20261101_100000", number, "a dog")
    return StoredImage(key, 1, datetime(2026, 11, 1, 10, tzinfo=UTC))


@pytest.mark.usefixtures("state")
def test_the_recorder_takes_a_draft_of_its_own_recording_alone() -> None:
    recorder._TOLD.set(recorder._Told("p1", "r1", "ticket"))
    recorder._drafted({**GIVEN, "id": "other"})
    assert draft_memory.DRAFT.get() is None
    recorder._drafted(GIVEN)
    assert draft_memory.DRAFT.get() == SHOWN


def test_the_difference_is_seen_as_it_was_written_until_it_is_closed(visit: AppTest) -> None:
    shown = _show(
        visit, Draft((DraftWord("a", True), DraftWord("*dock*", True))), "a", "d*o*g", "x[y](z)"
    )
    visit.session_state[draft_memory.ASKED.name] = True
    visit.run()
    visit.button(key="draft_replace").click().run()
    assert visit.text_area(key=speaking_memory.WORDS.name).value == "a d*o*g x[y](z)"
    assert _headings(visit) == ["What you changed"]
    line = next(one.value for one in visit.markdown if "It heard" in one.value)
    assert line == "- It heard: “a **dock**” → you wrote: “a **d\\*o\\*g x\\[y\\]\\(z**”"
    assert shown.name not in line
    visit.button(key="draft_changes_close").click().run()
    assert _headings(visit) == []
    visit.run()
    assert _headings(visit) == []


def test_the_recorder_knows_the_setting_and_the_route(visit: AppTest) -> None:
    (told,) = _told(visit, "recorder")
    assert told["recogniser"] == "browser"
    assert told["drafts_url"] == "/drafts"
    assert told["drafted"] == ""
