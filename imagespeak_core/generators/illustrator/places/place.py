"""All that is known of a place, in one record beside its painter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.scenery.frame import Frame
from imagespeak_core.generators.illustrator.scenery.stage import Stage

Painter = Callable[[Frame], Stage]
Cast = tuple[Wanted, ...]

Cue = Literal[
    "traffic",
    "outside a building",
    "under a bridge",
    "at sea",
    "afloat",
    "in the water",
    "waving from a train",
    "waiting for a bus",
    "dining out",
    "lying",
    "babies",
    "birthday",
]
"""What tells of a place though no single word does; each tells of one."""

TableUse = Literal["eat", "guest", "write", "work", "outdoors"]
"""What people do at a table there.

"eat": who eats or drinks sits at one. "guest": so does whoever is there for pleasure. "write": so
does who writes. "work": it is laid for work. "outdoors": things lie on one in the open air.
"""

Company = Literal["class", "audience", "queue", "desks"]
"""What the people of a place are together, and so how they sit or stand.

"class": pupils at desks before a teacher. "audience": rows of seats before a screen. "queue": a
line of those who wait. "desks": who sits has a desk of their own.
"""

Greenery = Literal["country", "meadow", "trees", "none"]
"""What of a place out of doors changes with the seasons.

"country": grass, and trees that blossom and lose their leaves. "meadow": grass alone, which
is dry in autumn. "trees": single trees on stone.
"""

Glass = Literal["clear", "sky", "coloured"]
"""What one sees through a room's windows.

"clear": the sky, and trees on grass. "sky": the sky, but nothing that grows. "coloured": nothing.
"""

Water = Literal["fresh", "salt", "pool"]
Floor = Literal["grass", "sand", "stone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What makes a place likely where the prompt names none.

    Attributes:
        nouns: People who are found there, by role; a thing tells it itself.
        names: Things whose name says where they are ("kitchen table").
        verbs: What is done there and looks like something else.
        actions: What people do there, by the name of the action.
        pastimes: What is done there by people who may be at home.
        chores: The verbs of such people.
        cues: What else tells of it.
        young: Where children are whom a noun would put there.
    """

    nouns: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    pastimes: tuple[str, ...] = ()
    chores: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    young: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """How people sit and lie there.

    Attributes:
        seat: The thing that is given to who sits and has no seat.
        ground: Whether one also sits on the grass or the sand, and food lies on a blanket.
        readers: Whether who reads sits down.
        beds: Whether who lies has a bed; where it is "one", it is that of the room itself.
        tables: What one does at a table.
        company: What the people are together.
    """

    seat: str = "chair"
    ground: bool = False
    readers: bool = False
    beds: Literal["none", "one", "many"] = "none"
    tables: tuple[TableUse, ...] = ()
    company: Company | None = None


@dataclass(frozen=True, slots=True)
class Background:
    """What the painted back shows whatever was asked for.

    Attributes:
        sentence: How it is told.
        shown_by: The id of the drawn element that shows it.
        noun: Its word in a scene's backdrop, where enough of it can be seen.
    """

    sentence: str
    shown_by: str
    noun: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place: how it is painted, asked for, peopled and told.

    Attributes:
        name: What it is called in a scene; a key that is stored, and never changes.
        paint: Draws it, without the weather that every place has alike.
        words: Words and phrases that mean it.
        weak_words: More of them, which give way to any other place in the prompt.
        stand_ins: Words for other places that look most like it; they are told as not drawn.
        said: How it is said where something is ("at a zoo").
        noun: Its word where that is another than its name.
        background: What its painted back always shows, where that is worth a sentence.
        as_scenery: Words of its own that are also pieces of another place's backdrop; the first
            is what such a piece is called there.
        looks: Adjectives that go without saying of it: its colours, its height or depth.
        behind: Other places that can be seen behind it, by name.
        hints: What makes it likely.
        casts: Who is there when the prompt names nobody: one of these. An empty one leaves the
            view alone, where that is worth describing.
        always: Who is there besides whoever is wanted, unless the prompt has its own.
        built_in: What it shows anyway, so that it need not be put there a second time.
        seating: How people sit and lie.
        indoors: Whether it is a room.
        garage: Whether a car gets into the room.
        glass: What one sees through the windows of a room, where it has any.
        greenery: What of a place out of doors shows the season.
        roofed: Whether houses or roofs hide most of its sky, though it is no room.
        floor: What the ground is, of which things must be told apart; no matter in a room.
        floored: Whether one stands on a floor there, though it is no room.
        grassy: Whether grass grows there.
        water: What there is to swim in.
        bathing: Whether people are dressed for the beach.
        busy: Whether it may be called so.
        default: Whether it may be chosen where a prompt tells of no place at all.
        inside_of: The thing whose inside it is.
        boarding: Whether one gets from there into the inside of such a thing.
    """

    name: str
    paint: Painter
    words: tuple[str, ...] = ()
    weak_words: tuple[str, ...] = ()
    stand_ins: tuple[str, ...] = ()
    said: str
    noun: str = ""
    background: Background | None = None
    as_scenery: tuple[str, ...] = ()
    looks: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    hints: Hints = Hints()
    casts: tuple[Cast, ...]
    always: Cast = ()
    built_in: tuple[str, ...] = ()
    seating: Seating = Seating()
    indoors: bool = False
    garage: bool = False
    glass: Glass = "clear"
    greenery: Greenery = "none"
    roofed: bool = False
    floor: Floor = "grass"
    floored: bool = False
    grassy: bool = False
    water: Water | None = None
    bathing: bool = False
    busy: bool = True
    default: bool = False
    inside_of: str = ""
    boarding: bool = False
