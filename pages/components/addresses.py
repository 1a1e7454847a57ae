"""Addresses of this server, as the visitor's browser sees it."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

import streamlit as st

from pages.components.session import PARAMETER


def on_this_server(path: str) -> str:
    """The path under the server's base path, if it has one."""
    base = str(st.get_option("server.baseUrlPath")).strip("/")
    return f"/{base}{path}" if base else path


def absolute(url: str) -> str:
    """A URL as it is; a path on this server with the host that the visitor used."""
    if not url.startswith("/"):
        return url
    own = urlsplit(st.context.url or "http://localhost:8501")
    return f"{own.scheme}://{own.netloc}{on_this_server(url)}"


def session_link(session_id: str) -> str:
    """The address that gives the session's pictures on any device."""
    return absolute(f"/?{urlencode({PARAMETER: session_id})}")
