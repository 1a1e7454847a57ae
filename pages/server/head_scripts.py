"""The scripts that stand in the page's head, before Streamlit's own."""

from __future__ import annotations

from pages.components.shell import assets

_HEAD, _SCRIPT = "<head>", "// SCRIPT"
_NAMES = (
    "head_scripts_translation.js",
    "head_scripts_digits.js",
    "head_scripts_private_link.js",
)


def within(page: str) -> str:
    """The page with them; each stands alone, so that one which a browser can't read stops none."""
    element = assets.beside(__file__, "head_scripts.html").rstrip()
    texts = (assets.beside(__file__, name).rstrip() for name in _NAMES)
    scripts = "".join(element.replace(_SCRIPT, text) for text in texts)
    return page.replace(_HEAD, _HEAD + scripts, 1)
