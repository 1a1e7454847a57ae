"""The headers of what the whole server answers, and its cookies."""

from __future__ import annotations

import http.client

import pytest

from tests.browser.app_server import HOST, AppServer
from tests.for_each import for_each

OWN = "default-src 'none'; "


def ask(
    server: AppServer, method: str, path: str, **headers: str
) -> tuple[int, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection(HOST, server.port, timeout=60)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.msg
    finally:
        connection.close()


@for_each(
    "method, path, status",
    [
        ("GET", "/", 200),
        ("HEAD", "/gallery", 200),
        ("GET", "/classroom/", 301),
        ("GET", "/favicon.png", 200),
        ("GET", "/static/js/none.js", 404),
        ("GET", "//evil.example/..", 400),
        ("POST", "/", 405),
        ("GET", "/_stcore/health", 200),
        ("OPTIONS", "/_stcore/health", 204),
        ("GET", "/_stcore/host-config", 200),
        ("PUT", "/_stcore/upload_file/a/b", 403),
        ("GET", "/media/none.png", 404),
        ("GET", "/pictures/none.png", 404),
        ("GET", "/news?of=nothing", 404),
        ("POST", "/learner", 400),
        ("PATCH", "/uploads", 410),
        ("POST", "/cookies/delete", 303),
        ("POST", "/learner?of=others", 403),
    ],
)
def test_every_answer_says_what_may_be_done_with_it(
    offline_server: AppServer, method: str, path: str, status: int
) -> None:
    of_others = {"Origin": "https://evil.example"} if "others" in path else {}
    found, headers = ask(offline_server, method, path, **of_others)
    assert found == status
    assert headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert headers.get_all("Referrer-Policy") == ["same-origin"]
    assert headers.get_all("X-Frame-Options") == ["SAMEORIGIN"]
    (policy,) = headers.get_all("Content-Security-Policy", [])
    assert policy.startswith(OWN)
    assert policy.endswith("form-action 'self'; base-uri 'none'; frame-ancestors 'self'")


def test_what_has_not_changed_says_it_too(offline_server: AppServer) -> None:
    _, headers = ask(offline_server, "GET", "/favicon.png")
    status, again = ask(offline_server, "GET", "/favicon.png", If_None_Match=headers["ETag"])
    assert status == http.client.NOT_MODIFIED
    assert again["X-Content-Type-Options"] == "nosniff"
    assert again["Content-Security-Policy"].startswith(OWN)


@pytest.mark.parametrize("by_tls", [False, True])
def test_no_cookie_goes_to_other_sites_nor_unsealed(
    offline_server: AppServer, by_tls: bool
) -> None:
    proxy = {"X_Forwarded_Proto": "https"} if by_tls else {}
    cookies = [
        cookie.lower()
        for path in ("/", "/_stcore/health")
        for cookie in ask(offline_server, "GET", path, **proxy)[1].get_all("Set-Cookie", [])
    ]
    names = [cookie.partition("=")[0] for cookie in cookies]
    assert names == ["imagespeak_learner", "_streamlit_xsrf"]
    assert all("; samesite=lax" in cookie for cookie in cookies)
    assert ["; httponly" in cookie for cookie in cookies] == [True, False], (
        "Streamlit reads its own"
    )
    assert all(("; secure" in cookie) == by_tls for cookie in cookies)
