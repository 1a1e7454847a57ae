"""Signing in with a PIN: what the server answers, and by what it knows a browser."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from starlette.applications import Starlette

from imagespeak_core.access.cookie import COOKIE_NAME
from imagespeak_core.access.device import DEVICE_COOKIE_LIFE_S, DEVICE_COOKIE_NAME
from pages.server import sign_in
from pages.server.routes import routes
from tests.pages.asgi_browser import AsgiBrowser

PIN = "blue-42-frog"
PATH = "/teacher/sign-in"
WRONG, TOO_MANY = 403, 429


@pytest.fixture
def app(in_a_fresh_place: Path, monkeypatch: pytest.MonkeyPatch) -> Starlette:
    monkeypatch.setenv("IMAGESPEAK_TEACHER_PIN", PIN)
    monkeypatch.setenv("IMAGESPEAK_SECRET", "a secret of the tests")
    return Starlette(routes=routes())


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long tries were held; nobody really waits."""
    held: list[float] = []

    async def hold(wait_s: float) -> bool:
        held.append(wait_s)
        return False

    monkeypatch.setattr(sign_in, "_ends_within", hold)
    return held


def guess(browser: AsgiBrowser, times: int) -> list[int]:
    return [browser.post(PATH, json={"pin": f"guess-{n}"}).status_code for n in range(times)]


def test_a_browser_is_known_from_its_first_try(app: Starlette) -> None:
    browser = AsgiBrowser(app)
    answer = browser.post(PATH, json={"pin": "guess"})
    assert answer.status_code == WRONG
    (cookie,) = answer.headers.get_list("set-cookie")
    assert cookie.startswith(f"{DEVICE_COOKIE_NAME}=")
    for part in ("HttpOnly", "SameSite=lax", "Path=/", f"Max-Age={DEVICE_COOKIE_LIFE_S}"):
        assert part in cookie
    assert "Secure" not in cookie
    again = browser.post(PATH, json={"pin": "guess"}, headers={"X-Forwarded-Proto": "https"})
    assert "set-cookie" not in again.headers
    assert guess(browser, 3) == [WRONG] * 3
    refused = browser.post(PATH, json={"pin": PIN})
    assert refused.status_code == TOO_MANY
    assert refused.headers["Retry-After"] == "60"
    assert "Please wait 60 seconds" in refused.json()["error"]
    assert COOKIE_NAME not in browser.cookies


def test_a_pupils_wrong_pins_stop_no_teacher_at_the_same_address(
    app: Starlette, waits: list[float]
) -> None:
    at_home, new_here = AsgiBrowser(app), AsgiBrowser(app)
    assert at_home.post(PATH, json={"pin": PIN}).status_code == 200
    pupil = AsgiBrowser(app)
    assert guess(pupil, 30) == [WRONG] * 5 + [TOO_MANY] * 25

    script = [AsgiBrowser(app).post(PATH, json={"pin": "guess"}) for _ in range(30)]
    assert {one.status_code for one in script} == {WRONG, TOO_MANY}
    assert "your network" in script[-1].json()["error"]
    waits.clear()
    first = new_here.post(PATH, json={"pin": PIN})
    assert first.status_code == TOO_MANY  # it had no cookie yet
    assert int(first.headers["Retry-After"]) <= 10
    assert new_here.post(PATH, json={"pin": PIN}).status_code == 200
    assert waits == []

    for _ in range(20):  # a script that fetches a new cookie for each try
        farmer = AsgiBrowser(app)
        assert guess(farmer, 2)[0] == TOO_MANY
    assert farmer.post(PATH, json={"pin": PIN}).status_code == TOO_MANY
    waits.clear()
    for known in (at_home, new_here):
        assert known.post(PATH, json={"pin": PIN}).status_code == 200
    assert waits == []


def test_who_has_no_cookie_is_let_in_after_a_wait_in_line(
    app: Starlette, waits: list[float]
) -> None:
    for _ in range(11):
        assert AsgiBrowser(app).post(PATH, json={"pin": "guess"}).status_code == WRONG
    assert AsgiBrowser(app).post(PATH, json={"pin": PIN}).status_code == 200
    assert [round(wait_s) for wait_s in waits] == [10, 20]


def test_nobody_waits_for_a_server_that_ends(
    app: Starlette, monkeypatch: pytest.MonkeyPatch
) -> None:
    ending = asyncio.Event()
    ending.set()
    monkeypatch.setattr(sign_in, "is_ending", lambda: ending)
    for _ in range(10):
        AsgiBrowser(app).post(PATH, json={"pin": "guess"})
    assert AsgiBrowser(app).post(PATH, json={"pin": PIN}).status_code == 503
