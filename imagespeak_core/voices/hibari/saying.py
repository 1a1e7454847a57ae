"""What runs in the process that says sentences.

It opens no connection to anywhere: the library's other voices would be downloaded.
"""

from __future__ import annotations

import io
import traceback
import wave
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imagespeak_core.processes.answering import Answer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAID, NOTHING, MISSING, FAILED = b"s", b"n", b"m", b"f"
"""What an answer begins with: a WAV file, nothing to say, why no library loads, where it failed."""

SEED = 1
"""Of the voice's noise: a sentence sounds the same each time."""


def answering() -> Answer:
    """Says the sentence that it is sent; the library is loaded with the first one."""
    return _answer


def _answer(sentence: bytes) -> bytes:
    try:
        voice = _voice()
        samples = voice(sentence.decode(), seed=SEED)
        return SAID + _wav(samples, voice.sample_rate) if len(samples) else NOTHING
    except ImportError as exc:
        return MISSING + str(exc).encode()
    except Exception as exc:  # noqa: BLE001 - the outermost edge of a process
        return FAILED + _where(exc).encode()


def _where(exc: Exception) -> str:
    """For the server's log: not what it says, in which the sentence may be."""
    return "".join([*traceback.format_tb(exc.__traceback__), type(exc).__name__])


@cache
def _voice() -> Any:
    hibari: Any = import_module("hibari")
    return hibari.Hibari(model=str(Path(hibari.__file__).parent / "assets" / "hibari.onnx"))


def _wav(samples: NDArray[np.float32], rate_hz: int) -> bytes:
    """A whole file: one channel, 16 bits."""
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes((samples.clip(-1, 1) * 32_767).astype("<i2").tobytes())
    return content.getvalue()
