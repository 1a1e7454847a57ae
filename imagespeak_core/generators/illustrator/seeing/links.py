"""Every relation that can be seen between the shown items of a picture, and only true ones.

What was asked for, or noted when people and things were grouped, is a link if it can be seen by
its condition (relations.py). Where grouping has brought about what was asked for with one of
several alike ("at tables"), the others are so by chance, as are all other relations that can be
seen. Of these a crowd has about `MOST`, the nearest first, so that a scene stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from imagespeak_core.generators.illustrator.scene import Relation, Shown, ShownLink
from imagespeak_core.generators.illustrator.seeing.bodies import Body
from imagespeak_core.generators.illustrator.seeing.relations import (
    CONDITIONS,
    before_the_eyes,
    beneath,
    between,
    close_by,
    in_company,
    looking_at,
)

MOST = 160
"""So many links by chance between two alone a scene has at the most, and those of one pair more."""

_ALONE_LOOKS = frozenset({"stand", "look", "watch", "talk", "wave", "point", "photo", "feed"})
"""Who does this looks ahead, and not at what is in the hands."""
_HELD_BY = frozenset({"on", "in"})
_BACK: dict[Relation, Relation] = {"on": "under", "with": "with", "next to": "next to"}
"""What carries somebody is under them; two are with each other."""
_OF_TWO: tuple[Relation, ...] = (
    "next to", "in front of", "behind", "above", "below", "left of", "right of",
)  # fmt: skip
"""What is seen by chance, and is the converse of another of them."""


def links_of(
    shown: tuple[Shown, ...],
    bodies: tuple[Body, ...],
    *,
    noted: Iterable[ShownLink],
    asked: Sequence[ShownLink],
) -> tuple[ShownLink, ...]:
    """All links of a scene: first those that are meant, then those by chance.

    Args:
        shown: The scene's items.
        bodies: Where they are.
        noted: What grouping has brought about: who is on, in or with what.
        asked: What the prompt says, of each two of whom it says it.
    """
    by_id = {body.id: body for body in bodies}
    meant = _true(by_id, noted, placed=True)
    wished = _true(by_id, asked, placed=False) | _kneeling(shown, by_id, asked)
    settled = {(link.subject, link.target) for link in meant}
    kinds = {(link.subject, link.relation, by_id[link.target].noun) for link in meant}
    more = [
        link
        for link in wished
        if (link.relation == "with" and (link.subject, link.target) in settled)
        or (link.subject, link.relation, by_id[link.target].noun) in kinds
    ]
    meant |= {link: None for link in wished if link not in more}
    held = {frozenset((link.subject, link.target)) for link in meant if link.relation in _HELD_BY}
    chance = [
        *(_chance(link.subject, link.relation, link.target) for link in more),
        *_converses(meant),
        *_unders(by_id, meant),
        *_looks(shown, by_id, meant),
        *_betweens(bodies, meant),
        *_pairs(shown, bodies, held),
    ]
    told = {(link.subject, link.relation, link.target) for link in meant}
    new = dict.fromkeys(
        link for link in chance if (link.subject, link.relation, link.target) not in told
    )
    return (*meant, *new)


def _true(
    by_id: Mapping[str, Body], links: Iterable[ShownLink], *, placed: bool
) -> dict[ShownLink, None]:
    """Those that can be seen; who is on or in something was placed there."""
    links = [link for link in links if link.subject in by_id and link.target in by_id]
    found: dict[ShownLink, None] = {}
    for link in links:
        one, other = by_id[link.subject], by_id[link.target]
        if link.relation == "between":
            sides = [
                by_id[more.target]
                for more in links
                if (more.subject, more.relation) == (link.subject, "between")
            ]
            true = any(between(one, other, side) for side in sides)
        elif link.relation in _HELD_BY and not placed:
            true = False
        else:
            true = one is not other and CONDITIONS[link.relation](one, other)
        if true:
            found[link] = None
    return found


def _kneeling(
    shown: Sequence[Shown], by_id: Mapping[str, Body], links: Iterable[ShownLink]
) -> dict[ShownLink, None]:
    """Who is on the knees before somebody: beside them in the picture, with the face to them."""
    knees = {item.id for item in shown if item.action == "kneel" or item.posture == "kneel"}
    alive = {item.id for item in shown if item.kind != "thing"}
    return {
        link: None
        for link in links
        if link.relation == "in front of"
        and link.subject in knees
        and link.target in alive
        and before_the_eyes(by_id[link.subject], by_id[link.target])
    }


def _chance(one: str, relation: Relation, other: str) -> ShownLink:
    return ShownLink(one, relation, other, by_chance=True)


def _converses(meant: Iterable[ShownLink]) -> Iterator[ShownLink]:
    """The other side of what is meant, where it is not seen anyway."""
    for link in meant:
        if link.relation in _BACK:
            yield _chance(link.target, _BACK[link.relation], link.subject)


def _unders(by_id: Mapping[str, Body], meant: Iterable[ShownLink]) -> Iterator[ShownLink]:
    """Who is beneath something."""
    held = {frozenset((link.subject, link.target)) for link in meant if link.relation in _HELD_BY}
    for one in by_id.values():
        for other in by_id.values():
            if frozenset((one.id, other.id)) not in held and beneath(one, other):
                yield _chance(one.id, "under", other.id)


def _looks(
    shown: tuple[Shown, ...], by_id: Mapping[str, Body], meant: Iterable[ShownLink]
) -> Iterator[ShownLink]:
    """Who looks ahead looks at what is next before their eyes."""
    busy = {link.subject for link in meant if link.relation == "looking at"}
    for item in shown:
        one = by_id.get(item.id)
        if one is None or one.eyes_px is None or item.id in busy:
            continue
        if item.action not in _ALONE_LOOKS or one.gaze not in {"left", "right"}:
            continue
        seen = [
            other
            for other in by_id.values()
            if other is not one
            and other.box.top <= one.eyes_px <= other.box.bottom
            and looking_at(one, other)
            and in_company(one, other)
        ]
        if seen:
            nearest = min(seen, key=lambda other: abs(other.x - one.x))
            yield _chance(one.id, "looking at", nearest.id)


def _betweens(bodies: tuple[Body, ...], meant: Iterable[ShownLink]) -> Iterator[ShownLink]:
    """Who is in a row with one on either side is between the nearest of them."""
    told = {link.subject for link in meant if link.relation == "between"}
    for one in bodies:
        near = [other for other in bodies if other is not one and close_by(one, other)]
        left = max((other for other in near if other.x < one.x), key=_middle, default=None)
        right = min((other for other in near if other.x > one.x), key=_middle, default=None)
        if one.id not in told and left and right and between(one, left, right):
            yield _chance(one.id, "between", left.id)
            yield _chance(one.id, "between", right.id)


def _middle(body: Body) -> float:
    return body.x


def _pairs(
    shown: tuple[Shown, ...], bodies: tuple[Body, ...], held: set[frozenset[str]]
) -> Iterator[ShownLink]:
    """What is seen of each two that are not on or in each other, both ways.

    The nearest first; last those of whom one was given, and two of a kind.
    """
    given = {item.id for item in shown if item.given}

    def rank(pair: tuple[Body, Body]) -> tuple[bool, bool, float]:
        one, other = pair
        extra = one.id in given or other.id in given
        return extra, one.noun == other.noun, abs(one.x - other.x) + abs(one.y - other.y)

    found = 0
    for one, other in sorted(combinations(bodies, 2), key=rank):
        if frozenset((one.id, other.id)) in held:
            continue
        if found >= MOST:
            return
        for relation in _OF_TWO:
            condition = close_by if relation == "next to" else CONDITIONS[relation]
            for first, second in ((one, other), (other, one)):
                if condition(first, second):
                    found += 1
                    yield _chance(first.id, relation, second.id)
