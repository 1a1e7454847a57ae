"""Recognisers that take the place of the browser's own, and say what was asked of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

Available = Literal["available", "downloadable", "downloading", "unavailable"]

_RECOGNISER = """((on_device, heard, error, ends_s, listens) => {
  const asked = window.asked = [];
  const agent = navigator.userAgent.replace('Headless', '');
  Object.defineProperty(navigator, 'userAgent', { get: () => agent, configurable: true });
  let device = on_device;
  class Recogniser extends EventTarget {
    processLocally = false;
    grammars = { given: [], addFromString(...all) { this.given.push(all); } };
    phrases = [];
    #timer = 0;
    static async available(options) {
      asked.push({ available: options });
      return device;
    }
    static async install(options) {
      asked.push({ install: options, isPressed: navigator.userActivation.isActive });
      device = 'available';
      return true;
    }
    start(track) {
      if (!listens) { window.top?.asked.push('microphone'); return; } // a frame may be gone
      if (!(track instanceof MediaStreamTrack)) throw new TypeError('no track');
      const { lang, continuous, processLocally, phrases, grammars } = this;
      const note = { lang, continuous, processLocally, primed: [...phrases, ...grammars.given],
        kind: track.kind, state: track.readyState, loudest: 0, stopped: '' };
      asked.push(note);
      this.note = note;
      const context = new AudioContext(), meter = context.createAnalyser();
      context.createMediaStreamSource(new MediaStream([track])).connect(meter);
      const samples = new Float32Array(meter.fftSize);
      this.#timer = setInterval(() => {
        meter.getFloatTimeDomainData(samples);
        note.loudest = Math.max(note.loudest, ...samples.map(Math.abs));
      }, 20);
      if (listens === 'never') return;
      setTimeout(() => { this.#say('start'); this.#say('audiostart'); }, 10);
      if (error) setTimeout(() => this.#end(error), 150);
      else if (ends_s) setTimeout(() => this.#end(''), ends_s * 1000);
    }
    stop() { this.note.stopped ||= 'stop'; this.#end(''); }
    abort() { if (this.note) this.note.stopped ||= 'abort'; clearInterval(this.#timer); }
    #say(name, more) { this.dispatchEvent(Object.assign(new Event(name), more)); }
    #end(error) {
      clearInterval(this.#timer);
      if (this.note.ended) return;
      this.note.ended = true;
      if (error) { this.#say('error', { error }); return; }
      const results = heard.map(([transcript, confidence]) =>
        Object.assign([{ transcript, confidence }], { isFinal: true }));
      if (results.length) this.#say('result', { results });
      this.#say('end');
    }
  }
  window.SpeechRecognition = Recogniser;
  window.webkitSpeechRecognition = undefined;
  Recogniser.prototype.processLocally = false;
})"""

NONE = "window.SpeechRecognition = window.webkitSpeechRecognition = undefined"
"""A browser without one."""


def recogniser(
    on_device: Available = "available",
    *heard: tuple[str, float],
    error: str = "",
    ends_s: float = 0,
    listens: bool | Literal["never"] = True,
) -> str:
    """A script after which the browser has this one; `window.asked` tells what it was given.

    Args:
        on_device: Whether it works on the device.
        heard: What it hears, each with how sure it says to be; it tells this when it is stopped.
        error: It fails with this instead.
        ends_s: It ends by itself after so many seconds.
        listens: Whether it knows tracks; one that does not would open the microphone. One that
            `never` answers knows them.
    """
    given: Sequence[object] = (on_device, heard, error, ends_s, listens)
    return f"{_RECOGNISER}({', '.join(json.dumps(one) for one in given)})"
