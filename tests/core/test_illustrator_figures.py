"""People, drawn: each can be read as XML, keeps to its colours, and fills the room it tells."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from random import Random
from typing import cast, get_args

import pytest
import resvg_py
from PIL import Image

from imagespeak_core.generators.illustrator.drawing.colours import shade
from imagespeak_core.generators.illustrator.drawing.svg import placed
from imagespeak_core.generators.illustrator.figures.body import Age
from imagespeak_core.generators.illustrator.figures.figure import draw_person
from imagespeak_core.generators.illustrator.figures.hair_styles import STYLES
from imagespeak_core.generators.illustrator.figures.hats import HATS
from imagespeak_core.generators.illustrator.figures.occasions import dressed_for
from imagespeak_core.generators.illustrator.figures.person import (
    Mood,
    Person,
    bounds_m,
    plan_of,
    random_person,
)
from imagespeak_core.generators.illustrator.figures.poses import ACTIONS
from imagespeak_core.generators.illustrator.figures.role_signs import SIGNS
from imagespeak_core.generators.illustrator.figures.roles import ROLES
from imagespeak_core.generators.illustrator.figures.skeleton import View
from imagespeak_core.generators.illustrator.figures.stances import STANCES
from imagespeak_core.generators.illustrator.things.catalog import HELD
from tests.for_each import for_each

AGES = get_args(Age)
VIEWS = get_args(View)
MOODS = get_args(Mood)
DRAWN = re.compile("<(?:path|circle|ellipse|rect|line|polygon)\\b")
COLOUR = re.compile("#[0-9a-f]{6}")
NOT_NUMBERS = re.compile(r' (?:class|fill|stroke|fill-rule|stroke-line\w+)="[^"]*"')
NO_NUMBERS = re.compile(
    r'="[^"\d]*"|(?i:nan|inf)|[^\d.](?:[5-9]\d\d|\d{4,})[^\s,"]*|(?<=\d)[eE]\+?\d+'
)
"""What is none, or beyond 500: an attribute without digits, what is not finite, what is huge."""


def plain(colour: str) -> str:
    return colour


@lru_cache(maxsize=256)
def bare(person: Person) -> str:
    """Somebody to compare with, whom many others are compared with as well."""
    return draw_person(person, plain)


def colours(svg: str) -> set[str]:
    return set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg))


@lru_cache(maxsize=1024)
def assert_sound(svg: str) -> None:
    """Well-formed, finite, without ids, within the budget of elements."""
    ET.fromstring(f"<svg>{svg}</svg>")
    assert "url(" not in svg
    assert ' id="' not in svg
    assert not {one for one in colours(svg) if one != "none" and not COLOUR.fullmatch(one)}
    numbers = NOT_NUMBERS.sub("", svg)
    assert NO_NUMBERS.findall(numbers) == []
    assert 8 <= len(DRAWN.findall(svg)) <= 50


@for_each("action", ACTIONS)
def test_every_action_can_be_drawn_at_every_age_from_every_side(action: str) -> None:
    for age in AGES:
        asked = [random_person(Random(1), age=age, action=action, view=view) for view in VIEWS]
        seen = {plan_of(person).view: person for person in asked}  # many are seen from one side
        for person in seen.values():
            assert_sound(draw_person(person, plain))


@for_each("role", ROLES)
def test_every_role_can_be_drawn_and_shows(role: str) -> None:
    for view in VIEWS:
        for action in ("stand", "walk", "sit", "talk"):
            anyone = random_person(Random(2), age="adult", action=action, view=view)
            person = random_person(Random(2), age="adult", action=action, view=view, role=role)
            svg = draw_person(person, plain)
            assert_sound(svg)
            assert svg != bare(anyone)


@for_each("view", VIEWS)
def test_every_hair_style_differs_from_the_others(view: View) -> None:
    drawn = {style: draw_person(Person(hair=style, view=view), plain) for style in STYLES}
    for svg in drawn.values():
        assert_sound(svg)
    assert len(STYLES) >= 10
    assert view == "back" or len(set(drawn.values())) == len(STYLES)


@for_each("hat", HATS)
def test_every_hat_can_be_worn(hat: str) -> None:
    for view in VIEWS:
        svg = draw_person(Person(hat=hat, view=view), plain)
        assert_sound(svg)
        assert svg != bare(Person(view=view))


@for_each("thing", HELD)
def test_every_held_thing_shows_in_a_hand(thing: str) -> None:
    for action in ("stand", "walk", "sit"):
        empty = Person(action=action)
        holding = replace(empty, held=thing, held_colour="#12fe34")
        svg = draw_person(holding, plain)
        assert_sound(svg)
        assert svg != bare(empty)


@for_each("sign", SIGNS)
def test_every_sign_of_a_role_shows(sign: str) -> None:
    assert draw_person(Person(signs=(sign,)), plain) != bare(Person())


@for_each("posture", STANCES)
def test_a_posture_carries_every_gesture(posture: str) -> None:
    gestures = {bare(Person(action=action, posture="stand")): action for action in ACTIONS}
    for action in gestures.values():  # those that look the same in one posture do so in all
        assert_sound(draw_person(Person(action=action, posture=posture), plain))


def test_every_mood_has_its_own_face() -> None:
    for view in ("side", "front"):
        faces = {draw_person(Person(mood=mood, view=view), plain) for mood in MOODS}
        assert len(faces) == len(MOODS)


def test_a_back_shows_no_mood() -> None:
    backs = {draw_person(Person(mood=mood, view="back"), plain) for mood in MOODS}
    assert len(backs) == 1


def assert_lit(person: Person) -> None:
    assert colours(draw_person(person, lambda _: "#123456")) <= {"#123456", "none"}


@for_each("view", VIEWS)
def test_every_colour_goes_through_the_light(view: View) -> None:
    for seed, action in enumerate(ACTIONS):
        assert_lit(random_person(Random(seed), action=action, view=view))
    for seed, role in enumerate(ROLES):
        assert_lit(random_person(Random(seed), role=role, view=view))
    for thing in HELD:
        assert_lit(Person(held=thing, view=view))
    for hat in HATS:
        assert_lit(Person(hat=hat, view=view))
    for mood in MOODS:
        assert_lit(Person(mood=mood, view=view, glasses=True))


def test_what_a_hand_holds_is_behind_a_back_and_in_front_of_a_chest() -> None:
    for view, first, second in (("back", "#12fe34", "#1c77aa"), ("front", "#1c77aa", "#12fe34")):
        person = Person(
            action="read", held_colour="#12fe34", top_colour="#1c77aa", view=cast(View, view)
        )
        svg = draw_person(person, plain)
        assert 0 < svg.index(first) < svg.index(second)


def test_far_limbs_are_painted_before_the_body_and_the_head_after_it() -> None:
    person = Person(action="point", top_colour="#1c77aa", skin="#ecb78f", hair="crop")
    painted = re.findall(r'fill="(#[0-9a-f]{6})"', draw_person(person, plain))
    body = painted.index("#1c77aa")
    far_hand = shade("#ecb78f", 0.14)
    assert painted.index(far_hand) < body < painted.index(person.hair_colour)


def test_no_pure_black_or_white() -> None:
    for seed in range(60):
        drawn = colours(draw_person(random_person(Random(seed)), plain))
        assert not drawn & {"#000000", "#ffffff", "black", "white"}


@for_each("action", sorted(set(ACTIONS) - {"swim"}))
def test_asked_for_clothes_have_their_colour(action: str) -> None:
    shirt = random_person(Random(4), action=action, top_colour="#1c77aa")
    dress = random_person(Random(4), action=action, dress_colour="#cc1122")
    assert "#1c77aa" in colours(draw_person(shirt, plain))
    assert "#cc1122" in colours(draw_person(dress, plain))
    assert dress.top == "dress"


def test_a_role_takes_an_asked_for_colour() -> None:
    person = random_person(Random(4), role="doctor", top_colour="#1c77aa")
    assert "#1c77aa" in colours(draw_person(person, plain))


def test_the_same_seed_gives_the_same_person() -> None:
    for seed in range(20):
        assert random_person(Random(seed)) == random_person(Random(seed))


def test_seeds_vary_people() -> None:
    people = [random_person(Random(seed)) for seed in range(80)]
    assert len({person.skin for person in people}) >= 6
    assert len({person.hair for person in people}) >= 10
    assert len({person.top_colour for person in people}) >= 8
    assert {person.gender for person in people} == {"woman", "man"}


def test_what_is_asked_for_is_given() -> None:
    for seed in range(40):
        person = random_person(Random(seed), age="child", gender="man", mood="sad", action="run")
        assert (person.age, person.gender, person.mood, person.action) == (
            "child", "man", "sad", "run",
        )  # fmt: skip
        assert not person.beard


def test_an_unknown_action_or_role_is_refused() -> None:
    with pytest.raises(KeyError):
        random_person(Random(1), action="fence")
    with pytest.raises(KeyError):
        random_person(Random(1), role="wizard")


def test_snow_brings_warm_clothes_and_the_beach_light_ones() -> None:
    for seed in range(40):
        person = random_person(Random(seed))
        cold = dressed_for(person, "snow", Random(seed))
        assert cold.top in {"coat", "jacket", "dress"}
        light = dressed_for(person, "beach", Random(seed))
        assert light.top in {"vest", "shirt", "bare", "dress"} or light.hat == "hijab"
        assert light.shoe_colour == light.skin
        for dressed in (cold, light, dressed_for(person, "rain", Random(seed))):
            assert_sound(draw_person(dressed, plain))
            assert_lit(dressed)


def test_the_occasion_leaves_a_role_and_a_dress_alone() -> None:
    doctor = random_person(Random(1), role="doctor")
    assert dressed_for(doctor, "beach", Random(1)) == doctor
    bather = dressed_for(Person(top="dress", top_colour="#cc1122"), "beach", Random(1))
    assert "#cc1122" in colours(draw_person(bather, plain))


WIDE_M = 6.0


def ink_m(
    svg: str, *, px_per_m: int = 30, low_m: float = -5.0, mirrored: bool = False
) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what is really painted, in metres around (0, 0).

    Nothing is looked for above `low_m`, nor more than a metre below the ground.
    """
    width, height = int(WIDE_M * px_per_m), int((1 - low_m) * px_per_m)
    x, y = width / 2, -low_m * px_per_m
    part = placed(svg, x, y, px_per_m, mirrored=mirrored)
    page = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{part}</svg>'
    png = resvg_py.svg_to_bytes(svg_string=page, skip_system_fonts=True)
    box = Image.open(BytesIO(png)).getchannel("A").getbbox()
    assert box is not None
    left, top, right, bottom = box
    return (
        (left - x) / px_per_m,
        (top - y) / px_per_m,
        (right - x) / px_per_m,
        (bottom - y) / px_per_m,
    )


@for_each("action", ACTIONS)
def test_the_told_bounds_are_those_of_the_picture(action: str) -> None:
    for age in ("child", "adult"):
        person = Person(age=age, action=action, hair="crop")
        told, painted = bounds_m(person), ink_m(draw_person(person, plain))
        for side in (0, 1, 2, 3):
            assert told[side] == pytest.approx(painted[side], abs=0.16), (age, side)


@for_each("role", ROLES)
def test_hats_packs_and_tools_are_within_the_told_bounds(role: str) -> None:
    person = replace(random_person(Random(3), age="adult", gender="woman", role=role), hair="crop")
    told, painted = bounds_m(person), ink_m(draw_person(person, plain))
    for side in (0, 1, 2, 3):
        assert told[side] == pytest.approx(painted[side], abs=0.16), side


@for_each("action", sorted(set(ACTIONS) - {"swim", "jump"}))
def test_the_picture_ends_on_the_ground(action: str) -> None:
    for age in AGES:
        svg = draw_person(Person(age=age, action=action), plain)
        bottom = ink_m(svg, px_per_m=60, low_m=-0.25)[3]
        assert bottom == pytest.approx(0.0, abs=0.035), age


def test_a_mirrored_person_is_the_same_the_other_way_round() -> None:
    svg = draw_person(Person(action="point"), plain)
    left, top, right, _ = ink_m(svg, px_per_m=60)
    other_left, other_top, other_right, _ = ink_m(svg, px_per_m=60, mirrored=True)
    assert other_left == pytest.approx(-right, abs=0.04)
    assert other_right == pytest.approx(-left, abs=0.04)
    assert other_top == pytest.approx(top, abs=0.04)
