"""A haircut: one sits on a chair, and the other stands behind with scissors at the hair."""

from __future__ import annotations

import random
from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person, thing_actor
from imagespeak_core.generators.illustrator.figures.person import skeleton_of
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouped, Member, sit
from imagespeak_core.generators.illustrator.grouping.relating import cluster_of
from imagespeak_core.generators.illustrator.scene import Link, Wanted

_BEHIND_M = 0.5
_FREE = frozenset({None, "stand", "sit", "look", "talk", "read"})


def cut_hair(
    rng: random.Random,
    grouped: Grouped,
    casts: list[list[Actor]],
    links: tuple[Link, ...],
) -> tuple[Link, ...]:
    """Seats whose hair is cut before who cuts it; gives the links still to be placed."""
    kept = []
    for link in links:
        one, other = casts[link.subject][:1], casts[link.target][:1]
        if not (one and other and one[0].wanted.action == "cut_hair" and _can_sit(other[0])):
            kept.append(link)
            continue
        (own, cutter), (cluster, seated) = (cluster_of(grouped, who[0].id) for who in (one, other))
        if own is cluster or len(own.members) > 1 or len(cluster.members) > 1:
            kept.append(link)
            continue
        grouped.clusters.remove(own)
        _seat(rng, grouped, cluster, seated)
        _stand_behind(cluster, cutter, seated)
        grouped.links.append((cutter.actor.id, "with", seated.actor.id))
    return tuple(kept)


def _can_sit(actor: Actor) -> bool:
    person = actor.person
    return person is not None and person.age != "baby" and actor.wanted.action in _FREE


def _seat(rng: random.Random, grouped: Grouped, cluster: Cluster, member: Member) -> None:
    """A chair of their own, on which they look to the right."""
    chair = thing_actor(rng, f"seat-of-{member.actor.id}", Wanted("thing", "chair"))
    if chair.thing is None:
        raise ValueError("a chair is a thing")
    cluster.members.insert(0, Member(chair, member.x, -0.02, mirrored=False))
    sit(member, chair.thing.seat_m or 0.45)
    member.mirrored = False
    grouped.links.append((member.actor.id, "on", chair.id))


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
