"""Whatever is changed in what this server signed, it passes no more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from imagespeak_core.access.cookie import COOKIE_LIFE_S, PIN_ACCOUNT, make_cookie, read_cookie
from imagespeak_core.access.device import Device, make_device_cookie, read_device_cookie
from imagespeak_core.errors import AddressExpiredError
from imagespeak_core.pictures.naming import ImageKey
from imagespeak_core.signing.addresses import check_address, signed_address
from imagespeak_core.signing.signatures import matches, sign
from imagespeak_core.speaking.tickets import new_ticket, read_ticket, signed
from imagespeak_core.stores.folder.signed_paths import check_signature, signed_path
from imagespeak_core.voices.tokens import read_token, sentence_token
from tests.outside_input import ANY_TEXT, IMAGE_KEYS, SESSION_IDS

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SECRET, OTHER = b"a secret of this server", b"a secret of another one"
PIN = "correct horse"
LINES = ANY_TEXT.filter(lambda text: "\n" not in text)
PARTS = st.lists(LINES, min_size=1, max_size=4)


def changed(text: str, place: int, char: str) -> str:
    """The text with another character, one more or one less."""
    place %= len(text) + 1
    return text[:place] + char + text[place + 1 :]


CHANGES = st.tuples(st.integers(0, 400), st.sampled_from(["", "A", "b", "_", "9", ".", "=", "é"]))


@given(purpose=LINES, parts=PARTS)
def test_what_was_signed_passes_as_it_was_and_for_nothing_else(
    purpose: str, parts: list[str]
) -> None:
    signature = sign(purpose, *parts, secret=SECRET)
    assert matches(signature, purpose, *parts, secret=SECRET)
    assert not matches(signature, purpose, *parts, secret=OTHER)
    assert not matches(signature, purpose + "2", *parts, secret=SECRET)
    assert not matches(signature, purpose, *parts, "", secret=SECRET)
    assert not matches(signature, purpose, *parts[:-1], secret=SECRET)


@given(parts=PARTS, bit=st.integers(0, 43 * 7 - 1))
def test_no_flipped_bit_of_a_signature_passes(parts: list[str], bit: int) -> None:
    raw = bytearray(sign("x", *parts, secret=SECRET).encode())
    raw[bit // 7] ^= 1 << bit % 7
    assert not matches(raw.decode(), "x", *parts, secret=SECRET)


@given(one=PARTS, other=PARTS)
def test_two_texts_have_two_signatures(one: list[str], other: list[str]) -> None:
    assume(one != other)
    assert sign("x", *one, secret=SECRET) != sign("x", *other, secret=SECRET)


@given(signature=ANY_TEXT, parts=st.lists(ANY_TEXT, max_size=3))
def test_any_text_at_all_is_only_no_signature(signature: str, parts: list[str]) -> None:
    assert not matches(signature, "x", *parts, secret=SECRET)


@given(path=LINES.map(lambda text: "/a" + text), expires=st.integers(0, 10**12), change=CHANGES)
def test_an_address_passes_as_it_was_until_it_ends(
    path: str, expires: int, change: tuple[int, str]
) -> None:
    assume(not any("\ud800" <= char <= "\udfff" for char in path))
    parts = urlsplit(signed_address(path, expires=expires, secret=SECRET))
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    assert unquote(parts.path) == path
    sent = (path, query["expires"], query["signature"])
    before = datetime.fromtimestamp(min(expires - 1, 10**10), UTC)

    def check(*parts: str, now: datetime = before) -> None:
        check_address(*parts, secret=SECRET, now=now)

    check(*sent)
    for place, part in enumerate(sent):
        other = changed(part, *change)
        if other != part:
            with pytest.raises(AddressExpiredError):
                check(*sent[:place], other, *sent[place + 1 :])
    if expires < 10**10:
        with pytest.raises(AddressExpiredError):
            check(*sent, now=datetime.fromtimestamp(expires, UTC))


@given(path=ANY_TEXT, expires=ANY_TEXT, signature=ANY_TEXT)
def test_any_address_at_all_is_only_refused(path: str, expires: str, signature: str) -> None:
    with pytest.raises(AddressExpiredError):
        check_address(path, expires, signature, secret=SECRET, now=NOW)


@given(key=IMAGE_KEYS, download=st.booleans(), change=CHANGES)
def test_a_pictures_address_is_of_this_picture_alone(
    key: ImageKey, download: bool, change: tuple[int, str]
) -> None:
    expires = int(NOW.timestamp()) + 60
    address = signed_path(str(key), expires, as_download=download, secret=SECRET)
    query = parse_qs(urlsplit(address).query)
    sent = [str(key), str(expires), "1" if download else "", query["signature"][0]]
    check_signature(*sent, secret=SECRET, now=NOW)
    for place in range(1, 4):
        other = [*sent]
        other[place] = changed(sent[place], *change)
        if other != sent:
            with pytest.raises(AddressExpiredError):
                check_signature(*other, secret=SECRET, now=NOW)
    with pytest.raises(AddressExpiredError):
        check_signature(f"{key}x", *sent[1:], secret=SECRET, now=NOW)


@given(change=CHANGES, pin=ANY_TEXT)
def test_a_teachers_cookie(change: tuple[int, str], pin: str) -> None:
    since_s = int(NOW.timestamp())
    value = make_cookie(PIN, secret=SECRET, since_s=since_s)
    known = read_cookie(value, PIN, secret=SECRET, now=NOW)
    assert known
    assert (known.account, known.since_s) == (PIN_ACCOUNT, since_s)
    assert known.ends_s == since_s + COOKIE_LIFE_S
    assert read_cookie(value, PIN, secret=OTHER, now=NOW) is None
    assert (read_cookie(value, pin, secret=SECRET, now=NOW) == known) == (pin == PIN)
    other = changed(value, *change)
    assert (read_cookie(other, PIN, secret=SECRET, now=NOW) == known) == (other == value)
    assert read_cookie(value, PIN, secret=SECRET, now=NOW + timedelta(hours=12)) is None


@given(text=ANY_TEXT)
def test_any_text_at_all_is_only_no_cookie(text: str) -> None:
    assert read_cookie(text, PIN, secret=SECRET, now=NOW) is None
    assert read_device_cookie(text, PIN, secret=SECRET, now=NOW).state == "new"


@given(change=CHANGES, signed_in=st.booleans())
def test_a_devices_cookie(change: tuple[int, str], signed_in: bool) -> None:
    device = Device("0123456789abcdef" * 2, "signed in" if signed_in else "seen")
    value = make_device_cookie(device, PIN, secret=SECRET, now=NOW)
    assert read_device_cookie(value, PIN, secret=SECRET, now=NOW) == device
    with_another_pin = read_device_cookie(value, "another", secret=SECRET, now=NOW)
    assert with_another_pin.state == ("new" if signed_in else "seen")
    other = changed(value, *change)
    if other != value:
        assert read_device_cookie(other, PIN, secret=SECRET, now=NOW).state == "new"


def _ticket(session_id: str) -> tuple[str, Callable[[str], object]]:
    ticket = new_ticket(
        session_id=session_id,
        learner="0" * 32,
        picture=f"generated-images/{session_id}_20241031_143022_0_dog.png",
        now=NOW,
    )
    text = signed(ticket, secret=SECRET)
    assert read_ticket(text, secret=SECRET, now=NOW) == ticket
    return text, lambda text: read_ticket(text, secret=SECRET, now=NOW)


def _token(session_id: str) -> tuple[str, Callable[[str], object]]:
    expires = int(NOW.timestamp()) + 60
    text = sentence_token(f"There is {session_id} – „é“.", expires=expires, secret=SECRET)
    assert read_token(text, secret=SECRET, now=NOW) == f"There is {session_id} – „é“."
    return text, lambda text: read_token(text, secret=SECRET, now=NOW)


@pytest.mark.parametrize("made", [_ticket, _token])
def test_tickets_and_tokens_pass_as_they_were(
    made: Callable[[str], tuple[str, Callable[[str], object]]],
) -> None:
    @given(session_id=SESSION_IDS, change=CHANGES)
    def passes_as_it_was(session_id: str, change: tuple[int, str]) -> None:
        text, read = made(session_id)
        for other in {changed(text, *change), text + change[1], text[: change[0]]} - {text}:
            with pytest.raises(AddressExpiredError):
                read(other)

    passes_as_it_was()


@given(text=ANY_TEXT)
def test_any_text_at_all_is_only_no_ticket_and_no_token(text: str) -> None:
    for read in (read_ticket, read_token):
        with pytest.raises(AddressExpiredError):
            read(text, secret=SECRET, now=NOW)
