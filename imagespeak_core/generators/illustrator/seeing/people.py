"""What the picture shows of one person: what they do, wear and hold, as they are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast, get_args

from imagespeak_core.generators.illustrator.casting.cast import Actor
from imagespeak_core.generators.illustrator.drawing.colour_names import name_of_colour
from imagespeak_core.generators.illustrator.drawing.svg import Point
from imagespeak_core.generators.illustrator.figures.hats import hair_under
from imagespeak_core.generators.illustrator.figures.person import Person, face_of, plan_of
from imagespeak_core.generators.illustrator.figures.poses import OWN_THINGS
from imagespeak_core.generators.illustrator.figures.ridden import BICYCLE_COLOUR
from imagespeak_core.generators.illustrator.figures.wardrobe import HAIR_NAMES
from imagespeak_core.generators.illustrator.figures.worn import (
    HAIR,
    Piece,
    face_at,
    held_by,
    pieces_of,
)
from imagespeak_core.generators.illustrator.scene import ShownPosture, Wanted, Worn
from imagespeak_core.generators.illustrator.words import hair
from imagespeak_core.generators.illustrator.words.people import PATTERNS
from imagespeak_core.generators.illustrator.words.things import COLOURS

Sees = Callable[[Point], bool]
"""Whether a point of a person, in metres from the foot, is to be seen in the picture."""

_SAME = {"waltz": "dance", "embrace_seated": "embrace", "lean": "stand"}
"""Actions that differ in their drawing alone; who leans has nothing to lean on."""
_BODY = {
    "sit": "sit", "straddle": "sit", "floor": "sit", "walk": "walk", "run": "run",
    "kneel": "kneel", "lie": "lie", "wheelchair": "wheelchair",
}  # fmt: skip
"""Posture → what somebody does who does nothing else."""
_USUAL_WORN = frozenset({"dress", "coat", "jacket", "jumper", "shirt"})
_SEEN_FROM = 0.3
"""The share of a piece's points that are seen where it is told."""
_HAIR_SAID = {
    "long": frozenset({"long", "wavy", "curly", "locs", "braids", "ponytail"}),
    "short": frozenset({"crop", "side part", "quiff", "buzz", "curls", "bowl", "bob", "afro"}),
    "curly": frozenset({"curly", "curls", "afro", "puffs"}),
    "wavy": frozenset({"wavy"}),
    "frizzy": frozenset({"curly", "afro", "puffs"}),
    "straight": frozenset({"long", "bob", "fringe", "bowl", "crop", "side part"}),
}
"""What can be said of hair → the styles of which it is true."""
_HAIR_COLOURS = {
    **{colour: name for name, colours in HAIR_NAMES.items() for colour in colours},
    **{colour: name for name, colour in hair.COLOURS.items()},
}


@dataclass(frozen=True, slots=True)
class Looks:
    """The fields of a `Shown` that come from a person's drawing."""

    action: str
    posture: ShownPosture | None
    feeling: str | None
    also_feeling: str | None
    wearing: tuple[Worn, ...]
    also_wearing: tuple[Worn, ...]
    holding: str | None
    holding_colour: str | None
    also_holding: tuple[str, ...]


def looks_of(actor: Actor, person: Person, sees: Sees, *, hands: bool, few: bool) -> Looks:
    """What can be seen of a person.

    Args:
        actor: Who it is.
        person: The same, as drawn.
        sees: Which points of the person are seen.
        hands: Whether what is in the hands is seen.
        few: Whether so few people are in the picture that each is told by what they wear.
    """
    wanted = actor.wanted
    wearing, also_wearing = _worn(person, wanted, sees, few=few)
    things = [(held.name, held.colour) for held in held_by(person) if hands]
    if person.action in OWN_THINGS and _with_own_thing(person):
        colour = person.held_colour or (BICYCLE_COLOUR if person.action == "ride" else "")
        things.insert(0, (OWN_THINGS[person.action], colour))
    feeling = _feeling(person, sees)
    asked = feeling is not None and feeling == wanted.feeling
    holding, colour = things[0] if things else (None, "")
    return Looks(
        action=_action(actor, person, holds=bool(things)),
        posture=_posture(person),
        feeling=feeling if asked else None,
        also_feeling=None if asked else feeling,
        wearing=wearing,
        also_wearing=also_wearing,
        holding=holding,
        holding_colour=_colour(colour, wanted.holding_colour),
        also_holding=tuple(kind for kind, _ in things[1:]),
    )


def _action(actor: Actor, person: Person, *, holds: bool) -> str:
    if actor.does:
        return actor.does
    action = _SAME.get(person.action, person.action)
    if (action == "hold" and not holds) or (action == "ride" and not _with_own_thing(person)):
        action = "stand"
    return _BODY.get(person.posture or "", action) if action == "stand" else action


def _posture(person: Person) -> ShownPosture | None:
    """How the body is, where one would tell it beside what is done."""
    known = person.posture in get_args(ShownPosture)
    return cast(ShownPosture, person.posture) if known else None


def _feeling(person: Person, sees: Sees) -> str | None:
    face = face_at(person)
    return face_of(person) if face and all(sees(point) for point in face) else None


def _worn(
    person: Person, wanted: Wanted, sees: Sees, *, few: bool
) -> tuple[tuple[Worn, ...], tuple[Worn, ...]]:
    """What was asked for, or else the most telling piece; and all the rest."""
    seen = [piece for piece in pieces_of(person) if _is_seen(piece, sees)]
    wearing = tuple(
        (what, _said(person, piece, said))
        for what, said in wanted.wearing
        for piece in seen
        if what in {piece.name, _hair_of(piece)}
    )
    every = tuple((piece.name, _said(person, piece, None)) for piece in seen)
    if not wanted.wearing and few and not person.role:
        wearing = tuple(worn for worn in every if worn[0] in _USUAL_WORN)
    return wearing, tuple(worn for worn in every if worn not in wearing)


def _hair_of(piece: Piece) -> str:
    """Other styles are hair as well."""
    return "hair" if piece.name in HAIR and piece.colour else ""


def _is_seen(piece: Piece, sees: Sees) -> bool:
    return sum(map(sees, piece.at)) >= _SEEN_FROM * len(piece.at)


def _said(person: Person, piece: Piece, asked: str | None) -> str | None:
    """What is said of a piece: its colour, in the prompt's word where that is so, and its shape."""
    if piece.name in HAIR:
        return _said_of_hair(person, piece, asked)
    if piece.name == "beard":
        return asked or _colour_of_hair(piece.colour)
    words = (*piece.words, _colour(piece.colour, asked))
    return " ".join(word for word in words if word) or None


def _said_of_hair(person: Person, piece: Piece, asked: str | None) -> str | None:
    style = hair_under(person)
    true = [
        word
        for word in (asked or "").split()
        if style in _HAIR_SAID.get(word, ()) or hair.COLOURS.get(word) == piece.colour
    ]
    if true:
        return " ".join(true)
    colour = _colour_of_hair(piece.colour) if piece.colour else ""
    return " ".join((*piece.words, colour)).strip() or None


def _colour_of_hair(colour: str) -> str:
    return _HAIR_COLOURS.get(colour) or name_of_colour(colour)


def _colour(colour: str, asked: str | None) -> str | None:
    """The word for a colour: the prompt's own where it is that colour."""
    if not colour:
        return None
    name = name_of_colour(colour)
    asked = " ".join(word for word in (asked or "").split() if word not in PATTERNS)
    return asked if asked in COLOURS and name_of_colour(COLOURS[asked]) == name else name


def _with_own_thing(person: Person) -> bool:
    return person.action != "ride" or plan_of(person).stance.base == "bicycle"
