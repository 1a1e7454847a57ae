"""What the owner has filled in under `[auth]` of secrets.toml, for `st.login`, and what lacks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import streamlit as st

CALLBACK_PATH = "/oauth2callback"

_OF_ALL = ("redirect_uri", "cookie_secret")
_OF_EACH = ("client_id", "client_secret", "server_metadata_url")
_OPTIONS = frozenset({"client_kwargs"})
_EVERYBODYS = re.compile(r"https://login\.[a-z.]+/(common|organizations)/")


@dataclass(frozen=True, slots=True)
class SetUp:
    """How one can sign in here.

    Attributes:
        providers: The names of those that are complete; one without a name is ''.
        problems: What the owner has to mend, as sentences; of the rest, where some are complete.
        origin: Scheme, host and port of the one address of this site where it works.
    """

    providers: tuple[str, ...]
    problems: tuple[str, ...]
    origin: str


def read_set_up() -> SetUp:
    """What `[auth]` says now; that it is a section has been checked."""
    auth = st.secrets["auth"]
    redirect_uri = str(auth.get("redirect_uri") or "")
    uri = urlsplit(redirect_uri.replace("{port}", str(st.get_option("server.port"))))
    problems = [f"`[auth]` has no `{name}`." for name in _OF_ALL if not auth.get(name)]
    if redirect_uri and not (uri.scheme and uri.netloc and uri.path.endswith(CALLBACK_PATH)):
        problems.append(
            "`redirect_uri` in `[auth]` is this site's whole address, and ends with "
            f"`{CALLBACK_PATH}`."
        )
    sections = {
        name: part
        for name, part in auth.items()
        if isinstance(part, Mapping) and name not in _OPTIONS
    }
    if not sections or any(name in auth for name in _OF_EACH):
        sections = {"": auth, **sections}
    of_each = {name: _problems_of(name, section) for name, section in sections.items()}
    complete = () if problems else tuple(name for name, wrong in of_each.items() if not wrong)
    problems += [problem for wrong in of_each.values() for problem in wrong]
    return SetUp(complete, tuple(problems), f"{uri.scheme}://{uri.netloc}")


def _problems_of(name: str, section: Mapping[str, object]) -> list[str]:
    title = f"`[auth.{name}]`" if name else "`[auth]`"
    problems = [f"{title} has no `{key}`." for key in _OF_EACH if not section.get(key)]
    if "_" in name:
        problems.append(f"{title} may have no `_` in its name.")
    everybodys = _EVERYBODYS.match(str(section.get("server_metadata_url")))
    if everybodys:
        # Streamlit takes tokens of the very issuer in the metadata, which here is a pattern.
        problems.append(
            f"`server_metadata_url` in {title} needs your tenant's ID in the place of "
            f"`{everybodys[1]}`."
        )
    return problems
