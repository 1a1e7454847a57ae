"""Words held against what a picture shows: what is in it, what they lack, what is not so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from imagespeak_core.generators.illustrator.scene import Scene, Shown
from imagespeak_core.speaking.comparing import asking, naming
from imagespeak_core.speaking.comparing.claims import Claims
from imagespeak_core.speaking.comparing.clues import not_found
from imagespeak_core.speaking.comparing.counting import wrong_number
from imagespeak_core.speaking.comparing.deeds import does
from imagespeak_core.speaking.comparing.hearing import ARTICLES
from imagespeak_core.speaking.comparing.judging import Fact, Judge, Judged
from imagespeak_core.speaking.comparing.lacking import is_missing
from imagespeak_core.speaking.comparing.phrases import Claim, Phrase, Relates, Span
from imagespeak_core.speaking.comparing.scene_words import own_word, worn_word
from imagespeak_core.speaking.comparing.surroundings import settings_told
from imagespeak_core.speaking.findings import Findings, NotFound, NotSo, Said


def hold_against(words: str, scene: Scene) -> Findings:
    """What of a picture some words tell, what they don't, and what in them is surely not so.

    It judges the picture and never the grammar. What the scene does not decide is in none of the
    lists: feelings, seasons, sizes and ages, what somebody thinks or wants, what is supposed,
    denied, asked or told of another time, whose something is, verbs of which one sees nothing,
    and what only the place shows, but that it was named.

    Args:
        words: What somebody said or wrote, of any length; it is read as English.
        scene: What the picture shows.
    """
    comparison = _Comparison(words, scene)
    return Findings(
        held_against="scene",
        said=comparison.said(),
        not_found=comparison.not_found(),
        not_so=comparison.not_so(),
    )


class _Comparison:
    """All that is asked of one text and one scene, worked out once."""

    def __init__(self, words: str, scene: Scene) -> None:
        self._scene = scene
        self._text = words
        self._claims = Claims(words)
        self._judged = list(Judge(self._claims, scene).judged())
        self._settings = list(settings_told(self._claims, scene))
        self._of = {one.phrase.index: one for one in self._judged if one.phrase.index >= 0}
        self._wrong = self._find_wrong()
        self._said = self._find_said()

    def said(self) -> tuple[Said, ...]:
        """What is there, in the order of the text."""
        return self._said

    def _find_said(self) -> tuple[Said, ...]:
        found: dict[tuple[int, str, str], Said] = {}
        for said in (*self._named(), *self._facts_said(), *self._settings_said()):
            one = self._true_part(said)
            if one is not None:
                found.setdefault((one.start, one.words, one.item), one)
        return tuple(sorted(found.values(), key=lambda one: one.start))

    def _true_part(self, said: Said) -> Said | None:
        """The same without words that are not so, which stand in its middle or at its end."""
        start, end = said.start, said.start + len(said.words)
        for wrong in self._wrong:
            first, last = wrong.start, wrong.start + len(wrong.words)
            if start < first < end:
                before = self._text[start:first].rstrip()
                while before and before.split()[-1].lower() in ARTICLES:
                    before = before[: -len(before.split()[-1])].rstrip()
                if not before or before.split()[-1].lower() in _ONLY_VERBS:
                    return None
                end = start + len(before)
            elif (start, end) == (first, last) and wrong.about in {"colour", "count"}:
                start = end - len(said.words.split()[-1])
        return replace(said, words=self._text[start:end], start=start)

    def not_found(self) -> tuple[NotFound, ...]:
        """What the words don't have."""
        named = {one.item for one in self._said}
        told = {one.kind for one in self._settings if one.verdict != "not so" and not one.behind}
        return tuple(not_found(self._scene, named, told))

    def not_so(self) -> tuple[NotSo, ...]:
        """What is surely otherwise, in the order of the text."""
        return self._wrong

    def _find_wrong(self) -> tuple[NotSo, ...]:
        found: list[NotSo] = []
        undone: set[int] = set()
        for judged in self._judged:
            for wrong, at in self._wrong_of(judged, undone):
                found.append(wrong)
                if wrong.about == "action":
                    undone.add(at)
        found += self._wrong_settings()
        kept: dict[tuple[int, str], NotSo] = {}
        for one in found:
            kept.setdefault((one.start, one.about), one)
        return tuple(sorted(kept.values(), key=lambda one: one.start))

    def _wrong_of(self, judged: Judged, undone: set[int]) -> Iterator[tuple[NotSo, int]]:
        phrase = judged.phrase
        if phrase.loose:
            return
        if judged.instead and phrase.sure:
            yield self._somebody_else(judged), phrase.at
            if not judged.meant.all:
                yield from self._wrong_facts(replace(judged, items=judged.instead))
            return
        if not judged.meant.all and judged.facts and phrase.kind != "person":
            yield from self._wrong_facts(judged)
            return
        if not judged.meant.all:
            if phrase.sure and self._scene.version > 1 and not self._is_object_of(phrase, undone):
                yield from self._lacking(phrase)
            return
        number = wrong_number(judged, self._scene, self._judged)
        if number is not None:
            claim, count = number
            yield NotSo(
                words=self._words(claim.span), start=claim.span[0], about="count",
                shown=asking.number_shown(phrase.noun, judged.meant.fit or judged.meant.all, count),
                question=asking.how_many(phrase.said),
                ids=_ids(judged.meant.fit or judged.meant.all),
            ), phrase.at  # fmt: skip
        yield from self._wrong_facts(judged)
        for claim in phrase.claims:
            if claim.told == "holding" and claim.sure and self._scene.version > 1:
                yield from self._nothing_held(claim, undone)

    def _wrong_facts(self, judged: Judged) -> Iterator[tuple[NotSo, int]]:
        for fact in judged.facts:
            if fact.verdict == "not so" and fact.sure and not self._is_so_of_others(fact):
                wrong = self._wrong_fact(judged, fact)
                if wrong is not None:
                    yield wrong, fact.claim.at if fact.claim else -1

    def _is_so_of_others(self, fact: Fact) -> bool:
        """Whether the same words may be meant of another phrase that they are read as told of."""
        return fact.shared and any(
            other.verdict != "not so"
            for judged in self._judged
            for other in judged.facts
            if other.at == fact.at
        )

    def _lacking(self, phrase: Phrase) -> Iterator[tuple[NotSo, int]]:
        if is_missing(phrase.noun, phrase.kind, phrase.said, self._scene):
            yield NotSo(
                words=self._words(phrase.span), start=phrase.span[0], about="missing",
                shown=asking.number_shown(phrase.said, (), 0),
                question=asking.is_there(phrase.noun),
            ), phrase.at  # fmt: skip

    def _nothing_held(self, claim: Claim, undone: set[int]) -> Iterator[tuple[NotSo, int]]:
        if any(at < claim.at for at in undone if claim.at - at < _NEAR_VERB):
            return
        noun = claim.value
        meant = naming.meant_by(noun, "thing", self._scene)
        held = naming.holders_of(noun, self._scene.items)
        if not meant.all and not held and is_missing(noun, "thing", noun, self._scene):
            yield NotSo(
                words=self._words(claim.span), start=claim.span[0], about="missing",
                shown=asking.number_shown(noun, (), 0), question=asking.is_there(noun),
            ), claim.at  # fmt: skip

    def _is_object_of(self, phrase: Phrase, undone: set[int]) -> bool:
        """Whether it only belongs to a deed that is not done: what somebody is said to ride."""
        return any(0 < phrase.at - at < _NEAR_VERB for at in undone)

    def _somebody_else(self, judged: Judged) -> NotSo:
        phrase, first = judged.phrase, judged.instead[0]
        deeds = [one.claim for one in judged.facts if one.claim and one.claim.told == "action"]
        done = not deeds or any(does(one.value, first, self._scene) == "so" for one in deeds)
        return NotSo(
            words=self._words(phrase.span), start=phrase.span[0], about="who",
            shown=asking.names_of(judged.instead),
            question=asking.who_does(asking.deed_of(first, self._scene) if done else ""),
            ids=_ids(judged.instead),
        )  # fmt: skip

    def _wrong_fact(self, judged: Judged, fact: Fact) -> NotSo | None:
        phrase, items = judged.phrase, judged.items
        noun = phrase.said
        if fact.relation is not None:
            return self._wrongly_placed(judged, fact.relation)
        claim = fact.claim
        if claim is None:
            return None
        words, start = self._words(claim.span), claim.span[0]
        if claim.told == "colour":
            shown = asking.coloured(items) or asking.carried_shown(noun, phrase.noun, self._scene)
            return NotSo(words, start, "colour", shown,
                         asking.what_colour(noun), _ids(items))  # fmt: skip
        if claim.told == "action":
            return NotSo(words, start, "action", asking.doing_shown(items, self._scene),
                         asking.what_does(noun), _ids(items))  # fmt: skip
        if claim.told == "side":
            return NotSo(words, start, "position", asking.placed_shown(items[0]),
                         asking.where_is(noun), _ids(items))  # fmt: skip
        span = claim.piece or claim.span
        return NotSo(self._words(span), span[0], "colour", asking.piece_shown(claim, items),
                     asking.what_colour(asking.piece_said(claim, many=phrase.several)),
                     _ids(items))  # fmt: skip

    def _wrongly_placed(self, judged: Judged, relation: Relates) -> NotSo:
        one, others = judged.items[0], self._of[relation.target].items
        return NotSo(
            words=self._words(relation.span), start=relation.span[0], about="position",
            shown=asking.related_shown(one, others[0], self._scene),
            question=asking.where_is(judged.phrase.said), ids=_ids((one, others[0])),
        )  # fmt: skip

    def _wrong_settings(self) -> Iterator[NotSo]:
        told: set[str] = set()
        for one in self._settings:
            if one.verdict != "not so" or one.kind in told:
                continue
            told.add(one.kind)
            yield NotSo(
                words=self._words(one.span), start=one.span[0], about=one.kind,
                shown=asking.setting_shown(one.kind, self._scene),
                question=asking.QUESTIONS[one.kind],
            )  # fmt: skip

    def _named(self) -> Iterator[Said]:
        wrong = {(one.start, one.about) for one in self._wrong}
        again = self._claims.again
        for judged in self._judged:
            phrase = judged.phrase
            others = [other for index, other in again if index == phrase.index and index >= 0]
            for mention in (phrase, *others):
                if judged.items and (phrase.span[0], "who") not in wrong:
                    span = self._true_span(mention, judged)
                    yield from self._said_of(span, judged.items)
                elif not judged.items:
                    yield from self._elsewhere(mention)

    def _true_span(self, phrase: Phrase, judged: Judged) -> Span:
        """The words for it, without those before the noun that are not so."""
        wrong = [fact.at for fact in judged.facts if fact.verdict == "not so"]
        wrong += [one.start for one in self._wrong if one.about == "count"]
        start, end = phrase.span
        return phrase.noun_span if any(start <= at < end for at in wrong) else (start, end)

    def _said_of(self, span: Span, items: Iterable[Shown]) -> Iterator[Said]:
        ids: dict[str, list[str]] = {}
        for item in items:
            ids.setdefault(naming.item_of(item), []).append(item.id)
        for noun, those in ids.items():
            yield Said(self._words(span), span[0], noun, tuple(those))

    def _elsewhere(self, phrase: Phrase) -> Iterator[Said]:
        """What is seen in hands, on somebody or behind all."""
        if phrase.kind == "person":
            return
        holders = naming.holders_of(phrase.noun, self._scene.items)
        if holders or naming.is_elsewhere(phrase.noun, self._scene, phrase.said):
            word = own_word(phrase.noun, phrase.said, holders, self._scene)
            yield Said(self._words(phrase.span), phrase.span[0], word, _ids(holders))

    def _facts_said(self) -> Iterator[Said]:
        for judged in self._judged:
            for fact in judged.facts:
                if fact.verdict != "so" or fact.claim is None:
                    continue
                claim = fact.claim
                if claim.told in {"holding", "wearing"}:
                    holders = naming.holders_of(claim.value, judged.items) or judged.items
                    word = claim.value
                    if claim.told == "wearing":
                        word = worn_word(word, holders)
                    yield Said(self._words(claim.span), claim.span[0], word, _ids(holders))
                elif claim.told in {"action", "side", "colour"} and judged.items:
                    if claim.told == "colour" and _within(claim.span, judged.phrase.span):
                        continue
                    yield from self._said_of(claim.span, judged.items[:1])
            for claim in judged.phrase.claims:
                if claim.told == "holding":
                    yield from self._held_said(claim)

    def _held_said(self, claim: Claim) -> Iterator[Said]:
        """What is said to be in hands, wherever it is."""
        meant = naming.meant_by(claim.value, "thing", self._scene)
        holders = naming.holders_of(claim.value, self._scene.items)
        if meant.fit or (meant.loose and not holders):
            yield from self._said_of(claim.span, meant.fit or meant.loose)
        elif holders:
            yield Said(self._words(claim.span), claim.span[0], claim.value, _ids(holders))

    def _settings_said(self) -> Iterator[Said]:
        for one in self._settings:
            if one.verdict == "so":
                value = one.value if one.behind else getattr(self._scene, one.kind)
                yield Said(self._words(one.span), one.span[0], value)

    def _words(self, span: Span) -> str:
        return self._text[slice(*span)]


_ONLY_VERBS = frozenset("is are has have had wears wear wearing with in".split())
"""What says nothing without the words that follow."""
_NEAR_VERB = 5
"""So many words on, a noun still belongs to the verb before it."""


def _ids(items: Iterable[Shown]) -> tuple[str, ...]:
    return tuple(item.id for item in items)


def _within(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]
