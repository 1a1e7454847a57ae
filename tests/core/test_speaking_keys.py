"""Names of recordings and attempts: written and read, and nothing else taken for one."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagespeak_core.speaking.keys import (
    ATTEMPT_PREFIX,
    CONTENT_TYPES,
    MAX_INDEX,
    RECORDING_PREFIX,
    Ending,
    SpokenKey,
    document_name,
    parse_name,
    parse_sound,
    parse_stem,
    second_prefix,
    session_prefix,
    sound_name,
)
from imagespeak_core.stores.blobs import is_name
from tests.for_each import for_each
from tests.outside_input import SESSION_IDS

STEM = "image-001_20241031_143022_0"
KEY = SpokenKey("image-001", "20241031_143022", 0)


KEYS = st.builds(
    SpokenKey,
    SESSION_IDS,
    st.sampled_from(["20241031_143022", "20000101_000000", "20991231_235959"]),
    st.integers(0, MAX_INDEX),
)


def test_names_are_as_the_contract_has_them() -> None:
    assert sound_name(STEM, "webm") == f"recordings/{STEM}.webm"
    assert document_name(RECORDING_PREFIX, STEM) == f"recordings/{STEM}.json"
    assert document_name(ATTEMPT_PREFIX, STEM) == f"attempts/{STEM}.json"
    assert set(CONTENT_TYPES) == {"webm", "mp4", "ogg", "wav"}


@given(KEYS, st.sampled_from([*CONTENT_TYPES]))
def test_what_is_written_is_read_as_the_same(key: SpokenKey, ending: Ending) -> None:
    assert parse_stem(str(key)) == key
    assert parse_sound(sound_name(str(key), ending)) == (key, ending)
    for prefix in (RECORDING_PREFIX, ATTEMPT_PREFIX):
        name = document_name(prefix, str(key))
        assert is_name(name)
        assert parse_name(name) == (key, "json")
        assert parse_sound(name) is None
        assert name.startswith(session_prefix(prefix, key.session_id))
        assert name.startswith(second_prefix(prefix, key.session_id, key.timestamp))


@given(SESSION_IDS, KEYS)
def test_a_name_belongs_to_one_session_alone(session_id: str, key: SpokenKey) -> None:
    read = parse_stem(f"{session_id}_20241031_143022_7")
    assert read
    assert read.session_id == session_id
    assert (read.session_id == key.session_id) == (session_id == key.session_id)


@for_each(
    "name",
    [
        "recordings/", "recordings/.webm", f"recordings/{STEM}", f"recordings/{STEM}.mp3",
        f"recordings/{STEM}.WEBM", f"recordings/{STEM}.webm ", f"recordings/{STEM}.webm\n",
        f"recordings/{STEM} (1).webm", f"recordings/{STEM}0.json.webm", f"attempts/{STEM}.webm",
        f"previews/{STEM}.webm", f"recordings/x/{STEM}.webm", f"/recordings/{STEM}.webm",
        "recordings/image-001_20241031_143022.webm", "recordings/image-001_20241031_143022_00.wav",
        "recordings/image-001_20241399_143022_0.wav", "recordings/_20241031_143022_0.wav",
        "recordings/image-001_20241031_143022_1000000000.wav",
        "recordings/image-001_20241031_143022_0_sunset.wav",
        "recordings/a_20241031_143022_0_20241031_143022_0.wav",
    ],
)  # fmt: skip
def test_foreign_names_are_none_of_ours(name: str) -> None:
    assert parse_name(name) is None
    assert parse_sound(name) is None


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    for prefix in ("", "recordings/", "attempts/"):
        parse_name(prefix + text)
        parse_sound(prefix + text)
    parse_stem(text)


@for_each("stem", ["", "x", "../x", f"{STEM}.json", f"{STEM}/..", f"a_{STEM} "])
def test_no_name_is_made_of_what_is_no_stem(stem: str) -> None:
    with pytest.raises(ValueError, match="names no recording"):
        sound_name(stem, "webm")
    with pytest.raises(ValueError, match="names no recording"):
        document_name(ATTEMPT_PREFIX, stem)
    with pytest.raises(ValueError, match="No recording ends"):
        sound_name(STEM, cast(Any, "mp3"))


def test_the_parts_are_told() -> None:
    assert KEY.order < SpokenKey("image-001", "20241031_143022", 10).order
