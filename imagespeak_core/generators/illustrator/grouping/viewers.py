"""People who watch television: they sit before it, and look at it."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.grouping.giving import give
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member
from imagespeak_core.generators.illustrator.grouping.seats import sit
from imagespeak_core.generators.illustrator.scene import Link

_MOST = 4
_ON_SOFA = 2
_AWAY_M = 0.45
_APART_M = 0.75


def sit_before_television(grouping: Grouping) -> None:
    """Seats those who look at a television before it."""
    casts = grouping.casts
    watched = [link for link in grouping.links if _is_watched(link, casts)]
    viewers = [actor for link in watched for actor in casts[link.subject]][:_MOST]
    if not watched or not viewers:
        return
    screen = casts[watched[0].target][0]
    if not _are_free(grouping, [screen, *viewers]):
        return
    _seat(grouping, screen, viewers)
    grouping.links = tuple(link for link in grouping.links if link not in watched)


def _is_watched(link: Link, casts: list[list[Actor]]) -> bool:
    sets, people = casts[link.target], casts[link.subject]
    if link.relation != "looking at" or not sets or not people or people[0].person is None:
        return False
    return sets[0].wanted.noun == "television"


def _are_free(grouping: Grouping, actors: list[Actor]) -> bool:
    return all(len(grouping.find(actor)[0].members) == 1 for actor in actors)


def _seat(grouping: Grouping, screen: Actor, viewers: list[Actor]) -> None:
    """The set on a cupboard, a sofa or an armchair beside it, and the others on the floor."""
    own, shown = grouping.find(screen)
    grouping.clusters.remove(own)
    cupboard = give(grouping.rng, screen, "cupboard", use="gear")
    shown.lift, shown.near = (cupboard.thing and cupboard.thing.top_m) or 0.0, -0.26
    noun = "sofa" if len(viewers) > 1 else "armchair"
    seat = give(grouping.rng, viewers[0], noun, use="seat", called="seat")
    seat_x = -cupboard.half - _AWAY_M - seat.half
    together = Cluster([Member(seat, seat_x, mirrored=False), Member(cupboard, near=-0.28), shown])
    grouping.show(screen, "on", cupboard)
    for index, actor in enumerate(viewers):
        own, member = grouping.find(actor)
        grouping.clusters.remove(own)
        member.mirrored = False
        on_sofa = index < _ON_SOFA
        spread = (_APART_M * (0.5 - index)) if len(viewers) > 1 else 0.0
        member.x, member.near = seat_x + spread, 0.02
        if on_sofa:
            sit(member, (seat.thing and seat.thing.seat_m) or 0.45)
            grouping.show(actor, "on", seat)
        elif actor.person is not None:
            seated = replace(actor.person, posture="floor", view="side")
            member.actor = of_person(actor.id, actor.wanted, seated)
            member.x, member.near = seat_x + seat.half * (1.0 - 1.4 * (index - _ON_SOFA)), 0.7
        grouping.show(actor, "looking at", screen)
        together.members.append(member)
    grouping.clusters.append(together)
