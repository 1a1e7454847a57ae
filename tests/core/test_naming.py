"""The key scheme, both ways."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from imagespeak_core.errors import InvalidSessionIdError
from imagespeak_core.pictures.naming import (
    IMAGE_PREFIX,
    MAX_CLEAN_PROMPT_LENGTH,
    ImageKey,
    check_session_id,
    clean_prompt,
    format_timestamp,
    newest_first,
    parse_key,
    session_prefix,
)
from tests.for_each import for_each

MOMENT = datetime(2024, 10, 31, 14, 30, 22, tzinfo=UTC)


def _may_name_a_session(text: str) -> bool:
    try:
        return check_session_id(text) == text
    except InvalidSessionIdError:
        return False


session_ids = st.one_of(
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", fullmatch=True),
    st.text("0123456789_", min_size=1, max_size=64),
    st.lists(
        st.sampled_from(["a", "_", "0", "_0", ".png", "20241031", "143022", "-", "_2"]), max_size=8
    ).map("".join),
).filter(_may_name_a_session)
moments = st.datetimes(
    min_value=datetime(1000, 1, 1),
    timezones=st.just(UTC),
)
prompts = st.text(max_size=300)
keys = st.builds(
    ImageKey,
    session_ids,
    moments.map(format_timestamp),
    st.integers(0, 999_999_999),
    st.one_of(st.just(""), prompts.map(clean_prompt)),
)


@dataclass(frozen=True)
class _Picture:
    key: ImageKey


@for_each(
    "session_id, timestamp, index, prompt, expected",
    [
        (
            "image-001", "20241031_143022", 0, "A beautiful sunset over mountains",
            "image-001_20241031_143022_0_sunset_mountains.png",
        ),
        (
            "image-001", "20241031_143022", 1, "A beautiful sunset over mountains",
            "image-001_20241031_143022_1_sunset_mountains.png",
        ),
        (
            "image-002", "20241031_144515", 0, "A city skyline",
            "image-002_20241031_144515_0_city_skyline.png",
        ),
        (
            "image-003", "20241031_145230", 0, "The forest by a lake",
            "image-003_20241031_145230_0_forest_lake.png",
        ),
    ],
)  # fmt: skip
def test_the_keys_of_the_contract(
    session_id: str, timestamp: str, index: int, prompt: str, expected: str
) -> None:
    key = ImageKey(session_id, timestamp, index, clean_prompt(prompt))
    assert str(key) == f"generated-images/{expected}"
    assert parse_key(str(key)) == key


@given(keys)
def test_a_key_is_read_as_it_was_written(key: ImageKey) -> None:
    assert parse_key(str(key)) == key


@given(keys)
def test_a_key_is_short_and_safe(key: ImageKey) -> None:
    assert len(str(key).encode()) <= 255
    assert re.fullmatch(r"generated-images/[A-Za-z0-9._-]+\.png", str(key))
    assert ".." not in str(key).removeprefix(f"{IMAGE_PREFIX}{key.session_id}")


@given(session_ids, session_ids, moments, st.integers(0, 10**8), prompts)
@example("abc", "abc_2", MOMENT, 0, "20241031 143022 0")
@example("abc_20241031", "abc", MOMENT, 0, "143022 0 sunset")
@example("a", "a_12345678", MOMENT, 0, "x")
def test_no_session_sees_the_keys_of_another(
    mine: str, theirs: str, moment: datetime, index: int, prompt: str
) -> None:
    key = str(ImageKey(theirs, format_timestamp(moment), index, clean_prompt(prompt)))
    read = parse_key(key)
    assert read is not None
    is_listed = key.startswith(session_prefix(mine)) and read.session_id == mine
    assert is_listed == (mine == theirs)


@given(st.text(max_size=100))
def test_whatever_lies_there_is_a_key_or_nothing(text: str) -> None:
    for name in (text, IMAGE_PREFIX + text, f"{IMAGE_PREFIX}{text}.png"):
        read = parse_key(name)
        assert read is None or str(read) == name


@for_each(
    "name",
    [
        "",
        "generated-images/",
        "image-001_20241031_143022_0_sunset.png",
        "previews/image-001_20241031_143022_0_sunset.png",
        "/generated-images/image-001_20241031_143022_0_sunset.png",
        "generated-images/../image-001_20241031_143022_0_sunset.png",
        "generated-images/image-001_20241031_143022_0_sunset.png\n",
        "generated-images/image-001_20241031_143022_0_sunset.PNG",
        "generated-images/image-001_20241031_143022_0_Sunset.png",
        "generated-images/image-001_20241031_143022_0_.png",
        "generated-images/image-001_20241031_143022_00_sunset.png",
        "generated-images/image-001_20241031_143022_٣_sunset.png",
        "generated-images/image-001_20241031_143022_sunset.png",
        "generated-images/image-001_20240230_143022_0_sunset.png",
        "generated-images/image-001_20241031_246022_0_sunset.png",
        "generated-images/image-001_00000101_000000_0_sunset.png",
        "generated-images/_20241031_143022_0_sunset.png",
        "generated-images/a_20241031_143022x_20241031_143022_0_sunset.png",
    ],
)
def test_what_is_no_key_is_not_read(name: str) -> None:
    assert parse_key(name) is None


def test_keys_without_words_are_read() -> None:
    assert parse_key("generated-images/image-001_20241031_143022_0.png") == ImageKey(
        "image-001", "20241031_143022", 0
    )


@for_each("session_id", ["a", "0", "image-7k2m", "A.b_c-d", "x" * 64, "12345678_12345"])
def test_good_session_ids(session_id: str) -> None:
    assert check_session_id(session_id) == session_id


@for_each(
    "session_id",
    [
        "", " ", "a b", " a", "a ", "a\n", "a\0", ".a", "_a", "-a", "..", "../x", "a/b", "a\\b",
        "é", "日本", "a%20b", "\ud800", "x" * 65, "x" * 100_000, "20241031_143022",
        "a_20241031_143022_0_b",
    ],
    ids=lambda session_id: ascii(session_id[:80]),
)  # fmt: skip
def test_bad_session_ids(session_id: str) -> None:
    with pytest.raises(InvalidSessionIdError) as caught:
        check_session_id(session_id)
    assert caught.value.field == "session_id"
    assert len(str(caught.value)) < 400


@given(prompts)
def test_words_are_short_and_safe(prompt: str) -> None:
    words = clean_prompt(prompt)
    assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", words)
    assert len(words) <= MAX_CLEAN_PROMPT_LENGTH


@for_each(
    "prompt, words",
    [
        ("", "image"),
        ("   ", "image"),
        ("!?…", "image"),
        ("a the of", "image"),
        ("A very beautiful, high-quality, amazing picture", "picture"),
        ("A child's red ball", "childs_red_ball"),
        ("A child’s red ball", "childs_red_ball"),
        ("Ein Mädchen am Fluß", "ein_madchen_am_fluss"),
        ("Солнце", "solntse"),
        ("x" * 50, "x" * 40),
        ("../../etc/passwd", "etc_passwd"),
        ("&lt;b&gt; &#65;", "lt_b_gt_65"),
        ("one two\nthree\tfour", "one_two_three_four"),
        (
            "elephants giraffes zebras monkeys crocodiles lions",
            "elephants_giraffes_zebras_monkeys",
        ),
    ],
)
def test_the_words_that_are_kept(prompt: str, words: str) -> None:
    assert clean_prompt(prompt) == words


def test_a_long_prompt_is_quick() -> None:
    assert clean_prompt("sunset " * 1400).startswith("sunset")


def test_timestamps_are_utc() -> None:
    in_tokyo = MOMENT.astimezone(timezone(timedelta(hours=9)))
    assert format_timestamp(in_tokyo) == "20241031_143022"
    assert ImageKey("a", "20241031_143022", 0).created_at == MOMENT


def test_newest_first_by_time_and_then_by_number() -> None:
    timestamps = ["20240101_000000", "20231231_235959"]
    expected = [_Picture(ImageKey("a", time, index)) for time in timestamps for index in (10, 9, 1)]
    assert newest_first(sorted(expected, key=lambda picture: str(picture.key))) == expected
