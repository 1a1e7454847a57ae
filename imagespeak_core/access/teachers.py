"""Who is a teacher. The one place where it is decided, for pages, routes and use cases alike."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from imagespeak_core.access.cookie import read_cookie
from imagespeak_core.access.signed_in import SignedIn

if TYPE_CHECKING:
    from imagespeak_core.settings import Settings

SignIn = Literal["this computer", "oidc", "pin"]

_PROXY_HEADERS_BEGIN = ("x-forwarded", "cf-")
_PROXY_HEADERS = frozenset(
    {"forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "x-original-host"}
)
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^:\[\]]+)(:[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class Visitor:
    """What the server knows of whoever asks.

    Attributes:
        address: The peer of the connection; None where it has none.
        host: The Host header, empty where there is none.
        forwarded: A header of a proxy is there, see `is_forwarded`.
        email: From the OIDC sign-in, and only where the provider says that it is verified.
        signed_in: That sign-in.
        cookie: The value of our own cookie, unchecked.
        origin: The Origin header, as of a websocket; None where there is none.
    """

    address: str | None
    host: str
    forwarded: bool
    email: str | None = None
    signed_in: SignedIn | None = None
    cookie: str | None = field(default=None, repr=False)
    origin: str | None = None


class CountsSignIns(Protocol):
    """Knows who has signed out."""

    def still_counts(self, signed_in: SignedIn) -> bool:
        """Whether nobody has ended this sign-in."""
        ...


@dataclass(frozen=True, slots=True)
class TeacherRules:
    """How one becomes a teacher on this server.

    Attributes:
        sign_in: The one way in that is open.
        addresses: Lower-case e-mail addresses, or whole domains that begin with `@`.
        pin: The teachers' PIN, if one is set.
        secret: Signs cookies.
        sign_outs: Knows who has signed out, on whatever server.
    """

    sign_in: SignIn
    addresses: tuple[str, ...]
    pin: str | None = field(repr=False)
    secret: bytes = field(repr=False)
    sign_outs: CountsSignIns = field(repr=False, compare=False)

    @classmethod
    def of(
        cls, settings: Settings, oidc_configured: bool, secret: bytes, sign_outs: CountsSignIns
    ) -> TeacherRules:
        """The rules that the settings ask for: OIDC, else a PIN, else this computer alone.

        Args:
            settings: Name the teachers and their PIN.
            oidc_configured: `[auth]` is filled in, so that `st.login` works.
            secret: Signs cookies; the server's own.
            sign_outs: Knows who has signed out.
        """
        pin = settings.teacher_pin.get_secret_value().strip() if settings.teacher_pin else None
        addresses = settings.teacher_addresses
        sign_in: SignIn = "pin" if pin else "this computer"
        if oidc_configured and addresses:
            sign_in = "oidc"
        return cls(sign_in, addresses, pin, secret, sign_outs)


@dataclass(frozen=True, slots=True)
class Teacher:
    """The right to do what only teachers may do. `decide` gives it, and a shell on the server.

    Attributes:
        name: An e-mail address, "pin" or "this computer".
    """

    name: str


def teacher_at_shell() -> Teacher:
    """Who runs a command on the server itself: its files and credentials are open to them."""
    return Teacher("this computer")


def is_forwarded(header_names: Iterable[str]) -> bool:
    """Whether a proxy passed the request on, by the names of its headers."""
    return any(
        name.lower().startswith(_PROXY_HEADERS_BEGIN) or name.lower() in _PROXY_HEADERS
        for name in header_names
    )


def decide(rules: TeacherRules, visitor: Visitor, *, now: datetime) -> Teacher | None:
    """The visitor as a teacher; None for everybody else.

    Args:
        rules: How one becomes a teacher here.
        visitor: Who asks.
        now: Aware; a sign-in by PIN ends.
    """
    if rules.sign_in == "this computer":
        return Teacher("this computer") if _is_on_this_computer(visitor) else None
    if rules.sign_in == "oidc":
        email = visitor.email or ""
        is_known, name, signed_in = _is_listed(email, rules.addresses), email, visitor.signed_in
    else:
        signed_in = cookie_of(rules, visitor.cookie or "", now=now)
        is_known, name = signed_in is not None, "pin"
    # Nobody else may make this server look at what is stored.
    if not is_known or signed_in is None or not rules.sign_outs.still_counts(signed_in):
        return None
    return Teacher(name.lower())


def cookie_of(rules: TeacherRules, value: str, *, now: datetime) -> SignedIn | None:
    """The sign-in with the PIN that a cookie stands for, ended or not; None for anything else.

    Args:
        rules: How one becomes a teacher here.
        value: Of the cookie, unchecked.
        now: Aware.
    """
    if rules.pin is None:
        return None
    return read_cookie(value, rules.pin, secret=rules.secret, now=now)


def _is_listed(email: str, addresses: tuple[str, ...]) -> bool:
    """Letters that only look like ASCII, or become it in lower case, open nothing."""
    name, at, domain = email.lower().partition("@")
    if not (name and at and domain and email.isascii()):
        return False
    return email.lower() in addresses or f"@{domain}" in addresses


def _is_on_this_computer(visitor: Visitor) -> bool:
    """A proxy on this computer has a loopback address too; the names it is asked by give it away.

    So does a website that had its own name changed to point here.
    """
    if visitor.forwarded or visitor.address is None or not _is_loopback(visitor.address):
        return False
    if visitor.origin is not None:
        scheme, _, origin_host = visitor.origin.partition("://")
        if scheme not in {"http", "https"} or not _is_loopback_host(origin_host):
            return False
    return _is_loopback_host(visitor.host)


def _is_loopback_host(host: str) -> bool:
    match = _HOST.fullmatch(host)
    if match is None:
        return False
    name = match["name"]
    return name.lower() == "localhost" or _is_loopback(name.removeprefix("[").removesuffix("]"))


def _is_loopback(address: str) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped:
        return parsed.ipv4_mapped.is_loopback
    return parsed.is_loopback
