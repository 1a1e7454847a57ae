"""Whatever people type or paste is read as what it means, or as nothing: never an exception."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from imagespeak_core import typed_text
from imagespeak_core.access.accounts import plain_tenant, read_account
from imagespeak_core.access.pin import plain_pin
from imagespeak_core.classroom.class_names import (
    CODE_ALPHABET,
    CODE_LENGTH,
    class_id,
    could_be_given,
    is_class_id,
    read_code,
)
from imagespeak_core.errors import InvalidRequestError, InvalidSessionIdError
from imagespeak_core.pictures.naming import (
    MAX_CLEAN_PROMPT_LENGTH,
    ImageKey,
    check_session_id,
    clean_prompt,
    parse_key,
)
from imagespeak_core.pictures.pasted_ids import MOST_IDS, repaired_ids
from imagespeak_core.settings import values
from imagespeak_core.speaking.drafts.corrections import MOST, corrections
from imagespeak_core.speaking.learner import is_key, key_hash, new_key
from tests.outside_input import ANY_TEXT, IMAGE_KEYS, JSON, SESSION_IDS, may_be_session

CODES = st.text(CODE_ALPHABET, min_size=CODE_LENGTH, max_size=CODE_LENGTH)
SPACES = st.text(" \t\u00a0\u2003\u200b\ufeff\u200e", max_size=4)
QUOTES = st.sampled_from(["", '"', "'", "“", "«"])


def either(text: str, read: Callable[[str], object]) -> object:
    """What a reader gives, or None where it says in words that it can't."""
    refusal = ""
    try:
        return read(text)
    except ValueError as error:
        refusal = str(error)
    assert refusal
    return None


@given(text=ANY_TEXT)
def test_any_text_is_a_session_id_or_refused_in_words(text: str) -> None:
    try:
        assert check_session_id(text) == text
    except InvalidSessionIdError as error:
        str(error).encode()
        return
    key = ImageKey(text, "20241031_143022", 0, "dog")
    assert parse_key(str(key)) == key


@given(key=IMAGE_KEYS, more=ANY_TEXT)
def test_no_two_keys_are_written_alike(key: ImageKey, more: str) -> None:
    other = parse_key(f"{key}{more}")
    assert other == (None if more else key)
    assert all(parse_key(str(key)[:end]) is None for end in range(len(str(key))))


@given(prompt=ANY_TEXT)
def test_a_cleaned_prompt_is_cleaned_once_for_all(prompt: str) -> None:
    cleaned = clean_prompt(prompt)
    assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", cleaned)
    assert len(cleaned) <= MAX_CLEAN_PROMPT_LENGTH
    assert clean_prompt(cleaned.replace("_", " ")) == cleaned
    assert clean_prompt(f" {prompt} ") == cleaned


@given(text=ANY_TEXT)
@example("session=" * 300)
@example("%25" * 700)
@example("ﷺ" * 2_000)
def test_what_is_pasted_is_repaired_into_ids_or_into_nothing(text: str) -> None:
    found = repaired_ids(text)
    assert len(found) == len(set(found)) <= MOST_IDS
    assert all(may_be_session(one) and one != text for one in found)
    assert found == repaired_ids(text)


@given(session_id=SESSION_IDS, before=SPACES, after=SPACES, times=st.integers(0, 3))
def test_an_id_in_a_link_is_found_however_often_it_was_encoded(
    session_id: str, before: str, after: str, times: int
) -> None:
    link = f"{before}https://school.org/?session={session_id}&x=1{after}"
    for _ in range(times):
        link = quote(link)
    wanted = session_id.rstrip("._-")
    if may_be_session(wanted):
        assert wanted in repaired_ids(link)


@given(code=CODES, before=st.sampled_from(["", "Code: ", "das ist ", " "]), gap=SPACES)
def test_a_code_is_read_however_it_is_typed(code: str, before: str, gap: str) -> None:
    typed = f"{before}{code[:3]}{gap}{code[3:]}{gap}"
    assert read_code(typed) == code
    assert read_code(typed.lower()) == code


@given(text=ANY_TEXT)
def test_any_text_is_a_code_or_none(text: str) -> None:
    code = read_code(text)
    assert code is None or re.fullmatch(f"[{CODE_ALPHABET}]{{{CODE_LENGTH}}}", code)


@given(title=ANY_TEXT, random=st.binary(min_size=10, max_size=10))
def test_any_title_gives_an_id_that_may_be_a_classs(title: str, random: bytes) -> None:
    given_id = class_id(title, random_bytes=lambda size: random[:size])
    assert check_session_id(given_id) == given_id
    assert is_class_id(given_id)
    assert could_be_given(given_id)


@given(text=ANY_TEXT)
def test_typed_text_is_made_plain_once_for_all(text: str) -> None:
    for plain in (typed_text.stripped, typed_text.tidied, typed_text.in_latin):
        assert plain(plain(text)) == plain(text)
    assert typed_text.stripped(text) in text
    assert "  " not in typed_text.tidied(text)
    number = typed_text.whole_number(text)
    assert number is None or number >= 0


@given(number=st.integers(0, 10**19), zero=st.sampled_from("0\u0660\u0966\uff10\U0001d7d8"))
def test_a_number_is_read_in_the_digits_of_any_script(number: int, zero: str) -> None:
    typed = "".join(chr(ord(zero) + int(digit)) for digit in str(number))
    assert typed_text.whole_number(f" {typed}\u200f ") == number


@given(
    words=st.lists(st.sampled_from(["two dogs", "a b", "кот", "猫"]), max_size=6),
    mark=st.sampled_from(",;\n،；"),
)
def test_a_list_is_read_as_it_was_written(words: list[str], mark: str) -> None:
    assert typed_text.entries(f" {mark} ".join(words)) == words


@given(text=ANY_TEXT)
def test_any_text_as_a_setting_is_a_value_or_refused_in_words(text: str) -> None:
    bare = values.unwrapped(text)
    assert values.unwrapped(bare) == bare
    number = either(text, values.whole_number)
    assert number is None or isinstance(number, int)
    dollars = either(text, values.dollars)
    assert dollars is None or (isinstance(dollars, Decimal) and 0 <= dollars < 10**9)
    origin = either(text, values.origin)
    assert origin is None or either(str(origin), values.origin) == origin
    folder = either(text, lambda text: values.folder(text, {"HOME": "/h"}, windows=False))
    assert folder is None or isinstance(folder, Path)
    tenant = either(text, plain_tenant)
    assert tenant is None or either(str(tenant), plain_tenant) == tenant
    assert all(one == one.lower() and one for one in values.mail_addresses(text))
    assert plain_pin(plain_pin(text)) == plain_pin(text)
    either(text, lambda text: values.filled_in(text, {"A": "b"}, whole_only=False))
    for is_secret in (True, False):
        check = partial(values.check_is_meant, is_secret=is_secret, may_hold_comment=True)
        either(text, check)


ORIGIN = st.from_regex(
    r"https?://[a-z0-9-]{1,12}(\.[a-z]{2,5}){0,2}(:[1-9][0-9]{0,3})?", fullmatch=True
)


@given(origin=ORIGIN, end=st.sampled_from(["", "/"]))
def test_an_origin_is_taken_as_browsers_write_it(origin: str, end: str) -> None:
    plain = values.origin(origin.upper() + end)
    assert plain in {origin, origin.removesuffix(":80"), origin.removesuffix(":443")}


@given(
    claims=st.dictionaries(
        st.sampled_from(
            "iss tid email email_verified xms_edov preferred_username upn idp acct".split()
        )
        | ANY_TEXT,
        JSON | st.sampled_from(["a@b.org", "https://idp/", True]),
        max_size=8,
    )
)
def test_any_claims_are_an_account_or_a_doubt(claims: dict[str, object]) -> None:
    account = read_account(claims, ())
    if account.address is None:
        assert account.doubt == "no address"
    elif account.doubt is None:
        said = [claims.get(name) for name in ("email_verified", "xms_edov")]
        assert any(one == 1 or str(one).strip().lower() in {"true", "1"} for one in said)


@given(text=ANY_TEXT)
def test_any_text_is_only_no_learners_key(text: str) -> None:
    assert not is_key(text)
    assert re.fullmatch("[0-9a-f]{32}", key_hash("x" + new_key()))


@given(draft=ANY_TEXT, written=ANY_TEXT)
def test_any_draft_and_any_words_differ_in_places_of_the_text(draft: str, written: str) -> None:
    found = corrections(draft, written)
    assert len(found) <= MOST
    assert corrections(written, written) == ()
    assert all(one.heard in " ".join(draft.split()) or " " in one.heard for one in found)


@given(text=ANY_TEXT.filter(lambda text: len(text) > 0))
def test_what_is_too_long_is_refused_in_words(text: str) -> None:
    with pytest.raises(InvalidRequestError):
        check_session_id((text * 65)[:65] if len(text) < 65 else text)
