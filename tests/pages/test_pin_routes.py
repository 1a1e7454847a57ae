"""Signing in with a PIN: what the server answers, and by what it knows a browser."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from starlette.applications import Starlette

from imagespeak_core.access import teachers
from imagespeak_core.access.cookie import COOKIE_NAME
from imagespeak_core.access.device import DEVICE_COOKIE_LIFE_S, DEVICE_COOKIE_NAME
from imagespeak_core.access.sign_outs import SignOuts
from imagespeak_core.access.teachers import Visitor, decide
from imagespeak_core.errors import StorageTimeoutError
from imagespeak_core.stores.documents import Document, Documents
from pages.components.shell.wiring import wiring
from pages.server import sign_in
from pages.server.routes import routes
from tests.pages.asgi_browser import AsgiBrowser

PIN = "blue-42-frog"
PATH, OUT = "/teacher/sign-in", "/teacher/sign-out"
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


def signed_in(app: Starlette) -> AsgiBrowser:
    browser = AsgiBrowser(app)
    assert browser.post(PATH, json={"pin": PIN}).status_code == 200
    return browser


def is_teacher(cookie: str) -> bool:
    visitor = Visitor("10.0.0.1", "school.org", forwarded=False, cookie=cookie)
    return decide(wiring().teacher_rules, visitor, now=wiring().services.now()) is not None


def cookie_of(browser: AsgiBrowser) -> str:
    return browser.cookies[COOKIE_NAME]


def elsewhere() -> SignOuts:
    """Another server on the same store."""
    services = wiring().services
    return SignOuts(
        services.documents,
        now=services.now,
        monotonic=lambda: 0.0,
        troubles=services.troubles,
        start=lambda work: work(),
    )


def test_a_copy_of_the_cookie_is_worth_nothing_on_any_server_after_signing_out(
    app: Starlette,
) -> None:
    browser, other = signed_in(app), signed_in(app)
    copy = cookie_of(browser)
    mine = teachers.cookie_of(wiring().teacher_rules, copy, now=wiring().services.now())
    assert mine
    assert is_teacher(copy)
    assert elsewhere().still_counts(mine)
    assert browser.post(OUT, json={}).status_code == 200
    assert COOKIE_NAME not in browser.cookies
    assert not is_teacher(copy)
    assert not elsewhere().still_counts(mine)
    assert is_teacher(cookie_of(other))


def test_signing_out_everywhere_ends_all_and_only_a_teacher_may(app: Starlette) -> None:
    mine, others = signed_in(app), signed_in(app)
    everywhere = {"everywhere": True}
    nobody = AsgiBrowser(app).post(OUT, json=everywhere)
    assert nobody.status_code == WRONG
    assert "Sign in" in nobody.json()["error"]
    ended = signed_in(app)
    copy = cookie_of(ended)
    ended.post(OUT, json={})
    ended.cookies.set(COOKIE_NAME, copy)
    assert ended.post(OUT, json=everywhere).status_code == WRONG
    assert is_teacher(cookie_of(others))

    copy = cookie_of(mine)
    assert mine.post(OUT, json=everywhere).status_code == 200
    assert COOKIE_NAME not in mine.cookies
    assert not is_teacher(copy)
    assert not is_teacher(cookie_of(others))
    assert is_teacher(cookie_of(signed_in(app))), "in the same second, too"


def test_without_the_store_one_can_sign_out_but_not_everywhere(
    app: Starlette, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, other = signed_in(app), signed_in(app)
    copy = cookie_of(browser)
    assert is_teacher(copy)

    def away(_documents: Documents, _name: str) -> Document | None:
        raise StorageTimeoutError("slow")

    monkeypatch.setattr(Documents, "read", away)
    refused = other.post(OUT, json={"everywhere": True})
    assert refused.status_code == 503
    assert "Nobody was signed out. Wait a minute" in refused.json()["error"]
    assert is_teacher(cookie_of(other))
    assert browser.post(OUT, json={}).status_code == 200
    assert not is_teacher(copy)
    assert is_teacher(cookie_of(signed_in(app))), "and in again"


def test_signing_out_takes_json_alone(app: Starlette) -> None:
    browser = signed_in(app)
    assert browser.post(OUT, data={"everywhere": "true"}).status_code == 400
    assert is_teacher(cookie_of(browser))
