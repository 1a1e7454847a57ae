"""Puts actors that belong together into one group, with their places beside each other."""

from __future__ import annotations

import random
from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person, thing_actor
from imagespeak_core.generators.illustrator.grouping.animal_places import give_trees
from imagespeak_core.generators.illustrator.grouping.babies import hand_over, take_babies
from imagespeak_core.generators.illustrator.grouping.carrying import carry_children
from imagespeak_core.generators.illustrator.grouping.desks import pair_desks, put_desk, take_desks
from imagespeak_core.generators.illustrator.grouping.driving import get_in
from imagespeak_core.generators.illustrator.grouping.easels import set_up_easels
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouped, Member, sit
from imagespeak_core.generators.illustrator.grouping.haircuts import cut_hair
from imagespeak_core.generators.illustrator.grouping.outdoors import lay_outdoors
from imagespeak_core.generators.illustrator.grouping.pairs import pair_up
from imagespeak_core.generators.illustrator.grouping.playing import play_together
from imagespeak_core.generators.illustrator.grouping.queues import stand_in_line
from imagespeak_core.generators.illustrator.grouping.relating import put_between, relate
from imagespeak_core.generators.illustrator.grouping.resting import (
    LYING,
    lie_in_bed,
    lie_on_a_towel,
    lies,
)
from imagespeak_core.generators.illustrator.grouping.school_class import is_lesson, seat_students
from imagespeak_core.generators.illustrator.grouping.seat_sharing import (
    FOR_TWO,
    needs_all,
    sit_beside,
)
from imagespeak_core.generators.illustrator.grouping.spectators import seat_spectators
from imagespeak_core.generators.illustrator.grouping.tables import (
    is_for_a_table,
    put_at_table,
    seat_at_tables,
    who_is_at_table,
)
from imagespeak_core.generators.illustrator.grouping.viewers import sit_before_television
from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Link, Wanted

_SITTING = frozenset({"sit", "type", "knit", "cards"})


def group_actors(
    rng: random.Random, casts: list[list[Actor]], links: tuple[Link, ...], place: str
) -> Grouped:
    """Groups for all actors: by the prompt's relations, then by what people do together."""
    grouped = Grouped([Cluster([Member(actor)]) for cast in casts for actor in cast])
    here = PLACES[place]
    at_table = who_is_at_table(casts, links)
    links = take_desks(grouped, casts, links, place)
    links = set_up_easels(rng, grouped, casts, links)
    carried, links = take_babies(grouped, casts, links)
    links = carry_children(grouped, casts, links)
    links = cut_hair(rng, grouped, casts, links)
    links = sit_before_television(rng, grouped, casts, links)
    links = stand_in_line(grouped, casts, links, place)
    put_between(grouped, casts, links)
    for link in sorted(links, key=lambda link: not _takes_a_seat(link, casts)):
        if is_for_a_table(casts[link.target]) or link.relation == "between":
            continue
        if here.seating.company == "class" and is_lesson(casts[link.subject], casts[link.target]):
            continue
        relate(rng, grouped, casts, link)
    tables = here.indoors or "outdoors" in here.seating.tables
    if tables or at_table or any(map(is_for_a_table, casts)):
        seat_at_tables(rng, grouped, place, at_table)
    else:
        lay_outdoors(rng, grouped, place)
    for link in links:
        if is_for_a_table(casts[link.target]):
            put_at_table(grouped, casts[link.subject], link.relation)
    if here.seating.company == "class":
        seat_students(rng, grouped)
    if here.seating.company == "audience":
        seat_spectators(rng, grouped)
    pair_up(grouped, casts, links)
    play_together(rng, grouped, casts)
    _seat_the_rest(rng, grouped, place)
    pair_desks(grouped)
    _give_vehicles(rng, grouped, place)
    give_trees(rng, grouped)
    hand_over(grouped, carried)
    return grouped


def _takes_a_seat(link: Link, casts: list[list[Actor]]) -> bool:
    """Whether people get onto something, which comes before who is beside them."""
    people, targets = casts[link.subject], casts[link.target]
    thing = targets[0].thing if targets else None
    if thing is None or not people or people[0].person is None:
        return False
    return link.relation in {"on", "in"} and (thing.seat_m is not None or thing.name == "pram")


def _seat_the_rest(rng: random.Random, grouped: Grouped, place: str) -> None:
    """Nobody sits on air: who sits and has no seat is given one."""
    for cluster in list(grouped.clusters):
        for member in list(cluster.members):
            if _wants_seat(member, place):
                _give_seat(rng, grouped, cluster, member, place)


def _give_vehicles(rng: random.Random, grouped: Grouped, place: str) -> None:
    """Who drives and has nothing to drive sits in a car of their own; in a room, on no account."""
    for cluster in grouped.clusters:
        member = cluster.members[0]
        person = member.actor.person
        if person is None or person.action != "drive" or member.lift:
            continue
        if PLACES[place].indoors or len(cluster.members) > 1:
            standing = replace(person, action="stand")
            wanted = replace(member.actor.wanted, action="stand")
            member.actor = of_person(member.actor.id, wanted, standing)
            continue
        car = Member(thing_actor(rng, f"car-of-{member.actor.id}", Wanted("thing", "car")))
        cluster.members.insert(0, car)
        get_in(member, car, 0)
        grouped.links.append((member.actor.id, "in", car.actor.id))


def _wants_seat(member: Member, place: str) -> bool:
    person = member.actor.person
    if person is not None and person.posture == "lie" and member.lift <= 0:
        return True
    if person is None or member.lift > 0 or person.posture is not None:
        return False
    if member.actor.wanted.posture == "sit":
        return True
    reading = person.action == "read" and PLACES[place].seating.readers
    return person.action in _SITTING or person.action in LYING or reading


def _share_seat(grouped: Grouped, cluster: Cluster, member: Member) -> bool:
    """Sets a person beside one who sits alone on a bench or a sofa, looking the same way."""
    person = member.actor.person
    if person is None or len(cluster.members) > 1 or needs_all(person):
        return False
    for other in grouped.clusters:
        seat = other.members[0].actor
        if seat.wanted.noun not in FOR_TWO or not seat.id.startswith("seat-of-"):
            continue
        first = other.members[1]
        if len(other.members) > 2 or first.actor.person is None or seat.thing is None:
            continue
        if needs_all(first.actor.person):
            continue
        grouped.clusters.remove(cluster)
        first.x -= 0.4
        member.x, member.near = first.x + 0.72, first.near
        member.mirrored = first.mirrored
        sit(member, seat.thing.seat_m or 0.45)
        other.members.append(member)
        grouped.links.append((member.actor.id, "on", seat.id))
        return True
    return False


def _give_seat(
    rng: random.Random, grouped: Grouped, cluster: Cluster, member: Member, place: str
) -> None:
    person = member.actor.person
    if person is None:
        return
    seating = PLACES[place].seating
    if seating.ground and person.action == "sit" and rng.random() < 0.5:
        seated = replace(person, posture="floor", view="side")
        member.actor = of_person(member.actor.id, member.actor.wanted, seated)
        return
    noun = seating.seat
    if lies(person) and not PLACES[place].indoors:
        lie_on_a_towel(rng, grouped, cluster, member)
        return
    if lies(person):
        noun = "sofa" if seating.beds == "none" else "bed"
        noun = "bench" if seating.seat == "bench" else noun
    if sit_beside(grouped, cluster, member) or _share_seat(grouped, cluster, member):
        return
    seat = thing_actor(rng, f"seat-of-{member.actor.id}", Wanted("thing", noun))
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
    grouped.links.append((member.actor.id, "on", seat.id))
