"""The scripts that stand in the page's head, before Streamlit's own."""

from __future__ import annotations

from pages.components.shell import assets

_HEAD = "<head>"
_SCRIPTS = ("translated_page.js", "typed_digits.js")


def within(page: str) -> str:
    """The page with them; each stands alone, so that one which a browser can't read stops none."""
    texts = (assets.beside(__file__, name).rstrip() for name in _SCRIPTS)
    scripts = "".join(f"<script>\n{text}\n</script>\n" for text in texts)
    return page.replace(_HEAD, f"{_HEAD}\n{scripts}", 1)
