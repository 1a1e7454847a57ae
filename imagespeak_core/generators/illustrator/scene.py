"""What a prompt asks for (`Wish`), and what a picture really shows (`Scene`): plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Time = Literal["morning", "day", "sunset", "night"]
Weather = Literal["clear", "cloudy", "rain", "snow", "wind", "fog"]
Season = Literal["spring", "summer", "autumn", "winter"]
Kind = Literal["person", "animal", "thing"]
Age = Literal["baby", "child", "teenager", "adult", "old"]
Gender = Literal["woman", "man"]
Relation = Literal[
    "on",
    "in",
    "under",
    "next to",
    "in front of",
    "behind",
    "between",
    "looking at",
    "with",
    "outside",
    "left of",
    "right of",
]
Side = Literal["left", "middle", "right"]
Posture = Literal["sit", "floor", "walk", "run", "kneel", "lie", "wheelchair"]
Depth = Literal["foreground", "middle", "background"]
Use = Literal["seat", "desk", "gear", "table", "dish", "furniture"]
ShownPosture = Literal["sit", "floor", "walk", "run", "lie", "wheelchair"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """One noun phrase of a prompt: so many of a kind, with what is said of them.

    `noun` is a key of the vocabulary ("dog", "teacher"), `count` at least 1. `at_least` tells
    that the words left the number open ("some dogs"). `side` and `depth` are set where the
    prompt says so ("on the left", "in the background"). `posture` is how the body does `action`
    where that is not its usual way: somebody reads while sitting, or plays in a wheelchair.
    `each_holds` tells that every one of them has what they hold: "two children with kites".
    """

    kind: Kind
    noun: str
    count: int = 1
    at_least: bool = False
    colour: str | None = None
    size: Literal["small", "big"] | None = None
    action: str | None = None
    age: Age | None = None
    gender: Gender | None = None
    role: str | None = None
    feeling: str | None = None
    wearing: tuple[tuple[str, str | None], ...] = ()
    holding: str | None = None
    holding_colour: str | None = None
    each_holds: bool = False
    posture: Posture | None = None
    side: Side | None = None
    depth: Depth | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two of a wish's noun phrases, by their index."""

    subject: int
    relation: Relation
    target: int


@dataclass(frozen=True, slots=True)
class Wish:
    """A prompt, understood as far as the vocabulary goes.

    `busy` asks for passers-by; `deserted` says that nobody is there but who is wanted.
    """

    place: str | None = None
    time: Time = "day"
    weather: Weather = "clear"
    season: Season = "summer"
    wanted: tuple[Wanted, ...] = ()
    links: tuple[Link, ...] = ()
    busy: bool = False
    deserted: bool = False
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """Why something is there for which nobody asked.

    Attributes:
        use: A "seat" or a "desk" of somebody's own; their other "gear" (an easel, a car, the
            tree that is climbed); a "table", cloth or bench that is shared; a "dish" or whatever
            is on such a table, so that it is not bare; "furniture" of the place.
        to: The id of who or what it belongs to; None where it is shared, or the place's own.
    """

    use: Use
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One person, animal or thing that the picture shows; `id` is its element's id in the SVG.

    `posture` tells how a person's body does `action`, where that is not its usual way: "sit" on a
    seat, "floor" on the ground. `given` tells where it comes from if not from what was asked for.
    """

    id: str
    kind: Kind
    noun: str
    side: Side
    depth: Depth
    colour: str | None = None
    size: Literal["small", "big"] | None = None
    action: str | None = None
    age: Age | None = None
    gender: Gender | None = None
    role: str | None = None
    feeling: str | None = None
    wearing: tuple[tuple[str, str | None], ...] = ()
    holding: str | None = None
    holding_colour: str | None = None
    posture: ShownPosture | None = None
    given: Given | None = None


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A relation that can be seen, between two shown items by id."""

    subject: str
    relation: Relation
    target: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What a picture really shows, from far left to right in no particular order.

    `indoors` pictures have no weather but through their windows. `not_drawn` are words of the
    prompt for which there is no picture, in their order. `backdrop` are the nouns of what the place
    itself shows behind them (a train, a blackboard, a window), as far as it can be seen, one
    for each piece; none of them is among the items.
    """

    place: str
    time: Time
    weather: Weather
    season: Season
    indoors: bool
    items: tuple[Shown, ...] = ()
    links: tuple[ShownLink, ...] = ()
    busy: bool = False
    not_drawn: tuple[str, ...] = field(default=())
    backdrop: tuple[str, ...] = ()
