"""Whose e-mail address counts, as the sign-in services of schools write their tokens."""

from __future__ import annotations

from typing import Any

import pytest

from imagespeak_core.access.accounts import Account, plain_tenant, read_account
from tests.for_each import for_each

ANA = "ana@school.org"
TID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
OTHER_TID = "11111111-2222-3333-4444-555555555555"
REALM = "https://keycloak.school.org/realms/School"
ENTRA = {"iss": f"https://login.microsoftonline.com/{TID}/v2.0", "tid": TID}
KEYCLOAK = {"iss": REALM, "email_verified": False}
OWN = (TID, REALM)

Claims = dict[str, Any]


@for_each(
    "claims",
    [
        {"email_verified": True},
        {"email_verified": "true"},
        {"email_verified": "True"},
        {"email_verified": 1},
        {"email_verified": "1"},
        {**ENTRA, "xms_edov": True},
        {**ENTRA, "xms_edov": "1"},
        {**ENTRA, "xms_edov": 1},
        {**ENTRA, "xms_edov": "true", "tid": OTHER_TID},
        {**ENTRA, "xms_edov": True, "idp": "https://sts.windows.net/elsewhere/"},
        {"iss": "https://accounts.google.com", "hd": "school.org", "email_verified": True},
        {"iss": "https://appleid.apple.com", "email_verified": "true"},
    ],
)
def test_the_provider_says_so(claims: Claims) -> None:
    for own in ((), OWN):
        account = read_account({**claims, "email": ANA, "preferred_username": "bo@x.org"}, own)
        assert (account.address, account.doubt) == (ANA, None)


@for_each(
    "claims",
    [
        {},
        {"email_verified": False},
        {"email_verified": "false"},
        {"email_verified": 0},
        {"email_verified": ""},
        {"email_verified": None},
        {"email_verified": "yes"},
        {"email_verified": [True]},
        {**ENTRA},
        {**ENTRA, "xms_edov": False},
        {**ENTRA, "xms_edov": "0"},
        {**ENTRA, "preferred_username": ANA, "upn": ANA, "verified": True},
        {**KEYCLOAK},
    ],
)
def test_nobody_says_so(claims: Claims) -> None:
    for own in ((), (OTHER_TID, "https://login.school.org", f"{REALM}-2")):
        account = read_account({**claims, "email": ANA}, own)
        assert (account.address, account.doubt) == (ANA, "not verified")


@for_each(
    "claims, address",
    [
        ({**ENTRA, "email": ANA, "preferred_username": "a.b@school.org"}, ANA),
        ({**ENTRA, "preferred_username": ANA}, ANA),
        ({**ENTRA, "preferred_username": "ana", "upn": ANA}, ANA),
        ({**ENTRA, "upn": ANA, "tid": TID.upper()}, ANA),
        ({**ENTRA, "email": ANA, "idp": f"https://sts.windows.net/{TID}/"}, ANA),
        ({**ENTRA, "email": ANA, "acct": 0}, ANA),
        ({**ENTRA, "email": "Ana@School.org", "iss": f"https://sts.windows.net/{TID}/"}, None),
        ({**ENTRA, "email": f" {ANA} "}, ANA),
        ({**ENTRA, "email": "ana", "preferred_username": ANA}, ANA),
        ({"iss": ENTRA["iss"], "email": ANA}, ANA),
        ({"iss": f"https://sts.windows.net/{TID}/", "upn": ANA}, ANA),
        ({**KEYCLOAK, "email": ANA}, ANA),
        ({**KEYCLOAK, "email": ANA, "iss": REALM.replace("keycloak", "KeyCloak")}, ANA),
        ({**KEYCLOAK, "email": ANA, "iss": f"{REALM}/"}, ANA),
    ],
)
def test_the_owner_has_named_the_tenant_or_realm(claims: Claims, address: str | None) -> None:
    account = read_account(claims, OWN)
    assert (account.address, account.doubt) == (address or claims["email"], None)


@for_each(
    "claims",
    [
        {"preferred_username": ANA, "email_verified": True},
        {"preferred_username": ANA, "xms_edov": True},
        {"iss": REALM, "preferred_username": ANA},
        {"iss": REALM, "upn": ANA},
        {"iss": "https://adfs.school.org/adfs", "upn": ANA, "unique_name": "SCHOOL\\ana"},
        {"iss": "https://school.okta.com", "preferred_username": ANA, "idp": "00o1a2b3c4"},
        {"iss": REALM, "preferred_username": ANA, "email": "ana"},
    ],
)
def test_a_name_that_people_choose_themselves_is_no_address(claims: Claims) -> None:
    for own in ((), (*OWN, claims.get("iss", ""))):
        account = read_account(claims, own)
        assert (account.address, account.doubt) == (None, "no address")


def test_a_name_at_another_tenant_needs_that_tenants_owner() -> None:
    account = read_account({**ENTRA, "tid": OTHER_TID, "preferred_username": ANA}, OWN)
    assert account == Account(ANA, "not verified", OTHER_TID)


@for_each(
    "claims",
    [
        {"idp": "https://sts.windows.net/11111111-2222-3333-4444-555555555555/"},
        {"idp": "live.com"},
        {"idp": "mail"},
        {"acct": 1},
        {"acct": "1"},
        {"upn": "ana_gmail.com#EXT#@school.onmicrosoft.com"},
        {"preferred_username": "ana_school.org#ext#@school.org", "email": ""},
        {"unique_name": f"live.com#{ANA}"},
    ],
)
def test_a_tenant_does_not_vouch_for_its_guests(claims: Claims) -> None:
    assert read_account({**ENTRA, "email": ANA, **claims}, OWN).doubt == "guest"


def test_other_services_may_say_idp_as_they_like() -> None:
    claims = {"iss": REALM, "email": ANA, "idp": "00o1a2b3c4"}
    assert read_account(claims, OWN).doubt is None


@for_each(
    "claims",
    [
        {},
        {"email_verified": True},
        {"email": "", "email_verified": True},
        {"email": [ANA], "email_verified": True},
        {"email": None, "xms_edov": True},
        {**ENTRA, "preferred_username": "ana"},
        {**ENTRA, "preferred_username": 7},
    ],
)
def test_there_is_no_address(claims: Claims) -> None:
    account = read_account(claims, OWN)
    assert (account.address, account.doubt) == (None, "no address")


@for_each(
    "claims, tenant",
    [
        (ENTRA, TID),
        ({**ENTRA, "tid": TID.upper()}, TID),
        ({"iss": f"{REALM}/"}, REALM),
        ({"iss": REALM, "tid": "`x`"}, REALM),
        ({"iss": ENTRA["iss"]}, TID),
        ({**ENTRA, "tid": "9188040d-6c67-4c5b-b112-36a304b66dad"}, None),
        ({"iss": "https://accounts.google.com"}, None),
        ({"iss": "accounts.google.com"}, None),
        ({}, None),
    ],
)
def test_what_an_owner_would_name(claims: Claims, tenant: str | None) -> None:
    assert read_account(claims, ()) == Account(None, "no address", tenant)


@for_each(
    "entry, plain",
    [
        (TID, TID),
        (f"  {TID.upper()} ", TID),
        (f"{{{TID}}}", TID),
        (f"https://login.microsoftonline.com/{TID}/v2.0", TID),
        (f"https://login.microsoftonline.com/{TID}/v2.0/.well-known/openid-configuration", TID),
        (f"https://sts.windows.net/{TID}/", TID),
        (f"https://login.microsoftonline.us/{TID}/v2.0", TID),
        (f"https://login.microsoftonline.com/{TID}/oauth2/v2.0/authorize", TID),
        (f"https://sts.windows.net/{TID}/.well-known/openid-configuration/", TID),
        (f"https://login.partner.microsoftonline.cn/{TID}/v2.0", TID),
        (REALM, REALM),
        (f"{REALM}/.well-known/openid-configuration", REALM),
        (f"{REALM}/.well-known/openid-configuration/", REALM),
        (REALM.replace("https://keycloak", "HTTPS://Keycloak"), REALM),
        (
            "https://auth.school.org/application/o/speak/",
            "https://auth.school.org/application/o/speak",
        ),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ],
)
def test_an_owner_may_copy_it_from_anywhere(entry: str, plain: str) -> None:
    assert plain_tenant(entry) == plain


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("", "neither the ID"),
        ("school.org", "neither the ID"),
        (TID[:-1], "neither the ID"),
        ("keycloak.school.org/realms/school", "neither the ID"),
        ("https://", "neither the ID"),
        (f"{REALM}?x=1", "neither the ID"),
        ("9188040d-6c67-4c5b-b112-36a304b66dad", "everybody"),
        (
            "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
            "everybody",
        ),
        ("https://login.microsoftonline.com/common/v2.0", "everybody"),
        ("https://login.microsoftonline.com/organizations", "everybody"),
        ("https://accounts.google.com/", "everybody"),
        ("https://appleid.apple.com", "everybody"),
        ("https://www.facebook.com", "everybody"),
        ("https://login.microsoftonline.com/common/oauth2/v2.0/authorize", "everybody"),
        ("https://login.microsoftonline.com/{tenantid}/v2.0", "neither the ID"),
        ("https://login.microsoftonline.com/school.onmicrosoft.com/v2.0", "neither the ID"),
        ("https://keycloak.school.org/realms/<realm>", "neither the ID"),
    ],
)
def test_what_names_no_tenant_of_ones_own(entry: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        plain_tenant(entry)
