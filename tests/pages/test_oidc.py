"""Signing in with a school's account: what counts, what lacks, and who is told to mend it."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from pages.components.shell import oidc
from pages.components.shell.oidc_set_up import read_set_up
from tests.for_each import for_each

TID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
SIGNED_IN = {"is_logged_in": True, "email": "ana@school.org"}
ENTRA = {
    "client_id": "imagespeak",
    "client_secret": "known",
    "server_metadata_url": f"https://login.microsoftonline.com/{TID}/v2.0/.well-known/openid-configuration",
}
SHARED = {"redirect_uri": "https://speak.school.org/oauth2callback", "cookie_secret": "random"}


@for_each(
    "claims, expected",
    [
        ({**SIGNED_IN, "email_verified": True}, "ana@school.org"),
        ({**SIGNED_IN, "email_verified": "true"}, "ana@school.org"),
        ({**SIGNED_IN, "xms_edov": True}, "ana@school.org"),
        ({**SIGNED_IN, "tid": TID}, "ana@school.org"),
        (
            {"is_logged_in": True, "preferred_username": "bo@school.org", "tid": TID},
            "bo@school.org",
        ),
        ({**SIGNED_IN, "tid": TID, "acct": 1}, None),
        ({**SIGNED_IN, "email_verified": False}, None),
        (SIGNED_IN, None),
        ({"is_logged_in": True, "email_verified": True}, None),
        ({**SIGNED_IN, "email_verified": True, "is_logged_in": False}, None),
        ({}, None),
    ],
)
def test_claims(
    in_a_fresh_place: Path,
    monkeypatch: pytest.MonkeyPatch,
    claims: dict[str, Any],
    expected: str | None,
) -> None:
    monkeypatch.setenv("IMAGESPEAK_TENANT", TID.upper())
    monkeypatch.setattr(st, "user", SimpleNamespace(to_dict=lambda: claims))
    assert oidc.verified_email() == expected


@for_each(
    "auth, providers, problem",
    [
        ({**SHARED, **ENTRA}, [""], None),
        ({**SHARED, **ENTRA, "client_kwargs": {"scope": "openid email"}}, [""], None),
        ({**SHARED, "entra": ENTRA, "google": ENTRA}, ["entra", "google"], None),
        ({**SHARED, "entra": ENTRA, "client_kwargs": {"scope": "openid"}}, ["entra"], None),
        ({**SHARED, **ENTRA, "entra": ENTRA}, ["", "entra"], None),
        ({**SHARED, **ENTRA, "client_secret": ""}, [], "`[auth]` has no `client_secret`."),
        ({**ENTRA, "redirect_uri": SHARED["redirect_uri"]}, [], "has no `cookie_secret`."),
        ({**ENTRA, "cookie_secret": "random"}, [], "`[auth]` has no `redirect_uri`."),
        (SHARED, [], "`[auth]` has no `server_metadata_url`."),
        (
            {**SHARED, "entra": ENTRA, "google": {"client_id": "x"}},
            ["entra"],
            "`[auth.google]` has no `client_secret`.",
        ),
        ({**SHARED, "my_school": ENTRA}, [], "`[auth.my_school]` may have no `_` in its name."),
        (
            {**SHARED, **ENTRA, "redirect_uri": "https://speak.school.org"},
            [],
            "ends with `/oauth2callback`",
        ),
        ({**SHARED, **ENTRA, "redirect_uri": "/oauth2callback"}, [], "whole address"),
        (
            {
                **SHARED,
                **ENTRA,
                "server_metadata_url": ENTRA["server_metadata_url"].replace(TID, "common"),
            },
            [],
            "your tenant's ID in the place of `common`",
        ),
        (
            {
                **SHARED,
                "entra": {
                    **ENTRA,
                    "server_metadata_url": "https://login.microsoftonline.us/organizations/v2.0/x",
                },
            },
            [],
            "in the place of `organizations`",
        ),
    ],
)
def test_what_lacks_is_named(
    monkeypatch: pytest.MonkeyPatch, auth: object, providers: list[str], problem: str | None
) -> None:
    monkeypatch.setattr(st, "secrets", {"auth": auth})
    set_up = read_set_up()
    assert list(set_up.providers) == providers
    assert [one for one in set_up.problems if problem and problem in one] or not problem
    assert bool(set_up.problems) is bool(problem)


def test_the_one_address_where_it_works(monkeypatch: pytest.MonkeyPatch) -> None:
    for redirect_uri, origin in (
        ("https://speak.school.org/app/oauth2callback", "https://speak.school.org"),
        (
            "http://localhost:{port}/oauth2callback",
            f"http://localhost:{st.get_option('server.port')}",
        ),
    ):
        auth = {**SHARED, **ENTRA, "redirect_uri": redirect_uri}
        monkeypatch.setattr(st, "secrets", {"auth": auth})
        assert read_set_up().origin == origin
