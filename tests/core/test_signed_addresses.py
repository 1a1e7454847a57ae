"""Addresses of this server: good as they were given out, and until they end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from imagespeak_core.errors import AddressExpiredError
from imagespeak_core.signing.addresses import check_address, signed_address
from imagespeak_core.signing.signatures import sign

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
END = int(NOW.timestamp()) + 60
SECRET = b"s" * 32
PATH = "/previews/abc_20241031_143022_0_sunset.webp"


def parts(address: str) -> tuple[str, str, str]:
    """Path, end and signature, as a server reads them."""
    split = urlsplit(address)
    query = parse_qs(split.query, strict_parsing=True)
    (expires,), (signature,) = query["expires"], query["signature"]
    return unquote(split.path), expires, signature


def passes(
    path: str, expires: str, signature: str, *, now: datetime = NOW, secret: bytes = SECRET
) -> bool:
    try:
        check_address(path, expires, signature, secret=secret, now=now)
    except AddressExpiredError:
        return False
    return True


@pytest.mark.parametrize("path", [PATH, "/archives/My.own_session-1.zip", "/a b/ä?&=%25#"])
def test_what_was_given_out_passes(path: str) -> None:
    assert passes(*parts(signed_address(path, expires=END, secret=SECRET)))
    assert parts(signed_address(path, expires=END, secret=SECRET))[0] == path


def test_it_ends_on_the_second() -> None:
    given = parts(signed_address(PATH, expires=END, secret=SECRET))
    assert passes(*given, now=NOW + timedelta(seconds=59.9))
    assert not passes(*given, now=NOW + timedelta(seconds=60))
    assert not passes(*given, now=NOW + timedelta(days=400))


@pytest.mark.parametrize(
    "change",
    [
        lambda path, end, sign: (path.replace("abc", "abd"), end, sign),
        lambda path, end, sign: (path.replace("/previews/", "/archives/"), end, sign),
        lambda path, end, sign: (path + "/", end, sign),
        lambda path, end, sign: (path, str(int(end) + 1), sign),
        lambda path, end, sign: (path, "0" + end, sign),
        lambda path, end, sign: (path, end + ".0", sign),
        lambda path, end, sign: (path, " " + end, sign),
        lambda path, end, sign: (path, "", sign),
        lambda path, end, sign: (path, "9" * 5_000, sign),
        lambda path, end, sign: (path, end, ""),
        lambda path, end, sign: (path, end, sign[:-1]),
        lambda path, end, sign: (path, end, sign + "="),
        lambda path, end, sign: (path, end, sign.swapcase()),
        lambda path, end, sign: (path, end, "\ud800"),
        lambda path, end, sign: (path + "\n" + end, "", sign),
        lambda path, end, sign: ("", end, sign),
    ],
)
def test_nothing_in_it_may_be_changed(change: object) -> None:
    assert callable(change)
    assert not passes(*change(*parts(signed_address(PATH, expires=END, secret=SECRET))))


def test_another_secret_does_not_pass() -> None:
    assert not passes(*parts(signed_address(PATH, expires=END, secret=b"t" * 32)))


def test_what_was_signed_for_something_else_does_not_pass() -> None:
    for purpose in ("imagespeak teacher cookie", "imagespeak picture", ""):
        assert not passes(PATH, str(END), sign(purpose, PATH, str(END), secret=SECRET))


def test_the_refusal_says_what_to_do() -> None:
    with pytest.raises(AddressExpiredError, match="Open the page again"):
        check_address(PATH, "1", "x", secret=SECRET, now=NOW)
