"""A strip of small pictures, one of which is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import streamlit as st

_HTML = '<div class="strip" role="toolbar"></div>'

_CSS = """
.strip {
  display: flex; gap: 0.5rem; overflow-x: auto; padding: 5px;
  scroll-snap-type: x proximity; scrollbar-width: thin;
}
button {
  flex: 0 0 auto; scroll-snap-align: center; width: 6.5rem; height: 6.5rem; padding: 0;
  border: 4px solid transparent; border-radius: 0.6rem; overflow: hidden; cursor: pointer;
  background: var(--st-secondary-background-color); color: var(--st-text-color);
}
button:hover { border-color: var(--st-border-color); }
button[aria-pressed="true"] { border-color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid #2b8fd6; outline-offset: 1px; }
img { width: 100%; height: 100%; object-fit: cover; display: block; font-size: 0.7rem; }
"""

# One stop for Tab, as in every toolbar: the arrow keys lead from picture to picture.
_JS = """
const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
const strips = new WeakMap();

function start(strip) {
  strip.addEventListener('keydown', (event) => {
    const step = STEPS[event.key], buttons = [...strip.children];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = buttons.indexOf(event.target) + step;
    buttons[Math.max(0, Math.min(buttons.length - 1, at))]?.focus();
    event.preventDefault();
  });
  strip.addEventListener('focusin', (event) => {
    for (const button of strip.children) button.tabIndex = button === event.target ? 0 : -1;
  });
  const buttons = new Map();
  strips.set(strip, buttons);
  return buttons;
}

function newButton(name) {
  const button = document.createElement('button'), picture = document.createElement('img');
  button.type = 'button';
  button.dataset.name = name;
  picture.loading = 'lazy';
  picture.decoding = 'async';
  button.append(picture);
  return button;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const strip = parentElement.querySelector('.strip');
  const known = strips.get(strip) || start(strip);
  strip.setAttribute('aria-label', data.label);
  const shown = data.thumbnails.map(({ name, url, alt }) => {
    const button = known.get(name) || newButton(name), picture = button.firstChild;
    known.set(name, button);
    if (picture.getAttribute('src') !== url) picture.src = url;
    picture.alt = alt;
    button.title = alt;
    button.tabIndex = name === data.chosen ? 0 : -1;
    button.setAttribute('aria-pressed', String(name === data.chosen));
    button.onclick = () => setTriggerValue('pressed', name);
    return button;
  });
  const before = [...strip.children];
  if (shown.length !== before.length || shown.some((button, at) => button !== before[at])) {
    const held = strip.getRootNode().activeElement;
    strip.replaceChildren(...shown);
    if (held && shown.includes(held)) held.focus();
  }
}
"""


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """One small picture of a strip.

    Attributes:
        name: Tells it from the others; what a press gives.
        url: Where the small picture is.
        alt: What it is, for those who don't see it.
    """

    name: str
    url: str
    alt: str


def draw(
    label: str,
    thumbnails: Sequence[Thumbnail],
    *,
    chosen: str,
    on_press: Callable[[str], None],
    key: str,
) -> None:
    """The strip; a press calls back with the name before the next run.

    Args:
        label: What the strip is, for those who don't see it.
        thumbnails: In the order of the strip.
        chosen: The name of the one that is looked at.
        on_press: Called with the name of the one that was pressed.
        key: Of the widget.
    """
    component = st.components.v2.component("imagespeak_thumbnails", html=_HTML, css=_CSS, js=_JS)

    def pressed() -> None:
        on_press(st.session_state[key]["pressed"])

    component(
        key=key,
        data={
            "label": label,
            "chosen": chosen,
            "thumbnails": [asdict(thumbnail) for thumbnail in thumbnails],
        },
        on_pressed_change=pressed,
    )
