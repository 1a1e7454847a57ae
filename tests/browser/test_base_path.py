"""The whole app under a path of a larger site."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from imagespeak_core.access.cookie import COOKIE_NAME
from tests.browser.app_server import AppServer
from tests.browser.conftest import OTHER_NAME
from tests.browser.tabs import NewTab
from tests.browser.teacher import TeachersDoor
from tests.browser.visitor import Visitor

BASE = "/school/app"
PIN = "blue-42-frog"
PREVIEWS_SHOWN = """() => {
  const previews = [...document.querySelectorAll('img[src*="/previews/"]')];
  return previews.length && previews.every((i) => i.complete && i.naturalWidth > 0)
    ? previews[0].src : null;
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    server = AppServer(
        tmp_path_factory.mktemp("base") / "server",
        {"IMAGESPEAK_TEACHER_PIN": PIN},
        options=("--server.baseUrlPath", BASE),
        base_path=BASE,
    )
    server.start()
    yield server
    server.stop()


def test_pictures_sign_in_and_gallery(new_tab: NewTab, server: AppServer) -> None:
    page = new_tab()
    url = f"http://{OTHER_NAME}:{server.port}{BASE}"
    learner = Visitor(page, url).open()
    learner.get.click()
    session_id = learner.session_id
    assert urlsplit(learner.picture()).path.startswith(f"{BASE}/pictures/{session_id}_")

    door = TeachersDoor(page, url).go("gallery")
    door.expect_shut()
    door.type_pin(PIN)
    door.expect_open("gallery")
    (cookie,) = (one for one in page.context.cookies() if one["name"] == COOKIE_NAME)
    assert cookie["path"] == BASE
    preview = page.wait_for_function(PREVIEWS_SHOWN).json_value()
    assert urlsplit(preview).path.startswith(f"{BASE}/previews/{session_id}_")

    door.navigation.get_by_role("link", name="Classroom").click()
    door.expect_open("classroom")
    assert urlsplit(page.url).path == f"{BASE}/classroom"
    page.reload()
    door.expect_open("classroom")
    door.sign_out.click()
    door.expect_shut()
    expect(page.get_by_label("Teacher's PIN")).to_be_visible()
