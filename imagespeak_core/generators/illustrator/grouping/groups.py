"""Groups of actors, and their places beside each other in metres."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from imagespeak_core.generators.illustrator.casting.cast import Actor, in_pose, of_person
from imagespeak_core.generators.illustrator.figures.person import hands_m, seat_height_m
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
    """Actors that are placed together; the first one is the one that others were put beside.

    A group that is `in_class` is a pupil at a desk, for whom there is a place in a row.
    """

    members: list[Member] = field(default_factory=list)
    in_class: bool = False

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
class Grouped:
    """All groups of a picture, and the relations that they show, by the actors' ids."""

    clusters: list[Cluster]
    links: list[tuple[str, Relation, str]] = field(default_factory=list)


def sit(member: Member, seat_m: float) -> None:
    """Sets a person on a seat of that height, from the side; who sleeps lies on it."""
    person = member.actor.person
    if person is None:
        return
    down = person.action in {"sleep", "lie"} or person.posture == "lie"
    posture = None if down else "sit"
    seated = replace(person, posture=person.posture if down else posture, view="side")
    wanted = replace(
        member.actor.wanted, action=person.action if person.action != "stand" else "sit"
    )
    member.actor = of_person(member.actor.id, wanted, seated)
    member.lift = max(0.0, seat_m - seat_height_m(seated)) if posture else seat_m


def put_on_lead(one: Member, other: Member) -> None:
    """Puts an animal where its owner's lead ends, both walking the same way."""
    owner, animal = (one, other) if one.actor.person else (other, one)
    person, thing = owner.actor.person, animal.actor.thing
    if person is None or thing is None:
        return
    animal.actor = in_pose(animal.actor, "walk")
    thing = animal.actor.thing or thing
    hand = hands_m(person)[1][0]
    away = hand + _LEAD_M - 0.27 * thing.width_m
    mirrored = bool(owner.mirrored)
    owner.mirrored = animal.mirrored = mirrored
    away = -away if mirrored else away
    if animal is one:
        animal.x, animal.near = owner.x + away, owner.near + 0.02
    else:
        owner.x, owner.near = animal.x - away, animal.near - 0.02


_LEAD_M = 0.52
"""How far before the hand a lead ends."""

RIDDEN: dict[str, float] = {"horse": 0.6, "donkey": 0.62, "camel": 0.72, "elephant": 0.9}
"""Animals that one can ride, and how high their back is, as a share of their height."""


def mount(member: Member, mount_: Member) -> None:
    """Sets a person on an animal's back, looking the same way."""
    person, animal = member.actor.person, mount_.actor.thing
    if person is None or animal is None:
        return
    if mount_.mirrored is None:
        mount_.mirrored = False
    rider = replace(person, action="sit", posture="sit", view="side")
    wanted = replace(member.actor.wanted, action="ride")
    member.actor = of_person(member.actor.id, wanted, rider)
    back = mount_.actor.height * RIDDEN[animal.name]
    member.lift = back - seat_height_m(rider)
    member.mirrored, member.near = mount_.mirrored, mount_.near + 0.02
    behind = -0.12 * mount_.actor.half
    member.x = mount_.x + (-behind if mount_.mirrored else behind)
