"""News of the picture: read aloud to who does not see it, and said on it while it travels."""

from __future__ import annotations

import streamlit as st

_HTML = '<p role="status"></p>'

_CSS = """
p { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
"""

# What is there when the page opens is read with the page; only a change is told. A browser shows
# the old picture until the new one is there, which a slow network may delay.
_JS = """
const told = new WeakMap();

function watch() {
  const note = ({ target }) => {
    const place = target.closest('.st-key-practice_image');
    place?.toggleAttribute('data-coming', !target.complete);
  };
  const observer = new MutationObserver((changes) => changes.forEach((change) => {
    note(change);
    for (const end of ['load', 'error']) change.target.addEventListener(end, note, { once: true });
  }));
  observer.observe(document.body, { subtree: true, attributeFilter: ['src'] });
  return observer;
}

export default function (component) {
  const { data, parentElement } = component;
  const before = told.get(parentElement);
  if (before && before.about !== data.about)
    parentElement.querySelector('p').textContent = data.text;
  const observer = before?.observer ?? watch();
  told.set(parentElement, { about: data.about, observer });
  return () => {
    if (parentElement.isConnected) return;
    observer.disconnect();
    told.delete(parentElement);
  };
}
"""


def draw(text: str, *, about: str, key: str) -> None:
    """Takes no room; the text is read aloud when it is about something new.

    Args:
        text: What has changed, as plain text.
        about: Tells one change from another.
        key: Of the widget.
    """
    component = st.components.v2.component("imagespeak_picture_news", html=_HTML, css=_CSS, js=_JS)
    component(key=key, data={"text": text, "about": about})
