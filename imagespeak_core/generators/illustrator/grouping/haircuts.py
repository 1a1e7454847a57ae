"""A haircut: one sits on a chair, and the other stands behind with scissors at the hair."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.figures.person import skeleton_of
from imagespeak_core.generators.illustrator.grouping.giving import give
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member
from imagespeak_core.generators.illustrator.grouping.seats import sit

_BEHIND_M = 0.5
_FREE = frozenset({None, "stand", "sit", "look", "talk", "read"})


def cut_hair(grouping: Grouping) -> None:
    """Seats whose hair is cut before who cuts it."""
    kept = []
    for link in grouping.links:
        one, other = grouping.casts[link.subject][:1], grouping.casts[link.target][:1]
        if not (one and other and one[0].wanted.action == "cut_hair" and _can_sit(other[0])):
            kept.append(link)
            continue
        (own, cutter), (cluster, seated) = (grouping.find(who[0]) for who in (one, other))
        if own is cluster or len(own.members) > 1 or len(cluster.members) > 1:
            kept.append(link)
            continue
        grouping.clusters.remove(own)
        _seat(grouping, cluster, seated)
        _stand_behind(cluster, cutter, seated)
        grouping.show(cutter.actor, "with", seated.actor)
    grouping.links = tuple(kept)


def _can_sit(actor: Actor) -> bool:
    person = actor.person
    return person is not None and person.age != "baby" and actor.wanted.action in _FREE


def _seat(grouping: Grouping, cluster: Cluster, member: Member) -> None:
    """A chair of their own, on which they look to the right."""
    chair = give(grouping.rng, member.actor, "chair", use="seat", called="seat")
    if chair.thing is None:
        raise ValueError("a chair is a thing")
    cluster.members.insert(0, Member(chair, member.x, -0.02, mirrored=False))
    sit(member, chair.thing.seat_m or 0.45)
    member.mirrored = False
    grouping.show(member.actor, "on", chair)


def _stand_behind(cluster: Cluster, cutter: Member, seated: Member) -> None:
    """The hands are at the back of the head, one of them with the scissors."""
    person, guest = cutter.actor.person, seated.actor.person
    if person is None or guest is None:
        raise ValueError("only people have their hair cut")
    bones = skeleton_of(guest)
    x, y = bones.on_head(-0.42, 0.2)
    hair = (_BEHIND_M + x, y - seated.lift)
    cutting = replace(
        person,
        action="cut_hair",
        posture=None,
        view="side",
        held=None,
        near_to=(hair[0] - 0.06, hair[1] + 0.02),
        far_to=(hair[0] - 0.02, hair[1] - 0.12),
    )
    wanted = replace(cutter.actor.wanted, holding=None)
    cutter.actor = of_person(cutter.actor.id, wanted, cutting)
    cutter.x, cutter.near, cutter.mirrored = seated.x - _BEHIND_M, seated.near + 0.02, False
    cluster.members.append(cutter)
