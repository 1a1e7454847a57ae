"""Two servers on one bucket with a common secret: a teacher on one, a learner on the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from mypy_boto3_s3 import S3Client
from playwright.sync_api import Page, Route, expect

from imagespeak_core.access.cookie import COOKIE_NAME
from imagespeak_core.classroom.class_names import state_name
from imagespeak_core.classroom.state import CLASS_LIFE, CLASSES, ClassPicture, ClassState
from imagespeak_core.pictures.naming import ImageKey
from tests.adapters.s3_servers import MiniStack, plain_client
from tests.browser.app_server import HOST, SECRET, AppServer
from tests.browser.microphone import spoken, write
from tests.browser.speaker import open_at
from tests.browser.tabs import NewContext, NewTab
from tests.browser.teacher import TeachersDoor
from tests.browser.test_waiting import NO_SLOW_TIMERS
from tests.browser.visitor import Visitor
from tests.pages.stand_ins import plain_png
from tests.patience import until

PIN = "blue-42-frog"
BUCKET = "two-servers"
CLASS = "class-7b"
KEYS = [ImageKey(CLASS, "20250101_100000", index, "red_bus") for index in (0, 1)]
SHOWN = """(key) => [...document.querySelectorAll('img')].some((picture) =>
  picture.complete && picture.naturalWidth > 0 && picture.src.includes(key))"""


@pytest.fixture(scope="module")
def servers(
    ministack: MiniStack, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[AppServer]]:
    """The first of them runs."""
    client = plain_client(ministack.endpoint_url)
    client.create_bucket(Bucket=BUCKET)
    _put_class(client)
    settings = {
        "IMAGESPEAK_BUCKET": BUCKET,
        "IMAGESPEAK_SECRET": SECRET,
        "IMAGESPEAK_TEACHER_PIN": PIN,
        "AWS_ENDPOINT_URL_S3": ministack.endpoint_url,
    }
    both = [AppServer(tmp_path_factory.mktemp(name) / "server", settings) for name in "ab"]
    try:
        both[0].start()
        yield both
    finally:
        for server in both:
            server.stop()


def _put_class(client: S3Client) -> None:
    """By the back door: a class with two pictures, the first of which is shown."""
    for key in KEYS:
        png = plain_png(key.image_index, 400, 300)
        client.put_object(Bucket=BUCKET, Key=str(key), Body=png, ContentType="image/png")
    now = datetime.now(UTC)
    state = ClassState(
        session_id=CLASS,
        title="7b",
        code="ABC234",
        teacher="pin",
        created_at=now,
        expires_at=now + CLASS_LIFE,
        current=str(KEYS[0]),
        pictures=tuple(ClassPicture(key=str(key), prompt="A red bus") for key in KEYS),
    )
    client.put_object(Bucket=BUCKET, Key=state_name(CLASS), Body=CLASSES.to_json(state))


def sees(page: Page, key: ImageKey) -> None:
    """Wait until this picture is drawn and decoded."""
    page.wait_for_function(SHOWN, arg=str(key).rpartition("/")[2])


def test_a_learner_on_the_other_server_follows_and_a_teacher_of_one_is_known_there(
    new_tab: NewTab, new_context: NewContext, servers: list[AppServer]
) -> None:
    a, b = servers
    teacher = TeachersDoor(new_tab(), a.url)
    teacher.page.goto(f"{a.url}/classroom?class={CLASS}&view=present")
    teacher.expect_shut()
    teacher.type_pin(PIN)
    sees(teacher.page, KEYS[0])
    teacher.page.get_by_role("button", name="Next").click()
    sees(teacher.page, KEYS[1])

    b.start()  # all that it knows comes from the bucket
    learner = new_context().new_page()
    learner.add_init_script(NO_SLOW_TIMERS)
    learner.goto(f"{b.url}/?session={CLASS}")
    sees(learner, KEYS[1])
    for name in ("Get Practice Image", "Generate New", "Another idea"):
        expect(learner.get_by_role("button", name=name)).to_have_count(0)

    teacher.page.get_by_role("button", name="Show prompt").click()
    expect(learner.get_by_text("A red bus")).to_be_visible()
    teacher.page.get_by_role("button", name="Previous").click()
    sees(learner, KEYS[0])
    expect(learner.get_by_text("A red bus")).to_have_count(0)
    teacher.page.get_by_role("button", name="Next").click()
    sees(learner, KEYS[1])

    there = TeachersDoor(teacher.page, b.url).go("gallery")
    there.expect_open("gallery")
    [copy] = (one for one in teacher.page.context.cookies() if one["name"] == COOKIE_NAME)
    there.sign_out.click()
    there.expect_shut()
    teacher.go("gallery").expect_shut()

    thief = new_context()
    thief.add_cookies([{"name": COOKIE_NAME, "value": copy["value"], "domain": HOST, "path": "/"}])
    TeachersDoor(thief.new_page(), b.url).go("gallery").expect_shut()
    at_first = TeachersDoor(thief.new_page(), a.url)
    until(lambda: at_first.go("gallery").heading("For teachers").is_visible())
    at_first.expect_shut()


def test_a_recording_whose_parts_come_to_either_server_is_kept_once(
    new_tab: NewTab, servers: list[AppServer], session_id: str, tmp_path: Path
) -> None:
    a, b = servers
    for server in servers:
        if not server.answers():
            server.start()
    page, other = new_tab(), new_tab()
    panel = open_at(page, a, session_id)
    turns = cycle((a, b))
    sent: list[int] = []

    def pass_on(route: Route) -> None:
        server = next(turns)  # both are at one address behind a proxy, so that this is its origin
        headers = {**route.request.headers, "origin": server.url}
        answer = route.fetch(url=f"{server.url}/uploads", headers=headers)
        sent.append(answer.status)
        route.fulfill(response=answer)

    page.route("**/uploads", pass_on)
    words = write(tmp_path / "long.wav", spoken(("speech", 3.0), ("pause", 1.5), ("speech", 17.0)))
    page.locator(".recorder input.from_files").set_input_files(words)
    expect(panel.line).to_have_text(re.compile("Your sound file: 2[12] seconds"))
    panel.button("Keep").click()
    expect(panel.line).to_have_text(re.compile("^Kept until"))
    assert len(sent) <= 8

    page.get_by_role("textbox", name="Your words").fill("There are two dogs.")
    panel.button("Check my words").click()
    expect(page.get_by_role("heading", name="How you said it")).to_be_visible()
    panel.button("Draw my words").click()
    drawing = page.locator(".st-key-drawn_words img").first
    page.wait_for_function(
        "(image) => image.complete && image.naturalWidth > 0", arg=drawing.element_handle()
    )
    Visitor(other, b.url).open(session_id).picture()
    other.get_by_text("Your attempts", exact=True).click()
    for name in ("Delete recording 1", "Delete attempt 1"):
        expect(other.get_by_role("button", name=name)).to_have_count(1)
    expect(other.get_by_role("button", name="Delete recording 2")).to_have_count(0)

    listen = other.get_by_role("button", name="Play recording 1")
    with other.expect_response(lambda answer: "/recordings/" in answer.url) as heard:
        listen.click()
    assert heard.value.headers["cache-control"] == "no-store"
    asked = parse_qs(urlsplit(heard.value.url).query)
    assert 0 < int(asked["X-Amz-Expires"][0]) <= 15 * 60
    assert BUCKET in heard.value.url
    for kind in ("recording", "attempt"):
        other.get_by_role("button", name=f"Delete {kind} 1").click()
        question = other.get_by_text(f"Delete this {kind}?")
        expect(question).to_be_visible()
        other.get_by_role("button", name="Yes, delete").click()
        expect(question).to_have_count(0)
        expect(other.get_by_role("button", name=f"Delete {kind} 1")).to_have_count(0)
    expect(other.get_by_text("There are none yet.")).to_be_visible()
