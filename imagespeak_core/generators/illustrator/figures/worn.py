"""What of a person's clothes, hair and face can be seen in the way the person is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import dist

from imagespeak_core.generators.illustrator.drawing.capsules import between
from imagespeak_core.generators.illustrator.drawing.colour_names import name_of_colour
from imagespeak_core.generators.illustrator.drawing.svg import Point
from imagespeak_core.generators.illustrator.figures.hat_colours import OWN_COLOURS
from imagespeak_core.generators.illustrator.figures.hats import COVERING, hair_under
from imagespeak_core.generators.illustrator.figures.held import held_box, hold_point
from imagespeak_core.generators.illustrator.figures.person import Person, plan_of, skeleton_of
from imagespeak_core.generators.illustrator.figures.roles import ROLES
from imagespeak_core.generators.illustrator.figures.sign_colours import colour_of_sign
from imagespeak_core.generators.illustrator.figures.skeleton import Leg, Skeleton
from imagespeak_core.generators.illustrator.figures.swimming import with_hair_up, with_head_up
from imagespeak_core.generators.illustrator.figures.tops import middle
from imagespeak_core.generators.illustrator.things.catalog import HELD


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece that is seen on a person.

    Attributes:
        name: A key of the vocabulary where it has one ("coat"), else what the figure calls it.
        colour: Its main colour, "#rrggbb" in daylight; empty where that is not told.
        words: What else is said of it: "striped", "long".
        at: Points that are on it or beside it, in metres from the person's foot.
    """

    name: str
    colour: str
    at: tuple[Point, ...]
    words: tuple[str, ...] = ()


_HAIR_WORDS: dict[str, tuple[str, ...]] = {
    "crop": ("short",), "side part": ("short",), "quiff": ("short",), "buzz": ("short",),
    "curls": ("short", "curly"), "bowl": ("short",), "bob": (), "fringe": (), "long": ("long",),
    "wavy": ("long", "wavy"), "curly": ("curly",), "puffs": ("curly",), "wisps": ("short",),
}  # fmt: skip
"""Style → what is said of such hair."""
_STYLES: dict[str, str] = {
    "bald": "bald head", "ponytail": "ponytail", "bun": "bun", "braids": "braids",
    "locs": "locs", "afro": "afro",
}  # fmt: skip
"""Style → its own name."""

HAIR = frozenset({"hair", *_STYLES.values()})
"""The names of pieces that are somebody's hair."""

_OF_NO_COLOUR = frozenset({"straw hat", "stethoscope", "badge", "camera"})
"""What one does not call by its colour."""
_SIGNS: dict[str, tuple[tuple[float, float], ...]] = {
    "scarf": ((0.97, 0.5), (0.75, 0.05)), "tie": ((0.84, 0.0), (0.7, 0.0), (0.56, 0.0)),
    "bow tie": ((0.9, -0.12), (0.9, 0.12)), "apron": ((0.6, 0.0), (0.3, 0.0), (0.1, 0.0)),
    "half apron": ((0.1, -0.2), (0.1, 0.2)), "waistcoat": ((0.6, -0.6), (0.6, 0.6)),
    "dungarees": ((0.5, 0.0), (0.1, 0.0)), "hi-vis": ((0.6, -0.6), (0.6, 0.6)),
    "stethoscope": ((0.8, -0.42), (0.8, 0.4), (0.5, 0.22)), "badge": ((0.7, 0.45),),
    "belt": ((0.075, 0.0),), "satchel": ((-0.05, -0.8),), "camera": ((0.5, 0.0),),
}  # fmt: skip
"""Sign → points on it: how far up the trunk, and across it."""
_NAMES = {"half apron": "apron", "gown": "dress"}
_AT_THE_NECK = frozenset({"tie", "bow tie"})
_DRESSES = frozenset({"dress", "gown"})


def pieces_of(person: Person) -> tuple[Piece, ...]:
    """All that the drawing shows of what is worn, from the head down, hair and beard with it."""
    plan = plan_of(person)
    person, bones = replace(person, view=plan.view), skeleton_of(person)
    if plan.stance.base == "water":
        bones = with_head_up(bones)
        return (*_on_head(with_hair_up(person), bones), *_swimsuit(person, bones))
    return (
        *_on_head(person, bones),
        *_tops(person, bones),
        *_signs(person, bones),
        *_below(person, bones),
    )


def face_at(person: Person) -> tuple[Point, ...]:
    """Points of the face, in metres from the person's foot; none where it is turned away."""
    plan = plan_of(person)
    if plan.view == "back":
        return ()
    bones = skeleton_of(person)
    return _face(with_head_up(bones) if plan.stance.base == "water" else bones)


def held_by(person: Person) -> tuple[Piece, ...]:
    """What can be seen in the hands, the person's own thing first; with a colour it was given."""
    plan, bones = plan_of(person), skeleton_of(person)
    grips = plan.gesture.holds if plan.stance.base != "water" else ()
    own = person.held or (grips[0].kind if grips else "")
    found: list[Piece] = []
    for grip in sorted(grips, key=lambda grip: grip.kind != own):
        at = hold_point(bones, grip)
        if plan.view == "back" and abs(at[0]) < bones.body.shoulder:
            continue
        colour = (person.held_colour or "") if grip.kind == own and takes_colour(own) else ""
        if grip.kind not in {piece.name for piece in found}:
            found.append(Piece(grip.kind, colour, (at,)))
    return tuple(found)


@cache
def takes_colour(held: str) -> bool:
    """Whether a held thing is drawn in the colour that is asked for."""
    red, blue = (HELD[held].draw(colour, lambda same: same) for colour in ("#ff0000", "#0000ff"))
    return red != blue


def _face(bones: Skeleton) -> tuple[Point, ...]:
    return bones.on_head(0.1, 0.05), bones.on_head(0.1, 0.3)


def _on_head(person: Person, bones: Skeleton) -> tuple[Piece, ...]:
    found = []
    brow, face = (bones.on_head(0.0, -0.4),), _face(bones)
    if person.hat:
        plain = "" if person.hat in _OF_NO_COLOUR else person.hat_colour
        colour = OWN_COLOURS.get(person.hat, plain)
        found.append(Piece(person.hat, colour, brow))
    if person.hat not in COVERING:
        style = hair_under(person)
        name = _STYLES.get(style, "hair")
        colour = "" if style == "bald" else person.hair_colour
        found.append(Piece(name, colour, brow, _HAIR_WORDS.get(style, ())))
    if person.view == "back":
        return tuple(found)
    if (person.glasses or person.sunglasses) and person.action != "photo":
        found.append(Piece("sunglasses" if person.sunglasses else "glasses", "", face[:1]))
    if person.beard == "full":
        found.append(Piece("beard", person.hair_colour, face[1:]))
    elif person.beard and not _is_hidden((bones.on_head(0.15, 0.25),), person, bones):
        found.append(Piece("moustache", "", face[1:]))
    return tuple(found)


def _tops(person: Person, bones: Skeleton) -> tuple[Piece, ...]:
    at = tuple(bones.torso(0.0, up) for up in (0.2, 0.45, 0.7))
    uniform = (Piece("uniform", _of_one_colour(person), at),) if _is_uniformed(person) else ()
    if person.top == "bare":
        return uniform
    name = "swimsuit" if person.bottom == "briefs" else _NAMES.get(person.top, person.top)
    striped = person.striped and person.top in {"shirt", "jumper"}
    long = ("long",) if person.top == "gown" else ()
    words = ("striped",) if striped else long
    return (*uniform, Piece(name, person.top_colour, at, words))


def _is_uniformed(person: Person) -> bool:
    return person.role in ROLES and ROLES[person.role].uniform


def _of_one_colour(person: Person) -> str:
    """The colour of all that is worn, by what it is called; empty where there are two."""
    top, bottom = person.top_colour, person.bottom_colour
    same = person.top != "bare" and name_of_colour(top) == name_of_colour(bottom)
    return top if same else ""


def _signs(person: Person, bones: Skeleton) -> tuple[Piece, ...]:
    found = []
    if "backpack" in person.signs:
        across, up = {"side": (-0.4, 0.5), "front": (-0.2, 0.8), "back": (0.0, 0.5)}[person.view]
        back = bones.torso(across * bones.body.torso, up)
        found.append(Piece("backpack", colour_of_sign(person, "backpack"), (back,)))
    if person.view == "back":
        return tuple(found)
    for sign, points in _SIGNS.items():
        at = tuple(middle(person, bones, *point) for point in points)
        around = sign == "scarf"
        if sign not in person.signs or _is_under(person, sign):
            continue
        if not around and _is_hidden(at, person, bones):
            continue
        colour = "" if sign in _OF_NO_COLOUR else colour_of_sign(person, sign)
        found.append(Piece(_NAMES.get(sign, sign), colour, at))
    return tuple(found)


def _is_under(person: Person, sign: str) -> bool:
    return sign in _AT_THE_NECK and ("scarf" in person.signs or person.hat == "hijab")


def _is_hidden(points: tuple[Point, ...], person: Person, bones: Skeleton) -> bool:
    """Whether an arm before the body, or what it holds, is over most of these points."""
    arms = (bones.near_arm,) if bones.view == "side" else (bones.near_arm, bones.far_arm)
    wide = bones.body.arm_radii[0] * 1.1
    limbs = [bone for arm in arms for bone in ((arm.shoulder, arm.elbow), (arm.elbow, arm.grip))]
    things = [held_box(bones, grip) for grip in plan_of(person).gesture.holds]
    hidden = sum(
        any(_away(point, start, end) < wide for start, end in limbs)
        or any(box[0] < point[0] < box[2] and box[1] < point[1] < box[3] for box in things)
        for point in points
    )
    return hidden * 2 > len(points)


def _away(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the line between two others."""
    along = (end[0] - start[0], end[1] - start[1])
    length = along[0] ** 2 + along[1] ** 2 or 1.0
    share = ((point[0] - start[0]) * along[0] + (point[1] - start[1]) * along[1]) / length
    return dist(point, between(start, end, min(1.0, max(0.0, share))))


def _below(person: Person, bones: Skeleton) -> tuple[Piece, ...]:
    legs, found = (bones.near_leg, bones.far_leg), []
    plain = person.top not in _DRESSES and "dungarees" not in person.signs
    if plain and person.bottom != "briefs":
        short = person.bottom != "trousers"
        at = tuple(point for leg in legs for point in _along(leg, short=short))
        found.append(Piece(person.bottom, person.bottom_colour, at))
    covered = person.top == "gown" and plan_of(person).posture == "floor"
    if person.shoe_colour != person.skin and not covered:
        feet = tuple(_foot(leg, bones) for leg in legs)
        found.append(Piece("boots" if person.boots else "shoes", person.shoe_colour, feet))
    if person.glove_colour:
        grips = (bones.near_arm.grip, bones.far_arm.grip)
        found.append(Piece("gloves", person.glove_colour, grips))
    return tuple(found)


def _along(leg: Leg, *, short: bool) -> tuple[Point, ...]:
    thigh = tuple(between(leg.hip, leg.knee, share) for share in (0.3, 0.7))
    return thigh if short else (*thigh, *(between(leg.knee, leg.ankle, at) for at in (0.3, 0.7)))


def _foot(leg: Leg, bones: Skeleton) -> Point:
    ahead = 0.2 * bones.body.foot if bones.view == "side" else 0.0
    return leg.ankle[0] + ahead, leg.ankle[1] + 0.5 * bones.body.ankle


def _swimsuit(person: Person, bones: Skeleton) -> tuple[Piece, ...]:
    if person.gender == "man" and person.age != "baby":
        return ()
    return (Piece("swimsuit", person.top_colour, ((-0.2 * bones.body.stature, -0.02),)),)
