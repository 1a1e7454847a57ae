"""A seat that has room for more than one."""

from __future__ import annotations

from imagespeak_core.generators.illustrator.figures.person import Person
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouped, Member, sit
from imagespeak_core.generators.illustrator.grouping.resting import lies

FOR_TWO = frozenset({"bench", "sofa"})
"""Seats for more than one."""


def needs_all(person: Person) -> bool:
    """Whether there is room for nobody else on the same seat."""
    return lies(person) or person.action == "type"


def sit_beside(grouped: Grouped, cluster: Cluster, member: Member) -> bool:
    """Sets a person on the sofa on which those of the group sit, as far from them as can be."""
    sofas = [other for other in cluster.members if other.actor.wanted.noun in FOR_TWO]
    person = member.actor.person
    if not sofas or person is None or needs_all(person):
        return False
    sofa, thing = sofas[0], sofas[0].actor.thing
    taken = [other.x for other in cluster.members if other.lift > 0 and other.actor.person]
    if thing is None or len(taken) not in {1, 2}:
        return False
    places = [sofa.x + share * sofa.actor.half for share in (-0.56, 0.0, 0.56)]
    member.x = max(places, key=lambda x: min(abs(x - other) for other in taken))
    member.near, member.mirrored = sofa.near + 0.03, member.x > sofa.x
    sit(member, thing.seat_m or 0.45)
    grouped.links.append((member.actor.id, "on", sofa.actor.id))
    return True
