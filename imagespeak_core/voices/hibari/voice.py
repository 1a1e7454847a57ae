"""`Voice` by hibari-tts, in a process of its own: saying is all computing."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from importlib.util import find_spec

from imagespeak_core.processes.asked import (
    AskedProcess,
    EndedError,
    NotStartedError,
    TooSlowError,
)
from imagespeak_core.processes.pool import NoTurnError, ProcessPool
from imagespeak_core.voices.base import Spoken, plain_sentence
from imagespeak_core.voices.errors import VoiceBusyError, VoiceError, VoiceUnreadyError
from imagespeak_core.voices.hibari import saying

logger = logging.getLogger(__name__)

LIBRARY = "hibari"
IDLE_S = 300.0
"""After so long without a sentence the process ends, and gives its memory back."""
LONGEST_S = 30.0
"""A sentence takes a tenth of a second, the first one two; a busy computer is slower."""
WAITED_S = 20.0
"""So long somebody waits until it is their turn."""

_COME_AGAIN_S = 5


def is_installed() -> bool:
    """Whether the library is on this computer."""
    return find_spec(LIBRARY) is not None


class HibariVoice:
    """One sentence after the other, in a process that is started when it is needed, and kept.

    Args:
        idle_s: After so many seconds without a sentence the process ends by itself.
        longest_s: A sentence that takes longer is given up.
        waited_s: So long a sentence waits for those before it.
        is_installed: Whether the library is there.

    Attributes:
        close: Ends the process; called when the voice is forgotten.
    """

    name = "hibari-heart-1"
    """With the number of its manner: one more where a later version sounds otherwise."""

    def __init__(
        self,
        *,
        idle_s: float = IDLE_S,
        longest_s: float = LONGEST_S,
        waited_s: float = WAITED_S,
        is_installed: Callable[[], bool] = is_installed,
    ) -> None:
        self._longest_s = longest_s
        self._processes = ProcessPool(partial(_started, is_installed, idle_s), waited_s=waited_s)
        self.close = self._processes.close

    def price_usd(self, sentence: str) -> Decimal:
        """Nothing."""
        return Decimal(0)

    def speak(self, sentence: str) -> Spoken:
        """See `Voice.speak`: WAV of 24 kHz and 16 bits.

        Raises:
            VoiceUnreadyError: The library is not there, or can't be loaded.
            VoiceBusyError: Others have waited for too long, or no process can be started.
            VoiceError: It took too long, ended in the middle twice, or there is nothing to say.
        """
        answer = self._asked(plain_sentence(sentence))
        kind, content = answer[:1], answer[1:]
        if kind == saying.MISSING:
            self._processes.rest()  # the next one finds what is installed meanwhile
            raise _unready(content.decode())
        if kind == saying.NOTHING:
            raise VoiceError("There is nothing to say in this sentence.")
        if kind == saying.FAILED:
            logger.error("the voice failed:\n%s", content.decode())
            raise VoiceError("This sentence can't be read aloud here. Read it aloud yourself.")
        return Spoken(content, "audio/wav")

    def _asked(self, sentence: str) -> bytes:
        try:
            return self._processes.ask(sentence.encode(), longest_s=self._longest_s)
        except NoTurnError as exc:
            raise _busy("Many sentences are read aloud just now.") from exc
        except NotStartedError as exc:
            raise _busy("This computer has too much to do.") from exc
        except TooSlowError as exc:
            raise VoiceError(
                "Reading this sentence aloud took too long. Try again, or read it aloud yourself."
            ) from exc
        except EndedError as exc:
            raise VoiceError(
                "The voice stopped in the middle of the sentence. Try again, or read it aloud "
                "yourself."
            ) from exc


def _started(is_installed: Callable[[], bool], idle_s: float) -> AskedProcess:
    if not is_installed():
        raise _unready(f"there is no package {LIBRARY}")
    return AskedProcess(saying.__name__, environment={"HIBARI_HOME": os.devnull}, idle_s=idle_s)


def _unready(reason: str) -> VoiceUnreadyError:
    return VoiceUnreadyError(
        f"The voice of this server can't be used: {reason}. Install it with "
        "`pip install -r optional/voice.txt`, or unset IMAGESPEAK_VOICE."
    )


def _busy(sentence: str) -> VoiceBusyError:
    return VoiceBusyError(f"{sentence} Try again in a moment.", retry_after_s=_COME_AGAIN_S)
