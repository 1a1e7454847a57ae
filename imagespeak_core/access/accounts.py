"""Whose e-mail address a sign-in with a school's account brings, and whether it counts.

Anybody can open a tenant at Microsoft Entra and write any address into its people's `email`; only
`xms_edov` says that the domain was proved (learn.microsoft.com, "Migrate away from using email
claims for user identification or authorization", 2026-11). People of many a Keycloak change
`preferred_username` themselves. So an address counts where one of these says so:

- the provider: `email_verified`, or `xms_edov` of Entra;
- the owner, who has named the tenant or issuer as their own. Entra's `preferred_username` and
  `upn` are given out by the tenant's administrators, and count there too, where `email` is absent;
  another issuer vouches for `email` alone, so that these are no addresses there. A guest's address
  was proved elsewhere, if at all: a tenant does not vouch for it. Who has another home than the
  tenant has it in `idp` (learn.microsoft.com, "ID token claims reference", 2026-11).

All claims are those of a token whose signature and issuer have been checked against a provider
that the owner set up. So its `tid` is worth as much as its `email_verified`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from imagespeak_core.access.signed_in import LONGEST_LIFE_S, SignedIn

Doubt = Literal["no address", "not verified", "guest"]

_GUID = r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
_TENANT = re.compile(rf"\{{?(?P<id>{_GUID})\}}?")
_OF_MICROSOFT = re.compile(
    r"https://(?:login|sts)\.(?:partner\.)?(?:microsoft|windows|chinacloud)[a-z.]*/"
)
_ISSUER_OF_TENANT = re.compile(rf"{_OF_MICROSOFT.pattern}(?P<id>{_GUID})(?:/.*)?")
_ISSUER = re.compile(r"https?://[^\s/?#{}<>]+(?:/[^\s?#{}<>]+)*")
_DISCOVERY = "/.well-known/openid-configuration"
_OPEN_TO_EVERYBODY = re.compile(
    r"9188040d-6c67-4c5b-b112-36a304b66dad"  # Microsoft's own tenant of all personal accounts
    rf"|{_OF_MICROSOFT.pattern}(?:common|organizations|consumers)(?:/.*)?"
    r"|https://(?:accounts\.google\.com|appleid\.apple\.com|login\.live\.com|gitlab\.com"
    r"|discord\.com|www\.facebook\.com|www\.linkedin\.com/oauth)"
)
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+")
_NAME_OF_GUEST = re.compile(r"[a-z.]+#")  # such as `live.com#ana@school.org`, in version 1


@dataclass(frozen=True, slots=True)
class Account:
    """What a sign-in tells of somebody.

    Attributes:
        address: The e-mail address in the token; None where there is none.
        doubt: Why the address does not count; None where it does.
        tenant: What an owner would name as their own: the ID of the tenant, else the issuer;
            None where the token has neither, or one that gives accounts to everybody.
    """

    address: str | None
    doubt: Doubt | None
    tenant: str | None


def read_account(claims: Mapping[str, Any], own_tenants: Collection[str]) -> Account:
    """What the claims of an ID token tell.

    Args:
        claims: Of a token that has been checked.
        own_tenants: What the owner has named, each as `plain_tenant` writes it.
    """
    issuer = _plain_issuer(_text(claims, "iss"))
    tid = _tid(claims, issuer)
    tenant = _to_be_named(tid or issuer)
    email = _address(claims, "email")
    name = _address(claims, "preferred_username") or _address(claims, "upn") if tid else None
    if email and (_is_true(claims.get("email_verified")) or _is_true(claims.get("xms_edov"))):
        return Account(email, None, tenant)
    if email and issuer in own_tenants:
        return Account(email, None, tenant)
    if email is None and name is None:
        return Account(None, "no address", tenant)
    if tid in own_tenants:
        return Account(email or name, "guest" if _is_guest(claims, tid) else None, tenant)
    return Account(email or name, "not verified", tenant)


def signed_in_of(claims: Mapping[str, Any]) -> SignedIn:
    """The sign-in that the claims of an ID token come from.

    Its moment is `iat`, by the provider's clock.

    Args:
        claims: Of a token that has been checked.
    """
    who = _text(claims, "sub") or _text(claims, "email")
    account = _digest("account", _text(claims, "iss"), who)
    issued = claims.get("iat")
    since_s = int(issued) if isinstance(issued, int | float) else 0
    of_this = (str(since_s), _text(claims, "nonce"), _text(claims, "sid"), _text(claims, "jti"))
    return SignedIn(
        _digest("sign-in", account, *of_this), account, since_s, since_s + LONGEST_LIFE_S
    )


def plain_tenant(entry: str) -> str:
    """A tenant or issuer as it is compared, however an owner copied it.

    Args:
        entry: The ID of a tenant of Entra, or the address of an issuer or of its discovery
            document.

    Raises:
        ValueError: It is neither, or stands for everybody; the message is a sentence.
    """
    plain = _plain_issuer(entry).removesuffix(_DISCOVERY).rstrip("/")
    match = _TENANT.fullmatch(plain) or _ISSUER_OF_TENANT.fullmatch(plain)
    if match:
        plain = match["id"].lower()
    if _OPEN_TO_EVERYBODY.fullmatch(plain):
        raise ValueError(
            f"{entry.strip()!r} gives accounts to everybody. Name a tenant or realm of your own"
        )
    if not match and (_OF_MICROSOFT.match(plain) or not _ISSUER.fullmatch(plain)):
        raise ValueError(
            f"{entry.strip()!r} is neither the ID of a tenant, such as "
            "01234567-89ab-cdef-0123-456789abcdef, nor an issuer, such as "
            "https://keycloak.school.org/realms/school. Put commas between them"
        )
    return plain


def _plain_issuer(text: str) -> str:
    """An issuer's address as it is compared: capitals count in its path alone."""
    scheme, mark, rest = text.strip().rstrip("/").partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}{mark}{host.lower()}{slash}{path}" if mark else scheme


def _tid(claims: Mapping[str, Any], issuer: str) -> str:
    """The tenant's ID, which Entra writes into the issuer too."""
    match = _TENANT.fullmatch(_text(claims, "tid")) or _ISSUER_OF_TENANT.fullmatch(issuer)
    return match["id"].lower() if match else ""


def _to_be_named(tenant: str) -> str | None:
    try:
        return plain_tenant(tenant)
    except ValueError:
        return None


def _is_guest(claims: Mapping[str, Any], tid: str) -> bool:
    """Whether the person has another home than the tenant."""
    home = _text(claims, "idp").lower()
    names = " ".join(_text(claims, name) for name in ("preferred_username", "upn", "email"))
    return (
        bool(home and tid not in home)
        or _is_true(claims.get("acct"))
        or "#ext#" in names.lower()
        or bool(_NAME_OF_GUEST.match(_text(claims, "unique_name")))
    )


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _is_true(claim: object) -> bool:
    """Some providers write it as a number or as text."""
    return claim == 1 or (isinstance(claim, str) and claim.strip().lower() in {"true", "1"})


def _address(claims: Mapping[str, Any], name: str) -> str | None:
    text = _text(claims, name)
    return text if _ADDRESS.fullmatch(text) else None


def _text(claims: Mapping[str, Any], name: str) -> str:
    value = claims.get(name)
    return value.strip() if isinstance(value, str) else ""
