"""Port: a picture in, what somebody sees in it out. It is a view, never the truth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SeenThing:
    """Something in a picture, as a model sees it.

    Attributes:
        noun: What it is, in one or two English words, singular.
        count: How many of them it sees; None where it gave no number.
        sentence: One simple sentence about it.
    """

    noun: str
    count: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class View:
    """What a model sees in a picture.

    Attributes:
        model: Its raw id.
        things: The most striking first.
        price_usd: What this look has cost, or the most that it can have; None: not known.
    """

    model: str
    things: tuple[SeenThing, ...]
    price_usd: Decimal | None


class PictureViewer(Protocol):
    """Looks at pictures. Safe to call from several threads at once; every call is paid for."""

    @property
    def model(self) -> str:
        """The model's raw id."""
        ...

    def price_usd(self) -> Decimal | None:
        """What a look costs at most; None where we don't know. Asks nobody."""
        ...

    def look(self, png: bytes) -> View:
        """What is in a picture.

        Raises:
            ModelError, ModelBusyError, RefusedError: By subclass, as of generators. A call that
                may have been paid for is never sent again.
        """
        ...
