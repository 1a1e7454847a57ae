"""Addresses of this server, as the visitor's browser sees it."""

from __future__ import annotations

import ipaddress
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from imagespeak_core.pictures.naming import IMAGE_PREFIX, ImageKey, parse_key
from imagespeak_core.signing.addresses import signed_address
from pages.components.shell.session import PARAMETER

PREVIEWS_PATH = "/previews/"
ARCHIVES_PATH = "/archives/"
EXPERIMENTS_PATH = "/experiments/"
CLASS_PARAMETER = "class"
VIEW_PARAMETER = "view"
OPEN_PARAMETER = "open"
PICTURE_PARAMETER = "picture"
EXPERIMENT_PARAMETER = "experiment"
"""What an address names beside the session: what is opened, and how it is looked at."""

_PREVIEW_ENDING = ".webp"


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


def job_end(job_id: str) -> str:
    """The route that answers when the job has ended."""
    return on_this_server(f"/jobs/{job_id}")


def class_changes(session_id: str, version: str) -> str:
    """The route that answers when the class is no more as it was in this version."""
    return on_this_server(f"/classes/{session_id}/changes?{urlencode({'seen': version})}")


def preview_path(key: ImageKey, *, expires: int, secret: bytes) -> str:
    """The signed path of a picture's small rendition."""
    name = str(key).removeprefix(IMAGE_PREFIX).removesuffix(".png") + _PREVIEW_ENDING
    return signed_address(PREVIEWS_PATH + name, expires=expires, secret=secret)


def preview_key(file_name: str) -> ImageKey | None:
    """The picture whose rendition has this file name; None for anything else."""
    name = file_name.removesuffix(_PREVIEW_ENDING)
    return parse_key(f"{IMAGE_PREFIX}{name}.png") if name != file_name else None


def archive_path(session_id: str, *, expires: int, secret: bytes) -> str:
    """The signed path of a session's ZIP file."""
    path = f"{ARCHIVES_PATH}{quote(session_id)}.zip"
    return signed_address(path, expires=expires, secret=secret)


def experiment_path(experiment_id: str, ending: str, *, expires: int, secret: bytes) -> str:
    """The signed path of an experiment as a file: `png`, `csv`, `json` or `zip`."""
    path = f"{EXPERIMENTS_PATH}{quote(experiment_id)}.{ending}"
    return signed_address(path, expires=expires, secret=secret)
