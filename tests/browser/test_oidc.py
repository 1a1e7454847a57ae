"""Teachers sign in with their school's account; only those on the list are let in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.app_server import SECRET, AppServer
from tests.browser.looks import outline_problems, sticking_out
from tests.browser.oidc_provider import CLIENT_ID, CLIENT_SECRET, OidcProvider
from tests.browser.tabs import NewTab
from tests.browser.teacher import HEADINGS, TeachersDoor

PIN = "blue-42-frog"
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"email": "eve@school.org", "email_verified": True}, "not on the list"),
    ({"email": "eve@sub.teachers.org", "email_verified": True}, "not on the list"),
    ({"email": "ana@school.org", "email_verified": False}, "verified"),
    ({"email": "ana@school.org", "email_verified": "false"}, "verified"),
    ({"email": "ana@school.org"}, "verified"),
    ({}, "verified"),
]
"""Who signs in and is no teacher here, and what they are told."""


@pytest.fixture(scope="module")
def provider() -> Iterator[OidcProvider]:
    with OidcProvider() as running:
        yield running


@pytest.fixture(scope="module")
def oidc_server(
    provider: OidcProvider, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[AppServer]:
    """`[auth]` and a list of teachers; a PIN too, which then counts for nothing."""
    folder = tmp_path_factory.mktemp("oidc")
    settings = {
        "IMAGESPEAK_TEACHERS": "ana@school.org, @teachers.org",
        "IMAGESPEAK_TEACHER_PIN": PIN,
        "IMAGESPEAK_SECRET": SECRET,
    }
    secrets_file = folder / "secrets.toml"
    server = AppServer(folder / "server", settings, options=("--secrets.files", str(secrets_file)))
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
def door(new_tab: NewTab, oidc_server: AppServer) -> TeachersDoor:
    return TeachersDoor(new_tab(), oidc_server.url)


def sign_in(door: TeachersDoor, provider: OidcProvider, **person: Any) -> None:
    provider.person = person
    door.page.get_by_role("button", name="Sign in").click()
    door.page.wait_for_url(f"{door.url}/?*")


def test_a_listed_teacher_signs_in_stays_and_signs_out(
    door: TeachersDoor, provider: OidcProvider, oidc_server: AppServer
) -> None:
    door.go("classroom").expect_shut()
    sign_in(door, provider, email="Ana@School.org", email_verified=True)
    expect(door.navigation).to_be_visible()
    expect(door.page.get_by_text("You are ana@school.org.")).to_be_visible()
    for name in HEADINGS:
        door.go(name).expect_open(name)
    oidc_server.restart()
    door.page.reload()
    door.expect_open("gallery")
    before = provider.sign_outs
    door.sign_out.click()
    expect(door.page.get_by_role("link", name="For teachers")).to_be_visible()
    expect(door.navigation).to_have_count(0)
    assert provider.sign_outs == before + 1
    door.go("gallery").expect_shut()


@pytest.mark.parametrize(
    "person",
    [
        {"email": "bo@teachers.org", "email_verified": True},
        {"email": "bo@teachers.org", "email_verified": "true"},
    ],
    ids=str,
)
def test_a_whole_schools_addresses(
    door: TeachersDoor, provider: OidcProvider, person: dict[str, Any]
) -> None:
    door.go("gallery").expect_shut()
    sign_in(door, provider, **person)
    door.go("gallery").expect_open("gallery")


def test_who_is_not_let_in_is_told_so(door: TeachersDoor, provider: OidcProvider) -> None:
    door.go("gallery").expect_shut()
    for person, told in REFUSED:
        sign_in(door, provider, **person)
        expect(door.page.get_by_role("button", name="Get Practice Image")).to_be_visible()
        expect(door.navigation).to_have_count(0)
        door.page.get_by_role("link", name="For teachers").click()
        door.expect_shut()
        expect(door.alert.filter(has_text=told)).to_be_visible()
        expect(door.page.get_by_text(f"You are {person.get('email', 'somebody')}")).to_be_visible()
        door.go("gallery").expect_shut()
        expect(door.alert.filter(has_text=told)).to_be_visible()
        assert sticking_out(door.page) == []
        assert outline_problems(door.page) == []
        door.sign_out.click()
        expect(door.page.get_by_role("button", name="Get Practice Image")).to_be_visible()
        door.page.get_by_role("link", name="For teachers").click()
        door.expect_shut()
        expect(door.page.get_by_role("button", name="Sign in")).to_be_visible()


def test_the_pin_and_its_route_do_nothing(door: TeachersDoor) -> None:
    answer = door.page.request.post(f"{door.url}/teacher/sign-in", data={"pin": PIN})
    assert answer.status == 404
    assert "set-cookie" not in answer.headers
    door.go("classroom").expect_shut()
    expect(door.page.get_by_label("Teacher's PIN")).to_have_count(0)


def test_a_provider_with_a_name_and_one_that_is_not_filled_in(
    new_tab: NewTab, provider: OidcProvider, tmp_path: Path
) -> None:
    secrets_file = tmp_path / "secrets.toml"
    server = AppServer(
        tmp_path / "server",
        {"IMAGESPEAK_TEACHERS": "@teachers.org"},
        options=("--secrets.files", str(secrets_file)),
    )
    write_secrets(secrets_file, server, provider, "school")
    server.start()
    try:
        door = TeachersDoor(new_tab(), server.url)
        door.go("gallery").expect_shut()
        sign_in(door, provider, email="bo@teachers.org", email_verified=True)
        door.go("gallery").expect_open("gallery")
        door.page.context.clear_cookies()
        secrets_file.write_text('[auth]\nredirect_uri = "x"\n', encoding="utf-8")
        server.restart()
        door.go("gallery").expect_shut()
        expect(door.alert.filter(has_text="[auth]")).to_be_visible()
        expect(door.page.get_by_role("button", name="Sign in")).to_have_count(0)
    finally:
        server.stop()
