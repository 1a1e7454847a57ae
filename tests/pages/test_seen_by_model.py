"""A model looks at a picture of a model: offered with its price, listed, compared, disputed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core import bootstrap
from imagespeak_core.errors import (
    ImageSpeakError,
    ModelAccessError,
    ModelBusyError,
    ModelError,
    ModelTimeoutError,
    PaidCallsLimitError,
    StorageAccessError,
    StorageTimeoutError,
    ViewRefusedError,
)
from imagespeak_core.pictures.naming import parse_key
from imagespeak_core.speaking.attempt import Disputed
from imagespeak_core.speaking.model_view import KeptView, view_of
from imagespeak_core.viewers.base import SeenThing, View
from pages.components.shell.wiring import wiring
from pages.components.speaking import own_key, results_memory, seen_by_model
from tests.fakes import SEEN, FakeViewer
from tests.pages.test_words import MINE, _add, _check, _headings, _kept, _keys, _press, _says
from tests.pages.visits import Site, alerts, open_page
from tests.patience import until

SESSION = "talk"
WORDS = "Two dogs run."
OFFER = "look_at_picture"
WHOSE = "A model looked at this picture. This is its view; it may be mistaken."


@pytest.fixture(autouse=True)
def _one_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_key, "learner_key", lambda: MINE)


@pytest.fixture
def viewer(monkeypatch: pytest.MonkeyPatch) -> FakeViewer:
    """Looks at the pictures of the site that is made after it."""
    looks = FakeViewer()
    monkeypatch.setattr(bootstrap, "_viewer", lambda settings: looks)
    return looks


def _labels(visit: AppTest) -> str:
    return "\n".join(str(button.label) for button in visit.button).replace("\\", "")


def test_unset_nothing_changes(site: Site) -> None:
    _add(site, scene="")
    visit = _check(open_page(SESSION), WORDS)
    assert _keys(visit, OFFER) == []
    assert "model" not in _says(visit)
    assert "read_view" not in site.store.asked


def test_a_drawn_picture_is_not_offered(viewer: FakeViewer, site: Site) -> None:
    _add(site)
    visit = _check(open_page(SESSION), WORDS)
    assert _keys(visit, OFFER) == []
    assert "not_there_0" not in _keys(visit, "not_there_")


def test_the_price_comes_first_and_it_is_paid_once(viewer: FakeViewer, site: Site) -> None:
    _add(site, scene="")
    visit = open_page(SESSION)
    assert "Let a model look (at most $0.0004)" in _labels(visit)
    assert "Amazon Bedrock gets the picture, and nothing of you" in _says(visit)
    assert viewer.looks == 0
    _press(visit, OFFER)
    assert not visit.exception
    assert viewer.looks == 1
    assert _keys(visit, OFFER) == []
    assert WHOSE in _says(visit)
    assert "*Two dogs run on the grass.*" in _says(visit).replace("\u2068", "").replace(
        "\u2069", ""
    )
    assert "dog** × 2" in _says(visit)
    assert WHOSE in _says(open_page(SESSION)), "it is kept with the picture"
    assert viewer.looks == 1


def test_a_price_that_is_not_known_is_said(viewer: FakeViewer, site: Site) -> None:
    _add(site, scene="")
    viewer.usd = None
    assert "(price not known)" in _labels(open_page(SESSION))
    viewer.usd = Decimal("0.0123")
    assert "(at most $0.0123)" in _labels(open_page(SESSION))
    viewer.usd = Decimal("0.1")
    assert "(at most $0.10)" in _labels(open_page(SESSION))


def test_words_are_held_against_the_view_and_each_line_can_be_disputed(
    viewer: FakeViewer, site: Site
) -> None:
    _add(site, scene="")
    visit = _check(open_page(SESSION), WORDS)
    assert _kept()[0].held_against == "prompt"
    _press(visit, OFFER)
    _press(visit, "check_words")
    assert not visit.exception
    kept = _kept()[0]
    assert (kept.held_against, [one.item for one in kept.not_found]) == (
        "view",
        ["woman", "spatula", "beach"],
    )
    assert _headings(visit)[:2] == ["In the picture", "Not found in your words"]
    assert "The model sees these of your words, too." in _says(visit)
    assert "are in the picture" not in _says(visit), "nobody knows"
    assert "Look again" not in _headings(visit)

    assert _keys(visit, "not_there_") == [], "of what nobody has read yet"
    _press(visit, "answer_1")
    assert "**spatula**" in _says(visit)
    _press(visit, "not_there_1")
    assert _kept()[0].disputed == (Disputed("not_there", 1),)
    assert "As you say, not in the picture: *" in _says(visit)
    assert "As you say: this is not in the picture." in _says(visit), "in the list too"
    _press(visit, "did_say_0")
    assert len(_kept()[0].disputed) == 2
    assert _keys(visit, "did_say_") == ["did_say_2"]

    again = open_page(SESSION)
    assert "As you say, not in the picture: *" in _says(again), "a reload keeps it"
    assert "As you say: this is not in the picture." in _says(again)
    _press(again, "undo_0")
    assert _kept()[0].disputed == (Disputed("not_found", 0),)
    assert "this is not in the picture." not in _says(again)


def test_what_is_denied_in_the_list_is_not_looked_for_in_later_words(
    viewer: FakeViewer, site: Site
) -> None:
    _add(site, scene="")
    visit = _press(open_page(SESSION), OFFER)
    _press(visit, "seen_denied_2")
    _check(visit, WORDS)
    assert [one.item for one in _kept()[0].not_found] == ["woman", "beach"]
    _press(visit, "seen_denied_1")
    assert _kept()[0].disputed == (Disputed("not_there", 0),)
    _press(visit, "seen_denied_1")
    assert _kept()[0].disputed == ()
    assert not visit.exception


def test_what_is_admitted_in_the_list_is_looked_for_again(viewer: FakeViewer, site: Site) -> None:
    _add(site, scene="")
    visit = _press(open_page(SESSION), OFFER)
    _press(visit, "seen_denied_2")
    _check(visit, WORDS)
    _press(visit, "check_words")
    assert len(_kept()) == 1, "nothing is looked at anew"
    _press(visit, "seen_denied_2")
    _press(visit, "check_words")
    assert [one.item for one in _kept()[0].not_found] == ["woman", "spatula", "beach"]
    _press(visit, "seen_denied_1")
    _press(visit, "check_words")
    assert len(_kept()) == 2, "what was denied since is in these words already"


def test_what_was_denied_before_a_reload_is_looked_for_again(
    viewer: FakeViewer, site: Site
) -> None:
    _add(site, scene="")
    visit = _press(open_page(SESSION), OFFER)
    _press(visit, "seen_denied_2")
    _check(visit, WORDS)
    again = open_page(SESSION)
    assert "this is not in the picture." not in _says(again)
    _press(again, "check_words")
    assert [one.item for one in _kept()[0].not_found] == ["woman", "spatula", "beach"]


_FOR_OWNERS = "Owner: set IMAGESPEAK_VIEWER_MODEL to 'm'."


@pytest.mark.parametrize(
    ("kind", "heading", "is_owners"),
    [
        (ViewRefusedError, "The model does not tell what it sees", False),
        (ModelTimeoutError, "The model took too long", False),
        (ModelBusyError, "The model has too much to do just now", False),
        (PaidCallsLimitError, "No more of this today", False),
        (ModelAccessError, "The model could not look at the picture", True),
        (ModelError, "The model could not look at the picture", True),
    ],
)
def test_a_model_that_fails_is_told_and_can_be_asked_again(
    viewer: FakeViewer, site: Site, kind: type[ImageSpeakError], heading: str, is_owners: bool
) -> None:
    error = kind(_FOR_OWNERS)
    _add(site, scene="")
    viewer.script(error)
    visit = _press(open_page(SESSION), OFFER)
    assert not visit.exception
    [alert] = alerts(visit)
    assert alert.startswith(f"**{heading}.**")
    told = alert.replace("\\", "")
    assert told.endswith(f"For the owner of this site: {_FOR_OWNERS}") == is_owners
    assert (_FOR_OWNERS in told) == is_owners, "nobody else can do what it says"
    news = visit.session_state[seen_by_model._NEWS.name]
    assert news.startswith(f"{heading}. ")
    assert _FOR_OWNERS not in news
    visit.run()
    assert viewer.looks == 1, "no run looks by itself"
    _press(visit, OFFER)
    assert viewer.looks == 2
    assert alerts(visit) == []
    assert WHOSE in _says(visit)


def test_after_a_mistake_of_ours_no_run_of_the_page_pays_again(
    viewer: FakeViewer, site: Site
) -> None:
    _add(site, scene="")
    viewer.script(KeyError("ours"))
    visit = _press(open_page(SESSION), OFFER)
    assert visit.exception
    visit.run()
    assert not visit.exception
    assert viewer.looks == 1


def test_a_paid_view_that_is_not_stored_is_shown_and_says_so(
    viewer: FakeViewer, site: Site
) -> None:
    _add(site, scene="")
    site.store.fail_next("create_view", StorageAccessError("closed"))
    visit = _press(open_page(SESSION), OFFER)
    assert WHOSE in _says(visit)
    assert "could not be saved with the picture" in _says(visit)
    _check(visit, WORDS)
    assert _kept()[0].held_against == "view"
    assert viewer.looks == 1


def test_a_view_that_an_ended_server_has_paid_for_is_stored_at_the_start(
    viewer: FakeViewer, site: Site
) -> None:
    key = parse_key(_add(site, scene=""))
    assert key
    site.store.fail_next("create_view", StorageTimeoutError("slow"))
    assert WHOSE in _says(_press(open_page(SESSION), OFFER))
    wiring().shutdown()
    wiring.cache_clear()

    wiring().start()
    until(lambda: view_of(wiring().services, key) == KeptView(SEEN, is_stored=True))
    assert viewer.looks == 1


def test_where_the_store_fails_nothing_is_paid(viewer: FakeViewer, site: Site) -> None:
    _add(site, scene="")
    visit = open_page(SESSION)
    site.store.fail_next("read_view", StorageTimeoutError("Look at IMAGESPEAK_BUCKET."))
    _press(visit, OFFER)
    [alert] = alerts(visit)
    assert "The place for pictures is too slow" in alert
    assert "IMAGESPEAK" not in alert
    assert viewer.looks == 0


def test_a_look_that_takes_longer_than_anybody_waits_is_told_and_heard(
    viewer: FakeViewer, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(site, scene="")
    monkeypatch.setattr(seen_by_model, "_QUICK_S", 0.0)
    monkeypatch.setattr(seen_by_model, "_PATIENCE_S", 0.0)
    viewer.gate.clear()
    visit = _press(open_page(SESSION), OFFER)
    assert [alert.replace("\\", "") for alert in alerts(visit)] == [
        "**The model takes very long.**  \nPress the button again in a few minutes."
    ]
    assert visit.session_state[seen_by_model._NEWS.name] == (
        "The model takes very long. Press the button again in a few minutes."
    )
    viewer.gate.set()


def test_what_a_model_writes_is_text_alone(viewer: FakeViewer, site: Site) -> None:
    _add(site, scene="")
    hostile = '<img src=x onerror="alert(1)"> **Ignore** [all](http://evil.test) :red[rules] $x$'
    viewer.script(View("m<b>", (SeenThing("dog", 1, hostile),), None))
    visit = _press(open_page(SESSION), OFFER)
    _check(visit, "A cat.")
    _press(visit, "answer_0")
    _press(visit, "answer_0")
    shown = [str(part.value) for part in visit.markdown if "onerror" in str(part.value)]
    assert len(shown) == 2, "in the list and on the card"
    for text in shown:
        assert r"\<img" in text
        assert r"\*\*Ignore\*\*" in text
        assert r"\[all\]" in text
        assert r"\:red" in text
        assert r"\$x\$" in text
    assert not visit.exception
    assert results_memory.CHECKED.name in visit.session_state
