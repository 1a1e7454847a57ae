"""Finds who or what is named again: "the man", "one of them", "the other"."""

from __future__ import annotations

from dataclasses import replace

from imagespeak_core.generators.illustrator.reading.chunk import Chunk, Modifiers
from imagespeak_core.generators.illustrator.reading.phrases import person_phrase
from imagespeak_core.generators.illustrator.reading.state import State
from imagespeak_core.generators.illustrator.scene import Wanted
from imagespeak_core.generators.illustrator.words import actions, people
from imagespeak_core.generators.illustrator.words.numbers import is_number, number_of
from imagespeak_core.generators.illustrator.words.people import ONE_OF_SEVERAL, REST_OF_SEVERAL

_TOLD_APART = frozenset({"relation", "position", "who", "wearing", "stranger"})
"""What follows a noun that is told apart from another of its kind: "the man *in* red"."""
_A_FEW = 2


def some_of_several(state: State, words: str, whole: int | None = None) -> list[int]:
    """Whom a word without its noun means, out of several who were named; none if there are none.

    Args:
        state: Where the parse stands.
        words: One of `SOME_OF_SEVERAL`.
        whole: The several, where it is told who they are.
    """
    found = state.found
    several = found.meant("all", ())
    if whole is not None:
        several = [whole]
    elif found.whole is not None and not _are_named_since(state, several):
        several = [found.whole]
    if not several:
        again = words in REST_OF_SEVERAL or words.startswith("another")
        last = found.wanted[-1:] if again else []
        told = words.split()[-1]
        return [
            index
            for item in last
            for count in (number_of(told) if is_number(told) else item.count,)
            for index in found.join(_unlike(item, count))
        ]
    whole = several[-1]
    if is_number(words) and number_of(words) > 1:
        new = found.one_of([whole], number_of(words)) or [whole]
    elif words in REST_OF_SEVERAL and found.whole is not None:
        new = [whole]
    elif words in ONE_OF_SEVERAL | REST_OF_SEVERAL:
        new = found.one_of([whole]) or [whole]
    else:
        new = _a_few(state, whole)
    found.whole = whole
    if _acts_anew(state):
        for index in new:
            found.wanted[index] = _idle(found.wanted[index])
    return new


def _are_named_since(state: State, several: list[int]) -> bool:
    """Whether the several were named after those out of whom some were taken last."""
    found = state.found
    named = bool(several) and several[-1] in found.named and found.wanted[several[-1]].count > 1
    return named and found.whole is not None and several[-1] > found.whole


def another_of_kind(state: State, chunk: Chunk) -> list[int]:
    """Another of what was named last ("a red cup and *a blue one*"), or one of those."""
    found, said, clause = state.found, chunk.said, state.clause
    held = [item.holding for item in found.wanted if item.holding]
    if held and clause.verb in {"have", "hold", "carry"} and found.people(clause.doers):
        found.hold(clause.doers, held[-1], said.colour, each=False)
        return []
    kinds = [index for index, item in enumerate(found.wanted) if _can_be(item, said)]
    if not kinds:
        return []
    several = [index for index in kinds if found.wanted[index].count > 1 or index == found.whole]
    told = said.count or (_A_FEW if chunk.text == "ones" else 1)
    if several and chunk.text == "one":
        found.whole = several[-1]
        new = found.one_of(several[-1:]) or several[-1:]
        plain = replace(found.wanted[new[0]], colour=None, size=None)
    else:
        plain = replace(_idle(found.wanted[kinds[-1]]), count=told, colour=None, size=None)
        new = found.join(plain)
    for index in new:
        item = replace(plain, colour=said.colour, size=said.size)
        if item.kind == "person":
            item = replace(item, age=person_phrase(said, item.noun).age)
        found.wanted[index] = item
    found.name_again(new, plain.noun)
    return new


def _can_be(item: Wanted, said: Modifiers) -> bool:
    """Whether it can have that colour: a person has none."""
    return item.kind != "person" if said.colour else True


def named_before(state: State, chunk: Chunk) -> list[int]:
    """The noun phrases that a noun names again ("a man … *the man*"); none where it is new."""
    said, wanted, whole = chunk.said, state.found.wanted, state.found.whole
    words = {token.text for _, token in said.noted}
    one, rest = bool(words & people.ONE_OF_SEVERAL), bool(words & people.REST_OF_SEVERAL)
    if not (said.definite or one or rest):
        return []
    same = [index for index, item in enumerate(wanted) if _may_be(item, chunk)]
    if rest and whole in same:
        return [whole] if whole is not None else []
    crowd = bool(same) and wanted[same[-1]].count > 1
    if crowd and (one or rest or not chunk.plural):
        return some_of_several(state, "one", same[-1])
    if one or rest:
        return []
    if not same:
        return _of_a_group(state, chunk)
    if chunk.plural:
        return [index for index in same if wanted[index].count > 1][-1:] or same
    return same[-1:] if state.sentence.ahead().kind not in _TOLD_APART else []


def _of_a_group(state: State, chunk: Chunk) -> list[int]:
    """Who is one of several of whom it was not told who they are: "two children: *the boy* …".

    Or one of several things of which more is told: "two dogs … *the brown dog*".
    """
    found = state.found
    if chunk.meaning == "thing" and not chunk.plural:
        return _told_more(state, chunk)
    word = people.PEOPLE.get(chunk.value) if chunk.meaning == "person" else None
    if word is None or word.role is not None or chunk.plural or not chunk.said.definite:
        return []
    for index in reversed(range(len(found.wanted))):
        item = found.wanted[index]
        of_any = item.noun in people.OF_ANY_GENDER and item.gender is None
        if of_any and (item.count > 1 or index == found.whole) and item.age in {None, word.age}:
            return some_of_several(state, "one", index)
    return []


def _told_more(state: State, chunk: Chunk) -> list[int]:
    """One of several alike, with its own colour or size."""
    found, said = state.found, chunk.said
    for item in found.wanted:
        plain = item.colour is None and item.size is None
        if item.count > 1 and plain and item.noun == chunk.value and (said.colour or said.size):
            one = found.one_of([found.wanted.index(item)])
            found.describe(one, said)
            return one
    return []


def _may_be(item: Wanted, chunk: Chunk) -> bool:
    """Whether what the noun says is true of a noun phrase of before."""
    said = chunk.said
    told = (
        (said.colour, item.colour),
        (said.size, item.size),
        (said.stature, item.size),
        (said.age, item.age),
        (said.feeling, item.feeling),
        (said.hair, None),
        (said.action, None),
    )
    return _is_noun_of(item, chunk) and all(
        asked is None or asked == known for asked, known in told
    )


def _is_noun_of(item: Wanted, chunk: Chunk) -> bool:
    """Whether it is the noun of a noun phrase, or names one of a family that was named as such."""
    if chunk.meaning != "person":
        return item.noun == chunk.value
    if item.said or item.kind != "person":
        return item.noun == chunk.value and item.kind == "person"
    return people.PEOPLE[item.noun] == people.PEOPLE[chunk.value]


def _a_few(state: State, whole: int) -> list[int]:
    """Some of many: those who were named if they do nothing yet, else more of the same kind."""
    item = state.found.wanted[whole]
    if item.action is None and state.found.whole is None:
        return [whole]
    return state.found.join(replace(_idle(item), count=_A_FEW, at_least=True))


def _acts_anew(state: State) -> bool:
    """Whether a verb follows by which they do something else than the others."""
    verb = state.sentence.verb_ahead()
    return verb is not None and verb.base not in actions.EMPTY


def _unlike(item: Wanted, count: int) -> Wanted:
    """Others of the kind, who have nothing of what is told of the first."""
    return replace(_idle(item), count=count, colour=None, size=None, wearing=(), feeling=None)


def _idle(item: Wanted) -> Wanted:
    """The same doing nothing; who sits or lies may still do so."""
    down = item.action in actions.LEGS - actions.ON_THE_WAY
    return replace(
        item,
        action=item.action if down else people.IMPLIED_ACTION.get(item.noun),
        posture=None,
        holding=None,
        holding_colour=None,
        doing="",
    )
