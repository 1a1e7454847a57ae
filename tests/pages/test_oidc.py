"""Whose e-mail address counts: only one that the provider has verified."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from pages.components.shell import oidc
from tests.for_each import for_each

SIGNED_IN = {"is_logged_in": True, "email": "ana@school.org"}


@for_each(
    "claims, expected",
    [
        ({**SIGNED_IN, "email_verified": True}, "ana@school.org"),
        ({**SIGNED_IN, "email_verified": "true"}, "ana@school.org"),
        ({**SIGNED_IN, "email_verified": False}, None),
        ({**SIGNED_IN, "email_verified": "false"}, None),
        (SIGNED_IN, None),
        ({"is_logged_in": True}, None),
        ({"is_logged_in": True, "email_verified": True}, None),
        ({**SIGNED_IN, "email_verified": True, "is_logged_in": False}, None),
        ({}, None),
    ],
)
def test_claims(
    monkeypatch: pytest.MonkeyPatch, claims: dict[str, Any], expected: str | None
) -> None:
    monkeypatch.setattr(st, "user", SimpleNamespace(to_dict=lambda: claims))
    assert oidc.verified_email() == expected
