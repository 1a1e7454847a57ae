"""What runs in a process that hears: it loads Whisper once, and writes a draft of each sound.

A question is a sound's samples, or asks whether all is ready; an answer is a JSON object: `words`,
or why there are none.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from imagespeak_core.processes.answering import Answer
from imagespeak_core.processes.confinement import confine
from imagespeak_core.recognisers.errors import RecogniserUnreadyError
from imagespeak_core.recognisers.whisper.model import LIBRARY, ModelPlace, ready_folder
from imagespeak_core.recognisers.whisper.recogniser import READY

MEMORY_BYTES: Final = 3 * 2**30
"""Of addresses; what is really used is half a gigabyte."""

_HOW: Final[dict[str, Any]] = {
    "language": "en",
    "task": "transcribe",
    "beam_size": 5,
    "temperature": 0.0,
    "condition_on_previous_text": False,
    "word_timestamps": True,
    "vad_filter": False,
}
"""The same sound gives the same draft, since nothing is drawn by lot; and nothing is ever told of
what might be said, be it a prompt, words to expect, or what was heard before."""

_LOOP = 2.4
"""From so many times fewer bytes, packed, on, a text only repeats itself, as Whisper's own code
has it (github.com/openai/whisper, transcribe.py, 2026-11)."""

_FULL_SCALE = 32_768.0

Transcribe = Callable[..., tuple[Any, Any]]


def answering(own_dir: str, cache_dir: str, data_dir: str, sha256: str) -> Answer:
    """Load the model, then write drafts."""
    place = ModelPlace(Path(own_dir) if own_dir else None, Path(cache_dir), Path(data_dir), sha256)
    try:
        transcribe = _loaded(ready_folder(place))
    except RecogniserUnreadyError as error:
        unready = json.dumps({"unready": str(error)}).encode()
        return lambda _: unready
    confine(cpu_s=None, memory_bytes=MEMORY_BYTES, opens_files=True)
    return lambda samples: json.dumps(_answer(transcribe, samples)).encode()


def _loaded(folder: Path) -> Transcribe:
    try:
        model = import_module(LIBRARY).WhisperModel(
            str(folder),
            device="cpu",
            compute_type="int8",
            cpu_threads=1,
            num_workers=1,
            local_files_only=True,
        )
    except Exception as exc:
        raise RecogniserUnreadyError(
            "faster-whisper does not load on this computer "
            f"({type(exc).__name__}: {exc}). Install it again: "
            "pip install --require-hashes -r optional/recogniser.txt"
        ) from exc
    transcribe: Transcribe = model.transcribe
    return transcribe


def _answer(transcribe: Transcribe, samples: bytes) -> dict[str, Any]:
    if samples == READY:
        return {}
    try:
        return {"words": list(_words(transcribe, samples))}
    except Exception:  # noqa: BLE001 - the outermost edge of a process; the server logs it
        return {"failed": traceback.format_exc()}


def _words(transcribe: Transcribe, samples: bytes) -> list[tuple[str, float]]:
    """Each word and how probable it is, 0 to 1; what only repeats itself is not at all."""
    import numpy as np

    sound = np.frombuffer(samples, "<i2").astype(np.float32) / _FULL_SCALE
    segments, _ = transcribe(sound, **_HOW)
    words: list[tuple[str, float]] = []
    for text, probability in _pieces(segments):
        if words and not text.startswith(" "):  # "well-" and "known"
            before, at_most = words.pop()
            words.append((before + text, min(at_most, probability)))
        elif text.strip():
            words.append((text.strip(), probability))
    return words


def _pieces(segments: Any) -> Iterator[tuple[str, float]]:
    for segment in segments:
        is_loop = segment.compression_ratio > _LOOP
        for word in segment.words or ():
            yield word.word, 0.0 if is_loop else round(float(word.probability), 3)
