"""What goes to the browser beside words: styles, scripts, markup. Each is a file.

A file lies beside the module that uses it, and has its name: `frame.py`, `frame.css`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer


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


def component(module_file: str, *more_scripts: str) -> ComponentRenderer:
    """The module's HTML, CSS and JavaScript file as a part of the page.

    Args:
        module_file: Its `__file__`.
        more_scripts: Names of files that stand behind its own script: Streamlit takes one text.
    """
    stem = _stem(module_file)
    scripts = (f"{stem}.js", *more_scripts)
    return st.components.v2.component(
        f"imagespeak_{stem}",
        html=beside(module_file, f"{stem}.html"),
        css=beside(module_file, f"{stem}.css"),
        js="\n".join(beside(module_file, script) for script in scripts),
    )


def _stem(module_file: str) -> str:
    return Path(module_file).stem
