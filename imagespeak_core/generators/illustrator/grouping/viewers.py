"""People who watch television: they sit before it, and look at it."""

from __future__ import annotations

import random
from dataclasses import replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person, thing_actor
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouped, Member, sit
from imagespeak_core.generators.illustrator.grouping.relating import cluster_of
from imagespeak_core.generators.illustrator.scene import Link, Wanted

_MOST = 4
_ON_SOFA = 2
_AWAY_M = 0.45
_APART_M = 0.75


def sit_before_television(
    rng: random.Random, grouped: Grouped, casts: list[list[Actor]], links: tuple[Link, ...]
) -> tuple[Link, ...]:
    """Seats those who look at a television before it; gives the links still to be placed."""
    watched = [link for link in links if _is_watched(link, casts)]
    viewers = [actor for link in watched for actor in casts[link.subject]][:_MOST]
    if not watched or not viewers:
        return links
    screen = casts[watched[0].target][0]
    if not _are_free(grouped, [screen, *viewers]):
        return links
    _seat(rng, grouped, screen, viewers)
    return tuple(link for link in links if link not in watched)


def _is_watched(link: Link, casts: list[list[Actor]]) -> bool:
    sets, people = casts[link.target], casts[link.subject]
    if link.relation != "looking at" or not sets or not people or people[0].person is None:
        return False
    return sets[0].wanted.noun == "television"


def _are_free(grouped: Grouped, actors: list[Actor]) -> bool:
    return all(len(cluster_of(grouped, actor.id)[0].members) == 1 for actor in actors)


def _seat(rng: random.Random, grouped: Grouped, screen: Actor, viewers: list[Actor]) -> None:
    """The set on a cupboard, a sofa or an armchair beside it, and the others on the floor."""
    own, shown = cluster_of(grouped, screen.id)
    grouped.clusters.remove(own)
    cupboard = thing_actor(rng, f"cupboard-of-{screen.id}", Wanted("thing", "cupboard"))
    shown.lift, shown.near = (cupboard.thing and cupboard.thing.top_m) or 0.0, -0.26
    noun = "sofa" if len(viewers) > 1 else "armchair"
    seat = thing_actor(rng, f"seat-of-{viewers[0].id}", Wanted("thing", noun))
    seat_x = -cupboard.half - _AWAY_M - seat.half
    together = Cluster([Member(seat, seat_x, mirrored=False), Member(cupboard, near=-0.28), shown])
    grouped.links.append((screen.id, "on", cupboard.id))
    for index, actor in enumerate(viewers):
        own, member = cluster_of(grouped, actor.id)
        grouped.clusters.remove(own)
        member.mirrored = False
        on_sofa = index < _ON_SOFA
        spread = (_APART_M * (0.5 - index)) if len(viewers) > 1 else 0.0
        member.x, member.near = seat_x + spread, 0.02
        if on_sofa:
            sit(member, (seat.thing and seat.thing.seat_m) or 0.45)
            grouped.links.append((actor.id, "on", seat.id))
        elif actor.person is not None:
            seated = replace(actor.person, posture="floor", view="side")
            member.actor = of_person(actor.id, actor.wanted, seated)
            member.x, member.near = seat_x + seat.half * (1.0 - 1.4 * (index - _ON_SOFA)), 0.7
        grouped.links.append((actor.id, "looking at", screen.id))
        together.members.append(member)
    grouped.clusters.append(together)
