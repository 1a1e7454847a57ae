"""Voices for a browser that has none: they say nothing, and are told when a sentence ends."""

from __future__ import annotations

from typing import Final

LOCAL: Final = (
    ("Anna", "de-DE", True),
    ("Cloud", "en-US", False),
    ("Daniel", "en_GB", True),
    ("Samantha", "en-US", True),
)
"""Name, language, and whether it lies in the device."""

REMOTE: Final = (("Cloud", "en-US", False), ("Anna", "de-DE", True))

_VOICES = """(voices) => {
  window.said = [];
  window.asked_for_voices = 0;
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const synth = new EventTarget();
  const end = (tell) => {
    const { current } = synth;
    Object.assign(synth, { current: null, speaking: false });
    if (current) tell(current);
  };
  Object.assign(synth, {
    voices, current: null, speaking: false, pending: false,
    getVoices: () => {
      window.asked_for_voices += 1;
      return synth.voices.map(([name, lang, localService]) => (
        { name, lang, localService, default: false }));
    },
    speak: (sentence) => {
      Object.assign(synth, { current: sentence, speaking: true });
      window.said.push([sentence.text, sentence.voice.name, sentence.rate]);
      sentence.onstart?.({});
    },
    cancel: () => end((sentence) => sentence.onerror?.({ error: 'interrupted' })),
    resume: () => {},
    finish: () => end((sentence) => sentence.onend?.({})),
    fail: () => end((sentence) => sentence.onerror?.({ error: 'synthesis-failed' })),
  });
  Object.defineProperty(window, 'speechSynthesis', { value: synth, configurable: true });
}"""


def with_voices(voices: tuple[tuple[str, str, bool], ...]) -> str:
    """A script that takes the place of the browser's voices."""
    listed = [list(voice) for voice in voices]
    return f"({_VOICES})({str(listed).replace('True', 'true').replace('False', 'false')})"
