"""The part that waits in the browser: one request to our own route instead of many reruns."""

from __future__ import annotations

import streamlit as st

_HTML = """
<div class="waiting">
  <p class="line">Your picture is being made.</p>
  <div class="track" aria-hidden="true"><div class="bar"></div></div>
  <p class="time"></p>
</div>
"""

_CSS = """
.waiting { font-family: var(--st-font); color: var(--st-text-color); }
p { margin: 0; }
.line { font-weight: 600; }
.time { font-variant-numeric: tabular-nums; min-height: 1.4em; }
.track {
  height: 0.5rem; border-radius: 0.25rem; overflow: hidden; margin: 0.4rem 0;
  background: var(--st-secondary-background-color);
  border: 1px solid var(--st-border-color);
}
.bar { height: 100%; width: 0; background: var(--st-primary-color); transition: width 0.5s linear; }
@media (prefers-reduced-motion: reduce) { .bar { transition: none; } }
"""

_JS = """
const waits = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const running = waits.get(parentElement);
  if (running && running.url === data.url) return running.stop;
  if (running) running.stop();

  const began = Date.now() - data.elapsed_s * 1000;
  const line = parentElement.querySelector('.line');
  const bar = parentElement.querySelector('.bar');
  const time = parentElement.querySelector('.time');
  const abort = new AbortController();

  const tick = () => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    const usual = Math.max(1, Math.round(data.usual_s));
    time.textContent = seconds <= 2 * usual
      ? `${seconds} of about ${usual} ${usual === 1 ? 'second' : 'seconds'}`
      : `${seconds} seconds. Please wait a little more.`;
    bar.style.width = `${100 * (1 - Math.exp(-1.6 * seconds / usual))}%`;
  };
  const timer = setInterval(tick, 1000);
  tick();

  const listen = async () => {
    while (!abort.signal.aborted) {
      let status = 0;
      try {
        status = (await fetch(data.url, { signal: abort.signal, cache: 'no-store' })).status;
      } catch { status = 0; }
      if (abort.signal.aborted) return;
      if (status === 200) {
        clearInterval(timer);
        line.textContent = 'Your picture is ready.';
        bar.style.width = '100%';
        setTriggerValue('ended', data.url);
        return;
      }
      if (status !== 202) await new Promise((go) => setTimeout(go, 3000));
    }
  };
  listen();

  const stop = () => { abort.abort(); clearInterval(timer); waits.delete(parentElement); };
  waits.set(parentElement, { url: data.url, stop });
  return stop;
}
"""


def draw(*, url: str, elapsed_s: float, usual_s: float) -> None:
    """Progress, drawn and timed by the browser; reruns the fragment when the URL answers 200.

    Args:
        url: A route that answers 200 at the end, and 202 to ask again.
        elapsed_s: Seconds since the work was asked for.
        usual_s: Seconds that it usually needs.
    """
    component = st.components.v2.component("imagespeak_waiting", html=_HTML, css=_CSS, js=_JS)
    component(
        key="waiting",
        data={"url": url, "elapsed_s": elapsed_s, "usual_s": usual_s},
        on_ended_change=lambda: None,
    )
