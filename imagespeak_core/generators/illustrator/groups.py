"""Groups of actors, and their places beside each other in metres."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from imagespeak_core.generators.illustrator.cast import Actor, of_person
from imagespeak_core.generators.illustrator.figures.person import seat_height_m
from imagespeak_core.generators.illustrator.scene import Relation


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
    """Actors that are placed together; the first one is the one that others were put beside."""

    members: list[Member] = field(default_factory=list)

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


def reach(member: Member) -> tuple[float, float]:
    """How far it goes to the left and to the right of its own foot."""
    actor = member.actor
    return (actor.right, -actor.left) if member.mirrored else (-actor.left, actor.right)


@dataclass(slots=True)
class Grouped:
    """All groups of a picture, and the relations that they show, by the actors' ids."""

    clusters: list[Cluster]
    links: list[tuple[str, Relation, str]] = field(default_factory=list)


def sit(member: Member, seat_m: float) -> None:
    """Sets a person on a seat of that height, from the side; who sleeps lies on it."""
    person = member.actor.person
    if person is None:
        return
    posture = None if person.action in {"sleep", "lie"} else "sit"
    seated = replace(person, posture=posture, view="side")
    wanted = replace(
        member.actor.wanted, action=person.action if person.action != "stand" else "sit"
    )
    member.actor = of_person(member.actor.id, wanted, seated)
    member.lift = max(0.0, seat_m - seat_height_m(seated)) if posture else seat_m
