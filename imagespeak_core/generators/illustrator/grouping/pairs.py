"""Two people who deal with each other are put together: hugging, shaking hands, quarrelling."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from imagespeak_core.generators.illustrator.casting.cast import Actor, of_person
from imagespeak_core.generators.illustrator.drawing.svg import Tone, group, number
from imagespeak_core.generators.illustrator.figures.figure import draw_person, one_arm
from imagespeak_core.generators.illustrator.figures.person import Person, seat_height_m
from imagespeak_core.generators.illustrator.grouping.groups import Cluster, Grouping, Member
from imagespeak_core.generators.illustrator.grouping.meeting import (
    Met,
    dance,
    embrace,
    fight,
    give,
    hold_hands,
    quarrel,
    shake_hands,
    sit_close,
)
from imagespeak_core.generators.illustrator.grouping.seats import sit_beside
from imagespeak_core.generators.illustrator.grouping.with_animals import cuddle
from imagespeak_core.generators.illustrator.scene import Link

_MEET: dict[str, Callable[[Person, Person], Met]] = {
    "hug": embrace,
    "shake_hands": shake_hands,
    "hold_hands": hold_hands,
    "argue": quarrel,
    "fight": fight,
    "give": give,
    "dance": dance,
}
_TOLD = {"hug": ("embrace", "embrace"), "give": ("give", "take")}
"""What is told of both, where it is another word than the prompt's."""
_ALONE = {
    "shake_hands": "hold", "hold_hands": "stand", "argue": "talk", "fight": "stand",
    "give": "hold",
}  # fmt: skip
"""What somebody does instead who has nobody to do it with."""
_COUPLE = {"woman", "man"}
_GROWN = frozenset({"adult", "old", "teenager"})
_SEATED = frozenset({"sit", "floor", "wheelchair", "lie", "kneel"})
_INTERRUPTED = frozenset({None, "stand", "walk", "look", "hold", "talk", "wave", "cry", "laugh"})
"""What somebody stops doing to whom something is done."""
_ON_A_SEAT = frozenset({"hug", "hold_hands"})
"""What two can also do who sit beside each other."""
_TO_SOMEBODY = frozenset({"talk", "shout", "hold", "point", "look", "wave", "laugh", "kneel"})
"""What one does to somebody, at whom one then looks and who looks back."""


def pair_up(grouping: Grouping) -> None:
    """Brings together who does something with another; who has nobody does it alone."""
    for link in grouping.links:
        _face(grouping, link)
    for action in _MEET:
        _bring_together(grouping, action)


def _bring_together(grouping: Grouping, action: str) -> None:
    doers = [actor for cast in grouping.casts for actor in cast if actor.wanted.action == action]
    done: set[str] = set()
    if action == "dance":
        _dance_along(grouping, doers)
    for first, second in _by_links(grouping, doers):
        both = {first.id, second.id}
        apart = action == "dance" and not _are_a_couple([first, second])
        if not (apart or both & done) and _join(grouping, action, first, second):
            done |= both
    left = [actor for actor in doers if actor.id not in done]
    if action == "hug":
        left = [actor for actor in left if not cuddle(grouping, actor)]
    if action == "dance" and not _are_a_couple(left):
        return
    for first, second in zip(left[::2], left[1::2], strict=False):
        if _join(grouping, action, first, second):
            done |= {first.id, second.id}
    for actor in doers:
        if actor.id not in done and action in _ALONE:
            _do_alone(grouping.find(actor)[1], _ALONE[action])


def _dance_along(grouping: Grouping, dancers: list[Actor]) -> None:
    """Lets those dance too with whom somebody dances, though not in their arms."""
    for first, second in _by_links(grouping, dancers):
        idle = second.wanted.action in _INTERRUPTED
        if idle and not _are_a_couple([first, second]):
            _do_alone(grouping.find(second)[1], "dance")


def _are_a_couple(dancers: list[Actor]) -> bool:
    """Whether they dance with each other, and not each for themselves."""
    people = [actor.person for actor in dancers if actor.person]
    grown = all(person.age in _GROWN for person in people)
    return len(people) == len(_COUPLE) and grown and {who.gender for who in people} == _COUPLE


def _by_links(grouping: Grouping, doers: list[Actor]) -> Iterable[tuple[Actor, Actor]]:
    """Who does it, each with the one to whom it is done."""
    for link in grouping.links:
        if link.relation not in {"with", "next to", "looking at"}:
            continue
        for first, second in zip(
            grouping.casts[link.subject], grouping.casts[link.target], strict=False
        ):
            if first in doers and second.person and second.person.age != "baby":
                yield first, second


def _join(grouping: Grouping, action: str, first: Actor, second: Actor) -> bool:
    """Sets two beside each other as they do it; tells whether both were free."""
    if not _can_join(action, first, second):
        return False
    (one, stays), (other, comes) = grouping.find(first), grouping.find(second)
    if one is not other and len(other.members) > 1:
        if len(one.members) > 1:
            return False
        one, stays, other, comes = other, comes, one, stays
    if one is other and action in _ON_A_SEAT and stays.lift + comes.lift:
        for member in (stays, comes):
            if not member.lift:
                sit_beside(grouping, one, member)
        return _seat_close(grouping, action, stays, comes)
    if not (_is_free(stays) and _is_free(comes)):
        return False
    if one is not other:
        grouping.clusters.remove(other)
        one.members.append(comes)
    doer, partner = (stays, comes) if stays.actor.id == first.id else (comes, stays)
    gap = _pose_both(action, doer, partner)
    side = _free_side(one, stays, comes)
    comes.x, comes.near, comes.lift = stays.x + side * gap, stays.near + 0.01, stays.lift
    stays.mirrored, comes.mirrored = side < 0, side > 0
    if action in {"hug", "fight"}:
        _put_arm_over(stays, comes, gap)
    grouping.show(doer.actor, "with", partner.actor)
    return True


def _pose_both(action: str, doer: Member, partner: Member) -> float:
    """Poses two people as they do it; gives how far apart they stand."""
    one, other = doer.actor.person, partner.actor.person
    if one is None or other is None:
        raise ValueError("only people do something with each other")
    gap, *posed = _MEET[action](one, other)
    for member, person, told in zip(
        (doer, partner), posed, _TOLD.get(action, (action, action)), strict=True
    ):
        wanted = replace(member.actor.wanted, action=told, holding=person.held)
        member.actor = of_person(member.actor.id, wanted, person)
    return gap


def _can_join(action: str, first: Actor, second: Actor) -> bool:
    """Whether there is something to give, and the other stops for it what is done meanwhile."""
    empty = action == "give" and not (first.person and first.person.held)
    return not empty and second.wanted.action in _INTERRUPTED | {action}


def _seat_close(grouping: Grouping, action: str, first: Member, second: Member) -> bool:
    """Moves two who sit on one seat together; tells whether they are such two."""
    left, right = sorted((first, second), key=lambda member: member.x)
    one, other = left.actor.person, right.actor.person
    if one is None or other is None or {one.posture, other.posture} != {"sit"}:
        return False
    gap, *posed = sit_close(one, other, hugging=action == "hug")
    told = _TOLD.get(action, (action, action))[0]
    middle = (left.x + right.x) / 2
    for member, before, after, side in zip(
        (left, right), (one, other), posed, (-0.5, 0.5), strict=True
    ):
        wanted = replace(member.actor.wanted, action=told, holding=None)
        member.actor = of_person(member.actor.id, wanted, after)
        member.lift += seat_height_m(before) - seat_height_m(after)
        member.x, member.mirrored = middle + side * gap, side > 0
    right.near = left.near + 0.01
    if action == "hug":
        lower = right.lift - left.lift
        over = partial(_held_by, posed[1], posed[0], gap, near=False, lower=lower)
        right.actor = replace(right.actor, draw=over)
    grouping.show(left.actor, "with", right.actor)
    return True


def _is_free(member: Member) -> bool:
    person = member.actor.person
    seated = person is None or {person.posture, person.action} & _SEATED
    return not seated and not member.lift


def _free_side(cluster: Cluster, stays: Member, comes: Member) -> int:
    """1 for the right of who stays, -1 for the left: away from the others of the group."""
    others = [member.x for member in cluster.members if member not in (stays, comes)]
    return -1 if others and sum(others) / len(others) > stays.x else 1


def _put_arm_over(stays: Member, comes: Member, gap: float) -> None:
    """Draws the near arm of who is behind over the other, around whom it goes."""
    behind, front = stays.actor.person, comes.actor.person
    if behind and front:
        comes.actor = replace(comes.actor, draw=partial(_held_by, front, behind, gap))


def _held_by(
    front: Person, behind: Person, gap: float, tone: Tone, *, near: bool = True, lower: float = 0.0
) -> str:
    over = group(
        one_arm(behind, tone, near=near),
        transform=f"translate({number(gap)} {number(lower)}) scale(-1 1)",
    )
    return draw_person(front, tone) + over


def _do_alone(member: Member, action: str) -> None:
    person = member.actor.person
    if person is not None:
        alone = replace(person, action=action)
        wanted = replace(member.actor.wanted, action=action)
        member.actor = of_person(member.actor.id, wanted, alone)


def _face(grouping: Grouping, link: Link) -> None:
    """Turns one who talks to somebody, and the other, to each other."""
    subjects, targets = grouping.casts[link.subject], grouping.casts[link.target]
    if len(subjects) != 1 or len(targets) != 1 or not (subjects[0].person and targets[0].person):
        return
    if subjects[0].wanted.action not in _TO_SOMEBODY or link.relation == "between":
        return
    (one, subject), (other, target) = (grouping.find(actor) for actor in (subjects[0], targets[0]))
    if one is not other:
        return
    subject.mirrored = subject.x > target.x
    if target.actor.wanted.action in {None, "stand", "hold", "talk", "look"}:
        target.mirrored = not subject.mirrored
