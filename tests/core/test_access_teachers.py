"""Who is a teacher: by OIDC, by PIN, or at the server's own keyboard."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from imagespeak_core.access.cookie import COOKIE_LIFE_S, make_cookie, read_cookie
from imagespeak_core.access.signed_in import SignedIn
from imagespeak_core.access.teachers import (
    Teacher,
    TeacherRules,
    Visitor,
    cookie_of,
    decide,
    is_forwarded,
)
from imagespeak_core.settings import Settings

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
NOW_S = int(NOW.timestamp())
SECRET = b"s" * 32
PIN = "blue-42-frog"
HERE = Visitor(address="127.0.0.1", host="localhost:8501", forwarded=False)
BY_ACCOUNT = replace(HERE, signed_in=SignedIn("1", "ana", NOW_S, NOW_S + 9))


class SignedOut:
    """Knows of some sign-ins by their ids, and counts who asks."""

    def __init__(self, ids: Collection[str] = ()) -> None:
        self.ids = ids
        self.asked = 0

    def still_counts(self, signed_in: SignedIn) -> bool:
        self.asked += 1
        return signed_in.id not in self.ids


BY_OIDC = TeacherRules("oidc", ("ana@school.org", "@teachers.org"), None, SECRET, SignedOut())
BY_PIN = TeacherRules("pin", (), PIN, SECRET, SignedOut())
BY_PLACE = TeacherRules("this computer", (), None, SECRET, SignedOut())


def is_teacher(rules: TeacherRules, visitor: Visitor) -> bool:
    return decide(rules, visitor, now=NOW) is not None


class TestRules:
    @pytest.mark.parametrize(
        ("teachers", "pin", "oidc", "expected"),
        [
            (None, None, False, "this computer"),
            (None, None, True, "this computer"),
            ("ana@school.org", None, False, "this computer"),
            ("ana@school.org", None, True, "oidc"),
            ("ana@school.org", PIN, True, "oidc"),
            ("ana@school.org", PIN, False, "pin"),
            (None, PIN, True, "pin"),
        ],
    )
    def test_the_way_in(
        self, teachers: str | None, pin: str | None, oidc: bool, expected: str
    ) -> None:
        settings = Settings(teachers=teachers, teacher_pin=SecretStr(pin) if pin else None)
        assert TeacherRules.of(settings, oidc, SECRET, SignedOut()).sign_in == expected

    def test_neither_pin_nor_secret_nor_cookie_is_seen(self) -> None:
        shown = repr(BY_PIN) + repr(replace(HERE, cookie="123.abc"))
        assert PIN not in shown
        assert "ssss" not in shown
        assert "123.abc" not in shown


class TestOidc:
    @pytest.mark.parametrize(
        "email", ["ana@school.org", "ANA@School.ORG", "bo@teachers.org", "Bo.B+x@TEACHERS.org"]
    )
    def test_who_is_listed(self, email: str) -> None:
        assert decide(BY_OIDC, replace(BY_ACCOUNT, email=email), now=NOW) == Teacher(email.lower())

    @pytest.mark.parametrize(
        "email",
        [
            None,
            "",
            "@teachers.org",
            "@",
            "ana",
            "bo@school.org",
            "ana@school.org.evil.com",
            "bo@evil-teachers.org",
            "bo@sub.teachers.org",
            "bo@teachers.org.",
            "bo@evil.com@teachers.org",
            "ana@school.org@teachers.org",
            " ana@school.org",
            "ana@school.org\n",
            "bo@teacher\u017f.org",  # a long s, in capitals an ordinary one
            "ana@s\u0441hool.org",  # a Cyrillic letter
            "bo\u212a@teachers.org",  # the sign of Kelvin, in small letters a k
        ],
    )
    def test_who_is_not(self, email: str | None) -> None:
        assert not is_teacher(BY_OIDC, replace(BY_ACCOUNT, email=email))

    def test_a_sign_in_that_was_ended_opens_nothing(self) -> None:
        visitor = replace(BY_ACCOUNT, email="ana@school.org")
        assert not is_teacher(replace(BY_OIDC, sign_outs=SignedOut({"1"})), visitor)
        assert not is_teacher(BY_OIDC, replace(visitor, signed_in=None))

    def test_the_servers_own_keyboard_and_cookies_open_nothing(self) -> None:
        cookie = make_cookie(PIN, secret=SECRET, since_s=NOW_S)
        rules = replace(BY_OIDC, pin=PIN)
        assert not is_teacher(rules, replace(HERE, cookie=cookie))

    def test_without_oidc_an_email_opens_nothing(self) -> None:
        far = Visitor(address="10.0.0.7", host="school.org", forwarded=True, email="ana@school.org")
        for rules in (BY_PIN, BY_PLACE):
            assert not is_teacher(replace(rules, addresses=BY_OIDC.addresses), far)


class TestPin:
    def test_a_cookie_lasts_for_12_hours(self) -> None:
        cookie = make_cookie(PIN, secret=SECRET, since_s=NOW_S)
        visitor = Visitor("10.0.0.7", "school.org", True, cookie=cookie)
        for hours, expected in ((0, Teacher("pin")), (11.99, Teacher("pin")), (12, None)):
            now = NOW + timedelta(hours=hours)
            assert decide(BY_PIN, visitor, now=now) == expected
        assert COOKIE_LIFE_S == 43_200

    def test_another_pin_or_secret_signs_out(self) -> None:
        visitor = replace(HERE, cookie=make_cookie(PIN, secret=SECRET, since_s=NOW_S))
        assert is_teacher(BY_PIN, visitor)
        assert not is_teacher(replace(BY_PIN, pin=PIN + "s"), visitor)
        assert not is_teacher(replace(BY_PIN, secret=b"t" * 32), visitor)

    def test_a_copy_of_the_cookie_opens_nothing_after_signing_out(self) -> None:
        mine, others = (make_cookie(PIN, secret=SECRET, since_s=NOW_S) for _ in range(2))
        assert mine != others, "of two who sign in in the same second, each signs out alone"
        signed_in = cookie_of(BY_PIN, mine, now=NOW)
        assert signed_in == SignedIn(mine.split(".")[1], "pin", NOW_S, NOW_S + COOKIE_LIFE_S)
        rules = replace(BY_PIN, sign_outs=SignedOut({signed_in.id}))
        assert not is_teacher(rules, replace(HERE, cookie=mine))
        assert is_teacher(rules, replace(HERE, cookie=others))

    def test_nobody_without_a_good_cookie_makes_the_server_look(self) -> None:
        sign_outs = SignedOut()
        rules = replace(BY_PIN, sign_outs=sign_outs)
        good = make_cookie(PIN, secret=SECRET, since_s=NOW_S)
        old = make_cookie(PIN, secret=SECRET, since_s=NOW_S - COOKIE_LIFE_S)
        other = make_cookie("another", secret=SECRET, since_s=NOW_S)
        for cookie in (None, "", "x", good[:-1], old, other):
            assert not is_teacher(rules, replace(HERE, cookie=cookie))
        assert sign_outs.asked == 0
        assert is_teacher(rules, replace(HERE, cookie=good))
        assert sign_outs.asked == 1
        assert is_teacher(replace(BY_PLACE, sign_outs=sign_outs), HERE)
        oidc = replace(BY_OIDC, sign_outs=sign_outs)
        assert not is_teacher(oidc, BY_ACCOUNT)
        assert not is_teacher(oidc, replace(BY_ACCOUNT, email="eve@evil.com"))
        assert sign_outs.asked == 1

    def test_without_a_cookie_not_even_this_computer(self) -> None:
        assert not is_teacher(BY_PIN, HERE)

    def test_a_rule_without_pin_knows_nobody(self) -> None:
        cookie = make_cookie("", secret=SECRET, since_s=NOW_S)
        assert not is_teacher(replace(BY_PIN, pin=None), replace(HERE, cookie=cookie))

    @pytest.mark.parametrize(
        "change",
        [
            lambda end, id, sign: "",
            lambda end, id, sign: f"{end}.{id}.",
            lambda end, id, sign: f".{id}.{sign}",
            lambda end, id, sign: f"{int(end) + 1}.{id}.{sign}",
            lambda end, id, sign: f"0{end}.{id}.{sign}",
            lambda end, id, sign: f"+{end}.{id}.{sign}",
            lambda end, id, sign: f"{end}.{id}.{sign}\n",
            lambda end, id, sign: f" {end}.{id}.{sign}",
            lambda end, id, sign: f"{end}.{id}.{sign[:-1]}",
            lambda end, id, sign: f"{end}.{id}.{sign}A",
            lambda end, id, sign: f"{end}.{id}.{sign.swapcase()}",
            lambda end, id, sign: f"{end}.{id}.é{sign[1:]}",
            lambda end, id, sign: f"{'9' * 5000}.{id}.{sign}",
            lambda end, id, sign: f"\u0661{end}.{id}.{sign}",
            lambda end, id, sign: f"{end}.{id}.{sign}.{sign}",
            lambda end, id, sign: f"{end}.{sign}",
            lambda end, id, sign: f"{end}.{'0' * 16}.{sign}",
            lambda end, id, sign: f"{end}.{id.upper()}.{sign}",
            lambda end, id, sign: "\ud800",
        ],
    )
    def test_nothing_in_it_may_be_changed(self, change: object) -> None:
        assert callable(change)
        cookie = make_cookie(
            PIN, secret=SECRET, since_s=NOW_S, random_hex=lambda _: "abcdef0123456789"
        )
        assert read_cookie(cookie, PIN, secret=SECRET, now=NOW)
        changed = change(*cookie.split("."))
        assert read_cookie(changed, PIN, secret=SECRET, now=NOW) is None

    def test_it_tells_nothing_of_the_pin(self) -> None:
        assert PIN not in make_cookie(PIN, secret=SECRET, since_s=NOW_S)


class TestThisComputer:
    @pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"])
    @pytest.mark.parametrize(
        "host", ["localhost", "LOCALHOST:8501", "127.0.0.1:80", "127.1.2.3", "[::1]", "[::1]:8501"]
    )
    def test_a_loopback_address_that_is_asked_by_a_loopback_name(
        self, address: str, host: str
    ) -> None:
        visitor = Visitor(address=address, host=host, forwarded=False)
        assert decide(BY_PLACE, visitor, now=NOW) == Teacher("this computer")

    @pytest.mark.parametrize(
        "address",
        [
            None,
            "",
            "192.168.1.5",
            "10.0.0.1",
            "0.0.0.0",
            "::",
            "::ffff:10.0.0.1",
            "fe80::1",
            "localhost",
            "127.0.0.1, 10.0.0.1",
            "unix:",
        ],
    )
    def test_another_address(self, address: str | None) -> None:
        assert not is_teacher(BY_PLACE, replace(HERE, address=address))

    @pytest.mark.parametrize(
        "host",
        [
            "",
            "school.org",
            "localhost.evil.com",
            "evil.com:localhost",
            "localhost:8501:1",
            "localhost:x",
            "localhost\n",
            "127.0.0.1.nip.io",
            "127.1",
            "2130706433",
            "0.0.0.0:8501",
            "[::1",
            "::1",
            "[::ffff:10.0.0.1]",
            "127.0.0.1@evil.com",
        ],
    )
    def test_a_website_that_points_its_name_here(self, host: str) -> None:
        assert not is_teacher(BY_PLACE, replace(HERE, host=host))

    def test_a_proxy_on_this_computer(self) -> None:
        assert not is_teacher(BY_PLACE, replace(HERE, forwarded=True))

    @pytest.mark.parametrize(
        ("origin", "expected"),
        [
            (None, True),
            ("http://localhost:8501", True),
            ("https://127.0.0.1", True),
            ("http://[::1]:8501", True),
            ("null", False),
            ("", False),
            ("https://school.org", False),
            ("http://localhost.evil.com", False),
            ("file://localhost", False),
        ],
    )
    def test_a_page_of_another_site_or_a_proxy_that_changes_the_host(
        self, origin: str | None, expected: bool
    ) -> None:
        assert is_teacher(BY_PLACE, replace(HERE, origin=origin)) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("X-Forwarded-For", True),
        ("x-forwarded-host", True),
        ("Forwarded", True),
        ("X-Real-IP", True),
        ("Via", True),
        ("CF-Connecting-IP", True),
        ("True-Client-IP", True),
        ("Host", False),
        ("Origin", False),
        ("Cookie", False),
        ("Accept", False),
    ],
)
def test_headers_of_proxies(name: str, expected: bool) -> None:
    assert is_forwarded(["Accept-Language", name]) is expected
