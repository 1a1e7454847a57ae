"""Relations of the prompt that cannot be seen between those who are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from imagespeak_core.generators.illustrator.places.registry import PLACES
from imagespeak_core.generators.illustrator.scene import Link, Relation, Scene, Shown, Wanted
from imagespeak_core.generators.illustrator.telling.naming_shown import counted, listed, plural_of
from imagespeak_core.generators.illustrator.telling.unshown.asked import (
    Asked,
    has_part,
    in_hands,
    is_a,
)
from imagespeak_core.generators.illustrator.telling.unshown.deeds import words_of_deed
from imagespeak_core.generators.illustrator.telling.unshown.wording import (
    are_shown,
    held_name,
    noun_asked,
    number,
)
from imagespeak_core.generators.illustrator.things.catalog import having
from imagespeak_core.generators.illustrator.words import settings, telling, things

_NEAR: frozenset[Relation] = frozenset(
    {"next to", "on", "in", "under", "with", "in front of", "behind", "between"}
)
_TELLS: dict[Relation, frozenset[Relation]] = {
    "next to": _NEAR,
    "under": frozenset({"under", "below"}),
    "below": frozenset({"under", "below"}),
    "above": frozenset({"above"}),
    "outside": _NEAR - {"in"},
}
"""Relation of the prompt → those that tell it; any other one is told by itself alone."""
_TURNED: dict[Relation, frozenset[Relation]] = {
    "next to": frozenset({"next to", "with"}),
    "in front of": frozenset({"behind"}),
    "behind": frozenset({"in front of"}),
    "left of": frozenset({"right of"}),
    "right of": frozenset({"left of"}),
    "above": frozenset({"below", "under"}),
    "below": frozenset({"above"}),
    "under": frozenset({"above"}),
    "outside": frozenset({"next to"}),
}
"""Relation → those that tell it the other way round."""
_IN_OR_ON = having("sat in") | having("pond") | having("climbed") | {"bed"}
"""One is in these, or on them, as one likes to say it."""
_NEVER_IN = having("sat on") | having("sat at") | having("written on")
"""Nobody is in these: who says so means that they are on or at them."""
_AIMED = {"point": "pointing at", "photo": "taking a photo of", "paint": "painting"}
"""Actions of which the prompt tells at whom or what they are aimed."""
_HIGHER_OR_LOWER: frozenset[Relation] = frozenset({"above", "below"})
_ONE_BEHIND_THE_OTHER: frozenset[Relation] = frozenset({"in front of", "behind"})
"""They are near each other then, unless one is up in the air."""
_ONE_IS_ENOUGH: frozenset[Relation] = frozenset({"outside", "with"})
"""What is true of a group if it is true of one of them."""
_ON_OR_IN: frozenset[Relation] = frozenset({"on", "in"})
_TO_WHAT_IS_AROUND: frozenset[Relation] = frozenset({"on", "in", "next to", "looking at"})
"""How somebody is related to what the picture is taken in."""
_BY_ONES_OWN: frozenset[Relation] = frozenset({"next to"})
"""How somebody is related to the desk that is their own."""
_HOLDS = frozenset({"hold", "carry"})
_HELD_TOO = frozenset({"holding", "carrying"})
"""The words for what is to be in the hands beside something else."""
_IN_ARMS = frozenset({"cradle", "cuddle", "shoulder"})
"""How people have somebody or something off the ground."""
_RIDES = frozenset({"ride", "drive"})
_RIDDEN: frozenset[Relation] = frozenset({"with", "on", "in"})
"""Relations to what one rides or drives."""


def unrelated(
    links: Sequence[Link], asked: Sequence[Asked], scene: Scene
) -> Iterator[tuple[int, str]]:
    """The relations that are not shown: the index of who is told of first, and the words.

    Relations to or from what is itself not shown are told by that. Those of which the same is
    told share a phrase: "boy and girl under the tree".

    Args:
        links: The relations that were asked for.
        asked: The noun phrases, and what is shown of them.
        scene: What is shown.
    """
    told: dict[str, list[tuple[int, str]]] = {}
    for link in (one for one in links if not _is_of_another(one, links, asked)):
        for who, rest in _unrelated(link, asked, scene):
            told.setdefault(rest, []).append((link.subject, who))
    for rest, subjects in told.items():
        names = dict.fromkeys(who for _, who in subjects if who)
        whole = listed(
            [who for who in names if plural_of(who) == who or plural_of(who) not in names]
        )
        yield subjects[0][0], f"{whole} {rest}".strip()


def _is_of_another(link: Link, links: Sequence[Link], asked: Sequence[Asked]) -> bool:
    """Whether it is told of who comes last of a list: "two cars and a man on a bicycle"."""
    if link.relation not in _ON_OR_IN or asked[link.subject].wanted.kind != "thing":
        return False
    return any(
        (other.relation, other.target) == (link.relation, link.target)
        and other.subject > link.subject
        and asked[other.subject].wanted.kind != "thing"
        for other in links
    )


def _unrelated(link: Link, asked: Sequence[Asked], scene: Scene) -> Iterator[tuple[str, str]]:
    """Who is not so related, and how, in words; nothing where it is shown."""
    subject, target = asked[link.subject], asked[link.target]
    within = link.relation == "in" and target.wanted.kind == "person"
    if within or not subject.is_shown or not target.is_shown:
        return
    related = _related(link, subject, target, scene)
    needed = 1 if link.relation in _ONE_IS_ENOUGH else len(subject.items) or 1
    if related < needed:
        who, rest = _words(link, subject, target)
        yield who, f"{rest}: {are_shown(related)}" if related else rest
    elif target.wanted.each and len(target.items) > 1:
        yield from _of_each(link, subject, target, scene)


def _of_each(link: Link, subject: Asked, target: Asked, scene: Scene) -> Iterator[tuple[str, str]]:
    """What not every single one of the targets has, or has done to it: "a lamp on each table"."""
    noun = noun_asked(target.wanted)
    if not link.said and len(subject.items) < len(target.items):
        yield "", f"{words_of_deed(subject.wanted)} each {noun}"
    elif link.relation in _NEAR:
        having = sum(
            bool(_linked(link.relation, subject, replace(target, items=(item,)), scene, alone=True))
            for item in target.items
        )
        if having < len(target.items):
            where = f"{_preposition(link, subject.wanted)} each {noun}"
            yield noun_asked(subject.wanted), f"{where}: {are_shown(having)}"


def _related(link: Link, subject: Asked, target: Asked, scene: Scene) -> int:
    """How many of the subjects are seen to be so related to one of the targets."""
    if _is_ridden(link, subject, target):
        return _count(subject.items, (*target.items, *target.others), _ON_OR_IN, frozenset(), scene)
    if link.relation == "with" and _is_held(subject, target, link):
        return sum(_holds(item, target, scene) for item in subject.items)
    if _is_so_anyway(link.relation, subject, target, scene):
        return len(subject.items) or 1
    if link.relation in _NEAR and any(_has_in_hands(item, target) for item in subject.items):
        return sum(_has_in_hands(item, target) for item in subject.items)
    if target.carried and not target.items:
        return sum(item in target.carried for item in subject.items)
    return _linked(link.relation, subject, target, scene)


def _is_so_anyway(relation: Relation, subject: Asked, target: Asked, scene: Scene) -> bool:
    """Whether it is so of whoever is there, as the target is around or behind all, or has it."""
    noun = target.wanted.noun
    if relation == "with" or (relation in _ON_OR_IN and _is_grass(noun, scene)):
        return True
    if relation == "in" and _is_part(subject, target):
        return True
    if target.items:
        return False
    around = scene.indoors or noun in {scene.place, PLACES[scene.place].inside_of}
    if target.within and around and relation in _TO_WHAT_IS_AROUND:
        return True
    spectators = PLACES[scene.place].seating.company == "audience"
    before = relation == "in front of" or (relation == "looking at" and spectators)
    return bool(target.behind) and not target.others and before


def _is_grass(noun: str, scene: Scene) -> bool:
    return noun == "grass" and scene.place in settings.GRASSY


def _linked(
    relation: Relation, subject: Asked, target: Asked, scene: Scene, *, alone: bool = False
) -> int:
    """How many of the subjects have a link to one of the targets that tells the relation.

    What is of the targets' noun and nothing else will do as well, unless they are `alone`.
    """
    noun, part = target.wanted.noun, subject.wanted.noun
    wholes = tuple(item for item in scene.items if has_part(item.noun, part))
    targets = (*target.items, *target.others)
    if not (alone or target.wanted.colour or target.wanted.size):
        targets = tuple(item for item in scene.items if is_a(item.noun, noun)) or targets
    return _count(
        subject.items or subject.others or subject.carried or wholes,
        targets,
        _that_tell(relation, noun),
        _TURNED.get(relation, frozenset[Relation]()),
        scene,
    )


def _is_part(subject: Asked, target: Asked) -> bool:
    """Whether it is drawn as a part of what it is to be in: flowers of a vase."""
    return any(has_part(item.noun, subject.wanted.noun) for item in target.items)


def _that_tell(relation: Relation, noun: str) -> frozenset[Relation]:
    """The relations that show one of the prompt's to such a thing."""
    if relation == "in" and noun in _NEVER_IN:
        return _NEAR
    if relation in _ON_OR_IN and noun in _IN_OR_ON:
        return _ON_OR_IN
    return _TELLS.get(relation, frozenset({relation}))


def _is_ridden(link: Link, subject: Asked, target: Asked) -> bool:
    """Whether the subject was to ride or drive the target."""
    wanted = subject.wanted
    rides = wanted.kind == "person" and wanted.action in _RIDES and wanted.holding is None
    return rides and target.wanted.kind == "thing" and link.relation in _RIDDEN


def _is_held(subject: Asked, target: Asked, link: Link) -> bool:
    """Whether the subject was to have the target in the hands or arms."""
    wanted = subject.wanted
    too = link.said in _HELD_TOO
    alone = (wanted.holding is None or too) and target.wanted.kind != "person"
    return wanted.kind == "person" and (wanted.action in _HOLDS or too) and alone


def _has_in_hands(item: Shown, target: Asked) -> bool:
    return any(is_a(thing, target.wanted.noun) for thing in in_hands(item))


def _holds(item: Shown, target: Asked, scene: Scene) -> bool:
    """Whether somebody has it in the hands, or in the arms where it is an item of its own."""
    if _has_in_hands(item, target):
        return True
    in_arms = item.action in _IN_ARMS and target.wanted.noun not in things.HOLDABLE
    return in_arms and bool(_count((item,), target.items, _NEAR, frozenset(), scene))


def _count(
    subjects: Sequence[Shown],
    targets: Sequence[Shown],
    tells: frozenset[Relation],
    turned: frozenset[Relation],
    scene: Scene,
) -> int:
    """How many of the subjects have one of these relations to a target, or it a turned one."""
    ends = {item.id for item in targets}
    owners = {item.given.to for item in targets if item.given} if tells & _BY_ONES_OWN else set()
    return sum(
        item.id in owners or any(_tell(tells, turned, item.id, end, scene) for end in ends)
        for item in subjects
    )


def _tell(
    tells: frozenset[Relation], turned: frozenset[Relation], one: str, other: str, scene: Scene
) -> bool:
    links = scene.links
    there = {link.relation for link in links if (link.subject, link.target) == (one, other)}
    back = {link.relation for link in links if (link.subject, link.target) == (other, one)}
    if tells >= _NEAR and there & _HIGHER_OR_LOWER:
        tells = tells - _ONE_BEHIND_THE_OTHER
    return bool(there & tells or back & turned)


def _some(target: Asked, what: str) -> str:
    """What is held or ridden, as the object of a verb: "a cat", "skis", "two balloons"."""
    count = target.wanted.count
    if count > 1:
        return what if target.wanted.at_least else f"{number(count)} {what}"
    return counted("", what, 1).removeprefix("some ")


def _words(link: Link, subject: Asked, target: Asked) -> tuple[str, str]:
    """Who was to be related, and the rest; what people do is told without them."""
    who = noun_asked(subject.wanted, subject.wanted.count)
    if link.relation == "above" and subject.wanted.holding:
        who = held_name(subject.wanted.holding)
    what = noun_asked(target.wanted, target.wanted.count)
    if _is_ridden(link, subject, target):
        doing = subject.wanted.doing or {"ride": "riding", "drive": "driving"}.get(
            subject.wanted.action or "", ""
        )
        return "", doing if what in doing else f"{doing} {_some(target, what)}"
    if link.relation == "with" and _is_held(subject, target, link):
        usual = "carrying" if subject.wanted.action == "carry" else "holding"
        doing = link.said or subject.wanted.doing or usual
        return "", doing if what in doing else f"{doing} {_some(target, what)}"
    if link.relation == "between" and target.wanted.count > 1:
        return who, f"between {number(target.wanted.count)} {what}"
    return who, f"{_preposition(link, subject.wanted)} the {what}"


def _preposition(link: Link, wanted: Wanted) -> str:
    """The words between the two, the prompt's own where they are known."""
    words = link.said or telling.PREPOSITIONS.get(link.relation, link.relation)
    if link.relation != "looking at":
        return words
    own = wanted.action == "point" and wanted.doing not in {"", "pointing"}
    return wanted.doing if own else _AIMED.get(wanted.action or "", words)
