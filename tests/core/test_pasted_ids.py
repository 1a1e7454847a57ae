"""Ids out of links as people paste and type them: exact repairs, and none that adds anything."""

from __future__ import annotations

import pytest

from imagespeak_core.pictures.naming import check_session_id
from imagespeak_core.pictures.pasted_ids import MOST_IDS, repaired_ids
from tests.contracts.store_backend import HOSTILE_SESSION_IDS

GOOD = ["class-7b", "image-7k2mabcd", "lab-aaaaaaaaaaaaaaaa", "class-7b-monday", "a", "image-001"]

AROUND = [
    "{}.", "{},", "{};", "{}:", "{}!", "{}?", "{})", "({})", "[{}]", "<{}>", "{}...", "{}\u2026",
    "'{}'", '"{}"', "\u201c{}\u201d", "\u201e{}\u201c", "\xab{}\xbb", "\xbb{}\xab", "`{}`", "*{}*",
    "_{}_", "{} ", " {}", "\n{}", "{}\t", "\xa0{}", "{}\u200b", "\ufeff{}", "{}\u2060",
    "\u202a{}\u202c", "{}%20", "{}%2E", "{}%252e", "%22{}%22", "{}%", "{}/", "{}&quot;", "{}\\",
    "3D{}", "{}=", "{}\ud83d\ude00", "{} opens our pictures", "{}.Open it", "{}, please",
    "https://s.org/?session={}", "https://s.org/?session={}&x=1",
    "https%3A%2F%2Fs.org%2F%3Fsession%3D{}.", "/classroom?class={}",
    "http://s.org/?session=https://s.org/?session={}#top", "{}\u3002",
    "{}\u3002\u8bf7\u6253\u5f00", "{}\u0964\u0916\u094b\u0932\u0947\u0902",
]  # fmt: skip

LETTERS = [
    ("CLASS-7B", "class-7b"),
    ("Class-7b", "class-7b"),
    ("Image-7K2M.", "image-7k2m"),
    ("\uff43\uff4c\uff41\uff53\uff53\uff0d\uff17\uff42", "class-7b"),
    ("\u0441lass-7b", "class-7b"),
    ("im\u0430ge-\u0435", "image-e"),
    ("\u0130MAGE-A", "image-a"),
    ("\u0131mage-a", "image-a"),
    ("class\u20137b", "class-7b"),
    ("class\u20117b", "class-7b"),
    ("class\u22127b", "class-7b"),
    ("class%252D7b", "class-7b"),
    ("class-7\u0441", "class-7c"),
    ("class-7\u0441", "class-7s"),
    ("class_7b", "class-7b"),
    ("class 7b", "class-7b"),
    ("class.7b", "class-7b"),
    ("class- 7b", "class-7b"),
    ("class-\n7b", "class-7b"),
    ("cla\xadss-7b", "class-7b"),
    ("class-7\u0431", "class-7b"),
    ("Class \xdcbung", "class-ubung"),
]


@pytest.mark.parametrize("good", GOOD)
def test_a_good_id_is_not_repaired(good: str) -> None:
    assert repaired_ids(good) == ()


@pytest.mark.parametrize("good", ["class-7b", "image-7k2mabcd"])
@pytest.mark.parametrize("around", AROUND, ids=ascii)
def test_what_stands_around_an_id_is_taken_off(around: str, good: str) -> None:
    assert good in repaired_ids(around.format(good))


@pytest.mark.parametrize(("pasted", "meant"), LETTERS, ids=ascii)
def test_letters_become_those_that_were_meant(pasted: str, meant: str) -> None:
    assert meant in repaired_ids(pasted)


@pytest.mark.parametrize("pasted", ["class-7\u4e00", "image-ab\xe9", "image-\u0416"], ids=ascii)
def test_what_stands_before_a_letter_of_another_script_is_another_id(pasted: str) -> None:
    assert pasted.encode("ascii", "ignore").decode() not in repaired_ids(pasted)


@pytest.mark.parametrize(
    "text",
    [*HOSTILE_SESSION_IDS, "%" * 5_000, "a." * 5_000, "a " * 5_000, "CLASS_7B.Open It Now"],
    ids=ascii,
)
def test_whatever_comes_the_ids_are_few_and_good_and_no_longer(text: str) -> None:
    ids = repaired_ids(text)
    assert len(ids) <= MOST_IDS
    assert text not in ids
    for one in ids:
        assert check_session_id(one) == one
        assert len(one) <= len(text)
