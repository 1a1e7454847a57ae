"""More cookies than the socket takes: words and a way out in the place of an empty page."""

from __future__ import annotations

import re

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit import config
from websockets.http11 import MAX_LINE_LENGTH

from imagespeak_core.speaking.learner import new_key
from pages.components.shell.visitor import COOKIE_NAME as LEARNER_COOKIE
from pages.server.large_cookies import LargeCookies
from pages.server.routes import routes
from tests.for_each import for_each
from tests.pages.asgi_browser import HOST, AsgiBrowser

PAGE, TOO_LARGE = 200, 431
BASE = "server.baseUrlPath"
CHUNKS = {"_streamlit_user": "chunks-2", "_streamlit_user_1": "a" * 3_900}
SIGN_IN = {**CHUNKS, "_streamlit_user_2": "b" * 3_900, "_streamlit_user_tokens": "c" * 900}


async def page(_request: Request) -> Response:
    return HTMLResponse("the app")


async def picture(_request: Request) -> Response:
    return PlainTextResponse("a picture")


def app() -> Starlette:
    shown = [Route("/pictures/1", picture), Route("/{path:path}", page)]
    return Starlette(routes=[*routes()[-1:], *shown], middleware=[Middleware(LargeCookies)])


def browser(**cookies: str) -> AsgiBrowser:
    made = AsgiBrowser(app())
    for name, value in cookies.items():
        made.cookies.set(name, value, domain=HOST)
    return made


def filled(line_bytes: int, **cookies: str) -> AsgiBrowser:
    """Somebody whose cookies make a line of this length."""
    so_far = len("Cookie: portal=\r\n") + sum(len(f"{k}={v}; ") for k, v in cookies.items())
    return browser(**cookies, portal="x" * (line_bytes - so_far))


def button(answer: str) -> str:
    (label,) = re.findall(r"<button[^>]*>([^<]+)", answer)
    return str(label)


def test_as_much_as_the_socket_takes_is_let_through() -> None:
    xsrf = {"_streamlit_xsrf": "2|0a1b2c3d|0123456789abcdef0123456789abcdef|1764400000"}
    known = {**xsrf, LEARNER_COOKIE: new_key()}
    assert filled(MAX_LINE_LENGTH, **known).get("/classroom").text == "the app"
    assert filled(MAX_LINE_LENGTH + 1, **known).get("/classroom").status_code == TOO_LARGE
    for more, bytes_left in (({LEARNER_COOKIE: new_key()}, 20), (xsrf, 20)):
        first_visit = filled(MAX_LINE_LENGTH - bytes_left, **more)  # one of them comes on top
        assert first_visit.get("/").status_code == TOO_LARGE
    assert browser().get("/").text == "the app"


def test_what_needs_no_socket_is_answered() -> None:
    assert filled(20_000).get("/pictures/1").text == "a picture"


def test_a_sign_in_that_is_too_large_can_be_left() -> None:
    teacher = browser(**SIGN_IN, portal="x" * 100, **{LEARNER_COOKIE: new_key()})
    answer = teacher.get("/gallery?open=abc")
    assert answer.status_code == TOO_LARGE
    assert answer.headers["Cache-Control"] == "no-store"
    for words in ("Your sign-in is too large", "practise without", "For the owner", "groups"):
        assert words in answer.text
    assert 'action="/cookies/delete"' in answer.text
    assert button(answer.text) == "Sign out and go on"

    left = teacher.post("/cookies/delete", data={"choice": "sign-in"})
    assert (left.status_code, left.headers["Location"]) == (303, "/")
    assert set(teacher.cookies) == {"portal", LEARNER_COOKIE}, "what was kept stays one's own"
    assert teacher.get("/").text == "the app"


def test_cookies_of_others_are_named_and_deleted_only_when_asked() -> None:
    visitor = browser(**CHUNKS, portal="x" * 9_000, lunch="y" * 300, menu="z" * 200)
    # Room for a sign-in is made, and the learner's key is not in the way.
    others = browser(a="x" * 3_000, b="x" * 3_100, c="x" * 3_200, **{LEARNER_COOKIE: new_key()})
    assert "large cookies: c, b." in others.get("/").text
    answer = visitor.get("/")
    assert answer.status_code == TOO_LARGE
    assert "large cookies: portal." in answer.text
    assert "xxx" not in answer.text
    assert button(answer.text) == "Delete them and go on"

    visitor.post("/cookies/delete", data={"choice": "sign-in"})
    assert set(visitor.cookies) == {"portal", "lunch", "menu"}
    assert visitor.get("/").status_code == TOO_LARGE
    told = visitor.post("/cookies/delete", data={"choice": "others"})
    assert set(visitor.cookies) == {"lunch", "menu"}
    assert visitor.get("/").text == "the app"
    parts = [one for one in told.headers.get_list("set-cookie") if one.startswith("portal=")]
    assert sorted(re.findall(r"Domain=([^;]+)", " ".join(parts))) == [HOST]
    assert len(parts) == 2  # of this host alone, and of all names under it


def test_a_name_cannot_write_into_the_page() -> None:
    answer = filled(9_000).get("/", headers={"Cookie": f"<b>x</b>={'x' * 9_000}"})
    assert answer.status_code == TOO_LARGE
    assert "&lt;b&gt;x&lt;/b&gt;" in answer.text
    assert "<b>x" not in answer.text


@for_each("name", ["cart[items]", "na\u00efve", "a b", '"q"', "a@b", "_streamlit_[x]", "name:1"])
def test_whatever_a_cookie_is_called_it_can_be_deleted(name: str) -> None:
    cookie = f"{name}={'x' * 9_000}".encode("latin-1")
    told = (
        browser()
        .post("/cookies/delete", data={"choice": "others"}, headers={"Cookie": cookie})
        .headers.get_list("set-cookie")
    )
    assert told
    for one in told:
        assert one.startswith(f"{name}=; Max-Age=0; Path=/")


def test_another_site_deletes_nothing() -> None:
    teacher = browser(**SIGN_IN)
    headers = {"Sec-Fetch-Site": "cross-site"}
    teacher.post("/cookies/delete", data={"choice": "others"}, headers=headers)
    assert set(teacher.cookies) == set(SIGN_IN)


def test_under_a_base_path() -> None:
    config.set_option(BASE, "school/app")
    try:
        teacher = browser(**SIGN_IN)
        answer = teacher.get("/school/app/classroom")
        assert 'action="/school/app/cookies/delete"' in answer.text
        left = teacher.post("/school/app/cookies/delete", data={"choice": "sign-in"})
        assert left.headers["Location"] == "/school/app/"
        paths = re.findall(r"_streamlit_user=.*?Path=([^;,]+)", left.headers["set-cookie"])
        assert sorted(paths) == ["/", "/school/app"]
    finally:
        config.set_option(BASE, "")
