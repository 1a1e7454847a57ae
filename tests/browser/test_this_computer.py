"""With nothing set, only a visitor on the server's own computer is a teacher."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.app_server import AppServer
from tests.browser.conftest import OTHER_NAME, own_addresses
from tests.browser.looks import all_looks, outline_problems, sticking_out
from tests.browser.tabs import NewTab
from tests.browser.teacher import HEADINGS, TeachersDoor

PROXIES = [
    {"X-Forwarded-For": "10.0.0.9"},  # which the server itself reads too
    {"Forwarded": "for=127.0.0.1"},
]
DEEP_LINKS = ["classroom?class=class-7b&view=present", "gallery?open=abc"]


@pytest.fixture(scope="module")
def open_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """Nothing is set, and it listens at every address of this computer."""
    server = AppServer(
        tmp_path_factory.mktemp("open") / "server", options=("--server.address", "0.0.0.0")
    )
    server.start()
    yield server
    server.stop()


def test_at_the_servers_own_keyboard_but_not_through_a_proxy(
    new_tab: NewTab, open_server: AppServer
) -> None:
    door = TeachersDoor(new_tab(), open_server.url)
    for page in HEADINGS:
        door.go(page).expect_open(page)
    expect(door.sign_out).to_have_count(0)
    door.navigation.get_by_role("link", name="Practice").click()
    expect(door.page.get_by_role("button", name="Get Practice Image")).to_be_visible()
    expect(door.navigation).to_be_visible()
    door.navigation.get_by_role("link", name="Classroom").click()
    door.expect_open("classroom")
    door.page.go_back()
    expect(door.page.get_by_role("button", name="Get Practice Image")).to_be_visible()
    door.page.go_forward()
    door.expect_open("classroom")
    expect_to_fit(door)
    for header in PROXIES:
        door.page.set_extra_http_headers(header)
        door.go("gallery").expect_shut()


def test_a_name_that_leads_to_this_computer(new_tab: NewTab, open_server: AppServer) -> None:
    page = new_tab()
    door = TeachersDoor(page, f"http://{OTHER_NAME}:{open_server.port}")
    for path in DEEP_LINKS:
        door.go(path).expect_shut()
        expect(door.closed).to_contain_text("IMAGESPEAK_TEACHER_PIN")
        expect(door.closed).to_contain_text("IMAGESPEAK_TEACHERS")
    page.get_by_role("link", name="Back to practice").click()
    expect(page.get_by_role("button", name="Get Practice Image")).to_be_visible()
    expect(door.navigation).to_have_count(0)
    page.get_by_role("link", name="For teachers").click()
    door.expect_shut()
    expect_to_fit(door)


def expect_to_fit(door: TeachersDoor) -> None:
    for look in all_looks(door.page, widths=(1280, 360)):
        assert sticking_out(door.page) == [], look
        assert outline_problems(door.page) == [], look


@pytest.mark.skipif(not own_addresses(), reason="this computer has no address but loopback")
def test_at_another_address_of_the_computer(new_tab: NewTab, open_server: AppServer) -> None:
    page = new_tab()
    door = TeachersDoor(page, f"http://{own_addresses()[0]}:{open_server.port}").go("classroom")
    door.expect_shut()
    expect(door.closed).to_contain_text("IMAGESPEAK_TEACHER_PIN")
