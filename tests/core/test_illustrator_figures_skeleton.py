"""Bodies and joints: proportions by age, feet on the ground, hands where they belong."""

from __future__ import annotations

from dataclasses import replace
from math import dist
from typing import get_args

import pytest

from imagespeak_core.generators.illustrator.figures.body import Age, Gender, body_of
from imagespeak_core.generators.illustrator.figures.person import (
    Person,
    hands_m,
    height_m,
    plan_of,
    seat_height_m,
    skeleton_of,
    stature_m,
    width_m,
)
from imagespeak_core.generators.illustrator.figures.poses import ACTIONS
from imagespeak_core.generators.illustrator.figures.reaching import bone, reach
from imagespeak_core.generators.illustrator.figures.skeleton import Leg, Skeleton, soles
from tests.for_each import for_each

AGES: tuple[Age, ...] = get_args(Age)
GENDERS: tuple[Gender, ...] = get_args(Gender)
STANDING = sorted(
    action
    for action, (stance, _) in ACTIONS.items()
    if stance in {"stand", "walk", "run", "kick", "sit", "lunge", "pull", "throw", "dance"}
)


def lowest_of(bones: Skeleton, leg: Leg) -> float:
    return max(y for _, y in soles(bones.body, leg, bones.view))


@for_each("gender", GENDERS)
@for_each(
    "age, least, most",
    [
        ("baby", 0.28, 0.34),
        ("child", 0.23, 0.27),
        ("teenager", 0.17, 0.2),
        ("adult", 1 / 7, 1 / 6),
        ("old", 1 / 7, 0.175),
    ],
)
def test_the_head_takes_its_share(age: Age, gender: Gender, least: float, most: float) -> None:
    body = body_of(age, gender)
    assert least <= body.head / body.stature <= most


@for_each("age", AGES)
def test_the_parts_make_up_the_whole(age: Age) -> None:
    body = body_of(age, "woman")
    assert body.head + body.neck + body.torso + body.leg == pytest.approx(body.stature, abs=0.001)


def test_people_grow_with_age() -> None:
    statures = [stature_m(Person(age=age)) for age in ("baby", "child", "teenager", "adult")]
    assert statures == sorted(statures)


@for_each("action", STANDING)
def test_a_foot_stands_on_the_ground(action: str) -> None:
    for age in AGES:
        for view in ("side", "front", "back"):
            bones = skeleton_of(Person(age=age, action=action, view=view))
            feet = [lowest_of(bones, leg) for leg in (bones.near_leg, bones.far_leg)]
            assert max(feet) == pytest.approx(0.0, abs=0.005), (age, view)


@for_each("age", ["child", "teenager", "adult", "old"])
def test_who_kneels_has_a_knee_and_a_foot_on_the_ground(age: Age) -> None:
    bones = skeleton_of(Person(age=age, action="kneel"))
    knee = bones.far_leg.knee[1] + bones.body.leg_radii[1]
    assert knee == pytest.approx(0.0, abs=0.035)
    assert lowest_of(bones, bones.near_leg) == pytest.approx(0.0, abs=0.035)


def test_who_jumps_is_in_the_air() -> None:
    bones = skeleton_of(Person(action="jump"))
    assert all(lowest_of(bones, leg) < -0.1 for leg in (bones.near_leg, bones.far_leg))


@for_each("action", ACTIONS)
def test_bones_keep_their_length(action: str) -> None:
    bones = skeleton_of(Person(action=action))
    body = bones.body
    for arm in (bones.near_arm, bones.far_arm):
        assert dist(arm.shoulder, arm.elbow) <= body.upper_arm * 1.001
        assert dist(arm.elbow, arm.wrist) == pytest.approx(body.forearm, rel=0.01)
    for leg in (bones.near_leg, bones.far_leg):
        assert dist(leg.hip, leg.knee) == pytest.approx(body.thigh, rel=0.01)
        assert dist(leg.knee, leg.ankle) == pytest.approx(body.shin, rel=0.01)


@for_each("action", sorted(set(ACTIONS) - {"swim"}))
def test_knees_bend_forwards(action: str) -> None:
    bones = skeleton_of(Person(action=action))
    for leg in (bones.near_leg, bones.far_leg):
        thigh = (leg.knee[0] - leg.hip[0], leg.knee[1] - leg.hip[1])
        shin = (leg.ankle[0] - leg.knee[0], leg.ankle[1] - leg.knee[1])
        assert thigh[0] * shin[1] - thigh[1] * shin[0] > -0.02


@for_each("age", ["child", "teenager", "adult", "old"])
def test_who_sits_tells_a_real_seat_height(age: Age) -> None:
    for view in ("side", "front", "back"):
        person = Person(age=age, action="sit", view=view)
        bones = skeleton_of(person)
        seat = seat_height_m(person)
        assert 0.17 * stature_m(person) < seat < 0.3 * stature_m(person)
        assert -bones.pelvis[1] > seat
        assert bones.pelvis[0] == pytest.approx(0.0)


def test_the_seat_height_is_told_whatever_a_person_does_now() -> None:
    assert seat_height_m(Person(action="walk")) == seat_height_m(Person(action="sit"))


def test_a_posture_keeps_the_gesture() -> None:
    eating = Person(action="eat")
    seated = replace(eating, posture="sit")
    assert plan_of(seated).gesture == plan_of(eating).gesture
    assert height_m(seated) < height_m(eating) - 0.3


@for_each("age", AGES)
def test_a_cyclist_holds_the_bar_and_reaches_the_pedals(age: Age) -> None:
    bones = skeleton_of(Person(age=age, action="ride"))
    bar = (0.45 * bones.body.leg, -1.13 * bones.body.leg)
    for arm in (bones.near_arm, bones.far_arm):
        assert dist(arm.grip, bar) < 0.06
    feet = [lowest_of(bones, leg) for leg in (bones.near_leg, bones.far_leg)]
    assert all(-0.55 * bones.body.leg < foot < -0.1 * bones.body.leg for foot in feet)


@for_each("age", AGES)
def test_food_reaches_the_mouth(age: Age) -> None:
    bones = skeleton_of(Person(age=age, action="eat"))
    assert dist(bones.near_arm.grip, bones.on_head(0.3, 0.3)) < 0.12


def test_height_and_width_follow_the_action() -> None:
    standing, lying = Person(), Person(action="lie")
    assert height_m(standing) == pytest.approx(stature_m(standing), abs=0.08)
    assert height_m(lying) < 0.6
    assert width_m(lying) > 1.4
    assert width_m(Person(action="run")) > width_m(standing)


def test_hands_are_told_where_they_are_drawn() -> None:
    person = Person(action="point")
    _, pointing = hands_m(person)
    assert pointing == skeleton_of(person).far_arm.grip
    assert pointing[0] > 0.4


def test_two_bones_reach_a_target_or_stretch_towards_it() -> None:
    for bend in (-1.0, 1.0):
        upper, lower = reach((0, 0), (0.3, 0.2), 0.3, 0.3, bend)
        end = bone(bone((0, 0), upper, 0.3), lower, 0.3)
        assert dist(end, (0.3, 0.2)) < 1e-6
    upper, lower = reach((0, 0), (5.0, 0.0), 0.3, 0.3, 1.0)
    far = bone(bone((0, 0), upper, 0.3), lower, 0.3)
    assert dist(far, (0.6, 0.0)) < 0.02
