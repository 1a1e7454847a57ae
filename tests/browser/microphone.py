"""Microphones for Chromium: one that speaks what a file has, and ones that fail or are silent."""

from __future__ import annotations

import math
import random
import shutil
import wave
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import BROWSERS, FLAGS
from tests.browser.tabs import AT_ONCE, DESKTOP, PATIENCE_MS, listen
from tests.core.sound_files import sample, samples_of, wav_file

HZ = 16_000
_SYLLABLES_HZ = 4
_VOICE_HZ = 140
_ROOM = 0.0006

Part = tuple[Literal["speech", "pause"], float]
"""What is heard, and for how many seconds."""

_FAILING = """(name, state) => {
  navigator.permissions.query = async () => ({ state });
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name));
}"""
SILENT = """(() => {
  navigator.mediaDevices.getUserMedia = async () => {
    const context = new AudioContext(), gain = context.createGain();
    const out = context.createMediaStreamDestination(), source = context.createOscillator();
    gain.gain.value = 0.00005;
    source.connect(gain).connect(out);
    source.start();
    return out.stream;
  };
})()"""
"""A script that takes the place of the microphone: it is there, and nobody speaks."""


def failing(name: str, permission: str) -> str:
    """A script after which each microphone fails.

    Args:
        name: Of the browser's error.
        permission: What the browser then tells of it: `granted`, `prompt` or `denied`.
    """
    return f"({_FAILING})({name!r}, {permission!r})"


def spoken(*parts: Part) -> array[int]:
    """Samples like a voice in a quiet room: harmonics that rise and fall as syllables do."""
    dice, samples = random.Random(1), array("h")
    for kind, length_s in parts:
        for at in range(int(length_s * HZ)):
            time_s = at / HZ
            value = dice.gauss(0, _ROOM)
            if kind == "speech":
                loud = 0.5 - 0.5 * math.cos(2 * math.pi * _SYLLABLES_HZ * time_s)
                tones = (math.sin(2 * math.pi * _VOICE_HZ * n * time_s) / n for n in range(1, 6))
                value += 0.2 * loud * sum(tones)
            samples.append(int(max(-1.0, min(1.0, value)) * 32_000))
    return samples


def write(path: Path, samples: array[int]) -> Path:
    """The samples as a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(HZ)
        file.writeframes(samples.tobytes())
    return path


def speaking_browser(browser: Browser, sound: Path) -> Browser:
    """Another Chromium, whose microphone says over and over what the file has."""
    return browser.browser_type.launch(
        executable_path=next(path for name in BROWSERS if (path := shutil.which(name))),
        args=[
            *FLAGS,
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            f"--use-file-for-fake-audio-capture={sound}",
        ],
    )


def talking_browser(browser: Browser, folder: Path) -> Browser:
    """Another Chromium, into whose microphone somebody really talks."""
    sound = folder / "talk.wav"
    sound.write_bytes(wav_file(samples_of(sample("noisy_talk.ogg"))))
    return speaking_browser(browser, sound)


@contextmanager
def somebody_who_speaks(speaking: Browser, **options: Any) -> Iterator[BrowserContext]:
    """A device of one learner's own, with a microphone; what its pages throw fails the test.

    Args:
        speaking: As `speaking_browser` gives it.
        options: Of the context.
    """
    context = speaking.new_context(**{"viewport": DESKTOP, **options}, permissions=["microphone"])
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(AT_ONCE)
    thrown: list[str] = []
    listen(context, thrown)
    yield context
    context.close()
    assert thrown == []
