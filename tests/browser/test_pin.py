"""Teachers sign in with a PIN, stay signed in for 12 hours, and sign out."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Cookie, Page, Route, expect

from imagespeak_core.access.cookie import COOKIE_LIFE_S, COOKIE_NAME, make_cookie
from tests.browser.app_server import HOST, SECRET, AppServer
from tests.browser.conftest import OTHER_NAME
from tests.browser.looks import (
    all_looks,
    blur,
    faint_texts,
    focused,
    outline_problems,
    sticking_out,
)
from tests.browser.tabs import NewContext, NewTab
from tests.browser.teacher import TeachersDoor

PIN = "blue-42-frog"
OTHER_PIN = "green-43-toad"
FULL_WIDTH = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}


@pytest.fixture(scope="module")
def pin_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    settings = {"IMAGESPEAK_TEACHER_PIN": PIN, "IMAGESPEAK_SECRET": SECRET}
    server = AppServer(tmp_path_factory.mktemp("pin") / "server", settings)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def door(new_tab: NewTab, pin_server: AppServer) -> TeachersDoor:
    """A visitor at a name of the school's network."""
    return TeachersDoor(new_tab(), f"http://{OTHER_NAME}:{pin_server.port}")


def teachers_cookie(context: BrowserContext) -> Cookie:
    (cookie,) = (one for one in context.cookies() if one["name"] == COOKIE_NAME)
    return cookie


def give_cookie(context: BrowserContext, value: str) -> None:
    context.add_cookies([{"name": COOKIE_NAME, "value": value, "domain": HOST, "path": "/"}])


_NO_COOKIES = """Object.defineProperty(Document.prototype, 'cookie', {
  get() { return ''; }, set() {},
});"""
_GIVE_STREAMLITS_COOKIE = re.compile("//[^/]+/_stcore/(health|host-config)$")


def test_who_keeps_no_cookies_is_told_so_before_and_after_typing_the_pin(
    new_context: NewContext, pin_server: AppServer, offline_server: AppServer
) -> None:
    def answer_without_cookie(route: Route) -> None:
        with urllib.request.urlopen(f"{pin_server.url}{urlsplit(route.request.url).path}") as given:
            route.fulfill(content_type=given.headers["Content-Type"], body=given.read())

    page = new_context().new_page()
    told = page.get_by_text("Your browser does not keep cookies")
    door = TeachersDoor(page, f"http://{OTHER_NAME}:{pin_server.port}").go("classroom")
    door.expect_shut()
    expect(told).to_have_count(0)
    page.context.clear_cookies()
    page.add_init_script(_NO_COOKIES)
    page.route(_GIVE_STREAMLITS_COOKIE, answer_without_cookie)
    door.go("classroom").expect_shut()
    expect(told).to_have_count(1)
    door.type_pin(PIN)
    expect(told).to_have_count(2)
    assert COOKIE_NAME not in {cookie["name"] for cookie in page.context.cookies()}
    TeachersDoor(page, offline_server.url).go("gallery")
    page.get_by_text("Settings from a picture file").click()
    expect(told).to_have_count(1)


def test_signed_in_over_a_restart_but_not_with_another_pin_until_signed_out(
    door: TeachersDoor, new_tab: NewTab, pin_server: AppServer
) -> None:
    page = door.page
    door.go("classroom").expect_shut()
    door.type_pin(PIN)
    door.expect_open()
    cookie = teachers_cookie(page.context)
    assert cookie["httpOnly"]
    assert cookie["sameSite"] == "Lax"
    assert abs(cookie["expires"] - datetime.now(UTC).timestamp() - COOKIE_LIFE_S) < 120
    assert page.evaluate("document.cookie").find(COOKIE_NAME) == -1
    assert PIN not in page.evaluate("JSON.stringify({...localStorage, ...sessionStorage})")

    try:
        pin_server.settings["IMAGESPEAK_TEACHER_PIN"] = OTHER_PIN
        pin_server.restart()
        door.go("classroom").expect_shut()
        expect_five_wrong_pins_to_wait(door, OTHER_PIN)
    finally:
        pin_server.settings["IMAGESPEAK_TEACHER_PIN"] = PIN
        pin_server.restart()  # it forgets who guessed

    page.reload()
    door.expect_open()
    door.go("gallery").expect_open("gallery")
    second = TeachersDoor(new_tab(), door.url).go("gallery")
    second.expect_open("gallery")

    second.sign_out_of_pin()
    second.expect_shut()
    page.get_by_role("link", name="Gallery").first.click()  # in a tab that is still open
    door.expect_shut()
    page.reload()
    door.expect_shut()
    assert COOKIE_NAME not in {one["name"] for one in page.context.cookies()}


def expect_five_wrong_pins_to_wait(door: TeachersDoor, right: str) -> None:
    for number in range(5):
        with door.page.expect_response("**/teacher/sign-in"):
            door.type_pin(f"guess-{number}")
        expect(door.alert.filter(has_text="not the teachers' PIN")).to_be_visible()
        expect(door.page.get_by_role("button", name="Sign in")).to_be_enabled()
    door.type_pin(right)
    expect(door.alert.filter(has_text="Too many wrong PINs")).to_be_visible()
    expect(door.page.get_by_role("timer")).to_have_text(re.compile(r"^Seconds left: \d\d?$"))
    expect(door.page.get_by_role("button", name="Sign in")).to_be_disabled()
    assert sticking_out(door.page) == []
    door.page.reload()
    door.expect_shut()
    door.type_pin(right)
    expect(door.alert.filter(has_text=re.compile(r"wait \d+ seconds?"))).to_be_visible()
    door.expect_shut()


def test_a_deep_link_is_opened_by_the_right_pin_and_by_keyboard_alone(door: TeachersDoor) -> None:
    page = door.go("gallery?open=nobodys").page
    door.expect_shut()
    door.type_pin(f"  {PIN.translate(FULL_WIDTH)}\u200f ")
    expect(door.navigation).to_be_visible()
    assert "/gallery?" in page.url
    assert "open=nobodys" in page.url
    expect(page.get_by_text("no pictures")).to_be_visible()

    page.route("**/teacher/sign-out", lambda route: route.abort())
    door.sign_out_of_pin()
    expect(door.alert.filter(has_text="did not work")).to_be_visible()
    page.unroute("**/teacher/sign-out")
    door.sign_out_of_pin()
    door.expect_shut()

    door.go("classroom?class=class-nobodys").expect_shut()
    page.route("**/teacher/sign-in", lambda route: route.abort())
    door.type_pin(PIN)
    expect(door.alert.filter(has_text="did not answer")).to_be_visible()
    page.unroute("**/teacher/sign-in")
    page.get_by_label("Teacher's PIN").fill("blue-42-frogs")
    page.get_by_role("button", name="Sign in").click()
    expect(door.alert.filter(has_text="not the teachers' PIN")).to_be_visible()
    door.expect_shut()
    assert COOKIE_NAME not in {one["name"] for one in page.context.cookies()}
    expect_to_fit_and_be_readable(page)
    assert focused(page) is not None
    assert "PIN" in page.evaluate(
        "document.activeElement.shadowRoot?.activeElement.labels[0].innerText"
    )
    page.keyboard.type(PIN)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_text("no such class")).to_be_visible()
    assert "/classroom?" in page.url
    assert "class=class-nobodys" in page.url
    expect(door.navigation).to_be_visible()
    page.get_by_role("link", name="Classroom").first.click()
    expect(page.get_by_text("no such class")).to_have_count(0)
    door.expect_open()
    blur(page)
    expect_to_fit_and_be_readable(page)


def test_signing_out_everywhere_by_keyboard_ends_all_that_were_signed_in(
    door: TeachersDoor, new_context: NewContext
) -> None:
    page = door.page
    other = TeachersDoor(new_context().new_page(), door.url)
    for one in (door, other):
        one.go("classroom").expect_shut()
        one.type_pin(PIN)
        one.expect_open()
    opener = page.get_by_role("button", name="Sign out everywhere", exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    yes = page.get_by_role("button", name="Yes, sign out everywhere")
    expect(page.get_by_text("All teachers who have typed the PIN")).to_be_visible()
    expect(yes).to_be_visible()
    expect_to_fit_and_be_readable(page)
    page.keyboard.press("Escape")
    expect(yes).to_have_count(0)
    other.go("gallery").expect_open("gallery")

    page.route("**/teacher/sign-out", lambda route: route.abort())
    opener.focus()
    page.keyboard.press("Enter")
    yes.focus()
    page.keyboard.press("Enter")
    expect(door.alert.filter(has_text="did not work")).to_be_visible()
    page.unroute("**/teacher/sign-out")
    page.keyboard.press("Enter")
    door.expect_shut()
    other.page.get_by_role("link", name="Classroom").first.click()  # in a tab that is still open
    other.expect_shut()
    other.go("gallery").expect_shut()
    door.type_pin(PIN)
    door.expect_open()


def test_forged_and_old_cookies_open_nothing(new_tab: NewTab, pin_server: AppServer) -> None:
    now_s, secret = int(datetime.now(UTC).timestamp()), SECRET.encode()
    good = make_cookie(PIN, secret=secret, since_s=now_s)
    expires, _, signature = good.partition(".")
    bad = [
        make_cookie(PIN, secret=secret, since_s=now_s - COOKIE_LIFE_S - 1),
        f"{int(expires) + 1}.{signature}",
    ]
    door = TeachersDoor(new_tab(), pin_server.url)
    door.go("gallery").expect_shut()  # the server's own keyboard needs the PIN too
    for value in bad:
        give_cookie(door.page.context, value)
        door.go("gallery").expect_shut()
    give_cookie(door.page.context, good)
    door.go("gallery").expect_open("gallery")


def expect_to_fit_and_be_readable(page: Page) -> None:
    for look in all_looks(page, widths=(1280, 360)):
        assert sticking_out(page) == [], look
        assert outline_problems(page) == [], look
        assert faint_texts(page) == [], look
