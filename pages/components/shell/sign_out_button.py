"""The button by which a teacher with a PIN signs out: our own route clears the cookie."""

from __future__ import annotations

import streamlit as st

_HTML = '<button type="button">Sign out</button> <span role="alert"></span>'

_CSS = """
button {
  font-family: var(--st-font); font-size: 0.9rem; color: var(--st-text-color); min-height: 2.6rem;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, 0.75rem);
  background: var(--st-background-color); padding: 0 0.9rem; cursor: pointer; margin: 3px 0;
}
span { font-family: var(--st-font); color: var(--st-text-color); }
button:hover { border-color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid #2b8fd6; outline-offset: 1px; }
"""

_JS = """
export default function (component) {
  const { data, parentElement } = component;
  const said = parentElement.querySelector('[role="alert"]');
  parentElement.querySelector('button').onclick = async () => {
    said.textContent = '';
    const asked = { method: 'POST', headers: { 'Content-Type': 'application/json' } };
    try {
      if ((await fetch(data.url, asked)).ok) { window.location.reload(); return; }
    } catch { /* told below */ }
    said.textContent = 'That did not work. Please try again.';
  };
}
"""


def draw(url: str) -> None:
    """The button.

    Args:
        url: The route that clears the cookie.
    """
    component = st.components.v2.component("imagespeak_sign_out", html=_HTML, css=_CSS, js=_JS)
    component(key="sign_out", data={"url": url})
