"""What the first buttons need comes in few requests, with the page's large scripts.

Streamlit's page names sixty scripts, most of them smaller than their own headers, and a browser
asks for six at a time: on a slow network it waits for answers, not for bytes. Here the small ones
travel as one file, from which an import map takes each by its own address. With them come the
scripts of the kinds of elements that are seen first, which Streamlit asks for when it draws one.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st

from pages.components.shell import assets

PATH: Final = "/static/together/"
"""Where that one file lies, under a name that changes with its content."""

_STATIC = Path(st.__file__).parent / "static"
_SCRIPTS = _STATIC / "static" / "js"
_FIRST_SEEN = ("Html", "PageLink", "Button")
"""Kinds of elements, as Streamlit names their scripts: what stands above the buttons, and they."""

_LARGE_BYTES = 90_000
"""From this size on, a script is worth a request of its own."""

_LINK = re.compile(r'\s*<link rel="modulepreload" crossorigin href="\./static/js/([\w.-]+\.js)">')
_IMPORT = re.compile(r'((?:from|import)\s*)"\./([\w.-]+\.js)"')
_KNOWS_ITS_ADDRESS = re.compile(r"import\.meta|\bimport\(")
_TEXTS, _ADDRESS = "TEXTS", "ADDRESS"
_HEAD, _HEAD_END = "<head>", "</head>"


def within(page: str) -> str:
    """Streamlit's page, which names that file and asks at once for what it would ask for later."""
    together = _together()
    page = _LINK.sub(lambda link: "" if link[1] in together.scripts else link[0], page)
    element = assets.beside(__file__, "early_parts_head.html").rstrip()
    element = element.replace(_ADDRESS, f".{PATH}{together.name}")
    page = page.replace(_HEAD, _HEAD + element, 1)
    return page.replace(_HEAD_END, assets.beside(__file__, "early_parts.html") + _HEAD_END, 1)


def is_together(path: str) -> bool:
    """Whether a path ends with that file's."""
    return path.endswith(PATH + _together().name)


def together() -> bytes:
    """That file, compressed with gzip."""
    return _together().content


@dataclass(frozen=True, slots=True)
class _Together:
    """The one file.

    Attributes:
        name: Its name.
        content: What is in it, compressed.
        scripts: The names of the scripts in it.
    """

    name: str
    content: bytes
    scripts: frozenset[str]


@cache
def _together() -> _Together:
    linked = _LINK.findall((_STATIC / "index.html").read_text(encoding="utf-8"))
    texts = {}
    for script in _with_imported([*linked, *_first_seen()]):
        text = (_SCRIPTS / script).read_text(encoding="utf-8")
        if len(text) < _LARGE_BYTES and not _KNOWS_ITS_ADDRESS.search(text):
            texts[script] = _IMPORT.sub(r'\1"together/\2"', text)
    content = assets.beside(__file__, "early_parts.js").replace(_TEXTS, json.dumps(texts)).encode()
    name = f"{hashlib.sha256(content).hexdigest()[:16]}.js"
    return _Together(name, gzip.compress(content, mtime=0), frozenset(texts))


def _first_seen() -> list[str]:
    return [path.name for kind in _FIRST_SEEN for path in sorted(_SCRIPTS.glob(f"{kind}.*.js"))]


def _with_imported(scripts: list[str]) -> list[str]:
    """These and all that they import, each once; such as are not there are left out."""
    found: dict[str, None] = {}
    wanted = scripts[::-1]
    while wanted:
        script = wanted.pop()
        path = _SCRIPTS / script
        if script in found or not path.is_file():
            continue
        found[script] = None
        wanted += [name for _, name in _IMPORT.findall(path.read_text(encoding="utf-8"))]
    return list(found)
