"""What comes from outside, for properties: any text, any JSON, bytes that were damaged."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from imagespeak_core.errors import InvalidSessionIdError
from imagespeak_core.pictures.naming import ImageKey, check_session_id


def fewer(times: int) -> settings:
    """For what takes its time: so many times fewer examples than the others have."""
    return settings(max_examples=settings().max_examples // times)


def may_be_session(text: str) -> bool:
    try:
        check_session_id(text)
    except InvalidSessionIdError:
        return False
    return True


ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
"""Half characters too, which JSON can hold and UTF-8 can't."""

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=12,
)

SESSION_IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", fullmatch=True).filter(
    may_be_session
)
IMAGE_KEYS = st.builds(
    ImageKey,
    SESSION_IDS,
    st.datetimes().map(lambda moment: f"{moment:%Y%m%d_%H%M%S}".zfill(15)),
    st.integers(0, 999_999_999),
    st.from_regex(r"([a-z0-9]+(_[a-z0-9]+)*)?", fullmatch=True).map(
        lambda words: words[:40].rstrip("_")
    ),
)


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """Bytes with flipped bits, a piece cut out or put in, or an end that is missing."""
    some = bytearray(content)
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, max(0, len(some) - 1)))
        match draw(st.sampled_from(["flip", "cut", "end", "junk", "insert"])):
            case "flip" if some:
                some[place] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del some[place : place + draw(st.integers(1, 40))]
            case "end":
                del some[place:]
            case "junk":
                junk = draw(st.binary(min_size=1, max_size=8))
                some[place : place + len(junk)] = junk
            case _:
                some[place:place] = draw(st.binary(min_size=1, max_size=8))
    return bytes(some)


@st.composite
def other_json(draw: st.DrawFn, content: bytes) -> bytes:
    """A JSON document with another value, one too few or one too many, somewhere in it."""
    whole = {"": json.loads(content)}
    inside: Any = whole
    names: list[Any] = [""]
    while True:
        name = draw(st.sampled_from(names))
        below = inside[name]
        names = [*below] if isinstance(below, dict) else []
        names = [*range(len(below))] if isinstance(below, list) else names
        if not names or draw(st.integers(0, 3)) == 0:
            break
        inside = below
    match draw(st.sampled_from(["value", "value", "lack", "more"])):
        case "lack" if name != "":
            del inside[name]
        case "more" if isinstance(below, dict):
            below[draw(st.sampled_from(["version", "another", "until"]))] = draw(JSON)
        case _:
            inside[name] = draw(JSON | LIKELY)
    return json.dumps(whole[""]).encode("utf-8", "surrogatepass")


LIKELY = st.sampled_from(
    [0, 1, 2, -1, 1.0, 1e308, float("nan"), float("inf"), 10**30, "", "1", "image-001", [], {}]
) | st.sampled_from(
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-11-28T12:00:00"]
)
