"""Addresses of this server, as the visitor's browser sees it."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlencode, urlsplit

import streamlit as st

from pages.components.shell.session import PARAMETER

CLASS_PARAMETER = "class"
VIEW_PARAMETER = "view"
OPEN_PARAMETER = "open"
PICTURE_PARAMETER = "picture"
EXPERIMENT_PARAMETER = "experiment"
"""What an address names beside the session: what is opened, and how it is looked at."""

PAGES = ("", "classroom", "gallery", "prompt_lab")
"""The last parts of the pages' paths."""

NEWS_PATH = "/news"


def base_path() -> str:
    """The path under which the whole app lies; empty where it lies at the root."""
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}" if base else ""


def on_this_server(path: str) -> str:
    """The path under the server's base path, if it has one."""
    return base_path() + path


def is_page(path: str) -> bool:
    """Whether a page of the app lies at a path of this server.

    A full stop at its end, as chats make it part of a link, or an ending, is no other path.
    """
    name, _, ending = path.removeprefix(base_path()).strip("/").partition(".")
    return name in (*PAGES, "index") and "/" not in ending


def from_here(url: str) -> str:
    """A URL as it is; a path of the app as it lies on this server."""
    return on_this_server(url) if url.startswith("/") else url


def absolute(url: str) -> str:
    """A URL as it is; a path of the app with the host that the visitor used."""
    if not url.startswith("/"):
        return url
    own = urlsplit(st.context.url or "http://localhost:8501")
    return f"{own.scheme}://{own.netloc}{on_this_server(url)}"


def home() -> str:
    """The address of the practice page."""
    return absolute("/")


def session_link(session_id: str) -> str:
    """The address that gives the session's pictures, or the class, on any device."""
    return absolute(f"/?{urlencode({PARAMETER: session_id})}")


def works_here_only(url: str) -> bool:
    """Whether the URL's host is the name that every computer has for itself."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def news() -> str:
    """The route that answers when something that is waited for has happened."""
    return on_this_server(NEWS_PATH)
