"""The cookie by which a browser is known again when a PIN is typed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from imagespeak_core.access.device import (
    DEVICE_COOKIE_LIFE_S,
    Device,
    make_device_cookie,
    read_device_cookie,
)
from tests.for_each import for_each

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SECRET = b"s" * 32
PIN = "blue-42-frog"
SEEN = Device("0123456789abcdef" * 2, "seen")
KNOWN = Device("0123456789abcdef" * 2, "signed in")


def made(device: Device) -> str:
    return make_device_cookie(device, PIN, secret=SECRET, now=NOW)


def read(value: str, *, pin: str = PIN, secret: bytes = SECRET, now: datetime = NOW) -> Device:
    return read_device_cookie(value, pin, secret=secret, now=now)


@for_each("device", [SEEN, KNOWN])
def test_a_browser_is_known_for_400_days(device: Device) -> None:
    end = NOW + timedelta(seconds=DEVICE_COOKIE_LIFE_S)
    assert read(made(device)) == device
    assert read(made(device), now=end - timedelta(seconds=1)) == device
    assert read(made(device), now=end).state == "new"
    assert DEVICE_COOKIE_LIFE_S == 400 * 86_400


def test_who_signed_in_with_another_pin_is_new_again() -> None:
    assert read(made(KNOWN), pin="green-43-toad").state == "new"
    assert read(made(SEEN), pin="green-43-toad") == SEEN


def test_another_secret_knows_nobody_and_the_pin_is_not_told() -> None:
    assert read(made(KNOWN), secret=b"t" * 32).state == "new"
    assert PIN not in made(KNOWN)


@pytest.mark.parametrize(
    "change",
    [
        lambda one, end, sign: "",
        lambda one, end, sign: f"{one[::-1]}.{end}.{sign}",
        lambda one, end, sign: f"{one.upper()}.{end}.{sign}",
        lambda one, end, sign: f"{one}.{int(end) + 1}.{sign}",
        lambda one, end, sign: f"{one}.{end}.{sign[:-1]}",
        lambda one, end, sign: f"{one}.{end}.{made(SEEN).rpartition('.')[2]}\n",
        lambda one, end, sign: f"{one}.{end}",
        lambda one, end, sign: "\ud800",
    ],
)
def test_nothing_in_it_may_be_changed(change: object) -> None:
    assert callable(change)
    read_now = read(change(*made(KNOWN).split(".")))
    assert read_now.state == "new"
    assert read_now.id != KNOWN.id


def test_a_new_browser_is_another_one_each_time_until_it_has_its_cookie() -> None:
    first, second = read(""), read("")
    assert first.state == second.state == "new"
    assert first.id != second.id
    assert read(made(first)) == Device(first.id, "seen")
