"""What goes to the browser beside words: styles, scripts, markup. Each is a file.

A file lies beside the module that uses it, and has its name: `frame.py`, `frame.css`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from pages.components.shell.addresses import on_this_server

SCRIPTS_PATH = "/scripts/"
_ROOMS = Path(__file__).parents[1]


@cache
def beside(module_file: str, name: str) -> str:
    """The text of a file.

    Args:
        module_file: `__file__` of the module that uses it.
        name: Of the file in the same folder.
    """
    return Path(module_file).with_name(name).read_text(encoding="utf-8")


def style(module_file: str) -> str:
    """The module's CSS file as an element for `st.html`.

    Args:
        module_file: Its `__file__`.
    """
    return f"<style>\n{beside(module_file, _stem(module_file) + '.css')}</style>"


@cache
def component(module_file: str, *more_scripts: str) -> Callable[..., None]:
    """The module's HTML, CSS and JavaScript file as a part of the page.

    It is drawn as Streamlit's own parts are, but that the values of its `data` are plain ones or
    sequences, no mappings: of each list or mapping Streamlit asks pandas and pyarrow whether it is
    one of theirs, and they take 80 MB.

    Args:
        module_file: Its `__file__`.
        more_scripts: Names of files that stand behind its own script: Streamlit takes one text.
    """
    stem = _stem(module_file)
    scripts = (f"{stem}.js", *more_scripts)
    mount = st.components.v2.component(
        f"imagespeak_{stem}",
        html=beside(module_file, f"{stem}.html"),
        css=beside(module_file, f"{stem}.css"),
        js="\n".join(beside(module_file, script) for script in scripts),
    )

    def draw(*, key: str, data: Mapping[str, Any], **on_changes: Any) -> None:
        mount(key=key, data={name: _plain(value) for name, value in data.items()}, **on_changes)

    return draw


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        raise TypeError("A part of the page takes no mapping among its data: put it in a tuple.")
    return tuple(value) if isinstance(value, list) else value


def script_address(module_file: str, name: str) -> str:
    """The address of a script that the browser loads when it needs it, as a module.

    It changes with the script, and is the same on every server that has this one.

    Args:
        module_file: `__file__` of the module that uses it.
        name: Of the file in the same folder.
    """
    digest = content_digest(beside(module_file, name))
    return on_this_server(f"{SCRIPTS_PATH}{Path(name).stem}.{digest}.js")


@cache
def scripts() -> dict[str, str]:
    """The texts of all scripts in the rooms, by their names without an ending.

    A script's name begins with that of its module, so there are no two of one name.
    """
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(_ROOMS.rglob("*.js"))}


def content_digest(text: str) -> str:
    """What tells one version of a file from another: 16 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _stem(module_file: str) -> str:
    return Path(module_file).stem
