"""A model that does not answer is left alone for a while: one slow failure, not one for everybody.

Only silence counts: a call that ended without an answer after `HUNG_S` or longer. Errors that come
quickly say nothing, and a slow picture is a picture.
"""

from __future__ import annotations

import logging
import math
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from imagespeak_core.errors import ModelSilentError, ModelTimeoutError, ModelUnreachableError

logger = logging.getLogger(__name__)

HUNG_S = 10.0
"""A call that was silent so long, and failed, shows a model that does not answer."""

OPEN_S = 30.0
"""So long a model is left alone then, before one call tries it."""

SLOW_FACTOR = 2.5
"""A call that needs so many times what is usual makes those wait who can."""

LONGEST_S = 120.0
"""A call that needs longer, since its answer trickles in, makes nobody wait any more."""

_UNANSWERED = (ModelTimeoutError, ModelUnreachableError)


@dataclass(eq=False, slots=True)
class _Call:
    started_s: float


@dataclass(slots=True)
class _Model:
    """What is known of a model.

    Attributes:
        calls: Those that are under way.
        answered_s: When a call last ended well.
        open_until_s: It is left alone until then, and until a probe has shown more; None: it is
            asked as usual.
        probe: The one call that tries it.
    """

    calls: list[_Call] = field(default_factory=list)
    answered_s: float = -math.inf
    open_until_s: float | None = None
    probe: _Call | None = None

    def is_silent_since(self, call: _Call) -> bool:
        """Whether nothing came of any call since this one began."""
        return self.answered_s <= call.started_s


class Breaker:
    """Stands before the calls to models; each model is for itself. Safe for threads.

    Args:
        clock: Seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._models: dict[str, _Model] = {}

    @contextmanager
    def one(self, model_id: str, *, called: str = "The picture model") -> Iterator[None]:
        """Around one call.

        Args:
            model_id: The model's raw id.
            called: How people know the model, to begin a sentence with.

        Raises:
            ModelSilentError: The model does not answer just now; the body did not run.
        """
        call = self._begun(model_id, called)
        try:
            yield
        except BaseException as error:
            self._end(model_id, call, error)
            raise
        self._end(model_id, call, None)

    def is_slow(self, model_id: str, usual_s: float) -> bool:
        """Whether a call waits much longer than is usual, and nobody had an answer since it began.

        Who can wait had better do so, until that call shows what is the matter, or has needed
        `LONGEST_S`. False where a further call would be refused at once.

        Args:
            model_id: The model's raw id.
            usual_s: Seconds that one call usually needs.
        """
        longest_s = max(HUNG_S, SLOW_FACTOR * usual_s)
        with self._lock:
            model = self._models.get(model_id)
            if model is None or model.open_until_s is not None:
                return False
            now_s = self._clock()
            return any(
                longest_s < now_s - call.started_s <= LONGEST_S and model.is_silent_since(call)
                for call in model.calls
            )

    def check(self, model_id: str, *, called: str = "The picture model") -> None:
        """See that the model is not left alone just now.

        Args:
            model_id: The model's raw id.
            called: As for `one`.

        Raises:
            ModelSilentError: It is.
        """
        with self._lock:
            model, now_s = self._models.get(model_id), self._clock()
            if model and model.open_until_s is not None and model.open_until_s > now_s:
                raise _silent(called, model.open_until_s - now_s)

    def has_answered(self, model_id: str, within_s: float) -> bool:
        """Whether a call has ended well not longer ago than that.

        Args:
            model_id: The model's raw id.
            within_s: Seconds.
        """
        with self._lock:
            model = self._models.get(model_id)
            return model is not None and self._clock() - model.answered_s <= within_s

    def _begun(self, model_id: str, called: str) -> _Call:
        with self._lock:
            model = self._models.setdefault(model_id, _Model())
            call = _Call(self._clock())
            if model.probe and call.started_s - model.probe.started_s <= LONGEST_S:
                raise _silent(called, HUNG_S)
            if model.open_until_s is not None:
                left_s = model.open_until_s - call.started_s
                if left_s > 0:
                    raise _silent(called, left_s)
                model.probe = call
            model.calls.append(call)
            return call

    def _end(self, model_id: str, call: _Call, error: BaseException | None) -> None:
        with self._lock:
            model, now_s = self._models[model_id], self._clock()
            model.calls.remove(call)
            was_probe, was_open = model.probe is call, model.open_until_s is not None
            if was_probe:
                model.probe = None
            if error is None:
                model.answered_s = now_s
            if (
                isinstance(error, _UNANSWERED)
                and now_s - call.started_s >= HUNG_S
                and model.is_silent_since(call)
            ):
                model.open_until_s = now_s + OPEN_S
                logger.info(
                    "the model %s does not answer; it is left alone for %d s", model_id, OPEN_S
                )
            elif error is None or was_probe:
                model.open_until_s = model.probe = None
                if was_open:
                    logger.info("the model %s is asked as usual again", model_id)


def _silent(called: str, left_s: float) -> ModelSilentError:
    again_s = max(1, math.ceil(left_s))
    seconds = "1 second" if again_s == 1 else f"{again_s} seconds"
    return ModelSilentError(
        f"{called} does not answer just now. Please try again in {seconds}. Nothing was paid.",
        retry_after_s=again_s,
    )
