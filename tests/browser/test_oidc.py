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
    ({"email": "eve@sub.teachers.org", "email_verified": True}, "not on the list"),
    ({"email": "ana@school.org", "email_verified": "false"}, "verified"),
    ({}, "verified"),
]
"""Who signs in and is no teacher here, and what they are told."""


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
def door(new_tab: NewTab, oidc_server: AppServer) -> TeachersDoor:
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
    for person, told in REFUSED:
        expect(door.page.get_by_role("button", name="Sign in")).to_be_visible()
        expect(door.page.get_by_label("Teacher's PIN")).to_have_count(0)
        sign_in(door, provider, **person)
        expect(door.page.get_by_role("button", name="Get Practice Image")).to_be_visible()
        expect(door.navigation).to_have_count(0)
        door.page.get_by_role("link", name="For teachers").click()
        door.expect_shut()
        expect(door.alert.filter(has_text=told)).to_be_visible()
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
