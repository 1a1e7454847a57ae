"""Teachers sign in with their school's account; only those on the list are let in."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.browser.app_server import HOST, SECRET, AppServer
from tests.browser.conftest import OTHER_NAME
from tests.browser.looks import COLOURS, faint_texts, outline_problems, sticking_out
from tests.browser.oidc_provider import CLIENT_ID, CLIENT_SECRET, OidcProvider
from tests.browser.tabs import NewContext, NewTab
from tests.browser.teacher import HEADINGS, TeachersDoor

PIN = "blue-42-frog"
TENANT = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
OTHER_TENANT = "11111111-2222-3333-4444-555555555555"
ANA = {"email": "ana@school.org", "email_verified": True}
REFUSED: list[tuple[dict[str, Any], str, str]] = [
    (
        {"email": "eve@sub.teachers.org", "email_verified": True},
        "not on the list",
        "Add eve@sub.teachers.org to IMAGESPEAK_TEACHERS",
    ),
    ({"email": "ana@school.org", "email_verified": "false"}, "verified", "if http://127.0.0.1"),
    ({"email": "ana@school.org", "tid": OTHER_TENANT}, "verified", f"if {OTHER_TENANT}"),
    ({"email": "ana@school.org", "tid": TENANT, "idp": "live.com"}, "a guest", "xms_edov"),
    ({}, "verified", "needs the claim email"),
]
"""Who signs in and is no teacher here, what they are told, and what the owner is told."""


@pytest.fixture(scope="module")
def provider() -> Iterator[OidcProvider]:
    with OidcProvider() as running:
        yield running


@pytest.fixture(scope="module")
def secrets_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("oidc") / "secrets.toml"


@pytest.fixture(scope="module")
def oidc_server(provider: OidcProvider, secrets_file: Path) -> Iterator[AppServer]:
    """`[auth]` and a list of teachers; a PIN too, which then counts for nothing."""
    settings = {
        "IMAGESPEAK_TEACHERS": "ana@school.org, @teachers.org",
        "IMAGESPEAK_TENANT": TENANT,
        "IMAGESPEAK_TEACHER_PIN": PIN,
        "IMAGESPEAK_SECRET": SECRET,
    }
    folder = secrets_file.parent / "server"
    server = AppServer(folder, settings, options=("--secrets.files", str(secrets_file)))
    write_secrets(secrets_file, server, provider)
    server.start()
    yield server
    server.stop()


def write_secrets(path: Path, server: AppServer, provider: OidcProvider, name: str = "") -> None:
    path.write_text(
        "[auth]\n"
        f'redirect_uri = "{server.url}/oauth2callback"\n'
        'cookie_secret = "thirty-two random letters or more"\n'
        f"{f'[auth.{name}]' if name else ''}\n"
        f'client_id = "{CLIENT_ID}"\n'
        f'client_secret = "{CLIENT_SECRET}"\n'
        f'server_metadata_url = "{provider.metadata_url}"\n',
        encoding="utf-8",
    )


@pytest.fixture
def door(new_tab: NewTab, oidc_server: AppServer, provider: OidcProvider) -> TeachersDoor:
    provider.refusal, provider.is_out_of_order = "", False
    return TeachersDoor(new_tab(), oidc_server.url)


def sign_in(door: TeachersDoor, provider: OidcProvider, **person: Any) -> None:
    provider.person = person
    door.page.get_by_role("button", name="Sign in").click()
    door.page.wait_for_url(f"{door.url}/?*")


def expect_signed_out(door: TeachersDoor, provider: OidcProvider) -> None:
    before = provider.sign_outs
    door.sign_out.click()
    expect(door.page.get_by_role("link", name="For teachers")).to_be_visible()
    expect(door.page.get_by_role("button", name="Get Practice Image")).to_be_visible()
    expect(door.navigation).to_have_count(0)
    assert provider.sign_outs == before + 1


def test_who_is_not_let_in_is_told_so_and_the_pin_does_nothing(
    door: TeachersDoor, provider: OidcProvider
) -> None:
    answer = door.page.request.post(f"{door.url}/teacher/sign-in", data={"pin": PIN})
    assert answer.status == 404
    assert "set-cookie" not in answer.headers

    door.go("gallery").expect_shut()
    for person, told, owner in REFUSED:
        expect(door.page.get_by_role("button", name="Sign in")).to_be_visible()
        expect(door.page.get_by_label("Teacher's PIN")).to_have_count(0)
        sign_in(door, provider, **person)
        expect(door.page.get_by_role("button", name="Get Practice Image")).to_be_visible()
        expect(door.navigation).to_have_count(0)
        door.page.get_by_role("link", name="For teachers").click()
        door.expect_shut()
        expect(door.alert.filter(has_text=told)).to_contain_text(owner)
        expect(door.page.get_by_text(f"You are {person.get('email', 'somebody')}")).to_be_visible()
        assert sticking_out(door.page) == []
        assert outline_problems(door.page) == []
        if person.get("email_verified") is True:  # nor by a deep link
            door.go("gallery").expect_shut()
            expect(door.alert.filter(has_text=told)).to_be_visible()
        expect_signed_out(door, provider)
        door.page.get_by_role("link", name="For teachers").click()
        door.expect_shut()
    sign_in(door, provider, email="bo@teachers.org", email_verified=True)
    door.go("gallery").expect_open("gallery")


def test_a_member_of_the_owners_tenant_with_many_groups(
    door: TeachersDoor, provider: OidcProvider
) -> None:
    door.go("gallery").expect_shut()
    sign_in(door, provider, preferred_username="Bo@Teachers.org", tid=TENANT, groups=groups(150))
    door.go("gallery").expect_open("gallery")
    expect(door.page.get_by_text("You are bo@teachers.org.")).to_be_visible()


def test_a_copied_sign_in_is_worth_nothing_after_signing_out(
    door: TeachersDoor, provider: OidcProvider, new_context: NewContext
) -> None:
    door.go("gallery").expect_shut()
    sign_in(door, provider, **ANA)
    thief = new_context()
    copy_sign_in(door.page.context, thief)
    door.go("gallery").expect_open("gallery")
    expect_signed_out(door, provider)
    at_once = TeachersDoor(thief.new_page(), door.url).go("gallery")
    at_once.expect_shut()
    expect(at_once.page.get_by_role("button", name="Sign in")).to_be_visible()
    expect(at_once.alert.filter(has_text="not on the list")).to_have_count(0)

    door.go("gallery").expect_shut()
    sign_in(door, provider, **ANA)
    elsewhere = new_context()
    copy_sign_in(door.page.context, elsewhere)
    other = TeachersDoor(elsewhere.new_page(), door.url).go("gallery")
    other.expect_open("gallery")
    door.page.get_by_role("button", name="Sign out everywhere").click()
    expect(door.page.get_by_text("You are signed out on all devices")).to_be_visible()
    door.page.get_by_role("button", name="Yes, sign out everywhere").click()
    expect(door.page.get_by_role("link", name="For teachers")).to_be_visible()
    other.page.get_by_role("link", name="Classroom").first.click()  # in a tab that is still open
    other.expect_shut()


def copy_sign_in(of: BrowserContext, to: BrowserContext) -> None:
    for one in of.cookies():
        if one["name"].startswith("_streamlit"):
            to.add_cookies(
                [{"name": one["name"], "value": one["value"], "domain": HOST, "path": "/"}]
            )


def test_whatever_goes_wrong_on_the_way_there_are_words_and_a_way_back(
    door: TeachersDoor, provider: OidcProvider
) -> None:
    page = door.go("classroom").page
    provider.person, provider.refusal = ANA, "access_denied"
    press_sign_in(door)
    expect(page.get_by_role("alert")).to_contain_text("was cancelled")
    expect(page.get_by_text("The service said: access_denied.")).to_be_visible()
    expect_to_fit_and_be_readable(page)
    page.get_by_role("link", name="Back to practice").click()
    expect(page.get_by_role("button", name="Get Practice Image")).to_be_visible()

    provider.refusal, provider.is_out_of_order = "", True
    door.go("classroom")
    press_sign_in(door)
    expect(page.get_by_role("alert")).to_contain_text("do not understand each other")
    expect(page.get_by_text("the client secret")).to_be_visible()

    provider.is_out_of_order = False
    page.get_by_role("link", name="Try again").click()
    press_sign_in(door)
    page.wait_for_url(f"{door.url}/?*")
    expect(door.navigation).to_be_visible()
    page.go_back()  # through the callback's address once more
    door.go("classroom").expect_open()
    page.context.clear_cookies()

    page.goto(f"{door.url}/oauth2callback?code=old&state=old")
    expect(page.get_by_role("alert")).to_contain_text("opened twice")

    elsewhere = TeachersDoor(page, door.url.replace(HOST, OTHER_NAME)).go("classroom")
    elsewhere.expect_shut()
    expect(door.alert.filter(has_text="another address of this site")).to_be_visible()
    page.get_by_role("link", name=f"{door.url}/classroom").click(modifiers=["Alt"], trial=True)
    expect(page.get_by_role("button", name="Sign in")).to_have_count(0)


def test_more_than_cookies_hold_ends_in_words_and_a_way_out(
    door: TeachersDoor, provider: OidcProvider
) -> None:
    page = door.go("classroom").page
    provider.person = {**ANA, "groups": groups(600)}
    press_sign_in(door)
    expect(page.get_by_role("alert")).to_contain_text("more about you than this site can keep")
    page.get_by_role("link", name="Back to practice").click()
    expect(page.get_by_role("button", name="Get Practice Image")).to_be_visible()

    for name, value in (("_streamlit_user", "chunks-2"), ("_streamlit_user_1", "x" * 3_900)):
        give_cookie(page, name, value)  # as an earlier version kept it
    for number in range(3):
        give_cookie(page, f"portal_{number}", "x" * 3_900)
    door.page.goto(f"{door.url}/classroom")
    expect(page.get_by_role("heading", name="too many large cookies")).to_be_visible()
    expect(page.get_by_text("large cookies: portal_0, portal_1.")).to_be_visible()
    page.get_by_role("button", name="Delete them and go on").click()
    expect(page.get_by_role("button", name="Get Practice Image")).to_be_visible()
    assert "portal_2" in {one["name"] for one in page.context.cookies()}

    for number in range(1, 3):
        give_cookie(page, f"_streamlit_user_{number}", "x" * 3_900)
    door.page.goto(f"{door.url}/gallery")
    expect(page.get_by_role("heading", name="sign-in is too large")).to_be_visible()
    expect_to_fit_and_be_readable(page)
    page.get_by_role("button", name="Sign out and go on").click()
    expect(page.get_by_role("button", name="Get Practice Image")).to_be_visible()


def test_a_teacher_stays_over_restarts_and_providers_with_and_without_a_name(
    door: TeachersDoor, provider: OidcProvider, oidc_server: AppServer, secrets_file: Path
) -> None:
    door.go("classroom").expect_shut()
    sign_in(door, provider, email="Ana@School.org", email_verified=True)
    expect(door.navigation).to_be_visible()
    expect(door.page.get_by_text("You are ana@school.org.")).to_be_visible()
    for name in HEADINGS:
        door.navigation.get_by_role("link", name=name.capitalize()).click()
        door.expect_open(name)
    try:
        secrets_file.write_text('[auth]\nredirect_uri = "x"\n', encoding="utf-8")
        oidc_server.restart()
        door.go("gallery").expect_shut()
        expect(door.alert.filter(has_text="[auth]")).to_be_visible()
        expect(door.page.get_by_role("button", name="Sign in")).to_have_count(0)
    finally:
        write_secrets(secrets_file, oidc_server, provider, "school")
        oidc_server.restart()
    door.page.reload()
    door.expect_open("gallery")

    door.page.context.clear_cookies()
    door.go("gallery").expect_shut()
    sign_in(door, provider, email="bo@teachers.org", email_verified="true")
    door.navigation.get_by_role("link", name="Gallery").click()
    door.expect_open("gallery")
    expect_signed_out(door, provider)
    door.go("gallery").expect_shut()


def groups(number: int) -> list[str]:
    return [str(uuid.uuid4()) for _ in range(number)]


def press_sign_in(door: TeachersDoor) -> None:
    door.page.get_by_role("button", name="Sign in").click()


def give_cookie(page: Page, name: str, value: str) -> None:
    page.context.add_cookies([{"name": name, "value": value, "domain": HOST, "path": "/"}])


def expect_to_fit_and_be_readable(page: Page) -> None:
    """For a page without Streamlit, whose colours follow the device at once."""
    sizes: list[ViewportSize] = [{"width": 360, "height": 640}, {"width": 1280, "height": 720}]
    for size in sizes:
        page.set_viewport_size(size)
        for colours in COLOURS:
            page.emulate_media(color_scheme=colours)
            assert sticking_out(page) == [], (size, colours)
            assert faint_texts(page) == [], (size, colours)
