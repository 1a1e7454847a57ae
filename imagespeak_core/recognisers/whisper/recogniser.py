"""Samples in, draft out, by Whisper in processes of its own.

Hearing is all computing, and holds Python's lock for a quarter of a second at a time: in the
server's own process everybody else would wait.
"""

from __future__ import annotations

import json
import logging
import os
from functools import partial
from typing import Any, Final

from imagespeak_core.processes.asked import (
    AskedProcess,
    EndedError,
    NotStartedError,
    TooSlowError,
)
from imagespeak_core.processes.pool import ProcessPool
from imagespeak_core.recognisers.base import SURE_FROM, Draft, DraftWord
from imagespeak_core.recognisers.errors import RecogniserError, RecogniserUnreadyError
from imagespeak_core.recognisers.whisper.model import ModelPlace, check_there

logger = logging.getLogger(__name__)

WORKER: Final = "imagespeak_core.recognisers.whisper.worker"
READY: Final = b""
"""This question asks whether all is ready; what is not, the answer says as `unready`."""

MOST_AT_ONCE = 2
"""Each process has a copy of the model: half a gigabyte."""

_BYTES_A_SECOND = 16_000 * 2
_PROCESSORS_EACH = 2
LOADING_S = 120.0
"""So long may it take to join the model, look through it and load it."""

LEAST_S = 30.0
A_SECOND_S = 2.0
"""So long may a sound take, and so much longer for each of its seconds: twenty times the usual."""

_ANSWER_BYTES = 500_000
_ENVIRONMENT = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
}


class WhisperRecogniser:
    """`SoundRecogniser`. A process is started when one is needed, and kept.

    Attributes:
        close: Ends the processes; called when this is forgotten.

    Args:
        place: Where the model is.
        module: What runs in the processes.
        loading_s: A process that does not hear after so long is ended.
        least_s: A sound may take so long, and `A_SECOND_S` longer for each of its seconds.
    """

    def __init__(
        self,
        place: ModelPlace,
        *,
        module: str = WORKER,
        loading_s: float = LOADING_S,
        least_s: float = LEAST_S,
    ) -> None:
        self._least_s = least_s
        self._processes = ProcessPool(
            partial(_started, module, place, loading_s), at_once=self.max_parallel
        )
        self.close = self._processes.close

    @property
    def max_parallel(self) -> int:
        """One; from four processors on two."""
        return max(1, min(MOST_AT_ONCE, (os.cpu_count() or 1) // _PROCESSORS_EACH))

    def recognise(self, samples: bytes) -> Draft:
        """See `SoundRecogniser.recognise`."""
        wall_s = self._least_s + A_SECOND_S * len(samples) / _BYTES_A_SECOND
        try:
            answer = self._processes.ask(samples, longest_s=wall_s)
        except NotStartedError as exc:
            raise _failed("This computer has too much to do.") from exc
        except TooSlowError as exc:
            raise _failed("It took too long.") from exc
        except EndedError as exc:
            raise _failed("It ended in the middle, twice.") from exc
        return _draft(_told(answer))


def _started(module: str, place: ModelPlace, loading_s: float) -> AskedProcess:
    """A process that hears.

    Raises:
        RecogniserUnreadyError: Library or model is missing, or not what it should be.
    """
    check_there(place)
    own_dir = str(place.own_dir.absolute()) if place.own_dir else ""
    where = (own_dir, str(place.cache_dir.absolute()), str(place.data_dir.absolute()))
    process = AskedProcess(
        module, *where, place.sha256, environment=_ENVIRONMENT, answer_bytes=_ANSWER_BYTES
    )
    try:
        told = _told(process.ask(READY, longest_s=loading_s))
        if "unready" in told:
            raise RecogniserUnreadyError(str(told["unready"]))
    except RecogniserError:
        process.close()
        raise
    return process


def _told(answer: bytes) -> dict[str, Any]:
    try:
        told = json.loads(answer)
    except (ValueError, RecursionError) as exc:
        raise _senseless() from exc
    if not isinstance(told, dict):
        raise _senseless()
    return told


def _draft(told: dict[str, Any]) -> Draft:
    if "failed" in told:
        logger.error("no draft was written, by our own mistake:\n%s", told["failed"])
        raise _failed("It failed by our own mistake.")
    try:
        return Draft(
            tuple(
                DraftWord(" ".join(str(text).split()), float(probability) >= SURE_FROM)
                for text, probability in told["words"]
            )
        )
    except (KeyError, TypeError, ValueError) as exc:
        raise _senseless() from exc


def _senseless() -> RecogniserError:
    return _failed("Its answer makes no sense.")


def _failed(why: str) -> RecogniserError:
    return RecogniserError(f"No draft of these words could be written. {why} Type the words.")
