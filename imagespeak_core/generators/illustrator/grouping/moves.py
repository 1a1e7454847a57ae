"""What is asked of every way of being with something: who comes, to whom, and how."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Member
from imagespeak_core.generators.illustrator.places.place import Place
from imagespeak_core.generators.illustrator.scene import Relation
from imagespeak_core.generators.illustrator.things.catalog import Thing


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody or something that is to be put beside a target, in the target's group.

    Attributes:
        rng: The dice.
        cluster: The target's group, which the mover is not yet in.
        mover: Who comes; its place is set.
        target: Whose place is there already.
        relation: How the prompt says that the mover is there.
        index: How many of the same noun phrase have come before.
        place: Where it all is.
    """

    rng: random.Random
    cluster: Cluster
    mover: Member
    target: Member
    relation: Relation
    index: int
    place: Place

    @property
    def action(self) -> str | None:
        """What the mover does."""
        return self.mover.actor.wanted.action

    @property
    def thing(self) -> Thing | None:
        """What the target is, if it is not a person."""
        return self.target.actor.thing

    @property
    def people_up(self) -> int:
        """How many people of the group are up on something already."""
        members = self.cluster.members
        return sum(one.actor.person is not None and one.lift > 0 for one in members)


Way = Callable[[Move], Relation | None]
"""Puts the mover there if that is meant, and tells the relation that can be seen; else None."""
