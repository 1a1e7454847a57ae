"""People who do something together: they face each other, and share one ball or one kite."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person, thing_actor
from imagespeak_core.generators.illustrator.drawing.svg import Tone, group
from imagespeak_core.generators.illustrator.figures.poses import ACTIONS
from imagespeak_core.generators.illustrator.grouping.giving import give
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member, reach
from imagespeak_core.generators.illustrator.things.catalog import having

_FACING = ("talk", "play")
_GAPS_M = {"kick": 0.9, "throw": 1.3, "volleyball": 1.5, "basketball": 0.5}
_USUAL_GAP_M = 0.25
_BALL_GAMES: dict[str, tuple[str, ...]] = {
    "kick": ("run", "run", "stand"),
    "throw": ("cheer", "run", "cheer"),
    "volleyball": ("cheer", "run", "cheer"),
    "basketball": ("cheer", "run", "cheer"),
}
"""Ball game → what those do who have not got the ball."""
_PLAYED = {"throw": "play"}
"""What is seen of who has not got the ball, where that is not the game itself."""
_RACKET_GAP_M = 1.2
_NET = "volleyball net"
_SEEN_FROM_END = 0.34
_PAIR = 2
_BALLS = having("ball")
_AROUND_M = 0.3


def play_together(grouping: Grouping) -> None:
    """Turns those who do something together to each other; one of them has the ball, or kite."""
    for cast in grouping.casts:
        if cast and (cast[0].wanted.action in _FACING or cast[0].wanted.holding == "racket"):
            _face_in_pairs(grouping, cast)
    for action in _BALL_GAMES:
        players = [
            actor for cast in grouping.casts for actor in cast if actor.wanted.action == action
        ]
        if len(players) > 1:
            _play_ball(grouping, players, action)
    _share_kites(grouping, [actor for cast in grouping.casts for actor in cast])


def _play_ball(grouping: Grouping, players: list[Actor], action: str) -> None:
    ball = _ball_of_the_prompt(grouping)
    for index, actor in enumerate(players[0 if ball else 1 :]):
        _do(grouping, actor, _BALL_GAMES[action][index % 3], does=_PLAYED.get(action, action))
    if ball and _around(grouping, ball, players):
        return
    _face_in_pairs(grouping, players[:2])
    if action == "volleyball":
        _put_up_net(grouping, players[0])


def _put_up_net(grouping: Grouping, player: Actor) -> None:
    """A net between the first two players, seen from its end."""
    nouns = {member.actor.wanted.noun for own in grouping.clusters for member in own.members}
    cluster, first = grouping.find(player)
    if _NET in nouns or len(cluster.members) != _PAIR:
        return
    second = cluster.members[1]
    middle = (first.x + reach(first)[1] + second.x - reach(second)[0]) / 2
    net = give(grouping.rng, player, _NET, use="gear", called="net")
    net = replace(
        net,
        draw=partial(_foreshortened, net.draw),
        left=net.left * _SEEN_FROM_END,
        right=net.right * _SEEN_FROM_END,
    )
    cluster.members.insert(0, Member(net, middle, -0.3, mirrored=False))


def _foreshortened(draw: Callable[[Tone], str], tone: Tone) -> str:
    return group(draw(tone), transform=f"scale({_SEEN_FROM_END} 1)")


def _ball_of_the_prompt(grouping: Grouping) -> Cluster | None:
    """A ball that the prompt names apart, with the animals around it."""
    for cluster in grouping.clusters:
        nouns = {member.actor.wanted.noun for member in cluster.members}
        if nouns & _BALLS and not any(member.actor.person for member in cluster.members):
            return cluster
    return None


def _around(grouping: Grouping, ball: Cluster, players: list[Actor]) -> bool:
    """Puts two players on either side of the ball; tells whether they were free."""
    found = [grouping.find(actor) for actor in players[:2]]
    if any(len(own.members) > 1 for own, _ in found):
        return False
    for member in ball.members:
        if member.actor.wanted.noun == "ball":
            _make_a_football(grouping.rng, member)
    (first, left), (second, right) = found
    left.mirrored, right.mirrored = False, True
    left.x = ball.left - _AROUND_M - reach(left)[1]
    right.x = ball.right + _AROUND_M + reach(right)[0]
    left.near, right.near = -0.1, 0.12
    ball.members += [left, right]
    for own in (first, second):
        grouping.clusters.remove(own)
    return True


def _make_a_football(rng: random.Random, member: Member) -> None:
    """The prompt's ball, in the look of the game."""
    actor = member.actor
    football = thing_actor(rng, actor.id, replace(actor.wanted, noun="football"))
    member.actor = replace(football, wanted=actor.wanted)


def _share_kites(grouping: Grouping, actors: list[Actor]) -> None:
    """Two people fly one kite: the second one points at it."""
    fliers = [
        actor for actor in actors if actor.wanted.holding == "kite" and not actor.wanted.each_holds
    ]
    for actor in fliers[1::2]:
        _do(grouping, actor, "point")
        member = grouping.find(actor)[1]
        if member.actor.person:
            without = replace(member.actor.person, held=None)
            wanted = replace(member.actor.wanted, holding=None, action="point")
            member.actor = of_person(actor.id, wanted, without)
    for first, second in zip(fliers[::2], fliers[1::2], strict=False):
        _stand_together(grouping, first, second)


def _stand_together(grouping: Grouping, first: Actor, second: Actor) -> None:
    """The one behind the other, both looking the same way, up to what the first one holds."""
    one, other = grouping.find(first), grouping.find(second)
    if one[0] is other[0] or len(one[0].members) > 1 or len(other[0].members) > 1:
        return
    one[1].mirrored = other[1].mirrored = False
    other[1].x = one[1].x - reach(one[1])[0] - 0.1 - reach(other[1])[1]
    other[1].near = -0.15
    one[0].members.append(other[1])
    grouping.clusters.remove(other[0])


def _do(grouping: Grouping, actor: Actor, action: str, does: str = "") -> None:
    """Lets somebody take part in another way; `does` is what all who take part are seen to do."""
    member = grouping.find(actor)[1]
    person = member.actor.person
    if person is not None and action in ACTIONS and not person.posture:
        held = None if does else person.held
        other = replace(person, action=action, view="side", held=held)
        member.actor = of_person(actor.id, member.actor.wanted, other, does)


def _face_in_pairs(grouping: Grouping, cast: list[Actor]) -> None:
    for first, second in zip(cast[::2], cast[1::2], strict=False):
        one, left = grouping.find(first)
        other, right = grouping.find(second)
        if one is other or len(one.members) > 1 or len(other.members) > 1:
            continue
        left.mirrored, right.mirrored = False, True
        gap = _GAPS_M.get(first.wanted.action or "", _USUAL_GAP_M)
        gap = _RACKET_GAP_M if first.wanted.holding == "racket" else gap
        right.x = left.x + reach(left)[1] + gap + reach(right)[0]
        right.near = 0.12
        one.members.append(right)
        grouping.clusters.remove(other)
