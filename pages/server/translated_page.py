"""The page where a browser translates it: a script that stands before Streamlit's own ones."""

from __future__ import annotations

from pages.components.shell import assets

_HEAD, _SCRIPT = "<head>", "// SCRIPT"


def with_script(page: str) -> str:
    """The page, ready for a browser that translates it, and for texts of all directions."""
    script = assets.beside(__file__, "translated_page.js").rstrip()
    head = assets.beside(__file__, "translated_page.html").rstrip()
    return page.replace(_HEAD, head.replace(_SCRIPT, script), 1)
