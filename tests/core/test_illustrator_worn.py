"""What is told of a person's clothes, hair, face and hands is what the pixels of the figure show.

A piece is taken away, or given another colour, and the figure painted again: what is told must
change the picture clearly, and what is not told must not.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from random import Random
from typing import cast, get_args

from PIL import Image, ImageChops

from imagespeak_core.generators.illustrator.casting.cast import person_actor
from imagespeak_core.generators.illustrator.drawing.colour_names import name_of_colour
from imagespeak_core.generators.illustrator.drawing.render import document, to_png
from imagespeak_core.generators.illustrator.drawing.svg import placed
from imagespeak_core.generators.illustrator.figures.figure import draw_person
from imagespeak_core.generators.illustrator.figures.hats import HATS
from imagespeak_core.generators.illustrator.figures.person import (
    Mood,
    Person,
    bounds_m,
    face_of,
    plan_of,
    random_person,
)
from imagespeak_core.generators.illustrator.figures.poses import ACTIONS
from imagespeak_core.generators.illustrator.figures.roles import ROLES
from imagespeak_core.generators.illustrator.figures.sign_colours import colour_of_sign
from imagespeak_core.generators.illustrator.figures.skeleton import View
from imagespeak_core.generators.illustrator.figures.worn import (
    HAIR,
    face_at,
    held_by,
    pieces_of,
)
from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.seeing.people import looks_of
from imagespeak_core.generators.illustrator.things.catalog import HELD
from tests.for_each import for_each

PX_PER_M = 90.0
"""A grown-up is then as large as in a picture of 512 pixels."""
SEEN_PX, UNSEEN_PX = 10, 90
"""What is told changes at least so many pixels; what is not told, fewer than so many."""
DIFFERENT = 20
MARGIN_M = 0.25
FELT_PX = 3
"""The same of a mood, whose brows and mouth are lines."""
FEW_PX = {"moustache": 3, "badge": 6, "bow tie": 6}
SMALL = frozenset({"badge", "bow tie", "tie", "belt", "headphones"})
"""Pieces of which too few pixels are plain for their colour to be sampled."""

VIEWS = get_args(View)
POSTURES = (None, None, "sit", "floor", "walk", "wheelchair", "lie", "kneel")
ROLE_NAMES = (None, *ROLES)
HAT_NAMES = ("", "", *HATS)


def _somebody(at: int, action: str) -> Person:
    """Another person for each number: all actions, roles, views, postures and hats come up."""
    role = ROLE_NAMES[at % len(ROLE_NAMES)]
    person = random_person(Random(at), action=action, role=role, view=VIEWS[at % 3])
    posture = POSTURES[at % len(POSTURES)] if action != "swim" else None
    person = replace(person, posture=posture, hat=HAT_NAMES[at % len(HAT_NAMES)] or person.hat)
    if at % 4 == 0:
        person = replace(person, sunglasses=True, signs=(*person.signs, "scarf"))
    if at % 3 == 0:
        person = replace(person, boots=True, glove_colour="#b8433c")
    if at % 5 == 0:
        person = replace(person, beard="full", signs=("backpack",), hair_colour="#c8692f")
    return person


PEOPLE = [_somebody(at, action) for at, action in enumerate(ACTIONS)]
EVERYBODY = for_each("person", PEOPLE, ids=lambda who: f"{who.action} {who.role} {who.posture}")


@cache
def _painted(person: Person, like: Person) -> Image.Image:
    """The person as large as one who may have more on."""
    left, top, right, bottom = bounds_m(like)
    wide = int((right - left + 2 * MARGIN_M) * PX_PER_M)
    tall = int((bottom - top + 2 * MARGIN_M) * PX_PER_M)
    svg = placed(
        draw_person(person, lambda colour: colour),
        (MARGIN_M - left) * PX_PER_M,
        (MARGIN_M - top) * PX_PER_M,
        PX_PER_M,
    )
    with Image.open(io.BytesIO(to_png(document(svg, wide, tall)))) as image:
        return image.convert("RGB")


def _changed(person: Person, other: Person) -> Image.Image:
    apart = ImageChops.difference(_painted(person, person), _painted(other, person))
    return apart.convert("L").point(lambda value: 255 * (value > DIFFERENT))


def _pixels(mask: Image.Image) -> int:
    return mask.histogram()[255]


def _without(person: Person, name: str) -> Person | None:
    """The person without that piece, or with it in a glaring green."""
    green = "#00ff00"
    kept = tuple((sign, colour_of_sign(person, sign)) for sign in ("backpack", "apron")
                 if sign in person.signs)  # fmt: skip
    if name in HAIR:
        return replace(person, hair_colour=green, beard="") if name != "bald head" else None
    if name == "uniform":
        return None
    if name == person.hat:
        return replace(person, hat="")
    if name in {"glasses", "sunglasses"}:
        return replace(person, glasses=False, sunglasses=False)
    if name in {"beard", "moustache"}:
        return replace(person, beard="")
    if name == "gloves":
        return replace(person, glove_colour=None)
    if name in {"shoes", "boots"}:
        return replace(person, shoe_colour=green)
    if name in {"trousers", "shorts", "skirt", "dungarees"}:
        return replace(person, bottom_colour=green)
    if name in {*person.signs, "apron"}:
        off = {name, f"half {name}"}
        return replace(person, signs=tuple(sign for sign in person.signs if sign not in off))
    return replace(person, top_colour=green, sign_colours=kept)


@EVERYBODY
def test_what_is_told_is_seen_in_its_colour(person: Person) -> None:
    for piece in pieces_of(person):
        other = _without(person, piece.name)
        if other is None:
            continue
        mask = _changed(person, other)
        assert _pixels(mask) >= FEW_PX.get(piece.name, SEEN_PX), piece.name
        if piece.colour and piece.name not in SMALL:
            assert name_of_colour(piece.colour) in _plain_colours(person, mask), piece


def _plain_colours(person: Person, mask: Image.Image) -> set[str]:
    """The names of the colours that most of these pixels have; some may be shades."""
    pixels = zip(_bytes3(_painted(person, person)), mask.tobytes(), strict=True)
    colours = Counter(colour for colour, changed in pixels if changed)
    return {name_of_colour(f"#{colour.hex()}") for colour, _ in colours.most_common(4)}


def _bytes3(image: Image.Image) -> list[bytes]:
    data = image.tobytes()
    return [data[at : at + 3] for at in range(0, len(data), 3)]


@EVERYBODY
def test_what_is_not_told_is_not_seen(person: Person) -> None:
    told = {piece.name for piece in pieces_of(person)}
    hidden = {"glasses": person.glasses, "sunglasses": person.sunglasses,
              "beard": person.beard == "full", "hair": not (person.beard or told & HAIR),
              "boots" if person.boots else "shoes": person.shoe_colour != person.skin,
              person.bottom: "dungarees" not in told,
              "scarf": "scarf" in person.signs, "apron": "apron" in person.signs,
              "backpack": "backpack" in person.signs}  # fmt: skip
    for name, worn in hidden.items():
        if not worn or name in told or (name == "glasses" and person.sunglasses):
            continue
        other = _without(person, name)
        if other is not None:
            assert _pixels(_changed(person, other)) < UNSEEN_PX, name


@EVERYBODY
def test_what_is_told_of_the_hands_is_in_them(person: Person) -> None:
    for held in ("", "umbrella", "flowers", "book"):
        one = replace(person, held=held or person.held, held_colour=None)
        drawn = draw_person(one, lambda colour: colour)
        told = [piece.name for piece in held_by(one)]
        things = {name: HELD[name].draw(HELD[name].colour, lambda colour: colour) for name in HELD}
        for name in told:
            assert things[name] in drawn, name
        if plan_of(one).view != "back":
            assert len(set(told)) == len(set(re.findall(r'<g class="held"[^>]*>(.*?)</g>', drawn)))


@for_each("mood", [mood for mood in get_args(Mood) if mood != "calm"])
@for_each("at", range(0, len(PEOPLE), 3))
def test_a_feeling_that_is_told_is_seen(mood: str, at: int) -> None:
    person = replace(PEOPLE[at], mood=cast("Mood", mood))
    calm = replace(person, mood="calm")
    if not face_at(person):
        assert not _pixels(_changed(person, calm))
    elif face_of(person) == mood and face_of(calm) == "calm":
        assert _pixels(_changed(person, calm)) >= FELT_PX


@for_each("seen, told", [(True, "happy"), (False, None)])
def test_a_feeling_is_told_only_where_the_face_is_seen(seen: bool, told: str | None) -> None:
    wanted = Wanted("person", "woman", feeling="happy")
    actor = person_actor(Random(1), "a", wanted, weather="clear", place="park", idle=("stand",))
    assert actor.person is not None
    looks = looks_of(actor, actor.person, lambda _: seen, hands=True, few=True)
    assert looks.feeling == told
