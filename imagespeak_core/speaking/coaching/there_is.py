"""The model answer of beginners: what there is, in short sentences with "be" and "have"."""

from __future__ import annotations

from itertools import chain
from typing import Final

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.generators.illustrator.telling.items import clauses_about
from imagespeak_core.generators.illustrator.telling.mentions import alike
from imagespeak_core.generators.illustrator.telling.naming_shown import (
    counted,
    is_many,
    listed,
    noun_of,
    told_colour,
)
from imagespeak_core.generators.illustrator.telling.word_list import at_level
from imagespeak_core.generators.illustrator.words import levels
from imagespeak_core.generators.illustrator.words.people import PEOPLE
from imagespeak_core.speaking.coaching import looks, setting
from imagespeak_core.speaking.coaching.coached import ModelSentence
from imagespeak_core.speaking.coaching.referring import Referred, capital, refer
from imagespeak_core.speaking.comparing.naming import meant_by

MOST: Final = 7
_FEWEST = 5
_MOST_THERE = 4
"""So many sentences at most tell what there is; the others tell of its looks."""
_MOST_WORDS = 10
_KINDS = ("person", "animal", "thing")


def what_there_is(scene: Scene) -> list[ModelSentence]:
    """Four to seven sentences, if there is so much to tell."""
    first = [setting.this_is(scene), *setting.light(scene)]
    teller = _Teller(scene)
    told = [*(ModelSentence(text) for text in first), *teller.there()]
    told += teller.looks(MOST - len(told))
    behind = (ModelSentence(text) for text in setting.behind(scene))
    for one in chain(behind, setting.nobody(scene)):
        if len(told) >= _FEWEST:
            break
        told.append(one)
    return told


class _Teller:
    """Tells of a scene's items in a beginner's words."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._words = {item.id: self._word(item) for item in scene.items}

    def _word(self, item: Shown) -> str:
        """The word that a beginner knows for it; empty where they know none."""
        noun = noun_of(item)
        if noun not in levels.NOUNS:
            return noun
        word = at_level(levels.NOUNS[noun], "A1")
        if word and item not in meant_by(word, item.kind, self._scene).fit:
            return noun
        return word

    def _named(self, item: Shown) -> str:
        return self._words[item.id] or noun_of(item)

    def there(self) -> list[ModelSentence]:
        """How many of whom and what there are; of a full scene two kinds in a sentence."""
        scene = self._scene
        told = [item for clause in clauses_about(scene) for item in clause.items]
        shown = list({item.id: item for item in (*told, *scene.items)}.values())
        known = [item for item in shown if self._words[item.id]]
        groups = alike(known or shown, self._named)
        groups.sort(key=lambda group: (_KINDS.index(group[0].kind), bool(self._other(group))))
        if len(groups) <= _MOST_THERE:
            return [self._there([group]) for group in groups]
        pairs: list[list[list[Shown]]] = []
        for group in groups:
            fits = bool(pairs) and len(pairs[-1]) == 1
            if fits and pairs[-1][0][0].kind == group[0].kind:
                pairs[-1].append(group)
            else:
                pairs.append([group])
        return [self._there(pair) for pair in pairs[:_MOST_THERE]]

    def _there(self, groups: list[list[Shown]]) -> ModelSentence:
        many = is_many(self._named(groups[0][0]), len(groups[0]))
        phrases = listed([self._phrase(group) for group in groups])
        ids = tuple(item.id for group in groups for item in group)
        return ModelSentence(f"There {'are' if many else 'is'} {phrases}.", ids)

    def _phrase(self, group: list[Shown]) -> str:
        colours = {told_colour(item) for item in group if item.kind != "person"}
        colour = colours.pop() if len(colours) == 1 else None
        word = self._named(group[0])
        plain = f"{colour} " if colour and " " not in colour and colour not in word else ""
        return counted(self._other(group) + plain, word, len(group))

    def _other(self, group: list[Shown]) -> str:
        """What tells several from others who are called so as well, and are told of before."""
        word = self._named(group[0])
        if len(group) == 1 or word not in PEOPLE or group[0].role:
            return ""
        meant = meant_by(word, "person", self._scene).fit
        return "other " if {item.id for item in meant} - {item.id for item in group} else ""

    def _groups(self) -> list[list[Shown]]:
        """Those of one noun that a beginner knows, people first."""
        known = [
            item
            for item in sorted(
                self._scene.items, key=lambda one: (one.kind != "person", one.asked is None)
            )
            if item.given is None and self._words[item.id] == noun_of(item)
        ]
        return alike(known, noun_of)

    def looks(self, most: int) -> list[ModelSentence]:
        """How those look who can be meant alone: one sentence each, then one more of each."""
        scene = self._scene
        found: list[tuple[Referred, list[str]]] = []
        for group in self._groups():
            who = refer(group, scene)
            if who is not None:
                told = [
                    one for one in looks.plain_looks(who) if len(one.split()) <= _MOST_WORDS - 2
                ]
                sides = {setting.on_side(item) for item in group}
                told += [f"{who.forms['is']} {side}" for side in sides if len(sides) == 1]
                found.append((who, told))
        taken = [0] * len(found)
        for turn in range(max((len(told) for _, told in found), default=0)):
            for at, (_, told) in enumerate(found):
                taken[at] += turn < len(told) and sum(taken) < most
        return [
            ModelSentence(f"{capital(who.they if turn else who.the)} {words}.", who.ids)
            for (who, told), number in zip(found, taken, strict=True)
            for turn, words in enumerate(told[:number])
        ]
