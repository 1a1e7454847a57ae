"""One line in the log for each call to a model, and what the owner has to know of its end."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from imagespeak_core.errors import ImageSpeakError
from imagespeak_core.operations.kinds import tell_of
from imagespeak_core.operations.session_names import SessionNames
from imagespeak_core.operations.troubles import Troubles

logger = logging.getLogger(__name__)

What: TypeAlias = Literal["picture", "words drawn", "view", "draft", "sentence"]

MADE = "made"
NOTHING_USD = Decimal(0)

_request_id: ContextVar[str] = ContextVar("request_id", default="")


@contextmanager
def within_request(request_id: str = "") -> Iterator[str]:
    """All calls of this block, in this context, belong to one request.

    Args:
        request_id: Whoever brought the request calls it so; empty for the one that is known
            already, else a new one.
    """
    request_id = request_id or _request_id.get() or secrets.token_hex(8)
    token = _request_id.set(request_id)
    try:
        yield request_id
    finally:
        _request_id.reset(token)


@dataclass(frozen=True, slots=True)
class Call:
    """What is called, and for whom.

    Attributes:
        what: What comes of it.
        model: The raw id of who makes it.
        session_id: Empty where it is nobody's.
    """

    what: What
    model: str
    session_id: str = ""


@dataclass(frozen=True, slots=True)
class CallEnded:
    """How a call ended.

    Attributes:
        what: As of the call.
        model: Likewise.
        session: What the log calls the session; empty without one.
        request_id: Whatever else the same request makes has the same.
        outcome: `made`, or the code of the error.
        seconds: How long the model needed; what came before, such as reserving money, is not in
            it.
        has_begun: Whether the model was asked; else what came before refused it.
        cost_usd: At most; None where nobody knows the price.
    """

    what: What
    model: str
    session: str
    request_id: str
    outcome: str
    seconds: float
    cost_usd: Decimal | None
    has_begun: bool = True

    @property
    def cents(self) -> Decimal | None:
        """The cost in US cents, exact."""
        return None if self.cost_usd is None else self.cost_usd * 100

    @property
    def fields(self) -> dict[str, object]:
        """For the log: all of it, and nothing else."""
        return {
            "what": self.what,
            "request_id": self.request_id,
            "session": self.session,
            "model": self.model,
            "ms": round(self.seconds * 1000),
            "outcome": self.outcome,
            "cents": self.cents,
        }


class Running:
    """A call that is under way.

    Args:
        monotonic: Seconds that only go forward.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._begun_s = monotonic()
        self.has_begun = False
        self.cost_usd: Decimal | None = NOTHING_USD

    def begins(self, price_usd: Decimal | None) -> None:
        """From now on it may cost so much, and its time counts."""
        self.has_begun = True
        self._begun_s = self._monotonic()
        self.cost_usd = price_usd

    def is_unpaid(self) -> None:
        """Surely nothing was made."""
        self.cost_usd = NOTHING_USD

    @property
    def seconds(self) -> float:
        """Since it began."""
        return self._monotonic() - self._begun_s


class Calls:
    """Stands around them. Safe for threads.

    Args:
        troubles: Told of what only the owner can mend.
        names: What sessions are called in the log.
        watchers: Told of each end; they must be quick, and raise nothing.
        monotonic: Seconds that only go forward.
    """

    def __init__(
        self,
        troubles: Troubles | None = None,
        names: SessionNames | None = None,
        *,
        watchers: Sequence[Callable[[CallEnded], None]] = (),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._troubles = troubles or Troubles()
        self._names = names or SessionNames()
        self._watchers = tuple(watchers)
        self._monotonic = monotonic

    @contextmanager
    def one(self, call: Call) -> Iterator[Running]:
        """Around one call; its end is told, whatever it is."""
        running = Running(self._monotonic)
        with within_request() as request_id:
            try:
                yield running
            except BaseException as error:
                code = error.code if isinstance(error, ImageSpeakError) else ImageSpeakError.code
                self._tell(call, running, request_id, code)
                tell_of(self._troubles, error)
                raise
            self._tell(call, running, request_id, MADE)

    def _tell(self, call: Call, running: Running, request_id: str, outcome: str) -> None:
        ended = CallEnded(
            call.what,
            call.model,
            self._names.of(call.session_id),
            request_id,
            outcome,
            running.seconds,
            running.cost_usd,
            running.has_begun,
        )
        fields = ended.fields | {"cents": _plain(ended.cents)}
        told = " ".join(f"{name}={_word(value)}" for name, value in fields.items())
        logger.info("call ended: %s", told, extra=fields)
        for watcher in self._watchers:
            watcher(ended)


def _plain(cents: Decimal | None) -> float | None:
    """A number that is written as the decimal is; prices have far fewer digits than a float."""
    return None if cents is None else float(cents)


def _word(value: object) -> str:
    if value is None:
        return "unknown"
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text.replace(" ", "_") or "-"
