"""The way to a school's sign-in and back: what Streamlit answers, and what the visitor is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from pages.server.large_cookies import cookies_of, fits
from pages.server.oidc_answers import OidcAnswers
from tests.for_each import for_each
from tests.pages.asgi_browser import HOST, AsgiBrowser

HOME = 302
CODE = "/oauth2callback?code=abc&state=xyz"

Answer = Callable[[], Response]


def home(**cookies: str) -> Answer:
    """To the practice page, with these cookies; an empty one is deleted."""

    def answer() -> Response:
        made = RedirectResponse("/", HOME)
        for name, value in cookies.items():
            if value:
                made.set_cookie(name, value, httponly=True, samesite="lax")
            else:
                made.delete_cookie(name)
        return made

    return answer


def broken() -> Response:
    raise KeyError("a mistake in the settings")


def browser(answer: Answer, **cookies: str) -> AsgiBrowser:
    """Somebody who meets a Streamlit that answers so."""

    async def streamlit(_request: Request) -> Response:
        return answer()

    paths = ("/auth/login", "/oauth2callback", "/other")
    routes = [Route(path, streamlit) for path in paths]
    made = AsgiBrowser(Starlette(routes=routes, middleware=[Middleware(OidcAnswers)]))
    for name, value in cookies.items():
        made.cookies.set(name, value, domain=HOST)
    return made


@for_each(
    "path, answer, cookies",
    [
        ("/auth/login", home(), {}),
        (CODE, home(_streamlit_user="ana"), {}),
        (CODE, home(_streamlit_user="chunks-2", _streamlit_user_1="a", _streamlit_user_2="b"), {}),
        ("/oauth2callback", home(), {}),  # back from signing out at the service
        ("/oauth2callback?state=xyz", home(), {}),
        (CODE, home(), {"_streamlit_user": "ana"}),  # the browser's Back, after signing in
        ("/other", lambda: PlainTextResponse("no", 400), {}),
    ],
)
def test_what_went_well_stays_as_it_is(path: str, answer: Answer, cookies: dict[str, str]) -> None:
    given = browser(answer, **cookies).get(path)
    plain = answer()
    assert given.status_code == plain.status_code
    assert given.content == plain.body
    assert given.headers.get_list("set-cookie") == plain.headers.getlist("set-cookie")


@for_each(
    "path, answer, told, owner",
    [
        (
            "/auth/login?provider=x",
            lambda: PlainTextResponse("Authentication error", 400),
            "service can&#x27;t be reached",
            "server_metadata_url in [auth]",
        ),
        ("/auth/login", broken, "service can&#x27;t be reached", "The server&#x27;s log"),
        (
            "/oauth2callback?error=access_denied&error_description=x&state=xyz",
            home(),
            "was cancelled",
            "The service said: access_denied.",
        ),
        (
            "/oauth2callback?error=access_denied&error_description=AADSTS90094%3A+Admin+consent",
            home(),
            "may not use this site",
            "The service said: access_denied, AADSTS90094.",
        ),
        (
            "/oauth2callback?error=temporarily_unavailable&state=xyz",
            home(),
            "Please try again",
            "The service said: temporarily_unavailable.",
        ),
        (
            "/oauth2callback?error=%3Cb%3ECall+0900&error_description=%3Cb%3ECall+0900",
            home(),
            "Please try again",
            "The service said: an unknown error.",
        ),
        (
            CODE,
            home(_streamlit_user="", _streamlit_user_tokens=""),
            "not understand",
            "client secret",
        ),
        (CODE, broken, "not understand", "The server&#x27;s log"),
        (CODE, home(), "allow cookies", "redirect_uri in [auth]"),
    ],
)
def test_what_went_wrong_is_said(path: str, answer: Answer, told: str, owner: str) -> None:
    given = browser(answer).get(path)
    assert given.status_code >= 400
    assert given.headers["Content-Type"].startswith("text/html")
    assert told in given.text
    assert owner in given.text
    assert "0900" not in given.text
    for way_out in ('href="/"', 'href="/classroom"'):
        assert way_out in given.text


def test_what_streamlit_deletes_is_deleted() -> None:
    visitor = browser(home(_streamlit_user=""), _streamlit_user="old")
    assert "not understand" in visitor.get(CODE).text
    assert not visitor.cookies


def test_a_sign_in_that_fits_without_its_tokens_is_kept_without() -> None:
    large = home(
        _streamlit_user="u" * 3_000,
        _streamlit_user_tokens="chunks-2",
        _streamlit_user_tokens_1="t" * 3_500,
        _streamlit_user_tokens_2="t" * 3_500,
    )
    teacher = browser(large, _streamlit_user_tokens_3="t" * 3_500, portal="x" * 500)
    assert teacher.get(CODE).status_code == HOME
    assert set(teacher.cookies) == {"_streamlit_user", "portal"}


def test_a_sign_in_that_fits_keeps_its_tokens() -> None:
    cookies = {"_streamlit_user": "u" * 3_500, "_streamlit_user_tokens": "t" * 3_500}
    teacher = browser(home(**cookies))
    assert teacher.get(CODE).status_code == HOME
    assert dict(teacher.cookies) == cookies


@pytest.mark.parametrize("before", [{}, {"_streamlit_user": "chunks-1", "_streamlit_user_1": "a"}])
def test_one_that_never_fits_leaves_nothing_and_says_so(before: dict[str, str]) -> None:
    large = home(
        _streamlit_user="chunks-3",
        _streamlit_user_1="u" * 3_500,
        _streamlit_user_2="u" * 3_500,
        _streamlit_user_3="u" * 3_500,
        _streamlit_user_tokens="t" * 3_500,
    )
    teacher = browser(large, **before, portal="x")
    answer = teacher.get(CODE)
    assert answer.status_code == 431
    assert "Your sign-in is too large" in answer.text
    assert "groups" in answer.text
    assert dict(teacher.cookies) == {"portal": "x"}


def test_the_page_after_signing_in_fits_too() -> None:
    """What the callback keeps, the pages take: with Streamlit's and our own cookies to come."""
    for size in range(7_000, 8_300, 50):
        half = size // 2
        teacher = browser(home(_streamlit_user="u" * half, _streamlit_user_tokens="t" * half))
        given = teacher.get(CODE)
        request = request_of(teacher)
        assert given.status_code == HOME
        assert fits(cookies_of(request.headers), more_bytes=300), size


def request_of(teacher: AsgiBrowser) -> Request:
    line = "; ".join(f"{name}={value}" for name, value in teacher.cookies.items())
    return Request({"type": "http", "headers": [(b"cookie", line.encode())]})
