"""Where animals are for what they do: up a tree, on a pond, in the air."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.casting.cast import Actor
from imagespeak_core.generators.illustrator.casting.possible import CLIMBED, PONDS
from imagespeak_core.generators.illustrator.drawing.svg import Tone, scaled
from imagespeak_core.generators.illustrator.grouping.beside import STEM
from imagespeak_core.generators.illustrator.grouping.giving import give
from imagespeak_core.generators.illustrator.grouping.groups import Grouping, Member
from imagespeak_core.generators.illustrator.grouping.moves import Move
from imagespeak_core.generators.illustrator.scene import Relation

_ON_TOP, _BESIDE_M = 0.9, 0.1
"""How high, as a share of its height, one alights on something; how far beside it one flies."""
_FIRST_BRANCH = 0.2
_SMALL_M = 0.8
_SHARE_AT_TRUNK = 0.55
YOUNG_M = 2.5
"""How high a tree is with an animal in it."""


def put_for_action(move: Move) -> Relation | None:
    """Puts an animal where it climbs, swims, flies or sits in a tree."""
    mover, target, thing, index = move.mover, move.target, move.thing, move.index
    if mover.actor.person:
        return None
    if mover.actor.stands == "air":
        return _hover(move)
    if thing is None:
        return None
    if thing.name in CLIMBED and move.action == "climb":
        _climb(mover, target)
    elif thing.name in PONDS and move.action == "swim":
        _float(mover, target, index)
    elif thing.name in CLIMBED and move.relation in {"in", "on"} and mover.actor.height < _SMALL_M:
        _perch(mover, target, index)
    else:
        return None
    return "in"


def _climb(mover: Member, tree: Member) -> None:
    make_young(tree)
    away = STEM * tree.actor.height + mover.actor.half * _SHARE_AT_TRUNK
    mover.mirrored = bool(tree.mirrored)
    mover.x = tree.x + (away if mover.mirrored else -away)
    mover.lift, mover.near = tree.actor.height * _FIRST_BRANCH, tree.near + 0.02


def _float(mover: Member, pond: Member, index: int) -> None:
    mover.x = pond.x + (0.0, 0.55, -0.6, 0.9)[index] * 0.6 * pond.actor.half
    mover.lift, mover.near = 0.28, pond.near + 0.02


def _perch(mover: Member, tree: Member, index: int) -> None:
    make_young(tree)
    mover.x = tree.x + (-0.4, 0.45, 0.05, -0.8)[index] * 0.7 * tree.actor.half
    mover.lift = tree.actor.height * (0.56, 0.6, 0.74, 0.66)[index]
    mover.near = tree.near + 0.02


def _hover(move: Move) -> Relation:
    """On top of something, or in the air beside it."""
    mover, target, index = move.mover, move.target, move.index
    mover.near = target.near + 0.02
    if move.relation in {"on", "in"}:
        mover.x = target.x + (0.1, -0.55, 0.6, -0.9)[index] * target.actor.half
        mover.lift = target.actor.height * _ON_TOP
        return "on"
    away = target.actor.half + mover.actor.half + _BESIDE_M * (1 + index // 2)
    left = move.relation == "left of" or (index % 2 == 1 and move.relation != "right of")
    mover.x = target.x + (-away if left else away)
    mover.lift = target.actor.height * (0.7 - 0.2 * (index // 2))
    return move.relation if move.relation in {"left of", "right of"} else "next to"


def make_young(tree: Member, height_m: float = YOUNG_M) -> None:
    """A tree with somebody in it is a small one, so that it can stand near."""
    tree.actor = reduced(tree.actor, min(1.0, height_m / tree.actor.height))


def reduced(actor: Actor, factor: float) -> Actor:
    """The same, drawn smaller; `factor` is from 0 to 1, which leaves it as it is."""
    if factor == 1.0:
        return actor
    return replace(
        actor,
        draw=partial(_smaller, actor.draw, factor),
        left=actor.left * factor,
        right=actor.right * factor,
        height=actor.height * factor,
    )


def _smaller(draw: Callable[[Tone], str], factor: float, tone: Tone) -> str:
    return scaled(factor, draw(tone))


def give_trees(grouping: Grouping) -> None:
    """Who climbs and has no tree is given one."""
    for cluster in grouping.clusters:
        member = cluster.members[0]
        if member.actor.wanted.action != "climb" or member.actor.person or member.lift:
            continue
        tree = Member(give(grouping.rng, member.actor, "tree", use="gear", size="small"))
        _climb(member, tree)
        cluster.members.insert(0, tree)
        grouping.show(member.actor, "in", tree.actor)
