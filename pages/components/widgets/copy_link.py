"""A button that copies an address."""

from __future__ import annotations

import streamlit as st

_HTML = """
<div class="copy">
  <input type="text" readonly>
  <button type="button">Copy link</button>
  <span role="status"></span>
</div>
"""

_CSS = """
.copy { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; padding: 3px;
  margin: 0 -3px; }
input, button {
  font-family: var(--st-font); font-size: 0.9rem; color: var(--st-text-color); min-height: 2.6rem;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, 0.75rem);
  background: var(--st-background-color); padding: 0 0.8rem; box-sizing: border-box;
}
input { flex: 1 1 6rem; min-width: 0; text-overflow: ellipsis; }
button { cursor: pointer; }
button:hover { border-color: var(--st-primary-color); }
input:focus-visible, button:focus-visible { outline: 3px solid #2b8fd6; outline-offset: 1px; }
span { font-family: var(--st-font); color: var(--st-text-color); }
"""

_JS = """
export default function (component) {
  const { data, parentElement } = component;
  const field = parentElement.querySelector('input');
  const button = parentElement.querySelector('button');
  const status = parentElement.querySelector('span');
  if (field.value !== data.link) status.textContent = '';
  field.value = data.link;
  field.setAttribute('aria-label', data.label);
  button.onclick = async () => {
    let copied = true;
    try {
      await navigator.clipboard.writeText(data.link);
    } catch {
      field.select();
      copied = document.execCommand('copy');
    }
    status.textContent = copied ? 'Copied.' : 'Select the link and copy it.';
  };
}
"""


def draw(link: str, *, label: str = "Link to this session") -> None:
    """The address in a field, and a button beside it that copies it."""
    component = st.components.v2.component("imagespeak_copy_link", html=_HTML, css=_CSS, js=_JS)
    component(key="copy_link", data={"link": link, "label": label})
