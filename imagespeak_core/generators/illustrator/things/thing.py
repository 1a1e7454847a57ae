"""What is known of a thing before it is drawn."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from imagespeak_core.generators.illustrator.drawing.svg import Point, Tone
from imagespeak_core.generators.illustrator.scene import Relation, Season, Weather
from imagespeak_core.pictures.prompts import Level

Draw = Callable[[Tone, str, random.Random], str]
"""Draws a thing in a light and a main colour ("#rrggbb"); the generator varies its details."""

DrawHeld = Callable[[str, Tone], str]
"""Draws a thing in a hand in a main colour and a light, in metres for a grown person, the hand's
grip at (0, 0)."""

Done = tuple[str, str | None]
"""What a body does, and what is in its hands for it, if anything."""

Kind = Literal[
    "animal",
    "vehicle",
    "furniture",
    "food",
    "plant",
    "street",
    "toy",
    "sport",
    "school",
    "kitchen",
    "clothes",
    "bag",
    "music",
    "water",
    "outdoor",
    "home",
]
Stand = Literal["ground", "surface", "air", "water", "wall"]

Number = Literal["one", "many", "mass"]
"""Whether a word counts one, is a plural of its own ("scissors"), or is not counted ("bread")."""

Coloured = Literal["always", "if asked", "never"]
"""Whether it can be called by one colour.

"always": its main part has its colour, and no other part is as large in another. "if asked": by
itself it has two or many colours, but all in one that is asked for. "never": it has two or many
colours, whatever is asked for.
"""

Trait = Literal[
    "rides on the road",
    "traffic",
    "open air",
    "indoors only",
    "boarded",
    "waited for",
    "sat on",
    "sat in",
    "sat at",
    "seats two",
    "table",
    "desk",
    "screen",
    "board game",
    "ball",
    "handles",
    "has steps",
    "climbed",
    "pond",
    "spread out",
    "open below",
    "seen through",
    "shelters",
    "at the wall",
    "of every inside",
    "of every room",
    "furnishes",
    "shows its room",
    "watched from",
    "written on",
    "holds things",
    "hangs on a wall",
    "plain scenery",
    "small scenery",
    "grows on the ground",
    "floats",
    "swims deep",
    "built by hand",
]
"""What is true of some things, and decides where they go and what is done with them.

"rides on the road": it is on the road of a street. "traffic": it is never in a room, and brings a
street. "open air": it is never in a room. "indoors only": it is never out of doors.

"boarded": people get into it from a line. "waited for": people stand in line for it.

"sat on", "sat in", "sat at": what somebody at it does. "seats two": there is room for more than
one. "table": people dine at it. "desk": people work at it. "screen": it is worked on at a desk.
"board game": it is played at a table. "ball": it is thrown and kicked. "handles": it is pushed by
them. "has steps", "climbed": how people and animals get up on it. "pond": animals swim on it.
"spread out": it is a cloth that people and things are on.

"open below": who is under it is seen between its legs. "seen through": it hides nothing with its
lower part. "shelters": who is under it stands before what carries it. "at the wall": it stands
there. "of every inside": it is part of the inside of whatever one can board. "of every room":
every room shows one anyway. "furnishes": it is worth telling where a place has it of its own.
"shows its room": the room is known by it. "watched from": it belongs before a television, or below
it.

"hangs on a wall", "plain scenery", "small scenery": how it is told where it is part of a place:
that it is on the wall; only where there is nothing else to tell; not at all.

"grows on the ground": it is no picnic while it lies there. "floats": it swims when it is on a
pond. "swims deep": most of it is under water.

"built by hand": who kneels beside it builds it. "written on": who is said to be in it is at it.
"holds things": it is drawn empty, with what is in it beside it.
"""

_ANIMAL_M, _THING_M = 0.4, 0.25
"""Animals and things that are smaller are drawn a little larger than they are."""


@dataclass(frozen=True, slots=True)
class Pose:
    """An animal doing something, in a box of its own.

    Attributes:
        action: What it does, as a key of the vocabulary: "sleep".
        width_m: Width of its box as it is in the world.
        height_m: Height of its box as it is in the world.
        draw: Gives its SVG elements.
        stands_on: Where it is found then; None is where it is found anyway.
        food: The kind of food that it is drawn with: "grass".
    """

    action: str
    width_m: float
    height_m: float
    draw: Draw
    stands_on: Stand | None = None
    food: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How a thing is asked for, and how it is told, where that is not by its name alone.

    Attributes:
        also: Other words for it in prompts.
        kinds: Words for special kinds of it, for which only the usual one is drawn.
        several: Words for more of it in prompts that no rule of spelling leads back to its name.
        told: The word for what is seen.
        behind: The word for it where it is part of a place.
        plural: Its plural where no rule gives it.
        number: Whether the word for it can be counted.
        learned: Its word from each level of English on; without any it is for all.
    """

    also: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    told: str | None = None
    behind: str | None = None
    plural: str | None = None
    number: Number = "one"
    learned: Mapping[Level, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Held:
    """A thing as a hand holds it, which is another drawing: simpler, and turned to the grip.

    Attributes:
        draw: Gives its SVG elements.
        colour: Its main colour when none is asked for.
        gesture: How it is held when the action leaves the hands free.
        reach: How far it goes to the left, up and to the right of the hand, in metres.
        below: How far it reaches below the hand when it stands on the ground; 0 for what does not.
        asked: Whether its name, and what else means it in a prompt, puts it into a hand.
        also: Words that mean it in a hand alone ("mug").
        told: The word for it there, where that is not its name.
        verb: What one does who holds it, where one says more than that.
        untold: Whether it goes without saying.
        shown_by: Actions whose words tell of it already.
        colours: Its colours there where none is asked for, and it comes in several.
        in_both_hands: What is held by who has one in each hand.
    """

    draw: DrawHeld
    colour: str
    gesture: str
    reach: tuple[float, float, float] = (0.16, 0.16, 0.2)
    below: float = 0.0
    asked: bool = True
    also: tuple[str, ...] = ()
    told: str | None = None
    verb: str | None = None
    untold: bool = False
    shown_by: tuple[str, ...] = ()
    colours: tuple[str, ...] = ()
    in_both_hands: str | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that can be drawn.

    Its drawing fills the box from (-width_m / 2, -height_m) to (width_m / 2, 0), in metres, with
    the ground (or the table, or the water line) at the lower edge.

    Attributes:
        name: The English word for it, in the singular.
        width_m: Width of its box as it is in the world.
        height_m: Height of its box as it is in the world.
        draw: Gives its SVG elements.
        colour: Its main colour when none is asked for.
        kind: What it belongs to.
        stands_on: Where it is found when nothing is said.
        faces: Whether it has a front, which is then drawn on the right.
        top_m: Height of the surface that other things can stand on, if it has one.
        seat_m: Height of the seat that a person can sit on, if it has one.
        seat_x_m: How far to the right of the middle that seat is.
        bar_m: Where the hands of who rides it are, if it has a handlebar.
        windows_m: The corners of each window behind which a person can sit, the driver's first.
        foot_m: Width of what touches the ground, where that is far less than its box.
        shines_at: Where its light is, in metres from the contact point, if it gives light.
        usual: What an animal does in its own drawing.
        poses: What else it can be drawn doing.
        words: How it is asked for and told.
        traits: What else is true of it.
        found_at: The place where it is most likely to be, by name.
        colours: Its colours where it comes in several.
        coloured: Whether it can be called by one colour.
        looks: Adjectives that are true of it anyway.
        parts: What can be seen of it and is no thing by itself ("roof").
        shown_by: Actions that are drawn with it, so that it goes without saying.
        weather: The weather that it tells of.
        ridden_at: How high its back is, as a share of its height, if people ride on it.
        acted_from: Where somebody is who does something from there, if that tells a place.
        indoors: The thing that it is in a room.
        afloat: The thing that it is on water.
        lifted: The thing that it is on top of another.
        seasons: The thing that it is at a time of the year.
        done_with: Verb of which it is the object → what is done then.
        held: How it is held, if it can be.
    """

    name: str
    width_m: float
    height_m: float
    draw: Draw
    colour: str
    kind: Kind
    stands_on: Stand = "ground"
    faces: bool = False
    top_m: float | None = None
    seat_m: float | None = None
    seat_x_m: float = 0.0
    bar_m: Point | None = None
    windows_m: tuple[tuple[Point, ...], ...] = ()
    foot_m: float | None = None
    shines_at: Point | None = None
    usual: str = "stand"
    poses: tuple[Pose, ...] = ()
    words: Words = Words()
    traits: tuple[Trait, ...] = ()
    found_at: str | None = None
    colours: tuple[str, ...] = ()
    coloured: Coloured = "always"
    looks: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    shown_by: tuple[str, ...] = ()
    weather: Weather | None = None
    ridden_at: float | None = None
    acted_from: Relation | None = None
    indoors: str | None = None
    afloat: str | None = None
    lifted: str | None = None
    seasons: Mapping[Season, str] = field(default_factory=dict, hash=False)
    done_with: Mapping[str, Done] = field(default_factory=dict, hash=False)
    held: Held | None = None

    @property
    def enlarged(self) -> float:
        """How much larger than in the world it is drawn, so that what is tiny is not lost."""
        if self.stands_on == "air":
            return 1.0
        seen_m, most = (_ANIMAL_M, 1.7) if self.kind == "animal" else (_THING_M, 1.4)
        grown = math.pow(seen_m / max(self.width_m, self.height_m), 0.6)
        return min(most, max(1.0, grown))

    def doing(self, action: str | None) -> Thing:
        """The same in the pose for an action; as it usually is when it has none for it."""
        for pose in self.poses:
            if pose.action == action:
                return replace(
                    self,
                    width_m=pose.width_m,
                    height_m=pose.height_m,
                    draw=pose.draw,
                    stands_on=pose.stands_on or self.stands_on,
                    usual=pose.action,
                )
        return self
