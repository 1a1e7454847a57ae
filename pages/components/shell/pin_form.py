"""The form by which a teacher signs in with a PIN.

The browser sends the PIN to our own route, which sets a cookie that no script can read.
"""

from __future__ import annotations

import streamlit as st

_HTML = """
<form class="pin">
  <label for="pin">Teacher's PIN</label>
  <div class="row">
    <input id="pin" type="password" autocomplete="current-password" required maxlength="200">
    <button type="submit">Sign in</button>
  </div>
  <p role="alert"></p>
</form>
"""

_CSS = """
.pin { font-family: var(--st-font); color: var(--st-text-color); max-width: 26rem; padding: 3px;
  margin: 0 -3px; }
label { display: block; margin-bottom: 0.3rem; }
.row { display: flex; flex-wrap: wrap; gap: 0.5rem; }
input, button {
  font-family: inherit; font-size: 0.9rem; color: inherit; min-height: 2.8rem;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, 0.75rem);
  background: var(--st-background-color); padding: 0 0.9rem; box-sizing: border-box;
}
input { flex: 1 1 12rem; min-width: 0; }
button { background: var(--st-primary-color); border-color: var(--st-primary-color); color: #fff;
  cursor: pointer; font-weight: 600; }
button:disabled { opacity: 0.6; cursor: default; }
input:focus-visible, button:focus-visible { outline: 3px solid #2b8fd6; outline-offset: 1px; }
p { min-height: 1.4em; margin: 0.5rem 0 0; }
p:not(:empty) { border-left: 4px solid #d4483f; padding-left: 0.6rem; }
"""

_JS = """
export default function (component) {
  const { data, parentElement } = component;
  const form = parentElement.querySelector('form');
  const field = parentElement.querySelector('input');
  const button = parentElement.querySelector('button');
  const alert = parentElement.querySelector('[role="alert"]');
  form.onsubmit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    alert.textContent = '';
    try {
      const answer = await fetch(data.url, {
        method: 'POST', headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ pin: field.value }),
      });
      if (answer.ok) { window.location.reload(); return; }
      alert.textContent = (await answer.json()).error;
    } catch { alert.textContent = 'There is no connection. Please try again.'; }
    button.disabled = false;
    field.select();
  };
}
"""


def draw(url: str) -> None:
    """The field and its button.

    Args:
        url: The route that takes `{"pin": …}`, and answers with a cookie or `{"error": …}`.
    """
    component = st.components.v2.component("imagespeak_pin_form", html=_HTML, css=_CSS, js=_JS)
    component(key="pin_form", data={"url": url})
