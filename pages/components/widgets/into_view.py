"""A heading that comes into view, and gets the keyboard, when what it names was chosen."""

from __future__ import annotations

import streamlit as st

_HTML = '<h3 tabindex="-1"></h3>'

_CSS = """
h3 {
  margin: 0; font-size: 1.15rem; font-weight: 650; line-height: 1.3; overflow-wrap: anywhere;
  color: var(--st-text-color); font-family: var(--st-heading-font), sans-serif;
}
h3:focus { outline: none; }
"""

_JS = """
const shown = new WeakMap();
const ABOVE_PX = 16;
export default function (component) {
  const { data, parentElement } = component;
  const heading = parentElement.querySelector('h3');
  heading.textContent = data.text;
  if (shown.get(parentElement)?.text !== data.text) {
    heading.style.scrollMarginTop = `${ABOVE_PX}px`;
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  }
  shown.set(parentElement, data);
  return () => {
    if (parentElement.isConnected) return;
    const { back } = shown.get(parentElement) ?? {};
    const button = back && document.querySelector(`.st-key-${CSS.escape(back)} button`);
    if (button) { button.scrollIntoView({ block: 'center' }); button.focus(); }
  };
}
"""


def draw(text: str, *, back: str, key: str) -> None:
    """The heading.

    Args:
        text: What is shown below it, as plain text; another one comes into view again.
        back: The key of the button that gets the keyboard when the heading goes.
        key: Of the widget.
    """
    component = st.components.v2.component("imagespeak_into_view", html=_HTML, css=_CSS, js=_JS)
    component(key=key, data={"text": text, "back": back})
