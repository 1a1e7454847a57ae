"""The people in a cinema: in seats before the screen, seen from behind."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.drawing.colours import darker, lighter
from imagespeak_core.generators.illustrator.drawing.svg import Tone, group, rect
from imagespeak_core.generators.illustrator.figures.person import seat_height_m
from imagespeak_core.generators.illustrator.grouping.groups import Grouping, Member
from imagespeak_core.generators.illustrator.scene import Given, Wanted

_SEAT_M = 0.45
_HALF = 0.36
_BACK_M = 0.86
_VELVETS = ("#b5525a", "#5a78b0", "#4f8f86", "#a8667f")
_AT_EASE = frozenset({None, "stand", "sit", "look", "watch", "eat", "drink", "talk"})
"""What people do in the seats of a cinema."""


def seat_spectators(grouping: Grouping) -> None:
    """Gives a seat to all who are alone and watch; they are then placed in rows."""
    if grouping.place.seating.company != "audience":
        return
    velvet = grouping.rng.choice(_VELVETS)
    for cluster in grouping.clusters:
        member = cluster.members[0]
        person = member.actor.person
        if person is None or len(cluster.members) > 1 or not _watches(member.actor):
            continue
        seated = replace(person, action="sit", posture="sit", view="back", held=None)
        wanted = replace(member.actor.wanted, action="sit", holding=None)
        member.actor = of_person(member.actor.id, wanted, seated)
        member.lift = max(0.0, _SEAT_M - seat_height_m(seated))
        member.mirrored, member.near = False, 0.0
        seat = Member(_seat(member.actor, velvet), 0.0, 0.02)
        cluster.members[:] = [member, seat]
        cluster.in_class = True
        grouping.show(member.actor, "on", seat.actor)


def _watches(actor: Actor) -> bool:
    wanted = actor.wanted
    return wanted.role is None and wanted.age != "baby" and wanted.action in _AT_EASE


def _seat(spectator: Actor, velvet: str) -> Actor:
    return Actor(
        id=f"seat-of-{spectator.id}",
        given=Given("seat", spectator.id),
        wanted=Wanted("thing", "seat"),
        draw=partial(_draw_seat, velvet),
        left=-_HALF,
        right=_HALF,
        height=_BACK_M,
        stands="ground",
        faces=False,
    )


def _draw_seat(velvet: str, tone: Tone) -> str:
    """A padded seat from behind, its arms on both sides."""
    back, arm = tone(velvet), tone(darker(velvet, 0.35))
    return group(
        rect(-_HALF, -0.6, 0.09, 0.6, arm, rx=0.03),
        rect(_HALF - 0.09, -0.6, 0.09, 0.6, arm, rx=0.03),
        rect(-_HALF + 0.05, -0.46, 2 * _HALF - 0.1, 0.38, tone(darker(velvet, 0.22)), rx=0.05),
        rect(-_HALF + 0.03, -_BACK_M, 2 * _HALF - 0.06, 0.6, back, rx=0.1),
        rect(-_HALF + 0.1, -_BACK_M + 0.07, 2 * _HALF - 0.2, 0.44, tone(lighter(velvet, 0.1)),
             rx=0.07),
    )  # fmt: skip
