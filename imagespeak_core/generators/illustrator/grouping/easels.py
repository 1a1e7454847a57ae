"""Painters at their easels, with what they paint opposite them."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.grouping.giving import give
from imagespeak_core.generators.illustrator.grouping.groups import Grouping, Member, reach
from imagespeak_core.generators.illustrator.scene import Link

_MOST = 3
"""Of more painters nobody has an easel: so many would hide the rest."""
_TO_EASEL_M = 0.06
_TO_MODEL_M = 0.4
_PAINTED = "picture"
"""A picture that is being painted is the one on the easel."""


def set_up_easels(grouping: Grouping) -> None:
    """Gives painters of something an easel, and puts the first one's model opposite."""
    left = []
    for link in grouping.links:
        painters, targets = grouping.casts[link.subject], grouping.casts[link.target]
        if not _paints(link, painters) or not targets:
            left.append(link)
            continue
        picture = targets[0].wanted.noun == _PAINTED
        for painter in painters:
            _put_easel(grouping, painter, targets[0] if picture else None)
        if not picture:
            _put_opposite(grouping, painters[0], targets[0])
    grouping.links = tuple(left)


def _paints(link: Link, painters: list[Actor]) -> bool:
    aimed = link.relation == "looking at" and 0 < len(painters) <= _MOST
    return aimed and all(actor.person and actor.wanted.action == "paint" for actor in painters)


def _put_easel(grouping: Grouping, painter: Actor, picture: Actor | None) -> None:
    cluster, member = grouping.find(painter)
    if len(cluster.members) > 1 or member.actor.person is None:
        return
    at_work = replace(member.actor.person, view="side")
    member.actor = of_person(painter.id, member.actor.wanted, at_work)
    member.mirrored = False
    easel = give(grouping.rng, painter, "easel", use="gear")
    if picture is not None and any(
        one.members[0].actor.id == picture.id for one in grouping.clusters
    ):
        grouping.clusters.remove(grouping.find(picture)[0])
        easel = replace(easel, id=picture.id, wanted=picture.wanted, given=None)
    x = member.x + reach(member)[1] + _TO_EASEL_M + easel.half
    cluster.members.append(Member(easel, x, -0.1, mirrored=False))
    grouping.show(painter, "looking at", easel)


def _put_opposite(grouping: Grouping, painter: Actor, model: Actor) -> None:
    """Beyond the easel, looking back at the painter."""
    cluster, _ = grouping.find(painter)
    own, member = grouping.find(model)
    if own is cluster or len(own.members) > 1 or model.stands not in {"ground", "surface"}:
        return
    member.mirrored = True
    member.x = cluster.right + _TO_MODEL_M + reach(member)[0]
    member.near = 0.0
    cluster.members.append(member)
    grouping.clusters.remove(own)
    grouping.show(painter, "looking at", model)
