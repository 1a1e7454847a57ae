"""Who is a teacher: by OIDC, by PIN, or at the server's own keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr

from imagespeak_core.access.cookie import (
    COOKIE_LIFE_S,
    EndedCookies,
    cookie_is_valid,
    make_cookie,
)
from imagespeak_core.access.teachers import (
    Teacher,
    TeacherRules,
    Visitor,
    decide,
    is_forwarded,
)
from imagespeak_core.settings import Settings

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SECRET = b"s" * 32
PIN = "blue-42-frog"
HERE = Visitor(address="127.0.0.1", host="localhost:8501", forwarded=False)
BY_OIDC = TeacherRules("oidc", ("ana@school.org", "@teachers.org"), None, SECRET)
BY_PIN = TeacherRules("pin", (), PIN, SECRET)
BY_PLACE = TeacherRules("this computer", (), None, SECRET)


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
        assert TeacherRules.of(settings, oidc, SECRET).sign_in == expected

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
        assert decide(BY_OIDC, replace(HERE, email=email), now=NOW) == Teacher(email.lower())

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
        assert not is_teacher(BY_OIDC, replace(HERE, email=email))

    def test_the_servers_own_keyboard_and_cookies_open_nothing(self) -> None:
        cookie = make_cookie(PIN, secret=SECRET, now=NOW)
        rules = replace(BY_OIDC, pin=PIN)
        assert not is_teacher(rules, replace(HERE, cookie=cookie))

    def test_without_oidc_an_email_opens_nothing(self) -> None:
        far = Visitor(address="10.0.0.7", host="school.org", forwarded=True, email="ana@school.org")
        for rules in (BY_PIN, BY_PLACE):
            assert not is_teacher(replace(rules, addresses=BY_OIDC.addresses), far)


class TestPin:
    def test_a_cookie_lasts_for_12_hours(self) -> None:
        cookie = make_cookie(PIN, secret=SECRET, now=NOW)
        visitor = Visitor("10.0.0.7", "school.org", True, cookie=cookie)
        for hours, expected in ((0, Teacher("pin")), (11.99, Teacher("pin")), (12, None)):
            now = NOW + timedelta(hours=hours)
            assert decide(BY_PIN, visitor, now=now) == expected
        assert COOKIE_LIFE_S == 43_200

    def test_another_pin_or_secret_signs_out(self) -> None:
        visitor = replace(HERE, cookie=make_cookie(PIN, secret=SECRET, now=NOW))
        assert is_teacher(BY_PIN, visitor)
        assert not is_teacher(replace(BY_PIN, pin=PIN + "s"), visitor)
        assert not is_teacher(replace(BY_PIN, secret=b"t" * 32), visitor)

    def test_a_copy_of_the_cookie_opens_nothing_after_signing_out(self) -> None:
        rules = replace(BY_PIN, ended=EndedCookies())
        mine = make_cookie(PIN, secret=SECRET, now=NOW)
        others = make_cookie(PIN, secret=SECRET, now=NOW + timedelta(seconds=1))
        rules.ended.add(mine, PIN, secret=SECRET, now=NOW)
        assert not is_teacher(rules, replace(HERE, cookie=mine))
        assert is_teacher(rules, replace(HERE, cookie=others))

    def test_what_signed_out_is_forgotten_with_its_cookie(self) -> None:
        ended = EndedCookies()
        first, later = (
            make_cookie(PIN, secret=SECRET, now=NOW + timedelta(hours=hours)) for hours in (0, 13)
        )
        for cookie in (first, "1.forged", ""):
            ended.add(cookie, PIN, secret=SECRET, now=NOW)
        assert [one in ended for one in (first, "1.forged", "")] == [True, False, False]
        ended.add(later, PIN, secret=SECRET, now=NOW + timedelta(hours=13))
        assert [one in ended for one in (first, later)] == [False, True]

    def test_without_a_cookie_not_even_this_computer(self) -> None:
        assert not is_teacher(BY_PIN, HERE)

    def test_a_rule_without_pin_knows_nobody(self) -> None:
        cookie = make_cookie("", secret=SECRET, now=NOW)
        assert not is_teacher(replace(BY_PIN, pin=None), replace(HERE, cookie=cookie))

    @pytest.mark.parametrize(
        "change",
        [
            lambda end, sign: "",
            lambda end, sign: f"{end}.",
            lambda end, sign: f".{sign}",
            lambda end, sign: f"{int(end) + 1}.{sign}",
            lambda end, sign: f"0{end}.{sign}",
            lambda end, sign: f"+{end}.{sign}",
            lambda end, sign: f"{end}.{sign}\n",
            lambda end, sign: f" {end}.{sign}",
            lambda end, sign: f"{end}.{sign[:-1]}",
            lambda end, sign: f"{end}.{sign}A",
            lambda end, sign: f"{end}.{sign.swapcase()}",
            lambda end, sign: f"{end}.é{sign[1:]}",
            lambda end, sign: f"{'9' * 5000}.{sign}",
            lambda end, sign: f"\u0661{end}.{sign}",
            lambda end, sign: f"{end}.{sign}.{sign}",
            lambda end, sign: "\ud800",
        ],
    )
    def test_nothing_in_it_may_be_changed(self, change: object) -> None:
        assert callable(change)
        cookie = make_cookie(PIN, secret=SECRET, now=NOW)
        assert cookie_is_valid(cookie, PIN, secret=SECRET, now=NOW)
        changed = change(*cookie.split("."))
        assert not cookie_is_valid(changed, PIN, secret=SECRET, now=NOW)

    def test_it_tells_nothing_of_the_pin(self) -> None:
        assert PIN not in make_cookie(PIN, secret=SECRET, now=NOW)


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
