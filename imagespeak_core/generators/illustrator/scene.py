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
    "above",
    "below",
]
Side = Literal["left", "middle", "right"]
Posture = Literal["sit", "floor", "walk", "run", "kneel", "lie", "wheelchair"]
Depth = Literal["foreground", "middle", "background"]
Language = Literal["en", "und"]
"""The tag of BCP 47 for English, and that for a language that is not known."""
Use = Literal["seat", "desk", "gear", "table", "dish", "furniture"]
ShownPosture = Literal["sit", "floor", "walk", "run", "kneel", "lie", "wheelchair"]
Worn = tuple[str, str | None]
"""What is worn, and what is said of it: ("coat", "red"), ("hair", "long brown")."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One noun phrase of a prompt: so many of a kind, with what is said of them.

    `noun` is a key of the vocabulary ("dog", "teacher"), `count` at least 1. `at_least` tells
    that the words left the number open ("some dogs"). `side` and `depth` are set where the
    prompt says so ("on the left", "in the background"). `posture` is how the body does `action`
    where that is not its usual way: somebody reads while sitting, or plays in a wheelchair.
    `each` tells that what is said of one is said of every single one: "every child", and
    `each_holds` tells that every one of them has what they hold: "two children with kites".
    `said` is the noun and `doing` the verb in the prompt's own words ("kid", "skating"), for who
    is told that they are not shown; empty where the prompt has none. `looks` is an adjective of
    which only the finished picture tells whether it is so: "colourful"; `looks_of` is what of
    somebody's is to be so, held or worn.
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
    looks: str | None = None
    looks_of: str | None = None
    each: bool = False
    said: str = field(default="", compare=False)
    doing: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Without:
    """Something that a prompt says is not so, or not there.

    Attributes:
        what: A key of the vocabulary: a noun ("hat"), an action ("run") or a colour.
        kind: Which of the three it is.
        of: The index of the noun phrase it is said of ("a man without a hat"); None is the whole
            picture ("a street without cars").
        words: The prompt's own words for it ("without a hat").
    """

    what: str
    kind: Literal["noun", "action", "colour"]
    of: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two of a wish's noun phrases, by their index.

    `said` is the prompt's own words for it, with the verb that they follow: "beneath",
    "writing on"; empty where the prompt has none.
    """

    subject: int
    relation: Relation
    target: int
    said: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is larger, smaller, older or younger than others: "the dog is bigger than the cat".

    Attributes:
        of: The index of the noun phrase it is said of.
        quality: What is compared.
        more: Whether there is more of it in `of` than in the others.
        than: The indices of the others; none where the prompt does not tell them.
        words: The prompt's own word for it ("bigger").
    """

    of: int
    quality: Literal["size", "age"]
    more: bool
    than: tuple[int, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """A prompt, understood as far as the vocabulary goes.

    `busy` asks for passers-by; `deserted` says that nobody is there but who is wanted. `unknown`
    are the words of which nothing else here tells, in their order; those of `compared` are among
    them, as only the picture can tell whether they are so. `language` tells whether the
    prompt was understood as English.
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
    without: tuple[Without, ...] = ()
    compared: tuple[Comparison, ...] = ()
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when another picture plays; None where that is not known.

    What words leave open is drawn so, for two pictures that are looked at side by side.
    """

    place: str | None = None
    time: Time | None = None
    weather: Weather | None = None
    season: Season | None = None


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

    `colour` is that of the main part, None where there are two or many. `usual_colour` tells that
    it goes without saying: nobody asked for it, and things of the kind have it anyway, or it is
    that of the place's own furniture.
    `posture` tells how a person's body does `action`, where that is not its usual way: "sit" on a
    seat, "floor" on the ground. `given` tells where it comes from if not from what was asked for.

    `holding` is what hands hold, or what the action is drawn with ("bicycle" of who rides one),
    `also_holding` is what the other hand has. `wearing` is what was asked for and can be seen, or
    the one piece that tells somebody from others; `also_wearing` is all else that can be seen of
    clothes, hair and beard. `feeling` is what was asked for and the face shows; `also_feeling`
    what the face shows of itself. Descriptions need not tell what is in the fields with "also".
    `said` is the prompt's noun for it where that is another than `noun` ("couch" for a sofa), and
    `asked` tells the how manieth of the prompt's noun phrases it is shown for, from 0 on; None is
    none of them.
    `box` is around all that is seen of it: left, top, width and height as shares of the picture's
    width and height, in thousandths; None where that is not known, as in older pictures.
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
    also_wearing: tuple[Worn, ...] = ()
    also_holding: tuple[str, ...] = ()
    also_feeling: str | None = None
    usual_colour: bool = False
    said: str | None = None
    asked: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A relation that can be seen, between two shown items by id.

    `by_chance` tells that nobody asked for it: the two only happen to be so, or it is the other
    side of what was asked for (who is on a chair has the chair under them).
    """

    subject: str
    relation: Relation
    target: str
    by_chance: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What a picture really shows, from far left to right in no particular order.

    `indoors` pictures have no weather but through their windows. `not_drawn` names every part of
    the prompt that the picture does not show, each once, in words for a learner. `language` tells
    whether the prompt was understood as English. `backdrop` are the nouns of what the place
    itself shows behind them (a train, a blackboard, a window), as far as it can be seen, one
    for each piece; none of them is among the items. `version` is that in which the scene was kept:
    one of version 1 does not tell all that is there.
    """

    place: str
    time: Time
    weather: Weather
    season: Season
    indoors: bool
    items: tuple[Shown, ...] = ()
    links: tuple[ShownLink, ...] = ()
    busy: bool = False
    not_drawn: tuple[str, ...] = ()
    backdrop: tuple[str, ...] = ()
    language: Language = "en"
    version: Literal[1, 2] = field(default=2, compare=False)
