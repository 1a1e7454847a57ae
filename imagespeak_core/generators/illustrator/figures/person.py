"""Who is drawn: a person's age, looks, clothes, action and mood; and how much room that takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Literal, cast

from imagespeak_core.generators.illustrator.drawing.svg import Point
from imagespeak_core.generators.illustrator.figures import wardrobe
from imagespeak_core.generators.illustrator.figures.body import Age, Body, Gender, body_of
from imagespeak_core.generators.illustrator.figures.extent import Extent, bounds
from imagespeak_core.generators.illustrator.figures.poses import Reach
from imagespeak_core.generators.illustrator.figures.posing import Plan, plan
from imagespeak_core.generators.illustrator.figures.roles import ROLES
from imagespeak_core.generators.illustrator.figures.skeleton import Skeleton, View, pose

Mood = Literal["happy", "calm", "sad", "surprised", "angry", "tired"]
Top = Literal["shirt", "long shirt", "jumper", "vest", "jacket", "coat", "dress", "gown", "bare"]
Bottom = Literal["trousers", "shorts", "skirt", "briefs"]


@dataclass(frozen=True)
class Person:
    """One person. Colours are "#rrggbb" in daylight.

    `hair` is a name of `hair_styles.STYLES`, `hat` one of `hats.HATS` (a hijab is a hat here) or
    empty, `action` one of `poses.ACTIONS`, `held` one of `HELD`, `signs` are names of
    `role_signs.SIGNS`. `posture` ("sit", "floor", "walk" …, of `poses.STANCES`) replaces the legs
    of the action: a person who eats at a table is `action="eat", posture="sit"`. A "bare" top
    and "briefs" are for the beach; shoes of the skin's colour are bare feet.
    """

    age: Age = "adult"
    gender: Gender = "woman"
    skin: str = "#ecb78f"
    hair: str = "bob"
    hair_colour: str = "#4f3329"
    top: Top = "jumper"
    top_colour: str = "#d9573f"
    bottom: Bottom = "trousers"
    bottom_colour: str = "#3d5a80"
    shoe_colour: str = "#6b4a3e"
    boots: bool = False
    glove_colour: str | None = None
    """None is bare hands."""
    striped: bool = False
    action: str = "stand"
    posture: str | None = None
    view: View = "side"
    mood: Mood = "happy"
    glasses: bool = False
    sunglasses: bool = False
    beard: Literal["", "full", "moustache"] = ""
    hat: str = ""
    hat_colour: str = "#e0a33b"
    signs: tuple[str, ...] = ()
    sign_colours: tuple[tuple[str, str], ...] = ()
    """Signs whose colour is not their usual one."""
    role: str | None = None
    held: str | None = None
    held_colour: str | None = None
    size: float = 1.0
    """Stature beside the typical one of that age and gender."""
    near_to: Point | None = None
    """Where the near hand is brought to, in metres from the foot; None leaves it to the action."""
    far_to: Point | None = None
    """The same of the far hand."""


def random_person(
    rng: Random,
    *,
    age: Age | None = None,
    gender: Gender | None = None,
    action: str = "stand",
    top_colour: str | None = None,
    dress_colour: str | None = None,
    role: str | None = None,
    mood: Mood = "happy",
    view: View | None = None,
) -> Person:
    """A person of that kind; what is not asked for is varied by `rng`, the same for each seed.

    Raises:
        KeyError: The action or the role is not known.
    """
    any_age: Age = rng.choice(_AGES)
    any_gender: Gender = rng.choice(_GENDERS)
    of_age = age or any_age
    is_a = gender or ("woman" if dress_colour else any_gender)
    at = rng.randrange(len(wardrobe.SKINS))
    top, bottom, shoes = rng.choice(wardrobe.OUTFITS)
    grey = of_age == "old"
    person = Person(
        age=of_age,
        gender=is_a,
        skin=wardrobe.SKINS[at],
        hair=_hair(rng, of_age, is_a, dark_skin=at >= 5),
        hair_colour=rng.choice(wardrobe.GREY_HAIR if grey else wardrobe.HAIR_OF_SKIN[at]),
        top=_top(rng, of_age, is_a),
        top_colour=top,
        bottom=_bottom(rng, of_age, is_a),
        bottom_colour=bottom,
        shoe_colour=shoes,
        striped=rng.random() < 0.2,
        action=action,
        posture=rng.choice(_POSTURES) if action == "stand" else None,
        view=view or "side",
        mood=mood,
        glasses=rng.random() < _GLASSES.get(of_age, 0.1),
        beard=_beard(rng, of_age, is_a),
        size=rng.uniform(0.96, 1.04),
    )
    if _wears_hijab(rng, of_age, is_a):
        person = replace(person, hat="hijab", hat_colour=rng.choice(wardrobe.HIJABS))
    if role:
        person = in_role(person, role)
    if top_colour:
        person = replace(person, top_colour=top_colour, striped=False)
    if dress_colour:
        person = replace(person, top="dress", top_colour=dress_colour, striped=False)
    plan_of(person)
    return person


def in_role(person: Person, role: str) -> Person:
    """The person in the clothes of that role, with its telling thing in a free hand."""
    its = ROLES[role]
    return replace(
        person,
        role=role,
        top=cast(Top, its.top or person.top),
        top_colour=its.top_colour or person.top_colour,
        bottom=cast(Bottom, its.bottom or person.bottom),
        bottom_colour=its.bottom_colour or person.bottom_colour,
        shoe_colour=its.shoe_colour or person.shoe_colour,
        hat=its.hat,
        hat_colour=its.hat_colour,
        signs=its.signs,
        held=its.held if person.action in _HANDS_FREE else person.held,
        glasses=its.glasses or person.glasses,
        striped=False,
    )


_GLASSES: dict[Age, float] = {"baby": 0.0, "child": 0.08, "old": 0.5}
"""How many of an age wear them; a tenth of the others."""

_AGES: tuple[Age, ...] = ("adult", "adult", "adult", "child", "teenager", "old")
_GENDERS: tuple[Gender, ...] = ("woman", "man")

_POSTURES = (None, None, "easy", "together")
"""Ways to stand about."""

_USUAL_MOODS = frozenset({"happy", "calm"})

_HANDS_FREE = frozenset({"stand", "walk", "hold", "look", "wave"})


def _hair(rng: Random, age: Age, gender: Gender, *, dark_skin: bool) -> str:
    if age == "baby":
        return rng.choice(("wisps", "wisps", "buzz"))
    man = gender == "man"
    styles: tuple[str, ...]
    if age == "old":
        styles = wardrobe.HAIR_OLD_MAN if man else wardrobe.HAIR_OLD_WOMAN
    elif age == "child":
        styles = wardrobe.HAIR_BOY if man else wardrobe.HAIR_GIRL
    else:
        styles = wardrobe.HAIR_MAN if man else wardrobe.HAIR_WOMAN
    fitting = [style for style in styles if dark_skin or style not in {"afro", "puffs", "locs"}]
    young = [style for style in fitting if style != "bald" or age in {"adult", "old"}]
    return rng.choice(young)


def _wears_hijab(rng: Random, age: Age, gender: Gender) -> bool:
    draw = rng.random()
    return draw < 0.06 and gender == "woman" and age in {"teenager", "adult", "old"}


def _top(rng: Random, age: Age, gender: Gender) -> Top:
    tops: list[Top] = ["shirt", "long shirt", "jumper", "jumper", "jacket"]
    if age in {"baby", "child"}:
        tops = ["shirt", "shirt", "jumper"]
    if gender == "woman" and age != "baby":
        tops.append("dress")
    return rng.choice(tops)


def _bottom(rng: Random, age: Age, gender: Gender) -> Bottom:
    bottoms: list[Bottom] = ["trousers", "trousers", "trousers"]
    if age == "child":
        bottoms += ["shorts", "shorts"]
    if gender == "woman" and age != "baby":
        bottoms.append("skirt")
    return rng.choice(bottoms)


def _beard(rng: Random, age: Age, gender: Gender) -> Literal["", "full", "moustache"]:
    draw = rng.random()
    if gender != "man" or age not in {"adult", "old"}:
        return ""
    return "full" if draw < 0.25 else "moustache" if draw < 0.4 else ""


def plan_of(person: Person) -> Plan:
    """The pose that the person is drawn in."""
    chosen = plan(person.action, person.posture, person.view, person.held, old=person.age == "old")
    if person.near_to is None and person.far_to is None:
        return chosen
    stature = stature_m(person)
    side = 1.0 if chosen.view == "side" else -1.0
    near = _brought_to(person.near_to, side / stature) or chosen.gesture.near
    far = _brought_to(person.far_to, 1.0 / stature) or chosen.gesture.far
    return replace(chosen, gesture=replace(chosen.gesture, near=near, far=far))


def _brought_to(point: Point | None, across: float) -> Reach | None:
    """The reach to a point, which has the same height as it has shares of the stature."""
    return Reach("foot", point[0] * across, point[1] * abs(across)) if point else None


def body_of_person(person: Person) -> Body:
    """The person's proportions."""
    return body_of(person.age, person.gender, person.size)


def face_of(person: Person) -> Mood:
    """The mood that the face shows: the action's own, unless the person is in no usual mood."""
    own = plan_of(person).gesture.mood
    return own if own and person.mood in _USUAL_MOODS else person.mood


def skeleton_of(person: Person) -> Skeleton:
    """The person's joints, as drawn."""
    chosen = plan_of(person)
    return pose(body_of_person(person), chosen.view, chosen.stance, chosen.gesture)


def bounds_m(person: Person) -> Extent:
    """Left, top, right and bottom of what is drawn, in metres, y down; within a hand's breadth."""
    chosen, bones = plan_of(person), skeleton_of(person)
    pack = "backpack" in person.signs
    return bounds(bones, chosen, action=person.action, hat=person.hat, backpack=pack)


def height_m(person: Person) -> float:
    """From the ground to the highest point of what is drawn: sitting is lower than standing."""
    return -bounds_m(person)[1]


def width_m(person: Person) -> float:
    """From the leftmost to the rightmost point of what is drawn."""
    left, _, right, _ = bounds_m(person)
    return right - left


def stature_m(person: Person) -> float:
    """How tall the person is when standing straight."""
    return body_of_person(person).stature


def seat_height_m(person: Person) -> float:
    """How high the seat is that this person sits on with both feet on the ground.

    A seated person's hips are over x = 0 and the feet at y = 0; on a higher seat, place the
    person higher, and the feet hang.
    """
    bones = skeleton_of(replace(person, posture="sit"))
    return -(bones.pelvis[1] + bones.body.leg_radii[0] * 1.05)


def hands_m(person: Person) -> tuple[Point, Point]:
    """Where the near and the far hand hold, in metres: for a lead, a hand on a table."""
    bones = skeleton_of(person)
    return bones.near_arm.grip, bones.far_arm.grip
