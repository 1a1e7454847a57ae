"""Names and words of all directions, in the middle of English sentences."""

from __future__ import annotations

from functools import partial

import pytest

from imagespeak_core.classroom import edits
from pages.components.classroom import class_page
from pages.components.shell.as_written import words
from pages.components.shell.direction import isolated, quotes_isolated
from tests.pages.lessons import KEYS, change, make_class, make_lesson, open_classes, show, texts
from tests.pages.visits import Site, open_page

ARABIC, HEBREW, PERSIAN = "فصل الإنجليزية 7b", "כיתה ז2 (a)", "کلاس ۷ب"
OPEN, END = "\u2068", "\u2069"


@pytest.mark.parametrize("text", [ARABIC, HEBREW, PERSIAN, "7b فصل", "abc\u202edef", "قلم"])
def test_what_would_tear_a_sentence_is_isolated(text: str) -> None:
    assert isolated(text) == f"{OPEN}{text}{END}"
    assert words(text).replace("\\", "") == f"*{OPEN}{text}{END}*"


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("קשת \u2067abc", "קשת \u2067abc\u2069"),
        ("a\u2069\u202eb", "a\u202eb"),
        ("\u2067a\u2069 \u2068b \u2067c\u2069", "\u2067a\u2069 \u2068b \u2067c\u2069\u2069"),
        ("\u2067a\u2069", "\u2067a\u2069"),
    ],
    ids=ascii,
)
def test_what_a_cut_text_left_open_ends_with_it(text: str, closed: str) -> None:
    assert isolated(text) == f"{OPEN}{closed}{END}"


@pytest.mark.parametrize("text", ["", "7b Monday!", "Ünï 東京 3 (a)", "Да, 7b", "🦊 · 12"])
def test_what_runs_as_english_does_is_left_as_it_is(text: str) -> None:
    assert isolated(text) == text


def test_a_text_in_markdown_is_one_piece() -> None:
    assert words("  Two *loud*\n dogs ") == r"*Two \*loud\* dogs*"
    assert words(" \n") == ""
    for pasted in (
        "\ufeffA dog",
        "A dog\ufeff",
    ):  # white space for a browser, and no mark works there
        assert words(pasted).replace("\u2060", "") == "*A dog*"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (f"The word '{ARABIC}'… is too long.", f"The word {OPEN}'{ARABIC}'{END}… is too long."),
        (f"It can't be “{HEBREW}”.", f"It can't be {OPEN}“{HEBREW}”{END}."),
        (f'"{PERSIAN}" is there.', f'{OPEN}"{PERSIAN}"{END} is there.'),
        ("It's 'here', isn't it?", "It's 'here', isn't it?"),
    ],
)
def test_quoted_texts_are_isolated(sentence: str, wanted: str) -> None:
    assert quotes_isolated(sentence) == wanted


@pytest.mark.usefixtures("as_teacher", "site")
def test_the_question_before_a_class_is_deleted_holds_its_name_together() -> None:
    session_id = make_class(ARABIC).session_id
    visit = open_classes(session_id, part=class_page.SETTINGS)
    assert [header.value for header in visit.header if "7b" in header.value] == [ARABIC]
    visit.button(key=f"delete_{session_id}").click().run()
    assert f"The class *{OPEN}{ARABIC}{END}*, its link and code will be deleted." in texts(visit)


def test_each_word_of_a_class_holds_together(site: Site) -> None:
    make_lesson(site)
    change(partial(edits.describe_picture, key=KEYS[0], notes=ARABIC, words=("book", "قلم", "7b")))
    show(0)
    change(partial(edits.reveal, words=True, notes=True))
    said = texts(open_page(KEYS[0].rpartition("/")[2].partition("_")[0]))
    assert f"book · {OPEN}قلم{END} · 7b" in said
    assert f"\n{ARABIC}" in said
