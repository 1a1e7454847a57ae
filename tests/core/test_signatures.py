"""Signatures: of exactly these parts, for this purpose, with this secret."""

from __future__ import annotations

import re

import pytest

from imagespeak_core.pictures.naming import IMAGE_PREFIX
from imagespeak_core.signing.signatures import matches, sign
from imagespeak_core.stores.folder.signed_paths import signed_path

SECRET = b"s" * 32
GIVEN = sign("door", "blue", "7", secret=SECRET)


def test_a_signature_matches_what_was_signed() -> None:
    assert matches(GIVEN, "door", "blue", "7", secret=SECRET)
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", GIVEN)


@pytest.mark.parametrize(
    ("purpose", "parts"),
    [
        ("window", ("blue", "7")),
        ("door", ("red", "7")),
        ("door", ("blue", "8")),
        ("door", ("7", "blue")),
        ("door", ("blue",)),
        ("door", ("blue", "7", "")),
        ("door", ("", "blue", "7")),
        ("door", ("blue7", "")),
        ("door", ("blue\n7",)),
        ("door", ("Blue", "7")),
        ("door", ("blue ", "7")),
    ],
)
def test_anything_else_does_not_match(purpose: str, parts: tuple[str, ...]) -> None:
    assert not matches(GIVEN, purpose, *parts, secret=SECRET)


def test_another_secret_does_not_match() -> None:
    assert not matches(GIVEN, "door", "blue", "7", secret=b"t" * 32)


@pytest.mark.parametrize(
    "signature", ["", GIVEN[:-1], GIVEN + "=", GIVEN.lower(), "\ud800", "ä" * 43, "\0", GIVEN * 9]
)
def test_another_signature_does_not_match(signature: str) -> None:
    assert not matches(signature, "door", "blue", "7", secret=SECRET)


def test_odd_parts_do_no_harm_and_are_told_apart() -> None:
    odd = ["\ud800", "?", "\ufffd", "", "\0", "山"]
    signatures = [sign("door", part, secret=SECRET) for part in odd]
    assert len(set(signatures)) == len(odd)
    for part, signature in zip(odd, signatures, strict=True):
        assert matches(signature, "door", part, secret=SECRET)


def test_a_line_break_is_never_signed() -> None:
    for lines in (("door\nblue", "7"), ("door", "blue\n7")):
        with pytest.raises(ValueError, match="line breaks"):
            sign(*lines, secret=SECRET)


@pytest.mark.parametrize(
    ("as_download", "end"),
    [
        (False, "&signature=nXawKvjrLIar-_QZZjfNVDI4orVItsgaIr0j8GwKvE8"),
        (True, "&download=1&signature=qTG7e6tdhoBKI7E0Os9hSK0AXbaPfoaKZGwLGHNyyok"),
    ],
)
def test_addresses_of_pictures_stay_as_they_always_were(as_download: bool, end: str) -> None:
    name = "abc_20241031_143022_0_sunset_mountains.png"
    address = signed_path(
        IMAGE_PREFIX + name, 1_763_812_800, as_download=as_download, secret=SECRET
    )
    assert address == f"/pictures/{name}?expires=1763812800{end}"
