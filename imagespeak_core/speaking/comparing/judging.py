"""Each noun phrase of a text beside those it may mean: what is so of them, and what surely not.

A phrase in the singular is held against each of those it may mean, and takes the one of whom
most of it is true; where a fact is wrong even of that one, what somebody does is taken to say who
is meant sooner than how they look, and this sooner than where they are. Of several together each
fact is looked at by itself, and is wrong only where it is so of none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.speaking.comparing import clothes, deeds, naming, positions, shades
from imagespeak_core.speaking.comparing.claims import Claims
from imagespeak_core.speaking.comparing.painted import is_painted
from imagespeak_core.speaking.comparing.phrases import Claim, Phrase, Relates
from imagespeak_core.speaking.comparing.verdict import Verdict

_COMMON_DEEDS = frozenset({"stand", "walk", "sit", "look", "talk", "hold", "have", "be", "see"})
"""What many do, so that it tells of nobody who is meant."""


_TWO = 2
_OF_LISTS = frozenset({"noun", "and", "comma", "auxiliary"})
_WEIGHTS = {"side": 1, "colour": 2, "holding": 2, "wearing": 2, "action": 3}


def _weight(one: Claim | Relates) -> int:
    """How much it tells of who is meant: what they do more than how they look or where they are."""
    return _WEIGHTS.get(one.told, 1) if isinstance(one, Claim) else 1


def _unsure(one: Claim | Relates) -> Claim | Relates:
    return replace(one, sure=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim or relation of a phrase, and what the picture says to it of those who are meant.

    Attributes:
        claim: The claim, if it is one.
        relation: The relation, if it is one.
        verdict: What the picture says.
    """

    claim: Claim | None
    relation: Relates | None
    verdict: Verdict

    @property
    def at(self) -> int:
        """Where its words begin in the text."""
        if self.claim is not None:
            return self.claim.span[0]
        return self.relation.span[0] if self.relation is not None else 0

    @property
    def sure(self) -> bool:
        """Whether it is said plainly."""
        told = self.claim or self.relation
        return told is not None and told.sure

    @property
    def shared(self) -> bool:
        """Whether the same words are told of other phrases, too."""
        told = self.claim or self.relation
        return told is not None and told.shared


@dataclass(slots=True)
class Judged:
    """A phrase with those it means.

    Attributes:
        phrase: The phrase.
        meant: Who may be meant by its noun.
        items: Those of them who are meant.
        facts: What is said of them.
        instead: Others who do what is said, where none who is meant does.
    """

    phrase: Phrase
    meant: naming.Meant
    items: tuple[Shown, ...] = ()
    facts: list[Fact] = field(default_factory=list)
    instead: tuple[Shown, ...] = ()

    @property
    def wrong(self) -> list[Fact]:
        """What is plainly said of them and is not so."""
        return [fact for fact in self.facts if fact.verdict == "not so" and fact.sure]


class Judge:
    """Holds the claims of a text against a scene."""

    def __init__(self, claims: Claims, scene: Scene) -> None:
        self._claims = claims
        self._scene = scene
        self._meant = {
            index: naming.meant_by(
                phrase.noun, phrase.kind, scene, said=phrase.said, young=phrase.young
            )
            for index, phrase in claims.phrases.items()
        }

    def judged(self) -> Iterator[Judged]:
        """Each phrase that is said to be there, in the order of the text."""
        phrases = [*self._claims.phrases.values(), *self._claims.wide]
        found = [
            self._judge(phrase)
            for phrase in sorted(phrases, key=lambda one: one.at)
            if not phrase.denied
        ]
        self._count_together(found)
        yield from found

    def _count_together(self, found: Sequence[Judged]) -> None:
        """Finds who is one too many of those who do it together: "a woman and a woman dance"."""
        for at in {claim.at for one in found for claim in one.phrase.claims if claim.shared}:
            listed = self._listed_before(at)
            together = [
                one
                for one in found
                if one.phrase.kind == "person" and one.phrase.sure and not one.phrase.loose
                and one.phrase.at in listed
                and any(claim.at == at and claim.told == "action" for claim in one.phrase.claims)
            ]  # fmt: skip
            named = {item.id for one in together for item in one.meant.with_either().all}
            for noun in {one.phrase.noun for one in together}:
                same = [one for one in together if one.phrase.noun == noun]
                many = sum(one.phrase.number or 1 + one.phrase.several for one in same)
                there = len(same[0].meant.with_either().all)
                most = max(one.phrase.number or 1 for one in same)
                if len(same) < _TWO or not most <= there < many:
                    continue
                last = min(reversed(same), key=lambda one: one.phrase.number or 1)
                claim = next(claim for claim in last.phrase.claims if claim.at == at)
                last.instead = tuple(
                    item
                    for item in self._scene.items
                    if item.kind == "person"
                    and item.id not in named
                    and self._verdict(claim, item) == "so"
                )

    def _listed_before(self, at: int) -> set[int]:
        """The nouns of the list that a verb follows: "a woman and a woman dance"."""
        before, _ = self._claims.heard.chunks_around(at)
        listed = takewhile(lambda chunk: chunk.kind in _OF_LISTS, before)
        return {chunk.at for chunk in listed}

    def _judge(self, phrase: Phrase) -> Judged:
        if phrase.index < 0:
            meant = naming.meant_by(phrase.noun, phrase.kind, self._scene)
            return Judged(phrase, meant, meant.all)
        meant = self._meant[phrase.index]
        told: list[Claim | Relates] = [claim for claim in phrase.claims if claim.told != "count"]
        told += [one for one in self._claims.relations if one.subject == phrase.index]
        told.sort(key=lambda one: one.span)
        if phrase.kind != "person" and is_painted(phrase.noun, self._scene, closely=True):
            # Another one than those of the scene may be meant.
            told = [_unsure(one) for one in told]
        judged = self._held_against(phrase, told, meant)
        if meant.either and (not meant.all or judged.instead or judged.wrong):
            other = self._held_against(phrase, told, meant.with_either())
            return other if self._is_right(other, judged) else judged
        return judged

    @staticmethod
    def _is_right(other: Judged, judged: Judged) -> bool:
        """Whether what is wrong of those who are called so is so of the others as well."""
        if other.wrong or other.instead:
            return False
        if not judged.meant.all:
            less = any(fact.verdict == "so" for fact in judged.facts)
            return not less or any(fact.verdict == "so" for fact in other.facts)
        return all(
            after.verdict == "so" or (after.claim is not None and after.claim.told == "action")
            for before, after in zip(judged.facts, other.facts, strict=True)
            if before in judged.wrong
        )

    def _held_against(
        self, phrase: Phrase, told: Sequence[Claim | Relates], meant: naming.Meant
    ) -> Judged:
        judged = Judged(phrase, meant)
        if not meant.all:
            if phrase.kind != "person":
                judged.facts = list(self._of_carried(phrase))
                return judged
            judged.instead = self._others(phrase, told, (), distinct=False)
            judged.facts = [self._fact(one, self._of_any(one, judged.instead)) for one in told]
            return judged
        several = phrase.several or phrase.loose
        judged.items = meant.fit or meant.loose if several else self._best(phrase, told, meant)
        whole = meant.all if several else judged.items
        for one in told:
            judged.facts.append(self._fact(one, self._of_any(one, whole)))
        if judged.wrong:
            judged.instead = self._others(phrase, told, meant.all, distinct=True)
            done = [item for item in judged.instead if self._does_all(judged.wrong, told, item)]
            judged.instead = tuple(done)
        elif several:
            fits = [
                item for item in judged.items
                if all(self._verdict(one, item) != "not so" for one in told if one.sure)
            ]  # fmt: skip
            judged.items = tuple(fits) or judged.items
        return judged

    def _of_carried(self, phrase: Phrase) -> Iterator[Fact]:
        """What is said of the colour of a thing that is no item, but in hands or on somebody."""
        carried = naming.colours_carried(phrase.noun, self._scene)
        colours = {*carried, *clothes.colours_worn(phrase.noun, self._scene)}
        for claim in phrase.claims:
            if claim.told == "colour" and carried:
                verdicts = {
                    shades.colour_is(claim.value, colour, unasked=True) for colour in colours
                }
                wrong = verdicts == {"not so"}
                yield Fact(claim, None, "so" if "so" in verdicts else "not so" if wrong else "open")

    @staticmethod
    def _fact(one: Claim | Relates, verdict: Verdict) -> Fact:
        return Fact(one, None, verdict) if isinstance(one, Claim) else Fact(None, one, verdict)

    def _best(
        self, phrase: Phrase, told: Sequence[Claim | Relates], meant: naming.Meant
    ) -> tuple[Shown, ...]:
        """Those of whom the most is true: all of whom the same is."""
        ranked: dict[str, tuple[int, int, int, bool, bool]] = {}
        for item in meant.all:
            verdicts = [self._verdict(one, item) for one in told]
            wrong = [
                _weight(one)
                for one, verdict in zip(told, verdicts, strict=True)
                if verdict == "not so" and one.sure and not one.shared
            ]
            so = sum(
                _weight(one) for one, verdict in zip(told, verdicts, strict=True) if verdict == "so"
            )
            other_age = phrase.age is not None and item.age != phrase.age
            ranked[item.id] = (len(wrong), -so, sum(wrong), item not in meant.fit, other_age)
        best = min(ranked.values())
        return tuple(item for item in meant.all if ranked[item.id] == best)

    def _of_any(self, one: Claim | Relates, items: Sequence[Shown]) -> Verdict:
        verdicts = {self._verdict(one, item) for item in items}
        if "so" in verdicts:
            return "so"
        return "not so" if verdicts == {"not so"} else "open"

    def _others(
        self,
        phrase: Phrase,
        told: Sequence[Claim | Relates],
        besides: Sequence[Shown],
        *,
        distinct: bool,
    ) -> tuple[Shown, ...]:
        """People of another kind in the phrase's part: all that is plainly said is so of them.

        Where others are there who may be meant, what they do must be telling (`distinct`).
        """
        if phrase.kind != "person" or phrase.loose:
            return ()
        alone = not besides  # nobody is called so, and what is told of them says who is meant
        plain = [one for one in told if one.sure or (alone and self._is_deed(one))]
        found: list[tuple[int, Shown]] = []
        nearly: list[Shown] = []
        for item in self._scene.items:
            if item.kind != "person" or item in besides:
                continue
            verdicts = [(one, self._verdict(one, item)) for one in plain]
            so = [one for one, verdict in verdicts if verdict == "so"]
            telling = [one for one in so if self._is_telling(one)]
            wrong = [one for one, verdict in verdicts if verdict == "not so"]
            if any(isinstance(one, Claim) and one.told == "action" for one in wrong):
                continue
            if wrong and (distinct or not telling):
                continue
            deed = any(isinstance(one, Claim) and one.told != "side" for one in so)
            if deed or (so and distinct):
                found.append((sum(map(_weight, so)), item))
            elif alone and not wrong and any(self._is_deed(one) for one in plain):
                nearly.append(item)
        most = max((weight for weight, _ in found), default=0)
        some = [item for weight, item in found if weight == most] or nearly
        taken = {
            item.id
            for index, other in self._claims.phrases.items()
            if index != phrase.index and other.kind == "person"
            for item in self._meant[index].fit
        }
        return tuple([item for item in some if item.id not in taken] or some)

    def _does_all(
        self, wrong: Sequence[Fact], told: Sequence[Claim | Relates], item: Shown
    ) -> bool:
        """Whether somebody else has all that is wrong of who is meant, and that is telling."""
        facts = [fact.claim or fact.relation for fact in wrong]
        if not all(one is not None and self._verdict(one, item) == "so" for one in facts):
            return False
        if any(self._is_telling(one) for one in facts if one is not None):
            return True
        whole = len(told) > 1 and all(self._verdict(one, item) == "so" for one in told)
        return whole and any(isinstance(one, Claim) and one.colour for one in facts)

    @staticmethod
    def _is_deed(one: Claim | Relates) -> bool:
        return isinstance(one, Claim) and one.told == "action"

    @staticmethod
    def _is_telling(one: Claim | Relates) -> bool:
        """Whether it is a deed that not many do."""
        return (
            isinstance(one, Claim)
            and one.told == "action"
            and one.value.partition(" ")[0] not in _COMMON_DEEDS
        )

    def _verdict(self, one: Claim | Relates, item: Shown) -> Verdict:
        if isinstance(one, Relates):
            return self._related(one, item)
        if one.told == "colour":
            thing = item.kind != "person"
            return shades.thing_is(one.value, item, self._scene) if thing else "open"
        if one.told == "action":
            return deeds.does(one.value, item, self._scene)
        if one.told == "side":
            return positions.is_on_side(one.value, item)
        if one.told == "holding":
            return self._held(one, item)
        return clothes.worn(one, item, dim=shades.is_dim(self._scene))

    def _related(self, one: Relates, item: Shown) -> Verdict:
        meant = self._meant[one.target]
        noun = self._claims.phrases[one.target].noun
        verdicts = {
            positions.is_so_placed(one.words, one.relation, item, other, self._scene)
            for other in meant.with_either().all
        }
        if "so" in verdicts:
            return "so"
        elsewhere = not meant.all or (meant.elsewhere and self._is_there_twice(noun))
        return "not so" if verdicts == {"not so"} and not elsewhere else "open"

    def _is_there_twice(self, noun: str) -> bool:
        """Whether another of that noun is seen besides the items: behind all, or in hands."""
        if is_painted(noun, self._scene) or naming.is_part(noun, self._scene):
            return True
        return bool(naming.holders_of(noun, self._scene.items))

    def _held(self, claim: Claim, item: Shown) -> Verdict:
        """Whether somebody has it; a colour is that of what they have in the hands."""
        if not naming.holders_of(claim.value, (item,)):
            return "open"
        if claim.colour and item.holding_colour:
            dim = shades.is_dim(self._scene)
            return shades.colour_is(claim.colour, item.holding_colour, unasked=dim)
        return "so"
