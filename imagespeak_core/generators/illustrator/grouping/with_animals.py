"""People with their animals: on its back, with it on a lead, or with both arms around it."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, in_pose, of_person
from imagespeak_core.generators.illustrator.figures.person import hands_m, seat_height_m, stature_m
from imagespeak_core.generators.illustrator.grouping.groups import Grouping, Member
from imagespeak_core.generators.illustrator.grouping.moves import Move
from imagespeak_core.generators.illustrator.scene import Relation

_LEAD_M = 0.52
"""How far before the hand a lead ends."""
_RIDERS, _APART_M = 2, 0.4
"""So many ride one animal, the second so far behind the first."""
_SMALLEST_M = 0.35
_AS_HIGH = 0.62
"""An animal that is lower beside the person is knelt down to."""
_NECK, _NECK_UP = 0.5, 0.62
"""Where the neck is: before the middle, as a share of half the length, and up, of the height."""


def mount(move: Move) -> Relation | None:
    """Sets who rides on an animal's back, looking the same way."""
    person, animal = move.mover.actor.person, move.thing
    if person is None or animal is None or animal.ridden_at is None or move.action != "ride":
        return None
    if move.people_up >= _RIDERS:
        return None
    member, mount_ = move.mover, move.target
    if mount_.mirrored is None:
        mount_.mirrored = False
    rider = replace(person, action="sit", posture="sit", view="side")
    member.actor = of_person(member.actor.id, member.actor.wanted, rider, does="ride")
    back = mount_.actor.height * animal.ridden_at
    member.lift = back - seat_height_m(rider)
    member.mirrored, member.near = mount_.mirrored, mount_.near + 0.02
    behind = -0.12 * mount_.actor.half - _APART_M * move.people_up
    member.x = mount_.x + (-behind if mount_.mirrored else behind)
    return "on"


def put_on_lead(one: Member, other: Member) -> None:
    """Puts an animal where its owner's lead ends, both walking the same way."""
    owner, animal = (one, other) if one.actor.person else (other, one)
    person, thing = owner.actor.person, animal.actor.thing
    if person is None or thing is None:
        return
    animal.actor = in_pose(animal.actor, "walk")
    thing = animal.actor.thing or thing
    hand = hands_m(person)[1][0]
    away = hand + _LEAD_M - 0.27 * thing.width_m
    mirrored = bool(owner.mirrored)
    owner.mirrored = animal.mirrored = mirrored
    away = -away if mirrored else away
    if animal is one:
        animal.x, animal.near = owner.x + away, owner.near + 0.02
    else:
        owner.x, owner.near = animal.x - away, animal.near - 0.02


def cuddle(grouping: Grouping, actor: Actor) -> bool:
    """Puts a person's arms around the animal that is hugged; tells whether there is one."""
    cluster, member = grouping.find(actor)
    hugged = {
        other.id
        for link in grouping.links
        if actor in grouping.casts[link.subject] and link.relation == "with"
        for other in grouping.casts[link.target]
        if other.wanted.kind == "animal" and other.height >= _SMALLEST_M
    }
    animal = next((other for other in cluster.members if other.actor.id in hugged), None)
    person = actor.person
    if animal is None or person is None or member.lift or person.posture == "sit":
        return False
    animal.mirrored = bool(animal.mirrored)
    away = animal.actor.half + 0.1 * stature_m(person)
    low = animal.actor.height < _AS_HIGH * stature_m(person)
    neck = (away - _NECK * animal.actor.half, -_NECK_UP * animal.actor.height)
    hugging = replace(
        person,
        action="embrace",
        posture="kneel" if low else None,
        view="side",
        held=None,
        near_to=neck,
        far_to=neck,
    )
    wanted = replace(member.actor.wanted, action="cuddle", holding=None)
    member.actor = of_person(member.actor.id, wanted, hugging, does="cuddle")
    member.x = animal.x + (-away if animal.mirrored else away)
    member.near, member.mirrored = animal.near + 0.02, not animal.mirrored
    return True
