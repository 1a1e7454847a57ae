"""Tokens hold a sentence of this server's own, and end."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imagespeak_core.errors import AddressExpiredError
from imagespeak_core.signing.signatures import sign
from imagespeak_core.speaking.tickets import new_ticket, signed
from imagespeak_core.voices.base import MAX_SENTENCE_LENGTH, plain_sentence
from imagespeak_core.voices.tokens import read_token, sentence_token
from tests.for_each import for_each
from tests.voice_rig import SENTENCE

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
END = int(NOW.timestamp()) + 60
SECRET = b"a secret of this server"


def made(sentence: str = SENTENCE, *, expires: int = END, secret: bytes = SECRET) -> str:
    return sentence_token(sentence, expires=expires, secret=secret)


def read(text: str) -> str:
    return read_token(text, secret=SECRET, now=NOW)


def refused(text: str) -> None:
    with pytest.raises(AddressExpiredError):
        read(text)


@for_each(
    "sentence",
    [
        SENTENCE,
        "It looks as if it’s raining – “really”?",
        "湖 🦊",
        "x" * 400,
        "🦊" * 400,
        "<a & b>",
    ],
)
def test_a_sentence_comes_back_as_it_was(sentence: str) -> None:
    assert re.fullmatch(r"[\w.-]+", made(sentence), re.ASCII)
    assert read(made(sentence)) == sentence


def test_the_same_sentence_has_the_same_token() -> None:
    assert made() == made(f" {SENTENCE}\n")
    assert made() != made(SENTENCE[:-1])


def test_it_ends() -> None:
    assert read(made(expires=int(NOW.timestamp()) + 1)) == SENTENCE
    refused(made(expires=int(NOW.timestamp())))


def test_what_others_sign_is_refused() -> None:
    refused(made(secret=b"a secret of another server"))
    ticket = new_ticket(session_id="abc", learner="x", picture="y", now=NOW)
    refused(signed(ticket, secret=SECRET))
    content = made().partition(".")[0]
    refused(f"{content}.{sign('imagespeak recording ticket', content, secret=SECRET)}")


def test_nothing_in_it_can_be_changed() -> None:
    token = made()
    for place in range(len(token)):
        other = "A" if token[place] != "A" else "B"
        refused(token[:place] + other + token[place + 1 :])
    refused(token + "A")
    refused(token[:-1])
    refused(made("A" * 10).partition(".")[0] + "." + token.partition(".")[2])


@given(st.text())
def test_any_other_text_is_refused(text: str) -> None:
    refused(text)


@for_each("text", ["", " ", "\n\t", "x" * (MAX_SENTENCE_LENGTH + 1)])
def test_what_is_no_sentence_gets_none(text: str) -> None:
    with pytest.raises(ValueError, match="1 to 400"):
        made(text)


def test_spaces_are_made_one() -> None:
    assert plain_sentence("  There is\n\na  dog. ") == "There is a dog."
