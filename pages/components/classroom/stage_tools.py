"""What the projector's bar does in the browser alone: a timer, full screen, the space key."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

_HTML = """
<div class="tools">
  <span class="time" role="timer" aria-label="Time left">1:00</span>
  <select aria-label="Length of the timer">
    <option value="20">20 s</option><option value="30">30 s</option>
    <option value="45">45 s</option><option value="60" selected>1 min</option>
    <option value="90">1½ min</option><option value="120">2 min</option>
  </select>
  <button type="button" class="start">Start</button>
  <button type="button" class="full">Full screen</button>
  <span class="said" role="status"></span>
</div>
"""

_CSS = """
.tools { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; padding: 3px;
  justify-content: center; font-family: var(--st-font); color: var(--st-text-color); }
.time { font-size: 1.5rem; font-weight: 700; font-variant-numeric: tabular-nums; min-width: 3.1rem;
  text-align: center; border-radius: 0.5rem; }
.time.over { color: #fff; background: #b3261e; }
select, button { font-family: inherit; font-size: 0.875rem; color: inherit; min-height: 2.5rem;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, 0.75rem);
  background: var(--st-background-color); padding: 0 0.6rem; cursor: pointer; }
button[hidden] { display: none; }
select:focus-visible, button:focus-visible { outline: 3px solid #2b8fd6; outline-offset: 1px; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 640px) {
  .time { font-size: 1.2rem; min-width: 2.5rem; }
  select, button { font-size: 0.85rem; padding: 0 0.3rem; }
}
"""

_JS = """
const stages = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  for (const url of data.soon) new Image().src = url;
  const known = stages.get(parentElement);
  if (known) { known.next = () => setTriggerValue('next', Date.now()); return known.stop; }

  const part = (name) => parentElement.querySelector(name);
  const time = part('.time'), length = part('select'), start = part('.start');
  const full = part('.full'), said = part('.said');
  const stage = { next: () => setTriggerValue('next', Date.now()) };
  let left = 60, ends = 0, timer = 0;

  const show = () => {
    const seconds = Math.max(0, Math.ceil(left));
    time.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
    time.classList.toggle('over', left <= 0);
    start.textContent = timer ? 'Pause' : left <= 0 ? 'Again' : 'Start';
  };
  const halt = () => { clearInterval(timer); timer = 0; };
  const tick = () => {
    left = (ends - Date.now()) / 1000;
    if (left <= 0) { halt(); left = 0; said.textContent = 'Time is up.'; }
    show();
  };
  start.onclick = () => {
    if (timer) { tick(); halt(); } else {
      if (left <= 0) left = Number(length.value);
      said.textContent = '';
      ends = Date.now() + left * 1000;
      timer = setInterval(tick, 200);
    }
    show();
  };
  length.onchange = () => { halt(); left = Number(length.value); said.textContent = ''; show(); };
  full.hidden = !document.fullscreenEnabled;
  full.onclick = () => document.fullscreenElement
    ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  const named = () => {
    full.textContent = document.fullscreenElement ? 'Leave full screen' : 'Full screen';
  };
  const keys = (event) => {
    const busy = event.composedPath().some((node) =>
      /^(INPUT|TEXTAREA|SELECT|BUTTON|A|SUMMARY)$/.test(node.tagName || ''));
    if (event.code !== 'Space' || busy || event.repeat) return;
    event.preventDefault();
    stage.next();
  };
  document.addEventListener('keydown', keys);
  document.addEventListener('fullscreenchange', named);
  show();

  // The picture takes all the height that the rest leaves, however the bar wraps.
  const room = document.querySelector('.stMainBlockContainer');
  const fit = () => {
    const picture = document.querySelector('.st-key-stage');
    if (!room || !picture) return;
    const rest = room.getBoundingClientRect().height - picture.getBoundingClientRect().height;
    document.documentElement.style.setProperty('--beside-picture', Math.ceil(rest) + 'px');
  };
  const sizes = new ResizeObserver(fit);
  if (room) sizes.observe(room);
  window.addEventListener('resize', fit);

  stage.stop = () => {
    halt();
    document.removeEventListener('keydown', keys);
    document.removeEventListener('fullscreenchange', named);
    sizes.disconnect();
    window.removeEventListener('resize', fit);
    document.documentElement.style.removeProperty('--beside-picture');
    stages.delete(parentElement);
  };
  stages.set(parentElement, stage);
  return stage.stop;
}
"""


def draw(*, soon: list[str], on_next: Callable[[], None]) -> None:
    """Timer and full screen, and the space key for the next picture.

    Args:
        soon: Addresses of the pictures to come, which the browser gets ahead.
        on_next: Called when space is pressed.
    """
    component = st.components.v2.component("imagespeak_stage_tools", html=_HTML, css=_CSS, js=_JS)
    component(key="stage_tools", data={"soon": soon}, on_next_change=on_next)
