"""Seats: how one sits on them, who shares one, and who is given one."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import of_person
from imagespeak_core.generators.illustrator.figures.person import Person, seat_height_m
from imagespeak_core.generators.illustrator.grouping.desks import put_desk
from imagespeak_core.generators.illustrator.grouping.giving import give
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member
from imagespeak_core.generators.illustrator.grouping.resting import (
    LYING,
    lie_in_bed,
    lie_on_a_towel,
    lies,
)
from imagespeak_core.generators.illustrator.places.place import Seating
from imagespeak_core.generators.illustrator.things.catalog import having

_SITTING = frozenset({"sit", "type", "knit", "cards"})
_FOR_TWO = having("seats two")
"""Seats for more than one."""


def sit(member: Member, seat_m: float) -> None:
    """Sets a person on a seat of that height, from the side; who sleeps lies on it."""
    person = member.actor.person
    if person is None:
        return
    down = person.action in {"sleep", "lie"} or person.posture == "lie"
    posture = None if down else "sit"
    seated = replace(person, posture=person.posture if down else posture, view="side")
    wanted = replace(
        member.actor.wanted, action=person.action if person.action != "stand" else "sit"
    )
    member.actor = of_person(member.actor.id, wanted, seated)
    member.lift = max(0.0, seat_m - seat_height_m(seated)) if posture else seat_m


def _needs_all(person: Person) -> bool:
    """Whether there is room for nobody else on the same seat."""
    return lies(person) or person.action == "type"


def sit_beside(grouping: Grouping, cluster: Cluster, member: Member) -> bool:
    """Sets a person on the sofa on which those of the group sit, as far from them as can be."""
    sofas = [other for other in cluster.members if other.actor.wanted.noun in _FOR_TWO]
    person = member.actor.person
    if not sofas or person is None or _needs_all(person):
        return False
    sofa, thing = sofas[0], sofas[0].actor.thing
    taken = [other.x for other in cluster.members if other.lift > 0 and other.actor.person]
    if thing is None or len(taken) not in {1, 2}:
        return False
    places = [sofa.x + share * sofa.actor.half for share in (-0.56, 0.0, 0.56)]
    member.x = max(places, key=lambda x: min(abs(x - other) for other in taken))
    member.near, member.mirrored = sofa.near + 0.03, member.x > sofa.x
    sit(member, thing.seat_m or 0.45)
    grouping.show(member.actor, "on", sofa.actor)
    return True


def seat_the_rest(grouping: Grouping) -> None:
    """Nobody sits on air: who sits and has no seat is given one."""
    for cluster in list(grouping.clusters):
        for member in list(cluster.members):
            if _wants_seat(member, grouping.place.seating):
                _give_seat(grouping, cluster, member)


def _wants_seat(member: Member, seating: Seating) -> bool:
    person = member.actor.person
    if person is not None and person.posture == "lie" and member.lift <= 0:
        return True
    if person is None or member.lift > 0 or person.posture is not None:
        return False
    if member.actor.wanted.posture == "sit":
        return True
    reading = person.action == "read" and seating.readers
    return person.action in _SITTING or person.action in LYING or reading


def _share_seat(grouping: Grouping, cluster: Cluster, member: Member) -> bool:
    """Sets a person beside one who sits alone on a bench or a sofa, looking the same way."""
    person = member.actor.person
    if person is None or len(cluster.members) > 1 or _needs_all(person):
        return False
    for other in grouping.clusters:
        seat = other.members[0].actor
        if seat.given is None or seat.given.use != "seat" or seat.wanted.noun not in _FOR_TWO:
            continue
        first = other.members[1]
        if len(other.members) > 2 or first.actor.person is None or seat.thing is None:
            continue
        if _needs_all(first.actor.person):
            continue
        grouping.clusters.remove(cluster)
        first.x -= 0.4
        member.x, member.near = first.x + 0.72, first.near
        member.mirrored = first.mirrored
        sit(member, seat.thing.seat_m or 0.45)
        other.members.append(member)
        grouping.show(member.actor, "on", seat)
        return True
    return False


def _give_seat(grouping: Grouping, cluster: Cluster, member: Member) -> None:
    rng, person = grouping.rng, member.actor.person
    seating, indoors = grouping.place.seating, grouping.place.indoors
    if person is None:
        return
    if seating.ground and person.action == "sit" and rng.random() < 0.5:
        seated = replace(person, posture="floor", view="side")
        member.actor = of_person(member.actor.id, member.actor.wanted, seated)
        return
    noun = seating.seat
    if lies(person) and not indoors:
        lie_on_a_towel(grouping, cluster, member)
        return
    if lies(person):
        noun = "sofa" if seating.beds == "none" else "bed"
        noun = "bench" if seating.seat == "bench" else noun
    if sit_beside(grouping, cluster, member) or _share_seat(grouping, cluster, member):
        return
    seat = give(rng, member.actor, noun, use="seat", called="seat")
    if seat.thing is None or seat.thing.seat_m is None:
        return
    if member.mirrored is None:
        member.mirrored = rng.random() < 0.5
    cluster.members.insert(0, Member(seat, member.x, member.near - 0.02, mirrored=member.mirrored))
    if noun == "bed":
        lie_in_bed(member, cluster.members[0])
    else:
        sit(member, seat.thing.seat_m)
    at_work = seating.company == "desks" and member.actor.wanted.posture == "sit"
    if person.action == "type" or at_work:
        put_desk(rng, cluster, member)
    grouping.show(member.actor, "on", seat)
