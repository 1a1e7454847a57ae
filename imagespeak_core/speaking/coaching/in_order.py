"""What is told of a scene's items, from the chief ones to the background, and what besides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from imagespeak_core.generators.illustrator.scene import Scene, Shown, ShownLink
from imagespeak_core.generators.illustrator.telling.items import Clause, clauses_about
from imagespeak_core.generators.illustrator.words import telling
from imagespeak_core.speaking.coaching import looks, setting
from imagespeak_core.speaking.coaching.coached import ModelSentence
from imagespeak_core.speaking.coaching.referring import Referred, capital, refer

_RELATIONS = ("on", "in", "under", "in front of", "behind", "left of", "right of", "next to")
"""What is plain to see, the clearest first."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of some items, and what can be told of them besides.

    Attributes:
        clause: What is told first.
        more: Sentences that can follow it, the best first.
    """

    clause: Clause
    more: tuple[ModelSentence, ...]


def told_in_order(scene: Scene, *, at_once: bool = False) -> list[Told]:
    """All of a scene's items in clauses, as the telling orders them.

    Args:
        scene: What is shown.
        at_once: Whether somebody's looks are told in one sentence.
    """
    return [
        Told(clause, tuple(_more(clause, scene, at_once=at_once)))
        for clause in clauses_about(scene)
    ]


def _more(clause: Clause, scene: Scene, *, at_once: bool) -> Iterator[ModelSentence]:
    who = refer(clause.items, scene)
    if who is None:
        return
    they = pronoun_after(clause, who, scene)
    yield from looks.told_looks(who, they, at_once=at_once or they == who.the)
    feeling = looks.told_feeling(who, they)
    if feeling is not None:
        yield feeling


def pronoun_after(clause: Clause, who: Referred, scene: Scene) -> str:
    """How the next sentence names those of a clause: by a pronoun, if it means nobody else."""
    own = {item.id for item in clause.items}
    others = [item for item in scene.items if item.id in clause.named and item.id not in own]
    if who.items[0].kind == "person":
        others = [item for item in others if item.kind == "person" or who.many]
    return who.the if others else who.they


def places_of(scene: Scene, told: list[Told]) -> Iterator[ModelSentence]:
    """How two are related that were told of apart: "The dog is next to the bench."."""
    by_id = {item.id: item for item in scene.items}
    together = [set(one.clause.named) for one in told]
    named = {id_ for ids in together for id_ in ids}
    pairs: set[frozenset[str]] = set()
    links = [link for link in scene.links if link.relation in _RELATIONS]
    links.sort(key=lambda link: _RELATIONS.index(link.relation))
    for link in links:
        two = frozenset({link.subject, link.target})
        if two in pairs or not two <= named or any(two <= ids for ids in together):
            continue
        sentence = _related(by_id[link.subject], by_id[link.target], link, scene)
        if sentence is not None:
            pairs.add(two)
            yield sentence


def _related(one: Shown, other: Shown, link: ShownLink, scene: Scene) -> ModelSentence | None:
    subject, target = refer([one], scene), refer([other], scene)
    if subject is None or target is None:
        return None
    words = telling.PREPOSITIONS.get(link.relation, link.relation)
    text = f"{capital(subject.the)} {subject.forms['is']} {words} {target.the}."
    return ModelSentence(text, (one.id, other.id))


def sides_of(scene: Scene, told: list[Told]) -> Iterator[ModelSentence]:
    """On which side those are of whom it was not told."""
    for one in told:
        clause = one.clause
        if clause.zone and clause.text.startswith(clause.zone):
            continue
        who = refer(clause.items, scene)
        sides = {setting.on_side(item) for item in clause.items}
        if who is not None and len(sides) == 1:
            text = f"{capital(who.the)} {who.forms['is']} {sides.pop()}."
            yield ModelSentence(text, who.ids)


def looks_of_each(told: list[Told], scene: Scene) -> Iterator[ModelSentence]:
    """How those look who were told of together, one by one."""
    for one in told:
        if len(one.clause.items) > 1:
            for item in one.clause.items:
                who = refer([item], scene) if item.kind == "person" else None
                if who is not None:
                    yield from looks.told_looks(who, who.the, at_once=True)


def all_there(scene: Scene, told: list[Told]) -> Iterator[ModelSentence]:
    """That somebody is at this place: what can be said of anybody where there is little else."""
    for one in told:
        who = refer(one.clause.items, scene)
        said = re.sub(r" an? ", " the ", telling.PLACES.get(scene.place, ""))
        if who is not None and said and one.clause.items[0].kind != "thing":
            yield ModelSentence(f"{capital(who.the)} {who.forms['is']} {said}.", who.ids)
