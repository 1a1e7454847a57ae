"""Notes on a learner's grammar, without a browser."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from imagespeak_core.checkers.base import CheckerFailedError, Spotted
from imagespeak_core.models import GeneratedImage, ImageRequest
from imagespeak_core.pictures.details import ImageDetails, embed
from imagespeak_core.pictures.naming import ImageKey, clean_prompt
from pages.components.shell.wiring import wiring
from pages.components.speaking import grammar_notes, own_key, speaking_memory
from tests.fakes import ListedChecker
from tests.pages.stand_ins import MODEL, plain_png
from tests.pages.visits import Site, alerts, open_page

SESSION = "talk"
HEADING = "About your English"
WORDS = "I see a park. She wear a red hat. There is many people. I can saw a dog."


class _Broken:
    def find(self, text: str, *, rules: tuple[str, ...]) -> tuple[Spotted, ...]:
        raise CheckerFailedError("gone")


@pytest.fixture(autouse=True)
def _one_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_key, "learner_key", lambda: "a" * 32)


@pytest.fixture
def checker(site: Site, monkeypatch: pytest.MonkeyPatch) -> ListedChecker:
    listed = ListedChecker()
    _wire(monkeypatch, listed)
    _add(site)
    return listed


def _wire(monkeypatch: pytest.MonkeyPatch, checker: ListedChecker | _Broken | None) -> None:
    wired = replace(wiring(), services=replace(wiring().services, grammar=checker))
    monkeypatch.setattr(grammar_notes, "wiring", lambda: wired)


def _add(site: Site, *, second: int = 0) -> None:
    prompt = "A park"
    request = ImageRequest(SESSION, prompt, seed=4)
    key = ImageKey(SESSION, f"20261129_1200{second:02}", 0, clean_prompt(prompt))
    image = GeneratedImage(plain_png(7, 256, 256), seed=4, model=MODEL, duration_ms=9)
    site.store.inner.put(key, embed(image.png, ImageDetails.of(key, request, image)), {})


def _check(visit: AppTest, words: str) -> AppTest:
    visit.text_area(key=speaking_memory.WORDS.name).set_value(words)
    visit.button(key="check_words").click().run()
    assert not visit.exception
    return visit


def _says(visit: AppTest) -> str:
    parts = (*visit.markdown, *visit.caption)
    return "\n".join(str(part.value) for part in parts).replace("\\", "")


def _headings(visit: AppTest) -> list[str]:
    return [str(heading.value) for heading in visit.subheader]


def _rights(visit: AppTest) -> list[str]:
    return [str(one.key) for one in visit.button if str(one.key).startswith("grammar_right_")]


def test_words_that_were_checked_get_a_few_notes_labelled_maybe(checker: ListedChecker) -> None:
    visit = open_page(SESSION)
    assert HEADING not in _headings(visit)
    visit.text_area(key=speaking_memory.WORDS.name).set_value(WORDS).run()
    assert HEADING not in _headings(visit), "nobody has pressed anything yet"
    assert not checker.texts

    _check(visit, WORDS)
    assert HEADING in _headings(visit)
    assert _headings(visit).index(HEADING) < _headings(visit).index("How you said it")
    says = _says(visit)
    assert "A computer program wrote these notes." in says
    assert "it may be mistaken" in says
    assert (
        "You wrote: **:orange-background[She wear]** a red hat.  \nMaybe: "
        "**:green-background[She wears]**"
    ) in says
    assert "With he, she or it" in says
    assert len(_rights(visit)) == 3


def test_notes_are_looked_for_once_for_the_same_words(checker: ListedChecker) -> None:
    visit = _check(open_page(SESSION), WORDS)
    visit.run()
    visit.run()
    assert checker.texts == [WORDS]


def test_right_words_have_no_notes(checker: ListedChecker) -> None:
    visit = _check(open_page(SESSION), "I see a park. She wears a hat.")
    assert HEADING not in _headings(visit)
    assert _rights(visit) == []
    assert "computer program wrote" not in _says(visit)


def test_it_is_right_takes_a_note_away_for_good(checker: ListedChecker) -> None:
    visit = _check(open_page(SESSION), WORDS)
    where = next(at for at in range(3) if "She wear" in _label(visit, at))
    visit.button(key=f"grammar_right_{where}").click().run()
    assert not visit.exception
    assert len(_rights(visit)) == 2
    assert "[She wear]" not in _says(visit)

    _check(visit, "I see a dog. She wear a red hat. He have a dog.")
    assert "[She wear]" not in _says(visit)
    assert "[He have]" in _says(visit), "the same kind on other words is said"


def test_in_other_words_the_next_note_takes_the_place_of_one_that_was_right(
    checker: ListedChecker,
) -> None:
    visit = _check(open_page(SESSION), WORDS)
    visit.button(key="grammar_right_0").click().run()
    assert len(_rights(visit)) == 2, "not at once: nobody is told more and more"
    _check(visit, f"{WORDS} He is sell a hat.")
    assert len(_rights(visit)) == 3


def test_the_last_note_that_is_right_takes_the_heading_with_it(checker: ListedChecker) -> None:
    visit = _check(open_page(SESSION), "She wear a hat.")
    visit.button(key="grammar_right_0").click().run()
    assert HEADING not in _headings(visit)


def test_notes_are_neither_kept_nor_counted(site: Site, checker: ListedChecker) -> None:
    visit = _check(open_page(SESSION), WORDS)
    step = next(str(one.value) for one in visit.info if "What to do next" in str(one.value))
    assert "wears" not in step
    (kept,) = _documents(site)
    assert "She wear " in kept
    assert "wears" not in kept


def test_opened_again_they_are_looked_for_anew(site: Site, checker: ListedChecker) -> None:
    _check(open_page(SESSION), WORDS)
    again = open_page(SESSION)
    assert HEADING in _headings(again), "the newest attempt stands there after a reload"
    assert checker.texts == [WORDS, WORDS]


def test_the_learners_words_are_shown_as_they_are(checker: ListedChecker) -> None:
    words = "[a](b) <b>x</b> :smile: **y**, He have a $hat$ \\0 {z}."
    visit = _check(open_page(SESSION), words)
    (line,) = (str(one.value) for one in visit.markdown if "You wrote" in str(one.value))
    for written in ("\\[a\\]\\(b\\)", "\\<b\\>x", "\\:smile\\:", "\\*\\*y\\*\\*", "\\$hat\\$"):
        assert written in line
    assert "**:orange-background[He have]**" in line


def test_where_nobody_writes_notes_there_are_none(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(site)
    for checker in (None, _Broken()):
        _wire(monkeypatch, checker)
        visit = _check(open_page(SESSION), WORDS)
        assert HEADING not in _headings(visit)
        assert alerts(visit) == []


def _label(visit: AppTest, at: int) -> str:
    return str(visit.button(key=f"grammar_right_{at}").label)


def _documents(site: Site) -> list[str]:
    return [path.read_text() for path in site.folder.rglob("attempts/**/*.json")]
