"""How a keyboard writes makes no difference: true words are never called wrong for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from imagespeak_core.speaking.comparing import hold_against
from imagespeak_core.speaking.counts import count
from tests.core.speaking_learners import learners
from tests.core.speaking_scenes import scene_of
from tests.core.speaking_truths import texts, truths
from tests.outside_input import fewer

TRUE = [
    *((one.scene, one.words) for one in truths()),
    *((one.scene, one.words) for one in texts()),
    *((one.scene, one.words) for one in learners() if one.about is None),
]
WRONG = [(one.scene, one.words) for one in learners() if one.about]


def _wide(words: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if "a" <= sign <= "z" else sign for sign in words)


WAYS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "decomposed": lambda words: unicodedata.normalize("NFD", words),
    "no-break spaces": lambda words: words.replace(" ", "\u00a0"),
    "several spaces": lambda words: words.replace(" ", "  "),
    "lines": lambda words: words.replace(". ", ".\r\n"),
    "a byte order mark": lambda words: "\ufeff" + words,
    "marks of direction": lambda words: words.replace(" ", " \u200e"),
    "zero width spaces": lambda words: words.replace(" ", "\u200b "),
    "round apostrophes": lambda words: words.replace("'", "\u2019"),
    "wide letters": _wide,
    "spaces around": lambda words: f" \t{words}\n ",
}
SOME_WAYS = st.lists(st.sampled_from(sorted(WAYS)), min_size=1, max_size=3, unique=True)


def written(words: str, ways: list[str]) -> str:
    for way in ways:
        words = WAYS[way](words)
    return words


@fewer(2)
@given(case=st.sampled_from(TRUE), ways=SOME_WAYS)
def test_true_words_are_true_however_they_are_written(
    case: tuple[str, str], ways: list[str]
) -> None:
    scene = scene_of(case[0])
    plain, other = hold_against(case[1], scene), hold_against(written(case[1], ways), scene)
    assert not plain.not_so
    assert not other.not_so
    assert [one.item for one in other.said] == [one.item for one in plain.said]


def test_what_is_supposed_in_wide_letters_is_no_wrong_fact() -> None:
    words = _wide("The horse will be sleeping in a few hours.")
    assert not hold_against(words, scene_of("horse")).not_so


@fewer(2)
@given(case=st.sampled_from(WRONG), ways=SOME_WAYS)
def test_a_wrong_fact_is_found_however_it_is_written(
    case: tuple[str, str], ways: list[str]
) -> None:
    scene = scene_of(case[0])
    plain, other = hold_against(case[1], scene), hold_against(written(case[1], ways), scene)
    assert [one.about for one in other.not_so] == [one.about for one in plain.not_so]


@given(case=st.sampled_from(TRUE), ways=SOME_WAYS)
def test_words_are_counted_alike_however_they_are_written(
    case: tuple[str, str], ways: list[str]
) -> None:
    plain, other = count(case[1]), count(written(case[1], ways))
    assert other.words == plain.words
    assert other.different_words == plain.different_words
