"""The words of this room: a member, a cluster of them, and all that is grouped so far."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from imagespeak_core.generators.illustrator.casting.cast import Actor
from imagespeak_core.generators.illustrator.places.place import Place
from imagespeak_core.generators.illustrator.scene import Link, Relation, ShownLink, Use

_IN_STEAD: frozenset[Use] = frozenset({"table", "desk"})
"""What is given where the prompt's own is put aside."""


@dataclass(slots=True)
class Member:
    """An actor's place in its group, in metres: to the right, towards the onlooker, and up."""

    actor: Actor
    x: float = 0.0
    near: float = 0.0
    lift: float = 0.0
    mirrored: bool | None = None


@dataclass(slots=True)
class Cluster:
    """Actors that are placed together; the first one is the one that others were put beside.

    A group that is `in_class` is a pupil at a desk, for whom there is a place in a row.
    """

    members: list[Member] = field(default_factory=list)
    in_class: bool = False

    def copy(self) -> Cluster:
        """The same group, whose members may be turned without turning these."""
        return Cluster([replace(member) for member in self.members], self.in_class)

    @property
    def left(self) -> float:
        """The left edge, in metres from the group's middle."""
        return min(member.x - reach(member)[0] for member in self.members)

    @property
    def right(self) -> float:
        """The right edge, in metres from the group's middle."""
        return max(member.x + reach(member)[1] for member in self.members)

    @property
    def height(self) -> float:
        """The highest point above the ground, in metres."""
        return max(member.lift + member.actor.height for member in self.members)


def has_people(cluster: Cluster) -> bool:
    """Whether anybody is in the group, or animals and things alone."""
    return any(member.actor.person for member in cluster.members)


def far_off(cluster: Cluster) -> bool:
    """Whether these are in the background, where they may be small, and behind others."""
    return cluster.members[0].actor.wanted.depth == "background"


def reach(member: Member) -> tuple[float, float]:
    """How far it goes to the left and to the right of its own foot."""
    actor = member.actor
    return (actor.right, -actor.left) if member.mirrored else (-actor.left, actor.right)


@dataclass(slots=True)
class Grouping:
    """What the steps work on, one after the other: who is grouped already, and what is left to do.

    Each actor that was wished for is at any time in just one of `clusters`, `carried` and
    `set_aside`.

    Attributes:
        rng: The dice of the whole cast.
        place: Where it all is.
        casts: The actors of each of the wish's noun phrases, as they were before any step.
        wished: The prompt's relations, between indexes of `casts`.
        links: Those of them that no step has taken over.
        clusters: All groups; at first everybody is alone.
        carried: Babies off the ground, each with who is to have it in the arms.
        set_aside: What the prompt names and is shown by another: its table is the one at which
            all sit, its desk the one that is given to who works there.
        shown: The relations that can be seen, by the actors' ids.
    """

    rng: random.Random
    place: Place
    casts: list[list[Actor]]
    wished: tuple[Link, ...]
    links: tuple[Link, ...] = field(init=False)
    clusters: list[Cluster] = field(init=False)
    carried: list[tuple[Member, Actor]] = field(default_factory=list)
    set_aside: list[Actor] = field(default_factory=list)
    shown: list[ShownLink] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.links = self.wished
        self.clusters = [Cluster([Member(actor)]) for cast in self.casts for actor in cast]

    def find(self, actor: Actor) -> tuple[Cluster, Member]:
        """The group that an actor is in, and its place there.

        Raises:
            KeyError: It is in no group.
        """
        for cluster in self.clusters:
            for member in cluster.members:
                if member.actor.id == actor.id:
                    return cluster, member
        raise KeyError(actor.id)

    def put_aside(self, cluster: Cluster) -> None:
        """Takes a group out of the picture, as others are shown in its stead."""
        self.clusters.remove(cluster)
        self.set_aside += [member.actor for member in cluster.members]

    @property
    def asked(self) -> list[ShownLink]:
        """The prompt's relations, of each two actors of whom they are said.

        What was set aside is represented by the shared tables, or by the subject's own desk.
        """
        return [
            ShownLink(subject.id, link.relation, target.id)
            for link in self.wished
            for subject in self.casts[link.subject]
            for target in self._there(self.casts[link.target], subject)
        ]

    def _there(self, cast: list[Actor], subject: Actor) -> list[Actor]:
        aside = {actor.id for actor in self.set_aside}
        given = [
            member.actor
            for cluster in self.clusters
            for member in cluster.members
            if member.actor.given
            and member.actor.given.use in _IN_STEAD
            and member.actor.given.to in {None, subject.id}
        ]
        kept = [actor for actor in cast if actor.id not in aside]
        return kept if len(kept) == len(cast) else [*kept, *given]

    def show(self, subject: Actor, relation: Relation, target: Actor) -> None:
        """Notes a relation that can now be seen."""
        self.shown.append(ShownLink(subject.id, relation, target.id))


Step = Callable[[Grouping], None]
"""One thing that people do together, or are given, for all in the picture whom it concerns."""
