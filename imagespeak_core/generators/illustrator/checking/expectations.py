"""What must be seen in a picture, as a person wants it: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SettingKind = Literal["place", "time", "weather", "season"]


@dataclass(frozen=True, slots=True)
class Named:
    """A noun in the singular, and the colours it must have."""

    noun: str
    colours: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The colours and the noun."""
        return " ".join((*self.colours, self.noun))


@dataclass(frozen=True, slots=True)
class ExpectedItem:
    """Somebody, an animal or a thing, with all that must be true of it; `count` may be any.

    `among` tells that it is one of those that another part counts.
    """

    named: Named
    count: int | None = None
    at_least: bool = False
    size: str | None = None
    actions: tuple[str, ...] = ()
    held: tuple[Named, ...] = ()
    worn: tuple[Named, ...] = ()
    feelings: tuple[str, ...] = ()
    ages: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    among: bool = False


@dataclass(frozen=True, slots=True)
class ExpectedLink:
    """A relation that at least so many have; "between" has two targets, or one of several."""

    subject: Named
    relation: str
    targets: tuple[Named, ...]
    count: int = 1


@dataclass(frozen=True, slots=True)
class ExpectedSetting:
    """A place, time, weather or season."""

    kind: SettingKind
    word: str


@dataclass(frozen=True, slots=True)
class ExpectedAbsence:
    """A noun, action or colour that must not be there: on nobody, or not on those of `of`."""

    what: str
    of: Named | None = None


@dataclass(frozen=True, slots=True)
class ExpectedStyle:
    """How the picture was to be drawn."""

    words: str


@dataclass(frozen=True, slots=True)
class ExpectedForeign:
    """That the prompt is not understood as English."""


Expected = (
    ExpectedItem
    | ExpectedLink
    | ExpectedSetting
    | ExpectedAbsence
    | ExpectedStyle
    | ExpectedForeign
)
