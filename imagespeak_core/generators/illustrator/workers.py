"""The illustrator in processes of its own, so that a whole class can press at once.

Drawing is all computing, and most of it holds Python's lock: in the server's own process everybody
else would wait until all pictures are drawn.
"""

from __future__ import annotations

import os
import pickle
import traceback
from functools import partial

from imagespeak_core.errors import ModelError, ModelTimeoutError
from imagespeak_core.generators.base import Offer, chosen_offer
from imagespeak_core.generators.illustrator.generator import Illustrator
from imagespeak_core.models import GeneratedImage, ImageRequest, Quality
from imagespeak_core.processes.answering import Answer
from imagespeak_core.processes.asked import (
    AskedProcess,
    EndedError,
    NotStartedError,
    TooSlowError,
)
from imagespeak_core.processes.pool import ProcessPool

MAX_WORKERS = 4
LONGEST_DRAWING_S = 60.0

_Order = tuple[ImageRequest, str | None]
"""What is to be drawn, and the scene of the picture that it is looked at beside, if any."""


class IllustratorPool:
    """`ImageGenerator` and `WordsDrawer`, like `Illustrator`, in up to `MAX_WORKERS` processes.

    Attributes:
        close: Ends the processes that have nothing to do; called when the pool is forgotten.
    """

    label = Illustrator.label

    def __init__(self) -> None:
        self._illustrator = Illustrator()
        self._processes = ProcessPool(
            partial(AskedProcess, __name__, environment=os.environ), at_once=self.max_parallel
        )
        self.close = self._processes.close

    @property
    def max_parallel(self) -> int:
        """One a processor, but not many: each has a copy of everything that can be drawn."""
        return min(self._illustrator.max_parallel, MAX_WORKERS)

    def warm_up(self) -> None:
        """See `ImageGenerator.warm_up`."""
        self._asked(None)

    def offer(self, quality: Quality) -> Offer:
        """See `ImageGenerator.offer`."""
        return self._illustrator.offer(quality)

    def models(self) -> tuple[Offer, ...]:
        """See `ImageGenerator.models`."""
        return self._illustrator.models()

    def generate(self, request: ImageRequest) -> GeneratedImage:
        """See `ImageGenerator.generate`; it never refuses.

        Raises:
            ModelTimeoutError: Nothing came for `LONGEST_DRAWING_S`.
            ModelError: No process could be started, or it ended in the middle, twice.
        """
        chosen_offer(self, request)
        return self._drawn((request, None))

    def draw_beside(self, request: ImageRequest, scene: str) -> GeneratedImage:
        """See `WordsDrawer.draw_beside`.

        Raises:
            ModelTimeoutError, ModelError: As `generate`.
        """
        return self._drawn((request, scene))

    def _drawn(self, order: _Order) -> GeneratedImage:
        answer = self._asked(order)
        if isinstance(answer, GeneratedImage):
            return answer
        raise RuntimeError(f"The illustrator failed by our own mistake:\n{answer}")

    def _asked(self, order: _Order | None) -> GeneratedImage | str:
        """The picture, or the traceback of our own mistake."""
        try:
            answer = self._processes.ask(pickle.dumps(order), longest_s=LONGEST_DRAWING_S)
        except TooSlowError as exc:
            raise ModelTimeoutError("The picture took too long. Try other words.") from exc
        except NotStartedError as exc:
            raise ModelError(
                "The illustrator could not be started: this computer has too much to do. "
                "Try again in a minute."
            ) from exc
        except EndedError as exc:
            raise ModelError(
                "The illustrator stopped in the middle of the picture. Try again, or use "
                "other words."
            ) from exc
        picture: GeneratedImage | str = pickle.loads(answer)  # noqa: S301 - our own process's
        return picture


def answering() -> Answer:
    """In a process of its own: draws what it is sent."""
    illustrator = Illustrator()
    illustrator.warm_up()
    return lambda order: pickle.dumps(_answer(illustrator, pickle.loads(order)))  # noqa: S301


def _answer(illustrator: Illustrator, order: _Order | None) -> GeneratedImage | str:
    if order is None:
        return ""
    request, beside = order
    try:
        if beside is None:
            return illustrator.generate(request)
        return illustrator.draw_beside(request, beside)
    except Exception:  # noqa: BLE001 - the outermost edge of a process; the server logs it
        return traceback.format_exc()
