"""Tells those who don't see the page what has changed on it."""

from __future__ import annotations

import streamlit as st

_HTML = '<span role="status"></span>'

_CSS = """
span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
"""

_JS = """
export default function (component) {
  const { data, parentElement } = component;
  const said = parentElement.querySelector('span');
  if (said.textContent !== data.text) said.textContent = data.text;
}
"""


def draw(text: str, *, key: str) -> None:
    """Reads the text out when it is another one than before.

    Args:
        text: Plain; empty: nothing is read out.
        key: Of the widget; its place on the page stays the same.
    """
    component = st.components.v2.component("imagespeak_spoken", html=_HTML, css=_CSS, js=_JS)
    component(key=key, data={"text": text})
