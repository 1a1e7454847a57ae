"""What people type on the keyboards of their own scripts."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from imagespeak_core.typed_text import (
    entries,
    in_latin,
    looks_latin,
    stripped,
    tidied,
    whole_number,
)

DIGITS = [chr(code) for code in range(sys.maxunicode) if unicodedata.decimal(chr(code), None) == 7]


def test_the_digits_of_every_script() -> None:
    assert len(DIGITS) > 50
    assert {in_latin(f"a {digit} b") for digit in DIGITS} == {"a 7 b"}
    assert in_latin("①②③ ፩") == "123 1"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("３ ｄｏｇｓ\u3000ｉｎ　ａ　ｐａｒｋ", "3 dogs in a park"),
        ("a boy، a girl、 a dog，run。", "a boy, a girl, a dog,run."),
        ("who؟ what⸮ now। then۔ end։", "who? what? now. then. end."),
        ("the man’s “red” hat", 'the man\'s "red" hat'),
        ("dоg аnd cаt", "dog and cat"),  # with Cyrillic vowels
        ("soft\u00adhyphen, zero\u200bwidth, \u202bturned\u202c", "softhyphen, zerowidth, turned"),
        ("a gırl", "a girl"),
        ("собака и кот", "собака и кот"),
        ("άνθρωπος", "άνθρωπος"),
        ("كلب", "كلب"),
        ("कुत्ता", "कुत्ता"),
        ("café, naïve", "café, naïve"),
    ],
)
def test_what_stands_for_english_becomes_english(typed: str, meant: str) -> None:
    assert in_latin(typed) == meant


def test_where_all_is_latin_every_letter_that_looks_so_is() -> None:
    assert looks_latin("АВЕКМНОРСТУХЅЈԚԜ") == "ABEKMHOPCTYXSJQW"
    assert looks_latin("ΑΒΕΖΗΚΜΝΡΤΥΧ") == "ABEZHKMNPTYX"
    assert looks_latin("2\ufe0f\u20e3 3\ufe0f\u20e3") == "2 3"
    assert looks_latin("ЖЯ") == "ЖЯ"


@pytest.mark.parametrize(
    "typed",
    [
        "wheel, red bus,driver",
        "wheel، red bus،driver",
        "wheel、red bus、driver",
        "wheel，red  bus，driver，",
        "wheel; red bus ;driver",
        "wheel؛ red bus؛ driver",
        "\nwheel\nred bus\n\ndriver\n",
        ",wheel,,red\tbus,driver,;",
    ],
)
def test_a_list_in_the_commas_of_any_script(typed: str) -> None:
    assert entries(typed) == ["wheel", "red bus", "driver"]


def test_entries_stay_as_they_were_typed() -> None:
    assert entries("Ｗｈｅｅｌ, fir\ufb01, ٣ كلاب") == ["Ｗｈｅｅｌ", "fir\ufb01", "٣ كلاب"]
    assert entries(" , ;،") == []
    assert entries("wheel, \u200b, \u3164") == ["wheel"]


UNSEEN = [
    "",
    " \n",
    "\u200b\u200d",
    "\u202e",
    "\ufeff",
    "\u3164",
    "\u2800 \u2060",
    "\u0301",
    "\ufe0f",
]


@pytest.mark.parametrize("typed", UNSEEN, ids=ascii)
def test_what_nobody_sees_is_no_name(typed: str) -> None:
    assert tidied(typed) == ""
    assert tidied(f" {typed} 7b\n x") == f"{typed} 7b x".strip()


@pytest.mark.parametrize("typed", ["👩‍🏫", "क्", "·", "-", "می‌خواهم", "e\u0301"])
def test_names_of_one_sign_stay(typed: str) -> None:
    assert tidied(typed) == typed


def test_what_cannot_be_seen_at_the_ends_goes() -> None:
    assert stripped("\ufeff\u00a0\u200bred\u200d bus\u200f\r\n") == "red\u200d bus"
    assert stripped("\u200b \u2060\ufeff") == ""


@pytest.mark.parametrize("typed", ["42", " ٤٢ ", "۴۲", "४२", "４２", "4\u200f2"])
def test_a_number(typed: str) -> None:
    assert whole_number(typed) == 42


@pytest.mark.parametrize(
    "typed", ["", "4 2", "-4", "4.2", "4,2", "1e3", "0x2a", "четыре", "9" * 21]
)
def test_what_is_no_number(typed: str) -> None:
    assert whole_number(typed) is None
