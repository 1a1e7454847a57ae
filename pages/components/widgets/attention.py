"""Brings what is said here into view: the press that led to it may have been far below."""

from __future__ import annotations

import streamlit as st

_HTML = '<div class="here"></div>'

_CSS = ".here { scroll-margin: 9rem; }"

_JS = """
const told = new WeakMap();

export default function (component) {
  const { data, parentElement } = component;
  if (told.get(parentElement) === data.about) return;
  told.set(parentElement, data.about);
  parentElement.querySelector('.here').scrollIntoView({ block: 'nearest' });
}
"""


def draw(about: object, *, key: str) -> None:
    """Scrolls here once for each object.

    Args:
        about: What is said.
        key: Of the widget.
    """
    component = st.components.v2.component("imagespeak_attention", html=_HTML, css=_CSS, js=_JS)
    component(key=key, data={"about": str(id(about))})
