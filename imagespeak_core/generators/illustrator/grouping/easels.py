"""Painters at their easels, with what they paint opposite them."""

from __future__ import annotations

import random
from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person, thing_actor
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouped, Member, reach
from imagespeak_core.generators.illustrator.grouping.relating import cluster_of
from imagespeak_core.generators.illustrator.scene import Link, Wanted

_MOST = 3
"""Of more painters nobody has an easel: so many would hide the rest."""
_TO_EASEL_M = 0.06
_TO_MODEL_M = 0.4
_PAINTED = "picture"
"""A picture that is being painted is the one on the easel."""


def set_up_easels(
    rng: random.Random, grouped: Grouped, casts: list[list[Actor]], links: tuple[Link, ...]
) -> tuple[Link, ...]:
    """Gives painters of something an easel, and puts the first one's model opposite.

    Gives the links that are still to be placed.
    """
    left = []
    for link in links:
        painters, targets = casts[link.subject], casts[link.target]
        if not _paints(link, painters) or not targets:
            left.append(link)
            continue
        picture = targets[0].wanted.noun == _PAINTED
        for painter in painters:
            _put_easel(rng, grouped, painter, targets[0] if picture else None)
        if not picture:
            _put_opposite(grouped, painters[0], targets[0])
    return tuple(left)


def _paints(link: Link, painters: list[Actor]) -> bool:
    aimed = link.relation == "looking at" and 0 < len(painters) <= _MOST
    return aimed and all(actor.person and actor.wanted.action == "paint" for actor in painters)


def _put_easel(rng: random.Random, grouped: Grouped, painter: Actor, picture: Actor | None) -> None:
    cluster, member = cluster_of(grouped, painter.id)
    if len(cluster.members) > 1 or member.actor.person is None:
        return
    at_work = replace(member.actor.person, view="side")
    member.actor = of_person(painter.id, member.actor.wanted, at_work)
    member.mirrored = False
    easel = thing_actor(rng, f"easel-of-{painter.id}", Wanted("thing", "easel"))
    if picture is not None and any(
        one.members[0].actor.id == picture.id for one in grouped.clusters
    ):
        grouped.clusters.remove(cluster_of(grouped, picture.id)[0])
        easel = replace(easel, id=picture.id, wanted=picture.wanted)
    x = member.x + reach(member)[1] + _TO_EASEL_M + easel.half
    cluster.members.append(Member(easel, x, -0.1, mirrored=False))
    grouped.links.append((painter.id, "looking at", easel.id))


def _put_opposite(grouped: Grouped, painter: Actor, model: Actor) -> None:
    """Beyond the easel, looking back at the painter."""
    cluster, _ = cluster_of(grouped, painter.id)
    own, member = cluster_of(grouped, model.id)
    if own is cluster or len(own.members) > 1 or model.stands not in {"ground", "surface"}:
        return
    member.mirrored = True
    member.x = cluster.right + _TO_MODEL_M + reach(member)[0]
    member.near = 0.0
    _join(grouped, cluster, own, member)
    grouped.links.append((painter.id, "looking at", model.id))


def _join(grouped: Grouped, cluster: Cluster, own: Cluster, member: Member) -> None:
    cluster.members.append(member)
    grouped.clusters.remove(own)
